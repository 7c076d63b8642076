#include "app/pictures/presets.h"
#include "app/pictures/sheet.h"
#include "tests/pictures/support_bundled.h"

#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// How large type is on paper, how much of their panels networks take, and that posters leave no source out unsaid.
class TestPrintSizes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void typeCanBeRead_data();
    void typeCanBeRead();
    void timelinesCanBeReadAlone_data();
    void timelinesCanBeReadAlone();
    void crowdedTimelinesCanBeRead_data();
    void crowdedTimelinesCanBeRead();
    void picturesOfOnePageListSourcesInFull_data();
    void picturesOfOnePageListSourcesInFull();

private:
    model::DossierPointer m_dossier;
};

namespace {

using theme::Type;

double pointsOf(const theme::Theme& look, Type type) {
    return look.font(type).pixelSize() * 72 / 96.0;
}

/// Of sources and of what dossier they are in, points.
QSet<double> sizesOfSources(const Sheet& sheet) {
    QSet<double> sizes;
    for (const Sheet::Line& line : sheet.lines)
        if (line.role == theme::Role::Ink3)
            sizes.insert(pointsOf(line.look, line.type));
    return sizes;
}

/// A drawn name that has no room is not drawn.
qsizetype unnamedIn(const relations::Scene& scene) {
    return std::count_if(scene.nodes.begin(), scene.nodes.end(), [](const relations::Node& node) {
        return node.text.isEmpty() && (node.name.isEmpty() || node.nameBox.isNull());
    });
}

/// From edge to edge of all that is drawn at any of the moments, as parts of the canvas.
QSizeF shareTaken(const QList<NetworkPart>& networks) {
    QRectF taken;
    for (const NetworkPart& network : networks)
        for (const relations::Node& node : network.scene.nodes)
            taken |= node.frame.united(node.nameBox).translated(-network.panel.topLeft());
    const QRectF& canvas = networks.first().scene.canvas;
    return {taken.width() / canvas.width(), taken.height() / canvas.height()};
}

/// A sentence may go on in the next line, or at the top of the next column.
QString wordsOf(const Sheet& sheet) {
    QStringList lines;
    for (const Sheet::Line& line : sheet.lines)
        lines.append(line.text.trimmed());
    return lines.join(' ').replace(QChar::Nbsp, ' ');
}

} // namespace

void TestPrintSizes::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_dossier = test::bundledDossier();
    QVERIFY(m_dossier);
}

void TestPrintSizes::typeCanBeRead_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<Format>("format");
    QTest::addColumn<double>("title"); // points, as the others
    QTest::addColumn<double>("eventTitles");
    QTest::addColumn<double>("actorNames");
    QTest::addColumn<double>("tieLabels");
    QTest::addColumn<double>("sources");
    for (const Format format : {Format::Pdf, Format::Png}) {
        const auto row = [&](Preset preset) {
            return &(QTest::addRow("%s %s", qPrintable(wordOf(preset)), qPrintable(wordOf(format)))
                     << preset << format);
        };
        *row(Preset::A4) << 20.0 << 7.0 << 7.0 << 7.0 << 7.0;
        *row(Preset::A3) << 48.0 << 9.0 << 8.0 << 7.0 << 9.0;
        *row(Preset::A2) << 48.0 << 9.0 << 9.0 << 7.0 << 9.0;
    }
}

void TestPrintSizes::typeCanBeRead() {
    QFETCH(Preset, preset);
    QFETCH(Format, format);
    QFETCH(double, title);
    QFETCH(double, eventTitles);
    QFETCH(double, actorNames);
    QFETCH(double, tieLabels);
    QFETCH(double, sources);
    Request request = requestOf(preset);
    request.format = format;
    request.view = test::openingView(m_dossier);
    request.moments = suggestedMoments(preset, *m_dossier, request.view);
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    for (const Sheet::Line& line : sheet.lines) {
        const double points = pointsOf(line.look, line.type);
        if (line.type == Type::Poster)
            QVERIFY(points >= title);
        else if (line.role == theme::Role::Ink3)
            QVERIFY2(points >= sources, qPrintable(QString("%1 pt: %2").arg(points).arg(line.text)));
        else
            QVERIFY2(points >= 7, qPrintable(QString("%1 pt: %2").arg(points).arg(line.text)));
    }
    QVERIFY(pointsOf(sheet.timeline.look, Type::Event) >= eventTitles);
    QVERIFY(pointsOf(sheet.timeline.look, Type::Date) >= 7);
    QCOMPARE(sheet.timeline.unnamed(), 0);
    QCOMPARE(sizesOfSources(sheet).size(), 1);
    QCOMPARE(sheet.networks.size(), preset == Preset::A4 ? 1 : 2);
    for (const NetworkPart& network : sheet.networks) {
        QVERIFY2(pointsOf(network.look, Type::NodeName) >= actorNames,
                 qPrintable(QString::number(pointsOf(network.look, Type::NodeName))));
        QVERIFY(pointsOf(network.look, Type::Date) >= tieLabels);
        QCOMPARE(unnamedIn(network.scene), 0);
        for (const relations::LegendItem& item : network.scene.legend)
            QVERIFY(network.panel.contains(item.box));
    }
    const QSizeF share = shareTaken(sheet.networks);
    QVERIFY2(share.width() > 0.85 && share.height() > 0.85,
             qPrintable(QString("%1 of the width, %2 of the height").arg(share.width()).arg(share.height())));
}

