// What mouse and keyboard do in the timeline.

#include "app/timeline/layout/dates.h"
#include "app/timeline/view/timeline_view.h"

#include <QMenu>
#include <QToolTip>

namespace entente::timeline {

namespace {
constexpr double notch = 0.85; // of the span a step of the wheel leaves
constexpr double pixelsPerZoom = 300;
constexpr double snapReach = 6;
constexpr double dragStart = 4;
constexpr double partedFrom = 11;                  // pixels between marks
constexpr double smallStep = 0.1, largeStep = 0.5; // of the width
} // namespace

void TimelineView::zoomAt(double x, double factor) {
    m_flight.stop();
    const double anchor = std::clamp(x, m_scene.lanes.left(), m_scene.lanes.right());
    const Scale scale = m_scene.scale.zoomed(factor, anchor);
    const double width = m_scene.lanes.width() / scale.pixelsPerDay();
    const DaySpan wished{scale.day(m_scene.lanes.left()), scale.day(m_scene.lanes.left()) + width};
    const double least = m_scene.lanes.width() / largestPixelsPerDay(hasTimes(*m_exploration.dossier()));
    // At the limit zooming stops dead: nothing moves sideways.
    if (factor > 1 && m_exploration.span().width() <= least * 1.0001)
        return;
    show(wished.width() < least
             ? DaySpan{scale.day(anchor) - least * (anchor - m_scene.lanes.left()) / m_scene.lanes.width(),
                       scale.day(anchor) + least * (m_scene.lanes.right() - anchor) / m_scene.lanes.width()}
             : wished);
}

void TimelineView::pan(double pixels) {
    m_flight.stop();
    const Scale scale = m_scene.scale.panned(pixels);
    show({scale.day(m_scene.lanes.left()), scale.day(m_scene.lanes.right())});
}

void TimelineView::scrollLanes(double pixels) {
    m_scroll -= pixels;
    repaintSoon();
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const QPoint pixels = event->pixelDelta();
    const QPointF delta = pixels.isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(pixels);
    if (m_scene.heads.contains(event->position()))
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
    m_pressedHit = hitTest(m_scene, m_pressed);
    m_dragged = false;
    m_before = m_exploration.view();
    m_flagFocused = m_pressedHit.part == Hit::Part::Flag;
    switch (m_pressedHit.part) {
    case Hit::Part::Flag:
        m_gesture = Gesture::Flag;
        break;
    case Hit::Part::Brush:
        m_gesture = Gesture::Brush;
        break;
    case Hit::Part::BrushLeft:
        m_gesture = Gesture::BrushLeft;
        break;
    case Hit::Part::BrushRight:
        m_gesture = Gesture::BrushRight;
        break;
    case Hit::Part::LaneHead:
        m_gesture = Gesture::Scroll;
        break;
    case Hit::Part::Axis:
    case Hit::Part::Minimap:
        m_gesture = Gesture::None;
        break;
    default:
        m_gesture = Gesture::Pan;
    }
    const exploration::Span span = m_exploration.span();
    m_grip = m_pressed.x() - minimapScale().x(m_gesture == Gesture::BrushRight ? span.last : span.first);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
        const Hit hit = hitTest(m_scene, at);
        m_exploration.hover(hit.subject());
        showTip(hit, event->globalPosition().toPoint());
        setCursor(hit.part == Hit::Part::Flag || hit.part == Hit::Part::Brush ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    m_dragged = m_dragged || (at - m_pressed).manhattanLength() > dragStart;
    if (!m_dragged)
        return;
    if (m_gesture == Gesture::Pan)
        pan(at.x() - m_last.x());
    else if (m_gesture == Gesture::Scroll)
        scrollLanes(at.y() - m_last.y());
    else if (m_gesture == Gesture::Flag)
        setMomentAt(at.x(), !(event->modifiers() & Qt::ControlModifier));
    else if (m_gesture != Gesture::None)
        dragBrush(at.x());
    m_last = at;
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    const bool clicked = !m_dragged && event->button() == Qt::LeftButton;
    m_gesture = Gesture::None;
    if (!clicked)
        return;
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
    goIn(model::isNothing(clicked.subject()) ? hitTest(m_scene, event->position()) : clicked,
         event->globalPosition().toPoint());
}

void TimelineView::goIn(const Hit& hit, QPoint at) {
    if (hit.part == Hit::Part::Pill) {
        openPill(Pill(m_scene.pills[hit.index]), at);
    } else if (hit.part == Hit::Part::Minimap || hit.part == Hit::Part::Brush || hit.part == Hit::Part::BrushLeft ||
               hit.part == Hit::Part::BrushRight) {
        fit();
    } else if (!model::isNothing(hit.subject())) {
        m_exploration.goInto(hit.subject());
    }
}

/// Flies so that a pill's members fill 60 % of the width; those that the zoom limit cannot part open as a list.
void TimelineView::openPill(const Pill& pill, QPoint at) {
    QList<double> days;
    for (const model::EventId member : pill.members) {
        if (const auto day = markDay(m_exploration.dossier()->claimInUse(member)->date))
            days.append(*day);
    }
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    const double spread = days.isEmpty() ? 0 : *last - *first;
    if (spread * largestPixelsPerDay(hasTimes(*m_exploration.dossier())) < partedFrom)
        return listMembers(pill, at);
    const double width = std::max(spread / 0.6, 1.0);
    flyTo({(*first + *last - width) / 2, (*first + *last + width) / 2});
}

void TimelineView::listMembers(const Pill& pill, QPoint at) {
    QMenu menu(this);
    for (const model::EventId member : pill.members) {
        const QString title = QString(m_exploration.dossier()->event(member).title).replace('&', QStringLiteral("&&"));
        connect(menu.addAction(title), &QAction::triggered, this, [this, member] { m_exploration.select(member); });
    }
    menu.exec(at);
}

/// The moment of a point on the axis; events within reach attract it.
void TimelineView::setMomentAt(double x, bool snap) {
    const double clamped = std::clamp(x, m_scene.lanes.left(), m_scene.lanes.right());
    auto day = static_cast<model::Day>(std::floor(m_scene.scale.day(clamped)));
    double best = snapReach;
    for (const EventMark& mark : m_scene.marks) {
        const auto moment = model::momentOf(*m_exploration.dossier(), mark.event);
        const double away = moment ? std::abs(m_scene.scale.x(static_cast<double>(*moment) + 0.5) - clamped) : best;
        if (snap && away < best) {
            best = away;
            day = *moment;
        }
    }
    m_exploration.setMoment(day);
}

Scale TimelineView::minimapScale() const {
    const QRectF& frame = m_scene.minimap.frame;
    return Scale::fitting(whole().first, whole().last, frame.left(), std::max(1.0, frame.width()));
}

/// Moves the span, or the end of it that is held; the other end stays.
void TimelineView::dragBrush(double x) {
    const double day = minimapScale().day(x - m_grip);
    const double least = m_scene.lanes.width() / largestPixelsPerDay(hasTimes(*m_exploration.dossier()));
    const exploration::Span span = m_exploration.span();
    if (m_gesture == Gesture::Brush)
        show({day, day + span.width()});
    else if (m_gesture == Gesture::BrushLeft)
        show({std::max(whole().first, std::min(day, span.last - least)), span.last});
    else
        show({span.first, std::min(whole().last, std::max(day, span.first + least))});
}

/// Only what cannot be read in the picture: marks without their label, and what a pill holds.
void TimelineView::showTip(const Hit& hit, QPoint at) {
    const model::Dossier& dossier = *m_exploration.dossier();
    QStringList lines;
    const auto isLabelled = [this](model::EventId event) {
        return std::any_of(m_scene.labels.begin(), m_scene.labels.end(),
                           [event](const Label& label) { return label.event == event; });
    };
    const auto line = [&](model::EventId event) {
        return tr("%1: %2").arg(m_wording.eventDate(dossier, event, wording::Style::Short), dossier.event(event).title);
    };
    if (hit.part == Hit::Part::Event && !isLabelled(hit.event))
        lines.append(line(hit.event));
    if (hit.part == Hit::Part::Pill)
        for (const model::EventId member : m_scene.pills[hit.index].members)
            lines.append(line(member));
    if (hit.part == Hit::Part::Era)
        lines.append(tr("%1: %2").arg(dossier.era(hit.era).label,
                                      m_wording.date(dossier.era(hit.era).date, wording::Style::Short)));
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

void TimelineView::pinch(const QNativeGestureEvent& event) {
    if (event.gestureType() == Qt::ZoomNativeGesture && event.value() > -1)
        zoomAt(event.position().x(), 1 + event.value());
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_gesture != Gesture::None)
        return endGesture();
    if (!stepKey(event) && !viewKey(event))
        event->ignore();
}

/// Takes back what the hand did since it pressed; what it does until it lets go has no effect.
void TimelineView::endGesture() {
    m_gesture = Gesture::None;
    m_dragged = true;
    m_exploration.restore(m_before);
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
    QList<model::EventId> events = m_exploration.dossier()->eventsInOrder();
    events.removeIf([this](model::EventId event) { return !m_exploration.shownEvents()[event.index]; });
    if (events.isEmpty())
        return;
    m_exploration.select(first ? events.first() : events.last());
    reveal(m_exploration.selection());
}

/// The event nearest in time in the next lane that has one in view.
void TimelineView::stepLane(int direction) {
    const auto* selected = std::get_if<model::EventId>(&m_exploration.selection());
    const auto here = std::find_if(m_scene.marks.begin(), m_scene.marks.end(),
                                   [&](const EventMark& mark) { return selected && mark.event == *selected; });
    if (here == m_scene.marks.end())
        return m_exploration.selectNextEvent();
    for (qsizetype lane = here->lane + direction; lane >= 0 && lane < m_scene.laneList.size(); lane += direction) {
        const EventMark* nearest = nullptr;
        for (const EventMark& mark : m_scene.marks)
            if (mark.lane == lane && mark.inFrame && mark.emphasis != Emphasis::FilteredOut &&
                (!nearest ||
                 std::abs(mark.place.x() - here->place.x()) < std::abs(nearest->place.x() - here->place.x())))
                nearest = &mark;
        if (nearest)
            return m_exploration.select(nearest->event);
    }
}

} // namespace entente::timeline
