#pragma once

#include <QByteArrayView>
#include <QList>
#include <QStringList>

namespace entente::exchange {

/// One record of a CSV file. `line` is the line of the file on which it begins, counted from 1.
struct Record {
    qint64 line = 1;
    QStringList cells;

    bool operator==(const Record&) const = default;
};

/// What is wrong with the form of a file, and where.
struct Fault {
    enum class Kind : quint8 {
        NotUtf8,           ///< detail: offset of the first byte that is none, from 0
        Utf16,             ///< the file begins like UTF-16 or UTF-32
        UnterminatedQuote, ///< line: where the quote was opened
        TextAfterQuote,    ///< detail: number of the cell, from 1
        QuoteInCell,       ///< a quote in a cell that does not begin with one; detail: number of the cell
        Nul,               ///< detail: number of the cell
        CellTooLong,       ///< detail: number of the cell
        TooManyCells,
        TooManyRows,
    };
    Kind kind = Kind::NotUtf8;
    qint64 line = 1;
    qint64 detail = 0;

    bool operator==(const Fault&) const = default;
};

struct CsvLimits {
    qsizetype cellBytes = 0;
    qsizetype columns = 0;
    qsizetype records = 0;
};

/// A CSV file as records.
struct CsvText {
    QList<Record> records;
    QList<Fault> faults; ///< in order of lines
    bool hadByteOrderMark = false;
};

/// Reads RFC 4180 CSV with commas: quoted cells may hold commas, line ends and doubled quotes; lines end with LF, CR LF
/// or CR; blank lines are skipped. One pass, O(bytes). With faults the records are what could be made of the rest;
/// bytes that are not UTF-8 give no records at all.
CsvText readCsv(QByteArrayView bytes, const CsvLimits& limits);

/// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629), or -1.
qsizetype firstInvalidUtf8(QByteArrayView bytes);

} // namespace entente::exchange
