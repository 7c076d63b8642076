#pragma once

#include "db/store/rows.h"

namespace entente::store {

/// Reads all tables of a dossier. Every row is checked; findings are in the order of the tables.
class Loader {
public:
    explicit Loader(Connection& connection) : m_connection(connection) {}

    model::Tables load(const Progress& progress);
    const model::Findings& findings() const { return m_findings; }
    bool wasCancelled() const { return m_cancelled; }

private:
    using RowMap = QHash<qint64, qsizetype>;

    Rows rows(const char* table, const char* order = "id");
    void readHead();
    void readSources();
    void readCitations();
    void readThemes();
    void readKinds();
    void readActors();
    void readEvents();
    void readClaims();
    void readParticipations();
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
    void readEventThemes();
    void readMediaLinks();

    /// A claim of an event by the ids of both; -1 for one whose date cannot be read.
    struct ClaimPlace {
        qsizetype event;
        qsizetype claim;
    };
    void readEvidence();
    template <typename Things>
    void readEvidenceOf(const char* table, const char* owner, const RowMap& map, Things& things);
    void readClaimEvidence();

    Connection& m_connection;
    model::Tables m_tables;
    model::Findings m_findings;
    bool m_cancelled = false;
    RowMap m_sources, m_citations, m_themes, m_kinds, m_events, m_actors, m_participations, m_types, m_relationships,
        m_periods, m_perspectives, m_eras, m_media, m_stories, m_scenes;
    QHash<qint64, ClaimPlace> m_claims;
};

} // namespace entente::store
