// Fingers on a touch screen.

#include "app/timeline/view/timeline_view.h"

#include <QGuiApplication>
#include <QStyleHints>
#include <QTouchEvent>

namespace entente::timeline {

namespace {
constexpr double doubleTapReach = 24; // pixels
constexpr double leastSpread = 8;     // pixels
} // namespace

/// One finger is the hand that presses, drags and taps; two zoom about the point between them and carry it along.
void TimelineView::touch(const QTouchEvent& event) {
    const QList<QEventPoint>& fingers = event.points();
    if (fingers.size() >= 2 && event.type() != QEvent::TouchEnd)
        return spread(fingers[0], fingers[1]);
    if (m_isSpread || fingers.isEmpty()) {
        // The finger that stays behind neither drags nor taps.
        m_isSpread = m_isSpread && event.type() != QEvent::TouchEnd;
        m_spread = {};
        return;
    }
    const auto hand = [&](QEvent::Type type, Qt::MouseButton button, Qt::MouseButtons held) {
        const QPointF at = fingers[0].position();
        QMouseEvent mouse(type, at, at, mapToGlobal(at), button, held, event.modifiers());
        mouse.setTimestamp(event.timestamp());
        QCoreApplication::sendEvent(this, &mouse);
    };
    if (event.type() == QEvent::TouchBegin) {
        const auto interval = static_cast<quint64>(QGuiApplication::styleHints()->mouseDoubleClickInterval());
        const bool isSecond = event.timestamp() - std::exchange(m_lastTap, event.timestamp()) < interval &&
                              (fingers[0].position() - m_last).manhattanLength() < doubleTapReach;
        hand(isSecond ? QEvent::MouseButtonDblClick : QEvent::MouseButtonPress, Qt::LeftButton, Qt::LeftButton);
    } else if (event.type() == QEvent::TouchUpdate) {
        hand(QEvent::MouseMove, Qt::NoButton, Qt::LeftButton);
    } else if (event.type() == QEvent::TouchEnd) {
        hand(QEvent::MouseButtonRelease, Qt::LeftButton, Qt::NoButton);
    } else {
        endGesture();
    }
}

void TimelineView::spread(const QEventPoint& one, const QEventPoint& other) {
    if (!std::exchange(m_isSpread, true)) {
        endGesture(); // the first finger had begun to drag
        m_spread = {};
    }
    const QLineF spread(one.position(), other.position());
    const QLineF before = std::exchange(m_spread, spread);
    if (before.isNull())
        return;
    pan(spread.center().x() - before.center().x());
    if (spread.length() > leastSpread && before.length() > leastSpread)
        zoomAt(spread.center().x(), spread.length() / before.length());
}

} // namespace entente::timeline
