#pragma once

#include "app/pictures/evidence.h"
#include "app/pictures/sheet.h"
#include "app/pictures/type_scales.h"

namespace entente::pictures {

/// What one page says of sources.
struct SourcePage {
    QList<Sheet::Line> lines;
    QList<Sheet::Code> codes;
};

/// All sources in full, numbered, each with its address and, if that is not too long, a code that telephones read; then
/// what rests on them, by number. In columns from page to page. What is beyond the most that are listed is counted.
/// @param frame of each page that there is to write in, pixels; what is higher than it stands alone and leaves it
/// @param remark above all of it; empty: none
QList<SourcePage> sourcePages(const model::Dossier& dossier, const Bibliography& bibliography,
                              const wording::Wording& wording, const theme::Theme& look, const QRectF& frame,
                              const QString& remark = {});

/// The sheets that follow a picture of a request that has them; none where nothing is quoted.
/// @param size of each, pixels of 1/96 inch
QList<Sheet> sourceSheets(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
                          QSizeF size);

} // namespace entente::pictures
