#include "app/pictures/formats.h"
#include "app/pictures/presets.h"
#include "app/pictures/sheet.h"
#include "tests/pictures/support_bundled.h"

#include <QSvgRenderer>
#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// Slides that are read at a desk.
class TestDesk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void namesHaveTheirSize_data();
    void namesHaveTheirSize();
    void dotsOfTheFilterAreTold();
    void manyLeftOutAreCounted();
    void fewEventsAreAllNamed();
    void crowdsAreNamedSmaller();
    void platesLetTheGroundThrough();
    void platesMakeOneSurface_data();
    void platesMakeOneSurface();
    void drawingsHaveOneSurface_data();
    void drawingsHaveOneSurface();
    void networksFillTheirPanels_data();
    void networksFillTheirPanels();

private:
    Request requestOf(const model::Dossier& dossier, Preset preset) const;

    model::DossierPointer m_dossier;
};

void TestDesk::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_dossier = test::bundledDossier();
    QVERIFY(m_dossier);
}

Request TestDesk::requestOf(const model::Dossier& dossier, Preset preset) const {
    Request request = pictures::requestOf(preset);
    request.view.moment = dossier.span()->last;
    return request;
}

namespace {

qsizetype namedIn(const Sheet& sheet) {
    qsizetype named = 0;
    for (const Strip& strip : sheet.timeline.strips)
        named += strip.scene.labels.size();
    return named;
}

bool isNamedIn(const Sheet& sheet, model::EventId event) {
    return std::any_of(sheet.timeline.strips.begin(), sheet.timeline.strips.end(), [event](const Strip& strip) {
        return std::any_of(strip.scene.labels.begin(), strip.scene.labels.end(),
                           [event](const timeline::Label& label) { return label.event == event; });
    });
}

/// What is said in running text, from above.
QString wordsBelow(const Sheet& sheet) {
    std::vector<std::pair<double, QString>> byHeight;
    for (const Sheet::Line& line : sheet.lines)
        byHeight.emplace_back(line.baseline.y(), line.text.trimmed());
    std::sort(byHeight.begin(), byHeight.end());
    QStringList words;
    for (const auto& [height, text] : byHeight)
        words.append(text);
    return words.join(' ');
}

} // namespace

void TestDesk::namesHaveTheirSize_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<Bands>("bands");
    QTest::newRow("document") << Preset::Document << Bands::Auto;
    QTest::newRow("document in one band") << Preset::Document << Bands::One;
    QTest::newRow("transparent") << Preset::Transparent << Bands::Auto;
}

/// Names 24 pixels, dates 19; what has no room for that is a dot, and listed.
void TestDesk::namesHaveTheirSize() {
    QFETCH(Preset, preset);
    QFETCH(Bands, bands);
    Request request = requestOf(*m_dossier, preset);
    request.bands = bands;
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    const theme::Theme& look = sheet.timeline.look;
    QVERIFY(look.font(theme::Type::Event).pixelSize() >= 24 && look.font(theme::Type::KeyEvent).pixelSize() >= 24);
    QVERIFY(look.font(theme::Type::Date).pixelSize() >= 19);
    QCOMPARE(sheet.timeline.strips.size(), bands == Bands::One ? 1 : 2);
    QCOMPARE(sheet.timeline.unnamed(), 0);
    QVERIFY(sheet.timeline.keys().isEmpty());
    const qsizetype named = namedIn(sheet);
    QVERIFY2(named >= 12, qPrintable(QString::number(named)));
    const QString words = wordsBelow(sheet);
    qsizetype listed = 0;
    for (const model::EventId id : m_dossier->eventsInOrder() + m_dossier->undatedEvents()) {
        const model::Event event = m_dossier->event(id);
        const QString date = wording::Wording().eventDate(*m_dossier, id, wording::Style::Short);
        const bool isUndated = m_dossier->undatedEvents().contains(id);
        const bool isListed = words.contains((isUndated ? QString("Undated:") : date) + ' ' + event.shortTitle);
        listed += isListed;
        QVERIFY2(isListed || isNamedIn(sheet, id), qPrintable(event.shortTitle + '\n' + words));
    }
    QCOMPARE(listed + named, m_dossier->tables().events.size());
    QVERIFY(!words.contains("further events"));
}

void TestDesk::dotsOfTheFilterAreTold() {
    Request request = requestOf(*m_dossier, Preset::Document);
    request.view.filter = *model::Filter::parse(QStringLiteral("importance>=4"));
    const QString words = wordsBelow(sheetOf(m_dossier, request, wording::Wording()).value());
    QVERIFY2(words.contains("Also, as grey dots: ") && words.contains("Other grey dots: left out by the filter."),
             qPrintable(words));
}

