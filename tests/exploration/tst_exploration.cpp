#include "tests/exploration/support_dossier.h"

#include "app/exploration/exploration.h"

#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::exploration;
using namespace entente::test;

using Wish = std::function<void(Exploration&)>;
Q_DECLARE_METATYPE(Wish)

namespace {

/// A spy on every signal that tells of a change.
class Spies {
public:
    explicit Spies(Exploration& exploration) {
        const auto add = [&](const char* name, auto signal) {
            m_spies.push_back({QString::fromLatin1(name), std::make_unique<QSignalSpy>(&exploration, signal)});
        };
        add("dossier", &Exploration::dossierChanged);
        add("selection", &Exploration::selectionChanged);
        add("hover", &Exploration::hoverChanged);
        add("moment", &Exploration::momentChanged);
        add("span", &Exploration::spanChanged);
        add("filter", &Exploration::filterChanged);
        add("focus", &Exploration::focusChanged);
        add("compared", &Exploration::comparedChanged);
        add("route", &Exploration::routeChanged);
        add("network", &Exploration::networkChanged);
        add("networkView", &Exploration::networkViewChanged);
        add("history", &Exploration::historyChanged);
        add("change", &Exploration::changeWished);
    }

    /// The names of signals emitted since the last call, each as often as it was.
    QString take() {
        QStringList names;
        for (auto& [name, spy] : m_spies) {
            for (qsizetype i = 0; i < spy->size(); ++i)
                names.append(name);
            spy->clear();
        }
        return names.join(' ');
    }

private:
    std::vector<std::pair<QString, std::unique_ptr<QSignalSpy>>> m_spies;
};

model::Filter filter(const char* text) {
    return *model::Filter::parse(QString::fromLatin1(text));
}

} // namespace

/// What the panels share: wishes, what they change and what is told about it.
class TestExploration : public QObject {
    Q_OBJECT

private slots:
    void init();
    void wishIsToldOnce_data();
    void wishIsToldOnce();
    void everySignalShowsTheWholeNewState();
    void networkIsToldLast();
    void foreignWishIsIgnored_data();
    void foreignWishIsIgnored();
    void selectingAnEventMovesTheMoment_data();
    void selectingAnEventMovesTheMoment();
    void otherSelectionsKeepTheMoment_data();
    void otherSelectionsKeepTheMoment();
    void goingIntoAThingShowsItWhole_data();
    void goingIntoAThingShowsItWhole();
    void leavingGoesOneStepOut();
    void focusReachesItsSteps_data();
    void focusReachesItsSteps();
    void steppingMeetsEveryShownEvent_data();
    void steppingMeetsEveryShownEvent();
    void steppingStartsAtTheMoment();
    void steppingMeetsEveryChange();
    void openingShowsTheOpeningView();
    void openingWithoutAnOpeningView();

private:
    model::Subject find(const QString& key) const { return m_exploration->dossier()->find(key); }

    std::unique_ptr<Exploration> m_exploration;
};

void TestExploration::init() {
    m_exploration = std::make_unique<Exploration>();
    m_exploration->open(dossierOf(smallTables()));
}

