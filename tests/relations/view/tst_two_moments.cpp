#include "app/relations/view/matrix_view.h"
#include "app/relations/view/network_heading.h"
#include "tests/relations/view/support_network.h"

#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::test;

/// Two moments compared, and paths, in the drawing, the heading and the matrix.
class TestTwoMoments : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void init() { m_stage->reset(); }
    void signsTellWhatBecameOfTies();
    void whatStayedStepsBack();
    void theLegendExplainsTheSigns();
    void noNodeMoves();
    void tiesOfAPathStandOut();
    void theHeadingTakesADay();
    void theHeadingRefusesNonsense();
    void escapeEndsTheComparison();
    void matrixAndDrawingShareTheSelection();
    void theMatrixIsDrivenByKeys();

private:
    const relations::Line* lineOf(const QString& key) const {
        for (const relations::Line& line : m_stage->scene().lines)
            if (line.subject == m_stage->find(key))
                return &line;
        return nullptr;
    }

    std::unique_ptr<Stage> m_stage = std::make_unique<Stage>();
    exploration::Player m_player{m_stage->exploration};
};

void TestTwoMoments::signsTellWhatBecameOfTies() {
    m_stage->exploration.setMoment(day("2025-01-01"));
    m_stage->exploration.compareWith(day("2011-01-01"));
    QCOMPARE(lineOf("council-seat")->difference, model::Difference::New);
    QVERIFY(lineOf("council-seat")->label.startsWith("+"));
    QCOMPARE(lineOf("north-east")->difference, model::Difference::Gone);
    QVERIFY(lineOf("north-east")->label.startsWith(QString::fromUtf8("\u2212")));
    QVERIFY(lineOf("north-east")->ended);
    QCOMPARE(lineOf("west-east")->difference, model::Difference::Same);
    QVERIFY(!lineOf("west-east")->label.startsWith("+"));
    for (const relations::Line& line : m_stage->scene().lines) {
        const bool isSame = line.difference == model::Difference::Same;
        QVERIFY2(isSame || !line.labelBox.isNull(), qPrintable(line.label));
    }
}

void TestTwoMoments::whatStayedStepsBack() {
    m_stage->exploration.setMoment(day("2025-01-01"));
    m_stage->exploration.compareWith(day("2011-01-01"));
    for (const relations::Line& line : m_stage->scene().lines)
        QCOMPARE(line.dimmed, line.difference == model::Difference::Same);
    m_stage->exploration.compareWith({});
    for (const relations::Line& line : m_stage->scene().lines)
        QVERIFY(!line.dimmed);
}

void TestTwoMoments::theLegendExplainsTheSigns() {
    m_stage->exploration.setMoment(day("2025-01-01"));
    m_stage->exploration.compareWith(day("2011-01-01"));
    QStringList signs;
    for (const relations::LegendItem& item : m_stage->scene().legend) {
        if (!item.sign.isEmpty())
            signs << item.sign + item.text;
        QVERIFY(m_stage->scene().frame.contains(item.box));
    }
    QCOMPARE(signs, (QStringList{"+new", QString::fromUtf8("\u2212gone")}));
}

void TestTwoMoments::noNodeMoves() {
    m_stage->exploration.setMoment(day("2025-01-01"));
    const QHash<QString, QRectF> before = m_stage->frames();
    m_stage->exploration.compareWith(day("2011-01-01"));
    const QHash<QString, QRectF> after = m_stage->frames();
    for (const auto& [key, frame] : before.asKeyValueRange())
        QCOMPARE(after.value(key), frame);
}

void TestTwoMoments::tiesOfAPathStandOut() {
    m_stage->exploration.setMoment(day("2016-01-01"));
    const auto actor = [this](const char* key) { return std::get<model::ActorId>(m_stage->find(key)); };
    m_stage->exploration.seekRoute(exploration::Route{actor("berg"), actor("west"), false});
    const auto& path = m_stage->exploration.path();
    QVERIFY(path);
    QVERIFY(!path->steps.isEmpty());
    int standing = 0;
    for (const relations::Line& line : m_stage->scene().lines) {
        standing += line.selected ? 1 : 0;
        QVERIFY(line.selected != line.dimmed);
    }
    QCOMPARE(standing, static_cast<int>(path->steps.size()));
    QVERIFY(m_stage->nodeOf("council")->dimmed);
    QVERIFY(!m_stage->nodeOf("berg")->dimmed);
}

