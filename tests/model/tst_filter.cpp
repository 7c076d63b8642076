#include "db/model/filter.h"

#include <QTest>

using namespace entente::model;

/// What a filter shows, field by field and together, and its text form.
class TestFilter : public QObject {
    Q_OBJECT

private slots:
    void showsEvents_data();
    void showsEvents();
    void showsTies_data();
    void showsTies();
    void readsItsOwnText_data();
    void readsItsOwnText();
    void refusesBadText_data();
    void refusesBadText();
    void changesOneField();
    void countsWhatEachChoiceShows();
    void overlapsSpans_data();
    void overlapsSpans();
};

namespace {

/// An event in words: empty ones are left out.
struct EventRow {
    const char* key;
    const char* kind;
    const char* tenor;
    const char* themes;
    const char* actors;
    int importance;
    Certainty certainty;
    const char* summary;
    bool claimCited;
};

constexpr EventRow eventRows[] = {
    {"pact", "accord", "", "peace", "north south", 5, Certainty::Happened, "They sign.[^page]", false},
    {"talk", "accord", "neutral", "talks war", "north", 3, Certainty::Claimed, "", true},
    {"raid", "attack", "", "war", "east", 4, Certainty::Assessed, "", false},
    {"plan", "attack", "pressure", "", "", 1, Certainty::Expected, "A mark of nothing.[^lost]", false},
    {"rest", "", "", "war talks", "", 2, Certainty::Happened, "", false}};

struct TieRow {
    const char* key;
    const char* from;
    const char* type;
    const char* to;
    const char* tenor;
    bool cited;
};

constexpr TieRow tieRows[] = {{"union", "north", "allies", "south", "", true},
                              {"feud", "east", "allies", "north", "conflict", false},
                              {"seat", "south", "office", "east", "", true}};

template <typename IdType, typename Rows>
IdType find(const Rows& rows, const QString& key) {
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (rows[i].key == key)
            return IdType(i);
    return {};
}

void addVocabulary(Tables& tables) {
    tables.sources.append({"book", {}, "A book", {}, {}, {}, {}, {}, {}, {}});
    tables.citations.append({"page", SourceId(0), {}, {}, {}});
    tables.themes = {{"peace", {}, {}, 1, {}}, {"war", {}, {}, 2, {}}, {"talks", {}, {}, 3, ThemeId(0)}};
    tables.eventKinds = {{"accord", {}, Mark::Disc, Tenor::Cooperation}, {"attack", {}, Mark::Star, Tenor::Conflict}};
    for (const char* name : {"north", "south", "east"}) {
        Actor actor;
        actor.key = name;
        tables.actors.append(actor);
    }
    tables.relationTypes = {{"allies", {}, {}, false, LineForm::Double, Tenor::Cooperation, Meaning::Other},
                            {"office", {}, {}, true, LineForm::Plain, Tenor::Neutral, Meaning::Office}};
}

void addEvents(Tables& tables) {
    for (const EventRow& row : eventRows) {
        Event event;
        event.key = row.key;
        event.kind = find<EventKindId>(tables.eventKinds, row.kind);
        event.tenor = valueOf<Tenor>(QString(row.tenor));
        for (const QString& theme : QString(row.themes).split(' ', Qt::SkipEmptyParts))
            event.themes.append(find<ThemeId>(tables.themes, theme));
        for (const QString& actor : QString(row.actors).split(' ', Qt::SkipEmptyParts))
            tables.participations.append({EventId(tables.events.size()), find<ActorId>(tables.actors, actor), {}, {}});
        event.importance = row.importance;
        event.certainty = row.certainty;
        event.summary = row.summary;
        if (row.claimCited)
            event.claims.append({1, *Edtf::parse(u"2001"), {}, {}, true, {CitationId(0)}});
        tables.events.append(event);
    }
}

void addTies(Tables& tables) {
    for (const TieRow& row : tieRows) {
        Relationship tie;
        tie.key = row.key;
        tie.from = find<ActorId>(tables.actors, row.from);
        tie.to = find<ActorId>(tables.actors, row.to);
        tie.type = find<RelationTypeId>(tables.relationTypes, row.type);
        tie.tenor = valueOf<Tenor>(QString(row.tenor));
        Period period;
        period.relationship = RelationshipId(tables.relationships.size());
        if (row.cited)
            period.citations.append(CitationId(0));
        tables.relationships.append(tie);
        tables.periods.append(period);
    }
}

const Dossier& dossier() {
    static const Dossier made = [] {
        Tables tables;
        addVocabulary(tables);
        addEvents(tables);
        addTies(tables);
        return Dossier(tables);
    }();
    return made;
}

QString shown(const Filter& filter) {
    QStringList keys;
    const QList<bool> flags = shownEvents(filter, dossier());
    for (qsizetype i = 0; i < flags.size(); ++i)
        if (flags[i])
            keys.append(dossier().tables().events[i].key);
    return keys.join(' ');
}

} // namespace

