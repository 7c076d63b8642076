#pragma once

#include "app/pictures/contents.h"

namespace entente::pictures {

/// All that a picture quotes, in full: numbered, in columns of one width.
struct SourceColumns {
    QList<QStringList> columns; ///< of lines; empty: there is no room, or nothing is quoted
    theme::Theme look;
    double lineHeight = 0;
    double width = 0;  ///< from the left of one column to that of the next
    double height = 0; ///< of all of them
};

/// Author, title, publisher, date and address; where there is no room for that, of the address the site alone, then one
/// after another, then without addresses, then in smaller type, and only then without titles. All of them or none have
/// titles. Where even that has no room for all, the end says how many more there are.
/// @param room of all columns together, pixels
SourceColumns sourceColumns(const model::Dossier& dossier, const Request& request, const wording::Wording& wording,
                            QSizeF room);

/// As many sources as two lines hold, numbered, how many more there are, and where they are all listed.
QStringList sourceLines(const model::Dossier& dossier, const Request& request, const wording::Wording& wording,
                        const theme::Theme& theme, double width);

} // namespace entente::pictures
