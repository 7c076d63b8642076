#include "app/presentation/desk_button.h"

#include "app/theme/painters.h"

namespace entente::presentation {

using theme::Role;
using theme::Type;

namespace {

constexpr int highEnough = 64;
constexpr double corner = 7;

void paintRing(QPainter& painter, const theme::Theme& theme, const QRectF& frame) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Role::Ink), 2));
    painter.drawRoundedRect(frame.adjusted(2.5, 2.5, -2.5, -2.5), corner - 2, corner - 2);
}

} // namespace

DeskButton::DeskButton(const theme::Theme& theme, const QString& text, const QString& small, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_text(text), m_small(small) {
    setAccessibleName(small.isEmpty() ? text : tr("%1, %2", "a button and its key").arg(text, small));
    setMinimumHeight(highEnough);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DeskButton::setWords(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void DeskButton::setSmallText(const QString& small) {
    m_small = small;
    update();
}

void DeskButton::setMain(bool main) {
    m_main = main;
    update();
}

void DeskButton::setDone(bool done) {
    m_done = done;
    update();
}

QSize DeskButton::sizeHint() const {
    const double width = std::max(m_theme.width(m_text, Type::KeyEvent), m_theme.width(m_small, Type::Secondary));
    return {static_cast<int>(width) + 26, minimumHeight()};
}

void DeskButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool filled = m_main || isChecked();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const Role ground = filled || isDown() ? Role::Ink : m_done || underMouse() ? Role::Line : Role::Lane;
    painter.setPen(QPen(m_theme.color(filled ? Role::Ink : Role::Line2), 1));
    painter.setBrush(m_theme.color(ground));
    painter.drawRoundedRect(frame, corner, corner);
    const bool onInk = ground == Role::Ink;
    const QColor ink = m_theme.color(!isEnabled() ? Role::Line3 : onInk ? Role::Chrome : Role::Ink);
    const QColor faint = m_theme.color(!isEnabled() ? Role::Line3 : onInk ? Role::Lane : Role::Ink3);
    const double middle = height() / 2.0;
    const double upper = m_small.isEmpty() ? middle + 5 : middle - 4, lower = middle + 15;
    const double room = width() - 10;
    const double x = width() / 2.0;
    theme::paintText(painter, m_theme, Type::KeyEvent, ink, {x, m_smallFirst ? lower : upper}, m_text, Qt::AlignHCenter,
                     room);
    theme::paintText(painter, m_theme, Type::Secondary, faint, {x, m_smallFirst ? upper : lower}, m_small,
                     Qt::AlignHCenter, room);
    if (hasFocus())
        paintRing(painter, m_theme, frame);
}

DeskSwitch::DeskSwitch(const theme::Theme& theme, const QString& text, const QString& key, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_key(key) {
    setText(text);
    setCheckable(true);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setMinimumHeight(40);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize DeskSwitch::sizeHint() const {
    return {static_cast<int>(m_theme.width(text(), Type::Body)) + 110, minimumHeight()};
}

void DeskSwitch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(1, height() / 2.0 - 11, 40, 22);
    painter.setPen(QPen(m_theme.color(isChecked() ? Role::Ink : Role::Ink3), 1));
    painter.setBrush(m_theme.color(isChecked() ? Role::Ink : Role::Lane));
    painter.drawRoundedRect(track, 11, 11);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(isChecked() ? Role::Chrome : Role::Ink3));
    painter.drawEllipse(QPointF(isChecked() ? track.right() - 11 : track.left() + 11, track.center().y()), 7.5, 7.5);
    const double baseline = height() / 2.0 + 5;
    theme::paintText(painter, m_theme, Type::Body, m_theme.color(Role::Ink), {54, baseline}, text(), Qt::AlignLeft,
                     width() - 90);
    theme::paintText(painter, m_theme, Type::Secondary, m_theme.color(Role::Ink3), {width() - 4.0, baseline}, m_key,
                     Qt::AlignRight);
    if (hasFocus())
        paintRing(painter, m_theme, QRectF(rect()));
}

} // namespace entente::presentation
