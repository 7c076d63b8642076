#pragma once

#include "app/timeline/view/plot.h"

#include <QImage>

namespace entente::timeline {

/// What is drawn fills all of the plot: so nothing is cleared before, and the picture is copied onto the window, where
/// QCustomPlot's own buffer is blended with it.
class OpaqueBuffer : public QCPAbstractPaintBuffer {
public:
    OpaqueBuffer(const QSize& size, double ratio);

    QCPPainter* startPainting() override;
    void draw(QCPPainter* painter) const override;
    void clear(const QColor&) override {}

protected:
    void reallocateBuffer() override;

private:
    QImage m_image;
};

} // namespace entente::timeline
