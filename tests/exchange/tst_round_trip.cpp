#include "tests/exchange/support_tables.h"

#include <QRandomGenerator>
#include <QTest>

using namespace entente::exchange;
using namespace entente::model;

namespace {

/// Makes dossiers of random size whose texts are what breaks tables.
class Maker {
public:
    explicit Maker(quint32 seed) : m_random(seed) {}

    Tables tables() {
        m_tables.head = {text(), text(), text(), "en", text(), text(), "1", "2025-01-01", text(), {}, "1907-08", {}};
        makeEvidence();
        makeEvents();
        makeActors();
        makeTies();
        makeStories();
        return m_tables;
    }

private:
    QString text() {
        static const QStringList texts = {"",
                                          "plain",
                                          "a,b",
                                          "say \"so\"",
                                          "\"",
                                          "\"\"",
                                          "two\nlines",
                                          "CR\r\nLF\rCR",
                                          "lone\rCR",
                                          " blanks ",
                                          "|",
                                          "a | b",
                                          "\\",
                                          "\\|",
                                          "back\\slash",
                                          "=1+1",
                                          "-2",
                                          "@x",
                                          "'",
                                          "\t",
                                          "1907",
                                          "0",
                                          "null",
                                          ";",
                                          "قالیباف",
                                          "\u200Fעברית\u200E",
                                          "👩‍🔬 😀",
                                          "漢字",
                                          "ééé",
                                          "%1 %2",
                                          "<b>&amp;",
                                          "\uFEFFmark",
                                          "\u2028",
                                          QString(3000, 'x')};
        return pick(texts);
    }

    /// As text, but never empty: a list of one empty text is no list.
    QString word() {
        const QString chosen = text();
        return chosen.isEmpty() ? "word" : chosen;
    }

    template <typename T>
    T pick(const QList<T>& list) {
        return list[m_random.bounded(list.size())];
    }

    QString pick(const QStringList& list) { return list[m_random.bounded(list.size())]; }

    Edtf date() {
        static const QStringList dates = {"2025-01-17", "2011~/2024-12-08", "[2024-12..2025-01-17]", "-0043-03-15",
                                          "1XXX",       "2018-05-08/..",    "{1667,1668,1670..1672}"};
        return Edtf::parse(pick(dates)).value();
    }

    PeriodBound bound() {
        using Kind = PeriodBound::Kind;
        const Kind kind = pick(QList<Kind>{Kind::Dated, Kind::Open, Kind::Unknown});
        return {kind, kind == Kind::Dated ? date() : Edtf()};
    }

    template <typename Id, typename Rows>
    Id any(const Rows& rows) {
        return Id(m_random.bounded(rows.size()));
    }

    template <typename Id, typename Rows>
    Id anyOrNone(const Rows& rows) {
        return m_random.bounded(2) ? any<Id>(rows) : Id();
    }

    template <typename Id, typename Row>
    QList<Id> some(const QList<Row>& rows) {
        QList<Id> ids;
        for (int i = m_random.bounded(4); i > 0; --i)
            ids.append(any<Id>(rows));
        return ids;
    }

    template <typename E>
    E value(int count) {
        return static_cast<E>(m_random.bounded(count));
    }

    template <typename E>
    std::optional<E> valueOrNone(int count) {
        return m_random.bounded(2) ? std::optional(value<E>(count)) : std::nullopt;
    }

    QString key(const QString& name) { return QString("%1-%2").arg(name).arg(++m_keys); }

    int rows() { return 1 + m_random.bounded(6); }

    void makeEvidence() {
        for (int i = rows(); i > 0; --i)
            m_tables.sources.append(
                {key("source"), text(), text(), text(), text(), text(), text(), text(), text(), text()});
        for (int i = rows(); i > 0; --i)
            m_tables.citations.append({key("c"), any<SourceId>(m_tables.sources), text(), text(), text()});
        for (int i = rows(); i > 0; --i)
            m_tables.media.append({key("m"), pick(QStringList{"image/png", "image/jpeg", "x/y"}),
                                   text().toUtf8() + '\0', text(), text(), text()});
        for (int i = 0; i < rows(); ++i)
            m_tables.themes.append({key("theme"), text(), text(), i, i > 0 ? ThemeId(0) : ThemeId()});
        for (int i = rows(); i > 0; --i)
            m_tables.eventKinds.append({key("kind"), text(), value<Mark>(6), value<Tenor>(4)});
        for (int i = rows(); i > 0; --i)
            m_tables.relationTypes.append({key("type"), text(), text(), m_random.bounded(2) == 1, value<LineForm>(7),
                                           value<Tenor>(4), value<Meaning>(6)});
    }

