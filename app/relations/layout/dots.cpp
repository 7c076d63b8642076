#include "app/relations/layout/dots.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace entente::relations {

namespace {

constexpr double nameHeight = 17, nameGap = 3;
constexpr qsizetype mostNames = 120;

/// Which cells of a canvas are taken.
class Occupied {
public:
    Occupied(const QRectF& canvas, double cell)
        : m_canvas(canvas), m_cell(cell), m_columns(static_cast<int>(canvas.width() / cell) + 1),
          m_rows(static_cast<int>(canvas.height() / cell) + 1),
          m_taken(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows), false) {}

    /// Takes the cells of a box, if it lies within the canvas and all of them are free.
    bool take(const QRectF& box) {
        if (!m_canvas.contains(box))
            return false;
        const auto cell = [this](double length) { return static_cast<int>(length / m_cell); };
        const int left = cell(box.left() - m_canvas.left()), right = cell(box.right() - m_canvas.left());
        const int top = cell(box.top() - m_canvas.top()), bottom = cell(box.bottom() - m_canvas.top());
        for (int row = top; row <= bottom; ++row)
            for (int column = left; column <= right; ++column)
                if (m_taken[place(row, column)])
                    return false;
        for (int row = top; row <= bottom; ++row)
            for (int column = left; column <= right; ++column)
                m_taken[place(row, column)] = true;
        return true;
    }

private:
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
    std::vector<std::tuple<bool, bool, int, qsizetype>> order;
    order.reserve(static_cast<size_t>(scene.nodes.size()));
    for (qsizetype i = 0; i < scene.nodes.size(); ++i) {
        const Node& node = std::as_const(scene.nodes)[i];
        order.emplace_back(!node.selected, node.dimmed, -ties[node.actor.index], i);
    }
    std::make_heap(order.begin(), order.end(), std::greater());
    Occupied occupied(scene.canvas, height / 2);
    qsizetype named = 0;
    for (; !order.empty() && named < mostNames; order.pop_back()) {
        std::pop_heap(order.begin(), order.end(), std::greater());
        Node& node = scene.nodes[std::get<qsizetype>(order.back())];
        const double width = measures.name(node.name) + 4 * s, gap = nameGap * s;
        const double top = node.frame.center().y() - height / 2;
        for (const double left : {node.frame.right() + gap, node.frame.left() - gap - width}) {
            if (node.nameBox.isNull() && occupied.take({left, top, width, height})) {
                node.nameBox = QRectF(left, top, width, height);
                ++named;
            }
        }
    }
}

} // namespace entente::relations
