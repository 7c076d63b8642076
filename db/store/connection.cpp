#include "db/store/connection.h"

#include <QUrl>
#include <cstring>
#include <sqlite3.h>

namespace entente::store {

namespace {
constexpr int longestValue = 256 << 20; // the largest media file that tables may bring
constexpr int progressEvery = 10000;    // instructions

void check(sqlite3* handle, int code) {
    if (code != SQLITE_OK)
        throw SQLite::Exception(handle, code);
}
} // namespace

Connection::Connection()
    : m_database(std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX)) {
    harden();
}

Connection::Connection(const QByteArray& image, Access access) : Connection() {
    // The header's file format bytes: an image that says WAL cannot be deserialized, and ours never are.
    constexpr qsizetype writeVersion = 18, readVersion = 19;
    const bool isPlain = image.size() > readVersion && image[writeVersion] == 1 && image[readVersion] == 1;
    if (access == Access::Read && isPlain) {
        m_image = image;
        auto* bytes = reinterpret_cast<unsigned char*>(const_cast<char*>(m_image.constData()));
        check(handle(),
              sqlite3_deserialize(handle(), "main", bytes, image.size(), image.size(), SQLITE_DESERIALIZE_READONLY));
        return;
    }
    auto* bytes = static_cast<unsigned char*>(
        sqlite3_malloc64(static_cast<sqlite3_uint64>(std::max<qsizetype>(image.size(), 1))));
    if (!bytes)
        throw std::bad_alloc();
    std::memcpy(bytes, image.constData(), static_cast<size_t>(image.size()));
    if (image.size() > readVersion)
        bytes[writeVersion] = bytes[readVersion] = 1;
    const unsigned flags = SQLITE_DESERIALIZE_FREEONCLOSE |
                           (access == Access::Read ? SQLITE_DESERIALIZE_READONLY : SQLITE_DESERIALIZE_RESIZEABLE);
    check(handle(), sqlite3_deserialize(handle(), "main", bytes, image.size(), image.size(), flags));
}

Connection::Connection(const QString& path) {
    const QByteArray encoded = QUrl::toPercentEncoding(path, "/");
    m_database = std::make_unique<SQLite::Database>("file:" + encoded.toStdString() + "?mode=ro&immutable=1",
                                                    SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLITE_OPEN_URI);
    harden();
}

void Connection::harden() {
    const std::pair<int, int> settings[] = {{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                            {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                            {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                            {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                            {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
                                            {SQLITE_DBCONFIG_DQS_DML, 0},
                                            {SQLITE_DBCONFIG_DQS_DDL, 0},
                                            {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                            {SQLITE_DBCONFIG_DEFENSIVE, 1}};
    for (const auto& [setting, value] : settings)
        check(handle(), sqlite3_db_config(handle(), setting, value, nullptr));
    const std::pair<int, int> limits[] = {{SQLITE_LIMIT_LENGTH, longestValue}, {SQLITE_LIMIT_SQL_LENGTH, 1000000},
                                          {SQLITE_LIMIT_COLUMN, 100},          {SQLITE_LIMIT_EXPR_DEPTH, 50},
                                          {SQLITE_LIMIT_COMPOUND_SELECT, 10},  {SQLITE_LIMIT_VDBE_OP, 250000},
                                          {SQLITE_LIMIT_ATTACHED, 1},          {SQLITE_LIMIT_TRIGGER_DEPTH, 10}};
    for (const auto& [limit, value] : limits)
        sqlite3_limit(handle(), limit, value);
    m_database->exec("PRAGMA mmap_size=0; PRAGMA cell_size_check=ON;");
}

void Connection::setProgress(std::function<bool()> proceed) {
    m_proceed = std::move(proceed);
    const auto ask = [](void* self) { return static_cast<Connection*>(self)->m_proceed() ? 0 : 1; };
    sqlite3_progress_handler(handle(), m_proceed ? progressEvery : 0, ask, this);
}

void bindAll(SQLite::Statement& statement, const QList<Value>& values) {
    for (int i = 0; i < values.size(); ++i) {
        const Value& value = values[i];
        if (const auto* number = std::get_if<qint64>(&value))
            statement.bind(i + 1, static_cast<int64_t>(*number));
        else if (const auto* real = std::get_if<double>(&value))
            statement.bind(i + 1, *real);
        else if (const auto* text = std::get_if<QString>(&value))
            statement.bind(i + 1, text->toUtf8().toStdString());
        else if (const auto* bytes = std::get_if<QByteArray>(&value))
            statement.bind(i + 1, bytes->constData(), static_cast<int>(bytes->size()));
        else
            statement.bind(i + 1);
    }
}

void Connection::run(const char* sql) {
    m_database->exec(sql);
}

void Connection::run(const QString& sql, const QList<Value>& values) {
    SQLite::Statement statement(*m_database, sql.toStdString());
    bindAll(statement, values);
    statement.exec();
}

qint64 Connection::number(const QByteArray& sql) {
    return m_database->execAndGet(sql.constData()).getInt64();
}

QByteArray Connection::serialize() {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(sqlite3_serialize(handle(), "main", &size, 0),
                                                                sqlite3_free);
    if (!bytes)
        throw std::bad_alloc();
    return QByteArray(reinterpret_cast<const char*>(bytes.get()), size);
}

} // namespace entente::store
