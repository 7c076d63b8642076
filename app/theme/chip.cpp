#include "app/theme/chip.h"

#include "app/theme/brushwork.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QtMath>

namespace entente::theme {

namespace {

constexpr double filterHeight = 26;
constexpr double smallHeight = 24;
constexpr double symbolSide = 14;
constexpr double crossSide = 10;
constexpr double markRadius = 5;
constexpr qsizetype longestText = 1000; ///< far more than has room; what is shaped takes time

bool isSmall(Chip::Form form) {
    return form == Chip::Form::Round || form == Chip::Form::Square;
}

Type typeOf(Chip::Form form) {
    return isSmall(form) ? Type::Secondary : Type::Chip;
}

} // namespace

Chip::Chip(const Theme& theme, const QString& text, QWidget* parent) : QAbstractButton(parent), m_theme(theme) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setTheme(const Theme& theme) {
    m_theme = theme;
    updateGeometry();
    update();
}

void Chip::setForm(Form form) {
    m_form = form;
    if (form == Form::Adding)
        m_symbol = Symbol::Plus;
    updateGeometry();
    update();
}

void Chip::setMark(const MarkStyle& mark) {
    m_mark = mark;
    m_mark->plate = false;
    updateGeometry();
    update();
}

void Chip::setSymbol(Symbol symbol) {
    m_symbol = symbol;
    updateGeometry();
    update();
}

void Chip::setRemovable(bool removable) {
    m_removable = removable;
    updateGeometry();
    update();
}

void Chip::setLargestTextWidth(double width) {
    m_largestTextWidth = width;
    updateGeometry();
    update();
}

double Chip::textLeft() const {
    if (m_mark)
        return m_theme.px(32);
    return m_theme.px(m_symbol ? 30 : isSmall(m_form) ? 10 : 12);
}

QString Chip::shownText() const {
    QString plain = text().left(longestText);
    plain.remove(QLatin1Char('&'));
    if (m_largestTextWidth <= 0)
        return plain;
    return QFontMetricsF(m_theme.font(typeOf(m_form))).elidedText(plain, Qt::ElideRight, m_largestTextWidth);
}

QSize Chip::sizeHint() const {
    const double width = textLeft() + m_theme.width(shownText(), typeOf(m_form)) +
                         m_theme.px(m_removable       ? 28
                                    : isSmall(m_form) ? 10
                                                      : 13);
    return {qCeil(width), qCeil(m_theme.px(isSmall(m_form) ? smallHeight : filterHeight))};
}

QRectF Chip::crossFrame() const {
    return around({width() - m_theme.px(15), height() / 2.0}, m_theme.px(crossSide / 2));
}

QColor Chip::borderColor() const {
    if (hasFocus())
        return m_theme.color(Role::Ink);
    if (isChecked() || m_removable)
        return m_mark ? m_theme.tenor(m_mark->tenor) : m_theme.color(Role::Ink3);
    return m_theme.color(isSmall(m_form) || underMouse() ? Role::Line3 : Role::Line2);
}

QColor Chip::fillColor() const {
    if (isDown())
        return m_theme.color(Role::Line);
    if (isChecked() || m_removable)
        return m_theme.tint(m_mark ? m_mark->tenor : model::Tenor::Neutral);
    if (underMouse() && isEnabled())
        return m_theme.color(Role::Hover);
    return Qt::transparent;
}

void Chip::paintOutline(QPainter& painter) const {
    const double width = m_theme.px(hasFocus() ? 2 : isChecked() || m_removable ? 1.25 : 1);
    const QRectF outline = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    const double corner = m_form == Form::Square ? m_theme.px(4) : outline.height() / 2;
    painter.setPen(m_form == Form::Adding && !hasFocus() ? dashedPen(borderColor(), width, m_theme.px(3), m_theme.px(3))
                                                         : linePen(borderColor(), width));
    painter.setBrush(fillColor());
    painter.drawRoundedRect(outline, corner, corner);
}

void Chip::paintFront(QPainter& painter) const {
    const double middle = height() / 2.0;
    const bool quiet = !isEnabled() || (isCheckable() && !isChecked() && m_mark);
    const QColor ink = m_theme.color(!isEnabled()                     ? Role::Line3
                                     : quiet                          ? Role::Ink3
                                     : isChecked() || isSmall(m_form) ? Role::Ink
                                                                      : Role::Ink2);
    if (m_mark) {
        MarkStyle mark = *m_mark;
        mark.hollow = mark.hollow || quiet;
        mark.ground = Role::Chrome;
        paintMark(painter, m_theme, mark, {m_theme.px(17), middle}, m_theme.px(markRadius));
    } else if (m_symbol) {
        paintSymbol(painter, *m_symbol, around({m_theme.px(18), middle}, m_theme.px(symbolSide / 2)), ink);
    }
    const Type type = typeOf(m_form);
    const double baseline = middle + QFontMetricsF(m_theme.font(type)).capHeight() / 2;
    paintText(painter, m_theme, type, ink, {textLeft(), baseline}, shownText());
    if (m_removable)
        paintSymbol(painter, Symbol::Close, crossFrame(), ink);
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Restoring restoring(painter);
    paintOutline(painter);
    paintFront(painter);
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    const bool onCross =
        m_removable && event->position().x() > width() - m_theme.px(26) && rect().contains(event->pos());
    if (!onCross) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    setDown(false);
    emit removed();
}

void Chip::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        emit removed();
    else if (enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void Chip::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void Chip::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

Tag::Tag(const Theme& theme, const QString& text, QWidget* parent) : QLabel(parent), m_theme(theme) {
    setTextFormat(Qt::PlainText);
    setText(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Tag::setTheme(const Theme& theme) {
    m_theme = theme;
    updateGeometry();
    update();
}

void Tag::setTenor(model::Tenor tenor) {
    m_tenor = tenor;
    update();
}

QSize Tag::sizeHint() const {
    return {qCeil(m_theme.width(text(), Type::Date) + m_theme.px(18)), qCeil(m_theme.px(18))};
}

void Tag::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Restoring restoring(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tint(m_tenor));
    painter.drawRoundedRect(QRectF(rect()), height() / 2.0, height() / 2.0);
    const QFontMetricsF metrics(m_theme.font(Type::Date));
    paintText(painter, m_theme, Type::Date, m_theme.color(Role::Ink2),
              {width() / 2.0, height() / 2.0 + metrics.capHeight() / 2}, text(), Qt::AlignHCenter);
}

} // namespace entente::theme
