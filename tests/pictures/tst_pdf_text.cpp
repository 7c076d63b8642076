#include "app/pictures/handout_page.h"
#include "app/pictures/presets.h"
#include "app/pictures/story_pdf.h"
#include "tests/pictures/support_bundled.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace entente;
using namespace entente::pictures;

/// What PDF files say can be searched and copied, whole, as a reader's program takes it from them.
class TestPdfText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void signsComeBack_data();
    void signsComeBack();
    void postersComeBack_data();
    void postersComeBack();
    void storiesComeBack();
    void handoutsComeBack();
    void keysHaveNoGaps_data();
    void keysHaveNoGaps();
    void filesSayWhatTheyAre();
    void bookmarksLeadToPages_data();
    void bookmarksLeadToPages();

private:
    model::DossierPointer m_dossier;
};

namespace {

/// Without blanks: where they stand, and where lines are broken, is up to the program that reads.
QString joined(QString text) {
    return text.remove(QRegularExpression(QStringLiteral("[\\s\\x{A0}]+")));
}

QString textOf(const QByteArray& pdf) {
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), QStringLiteral("-"), QStringLiteral("-")});
    process.write(pdf);
    process.closeWriteChannel();
    return process.waitForFinished() ? joined(QString::fromUtf8(process.readAllStandardOutput())) : QString();
}

QStringList textsOf(const timeline::Scene& scene) {
    QStringList texts{scene.trayTitle};
    for (const timeline::Label& label : scene.labels)
        texts << label.date << label.title;
    for (const timeline::EraBox& era : scene.eras)
        texts << era.text;
    for (const timeline::TrayItem& item : scene.trayItems)
        texts << item.text;
    return texts;
}

QStringList textsOf(const relations::Scene& scene) {
    QStringList texts;
    for (const relations::Node& node : scene.nodes)
        texts << (node.nameBox.isNull() ? QString() : node.name);
    for (const relations::Line& line : scene.lines)
        texts << (line.labelBox.isNull() ? QString() : line.label);
    return texts;
}

QStringList textsOf(const Sheet& sheet) {
    QStringList texts;
    for (const Sheet::Line& line : sheet.lines + sheet.keyLines)
        texts << line.text;
    for (const Strip& strip : sheet.timeline.strips)
        texts << textsOf(strip.scene);
    for (const NetworkPart& network : sheet.networks)
        texts << textsOf(network.scene);
    for (const presentation::TextLine& line : sheet.strip.texts)
        texts << line.text;
    return texts;
}

QStringList missingIn(const QString& read, const QStringList& texts) {
    QStringList missing;
    for (const QString& text : texts)
        if (!read.contains(joined(text)))
            missing.append(text);
    return missing;
}

} // namespace

void TestPdfText::initTestCase() {
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty(), "poppler-utils is not installed");
    QVERIFY(theme::loadFonts());
    m_dossier = test::bundledDossier();
    QVERIFY(m_dossier);
}

void TestPdfText::signsComeBack_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"13–24 Jun 2025", "2001: a first treaty", "(US-led)", "A – B", "A-B (C) [D] {E}: F",
                             "1 + 1 = 2, 3 × 4 → 12", "<A> @B ¿C? ¡D! «E» ‹F› G·H • I", "A -> B <- C => D <-> E",
                             "12:30, 3x4, 0x10, 9–17 (24/7) & 1/2", "“Ω” — č, ž, ş, ı, é … ’26"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestPdfText::signsComeBack() {
    QFETCH(QString, text);
    Sheet sheet;
    sheet.size = {800, 800};
    double baseline = 0;
    for (const theme::Type type : {theme::Type::Poster, theme::Type::Body, theme::Type::Date, theme::Type::Secondary,
                                   theme::Type::Event, theme::Type::KeyEvent})
        sheet.lines.append({{20, baseline += 60}, text, type, theme::Role::Ink, sheet.theme});
    const auto pdf = pdfOf({sheet}, Labels());
    QVERIFY(pdf);
    QCOMPARE(textOf(*pdf), joined(text).repeated(sheet.lines.size()));
}

