#include "app/presentation/picture_view.h"

#include <QMouseEvent>
#include <cmath>

namespace entente::presentation {

namespace {
constexpr double wheelStep = 1.1;
constexpr double wheelNotch = 120;
} // namespace

PictureView::PictureView(Stage& stage, Shows shows, QWidget* parent) : QWidget(parent), m_stage(stage), m_shows(shows) {
    setMouseTracking(shows == Shows::Audience);
    connect(&stage, &Stage::changed, this, &PictureView::refresh);
    refresh();
}

void PictureView::refresh() {
    if (m_stage.show().dossier() && m_shows == Shows::Audience && isVisible())
        setAccessibleName(spoken(picture()));
    update();
}

Slide PictureView::slide() const {
    return m_shows == Shows::Audience ? m_stage.show().shown() : m_stage.show().next();
}

AudienceScene PictureView::picture() const {
    return m_shows == Shows::Audience ? m_stage.shown() : m_stage.picture(slide());
}

QRectF PictureView::pictureFrame() const {
    const QSizeF size = m_stage.size().scaled(QSizeF(width(), height()), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

void PictureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF frame = pictureFrame();
    if (frame != QRectF(rect()) && isWindow())
        painter.fillRect(rect(), Qt::black);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(frame.topLeft());
    const double scale = frame.width() / m_stage.size().width();
    painter.scale(scale, scale);
    const Slide shown = slide();
    Overlay overlay = overlayOf(shown);
    if (m_shows == Shows::Audience)
        overlay.trail = m_stage.trail();
    paintAudience(painter, picture(), overlay);
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    event->ignore(); // the window shows its strip
    const bool byKey = event->modifiers() & Qt::ControlModifier;
    Show& show = m_stage.show();
    if (m_shows != Shows::Audience || show.isFrozen() || show.slide().cover != Cover::None)
        return;
    if (byKey != m_pointsByKey) {
        m_pointsByKey = byKey;
        if (show.slide().pointer != byKey)
            show.act(Deed::Pointer);
    }
    const QRectF frame = pictureFrame();
    m_stage.pointAt({(event->position().x() - frame.left()) / frame.width(),
                     (event->position().y() - frame.top()) / frame.height()});
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    if (m_shows == Shows::Next && event->button() == Qt::LeftButton)
        m_stage.show().act(Deed::Next);
    else
        event->ignore();
}

void PictureView::wheelEvent(QWheelEvent* event) {
    if (!m_stage.show().slide().spotlight)
        return event->ignore();
    m_stage.show().resizeSpotlight(std::pow(wheelStep, event->angleDelta().y() / wheelNotch));
}

} // namespace entente::presentation
