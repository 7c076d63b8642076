#include "tests/timeline/view/support_timeline.h"

#include "app/theme/style.h"

#include <QTest>

namespace entente::test {

using namespace model;

namespace {

Edtf date(const QString& text) {
    const auto parsed = Edtf::parse(text);
    Q_ASSERT(parsed);
    return *parsed;
}

void addEvent(Tables& tables, const QString& key, qsizetype theme, const QStringList& dates) {
    Event event;
    event.key = key;
    event.title = QStringLiteral("What is called %1").arg(key);
    event.shortTitle = key;
    event.kind = EventKindId(0);
    event.importance = 3 + static_cast<int>(tables.events.size() % 3);
    event.themes = {ThemeId(theme)};
    for (const QString& text : dates) {
        DateClaim claim;
        claim.position = static_cast<int>(event.claims.size()) + 1;
        claim.date = date(text);
        claim.preferred = event.claims.isEmpty();
        event.claims.append(claim);
    }
    tables.events.append(event);
}

Tables lanes(int count) {
    Tables tables;
    tables.head.title = QStringLiteral("Lanes");
    for (int i = 1; i <= count; ++i)
        tables.themes.append(
            {QStringLiteral("lane-%1").arg(i), QStringLiteral("Lane %1").arg(i), QStringLiteral("globe"), i, {}});
    tables.eventKinds.append({QStringLiteral("fact"), QStringLiteral("Fact"), Mark::Square, Tenor::Cooperation});
    return tables;
}

void addTie(Tables& tables) {
    for (const char* key : {"north", "south"}) {
        Actor actor;
        actor.key = actor.name = QString::fromLatin1(key);
        tables.actors.append(actor);
    }
    tables.relationTypes.append({QStringLiteral("allies"),
                                 QStringLiteral("allied with"),
                                 {},
                                 false,
                                 LineForm::Double,
                                 Tenor::Cooperation,
                                 Meaning::Other});
    tables.relationships.append({QStringLiteral("tie"), ActorId(0), ActorId(1), RelationTypeId(0), {}, {}, {}});
    Period period;
    period.key = QStringLiteral("tie-1");
    period.relationship = RelationshipId(0);
    period.from = {PeriodBound::Kind::Dated, date(QStringLiteral("2006-02-02"))};
    period.to = {PeriodBound::Kind::Dated, date(QStringLiteral("2014-03-03"))};
    tables.periods.append(period);
}

} // namespace

Day day(const QString& text) {
    return date(text).earliest().day;
}

Tables threeLanes() {
    Tables tables = lanes(3);
    tables.head.openingMoment = QStringLiteral("2013-07-01");
    addEvent(tables, "first", 0, {"2001-03-12"});
    addEvent(tables, "month", 0, {"2005-06"});
    addEvent(tables, "long", 0, {"2010-01-05/2012-04-06"});
    addEvent(tables, "close", 0, {"2018-05-08"});
    addEvent(tables, "closer", 0, {"2018-05-10"});
    addEvent(tables, "same", 0, {"2025-01-17"});
    addEvent(tables, "same-too", 0, {"2025-01-17"});
    addEvent(tables, "before", 1, {"[..2003]"});
    addEvent(tables, "contested", 1, {"2008-02-01", "2009-11-01"});
    addEvent(tables, "about", 1, {"2022-08~"});
    addEvent(tables, "lonely", 2, {"2008-04-04"});
    addEvent(tables, "undated", 1, {});
    addEvent(tables, "also-undated", 2, {});
    addTie(tables);
    tables.participations.append({EventId(0), ActorId(0), {}, {}});
    tables.eras.append({QStringLiteral("era"), QStringLiteral("An era"), date("2003/2011"), 1, {}, {}});
    return tables;
}

Tables manyLanes() {
    Tables tables = lanes(12);
    for (int i = 0; i < 12; ++i)
        addEvent(tables, QStringLiteral("event-%1").arg(i), i, {QStringLiteral("20%1-05-05").arg(10 + i)});
    return tables;
}

void prepareApplication() {
    QVERIFY(theme::loadFonts());
    QApplication::setStyle(new theme::Style(theme::Theme()));
}

Stage::Stage(Tables tables, QSize size) {
    view.setAnimated(false);
    view.resize(size);
    exploration.open(std::make_shared<const Dossier>(std::move(tables)));
    view.setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.size(), size);
}

void Stage::showAround(const QString& text, double days) {
    const double middle = static_cast<double>(day(text)) + 0.5;
    exploration.setSpan({middle - days / 2, middle + days / 2});
}

QPointF Stage::ground() const {
    const QRectF lanes = scene().lanes;
    for (double y = lanes.top() + 2; y < lanes.bottom(); y += 5)
        for (double x = lanes.left() + 2; x < lanes.right(); x += 7)
            if (timeline::hitTest(scene(), {x, y}).part == timeline::Hit::Part::Ground)
                return {x, y};
    return {};
}

const timeline::EventMark* Stage::markOf(const QString& key) const {
    for (const timeline::EventMark& mark : scene().marks)
        if (mark.event == event(key) && mark.inFrame && !mark.inPill)
            return &mark;
    return nullptr;
}

const timeline::Pill* Stage::pillOf(const QString& key) const {
    for (const timeline::Pill& pill : scene().pills)
        if (pill.members.contains(event(key)))
            return &pill;
    return nullptr;
}

} // namespace entente::test
