#include "app/pictures/formats.h"
#include "app/pictures/presets.h"
#include "app/theme/painters.h"
#include "app/timeline/layout/picture_lane.h"
#include "tests/pictures/support_bundled.h"
#include "tests/timeline/layout/support_picture.h"
#include "tests/timeline/layout/support_scene.h"

#include <QFontMetricsF>
#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// The timeline on a composed sheet: what is drawn is named, what is numbered is listed, nothing meets anything.
class TestPictureTimeline : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theDossierIsNamed_data();
    void theDossierIsNamed();
    void titlesCanBeRead_data();
    void titlesCanBeRead();
    void syntheticDossiersAreNamed_data();
    void syntheticDossiersAreNamed();
    void lowTimelinesKeepNames();
    void whatIsLeftOutIsSaid();
    void undatedEventsAreShownListedOrCounted_data();
    void undatedEventsAreShownListedOrCounted();
    void bandsFollowTheRule_data();
    void bandsFollowTheRule();
    void bracketsAreSeenWhole_data();
    void bracketsAreSeenWhole();
    void datesStandWithinTheirFrame_data() { addPresets(); }
    void datesStandWithinTheirFrame();
    void explanationsBreakBetweenSentences_data() { addPresets(); }
    void explanationsBreakBetweenSentences();
    void listsCanBeRead_data() { addPresets(); }
    void listsCanBeRead();
    void barsDoNotMixTheirColours();
    void marksAreAsLargeAsLaidOut();

private:
    static void addPresets();
    Sheet sheetOfBoth() const;

    model::DossierPointer m_dossier;
    exploration::View m_view;
};

namespace {

Request requestOf(Content content, QSize size, Bands bands, const exploration::View& view) {
    Request request;
    request.content = content;
    request.size = size;
    request.bands = bands;
    request.view = view;
    return request;
}

QRectF boxOf(const Sheet::Line& line) {
    const QFontMetricsF metrics(line.look.font(line.type));
    return {line.baseline.x(), line.baseline.y() - metrics.capHeight(), metrics.horizontalAdvance(line.text),
            metrics.capHeight()};
}

QList<timeline::Scene> scenesOf(const Sheet& sheet) {
    QList<timeline::Scene> scenes;
    for (const Strip& strip : sheet.timeline.strips)
        scenes.append(strip.scene);
    return scenes;
}

/// Texts leave neither the sheet nor lie on one another, on the timeline or on the network.
QStringList sheetFaults(const Sheet& sheet) {
    QStringList faults;
    const QList<Sheet::Line> lines = sheet.lines + sheet.keyLines;
    const QRectF page(QPointF(0, 0), sheet.size);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRectF box = boxOf(lines[i]);
        if (!page.contains(box))
            faults.append("leaves the page: " + lines[i].text);
        for (qsizetype j = 0; j < i; ++j)
            if (box.intersects(boxOf(lines[j])))
                faults.append(lines[i].text + " on " + lines[j].text);
        for (const Strip& strip : sheet.timeline.strips)
            if (strip.scene.frame.translated(strip.origin).intersects(box))
                faults.append("on the timeline: " + lines[i].text);
    }
    for (const Strip& strip : sheet.timeline.strips) {
        const QRectF frame = strip.scene.frame.translated(strip.origin);
        if (!page.contains(frame))
            faults.append("a timeline leaves the page");
        for (const NetworkPart& network : sheet.networks)
            if (frame.intersects(network.panel.adjusted(1, 1, -1, -1)))
                faults.append("a timeline lies on a network");
    }
    return faults;
}

