#include "tests/dossiers/support_bundled.h"

#include <QRegularExpression>
#include <QTest>

using namespace entente::model;
using namespace entente::dossiers;

/// The bundled dossier against tables that were transcribed by hand from what it must hold.
class TestRussiaIran : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void headOpensAtTheSigning();
    void eventsBearTheirDates_data();
    void eventsBearTheirDates();
    void keyEventsAreKey_data();
    void keyEventsAreKey();
    void eventsCiteTheirSources_data();
    void eventsCiteTheirSources();
    void lanesStandInOrder();
    void themesJoinTheirLanes_data();
    void themesJoinTheirLanes();
    void everyThemeIsUsed();
    void erasAreThere_data();
    void erasAreThere();
    void erasOfABandDoNotOverlap();
    void actorsAreThere_data();
    void actorsAreThere();
    void namesAreThereInRussianAndPersian();
    void periodsAreThere_data();
    void periodsAreThere();
    void nothingElseIsTied();
    void tiesHoldAsExpected_data();
    void tiesHoldAsExpected();
    void readingsAreThere_data();
    void readingsAreThere();
    void everyClaimOnTheWorldIsCited();
    void citationsSayWhere();
    void marksNameCitations();
    void storiesShowWhatIsThere();
    void scenesFitTheirSlides();

private:
    QStringList uncited() const;
    EventId event(const QString& key) const;
    PeriodId period(const QString& key) const;

    DossierPointer m_dossier;
};

void TestRussiaIran::initTestCase() {
    const Bundled bundled = readBundled();
    QCOMPARE(dump(bundled.findings), QString());
    QCOMPARE(dump(bundled.notes), QString());
    QVERIFY(bundled.dossier);
    m_dossier = bundled.dossier;
}

EventId TestRussiaIran::event(const QString& key) const {
    const Subject found = m_dossier->find(key);
    const EventId* id = std::get_if<EventId>(&found);
    return id ? *id : EventId();
}

PeriodId TestRussiaIran::period(const QString& key) const {
    const QList<Period>& periods = m_dossier->tables().periods;
    const auto found =
        std::find_if(periods.begin(), periods.end(), [&key](const Period& row) { return row.key == key; });
    return found == periods.end() ? PeriodId() : PeriodId(found - periods.begin());
}

/// One test row a row of a transcribed table, named by its cells.
static void addRows(const QString& table, const QStringList& names) {
    QTest::addColumn<Row>("row");
    const QList<Row> rows = transcribed(table);
    QVERIFY2(!rows.isEmpty(), qPrintable(table));
    for (const Row& row : rows) {
        QStringList name;
        for (const QString& column : names)
            name.append(row[column]);
        QTest::newRow(qPrintable(name.join(' '))) << row;
    }
}

void TestRussiaIran::headOpensAtTheSigning() {
    QCOMPARE(m_dossier->head().openingSelection, "signing-2025");
    QCOMPARE(m_dossier->head().openingMoment, "2025-01-17");
    QCOMPARE(m_dossier->head().language, "en");
}

void TestRussiaIran::eventsBearTheirDates_data() {
    addRows("events", {"key"});
}

void TestRussiaIran::eventsBearTheirDates() {
    QFETCH(Row, row);
    const EventId id = event(row["key"]);
    QVERIFY(id.isValid());
    const auto inUse = m_dossier->claimInUse(id);
    QCOMPARE(inUse ? inUse->date.text() : QString(), row["edtf"]);
    QStringList others;
    for (const DateClaim& claim : m_dossier->event(id).claims)
        if (!claim.preferred)
            others.append(claim.date.text());
    QCOMPARE(others, parts(row["other"]));
    QCOMPARE(m_dossier->isContested(id), row["kind_of_date"] == "contested");
    QCOMPARE(m_dossier->undatedEvents().contains(id), row["kind_of_date"] == "undated");
}

void TestRussiaIran::keyEventsAreKey_data() {
    addRows("importance", {"key"});
}

