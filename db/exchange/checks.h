#pragma once

#include "db/exchange/forms.h"

namespace entente::exchange {

/// The line of each row, by table.
using Lines = QHash<QString, QList<qint64>>;

/// Whether a header names each column once and nothing else; what it does not is reported.
bool checkColumnNames(const Place& place, const QStringList& header, const QStringList& names, Problems& problems);

/// What one row alone does not show: one dossier; keys used twice; parts of themselves; perspectives without exactly
/// one subject; claims of the same place; openings, marks and scenes that name what is not there.
void checkRows(const Rows& rows, const Lines& lines, Reading& reading);

} // namespace entente::exchange
