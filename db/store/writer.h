#pragma once

#include "db/store/connection.h"

namespace entente::store {

/// Writes rows into an empty database of our schema, ids in the order of the lists from 1.
class Writer {
public:
    explicit Writer(Connection& connection) : m_connection(connection) {}

    void write(const model::Tables& tables);
    /// One scene with its points and citations, under this row number.
    void writeScene(const model::Scene& scene, qint64 id, qint64 storyId, const QList<qint64>& citationIds);

    /// One story under this row number.
    void writeStory(const model::Story& story, qint64 id);

private:
    void insert(const QString& table, const QStringList& columns, const QList<Value>& values);
    void writeSources(const model::Tables& tables);
    void writeVocabulary(const model::Tables& tables);
    void writeActors(const model::Tables& tables);
    void writeEvents(const model::Tables& tables);
    void writeClaim(const model::DateClaim& claim, qint64 event);
    void writeTies(const model::Tables& tables);
    void writeReadings(const model::Tables& tables);
    void writeStories(const model::Tables& tables);
    void writeRest(const model::Tables& tables);
    void writeEvidence(const char* owner, qint64 id, const QList<model::CitationId>& citations);

    Connection& m_connection;
    qint64 m_claims = 0;
    std::vector<std::pair<QString, std::unique_ptr<SQLite::Statement>>> m_statements;
};

} // namespace entente::store
