#include "app/wording/date_record.h"
#include "app/wording/wording.h"
#include "tests/wording/support_story.h"

#include <QJsonArray>
#include <QTest>

using namespace entente;
using wording::CitationStyle;
using wording::Style;
using wording::Wording;

/// Ties, sources, marked texts and what is read out.
class TestThingWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void readsTiesOut_data();
    void readsTiesOut();
    void namesEveryValue();
    void splitsMarkedTexts();
    void removesMarks();
    void citesSources_data();
    void citesSources();
    void readsEventsOut();
    void describesPictures();
    void describesManyEventsByTheMostImportant();
    void recordsDates();
    void recordsErrors();

private:
    test::EnglishPlurals m_plurals;
    Wording m_wording;
};

void TestThingWords::initTestCase() {
    QVERIFY(QCoreApplication::installTranslator(&m_plurals));
}

/// A dossier with one relationship of one period, and the tie that shows it.
static std::pair<model::DossierPointer, model::Tie> tieOf(const QString& from, const QString& to, bool directed) {
    model::Tables tables = test::dossierOf({})->tables();
    model::RelationType type;
    type.key = "treaty";
    type.label = "treaty party";
    type.directed = directed;
    tables.relationTypes.append(type);
    model::Relationship relationship;
    relationship.key = "north-south";
    relationship.from = model::ActorId(0);
    relationship.to = model::ActorId(1);
    relationship.type = model::RelationTypeId(0);
    tables.relationships.append(relationship);
    model::Period period;
    period.key = "north-south-1";
    period.relationship = model::RelationshipId(0);
    period.from = test::periodBound(from);
    period.to = test::periodBound(to);
    period.state = model::PeriodState::InForce;
    tables.periods.append(period);
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    const QList<model::Tie> ties = model::tiesAt(*dossier, model::dayOf(2010, 1, 1), {}, true);
    return {dossier, ties.value(0)};
}

void TestThingWords::readsTiesOut_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("directed");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* from, const char* to, bool directed, const char* words) {
        QTest::newRow(words) << QString(from) << QString(to) << directed << QString(words);
    };
    row("2001-03-12", "..", false, "North and South: treaty party, in force, since 12 Mar 2001");
    row("2001-03-12", "..", true, "North to South: treaty party, in force, since 12 Mar 2001");
    row("2001", "2025-10", false, "North and South: treaty party, in force, 2001 – Oct 2025");
    row("2001", "", false, "North and South: treaty party, in force, possible, from 2001, end unknown");
    row("2001", "2005", false, "North and South: treaty party, ended, 2001 – 2005");
}

void TestThingWords::readsTiesOut() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, directed);
    const auto [dossier, tie] = tieOf(from, to, directed);
    QTEST(m_wording.tie(*dossier, tie), "words");
}

template <typename E, typename Words>
static QStringList wordsOfAll(int count, Words words) {
    QStringList all;
    for (int value = 0; value < count; ++value)
        all.append(words(static_cast<E>(value)));
    return all;
}

void TestThingWords::namesEveryValue() {
    const Wording& w = m_wording;
    QCOMPARE(wordsOfAll<model::Tenor>(4, [&](auto value) { return w.tenor(value); }),
             QStringList({"Cooperation", "Pressure", "Conflict", "Neutral"}));
    QCOMPARE(wordsOfAll<model::PeriodState>(7, [&](auto value) { return w.state(value); }),
             QStringList({"proposed", "signed, not in force", "in force", "suspended", "alleged", "disputed", "held"}));
    QCOMPARE(wordsOfAll<model::Stance>(5, [&](auto value) { return w.stance(value); }),
             QStringList({"supports", "opposes", "concerned", "mixed", "neutral"}));
    QCOMPARE(wordsOfAll<model::Certainty>(4, [&](auto value) { return w.certainty(value); }),
             QStringList({"happened", "claimed", "an assessment", "expected"}));
    QCOMPARE(wordsOfAll<model::ActorKind>(6, [&](auto value) { return w.actorKind(value); }),
             QStringList({"State", "Person", "Organisation", "Bloc", "Group", "Agreement"}));
    QCOMPARE(wordsOfAll<model::Presence>(3, [&](auto value) { return w.presence(value); }),
             QStringList({"ended", "possible", "certain"}));
}

void TestThingWords::splitsMarkedTexts() {
    const auto dossier = test::dossierOf({});
    const auto pieces =
        m_wording.markedText(*dossier, "It was signed.[^gazette-3] Later[^nobody] it held.[^gazette-3]");
    QCOMPARE(pieces.size(), 4);
    QCOMPARE(pieces[0].text, "It was signed.");
    QVERIFY(!pieces[0].citation.isValid());
    QCOMPARE(pieces[1].citation, model::CitationId(0));
    QCOMPARE(pieces[2].text, " Later[^nobody] it held."); // a mark of no citation stays what it is
    QCOMPARE(pieces[3].citation, model::CitationId(0));
    QVERIFY(m_wording.markedText(*dossier, {}).isEmpty());
}

