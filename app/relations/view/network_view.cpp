#include "app/relations/view/network_view.h"

#include "app/exploration/links.h"
#include "app/relations/layout/dots.h"
#include "app/relations/view/input.h"
#include "app/relations/view/painter.h"
#include "app/theme/plain_text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace entente::relations {

namespace {

constexpr int fadeOut = 150;
constexpr int fadeIn = 240;
constexpr int restTime = 40; ///< milliseconds without a move after which a hand rests

/// Whether two lines are the same tie in the same look.
bool isSame(const Line& a, const Line& b) {
    return a.subject == b.subject && a.from == b.from && a.to == b.to && a.ended == b.ended && a.form == b.form &&
           a.pending == b.pending;
}

bool contains(const QList<Line>& lines, const Line& line) {
    return std::any_of(lines.begin(), lines.end(), [&](const Line& other) { return isSame(line, other); });
}

} // namespace

NetworkView::NetworkView(exploration::Exploration& exploration, const theme::Theme& theme,
                         const wording::Wording& wording, QWidget* parent)
    : QWidget(parent), m_exploration(exploration), m_theme(theme), m_wording(wording), m_measures(measuresOf(theme)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setObjectName(QStringLiteral("network"));
    setAccessibleName(tr("Network"));
    setAccessibleDescription(tr("Who is tied to whom at the moment. Arrow keys move among actors; with "
                                "Shift they move the actor and pin it. T lists the actor's ties."));
    connect(&m_placing, &Placing::placed, this, &NetworkView::takePlaces);
    connect(&m_placing, &Placing::progressed, this, &NetworkView::placingProgressed);
    m_wayOut = new QPushButton(this);
    m_wayOut->hide();
    connect(m_wayOut, &QPushButton::clicked, this, &NetworkView::leaveEmptiness);
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(double(fadeOut + fadeIn));
    m_fade.setDuration(fadeOut + fadeIn);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_fade, &QVariantAnimation::finished, this, [this] {
        m_leaving.clear();
        m_arriving.clear();
        update();
    });
    m_resting.setSingleShot(true);
    m_resting.setInterval(restTime);
    connect(&m_resting, &QTimer::timeout, this, &NetworkView::rest);
    // Work on a new dossier waits until the window has been painted once.
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, [this] {
        settle();
        update();
    });
    follow();
    theme::readAloud();
    placeAnew();
}

const Scene& NetworkView::scene() const {
    // Looking makes it, so that what changes together is laid out once.
    const_cast<NetworkView*>(this)->settle();
    return m_scene;
}

bool NetworkView::isPlaced() const {
    return !m_needsPlaces && m_placed;
}

void NetworkView::settle() {
    if (std::exchange(m_needsPlaces, false))
        computePlaces();
    if (std::exchange(m_stale, false))
        layOutNow();
}

void NetworkView::placeAnew() {
    m_needsPlaces = true;
    m_settling.start(0);
}

void NetworkView::follow() {
    using exploration::Exploration;
    connect(&m_exploration, &Exploration::dossierChanged, this, &NetworkView::placeAnew);
    connect(&m_exploration, &Exploration::networkChanged, this, &NetworkView::layOutAgain);
    connect(&m_exploration, &Exploration::selectionChanged, this, &NetworkView::layOutAgain);
    connect(&m_exploration, &Exploration::focusChanged, this, &NetworkView::layOutAgain);
    connect(&m_exploration, &Exploration::networkViewChanged, this, &NetworkView::moveAlong);
    connect(&m_exploration, &Exploration::heldChanged, this, &NetworkView::placeAnew);
    connect(&m_exploration, &Exploration::highlightChanged, this, [this] {
        m_scene.highlighted = m_exploration.highlighted();
        update();
    });
    connect(&m_exploration, &Exploration::hoverChanged, this, [this](const model::Subject& current) {
        m_scene.hovered = current;
        m_scene.alsoHovered = exploration::linkedTo(*m_exploration.dossier(), current);
        update();
    });
}