    void makeEvents() {
        for (int i = rows(); i > 0; --i)
            m_tables.events.append({key("event"), text(), text(), text(), any<EventKindId>(m_tables.eventKinds),
                                    valueOrNone<Tenor>(4), anyOrNone<CitationId>(m_tables.citations),
                                    1 + m_random.bounded(5), text(), value<Certainty>(4), claims(),
                                    some<ThemeId>(m_tables.themes), some<CitationId>(m_tables.citations),
                                    some<MediaId>(m_tables.media)});
    }

    QList<DateClaim> claims() {
        QList<DateClaim> claims;
        const int count = m_random.bounded(4);
        for (int i = 0; i < count; ++i)
            claims.append({i * 2, date(), text(), text(), i == 0, some<CitationId>(m_tables.citations)});
        return claims;
    }

    void makeActors() {
        const int count = rows();
        for (int i = 0; i < count; ++i)
            m_tables.actors.append({key("actor"), value<ActorKind>(6), text(), text(), text(), text(),
                                    i > 0 ? anyOrNone<ActorId>(m_tables.actors) : ActorId(), value<Pole>(3), aliases(),
                                    some<CitationId>(m_tables.citations), some<MediaId>(m_tables.media)});
        for (int i = rows(); i > 0; --i)
            m_tables.participations.append({any<EventId>(m_tables.events), any<ActorId>(m_tables.actors), text(),
                                            some<CitationId>(m_tables.citations)});
        for (int i = rows(); i > 0; --i)
            m_tables.placements.append(
                {any<ActorId>(m_tables.actors), {m_random.generateDouble(), m_random.generateDouble() / 3}});
    }

    QList<Alias> aliases() {
        QList<Alias> aliases;
        for (int i = m_random.bounded(3); i > 0; --i)
            aliases.append({pick(QStringList{"", "fa", "zh-Hant"}), text() + ":x"});
        return aliases;
    }

    void makeTies() {
        for (int i = rows(); i > 0; --i)
            m_tables.relationships.append({key("tie"), any<ActorId>(m_tables.actors), any<ActorId>(m_tables.actors),
                                           any<RelationTypeId>(m_tables.relationTypes), text(), valueOrNone<Tenor>(4),
                                           anyOrNone<CitationId>(m_tables.citations)});
        for (int i = rows(); i > 0; --i)
            m_tables.periods.append({key("period"), any<RelationshipId>(m_tables.relationships), bound(), bound(),
                                     value<PeriodState>(7), anyOrNone<EventId>(m_tables.events),
                                     anyOrNone<EventId>(m_tables.events), some<CitationId>(m_tables.citations)});
        for (int i = rows(); i > 0; --i)
            m_tables.perspectives.append({key("view"),
                                          any<ActorId>(m_tables.actors),
                                          any<EventId>(m_tables.events),
                                          {},
                                          {},
                                          value<Stance>(5),
                                          text(),
                                          some<CitationId>(m_tables.citations)});
        for (int i = rows(); i > 0; --i)
            m_tables.eras.append({key("era"), text(), date(), 1 + m_random.bounded(4),
                                  anyOrNone<ActorId>(m_tables.actors), some<CitationId>(m_tables.citations)});
        for (int i = rows(); i > 0; --i)
            m_tables.translations.append({text(), text(), text(), text()});
    }

    void makeStories() {
        for (int i = rows(); i > 0; --i)
            m_tables.stories.append({key("story"), text(), text(), i, i});
        for (int i = rows(); i > 0; --i)
            m_tables.scenes.append(scene(i));
    }

    Scene scene(int position) {
        Scene scene;
        scene.key = key("scene");
        scene.story = any<StoryId>(m_tables.stories);
        scene.position = position;
        scene.headline = text();
        scene.notes = text();
        scene.seconds = m_random.bounded(90);
        scene.question = text();
        scene.answer = text();
        scene.spanFrom = date().text();
        scene.moment = m_random.bounded(2) ? date().text() : QString();
        scene.selection = text();
        scene.focus = text();
        scene.focusSteps = m_random.bounded(3);
        scene.filter = m_random.bounded(2) ? "importance>=4" : "";
        scene.view = text();
        scene.networkX = m_random.generateDouble();
        scene.networkZoom = m_random.bounded(2) ? std::optional(1e-300 * m_random.generateDouble()) : std::nullopt;
        scene.hideDates = m_random.bounded(2) == 1;
        for (int i = m_random.bounded(3); i > 0; --i)
            scene.points.append(word());
        scene.citations = some<CitationId>(m_tables.citations);
        return scene;
    }

    QRandomGenerator m_random;
    Tables m_tables;
    int m_keys = 0;
};

} // namespace

class TestRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void tablesComeBackEqual_data();
    void tablesComeBackEqual();
    void emptyTablesComeBackEqual();
    void sameTablesGiveTheSameBytes();
    void everyTableIsWritten();
    void columnsMayStandInAnyOrder();
    void onlyDossierIsNeeded();
    void digestStaysOut();
    void whatACellCannotHoldIsRefused_data();
    void whatACellCannotHoldIsRefused();
};

