#include "app/wording/wording.h"
#include "tests/wording/support_story.h"

#include <QTest>

using namespace entente;
using wording::Wording;

/// Paths and comparisons in words.
class TestQuestionWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void readsPathsOut();
    void readsDifferencesOut_data();
    void readsDifferencesOut();
    void readsTieDifferencesOut_data();
    void readsTieDifferencesOut();

private:
    test::EnglishPlurals m_plurals;
    Wording m_wording;
};

void TestQuestionWords::initTestCase() {
    QVERIFY(QCoreApplication::installTranslator(&m_plurals));
}

/// North warns South in the periods given, each "from to state"; the first begins and ends by an event.
static model::Dossier warnings(const QStringList& periods) {
    model::Tables tables = test::dossierOf({{"2007-03-01"}, {"2008"}})->tables();
    model::RelationType type;
    type.label = "warns";
    type.directed = true;
    tables.relationTypes.append(type);
    model::Relationship relationship;
    relationship.from = model::ActorId(0);
    relationship.to = model::ActorId(1);
    relationship.type = model::RelationTypeId(0);
    tables.relationships.append(relationship);
    for (const QString& text : periods) {
        model::Period period;
        period.relationship = model::RelationshipId(0);
        period.from = test::periodBound(text.section(' ', 0, 0));
        period.to = test::periodBound(text.section(' ', 1, 1));
        period.state = *model::valueOf<model::PeriodState>(text.section(' ', 2));
        if (tables.periods.isEmpty()) {
            period.begunBy = model::EventId(0);
            period.endedBy = model::EventId(1);
        }
        tables.periods.append(period);
    }
    return model::Dossier(tables);
}

void TestQuestionWords::readsPathsOut() {
    const model::Dossier dossier = warnings({"2007-03-01 .. in-force"});
    const model::ActorId north(0), south(1);
    const auto path = model::pathInTime(dossier, south, north);
    QVERIFY(path);
    QCOMPARE(m_wording.path(dossier, south, north, *path), QString("From South to North: 1 tie"));
    QCOMPARE(m_wording.pathStep(dossier, path->steps.first()),
             QString("North – South, warns, in force, since 1 Mar 2007"));
    QCOMPARE(m_wording.pathDay(path->steps.first()), QString("1 Mar 2007"));
    QCOMPARE(m_wording.pathDay(model::PathStep()), QString("at any time"));
}

void TestQuestionWords::readsDifferencesOut_data() {
    QTest::addColumn<QStringList>("periods");
    QTest::addColumn<QStringList>("words"); // between 2005-01-01 and 2010-01-01
    const auto row = [](const char* name, const QStringList& periods, const QStringList& words) {
        QTest::newRow(name) << periods << words;
    };
    row("new", {"2007-03-01 .. in-force"},
        {"new since 1 Jan 2005: North – South, warns, since 1 Mar 2007, in force, begun by Event 1"});
    row("gone", {"2001 2008 held"},
        {"gone since 1 Jan 2005: North – South, warns, 2001 – 2008, held, ended by Event 2"});
    row("passed", {"2007-03-01 2008 held"},
        {"between 1 Jan 2005 and 1 Jan 2010: North – South, warns, 1 Mar 2007 – 2008, held, begun by Event 1, ended by "
         "Event 2"});
    row("perhaps gone", {"2001 2010 held"},
        {"perhaps gone since 1 Jan 2005: North – South, warns, 2001 – 2010, held, ended by Event 2"});
    row("perhaps new", {"2010 .. held"},
        {"perhaps new since 1 Jan 2005: North – South, warns, since 2010, held, begun by Event 1"});
    row("changed", {"2001 2008-01-01 proposed", "2008-01-01 .. signed"},
        {"changed since 1 Jan 2005: North – South, warns, 2001 – 1 Jan 2008, proposed, ended by Event 2",
         "changed since 1 Jan 2005: North – South, warns, since 1 Jan 2008, signed, not in force"});
}

void TestQuestionWords::readsDifferencesOut() {
    QFETCH(QStringList, periods);
    const model::Dossier dossier = warnings(periods);
    const auto comparison = model::compare(dossier, model::dayOf(2010, 1, 1), model::dayOf(2005, 1, 1));
    QStringList words;
    for (const model::PeriodDifference& each : comparison.periods)
        words.append(m_wording.difference(dossier, comparison, each));
    QTEST(words, "words");
}

void TestQuestionWords::readsTieDifferencesOut_data() {
    QTest::addColumn<QStringList>("periods");
    QTest::addColumn<QString>("words"); // between 2005-01-01 and 2010-01-01
    const auto row = [](const char* name, const QStringList& periods, const char* words) {
        QTest::newRow(name) << periods << QString(words);
    };
    row("new", {"2007-03-01 .. in-force"},
        "new since 1 Jan 2005: North – South, warns, in force, since 1 Mar 2007, begun by Event 1");
    row("gone", {"2001 2008 held"}, "gone since 1 Jan 2005: North – South, warns, held, 2001 – 2008, ended by Event 2");
    row("changed", {"2001 2008-01-01 proposed", "2008-01-01 .. in-force"},
        "changed since 1 Jan 2005: North – South, warns, in force, since 1 Jan 2008, before: proposed");
    row("perhaps new", {"2007-03-01  held"},
        "perhaps new since 1 Jan 2005: North – South, warns, held, possible, from 1 Mar 2007, end unknown, begun by "
        "Event 1");
    row("the same", {"2001 .. held"}, "as on 1 Jan 2005: North – South, warns, held, since 2001");
}

void TestQuestionWords::readsTieDifferencesOut() {
    QFETCH(QStringList, periods);
    const model::Dossier dossier = warnings(periods);
    const auto comparison = model::compare(dossier, model::dayOf(2005, 1, 1), model::dayOf(2010, 1, 1));
    QCOMPARE(comparison.network.ties.size(), 1);
    QTEST(m_wording.difference(dossier, comparison, qsizetype(0)), "words");
}

QTEST_GUILESS_MAIN(TestQuestionWords)
#include "tst_question_words.moc"
