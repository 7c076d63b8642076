#include "app/pictures/presets.h"
#include "app/pictures/print_pages.h"
#include "tests/pictures/support_bundled.h"

#include <QImage>
#include <QTest>
#include <QThread>
#include <QXmlStreamReader>

using namespace entente;
using namespace entente::pictures;

/// What pictures are for, several moments, printing, and being ended.
class TestPresets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void wordsAndValuesAgree();
    void namesAreLargeInARoom();
    void fewEventsAreShownInARoom_data();
    void fewEventsAreShownInARoom();
    void postersHaveTwoNetworks();
    void transparentPicturesHaveNoGround_data();
    void transparentPicturesHaveNoGround();
    void greyPicturesHaveNoColour();
    void momentsStandSideBySide_data();
    void momentsStandSideBySide();
    void ownWordsAreInTheFile();
    void enormousSizesAreRefused_data();
    void enormousSizesAreRefused();
    void whatIsEndedIsNotMade();
    void progressNeverFalls_data();
    void progressNeverFalls();
    void timelinesStandAboveTheirCaptions_data();
    void timelinesStandAboveTheirCaptions();
    void placesAreFoundOnce();
    void momentsHaveTheSamePlaces();
    void twoAtOnceAreAsOne();
    void postersAreTiled_data();
    void postersAreTiled();
    void hostileWordsAreWellFormed_data();
    void hostileWordsAreWellFormed();

private:
    Request from(Preset preset) const {
        Request request = requestOf(preset);
        request.view = m_view;
        return request;
    }

    model::Tables m_tables;
    model::DossierPointer m_dossier;
    exploration::View m_view;
};

void TestPresets::initTestCase() {
    QVERIFY(theme::loadFonts());
    const model::DossierPointer bundled = test::bundledDossier();
    QVERIFY(bundled);
    m_tables = test::withFewTies(bundled->tables());
    m_dossier = std::make_shared<const model::Dossier>(m_tables);
    m_view = test::openingView(m_dossier);
}

void TestPresets::wordsAndValuesAgree() {
    for (const Preset preset : presets)
        QCOMPARE(presetOf(wordOf(preset)), std::optional(preset));
    QVERIFY(!presetOf("Room") && !presetOf(""));
}

/// Everything that names an event, in the timeline or in the list of numbers.
void TestPresets::namesAreLargeInARoom() {
    Request request = from(Preset::Room);
    request.content = Content::Both;
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    const timeline::Scene& scene = sheet.timeline.strips.first().scene;
    QVERIFY(scene.labels.size() + scene.keys.size() >= 3);
    for (const theme::Type type : {theme::Type::Event, theme::Type::KeyEvent})
        QVERIFY(sheet.timeline.look.font(type).pixelSize() >= 36);
    for (const Sheet::Line& line : sheet.keyLines)
        QVERIFY(line.type == theme::Type::Chip || line.look.font(line.type).pixelSize() >= 36);
    QVERIFY(sheet.networks.first().look.font(theme::Type::NodeName).pixelSize() >= 36);
    QVERIFY(!sheet.networks.first().scene.nodes.isEmpty());
}

void TestPresets::fewEventsAreShownInARoom_data() {
    QTest::addColumn<int>("first");
    QTest::newRow("whole period") << 0;
    QTest::newRow("dense end") << 2023;
    QTest::newRow("one year") << 2025;
}

/// Six or more, and the others are counted.
void TestPresets::fewEventsAreShownInARoom() {
    QFETCH(int, first);
    Request request = from(Preset::Room);
    if (first > 0)
        request.view.span = exploration::Span{static_cast<double>(model::dayOf(first, 1, 1)),
                                              static_cast<double>(model::dayOf(2025, 12, 31))};
    const auto inSpan = [&](model::EventId event) {
        return first == 0 ||
               model::mayOverlap(*m_dossier, event, model::dayOf(first, 1, 1), model::dayOf(2025, 12, 30));
    };
    const auto events = m_dossier->eventsInOrder();
    const auto all = std::count_if(events.begin(), events.end(), inSpan);
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    qsizetype named = 0;
    for (const Strip& strip : sheet.timeline.strips)
        named += strip.scene.labels.size() + strip.scene.keys.size();
    QVERIFY2(named >= 6 && named <= 12, qPrintable(QString::number(named)));
    QCOMPARE(sheet.timeline.unnamed(), 0);
    QVERIFY(sheet.timeline.keys().isEmpty() || named == 6);
    const QString words = previewOf(m_dossier, request, wording::Wording(), {400, 300}).value().words;
    QVERIFY2(words.contains(QString("%1 events").arg(named)), qPrintable(words));
    const QString rest = QString("%1 further events").arg(all - named);
    std::vector<std::pair<double, QString>> byHeight; // a sentence may go on in the next line
    for (const Sheet::Line& line : sheet.lines)
        byHeight.emplace_back(line.baseline.y(), line.text.trimmed());
    std::sort(byHeight.begin(), byHeight.end());
    QStringList lines;
    for (const auto& [height, text] : byHeight)
        lines.append(text);
    QVERIFY2(lines.join(' ').contains(rest), qPrintable(lines.join('\n')));
}

