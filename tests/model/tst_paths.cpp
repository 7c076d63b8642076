#include "db/model/contacts.h"
#include "tests/model/support_paths.h"
#include "tests/model/support_ties.h"

#include <QRandomGenerator>
#include <QTest>

using namespace entente::model;
using namespace entente::test;

/// Paths between two actors, at a moment and in time.
class TestPaths : public QObject {
    Q_OBJECT

private slots:
    void findsTheShortest_data();
    void findsTheShortest();
    void findsTheForemost_data();
    void findsTheForemost();
    void stepsTellTheirTies();
    void certainTiesAlone();
    void startsNoEarlier();
    void copesWithBadInput();
    void followsTheNetworkThatIsDrawn();
    void contactsAreTheNetworksOfAllDays();
    void agreesWithBruteForce_data();
    void agreesWithBruteForce();
};

static ActorId actor(const Dossier& dossier, const QString& key) {
    const Subject found = dossier.find(key);
    const ActorId* id = std::get_if<ActorId>(&found);
    return id ? *id : ActorId();
}

/// "a -allies- b, b -part-of- c"; in time with the day of each step.
static QString textOf(const Dossier& dossier, const std::optional<Path>& path, bool inTime) {
    if (!path)
        return "none";
    QStringList steps;
    for (const PathStep& step : path->steps) {
        const QString kind = step.tie.kind == Tie::Kind::PartOf      ? "part-of"
                             : step.tie.kind == Tie::Kind::Agreement ? dossier.actor(step.tie.agreement).key
                                                                     : dossier.typeOf(step.tie.relationship).key;
        const QString day = step.day ? isoText(*step.day) : "ever";
        steps.append(QStringList{dossier.actor(step.from).key, kind, dossier.actor(step.to).key}.join(' ') +
                     (inTime ? " " + day : QString()));
    }
    return steps.join(", ");
}

void TestPaths::findsTheShortest_data() {
    QTest::addColumn<QString>("ties");
    QTest::addColumn<QString>("expected"); // from a to z on 2010-01-01
    const auto row = [](const char* name, const char* ties, const char* expected) {
        QTest::newRow(name) << ties << expected;
    };
    row("one tie", "a allies z 2001/.. held", "a allies z");
    row("against the direction of a tie", "z warns a 2001/.. held", "a warns z");
    row("ended", "a allies z 2001/2005 held", "none");
    row("not begun", "a allies z 2011/2015 held", "none");
    row("fewest ties", "a allies b 2001/.. held\nb allies z 2001/.. held\na allies z 2001/.. held", "a allies z");
    row("certain before possible",
        "a allies b 2001/ held\nb allies z 2001/ held\na allies c 2001/.. held\n"
        "c allies z 2001/ held",
        "a allies c, c allies z");
    row("fewer ties before certain ones", "a allies z 2001/ held\na allies b 2001/.. held\nb allies z 2001/.. held",
        "a allies z");
    row("smaller keys",
        "a allies c 2001/.. held\nc allies z 2001/.. held\na allies b 2001/.. held\n"
        "b allies z 2001/.. held",
        "a allies b, b allies z");
    row("of parallel ties the certain one", "a allies z 2001/ held\na warns z 2001/.. held", "a warns z");
    row("of parallel ties the smaller key", "a warns z 2001/.. held\na allies z 2001/.. held", "a allies z");
    row("part of", "a part-of b\nz part-of b", "a part-of b, b part-of z");
    row("an agreement of two ties them", "a party treaty 2001/.. held\nz party treaty 2001/.. held", "a treaty z");
    row("an agreement of three is passed through",
        "a party treaty 2001/.. held\nb party treaty 2001/.. held\nz party treaty 2001/.. held",
        "a party treaty, treaty party z");
    row("a left agreement ties nobody", "a party treaty 2001/2005 held\nz party treaty 2001/.. held", "none");
    row("no self-ties", "a allies a 2001/.. held\na allies b 2001/.. held\nb part-of b\nb allies z 2001/.. held",
        "a allies b, b allies z");
    row("the same tie twice", "a allies z 2001/.. held\na allies z 2001/.. held", "a allies z");
}

void TestPaths::findsTheShortest() {
    QFETCH(QString, ties);
    const Dossier dossier = dossierOfTies(ties);
    const auto path = pathAt(dossier, day("2010-01-01"), actor(dossier, "a"), actor(dossier, "z"));
    QTEST(textOf(dossier, path, false), "expected");
    const auto back = pathAt(dossier, day("2010-01-01"), actor(dossier, "z"), actor(dossier, "a"));
    QCOMPARE(back.has_value(), path.has_value());
    if (path)
        QCOMPARE(back->steps.size(), path->steps.size());
}

