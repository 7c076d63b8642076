#pragma once

#include "db/exchange/csv_reader.h"
#include "db/model/result.h"

#include <QCoreApplication>

namespace entente::exchange {

/// The words of this room.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(CsvTables)
};

/// Where in a folder of tables something is.
struct Place {
    QString file;
    qint64 line = 0; ///< 0: the file as a whole
    QString column;  ///< empty: the line as a whole
};

/// Collects what is wrong: the first `limit` findings in full, of the others the number.
class Problems {
public:
    explicit Problems(qsizetype limit) : m_limit(limit) {}

    void add(const Place& place, const QString& problem, const QString& found = {}, const QString& expected = {},
             const QString& remedy = {});
    void addFault(const QString& file, const Fault& fault);

    /// In the order of files as they were first named, then of lines.
    model::Findings findings() const;
    qsizetype unreported() const { return m_unreported; }
    /// Of all, listed or not.
    qsizetype size() const { return m_entries.size() + m_unreported; }

private:
    struct Entry {
        qsizetype file = 0;
        qint64 line = 0;
        model::Finding finding;
    };
    qsizetype m_limit;
    qsizetype m_unreported = 0;
    QStringList m_files;
    QList<Entry> m_entries;
};

} // namespace entente::exchange