void TestRoundTrip::tablesComeBackEqual_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestRoundTrip::tablesComeBackEqual() {
    QFETCH(quint32, seed);
    const Tables tables = Maker(seed).tables();
    const auto files = exportTables(tables);
    QVERIFY2(files.has_value(), qPrintable(files ? "" : files.error().problem));
    const auto report = importTables(Folder(*files).path());
    QVERIFY(report.has_value());
    QCOMPARE(dump(report->findings), QString());
    const Tables& back = report->tables;
    QCOMPARE(back.head, tables.head);
    QCOMPARE(back.sources, tables.sources);
    QCOMPARE(back.events, tables.events);
    QCOMPARE(back.actors, tables.actors);
    QCOMPARE(back.periods, tables.periods);
    QCOMPARE(back.scenes, tables.scenes);
    QCOMPARE(back.media, tables.media);
    QVERIFY(back == tables);
}

void TestRoundTrip::emptyTablesComeBackEqual() {
    const auto report = importTables(Folder(exportTables(Tables()).value()).path());
    QCOMPARE(dump(report->findings), QString());
    QVERIFY(report->tables == Tables());
}

void TestRoundTrip::sameTablesGiveTheSameBytes() {
    QCOMPARE(exportTables(Maker(7).tables()).value(), exportTables(Maker(7).tables()).value());
    const Tables sound = importTables(Folder(soundTables()).path())->tables;
    const auto once = exportTables(sound).value();
    QCOMPARE(exportTables(importTables(Folder(once).path())->tables).value(), once);
}

void TestRoundTrip::everyTableIsWritten() {
    QStringList names;
    const auto files = exportTables(importTables(Folder(soundTables()).path())->tables).value();
    for (const TableFile& file : files)
        names.append(file.name);
    QCOMPARE(
        names.join(' '),
        "dossier.csv source.csv citation.csv theme.csv event_kind.csv event.csv date_claim.csv actor.csv "
        "participation.csv relation_type.csv relationship.csv period.csv perspective.csv era.csv media.csv story.csv "
        "scene.csv placement.csv translation.csv media/flag.png");
}

void TestRoundTrip::columnsMayStandInAnyOrder() {
    const Tables sound = importTables(Folder(soundTables()).path())->tables;
    const Folder folder(soundTablesWith("theme.csv", "lane,position,icon,label,key\n,1,pen,Treaty,treaty\n"
                                                     "treaty,2,,Law,law\n"));
    const auto report = importTables(folder.path());
    QCOMPARE(dump(report->findings), QString());
    QVERIFY(report->tables == sound);
}

void TestRoundTrip::onlyDossierIsNeeded() {
    const auto report = importTables(Folder({{"dossier.csv", soundTables()[3].bytes.replace("signed", "")}}).path());
    QCOMPARE(dump(report->findings), QString());
    QCOMPARE(report->tables.head.title, "Pact");
    QCOMPARE(report->counts, (QList<ImportReport::Count>{{"dossier", 1}}));
}

void TestRoundTrip::digestStaysOut() {
    Tables tables;
    tables.head.digest = "abc";
    QVERIFY(!exportTables(tables).value().first().bytes.contains("abc"));
}

void TestRoundTrip::whatACellCannotHoldIsRefused_data() {
    QTest::addColumn<Tables>("tables");
    QTest::addColumn<QString>("problem");
    Tables tables;
    tables.actors.append({"a", {}, "n", {}, {}, {}, {}, {}, {{"a:b", "x"}}, {}, {}});
    QTest::newRow("colon") << tables << "The language of an alias cannot hold a colon.";
    tables = {};
    tables.scenes.append(Scene());
    tables.scenes[0].points = {""};
    QTest::newRow("empty point") << tables << "A single point cannot be empty.";
    tables.scenes[0].points = {};
    tables.scenes[0].networkX = qInf();
    QTest::newRow("infinite") << tables << "The number is not finite.";
    tables = {};
    tables.placements.append({ActorId(), {qQNaN(), 0}});
    QTest::newRow("no number") << tables << "The number is not finite.";
    tables = {};
    tables.media.append({"../../x", "image/png", {}, {}, {}, {}});
    QTest::newRow("path") << tables << "The key cannot be the name of a file.";
    tables = {};
    tables.head.title = QString(QChar::Null);
    QTest::newRow("NUL") << tables << "A cell cannot hold a NUL character.";
}

void TestRoundTrip::whatACellCannotHoldIsRefused() {
    QFETCH(Tables, tables);
    QFETCH(QString, problem);
    const auto files = exportTables(tables);
    QVERIFY(!files.has_value());
    QCOMPARE(files.error().problem, problem);
}

QTEST_APPLESS_MAIN(TestRoundTrip)
#include "tst_round_trip.moc"