void NetworkView::setTheme(const theme::Theme& theme) {
    const bool resized = theme.scale() != m_theme.scale();
    m_theme = theme;
    m_measures = measuresOf(theme);
    m_picture.clear();
    m_canvasDossier.reset();
    if (resized)
        placeAnew();
    else
        layOutAgain();
}

void NetworkView::computePlaces() {
    const auto dossier = m_exploration.dossier();
    if (m_keyboard.index >= dossier->tables().actors.size())
        m_keyboard = {};
    const bool isSameActors =
        m_placedDossier && m_placedDossier->tables().actors.isSharedWith(dossier->tables().actors);
    m_placedDossier = dossier;
    if (!isSameActors) { // those of another dossier stand nowhere yet
        m_placed = false;
        m_places = {};
        m_arrangedFrame = {};
        layOutAgain();
    }
    m_placing.start(dossier, m_measures, m_exploration.view().held);
}

void NetworkView::takePlaces(const Places& places, bool isLast) {
    m_places = places;
    m_seats.clear();
    m_arranged.clear();
    m_placed = isLast;
    layOutAgain();
    if (isLast)
        emit placed();
}

void NetworkView::tidyUp() {
    m_exploration.holdPins();
    placeAnew(); // pins may be as they were, and what was placed around them cancelled
}

void NetworkView::cancelPlacing() {
    m_placing.cancel();
    m_placed = true;
    emit placed();
}

void NetworkView::layOutAgain() {
    m_stale = true;
    update();
}

/// Pan and zoom of many ties would take longer than a frame: their picture moves and grows, and is made anew at rest.
void NetworkView::moveAlong() {
    m_stale = true;
    m_isMoving = m_isMoving || (m_placed && m_picture.image().size() == size() * devicePixelRatioF() &&
                                m_fade.state() != QAbstractAnimation::Running);
    if (m_isMoving)
        m_resting.start();
    update();
}

void NetworkView::rest() {
    m_isMoving = false;
    m_isRough = false;
    update();
}

/// From where things were painted to where they would be now: exact for a pan.
void NetworkView::paintMoved(QPainter& painter) const {
    const exploration::NetworkView& now = m_exploration.view().network;
    const double most = largestZoom(m_places);
    const double before = std::clamp(m_pictured.zoom, 0.5, most), after = std::clamp(now.zoom, 0.5, most);
    const QPointF middle = m_seatFrame.center();
    const QPointF by = now.centre - m_pictured.centre;
    painter.save();
    painter.setClipRect(m_scene.canvas);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.translate(middle);
    painter.scale(after / before, after / before);
    painter.translate(-before * QPointF(by.x() * homeSize().width(), by.y() * homeSize().height()) - middle);
    painter.drawImage(0, 0, m_picture.image());
    painter.restore();
}

void NetworkView::paintPicture() {
    m_picture.paint(m_theme, m_scene, size(), devicePixelRatioF(), !m_isRough);
    m_pictured = m_exploration.view().network;
}

void NetworkView::layOutNow() {
    Input input = inputOf(m_exploration, m_theme, m_wording, m_places, rect());
    input.measures = m_measures;
    input.memory = m_memory;
    takeSeats(input);
    Scene next = sceneOf(input, m_wording);
    next.hovered = m_exploration.hovered();
    next.alsoHovered = exploration::linkedTo(*m_exploration.dossier(), next.hovered);
    next.highlighted = m_exploration.highlighted();
    next.keyboard = hasFocus() ? m_keyboard : model::ActorId();
    fadeTo(std::move(next));
    constexpr qsizetype quicklySmoothed = 2000; // lines
    m_isRough = m_scene.lines.size() > quicklySmoothed;
    if (m_isRough)
        m_resting.start();
    showEmptiness();
}