void TestFilter::showsEvents_data() {
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* filter, const char* expected) { QTest::newRow(filter) << expected; };
    row("", "pact talk raid plan rest");
    row("tenor=cooperation", "pact");
    row("tenor=neutral", "talk rest");
    row("tenor=cooperation,conflict", "pact raid");
    row("tenor!=conflict", "pact talk plan rest");
    row("tenor!=conflict,pressure", "pact talk rest");
    row("theme=peace", "pact");
    row("theme=talks", "talk rest");
    row("theme=peace,talks", "pact talk rest");
    row("theme!=war", "pact plan");
    row("lane=peace", "pact talk"); // talks join the lane of peace
    row("lane=war", "raid rest");
    row("lane=talks", "");
    row("lane!=war", "pact talk plan");
    row("actor=north", "pact talk");
    row("actor=south,east", "pact raid");
    row("actor!=north", "raid plan rest");
    row("kind=accord", "pact talk");
    row("kind=accord,attack", "pact talk raid plan");
    row("kind!=accord", "raid plan rest");
    row("kind=office", "");
    row("importance=5", "pact");
    row("importance=1,3", "talk plan");
    row("importance!=5", "talk raid plan rest");
    row("importance>=4", "pact raid");
    row("importance>=1", "pact talk raid plan rest");
    row("importance>=3,5", "pact talk raid");
    row("certainty=happened", "pact rest");
    row("certainty=claimed,expected", "talk plan");
    row("certainty!=happened", "talk raid plan");
    row("source=yes", "pact talk");
    row("source=no", "raid plan rest");
    row("source!=yes", "raid plan rest");
    row("source=yes,no", "pact talk raid plan rest");
    row("tenor=conflict,pressure importance>=4", "raid");
    row("actor=north certainty!=claimed", "pact");
    row("tenor!=conflict theme=talks source=no", "rest");
    row("tenor=cooperation theme=peace actor=north kind=accord importance>=5 certainty=happened source=yes lane=peace",
        "pact");
    row("tenor=cooperation certainty=claimed", "");
    row("actor=nobody", "");
    row("actor!=nobody", "pact talk raid plan rest");
}

void TestFilter::showsEvents() {
    const auto filter = Filter::parse(QString(QTest::currentDataTag()));
    QVERIFY(filter);
    QTEST(shown(*filter), "expected");
    for (qsizetype i = 0; i < dossier().tables().events.size(); ++i)
        QCOMPARE(matches(*filter, dossier(), EventId(i)), shownEvents(*filter, dossier())[i]);
}

void TestFilter::showsTies_data() {
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* filter, const char* expected) { QTest::newRow(filter) << expected; };
    row("", "union feud seat");
    row("tenor=cooperation", "union");
    row("tenor=conflict,neutral", "feud seat");
    row("tenor!=conflict", "union seat");
    row("actor=north", "union feud");
    row("actor=east,south", "union feud seat");
    row("actor!=east", "union");
    row("kind=allies", "union feud");
    row("kind!=allies", "seat");
    row("kind=accord", "union feud seat"); // an event kind
    row("kind=accord,office", "seat");
    row("source=yes", "union seat");
    row("source=no", "feud");
    row("theme=war lane=war importance>=5 certainty=expected", "union feud seat");
    row("kind=allies source=yes", "union");
    row("actor=nobody", "");
}

