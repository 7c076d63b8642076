#include "tests/relations/layout/support_dossier.h"
#include "tests/relations/layout/support_geometry.h"

#include <QTest>

using namespace entente;
using namespace entente::relations;
using model::ActorKind;

/// Many ties of the same two actors.
class TestBundles : public QObject {
    Q_OBJECT

private slots:
    void theFourthLineStandsForTheRest_data();
    void theFourthLineStandsForTheRest();
    void theLegendExplainsTheNumber();
    void lookingAtOneOpensTheBundle_data();
    void lookingAtOneOpensTheBundle();
    void noMoreOpenThanCanBeToldApart();
    void whatDiffersIsNoMemberOfABundle();
    void aBundleIsFoundWhereItIsSeen();
    void everyMomentHasTheSameCanvas();
};

namespace {

const QStringList types = {"allies", "sanctions", "trades", "informal", "hostilities", "supports", "office"};

/// So many ties between Northland and Southland, one more a year from 2001 on, among some others.
model::DossierPointer dossierOf(int ties) {
    Builder builder;
    builder.actor("north", ActorKind::State, "Northland", "NO", model::Pole::Left)
        .actor("south", ActorKind::State, "Southland", "SO", model::Pole::Right)
        .actor("west", ActorKind::State, "Westland", "WE")
        .actor("east", ActorKind::State, "Eastland", "EA")
        .actor("berg", ActorKind::Person, "Anna Berg");
    builder.tie("west-east", "west", "trades", "east").period("west-east", "2000", "..");
    builder.tie("west-south", "west", "sanctions", "south").period("west-south", "2000", "..");
    builder.tie("east-north", "east", "trades", "north").period("east-north", "2000", "..");
    builder.tie("berg-office", "berg", "office", "north").period("berg-office", "2000", "..");
    for (int i = 0; i < ties; ++i) {
        const QString key = QStringLiteral("tie-%1").arg(i);
        builder.tie(key, i % 3 == 1 ? "south" : "north", types[i % types.size()], i % 3 == 1 ? "north" : "south")
            .period(key, QString::number(2001 + i), "..");
    }
    return builder.build();
}

bool isOfTheTwo(const Line& line, const model::Dossier& dossier) {
    return dossier.keyOf(line.subject).startsWith("tie-");
}

QList<Line> linesOf(const Scene& scene, const model::Dossier& dossier) {
    QList<Line> lines = scene.lines;
    lines.removeIf([&](const Line& line) { return !isOfTheTwo(line, dossier); });
    return lines;
}

const Line* bundleIn(const Scene& scene) {
    const auto found =
        std::find_if(scene.lines.begin(), scene.lines.end(), [](const Line& line) { return !line.bundled.isEmpty(); });
    return found == scene.lines.end() ? nullptr : &*found;
}

bool explainsBundles(const Scene& scene) {
    return std::any_of(scene.legend.begin(), scene.legend.end(),
                       [](const LegendItem& item) { return item.sign == "+n" && item.text == "more ties"; });
}

} // namespace

void TestBundles::theFourthLineStandsForTheRest_data() {
    QTest::addColumn<int>("ties");
    QTest::addColumn<QSizeF>("size");
    for (int ties = 1; ties <= 12; ++ties)
        for (const QSizeF size : {QSizeF(420, 300), QSizeF(620, 470), QSizeF(1200, 900)})
            QTest::addRow("%d ties, %.0f wide", ties, size.width()) << ties << size;
}

void TestBundles::theFourthLineStandsForTheRest() {
    QFETCH(int, ties);
    QFETCH(QSizeF, size);
    const auto dossier = dossierOf(ties);
    const Scene scene = Stage(dossier).at("2020-06", size);
    QSet<QString> keys;
    int bundles = 0;
    for (const Line& line : linesOf(scene, *dossier)) {
        keys.insert(dossier->keyOf(line.subject));
        for (const model::Subject& subject : line.bundled)
            keys.insert(dossier->keyOf(subject));
        if (line.bundled.isEmpty())
            continue;
        ++bundles;
        QCOMPARE(line.label, QStringLiteral("+%1").arg(ties - 4));
        QVERIFY2(!line.labelBox.isNull(), "the number is not seen");
    }
    QCOMPARE(linesOf(scene, *dossier).size(), std::min(ties, 4));
    const auto isDrawn = [&](model::Tenor tenor) {
        return std::any_of(scene.lines.begin(), scene.lines.end(),
                           [&](const Line& line) { return isOfTheTwo(line, *dossier) && line.tenor == tenor; });
    };
    for (const model::Tie& tie : networkAt(*dossier, day("2020-06")).ties)
        QVERIFY2(!dossier->keyOf(tie.subject()).startsWith("tie-") || isDrawn(tie.tenor), "a tenor is hidden");
    QCOMPARE(keys.size(), ties);
    QCOMPARE(bundles, ties > 4 ? 1 : 0);
    QStringList faults = faultsOf(scene, *dossier);
    faults.removeIf(
        [](const QString& fault) { return fault.startsWith("label tie-") && fault.contains("covers tie-"); });
    QCOMPARE(faults.join('\n'), QString());
}

