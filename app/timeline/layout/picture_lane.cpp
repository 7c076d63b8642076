#include "app/timeline/layout/picture_lane.h"

#include "app/timeline/layout/builder.h"
#include "app/timeline/layout/label_boxes.h"
#include "app/timeline/layout/picture_flags.h"

namespace entente::timeline {

namespace {

constexpr int mostRowsTried = 5;
constexpr double lift = 11; // from the topmost mark's middle to the lowest row
constexpr double liftOfRing = 15;
constexpr double above = 4; // the topmost row
constexpr double channel = 16;
constexpr double leaderReach = 130;
constexpr double numberHeight = 13;
constexpr double numberGap = 2;
constexpr double outline = 1;
constexpr int windowLevels = 2;
constexpr qint64 costOfDropped = 800; // twice that of a number
constexpr double barStub = 3;         // half of what a stem takes of a bar whose mark is out of view

double shapeReach(model::Mark mark) {
    switch (mark) {
    case model::Mark::Diamond:
        return 1.35;
    case model::Mark::Star:
        return 1.47;
    case model::Mark::Triangle:
        return 1.27;
    case model::Mark::Balloon:
        return 1.28;
    case model::Mark::Disc:
    case model::Mark::Square:
        break;
    }
    return 1.13;
}

bool hasRing(const DraftLane& lane) {
    return std::any_of(lane.marks.begin(), lane.marks.end(), [](const DraftMark& mark) { return mark.mark.selected; });
}

double liftOf(const DraftLane& lane) {
    return lane.px(hasRing(lane) ? liftOfRing : lift);
}

/// The lane as the labels see it.
PictureLane roomOf(const DraftLane& lane, int rows, bool leaders) {
    PictureLane room;
    for (const DraftMark& mark : lane.marks)
        room.marks.append({mark.anchor, mark.width, mark.fullWidth, mark.importance});
    room.rows = lane.collapsed ? 0 : rows;
    room.rowHeight = lane.px(labelRow);
    room.left = lane.left;
    room.right = lane.right;
    room.radius = lane.px(5.2);
    room.lift = liftOf(lane);
    room.channel = leaders ? lane.px(channel) : 0;
    room.reach = leaders ? lane.px(leaderReach) : 0;
    room.lead = lane.px(labelLead);
    room.gap = lane.px(labelGap);
    room.seed = lane.seed;
    return room;
}

Footprint footprintOf(const DraftLane& lane, const DraftMark& draft) {
    Footprint footprint;
    const double half = draft.mark.selected  ? lane.px(ringRadius)
                        : draft.mark.inFrame ? extentOf(draft.mark, lane.scale)
                                             : lane.px(barStub);
    const double gap = lane.px(outline) / 2;
    footprint.stretches.append({draft.anchor - half - gap, draft.anchor + half + gap});
    if (draft.label.naming == Naming::Key) {
        const QRectF number = numberBox(lane, draft, lane.numberWidth);
        footprint.stretches.append({number.left() - gap, number.right() + lane.px(numberGap)});
    }
    for (const QPointF& claim : draft.mark.otherClaims)
        footprint.stretches.append({claim.x() - half - gap, claim.x() + half + gap});
    footprint.levels = draft.mark.selected ? 2 : 1;
    return footprint;
}

/// The selected mark on the line, then those whose number no stem may cross, then as their labels rise: of marks at one
/// place the higher has the higher label.
QList<qsizetype> stackingOrder(const DraftLane& lane) {
    QList<qsizetype> order;
    for (qsizetype i = 0; i < lane.marks.size(); ++i)
        if (!lane.marks[i].isDropped)
            order.append(i);
    const auto rank = [&](qsizetype i) {
        const DraftMark& mark = lane.marks[i];
        const bool isKey = mark.label.naming == Naming::Key;
        return std::tuple(!mark.mark.selected, isKey ? -1 : mark.label.row, isKey ? -mark.importance : 0);
    };
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return rank(a) < rank(b); });
    return order;
}

QList<Footprint> footprintsOf(const DraftLane& lane, const QList<qsizetype>& marks) {
    QList<Footprint> footprints;
    if (lane.window)
        footprints.append({{*lane.window}, windowLevels});
    for (const qsizetype mark : marks)
        footprints.append(footprintOf(lane, lane.marks[mark]));
    return footprints;
}

/// The mark to do without so that another has room: the least important numbered one nearby, else itself.
qsizetype victimFor(const DraftLane& lane, qsizetype crowded) {
    qsizetype victim = crowded;
    const double near = lane.px(3 * numberHeight) + 2 * lane.numberWidth;
    for (qsizetype i = 0; i < lane.marks.size(); ++i) {
        const DraftMark& mark = lane.marks[i];
        if (mark.isDropped || mark.label.naming != Naming::Key || mark.mark.selected ||
            std::abs(mark.anchor - lane.marks[crowded].anchor) > near)
            continue;
        if (lane.marks[victim].label.naming != Naming::Key || mark.importance < lane.marks[victim].importance)
            victim = i;
    }
    return victim;
}

