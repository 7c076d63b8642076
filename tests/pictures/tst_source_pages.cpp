#include "app/pictures/handout_file.h"
#include "app/pictures/presets.h"
#include "app/pictures/source_pages.h"
#include "tests/pictures/support_bundled.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace entente;
using namespace entente::pictures;
using theme::Theme;
using theme::Type;

/// Sources in full, on pages of their own.
class TestSourcePages : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void eachSourceIsThere_data();
    void eachSourceIsThere();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void evidenceIsListedByNumber();
    void onlyPdfHasSheetsOfSources();
    void linksLeadToSources();
    void codesAreReadByMachine();
    void columnsOfTheLastPageAreEven();
    void oddSourcesAreListed();
    void manySourcesAreCounted();
    void muchEvidenceIsCounted();
    void longTitlesKeepTheirNumbers();
    void partsKeepTheirDirection();
    void pagesGoOnBelowTheirHeading();
    void nothingQuotedGivesNoPages();
    void handoutsListWhatScenesCite();

private:
    Request posterOf(Preset preset) const;

    model::DossierPointer m_dossier;
    exploration::View m_view;
};

namespace {

const QRectF frame(40, 60, 714, 1000);

QString joined(const QString& text) {
    return QString(text).remove(QRegularExpression(QStringLiteral("[\\s\\x{A0}]+")));
}

/// All words of lines, without blanks, since lines are broken anywhere.
QString wordsOf(const QList<Sheet::Line>& lines) {
    QString words;
    for (const Sheet::Line& line : lines)
        words += joined(line.text);
    return words;
}

QString wordsOf(const QList<Sheet>& sheets) {
    QString words;
    for (const Sheet& sheet : sheets)
        words += wordsOf(sheet.lines);
    return words;
}

QRectF boxOf(const Sheet::Line& line) {
    const QFontMetricsF metrics(line.look.font(line.type));
    return {line.baseline.x(), line.baseline.y() - metrics.capHeight(), metrics.horizontalAdvance(line.text),
            metrics.capHeight()};
}

QList<QRectF> boxesOf(const QList<Sheet::Line>& lines, const QList<Sheet::Code>& codes) {
    QList<QRectF> boxes;
    for (const Sheet::Line& line : lines)
        boxes.append(boxOf(line));
    for (const Sheet::Code& code : codes) {
        const double margin = qrMargin * code.box.width() / (code.code.side + 2 * qrMargin);
        boxes.append(code.box.adjusted(margin, margin, -margin, -margin));
    }
    return boxes;
}

QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray();
}

bool writeTo(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A dossier of one event that cites some sources.
model::DossierPointer dossierWith(const QList<model::Source>& sources) {
    model::Tables tables;
    tables.head.title = QStringLiteral("Some dossier");
    model::Event event;
    event.key = QStringLiteral("only");
    event.title = QStringLiteral("The only event");
    for (const model::Source& source : sources) {
        tables.sources.append(source);
        tables.sources.last().key = QString("source-%1").arg(tables.sources.size());
        model::Citation citation;
        citation.key = QString("citation-%1").arg(tables.sources.size());
        citation.source = model::SourceId(tables.sources.size() - 1);
        event.citations.append(model::CitationId(static_cast<int>(tables.citations.size())));
        tables.citations.append(citation);
    }
    tables.events.append(event);
    return std::make_shared<const model::Dossier>(tables);
}

QList<SourcePage> pagesOf(const model::DossierPointer& dossier) {
    const wording::Wording wording;
    return sourcePages(*dossier, bibliographyOf(*dossier, Request(), wording), wording, Theme(), frame);
}

QString wordsOf(const QList<SourcePage>& pages) {
    QString words;
    for (const SourcePage& page : pages)
        words += wordsOf(page.lines);
    return words;
}

} // namespace

void TestSourcePages::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_dossier = test::bundledDossier();
    QVERIFY(m_dossier);
    m_view = test::openingView(m_dossier);
}

