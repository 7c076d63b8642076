#pragma once

#include "app/theme/painters.h"

#include <QHash>
#include <QImage>
#include <QLineF>

namespace entente::theme {

/// Paints marks and texts as the painters do, on a screen, and remembers what they came to: shaping a text and stroking
/// a mark take ten times as long as putting them down again. For one theme; marks stand to a quarter of a pixel, texts
/// on whole ones.
class PaintCache {
public:
    /// As theme::paintText, without a width.
    void paintText(QPainter& painter, const Theme& theme, Type type, QColor color, QPointF baseline,
                   const QString& text, Qt::Alignment alignment);
    /// As theme::paintMark.
    void paintMark(QPainter& painter, const Theme& theme, const MarkStyle& style, QPointF centre, double radius);
    /// As theme::paintPill at rest; shape, words and shares on whole pixels.
    void paintPill(QPainter& painter, const Theme& theme, const QRectF& pill, const QString& words,
                   const QList<PillShare>& shares);
    /// As theme::paintSymbol, on whole pixels.
    void paintSymbol(QPainter& painter, Symbol symbol, const QRectF& frame, QColor color);
    void clear();

private:
    struct TextKey {
        Type type;
        QRgb color;
        int ratio; ///< of pixels, in sixteenths
        QString text;
        bool operator==(const TextKey&) const = default;
    };
    friend size_t qHash(const TextKey& key, size_t seed) {
        return qHashMulti(seed, static_cast<int>(key.type), key.color, key.ratio, key.text);
    }
    struct Text {
        QImage image;
        double width = 0, ascent = 0;
    };
    const Text& painted(const Theme& theme, Type type, QColor color, const QString& text, double ratio);

    QHash<TextKey, Text> m_texts;
    struct SymbolKey {
        Symbol symbol;
        QRgb color;
        int width, height; ///< pixels
        bool operator==(const SymbolKey&) const = default;
    };
    friend size_t qHash(const SymbolKey& key, size_t seed) {
        return qHashMulti(seed, static_cast<int>(key.symbol), key.color, key.width, key.height);
    }

    QHash<SymbolKey, QImage> m_symbols;
    QHash<QByteArray, QImage> m_marks;
    QHash<std::pair<int, int>, QImage> m_pills; ///< their shapes, by width and height in pixels
};

/// Turns smoothing off for as long as it lives, if asked to: what is filled on a screen has sharp edges and costs a
/// quarter.
class Crisp {
public:
    Crisp(QPainter& painter, bool isWanted);
    ~Crisp();
    Q_DISABLE_COPY_MOVE(Crisp)

private:
    QPainter& m_painter;
    bool m_smooth; ///< before
};

/// Boxes for a screen, thousands of them: from whole pixel to whole pixel, as the nearest are, so that what touches
/// goes on touching; without smoothing, on a painter that is neither turned nor mirrored.
void paintCrispBoxes(QPainter& painter, const QList<QRectF>& boxes, const QColor& color);

/// Level and upright lines for a screen: on whole pixels, at least one wide.
void paintCrispLines(QPainter& painter, const QList<QLineF>& lines, const QColor& color, double width);

} // namespace entente::theme
