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

bool paintPages(QPrinter& printer, const Printed& printed) {
    const QSizeF page = printer.pageLayout().paintRectPixels(printer.resolution()).size();
    QPainter painter;
    bool isTaken = painter.begin(&printer), isFirst = true;
    const auto paint = [&](const pictures::Sheet& sheet, bool isPoster) {
        const pictures::PrintPlan plan = pictures::printPlanOf(sheet.size, page, printer.resolution(), isPoster);
        for (qsizetype tile = 0; tile < plan.tiles.size() && isTaken; ++tile) {
            isTaken = std::exchange(isFirst, false) || printer.newPage();
            if (isTaken)
                pictures::paintTile(painter, sheet, plan, tile);
        }
    };
    paint(printed.sheet, printed.isPoster);
    for (const pictures::Sheet& sheet : printed.sources(page * pictures::paperResolution / printer.resolution()))
        paint(sheet, false);
    return isTaken && painter.end();
}

void printPicture(QWidget* parent, const Printed& printed, const QString& title) {
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(title);
    printer.setCreator(QStringLiteral("Entente"));
    printer.setPageMargins(QMarginsF(paperMargin, paperMargin, paperMargin, paperMargin), QPageLayout::Millimeter);
    const QSizeF upright = printer.pageLayout().paintRectPixels(printer.resolution()).size();
    printer.setPageOrientation(
        pictures::printsAcross(printed.sheet.size, upright, printer.resolution(), printed.isPoster)
            ? QPageLayout::Landscape
            : QPageLayout::Portrait);
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setWindowTitle(PrintText::tr("Print Picture"));
    bool isPrinted = true;
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&](QPrinter* pages) { isPrinted = paintPages(*pages, printed); });
    dialog.exec();
    if (!isPrinted)
        tell(parent, QMessageBox::Warning, PrintText::tr("The picture was not printed."),
             PrintText::tr("The printer does not take it. Choose another printer, or export a PDF."));
}

} // namespace entente::shell