void TestBundles::theLegendExplainsTheNumber() {
    Stage many(dossierOf(6)), few(dossierOf(4));
    QVERIFY(explainsBundles(many.at("2020-06", {620, 470})));
    QVERIFY(!explainsBundles(many.at("2003-06", {620, 470})));
    QVERIFY(!explainsBundles(few.at("2020-06", {620, 470})));
}

void TestBundles::lookingAtOneOpensTheBundle_data() {
    QTest::addColumn<QString>("key");
    for (const char* key : {"tie-0", "tie-6", "north", "south"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestBundles::lookingAtOneOpensTheBundle() {
    QFETCH(QString, key);
    const auto dossier = dossierOf(7);
    const Scene scene = Stage(dossier).at("2020-06", {620, 470}, dossier->find(key));
    QVERIFY(!bundleIn(scene));
    QCOMPARE(linesOf(scene, *dossier).size(), 7);
}

void TestBundles::noMoreOpenThanCanBeToldApart() {
    const auto dossier = dossierOf(40);
    Stage stage(dossier);
    for (const QString key : {"tie-39", "north"}) {
        const model::Subject selected = dossier->find(key);
        const Scene scene = stage.at("2050-06", {620, 470}, selected);
        QVERIFY(bundleIn(scene));
        QCOMPARE(bundleIn(scene)->bundled.size(), 28);
        QVERIFY(!bundleIn(scene)->labelBox.isNull());
        QCOMPARE(linesOf(scene, *dossier).size(), 12);
        QVERIFY(!bundleIn(scene)->bundled.contains(selected));
    }
}

void TestBundles::whatDiffersIsNoMemberOfABundle() {
    const auto dossier = dossierOf(7);
    const model::Comparison both = compare(*dossier, day("2005-06"), day("2020-06"), {}, {});
    Input input;
    input.dossier = dossier;
    input.network = both.network;
    input.differences = both.ties;
    input.places = placesOf(*dossier, plainMeasures());
    input.frame = QRectF(0, 0, 620, 470);
    input.measures = plainMeasures();
    input.words = plainWords();
    input.words.sign = [](model::Difference difference) {
        return difference == model::Difference::New ? QStringLiteral("+") : QString();
    };
    const Scene scene = layOut(input);
    QVERIFY(!bundleIn(scene));
    QCOMPARE(linesOf(scene, *dossier).size(), 7);
}

void TestBundles::aBundleIsFoundWhereItIsSeen() {
    const auto dossier = dossierOf(8);
    const Scene scene = Stage(dossier).at("2020-06", {620, 470});
    const Line* bundle = bundleIn(scene);
    QVERIFY(bundle);
    QCOMPARE(bundleAt(scene, bundle->labelBox.center()), bundle);
    for (const model::Subject& subject : bundle->bundled)
        QCOMPARE(anchorOf(scene, subject), anchorOf(scene, bundle->subject));
    for (const Line& line : scene.lines)
        QVERIFY(bundleAt(scene, anchorOf(scene, line.subject).value()) == (&line == bundle ? bundle : nullptr));
    for (const Node& node : scene.nodes)
        QVERIFY(!bundleAt(scene, node.frame.center()));
}

/// The legend's room does not come and go with the bundle.
void TestBundles::everyMomentHasTheSameCanvas() {
    Stage stage(dossierOf(6));
    for (const double width : {420.0, 620.0, 900.0})
        QCOMPARE(stage.at("2003-06", {width, 470}).canvas, stage.at("2020-06", {width, 470}).canvas);
}

QTEST_GUILESS_MAIN(TestBundles)
#include "tst_bundles.moc"
