#pragma once

#include "app/presentation/stage.h"

#include <QWidget>

namespace entente::presentation {

/// Shows a slide as large as there is room, in the proportions of the audience's screen. Pointing into what is shown
/// now moves pointer and spotlight; the wheel changes the spotlight.
class PictureView : public QWidget {
    Q_OBJECT

public:
    enum class Shows : quint8 { Audience, Next };

    PictureView(Stage& stage, Shows shows, QWidget* parent = nullptr);

    /// Where the picture stands.
    QRectF pictureFrame() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void refresh();
    Slide slide() const;
    AudienceScene picture() const;

    Stage& m_stage;
    Shows m_shows;
    bool m_pointsByKey = false; ///< while Ctrl is held
};

} // namespace entente::presentation
