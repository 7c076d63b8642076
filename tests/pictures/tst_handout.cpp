#include "app/pictures/handout_page.h"
#include "tests/pictures/support_bundled.h"

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
    void actorsHaveOneBlank_data();
    void actorsHaveOneBlank();
    void numbersOfActorsAreWhole();
    void nothingOfAnAnswerIsLeft_data();
    void nothingOfAnAnswerIsLeft();
    void erasAndTitlesTellNoDates();
    void signsAndCountsAreNoLabels();
    void fewScenesHaveTheWholePage();
    void axesAndErasTellNoAnswers();
    void banksAreShuffledAlways();
    void wordsAndBlanksAgree();
    void longTextsStayInTheirPlace();
    void pagesAreLaidOutOnce();

private:
    model::Tables m_tables;
    model::DossierPointer m_dossier;
};

namespace {

qsizetype pagesIn(const QByteArray& pdf) {
    return pdf.count("/Type /Page\n");
}

HandoutPage pageOf(const model::DossierPointer& dossier, const HandoutOptions& options, QList<Answer>& answers) {
    const wording::Wording wording;
    Blanks blanks(dossier, wording, options.blank);
    const auto scenes = scenesOf(*dossier, model::StoryId(0));
    QList<HandoutPage> pages{handoutPage({dossier, *scenes, options, wording}, 0, blanks)};
    answers = numbered(pages, blanks);
    return pages.first();
}

HandoutPage pageOf(const model::DossierPointer& dossier, const HandoutOptions& options) {
    QList<Answer> answers;
    return pageOf(dossier, options, answers);
}

/// A text with blanks, each with the number of its answer among those that were found so far, from 1.
QString readable(const QString& text) {
    return filled(text, [](const Placeholder& blank) { return ruleWith(blank.answer.index + 1, blank.rule); });
}

QStringList answersIn(const QString& text, const Blanks& blanks) {
    QStringList answers;
    for (const Placeholder& blank : placeholdersIn(text))
        answers.append(blanks.answer(blank.answer).text);
    answers.removeDuplicates();
    return answers;
}

} // namespace

void TestHandout::initTestCase() {
    QVERIFY(theme::loadFonts());
    const model::DossierPointer bundled = test::bundledDossier();
    QVERIFY(bundled);
    m_tables = test::shortened(bundled->tables(), 3);
    m_dossier = std::make_shared<const model::Dossier>(m_tables);
}

void TestHandout::pagesFollowFromTheirNumber_data() {
    QTest::addColumn<int>("perPage");
    QTest::addColumn<Blank>("blank");
    QTest::addColumn<int>("pages");
    QTest::newRow("two, and sources") << 2 << Blank::None << 3;
    QTest::newRow("three, and sources") << 3 << Blank::None << 2;
    QTest::newRow("four, and sources, and a key") << 4 << Blank::Dates << 3;
    QTest::newRow("six, and sources, and a key") << 6 << Blank::Labels << 3;
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
    for (const int scenes : {1, 2, 3, 4, 5, 6})
        QTest::addRow("%d", scenes) << scenes;
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
    QCOMPARE(readable(blanks.in("2001: a treaty, signed 12 March 2001, or 12–24 Jun 2025, in May")),
             QStringLiteral("1\u00A0%1: a treaty, signed 2\u00A0%1, or 3\u00A0%1, in 4\u00A0%1").arg(rule));
    QCOMPARE(readable(blanks.in("again 2001, not 12001 or 300")),
             QStringLiteral("again 1\u00A0%1, not 12001 or 300").arg(rule));
    QCOMPARE(readable(blanks.in("April to June 2025, since July")),
             QStringLiteral("5\u00A0%1 to 6\u00A0%1, since 7\u00A0%1").arg(rule));
    QCOMPARE(blanks.in("May one go on?"), QStringLiteral("May one go on?"));
    blanks.beginScene();
    QCOMPARE(readable(blanks.in("2001")), QStringLiteral("1\u00A0%1").arg(rule));
    QCOMPARE(blanks.answer(AnswerId(1)).text, QStringLiteral("12 Mar 2001"));
}

void TestHandout::blanksTakeNamesOutOfTexts() {
    Blanks blanks(m_dossier, wording::Wording(), Blank::Names);
    const QString text = blanks.in("Russia's friend Iran, not Iranian");
    QVERIFY(!text.contains("Russia"));
    QVERIFY(text.endsWith("not Iranian"));
    QCOMPARE(answersIn(text, blanks), (QStringList{"Russia", "Iran"}));
}

