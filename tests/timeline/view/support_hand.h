#pragma once

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QWheelEvent>
#include <QWidget>

namespace entente::test {

/// A mouse above a canvas, to fractions of a pixel and with any modifiers. Points are the canvas's.
class Hand {
public:
    explicit Hand(QWidget& canvas) : m_canvas(canvas) {}

    void press(QPointF at, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}) {
        Q_ASSERT(!m_canvas.childAt(at.toPoint()));
        m_held = button;
        send(QEvent::MouseButtonPress, at, button, modifiers);
    }
    void move(QPointF at, Qt::KeyboardModifiers modifiers = {}) {
        send(QEvent::MouseMove, at, Qt::NoButton, modifiers);
    }
    void release(QPointF at, Qt::KeyboardModifiers modifiers = {}) {
        const Qt::MouseButton button = std::exchange(m_held, Qt::NoButton);
        send(QEvent::MouseButtonRelease, at, button, modifiers);
    }
    void click(QPointF at, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}) {
        press(at, button, modifiers);
        release(at, modifiers);
    }
    /// As a window system sends it: the second press is the double click itself.
    void doubleClick(QPointF at) {
        click(at);
        m_held = Qt::LeftButton;
        send(QEvent::MouseButtonDblClick, at, Qt::LeftButton, {});
        release(at);
    }
    void drag(QPointF from, QPointF to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}) {
        press(from, button, modifiers);
        constexpr int steps = 8;
        for (int step = 1; step <= steps; ++step)
            move(from + (to - from) * step / steps, modifiers);
        release(to, modifiers);
    }
    /// `notches` of a mouse's wheel, upwards and to the left.
    void wheel(QPointF at, QPointF notches, Qt::KeyboardModifiers modifiers = {}) {
        scroll(at, {}, (notches * 120).toPoint(), modifiers);
    }
    /// Two fingers on a touchpad.
    void slide(QPointF at, QPoint pixels, Qt::KeyboardModifiers modifiers = {}) {
        scroll(at, pixels, pixels * 2, modifiers);
    }
    void pinch(QPointF at, double factor) {
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                                  m_canvas.mapToGlobal(at), factor - 1, {});
        QApplication::sendEvent(&m_canvas, &event);
    }
    void leave() {
        QEvent event(QEvent::Leave);
        QApplication::sendEvent(&m_canvas, &event);
    }
    /// Whether the canvas took the key.
    void releaseKey(int key) {
        QKeyEvent event(QEvent::KeyRelease, key, {});
        QApplication::sendEvent(&m_canvas, &event);
    }
    bool key(int key, Qt::KeyboardModifiers modifiers = {}, const QString& text = {}) {
        QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
        QApplication::sendEvent(&m_canvas, &event);
        return event.isAccepted();
    }

private:
    void send(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
        QMouseEvent event(type, at, at, m_canvas.mapToGlobal(at), button, m_held, modifiers);
        QApplication::sendEvent(&m_canvas, &event);
    }
    void scroll(QPointF at, QPoint pixels, QPoint angle, Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(at, m_canvas.mapToGlobal(at), pixels, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&m_canvas, &event);
    }

    QWidget& m_canvas;
    Qt::MouseButton m_held = Qt::NoButton;
};

} // namespace entente::test
