#include "app/theme/paint_cache.h"

#include "app/theme/brushwork.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace entente::theme {

namespace {
constexpr qsizetype mostTexts = 2000; // some 20 MB
constexpr qsizetype mostMarks = 4000;
constexpr qsizetype mostPills = 200;
constexpr int phases = 4; // of a pixel

/// All that decides how a mark looks, and where in its pixel it stands.
QByteArray keyOf(const MarkStyle& style, double radius, double ratio, int phaseX, int phaseY) {
    QByteArray key;
    for (const int part : {static_cast<int>(style.mark), static_cast<int>(style.tenor), static_cast<int>(style.hollow),
                           static_cast<int>(style.dashed), static_cast<int>(style.dot), static_cast<int>(style.state),
                           static_cast<int>(style.keyboardFocus), static_cast<int>(style.otherClaim),
                           static_cast<int>(style.plate), static_cast<int>(style.ground), static_cast<int>(radius * 16),
                           static_cast<int>(ratio * 16), phaseX, phaseY}) {
        key.append(static_cast<char>(part & 0xFF));
        key.append(static_cast<char>(part >> 8));
    }
    return key;
}
} // namespace

void PaintCache::clear() {
    m_texts.clear();
    m_marks.clear();
    m_pills.clear();
    m_symbols.clear();
}

const PaintCache::Text& PaintCache::painted(const Theme& theme, Type type, QColor color, const QString& text,
                                            double ratio) {
    const TextKey key{type, color.rgba(), static_cast<int>(ratio * 16), text};
    if (const auto known = m_texts.constFind(key); known != m_texts.constEnd())
        return *known;
    if (m_texts.size() >= mostTexts)
        m_texts.clear();
    constexpr double beyond = 2; // letters reach over their advance
    const QFontMetricsF metrics(theme.font(type));
    Text made{{}, metrics.horizontalAdvance(text), std::ceil(metrics.ascent()) + beyond};
    const QSizeF size(made.width + 2 * beyond, made.ascent + metrics.descent() + beyond);
    made.image = QImage((size * ratio).toSize() + QSize(1, 1), QImage::Format_ARGB32_Premultiplied);
    made.image.setDevicePixelRatio(ratio);
    made.image.fill(Qt::transparent);
    QPainter painter(&made.image);
    theme::paintText(painter, theme, type, color, {beyond, made.ascent}, text);
    painter.end();
    return *m_texts.insert(key, made);
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
    const QPointF place = QPointF(left - 2, baseline.y() - known.ascent) * ratio;
    painter.drawImage(QPointF(std::round(place.x()), std::round(place.y())) / ratio, known.image);
}

void PaintCache::paintMark(QPainter& painter, const Theme& theme, const MarkStyle& style, QPointF centre,
                           double radius) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QPointF pixels = centre * ratio;
    const QPointF whole(std::floor(pixels.x()), std::floor(pixels.y()));
    const int phaseX = static_cast<int>((pixels.x() - whole.x()) * phases);
    const int phaseY = static_cast<int>((pixels.y() - whole.y()) * phases);
    const int reach = static_cast<int>(std::ceil(markReach(theme, style, radius) * ratio)) + 2;
    const QByteArray key = keyOf(style, radius, ratio, phaseX, phaseY);
    auto known = m_marks.constFind(key);
    if (known == m_marks.constEnd()) {
        if (m_marks.size() >= mostMarks)
            m_marks.clear();
        QImage image(2 * reach + 1, 2 * reach + 1, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter own(&image);
        own.setRenderHint(QPainter::Antialiasing);
        const QPointF middle(reach + (phaseX + 0.5) / phases, reach + (phaseY + 0.5) / phases);
        theme::paintMark(own, theme, style, middle / ratio, radius);
        own.end();
        known = m_marks.insert(key, image);
    }
    painter.drawImage((whole - QPointF(reach, reach)) / ratio, *known);
}

void PaintCache::paintPill(QPainter& painter, const Theme& theme, const QRectF& pill, const QString& words,
                           const QList<PillShare>& shares) {
    const double ratio = painter.device()->devicePixelRatioF();
    const auto whole = [ratio](double length) { return std::round(length * ratio) / ratio; };
    const QSize size = (pill.size() * ratio).toSize();
    auto known = m_pills.constFind({size.width(), size.height()});
    if (known == m_pills.constEnd()) {
        if (m_pills.size() >= mostPills)
            m_pills.clear();
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter own(&image);
        own.setRenderHint(QPainter::Antialiasing);
        paintPillShape(own, theme, QRectF(QPointF(0, 0), QSizeF(size) / ratio), State::Rest);
        own.end();
        known = m_pills.insert({size.width(), size.height()}, image);
    }
    const QRectF box(QPointF(whole(pill.left()), whole(pill.top())), QSizeF(size) / ratio);
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
    const SymbolKey key{symbol, color.rgba(), size.width(), size.height()};
    auto known = m_symbols.constFind(key);
    if (known == m_symbols.constEnd()) {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter own(&image);
        theme::paintSymbol(own, symbol, QRectF(QPointF(0, 0), QSizeF(size) / ratio), color);
        own.end();
        known = m_symbols.insert(key, image);
    }
    const QPointF place = frame.topLeft() * ratio;
    painter.drawImage(QPointF(std::round(place.x()), std::round(place.y())) / ratio, *known);
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

void paintCrispBoxes(QPainter& painter, const QList<QRectF>& boxes, const QColor& color) {
    const double ratio = painter.device()->devicePixelRatioF();
    QList<QRect> pixels;
    pixels.reserve(boxes.size());
    for (const QRectF& box : boxes) {
        const QPoint from(qRound(box.left() * ratio), qRound(box.top() * ratio));
        const QPoint beyond(qRound(box.right() * ratio), qRound(box.bottom() * ratio));
        if (from.x() < beyond.x() && from.y() < beyond.y())
            pixels.append(QRect(from, beyond - QPoint(1, 1)));
    }
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
