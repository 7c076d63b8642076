#include "app/details/row.h"

#include "app/theme/painters.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QtMath>

namespace entente::details {

namespace {

constexpr double leadWidth = 108;
constexpr double badge = 16;
constexpr double gap = 8;
constexpr double leastHeight = 24;

QTextOption optionFor(const QString& text) {
    QTextOption option;
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

/// Keeps a day with its month and a month with its year, so that dates wrap between their two ends only.
QString wrappedAtEnds(QString dates) {
    static const QRegularExpression dayAndMonth(QStringLiteral("(\\b\\d{1,2}) (?=\\p{L})"));
    static const QRegularExpression monthAndYear(QStringLiteral("([\\p{L}.]) (?=\\d{3,})"));
    const QString joined = QStringLiteral("\\1") + QChar(QChar::Nbsp);
    return dates.replace(dayAndMonth, joined).replace(monthAndYear, joined);
}

/// Of a text that would fill many screens, the beginning.
QString oneLine(const QString& text) {
    constexpr qsizetype longest = 5000;
    QString shown = text.size() > longest ? text.left(longest) + QChar(0x2026) : text;
    return shown.replace(QLatin1Char('\n'), QChar::LineSeparator);
}

} // namespace

void TextBlock::setText(const theme::Theme& theme, const QString& title, theme::Type titleType, const QString& remark) {
    const QString first = oneLine(title);
    const QString gapText = first.isEmpty() || remark.isEmpty() ? QString() : QStringLiteral("  ");
    QTextCharFormat quiet;
    quiet.setFont(theme.font(theme::Type::Secondary));
    quiet.setForeground(theme.color(theme::Role::Ink3));
    m_layout.setText(first + gapText + oneLine(remark));
    m_layout.setFont(theme.font(titleType));
    m_layout.setTextOption(optionFor(m_layout.text()));
    const int start = static_cast<int>(first.size());
    m_layout.setFormats({{start, static_cast<int>(m_layout.text().size()) - start, quiet}});
    m_lineHeight = theme.px(18);
}

double TextBlock::setWidth(double width) {
    double y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max(width, 1.0));
        line.setPosition({0, y + (m_lineHeight - line.height()) / 2});
        y += m_lineHeight;
    }
    m_layout.endLayout();
    return y;
}

double TextBlock::naturalWidth() const {
    return m_layout.maximumWidth();
}

void TextBlock::draw(QPainter& painter, QPointF topLeft) const {
    m_layout.draw(&painter, topLeft);
}

Row::Row(const theme::Theme& theme, RowContent content, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_content(std::move(content)) {
    const theme::Type type = m_content.strong ? theme::Type::KeyEvent : theme::Type::Body;
    m_text.setText(theme, m_content.title, type, m_content.remark);
    if (!m_content.lead.isEmpty())
        m_lead.setText(theme, m_content.framed ? m_content.lead : QString(), theme::Type::KeyEvent,
                       m_content.framed ? QString() : wrappedAtEnds(m_content.lead));
    QStringList spoken{m_content.lead, m_content.title, m_content.remark};
    for (const int number : m_content.citations)
        spoken << QStringLiteral("[%1]").arg(number);
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

double Row::margin() const {
    return m_theme.px(m_content.framed ? 9 : 2);
}

Row::Places Row::placesAt(double width) const {
    Places places;
    const double space = m_theme.px(gap);
    const double numbers = static_cast<double>(m_content.citations.size()) * m_theme.px(badge + 4);
    double x = margin();
    places.glyph = x;
    if (m_content.glyph)
        x += m_theme.px(m_content.glyphWidth) + space;
    places.lead = x;
    double height = 0;
    if (!m_lead.isEmpty()) {
        const double column = std::min(m_theme.px(leadWidth), std::max(width / 3, m_theme.px(60)));
        const double used = m_content.framed ? std::min(m_lead.naturalWidth() + 1, column) : column;
        height = m_lead.setWidth(used);
        x += used + space;
    }
    places.text = x;
    places.textWidth = std::max(width - x - margin() - (numbers > 0 ? numbers + space : 0), m_theme.px(40));
    height = std::max(height, m_text.setWidth(places.textWidth));
    places.numbers = width - margin() - numbers;
    places.height = std::max(height + m_theme.px(m_content.framed ? 12 : 4), m_theme.px(leastHeight));
    return places;
}

int Row::heightForWidth(int width) const {
    return qCeil(placesAt(width).height);
}

QSize Row::sizeHint() const {
    const int width = qCeil(m_theme.px(360));
    return {width, heightForWidth(width)};
}

QSize Row::minimumSizeHint() const {
    return {qCeil(m_theme.px(160)), qCeil(m_theme.px(leastHeight))};
}

void Row::paintGround(QPainter& painter) const {
    const bool hovered = underMouse() || isDown();
    painter.setPen(Qt::NoPen);
    if (m_content.framed)
        painter.setPen(QPen(m_theme.color(isChecked() ? theme::Role::Line3 : theme::Role::Line2), 1));
    if (m_content.framed && isChecked())
        painter.setBrush(m_theme.color(theme::Role::Lane));
    else if (hovered)
        painter.setBrush(m_theme.color(theme::Role::Hover));
    if (hasFocus())
        painter.setPen(QPen(m_theme.color(theme::Role::Ink), m_theme.px(2)));
    const double inset = hasFocus() ? m_theme.px(1) : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_theme.px(4), m_theme.px(4));
}

void Row::paintNumbers(QPainter& painter, const Places& places) const {
    const double size = m_theme.px(badge);
    double x = places.numbers + m_theme.px(4);
    for (const int number : m_content.citations) {
        const double top = m_theme.px(m_content.framed ? 7 : 4);
        paintNumber(painter, m_theme, {x, top, size, size}, number);
        x += m_theme.px(badge + 4);
    }
}

void Row::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const Places places = placesAt(width());
    const double top = (height() - places.height) / 2 + m_theme.px(m_content.framed ? 6 : 3);
    const double line = m_theme.px(18);
    if (m_content.glyph)
        m_content.glyph(painter, {places.glyph, top, m_theme.px(m_content.glyphWidth), line});
    painter.setPen(m_theme.color(theme::Role::Ink));
    if (!m_lead.isEmpty())
        m_lead.draw(painter, {places.lead, top});
    m_text.draw(painter, {places.text, top});
    paintNumbers(painter, places);
}

void Row::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

GlyphBox::GlyphBox(QSizeF size, Glyph glyph, QWidget* parent)
    : QWidget(parent), m_size(qCeil(size.width()), qCeil(size.height())), m_glyph(std::move(glyph)) {
    setFixedSize(m_size);
    setFocusPolicy(Qt::NoFocus);
}

void GlyphBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_glyph(painter, rect());
}

void paintNumber(QPainter& painter, const theme::Theme& theme, const QRectF& frame, int number) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(theme::Role::Chrome));
    painter.drawRoundedRect(frame, theme.px(3), theme.px(3));
    const QFontMetricsF metrics(theme.font(theme::Type::Date));
    theme::paintText(painter, theme, theme::Type::Date, theme.color(theme::Role::Ink2),
                     {frame.center().x(), frame.center().y() + metrics.capHeight() / 2}, QString::number(number),
                     Qt::AlignHCenter);
}

} // namespace entente::details