void TestTwoMoments::theHeadingTakesADay() {
    relations::NetworkHeading heading(m_stage->exploration, m_player, m_stage->theme, m_stage->wording);
    heading.show();
    auto* field = heading.findChild<QLineEdit*>("compared");
    QVERIFY(field->isHidden());
    heading.toggleComparison();
    QVERIFY(!field->isHidden());
    QTest::keyClicks(field, "2001");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_stage->exploration.view().compared, day("2001-12-31"));
    heading.toggleComparison();
    QVERIFY(!m_stage->exploration.view().compared);
    QVERIFY(field->isHidden());
}

void TestTwoMoments::theHeadingRefusesNonsense() {
    relations::NetworkHeading heading(m_stage->exploration, m_player, m_stage->theme, m_stage->wording);
    heading.show();
    heading.toggleComparison();
    auto* field = heading.findChild<QLineEdit*>("compared");
    auto* error = heading.findChild<QLabel*>("momentError");
    QTest::keyClicks(field, "someday");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!error->isHidden());
    field->clear();
    QTest::keyClicks(field, m_stage->wording.day(m_stage->exploration.moment(), wording::Style::Short));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!error->isHidden());
    QVERIFY(!m_stage->exploration.view().compared);
}

void TestTwoMoments::escapeEndsTheComparison() {
    m_stage->exploration.compareWith(day("2001-01-01"));
    m_stage->exploration.select(m_stage->find("north"));
    QTest::keyClick(&m_stage->view, Qt::Key_Escape);
    QVERIFY(!m_stage->exploration.view().compared);
    QCOMPARE(m_stage->selected(), "north");
}

void TestTwoMoments::matrixAndDrawingShareTheSelection() {
    relations::MatrixView matrix(m_stage->exploration, m_stage->theme, m_stage->wording);
    matrix.resize(600, 500);
    matrix.show();
    QVERIFY(matrix.matrix().cells.size() > 4);
    const relations::Matrix::Cell cell = matrix.matrix().cells.first();
    QTest::mouseClick(matrix.viewport(), Qt::LeftButton, {}, matrix.cellRect(cell.row, cell.column).center().toPoint());
    const model::Subject tie = m_stage->exploration.network().ties[cell.tie].subject();
    QVERIFY(m_stage->exploration.selection() == tie);
    qsizetype selected = 0;
    for (qsizetype row = 0; row < matrix.rowCount(); ++row)
        selected += matrix.isRowSelected(row) ? 1 : 0;
    QVERIFY(selected > 0);
    m_stage->exploration.setMoment(day("1990-01-01"));
    QVERIFY(matrix.matrix().cells.isEmpty());
    QVERIFY(!matrix.grab().isNull());
}

void TestTwoMoments::theMatrixIsDrivenByKeys() {
    relations::MatrixView matrix(m_stage->exploration, m_stage->theme, m_stage->wording);
    matrix.resize(220, 200); // less than all: it must scroll along
    matrix.show();
    const int last = static_cast<int>(matrix.matrix().order.size()) - 1;
    for (int i = 0; i <= last; ++i)
        QTest::keyClick(&matrix, Qt::Key_Down);
    for (int i = 0; i <= last; ++i)
        QTest::keyClick(&matrix, Qt::Key_Right);
    QVERIFY(matrix.viewport()->rect().contains(matrix.cellRect(last, last).toAlignedRect()));
    const relations::Matrix::Cell cell = matrix.matrix().cells.last();
    for (int i = last; i > cell.row; --i)
        QTest::keyClick(&matrix, Qt::Key_Up);
    for (int i = last; i > cell.column; --i)
        QTest::keyClick(&matrix, Qt::Key_Left);
    QTest::keyClick(&matrix, Qt::Key_Space);
    QVERIFY(m_stage->exploration.selection() == m_stage->exploration.network().ties[cell.tie].subject());
}

QTEST_MAIN(TestTwoMoments)
#include "tst_two_moments.moc"
