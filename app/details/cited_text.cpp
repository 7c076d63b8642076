#include "app/details/cited_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QtMath>

namespace entente::details {

namespace {

constexpr double lineWidthOfHint = 320;
// A no-break thin space keeps a number with the word before it.
constexpr QChar narrowSpace(0x202F);

} // namespace

CitedText::CitedText(const theme::Theme& theme, theme::Type type, const QList<Piece>& pieces, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_type(type) {
    compose(pieces);
    setAccessibleName(plainText());
    setFocusPolicy(m_marks.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CitedText::compose(const QList<Piece>& pieces) {
    QTextCharFormat number;
    number.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    number.setForeground(m_theme.color(theme::Role::Ink2));
    number.setFontWeight(QFont::DemiBold);
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Piece& piece : pieces) {
        if (piece.citation == 0) {
            text += piece.words;
            continue;
        }
        text += narrowSpace;
        const QString shown = QString::number(piece.citation);
        m_marks.append({static_cast<int>(text.size()), static_cast<int>(shown.size()), piece.citation});
        formats.append({m_marks.last().start, m_marks.last().length, number});
        text += shown;
    }
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    m_layout.setText(text);
    m_layout.setFont(m_theme.font(m_type));
    m_layout.setFormats(formats);
    QTextOption option;
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
}

QString CitedText::plainText() const {
    QString text = m_layout.text();
    for (auto mark = m_marks.crbegin(); mark != m_marks.crend(); ++mark)
        text.replace(mark->start - 1, mark->length + 1, QStringLiteral(" [%1]").arg(mark->citation));
    return text.replace(QChar::LineSeparator, QLatin1Char('\n'));
}

double CitedText::breakLines(double width) const {
    const double height = m_theme.lineHeight(m_type);
    double y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max(width, 1.0));
        line.setPosition({0, y + (height - line.height()) / 2});
        y += height;
    }
    m_layout.endLayout();
    return y;
}

int CitedText::heightForWidth(int width) const {
    const int height = qCeil(breakLines(width));
    breakLines(this->width());
    return height;
}

QSize CitedText::sizeHint() const {
    const int width = qCeil(m_theme.px(lineWidthOfHint));
    return {width, heightForWidth(width)};
}

QSize CitedText::minimumSizeHint() const {
    return {qCeil(m_theme.px(80)), qCeil(m_theme.lineHeight(m_type))};
}

void CitedText::resizeEvent(QResizeEvent*) {
    breakLines(width());
}

QList<QRectF> CitedText::framesOf(const Mark& mark) const {
    const QTextLine line = m_layout.lineForTextPosition(mark.start);
    if (!line.isValid())
        return {};
    const double first = line.cursorToX(mark.start);
    const double last = line.cursorToX(mark.start + mark.length);
    const QRectF frame(std::min(first, last), line.y(), std::abs(last - first), line.height());
    return {frame.adjusted(-2, 0, 2, 0)};
}

int CitedText::markAt(QPointF point) const {
    const double reach = m_theme.px(6);
    for (qsizetype i = 0; i < m_marks.size(); ++i)
        for (const QRectF& frame : framesOf(m_marks[i]))
            if (frame.adjusted(-reach, 0, reach, 0).contains(point))
                return static_cast<int>(i);
    return -1;
}

void CitedText::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(m_theme.color(theme::Role::Ink));
    m_layout.draw(&painter, {});
    if (!hasFocus() || m_current >= m_marks.size())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(theme::Role::Ink), m_theme.px(2)));
    for (const QRectF& frame : framesOf(m_marks[m_current]))
        painter.drawRoundedRect(frame.adjusted(0, 1, 0, -1), 3, 3);
}

void CitedText::mousePressEvent(QMouseEvent* event) {
    const int mark = event->button() == Qt::LeftButton ? markAt(event->position()) : -1;
    if (mark < 0)
        return;
    m_current = mark;
    update();
    emit citationPressed(m_marks[mark].citation);
}

void CitedText::mouseMoveEvent(QMouseEvent* event) {
    setCursor(markAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void CitedText::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(m_marks.size());
    if (event->key() == Qt::Key_Right && m_current + 1 < count)
        ++m_current;
    else if (event->key() == Qt::Key_Left && m_current > 0)
        --m_current;
    else if (count > 0 &&
             (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space))
        emit citationPressed(m_marks[m_current].citation);
    else
        return QWidget::keyPressEvent(event);
    update();
}

} // namespace entente::details
