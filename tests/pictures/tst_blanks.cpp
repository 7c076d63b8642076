#include "app/pictures/handout_page.h"
#include "tests/pictures/support_bundled.h"

#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// Blanks in texts, from where they are put in to the paper.
class TestBlanks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void textsComeBackFromEscaping_data();
    void textsComeBackFromEscaping();
    void placeholdersComeBack();
    void noNumberIsWiderThanItsRoom();
    void placeholdersAreCutOffWhole();
    void textsLikeBlanksAreLeftAlone_data();
    void textsLikeBlanksAreLeftAlone();
    void rulesInTextsAreNoEmphasis();
    void datesNextToLettersAreNumbered();
    void datesThatMeanTheSameAreOne_data();
    void datesThatMeanTheSameAreOne();
    void wordsBeforeADateStay();
    void thoseOfOneNameAreTwo();
    void aLabelIsNoTie();
    void manyAnswersHaveRoom();

private:
    model::Tables m_tables;
};

namespace {

QString rule(int length) {
    return QChar::Nbsp + QString(length, '_');
}

Handout handoutOfTables(const model::Tables& tables, Blank blank) {
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    const HandoutOptions options{2, blank, {}};
    const wording::Wording wording;
    const model::StoryId story(0);
    return handoutIn({dossier, scenesOf(*dossier, story).value(), options, wording, titleOfStory(*dossier, story, {})});
}

/// A month of 2000 and later.
model::Edtf month(int number) {
    return model::Edtf::parse(QStringLiteral("%1-%2").arg(2000 + number / 12).arg(number % 12 + 1, 2, 10, QChar('0')))
        .value();
}

/// Scenes that show a year each, and in each month of these an event; the last year's events come first.
model::Tables withEvents(model::Tables tables, int years) {
    const model::Event pattern = tables.events[0];
    const model::Scene scene = tables.scenes.first();
    tables.events = model::EventList();
    tables.participations = model::ParticipationList();
    tables.periods.clear();
    for (int number = 12 * years - 1; number >= 0; --number) {
        model::Event event = pattern;
        event.key = QStringLiteral("event-%1").arg(number);
        event.title = event.shortTitle = QStringLiteral("Event %1").arg(number);
        event.themes = {model::ThemeId(number % 6)};
        event.claims = {{0, month(number), {}, {}, true, {}}};
        tables.events.append(event);
    }
    tables.scenes.clear();
    for (int year = 0; year < years; ++year) {
        model::Scene shown = scene;
        shown.key = QStringLiteral("year-%1").arg(year);
        shown.spanFrom = QStringLiteral("%1-01").arg(2000 + year);
        shown.spanTo = shown.moment = QStringLiteral("%1-12").arg(2000 + year);
        shown.selection.clear();
        shown.filter.clear();
        shown.view = QStringLiteral("timeline");
        shown.hideLater = false;
        shown.points.clear();
        tables.scenes.append(shown);
    }
    return tables;
}

} // namespace

void TestBlanks::initTestCase() {
    QVERIFY(theme::loadFonts());
    const model::DossierPointer bundled = test::bundledDossier();
    QVERIFY(bundled);
    m_tables = test::shortened(bundled->tables(), 2);
}

void TestBlanks::textsComeBackFromEscaping_data() {
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
    row("nothing", {});
    row("words", QStringLiteral("12\u00A0____ and 3 words"));
    row("other planes", QString::fromUtf8("😀 پیمان 条约"));
    row("characters of private use", QStringLiteral("\uE000\uE062\uE100\uE200 \uF8FF"));
    row("what looks like a placeholder", pictures::textOf(Placeholder{AnswerId(7), 5, 2}));
}

void TestBlanks::textsComeBackFromEscaping() {
    QFETCH(QString, text);
    QVERIFY(placeholdersIn(escaped(text)).isEmpty());
    QCOMPARE(filled(escaped(text), {}), text);
}

void TestBlanks::placeholdersComeBack() {
    const int answers[] = {0, 1, 4095, 4096, (1 << 24) - 1};
    for (const int answer : answers)
        for (const int length : {0, 1, Placeholder::longestRule})
            for (const int digits : {1, 2, Placeholder::mostDigits}) {
                const QString text = "a" + pictures::textOf(Placeholder{AnswerId(answer), length, digits}) + "\uFFFD";
                const QList<Placeholder> found = placeholdersIn(text);
                QCOMPARE(found.size(), 1);
                QCOMPARE(found.first().answer.index, answer);
                QCOMPARE(found.first().rule, length);
                QCOMPARE(found.first().digits, digits);
                QCOMPARE(filled(text, [](const Placeholder&) { return QStringLiteral("b"); }),
                         QStringLiteral("ab\uFFFD"));
            }
}

