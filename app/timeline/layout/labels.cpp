#include "app/timeline/layout/labels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente::timeline {

namespace {

constexpr double gap = 10;        // pixels between two labels of a row
constexpr double lead = 5;        // pixels from the mark's middle to the text
constexpr double crossing = 0.12; // price of a stem behind a label
constexpr double leftPrice = 1.12;
constexpr double rowPrice = 0.02;
constexpr int rounds = 3;
constexpr double never = std::numeric_limits<double>::infinity();

/// A label's box along time, in pixels from its mark.
struct Box {
    double from, to;
};

Box boxOf(bool left, double width) {
    return left ? Box{-lead - width, 2} : Box{-2, lead + width};
}

/// Pixels per day from which two boxes at marks `days` apart do not touch.
double apartFrom(const Box& box, const Box& other, double days) {
    if (days > 0)
        return (other.to - box.from + gap) / days;
    if (days < 0)
        return (box.to - other.from + gap) / -days;
    return never;
}

/// Places labels of one lane.
class Placer {
public:
    Placer(const QList<LabelRequest>& requests, int rows, double firstDay, double lastDay, double least)
        : m_requests(requests), m_rows(rows), m_first(firstDay), m_last(lastDay), m_least(least),
          m_ranges(requests.size()), m_placed(requests.size(), false) {}

    QList<LabelRange> place() {
        QList<qsizetype> order(m_requests.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [this](qsizetype a, qsizetype b) {
            return m_requests[a].importance > m_requests[b].importance;
        });
        for (int round = 0; round < rounds; ++round)
            for (const qsizetype label : order)
                placeOne(label, round > 0);
        for (const qsizetype label : order)
            m_ranges[label].longFrom = longFrom(label);
        return m_ranges;
    }

private:
    double weight(qsizetype label) const { return m_requests[label].importance; }

    /// What a place costs: the zoom it needs, its own and what it takes from less important labels.
    double costOf(qsizetype label, LabelRange& range) const {
        const LabelRequest& request = m_requests[label];
        const Box box = boxOf(range.left, request.width);
        const double room = range.left ? request.day - m_first : m_last - request.day;
        double need = std::max(m_least, room > 0 ? (request.width + lead) / room : never);
        int crossings = 0;
        for (qsizetype other = 0; other < m_requests.size(); ++other) {
            if (other == label || !m_placed[other] || !std::isfinite(m_ranges[other].from))
                continue;
            const double days = request.day - m_requests[other].day;
            const Box otherBox = boxOf(m_ranges[other].left, m_requests[other].width);
            if (m_ranges[other].row == range.row) {
                const double apart = apartFrom(box, otherBox, days);
                if (apart > std::max(need, m_ranges[other].from))
                    need = apart;
            } else if (crosses(range.row, box, m_ranges[other].row, otherBox,
                               days * std::max(need, m_ranges[other].from))) {
                ++crossings;
            }
        }
        range.from = need;
        return std::log(std::min(need, 1e12)) + std::log(1 + crossing * crossings) +
               (range.left ? std::log(leftPrice) : 0) + rowPrice * range.row;
    }

    /// Whether the stem of the higher of two labels passes behind the lower one.
    static bool crosses(int row, const Box& box, int otherRow, const Box& otherBox, double pixels) {
        return row > otherRow ? pixels > otherBox.from && pixels < otherBox.to : -pixels > box.from && -pixels < box.to;
    }

    /// Less important labels make way for what was placed before them; in later rounds a label moves only to its gain.
    void placeOne(qsizetype label, bool onlyToGain) {
        const LabelRange before = m_ranges[label];
        m_placed[label] = false;
        double best = never;
        LabelRange chosen{0, false, never, never};
        for (int row = 0; row < m_rows; ++row)
            for (const bool left : {false, true}) {
                LabelRange range{row, left, 0, 0};
                const double cost = costOf(label, range);
                if (cost < best) {
                    best = cost;
                    chosen = range;
                }
            }
        m_ranges[label] = onlyToGain && chosen.from >= before.from ? before : chosen;
        m_placed[label] = true;
    }

    /// The full form may replace the short one where it keeps its distance from the full form of every label of the
    /// row.
    double longFrom(qsizetype label) const {
        const LabelRequest& request = m_requests[label];
        const LabelRange& range = m_ranges[label];
        const double room = range.left ? request.day - m_first : m_last - request.day;
        double need = std::max(range.from, room > 0 ? (request.longWidth + lead) / room : never);
        for (qsizetype other = 0; other < m_requests.size(); ++other)
            if (other != label && m_ranges[other].row == range.row && std::isfinite(m_ranges[other].from))
                need = std::max(need, apartFrom(boxOf(range.left, request.longWidth),
                                                boxOf(m_ranges[other].left, m_requests[other].longWidth),
                                                request.day - m_requests[other].day));
        return need;
    }

    const QList<LabelRequest>& m_requests;
    const int m_rows;
    const double m_first, m_last, m_least;
    QList<LabelRange> m_ranges;
    QList<bool> m_placed;
};

} // namespace

QList<LabelRange> activeRanges(const QList<LabelRequest>& requests, int rows, double firstDay, double lastDay,
                               double least) {
    if (rows < 1)
        return QList<LabelRange>(requests.size(), LabelRange{0, false, never, never});
    return Placer(requests, rows, firstDay, lastDay, least).place();
}

} // namespace entente::timeline
