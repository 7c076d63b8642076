#include "app/timeline/layout/lanes.h"

#include <QTest>

using namespace entente;
using namespace entente::timeline;
using model::Filter;
using model::LaneChoice;
using model::LanesBy;

/// Which lanes there are and which events stand in them, as text: "name: events" from the top.
class TestLanes : public QObject {
    Q_OBJECT

private slots:
    void eventsStandInOneLane_data();
    void eventsStandInOneLane();
    void manyActorsAreJoined();
    void aDossierOfNothingHasOneLane_data();
    void aDossierOfNothingHasOneLane();
    void excludingAllLeavesOne();
};

Q_DECLARE_METATYPE(model::LaneChoice)

namespace {

model::CitationId cite(model::Tables& tables, int source) {
    model::Citation citation;
    citation.key = QStringLiteral("citation-%1").arg(tables.citations.size());
    citation.source = model::SourceId(source);
    tables.citations.append(citation);
    return model::CitationId(tables.citations.size() - 1);
}

void takePart(model::Tables& tables, qsizetype event, qsizetype actor) {
    model::Participation row;
    row.event = model::EventId(event);
    row.actor = model::ActorId(actor);
    tables.participations.append(row);
}

model::Event eventOf(const QString& key, int theme, int kind) {
    model::Event event;
    event.key = event.title = key;
    if (theme >= 0)
        event.themes = {model::ThemeId(theme)};
    if (kind >= 0)
        event.kind = model::EventKindId(kind);
    model::DateClaim claim;
    claim.date = *model::Edtf::parse(u"2020-01-01");
    event.claims = {claim};
    return event;
}

/// Two lanes and a theme that joins the second, three kinds of which one is not used, three actors, three sources.
model::Tables someTables() {
    model::Tables tables;
    tables.head.title = "Dossier";
    tables.themes = {
        {"trade", "Trade", "coin", 2, {}}, {"war", "War", "sword", 1, {}}, {"raid", "Raid", "", 3, model::ThemeId(1)}};
    tables.eventKinds = {{"talk", "Talk", model::Mark::Disc, model::Tenor::Cooperation},
                         {"feast", "Feast", model::Mark::Disc, model::Tenor::Neutral},
                         {"fight", "Fight", model::Mark::Star, model::Tenor::Conflict}};
    for (const char* key : {"rome", "athens", "sparta"}) {
        model::Actor actor;
        actor.key = key;
        actor.name = actor.key.toUpper();
        tables.actors.append(actor);
        model::Source source;
        source.key = QStringLiteral("source-") + key;
        source.title = QStringLiteral("On ") + key;
        tables.sources.append(source);
    }
    model::Event a = eventOf("a", 0, 0), b = eventOf("b", 1, 2), c = eventOf("c", 2, 2), d = eventOf("d", -1, -1);
    a.citations = {cite(tables, 1), cite(tables, 0)};
    a.summary = "Between the title and the citations.";
    a.place = "Here";
    b.claims[0].citations = {cite(tables, 1)};
    c.citations = {cite(tables, 2)};
    c.tenor = model::Tenor::Pressure;
    for (const model::Event& event : {a, b, c, d})
        tables.events.append(event);
    takePart(tables, 0, 2);
    takePart(tables, 0, 1);
    takePart(tables, 1, 1);
    takePart(tables, 2, 1);
    takePart(tables, 2, 2);
    return tables;
}

QStringList dump(const model::Dossier& dossier, const Lanes& lanes) {
    QStringList lines;
    for (const LaneHead& head : lanes.heads())
        lines.append(head.name + (head.collapsed ? "-:" : ":"));
    QString none = "none:";
    for (qsizetype i = 0; i < dossier.tables().events.size(); ++i) {
        const model::EventId event(i);
        const auto lane = lanes.laneOf(event, dossier.view(event));
        (lane ? lines[*lane] : none) += ' ' + dossier.keyOf(event);
    }
    return none == "none:" ? lines : lines << none;
}

const LaneWords words{"Others", {}};

} // namespace

