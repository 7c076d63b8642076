#pragma once

#include "app/wording/wording.h"

#include <QJsonObject>

namespace entente::wording {

/// What the program makes of one EDTF text, as `entente date --json` prints it: input, valid, error {message, column},
/// earliest and latest as [-]YYYY-MM-DD or null, start and end each known, open or unknown, precision, uncertain and
/// approximate as lists of parts, and the date in words.
QJsonObject dateRecord(const QString& text, const Wording& wording);

} // namespace entente::wording
