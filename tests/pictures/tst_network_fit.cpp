#include "app/pictures/network_fit.h"
#include "app/pictures/presets.h"
#include "app/pictures/type_scales.h"
#include "db/exchange/csv_tables.h"

#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// How large networks become in panels of different heights.
class TestNetworkFit : public QObject {
    Q_OBJECT

private slots:
    void higherPanelsHaveNoSmallerType_data();
    void higherPanelsHaveNoSmallerType();
};

void TestNetworkFit::higherPanelsHaveNoSmallerType_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("largest");
    QTest::addColumn<QList<int>>("heights");
    QTest::newRow("A3") << Preset::A3 << 745.0 << 0.992 << QList<int>{305, 315, 320, 335, 340, 355, 360, 370, 375, 400};
    QTest::newRow("A2") << Preset::A2 << 1012.0 << 1.403 << QList<int>{330, 335, 365, 370, 380, 385, 400};
}

/// But for a step of the search: rows of a list that come and go below a poster's panels must not make its type jump.
void TestNetworkFit::higherPanelsHaveNoSmallerType() {
    QFETCH(Preset, preset);
    QFETCH(double, width);
    QFETCH(double, largest);
    QFETCH(QList<int>, heights);
    QVERIFY(theme::loadFonts());
    const auto report = exchange::importTables(QStringLiteral(ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran"));
    QVERIFY(report && report->isAcceptable());
    const auto dossier = std::make_shared<const model::Dossier>(report->tables);
    exploration::Exploration exploration;
    exploration.open(dossier);
    Request request = requestOf(preset);
    request.view = exploration.view();
    const QList<model::Day> moments = suggestedMoments(preset, *dossier, request.view);
    JobPlaces places(dossier, {});
    double before = 0;
    for (const int height : std::as_const(heights)) {
        NetworkRoom room{QRectF(0, 0, width, height)};
        room.smallestScale = std::min(scaleInPanel(room.panel.size()), smallestOnPaper);
        room.largestScale = largest;
        room.hasHeading = true;
        room.wantedScale = 0.95;
        const auto fit = networkFit(request, wording::Wording(), moments, room, places);
        QVERIFY2(fit.has_value(), qPrintable(QString::number(height)));
        QVERIFY2(fit->scale > 0.97 * before,
                 qPrintable(QString("%1 pixels: %2 after %3").arg(height).arg(fit->scale).arg(before)));
        before = std::max(before, fit->scale);
    }
}

QTEST_MAIN(TestNetworkFit)
#include "tst_network_fit.moc"
