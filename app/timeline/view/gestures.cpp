// What mouse and keyboard do in the timeline.

#include "app/timeline/layout/dates.h"
#include "app/timeline/view/timeline_view.h"

#include <QMenu>
#include <QToolTip>

namespace entente::timeline {

namespace {

/// Ctrl+Shift marks a second moment (decision 28).
bool isToCompare(Qt::KeyboardModifiers modifiers) {
    return modifiers.testFlags(Qt::ControlModifier | Qt::ShiftModifier);
}

constexpr double notch = 0.85; // of the span a step of the wheel leaves
constexpr double pixelsPerZoom = 300;
constexpr double snapReach = 6;
constexpr double dragStart = 4;
constexpr quint64 restTime = 60;                   // milliseconds
constexpr double partedFrom = 11;                  // pixels between marks
constexpr double smallStep = 0.1, largeStep = 0.5; // of the width
} // namespace

void TimelineView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const QPoint pixels = event->pixelDelta();
    const QPointF delta = pixels.isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(pixels);
    if (scene().heads.contains(event->position()))
        return scrollLanes(delta.y());
    if (event->modifiers() & Qt::ShiftModifier || std::abs(delta.x()) > std::abs(delta.y()))
        return pan(std::abs(delta.x()) > std::abs(delta.y()) ? delta.x() : delta.y());
    const double factor =
        pixels.isNull() ? std::pow(1 / notch, event->angleDelta().y() / 120.0) : std::exp(delta.y() / pixelsPerZoom);
    if (factor != 1)
        zoomAt(event->position().x(), factor);
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    m_flight.stop();
    m_pressed = m_last = event->position();
    m_pressedHit = hitTest(scene(), m_pressed);
    m_dragged = false;
    m_before = m_exploration.view();
    m_flagFocused = m_pressedHit.part == Hit::Part::Flag;
    m_gesture = gestureOf(*event);
    m_lastTime = event->timestamp();
    m_speed = 0;
    // By key, the next press selects the other end.
    if (!m_measuresSelection)
        setMeasure({});
    const exploration::Span span = m_exploration.span();
    m_grip = m_pressed.x() - minimapScale().x(m_gesture == Gesture::BrushRight ? span.last : span.first);
}

