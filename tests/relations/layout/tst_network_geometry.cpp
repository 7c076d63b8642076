#include "tests/relations/layout/support_dossier.h"
#include "tests/relations/layout/support_geometry.h"

#include "tests/bench/synthetic.h"

#include <QDataStream>
#include <QRandomGenerator>
#include <QTest>
#include <cmath>

using namespace entente;
using namespace entente::relations;

class TestNetworkGeometry : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void nobodyMoves();
    void fewTiesRunBehindNames_data();
    void fewTiesRunBehindNames();
    void fewTiesCross();
    void everythingIsHit();
    void sameInputSameScene();
    void rememberedIsTheSame_data();
    void rememberedIsTheSame();
    void zoomKeepsWithinTheFrame_data();
    void zoomKeepsWithinTheFrame();
    void focusReachesItsSteps_data();
    void focusReachesItsSteps();

private:
    Input inputOn(const QString& date) const;

    model::DossierPointer m_dossier;
    Stage m_stage;
};

namespace {

const QSizeF window(620, 470);
const QSizeF smallest(420, 300);

/// All that is drawn, to the last bit.
QByteArray bytesOf(const Scene& scene) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << scene.canvas << scene.scale;
    for (const Node& node : scene.nodes)
        out << node.actor.index << node.frame << node.text << node.name << node.nameBox << node.status << node.statusBox
            << node.onStage << node.pending << node.dot << node.dimmed << node.selected;
    for (const Line& line : scene.lines) {
        out << line.tie << line.from.index << line.to.index << line.path << line.label << line.labelBox << line.pending
            << line.ended << line.dimmed << line.selected << line.directed << line.bundled.size();
        for (const model::Subject& subject : line.bundled)
            std::visit(
                [&out](auto id) {
                    if constexpr (!std::is_same_v<decltype(id), std::monostate>)
                        out << id.index;
                },
                subject);
    }
    return bytes;
}

/// One look at a dossier: now and then another frame, place, selection or focus, nearly always another moment.
class Wanderer {
public:
    Wanderer(const model::DossierPointer& dossier, quint32 seed) : m_dice(seed), m_days(model::changeDays(*dossier)) {
        m_input.dossier = dossier;
        m_input.places = placesOf(*dossier, plainMeasures());
        m_input.measures = plainMeasures();
        m_input.words = plainWords();
        m_input.frame = QRectF(QPointF(0, 0), window);
        takeSeats();
    }

    const Input& next() {
        if (oneIn(12))
            m_input.zoom = 0.5 + below(30) / 10.0;
        if (oneIn(12))
            m_input.centre = QPointF(below(10), below(10)) / 10;
        if (oneIn(20)) {
            m_input.frame = QRectF(QPointF(0, 0), oneIn(2) ? window : QSizeF(900, 700));
            takeSeats();
        }
        const model::Tables& tables = m_input.dossier->tables();
        if (oneIn(5))
            m_input.selection = oneIn(2)   ? model::Subject()
                                : oneIn(2) ? model::Subject(model::ActorId(below(tables.actors.size())))
                                           : model::Subject(model::RelationshipId(below(tables.relationships.size())));
        if (oneIn(12))
            m_input.focus = oneIn(2) ? model::ActorId() : model::ActorId(below(tables.actors.size()));
        m_day = oneIn(4) ? below(m_days.size()) : std::min(m_days.size() - 1, m_day + 1);
        model::NetworkOptions options;
        options.showEnded = !oneIn(6);
        options.expanded = expandedBy(*m_input.dossier, m_input.selection);
        m_input.network = networkAt(*m_input.dossier, m_days[m_day], {}, options);
        return m_input;
    }

private:
    qsizetype below(qsizetype count) { return static_cast<qsizetype>(m_dice.bounded(static_cast<double>(count))); }
    bool oneIn(int count) { return m_dice.bounded(count) == 0; }
    void takeSeats() {
        const QRectF home = homeOf(*m_input.dossier, m_input.frame, m_input.measures, m_input.words);
        m_input.seats = seatsOf(*m_input.dossier, m_input.places, home, m_input.measures);
    }

    QRandomGenerator m_dice;
    QList<model::Day> m_days;
    Input m_input;
    qsizetype m_day = 0;
};

} // namespace

void TestNetworkGeometry::initTestCase() {
    m_dossier = treatyDossier();
    m_stage = Stage(m_dossier);
    QCOMPARE(m_stage.places().spots.size(), m_dossier->tables().actors.size() - 1);
}

