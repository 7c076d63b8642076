#include "app/relations/view/raster.h"

#include <algorithm>
#include <cmath>
#include <future>

namespace entente::relations {

namespace {

QRgb* rowOf(QImage& image, int y) {
    return reinterpret_cast<QRgb*>(image.scanLine(y));
}

/// Pixels as rows, for walks that are mostly across or mostly down.
struct Grid {
    QRgb* first;
    qsizetype along, across; ///< from one pixel to the next in the direction of the walk, and to the next aside
    int length, breadth;
};

/// Lengths across in parts of a pixel, as whole numbers.
constexpr int fineBits = 16;
constexpr double fine = 1 << fineBits;

/// One line, as a walk along a grid: at each step the pixels aside that it covers.
class Walk {
public:
    Walk(const Grid& grid, const Ink& ink, double width, bool isBroken, bool isSmooth)
        : m_grid(grid), m_ink(ink), m_width(width), m_isBroken(isBroken), m_isSmooth(isSmooth) {}

    void run(QPointF from, QPointF to) const {
        const double slope = (to.y() - from.y()) / std::max(1e-9, to.x() - from.x());
        const double stretch = std::sqrt(1 + slope * slope); // of a step
        const double end = m_grid.length;
        const int first = static_cast<int>(std::clamp(std::ceil(from.x() - 0.5), 0.0, end));
        const int last = static_cast<int>(std::clamp(std::floor(to.x() - 0.5), -1.0, end - 1));
        // As Qt does: lines of one pixel are as wide across at any slope.
        const double wide = m_isSmooth ? m_width * (m_width > 1 ? stretch : 1) : std::max(1.0, std::round(m_width));
        const double top = from.y() + slope * (first + 0.5 - from.x()) - wide / 2;
        const double dash = 4 * m_width, period = 6 * m_width;
        double phase = std::fmod((first + 0.5 - from.x()) * stretch, period);
        qint64 place = std::llround(top * fine);
        const qint64 advance = std::llround(slope * fine), breadth = std::llround(wide * fine);
        QRgb* at = m_grid.first + first * m_grid.along;
        for (int step = first; step <= last; ++step, at += m_grid.along, place += advance) {
            if (!m_isBroken || phase < dash)
                m_isSmooth ? coverSmoothly(at, place, place + breadth) : coverWhole(at, place, wide);
            phase += stretch;
            phase = phase < period ? phase : phase - period;
        }
    }

private:
    void coverWhole(QRgb* at, qint64 top, double wide) const {
        const qint64 row = (top + (1 << (fineBits - 1))) >> fineBits;
        for (qint64 i = row; i < row + static_cast<qint64>(wide); ++i)
            if (i >= 0 && i < m_grid.breadth)
                m_ink.cover(at[i * m_grid.across], 255);
    }

    void coverSmoothly(QRgb* at, qint64 top, qint64 bottom) const {
        const qint64 last = std::min<qint64>(m_grid.breadth - 1, (bottom - 1) >> fineBits);
        for (qint64 row = std::max<qint64>(0, top >> fineBits); row <= last; ++row) {
            const qint64 covered = std::min(bottom, (row + 1) << fineBits) - std::max(top, row << fineBits);
            m_ink.cover(at[row * m_grid.across], static_cast<unsigned>((covered * 255) >> fineBits));
        }
    }

    Grid m_grid;
    const Ink& m_ink;
    double m_width;
    bool m_isBroken, m_isSmooth;
};

/// Lines come cut to what is seen; what is far beyond, or no number, is not drawn.
bool isNear(QPointF point) {
    constexpr double furthest = 1e6;
    return std::abs(point.x()) < furthest && std::abs(point.y()) < furthest;
}

QPointF swapped(QPointF point) {
    return point.transposed();
}

/// Those rows of an image that begin at `top`.
void drawWithin(QRgb* pixels, const QSize& size, qsizetype stride, int top, const QList<QLineF>& lines, const Ink& ink,
                double width, bool isBroken, bool isSmooth) {
    const Walk across({pixels, 1, stride, size.width(), size.height()}, ink, width, isBroken, isSmooth);
    const Walk down({pixels, stride, 1, size.height(), size.width()}, ink, width, isBroken, isSmooth);
    const QPointF origin(0, top);
    for (const QLineF& line : lines) {
        if (!isNear(line.p1()) || !isNear(line.p2()) || std::max(line.y1(), line.y2()) < top - width ||
            std::min(line.y1(), line.y2()) > top + size.height() + width)
            continue;
        const QPointF from = line.p1() - origin, to = line.p2() - origin;
        if (std::abs(line.dx()) >= std::abs(line.dy()))
            from.x() <= to.x() ? across.run(from, to) : across.run(to, from);
        else
            from.y() <= to.y() ? down.run(swapped(from), swapped(to)) : down.run(swapped(to), swapped(from));
    }
}

/// Shares of pixels that a disc covers, its middle at an offset from that of the square.
std::vector<uchar> discOf(int side, double radius, QPointF middle) {
    std::vector<uchar> shares;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double distance = std::hypot(x + 0.5 - middle.x(), y + 0.5 - middle.y());
            shares.push_back(static_cast<uchar>(std::lround(255 * std::clamp(radius + 0.5 - distance, 0.0, 1.0))));
        }
    }
    return shares;
}

} // namespace