void TestLanes::eventsStandInOneLane_data() {
    QTest::addColumn<LaneChoice>("choice");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("theme") << LaneChoice() << "" << QStringList{"War: b c", "Trade: a", "Others: d"};
    QTest::newRow("kind") << LaneChoice{LanesBy::Kind, {}, {}} << ""
                          << QStringList{"Talk: a", "Fight: b c", "Others: d"};
    QTest::newRow("tenor") << LaneChoice{LanesBy::Tenor, {}, {}} << ""
                           << QStringList{"cooperation: a", "pressure: c", "conflict: b", "neutral: d"};
    QTest::newRow("the first participant")
        << LaneChoice{LanesBy::Actor, {}, {}} << "" << QStringList{"ATHENS: b c", "SPARTA: a", "Others: d"};
    QTest::newRow("the first source, of the event before the claim's")
        << LaneChoice{LanesBy::Source, {}, {}} << "" << QStringList{"On athens: a b", "On sparta: c", "Others: d"};
    QTest::newRow("order") << LaneChoice{LanesBy::Theme, {"trade"}, {}} << ""
                           << QStringList{"Trade: a", "War: b c", "Others: d"};
    QTest::newRow("order with lanes that are gone")
        << LaneChoice{LanesBy::Theme, {"gone", "trade"}, {}} << "" << QStringList{"Trade: a", "War: b c", "Others: d"};
    QTest::newRow("collapsed") << LaneChoice{LanesBy::Theme, {}, {"war", ""}} << ""
                               << QStringList{"War-: b c", "Trade: a", "Others-: d"};
    QTest::newRow("excluded") << LaneChoice() << "lane!=war" << QStringList{"Trade: a", "Others: d", "none: b c"};
    QTest::newRow("not among those asked for") << LaneChoice() << "lane=war" << QStringList{"War: b c", "none: a d"};
    QTest::newRow("an actor who comes second")
        << LaneChoice{LanesBy::Actor, {}, {}} << "actor=sparta" << QStringList{"ATHENS: b c", "SPARTA: a", "Others: d"};
    QTest::newRow("an actor who is left out")
        << LaneChoice{LanesBy::Actor, {}, {}} << "actor!=athens" << QStringList{"SPARTA: a", "Others: d", "none: b c"};
    QTest::newRow("of another field") << LaneChoice() << "kind!=talk"
                                      << QStringList{"War: b c", "Trade: a", "Others: d"};
    QTest::newRow("excluded kind") << LaneChoice{LanesBy::Kind, {}, {}} << "kind!=talk"
                                   << QStringList{"Fight: b c", "Others: d", "none: a"};
}

void TestLanes::eventsStandInOneLane() {
    QFETCH(LaneChoice, choice);
    QFETCH(QString, filter);
    const model::Dossier dossier(someTables());
    QTEST(dump(dossier, Lanes(dossier, choice, *Filter::parse(filter), words)), "expected");
}

void TestLanes::manyActorsAreJoined() {
    model::Tables tables;
    constexpr qsizetype many = 40;
    for (qsizetype i = 0; i < many; ++i) {
        model::Actor actor;
        actor.key = actor.name = QStringLiteral("actor-%1").arg(i);
        tables.actors.append(actor);
    }
    // The later an actor, the more events.
    for (qsizetype actor = 0; actor < many; ++actor)
        for (qsizetype i = 0; i <= actor; ++i) {
            tables.events.append(eventOf(QStringLiteral("event-%1").arg(tables.events.size()), -1, -1));
            takePart(tables, tables.events.size() - 1, actor);
        }
    const model::Dossier dossier(std::move(tables));
    const Lanes lanes(dossier, {LanesBy::Actor, {}, {}}, {}, words);
    QCOMPARE(lanes.heads().size(), 24);
    QCOMPARE(lanes.heads().first().name, "actor-39");
    QCOMPARE(lanes.heads()[22].name, "actor-17");
    QCOMPARE(lanes.heads().last().name, "Others");
    qsizetype others = 0;
    for (qsizetype i = 0; i < dossier.tables().events.size(); ++i)
        others += lanes.laneOf(model::EventId(i), dossier.view(model::EventId(i))) == 23;
    QCOMPARE(others, 17 * 18 / 2);
}

void TestLanes::aDossierOfNothingHasOneLane_data() {
    QTest::addColumn<LaneChoice>("choice");
    for (const LanesBy by : {LanesBy::Theme, LanesBy::Actor, LanesBy::Kind, LanesBy::Source})
        QTest::newRow(qPrintable(model::wordOf(by))) << LaneChoice{by, {"x"}, {"y"}};
}

void TestLanes::aDossierOfNothingHasOneLane() {
    QFETCH(LaneChoice, choice);
    model::Tables tables;
    tables.head.title = "Dossier";
    const model::Dossier dossier(std::move(tables));
    QCOMPARE(dump(dossier, Lanes(dossier, choice, {}, words)), QStringList{"Dossier:"});
}

void TestLanes::excludingAllLeavesOne() {
    const model::Dossier dossier(someTables());
    const Lanes lanes(dossier, {LanesBy::Kind, {}, {}}, *Filter::parse(u"kind=feast"), words);
    QCOMPARE(dump(dossier, lanes), (QStringList{"Others: d", "none: a b c"}));
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