void TestBlanks::noNumberIsWiderThanItsRoom() {
    for (const theme::Type type : {theme::Type::Date, theme::Type::Event, theme::Type::KeyEvent, theme::Type::NodeName,
                                   theme::Type::NodeLetters, theme::Type::Body, theme::Type::Poster}) {
        const theme::Theme look(theme::Scheme::Light);
        for (int number = 1; number < 1000; ++number) {
            const int digits = number < 100 ? 2 : 3;
            for (const int length : {0, 6}) {
                const QString blank = pictures::textOf(Placeholder{AnswerId(0), length, digits});
                const QString room = widest(blank, [&](const QString& text) { return look.width(text, type); });
                QVERIFY2(look.width(ruleWith(number, length), type) <= look.width(room, type) + 0.01,
                         qPrintable(ruleWith(number, length)));
            }
        }
    }
}

void TestBlanks::placeholdersAreCutOffWhole() {
    timeline::Measures measures;
    measures.width = [](const QString& text, timeline::TextKind /*kind*/) { return static_cast<double>(text.size()); };
    measures.elided = [](const QString& text, timeline::TextKind /*kind*/, double width) {
        return text.size() <= width ? text : text.left(qFloor(width) - 1) + QChar(0x2026);
    };
    const timeline::Measures measured = measuredWithBlanks(measures);
    const QString text = "Treaty of " + pictures::textOf(Placeholder{AnswerId(0), 5, 2}) + " with";
    const auto cut = [&](double width) {
        const QString shown = measured.elided(text, timeline::TextKind::Title, width);
        return filled(shown, [](const Placeholder& blank) { return ruleWith(8, blank.rule); });
    };
    QCOMPARE(measured.width(text, timeline::TextKind::Title), 23.0);
    QCOMPARE(cut(23), "Treaty of 8" + rule(5) + " with");
    QCOMPARE(cut(20), "Treaty of 8" + rule(5) + QStringLiteral(" …"));
    QCOMPARE(cut(18), QStringLiteral("Treaty of …"));
    QCOMPARE(cut(9), QStringLiteral("Treaty o…"));
}

/// The first two scenes, with numbers up to the many that blanks might have on the way in all titles.
void TestBlanks::textsLikeBlanksAreLeftAlone_data() {
    QTest::addColumn<QString>("words");
    QTest::newRow("left to right") << QStringLiteral("Plan");
    QTest::newRow("right to left") << QString::fromUtf8("طرح");
    QTest::newRow("of private use") << QStringLiteral("\uE045\uE200\uE201");
}

void TestBlanks::textsLikeBlanksAreLeftAlone() {
    QFETCH(QString, words);
    model::Tables tables = m_tables;
    QSet<QString> titles;
    tables.events = model::EventList();
    for (model::Event event : m_tables.events) {
        const int row = static_cast<int>(tables.events.size());
        event.title = event.shortTitle = words + ' ' + QString::number(10 + row % 40) + rule(1 + row % 5);
        titles.insert(event.title);
        tables.events.append(event);
    }
    const Handout made = handoutOfTables(tables, Blank::Dates);
    const HandoutPage& page = made.pages.first();
    qsizetype labels = 0;
    for (const HandoutCell& cell : page.cells)
        for (const SlidePicture& picture : cell.pictures)
            for (const Strip& strip : picture.sheet.timeline.strips)
                for (const timeline::Label& label : strip.scene.labels) {
                    QVERIFY2(titles.contains(label.title), qPrintable(label.title));
                    ++labels;
                }
    QVERIFY(labels >= 4);
}

/// Two underscores are a mark of emphasis.
void TestBlanks::rulesInTextsAreNoEmphasis() {
    model::Tables tables = m_tables;
    const QString text = QStringLiteral("Plan 11 ________ and 13 ________, 14 ___");
    tables.stories.first().title = tables.scenes.first().headline = text;
    tables.scenes.first().points = {text, QStringLiteral("**bold**, __bold__ and __a_b__")};
    const Handout made = handoutOfTables(tables, Blank::Dates);
    const HandoutPage& page = made.pages.first();
    QCOMPARE(page.title, text);
    QCOMPARE(page.cells.first().headline.paragraphs, QStringList{text});
    QCOMPARE(page.cells.first().points.paragraphs, (QStringList{text, QStringLiteral("bold, bold and a_b")}));
}

/// As in languages that write without spaces, or join a word to what follows.
void TestBlanks::datesNextToLettersAreNumbered() {
    model::Tables tables = m_tables;
    tables.scenes.first().headline = QString::fromUtf8("在1969年");
    const Handout made = handoutOfTables(tables, Blank::Dates);
    const auto answer =
        std::find_if(made.answers.begin(), made.answers.end(), [](const Answer& one) { return one.text == "1969"; });
    QVERIFY(answer != made.answers.end());
    QCOMPARE(made.pages.first().cells.first().headline.paragraphs,
             QStringList(QString::fromUtf8("在%1%2年").arg(answer->number).arg(rule(10))));
}

