#pragma once

#include "db/exchange/cells.h"
#include "db/exchange/keys.h"
#include "db/exchange/problems.h"

#include <functional>

namespace entente::exchange {

/// What reading the cells of a folder needs and finds.
struct Reading {
    Keys keys;
    Problems problems;
    Problems notes;
};

/// One cell that is being read.
struct Cell {
    QString text;
    Place place;
    Reading& reading;

    void refuse(const QString& problem, const QString& expected = {}) const {
        reading.problems.add(place, problem, text, expected);
    }
    void note(const QString& problem) const { reading.notes.add(place, problem, text); }
};

/// A column of a table of rows: how its cell is read into a row and written from one.
template <typename Row>
struct Column {
    QString name;
    std::function<void(Row&, const Cell&)> read;
    std::function<QString(const Row&, const Keys&)> write;
};

/// A table: its name and its columns in the order in which they are written.
template <typename Row>
struct Form {
    QString table;
    QList<Column<Row>> columns;

    QString fileName() const { return table + ".csv"; }
};

QString readText(const Cell& cell);
QString readKey(const Cell& cell);
/// Empty or EDTF; kept as written.
QString readDateText(const Cell& cell);
/// Empty or a text of Filter.
QString readFilter(const Cell& cell);
model::Edtf readDate(const Cell& cell);
model::PeriodBound readBound(const Cell& cell);
/// An empty cell reads as `low`, if it may be empty.
int readNumber(const Cell& cell, int low, int high, bool mayBeEmpty);
bool readFlag(const Cell& cell);
std::optional<double> readFraction(const Cell& cell);
QStringList readList(const Cell& cell);
QList<model::Alias> readAliases(const Cell& cell);
QString writeAliases(const QList<model::Alias>& aliases);
/// The row of `table` with this key, or -1, which is refused unless the cell may be empty and is.
qsizetype readReference(const Cell& cell, const QString& table, bool mayBeEmpty);
QString writeNumber(double number);

template <typename Row>
Column<Row> text(const QString& name, QString Row::*member) {
    return {name, [=](Row& row, const Cell& cell) { row.*member = readText(cell); },
            [=](const Row& row, const Keys&) { return row.*member; }};
}

template <typename Row>
Column<Row> key(QString Row::*member) {
    return {"key", [=](Row& row, const Cell& cell) { row.*member = readKey(cell); },
            [=](const Row& row, const Keys&) { return row.*member; }};
}

template <typename Row>
Column<Row> dateText(const QString& name, QString Row::*member) {
    return {name, [=](Row& row, const Cell& cell) { row.*member = readDateText(cell); },
            [=](const Row& row, const Keys&) { return row.*member; }};
}

/// A whole number from low to high that must be there.
template <typename Row>
Column<Row> number(const QString& name, int Row::*member, int low, int high) {
    return {name, [=](Row& row, const Cell& cell) { row.*member = readNumber(cell, low, high, false); },
            [=](const Row& row, const Keys&) { return QString::number(row.*member); }};
}

/// A whole number from 0 on; an empty cell is 0.
template <typename Row>
Column<Row> count(const QString& name, int Row::*member) {
    return {
        name,
        [=](Row& row, const Cell& cell) { row.*member = readNumber(cell, 0, std::numeric_limits<int>::max(), true); },
        [=](const Row& row, const Keys&) { return QString::number(row.*member); }};
}

template <typename Row>
Column<Row> flag(const QString& name, bool Row::*member) {
    return {name, [=](Row& row, const Cell& cell) { row.*member = readFlag(cell); },
            [=](const Row& row, const Keys&) { return QString(row.*member ? "1" : "0"); }};
}

template <typename Row>
Column<Row> fraction(const QString& name, std::optional<double> Row::*member) {
    return {name, [=](Row& row, const Cell& cell) { row.*member = readFraction(cell); },
            [=](const Row& row, const Keys&) { return row.*member ? writeNumber(*(row.*member)) : QString(); }};
}

template <typename E>
std::optional<E> readWord(const Cell& cell) {
    const std::optional<E> value = model::valueOf<E>(cell.text);
    if (!value)
        cell.refuse(Text::tr("The word is not one of those of the column."),
                    Text::tr("one of %1").arg(model::wordsOf<E>()));
    return value;
}

/// A word of a closed set that must be there.
template <typename Row, typename E>
Column<Row> word(const QString& name, E Row::*member) {
    return {name, [=](Row& row, const Cell& cell) { row.*member = readWord<E>(cell).value_or(row.*member); },
            [=](const Row& row, const Keys&) { return model::wordOf(row.*member); }};
}

template <typename Row, typename E>
Column<Row> word(const QString& name, std::optional<E> Row::*member) {
    return {name,
            [=](Row& row, const Cell& cell) {
                if (!cell.text.isEmpty())
                    row.*member = readWord<E>(cell);
            },
            [=](const Row& row, const Keys&) { return row.*member ? model::wordOf(*(row.*member)) : QString(); }};
}

template <typename Id>
QString writeReference(Id id, const Keys& keys) {
    return id.isValid() ? keys.key(tableOf<Id>(), id.index) : QString();
}

/// The key of a row of the table that Id counts.
enum class Need : quint8 { Needed, Optional };

template <typename Row, typename Id>
Column<Row> reference(const QString& name, Id Row::*member, Need need) {
    return {name,
            [=](Row& row, const Cell& cell) {
                row.*member = Id(readReference(cell, tableOf<Id>(), need == Need::Optional));
            },
            [=](const Row& row, const Keys& keys) { return writeReference(row.*member, keys); }};
}

template <typename Id>
QList<Id> readReferences(const Cell& cell) {
    QList<Id> ids;
    for (const QString& key : readList(cell))
        ids.append(Id(readReference({key.trimmed(), cell.place, cell.reading}, tableOf<Id>(), false)));
    return ids;
}

template <typename Id>
QString writeReferences(const QList<Id>& ids, const Keys& keys) {
    QStringList texts;
    for (const Id id : ids)
        texts.append(writeReference(id, keys));
    return joinList(texts);
}

template <typename Row, typename Id>
Column<Row> references(const QString& name, QList<Id> Row::*member) {
    return {name, [=](Row& row, const Cell& cell) { row.*member = readReferences<Id>(cell); },
            [=](const Row& row, const Keys& keys) { return writeReferences(row.*member, keys); }};
}

} // namespace entente::exchange
