#include "tests/shell/support_window.h"

#include "app/details/central_table.h"
#include "app/shell/kept_places.h"
#include "app/shell/reading_bar.h"
#include "app/shell/report_bar.h"
#include "app/shell/route_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace entente;
using namespace entente::shell;

/// What the menus do with the network: comparing, paths, who is central, the matrix, kept places.
class TestNetworkDeeds : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void init();
    void comparingListsWhatBeganAndEnded_data();
    void comparingListsWhatBeganAndEnded();
    void everyDifferenceHasItsSource();
    void theWayBackLeadsToTheComparison();
    void pathIsAskedForAndTold();
    void actorsAreKnownByWhatTheyAreCalled_data();
    void actorsAreKnownByWhatTheyAreCalled();
    void noPathSaysSo();
    void cancelledPathChangesNothing();
    void theMatrixTakesTheDrawingsPlace();
    void whoIsCentralIsListed();
    void placesAreKept();
    void damagedPlacesAreComputedAgain();
    void nobodyChangesPlacesWhileThePanelIsResized();
    void cancelledPlacingSaysSoAndGoesOn();

private:
    const model::Dossier& dossier() { return m_window->dossier(); }
    exploration::Exploration& exploration() { return (*m_window)->exploration(); }
    model::Subject find(const char* key) { return dossier().find(QString::fromLatin1(key)); }
    QString page() { return (*m_window)->panels().details().spokenText(); }
    QAction* action(const QString& text) {
        for (QAction* menu : (*m_window)->menuBar()->actions())
            for (QAction* each : menu->menu()->actions())
                if (each->text().remove('&').startsWith(text))
                    return each;
        return nullptr;
    }
    void press(const QString& text) {
        for (auto* button : (*m_window)->panels().details().findChildren<QPushButton*>())
            if (button->text().remove('&') == text && button->isVisible())
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(qPrintable(text));
    }

    std::unique_ptr<TestWindow> m_window;
};

static model::Day day(const char* text) {
    return model::Edtf::parse(QString::fromLatin1(text))->earliest().day;
}

void TestNetworkDeeds::initTestCase() {
    prepareApplication();
    m_window = std::make_unique<TestWindow>();
    QTRY_VERIFY_WITH_TIMEOUT((*m_window)->panels().network().isPlaced(), 60'000);
}

void TestNetworkDeeds::init() {
    while (exploration().leave()) {
    }
}

void TestNetworkDeeds::comparingListsWhatBeganAndEnded_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("treaty of 2001 to entry into force") << "2001-03-12"
                                                        << "2025-10-02";
    QTest::newRow("deal to leaving it") << "2015-07-14"
                                        << "2018-05-08";
}

/// The page has each period that differs, and the event behind it if that lies between.
void TestNetworkDeeds::comparingListsWhatBeganAndEnded() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    exploration().setMoment(day(qPrintable(other)));
    exploration().compareWith(day(qPrintable(one)));
    const model::Comparison& comparison = *exploration().comparison();
    QVERIFY(!comparison.periods.isEmpty());
    const QString words = page();
    for (const model::PeriodDifference& difference : comparison.periods) {
        const model::Period& period = dossier().period(difference.period);
        QVERIFY2(words.contains((*m_window)->wording().relationship(dossier(), period.relationship)),
                 qPrintable(period.key));
        if (period.begunBy.isValid() && difference.begins != model::Presence::None)
            QVERIFY2(words.contains(dossier().titleOf(period.begunBy)), qPrintable(period.key));
        if (period.endedBy.isValid() && difference.ends != model::Presence::None)
            QVERIFY2(words.contains(dossier().titleOf(period.endedBy)), qPrintable(period.key));
    }
}

void TestNetworkDeeds::everyDifferenceHasItsSource() {
    exploration().setMoment(day("2025-10-02"));
    exploration().compareWith(day("2001-03-12"));
    const QString words = page();
    for (const model::PeriodDifference& difference : exploration().comparison()->periods)
        for (const model::CitationId citation : dossier().period(difference.period).citations) {
            const model::Source& source = dossier().source(dossier().citation(citation).source);
            QVERIFY2(words.contains(source.title), qPrintable(source.title));
        }
}

void TestNetworkDeeds::theWayBackLeadsToTheComparison() {
    exploration().setMoment(day("2018-05-08"));
    exploration().compareWith(day("2015-07-14"));
    QVERIFY(page().contains("What changed"));
    exploration().select(find("russia"));
    QVERIFY(!page().contains("What changed"));
    press("Back to the Comparison");
    QTRY_VERIFY(page().contains("What changed"));
    press("End Comparison");
    QTRY_VERIFY(!exploration().view().compared);
}

