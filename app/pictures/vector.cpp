#include "app/pictures/formats.h"
#include "app/pictures/stable_hashes.h"
#include "app/pictures/svg_groups.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace entente::pictures {

namespace {
constexpr int fileResolution = 96; // as screens have it: one logical pixel is one pixel of the file

/// XML forbids most control characters, in any spelling, and two that are none.
void dropForbidden(QByteArray& xml) {
    xml.removeIf([](char c) { return c >= 0 && c < 0x20 && c != '\n' && c != '\t' && c != '\r'; });
    xml.replace("\xEF\xBF\xBE", "").replace("\xEF\xBF\xBF", "");
}
} // namespace

model::Result<QByteArray> svgOf(const Sheet& sheet, const Labels& labels) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(fileResolution);
    generator.setSize(sheet.size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), sheet.size));
    // The generator escapes the texts of the drawing, but not these.
    generator.setTitle(labels.title.toHtmlEscaped());
    generator.setDescription(labels.description.toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&generator))
        return model::failure(Text::tr("The picture could not be written as SVG."));
    paintSheet(painter, sheet);
    painter.end();
    dropForbidden(bytes);
    bytes = withFontList(bytes);
    return sheet.dossier ? withGroups(bytes, *sheet.dossier) : bytes;
}

model::Result<QByteArray>
pagesOf(const QSizeF& page, const Labels& labels,
        const std::function<void(QPainter& painter, const std::function<bool()>& next)>& paint) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    bool isWritten = true;
    const StableHashes stable;
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(fileResolution);
        writer.setTitle(labels.title);
        writer.setCreator(QStringLiteral("Entente"));
        writer.setDocumentXmpMetadata(xmpOf(labels));
        writer.setPageSize(QPageSize(page * 72 / fileResolution, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        QPainter painter;
        isWritten = painter.begin(&writer);
        if (isWritten) {
            painter.setRenderHint(QPainter::Antialiasing);
            paint(painter, [&] { return isWritten = writer.newPage(); });
            isWritten = painter.end() && isWritten;
        }
    }
    if (!isWritten)
        return model::failure(Text::tr("The document could not be written as PDF."));
    fixPdf(bytes, labels);
    return bytes;
}

model::Result<QByteArray> pdfOf(const QList<Sheet>& sheets, const Labels& labels) {
    return pagesOf(sheets.first().size, labels, [&](QPainter& painter, const std::function<bool()>& next) {
        for (qsizetype i = 0; i < sheets.size(); ++i)
            if (i == 0 || next())
                paintSheet(painter, sheets[i]);
    });
}

} // namespace entente::pictures