void TestPdfText::postersComeBack_data() {
    QTest::addColumn<Preset>("preset");
    QTest::newRow("a4") << Preset::A4;
    QTest::newRow("a3") << Preset::A3;
}

void TestPdfText::postersComeBack() {
    QFETCH(Preset, preset);
    exploration::Exploration exploration;
    exploration.open(m_dossier);
    Request request = requestOf(preset);
    request.view = exploration.view();
    request.moments = suggestedMoments(preset, *m_dossier, request.view);
    const auto sheet = sheetOf(m_dossier, request, wording::Wording());
    QVERIFY(sheet && !textsOf(*sheet).isEmpty());
    const auto pdf = pdfOf({*sheet}, Labels());
    QVERIFY(pdf);
    QCOMPARE(missingIn(textOf(*pdf), textsOf(*sheet)), QStringList());
}

void TestPdfText::storiesComeBack() {
    const model::StoryId story(0);
    const auto pdf = storyPdf(m_dossier, story);
    const auto slides = storySlides(m_dossier, story, {}, wording::Wording());
    QVERIFY(pdf && slides);
    const QString read = textOf(*pdf);
    for (const StorySlide& slide : *slides) {
        QStringList texts;
        for (const SlideText& text : {slide.date, slide.headline, slide.points, slide.counter})
            texts << text.paragraphs;
        for (const SlidePicture& picture : slide.pictures)
            texts << textsOf(picture.sheet);
        QCOMPARE(missingIn(read, texts), QStringList());
    }
}

void TestPdfText::handoutsComeBack() {
    const auto pdf = handoutOf(m_dossier, model::StoryId(0), {4, Blank::None, {}});
    QVERIFY(pdf);
    const QString read = textOf(*pdf);
    for (const model::Scene& scene : m_dossier->tables().scenes)
        if (scene.story == model::StoryId(0))
            QCOMPARE(missingIn(read, QStringList{scene.headline} + scene.points), QStringList());
}

void TestPdfText::keysHaveNoGaps_data() {
    QTest::addColumn<Blank>("blank");
    for (const Blank blank : {Blank::Dates, Blank::Names, Blank::Labels})
        QTest::newRow(qPrintable(wordOf(blank))) << blank;
}

/// Every number from 1 on has its answer.
void TestPdfText::keysHaveNoGaps() {
    QFETCH(Blank, blank);
    const HandoutOptions options{4, blank, {}};
    const wording::Wording words;
    const auto scenes = scenesOf(*m_dossier, model::StoryId(0)).value();
    const HandoutSource source{m_dossier, scenes, options, words, titleOfStory(*m_dossier, model::StoryId(0), {})};
    Blanks blanks(m_dossier, words, blank);
    QList<HandoutPage> pages;
    for (qsizetype first = 0; first < scenes.size(); first += options.perPage)
        pages.append(handoutPage(source, first, blanks));
    const QList<Answer> answers = numbered(pages, blanks);
    QVERIFY(answers.size() > 5);
    const auto pdf = handoutOf(m_dossier, model::StoryId(0), options);
    QVERIFY(pdf);
    const QString read = textOf(*pdf), key = read.mid(read.indexOf("Answers:"));
    for (qsizetype i = 0; i < answers.size(); ++i) {
        QCOMPARE(answers[i].number, static_cast<int>(i + 1));
        const QString answer = joined(QString::number(i + 1) + answers[i].text);
        QVERIFY2(key.contains(answer), qPrintable(answer));
    }
}

