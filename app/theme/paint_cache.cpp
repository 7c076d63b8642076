#include "app/theme/paint_cache.h"

#include "app/theme/brushwork.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace entente::theme {

namespace {
constexpr int phases = 4;    // of a pixel
constexpr double margin = 2; // letters reach over their advance

/// Transparent, for a painter of this pixel ratio.
QImage emptyImage(QSize pixels, double ratio) {
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

/// The nearest whole pixel, in the units of the painter.
QPointF onPixel(QPointF place, double ratio) {
    return QPointF(std::round(place.x() * ratio), std::round(place.y() * ratio)) / ratio;
}
} // namespace

void PaintCache::clear() {
    m_texts.clear();
    m_plates.clear();
    m_symbols.clear();
    m_marks.clear();
    m_pills.clear();
}

const PaintCache::Text& PaintCache::painted(const Theme& theme, Type type, QColor color, const QString& text,
                                            double ratio) {
    const TextKey key{type, color.rgba(), static_cast<int>(ratio * 16), text};
    if (const Text* known = m_texts.find(key))
        return *known;
    const QFontMetricsF metrics(theme.font(type));
    Text made{{}, metrics.horizontalAdvance(text), std::ceil(metrics.ascent()) + margin};
    const QSizeF size(made.width + 2 * margin, made.ascent + metrics.descent() + margin);
    made.image = emptyImage((size * ratio).toSize() + QSize(1, 1), ratio);
    QPainter painter(&made.image);
    theme::paintText(painter, theme, type, color, {margin, made.ascent}, text);
    painter.end();
    return m_texts.insert(key, std::move(made));
}

void PaintCache::paintText(QPainter& painter, const Theme& theme, Type type, QColor color, QPointF baseline,
                           const QString& text, Qt::Alignment alignment) {
    constexpr qsizetype longest = 200; // letters worth an image
    if (text.isEmpty() || text.size() > longest)
        return theme::paintText(painter, theme, type, color, baseline, text, alignment);
    const double ratio = painter.device()->devicePixelRatioF();
    const Text& known = painted(theme, type, color, text, ratio);
    const double left = alignment & Qt::AlignHCenter ? baseline.x() - known.width / 2
                        : alignment & Qt::AlignRight ? baseline.x() - known.width
                                                     : baseline.x();
    painter.drawImage(onPixel({left - margin, baseline.y() - known.ascent}, ratio), known.image);
}

/// Without an alpha channel, so that it is copied and not blended; drawn with one, as all other texts are.
QImage PaintCache::imageOf(const Theme& theme, const Plate& plate, double ratio) {
    QImage image = emptyImage((plate.box.size() * ratio).toSize(), ratio);
    image.fill(plate.ground);
    QPainter painter(&image);
    const double x = plate.right ? plate.box.width() - plate.inset : plate.inset;
    for (const PlateLine& line : plate.lines)
        theme::paintText(painter, theme, line.type, line.color, {x, line.baseline}, line.text,
                         plate.right ? Qt::AlignRight : Qt::AlignLeft);
    painter.end();
    image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

void PaintCache::paintPlate(QPainter& painter, const Theme& theme, const Plate& plate) {
    const double ratio = painter.device()->devicePixelRatioF();
    const auto& [first, second] = plate.lines;
    const PlateKey key{first.text,
                       second.text,
                       {static_cast<int>(first.type), static_cast<int>(second.type),
                        static_cast<int>(first.color.rgba()), static_cast<int>(second.color.rgba()),
                        static_cast<int>(plate.ground.rgba()), qRound(plate.box.width() * ratio),
                        qRound(plate.box.height() * ratio), static_cast<int>(plate.right),
                        static_cast<int>(ratio * 16)}};
    const QImage* known = m_plates.find(key);
    if (!known)
        known = &m_plates.insert(key, imageOf(theme, plate, ratio));
    painter.drawImage(onPixel(plate.box.topLeft(), ratio), *known);
}

PaintCache::MarkKey PaintCache::keyOf(const MarkStyle& style, double radius, double ratio, QPoint phase) {
    const auto part = [](auto value) { return static_cast<qint16>(value); };
    return {{part(style.mark), part(style.tenor), part(style.hollow), part(style.dashed), part(style.dot),
             part(style.state), part(style.keyboardFocus), part(style.otherClaim), part(style.plate),
             part(style.ground), part(radius * 16), part(ratio * 16), part(phase.x()), part(phase.y())}};
}

void PaintCache::paintMark(QPainter& painter, const Theme& theme, const MarkStyle& style, QPointF centre,
                           double radius) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QPointF pixels = centre * ratio;
    const QPointF whole(std::floor(pixels.x()), std::floor(pixels.y()));
    const QPoint phase(static_cast<int>((pixels.x() - whole.x()) * phases),
                       static_cast<int>((pixels.y() - whole.y()) * phases));
    const int reach = static_cast<int>(std::ceil(markReach(theme, style, radius) * ratio)) + 2;
    const MarkKey key = keyOf(style, radius, ratio, phase);
    const QImage* known = m_marks.find(key);
    if (!known) {
        QImage image = emptyImage(QSize(2 * reach + 1, 2 * reach + 1), ratio);
        QPainter own(&image);
        own.setRenderHint(QPainter::Antialiasing);
        const QPointF middle = QPointF(reach, reach) + (QPointF(phase) + QPointF(0.5, 0.5)) / phases;
        theme::paintMark(own, theme, style, middle / ratio, radius);
        own.end();
        known = &m_marks.insert(key, std::move(image));
    }
    painter.drawImage((whole - QPointF(reach, reach)) / ratio, *known);
}

void PaintCache::paintPill(QPainter& painter, const Theme& theme, const QRectF& pill, const QString& words,
                           const QList<PillShare>& shares) {
    const double ratio = painter.device()->devicePixelRatioF();
    const auto whole = [ratio](double length) { return std::round(length * ratio) / ratio; };
    const QSize size = (pill.size() * ratio).toSize();
    const QRectF box(onPixel(pill.topLeft(), ratio), QSizeF(size) / ratio);
    const QImage* known = m_pills.find({size.width(), size.height()});
    if (!known) {
        QImage image = emptyImage(size, ratio);
        QPainter own(&image);
        own.setRenderHint(QPainter::Antialiasing);
        paintPillShape(own, theme, QRectF(QPointF(0, 0), box.size()), State::Rest);
        own.end();
        known = &m_pills.insert({size.width(), size.height()}, std::move(image));
    }
    painter.drawImage(box.topLeft(), *known);
    const PillText text = pillTextOf(theme, box);
    const QColor ink = theme.color(Role::Ink);
    if (painted(theme, Type::NodeName, ink, words, ratio).width <= text.width)
        paintText(painter, theme, Type::NodeName, ink, text.middle, words, Qt::AlignHCenter);
    else
        theme::paintText(painter, theme, Type::NodeName, ink, text.middle, words, Qt::AlignHCenter, text.width);
    const Crisp crisp(painter, true);
    const QList<QRectF> bars = pillBars(theme, box, shares);
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const QPointF from(whole(bars[i].left()), whole(bars[i].top()));
        const QPointF to(std::max(whole(bars[i].right()), from.x() + 1 / ratio), whole(bars[i].bottom()));
        painter.fillRect(QRectF(from, to), theme.tenor(shares[i].tenor));
    }
}

