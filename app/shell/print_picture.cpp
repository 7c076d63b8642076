#include "app/shell/print_picture.h"

#include "app/pictures/print_pages.h"
#include "app/shell/dialogs.h"

#include <QPageLayout>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace entente::shell {

namespace {
constexpr double paperMargin = 12; // millimetres

struct PrintText {
    Q_DECLARE_TR_FUNCTIONS(entente::shell::PrintPicture)
};
} // namespace

bool paintPages(QPrinter& printer, const pictures::Sheet& sheet, bool isPoster) {
    const QRectF page = printer.pageLayout().paintRectPixels(printer.resolution());
    const pictures::PrintPlan plan = pictures::printPlanOf(sheet.size, page.size(), printer.resolution(), isPoster);
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    for (qsizetype tile = 0; tile < plan.tiles.size(); ++tile) {
        if (tile > 0 && !printer.newPage())
            return false;
        pictures::paintTile(painter, sheet, plan, tile);
    }
    return painter.end();
}

void printPicture(QWidget* parent, const pictures::Sheet& sheet, const QString& title, bool isPoster) {
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(title);
    printer.setCreator(QStringLiteral("Entente"));
    printer.setPageMargins(QMarginsF(paperMargin, paperMargin, paperMargin, paperMargin), QPageLayout::Millimeter);
    const QSizeF upright = printer.pageLayout().paintRectPixels(printer.resolution()).size();
    printer.setPageOrientation(pictures::printsAcross(sheet.size, upright, printer.resolution(), isPoster)
                                   ? QPageLayout::Landscape
                                   : QPageLayout::Portrait);
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setWindowTitle(PrintText::tr("Print Picture"));
    bool isPrinted = true;
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&](QPrinter* pages) { isPrinted = paintPages(*pages, sheet, isPoster); });
    dialog.exec();
    if (!isPrinted)
        tell(parent, QMessageBox::Warning, PrintText::tr("The picture was not printed."),
             PrintText::tr("The printer does not take it. Choose another printer, or export a PDF."));
}

} // namespace entente::shell
