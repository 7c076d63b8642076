#pragma once

#include "app/pictures/slides_xml.h"
#include "app/pictures/zip_file.h"

namespace entente::pictures {

/// The parts of a presentation that do not depend on its slides: themes, master, layout and master of the notes, each
/// with its relationships.
QList<ZipEntry> frameParts(theme::Scheme scheme);

/// What a package says of all of it: content types, relationships, properties and the presentation with `slides`
/// slides.
QList<ZipEntry> packageParts(const Labels& labels, const QString& language, qsizetype slides);

} // namespace entente::pictures