bool isComplete(const ChosenFlags& chosen) {
    return std::all_of(chosen.flags.begin(), chosen.flags.end(), [](const auto& flag) { return flag.has_value(); });
}

/// The labels as the flags alone would have them, which is enough to tell how high the marks stack.
void takeFlags(DraftLane& lane, const ChosenFlags& chosen) {
    for (qsizetype i = 0; i < lane.marks.size(); ++i) {
        const auto& flag = chosen.flags[static_cast<size_t>(i)];
        lane.marks[i].label.naming = flag ? Naming::Flag : Naming::Key;
        lane.marks[i].label.row = flag ? flag->row : 0;
    }
}

} // namespace

double extentOf(const EventMark& mark, double scale) {
    return mark.radius * shapeReach(mark.mark) + outline * scale / 2;
}

double DraftLane::levelHeight() const {
    double height = px(numberHeight);
    for (const DraftMark& mark : marks)
        height = std::max(height, 2 * extentOf(mark.mark, scale) + px(outline));
    return height;
}

double DraftLane::height() const {
    const double labels = rows * px(labelRow) + (leaders ? px(channel) : 0);
    return below() + (levels - 1) * levelHeight() + liftOf(*this) + labels + px(above);
}

QRectF numberBox(const DraftLane& lane, const DraftMark& mark, double width) {
    const double half = mark.mark.selected  ? lane.px(ringRadius)
                        : mark.mark.inFrame ? extentOf(mark.mark, lane.scale)
                                            : lane.px(barStub);
    const double beside = half + lane.px(numberGap);
    double x = mark.numberLeft ? mark.anchor - beside - width : mark.anchor + beside;
    for (const QPointF& claim : mark.mark.otherClaims) // the number stands beyond a claim that it would cover
        if (claim.x() + half > x && claim.x() - half < x + width)
            x = mark.numberLeft ? claim.x() - beside - width : claim.x() + beside;
    const double height = lane.px(numberHeight);
    return {x, -mark.level * lane.levelHeight() - height / 2, width, height};
}

RowChoice LaneChoice::within(int mostLevels) const {
    RowChoice choice{height, cost};
    for (qsizetype level = mostLevels; level < onLevel.size(); ++level) {
        choice.height -= levelHeight;
        choice.cost += costOfDropped * onLevel[level];
    }
    return choice;
}

QList<LaneChoice> rowChoices(const DraftLane& lane) {
    QList<LaneChoice> choices;
    for (int rows = 0; rows <= (lane.collapsed ? 0 : mostRowsTried); ++rows) {
        DraftLane tried = lane;
        const ChosenFlags chosen = chooseFlags(roomOf(lane, rows, false), Effort::Quick);
        takeFlags(tried, chosen);
        stackMarks(tried, std::numeric_limits<int>::max());
        tried.rows = rows;
        tried.leaders = rows > 0 && !isComplete(chosen);
        LaneChoice choice{tried.height(), tried.levelHeight(), QList<int>(tried.levels, 0), chosen.cost};
        for (const DraftMark& mark : tried.marks)
            ++choice.onLevel[mark.level];
        choices.append(choice);
        if (lane.marks.isEmpty())
            break;
    }
    return choices;
}

void nameMarks(DraftLane& lane, Effort effort) {
    lane.leaders = !isComplete(chooseFlags(roomOf(lane, lane.rows, false), Effort::Quick));
    const QList<PictureLabel> labels = pictureLabels(roomOf(lane, lane.rows, lane.leaders), effort);
    int rows = 0;
    bool hasLeaders = false;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        lane.marks[i].label = labels[i];
        hasLeaders = hasLeaders || labels[i].naming == Naming::Leader;
        if (labels[i].naming != Naming::Key)
            rows = std::max(rows, labels[i].row + 1);
    }
    lane.rows = rows;
    lane.leaders = lane.leaders && hasLeaders;
}

void stackMarks(DraftLane& lane, int mostLevels) {
    for (DraftMark& mark : lane.marks) {
        mark.level = 0;
        mark.numberLeft = numberBox(lane, mark, lane.numberWidth).right() > lane.right;
    }
    for (;;) {
        const QList<qsizetype> order = stackingOrder(lane);
        const QList<Footprint> footprints = footprintsOf(lane, order);
        const QList<int> levels = stacked(footprints, mostLevels).mid(footprints.size() - order.size());
        if (const qsizetype crowded = levels.indexOf(-1); crowded >= 0) {
            lane.marks[victimFor(lane, order[crowded])].isDropped = true;
            continue;
        }
        lane.levels = lane.window ? windowLevels : 1;
        for (qsizetype i = 0; i < order.size(); ++i) {
            DraftMark& mark = lane.marks[order[i]];
            mark.level = levels[i];
            lane.levels = std::max(lane.levels, levels[i] + footprintOf(lane, mark).levels);
        }
        return;
    }
}

} // namespace entente::timeline
