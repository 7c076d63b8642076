#include "tests/model/support_ties.h"

#include <QFile>
#include <QTest>

using namespace entente::model;
using namespace entente::test;

/// Who stands where on a day: periods that hold, may hold or have ended, agreements as ties and as nodes.
class TestNetwork : public QObject {
    Q_OBJECT

private slots:
    void tellsPresence_data();
    void tellsPresence();
    void tellsEnds_data();
    void tellsEnds();
    void drawsOneDay_data();
    void drawsOneDay();
    void givesTiesTheirLooks();
    void namesWhatATieSelects();
    void expandsAgreements_data();
    void expandsAgreements();
    void listsRecords();
    void listsAllTies();
    void listsDaysOfChange();
    void copesWithNothing();
};

static PeriodBound boundOf(const QString& text) {
    if (text.isEmpty())
        return {};
    if (text == "..")
        return {PeriodBound::Kind::Open, {}};
    return {PeriodBound::Kind::Dated, *Edtf::parse(text)};
}

static Period periodOf(const QString& from, const QString& to) {
    Period period;
    period.from = boundOf(from);
    period.to = boundOf(to);
    return period;
}

static QString presenceText(const Period& period, Day on) {
    const QStringList words = {"none", "possible", "certain"};
    const QString presence = words[static_cast<qsizetype>(presenceOn(period, on))];
    return hasEnded(period, on) ? presence + " ended" : presence;
}

void TestNetwork::tellsPresence_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected"); // day presence, day presence
    const auto row = [](const char* name, const char* from, const char* to, const char* expected) {
        QTest::newRow(name) << from << to << expected;
    };
    row("two days", "2001-03-12", "2010-05-01",
        "2001-03-11 none, 2001-03-12 certain, 2010-04-30 certain, 2010-05-01 none ended");
    row("one day", "2001-03-12", "2001-03-12", "2001-03-11 none, 2001-03-12 certain, 2001-03-13 none ended");
    row("one day of a year", "2001", "2001",
        "2000-12-31 none, 2001-01-01 possible, 2001-12-31 possible, 2002-01-01 none ended");
    row("one day of two", "[2001-03-12,2001-03-14]", "[2001-03-12,2001-03-14]",
        "2001-03-11 none, 2001-03-12 possible, 2001-03-14 possible, 2001-03-15 none ended");
    row("vague start", "2001", "2010-05-01",
        "2000-12-31 none, 2001-01-01 possible, 2001-12-30 possible, 2001-12-31 certain, 2010-04-30 certain, "
        "2010-05-01 none ended");
    row("vague end", "2001-03-12", "2010",
        "2009-12-31 certain, 2010-01-01 possible, 2010-12-30 possible, 2010-12-31 none ended");
    row("start and end overlap", "2001", "2001-06",
        "2000-12-31 none, 2001-01-01 possible, 2001-06-15 possible, 2001-06-29 possible, 2001-06-30 none ended");
    row("qualifiers do not pad", "2001-03-12~", "2010-05-01%",
        "2001-03-11 none, 2001-03-12 certain, 2010-04-30 certain, 2010-05-01 none ended");
    row("season to decade", "1999-24", "201X",
        "1999-11-30 none, 1999-12-01 possible, 2000-02-28 possible, 2000-02-29 certain, 2009-12-31 certain, "
        "2010-01-01 possible, 2019-12-30 possible, 2019-12-31 none ended");
    row("before the common era", "-0043-03-15", "-0030", "-0043-03-14 none, -0043-03-15 certain, -0030-01-01 possible");
    row("open end", "2001-03-12", "..", "2001-03-11 none, 2001-03-12 certain, 9999-12-31 certain");
    row("open start", "..", "2010-05-01", "-9999-01-01 certain, 2010-04-30 certain, 2010-05-01 none ended");
    row("open on both sides", "..", "..", "-9999-01-01 certain, 9999-12-31 certain");
    row("unknown end", "2001-03-12", "",
        "2001-03-11 none, 2001-03-12 certain, 2001-03-13 possible, 9999-12-31 possible");
    row("unknown end of a vague start", "2001", "",
        "2000-12-31 none, 2001-12-30 possible, 2001-12-31 certain, 2002-01-01 possible");
    row("unknown start", "", "2010-05-01", "-9999-01-01 possible, 2010-04-30 possible, 2010-05-01 none ended");
    row("nothing known", "", "", "-9999-01-01 possible, 9999-12-31 possible");
    row("open start, unknown end", "..", "", "-9999-01-01 possible, 9999-12-31 possible");
    row("unknown start, open end", "", "..", "-9999-01-01 possible, 9999-12-31 possible");
    row("start not after", "[..2001-03-12]", "2010-05-01",
        "-9999-01-01 possible, 2001-03-11 possible, 2001-03-12 certain, 2010-05-01 none ended");
    row("start not before", "[2001-03-12..]", "..", "2001-03-11 none, 2001-03-12 possible, 9999-12-31 possible");
    row("end not after", "2001-03-12", "[..2010-05-01]",
        "2001-03-11 none, 2001-03-12 possible, 2010-04-30 possible, 2010-05-01 none ended");
    row("end not before", "2001-03-12", "[2010-05-01..]",
        "2001-03-12 certain, 2010-04-30 certain, 2010-05-01 possible, 9999-12-31 possible");
    row("start of no information", "XXXX", "2010-05-01", "1900-01-01 possible, 2010-05-01 none ended");
}