/// Every number of the timeline is listed once, with the title of its event.
QStringList listFaults(const Sheet& sheet, const model::Dossier& dossier) {
    QStringList faults;
    QMap<int, QString> listed;
    for (qsizetype i = 0; i + 1 < sheet.keyLines.size(); ++i)
        if (sheet.keyLines[i].role == theme::Role::Ink)
            listed.insert(sheet.keyLines[i].text.toInt(), sheet.keyLines[i + 1].text);
    const auto keys = sheet.timeline.keys();
    for (const timeline::KeyNumber& key : keys)
        if (!listed.value(key.number).contains(dossier.titleOf(key.event)))
            faults.append(QString("%1 is listed as %2").arg(key.number).arg(listed.value(key.number)));
    if (listed.size() != keys.size())
        faults.append(QString("%1 numbers, %2 listed").arg(keys.size()).arg(listed.size()));
    return faults;
}

/// From the last line of the list of numbers to the next, pixels; 0 without a list.
double blankBelowNumbers(const Sheet& sheet) {
    double last = 0, next = sheet.size.height();
    for (const Sheet::Line& line : sheet.keyLines)
        last = std::max(last, line.baseline.y());
    for (const Sheet::Line& line : sheet.lines)
        if (line.baseline.y() > last + 1)
            next = std::min(next, line.baseline.y());
    return sheet.keyLines.isEmpty() ? 0 : next - last;
}

QStringList allFaults(const Sheet& sheet, const model::Dossier& dossier, const QList<model::EventId>& events) {
    return test::pictureFaults(scenesOf(sheet), events) + sheetFaults(sheet) + listFaults(sheet, dossier);
}

} // namespace

void TestPictureTimeline::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_dossier = test::bundledDossier();
    QVERIFY(m_dossier);
    m_view = test::openingView(m_dossier);
}

void TestPictureTimeline::theDossierIsNamed_data() {
    QTest::addColumn<Request>("request");
    for (const QSize size : {QSize(1920, 1080), QSize(1123, 794), QSize(794, 1123), QSize(1280, 720)})
        for (const Content content : {Content::Timeline, Content::Both})
            for (const Bands bands : {Bands::One, Bands::Two})
                QTest::addRow("%dx%d %s %s", size.width(), size.height(), qPrintable(wordOf(content)),
                              qPrintable(wordOf(bands)))
                    << requestOf(content, size, bands, m_view);
    for (const Preset preset : {Preset::A3, Preset::A2}) {
        Request request = pictures::requestOf(preset);
        request.view = m_view;
        request.bands = Bands::Two;
        request.moments = suggestedMoments(preset, *m_dossier, m_view);
        QTest::newRow(qPrintable(wordOf(preset))) << request;
    }
}

void TestPictureTimeline::theDossierIsNamed() {
    QFETCH(Request, request);
    const Sheet sheet = compose(m_dossier, request, wording::Wording());
    QCOMPARE(sheet.timeline.unnamed(), 0);
    QCOMPARE(allFaults(sheet, *m_dossier, eventsIn(*m_dossier, request)).join('\n'), QString());
    QCOMPARE(sheet.timeline.strips.size(), request.bands == Bands::Two ? 2 : 1);
    if (request.hasFullSources)
        QVERIFY(4 * sheet.timeline.keys().size() < eventsIn(*m_dossier, request).size());
    const double line = std::max(sheet.theme.lineHeight(theme::Type::Secondary),
                                 sheet.timeline.look.lineHeight(theme::Type::Secondary));
    QVERIFY2(blankBelowNumbers(sheet) < 1.9 * line, qPrintable(QString::number(blankBelowNumbers(sheet))));
}

void TestPictureTimeline::titlesCanBeRead_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("least"); // pixels
    QTest::newRow("slide") << QSize(1920, 1080) << 14.0;
    QTest::newRow("A4, 7 pt") << QSize(1123, 794) << 9.3;
    QTest::newRow("A3") << QSize(1587, 1123) << 11.6;
}

/// On a slide of 1080 lines titles have 14 pixels, beside a network as well as alone.
void TestPictureTimeline::titlesCanBeRead() {
    QFETCH(QSize, size);
    QFETCH(double, least);
    for (const Content content : {Content::Timeline, Content::Both}) {
        const Sheet sheet = compose(m_dossier, requestOf(content, size, Bands::Auto, m_view), wording::Wording());
        const double title = sheet.timeline.look.px(13);
        QVERIFY2(title > least - 0.1, qPrintable(QString("%1: %2").arg(wordOf(content)).arg(title)));
        QCOMPARE(sheet.timeline.unnamed(), 0);
    }
}

