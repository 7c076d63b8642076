#include "app/pictures/formats.h"

#include <QCryptographicHash>

namespace entente::pictures {

namespace {

/// Replaces what stands between two marks, wherever it does, by a text that is cut or filled to the same length.
void replaceBetween(QByteArray& bytes, const QByteArray& before, const QByteArray& after, const QByteArray& by,
                    char filling) {
    for (qsizetype at = bytes.indexOf(before); at >= 0; at = bytes.indexOf(before, at + before.size())) {
        const qsizetype first = at + before.size();
        const qsizetype length = bytes.indexOf(after, first) - first;
        if (length > 0)
            bytes.replace(first, length, by.leftJustified(length, filling, true));
    }
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Adds to the offsets of objects behind a place in the table of objects, and to that of the table.
void shiftOffsets(QByteArray& bytes, qsizetype behind, qsizetype by) {
    const QByteArray mark = "startxref\n";
    const qsizetype first = bytes.lastIndexOf(mark) + mark.size();
    qsizetype end = first;
    while (end < bytes.size() && isDigit(bytes[end]))
        ++end;
    const qsizetype table = bytes.mid(first, end - first).toLongLong() + by;
    bytes.replace(first, end - first, QByteArray::number(table));
    constexpr qsizetype digits = 10, entry = 20; // "0000000213 00000 n \n", below "xref" and "0 39"
    qsizetype at = bytes.indexOf('\n', bytes.indexOf('\n', table) + 1) + 1;
    for (; at + entry <= bytes.size() && isDigit(bytes[at]) && bytes[at + digits] == ' '; at += entry)
        if (const qsizetype offset = bytes.mid(at, digits).toLongLong(); offset > behind)
            bytes.replace(at, digits, QByteArray::number(offset + by).rightJustified(digits, '0'));
}

/// Replaces a date by another, where there is one.
void replaceDate(QByteArray& bytes, const QByteArray& name, const QByteArray& by) {
    const QByteArray before = "/" + name + " (D:";
    const qsizetype at = bytes.indexOf(before);
    if (at < 0)
        return;
    const qsizetype first = at + before.size(), length = bytes.indexOf(')', first) - first;
    bytes.replace(first, length, by);
    shiftOffsets(bytes, first, by.size() - length);
}

/// "20261123000000" of "2026-11-23T00:00:00Z"; what the dossier does not say is zero.
QByteArray digitsOf(const QString& modified) {
    QByteArray digits;
    for (const QChar c : modified)
        if (c >= '0' && c <= '9')
            digits += c.toLatin1();
    return digits.isEmpty() ? QByteArray("19700101000000") : digits.leftJustified(14, '0', true);
}

} // namespace

void fixPdf(QByteArray& bytes, const Labels& labels) {
    const QByteArray day = digitsOf(labels.modified);
    replaceDate(bytes, "CreationDate", day + 'Z');
    replaceDate(bytes, "ModDate", day + 'Z');
    const QByteArray id =
        QCryptographicHash::hash((labels.title + labels.modified).toUtf8(), QCryptographicHash::Md5).toHex();
    replaceBetween(bytes, "/ID [ <", ">", id, '0');
}

} // namespace entente::pictures
