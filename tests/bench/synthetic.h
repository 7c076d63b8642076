#pragma once

#include "db/model/dossier.h"

namespace entente::bench {

/// How large a synthetic dossier is; the same options give the same dossier everywhere.
struct SyntheticOptions {
    qint64 events = 1000;
    qint64 actors = 100;
    qint64 relationships = 300;
    quint64 seed = 1;
};

/// A made-up dossier, row by row. Dates are skewed over 1900 to 2025 with clumps, 30 % of them intervals, in all
/// precisions; titles have 20 to 60 characters; few actors take part in most events. Events must be asked for in order.
class Synthetic {
public:
    explicit Synthetic(const SyntheticOptions& options);

    struct EventRow {
        model::Event event;
        QList<model::Participation> participations;
    };
    /// The next event; its number is that of the calls before.
    EventRow nextEvent();

    /// Everything but events and participations.
    model::Tables frame();
    /// The whole dossier in memory.
    model::Tables tables();

private:
    quint64 next();
    double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    qint64 below(qint64 count) { return static_cast<qint64>(next() % static_cast<quint64>(count)); }
    bool happens(double share) { return fraction() < share; }
    model::Day day();
    QString point(model::Day day);
    QString date();
    QString title(qsizetype least, qsizetype most);
    model::ActorId actor();
    void addActors(model::Tables& tables);
    void addTies(model::Tables& tables);
    void addEras(model::Tables& tables);

    SyntheticOptions m_options;
    quint64 m_state;
    qint64 m_event = 0;
    QList<model::Day> m_bursts;
};

} // namespace entente::bench
