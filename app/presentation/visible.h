#pragma once

#include "app/wording/wording.h"

#include <QSet>

namespace entente::presentation {

/// What the audience must not see yet: the one rule for all that this room draws.
struct Veil {
    std::optional<model::Day> horizon; ///< nothing later is shown; none: everything is
    bool dates = false;                ///< hides when things happened
    bool names = false;                ///< hides who they are

    bool operator==(const Veil&) const = default;
};

/// Whether a day may be shown.
bool isVisible(model::Day day, const Veil& veil);

/// Whether an event may be shown: it has certainly begun at the horizon. Undated ones only without a horizon.
bool isVisible(const model::Dossier& dossier, model::EventId event, const Veil& veil);

/// Whether the end of a date may be shown: an end that is known and not later than the horizon, or no horizon.
bool isEndVisible(const model::Extent& date, const Veil& veil);

/// Actors who take part in nothing that may be shown, but in something later; nobody without a horizon.
QSet<model::ActorId> laterActors(const model::Dossier& dossier, const Veil& veil);

/// The dated events that may be shown, in order of time.
QList<model::EventId> visibleEvents(const model::Dossier& dossier, const model::Filter& filter, const Veil& veil);

/// A tie as it may be shown; none if it begins later. That it will end is left out.
std::optional<model::Tie> visibleTie(const model::Tie& tie, const Veil& veil);

/// When an event happened, as far as it may be told: without an end or claims that are later, empty if nothing may.
QString visibleDate(const model::Dossier& dossier, model::EventId event, const Veil& veil,
                    const wording::Wording& wording);

/// A source as a footer names it: its publisher, author or title, and the date of publication only without a horizon.
QString visibleSource(const model::Source& source, const Veil& veil, const wording::Wording& wording);

/// An author's words: years are blotted out where dates are hidden, names of actors where names are.
QString visibleWords(const model::Dossier& dossier, const QString& text, const Veil& veil);

/// The last day that an axis reaches: the wanted one, but never past the horizon.
model::Day visibleLast(model::Day wanted, const Veil& veil);

} // namespace entente::presentation
