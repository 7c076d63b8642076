#include "app/timeline/layout/builder.h"
#include "app/timeline/layout/dates.h"
#include "app/timeline/layout/label_boxes.h"

#include <cmath>
#include <numeric>

namespace entente::timeline {

namespace {

constexpr double keyRadius = 6.4;
constexpr double otherRadius = 5.2;
constexpr double pillHeight = 20;
constexpr double outsideReach = 60;  // how far beyond the view a mark may stand that draws into it
constexpr double leastSpacing = 11;  // mean pixels between marks below which they are not looked at one by one
constexpr qsizetype mostInPill = 24; // more, if they take room, become a strip
constexpr double widePill = 2;       // times what its number takes
constexpr qsizetype mostBars = 16;   // of joined marks in a lane, before they are merged
const LabelRange unlabelled{0, false, {never, never, never}};

} // namespace

std::optional<qsizetype> Builder::laneOf(model::EventId event) const {
    return m_input.lanes->laneOf(event, dossier().view(event));
}

/// A mark with what its date draws, wherever that is; none if the event is undated.
std::optional<EventMark> Builder::markOf(qsizetype lane, model::EventId event) const {
    const model::EventView row = dossier().view(event);
    EventMark mark;
    mark.event = event;
    mark.lane = lane;
    mark.place.setY(m_scene.laneList[lane].baseline);
    mark.key = row.importance >= model::keyImportance;
    mark.radius = px(mark.key ? keyRadius : otherRadius);
    mark.mark = dossier().kindOf(row).mark;
    mark.tenor = dossier().tenorOf(row);
    mark.selected = isSelected(event);
    mark.emphasis = emphasisOf(event);
    if (!depict(dossier(), row, m_scene.scale, m_scene.lanes, m_measures, mark))
        return {};
    return mark;
}

/// Adds a mark if any of it is in view; its number, or -1.
qsizetype Builder::addMark(qsizetype lane, model::EventId event) {
    auto drawn = markOf(lane, event);
    if (!drawn)
        return -1;
    EventMark& mark = *drawn;
    const double reach = mark.selected ? px(ringRadius) : mark.radius + 2;
    mark.inFrame = mark.inFrame && mark.place.x() >= m_scene.lanes.left() + std::min(reach, px(8)) &&
                   mark.place.x() <= m_scene.lanes.right() - std::min(reach, px(8));
    if (!mark.inFrame && !mark.bar && !mark.bridge)
        return -1;
    m_scene.marks.append(std::move(mark));
    return m_scene.marks.size() - 1;
}

void Builder::addMarks() {
    constexpr qsizetype usual = 500;
    m_scene.marks.reserve(usual);
    m_scene.pills.reserve(usual);
    const double margin = px(outsideReach) / m_scene.scale.pixelsPerDay();
    for (qsizetype lane = 0; lane < m_scene.laneList.size(); ++lane) {
        const double baseline = m_scene.laneList[lane].baseline;
        if (baseline < m_scene.lanes.top() + px(ringRadius) || baseline > m_scene.lanes.bottom() - px(7))
            continue;
        View view{lane, m_scene.scale.day(m_scene.lanes.left()) - margin,
                  m_scene.scale.day(m_scene.lanes.right()) + margin, 0, 0};
        const LaneIndex& index = m_prepared.lanes[static_cast<size_t>(lane)].shown;
        view.first = index.placeOf(view.firstDay);
        view.last = index.placeOf(view.lastDay, view.first);
        addMarksOf(view);
    }
}

void Builder::addMarksOf(const View& view) {
    const LaneIndex& index = m_prepared.lanes[static_cast<size_t>(view.lane)].shown;
    const qsizetype firstMark = m_scene.marks.size(), firstStrip = m_scene.density.size();
    const bool few = static_cast<double>(view.last - view.first) <= m_scene.lanes.width() / px(leastSpacing);
    addHidden(view);
    const QList<qsizetype> reaching = index.reaching(view.firstDay, view.lastDay, mostBars + 1);
    const bool crowded = reaching.size() > mostBars;
    if (crowded && few)
        addSelectedReaching(view);
    for (const qsizetype place : crowded ? QList<qsizetype>() : reaching)
        addMark(view.lane, index.event(place));
    if (few) {
        addFew(view);
        addPillsOf(view.lane, firstMark);
    } else {
        addMany(view);
    }
    mergeBars(view, firstMark, crowded);
    addSought(view.lane, firstMark, firstStrip);
}

/// The selected event, if it only reaches into view: the others that do so are one bar.
void Builder::addSelectedReaching(const View& view) {
    const auto* selected = std::get_if<model::EventId>(&m_input.selection);
    if (!selected || !m_input.shown[selected->index] || laneOf(*selected) != view.lane)
        return;
    const std::optional<model::Edtf> date = dossier().dateOf(*selected);
    const std::optional<double> day = date ? markDay(*date) : std::nullopt;
    if (day && (*day < view.firstDay || *day >= view.lastDay))
        addMark(view.lane, *selected);
}

/// Many bars on one line cannot be told apart: those of joined marks and of marks out of view become one. `crowded`:
/// the marks out of view have none of their own.
void Builder::mergeBars(const View& view, qsizetype firstMark, bool crowded) {
    QList<std::pair<double, double>> spans;
    const auto isMerged = [](const EventMark& mark) {
        return (mark.bar || mark.bridge) && !mark.selected && mark.emphasis == Emphasis::Rest &&
               (mark.inPill || !mark.inFrame);
    };
    for (qsizetype i = firstMark; i < m_scene.marks.size(); ++i) {
        const EventMark& mark = m_scene.marks[i];
        if (isMerged(mark) && mark.bar)
            spans.append({mark.bar->left(), mark.bar->right()});
        if (isMerged(mark) && mark.bridge)
            spans.append({mark.bridge->x1(), mark.bridge->x2()});
    }
    if (!crowded && spans.size() <= mostBars)
        return;
    for (qsizetype i = firstMark; i < m_scene.marks.size(); ++i)
        if (EventMark& mark = m_scene.marks[i]; isMerged(mark)) {
            mark.bar.reset();
            mark.bridge.reset();
        }
    if (crowded)
        for (const DaySpan& days :
             m_prepared.lanes[static_cast<size_t>(view.lane)].shown.reached(view.firstDay, view.lastDay))
            spans.append({std::max(m_scene.scale.x(days.first), m_scene.lanes.left()),
                          std::min(m_scene.scale.x(days.last), m_scene.lanes.right())});
    addCrowdBars(view.lane, std::move(spans));
}

/// Stretches of a lane's line in pixels, joined where they meet.
void Builder::addCrowdBars(qsizetype lane, QList<std::pair<double, double>> spans) {
    spans.removeIf([](const auto& span) { return span.second <= span.first; });
    std::sort(spans.begin(), spans.end());
    const double baseline = m_scene.laneList[lane].baseline, half = px(3.5);
    QList<QRectF> bars;
    for (const auto& [left, right] : spans) {
        if (bars.isEmpty() || left > bars.last().right())
            bars.append(QRectF(left, baseline - half, 0, 2 * half));
        bars.last().setRight(std::max(bars.last().right(), right));
    }
    m_scene.crowdBars += bars;
}

QList<LabelTiles::Placed> Builder::tileLabels(const View& view) {
    LabelTiles& tiles = *m_prepared.lanes[static_cast<size_t>(view.lane)].tiles;
    LabelTiles::Labels labels =
        tiles.labels(m_scene.scale.pixelsPerDay(), view.firstDay, view.lastDay, m_labelsToPrepare);
    m_labelsToPrepare -= labels.prepared;
    m_scene.labelsWait = m_scene.labelsWait || labels.wait;
    return std::move(labels.placed);
}

/// All marks that stand in view.
void Builder::addFew(const View& view) {
    const PreparedLane& lane = m_prepared.lanes[static_cast<size_t>(view.lane)];
    QList<LabelTiles::Placed> labels;
    if (lane.tiles)
        labels = tileLabels(view);
    auto label = labels.constBegin();
    for (qsizetype place = view.first; place < view.last; ++place) {
        const qsizetype mark = addMark(view.lane, lane.shown.event(place));
        const bool isLabelled = label != labels.constEnd() && label->place == place;
        const LabelRange range = !lane.tiles ? lane.ranges[place] : isLabelled ? label->range : unlabelled;
        if (isLabelled)
            ++label;
        if (mark >= 0 && (m_scene.marks[mark].selected || std::isfinite(range.from[0])))
            m_named.append({mark, range});
    }
}

/// Strips of columns, and of the marks those that are named or selected.
void Builder::addMany(const View& view) {
    const PreparedLane& lane = m_prepared.lanes[static_cast<size_t>(view.lane)];
    addStrips(view);
    const auto* selected = std::get_if<model::EventId>(&m_input.selection);
    const auto add = [&](model::EventId event, const LabelRange& range) {
        if (const qsizetype mark = addMark(view.lane, event); mark >= 0)
            m_named.append({mark, range});
    };
    bool hasSelected = false;
    const auto addNamed = [&](model::EventId event, const LabelRange& range) {
        hasSelected = hasSelected || (selected && *selected == event);
        add(event, range);
    };
    const double scale = m_scene.scale.pixelsPerDay();
    if (lane.tiles)
        for (const LabelTiles::Placed& label : tileLabels(view))
            addNamed(lane.shown.event(label.place), label.range);
    else
        for (qsizetype place = view.first; place < view.last; ++place)
            if (lane.ranges[place].isShown(scale))
                addNamed(lane.shown.event(place), lane.ranges[place]);
    if (selected && !hasSelected && laneOf(*selected) == view.lane && m_input.shown[selected->index])
        add(*selected, unlabelled);
}

/// What the filter hides stays as dots where these can be told apart.
void Builder::addHidden(const View& view) {
    const LaneIndex& index = m_prepared.lanes[static_cast<size_t>(view.lane)].hidden;
    const qsizetype first = index.placeOf(view.firstDay);
    const qsizetype last = index.placeOf(view.lastDay, first);
    if (static_cast<double>(last - first) <= m_scene.lanes.width() / px(leastSpacing))
        for (qsizetype place = first; place < last; ++place)
            if (const qsizetype mark = addMark(view.lane, index.event(place));
                mark >= 0 && m_scene.marks[mark].selected)
                m_named.append({mark, unlabelled});
}

/// Marks of a lane that would touch one another or their pill join, never the selected one nor what the filter hides.
/// Events come in order of their earliest day, marks need not stand in that order.
void Builder::addPillsOf(qsizetype lane, qsizetype firstMark) {
    QList<qsizetype> marks;
    m_selectedInLane.clear();
    for (qsizetype i = firstMark; i < m_scene.marks.size(); ++i) {
        const EventMark& mark = m_scene.marks[i];
        if (mark.inFrame && mark.selected)
            m_selectedInLane.append(mark.place.x());
        else if (mark.inFrame && mark.emphasis != Emphasis::FilteredOut)
            marks.append(i);
    }
    std::stable_sort(marks.begin(), marks.end(), [this](qsizetype a, qsizetype b) {
        return m_scene.marks[a].place.x() < m_scene.marks[b].place.x();
    });
    findUnnamedKeys(firstMark);
    QList<QList<qsizetype>> groups;
    for (const qsizetype mark : marks) {
        groups.append(QList<qsizetype>{mark});
        while (groups.size() > 1 && reachOf(groups[groups.size() - 2]).second > reachOf(groups.last()).first) {
            const QList<qsizetype> last = groups.takeLast();
            groups.last() += last;
        }
    }
    for (const QList<qsizetype>& group : groups)
        joinMarks(lane, group);
}

/// From where to where a mark or a pill of several takes the lane's line, pixels. A pill is kept in its lane and off
/// the ring of the selected mark here already, so that one that is pushed onto its neighbour is joined with it.
std::pair<double, double> Builder::reachOf(const QList<qsizetype>& marks) const {
    const double first = m_scene.marks[marks.first()].place.x();
    const double last = m_scene.marks[marks.last()].place.x();
    if (marks.size() < 2)
        return {first - px(pillReach / 2), last + px(pillReach / 2)};
    const double least = pillWidth(marks);
    const double width = std::max(least, last - first + px(12));
    return besideSelected((first + last - width) / 2, width, least);
}

/// Key events that stand without their name, which their pill has to tell of.
void Builder::findUnnamedKeys(qsizetype firstMark) {
    m_unnamedKeys.clear();
    for (qsizetype mark = firstMark; mark < m_scene.marks.size(); ++mark)
        if (m_scene.marks[mark].key)
            m_unnamedKeys.insert(mark);
    for (const Named& named : m_named)
        if (m_unnamedKeys.contains(named.mark) && labelInView(m_scene.marks[named.mark], named.range))
            m_unnamedKeys.remove(named.mark);
}

qsizetype Builder::unnamedKeysAmong(const QList<qsizetype>& marks) const {
    return std::count_if(marks.begin(), marks.end(), [this](qsizetype mark) { return m_unnamedKeys.contains(mark); });
}

QString Builder::pillWords(const QList<qsizetype>& marks) const {
    return m_input.words.pill ? m_input.words.pill(marks.size(), unnamedKeysAmong(marks))
                              : QString::number(marks.size());
}

double Builder::pillWidth(const QList<qsizetype>& marks) const {
    return px(18) + m_measures.width(pillWords(marks), TextKind::KeyTitle);
}

void Builder::joinMarks(qsizetype lane, const QList<qsizetype>& marks) {
    if (marks.size() < 2)
        return;
    const auto [left, right] = reachOf(marks);
    if (marks.size() > mostInPill && right - left > pillWidth(marks) * widePill)
        return joinInStrip(lane, marks);
    Pill pill;
    pill.lane = lane;
    pill.count = marks.size();
    pill.unnamedKeys = unnamedKeysAmong(marks);
    pill.words = pillWords(marks);
    for (const qsizetype mark : marks) {
        m_scene.marks[mark].inPill = true;
        ++pill.tenors[static_cast<size_t>(m_scene.marks[mark].tenor)];
        pill.members.append(m_scene.marks[mark].event);
    }
    pill.days = {m_scene.scale.day(m_scene.marks[marks.first()].place.x()),
                 m_scene.scale.day(m_scene.marks[marks.last()].place.x())};
    std::sort(pill.members.begin(), pill.members.end(),
              [this](auto a, auto b) { return dossier().orderOf(a) < dossier().orderOf(b); });
    const double baseline = m_scene.laneList[lane].baseline;
    pill.box = QRectF(left, baseline - px(pillHeight) / 2, right - left, px(pillHeight));
    m_scene.pills.append(pill);
}

/// A pill's reach kept within the lane and off the ring of the selected mark: narrowed to the least width at most, else
/// moved to its other side.
std::pair<double, double> Builder::besideSelected(double left, double width, double least) const {
    const double from = m_scene.lanes.left() + 1, to = m_scene.lanes.right() - 1;
    const auto within = [&](double first, double last) {
        const double kept = std::max(least, std::min(width, last - first));
        const double start = std::clamp(left, first, std::max(first, last - kept));
        return std::pair(start, start + kept);
    };
    const double ring = px(ringRadius);
    for (const double selected : m_selectedInLane) {
        if (selected + ring < left || selected - ring > left + width)
            continue;
        const bool isRight =
            left + width / 2 >= selected ? to - selected - ring >= least : selected - ring - from < least;
        return isRight ? within(selected + ring, to) : within(from, selected - ring);
    }
    return within(from, to);
}

/// Marks as columns; those that are named stay.
void Builder::joinInStrip(qsizetype lane, const QList<qsizetype>& marks) {
    const double scale = m_scene.scale.pixelsPerDay();
    for (const qsizetype mark : marks)
        m_scene.marks[mark].inPill = true;
    for (const Named& named : m_named)
        if (m_scene.marks[named.mark].lane == lane && named.range.isShown(scale))
            m_scene.marks[named.mark].inPill = false;
    const LaneIndex& index = m_prepared.lanes[static_cast<size_t>(lane)].shown;
    const double first = m_scene.scale.day(m_scene.marks[marks.first()].place.x());
    const double last = m_scene.scale.day(m_scene.marks[marks.last()].place.x());
    const double half = 0.5 / scale;
    View view{lane, first, last, index.placeOf(first - half), 0};
    view.last = index.placeOf(last + half, view.first);
    addStrips(view);
}

} // namespace entente::timeline
