#pragma once

#include "app/exploration/exploration.h"

#include <QJsonObject>

namespace entente::exploration {

/// A view as it is kept between runs. Things are named by their keys, so that it survives changes of the dossier;
/// numbers come back bit for bit.
QJsonObject recordOf(const View& view, const model::Dossier& dossier);

/// The view of a record. None if it is damaged, or names what this dossier does not have.
std::optional<View> viewOf(const QJsonObject& record, const model::Dossier& dossier);

} // namespace entente::exploration
