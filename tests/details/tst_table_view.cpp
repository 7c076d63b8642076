#include "app/details/table_view.h"
#include "app/details/tables.h"
#include "tests/details/support_dossier.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace entente;
using namespace entente::details;

class TableViewTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(theme::loadFonts()); }
    void init();
    void cleanup();
    void modelsKeepTheRules();
    void eventsAreInOrderOfTime();
    void eventsSortByDayAndRank_data();
    void eventsSortByDayAndRank();
    void filterDecidesWhatIsListed();
    void tiesFollowTheMoment();
    void noColumnRepeatsAnother();
    void opensAtTheSelectedRow_data();
    void opensAtTheSelectedRow();
    void selectionGoesBothWays();
    void enterGoesInto();
    void everyCellSpeaks();

private:
    QStringList column(const QTableView& view, int column) const {
        QStringList texts;
        for (int row = 0; row < view.model()->rowCount(); ++row)
            texts.append(view.model()->index(row, column).data().toString());
        return texts;
    }

    theme::Theme m_theme;
    wording::Wording m_wording;
    std::unique_ptr<exploration::Exploration> m_exploration;
    std::unique_ptr<TableView> m_view;
};

void TableViewTest::init() {
    m_exploration = std::make_unique<exploration::Exploration>();
    m_exploration->open(test::detailsDossier());
    m_exploration->select({});
    m_exploration->setMoment(model::dayOf(2025, 1, 17));
    m_view = std::make_unique<TableView>(*m_exploration, m_theme, m_wording);
    m_view->resize(900, 400);
    m_view->show();
}

void TableViewTest::cleanup() {
    m_view.reset();
    m_exploration.reset();
}

