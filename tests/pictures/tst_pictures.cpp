#include "app/pictures/picture.h"
#include "app/pictures/png_file.h"
#include "tests/pictures/support_bundled.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QRegularExpression>
#include <QTest>
#include <QTransform>
#include <QXmlStreamReader>
#include <ctime>

using namespace entente;
using namespace entente::pictures;

class TestPictures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPairIsDrawnTwiceAlike_data();
    void everyPairIsDrawnTwiceAlike();
    void imagesHaveTheirSizeAndWords();
    void imagesAreKeptPixelForPixel_data();
    void imagesAreKeptPixelForPixel();
    void textsOfImagesAreKept_data();
    void textsOfImagesAreKept();
    void drawingsStayInTheirFrame_data();
    void drawingsStayInTheirFrame();
    void wholeDossierStaysInItsFrame();
    void drawingsAreWellFormedWhateverTheTitle();
    void documentsHavePageTitleAndDate();
    void documentsAreAlikeInEveryTimeZone();
    void marginsStayEmpty_data();
    void marginsStayEmpty();
    void impossibleSizesAreRefused_data();
    void impossibleSizesAreRefused();
    void altTextTellsWhatIsShown();
    void clipboardHoldsPictureAndWords();
    void wordsAndValuesAgree();
    void tidiedNetworksAreDrawnTidied();

private:
    Request request(Content content, Format format, QSize size = {1200, 800}) const;
    QByteArray drawn(const Request& request) const;

    model::DossierPointer m_whole;
    model::DossierPointer m_dossier;
    exploration::View m_view;
};

namespace {} // namespace

void TestPictures::initTestCase() {
    QVERIFY(theme::loadFonts());
    const model::DossierPointer bundled = test::bundledDossier();
    QVERIFY(bundled);
    m_whole = bundled;
    m_dossier = std::make_shared<const model::Dossier>(test::withFewTies(bundled->tables()));
    m_view = test::openingView(m_dossier);
}

Request TestPictures::request(Content content, Format format, QSize size) const {
    Request made;
    made.content = content;
    made.format = format;
    made.size = size;
    made.view = m_view;
    return made;
}

QByteArray TestPictures::drawn(const Request& request) const {
    return render(m_dossier, request, wording::Wording()).value_or(QByteArray());
}

void TestPictures::everyPairIsDrawnTwiceAlike_data() {
    QTest::addColumn<Request>("request");
    QTest::addColumn<QByteArray>("magic");
    for (const Content content : {Content::Timeline, Content::Network, Content::Both})
        for (const auto& [format, magic] :
             {std::pair(Format::Png, "\x89PNG"), std::pair(Format::Svg, "<?xml"), std::pair(Format::Pdf, "%PDF")})
            QTest::addRow("%s %s", qPrintable(wordOf(content)), qPrintable(wordOf(format)))
                << request(content, format) << QByteArray(magic);
}