void TestExploration::wishIsToldOnce_data() {
    QTest::addColumn<Wish>("wish");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, const Wish& wish, const char* told) {
        QTest::newRow(name) << wish << QString::fromLatin1(told);
    };
    const auto select = [](const char* key) -> Wish {
        return [key](Exploration& to) { to.select(to.dossier()->find(QString::fromLatin1(key))); };
    };
    row("event of another day", select("year"), "selection moment network");
    row("undated event", select("undated"), "selection network");
    row("actor", select("north"), "selection network");
    row("tie", select("tie-0"), "selection network");
    row("era", select("era"), "selection network");
    row("source", select("book"), "selection network");
    row(
        "nothing", [](Exploration& to) { to.select({}); }, "");
    row(
        "hovered", [](Exploration& to) { to.hover(to.dossier()->find("north")); }, "hover");
    row(
        "moment", [](Exploration& to) { to.setMoment(day("2016-01-01")); }, "moment network");
    row(
        "span",
        [](Exploration& to) {
            to.setSpan({1, 2});
        },
        "span");
    row(
        "whole span", [](Exploration& to) { to.showWholeSpan(); }, "");
    row(
        "filter", [](Exploration& to) { to.setFilter(filter("importance>=4")); }, "filter network");
    row(
        "empty filter", [](Exploration& to) { to.setFilter({}); }, "");
    row(
        "without ended ties", [](Exploration& to) { to.setShowEnded(false); }, "network");
    row(
        "with ended ties", [](Exploration& to) { to.setShowEnded(true); }, "");
    row(
        "focus",
        [](Exploration& to) {
            to.setFocus(Focus{model::ActorId(1), 2});
        },
        "focus network");
    row(
        "focus of too many steps",
        [](Exploration& to) {
            to.setFocus(Focus{model::ActorId(1), 9});
        },
        "focus network");
    row(
        "no focus", [](Exploration& to) { to.setFocus({}); }, "");
    row(
        "network's view",
        [](Exploration& to) {
            to.setNetworkView({{0.4, 0.6}, 2});
        },
        "networkView");
    row(
        "into an actor", [](Exploration& to) { to.goInto(model::ActorId(1)); }, "focus network");
    row(
        "into an event", [](Exploration& to) { to.goInto(to.dossier()->find("long")); }, "span");
    const auto compare = [](const char* with) -> Wish {
        return [with](Exploration& to) { to.compareWith(day(with)); };
    };
    row("compared with another moment", compare("2001-01-01"), "compared network");
    row(
        "compared with itself", [](Exploration& to) { to.compareWith(to.moment()); }, "");
    const auto seek = [](Route route) -> Wish { return [route](Exploration& to) { to.seekRoute(route); }; };
    row("path", seek({model::ActorId(0), model::ActorId(3), true}), "route network");
    row("path of a stranger", seek({model::ActorId(0), model::ActorId(99), false}), "");
    row(
        "remembered as it is", [](Exploration& to) { to.remember(); }, "");
}

void TestExploration::wishIsToldOnce() {
    QFETCH(Wish, wish);
    QFETCH(QString, told);
    Spies spies(*m_exploration);
    const View before = m_exploration->view();
    wish(*m_exploration);
    QCOMPARE(spies.take(), told);
    QCOMPARE(m_exploration->view() == before, told.isEmpty() || told == QLatin1String("hover"));
    const View after = m_exploration->view();
    wish(*m_exploration);
    QCOMPARE(spies.take(), QString());
    QVERIFY(m_exploration->view() == after);
}

void TestExploration::everySignalShowsTheWholeNewState() {
    View next = m_exploration->view();
    next.selection = find("month");
    next.moment = day("2013-02-02");
    next.span = Span{4, 5};
    next.filter = filter("importance>=2");
    next.focus = Focus{model::ActorId(0), 1};
    next.network.zoom = 2;
    int told = 0;
    const auto check = [&] {
        ++told;
        QVERIFY(m_exploration->view() == next);
        QCOMPARE(m_exploration->network().moment, next.moment);
        QVERIFY(m_exploration->inFocus().value(1));
        QCOMPARE(m_exploration->shownEvents(), model::shownEvents(next.filter, *m_exploration->dossier()));
    };
    using E = Exploration;
    for (const auto signal :
         {&E::spanChanged, &E::filterChanged, &E::focusChanged, &E::networkViewChanged, &E::networkChanged})
        connect(m_exploration.get(), signal, this, check);
    connect(m_exploration.get(), &E::selectionChanged, this, check);
    connect(m_exploration.get(), &E::momentChanged, this, check);
    m_exploration->restore(next);
    QCOMPARE(told, 7);
}

void TestExploration::networkIsToldLast() {
    QStringList order;
    connect(m_exploration.get(), &Exploration::selectionChanged, this, [&] { order.append("selection"); });
    connect(m_exploration.get(), &Exploration::momentChanged, this, [&] { order.append("moment"); });
    connect(m_exploration.get(), &Exploration::networkChanged, this, [&] { order.append("network"); });
    m_exploration->select(find("year"));
    QCOMPARE(order.last(), QString("network"));
}

