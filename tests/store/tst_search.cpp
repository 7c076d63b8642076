#include "db/store/fold.h"
#include "db/store/search.h"
#include "db/store/spelling.h"
#include "tests/store/support_names.h"

#include <QTest>

using namespace entente;

/// The search against the plainest possible one, in small and in large dossiers.
class TestSearch : public QObject {
    Q_OBJECT

private slots:
    void foldsLikeTheWholeText_data();
    void foldsLikeTheWholeText();
    void foldsEveryLetter();
    void ranksAnswers_data();
    void ranksAnswers();
    void findsWhatReadingAllFinds_data();
    void findsWhatReadingAllFinds();
    void findsTheBestOfEachGroup();
    void marksWhatMatches_data();
    void marksWhatMatches();
    void readsTextsOnlyOfFew_data();
    void readsTextsOnlyOfFew();
    void looksThroughLongTexts();
    void findsTheNearestNames_data();
    void findsTheNearestNames();
    void countsEdits_data();
    void countsEdits();
    void tellsHowFarItIs();
    void stopsWhenTold();
};

static QString foldedBytes(const QString& text) {
    std::string bytes = "before ";
    store::appendFolded(text.toUtf8(), bytes);
    return QString::fromStdString(bytes.substr(7));
}

void TestSearch::foldsLikeTheWholeText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
    row("", "");
    row(" - ", "");
    row("Treaty of Zürich, 2001", "treaty of zurich 2001");
    row("O’Neill's  “plan”", "oneills plan");
    row("It's", "its");
    row("Straße", "straße");
    row("½ a day", "1 2 a day");
    row("ﬁnal", "final");
    row("Αθήνας", "αθηνασ");
    row("Договор", "договор");
    row("قاليباف", "قالیباف");
    row("می‌رسند", "میرسند");
    row("東京 2020", "東京 2020");
    row("가나", "가나");
    row("a 🚀 b", "a 🚀 b");
}

void TestSearch::foldsLikeTheWholeText() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(store::folded(text), store::folded(expected));
    QCOMPARE(foldedBytes(text), store::folded(text));
    if (expected != QString("가나")) // Hangul stays in its parts
        QCOMPARE(store::folded(text), expected);
}

/// Each letter alone and between others, also letters that are marks and bytes that are no letters.
void TestSearch::foldsEveryLetter() {
    for (char16_t c = 0; c < 0xFFFE; ++c) {
        const QString text = "A " + QString(QChar(c)) + 'B';
        if (!QChar::isSurrogate(c) && foldedBytes(text) != store::folded(text))
            QFAIL(qPrintable(QString::number(c, 16)));
    }
    for (const char* bytes : {"a\xC3", "a\xE2\x82", "\x80z", "\xC0\xAF", "\xE0\x80\x80y", "\xFF\xFE", "\xED\xA0\x80"}) {
        std::string folded;
        store::appendFolded(bytes, folded);
        QCOMPARE(QString::fromStdString(folded), store::folded(QString::fromUtf8(bytes)));
    }
}

void TestSearch::ranksAnswers_data() {
    QTest::addColumn<QStringList>("titles"); // best first; "=" means that the other name follows
    QTest::newRow("whole, beginning, word, inside") << QStringList{"tree", "tree house", "a tree", "a subtree"};
    QTest::newRow("another name as a whole") << QStringList{"oak=tree", "tree house"};
    QTest::newRow("the title before another name") << QStringList{"a tree", "oak=a tree house"};
    QTest::newRow("another name before inside") << QStringList{"oak=a treehouse", "subtree"};
}

void TestSearch::ranksAnswers() {
    QFETCH(QStringList, titles);
    model::Tables tables;
    for (qsizetype i = titles.size() - 1; i >= 0; --i) {
        const QStringList names = titles[i].split('=');
        tables.events.append(store::namedEvent(tables, names.value(0), names.value(1), 1));
    }
    QStringList found;
    for (const store::Hit& hit : store::Search(std::make_shared<model::Dossier>(tables)).find("tree", 10))
        found.append(hit.title);
    for (QString& title : titles)
        title = title.section('=', 0, 0);
    QCOMPARE(found, titles);
}