void TestThingWords::removesMarks() {
    QCOMPARE(m_wording.withoutMarks("It was signed.[^gazette-3] It held.[^a1]"), "It was signed. It held.");
    QCOMPARE(m_wording.withoutMarks("[^ not a mark] [^]"), "[^ not a mark] [^]");
}

void TestThingWords::citesSources_data() {
    QTest::addColumn<CitationStyle>("style");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << CitationStyle::Plain
                           << "A. Writer. Gazette & {Post}. Post House. 18 Jan 2025. p. 3. https://example.org/a_b.";
    QTest::newRow("footnote") << CitationStyle::Footnote
                              << "A. Writer, “Gazette & {Post}”, Post House, 18 Jan 2025, p. 3, "
                                 "https://example.org/a_b.";
    QTest::newRow("BibTeX") << CitationStyle::BibTeX
                            << "@misc{gazette,\n  title = {Gazette \\& Post},\n  author = {A. Writer},\n  publisher = "
                               "{Post House},\n  date = {2025-01-18},\n  pages = {p. 3},\n  url = "
                               "{https://example.org/a_b}\n}";
}

void TestThingWords::citesSources() {
    QFETCH(CitationStyle, style);
    QTEST(m_wording.citationText(*test::dossierOf({}), model::CitationId(0), style), "words");
}

void TestThingWords::readsEventsOut() {
    const auto dossier = test::dossierOf({{"2025-01-17"}, {"2001-03-12", "2001-03-22"}, {}});
    QCOMPARE(m_wording.accessibleName(*dossier, model::EventId(0), true),
             "17 January 2025, Event 1, Cooperation, Treaties lane, selected");
    QCOMPARE(m_wording.accessibleName(*dossier, model::EventId(1), false),
             "12 or 22 March 2001, Event 2, Cooperation, Treaties lane");
    QCOMPARE(m_wording.accessibleName(*dossier, model::EventId(2), false),
             "undated, Event 3, Cooperation, Treaties lane");
}

void TestThingWords::describesPictures() {
    const auto dossier = test::dossierOf({{"2025-01-17"}, {"2001-03-12", "2001-03-22"}});
    QCOMPARE(m_wording.description(*dossier, dossier->eventsInOrder(), "2001–2025"),
             "Treaties, 2001–2025. 2 events. 12 or 22 Mar 2001: Event 2. 17 Jan 2025: Event 1.");
}

void TestThingWords::describesManyEventsByTheMostImportant() {
    QList<QStringList> claims;
    for (int year = 2000; year < 2020; ++year)
        claims.append({QString::number(year)});
    model::Tables tables = test::dossierOf(claims)->tables();
    model::Event important = tables.events[15];
    important.importance = model::keyImportance;
    tables.events.replace(15, important);
    const model::Dossier dossier(tables);
    const QString words = m_wording.description(dossier, dossier.eventsInOrder(), {});
    QVERIFY(words.startsWith("Treaties. 20 events. The most important: 2000: Event 1."));
    QVERIFY(words.endsWith("2010: Event 11. 2015: Event 16."));
}

void TestThingWords::recordsDates() {
    const QJsonObject record = wording::dateRecord("?2004-06-~11", m_wording);
    QCOMPARE(record["input"].toString(), "?2004-06-~11");
    QCOMPARE(record["valid"].toBool(), true);
    QVERIFY(record["error"].isNull());
    QCOMPARE(record["earliest"].toString(), "2004-06-11");
    QCOMPARE(record["latest"].toString(), "2004-06-11");
    QCOMPARE(record["start"].toString(), "known");
    QCOMPARE(record["precision"].toString(), "day");
    QCOMPARE(record["uncertain"].toArray(), QJsonArray{"year"});
    QCOMPARE(record["approximate"].toArray(), QJsonArray{"day"});
    QCOMPARE(record["words"].toString(), "11 June 2004 (day approximate, year uncertain)");
    const QJsonObject open = wording::dateRecord("2018-05-08/..", m_wording);
    QVERIFY(open["latest"].isNull());
    QCOMPARE(open["end"].toString(), "open");
    QCOMPARE(wording::dateRecord("2018/", m_wording)["end"].toString(), "unknown");
    QCOMPARE(wording::dateRecord("-0043-03-15", m_wording)["earliest"].toString(), "-0043-03-15");
}

void TestThingWords::recordsErrors() {
    const QJsonObject record = wording::dateRecord("1985-13", m_wording);
    QCOMPARE(record["valid"].toBool(true), false);
    QCOMPARE(record["error"]["column"].toInt(), 6);
    QVERIFY(!record["error"]["message"].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestThingWords)
#include "tst_thing_words.moc"