/// Fills the dialog that opens next, as a hand would.
static void answer(const QString& from, const QString& to, bool inTime, bool accept) {
    QTimer::singleShot(0, qApp, [=] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        for (const auto& [name, text] : {std::pair("from", from), std::pair("to", to)}) {
            auto* box = dialog->findChild<QComboBox*>(name);
            box->setEditText(text);
        }
        for (auto* choice : dialog->findChildren<QRadioButton*>())
            if (choice->text().startsWith("Over") == inTime)
                choice->click();
        accept ? dialog->accept() : dialog->reject();
    });
}

void TestNetworkDeeds::pathIsAskedForAndTold() {
    exploration().setMoment(day("2025-02-01"));
    const QString from = dossier().actor(std::get<model::ActorId>(find("putin"))).name;
    const QString to = dossier().actor(std::get<model::ActorId>(find("iran"))).name;
    answer(from, to, false, true);
    action("Path Between")->trigger();
    QVERIFY(exploration().view().route);
    const auto& path = exploration().path();
    QVERIFY(path);
    QVERIFY(!path->steps.isEmpty());
    for (const model::PathStep& step : path->steps)
        QVERIFY(page().contains((*m_window)->wording().pathStep(dossier(), step)));
    QTimer::singleShot(0, this, [&] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QComboBox*>("from")->currentText(), from);
        QCOMPARE(dialog->findChild<QComboBox*>("to")->currentText(), to);
        dialog->reject();
    });
    action("Path Between")->trigger(); // begins with the path that is there
    press("The Other Way");
    QTRY_COMPARE(dossier().actor(exploration().view().route->from).name, to);
    press("End Path");
    QTRY_VERIFY(!exploration().view().route);
}

void TestNetworkDeeds::actorsAreKnownByWhatTheyAreCalled_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("name") << "Iran"
                          << "iran";
    QTest::newRow("short name") << "lavrov"
                                << "lavrov";
    QTest::newRow("code") << "IL"
                          << "israel";
    QTest::newRow("alias") << " Qalibaf"
                           << "ghalibaf";
    QTest::newRow("alias in Persian") << QStringLiteral("قالیباف") << "ghalibaf";
    QTest::newRow("part of a name") << "mohammad kha"
                                    << "khatami";
    QTest::newRow("part of several names") << "Mohammad"
                                           << "";
    QTest::newRow("nobody") << "Metternich"
                            << "";
    QTest::newRow("blanks") << "  "
                            << "";
}

void TestNetworkDeeds::actorsAreKnownByWhatTheyAreCalled() {
    QFETCH(QString, text);
    QFETCH(QString, key);
    const model::ActorId actor = actorCalled(dossier(), text);
    QCOMPARE(actor.isValid() ? dossier().actor(actor).key : QString(), key);
}

void TestNetworkDeeds::noPathSaysSo() {
    exploration().setMoment(day("1900-01-01"));
    exploration().seekRoute(
        exploration::Route{std::get<model::ActorId>(find("russia")), std::get<model::ActorId>(find("iran")), false});
    QVERIFY(!exploration().path());
    QVERIFY(page().contains("no path"));
    press("Over All Time");
    QTRY_VERIFY(exploration().view().route->inTime);
    QVERIFY(exploration().path());
}

void TestNetworkDeeds::cancelledPathChangesNothing() {
    const exploration::View before = exploration().view();
    answer({}, {}, false, false);
    action("Path Between")->trigger();
    QVERIFY(exploration().view() == before);
}

void TestNetworkDeeds::theMatrixTakesTheDrawingsPlace() {
    exploration().setMoment(day("2025-02-01"));
    action("As a Matrix")->trigger();
    QVERIFY((*m_window)->panels().matrix().isVisible());
    QVERIFY(!(*m_window)->panels().network().isVisible());
    QVERIFY(action("As a Matrix")->isChecked());
    QVERIFY(!(*m_window)->panels().matrix().matrix().cells.isEmpty());
    action("As a Matrix")->trigger();
    QVERIFY((*m_window)->panels().network().isVisible());
}

