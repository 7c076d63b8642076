#include "app/timeline/layout/labels.h"

#include "app/timeline/layout/label_boxes.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace entente::timeline {

namespace {

constexpr double crossing = 0.12; // price of a stem behind a label, a doubling of the zoom
constexpr double leftPrice = 1.12;
constexpr double rowPrice = 0.02;
constexpr int rounds = 3;

/// Which labels stand in a row; a bit a label, in order of time.
class Row {
public:
    explicit Row(qsizetype labels) : m_words(static_cast<size_t>(labels) / bits + 1) {}

    void add(qsizetype label) { word(label) |= bit(label); }
    void remove(qsizetype label) { word(label) &= ~bit(label); }

    /// The nearest that stands after a label; -1: none.
    qsizetype after(qsizetype label) const {
        size_t at = static_cast<size_t>(label) / bits;
        quint64 rest = m_words[at] & ~(bit(label) | (bit(label) - 1));
        while (rest == 0)
            if (++at == m_words.size())
                return -1;
            else
                rest = m_words[at];
        return static_cast<qsizetype>(at * bits) + std::countr_zero(rest);
    }

    /// The nearest that stands before a label; -1: none.
    qsizetype before(qsizetype label) const {
        size_t at = static_cast<size_t>(label) / bits;
        quint64 rest = m_words[at] & (bit(label) - 1);
        while (rest == 0)
            if (at-- == 0)
                return -1;
            else
                rest = m_words[at];
        return static_cast<qsizetype>(at * bits) + 63 - std::countl_zero(rest);
    }

private:
    static constexpr size_t bits = 64;
    static quint64 bit(qsizetype label) { return quint64(1) << (static_cast<size_t>(label) % bits); }
    quint64& word(qsizetype label) { return m_words[static_cast<size_t>(label) / bits]; }

