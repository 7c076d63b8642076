#include "tests/details/support_dossier.h"

namespace entente::test {

using namespace model;

namespace {

Edtf date(const char* text) {
    const auto parsed = Edtf::parse(QString::fromLatin1(text));
    Q_ASSERT(parsed);
    return *parsed;
}

PeriodBound bound(const char* text) {
    const QString written = QString::fromLatin1(text);
    if (written == QLatin1String(".."))
        return {PeriodBound::Kind::Open, {}};
    if (written.isEmpty())
        return {};
    return {PeriodBound::Kind::Dated, date(text)};
}

Event event(const char* key, const char* title, int kind, int importance, QList<int> citations) {
    Event row;
    row.key = QString::fromLatin1(key);
    row.title = QString::fromLatin1(title);
    row.kind = EventKindId(kind);
    row.importance = importance;
    row.themes = {ThemeId(0)};
    for (const int citation : citations)
        row.citations.append(CitationId(citation));
    return row;
}

DateClaim claim(int position, const char* text, const char* note, bool preferred, QList<int> citations = {}) {
    DateClaim row;
    row.position = position;
    row.date = date(text);
    row.note = QString::fromLatin1(note);
    row.preferred = preferred;
    for (const int citation : citations)
        row.citations.append(CitationId(citation));
    return row;
}

Actor actor(const char* key, ActorKind kind, const char* name, const char* shortName, const char* code) {
    Actor row;
    row.key = QString::fromLatin1(key);
    row.kind = kind;
    row.name = QString::fromLatin1(name);
    row.shortName = QString::fromLatin1(shortName);
    row.code = QString::fromLatin1(code);
    return row;
}

Source source(const char* key, const char* title, const char* publisher, const char* url) {
    Source row;
    row.key = QString::fromLatin1(key);
    row.kind = QStringLiteral("news");
    row.title = QString::fromLatin1(title);
    row.publisher = QString::fromLatin1(publisher);
    row.published = QStringLiteral("2025-01-18");
    row.url = QString::fromLatin1(url);
    return row;
}

Citation citation(const char* key, int source, const char* locator, const char* quotation) {
    return {
        QString::fromLatin1(key), SourceId(source), QString::fromLatin1(locator), {}, QString::fromLatin1(quotation)};
}

Period period(const char* key, int relationship, const char* from, const char* to, PeriodState state, int begun,
              int ended, QList<int> citations) {
    Period row;
    row.key = QString::fromLatin1(key);
    row.relationship = RelationshipId(relationship);
    row.from = bound(from);
    row.to = bound(to);
    row.state = state;
    row.begunBy = EventId(begun);
    row.endedBy = EventId(ended);
    for (const int cited : citations)
        row.citations.append(CitationId(cited));
    return row;
}

void addSources(Tables& tables) {
    tables.head.title = QStringLiteral("A treaty and its neighbours");
    tables.head.summary = QStringLiteral("What two states agreed.[^report-1]");
    tables.sources = {source("text", "Text of the treaty", "Government Gazette", "https://example.org/treaty"),
                      source("report", "Report on <b>the</b> vote", "Daily News", "file:///etc/passwd"),
                      source("book", "A history", "University Press", "")};
    tables.citations = {citation("text-1", 0, "Art. 1", ""), citation("report-1", 1, "", "It was signed."),
                        citation("book-1", 2, "p. 12", "")};
    tables.themes = {{QStringLiteral("treaty"), QStringLiteral("Treaty"), QStringLiteral("document"), 1, {}}};
    tables.eventKinds = {{QStringLiteral("signed"), QStringLiteral("Agreement signed"), Mark::Disc, Tenor::Cooperation},
                         {QStringLiteral("fact"), QStringLiteral("Fact"), Mark::Square, Tenor::Conflict}};
}

void addEvents(Tables& tables) {
    Event first = event("proposal", "Treaty proposed", 0, 3, {1});
    first.claims = {claim(1, "2020", "", true)};
    Event signing = event("signing", "Treaty signed in the capital", 0, 5, {0, 1});
    signing.shortTitle = QStringLiteral("Treaty signed");
    signing.summary = QStringLiteral("Both presidents sign.[^text-1] It has 47 articles.[^book-1]");
    signing.claims = {claim(1, "2025-01-17", "", true, {0})};
    signing.place = QStringLiteral("Capital, Old Palace");
    Event force = event("force", "Treaty enters into force", 1, 4, {1});
    force.claims = {claim(1, "2025-07-18", "the ambassador", false, {1}),
                    claim(2, "2025-10-02", "the ministry", true, {0})};
    Event undated = event("fear", "Neighbours fear a war", 1, 2, {});
    undated.certainty = Certainty::Assessed;
    undated.place =
        QStringLiteral("Somewhere along the long border between the two states, on either bank of the river");
    tables.events = {signing, first, force, undated};
    tables.participations = {{EventId(0), ActorId(0), QStringLiteral("signatory"), {}},
                             {EventId(0), ActorId(2), QStringLiteral("signs"), {}},
                             {EventId(2), ActorId(0), {}, {}}};
    tables.eras = {{QStringLiteral("era-one"),
                    QStringLiteral("First presidency"),
                    date("2020/2026"),
                    1,
                    ActorId(2),
                    {CitationId(2)}}};
}

void addActors(Tables& tables) {
    Actor north = actor("north", ActorKind::State, "Republic of North", "North", "NN");
    north.summary = QStringLiteral("A state.[^book-1]");
    north.aliases = {{QStringLiteral("fr"), QStringLiteral("Nord")}};
    tables.actors = {north, actor("south", ActorKind::State, "South", "", "SS"),
                     actor("president", ActorKind::Person, "Anna Berg", "Berg", ""),
                     actor("agreement-one", ActorKind::Agreement, "Treaty of North and South", "Treaty", "")};
    tables.relationTypes = {{QStringLiteral("allies"),
                             QStringLiteral("allied with"),
                             {},
                             false,
                             LineForm::Double,
                             Tenor::Cooperation,
                             Meaning::Other},
                            {QStringLiteral("office"), QStringLiteral("president of"),
                             QStringLiteral("has as president"), true, LineForm::Plain, Tenor::Neutral,
                             Meaning::Office},
                            {QStringLiteral("party"), QStringLiteral("party to"), QStringLiteral("has as party"), true,
                             LineForm::Double, Tenor::Cooperation, Meaning::Party}};
    tables.relationships = {{QStringLiteral("allies"), ActorId(0), ActorId(1), RelationTypeId(0), {}, {}, {}},
                            {QStringLiteral("presidency"), ActorId(2), ActorId(0), RelationTypeId(1), {}, {}, {}},
                            {QStringLiteral("north-party"), ActorId(0), ActorId(3), RelationTypeId(2), {}, {}, {}},
                            {QStringLiteral("south-party"), ActorId(1), ActorId(3), RelationTypeId(2), {}, {}, {}}};
    tables.periods = {period("allies-1", 0, "2001-03-12", "2010-05-01", PeriodState::InForce, -1, -1, {2}),
                      period("allies-2", 0, "2015", "..", PeriodState::Alleged, 1, -1, {1}),
                      period("presidency-1", 1, "2020-01-01", "", PeriodState::Held, -1, -1, {2}),
                      period("north-1", 2, "2025-01-17", "..", PeriodState::Signed, 0, -1, {0}),
                      period("south-1", 3, "2025-01-17", "..", PeriodState::Signed, 0, -1, {0})};
    tables.perspectives = {{QStringLiteral("north-view"),
                            ActorId(0),
                            EventId(0),
                            {},
                            {},
                            Stance::Supports,
                            QStringLiteral("Calls it historic."),
                            {CitationId(1)}},
                           {QStringLiteral("south-view"),
                            ActorId(1),
                            {},
                            ActorId(3),
                            {},
                            Stance::Mixed,
                            QStringLiteral("Hesitates.[^report-1]"),
                            {CitationId(1)}}};
}

} // namespace

DossierPointer detailsDossier() {
    Tables tables;
    addSources(tables);
    addEvents(tables);
    addActors(tables);
    return std::make_shared<const Dossier>(std::move(tables));
}

} // namespace entente::test
