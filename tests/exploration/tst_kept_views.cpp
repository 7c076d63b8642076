#include "tests/exploration/support_dossier.h"

#include "app/exploration/view_record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace entente;
using namespace entente::exploration;
using namespace entente::test;

/// Views that outlive the program.
class TestKeptViews : public QObject {
    Q_OBJECT

private slots:
    void init();
    void recordsComeBackBitForBit();
    void movedEventsAreFoundAgain();
    void damagedRecordsAreLeftOut_data();
    void damagedRecordsAreLeftOut();
    void olderViewsLieBeforeTheFirst();
    void theSameViewIsNotMetTwice();
    void aHundredViewsAreKept();

private:
    QList<View> someViews(int count) const;

    std::unique_ptr<Exploration> m_exploration;
};

void TestKeptViews::init() {
    m_exploration = std::make_unique<Exploration>();
    m_exploration->open(dossierOf(smallTables()));
}

QList<View> TestKeptViews::someViews(int count) const {
    QRandomGenerator random(7);
    const model::Dossier& dossier = *m_exploration->dossier();
    const QStringList things = {"before", "undated", "north", "tie-0", "era", "book", ""};
    QList<View> views;
    for (int i = 0; i < count; ++i) {
        View view;
        const double first = random.generateDouble() * 30000 - 15000;
        if (i % 3)
            view.span = Span{first, first + random.generateDouble() * 1e-3 + 1.0 / 3};
        view.moment = random.bounded(-20000, 20000);
        view.selection = dossier.find(things[i % things.size()]);
        if (i % 2)
            view.focus = Focus{model::ActorId(random.bounded(4)), 1 + random.bounded(3)};
        if (i % 4)
            view.filter = *model::Filter::parse(u"importance>=4 tenor!=conflict");
        view.showEnded = i % 5;
        view.network = {{random.generateDouble(), random.generateDouble()}, 0.5 + random.generateDouble()};
        if (i % 6 == 0)
            view.lanes = {static_cast<model::LanesBy>(i % 5), {"b", "a"}, {"c", ""}};
        if (i % 7 == 0)
            view.secondCalendar = i % 2 ? model::Calendar::Julian : model::Calendar::SolarHijri;
        if (i % 5 == 1)
            view.compared = random.bounded(-20000, 20000);
        if (i % 8 == 3)
            view.route = Route{model::ActorId(random.bounded(4)), model::ActorId(random.bounded(4)), i % 16 == 3};
        if (i % 9 == 4)
            view.held = {{model::ActorId(random.bounded(4)), {random.generateDouble(), random.generateDouble()}}};
        views.append(view);
    }
    return views;
}

void TestKeptViews::recordsComeBackBitForBit() {
    for (const View& view : someViews(200)) {
        const QByteArray text = QJsonDocument(recordOf(view, *m_exploration->dossier())).toJson();
        const auto back = viewOf(QJsonDocument::fromJson(text).object(), *m_exploration->dossier());
        QVERIFY2(back, text.constData());
        QVERIFY2(*back == view, text.constData());
    }
}

void TestKeptViews::movedEventsAreFoundAgain() {
    View view;
    view.selection = m_exploration->dossier()->find("long");
    const QJsonObject record = recordOf(view, *m_exploration->dossier());
    model::Tables tables = smallTables();
    model::Event other;
    other.key = QStringLiteral("newcomer");
    model::EventList events;
    events.append(other);
    for (qsizetype i = 0; i < tables.events.size(); ++i)
        events.append(tables.events[i]);
    tables.events = events;
    const auto dossier = dossierOf(tables);
    const auto back = viewOf(record, *dossier);
    QVERIFY(back);
    QCOMPARE(dossier->keyOf(back->selection), QStringLiteral("long"));
}

void TestKeptViews::damagedRecordsAreLeftOut_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown event") << "selection" << QJsonValue(QJsonArray{"gone", 3});
    QTest::newRow("unknown actor in focus") << "focus" << QJsonValue(QJsonArray{"gone", -1});
    QTest::newRow("focus that is no actor") << "focus" << QJsonValue(QJsonArray{"before", 0});
    QTest::newRow("no steps") << "steps" << QJsonValue(0);
    QTest::newRow("four steps") << "steps" << QJsonValue(4);
    QTest::newRow("backward span") << "span" << QJsonValue(QJsonArray{5, 4});
    QTest::newRow("half a span") << "span" << QJsonValue(QJsonArray{5});
    QTest::newRow("no moment") << "moment" << QJsonValue();
    QTest::newRow("moment beyond all time") << "moment" << QJsonValue(1e300);
    QTest::newRow("filter of nothing known") << "filter" << QJsonValue("colour=red");
    QTest::newRow("unknown actor held") << "held"
                                        << QJsonValue(QJsonArray{QJsonArray{QJsonArray{"gone", -1}, 0.5, 0.5}});
    QTest::newRow("held at half a place") << "held" << QJsonValue(QJsonArray{QJsonArray{QJsonArray{"north", -1}, 0.5}});
    QTest::newRow("zoom of nothing") << "network" << QJsonValue(QJsonArray{0.5, 0.5, 0});
}

void TestKeptViews::damagedRecordsAreLeftOut() {
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    View view;
    view.selection = m_exploration->dossier()->find("before");
    view.focus = Focus{model::ActorId(1), 2};
    view.span = Span{1, 2};
    QJsonObject record = recordOf(view, *m_exploration->dossier());
    QVERIFY(viewOf(record, *m_exploration->dossier()));
    record[field] = value;
    QVERIFY(!viewOf(record, *m_exploration->dossier()));
    QVERIFY(!viewOf({}, *m_exploration->dossier()));
}

void TestKeptViews::olderViewsLieBeforeTheFirst() {
    const View opening = m_exploration->view();
    const QList<View> older = someViews(3);
    QVERIFY(!m_exploration->canGoBack());
    m_exploration->recall(older);
    QVERIFY(m_exploration->view() == opening);
    QVERIFY(!m_exploration->canGoForward());
    for (const qsizetype i : {2, 1, 0}) {
        QVERIFY(m_exploration->canGoBack());
        m_exploration->goBack();
        QVERIFY(m_exploration->view() == older[i]);
    }
    QVERIFY(!m_exploration->canGoBack());
    for (int i = 0; i < 3; ++i)
        m_exploration->goForward();
    QVERIFY(m_exploration->view() == opening);
}

void TestKeptViews::theSameViewIsNotMetTwice() {
    m_exploration->recall({someViews(1).first(), m_exploration->view()});
    QCOMPARE(m_exploration->history().size(), 2);
    m_exploration->goBack();
    QVERIFY(m_exploration->view() == someViews(1).first());
}

void TestKeptViews::aHundredViewsAreKept() {
    const QList<View> older = someViews(150);
    m_exploration->recall(older);
    QCOMPARE(m_exploration->history().size(), 100);
    QVERIFY(m_exploration->history()[98] == older.last());
}

QTEST_GUILESS_MAIN(TestKeptViews)
#include "tst_kept_views.moc"