void TestNetworkDeeds::whoIsCentralIsListed() {
    exploration().setMoment(day("2025-02-01"));
    action("Who Is Central")->trigger();
    QTableView& table = (*m_window)->panels().table().centrals();
    QTRY_VERIFY_WITH_TIMEOUT(table.model()->rowCount() > 5, 60'000);
    const QStringList first = {table.model()->index(0, 0).data().toString(),
                               table.model()->index(1, 0).data().toString()};
    QVERIFY2(first.contains(dossier().actor(std::get<model::ActorId>(find("iran"))).name), qPrintable(first.join(',')));
    const auto series =
        table.model()->index(0, details::CentralTable::OverTime).data(details::CentralTable::SeriesRole);
    QVERIFY(series.value<QList<double>>().size() > 10);
    table.setCurrentIndex(table.model()->index(0, 0));
    QVERIFY(std::holds_alternative<model::ActorId>(exploration().selection()));
    exploration().setMoment(day("1900-01-01")); // when nothing but what is part of something is tied
    QSet<model::ActorId> tied;
    for (const model::Tie& tie : exploration().network().ties)
        tied << tie.from << tie.to;
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), static_cast<int>(tied.size()), 60'000);
    (*m_window)->toggleTable();
}

void TestNetworkDeeds::placesAreKept() {
    QTemporaryDir folder;
    const relations::KeptPlaces kept = keptPlaces(folder.filePath("places"));
    const QByteArray digest(32, 'd'), bytes("where all stand");
    QVERIFY(!kept.read(digest));
    kept.write(digest, bytes);
    QCOMPARE(kept.read(digest), bytes);
    for (int i = 0; i < 120; ++i)
        kept.write(QByteArray::number(i).rightJustified(32, '0'), bytes);
    QCOMPARE(QDir(folder.filePath("places")).entryList(QDir::Files).size(), 100);
    const relations::KeptPlaces nowhere = keptPlaces("/proc/nowhere");
    nowhere.write(digest, bytes);
    QVERIFY(!nowhere.read(digest));
}

void TestNetworkDeeds::damagedPlacesAreComputedAgain() {
    relations::Placing placing;
    int asked = 0;
    QByteArray written;
    placing.setKept({[&](const QByteArray&) {
                         ++asked;
                         return std::optional<QByteArray>("no places");
                     },
                     [&](const QByteArray&, const QByteArray& bytes) { written = bytes; }});
    QSignalSpy placed(&placing, &relations::Placing::placed);
    relations::Measures measures;
    measures.node = [](model::ActorKind, bool, const QString&) { return QSizeF(40, 26); };
    measures.name = measures.label = [](const QString& text) { return 7.0 * static_cast<double>(text.size()); };
    placing.start(exploration().dossier(), measures, {});
    QTRY_VERIFY(!placing.isRunning());
    QCOMPARE(asked, 1);
    QVERIFY(!written.isEmpty());
    placing.start(exploration().dossier(), measures, {});
    QVERIFY2(!placing.isRunning(), "what was computed last is known");
    QCOMPARE(asked, 1);
    QCOMPARE(placed.size(), 2);
}

/// Everybody keeps to the same share of the panel, whichever way it is resized, and after pinning somebody then.
void TestNetworkDeeds::nobodyChangesPlacesWhileThePanelIsResized() {
    relations::NetworkView& network = (*m_window)->panels().network();
    const auto shares = [&] {
        QList<QPointF> places;
        const QRectF canvas = network.scene().canvas;
        for (const relations::Node& node : network.scene().nodes) {
            const QPointF off = node.frame.center() - canvas.center();
            places << QPointF(off.x() / canvas.width(), off.y() / canvas.height());
        }
        return places;
    };
    const QSize size = network.size();
    const QList<QPointF> before = shares();
    for (const int wider : {1, 7, 16, 33, -5, 60}) {
        network.resize(size + QSize(wider, wider / 2));
        const QList<QPointF> after = shares();
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            QVERIFY2(QLineF(before[i], after[i]).length() < 0.02, qPrintable(QString::number(wider)));
    }
    network.resize(size);
    QCOMPARE(shares(), before);
}

void TestNetworkDeeds::cancelledPlacingSaysSoAndGoesOn() {
    relations::NetworkView& network = (*m_window)->panels().network();
    ReportBar& report = (*m_window)->reportBar();
    report.hide();
    for (auto* bar : (*m_window)->findChildren<ReadingBar*>())
        for (auto* cancel : bar->findChildren<QPushButton*>())
            cancel->click();
    QVERIFY(report.isVisibleTo(m_window->operator->()));
    QCOMPARE(report.text(), QString("Actors are placed in part only."));
    QSignalSpy placed(&network, &relations::NetworkView::placed);
    for (auto* button : report.findChildren<QPushButton*>())
        if (button->text() == "&Place Them Further")
            button->click();
    QTRY_COMPARE(placed.size(), 1);
    QVERIFY(!report.isVisibleTo(m_window->operator->()));
}

QTEST_MAIN(TestNetworkDeeds)
#include "tst_network_deeds.moc"
