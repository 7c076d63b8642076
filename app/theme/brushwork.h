#pragma once

#include "app/theme/painters.h"

namespace entente::theme {

// Shared by the painters of this room only.

/// Saves a painter, turns anti-aliasing on, and restores it at the end of the block.
class Restoring {
public:
    explicit Restoring(QPainter& painter) : m_painter(painter) {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Restoring() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Restoring)

private:
    QPainter& m_painter;
};

/// A line that is as wide in every picture format as on screen.
inline QPen linePen(QColor color, double width, Qt::PenCapStyle cap = Qt::FlatCap,
                    Qt::PenJoinStyle join = Qt::RoundJoin) {
    QPen pen(color, width, Qt::SolidLine, cap, join);
    pen.setCosmetic(false);
    return pen;
}

/// A dashed line; lengths in pixels, where Qt counts in line widths.
inline QPen dashedPen(QColor color, double width, double dash, double gap, Qt::PenCapStyle cap = Qt::FlatCap) {
    QPen pen = linePen(color, width, cap);
    pen.setDashPattern({dash / width, gap / width});
    return pen;
}

inline QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(color.alphaF() * alpha));
    return color;
}

inline QRectF around(QPointF centre, double halfWidth, double halfHeight) {
    return {centre.x() - halfWidth, centre.y() - halfHeight, 2 * halfWidth, 2 * halfHeight};
}
inline QRectF around(QPointF centre, double half) {
    return around(centre, half, half);
}

/// The square ring of keyboard focus, as wide as `frame` and 2 px of gap and line around it.
void paintFocusRing(QPainter& painter, const Theme& theme, const QRectF& frame);

/// The parts of a pill, for those who keep them apart: its outline, where its words go, a bar of each tenor's share.
struct PillText {
    QPointF middle; ///< of the baseline
    double width;   ///< at most
};
void paintPillShape(QPainter& painter, const Theme& theme, const QRectF& pill, State state);
PillText pillTextOf(const Theme& theme, const QRectF& pill);
QList<QRectF> pillBars(const Theme& theme, const QRectF& pill, const QList<PillShare>& shares);

} // namespace entente::theme