void TestPresets::postersHaveTwoNetworks() {
    const QList<model::Day> moments = suggestedMoments(Preset::A2, *m_dossier, m_view);
    QCOMPARE(moments, (QList<model::Day>{model::dayOf(2001, 12, 31), m_view.moment}));
    QVERIFY(suggestedMoments(Preset::A4, *m_dossier, m_view).isEmpty());
    Request request = from(Preset::A2);
    request.moments = moments;
    const Sheet sheet = compose(m_dossier, request, wording::Wording());
    QCOMPARE(sheet.networks.size(), 2);
    for (const NetworkPart& network : sheet.networks)
        for (const Strip& strip : sheet.timeline.strips)
            QVERIFY(strip.scene.frame.translated(strip.origin).right() < network.panel.left());
}

void TestPresets::transparentPicturesHaveNoGround_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<int>("alpha");
    QTest::newRow("transparent") << Preset::Transparent << 0;
    QTest::newRow("document") << Preset::Document << 255;
}

void TestPresets::transparentPicturesHaveNoGround() {
    QFETCH(Preset, preset);
    const auto png = render(m_dossier, from(preset), wording::Wording());
    QVERIFY(png);
    const QImage image = QImage::fromData(*png, "png");
    QCOMPARE(image.size(), QSize(1920, 1080));
    QTEST(image.pixelColor(2, 2).alpha(), "alpha");
}

void TestPresets::greyPicturesHaveNoColour() {
    Request request = from(Preset::A4);
    request.format = Format::Png;
    request.scheme = theme::Scheme::Grey;
    const QImage image = QImage::fromData(render(m_dossier, request, wording::Wording()).value(), "png");
    int coloured = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            coloured += qRed(pixel) != qGreen(pixel) || qGreen(pixel) != qBlue(pixel);
        }
    QCOMPARE(coloured, 0);
}

void TestPresets::momentsStandSideBySide_data() {
    QTest::addColumn<Content>("content");
    QTest::addColumn<int>("count");
    for (const Content content : {Content::Network, Content::Both})
        for (const int count : {1, 2, 3})
            QTest::addRow("%s, %d", qPrintable(wordOf(content)), count) << content << count;
}

void TestPresets::momentsStandSideBySide() {
    QFETCH(Content, content);
    QFETCH(int, count);
    Request request = from(Preset::Document);
    request.content = content;
    const QStringList years = QStringList{"2001", "2015", "2025"}.mid(0, count);
    for (const QString& year : years)
        request.moments.append(model::dayOf(year.toInt(), 12, 31));
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    QCOMPARE(sheet.networks.size(), count);
    QSet<qreal> widths;
    for (qsizetype i = 0; i < count; ++i) {
        QVERIFY(QRectF(QPointF(0, 0), sheet.size).contains(sheet.networks[i].panel));
        widths.insert(std::round(sheet.networks[i].panel.width()));
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(!sheet.networks[i].panel.intersects(sheet.networks[j].panel));
    }
    QCOMPARE(widths.size(), 1);
    const QString words = altText(m_dossier, request, wording::Wording());
    for (const QString& year : years) {
        QVERIFY2(words.contains("As of 31 Dec " + year), qPrintable(words));
        QVERIFY(std::any_of(sheet.lines.begin(), sheet.lines.end(),
                            [&](const Sheet::Line& line) { return line.text.contains("31 Dec " + year); }));
    }
}

void TestPresets::ownWordsAreInTheFile() {
    Request request = from(Preset::Document);
    request.words = "Twelve <marks> & a line";
    const QImage image = QImage::fromData(render(m_dossier, request, wording::Wording()).value(), "png");
    QCOMPARE(image.text("Description"), request.words);
    request.format = Format::Svg;
    const QByteArray svg = render(m_dossier, request, wording::Wording()).value();
    QVERIFY(svg.contains("<desc>Twelve &lt;marks&gt; &amp; a line</desc>"));
    QCOMPARE((*clipboardData(m_dossier, request, wording::Wording()))->text(), request.words);
}

void TestPresets::enormousSizesAreRefused_data() {
    QTest::addColumn<Format>("format");
    for (const Format format : {Format::Png, Format::Svg, Format::Pdf})
        QTest::newRow(qPrintable(wordOf(format))) << format;
}

