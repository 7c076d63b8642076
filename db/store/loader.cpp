#include "db/store/loader.h"

#include "db/store/checks.h"
#include "db/store/two_threads.h"

#include <QCoreApplication>
#include <future>
#include <numeric>

namespace entente::store {

namespace {
struct LoaderText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Loader)
};

constexpr double firstShare = 0.3; // what comes before the rows
} // namespace

Rows Loader::rows(const char* table, const char* order) {
    return Rows(m_connection, QString::fromLatin1(table), QString::fromLatin1(order), m_findings);
}

bool Loader::proceed(double share, const QString& what) {
    m_cancelled = m_cancelled || (m_progress && !m_progress(m_from + m_width * share, what));
    return !m_cancelled;
}

model::Tables Loader::load(const Progress& progress) {
    m_progress = progress;
    m_time.start();
    using Step = void (Loader::*)();
    struct Work {
        Step step;
        const char* table;
        double weight; ///< share of the time, roughly, where a dossier is large
    };
    const Work steps[] = {{&Loader::readHead, "dossier", 1},
                          {&Loader::readThemes, "theme", 1},
                          {&Loader::readKinds, "event_kind", 1},
                          {&Loader::readRelationTypes, "relation_type", 1},
                          {&Loader::readActors, "actor", 1},
                          {&Loader::readEras, "era", 1},
                          {&Loader::outlineEvents, "event", 10},
                          {&Loader::readSources, "source", 1},
                          {&Loader::readCitations, "citation", 1},
                          {&Loader::readMedia, "media", 1},
                          {&Loader::readEvents, "event", 20},
                          {&Loader::readParticipations, "participation", 5},
                          {&Loader::readRelationships, "relationship", 1},
                          {&Loader::readPeriods, "period", 1},
                          {&Loader::readPerspectives, "perspective", 1},
                          {&Loader::readStories, "story", 1},
                          {&Loader::readPlacements, "placement", 1},
                          {&Loader::readTranslations, "translation", 1},
                          {&Loader::readLinks, "evidence", 1}};
    const double all = std::accumulate(std::begin(steps), std::end(steps), 0.0,
                                       [](double sum, const Work& work) { return sum + work.weight; });
    m_from = firstShare;
    const auto run = [&](const Work& work) {
        m_width = (1 - firstShare) * work.weight / all;
        if (proceed(0, LoaderText::tr("Reading %1").arg(QString::fromLatin1(work.table))))
            (this->*work.step)();
        m_from += m_width;
    };
    const auto* const outline = std::find_if(std::begin(steps), std::end(steps),
                                             [](const Work& work) { return work.step == &Loader::outlineEvents; });
    std::for_each(std::begin(steps), outline + 1, run);
    const auto readRest = [&] {
        std::for_each(outline + 1, std::end(steps), run);
        if (!m_cancelled)
            checkTables(m_tables, m_findings);
    };
    if (m_outlined)
        std::async(std::launch::async, [&readRest] {
            letOthersFirst(); // who looks at the outline
            readRest();
        }).get();
    else
        readRest();
    return m_cancelled ? model::Tables() : std::move(m_tables);
}

void Loader::readHead() {
    Rows row = rows("dossier");
    if (!row.next())
        return row.note("title", LoaderText::tr("The dossier has no title row."));
    model::Head& head = m_tables.head;
    head = {row.text("title"),    row.text("subtitle"),          row.text("summary"),        row.text("language"),
            row.text("authors"),  row.text("licence"),           row.text("version"),        row.text("created"),
            row.text("modified"), row.text("opening_selection"), row.text("opening_moment"), row.text("digest")};
    if (row.next())
        row.note("id", LoaderText::tr("There is more than one dossier row; the first is used."));
}

void Loader::readSources() {
    for (Rows row = rows("source"); row.next();) {
        m_sources.append(row.id());
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
        m_citations.append(row.id());
        const QString key = row.key();
        m_tables.citations.append({key, row.reference<model::SourceId>("source", m_sources), row.text("locator"),
                                   row.text("note"), row.text("quotation")});
        m_citationKeys.insert(key);
    }
}

void Loader::readThemes() {
    for (Rows row = rows("theme"); row.next();)
        m_themes.append(row.id());
    for (Rows row = rows("theme"); row.next();) {
        const QString key = row.key();
        m_tables.themes.append({key, row.text("label"), row.text("icon"), row.smallNumber("position", 0),
                                row.reference<model::ThemeId>("lane", m_themes, false)});
    }
}

void Loader::readKinds() {
    for (Rows row = rows("event_kind"); row.next();) {
        m_kinds.append(row.id());
        const QString key = row.key();
        m_tables.eventKinds.append(
            {key, row.text("label"), row.word("mark", model::Mark::Disc), row.word("tenor", model::Tenor::Neutral)});
    }
}

void Loader::readRelationTypes() {
    for (Rows row = rows("relation_type"); row.next();) {
        m_types.append(row.id());
        const QString key = row.key();
        m_tables.relationTypes.append({key, row.text("label"), row.text("inverse_label"), row.flag("directed"),
                                       row.word("line_form", model::LineForm::Plain),
                                       row.word("tenor", model::Tenor::Neutral),
                                       row.word("meaning", model::Meaning::Other)});
    }
}

void Loader::readActors() {
    for (Rows row = rows("actor"); row.next();)
        m_actors.append(row.id());
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

} // namespace entente::store