/// One blank for one actor, however it is called: aliases, codes, parts of names, small letters.
void TestHandout::actorsHaveOneBlank_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("answers");
    const auto row = [](const char* text, const QStringList& answers) { QTest::newRow(text) << text << answers; };
    row("The US leaves, says the USA; United States of America", {"United States"});
    row("UK, Britain and GB", {"United Kingdom"});
    row("Duma 8 April, State Duma", {"State Duma"});
    row("Saudi–Iran ties", {"Saudi Arabia", "Iran"});
    row("the six powers", {"Six powers"});
    row("the treaty of 2001 still holds", {"Treaty of 2001"});
    row("Vladimir, Putin", {"Putin"});
    row("it tells us; a state; Eurasian Economic Union; European states; Western experts", {});
}

void TestHandout::actorsHaveOneBlank() {
    QFETCH(QString, text);
    QFETCH(QStringList, answers);
    Blanks blanks(m_dossier, wording::Wording(), Blank::Names);
    QCOMPARE(answersIn(blanks.in(text), blanks), answers);
}

/// Every number is whole and stands for one actor on all pages.
void TestHandout::numbersOfActorsAreWhole() {
    const model::DossierPointer dossier = test::bundledDossier();
    const wording::Wording wording;
    const HandoutOptions options{4, Blank::Names, {}};
    Blanks blanks(dossier, wording, options.blank);
    const HandoutSource source{dossier, *scenesOf(*dossier, model::StoryId(0)), options, wording};
    QList<HandoutPage> pages;
    for (qsizetype first = 0; first < source.scenes.size(); first += options.perPage)
        pages.append(handoutPage(source, first, blanks));
    const QList<Answer> answers = numbered(pages, blanks);
    const auto numberOf = [&](model::ActorId actor) {
        const auto answer = std::find_if(answers.begin(), answers.end(),
                                         [&](const Answer& one) { return one.what == decltype(one.what)(actor); });
        return answer == answers.end() ? QString() : QString::number(answer->number);
    };
    for (const HandoutPage& page : pages) {
        for (const HandoutCell& cell : page.cells)
            for (const SlideText& text : {cell.headline, cell.points})
                for (const QString& words : text.paragraphs)
                    QVERIFY2(!words.contains("Duma") && !words.contains("nuclear deal"), qPrintable(words));
        for (const HandoutCell& cell : page.cells)
            for (const SlidePicture& picture : cell.pictures)
                for (const NetworkPart& network : picture.sheet.networks)
                    for (const relations::Node& node : network.scene.nodes) {
                        const QString number = numberOf(node.actor);
                        const QString rule = number + QChar::Nbsp + '_';
                        QVERIFY2(node.kind == model::ActorKind::Agreement || node.text == number ||
                                     node.text.startsWith(rule),
                                 qPrintable(node.text));
                        QVERIFY2(node.nameBox.isNull() || node.name.startsWith(rule), qPrintable(node.name));
                    }
    }
    const auto handout = handoutOf(dossier, model::StoryId(0), options);
    QCOMPARE(pagesIn(*handout), 6); // three of scenes, two of sources, one of answers
    QVERIFY2(answers.size() > 20 && answers.size() <= dossier->tables().actors.size(),
             qPrintable(QString::number(answers.size())));
}

void TestHandout::nothingOfAnAnswerIsLeft_data() {
    QTest::addColumn<Blank>("blank");
    for (const Blank blank : {Blank::Dates, Blank::Names, Blank::Labels})
        QTest::addRow("%s", qPrintable(wordOf(blank))) << blank;
}

void TestHandout::nothingOfAnAnswerIsLeft() {
    QFETCH(Blank, blank);
    QList<Answer> answers;
    const HandoutPage page = pageOf(m_dossier, {2, blank, {}}, answers);
    QVERIFY(!answers.isEmpty());
    QVERIFY(!page.bank.paragraphs.isEmpty());
    for (const auto& [what, answer, number] : std::as_const(answers)) {
        QVERIFY(page.bank.paragraphs.last().contains(QString(answer).replace(' ', QChar::Nbsp)));
        QVERIFY2(blank != Blank::Names || answer.size() > 2, qPrintable(answer)); // no codes, no initials
    }
    static const QRegularExpression numberAndRules("^\\d*\u00A0?_*$");
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
                    for (const QString& words : {node.name, node.text})
                        QVERIFY2(blank != Blank::Names || words.contains(numberAndRules), qPrintable(words));
        }
    QVERIFY(blank != Blank::Dates || !page.cells[0].headline.paragraphs.first().contains("2001"));
}

