#pragma once

#include "app/pictures/picture.h"
#include "app/relations/layout/places.h"

namespace entente::pictures {

/// Which colours a page has: those that its reader's system asks for, or one scheme always.
enum class WebLook : quint8 { System, Light, Dark };

/// A dossier as one self-contained HTML file to read: timeline, network as of a moment, filters, search, stories and
/// sources, offline in any browser. Its policy forbids every request, and no text of the dossier can become markup or
/// script. Begins from the dossier's opening view. `places`: from placesOf(dossier, measuresOf(theme)). Same input,
/// same bytes, UTF-8.
QByteArray webPage(const model::DossierPointer& dossier, const relations::Places& places,
                   const wording::Wording& wording, WebLook look = WebLook::System);

/// Most events, actors, ties and periods of a page: more make a file that browsers do not open.
inline constexpr qsizetype mostWebRows = 200'000;

/// The same with places computed here. Errors: more rows than there may be, or its progress ended it.
/// @param held pins around which all others are placed, as in the window
model::Result<QByteArray> webPage(const model::DossierPointer& dossier, const wording::Wording& wording, WebLook look,
                                  const Progress& progress, const QList<model::Placement>& held = {});
/// The same, which is not ended; empty for a dossier that is too large.
QByteArray webPage(const model::DossierPointer& dossier, const wording::Wording& wording,
                   WebLook look = WebLook::System);

/// The word of a look as command lines write it ("system", "light", "dark"), and back.
QString wordOf(WebLook look);
std::optional<WebLook> webLookOf(const QString& word);

} // namespace entente::pictures
