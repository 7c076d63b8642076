#pragma once

#include "app/exploration/exploration.h"
#include "app/relations/layout/scene.h"
#include "app/relations/view/picture.h"
#include "app/relations/view/placing.h"
#include "app/theme/spoken_rows.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"

#include <QNativeGestureEvent>
#include <QPushButton>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

namespace entente::relations {

/// The network on screen: who stands where as of the moment, with its legend.
class NetworkView : public QWidget, public theme::SpokenRows {
    Q_OBJECT

public:
    NetworkView(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
                QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    /// Whether ties fade when the moment changes.
    void setAnimated(bool animated) { m_animated = animated; }

    /// What is shown, in this widget's coordinates; laid out first if something has changed.
    const Scene& scene() const;
    /// False while places are still being computed in the background.
    bool isPlaced() const;
    /// Where computed places are kept.
    void setKeptPlaces(KeptPlaces kept) { m_placing.setKept(std::move(kept)); }

    // What is read aloud: first the ties, then the actors.
    qsizetype rowCount() const override { return scene().lines.size() + scene().nodes.size(); }
    QString rowText(qsizetype row) const override;
    QRectF rowRect(qsizetype row) const override;
    bool isRowSelected(qsizetype row) const override;

    QSize sizeHint() const override { return {620, 516}; }
    QSize minimumSizeHint() const override { return {420, 260}; }

public slots:
    /// Everything in view: no pan, no zoom.
    void fit();
    void zoomIn();
    void zoomOut();
    /// Focus on the selected actor, or on the one with the keyboard focus.
    void focusOnSelected();
    void releaseAllPins();
    /// A list of the ties of the actor with the keyboard focus, or of the selected one, to select from.
    void listTiesOfActor();
    /// Places all anew around those that are pinned.
    void tidyUp();
    /// Ends the computing of places with what there is so far.
    void cancelPlacing();
    /// To the first moment with a tie.
    bool filterHidesEveryTie() const;
    /// Takes the filter off if it hides every tie, else goes to the first tie.
    void leaveEmptiness();

signals:
    void placed();
    /// The share of the computing of places that is done, 0 to 1.
    void placingProgressed(double share);

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
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Drag : quint8 { None, Pressed, Ground, Node, Keys };

    void follow();
    void settle();
    void placeAnew();
    void computePlaces();
    void takePlaces(const Places& places, bool isLast);
    void layOutAgain();
    void layOutNow();
    void takeSeats(Input& input);
    QList<Seat> seatsIn(const Input& input, const QRectF& home);
    void moveAlong();
    void rest();
    void paintPicture();
    void paintMoved(QPainter& painter) const;
    bool needsScene(const QEvent& event) const;
    void fadeTo(Scene next);
    void showEmptiness();
    void zoomAt(QPointF point, double factor);
    void pan(QPointF by);
    void pinch(const QNativeGestureEvent& event);
    void dragNode(QPointF to);
    void seatAt(const Places::Spot& spot);
    void pinDragged();
    bool moveNode(int key);
    void endMovingByKeys();
    bool moveKeyboard(int key);
    bool actOnLetter(QKeyEvent* event);
    bool actOnKey(QKeyEvent* event);
    model::Subject keyboardSubject() const;
    QList<model::Tie> tiesOf(const Line& line) const;
    void listTiesOf(model::ActorId actor);
    void paintFade();
    QString toolTipAt(QPointF point) const;
    QSizeF homeSize() const;

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    Measures m_measures; ///< of the theme, with the widths of all texts so far
    Scene m_scene;
    QList<Line> m_leaving;  ///< of the moment before, fading
    QList<bool> m_arriving; ///< by line of the scene: fading in
    Places m_places;
    QList<Seat> m_seats; ///< of places in m_seatFrame
    QRectF m_seatFrame;
    QList<Seat> m_arranged; ///< of places in m_arrangedFrame: what those of other sizes are taken from
    QRectF m_arrangedFrame;
    QRectF m_canvas; ///< of the dossier in a frame
    model::DossierPointer m_canvasDossier;
    QRectF m_canvasFrame;
    std::shared_ptr<Memory> m_memory = newMemory();
    bool m_placed = false;
    bool m_needsPlaces = false;
    bool m_stale = false; ///< to be laid out when it is looked at
    Picture m_picture;    ///< nodes and ties as painted last, of `m_pictured`
    exploration::NetworkView m_pictured;
    bool m_isMoving = false; ///< the picture moves along with a hand; what it shows is made anew when that rests
    bool m_isRough = false;  ///< many lines, first painted unsmoothed
    QTimer m_resting;
    QTimer m_settling;
    bool m_animated = true;
    QVariantAnimation m_fade;
    Drag m_drag = Drag::None;
    QPointF m_pressed, m_last;
    model::Subject m_pressedOn;
    model::ActorId m_keyboard;
    QPushButton* m_wayOut = nullptr;
    Placing m_placing;
    model::DossierPointer m_placedDossier;
};

} // namespace entente::relations
