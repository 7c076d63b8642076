#pragma once

#include <QHashFunctions>
#include <compare>

namespace entente::model {

/// A typed row number: the position of a thing in its list of one Dossier. Ids mean nothing outside the dossier (and
/// its successors made by `apply`) that they came from; what leaves the program is the key. -1 is "none".
template <typename Tag>
struct Id {
    qint32 index = -1;

    constexpr Id() = default;
    constexpr explicit Id(qsizetype position) : index(static_cast<qint32>(position)) {}
    constexpr bool isValid() const { return index >= 0; }
    // clang-tidy 14 takes the comparison for a null pointer.
    constexpr auto operator<=>(const Id&) const = default; // NOLINT(modernize-use-nullptr)
};

template <typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0) {
    return ::qHash(id.index, seed);
}

using SourceId = Id<struct SourceTag>;
using CitationId = Id<struct CitationTag>;
using ThemeId = Id<struct ThemeTag>;
using EventKindId = Id<struct EventKindTag>;
using EventId = Id<struct EventTag>;
using ActorId = Id<struct ActorTag>;
using RelationTypeId = Id<struct RelationTypeTag>;
using RelationshipId = Id<struct RelationshipTag>;
using PeriodId = Id<struct PeriodTag>;
using PerspectiveId = Id<struct PerspectiveTag>;
using EraId = Id<struct EraTag>;
using MediaId = Id<struct MediaTag>;
using StoryId = Id<struct StoryTag>;
using SceneId = Id<struct SceneTag>;

} // namespace entente::model
