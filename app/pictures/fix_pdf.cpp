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
    replaceBetween(bytes, "/CreationDate (D:", ")", day + 'Z', '0');
    replaceBetween(bytes, "/ModDate (D:", ")", day + 'Z', '0');
    const QByteArray id =
        QCryptographicHash::hash((labels.title + labels.modified).toUtf8(), QCryptographicHash::Md5).toHex();
    replaceBetween(bytes, "/ID [ <", ">", id, '0');
}

} // namespace entente::pictures
