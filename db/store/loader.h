#pragma once

#include "db/store/event_parts.h"

#include <QElapsedTimer>
#include <QSet>

namespace entente::store {

/// Given what of a dossier is read so far, as far as it can be shown.
using Glimpse = std::function<void(model::Tables tables, model::EventOrder order)>;

/// Reads all tables of a dossier. Every row is checked; findings are in the order in which the tables are read.
class Loader {
public:
    using Connect = std::function<std::unique_ptr<Connection>()>;

    explicit Loader(Connection& connection) : m_connection(connection) {}

    /// Events are read by two threads, each on a connection that this makes; without it by one. Before load().
    void setConnect(Connect connect) { m_connect = std::move(connect); }
    /// Called now and then while what the timeline draws of the events is read, less often as time goes on, and when
    /// all of that is. Before load().
    void setGlimpse(Glimpse glimpse) { m_glimpse = std::move(glimpse); }

    model::Tables load(const Progress& progress);
    const model::Findings& findings() const { return m_findings; }
    bool wasCancelled() const { return m_cancelled; }
    /// Whether the last glimpse had all events, each with the key, dates, importance and themes that it has in the end.
    bool wasOutlined() const { return m_outlined; }

private:
    static constexpr qint64 eventsOfAPart = 1 << 15; ///< as they are read in threads

    class EventReader;
    class OutlineReader;
    struct Outline;
    struct EventChunk;
    /// What a thread keeps that reads parts of the events.
    struct PartsReader {
        explicit PartsReader(std::unique_ptr<Connection> own) : connection(std::move(own)) {}
        std::unique_ptr<Connection> connection;
        qsizetype usualBytes = 0; ///< of an event; 0: not known yet
    };

    Rows rows(const char* table, const char* order = "id");
    void readHead();
    void readSources();
    void readCitations();
    void readThemes();
    void readKinds();
    void readActors();
    void readEvents();
    void outlineEvents();
    void letOthersLook();
    bool readEventsAsWritten();
    void readEventsSorted();
    void take(EventChunk& chunk);
    bool wantsGlimpse(qsizetype events, bool isWhole) const;
    void glimpse(const model::EventList& events, model::EventOrder order);
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
    Connect m_connect;
    Glimpse m_glimpse;
    QElapsedTimer m_time;
    qint64 m_nextGlimpse = 150; ///< milliseconds since the start
    qint64 m_lastGlimpse = 0;   ///< milliseconds that it took
    model::Tables m_tables;
    model::Findings m_findings;
    std::vector<model::Findings> m_eventFindings; ///< table by table, whichever part they are from
    Progress m_progress;
    double m_from = 0, m_width = 0; ///< share of the whole before the present table, and of it
    bool m_cancelled = false;
    bool m_outlined = false;
    QSet<QString> m_citationKeys;
    RowIds m_sources, m_citations, m_themes, m_kinds, m_events, m_actors, m_types, m_relationships, m_periods,
        m_perspectives, m_eras, m_media, m_stories, m_scenes;
};

} // namespace entente::store
