#include "app/pictures/handout_page.h"
#include "db/exchange/csv_tables.h"

#include <QTest>

using namespace entente;
using namespace entente::pictures;

class TestHandout : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pagesFollowFromTheirNumber_data();
    void pagesFollowFromTheirNumber();
    void otherNumbersAreRefused();
    void sameStoryGivesSameBytes();
    void cellsStayApartOnThePage_data();
    void cellsStayApartOnThePage();
    void blanksTakeDatesOutOfTexts();
    void blanksTakeNamesOutOfTexts();
    void nothingOfAnAnswerIsLeft_data();
    void nothingOfAnAnswerIsLeft();
    void axesAndErasTellNoAnswers();
    void banksAreShuffledAlways();
    void wordsAndBlanksAgree();
    void longTextsStayInTheirPlace();

private:
    model::Tables m_tables;
    model::DossierPointer m_dossier;
};

namespace {

model::Tables shortened(model::Tables tables) {
    constexpr int kept = 6;
    tables.relationships.resize(kept);
    tables.periods.removeIf([](const model::Period& period) { return period.relationship.index >= kept; });
    tables.perspectives.clear();
    for (model::Actor& actor : tables.actors)
        actor.partOf = {};
    tables.scenes.removeIf([](const model::Scene& scene) { return scene.story.index != 0; });
    tables.scenes.resize(3);
    return tables;
}

qsizetype pagesIn(const QByteArray& pdf) {
    return pdf.count("/Type /Page\n");
}

HandoutPage pageOf(const model::DossierPointer& dossier, const HandoutOptions& options) {
    const wording::Wording wording;
    Blanks blanks(dossier, wording, options.blank);
    const auto scenes = scenesOf(*dossier, model::StoryId(0));
    return handoutPage({dossier, *scenes, options, wording}, 0, blanks);
}

} // namespace