Request TestSourcePages::posterOf(Preset preset) const {
    Request request = requestOf(preset);
    request.view = m_view;
    request.moments = suggestedMoments(preset, *m_dossier, m_view);
    return request;
}

void TestSourcePages::eachSourceIsThere_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("A3") << Preset::A3 << QSizeF(1587, 1123);
    QTest::newRow("A2") << Preset::A2 << QSizeF(2245, 1587);
    QTest::newRow("A3 on upright A4") << Preset::A3 << QSizeF(794, 1123);
}

/// Number, title and the whole address, as far as four lines hold it.
void TestSourcePages::eachSourceIsThere() {
    QFETCH(Preset, preset);
    QFETCH(QSizeF, size);
    const Request request = posterOf(preset);
    const QList<model::SourceId> quoted = quotedIn(*m_dossier, request);
    QVERIFY(quoted.size() > 100);
    const QString words = wordsOf(sourceSheets(m_dossier, request, wording::Wording(), size));
    for (qsizetype i = 0; i < quoted.size(); ++i) {
        const model::Source& source = m_dossier->source(quoted[i]);
        const QString listed = QString::number(i + 1) + joined(sourceInWords(source, wording::Wording()));
        QVERIFY2(words.contains(listed), qPrintable(listed));
        QString address = QUrl(source.url).toDisplayString(QUrl::RemoveScheme).mid(2);
        if (address.endsWith('/'))
            address.chop(1);
        QVERIFY2(words.contains(joined(address)), qPrintable(address));
    }
}

void TestSourcePages::nothingOverlaps_data() {
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<theme::Scheme>("scheme");
    QTest::newRow("A3") << Preset::A3 << theme::Scheme::Light;
    QTest::newRow("A2, dark") << Preset::A2 << theme::Scheme::Dark;
}

void TestSourcePages::nothingOverlaps() {
    QFETCH(Preset, preset);
    QFETCH(theme::Scheme, scheme);
    Request request = posterOf(preset);
    request.scheme = scheme;
    const QList<Sheet> sheets = sourceSheets(m_dossier, request, wording::Wording(), request.size);
    QVERIFY(!sheets.isEmpty());
    for (const Sheet& sheet : sheets) {
        const QList<QRectF> boxes = boxesOf(sheet.lines, sheet.codes);
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            QVERIFY(QRectF(QPointF(0, 0), sheet.size).adjusted(30, 30, -30, -30).contains(boxes[i]));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(!boxes[i].intersects(boxes[j]), qPrintable(sheet.lines.value(j).text));
        }
        for (const Sheet::Line& line : sheet.lines)
            QVERIFY(line.look.font(line.type).pixelSize() >= 10); // 7.5 pt
    }
}

void TestSourcePages::evidenceIsListedByNumber() {
    const Request request = posterOf(Preset::A3);
    const QList<model::SourceId> quoted = quotedIn(*m_dossier, request);
    const QString words = wordsOf(sourceSheets(m_dossier, request, wording::Wording(), request.size));
    const auto listed = [&](const model::Subject& subject) {
        QList<qsizetype> numbers;
        for (const model::CitationId citation : m_dossier->evidenceOf(subject))
            if (const qsizetype number = quoted.indexOf(m_dossier->citation(citation).source) + 1;
                number > 0 && !numbers.contains(number))
                numbers.append(number);
        std::sort(numbers.begin(), numbers.end());
        QStringList said;
        for (const qsizetype number : numbers)
            said.append(QString::number(number));
        return said.join(',');
    };
    qsizetype ties = 0, events = 0;
    for (const model::Subject& subject : subjectsIn(*m_dossier, request)) {
        if (listed(subject).isEmpty())
            continue;
        QString said;
        if (const auto* event = std::get_if<model::EventId>(&subject)) {
            ++events;
            said = m_dossier->event(*event).title;
        } else if (const auto* tie = std::get_if<model::RelationshipId>(&subject)) {
            ++ties;
            said = wording::Wording().relationship(*m_dossier, *tie);
        }
        const QString line = joined(said) + ':' + listed(subject);
        QVERIFY2(words.contains(line), qPrintable(line));
    }
    QVERIFY2(events > 30 && ties > 20, qPrintable(QString("%1 events, %2 ties").arg(events).arg(ties)));
}