void TestExploration::foreignWishIsIgnored_data() {
    QTest::addColumn<Wish>("wish");
    const auto row = [](const char* name, const Wish& wish) { QTest::newRow(name) << wish; };
    const auto select = [](const model::Subject& subject) -> Wish {
        return [subject](Exploration& to) {
            to.select(subject);
            to.hover(subject);
            to.goInto(subject);
        };
    };
    row("event", select(model::EventId(10)));
    row("no event", select(model::EventId()));
    row("actor", select(model::ActorId(4)));
    row("tie", select(model::RelationshipId(3)));
    row("era", select(model::EraId(1)));
    row("source", select(model::SourceId(1)));
    row("perspective", select(model::PerspectiveId(0)));
    row("focus", [](Exploration& to) { to.setFocus(Focus{model::ActorId(4), 1}); });
    row("focus on nobody", [](Exploration& to) { to.setFocus(Focus{}); });
    row("empty span", [](Exploration& to) { to.setSpan({5, 5}); });
    row("reversed span", [](Exploration& to) { to.setSpan({6, 5}); });
    row("span of no number", [](Exploration& to) { to.setSpan({qQNaN(), 5}); });
    row("endless span", [](Exploration& to) { to.setSpan({-qInf(), qInf()}); });
    row("view", [](Exploration& to) {
        View view = to.view();
        view.moment += 1;
        view.selection = model::EventId(10);
        to.restore(view);
    });
}

void TestExploration::foreignWishIsIgnored() {
    QFETCH(Wish, wish);
    Spies spies(*m_exploration);
    const View before = m_exploration->view();
    wish(*m_exploration);
    QCOMPARE(spies.take(), QString());
    QVERIFY(m_exploration->view() == before);
}

void TestExploration::selectingAnEventMovesTheMoment_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("moment"); // empty: it stays
    QTest::newRow("day") << "day"
                         << "2018-01-17";
    QTest::newRow("month: its last day") << "month"
                                         << "2015-05-31";
    QTest::newRow("year: its last day") << "year"
                                        << "2010-12-31";
    QTest::newRow("interval: its start") << "long"
                                         << "2011-09-30";
    QTest::newRow("between: the latest") << "between"
                                         << "2016-03-22";
    QTest::newRow("not after: its bound") << "before"
                                          << "2007-12-31";
    QTest::newRow("not before: its bound") << "after"
                                           << "2019-01-01";
    QTest::newRow("contested: the claim in use") << "contested"
                                                 << "2017-03-12";
    QTest::newRow("undated") << "undated"
                             << "";
}

void TestExploration::selectingAnEventMovesTheMoment() {
    QFETCH(QString, key);
    QFETCH(QString, moment);
    const model::Day start = day("2014-04-04");
    m_exploration->setMoment(start);
    m_exploration->select(find(key));
    QVERIFY(m_exploration->selection() == find(key));
    QCOMPARE(m_exploration->moment(), moment.isEmpty() ? start : day(moment));
    QCOMPARE(m_exploration->network().moment, m_exploration->moment());
}

void TestExploration::otherSelectionsKeepTheMoment_data() {
    QTest::addColumn<QString>("key");
    for (const char* key : {"north", "tie-1", "era", "book", ""})
        QTest::newRow(*key ? key : "nothing") << QString::fromLatin1(key);
}

void TestExploration::otherSelectionsKeepTheMoment() {
    QFETCH(QString, key);
    m_exploration->select(find("day"));
    m_exploration->select(find(key));
    QVERIFY(m_exploration->selection() == find(key));
    QCOMPARE(m_exploration->moment(), day("2018-01-17"));
}

