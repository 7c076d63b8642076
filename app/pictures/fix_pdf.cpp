#include "app/pictures/formats.h"
#include "app/pictures/slides_xml.h"

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

void replaceAt(QByteArray& bytes, qsizetype first, qsizetype length, const QByteArray& by) {
    bytes.replace(first, length, by);
    shiftOffsets(bytes, first, by.size() - length);
}

/// Replaces a date by another, where there is one.
void replaceDate(QByteArray& bytes, const QByteArray& name, const QByteArray& by) {
    const QByteArray before = "/" + name + " (D:";
    const qsizetype at = bytes.indexOf(before);
    if (at < 0)
        return;
    const qsizetype first = at + before.size();
    replaceAt(bytes, first, bytes.indexOf(')', first) - first, by);
}

/// A text of any language: UTF-16 with its mark, in hexadecimal digits.
QByteArray entryOf(const QByteArray& name, const QString& text) {
    if (text.isEmpty())
        return {};
    QByteArray digits = "FEFF";
    for (const QChar c : text)
        digits += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return "/" + name + " <" + digits + ">\n";
}

/// Older readers look here, and the writer knows no author.
void addInfo(QByteArray& bytes, const Labels& labels) {
    if (const qsizetype at = bytes.indexOf("/CreationDate (D:"); at >= 0)
        replaceAt(bytes, at, 0, entryOf("Author", labels.authors) + entryOf("Subject", labels.description));
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

QByteArray xmpOf(const Labels& labels) {
    const auto inDefault = [](const QString& name, const QString& text) {
        return text.isEmpty() ? QString()
                              : QStringLiteral("<dc:%1><rdf:Alt><rdf:li xml:lang=\"x-default\">%2</rdf:li></rdf:Alt>"
                                               "</dc:%1>\n")
                                    .arg(name, xmlText(text));
    };
    const QString authors = labels.authors.isEmpty()
                                ? QString()
                                : QStringLiteral("<dc:creator><rdf:Seq><rdf:li>%1</rdf:li></rdf:Seq></dc:creator>\n")
                                      .arg(xmlText(labels.authors));
    const QString source =
        labels.source.isEmpty() ? QString() : QStringLiteral("<dc:source>%1</dc:source>\n").arg(xmlText(labels.source));
    return (QStringLiteral("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n") +
            inDefault(QStringLiteral("title"), labels.title) + authors +
            inDefault(QStringLiteral("description"), labels.description) + source +
            QStringLiteral("<xmp:CreatorTool>Entente</xmp:CreatorTool>\n"
                           "<xmp:CreateDate>%1</xmp:CreateDate>\n<xmp:ModifyDate>%1</xmp:ModifyDate>\n"
                           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n")
                .arg(timeOf(labels.modified)))
        .toUtf8();
}

void fixPdf(QByteArray& bytes, const Labels& labels) {
    addInfo(bytes, labels);
    const QByteArray day = digitsOf(labels.modified);
    replaceDate(bytes, "CreationDate", day + 'Z');
    replaceDate(bytes, "ModDate", day + 'Z');
    const QByteArray id =
        QCryptographicHash::hash((labels.title + labels.modified).toUtf8(), QCryptographicHash::Md5).toHex();
    replaceBetween(bytes, "/ID [ <", ">", id, '0');
}

} // namespace entente::pictures
