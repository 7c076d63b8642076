#include "app/pictures/slides_xml.h"

#include <QRegularExpression>

namespace entente::pictures {

namespace {

bool isAllowed(char32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           c >= 0x10000;
}

QString kindAddress(const QString& kind) {
    if (kind == QStringLiteral("metadata/core-properties"))
        return QStringLiteral("http://schemas.openxmlformats.org/package/2006/relationships/") + kind;
    return QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships/") + kind;
}

} // namespace

QString xmlText(const QString& text) {
    QString allowed;
    allowed.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            allowed += c;
            allowed += text[++i];
        } else if (!c.isSurrogate() && isAllowed(c.unicode())) {
            allowed += c;
        }
    }
    return allowed.toHtmlEscaped();
}

QString timeOf(const QString& modified) {
    static const QRegularExpression form(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"));
    return form.match(modified).hasMatch() ? modified : QStringLiteral("1970-01-01T00:00:00Z");
}

QByteArray xmlPart(const QString& content) {
    return (QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") + content).toUtf8();
}

QByteArray relationshipsPart(const QList<PartTie>& ties) {
    QString content =
        QStringLiteral("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (const PartTie& tie : ties)
        content += QStringLiteral("<Relationship Id=\"%1\" Type=\"%2\" Target=\"%3\"/>")
                       .arg(tie.id, kindAddress(tie.kind), tie.target);
    return xmlPart(content + QStringLiteral("</Relationships>"));
}

QString xmlFrame(const QRectF& frame) {
    const auto units = [](double pixels) { return QString::number(qRound64(pixels) * unitsPerPixel); };
    return QStringLiteral("<a:off x=\"%1\" y=\"%2\"/><a:ext cx=\"%3\" cy=\"%4\"/>")
        .arg(units(frame.x()), units(frame.y()), units(frame.width()), units(frame.height()));
}

QString xmlParagraphs(const QStringList& paragraphs, const RunLook& look) {
    // A pixel of a slide is half a point, and sizes are in hundredths of points.
    const QString size = look.pixels > 0 ? QStringLiteral(" sz=\"%1\"").arg(look.pixels * 50) : QString();
    const QString language = QStringLiteral(" lang=\"%1\"").arg(xmlText(look.language));
    QString made;
    for (const QString& paragraph : paragraphs) {
        const QString direction =
            paragraph.isRightToLeft() ? QStringLiteral("<a:pPr algn=\"r\" rtl=\"1\"/>") : QString();
        made += QStringLiteral("<a:p>%1<a:r><a:rPr%2%3/><a:t>%4</a:t></a:r></a:p>")
                    .arg(direction, language, size, xmlText(paragraph));
    }
    return made.isEmpty() ? QStringLiteral("<a:p><a:endParaRPr%1/></a:p>").arg(language) : made;
}

QString xmlNamespaces() {
    return QStringLiteral("xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                          "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                          "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"");
}

} // namespace entente::pictures
