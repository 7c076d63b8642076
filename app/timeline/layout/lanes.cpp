#include "app/timeline/layout/lanes.h"

#include "db/model/vocabulary.h"

#include <numeric>

namespace entente::timeline {

using model::Filter;
using model::LanesBy;

namespace {

constexpr qsizetype mostLanes = 24; // decision 24
constexpr int noGroup = -1;
constexpr int noLane = -1;

/// The few with most events, by their rows; most events first.
QList<qsizetype> foremost(const QList<qsizetype>& counts) {
    QList<qsizetype> rows;
    for (qsizetype row = 0; row < counts.size(); ++row)
        if (counts[row] > 0)
            rows.append(row);
    std::stable_sort(rows.begin(), rows.end(), [&](qsizetype a, qsizetype b) { return counts[a] > counts[b]; });
    if (rows.size() > mostLanes)
        rows.resize(mostLanes - 1);
    return rows;
}

/// The group of each row, where these rows are the groups.
QList<qint16> groupsOf(const QList<qsizetype>& rows, qsizetype count) {
    QList<qint16> groups(count, noGroup);
    for (qsizetype i = 0; i < rows.size(); ++i)
        groups[rows[i]] = static_cast<qint16>(i);
    return groups;
}

model::SourceId firstSourceOf(const model::Dossier& dossier, model::EventId id) {
    const QByteArrayView record = dossier.tables().events.records()[id.index];
    model::CitationId citation = model::firstCitationOf(record);
    if (!citation.isValid() && !model::viewOf(record).date.isNull())
        for (const model::DateClaim& claim : dossier.event(id).claims)
            if (!citation.isValid() && !claim.citations.isEmpty())
                citation = claim.citations.first();
    return citation.isValid() ? dossier.citation(citation).source : model::SourceId();
}

/// Whether the filter lets no event of a lane pass. Of actors it asks whether they take part, not who comes first: what
/// it asks for may stand in any lane.
bool isExcluded(const Filter& filter, LanesBy by, const QString& key) {
    const auto field = Lanes::fieldOf(by);
    const Filter::Condition* condition = field ? filter.condition(*field) : nullptr;
    if (!condition || (by == LanesBy::Actor && condition->comparison == Filter::Comparison::Is))
        return false;
    return condition->values.contains(key) == (condition->comparison == Filter::Comparison::IsNot);
}

} // namespace

std::optional<Filter::Field> Lanes::fieldOf(LanesBy by) {
    switch (by) {
    case LanesBy::Theme:
        return Filter::Field::Lane;
    case LanesBy::Actor:
        return Filter::Field::Actor;
    case LanesBy::Kind:
        return Filter::Field::Kind;
    case LanesBy::Tenor:
        return Filter::Field::Tenor;
    case LanesBy::Source:
        break;
    }
    return {};
}

Lanes::Lanes(const model::Dossier& dossier, const model::LaneChoice& choice, const Filter& filter,
             const LaneWords& words)
    : m_by(choice.by) {
    switch (m_by) {
    case LanesBy::Theme:
        sortByTheme(dossier);
        break;
    case LanesBy::Actor:
        sortByActor(dossier);
        break;
    case LanesBy::Kind:
        sortByKind(dossier);
        break;
    case LanesBy::Source:
        sortBySource(dossier);
        break;
    case LanesBy::Tenor:
        sortByTenor(dossier, words);
        break;
    }
    arrange(dossier, choice, filter, words);
}

Lanes Lanes::joined() {
    Lanes lanes;
    lanes.m_heads.append(LaneHead());
    return lanes;
}

void Lanes::sortByTheme(const model::Dossier& dossier) {
    const QList<model::ThemeId> lanes = dossier.lanes();
    for (const model::ThemeId lane : lanes)
        m_heads.append({dossier.theme(lane).key, dossier.theme(lane).label, dossier.theme(lane).icon});
    const QList<model::Theme>& themes = dossier.tables().themes;
    for (qsizetype i = 0; i < themes.size(); ++i)
        m_groups.append(static_cast<int>(lanes.indexOf(themes[i].lane.isValid() ? themes[i].lane : model::ThemeId(i))));
    m_hasOthers = dossier.hasEventsWithoutLane();
}

void Lanes::sortByKind(const model::Dossier& dossier) {
    const QList<model::EventKind>& kinds = dossier.tables().eventKinds;
    QList<qsizetype> counts(kinds.size());
    const model::PackedBytes& events = dossier.tables().events.records();
    events.each(0, events.size(), [&](qsizetype, QByteArrayView record) {
        const model::EventKindId kind = model::viewOf(record).kind;
        if (kind.isValid())
            ++counts[kind.index];
        else
            m_hasOthers = true;
    });
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        m_groups.append(counts[i] > 0 ? static_cast<int>(m_heads.size()) : noGroup);
        if (counts[i] > 0)
            m_heads.append({kinds[i].key, kinds[i].label.isEmpty() ? kinds[i].key : kinds[i].label, {}});
    }
}

void Lanes::sortByTenor(const model::Dossier& dossier, const LaneWords& words) {
    for (const model::Tenor tenor :
         {model::Tenor::Cooperation, model::Tenor::Pressure, model::Tenor::Conflict, model::Tenor::Neutral})
        m_heads.append({model::wordOf(tenor), words.tenor ? words.tenor(tenor) : model::wordOf(tenor), {}});
    for (const model::EventKind& kind : dossier.tables().eventKinds)
        m_tenors.append(kind.tenor);
}

