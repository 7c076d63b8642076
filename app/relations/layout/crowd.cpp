#include "app/relations/layout/spread.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

constexpr int crowdPushes = 40;
constexpr double boxShare = 0.5;  ///< of the frame: what boxes may take to be kept apart
constexpr double discShare = 0.4; ///< of the frame: what discs take if boxes cannot

/// Bodies by the cell of a grid that they stand in, so that only near ones are compared.
class Crowd {
public:
    Crowd(const Board& board, Spots& spots) : m_board(board), m_spots(spots), m_boxes(boxesOf(board)) {
        double area = 0;
        for (const Box& box : m_boxes)
            area += (box.size.width() + m_margin) * (box.size.height() + m_margin);
        const double frame = board.frame.width() * board.frame.height();
        if (area > boxShare * frame)
            shrink(std::sqrt(discShare * frame / static_cast<double>(m_boxes.size())));
        for (const Box& box : m_boxes)
            m_cell = m_cell.expandedTo(box.size + QSizeF(m_margin, m_margin));
        m_columns = std::max(1, static_cast<int>(board.frame.width() / m_cell.width()));
        m_rows = std::max(1, static_cast<int>(board.frame.height() / m_cell.height()));
    }

    void run() {
        for (int round = 0; round < crowdPushes; ++round) {
            sort();
            if (!pushAll())
                return;
        }
    }

private:
    void shrink(double side) {
        m_margin = 0;
        for (Box& box : m_boxes) {
            box.size = QSizeF(side, side);
            box.middle = {};
        }
    }

    QPointF middle(int i) const { return m_spots[static_cast<size_t>(i)] + m_boxes[static_cast<size_t>(i)].middle; }

    int cellOf(int i) const {
        const QPointF spot = middle(i);
        const int column = std::clamp(static_cast<int>(spot.x() / m_cell.width()), 0, m_columns - 1);
        const int row = std::clamp(static_cast<int>(spot.y() / m_cell.height()), 0, m_rows - 1);
        return row * m_columns + column;
    }

    void sort() {
        m_first.assign(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows) + 1, 0);
        for (int i = 0; i < m_board.size(); ++i)
            ++m_first[static_cast<size_t>(cellOf(i)) + 1];
        for (size_t cell = 1; cell < m_first.size(); ++cell)
            m_first[cell] += m_first[cell - 1];
        std::vector<int> next = m_first;
        m_bodies.resize(m_spots.size());
        for (int i = 0; i < m_board.size(); ++i)
            m_bodies[static_cast<size_t>(next[static_cast<size_t>(cellOf(i))]++)] = i;
    }

    bool pushAll() {
        bool any = false;
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                any = pushAmong(row, column, row, column) || any;
                any = pushAmong(row, column, row, column + 1) || any;
                for (const int beside : {-1, 0, 1})
                    any = pushAmong(row, column, row + 1, column + beside) || any;
            }
        }
        return any;
    }

    size_t cellAt(int row, int column) const {
        return static_cast<size_t>(row) * static_cast<size_t>(m_columns) + static_cast<size_t>(column);
    }

    bool pushAmong(int row, int column, int otherRow, int otherColumn) {
        if (otherRow >= m_rows || otherColumn < 0 || otherColumn >= m_columns)
            return false;
        const size_t cell = cellAt(row, column), other = cellAt(otherRow, otherColumn);
        bool any = false;
        for (int i = m_first[cell]; i < m_first[cell + 1]; ++i) {
            for (int j = other == cell ? i + 1 : m_first[other]; j < m_first[other + 1]; ++j)
                any = push(m_bodies[static_cast<size_t>(i)], m_bodies[static_cast<size_t>(j)]) || any;
        }
        return any;
    }

    bool push(int i, int j) {
        const auto a = static_cast<size_t>(i), b = static_cast<size_t>(j);
        const QPointF way = middle(j) - middle(i);
        const QSizeF least = (m_boxes[a].size + m_boxes[b].size) / 2 + QSizeF(m_margin, m_margin);
        const double x = least.width() - std::abs(way.x()), y = least.height() - std::abs(way.y());
        if (x <= 1e-6 || y <= 1e-6 || (m_board.fixed[a] && m_board.fixed[b]))
            return false;
        const QPointF shift = x < y ? QPointF(way.x() < 0 ? -x : x, 0) : QPointF(0, way.y() < 0 ? -y : y);
        const double share = m_board.fixed[a] ? 0 : m_board.fixed[b] ? 1 : 0.5;
        m_spots[a] = clamped(m_spots[a] - 1.001 * share * shift, m_board.room[a]);
        m_spots[b] = clamped(m_spots[b] + 1.001 * (1 - share) * shift, m_board.room[b]);
        return true;
    }

    const Board& m_board;
    Spots& m_spots;
    std::vector<Box> m_boxes;
    double m_margin = 2;
    QSizeF m_cell{1, 1};
    int m_columns = 1, m_rows = 1;
    std::vector<int> m_first, m_bodies;
};

} // namespace

void partMany(const Board& board, Spots& spots) {
    Crowd(board, spots).run();
}

} // namespace entente::relations
