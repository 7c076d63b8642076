#pragma once

#include <QColor>
#include <QImage>
#include <QLineF>
#include <array>
#include <vector>

namespace entente::relations {

// Drawing of very many like things straight into an image of premultiplied pixels, without alpha beneath: a painter
// takes ten times as long, most of it for preparing each. All in device pixels. Same input, same pixels.

/// A premultiplied pixel times a share of 255.
inline QRgb part(QRgb pixel, unsigned share) {
    const unsigned odd = ((pixel >> 8) & 0xFF00FF) * share, even = (pixel & 0xFF00FF) * share;
    return ((odd + ((odd >> 8) & 0xFF00FF) + 0x800080) & 0xFF00FF00) |
           (((even + ((even >> 8) & 0xFF00FF) + 0x800080) >> 8) & 0xFF00FF);
}

/// What was painted on nothing, as the runs of pixels that are not empty, to be put down again and again.
class Stamp {
public:
    Stamp() = default;
    /// Takes what is within `room` out of an image that is otherwise empty, and empties it.
    Stamp(QImage& image, const QRect& room);

    /// Over what is there, at the place where it was painted.
    void put(QImage& image, double opacity = 1) const;
    qsizetype pixels() const { return static_cast<qsizetype>(m_pixels.size()); }

private:
    struct Run {
        int x, y, count;
    };
    std::vector<Run> m_runs;
    std::vector<QRgb> m_pixels;
};

/// One colour with all shares of a pixel that it may cover.
class Ink {
public:
    explicit Ink(const QColor& color);

    /// `share` of 255.
    void cover(QRgb& pixel, unsigned share) const { pixel = m_color[share] + part(pixel, m_kept[share]); }

private:
    std::array<QRgb, 256> m_color;
    std::array<unsigned, 256> m_kept;
};

/// Draws straight lines of one colour, `width` wide, broken as a dashed line of that width if asked to. Smooth: each
/// step along the longer direction covers what it does of the pixels across; otherwise whole ones.
void drawStrands(QImage& image, const QList<QLineF>& lines, const QColor& color, double width, bool isBroken,
                 bool isSmooth);

/// Draws discs of one colour, their middles to a quarter of a pixel.
void drawDots(QImage& image, const QList<QPointF>& middles, const QColor& color, double diameter);

} // namespace entente::relations