void TableViewTest::modelsKeepTheRules() {
    EventTable events(*m_exploration, m_theme, m_wording);
    TieTable ties(*m_exploration, m_theme, m_wording);
    const QAbstractItemModelTester eventRules(&events, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester tieRules(&ties, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(events.rowCount(), 4);
    QVERIFY(ties.rowCount() > 0);
    m_exploration->setFilter(*model::Filter::parse(QStringLiteral("importance>=4")));
    m_exploration->setMoment(model::dayOf(2005, 1, 1));
    m_exploration->open(test::detailsDossier());
}

void TableViewTest::eventsAreInOrderOfTime() {
    QCOMPARE(column(m_view->events(), EventTable::Title),
             (QStringList{"Treaty proposed", "Treaty signed in the capital", "Treaty enters into force",
                          "Neighbours fear a war"}));
}

void TableViewTest::eventsSortByDayAndRank_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("date") << int(EventTable::Date) << Qt::AscendingOrder << "Treaty proposed"
                          << "Neighbours fear a war";
    QTest::newRow("date, latest first") << int(EventTable::Date) << Qt::DescendingOrder << "Treaty enters into force"
                                        << "Neighbours fear a war";
    QTest::newRow("importance") << int(EventTable::Importance) << Qt::DescendingOrder << "Treaty signed in the capital"
                                << "Neighbours fear a war";
    QTest::newRow("title") << int(EventTable::Title) << Qt::AscendingOrder << "Neighbours fear a war"
                           << "Treaty signed in the capital";
    QTest::newRow("sources") << int(EventTable::Sources) << Qt::DescendingOrder << "Treaty signed in the capital"
                             << "Neighbours fear a war";
}

void TableViewTest::eventsSortByDayAndRank() {
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    QFETCH(QString, first);
    QFETCH(QString, last);
    m_view->events().sortByColumn(column, order);
    const QStringList titles = this->column(m_view->events(), EventTable::Title);
    QCOMPARE(titles.first(), first);
    QCOMPARE(titles.last(), last);
}

void TableViewTest::filterDecidesWhatIsListed() {
    m_exploration->setFilter(*model::Filter::parse(QStringLiteral("importance>=4")));
    QCOMPARE(m_view->events().model()->rowCount(), 2);
    m_exploration->setFilter({});
    QCOMPARE(m_view->events().model()->rowCount(), 4);
}

void TableViewTest::tiesFollowTheMoment() {
    QVERIFY(column(m_view->ties(), TieTable::To).contains(QStringLiteral("South")));
    m_exploration->setMoment(model::dayOf(2005, 6, 1));
    QCOMPARE(column(m_view->ties(), TieTable::State), QStringList{"in force"});
    m_exploration->setMoment(model::dayOf(2015, 6, 1)); // begun some day of that year
    QCOMPARE(column(m_view->ties(), TieTable::State), QStringList{"alleged, possible"});
    m_exploration->setMoment(model::dayOf(2012, 6, 1));
    QCOMPARE(column(m_view->ties(), TieTable::State), QStringList{"ended"});
    m_exploration->setMoment(model::dayOf(1990, 1, 1));
    QCOMPARE(m_view->ties().model()->rowCount(), 0);
}

void TableViewTest::noColumnRepeatsAnother() {
    for (const model::Day moment : {model::dayOf(2005, 6, 1), model::dayOf(2012, 6, 1), model::dayOf(2025, 1, 17)}) {
        m_exploration->setMoment(moment);
        QStringList columns;
        for (int i = 0; i < m_view->ties().model()->columnCount(); ++i)
            columns << column(m_view->ties(), i).join('\n');
        columns.removeAll(QString(m_view->ties().model()->rowCount() - 1, '\n')); // no end is known
        QCOMPARE(columns.removeDuplicates(), 0);
    }
}

void TableViewTest::opensAtTheSelectedRow_data() {
    QTest::addColumn<int>("selected");
    QTest::newRow("nothing") << -1;
    QTest::newRow("near the top") << 6;
    QTest::newRow("in the middle") << 60;
    QTest::newRow("the last") << 119;
}

/// The window makes the table before anybody looks at it, and small.
void TableViewTest::opensAtTheSelectedRow() {
    QFETCH(int, selected);
    model::Tables tables = m_exploration->dossier()->tables();
    const model::Event event = tables.events[model::EventId(0).index];
    for (int i = 0; i < 120; ++i) {
        model::Event next = event;
        next.key = QStringLiteral("more-%1").arg(i, 3, 10, QLatin1Char('0'));
        next.title = QStringLiteral("Number %1").arg(i);
        tables.events.append(next);
    }
    m_exploration->open(std::make_shared<const model::Dossier>(std::move(tables)));
    TableView view(*m_exploration, m_theme, m_wording);
    view.resize(100, 30);
    m_exploration->select(m_exploration->dossier()->find("more-119"));
    m_exploration->select(selected < 0 ? model::Subject()
                                       : m_exploration->dossier()->find(
                                             QStringLiteral("more-%1").arg(selected, 3, 10, QLatin1Char('0'))));
    QCoreApplication::processEvents();
    view.resize(900, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QTableView& table = view.events();
    const QModelIndex current = table.currentIndex();
    if (selected < 0)
        QCOMPARE(table.rowAt(0), 0);
    else
        QVERIFY(table.viewport()->rect().contains(table.visualRect(current)));
    QCOMPARE(table.verticalScrollBar()->value() > 0, selected > 50);
}

void TableViewTest::selectionGoesBothWays() {
    m_exploration->select(m_exploration->dossier()->find(QStringLiteral("force")));
    QCOMPARE(m_view->events().currentIndex().siblingAtColumn(EventTable::Title).data().toString(),
             QStringLiteral("Treaty enters into force"));
    QTest::keyClick(&m_view->events(), Qt::Key_Up);
    QCOMPARE(m_exploration->selection(), m_exploration->dossier()->find(QStringLiteral("signing")));
    m_exploration->select({});
    QVERIFY(!m_view->events().selectionModel()->hasSelection());
    m_view->setCurrentIndex(1);
    m_view->ties().selectionModel()->setCurrentIndex(m_view->ties().model()->index(0, 0),
                                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QVERIFY(!model::isNothing(m_exploration->selection()));
}

void TableViewTest::enterGoesInto() {
    m_exploration->select(m_exploration->dossier()->find(QStringLiteral("signing")));
    QVERIFY(!m_exploration->view().span);
    QTest::keyClick(&m_view->events(), Qt::Key_Return);
    QVERIFY(m_exploration->view().span);
}

void TableViewTest::everyCellSpeaks() {
    for (const QTableView* view : {&m_view->events(), &m_view->ties()}) {
        QVERIFY(!view->accessibleName().isEmpty());
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            const QString header = view->model()->headerData(column, Qt::Horizontal).toString();
            QVERIFY(!header.isEmpty());
            QVERIFY(view->model()->index(0, column).data(Qt::AccessibleTextRole).toString().startsWith(header));
        }
    }
}

QTEST_MAIN(TableViewTest)
#include "tst_table_view.moc"
