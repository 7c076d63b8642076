#include "app/timeline/layout/picture_labels.h"

#include "app/timeline/layout/picture_flags.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::timeline {

namespace {

/// The top row: flags at their marks, and between them labels that may move.
class TopRow {
public:
    struct Item {
        qsizetype mark = 0;
        std::optional<Flag> flag; ///< none: may move
    };

    TopRow(const PictureLane& lane, const std::vector<std::optional<Flag>>& flags) : m_lane(lane) {
        for (qsizetype mark = 0; mark < lane.marks.size(); ++mark)
            if (flags[mark] && flags[mark]->row == lane.rows - 1)
                m_items.push_back({mark, flags[mark]});
    }

    const std::vector<Item>& items() const { return m_items; }

    /// Makes room for a mark: between the flags beside it, else by letting the earlier, the later or both of them move.
    /// Two labels moved are worth one number less to look up; more are not.
    bool admit(qsizetype mark) {
        const auto at =
            std::partition_point(m_items.begin(), m_items.end(), [mark](const Item& item) { return item.mark < mark; });
        const qsizetype place = at - m_items.begin();
        const qsizetype before = flagBefore(place), after = flagFrom(place);
        const qsizetype wideBefore = flagBefore(before), wideAfter = flagFrom(after + 1);
        for (const auto& [first, last] : {std::pair(before, after), std::pair(wideBefore, after),
                                          std::pair(before, wideAfter), std::pair(wideBefore, wideAfter)}) {
            std::vector<Item> run(m_items.begin() + (first + 1), m_items.begin() + last);
            run.insert(run.begin() + (place - first - 1), Item{mark, std::nullopt});
            if (!hasRoom(run, start(first), end(last)))
                continue;
            m_items.insert(m_items.begin() + place, run[place - first - 1]);
            for (qsizetype item = first + 1; item < last + 1; ++item)
                m_items[item].flag.reset();
            return true;
        }
        return false;
    }

    /// Calls `place(mark, middle)` for each label that moves.
    template <typename Place>
    void spread(Place place) const {
        for (qsizetype first = 0; first < size(); first = flagFrom(first) + 1) {
            const std::vector<Item> run(m_items.begin() + first, m_items.begin() + flagFrom(first));
            const QList<double> middles = middlesOf(run, start(first - 1), end(flagFrom(first)));
            for (size_t item = 0; item < run.size(); ++item)
                place(run[item].mark, middles[static_cast<qsizetype>(item)]);
        }
    }

private:
    qsizetype size() const { return static_cast<qsizetype>(m_items.size()); }

    /// The nearest flag before an item; -1: none.
    qsizetype flagBefore(qsizetype item) const {
        do
            --item;
        while (item >= 0 && !m_items[item].flag);
        return std::max<qsizetype>(item, -1);
    }

    /// The nearest flag from an item on; the number of items: none.
    qsizetype flagFrom(qsizetype item) const {
        while (item < size() && !m_items[item].flag)
            ++item;
        return std::min(item, size());
    }

    /// Where room begins after a flag, and where it ends before one.
    double start(qsizetype item) const {
        return item < 0 ? m_lane.left
                        : std::max(m_items[item].flag->to + m_lane.gap, m_items[item].flag->x + clearance(m_lane));
    }
    double end(qsizetype item) const {
        return item == size()
                   ? m_lane.right
                   : std::min(m_items[item].flag->from - m_lane.gap, m_items[item].flag->x - clearance(m_lane));
    }

    /// Whether labels fit between two places, none beyond the leaders' reach.
    bool hasRoom(const std::vector<Item>& run, double from, double to) const {
        double needed = -m_lane.gap;
        for (const Item& item : run)
            needed += m_lane.gap + m_lane.marks[item.mark].width;
        if (needed > to - from)
            return false;
        const QList<double> middles = middlesOf(run, from, to);
        for (size_t item = 0; item < run.size(); ++item)
            if (std::abs(middles[static_cast<qsizetype>(item)] - m_lane.marks[run[item].mark].x) > m_lane.reach)
                return false;
        return true;
    }

    QList<double> middlesOf(const std::vector<Item>& run, double from, double to) const {
        QList<double> wished, widths;
        for (const Item& item : run) {
            wished.append(m_lane.marks[item.mark].x);
            widths.append(m_lane.marks[item.mark].width);
        }
        return leastDisplaced(wished, widths, m_lane.gap, from, to);
    }

    const PictureLane& m_lane;
    std::vector<Item> m_items; ///< in order
};

/// Turns choices into geometry.
class Drawer {
public:
    explicit Drawer(const PictureLane& lane) : m_lane(lane) {}

