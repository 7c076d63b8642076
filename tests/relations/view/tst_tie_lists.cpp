#include "app/relations/view/matrix_view.h"
#include "tests/relations/view/support_network.h"

#include <QMenu>
#include <QTest>
#include <QTimer>

using namespace entente;
using namespace entente::test;

/// Where several ties share a line or a cell, they open as a list.
class TestTieLists : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_stage.reset(); }
    void aBundleOpensAsAListOfItsTies();
    void aBundleIsReadWithItsNumber();
    void anyOtherLineIsSelectedAtOnce();
    void theTiesOfAnActorAreListedByKey();
    void theTiesOfAnActorAreInItsMenu();
    void aCellOfSeveralOpensAsAList_data();
    void aCellOfSeveralOpensAsAList();
    void aCellIsMarkedForAnyOfItsTies();
    void aLongListEnds();

private:
    const relations::Line* bundle() const {
        for (const relations::Line& line : m_stage->scene().lines)
            if (!line.bundled.isEmpty())
                return &line;
        return nullptr;
    }
    static QMenu* list() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }
    /// The words of the list that is open; chooses one of its ties, or closes it.
    QStringList listed(int choice = -1) const;

    std::unique_ptr<Stage> m_stage;
};

namespace {

constexpr qsizetype more = 6;

/// As the small network, with more ties of the two poles.
model::DossierPointer crowded(qsizetype count) {
    model::Tables tables = smallNetwork();
    for (qsizetype i = 0; i < count; ++i) {
        const QString key = QStringLiteral("more-%1").arg(i);
        model::Period period = tables.periods.first();
        period.key = key + QStringLiteral("-1");
        period.relationship = model::RelationshipId(tables.relationships.size());
        period.from.date = model::Edtf::parse(QString::number(2002 + i % 10)).value();
        tables.relationships.append({key,
                                     model::ActorId(0),
                                     model::ActorId(1),
                                     model::RelationTypeId(2 + i % 3),
                                     QStringLiteral("bond %1").arg(i),
                                     {},
                                     {}});
        tables.periods.append(period);
    }
    return std::make_shared<const model::Dossier>(std::move(tables));
}

} // namespace

void TestTieLists::initTestCase() {
    prepareApplication();
    m_stage = std::make_unique<Stage>();
    m_stage->exploration.open(crowded(more));
    QTRY_VERIFY(m_stage->view.isPlaced());
}

void TestTieLists::init() {
    m_stage->exploration.select({});
    m_stage->exploration.setFocus({});
    m_stage->view.activateWindow();
    m_stage->view.setFocus();
}

QStringList TestTieLists::listed(int choice) const {
    QStringList words;
    QMenu* menu = list();
    if (!menu)
        return words;
    for (QAction* action : menu->actions())
        words.append(QString(action->text()).replace("&&", "&"));
    for (int i = 0; i < choice; ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, choice < 0 ? Qt::Key_Escape : Qt::Key_Return);
    return words;
}

void TestTieLists::aBundleOpensAsAListOfItsTies() {
    const relations::Line* line = bundle();
    QVERIFY(line);
    QCOMPARE(line->label, QString("+3")); // a treaty and six more
    const QList<model::Subject> hidden = line->bundled;
    m_stage->hand.click(line->labelBox.center());
    QVERIFY(model::isNothing(m_stage->exploration.selection()));
    QVERIFY(list());
    QVERIFY(!list()->accessibleName().isEmpty());
    const QStringList words = listed(3);
    QCOMPARE(words.size(), 4);
    for (const QString& each : words)
        QVERIFY2(each.contains("bond"), qPrintable(each));
    QVERIFY(words.last().contains(m_stage->exploration.dossier()
                                      ->relationship(std::get<model::RelationshipId>(m_stage->exploration.selection()))
                                      .label));
    QVERIFY(hidden.contains(m_stage->exploration.selection()));
    QVERIFY2(!bundle(), "what is selected has a line of its own");
}

void TestTieLists::aBundleIsReadWithItsNumber() {
    const auto row = std::distance(m_stage->scene().lines.constData(), bundle());
    QVERIFY(m_stage->view.rowText(row).endsWith(", and 3 more"));
}

