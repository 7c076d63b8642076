#pragma once

#include "app/theme/painters.h"

#include <QHash>
#include <QImage>

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
    QHash<QByteArray, QImage> m_marks;
};

} // namespace entente::theme