void TestNetworkGeometry::nothingOverlaps_data() {
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<QString>("selection");
    for (const model::Day day : model::changeDays(*m_dossier)) {
        for (const QSizeF size : {window, smallest, QSizeF(1200, 900)}) {
            for (const QString selection : {"", "signing-2025", "agreement-2025", "iran"}) {
                const QString name =
                    QStringLiteral("%1 %2 %3").arg(model::isoText(day)).arg(size.width()).arg(selection);
                QTest::newRow(qPrintable(name)) << model::isoText(day) << size << selection;
            }
        }
    }
}

void TestNetworkGeometry::nothingOverlaps() {
    QFETCH(QString, moment);
    QFETCH(QSizeF, size);
    QFETCH(QString, selection);
    const Scene scene = m_stage.at(moment, size, m_dossier->find(selection));
    QCOMPARE(faultsOf(scene, *m_dossier).join(u'\n'), QString());
}

void TestNetworkGeometry::nobodyMoves() {
    for (const QSizeF size : {window, smallest}) {
        QHash<model::ActorId, QPointF> seen;
        for (const model::Day day : model::changeDays(*m_dossier)) {
            for (const Node& node : m_stage.at(model::isoText(day), size).nodes) {
                if (seen.contains(node.actor))
                    QCOMPARE(node.frame.center(), seen.value(node.actor));
                seen[node.actor] = node.frame.center();
            }
        }
        QVERIFY(seen.size() > 20);
    }
}

void TestNetworkGeometry::fewTiesRunBehindNames_data() {
    QTest::addColumn<qint64>("actors");
    QTest::addColumn<qint64>("ties");
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<double>("most");
    const auto add = [](qint64 actors, qint64 ties, quint64 seed, QSizeF size, double most) {
        QTest::addRow("%lld actors, %g x %g", actors, size.width(), size.height())
            << actors << ties << seed << size << most;
    };
    add(20, 40, 1, window, 0);
    add(30, 60, 1, window, 0.055);
    add(30, 60, 1, {900, 700}, 0);
    add(40, 60, 2, window, 0.195);
    add(40, 60, 2, {900, 700}, 0.065);
    add(60, 90, 3, {900, 700}, 0.125);
    add(60, 90, 3, {1200, 900}, 0.115);
}

/// Of others, as a share of all lines of all moments.
void TestNetworkGeometry::fewTiesRunBehindNames() {
    QFETCH(qint64, actors);
    QFETCH(qint64, ties);
    QFETCH(quint64, seed);
    QFETCH(QSizeF, size);
    QFETCH(double, most);
    const auto dossier = std::make_shared<const model::Dossier>(bench::Synthetic({10, actors, ties, seed}).tables());
    Stage stage(dossier);
    qsizetype behind = 0, lines = 0;
    for (const model::Day day : model::changeDays(*dossier)) {
        const Scene scene = stage.at(model::isoText(day), size);
        behind += tiesBehind(scene, *dossier).size();
        lines += scene.lines.size();
    }
    const double share = static_cast<double>(behind) / static_cast<double>(lines);
    QVERIFY2(lines > 1000 && share <= most, qPrintable(QString::number(share)));
}

void TestNetworkGeometry::fewTiesCross() {
    int worst = 0;
    for (const model::Day day : model::changeDays(*m_dossier)) {
        const Scene scene = m_stage.at(model::isoText(day), window);
        const int crossings = crossingsOf(scene);
        QVERIFY2(crossings <= 3 + 0.2 * static_cast<double>(scene.lines.size()),
                 qPrintable(QStringLiteral("%1 crossings on %2").arg(crossings).arg(model::isoText(day))));
        worst = std::max(worst, crossings);
    }
    QVERIFY2(worst <= 12, qPrintable(QString::number(worst)));
}

void TestNetworkGeometry::everythingIsHit() {
    for (const model::Day day : model::changeDays(*m_dossier)) {
        const Scene scene = m_stage.at(model::isoText(day), window, m_dossier->find("signing-2025"));
        for (const Node& node : scene.nodes)
            QCOMPARE(hit(scene, node.frame.center()), node.subject());
        for (const Line& line : scene.lines) {
            const auto anchor = anchorOf(scene, line.subject);
            QVERIFY(anchor.has_value());
            QVERIFY2(hit(scene, *anchor) == line.subject || std::holds_alternative<model::ActorId>(line.subject),
                     qPrintable(m_dossier->keyOf(line.subject) + " on " + model::isoText(day)));
        }
        QVERIFY(model::isNothing(hit(scene, {-50, -50})));
    }
}

void TestNetworkGeometry::sameInputSameScene() {
    const Places again = placesOf(*m_dossier, plainMeasures());
    const auto text = [&](Stage& stage) { return dump(stage.at("2025-06-22", window), *m_dossier); };
    Stage other(m_dossier, again);
    QCOMPARE(text(other), text(m_stage));
    for (qsizetype i = 0; i < again.spots.size(); ++i)
        QCOMPARE(again.spots[i].at, m_stage.places().spots[i].at);
}