void TestPictureTimeline::syntheticDossiersAreNamed_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<quint32>("seed");
    const auto row = [](int count, quint32 seed) { QTest::addRow("%d events, seed %u", count, seed) << count << seed; };
    for (quint32 seed = 1; seed <= 20; ++seed)
        row(10 + static_cast<int>(seed - 1) * 90 / 19, seed);
    row(200, 21);
    row(400, 22);
}

/// Slides up to 100 events, posters beyond.
void TestPictureTimeline::syntheticDossiersAreNamed() {
    QFETCH(int, count);
    QFETCH(quint32, seed);
    const auto dossier = test::someDossier(count, seed);
    const QSize size = count <= 100 ? QSize(1920, 1080) : QSize(3508, 2480);
    const Request request = requestOf(Content::Timeline, size, Bands::One, {});
    const Sheet sheet = compose(dossier, request, wording::Wording());
    QCOMPARE(sheet.timeline.unnamed(), 0);
    QCOMPARE(allFaults(sheet, *dossier, eventsIn(*dossier, request)).join('\n'), QString());
}

/// Above networks of several moments, smaller type rather than numbers alone; but not much smaller.
void TestPictureTimeline::lowTimelinesKeepNames() {
    Request request = pictures::requestOf(Preset::Document);
    request.view = m_view;
    request.content = Content::Both;
    request.moments = {model::dayOf(2001, 12, 31), m_view.moment};
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    qsizetype labels = 0;
    for (const timeline::Scene& scene : scenesOf(sheet))
        labels += scene.labels.size();
    QCOMPARE(sheet.timeline.unnamed(), 0);
    QVERIFY2(labels > 2 * sheet.timeline.keys().size(), qPrintable(QString::number(labels)));
    QVERIFY(sheet.timeline.look.font(theme::Type::Event).pixelSize() >= 10);
}

void TestPictureTimeline::whatIsLeftOutIsSaid() {
    const auto dossier = test::someDossier(100'000, 3);
    const Request request = requestOf(Content::Timeline, {1920, 1080}, Bands::Auto, {});
    const Sheet sheet = compose(dossier, request, wording::Wording());
    QCOMPARE(allFaults(sheet, *dossier, {}).join('\n'), QString());
    qsizetype drawn = 0;
    for (const timeline::Scene& scene : scenesOf(sheet))
        drawn += scene.marks.size();
    const qsizetype unnamed = sheet.timeline.unnamed();
    QCOMPARE(drawn + unnamed, 100'000);
    QVERIFY(drawn > 40);
    const QString sentence = QString("%1 further events are not named").arg(unnamed);
    QVERIFY(std::any_of(sheet.lines.begin(), sheet.lines.end(),
                        [&](const Sheet::Line& line) { return line.text.contains(sentence); }));
}

void TestPictureTimeline::bandsFollowTheRule_data() {
    QTest::addColumn<Bands>("bands");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("dense end") << Bands::Auto << QSize(1920, 1080) << "" << qsizetype{2};
    QTest::newRow("one") << Bands::One << QSize(1920, 1080) << "" << qsizetype{1};
    QTest::newRow("too small for two") << Bands::Two << QSize(300, 220) << "" << qsizetype{1};
    QTest::newRow("even, asked for") << Bands::Two << QSize(1920, 1080) << "theme=nuclear" << qsizetype{2};
    QTest::newRow("nothing") << Bands::Two << QSize(1920, 1080) << "theme=none" << qsizetype{1};
}

void TestPictureTimeline::bandsFollowTheRule() {
    QFETCH(Bands, bands);
    QFETCH(QSize, size);
    QFETCH(QString, filter);
    exploration::View view = m_view;
    view.filter = *model::Filter::parse(filter);
    const Sheet sheet = compose(m_dossier, requestOf(Content::Timeline, size, bands, view), wording::Wording());
    QTEST(sheet.timeline.strips.size(), "count");
}

/// A short bar on a long one looks as it does alone.
void TestPictureTimeline::addPresets() {
    QTest::addColumn<Preset>("preset");
    for (const Preset preset : {Preset::Document, Preset::A4, Preset::A3})
        QTest::addRow("%s", qPrintable(wordOf(preset))) << preset;
}

/// The timeline beside the network, by the preset of the row.
Sheet TestPictureTimeline::sheetOfBoth() const {
    const Preset preset = *static_cast<Preset*>(QTest::qData("preset", qMetaTypeId<Preset>()));
    Request request = pictures::requestOf(preset);
    request.content = Content::Both;
    request.view = m_view;
    return sheetOf(m_dossier, request, wording::Wording()).value();
}

void TestPictureTimeline::datesStandWithinTheirFrame() {
    const Sheet sheet = sheetOfBoth();
    QCOMPARE(sheet.timeline.strips.size(), 2);
    for (const timeline::Scene& scene : scenesOf(sheet))
        for (const timeline::Tick& tick : scene.ticks)
            QVERIFY2(tick.text.isEmpty() || tick.textX > scene.frame.left() + 3, qPrintable(tick.text));
}

void TestPictureTimeline::explanationsBreakBetweenSentences() {
    const Sheet sheet = sheetOfBoth();
    QStringList found;
    for (const Sheet::Line& line : sheet.lines)
        if (line.text.endsWith("list."))
            found.append(line.text);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].endsWith("Numbers: named in the list."), qPrintable(found[0]));
}

