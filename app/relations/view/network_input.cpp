// What mouse and keyboard do in the network.

#include "app/relations/view/input.h"
#include "app/relations/view/network_view.h"
#include "app/relations/view/tie_list.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace entente::relations {

namespace {

constexpr double notch = 0.85; ///< factor of one step of the wheel
constexpr double least = 0.5;
constexpr double keyStep = 8; ///< pixels that a key moves an actor

QPointF directionOf(int key) {
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

void NetworkView::zoomAt(QPointF point, double factor) {
    exploration::NetworkView view = m_exploration.view().network;
    const double zoom = std::clamp(view.zoom * factor, least, largestZoom(m_places));
    const QPointF off = point - m_scene.canvas.center();
    const QSizeF size = homeSize();
    const double share = 1 / view.zoom - 1 / zoom;
    view.centre += QPointF(off.x() * share / size.width(), off.y() * share / size.height());
    view.zoom = zoom;
    m_exploration.setNetworkView(view);
}

void NetworkView::pan(QPointF by) {
    exploration::NetworkView view = m_exploration.view().network;
    const QSizeF size = homeSize();
    view.centre -= QPointF(by.x() / size.width(), by.y() / size.height()) / view.zoom;
    // Zooming may have left the centre outside; from there it goes no further.
    const auto limited = [](double to, double from) {
        return std::clamp(to, std::min(0.0, from), std::max(1.0, from));
    };
    const QPointF before = m_exploration.view().network.centre;
    view.centre = {limited(view.centre.x(), before.x()), limited(view.centre.y(), before.y())};
    m_exploration.setNetworkView(view);
}

void NetworkView::fit() {
    m_exploration.setNetworkView({});
}

void NetworkView::zoomIn() {
    zoomAt(scene().canvas.center(), 1 / notch);
}

void NetworkView::zoomOut() {
    zoomAt(scene().canvas.center(), notch);
}

void NetworkView::focusOnSelected() {
    model::Subject subject = m_exploration.selection();
    if (!std::holds_alternative<model::ActorId>(subject))
        subject = keyboardSubject();
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        m_exploration.setFocus(exploration::Focus{*actor, 1});
}

void NetworkView::listTiesOfActor() {
    const model::Subject subject = m_keyboard.isValid() ? keyboardSubject() : m_exploration.selection();
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        listTiesOf(*actor);
}

void NetworkView::listTiesOf(model::ActorId actor) {
    QList<model::Tie> ties;
    for (const model::Tie& tie : m_exploration.network().ties)
        if (tie.from == actor || tie.to == actor)
            ties.append(tie);
    const auto& nodes = scene().nodes;
    const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const Node& each) { return each.actor == actor; });
    const QPointF at = node == nodes.end() ? m_scene.canvas.center() : anchorOf(m_scene, actor).value_or(QPointF());
    listTies(this, m_exploration, m_wording, ties, mapToGlobal(at.toPoint()));
}

void NetworkView::releaseAllPins() {
    if (!m_exploration.dossier()->tables().placements.isEmpty())
        m_exploration.wish(model::PlaceActors{});
}

bool NetworkView::filterHidesEveryTie() const {
    return !m_scene.emptyText.isEmpty() && anyTieHolds(*m_exploration.dossier(), m_exploration.moment());
}

void NetworkView::leaveEmptiness() {
    if (filterHidesEveryTie())
        return m_exploration.setFilter({});
    if (const auto first = firstTieDay(*m_exploration.dossier()))
        m_exploration.setMoment(*first);
}

void NetworkView::wheelEvent(QWheelEvent* event) {
    const QPoint pixels = event->pixelDelta();
    const double factor =
        !pixels.isNull() ? std::exp(pixels.y() / 300.0) : std::pow(1 / notch, event->angleDelta().y() / 120.0);
    if (factor != 1)
        zoomAt(event->position(), factor);
    event->accept();
}

void NetworkView::pinch(const QNativeGestureEvent& event) {
    if (event.gestureType() == Qt::ZoomNativeGesture && event.value() > -1)
        zoomAt(event.position(), 1 + event.value());
}

