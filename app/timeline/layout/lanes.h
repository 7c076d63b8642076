#pragma once

#include "db/model/filter.h"
#include "db/model/lanes.h"

namespace entente::timeline {

/// One lane's head. Names are those of the dossier.
struct LaneHead {
    QString key; ///< "" for the lane of all other events
    QString name;
    QString icon;
    bool collapsed = false;
};

/// Words for lanes that the dossier does not name.
struct LaneWords {
    QString others;
    std::function<QString(model::Tenor)> tenor; ///< null: the word of the format
};

/// Which lanes there are, and in which of them each event stands: in one. By actor that is the first participant who
/// has a lane, by source the first that the event cites. Of actors and sources those that come first most often have a
/// lane; what is left, and what is beyond 24 lanes, stands in the last lane, that of the others, which is there only if
/// it is needed. A lane of which the filter lets nothing pass is not there. Made once for a dossier, a choice and a
/// filter: O(lanes) by theme and tenor, O(events) by kind and source, O(participations) by actor.
class Lanes {
public:
    Lanes(const model::Dossier& dossier, const model::LaneChoice& choice, const model::Filter& filter,
          const LaneWords& words);

    /// One lane of all events, without a name: what the bands of a picture have.
    static Lanes joined();
    bool areJoined() const { return m_places.isEmpty(); }

    /// Topmost first; never empty.
    const QList<LaneHead>& heads() const { return m_heads; }
    /// The place in `heads` of an event's lane; none: the filter excludes its lane.
    std::optional<qsizetype> laneOf(model::EventId event, const model::EventView& view) const;

    /// The field of filters that shows and hides whole lanes of a sorting; none: there is no such field.
    static std::optional<model::Filter::Field> fieldOf(model::LanesBy by);

private:
    Lanes() = default;
    void sortByTheme(const model::Dossier& dossier);
    void sortByKind(const model::Dossier& dossier);
    void sortByTenor(const model::Dossier& dossier, const LaneWords& words);
    void sortByActor(const model::Dossier& dossier);
    void sortBySource(const model::Dossier& dossier);
    void arrange(const model::Dossier& dossier, const model::LaneChoice& choice, const model::Filter& filter,
                 const LaneWords& words);
    int groupOf(model::EventId event, const model::EventView& view) const;

    model::LanesBy m_by = model::LanesBy::Theme;
    QList<LaneHead> m_heads;
    bool m_hasOthers = false;       ///< some events are in no group
    QList<int> m_groups;            ///< by theme or kind
    QList<model::Tenor> m_tenors;   ///< by kind
    std::vector<qint16> m_ofEvents; ///< the group of each event; by actor and source
    QList<int> m_places;            ///< in `heads`, by group, and last that of events in no group
};

} // namespace entente::timeline