void PaintCache::paintSymbol(QPainter& painter, Symbol symbol, const QRectF& frame, QColor color) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QSize size = (frame.size() * ratio).toSize();
    const SymbolKey key{symbol, color.rgba(), size.width(), size.height(), static_cast<int>(ratio * 16)};
    const QImage* known = m_symbols.find(key);
    if (!known) {
        QImage image = emptyImage(size, ratio);
        QPainter own(&image);
        theme::paintSymbol(own, symbol, QRectF(QPointF(0, 0), QSizeF(size) / ratio), color);
        own.end();
        known = &m_symbols.insert(key, std::move(image));
    }
    painter.drawImage(onPixel(frame.topLeft(), ratio), *known);
}

Crisp::Crisp(QPainter& painter, bool isWanted)
    : m_painter(painter), m_smooth(painter.testRenderHint(QPainter::Antialiasing)) {
    if (isWanted)
        painter.setRenderHint(QPainter::Antialiasing, false);
}

Crisp::~Crisp() {
    m_painter.setRenderHint(QPainter::Antialiasing, m_smooth);
}

namespace {
/// Boxes in pixels of the device. Qt fills whole numbers of pixels at a tenth of what it takes for fractions.
void paintPixels(QPainter& painter, const QList<QRect>& boxes, double ratio, const QColor& color) {
    const Restoring restoring(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.scale(1 / ratio, 1 / ratio);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRects(boxes);
}
} // namespace

namespace {
/// The pixels of the device from the nearest edge to the nearest edge.
QRect pixelsOf(const QRectF& box, double ratio) {
    const QPoint from(qRound(box.left() * ratio), qRound(box.top() * ratio));
    const QPoint beyond(qRound(box.right() * ratio), qRound(box.bottom() * ratio));
    return {from, beyond - QPoint(1, 1)};
}
} // namespace

void paintDownwards(QPainter& painter, const QRectF& box, const std::function<void(QPainter&)>& paint) {
    constexpr int mostRows = 16;
    const double ratio = painter.device()->devicePixelRatioF();
    const QRect pixels = pixelsOf(box, ratio);
    if (pixels.isEmpty())
        return;
    QImage upper(pixels.width(), std::min(mostRows, pixels.height()), QImage::Format_RGB32);
    upper.setDevicePixelRatio(ratio);
    QPainter own(&upper);
    own.translate(-QPointF(pixels.topLeft()) / ratio);
    paint(own);
    own.end();
    for (int top = pixels.top(); top <= pixels.bottom(); top += upper.height())
        painter.drawImage(QPointF(pixels.left(), top) / ratio, upper,
                          QRect(0, 0, upper.width(), std::min(upper.height(), pixels.bottom() + 1 - top)));
}

void paintCrispBoxes(QPainter& painter, const QList<QRectF>& boxes, const QColor& color) {
    const double ratio = painter.device()->devicePixelRatioF();
    QList<QRect> pixels;
    pixels.reserve(boxes.size());
    for (const QRectF& box : boxes)
        if (const QRect nearest = pixelsOf(box, ratio); !nearest.isEmpty())
            pixels.append(nearest);
    paintPixels(painter, pixels, ratio, color);
}

void paintCrispLines(QPainter& painter, const QList<QLineF>& lines, const QColor& color, double width) {
    const double ratio = painter.device()->devicePixelRatioF();
    const int thick = std::max(1, qRound(width * ratio));
    QList<QRect> pixels;
    pixels.reserve(lines.size());
    for (const QLineF& line : lines) {
        const bool upright = line.x1() == line.x2();
        const QRectF along = QRectF(line.p1() * ratio, line.p2() * ratio).normalized();
        const double half = thick / 2.0;
        pixels.append(upright ? QRect(qRound(along.left() - half), qRound(along.top()), thick, qRound(along.height()))
                              : QRect(qRound(along.left()), qRound(along.top() - half), qRound(along.width()), thick));
    }
    paintPixels(painter, pixels, ratio, color);
}

} // namespace entente::theme