/// Nothing is composed before.
void TestPresets::enormousSizesAreRefused() {
    QFETCH(Format, format);
    Request request = from(Preset::Document);
    request.format = format;
    request.size = {50'000, 50'000};
    int steps = 0;
    const auto refused = render(m_dossier, request, wording::Wording(), [&](double) { return ++steps > 0; });
    QVERIFY(!refused && refused.error().problem.contains("from 200 to 16000 pixels"));
    QCOMPARE(steps, 0);
    request.size = {1000, 1000};
    request.moments = QList<model::Day>(mostMoments + 1, 0);
    const auto many = render(m_dossier, request, wording::Wording());
    QVERIFY(!many && many.error().problem.contains("at most 6 moments"));
}

void TestPresets::whatIsEndedIsNotMade() {
    Request request = from(Preset::Document);
    request.content = Content::Both;
    QList<double> shares; // how often each is told depends on the machine, which are told does not
    QVERIFY(render(m_dossier, request, wording::Wording(), [&](double share) {
        if (!shares.contains(share))
            shares.append(share);
        return share >= 0 && share <= 1;
    }));
    QVERIFY(shares.size() > 2 && shares.last() > 0.5);
    for (const double end : shares) {
        int steps = 0;
        const auto ended = render(m_dossier, request, wording::Wording(), [&](double share) {
            steps += share >= end ? 1 : 0;
            return share < end;
        });
        QVERIFY(!ended);
        QCOMPARE(ended.error().problem, pictures::ended().problem);
        QVERIFY(steps > 0);
    }
}

void TestPresets::progressNeverFalls_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<QSize>("size");
    QTest::newRow("few events") << Preset::Room << QSize(1920, 1080);
    QTest::newRow("all events") << Preset::Document << QSize(1920, 1080);
    QTest::newRow("hardly any room") << Preset::A4 << QSize(420, 300);
}

void TestPresets::progressNeverFalls() {
    QFETCH(Preset, preset);
    QFETCH(QSize, size);
    Request request = from(preset);
    request.content = Content::Both;
    request.size = size;
    double last = 0;
    bool isRising = true;
    QVERIFY(render(m_dossier, request, wording::Wording(), [&](double share) {
        isRising = isRising && share >= last && share <= 1;
        last = share;
        return true;
    }));
    QVERIFY(isRising);
    QVERIFY(last > 0.5);
}

void TestPresets::timelinesStandAboveTheirCaptions_data() {
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(420, 620), QSize(560, 420), QSize(700, 380), QSize(840, 460), QSize(1000, 640)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

void TestPresets::timelinesStandAboveTheirCaptions() {
    QFETCH(QSize, size);
    Request request;
    request.content = Content::Timeline;
    request.view = m_view;
    request.size = size;
    const Sheet sheet = compose(m_dossier, request, wording::Wording());
    QVERIFY(!sheet.timeline.strips.isEmpty());
    double top = sheet.size.height();
    for (const QLineF& rule : sheet.rules)
        top = std::min(top, rule.y1());
    for (const Strip& strip : sheet.timeline.strips)
        QVERIFY(strip.scene.frame.translated(strip.origin).bottom() <= top + 0.5);
}

void TestPresets::placesAreFoundOnce() {
    int asked = 0;
    const auto dossier = std::make_shared<const model::Dossier>(m_tables);
    JobPlaces places(dossier, [&](double) { return ++asked > 0; });
    const relations::Places* found = places.find();
    QVERIFY(found && !found->spots.isEmpty());
    const int before = asked;
    QVERIFY(before > 0);
    QCOMPARE(places.find(), found);
    QCOMPARE(asked, before);
    // Another job on the same dossier does not look for it, one around pins does.
    const Progress never = [](double) { return false; };
    QCOMPARE(JobPlaces(dossier, never).find(), found);
    const QList<model::Placement> held{{found->spots.first().actor, {0.5, 0.5}}};
    QVERIFY(!JobPlaces(dossier, never, held).find());
    const relations::Places* around = JobPlaces(dossier, {}, held).find();
    QVERIFY(around && around != found);
    QCOMPARE(JobPlaces(dossier, never, held).find(), around);
    // Whoever has another name is seated with that one.
    model::Tables renamed = m_tables;
    for (model::Actor& actor : renamed.actors)
        actor.name = actor.shortName = QStringLiteral("______");
    const QRectF home(10, 20, 600, 400);
    const auto namesIn = [&](const model::Dossier& named) {
        QStringList names;
        for (const relations::Seat& seat : places.seatsIn(home, named))
            names << seat.name;
        return names;
    };
    const QStringList names = namesIn(*dossier);
    QVERIFY(!names.contains(QString("______")) && namesIn(model::Dossier(renamed)).contains(QString("______")));
    QCOMPARE(namesIn(*dossier), names);
    // Nor is one of the same content another's.
    QVERIFY(!JobPlaces(std::make_shared<const model::Dossier>(m_tables), never).find());
}

void TestPresets::momentsHaveTheSamePlaces() {
    Request request = from(Preset::Document);
    request.content = Content::Network;
    request.moments = {model::dayOf(2001, 12, 31), model::dayOf(2025, 12, 31)};
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    QCOMPARE(sheet.networks.size(), 2);
    const QPointF apart = sheet.networks[1].panel.topLeft() - sheet.networks[0].panel.topLeft();
    int common = 0;
    for (const relations::Node& node : sheet.networks[0].scene.nodes)
        for (const relations::Node& other : sheet.networks[1].scene.nodes)
            if (node.actor == other.actor) {
                ++common;
                QVERIFY(QLineF(node.frame.center() + apart, other.frame.center()).length() < 0.5);
            }
    QVERIFY(common > 1);
}

void TestPresets::twoAtOnceAreAsOne() {
    const Request one = from(Preset::A4), other = from(Preset::Document);
    const QByteArray onePdf = render(m_dossier, one, wording::Wording()).value();
    const QByteArray otherPng = render(m_dossier, other, wording::Wording()).value();
    QByteArray pdf, png;
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { pdf = render(m_dossier, one, wording::Wording()).value(); }));
    thread->start();
    png = render(m_dossier, other, wording::Wording()).value();
    QVERIFY(thread->wait());
    QVERIFY(pdf == onePdf);
    QVERIFY(png == otherPng);
}

