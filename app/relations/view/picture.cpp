#include "app/relations/view/picture.h"

#include "app/relations/view/network_painter.h"
#include "app/relations/view/painter.h"

#include <QDataStream>
#include <QIODevice>

namespace entente::relations {

/// Puts down what is kept, and keeps what is painted for the first time.
class Stamping {
public:
    Stamping(Picture& picture, const QTransform& transform, double ratio, double line, bool smooth)
        : m_picture(picture), m_transform(transform), m_toPixels(transform * QTransform::fromScale(ratio, ratio)),
          m_scale(m_toPixels.m11()), m_line(line * m_scale), m_smooth(smooth) {}

    template <typename Paint>
    void piece(const NetworkPainter::Piece& piece, const Paint& paint) {
        auto kept = m_picture.m_kept.find(piece.look);
        if (kept == m_picture.m_kept.end()) {
            kept = m_picture.m_kept.insert(piece.look, {painted(piece.bounds, paint), 0});
            m_picture.m_pixels += kept->stamp.pixels();
        }
        kept->used = m_picture.m_count;
        if (piece.opacity > 0)
            kept->stamp.put(m_picture.m_image, piece.opacity);
    }

    void strands(const NetworkPainter::Strands& strands) {
        QList<QLineF> lines;
        lines.reserve(strands.lines.size());
        for (const QLineF& line : strands.lines)
            lines << m_toPixels.map(line);
        drawStrands(m_picture.m_image, lines, strands.color, m_line, strands.isBroken, m_smooth);
    }

    void dots(const NetworkPainter::Dots& dots) {
        QList<QPointF> middles;
        middles.reserve(dots.middles.size());
        for (const QPointF middle : dots.middles)
            middles << m_toPixels.map(middle);
        drawDots(m_picture.m_image, middles, dots.color, dots.diameter * m_scale);
    }

private:
    template <typename Paint>
    Stamp painted(const QRectF& bounds, const Paint& paint) {
        const QRect room = m_toPixels.mapRect(bounds).toAlignedRect() & m_picture.m_scratch.rect();
        if (room.isEmpty())
            return {};
        QPainter painter(&m_picture.m_scratch);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setTransform(m_transform);
        paint(painter);
        painter.end();
        return Stamp(m_picture.m_scratch, room);
    }

    Picture& m_picture;
    QTransform m_transform, m_toPixels;
    double m_scale, m_line;
    bool m_smooth;
};

void Picture::clear() {
    m_kept.clear();
    m_pixels = 0;
    m_legendLook.clear();
}

void Picture::begin(const Scene& scene, QSize pixels, double ratio) {
    if (m_image.size() != pixels || m_image.devicePixelRatio() != ratio) {
        m_image = QImage(pixels, QImage::Format_RGB32);
        m_scratch = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
        m_image.setDevicePixelRatio(ratio);
        m_scratch.setDevicePixelRatio(ratio);
        m_scratch.fill(0);
        clear();
    }
    if (m_canvas != scene.canvas || m_scale != scene.scale)
        clear();
    m_canvas = scene.canvas;
    m_scale = scene.scale;
    ++m_count;
}

/// What the present picture does without, once that is much.
void Picture::forget() {
    constexpr qsizetype mostPixels = 1 << 23; // 32 MB
    if (m_pixels <= mostPixels)
        return;
    m_kept.removeIf([this](const auto& kept) { return kept->used != m_count; });
    m_pixels = 0;
    for (const Kept& kept : m_kept)
        m_pixels += kept.stamp.pixels();
}

void Picture::paint(const theme::Theme& theme, const Scene& scene, QSize size, double ratio, bool smooth,
                    const QList<double>& presence) {
    const QSize pixels = size * ratio;
    if (pixels.isEmpty())
        return;
    begin(scene, pixels, ratio);
    m_image.fill(theme.color(theme::Role::Panel));
    const NetworkPainter pieces(theme, scene);
    Stamping stamping(*this, pieces.transform(), ratio, theme.px(1), smooth);
    pieces.show(stamping, presence);
    forget();
}

void Picture::putLegend(QPainter& painter, const theme::Theme& theme, const Scene& scene, double ratio) {
    const QRectF whole = QRectF(scene.canvas.bottomLeft(), scene.frame.bottomRight()) | scene.emptyBox;
    // A whole number of pixels at every quarter of a ratio.
    const QPointF corner(std::floor(whole.left() / 4) * 4, std::floor(whole.top() / 4) * 4);
    const QRectF room(corner, whole.bottomRight());
    const QSize pixels = (room.size() * ratio).toSize();
    if (pixels.isEmpty())
        return;
    QByteArray look;
    QDataStream out(&look, QIODevice::WriteOnly);
    out << room << ratio << scene.emptyText << scene.emptyBox;
    for (const LegendItem& item : scene.legend)
        out << item.meaning << item.text << item.sign << item.sample << item.box;
    if (look != m_legendLook) {
        m_legend = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
        m_legend.setDevicePixelRatio(ratio);
        m_legend.fill(0);
        QPainter onImage(&m_legend);
        onImage.setRenderHint(QPainter::Antialiasing);
        onImage.translate(-room.topLeft());
        paintLegend(onImage, theme, scene);
    }
    m_legendLook = look;
    painter.drawImage(room.topLeft(), m_legend);
}

} // namespace entente::relations