namespace {

/// What a program that shows PDF files says of one.
QString informationOn(const QByteArray& pdf, const QStringList& options = {}) {
    QProcess process;
    process.start(QStringLiteral("pdfinfo"), options + QStringList{QStringLiteral("-")});
    process.write(pdf);
    process.closeWriteChannel();
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

} // namespace

void TestPdfText::filesSayWhatTheyAre() {
    model::Tables tables = m_dossier->tables();
    tables.head.authors = QString::fromUtf8("Ада <Лавлейс> & \"b\"");
    const auto dossier = std::make_shared<const model::Dossier>(std::move(tables));
    Request request;
    request.content = Content::Timeline;
    request.format = Format::Pdf;
    request.size = {900, 600};
    request.words = QStringLiteral("What it shows");
    const auto picture = render(dossier, request, wording::Wording());
    const auto handout = handoutOf(dossier, model::StoryId(0), {4, Blank::None, {}});
    QVERIFY(picture && handout);
    for (const QByteArray& pdf : {*picture, *handout}) {
        const QString information = informationOn(pdf);
        QVERIFY2(
            information.contains(QRegularExpression("Author: +" + QRegularExpression::escape(dossier->head().authors))),
            qPrintable(information));
        QVERIFY(information.contains(QRegularExpression("Metadata Stream: +yes")));
        QXmlStreamReader reader(informationOn(pdf, {QStringLiteral("-meta")}));
        QHash<QString, QString> told;
        QStringList path;
        while (!reader.atEnd()) {
            const auto token = reader.readNext();
            if (token == QXmlStreamReader::StartElement)
                path.append(reader.name().toString());
            else if (token == QXmlStreamReader::EndElement)
                path.removeLast();
            else if (token == QXmlStreamReader::Characters && !reader.isWhitespace())
                told[path.value(3)] += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(told["creator"], dossier->head().authors);
        QVERIFY(!told["title"].isEmpty() && information.contains("Title"));
        QCOMPARE(told["CreateDate"], dossier->head().modified);
        if (pdf == *picture) {
            QCOMPARE(told["description"], request.words);
            QVERIFY(information.contains(QRegularExpression("Subject: +What it shows")));
        }
    }
}

void TestPdfText::bookmarksLeadToPages_data() {
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QStringList>("bookmarks"); // page and title
    QStringList headlines;
    for (const model::Scene& scene : m_dossier->tables().scenes)
        if (scene.story.index == 0)
            headlines.append(QString("%1 %2").arg(headlines.size() + 1).arg(scene.headline));
    QTest::newRow("story") << storyPdf(m_dossier, model::StoryId(0)).value() << headlines;
    Request request = requestOf(Preset::A3);
    request.content = Content::Timeline;
    request.title = QString::fromUtf8("Иран & <b> (1) \\ 伊朗");
    QTest::newRow("poster") << render(m_dossier, request, wording::Wording()).value()
                            << QStringList{"1 " + request.title, "2 Sources"};
    request.hasFullSources = false;
    QTest::newRow("one page") << render(m_dossier, request, wording::Wording()).value() << QStringList();
}

/// And the table of objects leads to each.
void TestPdfText::bookmarksLeadToPages() {
    QFETCH(QByteArray, pdf);
    QFETCH(QStringList, bookmarks);
    const QTemporaryDir folder;
    QFile file(folder.filePath("file.pdf"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
    file.close();
    QProcess process;
    process.start(QStringLiteral("pdftohtml"), {"-xml", "-i", "-stdout", file.fileName()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QXmlStreamReader reader(process.readAllStandardOutput());
    QStringList read;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("item")) {
            const QString page = reader.attributes().value("page").toString();
            read.append(page + ' ' + reader.readElementText());
        }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(read, bookmarks);

    const QByteArray start = pdf.mid(pdf.lastIndexOf("startxref") + 10);
    const QList<QByteArray> table = pdf.mid(start.left(start.indexOf('\n')).trimmed().toLongLong()).split('\n');
    QCOMPARE(table.first(), QByteArray("xref"));
    const int count = table[1].split(' ').value(1).toInt();
    QVERIFY(count > 10);
    for (int number = 1; number < count; ++number) {
        const qsizetype offset = table[number + 2].left(10).toLongLong();
        QVERIFY2(pdf.mid(offset).startsWith(QByteArray::number(number) + " 0 obj"), table[number + 2].constData());
    }
    QVERIFY(table[count + 2].startsWith("trailer"));
}

QTEST_MAIN(TestPdfText)
#include "tst_pdf_text.moc"