void TestNetworkGeometry::rememberedIsTheSame_data() {
    QTest::addColumn<model::DossierPointer>("dossier");
    const auto made = [](qint64 actors, quint64 seed) {
        return std::make_shared<const model::Dossier>(bench::Synthetic({10, actors, 2 * actors, seed}).tables());
    };
    QTest::newRow("treaties") << m_dossier;
    QTest::newRow("30 actors") << made(30, 1);
    QTest::newRow("60 actors") << made(60, 2);
    QTest::newRow("a crowd") << made(300, 3);
}

/// The scene of a moment is that which is made from nothing, whatever was looked at before.
void TestNetworkGeometry::rememberedIsTheSame() {
    QFETCH(model::DossierPointer, dossier);
    Wanderer wanderer(dossier, 7);
    const std::shared_ptr<Memory> memory = newMemory();
    qsizetype lines = 0;
    for (int step = 0; step < 120; ++step) {
        Input input = wanderer.next();
        input.memory = nullptr;
        const Scene fresh = layOut(input);
        input.memory = memory;
        input.canvas = canvasOf(*dossier, input.frame, input.measures, input.words);
        QCOMPARE(bytesOf(layOut(input)), bytesOf(fresh));
        lines += fresh.lines.size();
    }
    QVERIFY(lines > 1000);
}

void TestNetworkGeometry::zoomKeepsWithinTheFrame_data() {
    QTest::addColumn<double>("zoom");
    QTest::addColumn<QPointF>("centre");
    QTest::newRow("out") << 0.5 << QPointF(0.5, 0.5);
    QTest::newRow("in") << 3.0 << QPointF(0.3, 0.5);
    QTest::newRow("aside") << 1.0 << QPointF(1, 0);
    QTest::newRow("beyond the limit") << 99.0 << QPointF(0.66, 0.5);
    QTest::newRow("no number") << std::nan("") << QPointF(0.5, 0.5);
}

Input TestNetworkGeometry::inputOn(const QString& date) const {
    Input input;
    input.dossier = m_dossier;
    input.network = networkAt(*m_dossier, day(date));
    input.places = m_stage.places();
    input.measures = plainMeasures();
    input.words = plainWords();
    return input;
}

void TestNetworkGeometry::zoomKeepsWithinTheFrame() {
    QFETCH(double, zoom);
    QFETCH(QPointF, centre);
    Input input = inputOn("2025-06-22");
    input.frame = QRectF(QPointF(7, 9), window);
    input.zoom = zoom;
    input.centre = centre;
    input.cut = true;
    const Scene scene = layOut(input);
    const QPointF middle = scene.canvas.center();
    const auto isInside = [&](QPointF point) {
        return scene.canvas.adjusted(-0.01, -0.01, 0.01, 0.01).contains(middle + scene.scale * (point - middle));
    };
    for (const Node& node : scene.nodes)
        QVERIFY(isInside(node.frame.topLeft()) && isInside(node.frame.bottomRight()));
    for (const Line& line : scene.lines) {
        QVERIFY(std::all_of(line.path.begin(), line.path.end(), isInside));
        QVERIFY(line.labelBox.isNull() || isInside(line.labelBox.topLeft()));
    }
}

void TestNetworkGeometry::focusReachesItsSteps_data() {
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("selection");
    for (const int steps : {1, 2, 3}) {
        for (const QString selection : {"", "iran"})
            QTest::addRow("%d, %s selected", steps, qPrintable(selection)) << steps << selection;
    }
}

/// Whether its centre is selected or not.
void TestNetworkGeometry::focusReachesItsSteps() {
    QFETCH(int, steps);
    QFETCH(QString, selection);
    Input input = inputOn("2016-06-01");
    input.frame = QRectF(QPointF(0, 0), window);
    input.focus = std::get<model::ActorId>(m_dossier->find("iran"));
    input.focusSteps = steps;
    input.selection = m_dossier->find(selection);
    const Scene scene = layOut(input);
    QSet<int> reached{input.focus.index};
    for (int step = 0; step < steps; ++step) {
        const QSet<int> before = reached;
        for (const Line& line : scene.lines) {
            const bool leads = before.contains(line.from.index) || before.contains(line.to.index);
            if (!line.ended && leads)
                reached << line.from.index << line.to.index;
            QVERIFY(line.dimmed || step + 1 < steps || leads);
        }
    }
    for (const Node& node : scene.nodes)
        QCOMPARE(!node.dimmed, reached.contains(node.actor.index));
}

QTEST_APPLESS_MAIN(TestNetworkGeometry)
#include "tst_network_geometry.moc"
