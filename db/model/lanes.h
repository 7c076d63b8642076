#pragma once

#include <QSet>
#include <QStringList>

#include <optional>

namespace entente::model {

/// By what events are sorted into lanes.
enum class LanesBy : quint8 { Theme, Actor, Kind, Source, Tenor };

/// Which lanes a timeline has, and how they stand. Lanes are named by the key of what they are sorted by, of a tenor by
/// its word; the lane of all other events by "".
struct LaneChoice {
    LanesBy by = LanesBy::Theme;
    QStringList order;       ///< the first lanes, topmost first; the rest follow in their own order
    QSet<QString> collapsed; ///< lanes that are one line low and name no event

    bool operator==(const LaneChoice&) const = default;
};

/// The word of a sorting ("theme"), as in dossiers and settings.
QString wordOf(LanesBy by);
/// The sorting of this word, or none.
std::optional<LanesBy> lanesByOf(const QString& word);

} // namespace entente::model