void TestNetwork::tellsPresence() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, expected);
    const Period period = periodOf(from, to);
    QStringList found;
    for (const QString& entry : expected.split(", ")) {
        const QString on = entry.section(' ', 0, 0);
        found.append(on + ' ' + presenceText(period, day(on)));
    }
    QCOMPARE(found.join(", "), expected);
}

void TestNetwork::tellsEnds_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::newRow("days") << "2001-03-12"
                          << "2010-05-01"
                          << "2001-03-12"
                          << "2010-05-01";
    QTest::newRow("vague") << "2001"
                           << "2010-05"
                           << "2001-01-01"
                           << "2010-05-31";
    QTest::newRow("one day") << "2001-03-12"
                             << "2001-03-12"
                             << "2001-03-12"
                             << "2001-03-13";
    QTest::newRow("open") << ".."
                          << ".."
                          << "none"
                          << "none";
    QTest::newRow("unknown") << ""
                             << ""
                             << "none"
                             << "none";
    QTest::newRow("half-open sets") << "[..2001]"
                                    << "[2010..]"
                                    << "none"
                                    << "none";
}

void TestNetwork::tellsEnds() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    const Period period = periodOf(from, to);
    const auto text = [](std::optional<Day> day) { return day ? isoText(*day) : QStringLiteral("none"); };
    QTEST(text(possibleStart(period)), "start");
    QTEST(text(certainEnd(period)), "end");
    QCOMPARE(period.from.text(), from);
    QCOMPARE(period.to.text(), to);
}

void TestNetwork::drawsOneDay_data() {
    for (const char* column : {"ties", "moment", "options", "expected"})
        QTest::addColumn<QString>(column);
    QFile file(QString(ENTENTE_TEST_DATA) + "/model/networks.txt");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList blocks = QString::fromUtf8(file.readAll()).split("\n\n").mid(1);
    QVERIFY(blocks.size() >= 20);
    for (const QString& block : blocks) {
        const QStringList moments = block.trimmed().split("\n@ ");
        const QString title = moments[0].section('\n', 0, 0).mid(2);
        for (const QString& moment : moments.mid(1)) {
            const QString head = moment.section('\n', 0, 0);
            QString expected = moment.section('\n', 1);
            if (!expected.isEmpty() && !expected.endsWith('\n'))
                expected += '\n';
            QTest::newRow(qPrintable(title + ", " + head))
                << moments[0].section('\n', 1) << head.section(' ', 0, 0) << head.section(' ', 1) << expected;
        }
    }
}

