#pragma once

#include "db/store/connection.h"

#include <QHash>
#include <vector>

struct sqlite3_stmt;

namespace entente::store {

/// From the numbers that rows have in a file, which must come ascending, to their places in a list. As good as free
/// where the numbers have no gaps.
class RowIds {
public:
    void append(qint64 id);
    /// The place of a row, or -1.
    qsizetype find(qint64 id) const;
    qsizetype size() const { return m_size; }

private:
    qint64 m_first = 0;
    qsizetype m_size = 0;
    std::vector<qint64> m_ids; ///< empty while there are no gaps
};

/// Reads the rows of one table and notes what is wrong in them. Values that cannot be what their column says are noted
/// with table, row and field and read as absent; nothing is dropped without a word.
class Rows {
public:
    Rows(Connection& connection, const QString& table, const QString& order, model::Findings& findings);
    /// The same of a statement whose rows are called after `table` in findings.
    Rows(Connection& connection, const QString& table, const QByteArray& sql, model::Findings& findings);

    bool next();
    qint64 id() const { return m_id; }
    /// What the row is called in findings: its key, else its number. Must last until the next row.
    void setName(QByteArrayView name) { m_name = name; }

    QString text(const char* field);
    /// The same as valid UTF-8, which lasts until the next row.
    QByteArrayView utf8(const char* field);
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
    QByteArrayView utf8Key();
    /// The row that a column refers to, in `rows` by the id it has in the file.
    template <typename IdType>
    IdType reference(const char* field, const RowIds& rows, bool needed = true);

    void note(const char* field, const QString& problem, const QString& found = {}, const QString& expected = {});
    /// Notes that a column names a row that is not there; 0: none at all.
    void noteMissing(const char* field, qint64 id);

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    QString nameOfLink();
    int column(const char* field) const;
    QString nameOfRow();
    void noteWord(const char* field, const QString& found, const QString& expected);

    Connection& m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    QString m_table;
    model::Findings& m_findings;
    QByteArrayList m_columns;
    mutable int m_next = 0;                   ///< column that is asked for next, most probably
    mutable std::vector<const char*> m_asked; ///< by column: the literal that last asked for it
    int m_idColumn = -1;
    bool m_there = false;
    qint64 m_id = 0;
    QByteArrayView m_name; ///< empty: the number
    QByteArrayList m_repaired;
};

template <typename E>
E Rows::word(const char* field, E fallback) {
    return optionalWord<E>(field).value_or(fallback);
}

template <typename E>
std::optional<E> Rows::optionalWord(const char* field) {
    const QByteArrayView found = utf8(field);
    if (found.isEmpty())
        return {};
    // The same few words over and over.
    thread_local QByteArray lastWord;
    thread_local std::optional<E> lastValue;
    if (QByteArrayView(lastWord) != found) {
        lastWord = found.toByteArray();
        lastValue = model::valueOf<E>(QString::fromUtf8(found));
    }
    if (!lastValue)
        noteWord(field, QString::fromUtf8(found), model::wordsOf<E>());
    return lastValue;
}

template <typename IdType>
IdType Rows::reference(const char* field, const RowIds& rows, bool needed) {
    const auto id = integer(field);
    if (!id) {
        if (needed)
            noteMissing(field, 0);
        return {};
    }
    if (const qsizetype found = rows.find(*id); found >= 0)
        return IdType(found);
    noteMissing(field, *id);
    return {};
}

} // namespace entente::store