void TestRussiaIran::keyEventsAreKey() {
    QFETCH(Row, row);
    const EventId id = event(row["key"]);
    QVERIFY(id.isValid());
    QVERIFY(m_dossier->event(id).importance >= row["least"].toInt());
}

void TestRussiaIran::eventsCiteTheirSources_data() {
    addRows("citations", {"event"});
}

void TestRussiaIran::eventsCiteTheirSources() {
    QFETCH(Row, row);
    const EventId id = event(row["event"]);
    QVERIFY(id.isValid());
    const QList<CitationId> evidence = m_dossier->evidenceOf(id);
    const QStringList sources = sourcesOf(*m_dossier, evidence);
    for (const QString& source : parts(row["sources"]))
        QVERIFY2(sources.contains(source), qPrintable(source));

    const QStringList paragraphs = locatorsIn(*m_dossier, evidence, "article");
    for (const Row& origin : transcribed("events"))
        if (origin["key"] == row["event"])
            for (const QString& part : parts(origin["from"]))
                QVERIFY2(part == "record" || paragraphs.contains(part), qPrintable(part));
}

void TestRussiaIran::lanesStandInOrder() {
    QStringList lanes;
    for (const ThemeId id : m_dossier->lanes())
        lanes.append(m_dossier->theme(id).label);
    QStringList expected;
    for (const Row& row : transcribed("lanes"))
        expected.append(row["label"]);
    QCOMPARE(lanes, expected);
}

void TestRussiaIran::themesJoinTheirLanes_data() {
    addRows("joining_themes", {"label"});
}

void TestRussiaIran::themesJoinTheirLanes() {
    QFETCH(Row, row);
    const QList<Theme>& themes = m_dossier->tables().themes;
    const auto theme =
        std::find_if(themes.begin(), themes.end(), [&row](const Theme& each) { return each.label == row["label"]; });
    QVERIFY(theme != themes.end());
    QVERIFY(theme->lane.isValid());
    QCOMPARE(m_dossier->theme(theme->lane).label, row["lane"]);
}

void TestRussiaIran::everyThemeIsUsed() {
    QSet<ThemeId> used, lanes;
    for (qsizetype i = 0; i < m_dossier->tables().events.size(); ++i) {
        for (const ThemeId theme : m_dossier->tables().events[i].themes)
            used.insert(theme);
        lanes.insert(m_dossier->laneOf(EventId(i)));
    }
    QCOMPARE(used.size(), m_dossier->tables().themes.size());
    QCOMPARE(lanes.size(), m_dossier->lanes().size());
    QVERIFY(!lanes.contains(ThemeId()));
}

void TestRussiaIran::erasAreThere_data() {
    addRows("eras", {"label", "edtf"});
}

void TestRussiaIran::erasAreThere() {
    QFETCH(Row, row);
    const QList<Era>& eras = m_dossier->tables().eras;
    QCOMPARE(eras.size(), transcribed("eras").size());
    QVERIFY(std::any_of(eras.begin(), eras.end(), [&row](const Era& era) {
        return era.label == row["label"] && era.date.text() == row["edtf"];
    }));
}

void TestRussiaIran::erasOfABandDoNotOverlap() {
    QHash<int, Day> endOf;
    for (const Era& era : m_dossier->tables().eras) {
        const Bound start = era.date.earliest();
        const Bound end = era.date.latest();
        QVERIFY2(!endOf.contains(era.band) || endOf[era.band] <= start.day, qPrintable(era.key));
        endOf[era.band] = end.isKnown() ? end.day : std::numeric_limits<Day>::max();
    }
}

void TestRussiaIran::actorsAreThere_data() {
    addRows("actors", {"key"});
}

void TestRussiaIran::actorsAreThere() {
    QFETCH(Row, row);
    const Subject found = m_dossier->find(row["key"]);
    QVERIFY(std::holds_alternative<ActorId>(found));
    const Actor& actor = m_dossier->actor(std::get<ActorId>(found));
    QCOMPARE(wordOf(actor.kind), row["kind"]);
    QCOMPARE(actor.pole == Pole::None ? QString() : wordOf(actor.pole), row["pole"]);
    QCOMPARE(actor.partOf.isValid() ? m_dossier->actor(actor.partOf).key : QString(), row["part_of"]);
    QCOMPARE(m_dossier->tables().actors.size(), transcribed("actors").size());
}

