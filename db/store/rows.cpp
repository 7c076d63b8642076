#include "db/store/rows.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace entente::store {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Rows)
};
constexpr int longestText = 16 << 20;
} // namespace

Rows::Rows(Connection& connection, const QString& table, const QString& order, model::Findings& findings)
    : m_statement(connection.database(),
                  QStringLiteral("SELECT * FROM %1 ORDER BY %2").arg(table, order).toStdString()),
      m_table(table), m_findings(findings) {
    for (int i = 0; i < m_statement.getColumnCount(); ++i)
        m_columns.insert(m_statement.getColumnName(i), i);
}

bool Rows::next() {
    if (!m_statement.executeStep())
        return false;
    const bool hasId = m_columns.contains("id");
    m_id = hasId ? m_statement.getColumn(m_columns["id"]).getInt64() : 0;
    m_name = hasId ? QString::number(m_id) : nameOfLink();
    return true;
}

/// Rows without a number of their own are known by those that they link.
QString Rows::nameOfLink() {
    QStringList numbers;
    for (int i = 0; i < std::min(2, m_statement.getColumnCount()); ++i)
        if (const SQLite::Column value = m_statement.getColumn(i); value.isInteger())
            numbers.append(QString::number(value.getInt64()));
    return numbers.join(QStringLiteral(", "));
}

int Rows::column(const char* field) {
    return m_columns.value(field);
}

void Rows::note(const char* field, const QString& problem, const QString& found, const QString& expected) {
    model::Finding finding;
    finding.table = m_table;
    finding.row = m_name;
    finding.field = QString::fromLatin1(field);
    finding.problem = problem;
    finding.found = found;
    finding.expected = expected;
    m_findings.append(finding);
}

void Rows::noteMissing(const char* field, qint64 id) {
    note(field, Text::tr("This names a row that is not there."), QString::number(id), Text::tr("the id of a row"));
}

void Rows::noteWord(const char* field, const QString& found, const QString& expected) {
    note(field, Text::tr("This word is not known."), found, Text::tr("one of %1").arg(expected));
}

QString Rows::text(const char* field) {
    const SQLite::Column value = m_statement.getColumn(column(field));
    if (value.isNull())
        return {};
    if (!value.isText()) {
        note(field, Text::tr("This is not text."), Text::tr("%1 bytes of other data").arg(value.getBytes()));
        return {};
    }
    if (value.getBytes() > longestText) {
        note(field, Text::tr("This text is too long and was not read."), Text::tr("%1 bytes").arg(value.getBytes()),
             Text::tr("at most %1 bytes").arg(longestText));
        return {};
    }
    QStringDecoder decoder(QStringConverter::Utf8);
    QString decoded = decoder(QByteArrayView(value.getText(), value.getBytes()));
    if (decoder.hasError())
        note(field, Text::tr("This text is not valid UTF-8; what cannot be read is shown as \uFFFD."), decoded);
    return decoded;
}

std::optional<qint64> Rows::integer(const char* field) {
    const SQLite::Column value = m_statement.getColumn(column(field));
    return value.isInteger() ? std::optional<qint64>(value.getInt64()) : std::nullopt;
}

int Rows::smallNumber(const char* field, int fallback) {
    constexpr qint64 most = 1'000'000;
    const qint64 number = integer(field).value_or(fallback);
    if (number >= -most && number <= most)
        return static_cast<int>(number);
    note(field, Text::tr("This number is out of range."), QString::number(number));
    return fallback;
}

std::optional<double> Rows::real(const char* field) {
    const SQLite::Column value = m_statement.getColumn(column(field));
    if (value.isNull())
        return {};
    const double number = value.getDouble();
    if (std::isfinite(number))
        return number;
    note(field, Text::tr("This number is not finite."));
    return {};
}

QByteArray Rows::bytes(const char* field) {
    const SQLite::Column value = m_statement.getColumn(column(field));
    return QByteArray(static_cast<const char*>(value.getBlob()), value.getBytes());
}

QString Rows::key() {
    QString key = text("key");
    m_name = key.isEmpty() ? QString::number(m_id) : key;
    if (!model::isKey(key))
        note("key", Text::tr("This is not a key."), key, Text::tr("lower-case letters, digits and hyphens"));
    return key;
}

} // namespace entente::store
