#pragma once

#include "db/model/dossier.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace entente::store {

/// One thing found.
struct Hit {
    enum class Group : quint8 { Events, Actors, Ties, Sources };
    struct Match {
        qsizetype start = 0; ///< in `title`, UTF-16 units
        qsizetype length = 0;
    };

    Group group = Group::Events;
    model::Subject subject;
    QString title;        ///< what the thing is called
    QList<Match> matches; ///< where the words were found in it; empty if found by another name or in a text
    bool inText = false;  ///< found in a summary, place or quotation only
};

/// Finds events, actors, ties and sources by the words of their titles, names, aliases and labels; from one letter. All
/// words must occur. Order: the whole name, the start of a word, inside a word; titles before texts; then importance,
/// date, key. Summaries, places and quotations are searched after the titles, in dossiers of up to 100 000 events, and
/// of each thing the first 256 MiB divided by the number of things. Lives beside a dossier, never in it. Once made, it
/// may be used by many threads at once.
class Search {
public:
    /// Told how far the making is, 0 to 1, each percent at most once; by any thread, by one at a time.
    using Progress = std::function<void(double share)>;

    /// Reads all names with two threads: about 0.3 s for a million events. What was stopped knows a part of the names
    /// and is to be thrown away.
    explicit Search(model::DossierPointer dossier, const Progress& progress = {}, const std::stop_token& stop = {});
    ~Search();

    /// At most `limit` hits, best first. Empty if stopped.
    QList<Hit> find(const QString& text, int limit, const std::stop_token& stop = {}) const;
    /// At most `limit` hits of each group, best first. Empty if stopped.
    QList<Hit> findInEach(const QString& text, int limit, const std::stop_token& stop = {}) const;
    /// The titles of the three events or actors that are spelt most alike (edit distance of any of their names, of
    /// which the first 60 letters count; then events before actors, then importance, date, key), for when nothing is
    /// found. Empty if stopped.
    QStringList nearest(const QString& text, const std::stop_token& stop = {}) const;

private:
    class Index;
    std::unique_ptr<const Index> m_index;
};

} // namespace entente::store
