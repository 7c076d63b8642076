#include "app/pictures/network_fit.h"
#include "app/pictures/presets.h"
#include "app/pictures/sheet.h"
#include "app/pictures/type_scales.h"
#include "tests/pictures/support_bundled.h"

#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// How large networks become in panels of different heights.
class TestNetworkFit : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void higherPanelsHaveNoSmallerType_data();
    void higherPanelsHaveNoSmallerType();
    void columnsMakeRoomInLowPanels();

private:
    Request requestOf(Preset preset) const;

    model::DossierPointer m_dossier;
};

void TestNetworkFit::initTestCase() {
    QVERIFY(theme::loadFonts());
    const model::DossierPointer bundled = test::bundledDossier();
    QVERIFY(bundled);
    m_dossier = bundled;
}

Request TestNetworkFit::requestOf(Preset preset) const {
    exploration::Exploration exploration;
    exploration.open(m_dossier);
    Request request = pictures::requestOf(preset);
    request.view = exploration.view();
    return request;
}

void TestNetworkFit::higherPanelsHaveNoSmallerType_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("largest");
    QTest::addColumn<QList<int>>("heights");
    QTest::newRow("A3") << Preset::A3 << 745.0 << 0.992 << QList<int>{315, 320, 370};
    QTest::newRow("A2") << Preset::A2 << 1012.0 << 1.403 << QList<int>{365, 370, 400};
}

/// But for a step of the search: rows of a list that come and go below a poster's panels must not make its type jump.
void TestNetworkFit::higherPanelsHaveNoSmallerType() {
    QFETCH(Preset, preset);
    QFETCH(double, width);
    QFETCH(double, largest);
    QFETCH(QList<int>, heights);
    const Request request = requestOf(preset);
    const QList<model::Day> moments = suggestedMoments(preset, *m_dossier, request.view);
    JobPlaces places(m_dossier, {});
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

/// Four networks on one slide: heading and legend take no height where they stand beside what they explain.
void TestNetworkFit::columnsMakeRoomInLowPanels() {
    Request request = requestOf(Preset::Document);
    request.content = Content::Network;
    for (const int year : {2001, 2015, 2018, 2024})
        request.moments.append(model::dayOf(year, 12, 31));
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    QCOMPARE(sheet.networks.size(), 4);
    for (const NetworkPart& network : sheet.networks) {
        QVERIFY(network.column > 0);
        QVERIFY2(network.look.scale() > 1, qPrintable(QString::number(network.look.scale())));
        for (const relations::LegendItem& item : network.scene.legend)
            QVERIFY(network.panel.contains(item.box));
    }
}

QTEST_MAIN(TestNetworkFit)
#include "tst_network_fit.moc"
