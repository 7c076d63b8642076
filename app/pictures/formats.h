#pragma once

#include "app/pictures/sheet.h"

#include <QImage>
#include <functional>

namespace entente::pictures {

/// Where readers of a document may go at once.
struct Bookmark {
    QString title;
    qsizetype page = 0; ///< from 0 on
};

/// What a file says of itself.
struct Labels {
    QString title;
    QString description; ///< alt text
    QString authors;
    QString source;                 ///< dossier, version, date
    QString modified;               ///< of the dossier, "2026-11-23T00:00:00Z"
    QList<Bookmark> bookmarks = {}; ///< of PDF, in the order of the pages
};

/// Whether what a transparent sheet has behind its words and panels lets a little of that through on which it is laid.
enum class Surface : quint8 { SeenThrough, Opaque };

/// @param scale pixels for one of the sheet
QImage imageOf(const Sheet& sheet, double scale, Surface surface = Surface::SeenThrough);

model::Result<QByteArray> pngOf(const Sheet& sheet, const Labels& labels, int scale);
/// An image without pixels is one for which there was no memory.
model::Result<QByteArray> pngOf(const QImage& image, const Labels& labels);
model::Result<QByteArray> svgOf(const Sheet& sheet, const Labels& labels);
/// One after another, each a page of the size of the first.
model::Result<QByteArray> pdfOf(const QList<Sheet>& sheets, const Labels& labels);

/// A PDF file of pages of one size in logical pixels of 1/96 inch: fonts embedded, text as text, title and creator, the
/// time of making that of the dossier. `paint` draws page by page; it begins a further one by calling its second
/// argument, which is false if there can be none. Errors: the file cannot be written.
model::Result<QByteArray>
pagesOf(const QSizeF& page, const Labels& labels,
        const std::function<void(QPainter& painter, const std::function<bool()>& next)>& paint);

/// What a PDF file says of itself in the Extensible Metadata Platform (ISO 16684-1), UTF-8.
QByteArray xmpOf(const Labels& labels);

/// Replaces what a PDF file says of the time of its making by what follows from the dossier. How long that was follows
/// from the time zone of the machine: offsets are put right. Adds authors and description to what it says of itself,
/// and its bookmarks (ISO 32000-1, 12.3.3).
void fixPdf(QByteArray& bytes, const Labels& labels);

} // namespace entente::pictures
