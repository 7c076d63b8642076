#include "app/relations/layout/dots.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

namespace entente::relations {

namespace {

constexpr double nameHeight = 17, nameGap = 3;
constexpr qsizetype mostNames = 120;
constexpr int mostTies = (1 << 30) - 1; // that an order of names tells apart

/// Which cells of a canvas are taken.
class Occupied {
public:
    Occupied(const QRectF& canvas, double cell)
        : m_canvas(canvas), m_cell(cell), m_columns(static_cast<int>(canvas.width() / cell) + 1),
          m_rows(static_cast<int>(canvas.height() / cell) + 1),
          m_taken(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows), false) {}

    /// Whether a box lies within the canvas and all its cells are free.
    bool isFree(const QRectF& box) const {
        if (!m_canvas.contains(box))
            return false;
        const Cells cells = cellsOf(box);
        for (int row = cells.top; row <= cells.bottom; ++row)
            for (int column = cells.left; column <= cells.right; ++column)
                if (m_taken[place(row, column)])
                    return false;
        return true;
    }

    /// Takes the cells of a box, if it is free.
    bool take(const QRectF& box) {
        if (!isFree(box))
            return false;
        const Cells cells = cellsOf(box);
        for (int row = cells.top; row <= cells.bottom; ++row)
            for (int column = cells.left; column <= cells.right; ++column)
                m_taken[place(row, column)] = true;
        return true;
    }

private:
    struct Cells {
        int left, right, top, bottom;
    };

    Cells cellsOf(const QRectF& box) const {
        const auto cell = [this](double length) { return static_cast<int>(length / m_cell); };
        return {cell(box.left() - m_canvas.left()), cell(box.right() - m_canvas.left()),
                cell(box.top() - m_canvas.top()), cell(box.bottom() - m_canvas.top())};
    }

    size_t place(int row, int column) const {
        return static_cast<size_t>(row) * static_cast<size_t>(m_columns) + static_cast<size_t>(column);
    }

    QRectF m_canvas;
    double m_cell;
    int m_columns, m_rows;
    std::vector<bool> m_taken;
};

} // namespace

bool isCrowd(const Places& places) {
    constexpr qsizetype mostForms = 250;
    return places.spots.size() > mostForms;
}

double dotSize(int ties, qsizetype all, QSizeF canvas, double scale) {
    const double own = std::sqrt(canvas.width() * canvas.height() / static_cast<double>(std::max<qsizetype>(1, all)));
    const double wanted = (3 + 2 * std::log2(1.0 + ties)) * scale;
    return std::clamp(wanted, 2.0, std::max(2.0, own / 3 * (ties > 8 ? 2 : 1)));
}

void nameDots(Scene& scene, const QList<int>& ties, const Measures& measures) {
    const double s = measures.scale, height = nameHeight * s;
    if (scene.canvas.width() < height || scene.canvas.height() < height)
        return;
    /// Selected ones, then those that are not dimmed, then those with the most ties, then by row: the first at the top.
    std::vector<quint64> order;
    order.reserve(static_cast<size_t>(scene.nodes.size()));
    for (qsizetype i = 0; i < scene.nodes.size(); ++i) {
        const Node& node = std::as_const(scene.nodes)[i];
        const auto fewness = static_cast<quint64>(mostTies - std::min(ties[node.actor.index], mostTies));
        order.push_back(quint64(!node.selected) << 63 | quint64(node.dimmed) << 62 | fewness << 32 |
                        static_cast<quint64>(i));
    }
    std::make_heap(order.begin(), order.end(), std::greater());
    Occupied occupied(scene.canvas, height / 2);
    qsizetype named = 0;
    for (; !order.empty() && named < mostNames; order.pop_back()) {
        std::pop_heap(order.begin(), order.end(), std::greater());
        Node& node = scene.nodes[static_cast<qsizetype>(order.back() & 0xFFFF'FFFF)];
        const double gap = nameGap * s, top = node.frame.center().y() - height / 2;
        const double right = node.frame.right() + gap, left = node.frame.left() - gap;
        // In a crowd few have room for a letter, which is found out faster than how wide a name is.
        const bool isRoomRight = occupied.isFree({right, top, height, height});
        if (!isRoomRight && !occupied.isFree({left - height, top, height, height}))
            continue;
        const double width = measures.name(node.name) + 4 * s;
        for (const double start : {right, left - width}) {
            if (node.nameBox.isNull() && occupied.take({start, top, width, height})) {
                node.nameBox = QRectF(start, top, width, height);
                ++named;
            }
        }
    }
}

} // namespace entente::relations
