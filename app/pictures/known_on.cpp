#include "app/pictures/known_on.h"

#include "app/presentation/visible.h"
#include "db/model/network.h"

namespace entente::pictures {

namespace {

/// Makes the tables of what is known on a day from those of a dossier.
class Forgetting {
public:
    Forgetting(const model::Dossier& dossier, model::Day horizon)
        : m_dossier(dossier), m_veil{horizon, false, false}, m_made(dossier.tables()),
          m_later(presentation::laterActors(dossier, m_veil)) {}

    Known run();

private:
    bool isKnown(const model::Bound& bound) const { return bound.isKnown() && isVisible(bound.day, m_veil); }
    bool hasBegun(const model::Extent& date) const;
    model::Edtf withoutLaterEnd(const model::Edtf& date) const;
    model::PeriodBound endOf(const model::Period& period) const;
    model::EventId nowOf(model::EventId event) const { return event.isValid() ? m_events[event.index] : event; }

    void takeEvents();
    void takeParticipations();
    void takePeriods();
    void takeEras();
    void takePerspectives();
    void partLaterActors();

    const model::Dossier& m_dossier;
    presentation::Veil m_veil;
    model::Tables m_made;
    QList<model::EventId> m_events; ///< by the row that they had; none: later
    QSet<model::ActorId> m_later;
};

/// By its start's last possible day, as an event's moment.
bool Forgetting::hasBegun(const model::Extent& date) const {
    for (const model::Bound& bound : {date.start().latest, date.start().earliest})
        if (bound.isKnown())
            return isVisible(bound.day, m_veil);
    return true;
}

model::Edtf Forgetting::withoutLaterEnd(const model::Edtf& date) const {
    if (!date.isInterval() || !date.latest().isKnown() || isKnown(date.latest()))
        return date;
    const QString end = isKnown(date.end().earliest) ? QString() : QStringLiteral("..");
    return model::Edtf::parse(date.text().section('/', 0, 0) + '/' + end).value_or(date);
}

model::PeriodBound Forgetting::endOf(const model::Period& period) const {
    const model::PeriodBound& end = period.to;
    if (end.kind != model::PeriodBound::Kind::Dated || !end.date.latest().isKnown() || isKnown(end.date.latest()))
        return end;
    model::PeriodBound unsaid;
    unsaid.kind = isKnown(end.date.earliest()) ? model::PeriodBound::Kind::Unknown : model::PeriodBound::Kind::Open;
    return unsaid;
}

void Forgetting::takeEvents() {
    m_made.events = model::EventList();
    for (qsizetype i = 0; i < m_dossier.tables().events.size(); ++i) {
        if (!isVisible(m_dossier, model::EventId(i), m_veil)) {
            m_events.append(model::EventId());
            continue;
        }
        model::Event event = m_dossier.event(model::EventId(i));
        event.claims.removeIf([this](const model::DateClaim& claim) { return !hasBegun(claim.date); });
        for (model::DateClaim& claim : event.claims)
            claim.date = withoutLaterEnd(claim.date);
        m_events.append(model::EventId(m_made.events.size()));
        m_made.events.append(event);
    }
}

void Forgetting::takeParticipations() {
    m_made.participations = model::ParticipationList();
    for (model::Participation row : m_dossier.tables().participations) {
        row.event = nowOf(row.event);
        if (row.event.isValid())
            m_made.participations.append(row);
    }
}

void Forgetting::takePeriods() {
    m_made.periods.clear();
    for (model::Period period : m_dossier.tables().periods) {
        const auto start = model::possibleStart(period);
        if (start && !isVisible(*start, m_veil))
            continue;
        period.to = endOf(period);
        period.begunBy = nowOf(period.begunBy);
        period.endedBy = nowOf(period.endedBy);
        m_made.periods.append(period);
    }
}

void Forgetting::takeEras() {
    m_made.eras.removeIf([this](const model::Era& era) { return !hasBegun(era.date); });
    for (model::Era& era : m_made.eras)
        era.date = withoutLaterEnd(era.date);
}

void Forgetting::takePerspectives() {
    m_made.perspectives.removeIf(
        [this](const model::Perspective& row) { return row.event.isValid() && !nowOf(row.event).isValid(); });
    for (model::Perspective& row : m_made.perspectives)
        row.event = nowOf(row.event);
}

/// Being part of something has no date: it would bring in who comes later.
void Forgetting::partLaterActors() {
    for (qsizetype i = 0; i < m_made.actors.size(); ++i)
        if (m_made.actors.at(i).partOf.isValid() &&
            (m_later.contains(model::ActorId(i)) || m_later.contains(m_made.actors.at(i).partOf)))
            m_made.actors[i].partOf = {};
}

Known Forgetting::run() {
    takeEvents();
    takeParticipations();
    takePeriods();
    takeEras();
    takePerspectives();
    partLaterActors();
    return {std::make_shared<const model::Dossier>(m_made), m_later};
}

} // namespace

Known knownOn(const model::Dossier& dossier, model::Day horizon) {
    return Forgetting(dossier, horizon).run();
}

} // namespace entente::pictures
