#include "app/timeline/layout/picture_builder.h"

#include "app/timeline/layout/frame.h"
#include "app/timeline/layout/picture_tray.h"

#include <cmath>
#include <numeric>

namespace entente::timeline {

namespace {

constexpr qsizetype mostNamed = 150; // of a lane
constexpr qsizetype mostReaching = 60;
constexpr double leastDotSpacing = 6; // mean pixels between dots
constexpr double stub = 3;            // from the end of a bar to the stem of its name

bool contains(const DaySpan& days, double day) {
    return day >= days.first && day < days.last;
}

/// Where the name of an event points at that is drawn between `left` and `right`.
double anchorOf(const EventMark& mark, double left, double right) {
    const double drawnLeft = mark.bar ? mark.bar->left() : mark.bridge ? mark.bridge->x1() : mark.place.x();
    const double drawnRight = mark.bar ? mark.bar->right() : mark.bridge ? mark.bridge->x2() : mark.place.x();
    const double first = std::clamp(drawnLeft + stub, left, right);
    return std::clamp(mark.place.x(), first, std::max(first, std::min(drawnRight - stub, right)));
}

using PlaceRange = std::pair<qsizetype, qsizetype>;

qsizetype sizeOf(const QList<PlaceRange>& ranges) {
    return std::accumulate(ranges.begin(), ranges.end(), qsizetype{0},
                           [](qsizetype sum, const PlaceRange& range) { return sum + range.second - range.first; });
}

/// At most `most` places of some ranges, in order; each range has as many of them as it has of all.
QList<qsizetype> mostImportant(const LaneIndex& index, const QList<PlaceRange>& ranges, qsizetype most) {
    const qsizetype all = sizeOf(ranges);
    QList<qsizetype> places;
    if (all == 0)
        return places;
    for (const auto& [first, last] : ranges)
        places += index.mostImportant(first, last, all <= most ? last - first : most * (last - first) / all);
    std::sort(places.begin(), places.end());
    return places;
}

/// Whether brackets would lie behind their mark, which says as much: it is hollow where a date is not exact.
bool hasHiddenBrackets(const EventMark& mark, double scale) {
    const double reach = extentOf(mark, scale);
    return mark.inFrame && mark.bar && mark.barLeft == End::Bracket && mark.barRight == End::Bracket &&
           mark.bar->left() > mark.place.x() - reach && mark.bar->right() < mark.place.x() + reach;
}

void moveDown(EventMark& mark, double pixels) {
    mark.place.ry() += pixels;
    if (mark.bar)
        mark.bar->translate(0, pixels);
    if (mark.bridge)
        mark.bridge->translate(0, pixels);
    for (QPointF& claim : mark.otherClaims)
        claim.ry() += pixels;
}

} // namespace

PictureBuilder::PictureBuilder(const Input& input, const Prepared& prepared, Scene frame, DrawnDays days)
    : Builder(input, prepared, std::move(frame)), m_days(days) {
    for (qsizetype lane = 0; lane < m_scene.laneList.size(); ++lane)
        collect(lane);
    for (qsizetype lane = 0; lane < m_scene.laneList.size(); ++lane)
        collectDots(lane);
}

/// The places of a lane whose marks stand in the span and are drawn here.
QList<PictureBuilder::PlaceRange> PictureBuilder::rangesIn(const LaneIndex& index) const {
    const qsizetype first = index.placeOf(m_input.span.first), last = index.placeOf(m_input.span.last, first);
    if (!m_days.except)
        return {{first, last}};
    const auto within = [&](double day) { return std::clamp(index.placeOf(day), first, last); };
    return {{first, within(m_days.except->first)}, {within(m_days.except->last), last}};
}

void PictureBuilder::collect(qsizetype lane) {
    const LaneIndex& index = m_prepared.lanes[static_cast<size_t>(lane)].shown;
    DraftLane& draft = m_lanes.emplace_back();
    draft.left = m_scene.lanes.left() + px(8);
    draft.right = std::max(draft.left, m_scene.lanes.right() - px(8));
    draft.scale = m_measures.scale;
    draft.numberWidth = m_measures.width(QStringLiteral("00"), TextKind::Small);
    draft.seed = static_cast<quint64>(lane) + 1;
    draft.collapsed = m_scene.laneList[lane].collapsed;
    const QList<PlaceRange> ranges = rangesIn(index);
    const QList<qsizetype> named = mostImportant(index, ranges, mostNamed);
    for (const qsizetype place : named)
        addCandidate(draft, lane, index, place);
    if (!m_days.marksOnly)
        for (const qsizetype place : index.reaching(m_input.span.first, m_input.span.last, mostReaching))
            addCandidate(draft, lane, index, place);
    std::stable_sort(draft.marks.begin(), draft.marks.end(),
                     [](const DraftMark& a, const DraftMark& b) { return a.anchor < b.anchor; });
    auto& unnamed = m_unnamed.emplace_back();
    for (const auto& [first, last] : ranges)
        for (qsizetype place = first; place < last; ++place)
            if (!std::binary_search(named.begin(), named.end(), place))
                unnamed.push_back({m_scene.scale.x(index.day(place)), index.tenor(place)});
}

void PictureBuilder::addCandidate(DraftLane& draft, qsizetype lane, const LaneIndex& index, qsizetype place) {
    const model::EventId event = index.event(place);
    auto mark = markOf(lane, event);
    if (!mark)
        return;
    mark->inFrame = contains(m_input.span, index.day(place));
    if (!mark->inFrame && !mark->bar && !mark->bridge)
        return;
    if (hasHiddenBrackets(*mark, m_measures.scale))
        mark->bar.reset();
    moveDown(*mark, -m_scene.laneList[lane].baseline);
    DraftMark named;
    named.anchor = mark->inFrame ? mark->place.x() : anchorOf(*mark, draft.left, draft.right);
    named.importance = index.importance(place);
    const FormWidths widths = widthsOf(m_input, event);
    named.width = widths[0];
    named.fullWidth = widths[1];
    named.mark = std::move(*mark);
    draft.marks.append(named);
}

/// What the filter hides stays as dots where these can be told apart.
void PictureBuilder::collectDots(qsizetype lane) {
    const LaneIndex& index = m_prepared.lanes[static_cast<size_t>(lane)].hidden;
    const auto most = static_cast<qsizetype>(m_scene.lanes.width() / px(leastDotSpacing));
    const QList<PlaceRange> ranges = rangesIn(index);
    if (sizeOf(ranges) > most)
        return;
    for (const qsizetype place : mostImportant(index, ranges, most))
        if (auto mark = markOf(lane, index.event(place))) {
            mark->selected = false;
            mark->otherClaims.clear();
            m_scene.marks.append(*mark);
        }
}

/// Lanes of their final heights, with the dots on their lines.
void PictureBuilder::reframe(Scene frame, const QList<double>& heights) {
    const QList<Lane> before = m_scene.laneList;
    frame.marks = std::move(m_scene.marks);
    m_scene = std::move(frame);
    placeLanes(m_scene, m_input, heights);
    m_scene.scrollThumb = QRectF();
    for (qsizetype lane = 0; lane < m_scene.laneList.size(); ++lane) {
        Lane& placed = m_scene.laneList[lane];
        placed.baseline = placed.frame.bottom() - m_lanes[static_cast<size_t>(lane)].below();
        for (EventMark& dot : m_scene.marks)
            if (dot.lane == lane)
                moveDown(dot, placed.baseline - before[lane].baseline);
    }
}

Scene PictureBuilder::finish(Scene frame, const QList<double>& heights, bool moment) {
    reframe(std::move(frame), heights);
    addTicks();
    addEras();
    countShown();
    for (qsizetype lane = 0; lane < m_scene.laneList.size(); ++lane)
        placeLane(lane);
    if (!m_scene.isBand)
        addHints();
    addPictureTray();
    if (moment)
        addCursor();
    addEmptyState();
    m_scene.showAll = {}; // a picture has no buttons
    m_scene.showAllText.clear();
    return std::move(m_scene);
}

void PictureBuilder::addPictureTray() {
    PictureTray tray = trayOf(m_input, m_scene.heads.width());
    m_scene.undatedUnnamed = tray.unnamed;
    if (m_scene.tray.isEmpty())
        return;
    m_scene.trayTitle = tray.title;
    for (TrayItem& item : tray.items)
        item.box.translate(m_scene.tray.topLeft());
    m_scene.trayItems = std::move(tray.items);
}

/// A lane that the frame has no room for names nothing.
void PictureBuilder::placeLane(qsizetype lane) {
    const DraftLane& draft = m_lanes[static_cast<size_t>(lane)];
    const Lane& placed = m_scene.laneList[lane];
    const bool isOut = placed.frame.bottom() > m_scene.lanes.bottom() + 0.5;
    auto& unnamed = m_unnamed[static_cast<size_t>(lane)];
    for (const DraftMark& named : draft.marks) {
        if (isOut || named.isDropped)
            unnamed.push_back({named.anchor, named.mark.tenor});
        else
            placeMark(draft, named, placed.baseline);
    }
    m_scene.unnamed += static_cast<qsizetype>(unnamed.size());
    if (!isOut)
        addColumns(lane);
}

void PictureBuilder::placeMark(const DraftLane& draft, const DraftMark& named, double line) {
    EventMark mark = named.mark;
    moveDown(mark, line - named.level * draft.levelHeight());
    if (named.label.naming == Naming::Key)
        m_scene.keys.append({mark.event, named.number,
                             numberBox(draft, named, m_measures.width(QString::number(named.number), TextKind::Small))
                                 .translated(0, line)});
    else
        placeLabel(draft, named, mark, line);
    m_scene.marks.append(mark);
}

void PictureBuilder::placeLabel(const DraftLane& draft, const DraftMark& named, const EventMark& mark, double line) {
    const double raised = line - (draft.levels - 1) * draft.levelHeight();
    Label label;
    label.event = mark.event;
    label.date = m_input.words.date(mark.event);
    label.title = named.label.full ? dossier().titleOf(mark.event) : dossier().shortTitleOf(mark.event);
    label.right = named.label.left;
    label.key = named.importance >= model::keyImportance;
    label.selected = mark.selected;
    label.dimmed = mark.emphasis == Emphasis::Dimmed;
    label.box = named.label.box.translated(0, raised).adjusted(0, px(labelRow - labelHeight), 0, 0);
    const double foot = mark.inFrame ? mark.place.y() - mark.radius : mark.place.y();
    if (named.label.naming == Naming::Flag) {
        label.stem = QLineF(named.anchor, label.box.top() + px(2), named.anchor, foot);
    } else {
        label.leader = {{named.anchor, foot}};
        for (const QPointF& point : named.label.line.mid(1))
            label.leader.append(point + QPointF(0, raised));
    }
    m_scene.labels.append(label);
}

/// How many events stand where that are not named.
void PictureBuilder::addColumns(qsizetype lane) {
    const auto& unnamed = m_unnamed[static_cast<size_t>(lane)];
    if (unnamed.empty())
        return;
    DensityStrip strip = emptyStrip(lane, m_scene.lanes.left());
    const double room = std::floor(m_scene.lanes.width() / strip.pitch);
    QList<TenorCounts> counts(std::max<qsizetype>(static_cast<qsizetype>(room), 1));
    for (const Unnamed& event : unnamed) {
        const double column = std::floor((event.x - strip.left) / strip.pitch);
        ++counts[static_cast<qsizetype>(std::clamp(column, 0.0, static_cast<double>(counts.size() - 1)))]
                [static_cast<size_t>(event.tenor)];
    }
    const double full = fullColumn();
    for (const TenorCounts& tenors : counts)
        strip.columns.append(tenors == TenorCounts{} ? DensityStrip::Heights{} : columnOf(tenors, full));
    m_scene.density.append(std::move(strip));
}

} // namespace entente::timeline