void TestRussiaIran::namesAreThereInRussianAndPersian() {
    for (const Actor& actor : m_dossier->tables().actors) {
        QStringList languages;
        for (const Alias& alias : actor.aliases)
            languages.append(alias.language);
        QVERIFY2(languages.contains("ru") && languages.contains("fa"), qPrintable(actor.key));
    }
    const ActorId ghalibaf = std::get<ActorId>(m_dossier->find("ghalibaf"));
    QVERIFY(m_dossier->actor(ghalibaf).aliases.contains(Alias{"en", "Qalibaf"}));
    QVERIFY(m_dossier->actor(ghalibaf).aliases.contains(Alias{"fa", "قالیباف"}));
}

void TestRussiaIran::periodsAreThere_data() {
    addRows("periods", {"key"});
}

void TestRussiaIran::periodsAreThere() {
    QFETCH(Row, row);
    const PeriodId id = period(row["key"]);
    QVERIFY(id.isValid());
    const Period& found = m_dossier->period(id);
    const Relationship& relationship = m_dossier->relationship(found.relationship);
    const auto keyOf = [this](EventId event) { return event.isValid() ? m_dossier->event(event).key : QString(); };
    QCOMPARE(relationship.key, row["key"].section('-', 0, -2));
    QCOMPARE(m_dossier->actor(relationship.from).key, row["from_actor"]);
    QCOMPARE(m_dossier->actor(relationship.to).key, row["to_actor"]);
    QCOMPARE(m_dossier->typeOf(found.relationship).key, row["type"]);
    QCOMPARE(found.from.text(), row["from"]);
    QCOMPARE(found.to.text(), row["to"]);
    QCOMPARE(wordOf(found.state), row["state"]);
    QCOMPARE(keyOf(found.begunBy), row["begun_by"]);
    QCOMPARE(keyOf(found.endedBy), row["ended_by"]);
}

void TestRussiaIran::nothingElseIsTied() {
    QCOMPARE(m_dossier->tables().periods.size(), transcribed("periods").size());
    for (qsizetype i = 0; i < m_dossier->tables().relationships.size(); ++i)
        QVERIFY2(!m_dossier->periodsOf(RelationshipId(i)).isEmpty(),
                 qPrintable(m_dossier->tables().relationships[i].key));
}

void TestRussiaIran::tiesHoldAsExpected_data() {
    addRows("expected", {"moment", "key", "state"});
}

void TestRussiaIran::tiesHoldAsExpected() {
    QFETCH(Row, row);
    const Day moment = *momentOf(Edtf::parse(row["moment"]).value());
    const Subject subject = m_dossier->find(row["key"]);
    QVERIFY(std::holds_alternative<RelationshipId>(subject));
    Presence presence = Presence::None;
    for (const Tie& tie : tiesAt(*m_dossier, moment))
        if (tie.relationship == std::get<RelationshipId>(subject) &&
            (row["state"].isEmpty() || wordOf(tie.state) == row["state"]))
            presence = std::max(presence, tie.presence);
    if (row["expectation"] == "possible at most")
        QVERIFY(presence <= Presence::Possible);
    else
        QCOMPARE(presence, row["expectation"] == "holds"      ? Presence::Certain
                           : row["expectation"] == "possible" ? Presence::Possible
                                                              : Presence::None);
}

void TestRussiaIran::readingsAreThere_data() {
    addRows("perspectives", {"holder", "word"});
}

void TestRussiaIran::readingsAreThere() {
    QFETCH(Row, row);
    const QList<Perspective>& all = m_dossier->tables().perspectives;
    QVERIFY(std::any_of(all.begin(), all.end(), [&](const Perspective& each) {
        return m_dossier->actor(each.holder).key == row["holder"] && wordOf(each.stance) == row["stance"] &&
               each.summary.contains(row["word"]);
    }));
}