void TestHandout::initTestCase() {
    QVERIFY(theme::loadFonts());
    const auto report = exchange::importTables(QStringLiteral(ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran"));
    QVERIFY(report && report->isAcceptable());
    m_tables = shortened(report->tables);
    m_dossier = std::make_shared<const model::Dossier>(m_tables);
}

void TestHandout::pagesFollowFromTheirNumber_data() {
    QTest::addColumn<int>("perPage");
    QTest::addColumn<Blank>("blank");
    QTest::addColumn<int>("pages");
    QTest::newRow("two") << 2 << Blank::None << 2;
    QTest::newRow("three") << 3 << Blank::None << 1;
    QTest::newRow("four, and a key") << 4 << Blank::Dates << 2;
    QTest::newRow("six, and a key") << 6 << Blank::Labels << 2;
}

void TestHandout::pagesFollowFromTheirNumber() {
    QFETCH(int, perPage);
    QFETCH(Blank, blank);
    QFETCH(int, pages);
    const auto handout = handoutOf(m_dossier, model::StoryId(0), {perPage, blank, {}});
    QVERIFY(handout);
    QCOMPARE(pagesIn(*handout), pages);
    QVERIFY(handout->contains("/FontFile2"));
    QVERIFY(handout->contains("/CreationDate (D:20261123000000"));
}

void TestHandout::otherNumbersAreRefused() {
    for (const int perPage : {-1, 0, 1, 5, 7}) {
        const auto handout = handoutOf(m_dossier, model::StoryId(0), {perPage, Blank::None, {}});
        QVERIFY(!handout);
        QVERIFY(handout.error().problem.contains(QString::number(perPage)));
    }
    QVERIFY(!handoutOf(m_dossier, model::StoryId(1)));
}

void TestHandout::sameStoryGivesSameBytes() {
    const HandoutOptions options{3, Blank::Names, {}};
    const QByteArray once = handoutOf(m_dossier, model::StoryId(0), options).value();
    QVERIFY(handoutOf(m_dossier, model::StoryId(0), options).value() == once);
}

void TestHandout::cellsStayApartOnThePage_data() {
    QTest::addColumn<int>("perPage");
    for (const int perPage : {2, 3, 4, 6})
        QTest::addRow("%d", perPage) << perPage;
}

void TestHandout::cellsStayApartOnThePage() {
    QFETCH(int, perPage);
    const QList<QRectF> cells = handoutCells(perPage, 90, 1000);
    QCOMPARE(cells.size(), perPage);
    for (const QRectF& cell : cells) {
        QVERIFY(QRectF(QPointF(0, 0), handoutSize).contains(cell));
        QCOMPARE(std::count_if(cells.begin(), cells.end(), [&](const QRectF& other) { return other.intersects(cell); }),
                 1);
    }
    for (const HandoutCell& cell : pageOf(m_dossier, {perPage, Blank::Dates, {}}).cells) {
        QVERIFY(!cell.pictures.isEmpty());
        for (const SlidePicture& picture : cell.pictures)
            for (const SlideText& text : {cell.date, cell.headline, cell.points})
                QVERIFY(!picture.frame.intersects(text.frame));
    }
}

void TestHandout::blanksTakeDatesOutOfTexts() {
    Blanks blanks(m_dossier, wording::Wording(), Blank::Dates);
    const QString rule = QString(10, '_');
    QCOMPARE(blanks.in("2001: a treaty, signed 12 March 2001, or 12–24 Jun 2025, in May"),
             QStringLiteral("1\u00A0%1: a treaty, signed 2\u00A0%1, or 3\u00A0%1, in May").arg(rule));
    QCOMPARE(blanks.in("again 2001, not 12001 or 300"), QStringLiteral("again 1\u00A0%1, not 12001 or 300").arg(rule));
    blanks.beginScene();
    QCOMPARE(blanks.in("2001"), QStringLiteral("4\u00A0%1").arg(rule));
    QCOMPARE(blanks.answers().at(1), (Answer{2, "12 March 2001"}));
}

void TestHandout::blanksTakeNamesOutOfTexts() {
    Blanks blanks(m_dossier, wording::Wording(), Blank::Names);
    const QString text = blanks.in("Russia's friend Iran, not Iranian");
    QVERIFY(!text.contains("Russia"));
    QVERIFY(text.endsWith("not Iranian"));
    QCOMPARE(blanks.answers(), (QList<Answer>{{1, "Russia"}, {2, "Iran"}}));
}

void TestHandout::nothingOfAnAnswerIsLeft_data() {
    QTest::addColumn<Blank>("blank");
    for (const Blank blank : {Blank::Dates, Blank::Names, Blank::Labels})
        QTest::addRow("%s", qPrintable(wordOf(blank))) << blank;
}

void TestHandout::nothingOfAnAnswerIsLeft() {
    QFETCH(Blank, blank);
    const HandoutPage page = pageOf(m_dossier, {2, blank, {}});
    QVERIFY(!page.answers.isEmpty());
    QVERIFY(!page.bank.paragraphs.isEmpty());
    for (const Answer& answer : page.answers) {
        QVERIFY(page.bank.paragraphs.first().contains(QString(answer.text).replace(' ', QChar::Nbsp)));
        QVERIFY2(blank != Blank::Names || answer.text.size() > 2, qPrintable(answer.text)); // no codes, no initials
    }
    for (const HandoutCell& cell : page.cells)
        for (const SlidePicture& picture : cell.pictures) {
            for (const Strip& strip : picture.sheet.timeline.strips) {
                for (const timeline::Label& label : strip.scene.labels) {
                    QVERIFY(blank != Blank::Dates || label.date.endsWith("______"));
                    QVERIFY(blank != Blank::Labels || label.title.endsWith("__"));
                    const auto type = label.key ? theme::Type::KeyEvent : theme::Type::Event;
                    QVERIFY(picture.sheet.timeline.look.width(label.title, type) <= label.box.width() + 1);
                }
            }
            for (const NetworkPart& network : picture.sheet.networks)
                for (const relations::Node& node : network.scene.nodes)
                    QVERIFY(blank != Blank::Names || (node.name + node.text).endsWith("______"));
        }
    QVERIFY(blank != Blank::Dates || !page.cells[0].headline.paragraphs.first().contains("2001"));
}

/// The first scene is of March 2001: its axis has years alone, and not that one; no era is called after it.
void TestHandout::axesAndErasTellNoAnswers() {
    const auto wordsWith = [&](Blank blank) {
        QStringList words;
        const HandoutPage page = pageOf(m_dossier, {2, blank, {}});
        for (const SlidePicture& picture : page.cells.first().pictures)
            for (const Strip& strip : picture.sheet.timeline.strips) {
                for (const timeline::Tick& tick : strip.scene.ticks)
                    words.append(tick.text);
                for (const timeline::EraBox& era : strip.scene.eras)
                    words.append(era.text);
            }
        words.removeAll(QString());
        return words.join('|');
    };
    QVERIFY2(wordsWith(Blank::None).contains("2001") && wordsWith(Blank::None).contains("Feb"),
             qPrintable(wordsWith(Blank::None)));
    for (const char* answer : {"2001", "Feb", "Mar"})
        QVERIFY2(!wordsWith(Blank::Dates).contains(answer), qPrintable(wordsWith(Blank::Dates)));
    QVERIFY(wordsWith(Blank::Names).contains("2001"));
    exploration::Exploration exploration;
    exploration.open(m_dossier);
    Request request;
    request.content = Content::Timeline;
    request.view = exploration.view();
    Sheet sheet = compose(m_dossier, request, wording::Wording());
    const auto eras = [&sheet] {
        QStringList words;
        for (const Strip& strip : sheet.timeline.strips)
            for (const timeline::EraBox& era : strip.scene.eras)
                words.append(era.text);
        return words.join('|');
    };
    QVERIFY2(eras().contains("Khatami") && eras().contains("Putin"), qPrintable(eras()));
    Blanks(m_dossier, wording::Wording(), Blank::Names).in(sheet);
    for (const char* name : {"Khatami", "Putin", "Treaty of 2001"})
        QVERIFY2(!eras().contains(name), qPrintable(eras()));
}

void TestHandout::banksAreShuffledAlways() {
    const QStringList words{"a", "b", "c", "d", "e", "f", "g"};
    QCOMPARE(shuffled(words), shuffled({"g", "f", "e", "d", "c", "b", "a"}));
    QVERIFY(shuffled(words) != words);
}

void TestHandout::wordsAndBlanksAgree() {
    for (const Blank blank : {Blank::None, Blank::Dates, Blank::Names, Blank::Labels})
        QVERIFY(blankOf(wordOf(blank)) == blank);
    QVERIFY(!blankOf("everything"));
}

void TestHandout::longTextsStayInTheirPlace() {
    model::Tables tables = m_tables;
    for (model::Scene& scene : tables.scenes) {
        scene.headline = QString::fromUtf8("پیمان 条约 😀 <b>]]>\x01") + QString(500, 'W');
        scene.points = QStringList(40, scene.headline);
    }
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    for (const int perPage : {2, 3, 4, 6}) {
        for (const HandoutCell& cell : pageOf(dossier, {perPage, Blank::None, {}}).cells)
            for (const SlidePicture& picture : cell.pictures)
                QVERIFY(!picture.frame.intersects(cell.points.frame));
        QVERIFY(handoutOf(dossier, model::StoryId(0), {perPage, Blank::None, {}}));
    }
}

QTEST_MAIN(TestHandout)
#include "tst_handout.moc"
