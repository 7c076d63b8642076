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

/// "7 0 R" and so on: the pages, in order.
QList<QByteArray> pagesIn(const QByteArray& bytes) {
    const qsizetype first = bytes.indexOf('[', bytes.indexOf("/Kids")) + 1;
    const QList<QByteArray> words = bytes.mid(first, bytes.indexOf(']', first) - first).simplified().split(' ');
    QList<QByteArray> pages;
    for (qsizetype i = 0; i + 2 < words.size(); i += 3)
        pages.append(words[i] + " 0 R");
    return pages;
}

/// The number that follows a word, at its last place; where it stands.
struct Number {
    qsizetype first = 0, length = 0, value = 0;
};
Number lastNumberAfter(const QByteArray& bytes, const QByteArray& word) {
    Number number{bytes.lastIndexOf(word) + word.size()};
    while (isDigit(bytes[number.first + number.length]))
        ++number.length;
    number.value = bytes.mid(number.first, number.length).toLongLong();
    return number;
}

/// Objects of an outline, the root first; the first of them has a number.
QList<QByteArray> outlineOf(const QList<Bookmark>& bookmarks, const QList<QByteArray>& pages, qsizetype number) {
    const auto reference = [number](qsizetype item) { return QByteArray::number(number + item) + " 0 R"; };
    const qsizetype count = bookmarks.size();
    QList<QByteArray> objects{"<<\n/Type /Outlines\n/First " + reference(1) + "\n/Last " + reference(count) +
                              "\n/Count " + QByteArray::number(count) + "\n>>"};
    for (qsizetype item = 1; item <= count; ++item) {
        const Bookmark& bookmark = bookmarks[item - 1];
        objects.append("<<\n" + entryOf("Title", bookmark.title) + "/Parent " + reference(0) + "\n" +
                       (item > 1 ? "/Prev " + reference(item - 1) + "\n" : QByteArray()) +
                       (item < count ? "/Next " + reference(item + 1) + "\n" : QByteArray()) + "/Dest [" +
                       pages.value(bookmark.page) + " /Fit]\n>>");
    }
    return objects;
}

/// Puts an outline before the table of objects, and its objects into the table.
void addBookmarks(QByteArray& bytes, const QList<Bookmark>& bookmarks) {
    const QByteArray catalog = "/Type /Catalog\n";
    if (bookmarks.isEmpty() || !bytes.contains(catalog))
        return;
    const Number size = lastNumberAfter(bytes, "/Size ");
    replaceAt(bytes, bytes.indexOf(catalog) + catalog.size(), 0,
              "/Outlines " + QByteArray::number(size.value) + " 0 R\n/PageMode /UseOutlines\n");
    const qsizetype table = lastNumberAfter(bytes, "startxref\n").value;
    QByteArray objects, entries;
    qsizetype number = size.value;
    for (const QByteArray& object : outlineOf(bookmarks, pagesIn(bytes), number)) {
        entries += QByteArray::number(table + objects.size()).rightJustified(10, '0') + " 00000 n \n";
        objects += QByteArray::number(number++) + " 0 obj\n" + object + "\nendobj\n";
    }
    replaceAt(bytes, table, 0, objects);
    bytes.insert(bytes.lastIndexOf("trailer\n"), entries);
    for (const QByteArray& before : {QByteArray("/Size "), QByteArray("xref\n0 ")}) {
        const Number counted = lastNumberAfter(bytes, before);
        bytes.replace(counted.first, counted.length, QByteArray::number(number));
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
    addBookmarks(bytes, labels.bookmarks);
    const QByteArray day = digitsOf(labels.modified);
    replaceDate(bytes, "CreationDate", day + 'Z');
    replaceDate(bytes, "ModDate", day + 'Z');
    const QByteArray id =
        QCryptographicHash::hash((labels.title + labels.modified).toUtf8(), QCryptographicHash::Md5).toHex();
    replaceBetween(bytes, "/ID [ <", ">", id, '0');
}

} // namespace entente::pictures
