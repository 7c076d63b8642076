#pragma once

#include "app/pictures/sheet.h"

#include <functional>

class QPrinter;

namespace entente::shell {

/// What is printed.
struct Printed {
    pictures::Sheet sheet;
    /// What follows it, for pages of a size in pixels of 1/96 inch.
    std::function<QList<pictures::Sheet>(QSizeF page)> sources;
    bool isPoster = false; ///< it takes several pages if it is larger than one
};

/// Shows how a picture lies on paper, and prints it if that is wished.
void printPicture(QWidget* parent, const Printed& printed, const QString& title);

/// Draws the pages. False if the printer does not take them.
bool paintPages(QPrinter& printer, const Printed& printed);

} // namespace entente::shell
