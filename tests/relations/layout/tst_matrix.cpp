#include "app/relations/layout/matrix.h"

#include <QRandomGenerator>
#include <QTest>

using namespace entente;
using namespace entente::relations;
using model::ActorId;

namespace {

model::DossierPointer dossierOf(int actors) {
    model::Tables tables;
    for (int i = 0; i < actors; ++i) {
        model::Actor actor;
        actor.key = QStringLiteral("actor-%1").arg(i, 4, 10, QLatin1Char('0'));
        tables.actors.append(actor);
    }
    return std::make_shared<const model::Dossier>(std::move(tables));
}

model::Tie tieOf(int from, int to, bool directed = false, bool ended = false) {
    model::Tie tie;
    tie.from = ActorId(from);
    tie.to = ActorId(to);
    tie.directed = directed;
    tie.ended = ended;
    return tie;
}

model::Network networkOf(const QList<model::Tie>& ties) {
    model::Network network;
    network.ties = ties;
    return network;
}

/// The furthest of a cell from the diagonal.
int bandwidthOf(const Matrix& matrix) {
    int most = 0;
    for (const Matrix::Cell& cell : matrix.cells)
        most = std::max(most, std::abs(cell.row - cell.column));
    return most;
}

} // namespace

/// The network as rows and columns.
class TestMatrix : public QObject {
    Q_OBJECT

private slots:
    void everyTieHasItsCells();
    void whoHasNoTieHasNoRow();
    void severalTiesShareACell();
    void aChainLiesAlongTheDiagonal();
    void theLargestComponentComesFirst();
    void everyCellIsFound();
};

void TestMatrix::everyTieHasItsCells() {
    const Matrix matrix = matrixOf(*dossierOf(3), networkOf({tieOf(0, 1), tieOf(1, 2, true)}));
    const auto row = [&](int actor) { return static_cast<int>(matrix.order.indexOf(ActorId(actor))); };
    QCOMPARE(matrix.cells.size(), 3);
    QVERIFY(matrix.at(row(0), row(1)));
    QVERIFY(matrix.at(row(1), row(0)));
    QVERIFY(matrix.at(row(1), row(2)));
    QVERIFY2(!matrix.at(row(2), row(1)), "a directed tie goes one way");
}

void TestMatrix::whoHasNoTieHasNoRow() {
    const Matrix matrix = matrixOf(*dossierOf(5), networkOf({tieOf(1, 3), tieOf(0, 4, false, true), tieOf(2, 2)}));
    QCOMPARE(matrix.order.size(), 2);
    QVERIFY(matrix.order.contains(ActorId(1)));
    QVERIFY(matrix.order.contains(ActorId(3)));
    QVERIFY(matrixOf(*dossierOf(5), {}).order.isEmpty());
}

void TestMatrix::severalTiesShareACell() {
    const Matrix matrix = matrixOf(*dossierOf(2), networkOf({tieOf(0, 1), tieOf(1, 0), tieOf(0, 1, true)}));
    QCOMPARE(matrix.cells.size(), 2);
    const int row = static_cast<int>(matrix.order.indexOf(ActorId(0)));
    QCOMPARE(matrix.at(row, 1 - row)->more, 2);
    QCOMPARE(matrix.at(1 - row, row)->more, 1);
    QCOMPARE(matrix.at(row, 1 - row)->tie, 0);
    QCOMPARE(matrix.tiesOf(*matrix.at(row, 1 - row)), (QList<int>{0, 1, 2}));
    QCOMPARE(matrix.tiesOf(*matrix.at(1 - row, row)), (QList<int>{0, 1}));
}

void TestMatrix::aChainLiesAlongTheDiagonal() {
    QList<int> shuffled;
    for (int i = 0; i < 60; ++i)
        shuffled << i * 37 % 60;
    QList<model::Tie> ties;
    for (int i = 1; i < 60; ++i)
        ties << tieOf(shuffled[i - 1], shuffled[i]);
    QCOMPARE(bandwidthOf(matrixOf(*dossierOf(60), networkOf(ties))), 1);
}

void TestMatrix::theLargestComponentComesFirst() {
    const Matrix matrix = matrixOf(*dossierOf(9), networkOf({tieOf(0, 1), tieOf(4, 5), tieOf(5, 6), tieOf(6, 8)}));
    const QList<ActorId> first = matrix.order.first(4);
    for (const int actor : {4, 5, 6, 8})
        QVERIFY(first.contains(ActorId(actor)));
}

void TestMatrix::everyCellIsFound() {
    QRandomGenerator random(3);
    QList<model::Tie> ties;
    for (int i = 0; i < 400; ++i)
        ties << tieOf(random.bounded(80), random.bounded(80), random.bounded(2), random.bounded(5) == 0);
    const auto dossier = dossierOf(80);
    const model::Network network = networkOf(ties);
    const Matrix matrix = matrixOf(*dossier, network);
    QVERIFY(matrix.cells == matrixOf(*dossier, network).cells);
    for (int row = 0; row < matrix.order.size(); ++row)
        for (int column = 0; column < matrix.order.size(); ++column) {
            int count = 0;
            for (const model::Tie& tie : ties) {
                const bool along = tie.from == matrix.order[row] && tie.to == matrix.order[column];
                const bool against = !tie.directed && tie.to == matrix.order[row] && tie.from == matrix.order[column];
                count += along || against;
            }
            const Matrix::Cell* cell = matrix.at(row, column);
            QCOMPARE(cell ? cell->more + 1 : 0, count);
        }
}

QTEST_GUILESS_MAIN(TestMatrix)
#include "tst_matrix.moc"
