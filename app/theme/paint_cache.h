#pragma once

#include "app/theme/painters.h"
#include "app/theme/recent.h"

#include <QImage>
#include <QLineF>

#include <array>
#include <functional>

namespace entente::theme {

/// Paints marks and texts as the painters do, on a screen, and remembers what they came to: shaping a text and stroking
/// a mark take ten times as long as putting them down again. For one theme; marks stand to a quarter of a pixel, all
/// else on whole ones.
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
    /// As theme::paintSymbol.
    void paintSymbol(QPainter& painter, Symbol symbol, const QRectF& frame, QColor color);

    struct PlateLine {
        Type type;
        QColor color;
        double baseline; ///< from the plate's top
        QString text;
    };
    /// Lines of text at one side of a plate of one opaque colour, `inset` from it.
    struct Plate {
        QRectF box;
        QColor ground;
        double inset = 0;
        bool right = false;
        std::array<PlateLine, 2> lines;
    };
    void paintPlate(QPainter& painter, const Theme& theme, const Plate& plate);
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

    struct PlateKey {
        QString first, second;
        std::array<int, 9> look; ///< types, colours, size in pixels, side, pixel ratio in sixteenths
        bool operator==(const PlateKey&) const = default;
    };
    friend size_t qHash(const PlateKey& key, size_t seed) {
        return qHashMulti(seed, key.first, key.second, qHashBits(key.look.data(), sizeof key.look));
    }
    static QImage imageOf(const Theme& theme, const Plate& plate, double ratio);

    struct SymbolKey {
        Symbol symbol;
        QRgb color;
        int width, height; ///< pixels
        int ratio;         ///< of pixels, in sixteenths
        bool operator==(const SymbolKey&) const = default;
    };
    friend size_t qHash(const SymbolKey& key, size_t seed) {
        return qHashMulti(seed, static_cast<int>(key.symbol), key.color, key.width, key.height, key.ratio);
    }
    /// All that decides how a mark looks, and where in its pixel it stands.
    struct MarkKey {
        std::array<qint16, 14> parts;
        bool operator==(const MarkKey&) const = default;
    };
    friend size_t qHash(const MarkKey& key, size_t seed) { return qHashBits(key.parts.data(), sizeof key.parts, seed); }
    static MarkKey keyOf(const MarkStyle& style, double radius, double ratio, QPoint phase);

    Recent<TextKey, Text> m_texts{2000};
    Recent<PlateKey, QImage> m_plates{1000}; // some 20 MB
    Recent<SymbolKey, QImage> m_symbols{100};
    Recent<MarkKey, QImage> m_marks{6000};
    Recent<std::pair<int, int>, QImage> m_pills{200}; ///< their shapes, by width and height in pixels
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

/// Paints a box on a screen that looks alike all the way down: `paint`, with a painter of the same coordinates, paints
/// its upper end, which is then copied. Upright lines cost as many times less as it is higher than that.
void paintDownwards(QPainter& painter, const QRectF& box, const std::function<void(QPainter&)>& paint);

/// Boxes for a screen, thousands of them: from whole pixel to whole pixel, as the nearest are, so that what touches
/// goes on touching; without smoothing, on a painter that is neither turned nor mirrored.
void paintCrispBoxes(QPainter& painter, const QList<QRectF>& boxes, const QColor& color);

/// Level and upright lines for a screen: on whole pixels, at least one wide.
void paintCrispLines(QPainter& painter, const QList<QLineF>& lines, const QColor& color, double width);

} // namespace entente::theme