void TestPictures::everyPairIsDrawnTwiceAlike() {
    QFETCH(Request, request);
    QFETCH(QByteArray, magic);
    const QByteArray once = drawn(request);
    QVERIFY(once.startsWith(magic));
    QVERIFY(once.size() > 10'000);
    QVERIFY(drawn(request) == once);
    request.view.moment -= 3000;
    request.scheme = theme::Scheme::Dark;
    QVERIFY(drawn(request) != once);
}

void TestPictures::imagesHaveTheirSizeAndWords() {
    Request wanted = request(Content::Both, Format::Png);
    wanted.scale = 2;
    const QImage image = QImage::fromData(drawn(wanted), "png");
    QCOMPARE(image.size(), QSize(2400, 1600));
    QCOMPARE(image.text("Title"), m_dossier->head().title);
    QCOMPARE(image.text("Description"), altText(m_dossier, wanted, wording::Wording()));
    QCOMPARE(image.text("Author"), m_dossier->head().authors);
    QVERIFY(image.text("Source").contains(m_dossier->head().version));
    QCOMPARE(image.text("Software"), "Entente");
    QCOMPARE(image.pixelColor(0, 0), theme::Theme(theme::Scheme::Light).color(theme::Role::Ground));
}

namespace {

enum class Pixels { Flat, Rows, Noise };

/// Rows that are like the one above, or like none.
QImage imageWith(QSize size, QImage::Format format, Pixels pixels) {
    QImage image(size, format);
    image.fill(QColor(200, 100, 50, 120));
    quint32 state = 1;
    for (int y = 0; y < size.height() && pixels != Pixels::Flat; ++y)
        for (int x = 0; x < size.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            const quint32 value = pixels == Pixels::Noise ? state >> 8U : static_cast<quint32>(y / 3) * 9973U;
            image.setPixelColor(x, y, QColor::fromRgba(0xFF000000U | value));
        }
    return image;
}

} // namespace

void TestPictures::imagesAreKeptPixelForPixel_data() {
    QTest::addColumn<QImage>("image");
    constexpr QSize slide(640, 700);
    QTest::newRow("one pixel") << imageWith({1, 1}, QImage::Format_RGB32, Pixels::Flat);
    QTest::newRow("a stripe and a row") << imageWith({7, 136}, QImage::Format_RGB32, Pixels::Noise);
    QTest::newRow("a stripe") << imageWith({64, 135}, QImage::Format_RGB32, Pixels::Rows);
    QTest::newRow("flat") << imageWith(slide, QImage::Format_RGB32, Pixels::Flat);
    QTest::newRow("rows") << imageWith(slide, QImage::Format_RGB32, Pixels::Rows);
    QTest::newRow("noise") << imageWith(slide, QImage::Format_RGB32, Pixels::Noise);
    QTest::newRow("transparent") << imageWith(slide, QImage::Format_ARGB32_Premultiplied, Pixels::Flat);
    QTest::newRow("transparent rows") << imageWith(slide, QImage::Format_ARGB32_Premultiplied, Pixels::Rows);
}

void TestPictures::imagesAreKeptPixelForPixel() {
    QFETCH(QImage, image);
    image.setDotsPerMeterX(7559);
    image.setDotsPerMeterY(3780);
    const QByteArray file = pngFile(image, {});
    QCOMPARE(pngFile(image, {}), file);
    image.setColorSpace(QColorSpace::SRgb); // which every file says that it is in
    const QImage read = QImage::fromData(file, "png");
    QCOMPARE(read.hasAlphaChannel(), image.hasAlphaChannel());
    QCOMPARE(read.convertToFormat(QImage::Format_ARGB32), image.convertToFormat(QImage::Format_ARGB32));
    QCOMPARE(read.dotsPerMeterX(), 7559);
    QCOMPARE(read.dotsPerMeterY(), 3780);
}

void TestPictures::textsOfImagesAreKept_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("Latin") << "Treaty of 2001"
                           << "Treaty of 2001";
    QTest::newRow("lines") << "one\ntwo"
                           << "one\ntwo";
    for (const char* word : {"Accord – “Genève”", "پیمان", "條約", "\U0001F91D"})
        QTest::newRow(word) << QString::fromUtf8(word) << QString::fromUtf8(word);
    QTest::newRow("controls") << QStringLiteral("a\u0001b") + QChar(u'\0') + QStringLiteral("c\u0085") << "abc";
    QTest::newRow("long") << QString(20'000, 'x') << QString(20'000, 'x');
}

void TestPictures::textsOfImagesAreKept() {
    QFETCH(QString, text);
    const QImage image = imageWith({3, 3}, QImage::Format_RGB32, Pixels::Rows);
    const QImage read = QImage::fromData(pngFile(image, {{"Title", "before"}, {"Description", text}}), "png");
    QTEST(read.text("Description"), "kept");
    QCOMPARE(read.text("Title"), "before");
}

namespace {

QTransform transformOf(const QString& text) {
    static const QRegularExpression form("matrix\\(([^)]*)\\)");
    const QStringList parts = form.match(text).captured(1).split(',');
    if (parts.size() != 6)
        return {};
    return {parts[0].toDouble(), parts[1].toDouble(), parts[2].toDouble(),
            parts[3].toDouble(), parts[4].toDouble(), parts[5].toDouble()};
}

/// Where an element's own coordinates say that it lies.
QList<QPointF> pointsOf(const QXmlStreamReader& xml) {
    const auto number = [&](const char* name) { return xml.attributes().value(QLatin1String(name)).toDouble(); };
    const QPointF corner(number("x"), number("y"));
    if (xml.name() == QLatin1String("text"))
        return {corner};
    if (xml.name() == QLatin1String("rect"))
        return {corner, corner + QPointF(number("width"), number("height"))};
    QList<QPointF> points;
    static const QRegularExpression pair("(-?[0-9.e+-]+),(-?[0-9.e+-]+)");
    auto found = pair.globalMatch(xml.attributes().value(QLatin1String("d")).toString() +
                                  xml.attributes().value(QLatin1String("points")).toString());
    while (found.hasNext()) {
        const auto match = found.next();
        points.append({match.captured(1).toDouble(), match.captured(2).toDouble()});
    }
    return points;
}

/// What is wrong with a drawing, one line each.
QStringList faultsOf(const QByteArray& svg, QSize size) {
    QStringList faults, elements;
    const QRectF frame = QRectF(QPointF(0, 0), size).adjusted(-0.51, -0.51, 0.51, 0.51);
    QXmlStreamReader xml(svg);
    QList<QTransform> transforms{QTransform()};
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            transforms.removeLast();
        if (token != QXmlStreamReader::StartElement)
            continue;
        elements.append(xml.name().toString());
        transforms.append(transformOf(xml.attributes().value(QLatin1String("transform")).toString()) *
                          transforms.last());
        for (const QPointF point : pointsOf(xml))
            if (const QPointF at = transforms.last().map(point); !frame.contains(at))
                faults.append(QString("%1 at %2, %3").arg(xml.name().toString()).arg(at.x()).arg(at.y()));
    }
    if (xml.hasError())
        faults.append(xml.errorString());
    for (const char* needed : {"title", "desc", "text", "path"})
        if (!elements.contains(QLatin1String(needed)))
            faults.append(QString("no %1").arg(needed));
    if (svg.contains("clip"))
        faults.append("clips");
    return faults;
}

} // namespace