void TestTieLists::anyOtherLineIsSelectedAtOnce() {
    m_stage->hand.click(m_stage->seenAt("west-sanctions"));
    QVERIFY(!list());
    QCOMPARE(m_stage->selected(), QString("west-sanctions"));
}

void TestTieLists::theTiesOfAnActorAreListedByKey() {
    m_stage->exploration.select(m_stage->find("west"));
    QVERIFY(m_stage->hand.key(Qt::Key_T));
    const QStringList words = listed(1);
    QCOMPARE(words.size(), 3); // with the pact, the south, the east
    QVERIFY(std::holds_alternative<model::RelationshipId>(m_stage->exploration.selection()));
    m_stage->exploration.select({});
}

void TestTieLists::theTiesOfAnActorAreInItsMenu() {
    QTimer::singleShot(0, qApp, [] {
        for (QAction* action : list()->actions())
            if (action->text().remove('&') == "Ties…")
                list()->setActiveAction(action);
        QTest::keyClick(list(), Qt::Key_Return);
    });
    const QPoint at = m_stage->seenAt("north").toPoint();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_stage->view.mapToGlobal(at));
    QApplication::sendEvent(&m_stage->view, &event);
    QVERIFY(list());
    QVERIFY(listed().size() > more);
}

void TestTieLists::aCellOfSeveralOpensAsAList_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("click") << 0;
    QTest::newRow("Space") << int(Qt::Key_Space);
    QTest::newRow("Enter") << int(Qt::Key_Return);
}

void TestTieLists::aCellOfSeveralOpensAsAList() {
    QFETCH(int, key);
    relations::MatrixView matrix(m_stage->exploration, m_stage->theme, m_stage->wording);
    matrix.resize(600, 500);
    matrix.show();
    QVERIFY(QTest::qWaitForWindowActive(&matrix));
    const auto cells = matrix.matrix().cells;
    const auto cell =
        std::max_element(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.more < b.more; });
    QVERIFY(cell->more >= more);
    if (key == 0) {
        QTest::mouseClick(matrix.viewport(), Qt::LeftButton, {},
                          matrix.cellRect(cell->row, cell->column).center().toPoint());
    } else {
        for (int i = 0; i < cell->row; ++i)
            QTest::keyClick(&matrix, Qt::Key_Down);
        for (int i = 0; i < cell->column; ++i)
            QTest::keyClick(&matrix, Qt::Key_Right);
        QTest::keyClick(&matrix, Qt::Key(key));
    }
    const QStringList words = listed(2);
    QCOMPARE(words.size(), cell->more + 1);
    const model::Tie& third = m_stage->exploration.network().ties[matrix.matrix().tiesOf(*cell)[2]];
    QVERIFY(m_stage->exploration.selection() == third.subject());
    QVERIFY(!m_stage->exploration.focus());
}

void TestTieLists::aCellIsMarkedForAnyOfItsTies() {
    relations::MatrixView matrix(m_stage->exploration, m_stage->theme, m_stage->wording);
    matrix.resize(600, 500);
    matrix.show();
    const QImage before = matrix.grab().toImage();
    for (const char* key : {"more-0", "more-5"}) {
        m_stage->exploration.select(m_stage->find(key));
        QVERIFY(matrix.grab().toImage() != before);
        qsizetype selected = 0;
        for (qsizetype row = 0; row < matrix.rowCount(); ++row)
            if (matrix.isRowSelected(row)) {
                ++selected;
                QVERIFY(matrix.rowText(row).contains(QStringLiteral("bond %1").arg(key[5])));
            }
        QCOMPARE(selected, 2); // it has no direction
    }
}

void TestTieLists::aLongListEnds() {
    Stage stage;
    stage.exploration.open(crowded(150));
    stage.exploration.select(stage.find("north"));
    QVERIFY(stage.hand.key(Qt::Key_T));
    QVERIFY(list());
    QCOMPARE(list()->actions().size(), 101);
    QVERIFY(list()->actions().last()->text().endsWith("more, see the table"));
    QVERIFY(!list()->actions().last()->isEnabled());
    listed();
}

QTEST_MAIN(TestTieLists)
#include "tst_tie_lists.moc"
