#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace entente::exchange {

/// Texts as one cell: joined by " | ", with "\|" and "\\" inside them. No texts: an empty cell.
QString joinList(const QStringList& texts);

/// The texts of such a cell; one blank beside a bar belongs to it. None if a backslash escapes something else.
std::optional<QStringList> splitList(const QString& cell);

/// Appends a record in RFC 4180 form with LF: quotes only where they are needed.
void appendRecord(QByteArray& csv, const QStringList& cells);

} // namespace entente::exchange