void TestExploration::goingIntoAThingShowsItWhole_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("first"); // empty: the span stays
    QTest::addColumn<QString>("last");
    QTest::newRow("interval") << "long"
                              << "2011-09-30"
                              << "2014-12-08";
    QTest::newRow("day") << "day"
                         << "2018-01-17"
                         << "2018-01-17";
    QTest::newRow("between") << "between"
                             << "2016-03-12"
                             << "2016-03-22";
    QTest::newRow("not after") << "before"
                               << "2007-12-31"
                               << "2007-12-31";
    QTest::newRow("era") << "era"
                         << "2012-01-01"
                         << "2016-12-31";
    QTest::newRow("undated") << "undated"
                             << ""
                             << "";
    QTest::newRow("source") << "book"
                            << ""
                            << "";
    QTest::newRow("tie") << "tie-0"
                         << ""
                         << "";
}

void TestExploration::goingIntoAThingShowsItWhole() {
    QFETCH(QString, key);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const Span before = m_exploration->span();
    m_exploration->goInto(find(key));
    const Span span = m_exploration->span();
    QVERIFY(!m_exploration->focus());
    QCOMPARE(span == before, first.isEmpty());
    if (first.isEmpty())
        return;
    const double from = static_cast<double>(day(first)), to = static_cast<double>(day(last) + 1);
    QVERIFY(span.first < from && to < span.last);
    QVERIFY(std::abs((from - span.first) - (span.last - to)) < 1e-6);
    QVERIFY((to - from) / span.width() < 0.6 + 1e-9);
}

void TestExploration::leavingGoesOneStepOut() {
    m_exploration->select(find("day"));
    m_exploration->goInto(find("north"));
    QVERIFY(m_exploration->focus() == Focus({model::ActorId(0), 1}));
    QVERIFY(m_exploration->leave());
    QVERIFY(!m_exploration->focus());
    QVERIFY(m_exploration->selection() == find("day"));
    QVERIFY(m_exploration->leave());
    QVERIFY(model::isNothing(m_exploration->selection()));
    QCOMPARE(m_exploration->moment(), day("2018-01-17"));
    Spies spies(*m_exploration);
    QVERIFY(!m_exploration->leave());
    QCOMPARE(spies.take(), QString());
}

void TestExploration::focusReachesItsSteps_data() {
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QList<bool>>("inFocus");
    QTest::newRow("before any tie") << "2010-06-06" << 3 << QList<bool>{true, false, false, false};
    QTest::newRow("one step") << "2014-06-06" << 1 << QList<bool>{true, true, false, false};
    QTest::newRow("two steps") << "2014-06-06" << 2 << QList<bool>{true, true, true, false};
    QTest::newRow("three steps") << "2014-06-06" << 3 << QList<bool>{true, true, true, true};
    QTest::newRow("past an ended tie") << "2019-06-06" << 3 << QList<bool>{true, true, false, false};
    QTest::newRow("no more than three steps") << "2014-06-06" << 8 << QList<bool>{true, true, true, true};
}

void TestExploration::focusReachesItsSteps() {
    QFETCH(QString, moment);
    QFETCH(int, steps);
    QFETCH(QList<bool>, inFocus);
    QVERIFY(m_exploration->inFocus().isEmpty());
    m_exploration->setFocus(Focus{model::ActorId(0), steps});
    m_exploration->setMoment(day(moment));
    QCOMPARE(m_exploration->inFocus(), inFocus);
    QVERIFY(m_exploration->focus()->steps <= 3);
    QVERIFY(m_exploration->isInFocus(model::EventId(1)));
    QVERIFY(!m_exploration->isInFocus(model::EventId(0)));
    m_exploration->setFocus({});
    QVERIFY(m_exploration->isInFocus(model::EventId(0)));
}

void TestExploration::steppingMeetsEveryShownEvent_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("all") << "" << qsizetype(10);
    QTest::newRow("important ones") << "importance>=4" << qsizetype(4);
    QTest::newRow("none") << "theme=elsewhere" << qsizetype(0);
}