void TestNetwork::drawsOneDay() {
    QFETCH(QString, ties);
    QFETCH(QString, moment);
    QFETCH(QString, options);
    const Dossier dossier = dossierOfTies(ties);
    NetworkOptions wanted;
    QStringList conditions;
    for (const QString& option : options.split(' ', Qt::SkipEmptyParts))
        if (option == "no-ended")
            wanted.showEnded = false;
        else if (option.startsWith("expanded="))
            wanted.expanded.insert(std::get<ActorId>(dossier.find(option.section('=', 1))));
        else
            conditions.append(option);
    const auto filter = Filter::parse(conditions.join(' '));
    QVERIFY(filter);
    const Network network = networkAt(dossier, day(moment), *filter, wanted);
    QCOMPARE(network.moment, day(moment));
    QTEST(textOf(dossier, network), "expected");
}

void TestNetwork::givesTiesTheirLooks() {
    Tables tables = dossierOfTies("a allies b 2001/.. held\na office b 2001/.. held\n"
                                  "a party treaty 2001/.. held\nb party treaty 2001/.. held")
                        .tables();
    tables.relationTypes[0].lineForm = LineForm::Double;
    tables.relationTypes[0].tenor = Tenor::Cooperation;
    tables.relationships[1].label = "minister of";
    tables.relationships[1].tenor = Tenor::Conflict;
    tables.relationTypes[2].lineForm = LineForm::Thin;
    tables.actors[2].name = "Treaty of a and b";
    const auto ties = [&] { return networkAt(Dossier(tables), day("2005-01-01")).ties; };
    const QList<Tie> drawn = ties();
    QCOMPARE(drawn.size(), 3);
    QCOMPARE(drawn[0].lineForm, LineForm::Double);
    QCOMPARE(drawn[0].tenor, Tenor::Cooperation);
    QCOMPARE(drawn[0].label, "allies");
    QVERIFY(!drawn[0].directed);
    QCOMPARE(drawn[1].lineForm, LineForm::Plain);
    QCOMPARE(drawn[1].tenor, Tenor::Conflict);
    QCOMPARE(drawn[1].label, "minister of");
    QVERIFY(drawn[1].directed);
    QCOMPARE(drawn[2].lineForm, LineForm::Thin);
    QCOMPARE(drawn[2].label, "Treaty of a and b");
    QVERIFY(!drawn[2].directed);
    QCOMPARE(drawn[2].periods, (QList<PeriodId>{PeriodId(2), PeriodId(3)}));
    tables.actors[2].shortName = "Treaty";
    QCOMPARE(ties()[2].label, "Treaty");
}

void TestNetwork::namesWhatATieSelects() {
    const Dossier dossier = dossierOfTies("a allies b 2001/.. held\na party treaty 2001/.. held\n"
                                          "b party treaty 2001/.. held\nc part-of a");
    QStringList selected;
    for (const Tie& tie : networkAt(dossier, day("2005-01-01")).ties)
        selected.append(dossier.keyOf(tie.subject()));
    QCOMPARE(selected, (QStringList{"a-allies-b", "treaty", "c"}));
}

void TestNetwork::expandsAgreements_data() {
    QTest::addColumn<QString>("expected");
    QTest::newRow("treaty-1") << "treaty-1";
    QTest::newRow("a") << "";
    QTest::newRow("a-allies-b") << "";
    QTest::newRow("a-party-treaty-1") << "treaty-1";
    QTest::newRow("treaty-2-supersedes-treaty-1") << "treaty-1 treaty-2";
    QTest::newRow("summit") << "treaty-2";  // takes part in it
    QTest::newRow("signing") << "treaty-1"; // began a period of a party
    QTest::newRow("leaving") << "treaty-1"; // ended one
    QTest::newRow("quarrel") << "";         // ended a tie of two states
    QTest::newRow("nothing") << "";
}