void TestPictures::drawingsStayInTheirFrame_data() {
    QTest::addColumn<Request>("request");
    const auto add = [this](Content content, QSize size, bool visibleSpan) {
        Request wanted = request(content, Format::Svg, size);
        if (visibleSpan)
            wanted.view.span = exploration::Span{20'000, 20'100};
        QTest::addRow("%s %dx%d%s", qPrintable(wordOf(content)), size.width(), size.height(),
                      visibleSpan ? " of a part" : "")
            << wanted;
    };
    for (const QSize size : {QSize(1600, 900), QSize(800, 1200), QSize(200, 200), QSize(300, 1000), QSize(1200, 260)})
        for (const bool visibleSpan : {false, true})
            add(Content::Timeline, size, visibleSpan);
    for (const QSize size : {QSize(1600, 900), QSize(200, 200)})
        add(Content::Both, size, false);
    add(Content::Both, {300, 1000}, true);
    add(Content::Network, {800, 1200}, false);
}

void TestPictures::drawingsStayInTheirFrame() {
    QFETCH(Request, request);
    QCOMPARE(faultsOf(drawn(request), request.size).join('\n'), QString());
}

void TestPictures::wholeDossierStaysInItsFrame() {
    const Request wanted = request(Content::Both, Format::Svg, {1600, 900});
    const auto svg = render(m_whole, wanted, wording::Wording());
    QVERIFY(svg);
    QCOMPARE(faultsOf(*svg, wanted.size).join('\n'), QString());
}

void TestPictures::drawingsAreWellFormedWhateverTheTitle() {
    Request wanted = request(Content::Timeline, Format::Svg);
    wanted.title = QString("<b>&\"") + QChar(1) + QString("توافق ").repeated(60);
    const QByteArray svg = drawn(wanted);
    QCOMPARE(faultsOf(svg, wanted.size).join('\n'), QString());
    QVERIFY(svg.contains("<title>&lt;b&gt;&amp;&quot;"));
    QVERIFY(svg.contains("<desc>Russia"));
}

void TestPictures::documentsHavePageTitleAndDate() {
    const QByteArray pdf = drawn(request(Content::Both, Format::Pdf));
    QVERIFY(pdf.contains("/MediaBox [0 0 900.000000 600.000000]"));
    QVERIFY(pdf.contains("/CreationDate (D:20261123000000Z)"));
    QByteArray title;
    for (const QChar c : m_dossier->head().title) {
        title += static_cast<char>(c.unicode() >> 8);
        title += static_cast<char>(c.unicode() & 0xFF);
    }
    QVERIFY(pdf.contains("/Title (\xFE\xFF" + title + ")"));
}

namespace {

void liveIn(const QByteArray& zone) {
    qputenv("TZ", zone);
    tzset();
}

} // namespace

/// And every offset leads to its object.
void TestPictures::documentsAreAlikeInEveryTimeZone() {
    const QByteArray before = qgetenv("TZ");
    QList<QByteArray> made;
    for (const char* zone : {"UTC", "Asia/Tehran", "America/St_Johns"}) {
        liveIn(zone);
        made.append(drawn(request(Content::Timeline, Format::Pdf, {600, 400})));
    }
    liveIn(before);
    for (const QByteArray& document : made) {
        QVERIFY(document.startsWith("%PDF"));
        QVERIFY(document == made.first());
        const qsizetype table =
            document.mid(document.lastIndexOf("startxref\n") + 10).trimmed().split(' ').first().toInt();
        const QList<QByteArray> lines = document.mid(table).split('\n');
        QCOMPARE(lines[0], "xref");
        const int objects = lines[1].split(' ').last().toInt();
        QVERIFY(objects > 10);
        for (int i = 1; i < objects; ++i) {
            const qsizetype offset = lines[2 + i].left(10).toLongLong();
            QVERIFY2(document.mid(offset, 20).startsWith(QByteArray::number(i) + " 0 obj"), lines[2 + i].constData());
        }
    }
}

