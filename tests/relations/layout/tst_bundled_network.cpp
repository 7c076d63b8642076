#include "db/exchange/csv_tables.h"
#include "tests/relations/layout/support_dossier.h"
#include "tests/relations/layout/support_geometry.h"

#include <QTest>
#include <algorithm>

using namespace entente;
using namespace entente::relations;

/// The geometry of the bundled dossier at every moment of change.
class TestBundledNetwork : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void geometryIsSound_data();
    void geometryIsSound();
    void nobodyMoves();
    void fewTiesCross();
    void tiesLeaveApart();
    void everythingIsHit();

private:
    QStringList moments() const;

    model::DossierPointer m_dossier;
    Stage m_stage;
};

namespace {

/// In degrees, seen a little off the node.
double directionFrom(const Node& node, const Line& line) {
    const QPointF middle = node.frame.center();
    const double share = 40 / QLineF(line.path.first(), line.path.last()).length();
    const QPointF point =
        pointAlong(line.path, node.actor == line.from ? std::min(1.0, share) : 1 - std::min(1.0, share));
    return QLineF(middle, point).angle();
}

} // namespace

void TestBundledNetwork::initTestCase() {
    const auto report = exchange::importTables(QStringLiteral(ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran"));
    QVERIFY(report.has_value() && report->isAcceptable());
    m_dossier = std::make_shared<const model::Dossier>(report->tables);
    m_stage = Stage(m_dossier);
}

QStringList TestBundledNetwork::moments() const {
    QStringList days;
    for (const model::Day day : model::changeDays(*m_dossier))
        days << model::isoText(day);
    return days;
}

void TestBundledNetwork::geometryIsSound_data() {
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<QString>("selection");
    for (const QString selection : {"", "signing-2025", "iran", "agreement-2001"}) {
        QTest::addRow("as designed, %s", qPrintable(selection)) << QSizeF(620, 470) << selection;
        QTest::addRow("smallest, %s", qPrintable(selection)) << QSizeF(420, 300) << selection;
    }
}

void TestBundledNetwork::geometryIsSound() {
    QFETCH(QSizeF, size);
    QFETCH(QString, selection);
    QStringList faults;
    for (const QString& moment : moments()) {
        const Scene scene = m_stage.at(moment, size, m_dossier->find(selection));
        for (const QString& fault : faultsOf(scene, *m_dossier))
            faults << moment + ": " + fault;
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

void TestBundledNetwork::nobodyMoves() {
    QHash<model::ActorId, QPointF> seen;
    for (const QString& moment : moments()) {
        for (const Node& node : m_stage.at(moment, {620, 470}).nodes) {
            if (seen.contains(node.actor))
                QCOMPARE(node.frame.center(), seen.value(node.actor));
            seen[node.actor] = node.frame.center();
        }
    }
    QVERIFY(seen.size() > 20);
}

void TestBundledNetwork::fewTiesCross() {
    double sum = 0;
    for (const QString& moment : moments()) {
        const Scene scene = m_stage.at(moment, {620, 470});
        const int crossings = crossingsOf(scene);
        sum += crossings;
        QVERIFY2(crossings <= 3 + 0.15 * static_cast<double>(scene.lines.size()),
                 qPrintable(QStringLiteral("%1 crossings on %2").arg(crossings).arg(moment)));
    }
    QVERIFY2(sum / static_cast<double>(moments().size()) <= 2.6, qPrintable(QString::number(sum)));
}

/// Ties that hold, at their common nodes: even parallel ones, and those of a page that came between them.
void TestBundledNetwork::tiesLeaveApart() {
    int close = 0, all = 0;
    for (const QString& moment : moments()) {
        const Scene scene = m_stage.at(moment, {620, 470}, m_dossier->find("signing-2025"));
        for (const Node& node : scene.nodes) {
            QList<double> directions;
            for (const Line& line : scene.lines) {
                if (!line.ended && (line.from == node.actor || line.to == node.actor))
                    directions << directionFrom(node, line);
            }
            std::sort(directions.begin(), directions.end());
            for (qsizetype i = 1; i < directions.size(); ++i, ++all)
                close += directions[i] - directions[i - 1] < 6 ? 1 : 0;
        }
    }
    QVERIFY2(all > 1000 && close <= all / 100, qPrintable(QStringLiteral("%1 of %2").arg(close).arg(all)));
}

void TestBundledNetwork::everythingIsHit() {
    for (const QString& moment : moments()) {
        const Scene scene = m_stage.at(moment, {620, 470}, m_dossier->find("signing-2025"));
        for (const Node& node : scene.nodes)
            QCOMPARE(hit(scene, node.frame.center()), node.subject());
        for (const Line& line : scene.lines) {
            const auto at = anchorOf(scene, line.subject);
            QVERIFY2(at && hit(scene, *at) == line.subject,
                     qPrintable(m_dossier->keyOf(line.subject) + " on " + moment));
        }
    }
}

QTEST_APPLESS_MAIN(TestBundledNetwork)
#include "tst_bundled_network.moc"