/// In 7 pt at least.
void TestPictureTimeline::listsCanBeRead() {
    const Sheet sheet = sheetOfBoth();
    QVERIFY(!sheet.keyLines.isEmpty());
    for (const Sheet::Line& line : sheet.keyLines)
        QVERIFY2(line.look.font(line.type).pixelSize() * 0.75 >= 7, qPrintable(line.text));
}

void TestPictureTimeline::barsDoNotMixTheirColours() {
    model::Tables tables;
    tables.themes.append({"lane", "Lane", "globe", 1, {}});
    tables.eventKinds.append({"pressure", "Pressure", model::Mark::Triangle, model::Tenor::Pressure});
    tables.eventKinds.append({"deed", "Deed", model::Mark::Disc, model::Tenor::Cooperation});
    const auto add = [&tables](const char* date, int kind) {
        model::Event event;
        event.key = QString("event-%1").arg(tables.events.size());
        event.title = "An event";
        event.kind = model::EventKindId(kind);
        event.themes = {model::ThemeId(0)};
        model::DateClaim claim;
        claim.date = *model::Edtf::parse(QString::fromLatin1(date));
        claim.preferred = true;
        event.claims.append(claim);
        tables.events.append(event);
    };
    add("2004-01-01/2008-01-01", 1);
    QList<QColor> colours;
    for (const bool hasLong : {false, true}) {
        if (hasLong)
            add("2000-01-01/2012-01-01", 0);
        Request request = requestOf(Content::Timeline, {1920, 1080}, Bands::Auto, {});
        request.leastName = 36;
        request.view.span = exploration::Span{static_cast<double>(model::dayOf(1999, 1, 1)),
                                              static_cast<double>(model::dayOf(2013, 1, 1))};
        const Sheet sheet = compose(std::make_shared<const model::Dossier>(tables), request, wording::Wording());
        const Strip& strip = sheet.timeline.strips.first();
        const auto& marks = strip.scene.marks;
        const auto mark =
            std::find_if(marks.begin(), marks.end(), [](const auto& one) { return one.event.index == 0; });
        QVERIFY(mark != marks.end() && mark->bar);
        const QPointF at = mark->bar->center() + strip.origin;
        colours.append(imageOf(sheet, 1).pixelColor(at.toPoint()));
    }
    QCOMPARE(colours[0], colours[1]);
    QVERIFY(colours[0].saturation() > 40);
}