void NetworkView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    endMovingByKeys();
    m_pressed = m_last = event->position();
    m_pressedOn = event->button() == Qt::LeftButton ? hit(m_scene, m_pressed) : model::Subject();
    m_drag = Drag::Pressed;
}

void NetworkView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (m_drag == Drag::None || m_drag == Drag::Keys) {
        const model::Subject subject = hit(m_scene, at);
        setCursor(model::isNothing(subject) ? Qt::ArrowCursor : Qt::PointingHandCursor);
        m_exploration.hover(subject);
        return;
    }
    const bool far = QLineF(m_pressed, at).length() >= QApplication::startDragDistance();
    if (m_drag == Drag::Pressed && far) {
        const bool node = std::holds_alternative<model::ActorId>(m_pressedOn) &&
                          std::any_of(m_scene.nodes.begin(), m_scene.nodes.end(),
                                      [&](const Node& shown) { return shown.subject() == m_pressedOn; });
        m_drag = node ? Drag::Node : Drag::Ground;
    }
    if (m_drag == Drag::Ground)
        pan(at - m_last);
    else if (m_drag == Drag::Node)
        dragNode(at);
    if (m_drag != Drag::Pressed)
        m_last = at;
}

/// The node under the hand goes along; the others keep their places.
void NetworkView::dragNode(QPointF to) {
    const QSizeF size = homeSize();
    const auto& view = m_exploration.view().network;
    const QPointF off = (to - m_scene.canvas.center()) / view.zoom;
    const QPointF place = view.centre + QPointF(off.x() / size.width(), off.y() / size.height());
    for (Places::Spot& spot : m_places.spots) {
        if (model::Subject(spot.actor) == m_pressedOn) {
            spot.at = {std::clamp(place.x(), 0.0, 1.0), std::clamp(place.y(), 0.0, 1.0)};
            spot.pinned = true;
            seatAt(spot);
        }
    }
    layOutAgain();
}

/// Moves one seat to its spot.
void NetworkView::seatAt(const Places::Spot& spot) {
    for (Seat& seat : m_seats) {
        if (seat.actor != spot.actor)
            continue;
        const QSizeF size = homeSize();
        const QPointF by = m_seatFrame.topLeft() + QPointF(spot.at.x() * size.width(), spot.at.y() * size.height()) -
                           seat.form.center();
        seat.form.translate(by);
        seat.nameBox.translate(by);
        seat.statusRoom.translate(by);
        seat.pinned = true;
    }
}

void NetworkView::pinDragged() {
    // A copy: the wish brings other places.
    const QList<Places::Spot> spots = m_places.spots;
    for (const Places::Spot& spot : spots) {
        if (model::Subject(spot.actor) == m_pressedOn)
            m_exploration.wish(model::PlaceActor{m_exploration.dossier()->actor(spot.actor).key, spot.at});
    }
}

/// As dragging does, until the Shift key is released.
bool NetworkView::moveNode(int key) {
    const QPointF direction = directionOf(key);
    const model::Subject subject = m_keyboard.isValid() ? keyboardSubject() : m_exploration.selection();
    const auto& nodes = scene().nodes;
    const auto node =
        std::find_if(nodes.begin(), nodes.end(), [&](const Node& shown) { return shown.subject() == subject; });
    if (direction.isNull() || node == nodes.end())
        return false;
    m_pressedOn = subject;
    m_drag = Drag::Keys;
    dragNode(node->frame.center() + m_theme.px(keyStep) * direction);
    return true;
}

void NetworkView::endMovingByKeys() {
    if (m_drag != Drag::Keys)
        return;
    m_drag = Drag::None;
    pinDragged();
}

void NetworkView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_drag == Drag::Keys)
        return;
    const Drag drag = std::exchange(m_drag, Drag::None);
    const Line* bundle =
        drag == Drag::Pressed && !model::isNothing(m_pressedOn) ? bundleAt(m_scene, m_pressed) : nullptr;
    if (drag == Drag::Node)
        pinDragged();
    else if (bundle)
        listTies(this, m_exploration, m_wording, tiesOf(*bundle), event->globalPosition().toPoint());
    else if (drag == Drag::Pressed && !model::isNothing(m_pressedOn))
        m_exploration.select(m_pressedOn);
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent* event) {
    // What was clicked may look different by now: a selected agreement is a node.
    if (event->button() == Qt::LeftButton && !model::isNothing(m_pressedOn))
        m_exploration.goInto(m_pressedOn);
}

