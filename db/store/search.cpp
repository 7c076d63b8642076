#include "db/store/search.h"

#include <QCoreApplication>
#include <numeric>
#include <tuple>

namespace entente::store {

namespace {

/// One thing that can be found. All strings but the title are folded.
struct Entry {
    Hit::Group group;
    model::Subject subject;
    QString title;
    QString name;   ///< the title
    QString others; ///< short names, aliases; "\n" between
    QString text;   ///< summary, quotations
    int importance = 0;
    qsizetype order = 0;
    QString key;
};

/// How well an entry answers; smaller is better.
enum Rank : int { Whole, Beginning, WordStart, OtherWordStart, Inside, InText, NotFound };

bool startsWordIn(const QString& text, const QString& word) {
    return text.startsWith(word) || text.contains(' ' + word) || text.contains('\n' + word);
}

bool allOf(const QStringList& words, const std::function<bool(const QString&)>& holds) {
    return std::all_of(words.begin(), words.end(), holds);
}

Rank rankOf(const Entry& entry, const QString& wanted, const QStringList& words) {
    if (entry.name == wanted || entry.others.split('\n').contains(wanted))
        return Whole;
    if (entry.name.startsWith(wanted))
        return Beginning;
    if (allOf(words, [&](const QString& word) { return startsWordIn(entry.name, word); }))
        return WordStart;
    if (allOf(words,
              [&](const QString& word) { return startsWordIn(entry.name, word) || startsWordIn(entry.others, word); }))
        return OtherWordStart;
    if (allOf(words, [&](const QString& word) { return entry.name.contains(word) || entry.others.contains(word); }))
        return Inside;
    const auto anywhere = [&](const QString& word) {
        return startsWordIn(entry.text, word) || startsWordIn(entry.name, word) || startsWordIn(entry.others, word);
    };
    return allOf(words, anywhere) ? InText : NotFound;
}

/// Where the words stand in the title as written: the letters whose foldings make the word.
QList<Hit::Match> matchesIn(const QString& title, const QStringList& words) {
    QList<Hit::Match> matches;
    for (qsizetype start = 0; start < title.size(); ++start) {
        const bool wordStart = start == 0 || !title[start - 1].isLetterOrNumber();
        if (!wordStart || !title[start].isLetterOrNumber())
            continue;
        for (qsizetype length = 1; start + length <= title.size(); ++length) {
            const QString piece = folded(title.mid(start, length));
            if (words.contains(piece)) {
                matches.append({start, length});
                break;
            }
            const bool mayGrow =
                std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(piece); });
            if (!mayGrow)
                break;
        }
    }
    return matches;
}

/// Edit distance of two short texts (Wagner and Fischer, 1974).
qsizetype distance(const QString& a, const QString& b) {
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

class Search::Index {
public:
    explicit Index(model::DossierPointer dossier) : m_dossier(std::move(dossier)) {
        addEvents();
        addActors();
        addTies();
        addSources();
    }

    QList<Hit> find(const QString& text, int limit) const;
    QStringList nearest(const QString& text) const;

private:
    void add(Hit::Group group, const model::Subject& subject, const QString& title, const QStringList& others,
             const QString& text, int importance) {
        QStringList foldedOthers;
        for (const QString& other : others)
            foldedOthers.append(folded(other));
        m_entries.push_back({group, subject, title, folded(title), foldedOthers.join('\n'), folded(text), importance,
                             static_cast<qsizetype>(m_entries.size()), m_dossier->keyOf(subject)});
    }

    static QStringList namesOf(const model::Actor& actor) {
        QStringList names = {actor.shortName};
        for (const model::Alias& alias : actor.aliases)
            names.append(alias.text);
        return names;
    }

    void addEvents() {
        for (const model::EventId id : m_dossier->eventsInOrder() + m_dossier->undatedEvents()) {
            const model::Event& event = m_dossier->event(id);
            QString text = event.summary + ' ' + event.place;
            for (const model::CitationId citation : event.citations)
                text += ' ' + m_dossier->citation(citation).quotation;
            add(Hit::Group::Events, id, event.title, {event.shortTitle}, text, event.importance);
        }
    }

    void addActors() {
        for (qsizetype i = 0; i < m_dossier->tables().actors.size(); ++i) {
            const model::Actor& actor = m_dossier->tables().actors[i];
            add(Hit::Group::Actors, model::ActorId(i), actor.name, namesOf(actor), actor.summary, 0);
        }
    }

    void addTies() {
        for (qsizetype i = 0; i < m_dossier->tables().relationships.size(); ++i) {
            const model::Relationship& tie = m_dossier->tables().relationships[i];
            const model::RelationType& type = m_dossier->typeOf(model::RelationshipId(i));
            const QString label = tie.label.isEmpty() ? type.label : tie.label;
            const model::Actor& from = m_dossier->actor(tie.from);
            const model::Actor& to = m_dossier->actor(tie.to);
            const QString title =
                QCoreApplication::translate("entente::store::Search", "%1 – %2 – %3", "from, relation, to")
                    .arg(from.name, label, to.name);
            add(Hit::Group::Ties, model::RelationshipId(i), title,
                QStringList{type.label, type.inverseLabel} + namesOf(from) + namesOf(to), {}, 0);
        }
    }

    void addSources() {
        for (qsizetype i = 0; i < m_dossier->tables().sources.size(); ++i) {
            const model::Source& source = m_dossier->tables().sources[i];
            add(Hit::Group::Sources, model::SourceId(i), source.title, {source.publisher, source.author}, {}, 0);
        }
    }

    model::DossierPointer m_dossier;
    std::vector<Entry> m_entries;
};

QList<Hit> Search::Index::find(const QString& text, int limit) const {
    const QString wanted = folded(text);
    if (wanted.isEmpty())
        return {};
    const QStringList words = wanted.split(' ', Qt::SkipEmptyParts);
    struct Found {
        Rank rank;
        const Entry* entry;
    };
    std::vector<Found> found;
    for (const Entry& entry : m_entries)
        if (const Rank rank = rankOf(entry, wanted, words); rank != NotFound)
            found.push_back({rank, &entry});
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::tuple(a.rank, -a.entry->importance, a.entry->order) <
               std::tuple(b.rank, -b.entry->importance, b.entry->order);
    });
    QList<Hit> hits;
    for (const Found& one : found) {
        if (hits.size() == limit)
            break;
        hits.append({one.entry->group, one.entry->subject, one.entry->title, matchesIn(one.entry->title, words),
                     one.rank == InText});
    }
    return hits;
}

QStringList Search::Index::nearest(const QString& text) const {
    constexpr qsizetype longest = 60, count = 3;
    const QString wanted = folded(text).left(longest);
    std::vector<std::pair<qsizetype, QString>> names;
    for (const Entry& entry : m_entries) {
        if (entry.group != Hit::Group::Events && entry.group != Hit::Group::Actors)
            continue;
        for (const QString& name : QStringList{entry.name} + entry.others.split('\n', Qt::SkipEmptyParts))
            names.emplace_back(distance(wanted, name.left(longest)), entry.title);
    }
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QStringList titles;
    for (const auto& [cost, title] : names)
        if (titles.size() < count && !titles.contains(title))
            titles.append(title);
    return titles;
}

Search::Search(model::DossierPointer dossier) : m_index(std::make_unique<Index>(std::move(dossier))) {}

Search::~Search() = default;

QList<Hit> Search::find(const QString& text, int limit) const {
    return m_index->find(text, limit);
}

QStringList Search::nearest(const QString& text) const {
    return m_index->nearest(text);
}

} // namespace entente::store