void TestPictureTimeline::undatedEventsAreShownListedOrCounted_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<Content>("content");
    for (const Preset preset : {Preset::Room, Preset::Document, Preset::Transparent})
        QTest::addRow("%s", qPrintable(wordOf(preset))) << preset << Content::Timeline;
    QTest::newRow("room, both") << Preset::Room << Content::Both;
    QTest::newRow("A4, both") << Preset::A4 << Content::Both;
}

/// However few events a picture has room for.
void TestPictureTimeline::undatedEventsAreShownListedOrCounted() {
    QFETCH(Preset, preset);
    QFETCH(Content, content);
    QCOMPARE(m_dossier->undatedEvents().size(), 1);
    Request request = pictures::requestOf(preset);
    request.content = content;
    request.view = m_view;
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    qsizetype shown = 0;
    for (const timeline::Scene& scene : scenesOf(sheet))
        shown += scene.trayItems.size();
    std::vector<std::pair<double, QString>> byHeight; // a sentence may go on in the next line
    for (const Sheet::Line& line : sheet.lines)
        byHeight.emplace_back(line.baseline.y(), line.text.trimmed());
    std::sort(byHeight.begin(), byHeight.end());
    QString words;
    for (const auto& [height, text] : byHeight)
        words += text + ' ';
    const QString& title = m_dossier->event(m_dossier->undatedEvents().first()).shortTitle;
    const bool isCounted = words.contains("1 undated event is not shown."),
               isListed = words.contains("Undated: " + title);
    QVERIFY2(shown + isCounted + isListed == 1, qPrintable(words));
}

void TestPictureTimeline::bracketsAreSeenWhole_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<Content>("content");
    for (const Preset preset : {Preset::Room, Preset::Document, Preset::A4})
        for (const Content content : {Content::Timeline, Content::Both})
            QTest::addRow("%s, %s", qPrintable(wordOf(preset)), qPrintable(wordOf(content))) << preset << content;
}

/// Neither behind the mark that they belong to nor beyond the frame.
void TestPictureTimeline::bracketsAreSeenWhole() {
    QFETCH(Preset, preset);
    QFETCH(Content, content);
    Request request = pictures::requestOf(preset);
    request.content = content;
    request.view = m_view;
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    for (const timeline::Scene& scene : scenesOf(sheet))
        for (const timeline::EventMark& mark : scene.marks) {
            if (!mark.bar || mark.emphasis == timeline::Emphasis::FilteredOut)
                continue;
            QVERIFY(scene.lanes.adjusted(-0.5, 0, 0.5, 0).contains(*mark.bar));
            const double reach = timeline::extentOf(mark, sheet.timeline.look.scale());
            const bool isBehind =
                mark.bar->left() > mark.place.x() - reach && mark.bar->right() < mark.place.x() + reach;
            const bool hasBrackets = mark.barLeft == timeline::End::Bracket && mark.barRight == timeline::End::Bracket;
            if (mark.inFrame && isBehind && hasBrackets)
                QFAIL(qPrintable(m_dossier->titleOf(mark.event)));
        }
}

/// The layout knows how large the painters draw a mark.
void TestPictureTimeline::marksAreAsLargeAsLaidOut() {
    for (const model::Mark shape : {model::Mark::Disc, model::Mark::Diamond, model::Mark::Square, model::Mark::Balloon,
                                    model::Mark::Triangle, model::Mark::Star}) {
        timeline::EventMark mark;
        mark.mark = shape;
        mark.radius = 10;
        const double reach = timeline::extentOf(mark, 1);
        const QRectF drawn = theme::markPath(shape, {0, 0}, 10).boundingRect();
        QVERIFY(QRectF(-reach, -reach, 2 * reach, 2 * reach).contains(drawn));
    }
}

QTEST_MAIN(TestPictureTimeline)
#include "tst_picture_timeline.moc"
