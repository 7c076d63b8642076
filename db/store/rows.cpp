#include "db/store/rows.h"

#include <QCoreApplication>
#include <cstring>
#include <numeric>
#include <sqlite3.h>

namespace entente::store {

namespace {
struct RowsText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Rows)
};
constexpr int longestText = 16 << 20;
} // namespace

void RowIds::append(qint64 id) {
    if (m_size == 0)
        m_first = id;
    if (m_ids.empty() && id != m_first + m_size) {
        m_ids.resize(static_cast<size_t>(m_size));
        std::iota(m_ids.begin(), m_ids.end(), m_first);
    }
    if (!m_ids.empty())
        m_ids.push_back(id);
    ++m_size;
}

qsizetype RowIds::find(qint64 id) const {
    if (m_ids.empty())
        return id >= m_first && id - m_first < m_size ? id - m_first : -1;
    const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    return found != m_ids.end() && *found == id ? found - m_ids.begin() : -1;
}

void Rows::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Rows::Rows(Connection& connection, const QString& table, const QString& order, model::Findings& findings)
    : Rows(connection, table, QStringLiteral("SELECT * FROM %1 ORDER BY %2").arg(table, order).toUtf8(), findings) {}

Rows::Rows(Connection& connection, const QString& table, const QByteArray& sql, model::Findings& findings)
    : m_connection(connection), m_table(table), m_findings(findings) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(connection.handle(), sql.constData(), -1, &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK)
        throw SQLite::Exception(connection.handle(), code);
    for (int i = 0; i < sqlite3_column_count(statement); ++i)
        m_columns.append(sqlite3_column_name(statement, i));
    m_idColumn = static_cast<int>(m_columns.indexOf("id"));
}

bool Rows::next() {
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        throw SQLite::Exception(m_connection.handle(), code);
    m_there = code == SQLITE_ROW;
    if (!m_there)
        return false;
    m_id = m_idColumn >= 0 ? sqlite3_column_int64(m_statement.get(), m_idColumn) : 0;
    m_name = {};
    m_repaired.clear();
    return true;
}

QString Rows::nameOfRow() {
    if (!m_name.isEmpty())
        return QString::fromUtf8(m_name);
    if (!m_there)
        return {};
    return m_idColumn >= 0 ? QString::number(m_id) : nameOfLink();
}

/// Rows without a number of their own are known by those that they link.
QString Rows::nameOfLink() {
    QStringList numbers;
    for (int i = 0; i < std::min<int>(2, static_cast<int>(m_columns.size())); ++i)
        if (sqlite3_column_type(m_statement.get(), i) == SQLITE_INTEGER)
            numbers.append(QString::number(sqlite3_column_int64(m_statement.get(), i)));
    return numbers.join(QStringLiteral(", "));
}

/// Columns are mostly asked for in their order.
int Rows::column(const char* field) const {
    // The same literal asks for the same column of every row.
    if (m_next < static_cast<int>(m_asked.size()) && m_asked[static_cast<size_t>(m_next)] == field)
        return m_next++;
    m_next =
        static_cast<int>(m_columns.indexOf(QByteArray::fromRawData(field, static_cast<qsizetype>(std::strlen(field)))));
    m_asked.resize(static_cast<size_t>(m_columns.size()));
    if (m_next >= 0)
        m_asked[static_cast<size_t>(m_next)] = field;
    return std::max(0, m_next++);
}

void Rows::note(const char* field, const QString& problem, const QString& found, const QString& expected) {
    model::Finding finding;
    finding.table = m_table;
    finding.row = nameOfRow();
    finding.field = QString::fromLatin1(field);
    finding.problem = problem;
    finding.found = found;
    finding.expected = expected;
    m_findings.append(finding);
}

void Rows::noteMissing(const char* field, qint64 id) {
    note(field, RowsText::tr("This names a row that is not there."), QString::number(id),
         RowsText::tr("the id of a row"));
}

void Rows::noteWord(const char* field, const QString& found, const QString& expected) {
    note(field, RowsText::tr("This word is not known."), found, RowsText::tr("one of %1").arg(expected));
}

QString Rows::text(const char* field) {
    return QString::fromUtf8(utf8(field));
}

QByteArrayView Rows::utf8(const char* field) {
    sqlite3_stmt* statement = m_statement.get();
    const int at = column(field);
    const int type = sqlite3_column_type(statement, at);
    if (type == SQLITE_NULL)
        return {};
    const int size = type == SQLITE_TEXT ? (sqlite3_column_text(statement, at), sqlite3_column_bytes(statement, at))
                                         : sqlite3_column_bytes(statement, at);
    if (type != SQLITE_TEXT) {
        note(field, RowsText::tr("This is not text."), RowsText::tr("%1 bytes of other data").arg(size));
        return {};
    }
    if (size > longestText) {
        note(field, RowsText::tr("This text is too long and was not read."), RowsText::tr("%1 bytes").arg(size),
             RowsText::tr("at most %1 bytes").arg(longestText));
        return {};
    }
    const QByteArrayView bytes(sqlite3_column_text(statement, at), size);
    if (bytes.isValidUtf8())
        return bytes;
    const QString decoded = QString::fromUtf8(bytes);
    note(field, RowsText::tr("This text is not valid UTF-8; what cannot be read is shown as \uFFFD."), decoded);
    m_repaired.append(decoded.toUtf8());
    return m_repaired.last();
}

std::optional<qint64> Rows::integer(const char* field) {
    const int at = column(field);
    return sqlite3_column_type(m_statement.get(), at) == SQLITE_INTEGER
               ? std::optional<qint64>(sqlite3_column_int64(m_statement.get(), at))
               : std::nullopt;
}

int Rows::smallNumber(const char* field, int fallback) {
    constexpr qint64 most = 1'000'000;
    const qint64 number = integer(field).value_or(fallback);
    if (number >= -most && number <= most)
        return static_cast<int>(number);
    note(field, RowsText::tr("This number is out of range."), QString::number(number));
    return fallback;
}

std::optional<double> Rows::real(const char* field) {
    const int at = column(field);
    if (sqlite3_column_type(m_statement.get(), at) == SQLITE_NULL)
        return {};
    const double number = sqlite3_column_double(m_statement.get(), at);
    if (std::isfinite(number))
        return number;
    note(field, RowsText::tr("This number is not finite."));
    return {};
}

QByteArray Rows::bytes(const char* field) {
    const int at = column(field);
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), at));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement.get(), at));
}

QString Rows::key() {
    return QString::fromUtf8(utf8Key());
}

QByteArrayView Rows::utf8Key() {
    const QByteArrayView key = utf8("key");
    m_name = key;
    if (!model::isKey(key))
        note("key", RowsText::tr("This is not a key."), QString::fromUtf8(key),
             RowsText::tr("lower-case letters, digits and hyphens"));
    return key;
}

} // namespace entente::store