    std::vector<quint64> m_words;
};

/// Places labels of one lane.
class Placer {
public:
    Placer(const QList<LabelRequest>& requests, const LabelRoom& room)
        : m_requests(requests), m_room(room), m_rows(static_cast<size_t>(room.rows), Row(requests.size())),
          m_ranges(requests.size()) {
        for (const LabelRequest& request : requests) {
            m_standing.push_back({request.day, {}, never});
            m_seen.push_back({});
            for (size_t form = 0; form < labelForms; ++form)
                m_widest[form] = std::max(m_widest[form], request.widths[form]);
        }
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
    /// What a label was placed by: it would be placed as it was while nothing within `days` changed.
    struct Seen {
        qsizetype tried = -1;   ///< when, in changes made so far
        qsizetype changed = -1; ///< when it was last placed otherwise than before
        double days = 0;
    };
    /// What its neighbours ask of a label that stands in a row, side by side.
    struct Standing {
        double day;
        LabelBox box;
        double from; ///< pixels per day
    };

    const Standing& standing(qsizetype label) const { return m_standing[static_cast<size_t>(label)]; }

    /// How far a label of `form` and all that it may meet reach towards each other, in pixels: those before and after
    /// it.
    struct Reach {
        double before, after;
    };
    Reach reachOf(const LabelBox& box, size_t form) const {
        const double other = m_widest[form] + labelLead + labelGap;
        return {other - box.from, other + box.to};
    }

    /// Calls use(other, days) for the labels of a row on both sides of one, near ones first, as long as
    /// goesOn(days, reach) holds; stop(reach) at the end of each side.
    template <typename GoesOn, typename Use, typename Stop>
    void around(const Row& row, qsizetype label, const Reach& reach, GoesOn goesOn, Use use, Stop stop) const {
        const double day = standing(label).day;
        for (qsizetype other = row.after(label); other >= 0; other = row.after(other)) {
            const double days = day - standing(other).day;
            if (!goesOn(-days, reach.after))
                break;
            use(other, days);
        }
        stop(reach.after);
        for (qsizetype other = row.before(label); other >= 0; other = row.before(other)) {
            const double days = day - standing(other).day;
            if (!goesOn(days, reach.before))
                break;
            use(other, days);
        }
        stop(reach.before);
    }

    /// Pixels per day that a place needs, so that it takes nothing from labels that are shown earlier; where that is
    /// `most` or more, some such number.
    double needOf(qsizetype label, size_t row, bool left, double most, double& seen) const {
        const LabelRequest& request = m_requests[label];
        const LabelBox box = boxOf(left, request.widths[0]);
        double need =
            std::max(m_room.least, withinFrom(left, request.widths[0], request.day, m_room.firstDay, m_room.lastDay));
        if (need >= most)
            return need;
        around(
            m_rows[row], label, reachOf(box, 0),
            [&](double days, double reach) { return need < most && reach > need * days; },
            [&](qsizetype other, double days) {
                const Standing& there = standing(other);
                const double pixels = (days > 0 ? there.box.to - box.from : box.to - there.box.from) + labelGap;
                if (pixels > std::max(need, there.from) * std::abs(days))
                    need = apartFrom(box, there.box, days);
            },
            [&](double reach) { seen = std::max(seen, reach / need); });
        return need;
    }

    double stemsBehind(qsizetype label, size_t row, bool left, double need, double& seen) const {
        const LabelBox box = boxOf(left, m_requests[label].widths[0]);
        const double others = m_widest[0] + labelLead;
        double behind = 0;
        for (size_t other = 0; other < m_rows.size(); ++other) {
            if (other != row) {
                const Reach reach = other > row ? Reach{-box.from, box.to} : Reach{others, others};
                around(
                    m_rows[other], label, reach, [&](double days, double pixels) { return pixels > need * days; },
                    [&](qsizetype neighbour, double days) {
                        const Standing& there = standing(neighbour);
                        behind += stemBehind(static_cast<int>(row), box, static_cast<int>(other), there.box,
                                             days * std::max(need, there.from));
                    },
                    [&](double pixels) { seen = std::max(seen, pixels / need); });
            }
        }
        return behind;
    }

    double priceOf(qsizetype label, const LabelRange& range, double& seen) const {
        const double need = range.from[0];
        if (!std::isfinite(need))
            return never;
        const double behind = stemsBehind(label, static_cast<size_t>(range.row), range.left, need, seen);
        return labelPrice(need, behind, range.left, range.row);
    }

    /// Less important labels make way for what was placed before them; in later rounds a label moves only to its gain.
    void placeOne(qsizetype label, bool onlyToGain) {
        if (onlyToGain && isSettled(label))
            return;
        const LabelRange before = m_ranges[label];
        Seen& own = m_seen[static_cast<size_t>(label)];
        own.tried = m_changes;
        own.days = 0;
        m_rows[static_cast<size_t>(before.row)].remove(label);
        double best = onlyToGain ? priceOf(label, before, own.days) : never;
        LabelRange chosen = onlyToGain ? before : LabelRange{0, false, {never, never, never}};
        for (int row = 0; row < m_room.rows; ++row)
            for (const bool left : {false, true}) {
                const double most = best / labelPrice(1, 0, left, row);
                const double need = needOf(label, static_cast<size_t>(row), left, most, own.days);
                if (!std::isfinite(need) || need >= most)
                    continue;
                const double behind = stemsBehind(label, static_cast<size_t>(row), left, need, own.days);
                const double price = labelPrice(need, behind, left, row);
                if (price < best) {
                    best = price;
                    chosen = {row, left, {need, never, never}};
                }
            }
        m_ranges[label] = chosen;
        if (!onlyToGain || chosen != before)
            own.changed = ++m_changes;
        if (!std::isfinite(chosen.from[0]))
            return;
        Standing& here = m_standing[static_cast<size_t>(label)];
        here.box = boxOf(chosen.left, m_requests[label].widths[0]);
        here.from = chosen.from[0];
        m_rows[static_cast<size_t>(chosen.row)].add(label);
    }

    /// Nothing that it was placed by has changed since.
    bool isSettled(qsizetype label) const {
        const Seen& own = m_seen[static_cast<size_t>(label)];
        const double day = standing(label).day;
        const auto hasChanged = [&](qsizetype other) { return m_seen[static_cast<size_t>(other)].changed > own.tried; };
        for (qsizetype other = label + 1; other < m_requests.size() && standing(other).day - day <= own.days; ++other)
            if (hasChanged(other))
                return false;
        for (qsizetype other = label - 1; other >= 0 && day - standing(other).day <= own.days; --other)
            if (hasChanged(other))
                return false;
        return true;
    }

    /// Pixels per day from which a box covers no stem of the rows above its own.
    double clearOfStems(qsizetype label, const LabelBox& box, double need) const {
        for (auto row = static_cast<size_t>(m_ranges[label].row) + 1; row < m_rows.size(); ++row)
            around(
                m_rows[row], label, {-box.from, box.to}, [&](double days, double reach) { return reach > need * days; },
                [&](qsizetype, double days) {
                    const double edge = days < 0 ? box.to : -box.from;
                    if (days != 0 && edge > 0)
                        need = std::max(need, edge / std::abs(days));
                },
                [](double) {});
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
        const LabelBox box = boxOf(range.left, width);
        around(
            m_rows[static_cast<size_t>(range.row)], label, reachOf(box, form),
            [&](double days, double reach) { return reach > need * days; },
            [&](qsizetype other, double days) {
                const LabelBox otherBox = boxOf(m_ranges[other].left, m_requests[other].widths[form]);
                need = std::max(need, apartFrom(box, otherBox, days));
            },
            [](double) {});
        return clearOfStems(label, box, need);
    }

    const QList<LabelRequest>& m_requests;
    const LabelRoom m_room;
    std::vector<Row> m_rows;
    std::vector<Standing> m_standing;
    std::vector<Seen> m_seen;
    qsizetype m_changes = 0;
    QList<LabelRange> m_ranges;
    FormWidths m_widest{};
};

} // namespace

double labelPrice(double need, double behind, bool left, int row) {
    return need * (1 + crossing * behind) * (left ? leftPrice : 1) * (1 + rowPrice * row);
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
