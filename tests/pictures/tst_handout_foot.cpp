#include "app/pictures/handout_page.h"
#include "tests/pictures/support_bundled.h"

#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// What a class writes on, and what it may choose from.
class TestHandoutFoot : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyAnswerHasRoomToBeWritten_data();
    void everyAnswerHasRoomToBeWritten();
    void noRoomIsLeftAboveIt();
    void networksAreNotCrowded_data();
    void networksAreNotCrowded();
    void labelsAreNotGivenAway();
    void whatIsCutOffAsksNothing();
    void manyLinesStayOnThePage();
    void linesOfABankBeginWithWords();
    void wordsForSeveralBlanksAreCounted();

private:
    static Handout handoutOfTables(const model::Tables& tables, int perPage, Blank blank, int story = 0,
                                   const QString& title = {});

    model::Tables m_tables;
};

void TestHandoutFoot::initTestCase() {
    QVERIFY(theme::loadFonts());
    const model::DossierPointer bundled = test::bundledDossier();
    QVERIFY(bundled);
    m_tables = bundled->tables();
}

Handout TestHandoutFoot::handoutOfTables(const model::Tables& tables, int perPage, Blank blank, int story,
                                         const QString& title) {
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    const HandoutOptions options{perPage, blank, {}};
    const wording::Wording wording;
    return handoutIn({dossier, scenesOf(*dossier, model::StoryId(story)).value(), options, wording, title});
}

namespace {

/// The longest rules of a finished page, by their numbers.
QMap<int, qsizetype> rulesOf(HandoutPage page) {
    static const QRegularExpression rule(QStringLiteral("(\\d+)\u00A0(_+)"));
    QMap<int, qsizetype> longest;
    forEachText(page, [&](QString& text, bool isDrawn) {
        for (const auto& match : rule.globalMatch(isDrawn ? text : QString())) {
            qsizetype& length = longest[match.captured(1).toInt()];
            length = std::max(length, match.capturedLength(2));
        }
    });
    return longest;
}

QList<int> numbersOf(const QList<AnswerLine>& lines) {
    QList<int> numbers;
    for (const AnswerLine& line : lines)
        numbers.append(line.number);
    return numbers;
}

} // namespace

void TestHandoutFoot::everyAnswerHasRoomToBeWritten_data() {
    QTest::addColumn<int>("perPage");
    QTest::addColumn<Blank>("blank");
    QTest::newRow("two, names") << 2 << Blank::Names;
    QTest::newRow("three, dates") << 3 << Blank::Dates;
    QTest::newRow("four, labels") << 4 << Blank::Labels;
    QTest::newRow("six, names") << 6 << Blank::Names;
}

void TestHandoutFoot::everyAnswerHasRoomToBeWritten() {
    QFETCH(int, perPage);
    QFETCH(Blank, blank);
    for (const HandoutPage& page : handoutOfTables(m_tables, perPage, blank, 1).pages) {
        const QMap<int, qsizetype> rules = rulesOf(page);
        const QList<int> numbers = numbersOf(page.lines);
        for (auto rule = rules.begin(); rule != rules.end(); ++rule)
            QVERIFY2((rule.value() >= 10) != numbers.contains(rule.key()), qPrintable(QString::number(rule.key())));
        QVERIFY(std::is_sorted(numbers.begin(), numbers.end()));
        QCOMPARE(QSet<int>(numbers.begin(), numbers.end()).size(), numbers.size());
        for (const AnswerLine& line : page.lines) {
            QVERIFY(line.frame.width() > 110 && line.frame.height() > 19.9);
            QVERIFY(line.frame.bottom() <= page.bank.frame.top());
            for (const HandoutCell& cell : page.cells)
                for (const SlidePicture& picture : cell.pictures)
                    QVERIFY(!picture.frame.intersects(line.frame));
        }
        QVERIFY(page.bank.frame.bottom() <= 1080);
        QVERIFY(heightOf(page.bank.paragraphs, page.bank.frame.width(), page.bank.pixels, false) <=
                page.bank.frame.height() + 0.01);
    }
}

/// Where networks had no room beside the lines for all that they ask for, timelines take it.
void TestHandoutFoot::noRoomIsLeftAboveIt() {
    for (const HandoutPage& page : handoutOfTables(m_tables, 3, Blank::Names, 2).pages) {
        double lowest = 0;
        for (const HandoutCell& cell : page.cells)
            for (const SlidePicture& picture : cell.pictures)
                lowest = std::max(lowest, picture.frame.bottom());
        const double top = page.lines.isEmpty() ? page.bank.frame.top() : page.lines.first().frame.top();
        QVERIFY2(top - lowest < 45, qPrintable(QString::number(top - lowest)));
    }
}

void TestHandoutFoot::networksAreNotCrowded_data() {
    QTest::addColumn<int>("perPage");
    for (const int perPage : {2, 3, 4, 6})
        QTest::addRow("%d", perPage) << perPage;
}

/// However much room the foot takes: rather none than one whose forms lie on one another.
void TestHandoutFoot::networksAreNotCrowded() {
    QFETCH(int, perPage);
    qsizetype networks = 0;
    for (const HandoutPage& page : handoutOfTables(m_tables, perPage, Blank::Names).pages)
        for (const HandoutCell& cell : page.cells)
            for (const SlidePicture& picture : cell.pictures)
                for (const NetworkPart& network : picture.sheet.networks) {
                    ++networks;
                    const QList<relations::Node>& nodes = network.scene.nodes;
                    for (qsizetype i = 0; i < nodes.size(); ++i)
                        for (qsizetype j = 0; j < i; ++j) {
                            const QRectF shared = nodes[i].frame.intersected(nodes[j].frame);
                            QVERIFY2(std::min(shared.width(), shared.height()) <= 1,
                                     qPrintable(cell.headline.paragraphs.join(' ')));
                        }
                }
    QVERIFY(networks > 0);
}