void TestFilter::showsTies() {
    const auto filter = Filter::parse(QString(QTest::currentDataTag()));
    QVERIFY(filter);
    QStringList keys;
    for (qsizetype i = 0; i < dossier().tables().relationships.size(); ++i)
        if (matches(*filter, dossier(), RelationshipId(i)))
            keys.append(dossier().tables().relationships[i].key);
    QTEST(keys.join(' '), "expected");
}

void TestFilter::readsItsOwnText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("blanks") << " \t\n "
                            << "";
    QTest::newRow("one") << "tenor=neutral"
                         << "tenor=neutral";
    QTest::newRow("values sorted, each once") << "tenor=pressure,conflict,pressure"
                                              << "tenor=conflict,pressure";
    QTest::newRow("fields in order") << "lane=a  source=yes\tactor!=b\nimportance>=4 tenor=neutral"
                                     << "tenor=neutral actor!=b importance>=4 source=yes lane=a";
    QTest::newRow("digits and hyphens") << "actor=7-seas,a-1"
                                        << "actor=7-seas,a-1";
    QTest::newRow("all") << "certainty=expected kind=k theme=t lane=l source!=no importance=1 actor=a tenor=conflict"
                         << "tenor=conflict theme=t actor=a kind=k importance=1 certainty=expected source!=no lane=l";
}

void TestFilter::readsItsOwnText() {
    QFETCH(QString, text);
    const auto filter = Filter::parse(text);
    QVERIFY(filter);
    QTEST(filter->text(), "canonical");
    const auto again = Filter::parse(filter->text());
    QVERIFY(again && *again == *filter);
    QCOMPARE(filter->isEmpty(), filter->text().isEmpty());
}

void TestFilter::refusesBadText_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected"); // what the error says is wanted there
    const auto row = [](const char* text, int column, const char* expected) {
        QTest::newRow(text) << column << expected;
    };
    row("tenor", 6, "=, != or >=");
    row("tenor = neutral", 6, "=, != or >=");
    row("colour=red", 1, "tenor, theme, actor");
    row("=red", 1, "tenor, theme, actor");
    row("Tenor=neutral", 1, "tenor, theme, actor");
    row("actor=a mood=good", 9, "tenor, theme, actor");
    row("tenor=red", 7, "cooperation, pressure, conflict, neutral");
    row("tenor=neutral,red", 15, "cooperation, pressure, conflict, neutral");
    row("tenor=", 7, "cooperation, pressure, conflict, neutral");
    row("tenor!=", 8, "cooperation, pressure, conflict, neutral");
    row("certainty=sure", 11, "happened, claimed, assessed, expected");
    row("source=maybe", 8, "yes, no");
    row("importance=0", 12, "1, 2, 3, 4, 5");
    row("importance>=6", 13, "1, 2, 3, 4, 5");
    row("importance>4", 13, "=, != or >=");
    row("tenor>=neutral", 6, "= or !=");
    row("actor=A", 7, "a key");
    row("actor=a,,b", 9, "a key");
    row("actor=a,", 9, "a key");
    row("actor=-a", 7, "a key");
    row("actor==a", 7, "a key");
    row("actor=ایران", 7, "a key");
    row("actor=a actor=b", 9, "each field once");
}

