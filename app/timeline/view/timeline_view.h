#pragma once

#include "app/theme/paint_cache.h"
#include "app/theme/spoken_rows.h"
#include "app/timeline/view/ground.h"
#include "app/timeline/view/input.h"
#include "app/timeline/view/overlays.h"
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
    /// Whether the events are still being sorted, and what is shown is not yet what there is.
    bool isSorting() const { return m_grounds->isSorting(); }
    bool isInFlight() const { return m_flight.state() == QAbstractAnimation::Running; }
    /// What is shown, in this widget's coordinates.
    const Scene& scene() const;

    /// Moves the span so that the thing is in view.
    void reveal(const model::Subject& subject);
    void reveal(model::Day day);
    void zoomIn();
    void zoomOut();
    void fit();
    void frameSelection();
    /// Measures from the selected event to whichever is selected after it; or ends that.
    void measureFromSelection();
    /// The lane of the selected event, by its key; none: no event is selected or its lane is hidden.
    std::optional<QString> laneOfSelection() const;
    bool isCollapsed(const QString& lane) const { return m_exploration.view().lanes.collapsed.contains(lane); }
    void toggleLane(const QString& lane);
    /// Up or down by one place, where there is one.
    void moveLane(const QString& lane, int places);
    void moveLaneToTop(const QString& lane);
    /// Whether the filter can leave this lane out.
    bool canHide(const QString& lane) const;
    void hideLane(const QString& lane);
    /// All lanes in their own order, none collapsed or left out.
    void restoreLanes();

    bool isMeasuring() const { return m_measure.has_value(); }

signals:
    /// What was measured, in words; empty: no longer.
    void measured(const QString& words);

public:
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
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    friend class SceneLayer;

    enum class Gesture : quint8 { None, Pan, Scroll, Flag, Brush, BrushLeft, BrushRight, Band, Measure };

    void connectState();
    void makeButtons();
    void speakSelection();
    QToolButton* makeButton(theme::Symbol symbol, const QString& name, std::function<void()> deed);
    void fitAgain();
    void layOutAgain() const;
    void showHover(const model::Subject& current, const model::Subject& previous);
    void repaintSoon();
    void showWaitingLabels();
    DaySpan whole() const;
    DaySpan furthest() const;
    Input inputOf(const Ground& ground) const;
    void takeFocus(Input& input, const std::shared_ptr<Ground>& ground) const;
    const std::shared_ptr<const Lanes>& lanes() const { return m_grounds->ground()->lanes; }
    void show(DaySpan span);
    void revealPlace(double day);
    void flyTo(DaySpan span);
    void glide(double speed);
    bool isAnimated() const;
    void animate(int milliseconds, QEasingCurve::Type curve, const std::function<void(double)>& step);
    void zoomAt(double x, double factor);
    void pan(double pixels);
    void scrollLanes(double pixels);
    model::Day dayAt(double x, bool snap) const;
    void askAboutDay(double x, QPoint at);
    void setMomentAt(double x, bool snap);
    Scale minimapScale() const;
    void dragBrush(double x);
    void click(const Hit& hit);
    void openPill(const Pill& pill, QPoint at);
    void listMembers(const Pill& pill, QPoint at);
    void goIn(const Hit& hit, QPoint at);
    QStringList pillLines(const Pill& pill, const std::function<QString(model::EventId)>& line) const;
    QString countWords(const QString& count) const;
    void showTip(const Hit& hit, QPoint at);
    void pinch(const QNativeGestureEvent& event);
    void touch(const QTouchEvent& event);
    void spread(const QEventPoint& one, const QEventPoint& other);
    Gesture gestureOf(const QMouseEvent& event) const;
    void dragTo(const QMouseEvent& event);
    wording::MeasureEnd measureEndAt(QPointF at) const;
    void setMeasure(const std::optional<Measure>& measure);
    QString measureWords() const;
    void followMeasure();
    bool escape();
    void endGesture();
    bool stepKey(QKeyEvent* event);
    bool viewKey(QKeyEvent* event);
    void stepLane(int direction);
    void placeLane(const QString& lane, qsizetype place);
    void selectEnd(bool first);

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    Measures m_measures;
    theme::PaintCache m_cache;
    const wording::Wording& m_wording;
    // Made when they are looked at, so that what changes together is laid out once.
    std::unique_ptr<Grounds> m_grounds;
    mutable std::shared_ptr<Ground> m_fitted; ///< whose labels fit the present size and type; null: none
    std::shared_ptr<KnownWidths> m_widths = std::make_shared<KnownWidths>();
    mutable std::weak_ptr<const model::Dossier> m_described; ///< whose words and widths are kept
    std::shared_ptr<KnownWords> m_labelWords = std::make_shared<KnownWords>();
    /// How many events of each lane are in focus, as counted last, and of what.
    struct Counts {
        std::weak_ptr<Ground> ground;
        model::Subject subject;
        QList<qsizetype> byLane;
    };
    mutable Counts m_counts;
    mutable Scene m_scene;
    mutable DaySpan m_laidOut; ///< which span the scene shows
    mutable double m_scroll = 0;
    mutable bool m_isLaidOut = false;
    bool m_animated = true;
    bool m_flagFocused = false;
    Gesture m_gesture = Gesture::None;
    QPointF m_pressed;
    QPointF m_last;
    Hit m_pressedHit;
    double m_grip = 0;          ///< pixels from the brush's end to the hand
    exploration::View m_before; ///< the gesture
    bool m_dragged = false;
    quint64 m_lastTime = 0;  ///< of the last move, in milliseconds
    double m_speed = 0;      ///< of the hand when it moved last, pixels a millisecond
    quint64 m_lastTap = 0;   ///< milliseconds
    bool m_isSpread = false; ///< two fingers are or were on the screen
    QLineF m_spread;         ///< from one to the other; null: not yet
    std::optional<Measure> m_measure;
    bool m_measuresSelection = false; ///< what is selected is its other end
    QVariantAnimation m_flight;
    QList<QToolButton*> m_buttons;
};

} // namespace entente::timeline