void TestPresets::postersAreTiled_data() {
    QTest::addColumn<QSizeF>("sheet");
    QTest::addColumn<bool>("isPoster");
    QTest::addColumn<qsizetype>("pages");
    QTest::newRow("slide") << QSizeF(1920, 1080) << false << qsizetype{1};
    QTest::newRow("A4") << QSizeF(1123, 794) << true << qsizetype{1};
    QTest::newRow("A3") << QSizeF(1587, 1123) << true << qsizetype{4};
    QTest::newRow("A2") << QSizeF(2245, 1587) << true << qsizetype{9};
}

/// On A4 across with margins of 5 mm.
void TestPresets::postersAreTiled() {
    QFETCH(QSizeF, sheet);
    QFETCH(bool, isPoster);
    const double resolution = 300;
    const QSizeF page = QSizeF(287, 200) / 25.4 * resolution;
    const PrintPlan plan = printPlanOf(sheet, page, resolution, isPoster);
    QTEST(plan.tiles.size(), "pages");
    QRectF covered;
    for (const QRectF& tile : plan.tiles) {
        covered |= tile;
        QVERIFY(tile.width() * plan.scale <= page.width() + 0.01 && tile.height() * plan.scale <= page.height() + 0.01);
    }
    QCOMPARE(covered, QRectF(QPointF(0, 0), sheet));
    for (qsizetype i = 1; i < plan.tiles.size(); ++i)
        if (i % plan.columns != 0)
            QVERIFY(plan.tiles[i - 1].right() > plan.tiles[i].left() + 30);
    if (plan.tiles.size() > 1)
        QCOMPARE(plan.scale, resolution / 96);
    QVERIFY(printsAcross(sheet, page.transposed(), resolution, isPoster) || plan.tiles.size() == 9 ||
            plan.tiles.size() == 4);
}

void TestPresets::hostileWordsAreWellFormed_data() {
    QTest::addColumn<Format>("format");
    for (const Format format : {Format::Png, Format::Svg, Format::Pdf})
        QTest::newRow(qPrintable(wordOf(format))) << format;
}

void TestPresets::hostileWordsAreWellFormed() {
    QFETCH(Format, format);
    const QString hostile = QString::fromUtf8("]]> <b>&amp; \"q\" \x01\x0B\x1F پیمان ایران 条约 😀 ") + QChar(0xD800) +
                            QChar(0xFFFE) + QString(500, 'W');
    model::Tables tables = m_tables;
    for (qsizetype i = 0; i < 3; ++i) {
        model::Event event = tables.events[i];
        event.title = event.shortTitle = hostile;
        tables.events.replace(i, event);
    }
    for (model::Actor& actor : tables.actors)
        actor.name = actor.shortName = hostile;
    tables.head.title = tables.head.version = hostile;
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    for (const Preset preset : presets) {
        Request request = from(preset);
        request.content = Content::Both;
        request.format = format;
        request.words = preset == Preset::Document ? hostile : QString();
        const auto bytes = render(dossier, request, wording::Wording());
        QVERIFY(bytes);
        if (format == Format::Png)
            QCOMPARE(QImage::fromData(*bytes, "png").size(), request.size);
        if (format != Format::Svg)
            continue;
        QXmlStreamReader xml(*bytes);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
}

QTEST_MAIN(TestPresets)
#include "tst_presets.moc"
