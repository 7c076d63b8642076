#include "app/relations/layout/board.h"
#include "db/exchange/csv_tables.h"
#include "tests/relations/layout/support_dossier.h"
#include "tests/relations/layout/support_geometry.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <numeric>

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
    void namesLeaveTiesFree_data();
    void namesLeaveTiesFree();
    void noTieLoopsAroundAName_data();
    void noTieLoopsAroundAName();
    void fewTiesCross();
    void tiesLeaveApart();
    void measuresHold();
    void everythingIsHit();
    void selectedTieTellsItsSources();
    void everyStateHasItsName();
    void droppedActorMovesOnlyWhoIsInItsWay_data();
    void droppedActorMovesOnlyWhoIsInItsWay();

private:
    QStringList moments() const;
    Stage stageWith(const QList<model::Placement>& pins) const;
    QList<Seat> seatsWith(const QList<model::Placement>& pins) const;
    QString faultsWith(const QList<model::Placement>& pins) const;
    bool areTied(model::ActorId one, model::ActorId other) const;
    bool isInTheWay(const Seat& seat, const Seat& dropped, const QList<Seat>& seats) const;

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

/// In degrees, of all pairs of ties that cross.
QList<double> crossingAngles(const Scene& scene) {
    QList<double> angles;
    const auto add = [&](const QLineF& one, const QLineF& other) {
        if (!cross(one.p1(), one.p2(), other.p1(), other.p2()))
            return;
        const double angle = std::fmod(one.angleTo(other), 180);
        angles << std::min(angle, 180 - angle);
    };
    for (qsizetype i = 0; i < scene.lines.size(); ++i) {
        for (qsizetype j = i + 1; j < scene.lines.size(); ++j) {
            const Path &a = scene.lines[i].path, &b = scene.lines[j].path;
            for (qsizetype k = 1; k < a.size(); ++k) {
                for (qsizetype l = 1; l < b.size(); ++l)
                    add(QLineF(a[k - 1], a[k]), QLineF(b[l - 1], b[l]));
            }
        }
    }
    return angles;
}

/// The smallest angle, in degrees, between straight ways to neighbours, of which each counts once, as a share of what
/// the node allows.
double narrowestShare(const Scene& scene) {
    double narrowest = 1;
    for (const Node& node : scene.nodes) {
        QHash<model::ActorId, double> angles;
        for (const Line& line : scene.lines) {
            for (const Node& other : scene.nodes) {
                if (!line.ended && ((line.from == node.actor && line.to == other.actor) ||
                                    (line.to == node.actor && line.from == other.actor)))
                    angles[other.actor] = QLineF(node.frame.center(), other.frame.center()).angle();
            }
        }
        QList<double> sorted = angles.values();
        std::sort(sorted.begin(), sorted.end());
        const double allowed = std::min(12.0, 180.0 / std::max<double>(1, static_cast<double>(sorted.size())));
        for (qsizetype i = 0; sorted.size() > 1 && i < sorted.size(); ++i) {
            const double gap = i > 0 ? sorted[i] - sorted[i - 1] : sorted[0] + 360 - sorted.last();
            narrowest = std::min(narrowest, gap / allowed);
        }
    }
    return narrowest;
}

double longestOf(const Scene& scene) {
    double longest = 0;
    for (const Line& line : scene.lines)
        longest = std::max(longest, QLineF(line.path.first(), line.path.last()).length());
    return longest;
}