/// What is the same at all moments is found once.
void NetworkView::takeSeats(Input& input) {
    if (m_canvasDossier != input.dossier || m_canvasFrame != input.frame)
        m_canvas = canvasOf(*input.dossier, input.frame, input.measures, input.words);
    m_canvasDossier = input.dossier;
    m_canvasFrame = input.frame;
    const QRectF home = homeIn(m_canvas, input.measures);
    if (m_seats.size() != m_places.spots.size() || m_seatFrame != home)
        m_seats = seatsIn(input, home);
    m_seatFrame = home;
    input.canvas = m_canvas;
    input.seats = m_seats;
}

/// As they were arranged last while that fits, so that nobody changes places while the panel is resized.
QList<Seat> NetworkView::seatsIn(const Input& input, const QRectF& home) {
    const auto arrangedIn = [&](const QRectF& frame) {
        return seatsOf(*input.dossier, m_places, frame, input.measures);
    };
    if (isCrowd(m_places))
        return arrangedIn(home);
    if (m_arrangedFrame.isNull())
        m_arrangedFrame = home;
    if (m_arranged.size() != m_places.spots.size())
        m_arranged = arrangedIn(m_arrangedFrame);
    if (auto seats = resized(*input.dossier, m_arranged, m_arrangedFrame, home, input.measures))
        return *std::move(seats);
    m_arranged = arrangedIn(home);
    m_arrangedFrame = home;
    return m_arranged;
}

void NetworkView::fadeTo(Scene next) {
    constexpr qsizetype mostFading = 300;
    const bool moved = next.moment != m_scene.moment && next.frame == m_scene.frame &&
                       std::max(next.lines.size(), m_scene.lines.size()) <= mostFading;
    const bool fades = m_animated && isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
    if (moved && fades) {
        m_leaving.clear();
        m_arriving.clear();
        for (Line& line : m_scene.lines) {
            line.labelBox = {};
            if (!contains(next.lines, line))
                m_leaving << line;
        }
        for (const Line& line : next.lines)
            m_arriving << !contains(m_scene.lines, line);
        m_fade.stop();
        m_fade.start();
    } else if (next.lines.size() != m_arriving.size()) {
        m_fade.stop();
        m_leaving.clear();
        m_arriving.clear();
    }
    m_scene = std::move(next);
}

void NetworkView::showEmptiness() {
    const bool show = !m_scene.emptyText.isEmpty() && firstTieDay(*m_exploration.dossier()).has_value();
    m_wayOut->setVisible(show);
    if (!show)
        return;
    const bool filtered = filterHidesEveryTie();
    m_wayOut->setText(filtered ? tr("Show &All") : tr("&Go to the First"));
    m_wayOut->setAccessibleName(filtered ? tr("Show all events and ties") : tr("Go to the first recorded tie"));
    m_wayOut->adjustSize();
    const QRectF& box = m_scene.emptyBox;
    m_wayOut->move(qRound(box.right() + m_theme.px(12)), qRound(box.center().y() - m_wayOut->height() / 2.0));
}

void NetworkView::paintEvent(QPaintEvent*) {
    if (!m_needsPlaces && !m_isMoving)
        settle();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(theme::Role::Panel));
    if (m_isMoving) {
        paintMoved(painter);
    } else if (m_fade.state() != QAbstractAnimation::Running) {
        paintPicture();
        painter.drawImage(0, 0, m_picture.image());
    } else {
        paintFade();
        painter.drawImage(0, 0, m_picture.image());
    }
    m_picture.putLegend(painter, m_theme, m_scene, devicePixelRatioF());
    if (hasFocus() && !m_keyboard.isValid()) {
        painter.setPen(QPen(m_theme.color(theme::Role::Ink), m_theme.px(2)));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
    }
}

