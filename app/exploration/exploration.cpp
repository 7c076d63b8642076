#include "app/exploration/exploration.h"

#include <QDateTime>

namespace entente::exploration {

using model::ActorId;
using model::Day;
using model::EventId;
using model::Subject;

namespace {
constexpr double margin = 0.04; // of the whole period, either side
constexpr double daysOfAYear = 365.2425;
constexpr int mostSteps = 3;

Day today() {
    return QDateTime::currentSecsSinceEpoch() / (24 * 60 * 60);
}

/// Whether a subject's id lies within the dossier.
bool holds(const model::Tables& tables, const Subject& subject) {
    return std::visit(
        [&](const auto& id) {
            using IdType = std::decay_t<decltype(id)>;
            if constexpr (std::is_same_v<IdType, std::monostate>)
                return true;
            else if constexpr (std::is_same_v<IdType, EventId>)
                return id.isValid() && id.index < tables.events.size();
            else if constexpr (std::is_same_v<IdType, ActorId>)
                return id.isValid() && id.index < tables.actors.size();
            else if constexpr (std::is_same_v<IdType, model::RelationshipId>)
                return id.isValid() && id.index < tables.relationships.size();
            else if constexpr (std::is_same_v<IdType, model::EraId>)
                return id.isValid() && id.index < tables.eras.size();
            else if constexpr (std::is_same_v<IdType, model::SourceId>)
                return id.isValid() && id.index < tables.sources.size();
            else
                return id.isValid() && id.index < tables.perspectives.size();
        },
        subject);
}

/// The same thing in the next state of a dossier; nothing if it is gone.
Subject kept(const Subject& subject, const model::Dossier& before, const model::Dossier& after) {
    const QString key = before.keyOf(subject);
    return holds(after.tables(), subject) && after.keyOf(subject) == key ? subject : after.find(key);
}

/// Of the last event in order that is not after today, else of the first.
Day lastDayNotAfterToday(const model::Dossier& dossier) {
    const QList<EventId>& events = dossier.eventsInOrder();
    for (auto event = model::firstAfter(dossier, today()); event != events.begin();)
        if (const auto day = model::momentOf(dossier, *--event); day && *day <= today())
            return *day;
    return events.isEmpty() ? today() : model::momentOf(dossier, events.first()).value_or(today());
}
} // namespace

Exploration::Exploration(QObject* parent)
    : QObject(parent), m_dossier(std::make_shared<const model::Dossier>(model::Tables())) {
    m_view.moment = today();
}

static Span withMargin(const std::optional<model::Dossier::Span>& known) {
    if (!known) {
        const double half = 50 * daysOfAYear;
        return {static_cast<double>(today()) - half, static_cast<double>(today()) + half};
    }
    const double first = static_cast<double>(known->first);
    const double width = static_cast<double>(known->last - known->first) + 1;
    return {first - margin * width, first + (1 + margin) * width};
}

Span Exploration::wholeSpan() const {
    return withMargin(m_dossier->commonSpan());
}

Span Exploration::furthestSpan() const {
    return withMargin(m_dossier->span());
}

Span Exploration::span() const {
    return m_view.span.value_or(wholeSpan());
}

model::NetworkOptions Exploration::networkOptions() const {
    model::NetworkOptions options;
    options.showEnded = m_view.showEnded;
    options.expanded = model::expandedBy(*m_dossier, m_view.selection);
    if (m_view.focus)
        options.expanded |= model::expandedBy(*m_dossier, m_view.focus->actor);
    if (m_view.route)
        for (const ActorId end : {m_view.route->from, m_view.route->to})
            options.expanded |= model::expandedBy(*m_dossier, end);
    return options;
}

const model::Network& Exploration::network() const {
    if (const model::Comparison* both = comparison())
        return both->network;
    if (!m_network)
        m_network = model::networkAt(*m_dossier, m_view.moment, m_view.filter, networkOptions());
    return *m_network;
}

const model::Comparison* Exploration::comparison() const {
    if (!m_view.compared)
        return nullptr;
    if (!m_comparison)
        m_comparison =
            model::compare(*m_dossier, *m_view.compared, m_view.moment, m_view.filter, networkOptions().expanded);
    return &*m_comparison;
}

const std::optional<model::Path>& Exploration::path() const {
    if (m_path)
        return *m_path;
    m_path.emplace();
    if (const auto& route = m_view.route) {
        model::PathOptions options;
        options.filter = m_view.filter;
        *m_path = route->inTime ? model::pathInTime(*m_dossier, route->from, route->to, options)
                                : model::pathAt(*m_dossier, m_view.moment, route->from, route->to, options);
    }
    return *m_path;
}

void Exploration::forgetNetwork() {
    m_network.reset();
    m_comparison.reset();
    m_path.reset();
    m_inFocus.clear();
}

const QList<bool>& Exploration::inFocus() const {
    if (!m_view.focus || !m_inFocus.isEmpty())
        return m_inFocus;
    m_inFocus.fill(false, m_dossier->tables().actors.size());
    m_inFocus[m_view.focus->actor.index] = true;
    for (int step = 0; step < m_view.focus->steps; ++step) {
        const QList<bool> before = m_inFocus;
        for (const model::Tie& tie : network().ties) {
            if (tie.ended)
                continue;
            if (before[tie.from.index] || before[tie.to.index])
                m_inFocus[tie.from.index] = m_inFocus[tie.to.index] = true;
        }
    }
    return m_inFocus;
}

bool Exploration::isInFocus(EventId event) const {
    if (!m_view.focus)
        return true;
    const QList<model::Participation> rows = m_dossier->participationsOf(event);
    return std::any_of(rows.begin(), rows.end(),
                       [this](const model::Participation& row) { return row.actor == m_view.focus->actor; });
}

void Exploration::recount() {
    m_shown = model::shownEvents(m_view.filter, *m_dossier);
    m_shownCount = m_shown.count(true);
}

void Exploration::open(model::DossierPointer dossier) {
    emit aboutToOpen();
    const Subject before = m_view.selection;
    View fresh;
    fresh.showEnded = m_view.showEnded;
    fresh.lanes.by = m_view.lanes.by;
    fresh.secondCalendar = m_view.secondCalendar;
    m_dossier = std::move(dossier);
    m_view = fresh;
    m_hovered = {};
    m_highlighted.clear();
    forgetNetwork();
    m_history.clear();
    m_historyPosition = 0;
    m_view.selection = m_dossier->find(m_dossier->head().openingSelection);
    const auto date = model::Edtf::parse(m_dossier->head().openingMoment);
    const auto moment = date ? model::momentOf(*date) : std::nullopt;
    m_view.moment = moment.value_or(lastDayNotAfterToday(*m_dossier));
    recount();
    remember();
    emit dossierChanged();
    emit selectionChanged(m_view.selection, before);
    emit momentChanged(m_view.moment);
    emit spanChanged();
    emit filterChanged();
    emit focusChanged();
    emit comparedChanged();
    emit routeChanged();
    emit networkViewChanged();
    emit networkChanged();
    emit historyChanged();
}

void Exploration::replace(model::DossierPointer dossier) {
    const model::DossierPointer previous = std::exchange(m_dossier, std::move(dossier));
    const auto follow = [&](View& view) {
        const auto keptActor = [&](ActorId actor) {
            const Subject found = kept(actor, *previous, *m_dossier);
            const auto* still = std::get_if<ActorId>(&found);
            return still ? *still : ActorId();
        };
        view.selection = kept(view.selection, *previous, *m_dossier);
        if (view.focus)
            view.focus->actor = keptActor(view.focus->actor);
        if (view.focus && !view.focus->actor.isValid())
            view.focus.reset();
        if (view.route)
            view.route = Route{keptActor(view.route->from), keptActor(view.route->to), view.route->inTime};
        if (view.route && !(view.route->from.isValid() && view.route->to.isValid()))
            view.route.reset();
        for (model::Placement& pin : view.held)
            pin.actor = keptActor(pin.actor);
        view.held.removeIf([](const model::Placement& pin) { return !pin.actor.isValid(); });
    };
    View next = m_view;
    follow(next);
    for (View& view : m_history)
        follow(view);
    const View before = std::exchange(m_view, next);
    const Subject hovered = std::exchange(m_hovered, kept(m_hovered, *previous, *m_dossier));
    m_highlighted.clear();
    forgetNetwork();
    recount();
    emit dossierChanged();
    if (before.selection != next.selection)
        emit selectionChanged(next.selection, before.selection);
    if (hovered != m_hovered)
        emit hoverChanged(m_hovered, hovered);
    if (before.focus != next.focus)
        emit focusChanged();
    if (before.route != next.route)
        emit routeChanged();
    emit networkChanged();
}

/// Takes a view and tells what is different, in an order in which every listener sees the whole new state.
void Exploration::become(const View& next) {
    const View before = std::exchange(m_view, next);
    if (before == next)
        return;
    const bool network = before.moment != next.moment || before.filter != next.filter ||
                         before.selection != next.selection || before.showEnded != next.showEnded ||
                         before.focus != next.focus || before.compared != next.compared || before.route != next.route;
    if (network)
        forgetNetwork();
    if (before.filter != next.filter)
        recount();
    if (before.selection != next.selection)
        emit selectionChanged(next.selection, before.selection);
    if (before.moment != next.moment)
        emit momentChanged(next.moment);
    if (before.span != next.span)
        emit spanChanged();
    if (before.filter != next.filter)
        emit filterChanged();
    if (before.focus != next.focus)
        emit focusChanged();
    if (before.compared != next.compared)
        emit comparedChanged();
    if (before.route != next.route)
        emit routeChanged();
    if (before.lanes != next.lanes)
        emit lanesChanged();
    if (before.secondCalendar != next.secondCalendar)
        emit secondCalendarChanged();
    if (before.network != next.network)
        emit networkViewChanged();
    if (before.held != next.held)
        emit heldChanged();
    if (network)
        emit networkChanged();
}

void Exploration::select(const Subject& subject) {
    if (!holds(m_dossier->tables(), subject))
        return;
    View next = m_view;
    next.selection = subject;
    if (const auto* event = std::get_if<EventId>(&subject))
        next.moment = model::momentOf(*m_dossier, *event).value_or(next.moment);
    become(next);
}

void Exploration::hover(const Subject& subject) {
    if (subject == m_hovered || !holds(m_dossier->tables(), subject))
        return;
    const Subject before = std::exchange(m_hovered, subject);
    emit hoverChanged(subject, before);
}

void Exploration::highlight(const QList<Subject>& subjects) {
    if (std::exchange(m_highlighted, subjects) != subjects)
        emit highlightChanged();
}

void Exploration::setMoment(Day day) {
    View next = m_view;
    next.moment = day;
    become(next);
}

void Exploration::goTo(Day day) {
    setMoment(day);
    emit daySought(day);
}

void Exploration::setSpan(const Span& span) {
    if (!(span.first < span.last) || !std::isfinite(span.width()))
        return;
    View next = m_view;
    next.span = span;
    become(next);
}

void Exploration::showWholeSpan() {
    View next = m_view;
    next.span.reset();
    become(next);
}

void Exploration::setFilter(const model::Filter& filter) {
    View next = m_view;
    next.filter = filter;
    become(next);
}

void Exploration::setShowEnded(bool show) {
    View next = m_view;
    next.showEnded = show;
    become(next);
}

void Exploration::setLanes(const model::LaneChoice& lanes) {
    View next = m_view;
    next.lanes = lanes;
    become(next);
}

void Exploration::setSecondCalendar(std::optional<model::Calendar> calendar) {
    View next = m_view;
    next.secondCalendar = calendar == model::Calendar::Gregorian ? std::nullopt : calendar;
    become(next);
}

void Exploration::setFocus(const std::optional<Focus>& focus) {
    if (focus && (!focus->actor.isValid() || !holds(m_dossier->tables(), focus->actor)))
        return;
    View next = m_view;
    next.focus = focus;
    if (next.focus)
        next.focus->steps = std::clamp(next.focus->steps, 1, mostSteps);
    become(next);
}

void Exploration::setNetworkView(const NetworkView& view) {
    View next = m_view;
    next.network = view;
    become(next);
}

void Exploration::holdPins() {
    View next = m_view;
    next.held = m_dossier->tables().placements;
    become(next);
}

void Exploration::compareWith(std::optional<Day> day) {
    View next = m_view;
    next.compared = day == m_view.moment ? std::nullopt : day;
    if (next.compared)
        next.selection = {};
    become(next);
}

void Exploration::seekRoute(const std::optional<Route>& route) {
    View next = m_view;
    next.route = route;
    if (route) {
        next.selection = {};
        next.focus.reset();
    }
    if (isIn(next))
        become(next);
}

/// Whether all that a view names is there.
bool Exploration::isIn(const View& view) const {
    const auto has = [this](ActorId actor) { return holds(m_dossier->tables(), actor); };
    const bool isHeldIn =
        std::all_of(view.held.begin(), view.held.end(), [&](const model::Placement& pin) { return has(pin.actor); });
    return isHeldIn && holds(m_dossier->tables(), view.selection) && (!view.focus || has(view.focus->actor)) &&
           (!view.route || (has(view.route->from) && has(view.route->to)));
}

void Exploration::restore(const View& view) {
    if (isIn(view))
        become(view);
}

/// First and last day that a date may cover, as far as known.
static std::optional<Span> extentOf(const model::Edtf& date) {
    std::optional<Span> extent;
    for (const model::Bound& bound : {date.earliest(), date.start().latest, date.end().earliest, date.latest()}) {
        if (!bound.isKnown())
            continue;
        const double day = static_cast<double>(bound.day);
        extent = extent ? Span{std::min(extent->first, day), std::max(extent->last, day + 1)} : Span{day, day + 1};
    }
    return extent;
}

void Exploration::goInto(const Subject& subject) {
    if (!holds(m_dossier->tables(), subject))
        return;
    if (const auto* actor = std::get_if<ActorId>(&subject))
        return setFocus(Focus{*actor, 1});
    std::optional<Span> extent;
    if (const auto* event = std::get_if<EventId>(&subject))
        if (const auto claim = m_dossier->claimInUse(*event))
            extent = extentOf(claim->date);
    if (const auto* era = std::get_if<model::EraId>(&subject))
        extent = extentOf(m_dossier->era(*era).date);
    if (!extent)
        return;
    // The thing itself fills 60 % of the width; a day is shown within its season.
    const double width = std::max(extent->width() / 0.6, daysOfAYear / 4);
    const double middle = (extent->first + extent->last) / 2;
    View next = m_view;
    next.span = Span{middle - width / 2, middle + width / 2};
    become(next);
}

bool Exploration::leave() {
    if (m_view.route) {
        seekRoute({});
        return true;
    }
    if (m_view.compared) {
        compareWith({});
        return true;
    }
    if (m_view.focus) {
        setFocus({});
        return true;
    }
    if (!model::isNothing(m_view.selection)) {
        select({});
        return true;
    }
    return false;
}

void Exploration::wish(const model::Change& change) {
    emit changeWished(change);
}

} // namespace entente::exploration
