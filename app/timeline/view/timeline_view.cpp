#include "app/timeline/view/timeline_view.h"

#include "app/exploration/links.h"
#include "app/timeline/layout/dates.h"
#include "app/timeline/view/opaque_buffer.h"
#include "app/timeline/view/painter.h"

#include <QAccessible>
#include <QTouchEvent>

namespace entente::timeline {

namespace {
constexpr double buttonSide = 30;
constexpr qsizetype labelsAFrame = 100; // that are new, while it moves: a millisecond
} // namespace

/// The one thing in the plot: replays the scene.
class SceneLayer : public QCPLayerable {
public:
    explicit SceneLayer(TimelineView* view) : QCPLayerable(view, QStringLiteral("main")), m_view(view) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
    void draw(QCPPainter* painter) override {
        paintTimeline(*painter, m_view->m_theme, m_view->scene(), &m_view->m_cache);
        m_view->showWaitingLabels();
        if (m_view->hasFocus() && !m_view->m_flagFocused)
            paintFocus(painter);
    }

private:
    void paintFocus(QCPPainter* painter) const {
        const auto* event = std::get_if<model::EventId>(&m_view->m_exploration.selection());
        const auto at = event ? anchorOf(m_view->scene(), *event) : std::nullopt;
        const double reach = m_view->m_theme.px(17);
        painter->setPen(QPen(m_view->m_theme.color(theme::Role::Ink), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(at ? QRectF(at->x() - reach, at->y() - reach, 2 * reach, 2 * reach)
                                    : m_view->scene().frame.adjusted(2, 2, -2, -2),
                                 4, 4);
    }

    TimelineView* m_view;
};

TimelineView::TimelineView(exploration::Exploration& exploration, const theme::Theme& theme,
                           const wording::Wording& wording, QWidget* parent)
    : QCustomPlot(parent), m_exploration(exploration), m_theme(theme), m_wording(wording),
      m_grounds(std::make_unique<Grounds>(exploration, wording)) {
    plotLayout()->clear();
    setInteractions(QCP::Interactions());
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    theme::readAloud();
    new SceneLayer(this);                                           // owned by the plot
    layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmLogical); // nothing is on it: no buffer of its own
    mPaintBuffers = {QSharedPointer<OpaqueBuffer>::create(viewport().size(), bufferDevicePixelRatio())};
    makeButtons();
    connectState();
    setAttribute(Qt::WA_AcceptTouchEvents);
    setTheme(theme);
}

void TimelineView::connectState() {
    using exploration::Exploration;
    connect(&m_exploration, &Exploration::aboutToOpen, m_grounds.get(), &Grounds::forget);
    connect(m_grounds.get(), &Grounds::sorted, this, &TimelineView::repaintSoon);
    connect(&m_exploration, &Exploration::secondCalendarChanged, this, &TimelineView::fitAgain);
    for (const auto signal : {&Exploration::dossierChanged, &Exploration::filterChanged, &Exploration::lanesChanged,
                              &Exploration::spanChanged, &Exploration::focusChanged, &Exploration::highlightChanged})
        connect(&m_exploration, signal, this, &TimelineView::repaintSoon);
    connect(&m_exploration, &Exploration::selectionChanged, this, &TimelineView::repaintSoon);
    connect(&m_exploration, &Exploration::selectionChanged, this, &TimelineView::speakSelection);
    connect(&m_exploration, &Exploration::selectionChanged, this, &TimelineView::followMeasure);
    connect(&m_exploration, &Exploration::dossierChanged, this, [this] { setMeasure({}); });
    connect(&m_exploration, &Exploration::hoverChanged, this, &TimelineView::showHover);
    connect(&m_exploration, &Exploration::momentChanged, this, &TimelineView::repaintSoon);
    connect(&m_exploration, &Exploration::comparedChanged, this, qOverload<>(&QWidget::update));
    connect(&m_exploration, &Exploration::daySought, this, qOverload<model::Day>(&TimelineView::reveal));
}

QToolButton* TimelineView::makeButton(theme::Symbol symbol, const QString& name, std::function<void()> deed) {
    auto* button = new QToolButton(this);
    button->setProperty("symbol", static_cast<int>(symbol));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setCursor(Qt::ArrowCursor);
    connect(button, &QToolButton::clicked, this, [deed = std::move(deed)] { deed(); });
    m_buttons.append(button);
    return button;
}

void TimelineView::makeButtons() {
    makeButton(theme::Symbol::Minus, tr("Zoom out"), [this] { zoomOut(); });
    makeButton(theme::Symbol::Plus, tr("Zoom in"), [this] { zoomIn(); });
    makeButton(theme::Symbol::Fit, tr("Show the whole period"), [this] { fit(); });
}

void TimelineView::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_measures = measuresOf(theme);
    m_widths->clear();
    m_cache.clear();
    setBackground(QBrush(theme.color(theme::Role::Ground)));
    double left = theme.px(12);
    for (QToolButton* button : m_buttons) {
        button->setIcon(theme::icon(static_cast<theme::Symbol>(button->property("symbol").toInt()), theme));
        button->setGeometry(QRectF(left, theme.px(8), theme.px(buttonSide), theme.px(buttonSide)).toRect());
        left += theme.px(buttonSide + 6);
    }
    fitAgain();
}

DaySpan TimelineView::whole() const {
    const exploration::Span whole = m_exploration.wholeSpan();
    return {whole.first, whole.last};
}

DaySpan TimelineView::furthest() const {
    const exploration::Span furthest = m_exploration.furthestSpan();
    return {furthest.first, furthest.last};
}

void TimelineView::fitAgain() {
    m_fitted.reset();
    repaintSoon();
}

const Scene& TimelineView::scene() const {
    if (!m_isLaidOut)
        layOutAgain();
    return m_scene;
}

/// What a ground shows of the exploration, which may be a step ahead of it.
Input TimelineView::inputOf(const Ground& ground) const {
    Input input =
        inputFor(ground.dossier, m_exploration.view(), ground.shown, m_measures, m_wording, size(), ground.lanes);
    const auto* event = std::get_if<model::EventId>(&input.selection);
    if (event && event->index >= ground.shown.size())
        input.selection = {};
    input.widths = m_widths;
    input.labelWords = m_labelWords;
    if (ground.dossier == m_exploration.dossier())
        input.whole = whole();
    input.span = input.whole;
    if (const auto& span = m_exploration.view().span)
        input.span =
            limited({span->first, span->last}, furthest(), frameOf(input).lanes.width(), input.dossier->hasTimes());
    const double hidden = std::max(0.0, wantedLanesHeight(input) - frameOf(input).lanes.height());
    input.scroll = m_scroll = std::clamp(m_scroll, 0.0, hidden);
    return input;
}

/// What is sought stands out, else what is in focus, which the heads of the lanes count.
void TimelineView::takeFocus(Input& input, const std::shared_ptr<Ground>& ground) const {
    const QList<model::Subject>& sought = m_exploration.highlighted();
    if (!sought.isEmpty()) {
        input.isInFocus = [sought](model::EventId event) { return sought.contains(model::Subject(event)); };
        for (const model::Subject& subject : sought)
            if (const auto* event = std::get_if<model::EventId>(&subject))
                input.sought.append(*event);
        return;
    }
    const bool isCurrent = ground->dossier == m_exploration.dossier();
    const model::Subject subject = isCurrent ? focusOf(*ground->dossier, m_exploration.view()) : model::Subject();
    if (model::isNothing(subject))
        return;
    if (m_counts.ground.lock() != ground || m_counts.subject != subject)
        m_counts = {ground, subject, countsOf(*ground->dossier, subject, ground->shown, *ground->lanes)};
    input.inFocus = m_counts.byLane;
}

void TimelineView::layOutAgain() const {
    const std::shared_ptr<Ground> ground = m_grounds->ground();
    if (m_described.lock() != ground->dossier) {
        m_widths->clear();
        m_labelWords->clear();
        m_described = ground->dossier;
    }
    Input input = inputOf(*ground);
    takeFocus(input, ground);
    const bool isMoving =
        m_fitted == ground && (input.span.first != m_laidOut.first || input.span.last != m_laidOut.last);
    if (isMoving)
        input.labelsToPrepare = labelsAFrame;
    m_laidOut = input.span;
    if (m_fitted != ground)
        timeline::fit(input, ground->prepared);
    m_fitted = ground;
    m_scene = layOut(input, ground->prepared);
    for (const model::Subject& subject : {m_exploration.hovered(), m_exploration.selection()})
        if (const auto* era = std::get_if<model::EraId>(&subject))
            m_scene.tintedEra = *era;
    if (m_grounds->isSorting() && ground->shown.isEmpty())
        m_scene.emptyText = tr("Sorting the events…");
    m_isLaidOut = true;
}

/// Labels that a moving frame had no time for come with the next one; once it stands still, all.
void TimelineView::showWaitingLabels() {
    if (m_scene.labelsWait)
        QMetaObject::invokeMethod(this, &TimelineView::repaintSoon, Qt::QueuedConnection);
}

void TimelineView::repaintSoon() {
    m_isLaidOut = false;
    replot(rpQueuedReplot);
}

/// What is hovered is painted over the picture, which stays; an era tints the lanes below all else.
void TimelineView::showHover(const model::Subject& current, const model::Subject& previous) {
    for (const model::Subject& subject : {current, previous})
        if (std::holds_alternative<model::EraId>(subject))
            return repaintSoon();
    for (const model::Subject& subject : {current, previous})
        if (!std::holds_alternative<model::EventId>(subject) && !model::isNothing(subject))
            return update();
    for (const model::Subject& subject : {current, previous})
        if (const auto box = hoverBox(scene(), m_theme, subject))
            update(box->toAlignedRect());
}

void TimelineView::paintEvent(QPaintEvent* event) {
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    const model::Subject& hovered = m_exploration.hovered();
    if (!model::isNothing(hovered))
        paintHover(painter, m_theme, scene(), [&](model::EventId one) {
            return hovered == model::Subject(one) || exploration::isLinked(*m_exploration.dossier(), hovered, one);
        });
    if (!m_exploration.highlighted().isEmpty())
        paintRings(painter, m_theme, scene(),
                   [&](model::EventId one) { return m_exploration.highlighted().contains(model::Subject(one)); });
    if (m_gesture == Gesture::Band)
        paintBand(painter, m_theme, scene(), m_pressed.x(), m_last.x());
    if (const auto compared = m_exploration.view().compared)
        paintCompared(painter, m_theme, scene(), *compared, m_wording.day(*compared, wording::Style::Short));
    if (m_measure)
        paintMeasure(painter, m_theme, scene(), *m_measure, measureWords());
}

bool TimelineView::event(QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        replot(rpQueuedReplot);
    if (event->type() == QEvent::NativeGesture) {
        pinch(static_cast<QNativeGestureEvent&>(*event));
        return true;
    }
    if (QList{QEvent::TouchBegin, QEvent::TouchUpdate, QEvent::TouchEnd, QEvent::TouchCancel}.contains(event->type())) {
        touch(static_cast<QTouchEvent&>(*event));
        event->accept();
        return true;
    }
    return QCustomPlot::event(event);
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    m_fitted.reset();
    m_isLaidOut = false;
    QCustomPlot::resizeEvent(event);
}

qsizetype TimelineView::rowCount() const {
    const model::Dossier& dossier = *m_exploration.dossier();
    return dossier.eventsInOrder().size() + dossier.undatedEvents().size();
}

model::EventId TimelineView::rowEvent(qsizetype row) const {
    const model::Dossier& dossier = *m_exploration.dossier();
    const qsizetype dated = dossier.eventsInOrder().size();
    return row < dated ? dossier.eventsInOrder()[row] : dossier.undatedEvents()[row - dated];
}

QString TimelineView::rowText(qsizetype row) const {
    const model::EventId event = rowEvent(row);
    return m_wording.accessibleName(*m_exploration.dossier(), event,
                                    m_exploration.selection() == model::Subject(event));
}

/// Assistive technology follows the selection as it would follow the focus of a list.
void TimelineView::speakSelection() {
    if (!hasFocus() || !QAccessible::isActive())
        return;
    const auto* event = std::get_if<model::EventId>(&m_exploration.selection());
    if (!event)
        return;
    const model::Dossier& dossier = *m_exploration.dossier();
    const qsizetype place = dossier.orderOf(*event);
    const qsizetype row = place >= 0 ? place : dossier.eventsInOrder().size() + dossier.undatedEvents().indexOf(*event);
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(static_cast<int>(row));
    QAccessible::updateAccessibility(&focused);
}

bool TimelineView::isRowSelected(qsizetype row) const {
    return m_exploration.selection() == model::Subject(rowEvent(row));
}

QRectF TimelineView::rowRect(qsizetype row) const {
    const auto at = anchorOf(scene(), rowEvent(row));
    return at ? QRectF(at->x() - 12, at->y() - 12, 24, 24) : QRectF();
}

} // namespace entente::timeline
