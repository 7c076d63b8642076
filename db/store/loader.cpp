#include "db/store/loader.h"

#include "db/store/checks.h"

#include <QCoreApplication>

namespace entente::store {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Loader)
};
} // namespace

Rows Loader::rows(const char* table, const char* order) {
    return Rows(m_connection, QString::fromLatin1(table), QString::fromLatin1(order), m_findings);
}

model::Tables Loader::load(const Progress& progress) {
    using Step = void (Loader::*)();
    const std::pair<Step, const char*> steps[] = {{&Loader::readHead, "dossier"},
                                                  {&Loader::readSources, "source"},
                                                  {&Loader::readCitations, "citation"},
                                                  {&Loader::readThemes, "theme"},
                                                  {&Loader::readKinds, "event_kind"},
                                                  {&Loader::readRelationTypes, "relation_type"},
                                                  {&Loader::readActors, "actor"},
                                                  {&Loader::readEvents, "event"},
                                                  {&Loader::readClaims, "date_claim"},
                                                  {&Loader::readParticipations, "participation"},
                                                  {&Loader::readRelationships, "relationship"},
                                                  {&Loader::readPeriods, "period"},
                                                  {&Loader::readPerspectives, "perspective"},
                                                  {&Loader::readEras, "era"},
                                                  {&Loader::readMedia, "media"},
                                                  {&Loader::readStories, "story"},
                                                  {&Loader::readPlacements, "placement"},
                                                  {&Loader::readTranslations, "translation"},
                                                  {&Loader::readLinks, "evidence"}};
    double done = 0;
    for (const auto& [step, table] : steps) {
        const double share = 0.3 + 0.7 * done++ / static_cast<double>(std::size(steps));
        if (progress && !progress(share, Text::tr("Reading %1").arg(QString::fromLatin1(table)))) {
            m_cancelled = true;
            return {};
        }
        (this->*step)();
    }
    checkTables(m_tables, m_findings);
    return std::move(m_tables);
}

void Loader::readHead() {
    Rows row = rows("dossier");
    if (!row.next())
        return row.note("title", Text::tr("The dossier has no title row."));
    model::Head& head = m_tables.head;
    head = {row.text("title"),    row.text("subtitle"),          row.text("summary"),        row.text("language"),
            row.text("authors"),  row.text("licence"),           row.text("version"),        row.text("created"),
            row.text("modified"), row.text("opening_selection"), row.text("opening_moment"), row.text("digest")};
    if (row.next())
        row.note("id", Text::tr("There is more than one dossier row; the first is used."));
}

void Loader::readSources() {
    for (Rows row = rows("source"); row.next();) {
        m_sources.insert(row.id(), m_tables.sources.size());
        const QString key = row.key();
        m_tables.sources.append({key, row.text("kind"), row.text("title"), row.text("author"), row.text("publisher"),
                                 row.text("published"), row.text("url"), row.text("archived_url"), row.text("accessed"),
                                 row.text("licence")});
        if (const QString published = m_tables.sources.last().published; !published.isEmpty())
            if (const auto date = model::Edtf::parse(published); !date)
                row.note("published", date.error().message, published, QStringLiteral("EDTF"));
    }
}

void Loader::readCitations() {
    for (Rows row = rows("citation"); row.next();) {
        m_citations.insert(row.id(), m_tables.citations.size());
        const QString key = row.key();
        m_tables.citations.append({key, row.reference<model::SourceId>("source", m_sources), row.text("locator"),
                                   row.text("note"), row.text("quotation")});
    }
}

void Loader::readThemes() {
    for (Rows row = rows("theme"); row.next();)
        m_themes.insert(row.id(), m_themes.size());
    for (Rows row = rows("theme"); row.next();) {
        const QString key = row.key();
        m_tables.themes.append({key, row.text("label"), row.text("icon"), row.smallNumber("position", 0),
                                row.reference<model::ThemeId>("lane", m_themes, false)});
    }
}

void Loader::readKinds() {
    for (Rows row = rows("event_kind"); row.next();) {
        m_kinds.insert(row.id(), m_tables.eventKinds.size());
        const QString key = row.key();
        m_tables.eventKinds.append(
            {key, row.text("label"), row.word("mark", model::Mark::Disc), row.word("tenor", model::Tenor::Neutral)});
    }
}