/// In a scene of 2001 and the dossier's events of 12 March 2001 and others.
void TestBlanks::datesThatMeanTheSameAreOne_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("answers");
    const auto row = [](const char* text, const QStringList& answers) { QTest::newRow(text) << text << answers; };
    row("12 March 2001, 12 Mar 2001, 12 Mar", {"12 Mar 2001"});
    row("June 2025, Jun 2025", {"Jun 2025"});
    row("13 March, 13 Mar, 12 March 2002", {"13 Mar", "12 Mar 2002"});
    row("April to June 2025", {"April", "Jun 2025"});
    row("12–24 June, 12–24 Jun", {"12–24 Jun"});
}

void TestBlanks::datesThatMeanTheSameAreOne() {
    QFETCH(QString, text);
    QFETCH(QStringList, answers);
    Blanks blanks(std::make_shared<const model::Dossier>(m_tables), wording::Wording(), Blank::Dates);
    blanks.beginScene(model::dayOf(2001, 6, 1));
    QStringList found;
    for (const Placeholder& blank : placeholdersIn(blanks.in(text)))
        found.append(blanks.answer(blank.answer).text);
    found.removeDuplicates();
    QCOMPARE(found, answers);
}

/// Their labels ask for the same days as texts do.
void TestBlanks::wordsBeforeADateStay() {
    const Handout made = handoutOfTables(m_tables, Blank::Dates);
    QStringList dates;
    for (const HandoutCell& cell : made.pages.first().cells)
        for (const SlidePicture& picture : cell.pictures)
            for (const Strip& strip : picture.sheet.timeline.strips)
                for (const timeline::Label& label : strip.scene.labels)
                    dates.append(label.date);
    const auto begins = [&](const QString& words) {
        return std::any_of(dates.begin(), dates.end(), [&](const QString& date) { return date.startsWith(words); });
    };
    QVERIFY2(begins(QStringLiteral("since ")), qPrintable(dates.join('|')));
    for (const Answer& answer : made.answers)
        QVERIFY2(!answer.text.startsWith("since "), qPrintable(answer.text));
}

void TestBlanks::thoseOfOneNameAreTwo() {
    model::Tables tables = m_tables;
    for (model::Actor& actor : tables.actors)
        if (actor.key == "russia" || actor.key == "iran") {
            actor.name = QStringLiteral("Country");
            actor.shortName.clear();
        }
    const Handout made = handoutOfTables(tables, Blank::Names);
    QSet<model::ActorId> named;
    QSet<int> numbers;
    for (const Answer& answer : made.answers)
        if (answer.text == "Country") {
            named.insert(std::get<model::ActorId>(answer.what));
            numbers.insert(answer.number);
        }
    QCOMPARE(named.size(), 2);
    QCOMPARE(numbers.size(), 2);
    QHash<model::ActorId, QSet<QString>> texts;
    for (const HandoutCell& cell : made.pages.first().cells)
        for (const SlidePicture& picture : cell.pictures)
            for (const NetworkPart& network : picture.sheet.networks)
                for (const relations::Node& node : network.scene.nodes)
                    if (named.contains(node.actor))
                        texts[node.actor].insert(node.text);
    QCOMPARE(texts.size(), 2);
    QVERIFY(!texts.values().first().intersects(texts.values().last()));
}

/// An event that is called as a kind of tie is asked for by itself.
void TestBlanks::aLabelIsNoTie() {
    model::Tables tables = m_tables;
    tables.events = model::EventList();
    for (model::Event event : m_tables.events) {
        event.title = event.shortTitle = QStringLiteral("same");
        tables.events.append(event);
    }
    for (model::RelationType& type : tables.relationTypes)
        type.label = QStringLiteral("same");
    const auto alike = std::make_shared<const model::Dossier>(tables);
    Blanks blanks(alike, wording::Wording(), Blank::Labels);
    const model::DossierPointer blank = blanks.in(alike);
    QSet<QString> labels;
    for (const model::Event& event : blank->tables().events)
        labels.insert(event.title);
    for (const model::RelationType& type : blank->tables().relationTypes)
        labels.insert(type.label);
    QCOMPARE(labels.size(), tables.events.size() + tables.relationTypes.size());
}

void TestBlanks::manyAnswersHaveRoom() {
    constexpr int years = 12;
    const Handout made = handoutOfTables(withEvents(m_tables, years), Blank::Labels);
    QVERIFY2(made.answers.size() > 110, qPrintable(QString::number(made.answers.size())));
    qsizetype wide = 0;
    for (const HandoutPage& page : made.pages)
        for (const HandoutCell& cell : page.cells)
            for (const SlidePicture& picture : cell.pictures)
                for (const timeline::Label& label : picture.sheet.timeline.strips.first().scene.labels) {
                    const auto type = label.key ? theme::Type::KeyEvent : theme::Type::Event;
                    QVERIFY2(picture.sheet.timeline.look.width(label.title, type) <= label.box.width() + 0.01,
                             qPrintable(label.title));
                    QVERIFY2(label.title.endsWith("__"), qPrintable(label.title));
                    wide += label.title.section(QChar::Nbsp, 0, 0).size() == 3;
                }
    QVERIFY(wide > 10);
}

QTEST_MAIN(TestBlanks)
#include "tst_blanks.moc"
