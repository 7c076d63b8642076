#pragma once

#include "db/store/rows.h"

#include <QSet>

namespace entente::store {

/// Reads all tables of a dossier. Every row is checked; findings are in the order of the tables.
class Loader {
public:
    explicit Loader(Connection& connection) : m_connection(connection) {}

    model::Tables load(const Progress& progress);
    const model::Findings& findings() const { return m_findings; }
    bool wasCancelled() const { return m_cancelled; }

private:
    class EventReader;

    Rows rows(const char* table, const char* order = "id");
    void readHead();
    void readSources();
    void readCitations();
    void readThemes();
    void readKinds();
    void readActors();
    void readEvents();
    bool tryReadEvents(bool sorted);
    void readParticipations();
    bool tryReadParticipations(bool sorted);
    void readRelationTypes();
    void readRelationships();
    void readPeriods();
    void readPerspectives();
    void readEras();
    void readStories();
    void readMedia();
    void readPlacements();
    void readTranslations();
    void readLinks();
    void readAliases();
    void readPoints();
    void readMediaLinks();

    void readEvidence();
    template <typename Things>
    void readEvidenceOf(const char* table, const char* owner, const RowIds& ids, Things& things);
    /// Reports how much of the present table is read, 0 to 1; false: stop.
    bool proceed(double share, const QString& what);

    Connection& m_connection;
    model::Tables m_tables;
    model::Findings m_findings;
    Progress m_progress;
    double m_from = 0, m_width = 0; ///< share of the whole before the present table, and of it
    bool m_cancelled = false;
    QSet<QString> m_citationKeys;
    RowIds m_sources, m_citations, m_themes, m_kinds, m_events, m_actors, m_types, m_relationships, m_periods,
        m_perspectives, m_eras, m_media, m_stories, m_scenes;
};

} // namespace entente::store
