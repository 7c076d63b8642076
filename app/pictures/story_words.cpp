#include "app/pictures/story_slide.h"

#include <QRegularExpression>
#include <QTextLayout>

namespace entente::pictures {

using theme::Theme;
using theme::Type;

namespace {

constexpr double lineSpacing = 1.24;
constexpr double betweenParagraphs = 0.3; // of a line
constexpr double bulletRoom = 1.1;        // of the size of type

/// One paragraph, broken into lines of a width.
struct Lines {
    QTextLayout layout;
    double height = 0;
    bool isRightToLeft = false;

    Lines(const QString& text, const QFont& font, double width, int pixels) : layout(text, font) {
        isRightToLeft = text.isRightToLeft();
        QTextOption option(isRightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        option.setTextDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1.0, width));
            line.setPosition({0, height});
            height += lineSpacing * pixels;
        }
        layout.endLayout();
    }
};

/// The lines of a paragraph that end above a bottom; the last of them ends with dots if others follow.
void paintLines(QPainter& painter, Lines& lines, QPointF at, double bottom) {
    const QString text = lines.layout.text();
    for (int i = 0; i < lines.layout.lineCount(); ++i) {
        const QTextLine line = lines.layout.lineAt(i);
        const double lineHeight = lines.height / lines.layout.lineCount();
        const QPointF place = at + line.position();
        if (place.y() + lineHeight > bottom + 1)
            return;
        const bool isLast = place.y() + 2 * lineHeight > bottom + 1 && i + 1 < lines.layout.lineCount();
        if (!isLast) {
            line.draw(&painter, at);
            continue;
        }
        const QFontMetricsF metrics(lines.layout.font());
        const QString cut = metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, line.width());
        Lines last(cut, lines.layout.font(), line.width() + 1, qRound(lineHeight / lineSpacing));
        last.layout.lineAt(0).draw(&painter, place);
        return;
    }
}

} // namespace

QFont slideFont(int pixels, bool bold) {
    QFont font = Theme().font(bold ? Type::Poster : Type::Body);
    font.setPixelSize(std::max(1, pixels));
    return font;
}

double heightOf(const QStringList& paragraphs, double width, int pixels, bool bold) {
    const QFont font = slideFont(pixels, bold);
    double height = 0;
    for (const QString& text : paragraphs)
        height += Lines(text, font, width, pixels).height;
    return height + betweenParagraphs * lineSpacing * pixels * std::max<double>(0, paragraphs.size() - 1.0);
}

int fittingPixels(const QStringList& paragraphs, QSizeF frame, bool bold, int largest, int smallest) {
    int pixels = largest;
    while (pixels > smallest && heightOf(paragraphs, frame.width(), pixels, bold) > frame.height())
        pixels = std::max(smallest, pixels - std::max(1, pixels / 16));
    return pixels;
}

void paintWords(QPainter& painter, const theme::Theme& look, const SlideText& text, const QString& bullet) {
    painter.save();
    painter.setPen(look.color(text.role));
    const QFont font = slideFont(text.pixels, text.bold);
    painter.setFont(font);
    const double indent = bullet.isEmpty() ? 0 : bulletRoom * text.pixels;
    double top = text.frame.top();
    for (const QString& paragraph : text.paragraphs) {
        if (top >= text.frame.bottom())
            break;
        Lines lines(paragraph, font, text.frame.width() - indent, text.pixels);
        const double left = text.frame.left() + (lines.isRightToLeft ? 0 : indent);
        paintLines(painter, lines, {left, top}, text.frame.bottom());
        const double bulletLeft = lines.isRightToLeft
                                      ? text.frame.right() - QFontMetricsF(font).horizontalAdvance(bullet)
                                      : text.frame.left();
        const double baseline = top + QFontMetricsF(font).ascent();
        if (!bullet.isEmpty() && baseline < text.frame.bottom())
            painter.drawText(QPointF(bulletLeft, baseline), bullet);
        top += lines.height + betweenParagraphs * lineSpacing * text.pixels;
    }
    painter.restore();
}

QString plainWords(const wording::Wording& wording, const QString& text) {
    static const QRegularExpression emphasis(QStringLiteral("(\\*\\*|(?<!_)__(?!_))(?=\\S)(.+?)(?<=\\S)\\1"));
    static const QRegularExpression slant(QStringLiteral("(?<![\\w*])\\*(?=[^\\s*])([^*]+?)(?<=\\S)\\*(?![\\w*])"));
    return wording.withoutMarks(text).replace(emphasis, QStringLiteral("\\2")).replace(slant, QStringLiteral("\\1"));
}

} // namespace entente::pictures