/// In scenes that hide what is later, eras have other rows than in the dossier.
void TestHandout::erasAndTitlesTellNoDates() {
    const model::DossierPointer dossier = test::bundledDossier();
    const wording::Wording wording;
    const HandoutOptions options{3, Blank::Dates, {}};
    Blanks blanks(dossier, wording, options.blank);
    const HandoutSource source{dossier, *scenesOf(*dossier, model::StoryId(1)), options, wording, "Since 2001"};
    const HandoutPage page = handoutPage(source, 3, blanks);
    QVERIFY2(readable(page.title).startsWith("Since 1\u00A0__"), qPrintable(readable(page.title)));
    qsizetype eras = 0;
    for (const HandoutCell& cell : page.cells)
        for (const SlidePicture& picture : cell.pictures)
            for (const Strip& strip : picture.sheet.timeline.strips)
                for (const timeline::EraBox& era : strip.scene.eras) {
                    QVERIFY2(!era.text.contains("2001"), qPrintable(era.text));
                    eras += !era.text.isEmpty();
                }
    QVERIFY(eras > 0);
}

/// The signs of a comparison and the count of sources are no labels.
void TestHandout::signsAndCountsAreNoLabels() {
    const model::DossierPointer dossier = test::bundledDossier();
    const wording::Wording wording;
    const HandoutOptions options{2, Blank::Labels, {}};
    Blanks blanks(dossier, wording, options.blank);
    const HandoutPage page =
        handoutPage({dossier, *scenesOf(*dossier, model::StoryId(1)), options, wording}, 6, blanks);
    for (const AnswerId id : page.answers) {
        const QString& answer = blanks.answer(id).text;
        QVERIFY2(answer.size() > 2 && !answer.contains("source"), qPrintable(answer));
    }
    qsizetype signs = 0, unnamed = 0;
    for (const HandoutCell& cell : page.cells)
        for (const SlidePicture& picture : cell.pictures)
            for (const NetworkPart& network : picture.sheet.networks) {
                for (const relations::Line& line : network.scene.lines)
                    signs += !line.labelBox.isNull() && line.label.size() == 1;
                for (const relations::Node& node : network.scene.nodes)
                    unnamed += node.kind == model::ActorKind::Agreement && node.nameBox.isNull();
            }
    QVERIFY(signs > 5);
    QCOMPARE(unnamed, 0);
}

/// A last page of one scene has its room; answers that nearly fit on a page do.
void TestHandout::fewScenesHaveTheWholePage() {
    const wording::Wording wording;
    const HandoutOptions options{2, Blank::None, {}};
    Blanks blanks(m_dossier, wording, options.blank);
    const HandoutPage page =
        handoutPage({m_dossier, *scenesOf(*m_dossier, model::StoryId(0)), options, wording}, 2, blanks);
    QCOMPARE(page.cells.size(), 1);
    QCOMPARE(page.cells.first().pictures.size(), 2);
    QVERIFY(page.cells.first().pictures.last().frame.bottom() > 1000);
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
    Blanks blanks(m_dossier, wording::Wording(), Blank::Names);
    sheet = compose(blanks.in(m_dossier), request, wording::Wording());
    blanks.in(sheet);
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

/// Whatever their blanks ask for: numbers follow afterwards.
void TestHandout::pagesAreLaidOutOnce() {
    const HandoutOptions options{2, Blank::Dates, {}};
    QList<double> shares;
    const auto told = [&](double share) {
        if (!shares.contains(share))
            shares.append(share);
        return true;
    };
    QVERIFY(handoutOf(m_dossier, model::StoryId(0), options, wording::Wording(), told));
    const qsizetype scenes = scenesOf(*m_dossier, model::StoryId(0)).value().size();
    const qsizetype pages = (scenes + options.perPage - 1) / options.perPage;
    QCOMPARE(shares.size(), pages + 1); // before each, and at the end
    QCOMPARE(shares.last(), 1.0);
}

QTEST_MAIN(TestHandout)
#include "tst_handout.moc"
