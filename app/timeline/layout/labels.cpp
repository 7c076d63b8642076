#include "app/timeline/layout/labels.h"

#include "app/timeline/layout/label_boxes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::timeline {

namespace {

constexpr double crossing = 0.12; // price of a stem behind a label, a doubling of the zoom
constexpr double leftPrice = 1.12;
constexpr double rowPrice = 0.02;
constexpr int rounds = 3;

/// Places labels of one lane.
class Placer {
public:
    Placer(const QList<LabelRequest>& requests, const LabelRoom& room)
        : m_requests(requests), m_room(room), m_rows(static_cast<size_t>(room.rows)), m_ranges(requests.size()) {
        for (const LabelRequest& request : requests)
            for (size_t form = 0; form < labelForms; ++form)
                m_widest[form] = std::max(m_widest[form], request.widths[form]);
    }

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
            for (size_t form = 1; form < labelForms; ++form)
                m_ranges[label].from[form] = formFrom(label, form);
        return m_ranges;
    }

private:
    using Row = std::vector<qsizetype>; ///< placed labels in order of time

    double farthest(qsizetype label, size_t form) const {
        return m_requests[label].widths[form] + m_widest[form] + 2 * labelLead + labelGap;
    }

    /// Calls use(other, days) for the labels of a row on both sides, near ones first, as long as goesOn(days) holds.
    template <typename GoesOn, typename Use>
    void around(const Row& row, qsizetype label, GoesOn goesOn, Use use) const {
        const double day = m_requests[label].day;
        const auto here = std::lower_bound(row.begin(), row.end(), label);
        for (auto it = here; it != row.end(); ++it) {
            const double days = day - m_requests[*it].day;
            if (!goesOn(-days))
                break;
            if (*it != label)
                use(*it, days);
        }
        for (auto it = here; it != row.begin();) {
            const double days = day - m_requests[*--it].day;
            if (!goesOn(days))
                break;
            use(*it, days);
        }
    }

    /// Pixels per day that a place needs, so that it takes nothing from labels that are shown earlier.
    double needOf(qsizetype label, int row, bool left) const {
        const LabelRequest& request = m_requests[label];
        const LabelBox box = boxOf(left, request.widths[0]);
        double need =
            std::max(m_room.least, withinFrom(left, request.widths[0], request.day, m_room.firstDay, m_room.lastDay));
        const double reach = farthest(label, 0);
        around(
            m_rows[static_cast<size_t>(row)], label, [&](double days) { return reach > need * days; },
            [&](qsizetype other, double days) {
                const double apart = apartFrom(box, boxOf(m_ranges[other].left, m_requests[other].widths[0]), days);
                if (apart > std::max(need, m_ranges[other].from[0]))
                    need = apart;
            });
        return need;
    }

    double stemsBehind(qsizetype label, int row, bool left, double need) const {
        const LabelBox box = boxOf(left, m_requests[label].widths[0]);
        const double reach = farthest(label, 0);
        double behind = 0;
        for (int other = 0; other < m_room.rows; ++other)
            if (other != row)
                around(
                    m_rows[static_cast<size_t>(other)], label, [&](double days) { return reach > need * days; },
                    [&](qsizetype neighbour, double days) {
                        const LabelRange& range = m_ranges[neighbour];
                        const LabelBox otherBox = boxOf(range.left, m_requests[neighbour].widths[0]);
                        behind += stemBehind(row, box, other, otherBox, days * std::max(need, range.from[0]));
                    });
        return behind;
    }

    void takeOut(qsizetype label) {
        Row& row = m_rows[static_cast<size_t>(m_ranges[label].row)];
        if (const auto at = std::lower_bound(row.begin(), row.end(), label); at != row.end() && *at == label)
            row.erase(at);
    }

    void putIn(qsizetype label) {
        if (!std::isfinite(m_ranges[label].from[0]))
            return;
        Row& row = m_rows[static_cast<size_t>(m_ranges[label].row)];
        row.insert(std::lower_bound(row.begin(), row.end(), label), label);
    }

    double costOf(qsizetype label, const LabelRange& range) const {
        const double need = range.from[0];
        if (!std::isfinite(need))
            return never;
        return labelCost(need, stemsBehind(label, range.row, range.left, need), range.left, range.row);
    }

    /// Less important labels make way for what was placed before them; in later rounds a label moves only to its gain.
    void placeOne(qsizetype label, bool onlyToGain) {
        const LabelRange before = m_ranges[label];
        takeOut(label);
        double best = never;
        LabelRange chosen{0, false, {never, never, never}};
        for (int row = 0; row < m_room.rows; ++row)
            for (const bool left : {false, true}) {
                const double need = needOf(label, row, left);
                if (!std::isfinite(need) || labelCost(need, 0, left, row) >= best)
                    continue;
                const double cost = labelCost(need, stemsBehind(label, row, left, need), left, row);
                if (cost < best) {
                    best = cost;
                    chosen = {row, left, {need, never, never}};
                }
            }
        m_ranges[label] = onlyToGain && best >= costOf(label, before) ? before : chosen;
        putIn(label);
    }

    /// Pixels per day from which a box covers no stem of the rows above its own.
    double clearOfStems(qsizetype label, const LabelBox& box, double reach, double need) const {
        for (auto row = static_cast<size_t>(m_ranges[label].row) + 1; row < m_rows.size(); ++row)
            around(
                m_rows[row], label, [&](double days) { return reach > need * days; },
                [&](qsizetype, double days) {
                    const double edge = days < 0 ? box.to : -box.from;
                    if (days != 0 && edge > 0)
                        need = std::max(need, edge / std::abs(days));
                });
        return need;
    }

    /// A longer form may replace the shorter where it keeps its distance from the same form of every label of the row,
    /// and covers no stem: a name in full is not worth a line that cannot be followed.
    double formFrom(qsizetype label, size_t form) const {
        const LabelRequest& request = m_requests[label];
        const LabelRange& range = m_ranges[label];
        if (!std::isfinite(range.from[0]))
            return never;
        const double width = request.widths[form];
        double need =
            std::max(range.from[form - 1], withinFrom(range.left, width, request.day, m_room.firstDay, m_room.lastDay));
        if (form == labelForms - 1)
            need = std::max(need, m_room.lineFrom);
        const double reach = farthest(label, form);
        around(
            m_rows[static_cast<size_t>(range.row)], label, [&](double days) { return reach > need * days; },
            [&](qsizetype other, double days) {
                const LabelBox otherBox = boxOf(m_ranges[other].left, m_requests[other].widths[form]);
                need = std::max(need, apartFrom(boxOf(range.left, width), otherBox, days));
            });
        return clearOfStems(label, boxOf(range.left, width), reach, need);
    }

    const QList<LabelRequest>& m_requests;
    const LabelRoom m_room;
    std::vector<Row> m_rows;
    QList<LabelRange> m_ranges;
    FormWidths m_widest{};
};

} // namespace

double labelCost(double need, double behind, bool left, int row) {
    return std::log(need) + std::log(1 + crossing * behind) + (left ? std::log(leftPrice) : 0) + rowPrice * row;
}

qsizetype LabelRange::formAt(double pixelsPerDay) const {
    qsizetype form = labelForms - 1;
    while (form > 0 && pixelsPerDay < from[static_cast<size_t>(form)])
        --form;
    return form;
}

QList<LabelRange> activeRanges(const QList<LabelRequest>& requests, const LabelRoom& room) {
    if (room.rows < 1)
        return QList<LabelRange>(requests.size(), LabelRange{0, false, {never, never, never}});
    return Placer(requests, room).place();
}

} // namespace entente::timeline
