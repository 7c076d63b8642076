#include "tests/exploration/support_dossier.h"

namespace entente::test {

using namespace model;

namespace {

Edtf date(const QString& text) {
    const auto parsed = Edtf::parse(text);
    Q_ASSERT(parsed);
    return *parsed;
}

DateClaim claim(int position, const QString& text, bool preferred) {
    DateClaim row;
    row.position = position;
    row.date = date(text);
    row.preferred = preferred;
    return row;
}

void addEvent(Tables& tables, const QString& key, const QStringList& dates, qsizetype actor) {
    Event event;
    event.key = key;
    event.title = QStringLiteral("What is called %1").arg(key);
    event.kind = EventKindId(0);
    event.importance = 1 + static_cast<int>(tables.events.size() % 5);
    event.themes = {ThemeId(0)};
    for (const QString& text : dates)
        event.claims.append(claim(static_cast<int>(event.claims.size()) + 1, text, event.claims.isEmpty()));
    tables.participations.append({EventId(tables.events.size()), ActorId(actor), {}, {}});
    tables.events.append(event);
}

void addTie(Tables& tables, qsizetype from, qsizetype to, const QString& begin, const QString& end) {
    const qsizetype number = tables.relationships.size();
    tables.relationships.append(
        {QStringLiteral("tie-%1").arg(number), ActorId(from), ActorId(to), RelationTypeId(0), {}, {}, {}});
    Period period;
    period.key = QStringLiteral("tie-%1-1").arg(number);
    period.relationship = RelationshipId(number);
    period.from = {PeriodBound::Kind::Dated, date(begin)};
    period.to = end == QLatin1String("..") ? PeriodBound{PeriodBound::Kind::Open, {}}
                                           : PeriodBound{PeriodBound::Kind::Dated, date(end)};
    tables.periods.append(period);
}

void addStories(Tables& tables) {
    for (qsizetype story = 0; story < 2; ++story) {
        const QString key = QStringLiteral("story-%1").arg(story);
        tables.stories.append({key, key, {}, 10, static_cast<int>(story) + 1});
        for (int position = 1; position <= 3; ++position) {
            Scene scene;
            scene.key = QStringLiteral("%1-scene-%2").arg(key).arg(position);
            scene.story = StoryId(story);
            scene.position = position;
            scene.headline = QStringLiteral("Headline %1").arg(position);
            tables.scenes.append(scene);
        }
    }
}

} // namespace

Day day(const QString& text) {
    return date(text).earliest().day;
}

Tables smallTables() {
    Tables tables;
    tables.head.title = QStringLiteral("A small dossier");
    tables.themes.append({QStringLiteral("one"), QStringLiteral("One"), QStringLiteral("document"), 1, {}});
    tables.eventKinds.append({QStringLiteral("fact"), QStringLiteral("Fact"), Mark::Square, Tenor::Cooperation});
    for (const char* key : {"north", "south", "east", "west"}) {
        Actor actor;
        actor.key = QString::fromLatin1(key);
        actor.name = actor.key.toUpper();
        actor.kind = ActorKind::State;
        tables.actors.append(actor);
    }
    tables.relationTypes.append({QStringLiteral("allies"),
                                 QStringLiteral("allied with"),
                                 {},
                                 false,
                                 LineForm::Double,
                                 Tenor::Cooperation,
                                 Meaning::Other});
    addEvent(tables, "before", {"[..2007]"}, 3);
    addEvent(tables, "year", {"2010"}, 0);
    addEvent(tables, "long", {"2011-09-30/2014-12-08"}, 0);
    addEvent(tables, "month", {"2015-05"}, 1);
    addEvent(tables, "between", {"[2016-03-12..2016-03-22]"}, 1);
    addEvent(tables, "contested", {"2017-03-12", "2017-03-22"}, 2);
    addEvent(tables, "day", {"2018-01-17"}, 0);
    addEvent(tables, "after", {"[2019..]"}, 2);
    addEvent(tables, "undated", {}, 0);
    addEvent(tables, "also-undated", {}, 2);
    addTie(tables, 0, 1, "2011-01-01", "..");
    addTie(tables, 1, 2, "2012-06-05", "2018-02-03");
    addTie(tables, 2, 3, "2013-01-01", "..");
    tables.sources.append(
        {QStringLiteral("book"), QStringLiteral("book"), QStringLiteral("A book"), {}, {}, {}, {}, {}, {}, {}});
    tables.eras.append({QStringLiteral("era"), QStringLiteral("An era"), date("2012/2016"), 1, ActorId(0), {}});
    tables.placements.append({ActorId(1), {0.25, 0.5}});
    addStories(tables);
    return tables;
}

} // namespace entente::test
