#include "db/model/filter.h"

#include <QTest>
#include <random>

using namespace entente::model;

/// What is shown of a whole dossier is what each event by itself says.
class TestFilterShown : public QObject {
    Q_OBJECT

private slots:
    void agreesWithEachEvent_data();
    void agreesWithEachEvent();
    void agreesWhereSeveralHold_data();
    void agreesWhereSeveralHold();
    void knowsEvidence_data();
    void knowsEvidence();
};

namespace {

constexpr int kinds = 5, themes = 6, actors = 7, events = 3000;

void addVocabulary(Tables& tables) {
    tables.citations = {{"page", SourceId(), {}, {}, {}}, {"note-2", SourceId(), {}, {}, {}}};
    for (int i = 0; i < kinds; ++i)
        tables.eventKinds.append({QString("kind-%1").arg(i), {}, Mark::Disc, static_cast<Tenor>(i % 4)});
    for (int i = 0; i < themes; ++i)
        tables.themes.append({QString("theme-%1").arg(i), {}, {}, i, i > 3 ? ThemeId(i - 4) : ThemeId()});
    tables.themes.append({"3", {}, {}, themes, {}}); // a key that is a number
    for (int i = 0; i < actors; ++i) {
        Actor actor;
        actor.key = QString("actor-%1").arg(i);
        tables.actors.append(actor);
    }
}

/// Events and participations with everything that a row may hold or lack; the same ones on every machine.
class Rows {
public:
    explicit Rows(Tables& tables) : m_tables(tables) {}

    void add() {
        Event event;
        event.key = QString("event-%1").arg(m_tables.events.size());
        event.kind = EventKindId(below(kinds + 1) - 1);
        if (below(3) == 0)
            event.tenor = static_cast<Tenor>(below(4));
        event.importance = 1 + below(5);
        event.certainty = static_cast<Certainty>(below(4));
        for (int more = below(4); more > 0; --more)
            event.themes.append(ThemeId(below(themes + 1)));
        addEvidence(event);
        addParticipations();
        m_tables.events.append(event);
    }

private:
    int below(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }

    void addEvidence(Event& event) {
        const QStringList summaries = {"", "It is said.", "They sign.[^page]", "Lost.[^lost]",
                                       "Both.[^][^lost][^note-2]"};
        event.summary = summaries[below(static_cast<int>(summaries.size()))];
        if (below(8) == 0)
            event.citations = {CitationId(below(3) - 1)};
        if (below(8) == 0)
            event.tenorCitation = CitationId(1);
        for (int more = below(3); more > 0; --more)
            event.claims.append({more, *Edtf::parse(u"2001"), {}, {}, more == 2, {}});
        if (!event.claims.isEmpty() && below(8) == 0)
            event.claims.first().citations = {CitationId(0)};
    }

    void addParticipations() {
        for (int more = below(3); more > 0; --more) {
            Participation row{EventId(m_tables.events.size()), ActorId(below(actors + 1) - 1), {}, {}};
            if (below(8) == 0)
                row.citations = {CitationId(below(2))};
            if (below(3) == 0)
                row.role = "host";
            m_tables.participations.append(row);
        }
    }

    Tables& m_tables;
    std::mt19937 m_random{11};
};

const Dossier& dossier() {
    static const Dossier made = [] {
        Tables tables;
        addVocabulary(tables);
        Rows rows(tables);
        for (int i = 0; i < events; ++i)
            rows.add();
        return Dossier(tables);
    }();
    return made;
}

void compare(const Filter& filter) {
    const QList<bool> shown = shownEvents(filter, dossier());
    QCOMPARE(shown.size(), qsizetype(events));
    for (qsizetype i = 0; i < shown.size(); ++i)
        if (shown[i] != matches(filter, dossier(), EventId(i)))
            QFAIL(qPrintable(dossier().event(EventId(i)).key));
}

} // namespace

void TestFilterShown::agreesWithEachEvent_data() {
    QTest::addColumn<Filter::Field>("field");
    QTest::addColumn<Filter::Comparison>("comparison");
    QTest::addColumn<QStringList>("values");
    const QList<QStringList> values = {{"conflict"},
                                       {"cooperation", "neutral"},
                                       {"theme-0"},
                                       {"theme-4"},
                                       {"theme-1", "theme-5"},
                                       {"actor-3"},
                                       {"actor-0", "nobody"},
                                       {"kind-2"},
                                       {"kind-0", "kind-4"},
                                       {"4"},
                                       {"1", "3", "9"},
                                       {"claimed"},
                                       {"yes"},
                                       {"no"},
                                       {"yes", "no"},
                                       {"maybe"},
                                       {""},
                                       {"", "kind-1"},
                                       {"0"},
                                       {"-1"},
                                       {"no number"}};
    for (int field = 0; field <= static_cast<int>(Filter::Field::Lane); ++field)
        for (int comparison = 0; comparison <= static_cast<int>(Filter::Comparison::AtLeast); ++comparison)
            for (const QStringList& some : values) {
                const Filter filter =
                    Filter().with(static_cast<Filter::Field>(field), some, static_cast<Filter::Comparison>(comparison));
                QTest::newRow(qPrintable(filter.text()))
                    << static_cast<Filter::Field>(field) << static_cast<Filter::Comparison>(comparison) << some;
            }
}

void TestFilterShown::agreesWithEachEvent() {
    QFETCH(Filter::Field, field);
    QFETCH(Filter::Comparison, comparison);
    QFETCH(QStringList, values);
    compare(Filter().with(field, values, comparison));
}

void TestFilterShown::agreesWhereSeveralHold_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"tenor=conflict importance>=3", "theme=theme-1 lane!=theme-0", "actor=actor-1 source=yes",
                             "actor!=actor-1 source!=no kind=kind-1,kind-2",
                             "tenor!=neutral theme=theme-0,theme-2 actor=actor-0,actor-5 kind!=kind-3 importance>=2 "
                             "certainty!=expected source=yes lane=theme-0,theme-1,theme-2"})
        QTest::newRow(text) << text;
}

void TestFilterShown::agreesWhereSeveralHold() {
    QFETCH(QString, text);
    const auto filter = Filter::parse(text);
    QVERIFY(filter);
    QVERIFY(shownEvents(*filter, dossier()).count(true) > 0);
    compare(*filter);
}

void TestFilterShown::knowsEvidence_data() {
    QTest::addColumn<QString>("summary");
    QTest::addColumn<bool>("expected");
    QTest::newRow("none") << "They sign." << false;
    QTest::newRow("a mark") << "They sign.[^page]" << true;
    QTest::newRow("a mark of nothing") << "They sign.[^lost]" << false;
    QTest::newRow("the second mark") << "[^lost] and [^note-2]" << true;
    QTest::newRow("an open mark before it") << "[^page [^page]" << true;
    QTest::newRow("open") << "They sign.[^page" << false;
    QTest::newRow("empty") << "[^]" << false;
    QTest::newRow("capitals") << "[^Page]" << false;
    QTest::newRow("other letters") << "é[^pagé]" << false;
}

void TestFilterShown::knowsEvidence() {
    QFETCH(QString, summary);
    Tables tables;
    addVocabulary(tables);
    Event event;
    event.summary = summary;
    tables.events.append(event);
    const Dossier one(tables);
    const Filter filter = Filter().with(Filter::Field::Source, {"yes"});
    QTEST(shownEvents(filter, one).first(), "expected");
    QTEST(matches(filter, one, EventId(0)), "expected");
}

QTEST_APPLESS_MAIN(TestFilterShown)
#include "tst_filter_shown.moc"
