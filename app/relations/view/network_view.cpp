#include "app/relations/view/network_view.h"

#include "app/relations/view/input.h"
#include "app/relations/view/painter.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace entente::relations {

namespace {

constexpr qsizetype placedAtOnce = 60; ///< actors; the places of more are computed in the background
constexpr int fadeOut = 150;
constexpr int fadeIn = 240;

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
    : QWidget(parent), m_exploration(exploration), m_theme(theme), m_wording(wording) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setObjectName(QStringLiteral("network"));
    setAccessibleName(tr("Network"));
    setAccessibleDescription(tr("Who is tied to whom at the moment. Arrow keys move among actors."));
    m_background.setMaxThreadCount(1);
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
    connect(&m_exploration, &Exploration::networkViewChanged, this, &NetworkView::layOutAgain);
    connect(&m_exploration, &Exploration::hoverChanged, this, [this](const model::Subject& current) {
        m_scene.hovered = current;
        update();
    });
}

void NetworkView::setTheme(const theme::Theme& theme) {
    const bool resized = theme.scale() != m_theme.scale();
    m_theme = theme;
    if (resized)
        placeAnew();
    else
        layOutAgain();
}

void NetworkView::computePlaces() {
    const auto dossier = m_exploration.dossier();
    const quint64 generation = ++m_generation;
    if (m_keyboard.index >= dossier->tables().actors.size())
        m_keyboard = {};
    const Measures measures = measuresOf(m_theme);
    if (dossier->tables().actors.size() <= placedAtOnce) {
        takePlaces(placesOf(*dossier, measures));
        return;
    }
    m_placed = false;
    m_places = {};
    layOutAgain();
    m_background.start([this, dossier, measures, generation] {
        const Places places = placesOf(*dossier, measures);
        QMetaObject::invokeMethod(
            this,
            [this, places, generation] {
                if (generation == m_generation)
                    takePlaces(places);
            },
            Qt::QueuedConnection);
    });
}

void NetworkView::takePlaces(const Places& places) {
    m_places = places;
    m_seats.clear();
    m_placed = true;
    layOutAgain();
    emit placed();
}

void NetworkView::layOutAgain() {
    m_stale = true;
    update();
}

void NetworkView::layOutNow() {
    Input input = inputOf(m_exploration.dossier(), m_exploration.view(), m_theme, m_wording, m_places, rect());
    const QRectF home = homeOf(*input.dossier, input.frame, input.measures, input.words);
    if (m_seats.size() != m_places.spots.size() || m_seatFrame != home)
        m_seats = seatsOf(*input.dossier, m_places, home, input.measures);
    m_seatFrame = home;
    input.seats = m_seats;
    Scene next = sceneOf(input, m_wording);
    next.hovered = m_exploration.hovered();
    next.keyboard = hasFocus() ? m_keyboard : model::ActorId();
    fadeTo(std::move(next));
    showEmptiness();
}

void NetworkView::fadeTo(Scene next) {
    const bool moved = next.moment != m_scene.moment && next.frame == m_scene.frame;
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
    if (!m_needsPlaces)
        settle();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(theme::Role::Panel));
    if (m_fade.state() != QAbstractAnimation::Running) {
        paintNetwork(painter, m_theme, m_scene);
    } else {
        drawFade(painter);
    }
    paintLegend(painter, m_theme, m_scene);
    if (hasFocus() && !m_keyboard.isValid()) {
        painter.setPen(QPen(m_theme.color(theme::Role::Ink), m_theme.px(2)));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
    }
}

void NetworkView::drawFade(QPainter& painter) const {
    const double time = m_fade.currentValue().toDouble();
    Scene shown = m_scene;
    QList<double> presence;
    for (const bool arriving : m_arriving)
        presence << (arriving ? std::clamp((time - fadeOut) / fadeIn, 0.0, 1.0) : 1.0);
    for (const Line& line : m_leaving) {
        shown.lines << line;
        presence << std::clamp(1 - time / fadeOut, 0.0, 1.0);
    }
    paintNetwork(painter, m_theme, shown, presence);
}

void NetworkView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOutAgain();
}

bool NetworkView::event(QEvent* event) {
    if (event->isInputEvent() || event->type() == QEvent::ToolTip || event->type() == QEvent::ContextMenu)
        settle();
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), this);
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        pinch(static_cast<QNativeGestureEvent&>(*event));
        return true;
    }
    return QWidget::event(event);
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
    for (const Line& line : scene().lines) {
        if (line.subject == subject && line.labelBox.isNull())
            return line.label;
    }
    return {};
}

QSizeF NetworkView::homeSize() const {
    return {std::max(1.0, m_seatFrame.width()), std::max(1.0, m_seatFrame.height())};
}

QString NetworkView::rowText(qsizetype row) const {
    const model::Dossier& dossier = *m_exploration.dossier();
    if (row < scene().lines.size())
        return m_wording.tie(dossier, m_exploration.network().ties.value(scene().lines[row].tie));
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
