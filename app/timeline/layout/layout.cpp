#include "app/timeline/layout/dates.h"
#include "app/timeline/layout/scene.h"

namespace entente::timeline {

namespace {

constexpr double keyRadius = 6.4;
constexpr double otherRadius = 5.2;
constexpr double rowHeight = 30;
constexpr double labelHeight = 29;
constexpr double lead = 5;
constexpr double pillReach = 11; // marks closer than this touch
constexpr double pillHeight = 20;
constexpr double ringRadius = 14;

/// Builds one scene.
class Builder {
public:
    Builder(const Input& input, const Prepared& prepared)
        : m_input(input), m_prepared(prepared), m_scene(frameOf(input)), m_measures(input.measures) {}

    Scene build() {
        addTicks();
        addEras();
        addMarks();
        addPills();
        addLabels();
        addHints();
        addTray();
        addMinimap();
        addCursor();
        addEmptyState();
        return std::move(m_scene);
    }

private:
    const model::Dossier& dossier() const { return *m_input.dossier; }
    bool isSelected(model::EventId event) const { return m_input.selection == model::Subject(event); }
    double px(double length) const { return m_measures.px(length); }

    Emphasis emphasisOf(model::EventId event) const {
        if (!m_input.shown[event.index])
            return Emphasis::FilteredOut;
        return m_input.inFocus.isEmpty() || m_input.inFocus[event.index] ? Emphasis::Rest : Emphasis::Dimmed;
    }

    void addTicks() {
        m_scene.ticks = ticks(m_scene.scale, m_scene.axis.left(), m_scene.axis.right(), m_input.words.tick,
                              [this](const QString& text, bool strong) {
                                  return m_measures.width(text, strong ? TextKind::TickStrong : TextKind::Tick);
                              });
    }

    void addEras();
    void addEra(model::EraId id, qsizetype row, double rowHeightPixels);
    void addMarks();
    qsizetype laneOf(model::EventId event) const;
    void addPills();
    void addPillsOf(qsizetype lane);
    void joinMarks(qsizetype lane, const QList<qsizetype>& marks);
    std::pair<double, double> reachOf(const QList<qsizetype>& marks) const;
    double pillWidth(qsizetype count) const;
    QRectF besideSelected(qsizetype lane, QRectF box, double least) const;
    void addLabels();
    void addLabel(const EventMark& mark, const LabelRange& range);
    void addSelectedLabel(const EventMark& mark, const LabelRange& range);
    Label labelAt(const EventMark& mark, int row, bool left, const QString& title) const;
    bool isClear(const QRectF& box) const;
    void addHints();
    void addHint(qsizetype lane);
    void addTray();
    void addMinimap();
    void addCursor();
    void addEmptyState();