void TestSourcePages::onlyPdfHasSheetsOfSources() {
    Request request = posterOf(Preset::A3);
    const wording::Wording wording;
    const auto sheetsOf = [&] { return previewOf(m_dossier, request, wording, {200, 150}).value().sheets.size(); };
    QCOMPARE(sheetsOf(), 1 + sourceSheets(m_dossier, request, wording, request.size).size());
    QVERIFY(sheetsOf() > 2);
    request.format = Format::Svg;
    QCOMPARE(sheetsOf(), 1);
    request = posterOf(Preset::A3);
    request.size = {300, 220}; // one source would fill a sheet
    QCOMPARE(sheetsOf(), 1);
    request = requestOf(Preset::A4);
    request.view = m_view;
    QCOMPARE(sheetsOf(), 1);
}

void TestSourcePages::linksLeadToSources() {
    const Request request = posterOf(Preset::A3);
    const QByteArray pdf = render(m_dossier, request, wording::Wording()).value();
    for (const model::SourceId id : quotedIn(*m_dossier, request)) {
        const QByteArray address = webAddressOf(m_dossier->source(id));
        QVERIFY2(address.isEmpty() || pdf.contains("/URI (" + address + ")"), address.constData());
    }
}

/// By a reader that knows nothing of the program, each code from the page as printed with 300 dots an inch.
void TestSourcePages::codesAreReadByMachine() {
    constexpr double dots = 300.0 / 96;
    const QTemporaryDir folder;
    const Request request = posterOf(Preset::A3);
    const wording::Wording wording;
    QVERIFY(writeTo(folder.filePath("poster.pdf"), render(m_dossier, request, wording).value()));
    outputOf("pdftoppm", {"-r", "300", "-f", "2", "-gray", folder.filePath("poster.pdf"), folder.filePath("page")});
    const QList<Sheet> sheets = sourceSheets(m_dossier, request, wording, request.size);
    QStringList seen;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const QImage page(folder.filePath(QString("page-%1.pgm").arg(i + 2)));
        QVERIFY(!page.isNull());
        for (const Sheet::Code& code : sheets[i].codes) {
            seen.append(folder.filePath(QString("code-%1.png").arg(seen.size(), 3, 10, QChar('0'))));
            const QRectF box(code.box.topLeft() * dots, code.box.size() * dots);
            QVERIFY(page.copy(box.toAlignedRect()).save(seen.last()));
        }
    }
    const QStringList read =
        QString::fromUtf8(outputOf("zbarimg", QStringList{"--raw", "--quiet", "-Sdisable", "-Sqrcode.enable"} + seen))
            .split('\n', Qt::SkipEmptyParts);
    QStringList addresses;
    for (const model::SourceId id : quotedIn(*m_dossier, request))
        addresses.append(QString::fromUtf8(webAddressOf(m_dossier->source(id))));
    addresses.removeAll(QString());
    QCOMPARE(read.join('\n'), addresses.join('\n'));
}

void TestSourcePages::columnsOfTheLastPageAreEven() {
    QList<model::Source> sources;
    for (int i = 0; i < 17; ++i) {
        model::Source source;
        source.title = QString("Source %1").arg(i);
        sources.append(source);
    }
    const QList<SourcePage> pages = pagesOf(dossierWith(sources));
    QCOMPARE(pages.size(), 1);
    QHash<int, double> bottoms;
    for (const Sheet::Line& line : pages.first().lines) {
        double& bottom = bottoms[line.baseline.x() < frame.center().x() ? 0 : 1];
        bottom = std::max(bottom, line.baseline.y());
    }
    QCOMPARE(bottoms.size(), 2);
    QVERIFY2(std::abs(bottoms[0] - bottoms[1]) < 60, qPrintable(QString("%1, %2").arg(bottoms[0]).arg(bottoms[1])));
}

