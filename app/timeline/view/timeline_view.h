#pragma once

#include "app/theme/painters.h"
#include "app/theme/spoken_rows.h"
#include "app/timeline/view/input.h"
#include "app/timeline/view/plot.h"

#include <QToolButton>
#include <QVariantAnimation>

namespace entente::timeline {

/// The timeline on screen: lays the scene out when something changes, replays it, and turns mouse and keys into wishes.
class TimelineView : public QCustomPlot, public theme::SpokenRows {
    Q_OBJECT

public:
    TimelineView(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
                 QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    /// Whether flights are animated. Off where the style says so.
    void setAnimated(bool animated) { m_animated = animated; }
    /// What is shown, in this widget's coordinates.
    const Scene& scene() const { return m_scene; }

    /// Moves the span so that the thing is in view.
    void reveal(const model::Subject& subject);
    void zoomIn();
    void zoomOut();
    void fit();
    void frameSelection();

    // What is read aloud: the events in order.
    qsizetype rowCount() const override;
    QString rowText(qsizetype row) const override;
    QRectF rowRect(qsizetype row) const override;
    bool isRowSelected(qsizetype row) const override;
    model::EventId rowEvent(qsizetype row) const;

    QSize sizeHint() const override { return {980, 822}; }
    QSize minimumSizeHint() const override { return {560, 300}; }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    friend class SceneLayer;

    enum class Gesture : quint8 { None, Pan, Scroll, Flag, Brush, BrushLeft, BrushRight };

    void connectState();
    void makeButtons();
    void speakSelection();
    QToolButton* makeButton(theme::Symbol symbol, const QString& name, std::function<void()> deed);
    void prepareAgain();
    void layOutAgain();
    void repaintSoon();
    DaySpan whole() const;
    void show(DaySpan span);
    void flyTo(DaySpan span);
    void zoomAt(double x, double factor);
    void pan(double pixels);
    void scrollLanes(double pixels);
    void setMomentAt(double x, bool snap);
    Scale minimapScale() const;
    void dragBrush(double x);
    void click(const Hit& hit);
    void openPill(const Pill& pill, QPoint at);
    void listMembers(const Pill& pill, QPoint at);
    void goIn(const Hit& hit, QPoint at);
    void showTip(const Hit& hit, QPoint at);
    void pinch(const QNativeGestureEvent& event);
    void endGesture();
    bool stepKey(QKeyEvent* event);
    bool viewKey(QKeyEvent* event);
    void stepLane(int direction);
    void selectEnd(bool first);

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    Prepared m_prepared;
    Scene m_scene;
    double m_scroll = 0;
    bool m_animated = true;
    bool m_stale = true;
    bool m_flagFocused = false;
    Gesture m_gesture = Gesture::None;
    QPointF m_pressed;
    QPointF m_last;
    Hit m_pressedHit;
    double m_grip = 0;          ///< pixels from the brush's end to the hand
    exploration::View m_before; ///< the gesture
    bool m_dragged = false;
    QVariantAnimation m_flight;
    QList<QToolButton*> m_buttons;
};

} // namespace entente::timeline