Stamp::Stamp(QImage& image, const QRect& room) {
    for (int y = room.top(); y <= room.bottom(); ++y) {
        QRgb* row = rowOf(image, y);
        for (int x = room.left(); x <= room.right();) {
            if (row[x] == 0) {
                ++x;
                continue;
            }
            const int start = x;
            while (x <= room.right() && row[x] != 0)
                ++x;
            m_runs.push_back({start, y, x - start});
            m_pixels.insert(m_pixels.end(), row + start, row + x);
            std::fill(row + start, row + x, 0);
        }
    }
}

void Stamp::put(QImage& image, double opacity) const {
    const auto share = static_cast<unsigned>(std::lround(255 * std::clamp(opacity, 0.0, 1.0)));
    const QRgb* pixel = m_pixels.data();
    for (const Run& run : m_runs) {
        QRgb* at = rowOf(image, run.y) + run.x;
        for (int i = 0; i < run.count; ++i, ++at, ++pixel) {
            const QRgb ink = share == 255 ? *pixel : part(*pixel, share);
            const unsigned alpha = qAlpha(ink);
            *at = alpha == 255 ? ink : ink + part(*at, 255 - alpha);
        }
    }
}

Ink::Ink(const QColor& color) {
    for (unsigned share = 0; share < 256; ++share) {
        m_color[share] = part(qPremultiply(color.rgba()), share);
        m_kept[share] = 255 - static_cast<unsigned>(qAlpha(m_color[share]));
    }
}

void drawStrands(QImage& image, const QList<QLineF>& lines, const QColor& color, double width, bool isBroken,
                 bool isSmooth) {
    constexpr qsizetype worthAThread = 500; // lines
    const Ink ink(color);
    QRgb* pixels = rowOf(image, 0);
    const qsizetype stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    const auto draw = [&](int top, int bottom) {
        drawWithin(pixels + top * stride, {image.width(), bottom - top}, stride, top, lines, ink, width, isBroken,
                   isSmooth);
    };
    // Always in two halves, so that the pixels are the same with one thread.
    const int middle = image.height() / 2;
    std::future<void> upper;
    if (lines.size() >= worthAThread)
        upper = std::async(std::launch::async, draw, 0, middle);
    else
        draw(0, middle);
    draw(middle, image.height());
    if (upper.valid())
        upper.get();
}

void drawDots(QImage& image, const QList<QPointF>& middles, const QColor& color, double diameter) {
    constexpr int quarters = 4;
    const Ink ink(color);
    const int side = static_cast<int>(std::ceil(diameter)) + 3;
    QRgb* first = rowOf(image, 0);
    const qsizetype stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    std::array<std::vector<uchar>, static_cast<size_t>(quarters * quarters)> discs;
    for (const QPointF middle : middles) {
        const QPointF corner = middle - QPointF(side, side) / 2;
        const auto x = static_cast<int>(std::lround(quarters * corner.x())),
                   y = static_cast<int>(std::lround(quarters * corner.y()));
        const int left = x >> 2, top = y >> 2;
        std::vector<uchar>& disc =
            discs[static_cast<size_t>(x & 3) + static_cast<size_t>(quarters) * static_cast<size_t>(y & 3)];
        if (disc.empty())
            disc = discOf(side, diameter / 2,
                          QPointF(side, side) / 2 + QPointF(x & 3, y & 3) / static_cast<double>(quarters));
        for (int row = std::max(0, -top); row < std::min(side, image.height() - top); ++row) {
            QRgb* pixels = first + (top + row) * stride;
            for (int column = std::max(0, -left); column < std::min(side, image.width() - left); ++column)
                if (const unsigned share =
                        disc[static_cast<size_t>(row) * static_cast<size_t>(side) + static_cast<size_t>(column)])
                    ink.cover(pixels[left + column], share);
        }
    }
}

} // namespace entente::relations
