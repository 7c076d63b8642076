#pragma once

#include "db/model/dossier.h"

namespace entente::exchange {

/// A dossier as tables: one CSV file a table, `<table>.csv`, a column a field, keys instead of row numbers. Tables that
/// only link are columns of their owner (`themes`, `citations`, `aliases`, `points`, `media`), joined by " | ", with
/// "\|" and "\\" as escapes; an alias is "language:text". An empty cell is no value. Media are files
/// `media/<key>.<extension>`. Derived columns, the digest and tables of others are left out.
struct TableFile {
    QString name; ///< relative to the folder, with "/": "event.csv", "media/map.png"
    QByteArray bytes;

    bool operator==(const TableFile&) const = default;
};

/// What reading a folder of tables came to.
struct ImportReport {
    struct Count {
        QString table;
        qsizetype rows = 0;

        bool operator==(const Count&) const = default;
    };

    /// All rows, if there are no findings; otherwise nothing: an import is all or nothing.
    model::Tables tables;
    /// What keeps the tables from being taken, in the order of files and lines: at most reportedFindings of them. Each
    /// names file, line, column, what was found and what was expected.
    model::Findings findings;
    /// How many more findings there are than `findings` lists.
    qsizetype unreportedFindings = 0;
    /// What was tolerated and changed nothing that matters: a byte order mark, text that was not in normal form C.
    model::Findings notes;
    /// Data rows read, one entry a file that was there, in the order of the schema.
    QList<Count> counts;

    bool isAcceptable() const { return findings.isEmpty(); }
};

inline constexpr qsizetype reportedFindings = 1000;
inline constexpr qint64 largestTableFile = qint64(1) << 30;   ///< bytes of one CSV file
inline constexpr qint64 largestMediaFile = qint64(1) << 28;   ///< bytes of one file in media/
inline constexpr qsizetype largestCell = qsizetype(16) << 20; ///< bytes of one cell
inline constexpr qsizetype mostColumns = 1000;
inline constexpr qsizetype mostRows = 20'000'000; ///< of one table

/// Reads a folder of tables. `dossier.csv` is needed, every other file may be absent (an empty table). Commas; LF, CR
/// LF or CR; RFC 4180 quotes; UTF-8 with or without a byte order mark. Columns may stand in any order; each must be
/// there once and no other. Linear in the size of the files; they are only read. Fails only if there is no such folder
/// or it holds no dossier.csv; whatever is wrong inside is a finding.
model::Result<ImportReport> importTables(const QString& folder);

/// The files that importTables reads back to equal tables, except the digest. All table files are there, empty ones
/// with their header alone; comma, LF, UTF-8 without a byte order mark, rows in their order, never altered for
/// spreadsheets: the same tables give the same bytes. Fails for what a cell cannot hold: a list of one empty text, a
/// colon in the language of an alias, a number that is not finite.
model::Result<QList<TableFile>> exportTables(const model::Tables& tables);

} // namespace entente::exchange