void Lanes::sortByActor(const model::Dossier& dossier) {
    const QList<model::Actor>& actors = dossier.tables().actors;
    QList<qsizetype> counts(actors.size());
    const model::PackedBytes& rows = dossier.tables().participations.records();
    const auto each = [&rows](const auto& deed) {
        rows.each(0, rows.size(), [&](qsizetype, QByteArrayView record) {
            if (const auto row = model::participationViewOf(record); row.actor.isValid() && row.event.isValid())
                deed(row);
        });
    };
    std::vector<bool> isMet(static_cast<size_t>(dossier.tables().events.size()));
    each([&](const model::ParticipationView& row) {
        const auto event = static_cast<size_t>(row.event.index);
        if (!isMet[event] && dossier.orderOf(row.event) >= 0)
            ++counts[row.actor.index];
        isMet[event] = true;
    });
    const QList<qsizetype> chosen = foremost(counts);
    for (const qsizetype row : chosen)
        m_heads.append({actors[row].key, actors[row].shownName(), {}});
    const QList<qint16> groups = groupsOf(chosen, actors.size());
    m_ofEvents.assign(static_cast<size_t>(dossier.tables().events.size()), noGroup);
    each([&](const model::ParticipationView& row) {
        qint16& group = m_ofEvents[static_cast<size_t>(row.event.index)];
        if (group == noGroup)
            group = groups[row.actor.index];
    });
    m_hasOthers = std::find(m_ofEvents.begin(), m_ofEvents.end(), noGroup) != m_ofEvents.end();
}

void Lanes::sortBySource(const model::Dossier& dossier) {
    const QList<model::Source>& sources = dossier.tables().sources;
    const auto events = dossier.tables().events.size();
    QList<qsizetype> counts(sources.size());
    QList<model::SourceId> firsts(events);
    for (qsizetype i = 0; i < events; ++i)
        if (firsts[i] = firstSourceOf(dossier, model::EventId(i));
            firsts[i].isValid() && dossier.orderOf(model::EventId(i)) >= 0)
            ++counts[firsts[i].index];
    const QList<qsizetype> chosen = foremost(counts);
    for (const qsizetype row : chosen)
        m_heads.append({sources[row].key, sources[row].title, {}});
    const QList<qint16> groups = groupsOf(chosen, sources.size());
    for (const model::SourceId source : firsts)
        m_ofEvents.push_back(source.isValid() ? groups[source.index] : noGroup);
    m_hasOthers = std::find(m_ofEvents.begin(), m_ofEvents.end(), noGroup) != m_ofEvents.end();
}

/// Puts the groups into the order of the choice, drops what the filter excludes, joins what is too many.
void Lanes::arrange(const model::Dossier& dossier, const model::LaneChoice& choice, const Filter& filter,
                    const LaneWords& words) {
    const QList<LaneHead> groups = std::exchange(m_heads, {});
    QList<qsizetype> order(groups.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [&](qsizetype group) {
        const qsizetype place = choice.order.indexOf(groups[group].key);
        return place < 0 ? choice.order.size() : place;
    };
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return rank(a) < rank(b); });
    order.removeIf([&](qsizetype group) { return isExcluded(filter, m_by, groups[group].key); });
    const bool tooMany = order.size() + (m_hasOthers ? 1 : 0) > mostLanes;
    m_places = QList<int>(groups.size() + 1, noLane);
    for (qsizetype i = 0; i < order.size(); ++i) {
        const bool joined = tooMany && i >= mostLanes - 1;
        m_places[order[i]] = static_cast<int>(joined ? mostLanes - 1 : i);
        if (!joined)
            m_heads.append(groups[order[i]]);
    }
    const bool others = m_hasOthers && !isExcluded(filter, m_by, QString());
    if (others || tooMany || m_heads.isEmpty()) {
        m_places.last() = static_cast<int>(m_heads.size());
        m_heads.append({{}, groups.isEmpty() ? dossier.head().title : words.others, {}});
    }
    for (LaneHead& head : m_heads)
        head.collapsed = choice.collapsed.contains(head.key);
}

int Lanes::groupOf(model::EventId event, const model::EventView& view) const {
    switch (m_by) {
    case LanesBy::Theme:
        return view.firstTheme.isValid() ? m_groups[view.firstTheme.index] : noGroup;
    case LanesBy::Kind:
        return view.kind.isValid() ? m_groups[view.kind.index] : noGroup;
    case LanesBy::Tenor:
        return static_cast<int>(
            view.tenor.value_or(view.kind.isValid() ? m_tenors[view.kind.index] : model::Tenor::Neutral));
    case LanesBy::Actor:
    case LanesBy::Source:
        break;
    }
    return m_ofEvents[static_cast<size_t>(event.index)];
}

std::optional<qsizetype> Lanes::laneOf(model::EventId event, const model::EventView& view) const {
    if (areJoined())
        return 0;
    const int group = groupOf(event, view);
    const int place = group == noGroup ? m_places.last() : m_places[group];
    return place == noLane ? std::nullopt : std::optional<qsizetype>(place);
}

} // namespace entente::timeline