void NetworkView::leaveEvent(QEvent*) {
    m_exploration.hover({});
}

model::Subject NetworkView::keyboardSubject() const {
    return m_keyboard.isValid() ? model::Subject(m_keyboard) : model::Subject();
}

bool NetworkView::moveKeyboard(int key) {
    const QPointF direction = directionOf(key);
    if (direction.isNull())
        return false;
    model::ActorId from = m_keyboard;
    if (const auto* selected = std::get_if<model::ActorId>(&m_exploration.selection()); selected && !from.isValid())
        from = *selected;
    const model::ActorId next = neighbour(m_scene, from, direction);
    if (next.isValid()) {
        m_keyboard = next;
        m_scene.keyboard = next;
        update();
    }
    return true;
}

bool NetworkView::actOnLetter(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_E:
        focusOnSelected();
        return true;
    case Qt::Key_T:
        listTiesOfActor();
        return true;
    case Qt::Key_F:
        if (event->modifiers() & Qt::ShiftModifier)
            fit();
        return event->modifiers() & Qt::ShiftModifier;
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
        if (m_exploration.focus())
            m_exploration.setFocus(exploration::Focus{m_exploration.focus()->actor, event->key() - Qt::Key_0});
        return m_exploration.focus().has_value();
    default:
        return false;
    }
}

void NetworkView::keyPressEvent(QKeyEvent* event) {
    if ((event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) || !actOnKey(event))
        QWidget::keyPressEvent(event);
}

void NetworkView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Shift && !event->isAutoRepeat())
        endMovingByKeys();
    QWidget::keyReleaseEvent(event);
}

bool NetworkView::actOnKey(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_drag != Drag::None) {
        m_drag = Drag::None;
        computePlaces();
    } else if (event->key() == Qt::Key_Escape) {
        m_exploration.leave();
    } else if ((event->modifiers() & Qt::ShiftModifier) && moveNode(event->key())) {
        return true;
    } else if (event->key() == Qt::Key_Space && m_keyboard.isValid()) {
        m_exploration.select(m_keyboard);
    } else if (enter && !model::isNothing(keyboardSubject())) {
        m_exploration.goInto(keyboardSubject());
    } else {
        return moveKeyboard(event->key()) || actOnLetter(event);
    }
    return true;
}

void NetworkView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_scene.keyboard = m_keyboard;
    update();
}

void NetworkView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    endMovingByKeys();
    m_scene.keyboard = {};
    update();
}

void NetworkView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const model::Subject subject = byKey ? keyboardSubject() : hit(m_scene, event->pos());
    QMenu menu(this);
    const auto* actor = std::get_if<model::ActorId>(&subject);
    if (!model::isNothing(subject))
        menu.addAction(tr("&Select"), this, [=, this] { m_exploration.select(subject); });
    if (actor)
        menu.addAction(tr("&Focus"), this, [=, this, id = *actor] {
            m_exploration.setFocus(exploration::Focus{id, 1});
        });
    const QAction* ties = actor ? menu.addAction(tr("&Ties…")) : nullptr;
    for (const Places::Spot& spot : m_places.spots) {
        if (actor && spot.actor == *actor && spot.pinned)
            menu.addAction(tr("&Release Pin"), this, [this, key = m_exploration.dossier()->actor(spot.actor).key] {
                m_exploration.wish(model::PlaceActor{key, std::nullopt});
            });
    }
    menu.addAction(tr("F&it"), this, &NetworkView::fit);
    const QPoint at = byKey && actor ? anchorOf(m_scene, subject).value_or(QPointF()).toPoint() : event->pos();
    // A menu opens when the other is closed.
    if (const QAction* chosen = menu.exec(mapToGlobal(at)); chosen && chosen == ties)
        listTiesOf(*actor);
}

} // namespace entente::relations
