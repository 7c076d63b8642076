#pragma once

#include "db/store/connection.h"

#include <QHash>

namespace entente::store {

/// Reads the rows of one table and notes what is wrong in them. Values that cannot be what their column says are noted
/// with table, row and field and read as absent; nothing is dropped without a word.
class Rows {
public:
    Rows(Connection& connection, const QString& table, const QString& order, model::Findings& findings);

    bool next();
    qint64 id() const { return m_id; }
    /// What the row is called in findings: its key, else its number.
    void setName(const QString& name) { m_name = name; }

    QString text(const char* field);
    /// A text that must be one of a closed set; `fallback` if it is not.
    template <typename E>
    E word(const char* field, E fallback);
    template <typename E>
    std::optional<E> optionalWord(const char* field);
    std::optional<qint64> integer(const char* field);
    int smallNumber(const char* field, int fallback);
    bool flag(const char* field) { return integer(field).value_or(0) != 0; }
    std::optional<double> real(const char* field);
    QByteArray bytes(const char* field);
    QString key();
    /// The row that a column refers to, in `rows` by the id it has in the file.
    template <typename IdType>
    IdType reference(const char* field, const QHash<qint64, qsizetype>& rows, bool needed = true);

    void note(const char* field, const QString& problem, const QString& found = {}, const QString& expected = {});
    /// Notes that a column names a row that is not there; 0: none at all.
    void noteMissing(const char* field, qint64 id);

private:
    QString nameOfLink();
    int column(const char* field);
    void noteWord(const char* field, const QString& found, const QString& expected);

    SQLite::Statement m_statement;
    QString m_table;
    model::Findings& m_findings;
    QHash<QByteArray, int> m_columns;
    qint64 m_id = 0;
    QString m_name;
};

template <typename E>
E Rows::word(const char* field, E fallback) {
    return optionalWord<E>(field).value_or(fallback);
}

template <typename E>
std::optional<E> Rows::optionalWord(const char* field) {
    const QString found = text(field);
    if (found.isEmpty())
        return {};
    const auto value = model::valueOf<E>(found);
    if (!value)
        noteWord(field, found, model::wordsOf<E>());
    return value;
}

template <typename IdType>
IdType Rows::reference(const char* field, const QHash<qint64, qsizetype>& rows, bool needed) {
    const auto id = integer(field);
    if (!id) {
        if (needed)
            noteMissing(field, 0);
        return {};
    }
    const auto found = rows.constFind(*id);
    if (found != rows.constEnd())
        return IdType(*found);
    noteMissing(field, *id);
    return {};
}

} // namespace entente::store