    /// How far above the marks a row begins. Leaders need their channel above the marks and the other rows.
    double bottom(int row, bool leaders) const {
        const double plain = m_lane.lift + row * m_lane.rowHeight;
        return leaders && row == m_lane.rows - 1 ? elbow() + m_lane.channel : plain;
    }

    PictureLabel flag(const Flag& flag, bool leaders) const {
        const QRectF box = boxAt(flag.from, flag.to, bottom(flag.row, leaders));
        return {Naming::Flag, flag.row, flag.left, flag.full, box, {foot(flag.x), {flag.x, box.top()}}, 0};
    }

    PictureLabel leader(const PictureMark& mark, double middle) const {
        const int row = m_lane.rows - 1;
        const double above = bottom(row, true);
        const QRectF box = boxAt(middle - mark.width / 2, middle + mark.width / 2, above);
        return {Naming::Leader,
                row,
                false,
                !mark.hasFullForm(),
                box,
                {foot(mark.x), {mark.x, -elbow()}, {middle, -above}},
                0};
    }

private:
    QPointF foot(double x) const { return {x, -m_lane.radius}; }
    double elbow() const { return std::max(m_lane.radius, m_lane.lift + (m_lane.rows - 1) * m_lane.rowHeight); }
    QRectF boxAt(double from, double to, double above) const {
        return {from, -above - m_lane.rowHeight, to - from, m_lane.rowHeight};
    }

    const PictureLane& m_lane;
};

/// Marks that want a leader, the most important first.
QList<qsizetype> wantingLeaders(const PictureLane& lane, const std::vector<std::optional<Flag>>& flags) {
    QList<qsizetype> marks;
    for (qsizetype mark = 0; mark < lane.marks.size(); ++mark)
        if (!flags[mark] && isInside(lane, lane.marks[mark]))
            marks.append(mark);
    std::stable_sort(marks.begin(), marks.end(),
                     [&lane](qsizetype a, qsizetype b) { return lane.marks[a].importance > lane.marks[b].importance; });
    return marks;
}

} // namespace

QList<PictureLabel> pictureLabels(const PictureLane& lane, Effort effort) {
    Q_ASSERT(std::is_sorted(lane.marks.begin(), lane.marks.end(),
                            [](const PictureMark& a, const PictureMark& b) { return a.x < b.x; }));
    std::vector<std::optional<Flag>> flags = chooseFlags(lane, effort).flags;
    TopRow top(lane, flags);
    bool leaders = false;
    if (lane.rows > 0)
        for (const qsizetype mark : wantingLeaders(lane, flags))
            leaders |= top.admit(mark);
    for (const TopRow::Item& item : top.items())
        flags[item.mark] = item.flag;

    const Drawer drawer(lane);
    QList<PictureLabel> labels(lane.marks.size());
    for (qsizetype mark = 0; mark < labels.size(); ++mark)
        if (flags[mark])
            labels[mark] = drawer.flag(*flags[mark], leaders);
    top.spread([&](qsizetype mark, double middle) { labels[mark] = drawer.leader(lane.marks[mark], middle); });
    int key = 0;
    for (PictureLabel& label : labels)
        if (label.naming == Naming::Key)
            label.key = ++key;
    return labels;
}

QList<double> leastDisplaced(const QList<double>& wished, const QList<double>& widths, double gap, double left,
                             double right) {
    if (wished.isEmpty())
        return {};
    // Less what the labels before it take up, a label may stand anywhere from its predecessor on: isotonic regression.
    // With bounds on all, it is the one without bounds, cut to them.
    struct Block {
        double sum;
        qsizetype count;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Block> blocks;
    QList<double> offsets{widths.front() / 2};
    for (qsizetype i = 0; i < wished.size(); ++i) {
        if (i > 0)
            offsets.append(offsets.back() + (widths[i - 1] + widths[i]) / 2 + gap);
        Block block{wished[i] - offsets[i], 1};
        for (; !blocks.empty() && blocks.back().mean() > block.mean(); blocks.pop_back())
            block = {block.sum + blocks.back().sum, block.count + blocks.back().count};
        blocks.push_back(block);
    }
    const double most = right - offsets.back() - widths.back() / 2;
    QList<double> middles;
    for (const Block& block : blocks)
        for (qsizetype i = 0; i < block.count; ++i)
            middles.append(std::max(left, std::min(block.mean(), most)) + offsets[middles.size()]);
    return middles;
}

} // namespace entente::timeline