/// Nothing of them hangs, is drawn outside, or becomes a link that is none of the web.
void TestSourcePages::oddSourcesAreListed() {
    QList<model::Source> sources(10);
    sources[0].title = QString(500, 'W');
    sources[1].title = QStringLiteral("Long way");
    sources[1].url = "https://example.org/" + QString(3000, 'x');
    sources[2].title = QStringLiteral("Script");
    sources[2].url = QStringLiteral("javascript:alert(1)");
    sources[3].title = QStringLiteral("\u0007\u202E ]]> <b>");
    sources[3].url = QStringLiteral("file:///etc/passwd");
    sources[4].title = QString::fromUtf8("سند معاهده");
    sources[4].url = QString::fromUtf8("https://example.ir/معاهده?a=1&b=2");
    sources[6].url = QStringLiteral("  http://example.org/plain  ");
    sources[7].url = QStringLiteral("https://");
    sources[8].url = QStringLiteral("http://me:secret@example.net/a");
    sources[9].url = QStringLiteral("www.example.com/a b");
    const QList<SourcePage> pages = pagesOf(dossierWith(sources));
    QCOMPARE(pages.size(), 1);
    QSet<QString> links;
    for (const Sheet::Line& line : pages.first().lines) {
        if (!line.link.isEmpty())
            links.insert(line.link.left(24));
        QVERIFY2(frame.adjusted(-1, 0, 1, 0).contains(boxOf(line)), qPrintable(line.text));
    }
    const QSet<QString> expected{"https://example.org/xxxx", "https://example.ir/%D9%8", "http://example.org/plain",
                                 "http://example.net/a", "https://www.example.com/"};
    QCOMPARE(links, expected);
    QCOMPARE(pages.first().codes.size(), 4); // the fifth is too long
    const QString words = wordsOf(pages);
    QVERIFY(words.contains("javascript:alert(1)"));
    QVERIFY(words.contains(joined(sources[4].title)));
    QVERIFY(!words.contains("secret"));
    QVERIFY(words.contains("Theonlyevent:1,2,3,4,5,6,7,8,9,10"));
}

void TestSourcePages::manySourcesAreCounted() {
    model::Source source;
    source.title = QStringLiteral("One of many");
    const QList<SourcePage> pages = pagesOf(dossierWith(QList<model::Source>(1234, source)));
    QVERIFY(pages.size() > 5);
    const QString words = wordsOf(pages);
    QVERIFY(words.contains("1000“Oneofmany”."));
    QVERIFY(!words.contains("1001“Oneofmany”."));
    QVERIFY(words.contains("And234moresources,inthedossier."));
    QVERIFY(words.contains("58,59,60,…"));
}

/// Events beyond the most that are listed take no place from ties, and all sources are there.
void TestSourcePages::muchEvidenceIsCounted() {
    model::Tables tables = m_dossier->tables();
    const qsizetype events = tables.events.size();
    for (int copy = 1; copy <= 20; ++copy)
        for (qsizetype i = 0; i < events; ++i) {
            model::Event event = tables.events[i];
            event.key += QString("-%1").arg(copy);
            tables.events.append(event);
        }
    const auto dossier = std::make_shared<const model::Dossier>(std::move(tables));
    const Request request = posterOf(Preset::A3);
    const Bibliography listed = bibliographyOf(*dossier, request, wording::Wording());
    QCOMPARE(listed.sources, quotedIn(*dossier, request));
    QCOMPARE(listed.notListed, 21 * events - mostListedEvents);
    const qsizetype ties = bibliographyOf(*m_dossier, request, wording::Wording()).evidence.size() - events;
    QVERIFY(ties > 20);
    QCOMPARE(listed.evidence.size(), mostListedEvents + ties);
    const QString words = wordsOf(sourcePages(*dossier, listed, wording::Wording(), Theme(), frame));
    QVERIFY(words.contains(QString("%1furthereventsortiesarenotlisted.").arg(listed.notListed)));
}

