#include "app/timeline/view/opaque_buffer.h"

namespace entente::timeline {

OpaqueBuffer::OpaqueBuffer(const QSize& size, double ratio) : QCPAbstractPaintBuffer(size, ratio) {
    OpaqueBuffer::reallocateBuffer();
}

QCPPainter* OpaqueBuffer::startPainting() {
    return new QCPPainter(&m_image); // the plot deletes it
}

void OpaqueBuffer::draw(QCPPainter* painter) const {
    painter->drawImage(0, 0, m_image);
}

void OpaqueBuffer::reallocateBuffer() {
    setInvalidated();
    m_image = QImage((QSizeF(mSize) * mDevicePixelRatio).toSize(), QImage::Format_RGB32);
    m_image.setDevicePixelRatio(mDevicePixelRatio);
    m_image.fill(Qt::white);
}

} // namespace entente::timeline