void NetworkView::paintFade() {
    const double time = m_fade.currentValue().toDouble();
    Scene shown = m_scene;
    QList<double> presence;
    for (const bool arriving : m_arriving)
        presence << (arriving ? std::clamp((time - fadeOut) / fadeIn, 0.0, 1.0) : 1.0);
    for (const Line& line : m_leaving) {
        shown.lines << line;
        presence << std::clamp(1 - time / fadeOut, 0.0, 1.0);
    }
    m_picture.paint(m_theme, shown, size(), devicePixelRatioF(), true, presence);
}

void NetworkView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOutAgain();
}

bool NetworkView::event(QEvent* event) {
    if (needsScene(*event))
        settle();
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), theme::plainToolTip(text), this);
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        pinch(static_cast<QNativeGestureEvent&>(*event));
        return true;
    }
    return QWidget::event(event);
}

/// Whether what is there decides about what an event does: not for a hand that only moves it all.
bool NetworkView::needsScene(const QEvent& event) const {
    const bool moves = event.type() == QEvent::Wheel || event.type() == QEvent::NativeGesture ||
                       (event.type() == QEvent::MouseMove && m_drag == Drag::Ground);
    return (event.isInputEvent() && !(moves && m_isMoving)) || event.type() == QEvent::ToolTip ||
           event.type() == QEvent::ContextMenu;
}

/// Names what is drawn without its name.
QString NetworkView::toolTipAt(QPointF point) const {
    const model::Subject subject = hit(scene(), point);
    if (const auto* actor = std::get_if<model::ActorId>(&subject)) {
        for (const Node& node : scene().nodes) {
            const bool named = !node.nameBox.isNull() || (node.name.isEmpty() && !node.text.isEmpty());
            if (node.actor == *actor && !named)
                return m_exploration.dossier()->actor(*actor).name;
        }
    }
    if (const Line* bundle = bundleAt(scene(), point)) {
        QStringList lines;
        for (const model::Tie& tie : tiesOf(*bundle))
            lines.append(m_wording.tie(*m_exploration.dossier(), tie));
        return lines.join('\n');
    }
    for (const Line& line : scene().lines) {
        if (line.subject == subject && line.labelBox.isNull())
            return line.label.isEmpty() ? m_wording.tieLabel(m_exploration.network().ties.value(line.tie)) : line.label;
    }
    return {};
}

/// All that a line stands for.
QList<model::Tie> NetworkView::tiesOf(const Line& line) const {
    QList<model::Tie> ties;
    for (const model::Tie& tie : m_exploration.network().ties) {
        const model::Subject subject = tie.subject();
        if (std::minmax(tie.from, tie.to) == std::minmax(line.from, line.to) &&
            (subject == line.subject || line.bundled.contains(subject)))
            ties.append(tie);
    }
    return ties;
}

QSizeF NetworkView::homeSize() const {
    return {std::max(1.0, m_seatFrame.width()), std::max(1.0, m_seatFrame.height())};
}

QString NetworkView::rowText(qsizetype row) const {
    const model::Dossier& dossier = *m_exploration.dossier();
    if (row < scene().lines.size()) {
        const Line& line = scene().lines[row];
        const QString tie = m_wording.tie(dossier, m_exploration.network().ties.value(line.tie));
        const auto more = static_cast<int>(line.bundled.size());
        return more == 0 ? tie : tr("%1, and %n more", nullptr, more).arg(tie);
    }
    const model::Actor& actor = dossier.actor(scene().nodes[row - scene().lines.size()].actor);
    return tr("%1, %2").arg(actor.name, m_wording.actorKind(actor.kind));
}

QRectF NetworkView::rowRect(qsizetype row) const {
    if (row >= scene().lines.size())
        return scene().nodes[row - scene().lines.size()].frame;
    const Path& path = scene().lines[row].path;
    const auto [left, right] =
        std::minmax_element(path.begin(), path.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(path.begin(), path.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    return QRectF(QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y()));
}

bool NetworkView::isRowSelected(qsizetype row) const {
    return row < scene().lines.size() ? scene().lines[row].selected
                                      : scene().nodes[row - scene().lines.size()].selected;
}

} // namespace entente::relations