    const Input& m_input;
    const Prepared& m_prepared;
    Scene m_scene;
    const Measures& m_measures;
};

void Builder::addEras() {
    if (m_scene.strip.height() <= 0)
        return;
    QList<int> bands;
    for (const model::Era& era : dossier().tables().eras)
        if (!bands.contains(era.band))
            bands.append(era.band);
    std::sort(bands.begin(), bands.end());
    const double height = px(16);
    for (qsizetype i = 0; i < dossier().tables().eras.size(); ++i) {
        const qsizetype row = bands.indexOf(dossier().tables().eras[i].band);
        if (static_cast<double>(row) * height < m_scene.strip.height())
            addEra(model::EraId(i), row, height);
    }
}

void Builder::addEra(model::EraId id, qsizetype row, double height) {
    const model::Edtf& date = dossier().era(id).date;
    const auto first = date.start().earliest.isKnown() ? m_scene.scale.x(static_cast<double>(date.start().earliest.day))
                                                       : m_scene.strip.left();
    const auto last = date.end().latest.isKnown() ? m_scene.scale.x(static_cast<double>(date.end().latest.day))
                                                  : m_scene.strip.right();
    const double left = std::max(first, m_scene.strip.left());
    const double right = std::min(last, m_scene.strip.right());
    if (right - left < 1)
        return;
    EraBox era{id,
               QRectF(left, m_scene.strip.top() + static_cast<double>(row) * height, right - left, height),
               {},
               left + px(4)};
    const QString& label = dossier().era(id).label;
    if (m_measures.width(label, TextKind::Small) + px(8) <= era.box.width())
        era.text = label;
    m_scene.eras.append(era);
}

qsizetype Builder::laneOf(model::EventId event) const {
    const model::ThemeId theme = dossier().laneOf(event);
    for (qsizetype i = 0; i < m_scene.laneList.size(); ++i)
        if (m_scene.laneList[i].theme == theme)
            return i;
    return m_scene.laneList.size() - 1;
}

void Builder::addMarks() {
    for (const model::EventId event : dossier().eventsInOrder()) {
        EventMark mark;
        mark.event = event;
        mark.lane = laneOf(event);
        const Lane& lane = m_scene.laneList[mark.lane];
        if (lane.baseline < m_scene.lanes.top() + px(ringRadius) || lane.baseline > m_scene.lanes.bottom() - px(7))
            continue;
        mark.place.setY(lane.baseline);
        mark.radius = px(dossier().event(event).importance >= model::keyImportance ? keyRadius : otherRadius);
        mark.mark = dossier().kindOf(event).mark;
        mark.tenor = dossier().tenorOf(event);
        mark.selected = isSelected(event);
        mark.emphasis = emphasisOf(event);
        if (!depict(dossier(), m_scene.scale, m_scene.lanes, m_measures, mark))
            continue;
        const double reach = mark.selected ? px(ringRadius) : mark.radius + 2;
        mark.inFrame = mark.inFrame && mark.place.x() >= m_scene.lanes.left() + std::min(reach, px(8)) &&
                       mark.place.x() <= m_scene.lanes.right() - std::min(reach, px(8));
        if (mark.inFrame || mark.bar || mark.bridge)
            m_scene.marks.append(mark);
    }
}

void Builder::addPills() {
    for (qsizetype lane = 0; lane < m_scene.laneList.size(); ++lane)
        addPillsOf(lane);
}

/// Marks of a lane that would touch one another or their pill join, never the selected one nor what the filter hides.
/// Events come in order of their earliest day, marks need not stand in that order.
void Builder::addPillsOf(qsizetype lane) {
    QList<qsizetype> marks;
    for (qsizetype i = 0; i < m_scene.marks.size(); ++i)
        if (const EventMark& mark = m_scene.marks[i];
            mark.lane == lane && mark.inFrame && !mark.selected && mark.emphasis != Emphasis::FilteredOut)
            marks.append(i);
    std::stable_sort(marks.begin(), marks.end(), [this](qsizetype a, qsizetype b) {
        return m_scene.marks[a].place.x() < m_scene.marks[b].place.x();
    });
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

/// From where to where a mark or a pill of several takes the lane's line, pixels.
std::pair<double, double> Builder::reachOf(const QList<qsizetype>& marks) const {
    const double first = m_scene.marks[marks.first()].place.x();
    const double last = m_scene.marks[marks.last()].place.x();
    const double around = px(marks.size() > 1 ? 6 : pillReach / 2);
    const double wanted = marks.size() > 1 ? pillWidth(marks.size()) : 0;
    const double half = std::max(wanted, last - first + 2 * around) / 2;
    return {(first + last) / 2 - half, (first + last) / 2 + half};
}

double Builder::pillWidth(qsizetype count) const {
    return px(18) + m_measures.width(QString::number(count), TextKind::KeyTitle);
}

void Builder::joinMarks(qsizetype lane, const QList<qsizetype>& marks) {
    if (marks.size() < 2)
        return;
    Pill pill;
    pill.lane = lane;
    for (const qsizetype mark : marks) {
        m_scene.marks[mark].inPill = true;
        pill.members.append(m_scene.marks[mark].event);
    }
    std::sort(pill.members.begin(), pill.members.end(),
              [this](auto a, auto b) { return dossier().orderOf(a) < dossier().orderOf(b); });
    const auto [left, right] = reachOf(marks);
    const double baseline = m_scene.laneList[lane].baseline;
    pill.box = QRectF(left, baseline - px(pillHeight) / 2, right - left, px(pillHeight));
    pill.box = besideSelected(lane, pill.box, pillWidth(marks.size()));
    m_scene.pills.append(pill);
}

/// A pill's box kept within the lane and off the ring of the selected mark: narrowed, else moved to its other side.
QRectF Builder::besideSelected(qsizetype lane, QRectF box, double least) const {
    const double from = m_scene.lanes.left() + 1, to = m_scene.lanes.right() - 1;
    const auto within = [&](double left, double right) {
        const double width = std::max(least, std::min(box.width(), right - left));
        const double start = std::clamp(box.left(), left, std::max(left, right - width));
        return QRectF(start, box.top(), width, box.height());
    };
    for (const EventMark& mark : m_scene.marks) {
        if (!mark.selected || mark.lane != lane || !mark.inFrame)
            continue;
        const double ring = px(ringRadius);
        if (mark.place.x() + ring < box.left() || mark.place.x() - ring > box.right())
            continue;
        const bool isRight = box.center().x() >= mark.place.x() ? to - mark.place.x() - ring >= least
                                                                : mark.place.x() - ring - from < least;
        return isRight ? within(mark.place.x() + ring, to) : within(from, mark.place.x() - ring);
    }
    return within(from, to);
}

Label Builder::labelAt(const EventMark& mark, int row, bool left, const QString& title) const {
    const Lane& lane = m_scene.laneList[mark.lane];
    Label label;
    label.event = mark.event;
    label.date = m_input.words.date(mark.event);
    label.title = title;
    label.right = left;
    label.key = dossier().event(mark.event).importance >= model::keyImportance;
    label.selected = mark.selected;
    label.dimmed = mark.emphasis == Emphasis::Dimmed;
    const double width = std::max(m_measures.width(label.date, TextKind::Date),
                                  m_measures.width(title, label.key ? TextKind::KeyTitle : TextKind::Title));
    const double bottom =
        lane.baseline - px(lane.baseline > lane.frame.bottom() - px(12) ? 7 : 10) - row * px(rowHeight);
    const double x = left ? mark.place.x() - px(lead) - width : mark.place.x() + px(lead);
    label.box = QRectF(x, bottom - px(labelHeight), width, px(labelHeight));
    label.stem = QLineF(mark.place.x(), label.box.top() + px(2), mark.place.x(), lane.baseline - mark.radius);
    return label;
}

void Builder::addLabel(const EventMark& mark, const LabelRange& range) {
    if (!range.isShown(m_scene.scale.pixelsPerDay()))
        return;
    const model::Event& event = dossier().event(mark.event);
    const bool isLong = range.isLong(m_scene.scale.pixelsPerDay()) || event.shortTitle.isEmpty();
    const Label label = labelAt(mark, range.row, range.left, isLong ? event.title : event.shortTitle);
    if (m_scene.lanes.contains(label.box) && isClear(label.box))
        m_scene.labels.append(label);
}

/// Whether nothing that always shows lies here: the frame of the selected label.
bool Builder::isClear(const QRectF& box) const {
    return std::none_of(m_scene.labels.begin(), m_scene.labels.end(), [&](const Label& label) {
        return label.selected && label.box.adjusted(-px(8), px(1), px(8), -px(1)).intersects(box);
    });
}

/// Shown wherever it fits: at its own place, else on the other side, else pushed into the frame.
void Builder::addSelectedLabel(const EventMark& mark, const LabelRange& range) {
    const model::Event& event = dossier().event(mark.event);
    const int row = std::max(0, std::min(range.row, m_scene.laneList[mark.lane].rows - 1));
    const QRectF room = m_scene.lanes.adjusted(px(8), 0, -px(8), 0);
    const bool isLong = range.isLong(m_scene.scale.pixelsPerDay());
    for (const QString& title : {isLong ? event.title : event.shortTitle, event.shortTitle, event.title}) {
        if (title.isEmpty())
            continue;
        for (const bool left : {range.left, !range.left})
            if (const Label label = labelAt(mark, row, left, title); room.contains(label.box))
                return m_scene.labels.prepend(label);
    }
    Label label = labelAt(mark, row, range.left, m_measures.elided(event.title, TextKind::KeyTitle, room.width()));
    label.box.moveLeft(
        std::clamp(label.box.left(), room.left(), std::max(room.left(), room.right() - label.box.width())));
    label.box.moveTop(std::max(label.box.top(), room.top()));
    if (room.contains(label.box))
        m_scene.labels.prepend(label);
}

void Builder::addLabels() {
    QHash<model::EventId, const EventMark*> marks;
    for (const EventMark& mark : m_scene.marks)
        marks.insert(mark.event, &mark);
    const auto each = [&](auto use) {
        for (qsizetype lane = 0; lane < m_prepared.events.size(); ++lane)
            for (qsizetype i = 0; i < m_prepared.events[lane].size(); ++i)
                if (const EventMark* mark = marks.value(m_prepared.events[lane][i]); mark && mark->inFrame)
                    use(*mark, m_prepared.ranges[lane][i]);
    };
    each([this](const EventMark& mark, const LabelRange& range) {
        if (mark.selected)
            addSelectedLabel(mark, range);
    });
    each([this](const EventMark& mark, const LabelRange& range) {
        if (!mark.selected)
            addLabel(mark, range);
    });
}

void Builder::addHints() {
    for (qsizetype lane = 0; lane < m_scene.laneList.size(); ++lane) {
        const auto inLane = [lane](const EventMark& mark) { return mark.lane == lane && (mark.inFrame || mark.bar); };
        if (std::none_of(m_scene.marks.begin(), m_scene.marks.end(), inLane))
            addHint(lane);
    }
}

void Builder::addHint(qsizetype lane) {
    model::EventId nearest;
    double distance = 0;
    const double middle = (m_input.span.first + m_input.span.last) / 2;
    for (const model::EventId event : m_prepared.events[lane]) {
        const double away = markDay(dossier().claimInUse(event)->date).value_or(middle) - middle;
        if (!nearest.isValid() || std::abs(away) < std::abs(distance)) {
            nearest = event;
            distance = away;
        }
    }
    const double baseline = m_scene.laneList[lane].baseline;
    if (!nearest.isValid() || baseline > m_scene.lanes.bottom() || baseline < m_scene.lanes.top() + px(16))
        return;
    const model::Event& event = dossier().event(nearest);
    const QString words = (event.shortTitle.isEmpty() ? event.title : event.shortTitle) + QStringLiteral(", ") +
                          m_input.words.date(nearest);
    const double room = m_scene.lanes.width() - px(40);
    const QString text = m_measures.elided(words, TextKind::Small, room);
    const double width = m_measures.width(text, TextKind::Small) + px(18);
    const double left = distance < 0 ? m_scene.lanes.left() + px(8) : m_scene.lanes.right() - px(8) - width;
    m_scene.hints.append({QRectF(left, baseline - px(12), width, px(18)), text, nearest, distance < 0});
}

void Builder::addTray() {
    if (m_scene.tray.isEmpty())
        return;
    m_scene.trayTitle = m_measures.elided(m_input.words.undated, TextKind::LaneName, m_scene.heads.width() - px(24));
    double left = m_scene.lanes.left() + px(8);
    for (const model::EventId event : dossier().undatedEvents()) {
        const QString text = dossier().event(event).title;
        const double width = px(24) + m_measures.width(text, TextKind::Title);
        if (left + width > m_scene.tray.right() - px(8))
            return;
        m_scene.trayItems.append({event, QRectF(left, m_scene.tray.top() + px(3), width, m_scene.tray.height() - px(6)),
                                  text, isSelected(event), emphasisOf(event)});
        left += width + px(12);
    }
}

void Builder::addMinimap() {
    if (m_scene.bottom.isEmpty())
        return;
    Minimap& map = m_scene.minimap;
    m_scene.bottomTitle = m_input.words.wholePeriod;
    m_scene.bottomText = m_input.words.dragToMove;
    map.frame = QRectF(m_scene.lanes.left(), m_scene.bottom.top() + px(6), m_scene.lanes.width() - px(12),
                       std::max(px(12), m_scene.bottom.height() - px(30)));
    const Scale scale = Scale::fitting(m_input.whole.first, m_input.whole.last, map.frame.left(), map.frame.width());
    const double side = px(3.6);
    QHash<int, int> stacked;
    for (const model::EventId event : dossier().eventsInOrder()) {
        const auto day = markDay(dossier().claimInUse(event)->date);
        if (!day)
            continue;
        const double x = std::clamp(scale.x(*day), map.frame.left() + side, map.frame.right() - side);
        const int column = static_cast<int>(x / (side + 1));
        const double bottom = map.frame.bottom() - px(3) - (side + 1) * stacked[column]++;
        if (bottom - side > map.frame.top())
            map.ticks.append({QRectF(x - side / 2, bottom - side, side, side), dossier().tenorOf(event),
                              emphasisOf(event) == Emphasis::Rest});
    }
    const double left = std::max(scale.x(m_input.span.first), map.frame.left());
    const double right = std::min(scale.x(m_input.span.last), map.frame.right());
    map.brush = QRectF(left, map.frame.top(), std::max(right - left, 2.0), map.frame.height());
    map.cursor = std::clamp(scale.x(static_cast<double>(m_input.moment) + 0.5), map.frame.left(), map.frame.right());
    map.years = ticks(scale, map.frame.left(), map.frame.right(), m_input.words.tick,
                      [this](const QString& text, bool) { return m_measures.width(text, TextKind::Small); });
}

void Builder::addCursor() {
    const double x = m_scene.scale.x(static_cast<double>(m_input.moment) + 0.5);
    if (x < m_scene.lanes.left() || x > m_scene.lanes.right())
        return;
    m_scene.cursor = x;
    m_scene.flagText = m_input.words.day(m_input.moment);
    const double width = m_measures.width(m_scene.flagText, TextKind::TickStrong) + px(20);
    m_scene.flag = QRectF(std::clamp(x - width / 2, m_scene.axis.left(), m_scene.axis.right() - width),
                          m_scene.axis.bottom() - px(24), width, px(20));
    for (Tick& tick : m_scene.ticks) {
        const double textWidth = m_measures.width(tick.text, tick.strong ? TextKind::TickStrong : TextKind::Tick);
        const bool isBeside =
            tick.textX + textWidth + px(4) < m_scene.flag.left() || tick.textX > m_scene.flag.right() + px(4);
        if (!tick.upper && !isBeside)
            tick.text.clear();
    }
}

void Builder::addEmptyState() {
    const bool anyInView = std::any_of(m_scene.marks.begin(), m_scene.marks.end(),
                                       [](const EventMark& mark) { return mark.emphasis != Emphasis::FilteredOut; });
    if (dossier().eventsInOrder().isEmpty())
        m_scene.emptyText = m_input.words.noEvents;
    const bool allHidden = !dossier().eventsInOrder().isEmpty() &&
                           std::none_of(m_input.shown.begin(), m_input.shown.end(), [](bool shown) { return shown; });
    if (anyInView || !allHidden)
        return;
    m_scene.emptyText = m_input.words.nothingShown;
    m_scene.showAllText = m_input.words.showAll;
    const double width = m_measures.width(m_scene.showAllText, TextKind::Title) + px(28);
    m_scene.showAll =
        QRectF(m_scene.lanes.center().x() - width / 2, m_scene.lanes.center().y() + px(14), width, px(28));
}

} // namespace

Scene layOut(const Input& input, const Prepared& prepared) {
    return Builder(input, prepared).build();
}

} // namespace entente::timeline
