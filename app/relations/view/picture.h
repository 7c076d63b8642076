#pragma once

#include "app/relations/layout/scene.h"
#include "app/relations/view/raster.h"
#include "app/theme/theme.h"

#include <QHash>
#include <QPainter>

namespace entente::relations {

/// A network on a screen. Most things look as they did a moment ago: what was painted once is kept and put down again,
/// so that another moment costs what is new in it. The image depends on the scene alone, never on what was painted
/// before.
class Picture {
public:
    /// Forgets what was painted before: the theme is another one.
    void clear();
    /// Paints on the panel's ground, `size` in points of a screen with `ratio` pixels each. `smooth`: also where ties
    /// are a texture. `presence` is the opacity of lines by position; empty: all are fully there.
    void paint(const theme::Theme& theme, const Scene& scene, QSize size, double ratio, bool smooth,
               const QList<double>& presence = {});

    const QImage& image() const { return m_image; }

    /// Puts the legend of a scene, as paintLegend paints it, at its place.
    void putLegend(QPainter& painter, const theme::Theme& theme, const Scene& scene, double ratio);

private:
    friend class Stamping;
    struct Kept {
        Stamp stamp;
        quint64 used = 0; ///< in which picture last
    };
    void begin(const Scene& scene, QSize pixels, double ratio);
    void forget();

    QImage m_image;
    QImage m_scratch; ///< empty between things
    QHash<QByteArray, Kept> m_kept;
    qsizetype m_pixels = 0; ///< kept
    quint64 m_count = 0;    ///< of pictures
    QRectF m_canvas;        ///< with the scale, of what is kept
    double m_scale = 0;
    QImage m_legend;
    QByteArray m_legendLook;
};

} // namespace entente::relations