/// What a drag from here will do.
TimelineView::Gesture TimelineView::gestureOf(const QMouseEvent& event) const {
    if (event.button() == Qt::MiddleButton)
        return Gesture::Pan;
    switch (m_pressedHit.part) {
    case Hit::Part::Flag:
        return Gesture::Flag;
    case Hit::Part::Brush:
        return Gesture::Brush;
    case Hit::Part::BrushLeft:
        return Gesture::BrushLeft;
    case Hit::Part::BrushRight:
        return Gesture::BrushRight;
    case Hit::Part::LaneHead:
        return Gesture::Scroll;
    case Hit::Part::Axis:
        return Gesture::Band;
    case Hit::Part::Minimap:
        return Gesture::None;
    default:
        return event.modifiers() & Qt::ShiftModifier ? Gesture::Measure : Gesture::Pan;
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
        const Hit hit = hitTest(scene(), at);
        m_exploration.hover(hit.subject());
        showTip(hit, event->globalPosition().toPoint());
        setCursor(hit.part == Hit::Part::Flag || hit.part == Hit::Part::Brush ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    m_dragged = m_dragged || (at - m_pressed).manhattanLength() > dragStart;
    if (!m_dragged)
        return;
    dragTo(*event);
    m_last = at;
}

void TimelineView::dragTo(const QMouseEvent& event) {
    const QPointF at = event.position();
    if (m_gesture == Gesture::Pan) {
        const auto passed = static_cast<double>(event.timestamp() - std::exchange(m_lastTime, event.timestamp()));
        m_speed = passed > 0 ? (at.x() - m_last.x()) / passed : 0;
        pan(at.x() - m_last.x());
    } else if (m_gesture == Gesture::Band) {
        update();
    } else if (m_gesture == Gesture::Measure) {
        setMeasure(Measure{measureEndAt(m_pressed), measureEndAt(at), at.y()});
    } else if (m_gesture == Gesture::Scroll) {
        scrollLanes(at.y() - m_last.y());
    } else if (m_gesture == Gesture::Flag) {
        setMomentAt(at.x(), !(event.modifiers() & Qt::ControlModifier));
    } else if (m_gesture != Gesture::None) {
        dragBrush(at.x());
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    const bool clicked = !m_dragged && event->button() == Qt::LeftButton;
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    if (m_dragged && gesture == Gesture::Band)
        flyTo({scene().scale.day(std::min(m_pressed.x(), m_last.x())),
               scene().scale.day(std::max(m_pressed.x(), m_last.x()))});
    // A hand that rested before it let go meant this place.
    if (m_dragged && gesture == Gesture::Pan && event->timestamp() - m_lastTime < restTime)
        glide(m_speed);
    if (!clicked)
        return update();
    if (m_pressedHit.part == Hit::Part::Axis && isToCompare(event->modifiers()))
        return m_exploration.compareWith(dayAt(event->position().x(), true));
    if (m_pressedHit.part == Hit::Part::Axis)
        return setMomentAt(event->position().x(), !(event->modifiers() & Qt::ControlModifier));
    if (m_pressedHit.part == Hit::Part::Minimap) {
        const double day = minimapScale().day(event->position().x());
        const double half = m_exploration.span().width() / 2;
        return flyTo({day - half, day + half});
    }
    click(m_pressedHit);
}

void TimelineView::click(const Hit& hit) {
    if (hit.part == Hit::Part::ShowAll)
        return m_exploration.setFilter({});
    if (hit.part == Hit::Part::Outside)
        return flyTo(furthest());
    if (hit.part == Hit::Part::Hint) {
        m_exploration.select(hit.event);
        return reveal(hit.event);
    }
    if (!model::isNothing(hit.subject()))
        m_exploration.select(hit.subject());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    // What was clicked may stand elsewhere by now, and the release that follows is no click.
    const Hit clicked = std::exchange(m_pressedHit, {});
    goIn(model::isNothing(clicked.subject()) ? hitTest(scene(), event->position()) : clicked,
         event->globalPosition().toPoint());
}

void TimelineView::goIn(const Hit& hit, QPoint at) {
    if (hit.part == Hit::Part::Pill) {
        openPill(Pill(scene().pills[hit.index]), at);
    } else if (hit.part == Hit::Part::LaneHead && hit.index >= 0) {
        toggleLane(QString(scene().laneList[hit.index].key));
    } else if (hit.part == Hit::Part::Minimap || hit.part == Hit::Part::Brush || hit.part == Hit::Part::BrushLeft ||
               hit.part == Hit::Part::BrushRight) {
        fit();
    } else if (!model::isNothing(hit.subject())) {
        m_exploration.goInto(hit.subject());
    }
}

/// Flies so that a pill's members fill 60 % of the width; those that the zoom limit cannot part open as a list. A strip
/// that is as wide as the view comes closer about the hand.
void TimelineView::openPill(const Pill& pill, QPoint at) {
    constexpr double share = 0.6, closer = 4;
    const double spread = pill.days.width();
    if (spread * largestPixelsPerDay(m_exploration.dossier()->hasTimes()) < partedFrom)
        return listMembers(pill, at);
    const exploration::Span span = m_exploration.span();
    if (pill.strip && spread > share * span.width() / closer) {
        const double day = scene().scale.day(mapFromGlobal(QPointF(at)).x());
        const double width = span.width() / closer;
        return flyTo({day - width / 2, day + width / 2});
    }
    const double width = std::max(spread / share, 1.0);
    const double middle = (pill.days.first + pill.days.last) / 2;
    flyTo({middle - width / 2, middle + width / 2});
}

void TimelineView::listMembers(const Pill& pill, QPoint at) {
    QMenu menu(this);
    for (const model::EventId member : pill.members) {
        const QString title = m_exploration.dossier()->titleOf(member).replace('&', QStringLiteral("&&"));
        connect(menu.addAction(title), &QAction::triggered, this, [this, member] { m_exploration.select(member); });
    }
    menu.exec(at);
}

/// The day of a point on the axis; events within reach attract it.
model::Day TimelineView::dayAt(double x, bool snap) const {
    const double clamped = std::clamp(x, scene().lanes.left(), scene().lanes.right());
    auto day = static_cast<model::Day>(std::floor(scene().scale.day(clamped)));
    double best = snapReach;
    for (const EventMark& mark : scene().marks) {
        const auto moment = model::momentOf(*m_exploration.dossier(), mark.event);
        const double away = moment ? std::abs(scene().scale.x(static_cast<double>(*moment) + 0.5) - clamped) : best;
        if (snap && away < best) {
            best = away;
            day = *moment;
        }
    }
    return day;
}

void TimelineView::setMomentAt(double x, bool snap) {
    m_exploration.setMoment(dayAt(x, snap));
}

/// What a pill holds; of a strip, of which there may be millions, how many.
QStringList TimelineView::pillLines(const Pill& pill, const std::function<QString(model::EventId)>& line) const {
    constexpr qsizetype most = 12;
    QStringList lines;
    for (const model::EventId member : pill.members.first(std::min(most, pill.members.size())))
        lines.append(line(member));
    if (pill.strip)
        lines.append(tr("%n event(s): zoom in to tell them apart", nullptr, static_cast<int>(pill.count)));
    else if (pill.count > most)
        lines.append(tr("and %1 more").arg(pill.count - most));
    return lines;
}

/// What a lane's head counts.
QString TimelineView::countWords(const QString& count) const {
    const model::Dossier& dossier = *m_exploration.dossier();
    const model::Subject subject = focusOf(dossier, m_exploration.view());
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        return tr("%1 events involve %2", "3 of 8 events").arg(count, dossier.actor(*actor).name);
    return model::isNothing(subject) ? tr("%1 events are shown", "3 of 8 events").arg(count)
                                     : tr("%1 events began or ended this tie", "3 of 8 events").arg(count);
}

/// Only what cannot be read in the picture: marks without their label, and what a pill holds.
void TimelineView::showTip(const Hit& hit, QPoint at) {
    const model::Dossier& dossier = *m_exploration.dossier();
    QStringList lines;
    const auto isLabelled = [this](model::EventId event) {
        return std::any_of(scene().labels.begin(), scene().labels.end(),
                           [event](const Label& label) { return label.event == event; });
    };
    const auto line = [&](model::EventId event) {
        return tr("%1: %2").arg(m_wording.eventDate(dossier, event, wording::Style::Short), dossier.titleOf(event));
    };
    if (hit.part == Hit::Part::Event && !isLabelled(hit.event))
        lines.append(line(hit.event));
    if (hit.part == Hit::Part::Pill)
        lines = pillLines(scene().pills[hit.index], line);
    if (hit.part == Hit::Part::Era)
        lines.append(tr("%1: %2").arg(dossier.era(hit.era).label,
                                      m_wording.date(dossier.era(hit.era).date, wording::Style::Short)));
    if (hit.part == Hit::Part::LaneHead && hit.index >= 0 && !scene().laneList[hit.index].count.isEmpty())
        lines.append(countWords(scene().laneList[hit.index].count));
    for (QString& one : lines)
        one = one.toHtmlEscaped();
    QToolTip::showText(
        at,
        lines.isEmpty() ? QString()
                        : QStringLiteral("<p style='white-space:pre'>%1</p>").arg(lines.join(QStringLiteral("<br>"))),
        this);
}

void TimelineView::leaveEvent(QEvent* event) {
    m_exploration.hover({});
    QCustomPlot::leaveEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && escape())
        return;
    if (!stepKey(event) && !viewKey(event))
        event->ignore();
}

/// One step out of what is going on here.
bool TimelineView::escape() {
    if (m_gesture != Gesture::None)
        endGesture();
    else if (isInFlight())
        m_flight.stop();
    else if (m_measure)
        setMeasure({});
    else
        return false;
    return true;
}

/// Takes back what the hand did since it pressed; what it does until it lets go has no effect.
void TimelineView::endGesture() {
    m_gesture = Gesture::None;
    m_dragged = true;
    setMeasure({});
    m_exploration.restore(m_before);
    update();
}

/// Keys that move the selection or the moment.
bool TimelineView::stepKey(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool forward = event->key() == Qt::Key_Right;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (control)
            pan((forward ? -1 : 1) * width() * (event->modifiers() & Qt::ShiftModifier ? largeStep : smallStep));
        else if (m_flagFocused)
            forward ? m_exploration.stepToNextChange() : m_exploration.stepToPreviousChange();
        else
            forward ? m_exploration.selectNextEvent() : m_exploration.selectPreviousEvent();
        if (!control && !m_flagFocused)
            reveal(m_exploration.selection());
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control)
            return false;
        stepLane(event->key() == Qt::Key_Down ? 1 : -1);
        return true;
    default:
        return false;
    }
}