void TestPaths::findsTheForemost_data() {
    QTest::addColumn<QString>("ties");
    QTest::addColumn<QString>("expected"); // from a to z
    const auto row = [](const char* name, const char* ties, const char* expected) {
        QTest::newRow(name) << ties << expected;
    };
    row("one tie", "a allies z 2001-02-03/.. held", "a allies z 2001-02-03");
    row("a vague start may be its first day", "a allies z 2001/.. held", "a allies z 2001-01-01");
    row("an unknown start may be any day", "a allies z /2005 held", "a allies z ever");
    row("an open start is any day", "a allies z ../2005 held", "a allies z ever");
    row("one waits", "a allies b 2001-01-01/2002-01-01 held\nb allies z 2005-01-01/.. held",
        "a allies b 2001-01-01, b allies z 2005-01-01");
    row("never backwards", "a allies b 2005-01-01/.. held\nb allies z 2001-01-01/2002-01-01 held", "none");
    row("a tie that goes on is taken late", "a allies b 2005-01-01/.. held\nb allies z 2001-01-01/.. held",
        "a allies b 2005-01-01, b allies z 2005-01-01");
    row("not on the day of the end", "a allies b 2005-01-01/.. held\nb allies z 2001-01-01/2005-01-01 held", "none");
    row("on the day before the end", "a allies b 2005-01-01/.. held\nb allies z 2001-01-01/2005-01-02 held",
        "a allies b 2005-01-01, b allies z 2005-01-01");
    row("on the one day", "a allies b 2005-01-01/2005-01-01 held\nb allies z 2005-01-01/2005-01-01 held",
        "a allies b 2005-01-01, b allies z 2005-01-01");
    row("an unknown end is without end", "a allies b 2005-01-01/.. held\nb allies z 2001-01-01/ held",
        "a allies b 2005-01-01, b allies z 2005-01-01");
    row("a later period",
        "a allies b 2005-01-01/.. held\nb allies z 2001-01-01/2002-01-01 held\n"
        "b allies z 2007-01-01/2008-01-01 held",
        "a allies b 2005-01-01, b allies z 2007-01-01");
    row("first arrival before fewest steps",
        "a allies z 2005-01-01/.. held\na allies b 2001-01-01/.. held\nb allies z 2002-01-01/.. held",
        "a allies b 2001-01-01, b allies z 2002-01-01");
    row("fewest steps of one arrival",
        "a allies b 2001-01-01/.. held\nb allies z 2005-01-01/.. held\na allies z 2005-01-01/.. held",
        "a allies z 2005-01-01");
    row("fewest steps though one is later on the way",
        "a allies b 2001-01-01/.. held\nb allies c 2001-01-01/.. held\nc allies z 2005-01-01/.. held\n"
        "a warns c 2004-01-01/.. held",
        "a warns c 2004-01-01, c allies z 2005-01-01");
    row("smaller keys",
        "a allies c 2001-01-01/.. held\nc allies z 2005-01-01/.. held\n"
        "a allies b 2002-01-01/.. held\nb allies z 2005-01-01/.. held",
        "a allies b 2002-01-01, b allies z 2005-01-01");
    row("of parallel ties the first",
        "a allies b 2002-01-01/.. held\na warns b 2001-01-01/.. held\n"
        "b allies z 2005-01-01/.. held",
        "a warns b 2001-01-01, b allies z 2005-01-01");
    row("part of holds always", "a part-of b\nb allies z 2001-01-01/.. held",
        "a part-of b ever, b allies z 2001-01-01");
    row("an agreement ties from the second party on",
        "a party treaty 2001-01-01/.. held\nz party treaty 2003-01-01/.. held", "a treaty z 2003-01-01");
    row("an agreement of three is passed through",
        "a party treaty 2001-01-01/.. held\nb party treaty 2001-01-01/.. held\nz party treaty 2003-01-01/.. held",
        "a party treaty 2003-01-01, treaty party z 2003-01-01");
    row("one that lost its third ties again",
        "a party treaty 2001-01-01/.. held\n"
        "b party treaty 2001-01-01/2003-01-01 held\nz party treaty 2003-01-01/.. held",
        "a treaty z 2003-01-01");
}

void TestPaths::findsTheForemost() {
    QFETCH(QString, ties);
    const Dossier dossier = dossierOfTies(ties);
    const auto path = pathInTime(dossier, actor(dossier, "a"), actor(dossier, "z"));
    QTEST(textOf(dossier, path, true), "expected");
}