void Loader::readRelationTypes() {
    for (Rows row = rows("relation_type"); row.next();) {
        m_types.insert(row.id(), m_tables.relationTypes.size());
        const QString key = row.key();
        m_tables.relationTypes.append({key, row.text("label"), row.text("inverse_label"), row.flag("directed"),
                                       row.word("line_form", model::LineForm::Plain),
                                       row.word("tenor", model::Tenor::Neutral),
                                       row.word("meaning", model::Meaning::Other)});
    }
}

void Loader::readActors() {
    for (Rows row = rows("actor"); row.next();)
        m_actors.insert(row.id(), m_actors.size());
    for (Rows row = rows("actor"); row.next();) {
        model::Actor actor;
        actor.key = row.key();
        actor.kind = row.word("kind", model::ActorKind::Group);
        actor.name = row.text("name");
        actor.shortName = row.text("short_name");
        actor.code = row.text("code");
        actor.summary = row.text("summary");
        actor.partOf = row.reference<model::ActorId>("part_of", m_actors, false);
        actor.pole = row.word("pole", model::Pole::None);
        m_tables.actors.append(actor);
    }
}

void Loader::readEvents() {
    for (Rows row = rows("event"); row.next();) {
        m_events.insert(row.id(), m_tables.events.size());
        model::Event event;
        event.key = row.key();
        event.title = row.text("title");
        event.shortTitle = row.text("short_title");
        event.summary = row.text("summary");
        event.kind = row.reference<model::EventKindId>("kind", m_kinds);
        event.tenor = row.optionalWord<model::Tenor>("tenor");
        event.tenorCitation = row.reference<model::CitationId>("tenor_citation", m_citations, false);
        event.importance = row.smallNumber("importance", model::lowestImportance);
        if (event.importance < model::lowestImportance || event.importance > model::keyImportance)
            row.note("importance", Text::tr("Importance is out of range."), QString::number(event.importance),
                     QStringLiteral("1 to 5"));
        event.importance = std::clamp(event.importance, model::lowestImportance, model::keyImportance);
        event.place = row.text("place");
        event.certainty = row.word("certainty", model::Certainty::Claimed);
        m_tables.events.append(event);
    }
}

/// Whether the bounds kept in the file are those of the date.
static bool agrees(const model::Bound& bound, std::optional<qint64> stored) {
    return bound.isKnown() ? stored == bound.day : !stored;
}

void Loader::readClaims() {
    for (Rows row = rows("date_claim"); row.next();) {
        const auto event = row.reference<model::EventId>("event", m_events);
        if (!event.isValid())
            continue;
        row.setName(m_tables.events[event.index].key);
        const QString text = row.text("edtf");
        const auto date = model::Edtf::parse(text);
        if (!date) {
            m_claims.insert(row.id(), {-1, -1});
            row.note("edtf",
                     Text::tr("%1 (column %2). The event is shown as undated.")
                         .arg(date.error().message)
                         .arg(date.error().column),
                     text, QStringLiteral("EDTF"));
            continue;
        }
        if (!agrees(date->earliest(), row.integer("earliest")) || !agrees(date->latest(), row.integer("latest")))
            row.note("earliest", Text::tr("The stored days are not those of the date; the date is used."), text);
        QList<model::DateClaim>& claims = m_tables.events[event.index].claims;
        m_claims.insert(row.id(), {event.index, claims.size()});
        claims.append(
            {row.smallNumber("position", 1), *date, row.text("calendar"), row.text("note"), row.flag("preferred"), {}});
    }
}

void Loader::readParticipations() {
    for (Rows row = rows("participation"); row.next();) {
        const auto event = row.reference<model::EventId>("event", m_events);
        const auto actor = row.reference<model::ActorId>("actor", m_actors);
        if (!event.isValid() || !actor.isValid())
            continue;
        m_participations.insert(row.id(), m_tables.participations.size());
        m_tables.participations.append({event, actor, row.text("role"), {}});
    }
}

} // namespace entente::store
