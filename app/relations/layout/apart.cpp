#include "app/relations/layout/board.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

constexpr int pushes = 60;
constexpr double ringStep = 6;
constexpr int directions = 24;

QRectF rectOf(const Box& box, QPointF spot) {
    return {spot + box.middle - QPointF(box.size.width() / 2, box.size.height() / 2), box.size};
}

class Parting {
public:
    Parting(Spots& spots, const std::vector<Box>& boxes, QSizeF frame, double margin, double reach)
        : m_spots(spots), m_boxes(boxes), m_frame(frame), m_margin(margin), m_reach(reach) {}

    bool run() {
        for (size_t i = 0; i < m_boxes.size(); ++i)
            m_spots[i] = inside(i, m_spots[i]);
        for (int round = 0; round < pushes; ++round) {
            if (!pushAll())
                return true;
        }
        return placeRest();
    }

private:
    QRectF rectAt(size_t i, QPointF spot) const { return rectOf(m_boxes[i], spot); }

    QPointF inside(size_t i, QPointF spot) const { return withinFrame(m_boxes[i], spot, m_frame); }

    QPointF depth(size_t i, size_t j) const {
        const QRectF a = rectAt(i, m_spots[i]);
        const QRectF b = rectAt(j, m_spots[j]);
        return {(a.width() + b.width()) / 2 + m_margin - std::abs(a.center().x() - b.center().x()),
                (a.height() + b.height()) / 2 + m_margin - std::abs(a.center().y() - b.center().y())};
    }

    bool isFree(size_t i) const {
        for (size_t j = 0; j < m_boxes.size(); ++j) {
            const QPointF by = i == j ? QPointF() : depth(i, j);
            if (by.x() > 1e-6 && by.y() > 1e-6)
                return false;
        }
        return true;
    }

    bool push(size_t i, size_t j) {
        const QPointF by = depth(i, j);
        if (by.x() <= 1e-6 || by.y() <= 1e-6 || (m_boxes[i].fixed && m_boxes[j].fixed))
            return false;
        const QPointF way = rectAt(j, m_spots[j]).center() - rectAt(i, m_spots[i]).center();
        const QPointF shift =
            by.x() < by.y() ? QPointF(way.x() < 0 ? -by.x() : by.x(), 0) : QPointF(0, way.y() < 0 ? -by.y() : by.y());
        const double share = m_boxes[i].fixed ? 0 : m_boxes[j].fixed ? 1 : 0.5;
        m_spots[i] = inside(i, m_spots[i] - 1.001 * share * shift);
        m_spots[j] = inside(j, m_spots[j] + 1.001 * (1 - share) * shift);
        return true;
    }

    bool pushAll() {
        bool any = false;
        for (size_t i = 0; i < m_boxes.size(); ++i) {
            for (size_t j = i + 1; j < m_boxes.size(); ++j)
                any = push(i, j) || any;
        }
        return any;
    }

    /// The nearest free place on rings around the present one.
    bool findPlace(size_t i) {
        const QPointF start = m_spots[i];
        const double furthest = m_reach * std::hypot(m_frame.width(), m_frame.height());
        for (int ring = 1; ring * ringStep < furthest; ++ring) {
            const double radius = ring * ringStep;
            for (int k = 0; k < directions; ++k) {
                const double angle = 2 * M_PI * k / directions;
                m_spots[i] = start + radius * QPointF(std::cos(angle), std::sin(angle));
                if (m_spots[i] == inside(i, m_spots[i]) && isFree(i))
                    return true;
            }
        }
        m_spots[i] = start;
        return false;
    }

    bool placeRest() {
        bool all = true;
        for (size_t i = 0; i < m_boxes.size(); ++i) {
            if (!m_boxes[i].fixed && !isFree(i))
                all = findPlace(i) && all;
        }
        return all;
    }

    Spots& m_spots;
    const std::vector<Box>& m_boxes;
    QSizeF m_frame;
    double m_margin;
    double m_reach;
};

} // namespace

QPointF withinFrame(const Box& box, QPointF spot, QSizeF frame) {
    const QRectF rect = rectOf(box, spot);
    const auto pushed = [](double low, double high, double end) {
        return low < 0 || high - low > end ? -low : std::min(0.0, end - high);
    };
    return spot +
           QPointF(pushed(rect.left(), rect.right(), frame.width()), pushed(rect.top(), rect.bottom(), frame.height()));
}

std::vector<Box> boxesOf(const Board& board) {
    std::vector<Box> boxes;
    for (size_t i = 0; i < board.bodies.size(); ++i)
        boxes.push_back({board.bodies[i].size, board.bodies[i].middle, board.fixed[i]});
    return boxes;
}

bool moveApart(Spots& spots, const std::vector<Box>& boxes, QSizeF frame, double margin, double reach) {
    return Parting(spots, boxes, frame, margin, reach).run();
}

} // namespace entente::relations