/// Whatever is cut off, numbers are not.
void TestSourcePages::longTitlesKeepTheirNumbers() {
    model::Tables tables = dossierWith({model::Source(), model::Source()})->tables();
    model::Event event = tables.events[0];
    event.title = QString("very long ").repeated(60);
    tables.events.replace(0, event);
    const QString words = wordsOf(pagesOf(std::make_shared<const model::Dossier>(std::move(tables))));
    QVERIFY2(words.contains("…:1,2"), qPrintable(words));
}

/// A date stands behind a title that runs from right to left, as it is read.
void TestSourcePages::partsKeepTheirDirection() {
    model::Source source;
    source.title = QString::fromUtf8("متن");
    source.published = QStringLiteral("2001-03-12");
    QCOMPARE(sourceInWords(source, wording::Wording()), QString::fromUtf8("\u2068“متن”\u2069, 12 Mar 2001."));
    source.title = QStringLiteral("Text");
    QCOMPARE(sourceInWords(source, wording::Wording()), QString::fromUtf8("“Text”, 12 Mar 2001."));
}

void TestSourcePages::pagesGoOnBelowTheirHeading() {
    const Request request = posterOf(Preset::A3);
    const QList<Sheet> sheets = sourceSheets(m_dossier, request, wording::Wording(), request.size);
    const Sheet& last = sheets.last();
    QVERIFY(last.codes.isEmpty()); // the list of sources ends before
    const auto isHeading = [](const Sheet::Line& line) { return line.text == "What rests on which source"; };
    QCOMPARE(std::count_if(last.lines.begin(), last.lines.end(), isHeading), 1);
    double top = last.size.height();
    for (const Sheet::Line& line : last.lines)
        if (line.type != Type::Poster)
            top = std::min(top, boxOf(line).top());
    QVERIFY(boxOf(*std::find_if(last.lines.begin(), last.lines.end(), isHeading)).top() < top + 5);
}

void TestSourcePages::nothingQuotedGivesNoPages() {
    QVERIFY(pagesOf(dossierWith({})).isEmpty());
}

/// Before the key, so that this is the last page.
void TestSourcePages::handoutsListWhatScenesCite() {
    const QTemporaryDir folder;
    const QByteArray pdf = handoutOf(m_dossier, model::StoryId(0), {3, Blank::Names, {}}).value();
    QVERIFY(writeTo(folder.filePath("handout.pdf"), pdf));
    QStringList pages =
        QString::fromUtf8(outputOf("pdftotext", {"-raw", folder.filePath("handout.pdf"), "-"})).split('\f');
    pages.removeLast(); // behind the last feed
    QVERIFY(pages.last().startsWith("Answers: "));
    QString words;
    for (const QString& page : pages)
        if (page.startsWith("Sources: "))
            words += joined(page);
    QVERIFY(words.contains("maygiveanswersaway"));
    QVERIFY(words.contains("1.2001:afirsttreatyforthenewcentury:1,2,"));
    const QRegularExpression blanked("2\\.Since2011:sidebysidein\\d+_+:\\d+,");
    QVERIFY2(words.contains(blanked) && !words.contains("sidebysideinSyria"), qPrintable(words));
    qsizetype cited = 0;
    for (const model::Scene& scene : m_dossier->tables().scenes) {
        if (scene.story != model::StoryId(0))
            continue;
        for (const model::CitationId citation : scene.citations) {
            ++cited;
            const model::Source& source = m_dossier->source(m_dossier->citation(citation).source);
            QVERIFY2(words.contains(joined(sourceInWords(source, wording::Wording()))), qPrintable(source.title));
        }
    }
    QVERIFY(cited > 20);
}

QTEST_MAIN(TestSourcePages)
#include "tst_source_pages.moc"