void TestExploration::steppingMeetsEveryShownEvent() {
    QFETCH(QString, filter);
    QFETCH(qsizetype, count);
    m_exploration->setFilter(*model::Filter::parse(filter));
    QCOMPARE(m_exploration->shownCount(), count);
    m_exploration->setMoment(day("1900-01-01"));
    QList<model::Subject> met;
    for (m_exploration->selectNextEvent(); met.isEmpty() || met.last() != m_exploration->selection();
         m_exploration->selectNextEvent())
        met.append(m_exploration->selection());
    const model::Dossier& dossier = *m_exploration->dossier();
    QList<model::Subject> expected;
    for (const model::EventId event : dossier.eventsInOrder() + dossier.undatedEvents())
        if (m_exploration->shownEvents()[event.index])
            expected.append(event);
    if (expected.isEmpty())
        expected.append(model::Subject());
    QVERIFY(met == expected);
    while (met.size() > 1) {
        met.removeLast();
        m_exploration->selectPreviousEvent();
        QVERIFY(m_exploration->selection() == met.last());
    }
    m_exploration->selectPreviousEvent();
    QVERIFY(m_exploration->selection() == met.first());
}

void TestExploration::steppingStartsAtTheMoment() {
    m_exploration->setMoment(day("2015-06-01"));
    m_exploration->selectNextEvent();
    QVERIFY(m_exploration->selection() == find("between"));
    m_exploration->select(find("north"));
    m_exploration->setMoment(day("2015-06-01"));
    m_exploration->selectPreviousEvent();
    QVERIFY(m_exploration->selection() == find("month"));
}

void TestExploration::steppingMeetsEveryChange() {
    const QList<model::Day> days = model::changeDays(*m_exploration->dossier());
    QCOMPARE(days, QList<model::Day>({day("2011-01-01"), day("2012-06-05"), day("2013-01-01"), day("2018-02-03")}));
    m_exploration->setMoment(day("1900-01-01"));
    for (const model::Day one : days) {
        m_exploration->stepToNextChange();
        QCOMPARE(m_exploration->moment(), one);
    }
    m_exploration->stepToNextChange();
    QCOMPARE(m_exploration->moment(), days.last());
    for (qsizetype i = days.size() - 2; i >= 0; --i) {
        m_exploration->stepToPreviousChange();
        QCOMPARE(m_exploration->moment(), days[i]);
    }
    m_exploration->stepToPreviousChange();
    QCOMPARE(m_exploration->moment(), days.first());
}

void TestExploration::openingShowsTheOpeningView() {
    m_exploration->setFilter(filter("importance>=4"));
    m_exploration->setFocus(Focus{model::ActorId(0), 2});
    m_exploration->setSpan({1, 2});
    m_exploration->hover(find("north"));
    m_exploration->setShowEnded(false);
    model::Tables tables = smallTables();
    tables.head.openingSelection = QStringLiteral("day");
    tables.head.openingMoment = QStringLiteral("2015-05");
    m_exploration->open(dossierOf(tables));
    View expected;
    expected.selection = find("day");
    expected.moment = day("2015-05-31");
    expected.showEnded = false;
    QVERIFY(m_exploration->view() == expected);
    QVERIFY(model::isNothing(m_exploration->hovered()));
    QCOMPARE(m_exploration->shownCount(), qsizetype(10));
}

void TestExploration::openingWithoutAnOpeningView() {
    QVERIFY(model::isNothing(m_exploration->selection()));
    QCOMPARE(m_exploration->moment(), day("2019-01-01"));
    QVERIFY(!m_exploration->view().span);
    const Span whole = m_exploration->wholeSpan();
    QVERIFY(m_exploration->span() == whole);
    const auto dated = m_exploration->dossier()->span();
    const double width = static_cast<double>(dated->last - dated->first) + 1;
    QCOMPARE(whole.width(), 1.08 * width);
    m_exploration->open(dossierOf({}));
    QVERIFY(m_exploration->span().width() > 36'000);
    QVERIFY(m_exploration->network().ties.isEmpty());
}

QTEST_APPLESS_MAIN(TestExploration)
#include "tst_exploration.moc"