/// What ties are called stands neither in a legend nor, where it is an agreement, at its page.
void TestHandoutFoot::labelsAreNotGivenAway() {
    const Handout made = handoutOfTables(m_tables, 4, Blank::Labels);
    QSet<QString> labels;
    for (const Answer& answer : made.answers)
        if (!std::holds_alternative<model::EventId>(answer.what))
            labels.insert(answer.text);
    QVERIFY(labels.contains("sanctions") && labels.contains("Treaty of 2001"));
    qsizetype items = 0;
    for (const HandoutPage& page : made.pages)
        for (const HandoutCell& cell : page.cells)
            for (const SlidePicture& picture : cell.pictures)
                for (const NetworkPart& network : picture.sheet.networks) {
                    for (const relations::Node& node : network.scene.nodes)
                        QVERIFY2(!labels.contains(node.name), qPrintable(node.name));
                    const auto& legend = network.scene.legend;
                    for (qsizetype i = 0; i < legend.size(); ++i) {
                        QVERIFY2(!labels.contains(legend.at(i).text), qPrintable(legend.at(i).text));
                        const bool isFirst = i == 0 || legend.at(i - 1).box.top() < legend.at(i).box.top();
                        const double from = isFirst ? network.panel.left() : legend.at(i - 1).box.right();
                        QVERIFY(legend.at(i).sample.x1() > from && legend.at(i).sample.x1() < from + 40);
                        ++items;
                    }
                }
    QVERIFY(items > 10);
}

/// Of points that no room is left for, nothing is asked.
void TestHandoutFoot::whatIsCutOffAsksNothing() {
    model::Tables tables = m_tables;
    QStringList points;
    for (int year = 1900; year < 1990; ++year)
        points.append(QStringLiteral("This is what was said and done in the year %1 by all of them").arg(year));
    tables.scenes.resize(2);
    for (model::Scene& scene : tables.scenes)
        scene.points = points;
    const Handout made = handoutOfTables(tables, 4, Blank::Dates);
    const auto asks = [&](int year) {
        return std::any_of(made.answers.begin(), made.answers.end(),
                           [&](const Answer& answer) { return answer.text == QString::number(year); });
    };
    const Handout titled = handoutOfTables(tables, 4, Blank::Dates, 0, points.join(' '));
    QVERIFY(titled.pages.first().title.endsWith(QChar(0x2026)));
    for (const HandoutPage& page : titled.pages)
        QVERIFY(heightOf({page.title}, titleRoom.width(), smallestTitle, true) <= titleRoom.height() + 1);
    QVERIFY(!std::any_of(titled.answers.begin(), titled.answers.end(),
                         [](const Answer& answer) { return answer.text == "1988"; }));
    QVERIFY(asks(1900));
    QVERIFY(!asks(1989));
    for (const HandoutPage& page : made.pages)
        for (const HandoutCell& cell : page.cells) {
            const SlideText& text = cell.points;
            QVERIFY(heightOf(text.paragraphs, text.frame.width() - 1.1 * text.pixels, text.pixels, false) <=
                    text.frame.height() + 1);
            QVERIFY2(text.paragraphs.last().endsWith(QChar(0x2026)), qPrintable(text.paragraphs.last()));
        }
}

void TestHandoutFoot::manyLinesStayOnThePage() {
    const auto dossier = std::make_shared<const model::Dossier>(m_tables);
    Blanks blanks(dossier, wording::Wording(), Blank::Dates);
    HandoutPage page;
    for (int year = 1700; year < 1900; ++year)
        page.answers.append(placeholdersIn(blanks.in(QString::number(year))).first().answer);
    const QRectF frame(40, 676, 714, 400);
    QVERIFY(footHeight(page, blanks, frame.width()) > frame.height());
    setFoot(page, blanks, frame);
    QCOMPARE(page.lines.size(), 200);
    for (const AnswerLine& line : page.lines)
        QVERIFY(frame.contains(line.frame) && !line.frame.intersects(page.bank.frame));
    QVERIFY(page.bank.frame.bottom() <= frame.bottom() + 0.01 && page.bank.frame.height() > 100);
}

void TestHandoutFoot::linesOfABankBeginWithWords() {
    const Handout made = handoutOfTables(m_tables, 6, Blank::Names, 1);
    const QString bank = made.pages.first().bank.paragraphs.last();
    QVERIFY(bank.contains(QString::fromUtf8("·")));
    QVERIFY(!bank.contains(QString::fromUtf8(" ·")));
}

/// A treaty and the event of its conclusion.
void TestHandoutFoot::wordsForSeveralBlanksAreCounted() {
    const Handout made = handoutOfTables(m_tables, 2, Blank::Labels);
    const QString bank = made.pages.first().bank.paragraphs.last();
    QVERIFY2(bank.contains(QString::fromUtf8("Treaty\u00A0of\u00A02001\u00A0(2×)")), qPrintable(bank));
    QCOMPARE(bank.count(QStringLiteral("Treaty\u00A0of\u00A02001")), 1);
}

QTEST_MAIN(TestHandoutFoot)
#include "tst_handout_foot.moc"
