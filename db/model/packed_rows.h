#pragma once

#include "db/model/packed_list.h"
#include "db/model/values.h"

namespace entente::model {

/// An event as it is packed, without a copy of its texts: UTF-8, valid as long as the bytes they point into. What lists
/// hold is read on demand.
struct EventView {
    EventKindId kind;
    std::optional<Tenor> tenor;
    Certainty certainty = Certainty::Happened;
    int importance = lowestImportance;
    ThemeId firstTheme;
    QByteArrayView key, title, shortTitle;

    /// The date of the claim in use: the preferred one, else the first; EDTF. Null: undated.
    QByteArrayView date;
    qsizetype claims = 0; ///< how many there are
};

/// Reads the parts that drawing and searching need. O(length of the lists), no allocation.
EventView viewOf(QByteArrayView packedEvent);
/// The first of the citations that an event has itself, or none.
CitationId firstCitationOf(QByteArrayView packedEvent);

/// A date claim and an event as who reads them from bytes has them: texts in UTF-8, EDTF that was parsed without error.
struct ClaimParts {
    int position = 1;
    bool preferred = false;
    QByteArrayView date, calendar, note;
    QList<CitationId> citations;
};
struct EventParts {
    EventKindId kind;
    std::optional<Tenor> tenor;
    CitationId tenorCitation;
    Certainty certainty = Certainty::Happened;
    int importance = lowestImportance; ///< 1 to 5
    QByteArrayView key, title, shortTitle, summary, place;
    QList<ClaimParts> claims;
    QList<ThemeId> themes;
    QList<CitationId> citations;
    QList<MediaId> media;
};

/// The date of packed EDTF text; none if there is none.
std::optional<Edtf> dateFrom(QByteArrayView text);

void pack(const EventParts& event, ByteWriter& writer);
void pack(const Event& event, ByteWriter& writer);
void unpack(QByteArrayView record, Event& event);
void pack(EventId event, ActorId actor, QByteArrayView role, const QList<CitationId>& citations, ByteWriter& writer);
void pack(const Participation& row, ByteWriter& writer);
void unpack(QByteArrayView record, Participation& row);

/// Who takes part, without role and citations.
struct ParticipationView {
    EventId event;
    ActorId actor;
};
ParticipationView participationViewOf(QByteArrayView packedParticipation);

using EventList = PackedList<Event>;
using ParticipationList = PackedList<Participation>;

} // namespace entente::model
