// How the span moves: at once, in flight and gliding.

#include "app/timeline/layout/dates.h"
#include "app/timeline/view/timeline_view.h"

#include <QStyle>

namespace entente::timeline {

namespace {
constexpr int flightTime = 400;      // milliseconds
constexpr int glideTime = 250;       // milliseconds
constexpr double leastGlide = 0.1;   // pixels a millisecond
constexpr double buttonFactor = 0.7; // of the span that a press leaves
} // namespace

void TimelineView::zoomAt(double x, double factor) {
    m_flight.stop();
    const double anchor = std::clamp(x, scene().lanes.left(), scene().lanes.right());
    const Scale scale = scene().scale.zoomed(factor, anchor);
    const double width = scene().lanes.width() / scale.pixelsPerDay();
    const DaySpan wished{scale.day(scene().lanes.left()), scale.day(scene().lanes.left()) + width};
    const double least = scene().lanes.width() / largestPixelsPerDay(m_exploration.dossier()->hasTimes());
    // At the limit zooming stops dead: nothing moves sideways.
    if (factor > 1 && m_exploration.span().width() <= least * 1.0001)
        return;
    show(wished.width() < least
             ? DaySpan{scale.day(anchor) - least * (anchor - scene().lanes.left()) / scene().lanes.width(),
                       scale.day(anchor) + least * (scene().lanes.right() - anchor) / scene().lanes.width()}
             : wished);
}

void TimelineView::pan(double pixels) {
    m_flight.stop();
    const Scale scale = scene().scale.panned(pixels);
    show({scale.day(scene().lanes.left()), scale.day(scene().lanes.right())});
}

void TimelineView::scrollLanes(double pixels) {
    m_scroll -= pixels;
    repaintSoon();
}

void TimelineView::pinch(const QNativeGestureEvent& event) {
    if (event.gestureType() == Qt::ZoomNativeGesture && event.value() > -1)
        zoomAt(event.position().x(), 1 + event.value());
}

Scale TimelineView::minimapScale() const {
    const QRectF& frame = scene().minimap.frame;
    return Scale::fitting(whole().first, whole().last, frame.left(), std::max(1.0, frame.width()));
}

/// Moves the span, or the end of it that is held; the other end stays.
void TimelineView::dragBrush(double x) {
    const double day = minimapScale().day(x - m_grip);
    const double least = scene().lanes.width() / largestPixelsPerDay(m_exploration.dossier()->hasTimes());
    const exploration::Span span = m_exploration.span();
    if (m_gesture == Gesture::Brush)
        show({day, day + span.width()});
    else if (m_gesture == Gesture::BrushLeft)
        show({std::max(whole().first, std::min(day, span.last - least)), span.last});
    else
        show({span.first, std::min(whole().last, std::max(day, span.first + least))});
}

void TimelineView::show(DaySpan span) {
    const DaySpan all = whole();
    const DaySpan shown = limited(span, furthest(), scene().lanes.width(), m_exploration.dossier()->hasTimes());
    const double rounding = all.width() * 1e-9;
    if (std::abs(shown.first - all.first) <= rounding && std::abs(shown.last - all.last) <= rounding)
        m_exploration.showWholeSpan();
    else
        m_exploration.setSpan({shown.first, shown.last});
}

void TimelineView::flyTo(DaySpan span) {
    m_flight.stop();
    if (!isAnimated())
        return show(span);
    const exploration::Span from = m_exploration.span();
    animate(flightTime, QEasingCurve::InOutCubic, [this, from, span](double share) {
        show(between({from.first, from.last}, span, share));
    });
}

/// What was dragged runs on for a moment. `speed` in pixels a millisecond.
void TimelineView::glide(double speed) {
    if (!isAnimated() || std::abs(speed) < leastGlide)
        return;
    // A cubic that ends at rest begins three times as fast as it is on average.
    const double way = speed * glideTime / 3;
    const exploration::Span from = m_exploration.span();
    const double days = -way / scene().scale.pixelsPerDay();
    animate(glideTime, QEasingCurve::OutCubic, [this, from, days](double share) {
        show({from.first + days * share, from.last + days * share});
    });
}

bool TimelineView::isAnimated() const {
    return m_animated && style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

void TimelineView::animate(int milliseconds, QEasingCurve::Type curve, const std::function<void(double)>& step) {
    m_flight.disconnect();
    m_flight.setDuration(milliseconds);
    m_flight.setEasingCurve(curve);
    connect(&m_flight, &QVariantAnimation::valueChanged, this,
            [step](const QVariant& value) { step(value.toDouble()); });
    m_flight.setStartValue(0.0);
    m_flight.setEndValue(1.0);
    m_flight.start();
}

void TimelineView::reveal(const model::Subject& subject) {
    const auto* event = std::get_if<model::EventId>(&subject);
    const auto date = event ? m_exploration.dossier()->dateOf(*event) : std::nullopt;
    if (!date || !markDay(*date))
        return;
    revealPlace(*markDay(*date));
}

void TimelineView::reveal(model::Day day) {
    revealPlace(static_cast<double>(day) + 0.5);
}

void TimelineView::revealPlace(double day) {
    const exploration::Span span = m_exploration.span();
    if (day < span.first || day > span.last)
        flyTo({day - span.width() / 2, day + span.width() / 2});
}

void TimelineView::zoomIn() {
    zoomAt(scene().cursor.value_or(scene().lanes.center().x()), 1 / buttonFactor);
}

void TimelineView::zoomOut() {
    zoomAt(scene().cursor.value_or(scene().lanes.center().x()), buttonFactor);
}

void TimelineView::fit() {
    flyTo(whole());
}

void TimelineView::frameSelection() {
    m_exploration.goInto(m_exploration.selection());
}

} // namespace entente::timeline
