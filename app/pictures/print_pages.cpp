#include "app/pictures/print_pages.h"

#include <cmath>

namespace entente::pictures {

namespace {

constexpr double overlap = 10 / 25.4 * paperResolution; // ten millimetres
constexpr double nearlyFits = 1.06;                     // made a little smaller, it needs no second page

int countOf(double length, double page) {
    return length <= page ? 1 : 1 + static_cast<int>(std::ceil((length - page) / (page - overlap) - 1e-9));
}

PrintPlan onePage(QSizeF sheet, QSizeF page) {
    return {std::min(page.width() / sheet.width(), page.height() / sheet.height()), {QRectF(QPointF(0, 0), sheet)}, 1};
}

} // namespace

PrintPlan printPlanOf(QSizeF sheet, QSizeF page, double resolution, bool isPoster) {
    const double own = resolution / paperResolution;
    PrintPlan whole = onePage(sheet, page);
    const QSizeF tile = page / own;
    if (!isPoster || whole.scale * nearlyFits >= own || std::min(tile.width(), tile.height()) <= 2 * overlap)
        return whole;
    PrintPlan plan{own, {}, countOf(sheet.width(), tile.width())};
    const int rows = countOf(sheet.height(), tile.height());
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < plan.columns; ++column)
            plan.tiles.append(QRectF(QPointF(column * (tile.width() - overlap), row * (tile.height() - overlap)), tile)
                                  .intersected(QRectF(QPointF(0, 0), sheet)));
    return plan;
}

bool printsAcross(QSizeF sheet, QSizeF upright, double resolution, bool isPoster) {
    const PrintPlan standing = printPlanOf(sheet, upright, resolution, isPoster);
    const PrintPlan lying = printPlanOf(sheet, upright.transposed(), resolution, isPoster);
    return std::pair(lying.tiles.size(), -lying.scale) < std::pair(standing.tiles.size(), -standing.scale);
}

void paintTile(QPainter& painter, const Sheet& sheet, const PrintPlan& plan, qsizetype tile) {
    const QRectF shown = plan.tiles[tile];
    painter.save();
    painter.scale(plan.scale, plan.scale);
    painter.setClipRect(QRectF(QPointF(0, 0), shown.size()));
    painter.translate(-shown.topLeft());
    paintSheet(painter, sheet);
    painter.restore();
}

} // namespace entente::pictures