/// Where a list of them would leave no room for the timeline.
void TestDesk::manyLeftOutAreCounted() {
    model::Tables tables = m_dossier->tables();
    const qsizetype events = tables.events.size();
    for (qsizetype i = 0; i < events; ++i) {
        model::Event event = tables.events[i];
        event.key += "-again";
        tables.events.append(event);
    }
    const auto dossier = std::make_shared<const model::Dossier>(std::move(tables));
    const Sheet sheet = sheetOf(dossier, requestOf(*dossier, Preset::Document), wording::Wording()).value();
    const QString rest = QString("Grey dots: %1 further events.").arg(dossier->eventsInOrder().size() - namedIn(sheet));
    QVERIFY2(wordsBelow(sheet).contains(rest), qPrintable(wordsBelow(sheet)));
}

void TestDesk::fewEventsAreAllNamed() {
    Request request = requestOf(*m_dossier, Preset::Document);
    request.view.span = exploration::Span{static_cast<double>(model::dayOf(2001, 1, 1)),
                                          static_cast<double>(model::dayOf(2019, 12, 31))};
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    QVERIFY(namedIn(sheet) >= 4);
    QCOMPARE(namedIn(sheet), eventsIn(*m_dossier, request).size());
    QVERIFY(sheet.timeline.look.font(theme::Type::Event).pixelSize() >= 24);
}

/// Where large names would leave next to none.
void TestDesk::crowdsAreNamedSmaller() {
    model::Tables tables = m_dossier->tables();
    for (qsizetype i = 0; i < tables.events.size(); ++i) {
        model::Event event = tables.events[i];
        for (model::DateClaim& claim : event.claims)
            claim.date = *model::Edtf::parse(QStringLiteral("2025-01-17"));
        event.title = event.shortTitle = QStringLiteral("An event whose name is too long to stand beside another one");
        tables.events.replace(i, event);
    }
    const auto dossier = std::make_shared<const model::Dossier>(std::move(tables));
    const Sheet sheet = sheetOf(dossier, requestOf(*dossier, Preset::Document), wording::Wording()).value();
    QVERIFY(namedIn(sheet) + sheet.timeline.keys().size() > 6);
    QVERIFY(sheet.timeline.look.font(theme::Type::Event).pixelSize() < 24);
}

/// Of a picture that is laid on something: enough is left of them that names can be read on whatever that is.
void TestDesk::platesLetTheGroundThrough() {
    const Request request = requestOf(*m_dossier, Preset::Transparent);
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    const QImage image = QImage::fromData(render(m_dossier, request, wording::Wording()).value(), "png");
    const auto alphaAt = [&](QPointF at) { return image.pixelColor(at.toPoint()).alpha(); };
    const auto isPlate = [&](QPointF at) { return alphaAt(at) >= 180 && alphaAt(at) < 250; };
    const Strip& upper = sheet.timeline.strips.first();
    QVERIFY(!upper.scene.labels.isEmpty());
    for (const timeline::Label& label : upper.scene.labels)
        if (!label.selected)
            QVERIFY2(isPlate(label.box.translated(upper.origin).topLeft() + QPointF(3, 2)), qPrintable(label.title));
    for (const Sheet::Line& line : sheet.lines)
        QVERIFY2(isPlate(line.baseline + QPointF(-2, 0)), qPrintable(line.text));
    for (const Sheet::Key& key : sheet.legend)
        QVERIFY2(isPlate(key.name.baseline + QPointF(-2, 0)), qPrintable(key.name.text));
    for (const timeline::Tick& tick : upper.scene.ticks)
        QVERIFY2(alphaAt(upper.origin + QPointF(tick.x, upper.scene.axis.bottom() - 2)) > 0, qPrintable(tick.text));
    QCOMPARE(alphaAt({2, 2}), 0);
    QCOMPARE(alphaAt({sheet.size.width() - 2, 200}), 0);
}

void TestDesk::platesMakeOneSurface_data() {
    QTest::addColumn<theme::Scheme>("scheme");
    QTest::newRow("light") << theme::Scheme::Light;
    QTest::newRow("dark") << theme::Scheme::Dark;
}