void TestFilter::refusesBadText() {
    const auto filter = Filter::parse(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(!filter, "it was read");
    QFETCH(int, column);
    QFETCH(QString, expected);
    QCOMPARE(filter.error().field, QString("column %1").arg(column));
    QVERIFY2(filter.error().expected.startsWith(expected), qPrintable(filter.error().expected));
    QVERIFY(filter.error().problem.endsWith('.'));
}

void TestFilter::changesOneField() {
    const Filter filter = *Filter::parse(u"tenor=neutral importance>=4");
    QCOMPARE(filter.with(Filter::Field::Tenor, {"conflict"}).text(), "tenor=conflict importance>=4");
    QCOMPARE(filter.with(Filter::Field::Tenor, {}).text(), "importance>=4");
    QCOMPARE(filter.with(Filter::Field::Actor, {"b", "a", "b"}, Filter::Comparison::IsNot).text(),
             "tenor=neutral actor!=a,b importance>=4");
    QCOMPARE(filter.with(Filter::Field::Importance, {"5"}).text(), "tenor=neutral importance=5");
    QCOMPARE(filter.text(), "tenor=neutral importance>=4");
    QVERIFY(filter.with(Filter::Field::Tenor, {}).with(Filter::Field::Importance, {}) == Filter());
    QCOMPARE(filter.condition(Filter::Field::Tenor)->values, QStringList("neutral"));
    QVERIFY(!filter.condition(Filter::Field::Lane));
}

/// Of a field whose every event has exactly one word, the choices share out all events.
void TestFilter::countsWhatEachChoiceShows() {
    const auto count = [](Filter::Field field, const QString& value) {
        return shownEvents(Filter().with(field, {value}), dossier()).count(true);
    };
    const QList<QPair<Filter::Field, QString>> fields = {{Filter::Field::Tenor, wordsOf<Tenor>()},
                                                         {Filter::Field::Certainty, wordsOf<Certainty>()},
                                                         {Filter::Field::Importance, "1, 2, 3, 4, 5"},
                                                         {Filter::Field::Source, "yes, no"}};
    const QList<QList<qsizetype>> expected = {{1, 1, 1, 2}, {2, 1, 1, 1}, {1, 1, 1, 1, 1}, {2, 3}};
    for (qsizetype i = 0; i < fields.size(); ++i) {
        QList<qsizetype> counts;
        for (const QString& word : fields[i].second.split(", "))
            counts.append(count(fields[i].first, word));
        QCOMPARE(counts, expected[i]);
    }
    QCOMPARE(shownEvents(Filter(), dossier()).count(true), 5);
}

void TestFilter::overlapsSpans_data() {
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* date, const char* from, const char* to, bool expected) {
        QTest::newRow(qPrintable(QString("%1 in %2 to %3").arg(date, from, to))) << date << from << to << expected;
    };
    row("2001-03-12", "2001-03-12", "2001-03-12", true);
    row("2001-03-12", "2001-03-13", "", false);
    row("2001-03-12", "", "2001-03-11", false);
    row("2001-03-12", "", "", true);
    row("2001", "2001-12-31", "2002-01-01", true);
    row("2001", "2002-01-01", "", false);
    row("2001/2005", "2003-01-01", "2003-12-31", true);
    row("2001/..", "2999-01-01", "", true);
    row("2001/..", "", "2000-12-31", false);
    row("2001/", "2999-01-01", "", true);
    row("[..2001]", "", "1000-01-01", true);
    row("[..2001]", "2002-01-01", "", false);
    row("XXXX", "2001-01-01", "", false);
    row("XXXX", "", "", true);
    row("", "2001-01-01", "", false);
    row("", "", "2001-01-01", false);
    row("", "", "", true);
}

void TestFilter::overlapsSpans() {
    QFETCH(QString, date);
    QFETCH(QString, from);
    QFETCH(QString, to);
    Tables tables;
    Event event;
    event.key = "event";
    if (!date.isEmpty())
        event.claims.append({1, *Edtf::parse(date), {}, {}, true, {}});
    tables.events.append(event);
    const auto dayOrNone = [](const QString& text) {
        return text.isEmpty() ? std::optional<Day>() : Edtf::parse(text)->earliest().day;
    };
    QTEST(mayOverlap(Dossier(tables), EventId(0), dayOrNone(from), dayOrNone(to)), "expected");
}

QTEST_APPLESS_MAIN(TestFilter)
#include "tst_filter.moc"
