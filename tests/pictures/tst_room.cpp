#include "app/pictures/presets.h"
#include "app/pictures/sheet.h"
#include "tests/pictures/support_bundled.h"

#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// Slides that the last row reads: all that is drawn is named.
class TestRoom : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everythingIsNamed_data();
    void everythingIsNamed();
    void momentsAreToldApart_data();
    void momentsAreToldApart();
    void polesAreThere_data();
    void polesAreThere();

private:
    Request requestOf(Content content, Bands bands, const QString& selection) const;

    model::DossierPointer m_dossier;
};

void TestRoom::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_dossier = test::bundledDossier();
    QVERIFY(m_dossier);
}

Request TestRoom::requestOf(Content content, Bands bands, const QString& selection) const {
    exploration::Exploration exploration;
    exploration.open(m_dossier);
    Request request = pictures::requestOf(Preset::Room);
    request.view = exploration.view();
    request.content = content;
    request.bands = bands;
    if (!selection.isEmpty())
        request.view.selection = m_dossier->find(selection);
    return request;
}

void TestRoom::everythingIsNamed_data() {
    QTest::addColumn<Bands>("bands");
    QTest::addColumn<QString>("selection");
    for (const Bands bands : {Bands::Auto, Bands::Two})
        for (const QString& selection : {QString(), QStringLiteral("iran"), QStringLiteral("united-states")})
            QTest::addRow("%s bands, %s", qPrintable(wordOf(bands)), qPrintable(selection)) << bands << selection;
}

namespace {

/// Marks without a label; numbers do not count, for the list that explains them would take the room of both panels.
qsizetype unnamedIn(const Sheet& sheet) {
    qsizetype unnamed = sheet.timeline.unnamed() + sheet.timeline.keys().size();
    for (const Strip& strip : sheet.timeline.strips)
        for (const timeline::EventMark& mark : strip.scene.marks)
            unnamed += mark.emphasis != timeline::Emphasis::FilteredOut && mark.inFrame &&
                       std::none_of(strip.scene.labels.begin(), strip.scene.labels.end(),
                                    [&](const timeline::Label& label) { return label.event == mark.event; });
    return unnamed;
}

} // namespace

/// Beside the timeline as well as in the network, and the rest is counted.
void TestRoom::everythingIsNamed() {
    QFETCH(Bands, bands);
    QFETCH(QString, selection);
    const Request request = requestOf(Content::Both, bands, selection);
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    QCOMPARE(unnamedIn(sheet), 0);
    QVERIFY(sheet.timeline.strips.first().scene.labels.size() >= 3);
    const NetworkPart& network = sheet.networks.first();
    QVERIFY2(network.scene.nodes.size() >= 5, qPrintable(QString::number(network.scene.nodes.size())));
    for (const relations::Node& node : network.scene.nodes) {
        QVERIFY(!node.text.isEmpty() || !node.nameBox.isNull());
        QVERIFY(network.panel.contains(node.frame.united(node.nameBox)));
    }
    QVERIFY(network.leftOut > 0);
    const QString counted = QStringLiteral("%1 further actors are left out.").arg(network.leftOut);
    QVERIFY(std::any_of(sheet.lines.begin(), sheet.lines.end(), [&](const Sheet::Line& line) {
        return line.text == counted && network.panel.contains(line.baseline);
    }));
}

void TestRoom::momentsAreToldApart_data() {
    QTest::addColumn<Content>("content");
    QTest::addColumn<int>("moments");
    for (const Content content : {Content::Network, Content::Both})
        for (const int moments : {2, 4})
            QTest::addRow("%s, %d", qPrintable(wordOf(content)), moments) << content << moments;
}

/// However low panels are, each says its date, whole and large, and what stands above them is named.
void TestRoom::momentsAreToldApart() {
    QFETCH(Content, content);
    QFETCH(int, moments);
    Request request = requestOf(content, Bands::Auto, {});
    for (const int year : QList<int>{2001, 2015, 2018, 2024}.mid(4 - moments))
        request.moments.append(model::dayOf(year, 12, 31));
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    QCOMPARE(unnamedIn(sheet), 0);
    QCOMPARE(sheet.networks.size(), moments);
    for (qsizetype i = 0; i < moments; ++i) {
        const NetworkPart& network = sheet.networks[i];
        const QString date = wording::Wording().day(request.moments[i], wording::Style::Short);
        QList<QRectF> boxes;
        bool isDated = false;
        for (const Sheet::Line& line : sheet.lines) {
            if (!network.panel.contains(line.baseline))
                continue;
            QVERIFY2(!line.text.contains(QChar(0x2026)), qPrintable(line.text));
            isDated = isDated || (line.text == date && line.look.font(line.type).pixelSize() >= 36);
            const QFontMetricsF metrics(line.look.font(line.type));
            boxes.append(QRectF(line.baseline - QPointF(0, metrics.capHeight()),
                                QSizeF(line.look.width(line.text, line.type), metrics.capHeight())));
        }
        QVERIFY2(isDated, qPrintable(date));
        for (const relations::Node& node : network.scene.nodes)
            boxes << node.frame << node.nameBox;
        boxes.removeIf([](const QRectF& box) { return box.isNull(); });
        for (qsizetype a = 0; a < boxes.size(); ++a)
            for (qsizetype b = 0; b < a; ++b)
                QVERIFY(!boxes[a].intersects(boxes[b]));
    }
}

void TestRoom::polesAreThere_data() {
    QTest::addColumn<Content>("content");
    QTest::addColumn<int>("moments");
    QTest::addColumn<QString>("selection");
    for (const Content content : {Content::Network, Content::Both})
        for (const int moments : {1, 3})
            for (const QString& selection : {QString(), QStringLiteral("united-states")})
                QTest::addRow("%s, %d, %s", qPrintable(wordOf(content)), moments, qPrintable(selection))
                    << content << moments << selection;
}

/// However little room there is.
void TestRoom::polesAreThere() {
    QFETCH(Content, content);
    QFETCH(int, moments);
    QFETCH(QString, selection);
    Request request = requestOf(content, Bands::Auto, selection);
    for (const int year : QList<int>{2001, 2015, 2025}.mid(0, moments > 1 ? moments : 0))
        request.moments.append(model::dayOf(year, 12, 31));
    const Sheet sheet = compose(m_dossier, request, wording::Wording());
    QCOMPARE(sheet.networks.size(), moments);
    for (const NetworkPart& network : sheet.networks)
        for (int i = 0; i < m_dossier->tables().actors.size(); ++i)
            if (m_dossier->actor(model::ActorId(i)).pole != model::Pole::None)
                QVERIFY2(std::any_of(network.scene.nodes.begin(), network.scene.nodes.end(),
                                     [&](const auto& node) { return node.actor == model::ActorId(i); }),
                         qPrintable(m_dossier->actor(model::ActorId(i)).key));
}

QTEST_MAIN(TestRoom)
#include "tst_room.moc"
