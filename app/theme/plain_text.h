#pragma once

#include "app/theme/theme.h"

#include <QLabel>

namespace entente::theme {

// Texts of a dossier are never read as markup: labels are told so, tool tips are escaped.

/// A label that shows exactly its text, in a role of type and colour. Wraps words unless told otherwise.
QLabel* plainLabel(const Theme& theme, const QString& text, Type type, Role role, QWidget* parent = nullptr);

/// Colour and font of a label in a role.
void setLook(QLabel& label, const Theme& theme, Type type, Role role);

/// A tool tip that shows exactly this text.
void setPlainToolTip(QWidget& widget, const QString& text);

/// The text as tool tip views that guess markup show it verbatim; for QAbstractItemModel's tool tip role.
QString plainToolTip(const QString& text);

} // namespace entente::theme
