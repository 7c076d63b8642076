#include "tests/store/support_names.h"

#include "db/store/fold.h"

#include <numeric>
#include <random>
#include <tuple>

namespace entente::store {

using namespace model;

namespace {

const QStringList words = {"treaty", "border", "north", "northern", "river", "of the north", "Tree",  "trust",
                           "Rhône",  "peace",  "pact",  "pact of",  "پیمان", "subtreaty",    "joint", "border-treaty"};

/// Made-up names; the same numbers on every machine.
class Names {
public:
    int below(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }
    QString next() {
        QString name = words[below(static_cast<int>(words.size()))];
        for (int more = below(4); more > 0; --more)
            name += ' ' + words[below(static_cast<int>(words.size()))];
        return below(3) == 0 ? name + QString(" %1").arg(below(30)) : name;
    }

private:
    std::mt19937 m_random{5};
};

void addEvents(Tables& tables, Names& names, int count) {
    for (int i = 0; i < count; ++i) {
        Event event =
            namedEvent(tables, names.next(), names.below(3) == 0 ? names.next() : QString(), 1 + names.below(5));
        if (names.below(10) > 0)
            event.claims.append(
                {1, *Edtf::parse(QString::number(1900 + names.below(100))), {}, {}, names.below(2) == 0, {}});
        if (names.below(4) == 0)
            event.summary = "It is said: peace, " + names.next();
        if (names.below(8) == 0)
            event.place = "Westminster";
        if (names.below(8) == 0)
            event.citations = {CitationId(names.below(2))};
        tables.events.append(event);
    }
}

void addOthers(Tables& tables, Names& names) {
    for (int i = 0; i < 30; ++i) {
        Actor actor;
        actor.key = QString("actor-%1").arg(i);
        actor.name = names.next();
        actor.shortName = i % 2 == 0 ? names.next() : QString();
        actor.summary = i % 5 == 0 ? "In peace" : "";
        for (int alias = i % 3; alias > 0; --alias)
            actor.aliases.append({"en", names.next()});
        tables.actors.append(actor);
        tables.sources.append(
            {QString("source-%1").arg(i), {}, names.next(), names.next(), "West press", {}, {}, {}, {}, {}});
    }
    tables.relationTypes.append(
        {"allies", "northern allies", "allies", false, LineForm::Plain, Tenor::Neutral, Meaning::Other});
    for (int i = 0; i < 20; ++i)
        tables.relationships.append({QString("tie-%1").arg(i),
                                     ActorId(i),
                                     ActorId(29 - i),
                                     RelationTypeId(0),
                                     i % 2 == 0 ? names.next() : QString(),
                                     {},
                                     {}});
}

constexpr int inText = 5, notFound = 6;

} // namespace

Event namedEvent(const Tables& tables, const QString& title, const QString& shortTitle, int importance) {
    Event event;
    event.key = QString("event-%1").arg(tables.events.size(), 7, 10, QChar('0'));
    event.title = title;
    event.shortTitle = shortTitle;
    event.importance = importance;
    return event;
}

DossierPointer crowd(int events) {
    Tables tables;
    Names names;
    tables.citations = {{"c-1", {}, {}, {}, "Quoted of peace in the west"}, {"c-2", {}, {}, {}, {}}};
    addEvents(tables, names, events);
    addOthers(tables, names);
    return std::make_shared<const Dossier>(tables);
}

PlainSearch::PlainSearch(const DossierPointer& dossier) : m_dossier(dossier) {
    for (const EventId event : dossier->eventsInOrder() + dossier->undatedEvents())
        add(event);
    for (qsizetype i = 0; i < dossier->tables().actors.size(); ++i)
        add(ActorId(i));
    for (qsizetype i = 0; i < dossier->tables().relationships.size(); ++i)
        add(RelationshipId(i));
    for (qsizetype i = 0; i < dossier->tables().sources.size(); ++i)
        add(SourceId(i));
}

void PlainSearch::add(Hit::Group group, const Subject& subject, const QString& title, const QStringList& others,
                      const QString& text, int importance) {
    Thing thing{{group, subject, title, {}, false}, folded(title), {}, folded(text), importance};
    for (const QString& other : others)
        if (!folded(other).isEmpty())
            thing.others.append(folded(other));
    m_things.append(thing);
}

void PlainSearch::add(EventId id) {
    const Event event = m_dossier->event(id);
    QString text = event.summary + ' ' + event.place;
    for (const CitationId citation : event.citations)
        text += ' ' + m_dossier->citation(citation).quotation;
    add(Hit::Group::Events, id, event.title, {event.shortTitle}, text, event.importance);
}

static QStringList otherNames(const Actor& actor) {
    QStringList names = {actor.shortName};
    for (const Alias& alias : actor.aliases)
        names.append(alias.text);
    return names;
}

void PlainSearch::add(ActorId id) {
    const Actor& actor = m_dossier->actor(id);
    add(Hit::Group::Actors, id, actor.name, otherNames(actor), actor.summary, 0);
}

void PlainSearch::add(RelationshipId id) {
    const Relationship& tie = m_dossier->relationship(id);
    const Actor& from = m_dossier->actor(tie.from);
    const Actor& to = m_dossier->actor(tie.to);
    const RelationType& type = m_dossier->typeOf(id);
    const QString label = tie.label.isEmpty() ? type.label : tie.label;
    add(Hit::Group::Ties, id, QStringList{from.name, label, to.name}.join(QString(" – ")),
        QStringList{type.label, type.inverseLabel} + otherNames(from) + otherNames(to), {}, 0);
}

void PlainSearch::add(SourceId id) {
    const Source& source = m_dossier->source(id);
    add(Hit::Group::Sources, id, source.title, {source.publisher, source.author}, {}, 0);
}

/// How well a thing answers: 0 is best.
int PlainSearch::rankOf(const Thing& thing, const QString& wanted) {
    const QStringList parts = wanted.split(' ');
    const QString others = thing.others.join('\n');
    const auto all = [&](const auto& holds) { return std::all_of(parts.begin(), parts.end(), holds); };
    const auto starts = [](const QString& text, const QString& word) {
        return (' ' + QString(text).replace('\n', ' ')).contains(' ' + word);
    };
    if (thing.name == wanted || thing.others.contains(wanted))
        return 0;
    if (thing.name.startsWith(wanted))
        return 1;
    if (all([&](const QString& word) { return starts(thing.name, word); }))
        return 2;
    if (all([&](const QString& word) { return starts(thing.name, word) || starts(others, word); }))
        return 3;
    if (all([&](const QString& word) { return thing.name.contains(word) || others.contains(word); }))
        return 4;
    const QString everything = thing.name + ' ' + others + ' ' + thing.text;
    return all([&](const QString& word) { return starts(everything, word); }) ? inText : notFound;
}

QList<Hit> PlainSearch::find(const QString& text, qsizetype limit) const {
    const QString wanted = folded(text);
    if (wanted.isEmpty())
        return {};
    QList<std::tuple<int, int, qsizetype>> order;
    for (qsizetype i = 0; i < m_things.size(); ++i)
        if (const int rank = rankOf(m_things[i], wanted); rank != notFound)
            order.append({rank, -m_things[i].importance, i});
    std::sort(order.begin(), order.end());
    QList<Hit> hits;
    for (const auto& [rank, importance, place] : order.first(std::min(limit, order.size()))) {
        hits.append(m_things[place].hit);
        hits.last().inText = rank == inText;
    }
    return hits;
}

QStringList PlainSearch::nearest(const QString& text) const {
    QList<std::tuple<int, Hit::Group, int, qsizetype, QString>> order;
    for (const Thing& thing : m_things) {
        if (thing.hit.group != Hit::Group::Events && thing.hit.group != Hit::Group::Actors)
            continue;
        for (const QString& name : QStringList{thing.name} + thing.others)
            order.append(
                {edits(folded(text), name), thing.hit.group, -thing.importance, order.size(), thing.hit.title});
    }
    std::sort(order.begin(), order.end());
    QStringList titles;
    for (const auto& [cost, group, importance, place, title] : order)
        if (titles.size() < 3 && !titles.contains(title))
            titles.append(title);
    return titles;
}

int edits(const QString& a, const QString& b) {
    const QString from = a.left(60), to = b.left(60);
    QList<int> row(to.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i));
        for (qsizetype j = 1; j <= to.size(); ++j) {
            const int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.last();
}

QString inWords(const QList<Hit>& hits) {
    const auto rowOf = [](const auto& id) {
        if constexpr (std::is_same_v<std::decay_t<decltype(id)>, std::monostate>)
            return -1;
        else
            return id.index;
    };
    QString lines;
    for (const Hit& hit : hits)
        lines += QString("%1 %2 %3 %4\n")
                     .arg(static_cast<int>(hit.group))
                     .arg(std::visit(rowOf, hit.subject))
                     .arg(hit.title, hit.inText ? "in a text" : "");
    return lines;
}

} // namespace entente::store