void TestPaths::stepsTellTheirTies() {
    const Dossier dossier = dossierOfTies("b warns a 2001-01-01/2003-01-01 proposed\nb warns a 2003-01-01/.. in-force\n"
                                          "treaty-x supersedes b 2001/.. held\na party treaty-x 2002-01-01/.. signed");
    const auto path = pathInTime(dossier, actor(dossier, "a"), actor(dossier, "b"));
    QCOMPARE(path->steps.size(), 1);
    const PathStep& step = path->steps.first();
    QCOMPARE(dossier.actor(step.from).key, QString("a"));
    QCOMPARE(dossier.actor(step.tie.from).key, QString("b"));
    QCOMPARE(step.tie.state, PeriodState::Proposed);
    QCOMPARE(dossier.period(step.tie.periods.value(0)).key, QString("period-1"));
    QCOMPARE(arrivalOf(*path), std::optional(day("2001-01-01")));
    const auto later = pathAt(dossier, day("2004-01-01"), actor(dossier, "a"), actor(dossier, "b"));
    QCOMPARE(later->steps.first().tie.state, PeriodState::InForce);
    QCOMPARE(later->steps.first().day, std::optional(day("2004-01-01")));
    // An agreement that is an end of the path is a node, though it has one party.
    const auto toAgreement = pathAt(dossier, day("2004-01-01"), actor(dossier, "b"), actor(dossier, "treaty-x"));
    QCOMPARE(textOf(dossier, toAgreement, false), QString("b supersedes treaty-x"));
}

void TestPaths::certainTiesAlone() {
    const Dossier dossier = dossierOfTies("a allies b 2001/2005 held\nb allies z /.. held\nb warns z 2003/ held");
    const ActorId a = actor(dossier, "a"), z = actor(dossier, "z");
    QCOMPARE(textOf(dossier, pathInTime(dossier, a, z), true), QString("a allies b 2001-01-01, b allies z 2001-01-01"));
    QCOMPARE(textOf(dossier, pathInTime(dossier, a, z, {{}, Presence::Certain, {}}), true),
             QString("a allies b 2001-12-31, b warns z 2003-12-31"));
    QCOMPARE(textOf(dossier, pathAt(dossier, day("2003-12-31"), a, z, {{}, Presence::Certain, {}}), false),
             QString("a allies b, b warns z"));
    QVERIFY(!pathAt(dossier, day("2004-06-01"), a, z, {{}, Presence::Certain, {}}));
    QVERIFY(pathAt(dossier, day("2004-06-01"), a, z));
}

void TestPaths::startsNoEarlier() {
    const Dossier dossier =
        dossierOfTies("a part-of b\nb allies z 2001-01-01/2003-01-01 held\nb warns z 2005-01-01/.. held");
    const ActorId a = actor(dossier, "a"), z = actor(dossier, "z");
    const auto from = [&](const char* date) {
        return textOf(dossier, pathInTime(dossier, a, z, {{}, Presence::Possible, day(date)}), true);
    };
    QCOMPARE(from("2000-01-01"), QString("a part-of b 2000-01-01, b allies z 2001-01-01"));
    QCOMPARE(from("2002-12-31"), QString("a part-of b 2002-12-31, b allies z 2002-12-31"));
    QCOMPARE(from("2003-01-01"), QString("a part-of b 2003-01-01, b warns z 2005-01-01"));
    const auto filter = Filter::parse(u"kind=warns");
    QCOMPARE(textOf(dossier, pathInTime(dossier, a, z, {*filter, Presence::Possible, {}}), true),
             QString("a part-of b ever, b warns z 2005-01-01"));
}

void TestPaths::copesWithBadInput() {
    const Dossier dossier = dossierOfTies("a allies b 2001/.. held\na allies a 2001/.. held\nc allies d");
    const ActorId a = actor(dossier, "a"), b = actor(dossier, "b"), c = actor(dossier, "c");
    const Day moment = day("2010-01-01");
    for (const auto& [from, to] : {std::pair(ActorId(), a), {a, ActorId()}, {ActorId(), ActorId()}, {a, ActorId(99)}}) {
        QVERIFY(!pathAt(dossier, moment, from, to));
        QVERIFY(!pathInTime(dossier, from, to));
    }
    QVERIFY(pathAt(dossier, moment, a, a)->steps.isEmpty());
    QVERIFY(pathInTime(dossier, a, a)->steps.isEmpty());
    QVERIFY(!arrivalOf(*pathInTime(dossier, a, a)));
    QVERIFY(!pathAt(dossier, moment, a, c));
    QVERIFY(!pathInTime(dossier, a, c));
    QVERIFY(!pathInTime(dossier, c, actor(dossier, "d")));
    QVERIFY(pathInTime(dossier, b, a, {{}, Presence::Possible, afterAllDays - 1}));
    const Dossier empty{Tables{}};
    QVERIFY(!pathAt(empty, moment, ActorId(0), ActorId(0)));
    QVERIFY(!pathInTime(empty, ActorId(0), ActorId(1)));
}