void TestPictures::marginsStayEmpty_data() {
    drawingsStayInTheirFrame_data();
}

void TestPictures::marginsStayEmpty() {
    QFETCH(Request, request);
    request.format = Format::Png;
    const QImage image = QImage::fromData(drawn(request), "png");
    const QRgb ground = image.pixel(0, 0);
    const int margin = 4;
    const QRect inside = image.rect().adjusted(margin, margin, -margin, -margin);
    int painted = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!inside.contains(x, y) && image.pixel(x, y) != ground)
                ++painted;
    QCOMPARE(painted, 0);
}

void TestPictures::impossibleSizesAreRefused_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("limit");
    QTest::newRow("low") << QSize(1000, 199) << 1 << "200";
    QTest::newRow("wide") << QSize(16001, 800) << 1 << "16000";
    QTest::newRow("negative") << QSize(-5, 800) << 1 << "200";
    QTest::newRow("no scale") << QSize(1000, 800) << 0 << "1 to 4";
    QTest::newRow("scale 5") << QSize(1000, 800) << 5 << "1 to 4";
    QTest::newRow("large") << QSize(16000, 16000) << 4 << "100 megapixels";
    QTest::newRow("just too large") << QSize(10000, 2501) << 2 << "100 megapixels";
}

void TestPictures::impossibleSizesAreRefused() {
    QFETCH(QSize, size);
    QFETCH(int, scale);
    QFETCH(QString, limit);
    Request wanted = request(Content::Both, Format::Png, size);
    wanted.scale = scale;
    const auto refused = render(m_dossier, wanted, wording::Wording());
    QVERIFY(!refused);
    QVERIFY2(refused.error().problem.contains(limit), qPrintable(refused.error().problem));
    QVERIFY(!clipboardData(m_dossier, wanted, wording::Wording()));
}

void TestPictures::altTextTellsWhatIsShown() {
    Request wanted = request(Content::Timeline, Format::Png);
    const QString whole = altText(m_dossier, wanted, wording::Wording());
    QVERIFY(whole.startsWith(m_dossier->head().title));
    QVERIFY(!whole.contains("As of"));
    wanted.view.filter = *model::Filter::parse(u"theme=none");
    QVERIFY(altText(m_dossier, wanted, wording::Wording()).contains("0 event"));
    wanted.content = Content::Network;
    const QString network = altText(m_dossier, wanted, wording::Wording());
    QVERIFY2(network.contains("As of 17 Jan 2025"), qPrintable(network));
    QVERIFY2(network.contains("Russia and Iran: Treaty of 2001"), qPrintable(network));
}

void TestPictures::clipboardHoldsPictureAndWords() {
    const Request wanted = request(Content::Network, Format::Png);
    const auto data = clipboardData(m_dossier, wanted, wording::Wording());
    QVERIFY(data);
    QCOMPARE((*data)->data("image/png"), drawn(wanted));
    QVERIFY((*data)->data("image/svg+xml").contains("<svg"));
    QCOMPARE((*data)->text(), altText(m_dossier, wanted, wording::Wording()));
}

void TestPictures::wordsAndValuesAgree() {
    for (const Format format : {Format::Png, Format::Svg, Format::Pdf})
        QCOMPARE(formatOf(wordOf(format)), std::optional(format));
    for (const Content content : {Content::Timeline, Content::Network, Content::Both})
        QCOMPARE(contentOf(wordOf(content)), std::optional(content));
    for (const Bands bands : {Bands::Auto, Bands::One, Bands::Two})
        QCOMPARE(bandsOf(wordOf(bands)), std::optional(bands));
    QVERIFY(!formatOf("gif") && !contentOf("Both") && !bandsOf("three"));
}

/// Around the pins that are held, as in the window: so everybody stands elsewhere than without.
void TestPictures::tidiedNetworksAreDrawnTidied() {
    model::Tables tables = m_dossier->tables();
    const model::Relationship& first = tables.relationships.first();
    tables.placements = {{first.from, {0.5, 0.9}}};
    const auto pinned = std::make_shared<const model::Dossier>(tables);
    Request wanted = request(Content::Network, Format::Svg);
    const auto drawing = [&] { return render(pinned, wanted, wording::Wording()).value_or(QByteArray()); };
    const QByteArray untidied = drawing();
    wanted.view.held = tables.placements;
    QVERIFY(drawing() != untidied);
    wanted.view.held = {{first.to, {0.5, 0.9}}}; // whom nobody pins any more
    QVERIFY(drawing() == untidied);
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