void TestNetwork::expandsAgreements() {
    const Dossier dossier = dossierOfTies("event summit a treaty-2\nevent signing a\nevent leaving a\nevent quarrel a\n"
                                          "a allies b 2001/2005 held ended=quarrel\n"
                                          "a party treaty-1 2001/2005 held begun=signing\n"
                                          "b party treaty-1 2001/2005 held ended=leaving\n"
                                          "treaty-2 supersedes treaty-1 2005/.. held");
    QStringList expanded;
    for (const ActorId agreement : expandedBy(dossier, dossier.find(QTest::currentDataTag())))
        expanded.append(dossier.actor(agreement).key);
    expanded.sort();
    QTEST(expanded.join(' '), "expected");
}

void TestNetwork::listsRecords() {
    const Dossier dossier = dossierOfTies("a allies b 2001/2003 held\na allies b 2002/2005 alleged\n"
                                          "a office c 1990/1995 held\na party treaty 2001/.. signed\n"
                                          "b party treaty 2001/.. signed\nb part-of c");
    QCOMPARE(textOf(dossier, tiesAt(dossier, day("2002-12-31"))), "a allies b held certain 2001-01-01/2003-12-31\n"
                                                                  "a allies b alleged certain 2002-01-01/2005-12-31\n"
                                                                  "a party treaty signed certain 2001-01-01/\n"
                                                                  "b party treaty signed certain 2001-01-01/\n"
                                                                  "b part-of c\n");
    QCOMPARE(textOf(dossier, tiesAt(dossier, day("2006-01-01"), *Filter::parse(u"actor=a"), true)),
             "a allies b alleged ended 2002-01-01/2005-12-31\n"
             "a office c held ended 1990-01-01/1995-12-31\n"
             "a party treaty signed certain 2001-01-01/\n"
             "b part-of c\n");
}

void TestNetwork::listsAllTies() {
    const Dossier dossier = dossierOfTies("a allies b 2001/2003 held\na allies b 2005/.. held\na office c\n"
                                          "a party treaty 2001/.. signed\nb party treaty 2001/.. signed\nb part-of c");
    QStringList lines;
    for (const Tie& tie : allTies(dossier))
        lines.append(QString("%1 %2 %3 %4")
                         .arg(dossier.actor(tie.from).key, tie.label, dossier.actor(tie.to).key)
                         .arg(tie.periods.size()));
    QCOMPARE(lines, (QStringList{"a allies b 2", "a office c 0", "a party treaty 1", "b party treaty 1", "b  c 0"}));
}

void TestNetwork::listsDaysOfChange() {
    const Dossier dossier = dossierOfTies("a allies b 2001-03-12/2010-05-01 held\na allies c 2010-05-01/ held\n"
                                          "a allies d 2011/.. held\na allies e ../2010-05-01 held\n"
                                          "a allies f 2012-01-01/2012-01-01 held\na allies g ../.. held");
    QStringList days;
    for (const Day day : changeDays(dossier))
        days.append(isoText(day));
    // The tie to c is sure on its first day only; the one to f holds for one day.
    QCOMPARE(days, (QStringList{"2001-03-12", "2010-05-01", "2010-05-02", "2011-01-01", "2011-12-31", "2012-01-01",
                                "2012-01-02"}));
}

void TestNetwork::copesWithNothing() {
    const Dossier empty{Tables()};
    QCOMPARE(textOf(empty, networkAt(empty, 0)), "");
    QVERIFY(tiesAt(empty, 0).isEmpty());
    QVERIFY(allTies(empty).isEmpty());
    QVERIFY(changeDays(empty).isEmpty());
    Tables tables = dossierOfTies("a allies b 2001/.. held").tables();
    tables.relationships[0].type = {};
    QCOMPARE(networkAt(Dossier(tables), day("2005-01-01")).ties.size(), 1);
    tables.relationships[0].to = {};
    QCOMPARE(networkAt(Dossier(tables), day("2005-01-01")).ties.size(), 0);
}

QTEST_APPLESS_MAIN(TestNetwork)
#include "tst_network.moc"