/// Behind a name, beside it, and where lines of a caption meet, as much is let through.
void TestDesk::platesMakeOneSurface() {
    QFETCH(theme::Scheme, scheme);
    Request request = requestOf(*m_dossier, Preset::Transparent);
    request.content = Content::Both;
    request.scheme = scheme;
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    const QImage image = imageOf(sheet, 1);
    QHash<int, int> pixels; // by alpha
    int overflowing =
        0; // which are not possible in premultiplied form, and turn black where they are laid on something
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            ++pixels[qAlpha(line[x])];
            overflowing += std::max({qRed(line[x]), qGreen(line[x]), qBlue(line[x])}) > qAlpha(line[x]);
        }
    }
    QCOMPARE(image.format(), QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(overflowing, 0);
    const int ground = qRound(255 * theme::groundOpacity);
    int seenThrough = 0;
    for (auto alpha = pixels.cbegin(); alpha != pixels.cend(); ++alpha)
        if (alpha.key() > 0 && alpha.key() < 255)
            seenThrough += alpha.value();
    QVERIFY(seenThrough > image.width() * image.height() / 3);
    // The rest are edges of letters, lines and marks, and what is dimmed.
    QVERIFY2(pixels[ground] > 0.85 * seenThrough, qPrintable(QString("%1 of %2").arg(pixels[ground]).arg(seenThrough)));
    const QPointF panel = sheet.networks.first().panel.topLeft() + QPointF(3, 3);
    for (const relations::Node& node : sheet.networks.first().scene.nodes)
        if (!node.nameBox.isNull())
            QVERIFY(std::abs(image.pixelColor((node.nameBox.topLeft() + QPointF(1, 1)).toPoint()).alpha() -
                             image.pixelColor(panel.toPoint()).alpha()) < 3);
}

void TestDesk::drawingsHaveOneSurface_data() {
    QTest::addColumn<theme::Scheme>("scheme");
    QTest::addColumn<Content>("content");
    for (const auto& [name, scheme] :
         {std::pair("light", theme::Scheme::Light), std::pair("dark", theme::Scheme::Dark)})
        for (const Content content : {Content::Timeline, Content::Network, Content::Both})
            QTest::addRow("%s, %d", name, static_cast<int>(content)) << scheme << content;
}

/// The alpha of the first pixel of a frame that hides less than all, if there is one.
static std::optional<int> seenThrough(const QImage& image, const QRectF& frame) {
    const QRect inside = frame.adjusted(2, 2, -2, -2).toAlignedRect();
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x)
            if (const int alpha = qAlpha(image.pixel(x, y)); alpha < 255)
                return alpha;
    return {};
}

/// SVG has neither clips nor blending: of translucent plates on translucent panels one would see where they overlap.
void TestDesk::drawingsHaveOneSurface() {
    QFETCH(theme::Scheme, scheme);
    QFETCH(Content, content);
    Request request = requestOf(*m_dossier, Preset::Transparent);
    request.format = Format::Svg;
    request.scheme = scheme;
    request.content = content;
    const auto shown = previewOf(m_dossier, request, wording::Wording(), request.size);
    QSvgRenderer drawing(render(m_dossier, request, wording::Wording()).value());
    QImage image(request.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter);
    painter.end();
    QList<QRectF> panels;
    for (const Strip& strip : shown->sheets.first().timeline.strips)
        panels.append(strip.scene.frame.translated(strip.origin));
    for (const NetworkPart& network : shown->sheets.first().networks)
        panels.append(network.panel);
    QVERIFY(!panels.isEmpty());
    for (const QImage& picture : {image, shown->image}) {
        QCOMPARE(picture.pixelColor(2, 2).alpha(), 0);
        for (const QRectF& panel : std::as_const(panels)) {
            const auto alpha = seenThrough(picture, panel);
            QVERIFY2(!alpha, qPrintable(QString::number(alpha.value_or(0))));
        }
        for (const Sheet::Line& line : shown->sheets.first().lines) {
            const QPointF plate = line.baseline + QPointF(-2, 0);
            QVERIFY2(picture.pixelColor(plate.toPoint()).alpha() == 255, qPrintable(line.text));
        }
    }
}

void TestDesk::networksFillTheirPanels_data() {
    QTest::addColumn<Preset>("preset");
    QTest::newRow("document") << Preset::Document;
    QTest::newRow("transparent") << Preset::Transparent;
}

/// A slide is wider than the window's network.
void TestDesk::networksFillTheirPanels() {
    QFETCH(Preset, preset);
    Request request = requestOf(*m_dossier, preset);
    request.content = Content::Network;
    const Sheet sheet = sheetOf(m_dossier, request, wording::Wording()).value();
    QCOMPARE(sheet.networks.size(), 1);
    QRectF taken;
    for (const relations::Node& node : sheet.networks.first().scene.nodes)
        taken |= node.frame.united(node.nameBox);
    const QRectF& panel = sheet.networks.first().panel;
    QVERIFY2(taken.width() > 0.92 * panel.width(), qPrintable(QString::number(taken.width() / panel.width())));
    QVERIFY2(taken.height() > 0.85 * panel.height(), qPrintable(QString::number(taken.height() / panel.height())));
}

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