void TestSearch::findsWhatReadingAllFinds_data() {
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("limit");
    for (const int events : {0, 7, 300, 12'000})
        for (const int limit : {1, 5, 40})
            QTest::addRow("%d of %d", limit, events) << events << limit;
}

void TestSearch::findsWhatReadingAllFinds() {
    QFETCH(int, events);
    QFETCH(int, limit);
    const model::DossierPointer dossier = store::crowd(events);
    const store::Search search(dossier);
    const store::PlainSearch plain(dossier);
    for (const char* text :
         {"t", "tr", "TREATY", "treaty north", "rea", "y", "q", "xyz", "border border", "west treaty", "peace",
          "quoted peace", "پیمان", "north treaty of the north", "7", "river - 1", "e e", ""})
        QCOMPARE(store::inWords(search.find(QString::fromUtf8(text), limit)),
                 store::inWords(plain.find(QString::fromUtf8(text), limit)));
}

void TestSearch::findsTheBestOfEachGroup() {
    const model::DossierPointer dossier = store::crowd(12'000);
    const QList<store::Hit> hits = store::Search(dossier).findInEach("north", 3);
    QList<store::Hit> expected;
    QMap<store::Hit::Group, int> counts;
    for (const store::Hit& hit : store::PlainSearch(dossier).find("north", 1'000'000))
        if (counts[hit.group]++ < 3)
            expected.append(hit);
    QVERIFY(counts.size() > 2);
    QCOMPARE(store::inWords(hits), store::inWords(expected));
}

void TestSearch::marksWhatMatches_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked");
    QTest::newRow("word") << "A treaty"
                          << "treaty"
                          << "A [treaty]";
    QTest::newRow("start of words") << "A treaty of Trent"
                                    << "tr"
                                    << "A [tr]eaty of [Tr]ent";
    QTest::newRow("accents") << "In Zürich"
                             << "zur"
                             << "In [Zür]ich";
    QTest::newRow("half of a letter") << "ﬁnal"
                                      << "f"
                                      << "ﬁnal";
    QTest::newRow("inside a word") << "A treaty"
                                   << "eat"
                                   << "A treaty";
}

void TestSearch::marksWhatMatches() {
    QFETCH(QString, title);
    QFETCH(QString, text);
    model::Tables tables;
    tables.events.append(store::namedEvent(tables, title, {}, 1));
    const QList<store::Hit> hits = store::Search(std::make_shared<model::Dossier>(tables)).find(text, 1);
    QCOMPARE(hits.size(), 1);
    QString marked = title;
    for (auto match = hits.first().matches.rbegin(); match != hits.first().matches.rend(); ++match)
        marked.insert(match->start + match->length, ']').insert(match->start, '[');
    QTEST(marked, "marked");
}

void TestSearch::readsTextsOnlyOfFew_data() {
    QTest::addColumn<int>("events");
    QTest::addColumn<bool>("read");
    QTest::newRow("as many as decided") << 100'000 << true;
    QTest::newRow("one more") << 100'001 << false;
}

void TestSearch::readsTextsOnlyOfFew() {
    QFETCH(int, events);
    model::Tables tables;
    for (int i = 0; i < events; ++i) {
        model::Event event = store::namedEvent(tables, "title", {}, 1);
        event.summary = i == events / 2 ? "the needle" : "";
        tables.events.append(event);
    }
    const QList<store::Hit> hits = store::Search(std::make_shared<model::Dossier>(tables)).find("needle", 5);
    QTEST(!hits.isEmpty() && hits.first().inText, "read");
}

/// Beyond 256 MiB divided by the things: what fits is found, and the letter at the limit is not cut.
void TestSearch::looksThroughLongTexts() {
    model::Tables tables;
    for (int i = 0; i < 3000; ++i) {
        model::Event event = store::namedEvent(tables, "title", {}, 1);
        if (i == 1500)
            event.summary = "early " + QString(60'000, u'é') + " middle " + QString(60'000, 'x') + " late";
        tables.events.append(event);
    }
    const store::Search search(std::make_shared<model::Dossier>(tables));
    QCOMPARE(search.find("early", 5).size(), 1);
    QCOMPARE(search.find("late", 5).size(), 0);
}

void TestSearch::findsTheNearestNames_data() {
    QTest::addColumn<int>("events");
    QTest::newRow("few") << 50;
    QTest::newRow("many") << 12'000;
}

void TestSearch::findsTheNearestNames() {
    QFETCH(int, events);
    const model::DossierPointer dossier = store::crowd(events);
    const store::Search search(dossier);
    const store::PlainSearch plain(dossier);
    for (const char* text : {"x", "nothern treaty", "pact of the rivr", "پیمن",
                             "a much longer text than any of the names", "borde treatie 17", "treaty"})
        QCOMPARE(search.nearest(QString::fromUtf8(text)), plain.nearest(QString::fromUtf8(text)));
    QCOMPARE(search.nearest("..."), QStringList());
}

void TestSearch::countsEdits_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("edits");
    QTest::newRow("equal") << "same"
                           << "same" << 0;
    QTest::newRow("replaced") << "same"
                              << "some" << 1;
    QTest::newRow("classic") << "kitten"
                             << "sitting" << 3;
    QTest::newRow("letters of several bytes") << "پیمان"
                                              << "پیمانه" << 1;
    QTest::newRow("other script") << "север"
                                  << "sever" << 5;
    QTest::newRow("nothing") << "abc"
                             << "" << 3;
    QTest::newRow("only sixty letters count") << QString(60, 'a') + "bcd" << QString(60, 'a') << 0;
    QTest::newRow("sixty replaced") << QString(60, 'a') << QString(60, 'b') << 60;
}

void TestSearch::countsEdits() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, edits);
    QCOMPARE(store::edits(a, b), edits);
    const store::Spelling spelling(a.toStdString());
    QCOMPARE(spelling.distanceTo(b.toStdString(), edits + 1).value_or(-1), edits);
    QVERIFY(!spelling.distanceTo(b.toStdString(), edits));
}

void TestSearch::tellsHowFarItIs() {
    QList<double> shares;
    const store::Search search(store::crowd(12'000), [&](double share) { shares.append(share); });
    QVERIFY(shares.size() > 3);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QCOMPARE(std::adjacent_find(shares.begin(), shares.end()), shares.end());
    QCOMPARE(shares.last(), 1.0);
}

void TestSearch::stopsWhenTold() {
    const model::DossierPointer dossier = store::crowd(12'000);
    std::stop_source stop;
    int reports = 0;
    const store::Search stopped(
        dossier,
        [&](double) {
            ++reports;
            stop.request_stop();
        },
        stop.get_token());
    QVERIFY2(reports > 0 && reports < 4, "it went on");
    stopped.find("treaty", 5); // what is not there is not found
    const store::Search search(dossier);
    QVERIFY(!search.find("treaty", 5).isEmpty());
    QVERIFY(search.find("treaty", 5, stop.get_token()).isEmpty());
    QVERIFY(search.findInEach("treaty", 5, stop.get_token()).isEmpty());
    QVERIFY(search.nearest("treaty", stop.get_token()).isEmpty());
}

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
