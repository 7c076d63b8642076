#pragma once

#include "db/model/packed_bytes.h"
#include "db/model/values.h"

namespace entente::model {

/// What stands at the front of an event's row, before dates and texts.
struct EventTraits {
    EventKindId kind;
    std::optional<Tenor> tenor;
    Certainty certainty = Certainty::Happened;
    int importance = lowestImportance;
    ThemeId firstTheme;
    qsizetype moreThemes = 0;
    ByteReader rest{QByteArrayView()}; ///< behind the first theme; valid as long as the row
};

/// Reads the front of a row, some ten nanoseconds.
EventTraits traitsOf(QByteArrayView packedEvent);

/// Calls use(theme) for each theme of an event, in order.
template <typename Use>
void eachTheme(const EventTraits& event, Use&& use) {
    if (event.firstTheme.isValid())
        use(event.firstTheme);
    ByteReader reader = event.rest;
    for (qsizetype i = 0; i < event.moreThemes; ++i)
        use(ThemeId(static_cast<qsizetype>(reader.number()) - 1));
}

/// Whether an event has a citation itself, for its tenor or for a date claim; and its summary, in which marks may
/// stand.
struct EventEvidence {
    bool isCited = false;
    QByteArrayView summary; ///< UTF-8; valid as long as the row
};

/// Reads past all of a row; O(length of the lists), no allocation.
EventEvidence evidenceIn(QByteArrayView packedEvent);

/// Whether a participation has a citation.
bool isCited(QByteArrayView packedParticipation);

} // namespace entente::model
