#include "db/model/filter_conditions.h"

namespace entente::model {

namespace {

using Field = Filter::Field;

/// Keys or words that a thing has in a field; a condition holds if one of them is among its values.
QStringList wordsIn(Field field, const Dossier& dossier, EventId id) {
    const Event& event = dossier.event(id);
    QStringList words;
    switch (field) {
    case Field::Tenor:
        return {wordOf(dossier.tenorOf(id))};
    case Field::Theme:
        for (const ThemeId theme : event.themes)
            words.append(dossier.theme(theme).key);
        return words;
    case Field::Actor:
        for (const Participation& row : dossier.participationsOf(id))
            words.append(dossier.actor(row.actor).key);
        return words;
    case Field::Kind:
        return {dossier.kindOf(id).key};
    case Field::Importance:
        return {QString::number(event.importance)};
    case Field::Certainty:
        return {wordOf(event.certainty)};
    case Field::Source:
        return {dossier.evidenceOf(id).isEmpty() ? QStringLiteral("no") : QStringLiteral("yes")};
    case Field::Lane:
        if (const ThemeId lane = dossier.laneOf(id); lane.isValid())
            words.append(dossier.theme(lane).key);
        return words;
    }
    return words;
}

/// Event kinds and relation types have a name space each: a kind that names no relation type says nothing of ties.
bool namesRelationType(const Filter::Condition& condition, const Dossier& dossier) {
    const QList<RelationType>& types = dossier.tables().relationTypes;
    return std::any_of(types.begin(), types.end(),
                       [&](const RelationType& type) { return condition.values.contains(type.key); });
}

/// The same for a tie; none where the condition speaks of events only.
std::optional<QStringList> wordsIn(const Filter::Condition& condition, const Dossier& dossier, RelationshipId id) {
    const Relationship& relationship = dossier.relationship(id);
    switch (condition.field) {
    case Field::Tenor:
        return QStringList{wordOf(dossier.tenorOf(id))};
    case Field::Kind:
        if (namesRelationType(condition, dossier))
            return QStringList{dossier.typeOf(id).key};
        return {};
    case Field::Actor: {
        QStringList keys;
        for (const ActorId actor : {relationship.from, relationship.to})
            if (actor.isValid())
                keys.append(dossier.actor(actor).key);
        return keys;
    }
    case Field::Source:
        return QStringList{dossier.evidenceOf(id).isEmpty() ? QStringLiteral("no") : QStringLiteral("yes")};
    default:
        return {};
    }
}

bool holds(const Filter::Condition& condition, const QStringList& words) {
    return holds(condition, std::any_of(words.begin(), words.end(),
                                        [&](const QString& word) { return speaksOf(condition, word); }));
}

} // namespace

bool speaksOf(const Filter::Condition& condition, const QString& word) {
    if (condition.comparison == Filter::Comparison::AtLeast)
        return word.toInt() >= condition.values.first().toInt();
    return condition.values.contains(word);
}

bool holds(const Filter::Condition& condition, bool anyWord) {
    return anyWord == (condition.comparison != Filter::Comparison::IsNot);
}

bool matches(const Filter& filter, const Dossier& dossier, EventId event) {
    const QList<Filter::Condition>& all = filter.conditions();
    return std::all_of(all.begin(), all.end(), [&](const Filter::Condition& condition) {
        return holds(condition, wordsIn(condition.field, dossier, event));
    });
}

bool matches(const Filter& filter, const Dossier& dossier, RelationshipId relationship) {
    const QList<Filter::Condition>& all = filter.conditions();
    return std::all_of(all.begin(), all.end(), [&](const Filter::Condition& condition) {
        const auto words = wordsIn(condition, dossier, relationship);
        return !words || holds(condition, *words);
    });
}

bool mayOverlap(const Dossier& dossier, EventId event, std::optional<Day> from, std::optional<Day> to) {
    if (!from && !to)
        return true;
    const auto claim = dossier.claimInUse(event);
    if (!claim || !sortDayOf(dossier, event))
        return false;
    const Bound earliest = claim->date.earliest();
    const Bound latest = claim->date.latest();
    const bool endsBefore = from && latest.isKnown() && latest.day < *from;
    const bool startsAfter = to && earliest.isKnown() && earliest.day > *to;
    return !endsBefore && !startsAfter;
}

} // namespace entente::model
