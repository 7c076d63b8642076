#pragma once

#include "db/model/dossier.h"

#include <QSet>

namespace entente::pictures {

/// The words of a dossier that are written small somewhere: a capital alone does not make them names.
class OrdinaryWords {
public:
    explicit OrdinaryWords(const model::Dossier& dossier);

    bool contains(const QString& word) const { return m_words.contains(word.toLower()); }

private:
    QSet<QString> m_words;
};

/// Finds actors in texts: by their names, aliases and codes, and by words of their names that mean nobody else, "Duma"
/// for the State Duma. Names of one word are found as they are written, longer ones in small letters too.
class ActorNames {
public:
    struct Found {
        qsizetype start = 0, length = 0;
        model::ActorId actor;
    };

    ActorNames(const model::Dossier& dossier, OrdinaryWords ordinary);

    /// From left to right, the longest where several begin. O(n) for n letters, whatever the number of actors.
    QList<Found> in(const QString& text) const;

private:
    struct Name {
        QString text;
        model::ActorId actor;
        Qt::CaseSensitivity sensitivity = Qt::CaseSensitive;
        bool isPart = false; ///< a word of a longer name
    };

    void addNames(const model::Actor& actor, model::ActorId id);
    void addParts(const model::Dossier& dossier);
    void add(const QString& text, model::ActorId id, bool isPart);
    std::optional<Found> at(const QString& text, qsizetype start, const QString& word) const;
    bool isWithinName(const QString& text, qsizetype start, qsizetype end) const;

    OrdinaryWords m_ordinary;
    QHash<QString, QList<Name>> m_names; ///< by their first word in small letters
};

} // namespace entente::pictures
