#pragma once

#include "db/model/dossier.h"

#include <memory>

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
    bool inText = false;  ///< found in a summary or quotation only
};

/// A text as it is compared: compatibility forms and marks dropped, case folded, Arabic letters with several code
/// points made one, everything but letters and digits a blank.
QString folded(const QString& text);

/// Finds events, actors, ties and sources by the words of their titles, names, aliases and labels; from one letter. All
/// words must occur. Order: the whole name, the start of a word, inside a word; titles before texts; then importance,
/// date, key. Summaries and quotations are searched after the titles. Lives beside a dossier, never in it; may be used
/// by one thread at a time.
class Search {
public:
    explicit Search(model::DossierPointer dossier);
    ~Search();

    /// At most `limit` hits, best first.
    QList<Hit> find(const QString& text, int limit) const;
    /// The three names that are spelt most alike, for when nothing is found.
    QStringList nearest(const QString& text) const;

private:
    class Index;
    std::unique_ptr<Index> m_index;
};

} // namespace entente::store