/// Keys of events, claims, periods, perspectives, eras and actors that name no citation.
QStringList TestRussiaIran::uncited() const {
    const Tables& tables = m_dossier->tables();
    QStringList keys;
    const auto collect = [&keys](const auto& rows) {
        for (const auto& row : rows)
            if (row.citations.isEmpty())
                keys.append(row.key);
    };
    collect(tables.events);
    collect(tables.actors);
    collect(tables.periods);
    collect(tables.perspectives);
    collect(tables.eras);
    collect(tables.scenes);
    for (const Event& row : tables.events)
        for (const DateClaim& claim : row.claims)
            if (claim.citations.isEmpty())
                keys.append(row.key + ' ' + claim.date.text());
    return keys;
}

void TestRussiaIran::everyClaimOnTheWorldIsCited() {
    QCOMPARE(uncited(), QStringList());
}

void TestRussiaIran::citationsSayWhere() {
    QSet<SourceId> cited;
    for (const Citation& citation : m_dossier->tables().citations) {
        QVERIFY2(citation.source.isValid() && !citation.locator.isEmpty(), qPrintable(citation.key));
        const Source& source = m_dossier->source(citation.source);
        QVERIFY2(source.kind != "note" || !citation.note.isEmpty(), qPrintable(citation.key));
        cited.insert(citation.source);
    }
    QCOMPARE(cited.size(), m_dossier->tables().sources.size());
    for (const Source& source : m_dossier->tables().sources)
        QVERIFY2(!source.title.isEmpty() && (source.published.isEmpty() || Edtf::parse(source.published).has_value()),
                 qPrintable(source.key));
}

void TestRussiaIran::marksNameCitations() {
    static const QRegularExpression mark("\\[\\^([^\\]]*)\\]");
    QStringList texts;
    for (const Event& row : m_dossier->tables().events)
        texts.append(row.summary);
    for (const Perspective& row : m_dossier->tables().perspectives)
        texts.append(row.summary);
    for (const Actor& row : m_dossier->tables().actors)
        texts.append(row.summary);
    for (const Scene& row : m_dossier->tables().scenes)
        texts << row.notes << row.answer;
    for (const QString& text : std::as_const(texts))
        for (auto marks = mark.globalMatch(text); marks.hasNext();) {
            const QString key = marks.next().captured(1);
            QVERIFY2(m_dossier->findCitation(key).isValid(), qPrintable(key));
        }
}

void TestRussiaIran::storiesShowWhatIsThere() {
    QCOMPARE(m_dossier->tables().stories.size(), 3);
    QList<int> scenes(3, 0);
    for (const Scene& scene : m_dossier->tables().scenes) {
        QCOMPARE(scene.position, ++scenes[scene.story.index]);
        QVERIFY2(!isNothing(m_dossier->find(scene.selection)), qPrintable(scene.key));
        QVERIFY2(scene.focus.isEmpty() || !isNothing(m_dossier->find(scene.focus)), qPrintable(scene.key));
        QVERIFY2(Filter::parse(scene.filter).has_value(), qPrintable(scene.key));
        const Edtf moment = Edtf::parse(scene.moment).value();
        QVERIFY2(moment.isExactDay(), qPrintable(scene.key));
        QVERIFY2(QStringList({"timeline", "network", "both"}).contains(scene.view), qPrintable(scene.key));
        QCOMPARE(scene.question.isEmpty(), scene.answer.isEmpty());
    }
    QCOMPARE(scenes, (QList<int>{10, 8, 7}));
}

void TestRussiaIran::scenesFitTheirSlides() {
    for (const Scene& scene : m_dossier->tables().scenes) {
        QVERIFY2(scene.headline.size() <= 60 && !scene.headline.isEmpty(), qPrintable(scene.key));
        QVERIFY2(scene.points.size() <= 3 && !scene.notes.isEmpty() && scene.seconds > 0, qPrintable(scene.key));
        for (const QString& point : scene.points)
            QVERIFY2(point.size() <= 32, qPrintable(point));
    }
}

QTEST_GUILESS_MAIN(TestRussiaIran)
#include "tst_russia_iran.moc"