void TestPaths::followsTheNetworkThatIsDrawn() {
    const Dossier dossier = dossierOfTies("a party treaty 2001/.. held\nz party treaty 2001/.. held\n"
                                          "a allies b 2001/2005 held");
    const ActorId a = actor(dossier, "a"), z = actor(dossier, "z");
    const Network drawn = networkAt(dossier, day("2010-01-01"), {}, {true, {actor(dossier, "treaty")}});
    QCOMPARE(textOf(dossier, pathAt(dossier, drawn, a, z), false), QString("a party treaty, treaty party z"));
    QVERIFY(!pathAt(dossier, drawn, a, actor(dossier, "b"))); // ended, though still drawn
}

/// A small dossier at random: ties with vague, open and unknown ends, agreements, part-of links.
static Dossier randomDossier(quint32 seed) {
    QRandomGenerator random(seed);
    const QStringList actors = {"a", "b", "c", "d", "e", "f", "treaty1", "treaty2"};
    const auto any = [&](const QStringList& words) { return words[random.bounded(static_cast<int>(words.size()))]; };
    QStringList lines;
    for (int i = 0; i < 14; ++i) {
        const int start = random.bounded(2001, 2006);
        const QString begin = any({QString::number(start), QString("%1-06-15").arg(start), "", "..",
                                   QString("[..%1]").arg(start), QString("[%1..]").arg(start)});
        const QString until = any({"..", "", QString("%1").arg(start + random.bounded(3)),
                                   QString("%1-06-15").arg(start + random.bounded(3))});
        const QString type = any({"allies", "warns", "party", "party", "signatory"});
        const QString end = type == "party" ? any({"treaty1", "treaty2"}) : any(actors);
        lines.append(QStringList{any(actors), type, end, begin + '/' + until, any({"held", "proposed"})}.join(' '));
    }
    if (random.bounded(2))
        lines.append(any(actors) + " part-of " + any(actors));
    lines.append("a allies g");
    return dossierOfTies(lines.join('\n'));
}

void TestPaths::contactsAreTheNetworksOfAllDays() {
    for (quint32 seed = 1; seed <= 100; ++seed) {
        const Dossier dossier = randomDossier(seed);
        const QSet<ActorId> expanded = seed % 2 ? QSet<ActorId>{actor(dossier, "treaty1")} : QSet<ActorId>();
        const std::vector<Contact> contacts = contactsOf(dossier, {{}, expanded, Presence::Possible});
        for (const Day on : QList<Day>{beforeAllDays} + changeDays(dossier)) {
            QList<Tie> drawn = networkAt(dossier, on, {}, {false, expanded}).ties;
            drawn.removeIf([](const Tie& tie) { return tie.from == tie.to; });
            QList<Tie> ties;
            for (const Contact& contact : contacts)
                if (contact.days.from <= on && on < contact.days.to)
                    ties.append(tieOf(dossier, contact, on));
            QCOMPARE(entente::test::textOf(dossier, ties), entente::test::textOf(dossier, drawn));
        }
    }
}

void TestPaths::agreesWithBruteForce_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestPaths::agreesWithBruteForce() {
    QFETCH(quint32, seed);
    const Dossier dossier = randomDossier(seed);
    BruteForce slow(dossier);
    const qsizetype count = dossier.tables().actors.size();
    for (qsizetype i = 0; i < count * count * 2; ++i) {
        const ActorId from(i / count / 2), to(i / 2 % count);
        const Presence least = i % 2 ? Presence::Certain : Presence::Possible;
        for (const Day moment : {day("2002-03-01"), day("2003-12-31"), day("2006-06-15")}) {
            const auto path = pathAt(dossier, moment, from, to, {{}, least, {}});
            QCOMPARE(actorsOf(dossier, from, path),
                     slow.at(moment, from, to, least).value(to, {0, 0, {"none"}, {}}).keys);
            if (path)
                QCOMPARE(faultOf(dossier, from, to, *path), QString());
        }
        for (const std::optional<Day> notBefore : {std::optional<Day>(), std::optional(day("2003-03-01"))}) {
            const auto path = pathInTime(dossier, from, to, {{}, least, notBefore});
            const Best best = slow.inTime(from, to, least, notBefore).value(to, {0, 0, {"none"}, {}});
            QCOMPARE(actorsOf(dossier, from, path), best.keys);
            if (!path)
                continue;
            QCOMPARE(faultOf(dossier, from, to, *path), QString());
            QCOMPARE(arrivalOf(*path), best.day);
        }
    }
}

QTEST_APPLESS_MAIN(TestPaths)
#include "tst_paths.moc"
