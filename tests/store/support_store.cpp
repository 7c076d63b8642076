#include "tests/store/support_store.h"

#include <QDir>
#include <QFile>
#include <SQLiteCpp/SQLiteCpp.h>

namespace entente::test {

using namespace model;

namespace {

Edtf date(const char* text) {
    return *Edtf::parse(QString::fromLatin1(text));
}

void addVocabulary(Tables& tables) {
    tables.sources.append(
        {"book", "book", "A book", "An author", "A press", "1908", "https://example.org", {}, {}, {}});
    tables.citations = {{"page-1", SourceId(0), "p. 1", {}, "Quoted"}, {"page-2", SourceId(0), "p. 2", {}, {}}};
    tables.themes = {{"pact", "Pact", {}, 1, {}}, {"law", "Law", {}, 2, ThemeId(0)}};
    tables.eventKinds.append({"signing", "Signing", Mark::Star, Tenor::Pressure});
    tables.relationTypes.append(
        {"party", "party to", "has party", true, LineForm::Jag, Tenor::Pressure, Meaning::Signatory});
    tables.media.append({"flag", "image/png", "bytes", "A flag", {}, {}});
}

void addActors(Tables& tables) {
    Actor russia;
    russia.key = "russia";
    russia.name = "Russia";
    russia.kind = ActorKind::State;
    russia.pole = Pole::Left;
    russia.aliases = {{"ru", "Россия"}, {"fa", "روسیه"}};
    russia.citations = {CitationId(0)};
    russia.media = {MediaId(0)};
    Actor duma;
    duma.key = "duma";
    duma.name = "Duma";
    duma.kind = ActorKind::Organisation;
    duma.partOf = ActorId(0);
    Actor treaty;
    treaty.key = "treaty";
    treaty.name = "Treaty";
    treaty.kind = ActorKind::Agreement;
    tables.actors = {russia, duma, treaty};
    tables.placements = {{ActorId(0), QPointF(0.25, 0.75)}};
}

void addEvents(Tables& tables) {
    Event signing;
    signing.key = "signed";
    signing.title = "Signed";
    signing.summary = "They signed.[^page-1]";
    signing.kind = EventKindId(0);
    signing.tenor = Tenor::Cooperation;
    signing.tenorCitation = CitationId(0);
    signing.importance = 5;
    signing.certainty = Certainty::Assessed;
    signing.claims = {{1, date("1907-08-31"), {}, {}, true, {CitationId(0)}}, {2, date("1907-09"), {}, {}, false, {}}};
    signing.themes = {ThemeId(0), ThemeId(1)};
    signing.citations = {CitationId(0), CitationId(1)};
    signing.media = {MediaId(0)};
    Event ending;
    ending.key = "ended";
    ending.title = "Ended";
    ending.kind = EventKindId(0);
    ending.claims = {{1, date("1917/.."), {}, {}, true, {}}};
    ending.themes = {ThemeId(1)};
    tables.events = {signing, ending};
    tables.participations.append({EventId(0), ActorId(0), "signatory", {CitationId(0)}});
    tables.eras.append({"tsar", "Nicholas II", date("1894/1917"), 1, ActorId(0), {CitationId(0)}});
}

void addTies(Tables& tables) {
    tables.relationships.append(
        {"ru-treaty", ActorId(0), ActorId(2), RelationTypeId(0), "bound by", Tenor::Conflict, CitationId(1)});
    tables.periods.append({"ru-treaty-1",
                           RelationshipId(0),
                           {PeriodBound::Kind::Dated, date("1907-08-31")},
                           {PeriodBound::Kind::Open, {}},
                           PeriodState::InForce,
                           EventId(0),
                           EventId(1),
                           {CitationId(0)}});
    const auto view = [&](const char* key, EventId event, ActorId actor, RelationshipId relationship) {
        tables.perspectives.append(
            {key, ActorId(0), event, actor, relationship, Stance::Mixed, "Said so.", {CitationId(1)}});
    };
    view("view-event", EventId(0), {}, {});
    view("view-actor", {}, ActorId(2), {});
    view("view-tie", {}, {}, RelationshipId(0));
}

void addStories(Tables& tables) {
    tables.stories.append({"tale", "Tale", "A tale", 5, 1});
    for (const char* key : {"first", "second", "third"}) {
        Scene scene;
        scene.key = key;
        scene.story = StoryId(0);
        scene.position = static_cast<int>(tables.scenes.size()) + 1;
        scene.headline = key;
        scene.points = {"One", "Two"};
        scene.networkX = 0.5;
        scene.hideLater = true;
        scene.citations = {CitationId(1)};
        tables.scenes.append(scene);
    }
    tables.translations.append({"fa", "signed", "title", "امضا"});
}

SQLite::Database undefended(const QString& path, int mode) {
    return SQLite::Database(QFile::encodeName(path).toStdString(), mode);
}

} // namespace

Tables fullTables() {
    Tables tables;
    tables.head.title = "A dossier";
    tables.head.created = tables.head.modified = "2026-01-01T00:00:00Z";
    tables.head.openingSelection = "signed";
    tables.head.openingMoment = "1907";
    addVocabulary(tables);
    addActors(tables);
    addEvents(tables);
    addTies(tables);
    addStories(tables);
    return tables;
}

/// Made once: creating flushes to the disk.
static QByteArray fullDossier() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("full.dossier"));
    return store::create(path, fullTables()) ? bytesOf(path) : QByteArray();
}

DossierFolder::DossierFolder() {
    static const QByteArray bytes = fullDossier();
    m_made = m_folder.isValid() && !bytes.isEmpty() && writeBytes(path(), bytes);
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QMap<QString, QByteArray> contentOf(const QString& folder) {
    QMap<QString, QByteArray> content;
    const QDir all(folder);
    for (const QString& name : all.entryList(QDir::Files | QDir::Hidden | QDir::System))
        content.insert(name, bytesOf(all.filePath(name)));
    return content;
}

QString tamper(const QString& path, const QString& sql) {
    try {
        SQLite::Database database = undefended(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; PRAGMA "
                      "ignore_check_constraints = ON;");
        database.exec(sql.toStdString());
    } catch (const SQLite::Exception& exception) {
        return QString::fromUtf8(exception.what());
    }
    return {};
}

QString ask(const QString& path, const QString& sql) {
    QStringList values;
    SQLite::Database database = undefended(path, SQLite::OPEN_READONLY);
    SQLite::Statement rows(database, sql.toStdString());
    while (rows.executeStep())
        values.append(QString::fromUtf8(rows.getColumn(0).getText()));
    return values.join(' ');
}

QString textOf(const Findings& findings) {
    QStringList lines;
    for (const Finding& finding : findings)
        lines.append(QStringLiteral("%1 %2 %3: %4").arg(finding.table, finding.row, finding.field, finding.problem));
    return lines.join('\n');
}

} // namespace entente::test
