#include "tests/bench/synthetic_file.h"

#include "db/store/migrations.h"

#include <QFile>
#include <sqlite3.h>

namespace entente::bench {

namespace {

/// An INSERT that is run again and again, one column after the other.
class Insert {
public:
    Insert(sqlite3* database, const char* sql) {
        if (sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(database));
    }
    ~Insert() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(Insert)

    Insert& operator<<(qint64 number) {
        sqlite3_bind_int64(m_statement, ++m_column, number);
        return *this;
    }
    Insert& operator<<(const QString& text) {
        const QByteArray bytes = text.toUtf8();
        if (bytes.isEmpty())
            sqlite3_bind_null(m_statement, ++m_column);
        else
            sqlite3_bind_text(m_statement, ++m_column, bytes.constData(), static_cast<int>(bytes.size()),
                              SQLITE_TRANSIENT);
        return *this;
    }
    Insert& operator<<(const model::Bound& bound) {
        if (bound.isKnown())
            return *this << bound.day;
        sqlite3_bind_null(m_statement, ++m_column);
        return *this;
    }
    void run() {
        if (sqlite3_step(m_statement) != SQLITE_DONE)
            qFatal("%s", sqlite3_errmsg(sqlite3_db_handle(m_statement)));
        sqlite3_reset(m_statement);
        m_column = 0;
    }

private:
    sqlite3_stmt* m_statement = nullptr;
    int m_column = 0;
};

void run(sqlite3* database, const char* sql) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql, sqlite3_errmsg(database));
}

/// The events of one dossier into an open database.
class EventWriter {
public:
    explicit EventWriter(sqlite3* database)
        : m_event(database, "INSERT INTO event(id, key, title, short_title, summary, kind, importance, certainty) "
                            "VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
          m_claim(database, "INSERT INTO date_claim(id, event, position, edtf, earliest, latest, note, preferred) "
                            "VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
          m_theme(database, "INSERT INTO event_theme(event, theme, position) VALUES(?, ?, 1)"),
          m_evidence(database, "INSERT INTO event_evidence(event, citation, position) VALUES(?, ?, 1)"),
          m_participation(database, "INSERT INTO participation(id, event, actor) VALUES(?, ?, ?)") {}

    void write(const Synthetic::EventRow& row) {
        const model::Event& event = row.event;
        ++m_events;
        m_event << m_events << event.key << event.title << event.shortTitle << event.summary << event.kind.index + 1LL
                << qint64(event.importance) << model::wordOf(event.certainty);
        m_event.run();
        for (const model::DateClaim& claim : event.claims) {
            m_claim << ++m_claims << m_events << qint64(claim.position) << claim.date.text() << claim.date.earliest()
                    << claim.date.latest() << claim.note << qint64(claim.preferred);
            m_claim.run();
        }
        for (const model::ThemeId theme : event.themes)
            (m_theme << m_events << theme.index + 1LL).run();
        for (const model::CitationId citation : event.citations)
            (m_evidence << m_events << citation.index + 1LL).run();
        for (const model::Participation& one : row.participations)
            (m_participation << ++m_participations << m_events << one.actor.index + 1LL).run();
    }

private:
    Insert m_event, m_claim, m_theme, m_evidence, m_participation;
    qint64 m_events = 0, m_claims = 0, m_participations = 0;
};

} // namespace

QString writeSynthetic(const SyntheticOptions& options, const QString& path) {
    Synthetic synthetic(options);
    const model::Tables frame = synthetic.frame();
    if (const auto created = store::create(path, frame); !created)
        return model::describe(created.error());
    sqlite3* database = nullptr;
    if (sqlite3_open(QFile::encodeName(path).constData(), &database) != SQLITE_OK)
        return QStringLiteral("%1 cannot be written.").arg(path);
    run(database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN;"
                  "UPDATE dossier SET digest = NULL");
    {
        EventWriter writer(database);
        for (qint64 i = 0; i < options.events; ++i)
            writer.write(synthetic.nextEvent());
    }
    run(database, "COMMIT");
    sqlite3_close(database);
    return {};
}

} // namespace entente::bench