/// Keys that move the view.
bool TimelineView::viewKey(QKeyEvent* event) {
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
    case Qt::Key_F:
        if (event->modifiers() & Qt::ShiftModifier)
            return false;
        fit();
        return true;
    case Qt::Key_Z:
        frameSelection();
        return true;
    case Qt::Key_M:
        measureFromSelection();
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        selectEnd(event->key() == Qt::Key_Home);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_exploration.goInto(m_exploration.selection());
        return true;
    default:
        return false;
    }
}

/// Selects the first or the last dated event that the filter shows.
void TimelineView::selectEnd(bool first) {
    const QList<model::EventId>& events = m_exploration.dossier()->eventsInOrder();
    const auto isShown = [this](model::EventId event) { return m_exploration.shownEvents()[event.index]; };
    const auto forward = std::find_if(events.begin(), events.end(), isShown);
    if (forward == events.end())
        return;
    m_exploration.select(first ? *forward : *std::find_if(events.rbegin(), events.rend(), isShown));
    reveal(m_exploration.selection());
}

/// The event nearest in time in the next lane that has one in view.
void TimelineView::stepLane(int direction) {
    const auto* selected = std::get_if<model::EventId>(&m_exploration.selection());
    const auto here = std::find_if(scene().marks.begin(), scene().marks.end(),
                                   [&](const EventMark& mark) { return selected && mark.event == *selected; });
    if (here == scene().marks.end())
        return m_exploration.selectNextEvent();
    for (qsizetype lane = here->lane + direction; lane >= 0 && lane < scene().laneList.size(); lane += direction) {
        const EventMark* nearest = nullptr;
        for (const EventMark& mark : scene().marks)
            if (mark.lane == lane && mark.inFrame && mark.emphasis != Emphasis::FilteredOut &&
                (!nearest ||
                 std::abs(mark.place.x() - here->place.x()) < std::abs(nearest->place.x() - here->place.x())))
                nearest = &mark;
        if (nearest)
            return m_exploration.select(nearest->event);
    }
}

} // namespace entente::timeline
