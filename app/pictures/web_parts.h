#pragma once

#include "app/relations/layout/places.h"
#include "app/wording/wording.h"

#include <QJsonArray>
#include <QJsonObject>

namespace entente::pictures {

struct WebText {
    Q_DECLARE_TR_FUNCTIONS(entente::pictures::WebPage)
};

/// Every row of the dossier that the page's script shows, with the words and days that follow from it. Things are
/// named by row; days that lie without end are null.
QJsonObject webData(const model::DossierPointer& dossier, const relations::Places& places,
                    const wording::Wording& wording);

/// Relationships, periods, part-of links and agreements of two parties, as the script needs them to make the network of
/// any moment as model::networkAt does.
void addWebTies(QJsonObject& data, const model::Dossier& dossier, const wording::Wording& wording);

/// What the script says, by its names for it.
QJsonObject webWords(const wording::Wording& wording);

/// The lists of events, ties and sources as markup, each row an element with its row's number.
QString webLists(const model::Dossier& dossier, const wording::Wording& wording);

/// A text as markup: escaped, without characters that HTML forbids.
QString webEscaped(const QString& text);

} // namespace entente::pictures
