#pragma once

#include "app/relations/layout/scene.h"

#include <QHash>

namespace entente::relations {

/// Builds dossiers by hand, by keys.
class Builder {
public:
    Builder();

    Builder& actor(const QString& key, model::ActorKind kind, const QString& name, const QString& code = {},
                   model::Pole pole = model::Pole::None);
    Builder& partOf(const QString& child, const QString& parent);
    /// Types: party, signatory, office, supports, sanctions, hostilities, trades, informal, allies.
    Builder& tie(const QString& key, const QString& from, const QString& type, const QString& to);
    /// EDTF; ".." is open, "" unknown.
    Builder& period(const QString& tie, const QString& from, const QString& to,
                    model::PeriodState state = model::PeriodState::Held, const QString& begunBy = {});
    Builder& event(const QString& key, const QString& date, const QStringList& actors);
    Builder& pin(const QString& actor, QPointF place);

    model::DossierPointer build() const;

private:
    model::ActorId actorOf(const QString& key) const { return m_actors.value(key); }
    void type(const QString& key, model::LineForm form, model::Tenor tenor, model::Meaning meaning, bool directed);

    model::Tables m_tables;
    QHash<QString, model::ActorId> m_actors;
    QHash<QString, model::RelationTypeId> m_types;
    QHash<QString, model::RelationshipId> m_ties;
    QHash<QString, model::EventId> m_events;
};

/// A network much like the bundled dossier's: 27 actors, 40 ties from 1996 to 2025.
model::DossierPointer treatyDossier();

/// Sizes as the light theme has them, about, and the same on every machine.
Measures plainMeasures();
Words plainWords();

model::Day day(const QString& edtf);

/// The scenes of one dossier. Seats are found once a size, as the program does.
class Stage {
public:
    Stage() = default;
    Stage(model::DossierPointer dossier, Places places);
    explicit Stage(model::DossierPointer dossier);

    Scene at(const QString& moment, QSizeF size, const model::Subject& selection = {});
    const Places& places() const { return m_places; }
    /// Where actors sit in frames of a size from now on.
    void seat(QSizeF size, const QList<Seat>& seats) { m_seats[{size.width(), size.height()}] = seats; }

private:
    model::DossierPointer m_dossier;
    Places m_places;
    QHash<std::pair<double, double>, QList<Seat>> m_seats;
};

} // namespace entente::relations
