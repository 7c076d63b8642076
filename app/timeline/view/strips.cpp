#include "app/timeline/view/strips.h"

#include <QImage>

#include <array>

namespace entente::timeline {

namespace {

/// As they are, a tenor at a time.
void paintExact(QPainter& painter, const theme::Theme& theme, const DensityStrip& strip) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (size_t i = 0; i < DensityStrip::Heights().size(); ++i) {
        const auto tenor = static_cast<model::Tenor>(i);
        QList<QRectF> boxes;
        for (qsizetype column = 0; column < strip.columns.size(); ++column)
            if (strip.columns[column][i] > 0)
                boxes.append(strip.box(column, tenor));
        painter.setBrush(theme.tenor(tenor));
        painter.drawRects(boxes);
    }
    painter.restore();
}

/// A strip as pixels: a painter takes longer for each box than it takes to fill it.
class StripImage {
public:
    StripImage(const DensityStrip& strip, double ratio) : m_strip(strip), m_ratio(ratio) {
        double highest = 0;
        for (const DensityStrip::Heights& heights : strip.columns)
            highest = std::max(highest, DensityStrip::heightOf(heights));
        m_bottom = pixel(strip.bottom);
        m_top = pixel(strip.bottom - highest);
        m_left = pixel(strip.left);
        const int right = pixel(strip.leftOf(strip.columns.size() - 1) + strip.width);
        m_image = QImage(right - m_left, m_bottom - m_top, QImage::Format_ARGB32_Premultiplied);
    }

    void paint(QPainter& painter, const std::array<QRgb, 4>& colors) {
        if (m_image.isNull())
            return;
        m_image.fill(Qt::transparent);
        m_pixels = reinterpret_cast<QRgb*>(m_image.bits());
        for (qsizetype column = 0; column < m_strip.columns.size(); ++column)
            fill(column, colors);
        m_image.setDevicePixelRatio(m_ratio);
        painter.drawImage(QPointF(m_left, m_top) / m_ratio, m_image);
    }

private:
    int pixel(double length) const { return qRound(length * m_ratio); }

    void fill(qsizetype column, const std::array<QRgb, 4>& colors) {
        const DensityStrip::Heights& heights = m_strip.columns[column];
        const double left = m_strip.leftOf(column);
        const int first = pixel(left) - m_left, width = m_image.width();
        const int count = std::min(pixel(left + m_strip.width) - m_left, width) - first;
        double top = m_strip.bottom;
        QRgb* row = m_pixels + qsizetype(m_bottom - m_top) * width + first; // one below
        int below = m_bottom;
        for (size_t i = 0; i < colors.size(); ++i) {
            top -= static_cast<double>(heights[i]);
            for (const int above = std::max(pixel(top), m_top); below > above; --below)
                std::fill_n(row -= width, count, colors[i]);
        }
    }

    const DensityStrip& m_strip;
    double m_ratio;
    int m_bottom = 0, m_left = 0, m_top = 0; ///< pixels of the device
    QImage m_image;
    QRgb* m_pixels = nullptr;
};

} // namespace

void paintStrips(QPainter& painter, const theme::Theme& theme, const Scene& scene, bool onScreen) {
    std::array<QRgb, 4> colors{};
    for (size_t i = 0; i < colors.size(); ++i)
        colors[i] = theme.tenor(static_cast<model::Tenor>(i)).rgb();
    for (const DensityStrip& strip : scene.density)
        if (onScreen)
            StripImage(strip, painter.device()->devicePixelRatioF()).paint(painter, colors);
        else
            paintExact(painter, theme, strip);
}

} // namespace entente::timeline
