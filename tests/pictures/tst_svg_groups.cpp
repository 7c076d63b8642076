#include "app/pictures/formats.h"
#include "app/pictures/presets.h"
#include "tests/pictures/support_bundled.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace entente;
using namespace entente::pictures;

/// What belongs to one thing is one group of an SVG drawing, or a few, with ids that say whose.
class TestSvgGroups : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyThingHasItsGroup();
    void groupsAreNamedAndUnique();
    void nothingIsLeftOfTheSigns();
    void textsHaveAListOfFonts();
    void sameSheetGivesSameBytes();

private:
    model::DossierPointer m_dossier;
    Sheet m_sheet;
    QByteArray m_svg;
    QStringList m_ids, m_titles; ///< of groups with an id, in order
    QString m_error;
};

void TestSvgGroups::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_dossier = test::bundledDossier();
    QVERIFY(m_dossier);
    exploration::Exploration exploration;
    exploration.open(m_dossier);
    Request request = requestOf(Preset::A3);
    request.hasFullSources = false;
    request.format = Format::Svg;
    request.view = exploration.view();
    request.moments = suggestedMoments(Preset::A3, *m_dossier, request.view);
    m_sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    m_svg = svgOf(m_sheet, Labels()).value();
    QXmlStreamReader xml(m_svg);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != QLatin1String("g") || !xml.attributes().hasAttribute("id"))
            continue;
        m_ids.append(xml.attributes().value("id").toString());
        xml.readNextStartElement();
        m_titles.append(xml.name() == QLatin1String("title") ? xml.readElementText() : QString());
    }
    m_error = xml.errorString();
}

void TestSvgGroups::everyThingHasItsGroup() {
    QCOMPARE(m_error, QString());
    QStringList wanted;
    for (const Strip& strip : m_sheet.timeline.strips) {
        for (const timeline::Label& label : strip.scene.labels) {
            const QString id = "event-" + m_dossier->keyOf(label.event);
            wanted << id << id + "-label" << id + "-stem";
        }
        for (const timeline::TrayItem& item : strip.scene.trayItems)
            wanted << "event-" + m_dossier->keyOf(item.event);
    }
    QVERIFY(wanted.size() > 60);
    for (const NetworkPart& network : m_sheet.networks) {
        for (const relations::Node& node : network.scene.nodes)
            wanted << "actor-" + m_dossier->keyOf(node.actor);
        for (const relations::Line& line : network.scene.lines)
            wanted << "tie-" + m_dossier->keyOf(line.subject);
    }
    wanted.removeIf([this](const QString& id) { return m_ids.contains(id); });
    QCOMPARE(wanted, QStringList());
}

void TestSvgGroups::groupsAreNamedAndUnique() {
    QVERIFY(!m_titles.contains(QString()));
    QCOMPARE(QSet<QString>(m_ids.begin(), m_ids.end()).size(), m_ids.size());
    const qsizetype treaty = m_ids.indexOf("event-treaty-2001");
    QVERIFY(treaty >= 0);
    QCOMPARE(m_titles[treaty], QStringLiteral("Treaty on mutual relations and principles of cooperation"));
    QVERIFY(m_ids.contains("actor-iran") && m_ids.contains("actor-iran-2")); // one a network
}

void TestSvgGroups::nothingIsLeftOfTheSigns() {
    QVERIFY(!m_svg.contains(",-1") && !m_svg.contains(",-2"));
    QCOMPARE(m_svg.count("<g "), m_svg.count("</g>"));
}

void TestSvgGroups::textsHaveAListOfFonts() {
    QVERIFY(m_svg.contains("<text"));
    QCOMPARE(m_svg.count("font-family=\""), m_svg.count("font-family=\"Inter, "));
    QCOMPARE(m_svg.count("font-family=\""), m_svg.count(", sans-serif\""));
}

void TestSvgGroups::sameSheetGivesSameBytes() {
    QCOMPARE(svgOf(m_sheet, Labels()).value(), m_svg);
}

QTEST_MAIN(TestSvgGroups)
#include "tst_svg_groups.moc"
