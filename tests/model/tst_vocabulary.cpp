#include "db/model/vocabulary.h"

#include <QSet>
#include <QTest>

using namespace entente::model;

/// The closed sets of the file format: words, values, and what is no word.
class TestVocabulary : public QObject {
    Q_OBJECT

private slots:
    void keepsItsWords_data();
    void keepsItsWords();
    void knowsNoOtherWords_data();
    void knowsNoOtherWords();
    void readsTheEmptyWord();
    void tellsKeys_data();
    void tellsKeys();
};

namespace {

/// An enumeration seen from outside: its words in order, what a word is read as (-1: none), what a value is written as.
struct Set {
    QString words;
    int (*read)(const QString&);
    QString (*write)(int);
};

template <typename E>
Set setOf() {
    return {wordsOf<E>(),
            [](const QString& word) {
                const auto value = valueOf<E>(word);
                return value ? static_cast<int>(*value) : -1;
            },
            [](int value) { return wordOf(static_cast<E>(value)); }};
}

const QList<QPair<const char*, Set>>& sets() {
    static const QList<QPair<const char*, Set>> all = {
        {"tenor", setOf<Tenor>()},          {"mark", setOf<Mark>()},       {"line form", setOf<LineForm>()},
        {"state", setOf<PeriodState>()},    {"stance", setOf<Stance>()},   {"certainty", setOf<Certainty>()},
        {"actor kind", setOf<ActorKind>()}, {"meaning", setOf<Meaning>()}, {"pole", setOf<Pole>()}};
    return all;
}

} // namespace

void TestVocabulary::keepsItsWords_data() {
    QTest::addColumn<QString>("expected");
    QTest::newRow("tenor") << "cooperation, pressure, conflict, neutral";
    QTest::newRow("mark") << "disc, diamond, square, balloon, triangle, star";
    QTest::newRow("line form") << "double, single, thin, dotted, bar, jag, plain";
    QTest::newRow("state") << "proposed, signed, in-force, suspended, alleged, disputed, held";
    QTest::newRow("stance") << "supports, opposes, concerned, mixed, neutral";
    QTest::newRow("certainty") << "happened, claimed, assessed, expected";
    QTest::newRow("actor kind") << "state, person, organisation, bloc, group, agreement";
    QTest::newRow("meaning") << "party, signatory, membership, office, supersedes, other";
    QTest::newRow("pole") << "left, right"; // none is the empty word
}

void TestVocabulary::keepsItsWords() {
    QFETCH(QString, expected);
    const QByteArray name = QTest::currentDataTag();
    const auto entry = std::find_if(sets().begin(), sets().end(), [&](const auto& set) { return set.first == name; });
    QVERIFY(entry != sets().end());
    const Set& set = entry->second;
    QCOMPARE(set.words, expected);
    const int first = name == "pole" ? 1 : 0;
    const QStringList words = expected.split(", ");
    for (int i = 0; i < words.size(); ++i) {
        QCOMPARE(set.read(words[i]), i + first);
        QCOMPARE(set.write(i + first), words[i]);
    }
}

void TestVocabulary::knowsNoOtherWords_data() {
    QTest::addColumn<QString>("word");
    for (const char* word : {"nonsense", "ended", "Neutral", "neutral ", " neutral", "in force", "IN-FORCE", "none",
                             "0", "disc,star", "\u043d\u0435\u0439\u0442\u0440\u0430\u043b"})
        QTest::newRow(word) << QString(word);
}

void TestVocabulary::knowsNoOtherWords() {
    QFETCH(QString, word);
    for (const auto& [name, set] : sets())
        QVERIFY2(set.read(word) == -1, name);
}

void TestVocabulary::readsTheEmptyWord() {
    for (const auto& [name, set] : sets())
        QCOMPARE(set.read(QString()), qstrcmp(name, "pole") == 0 ? 0 : -1);
}

void TestVocabulary::tellsKeys_data() {
    QTest::addColumn<bool>("expected");
    for (const char* key : {"a", "0", "treaty-2001", "2001-treaty", "a-", "a--b", "iran"})
        QTest::newRow(key) << true;
    for (const char* text : {"", "-a", "A", "a_b", "a b", "a.b", " a", "a\n", "é", "\u0661", "a/b", "ı", "a]"})
        QTest::newRow(text) << false;
}

void TestVocabulary::tellsKeys() {
    QTEST(isKey(QString::fromUtf8(QTest::currentDataTag())), "expected");
}

QTEST_APPLESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
