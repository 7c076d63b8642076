#pragma once

#include "app/pictures/sheet.h"

#include <QImage>

namespace entente::pictures {

/// What a file says of itself.
struct Labels {
    QString title;
    QString description; ///< alt text
    QString authors;
    QString source;   ///< dossier, version, date
    QString modified; ///< of the dossier, "2026-11-23T00:00:00Z"
};

/// @param scale pixels for one of the sheet
QImage imageOf(const Sheet& sheet, double scale);

model::Result<QByteArray> pngOf(const Sheet& sheet, const Labels& labels, int scale);
/// An image without pixels is one for which there was no memory.
model::Result<QByteArray> pngOf(const QImage& image, const Labels& labels);
model::Result<QByteArray> svgOf(const Sheet& sheet, const Labels& labels);
model::Result<QByteArray> pdfOf(const Sheet& sheet, const Labels& labels);

/// What a PDF file says of itself in the Extensible Metadata Platform (ISO 16684-1), UTF-8.
QByteArray xmpOf(const Labels& labels);

/// Replaces what a PDF file says of the time of its making by what follows from the dossier. How long that was follows
/// from the time zone of the machine: offsets are put right. Adds authors and description to what it says of itself.
void fixPdf(QByteArray& bytes, const Labels& labels);

} // namespace entente::pictures
