#pragma once

#include "db/store/search.h"

namespace entente::store {

/// An undated event of these names, with a key of its own among those of the tables.
model::Event namedEvent(const model::Tables& tables, const QString& title, const QString& shortTitle, int importance);

/// A dossier of so many events, and of some actors, ties and sources, whose names share their words, with dates, other
/// names, summaries, places and quotations.
model::DossierPointer crowd(int events);

/// What the search promises, in the plainest way: every thing is read and all answers are sorted.
class PlainSearch {
public:
    explicit PlainSearch(const model::DossierPointer& dossier);

    QList<Hit> find(const QString& text, qsizetype limit) const;
    QStringList nearest(const QString& text) const;

private:
    /// A thing with its folded names.
    struct Thing {
        Hit hit;
        QString name;
        QStringList others;
        QString text;
        int importance = 0;
    };
    static int rankOf(const Thing& thing, const QString& wanted);
    void add(Hit::Group group, const model::Subject& subject, const QString& title, const QStringList& others,
             const QString& text, int importance);
    void add(model::EventId id);
    void add(model::ActorId id);
    void add(model::RelationshipId id);
    void add(model::SourceId id);

    model::DossierPointer m_dossier;
    QList<Thing> m_things;
};

/// Edit distance by the whole matrix (Wagner and Fischer, 1974) of the first sixty letters.
int edits(const QString& a, const QString& b);

/// Hits a line each, for comparison.
QString inWords(const QList<Hit>& hits);

} // namespace entente::store