/// Of all pairs that hang together at a moment: how far from their graph distance, at the best scale (Kruskal 1964).
double stressOf(const Scene& scene) {
    const qsizetype count = scene.nodes.size();
    QHash<model::ActorId, qsizetype> index;
    for (qsizetype i = 0; i < count; ++i)
        index[scene.nodes[i].actor] = i;
    QList<QList<double>> far(count, QList<double>(count, 1e9));
    for (const Line& line : scene.lines) {
        if (!line.ended)
            far[index[line.from]][index[line.to]] = far[index[line.to]][index[line.from]] = 1;
    }
    for (qsizetype k = 0; k < count; ++k)
        for (qsizetype i = 0; i < count; ++i)
            for (qsizetype j = 0; j < count; ++j)
                far[i][j] = std::min(far[i][j], far[i][k] + far[k][j]);
    double ratios = 0, squares = 0, pairs = 0;
    for (qsizetype i = 0; i < count; ++i) {
        for (qsizetype j = i + 1; j < count; ++j) {
            if (far[i][j] > 1e6)
                continue;
            const double length = QLineF(scene.nodes[i].frame.center(), scene.nodes[j].frame.center()).length();
            ratios += length / far[i][j];
            squares += length * length / far[i][j] / far[i][j];
            ++pairs;
        }
    }
    return 1 - ratios * ratios / squares / pairs;
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

void TestBundledNetwork::noTieLoopsAroundAName_data() {
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("as designed") << QSizeF(620, 470);
    QTest::newRow("in a window of 1600 x 1000") << QSizeF(616, 400);
    QTest::newRow("in a window of 1024 x 680") << QSizeF(1000, 520);
}

/// Better behind a name than far around it.
void TestBundledNetwork::noTieLoopsAroundAName() {
    QFETCH(QSizeF, size);
    for (const QString& moment : moments()) {
        const Scene scene = m_stage.at(moment, size, m_dossier->find("signing-2025"));
        for (const Line& line : scene.lines) {
            double length = 0;
            for (qsizetype i = 1; i < line.path.size(); ++i)
                length += QLineF(line.path[i - 1], line.path[i]).length();
            const double share = length / QLineF(line.path.first(), line.path.last()).length();
            const QString tie = m_dossier->actor(line.from).key + '-' + m_dossier->actor(line.to).key;
            QVERIFY2(share < 1.2, qPrintable(QStringLiteral("%1 %2: %3").arg(moment, tie).arg(share)));
        }
    }
}

void TestBundledNetwork::namesLeaveTiesFree_data() {
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<QString>("selection");
    QTest::addColumn<qsizetype>("most");
    const QSizeF designed(620, 470), smallWindow(1000, 520), smallest(420, 300);
    QTest::newRow("as designed") << designed << "" << qsizetype(0);
    QTest::newRow("in a window of 1024 x 680") << smallWindow << "" << qsizetype(0);
    QTest::newRow("smallest") << smallest << "" << qsizetype(90);
    QTest::newRow("an event") << designed << "signing-2025" << qsizetype(21);
    QTest::newRow("a state") << designed << "iran" << qsizetype(0);
    QTest::newRow("an agreement") << designed << "agreement-2001" << qsizetype(96);
}

/// Of all moments together: ties of others behind forms and the names beside them.
void TestBundledNetwork::namesLeaveTiesFree() {
    QFETCH(QSizeF, size);
    QFETCH(QString, selection);
    QFETCH(qsizetype, most);
    QStringList behind;
    for (const QString& moment : moments())
        behind << tiesBehind(m_stage.at(moment, size, m_dossier->find(selection)), *m_dossier);
    QVERIFY2(behind.size() <= most, qPrintable(QString::number(behind.size()) + '\n' + behind.join(u'\n')));
}

void TestBundledNetwork::fewTiesCross() {
    double sum = 0;
    for (const QString& moment : moments()) {
        const Scene scene = m_stage.at(moment, {620, 470});
        const int crossings = crossingsOf(scene);
        sum += crossings;
        QVERIFY2(crossings <= 0.15 * static_cast<double>(scene.lines.size()),
                 qPrintable(QStringLiteral("%1 crossings on %2").arg(crossings).arg(moment)));
    }
    QVERIFY2(sum / static_cast<double>(moments().size()) <= 2.45, qPrintable(QString::number(sum)));
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

/// What the design asks of every moment of change, beside what faultsOf() finds. Stress misses its .09: points that are
/// the same at all moments have .068 at least as a mean, boxes between two poles .077, and what is left is what few
/// crossings, wide angles and free ways for ties cost.
void TestBundledNetwork::measuresHold() {
    QList<double> angles, stresses;
    for (const QString& moment : moments()) {
        const Scene scene = m_stage.at(moment, {620, 470});
        angles << crossingAngles(scene);
        stresses << stressOf(scene);
        QVERIFY2(narrowestShare(scene) >= 0.999, qPrintable(moment));
        QVERIFY2(longestOf(scene) <= 0.7 * std::hypot(scene.canvas.width(), scene.canvas.height()), qPrintable(moment));
    }
    const auto mean = [](const QList<double>& numbers) {
        return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
    };
    QVERIFY2(mean(angles) >= 50, qPrintable(QString::number(mean(angles))));
    QVERIFY2(mean(stresses) <= 0.117, qPrintable(QString::number(mean(stresses))));
    QVERIFY(*std::max_element(stresses.begin(), stresses.end()) <= 0.135);
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

/// Where there is room for that; else its words alone.
void TestBundledNetwork::selectedTieTellsItsSources() {
    const model::Subject tie = m_dossier->find("west-sanctions-russia");
    const auto labels = [&](QSizeF size, const QString& part) {
        QStringList found;
        for (const Line& line : m_stage.at("2020-08-01", size, tie).lines) {
            if (line.label.contains(part) && !line.labelBox.isNull())
                found << m_dossier->keyOf(line.subject) + ": " + line.label;
        }
        return found;
    };
    QCOMPARE(labels({900, 700}, "source"), QStringList(QStringLiteral("west-sanctions-russia: sanctions · 3 sources")));
    QVERIFY(labels({620, 470}, "source").contains(QStringLiteral("west-sanctions-russia: sanctions · 3 sources")));
    QCOMPARE(labels({500, 380}, "source"), QStringList());
    QVERIFY(labels({500, 380}, "sanctions").contains("west-sanctions-russia: sanctions"));
}

/// Or, where that has no room, a shorter one if there is any.
void TestBundledNetwork::everyStateHasItsName() {
    QStringList shorter;
    for (const Seat& seat : seatsWith({})) {
        const model::Actor& actor = m_dossier->actor(seat.actor);
        const auto isShorter = [&](const model::Alias& alias) {
            return alias.language == "en" && alias.text.size() < actor.name.size();
        };
        const bool any = std::any_of(actor.aliases.begin(), actor.aliases.end(), isShorter);
        if (actor.kind != model::ActorKind::State)
            continue;
        QVERIFY2(!seat.nameBox.isNull() || !any, qPrintable(actor.key));
        if (seat.name == actor.name)
            continue;
        shorter << actor.key + u' ' + seat.name;
        QVERIFY(actor.aliases.contains(model::Alias{"en", seat.name}));
    }
    QCOMPARE(shorter, QStringList("united-kingdom UK"));
}

Stage TestBundledNetwork::stageWith(const QList<model::Placement>& pins) const {
    model::Tables tables = m_dossier->tables();
    tables.placements = pins;
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    QList<QPointF> at;
    for (const Places::Spot& spot : m_stage.places().spots)
        at << spot.unpinned;
    return {dossier, placed(m_stage.places(), at, *dossier)};
}

/// In a window of the usual size.
QList<Seat> TestBundledNetwork::seatsWith(const QList<model::Placement>& pins) const {
    const QRectF home = homeOf(*m_dossier, QRectF(0, 0, 620, 470), plainMeasures(), plainWords());
    return seatsOf(*m_dossier, stageWith(pins).places(), home, plainMeasures());
}

QString TestBundledNetwork::faultsWith(const QList<model::Placement>& pins) const {
    Stage stage = stageWith(pins);
    QStringList faults;
    for (const QString moment : {"2001-03-12", "2015-07-14", "2020-07-21", "2025-01-17", "2025-10-02"})
        faults << faultsOf(stage.at(moment, {620, 470}), *m_dossier);
    return faults.join(u'\n');
}

bool TestBundledNetwork::areTied(model::ActorId one, model::ActorId other) const {
    const auto& relationships = m_dossier->tables().relationships;
    const bool related = std::any_of(relationships.begin(), relationships.end(), [&](const model::Relationship& row) {
        return (row.from == one && row.to == other) || (row.from == other && row.to == one);
    });
    const auto party = [&](model::ActorId agreement, model::ActorId actor) {
        const auto ids = m_dossier->relationshipsOf(agreement);
        return m_dossier->actor(agreement).kind == model::ActorKind::Agreement &&
               std::any_of(ids.begin(), ids.end(), [&](model::RelationshipId id) {
                   return m_dossier->relationship(id).from == actor &&
                          m_dossier->typeOf(id).meaning == model::Meaning::Party;
               });
    };
    const auto& actors = m_dossier->tables().actors;
    bool agreed = false;
    for (qsizetype i = 0; i < actors.size(); ++i)
        agreed = agreed || (party(model::ActorId(i), one) && party(model::ActorId(i), other));
    return related || agreed || m_dossier->actor(one).partOf == other || m_dossier->actor(other).partOf == one;
}

/// Of an actor dropped among seats: it lies on it, on a tie of it, or has a tie across it.
bool TestBundledNetwork::isInTheWay(const Seat& seat, const Seat& dropped, const QList<Seat>& seats) const {
    const auto boxOf = [](const Seat& one) {
        return one.form.united(one.nameBox).united(one.statusRoom).adjusted(-12, -12, 12, 12);
    };
    if (boxOf(seat).intersects(boxOf(dropped)))
        return true;
    return std::any_of(seats.begin(), seats.end(), [&](const Seat& other) {
        const QPointF end = other.form.center();
        const bool isOn = areTied(dropped.actor, other.actor) && touches(dropped.form.center(), end, boxOf(seat));
        const bool isAcross = areTied(seat.actor, other.actor) && touches(seat.form.center(), end, boxOf(dropped));
        return other.actor != seat.actor && other.actor != dropped.actor && (isOn || isAcross);
    });
}

void TestBundledNetwork::droppedActorMovesOnlyWhoIsInItsWay_data() {
    QTest::addColumn<int>("spot");
    for (int i = 0; i < m_stage.places().spots.size(); ++i)
        QTest::newRow(qPrintable(m_dossier->actor(m_stage.places().spots[i].actor).key)) << i;
}

void TestBundledNetwork::droppedActorMovesOnlyWhoIsInItsWay() {
    QFETCH(int, spot);
    const QList<Seat> before = seatsWith({});
    for (const QPointF place : {QPointF(0.5, 0.7), QPointF(0.93, 0.05), QPointF(0.45, 0.3), QPointF(0.1, 0.9)}) {
        const model::ActorId actor = before[spot].actor;
        const QList<Seat> after = seatsWith({{actor, place}});
        QVERIFY(after[spot].pinned);
        QStringList moved;
        for (qsizetype i = 0; i < before.size(); ++i) {
            if (i == spot || after[i].form == before[i].form)
                continue;
            moved << m_dossier->actor(before[i].actor).key;
            QVERIFY2(isInTheWay(before[i], after[spot], before), qPrintable(moved.last()));
            QVERIFY(!after[i].form.intersects(after[spot].form));
        }
        QVERIFY2(moved.size() <= 6, qPrintable(moved.join(u' ')));
        QVERIFY(seatsWith({})[spot].form == before[spot].form);
        if (m_dossier->actor(actor).pole == model::Pole::None)
            QCOMPARE(faultsWith({{actor, place}}), QString());
    }
}

QTEST_APPLESS_MAIN(TestBundledNetwork)
#include "tst_bundled_network.moc"
