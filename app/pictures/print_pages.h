#pragma once

#include "app/pictures/sheet.h"

namespace entente::pictures {

/// Pixels of a picture to an inch of paper.
inline constexpr double paperResolution = 96;

/// How a picture is laid on pages of paper.
struct PrintPlan {
    double scale = 1;    ///< units of the page to a pixel of the picture
    QList<QRectF> tiles; ///< what of the picture each page shows, by rows; pixels of the picture
    int columns = 1;
};

/// One page that the whole picture fits on, or, of a poster that is larger than the page, as many as it needs at its
/// own size, with edges that overlap so that they can be glued.
/// @param sheet size in pixels of 1/96 inch
/// @param page what can be printed on, in units
/// @param resolution units to an inch
PrintPlan printPlanOf(QSizeF sheet, QSizeF page, double resolution, bool isPoster);

/// Whether the picture needs fewer pages, or is larger, on pages that lie across.
bool printsAcross(QSizeF sheet, QSizeF upright, double resolution, bool isPoster);

/// Draws one page of a plan; the origin is the corner of what can be printed on.
void paintTile(QPainter& painter, const Sheet& sheet, const PrintPlan& plan, qsizetype tile);

} // namespace entente::pictures