void TestPrintSizes::timelinesCanBeReadAlone_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<Format>("format");
    QTest::addColumn<double>("eventTitles"); // points, as the others
    QTest::addColumn<double>("dates");
    QTest::addColumn<double>("sources");
    QTest::newRow("A4") << Preset::A4 << Format::Pdf << 8.0 << 7.0 << 7.5;
    QTest::newRow("A3") << Preset::A3 << Format::Pdf << 9.0 << 7.5 << 9.0;
    QTest::newRow("A3, sources below") << Preset::A3 << Format::Png << 8.0 << 7.0 << 7.5;
    QTest::newRow("A2") << Preset::A2 << Format::Pdf << 10.0 << 9.0 << 9.0;
    QTest::newRow("A2, sources below") << Preset::A2 << Format::Png << 10.0 << 9.0 << 9.0;
}

/// However many sources are listed below.
void TestPrintSizes::timelinesCanBeReadAlone() {
    QFETCH(Preset, preset);
    QFETCH(Format, format);
    QFETCH(double, eventTitles);
    QFETCH(double, dates);
    QFETCH(double, sources);
    Request request = requestOf(preset);
    request.format = format;
    request.view = test::openingView(m_dossier);
    request.content = Content::Timeline;
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    const auto sizes = [&] { return QString::number(sheet.timeline.look.scale()); };
    QVERIFY2(pointsOf(sheet.timeline.look, Type::Event) >= eventTitles, qPrintable(sizes()));
    QVERIFY2(pointsOf(sheet.timeline.look, Type::Date) >= dates, qPrintable(sizes()));
    QCOMPARE(sheet.timeline.unnamed(), 0);
    QVERIFY2(sheet.timeline.keys().size() <= 5, qPrintable(QString::number(sheet.timeline.keys().size())));
    QCOMPARE(sizesOfSources(sheet).size(), 1);
    QVERIFY(*sizesOfSources(sheet).begin() >= sources);
    for (const Sheet::Line& line : sheet.lines)
        QVERIFY2(pointsOf(line.look, line.type) >= 7.5, qPrintable(line.text));
}

void TestPrintSizes::crowdedTimelinesCanBeRead_data() {
    QTest::addColumn<int>("copies"); // of every event
    for (const int copies : {2, 3, 4, 5, 8})
        QTest::addRow("%d", copies) << copies;
}

/// What has no room for its name is counted.
void TestPrintSizes::crowdedTimelinesCanBeRead() {
    QFETCH(int, copies);
    model::Tables tables = m_dossier->tables();
    const qsizetype events = tables.events.size();
    for (int copy = 1; copy < copies; ++copy)
        for (qsizetype i = 0; i < events; ++i) {
            model::Event event = tables.events[i];
            event.key += QString("-%1").arg(copy);
            tables.events.append(event);
        }
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    Request request = requestOf(Preset::A4);
    request.view = test::openingView(dossier);
    request.content = Content::Timeline;
    const Sheet sheet = sheetOf(dossier, request, wording::Wording()).value();
    QVERIFY2(sheet.timeline.look.scale() > 0.71, qPrintable(QString::number(sheet.timeline.look.scale())));
    const qsizetype unnamed = sheet.timeline.unnamed();
    QCOMPARE(wordsOf(sheet).contains(QString("%1 further events are not named").arg(unnamed)), unnamed > 0);
}

void TestPrintSizes::picturesOfOnePageListSourcesInFull_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<int>("copies"); // of every source
    QTest::newRow("A3") << Preset::A3 << 1;
    QTest::newRow("A2") << Preset::A2 << 1;
    QTest::newRow("more than there is room for") << Preset::A3 << 8;
}

void TestPrintSizes::picturesOfOnePageListSourcesInFull() {
    QFETCH(Preset, preset);
    QFETCH(int, copies);
    model::Tables tables = m_dossier->tables();
    const auto sources = static_cast<int>(tables.sources.size());
    const auto citations = static_cast<int>(tables.citations.size());
    for (int copy = 1; copy < copies; ++copy) {
        for (int i = 0; i < sources; ++i) {
            tables.sources.append(tables.sources[i]);
            tables.sources.last().key += QString("-%1").arg(copy);
        }
        for (int i = 0; i < citations; ++i) {
            model::Citation citation = tables.citations[i];
            citation.key += QString("-%1").arg(copy);
            citation.source = model::SourceId(citation.source.index + copy * sources);
            const qsizetype place = i % tables.events.size();
            model::Event event = tables.events[place];
            event.citations.append(model::CitationId(static_cast<int>(tables.citations.size())));
            tables.events.replace(place, event);
            tables.citations.append(citation);
        }
    }
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    Request request = requestOf(preset);
    request.format = Format::Png; // which has no further pages for them
    request.view = test::openingView(m_dossier);
    request.content = Content::Timeline;
    const Sheet sheet = compose(dossier, request, wording::Wording());
    const QString words = wordsOf(sheet);
    const QList<model::SourceId> quoted = quotedIn(*dossier, request);
    QVERIFY(quoted.size() > 50);
    const QString letters = QString(words).remove(' '); // lines are broken behind hyphens too
    qsizetype listed = 0;
    for (qsizetype i = 0; i < quoted.size(); ++i) {
        const model::Source& source = dossier->source(quoted[i]);
        const QString name = source.author.simplified().isEmpty() ? QStringLiteral("“") : source.author;
        listed += letters.contains(QString::number(i + 1) + QString(name).remove(' '));
    }
    QVERIFY2(copies > 1 ? listed > 50 : listed == quoted.size(), qPrintable(words));
    QCOMPARE(words.contains("more sources, in the dossier."), copies > 1);
    for (const Sheet::Line& line : sheet.lines)
        QVERIFY(line.look.font(line.type).pixelSize() >= 9);
}

QTEST_MAIN(TestPrintSizes)
#include "tst_print_sizes.moc"
