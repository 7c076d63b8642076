#pragma once

#include "app/pictures/sheet.h"

class QPrinter;

namespace entente::shell {

/// Shows how a picture lies on paper, and prints it if that is wished. A poster that is larger than the paper takes
/// several pages.
void printPicture(QWidget* parent, const pictures::Sheet& sheet, const QString& title, bool isPoster);

/// Draws the pages. False if the printer does not take them.
bool paintPages(QPrinter& printer, const pictures::Sheet& sheet, bool isPoster);

} // namespace entente::shell
