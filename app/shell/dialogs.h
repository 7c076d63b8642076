#pragma once

#include "app/shell/actions.h"
#include "db/model/result.h"

#include <QMessageBox>

namespace entente::shell {

/// A message that says what happened and what can be done; always plain text.
void tell(QWidget* parent, QMessageBox::Icon icon, const QString& heading, const QString& text);
/// The same for a finding.
void tell(QWidget* parent, const QString& heading, const model::Finding& finding);

/// A question with buttons; the first one named is the default.
QMessageBox::StandardButton ask(QWidget* parent, const QString& heading, const QString& text,
                                QMessageBox::StandardButtons buttons, QMessageBox::StandardButton preferred);

/// Lists findings by table, row and field. Shows the first thousand and says how many there are.
void showFindings(QWidget* parent, const QString& heading, const model::Findings& findings);

/// The sheet of keys, made from the menus and from what the canvases do.
void showKeys(QWidget* parent, const QList<Actions::Group>& groups);

} // namespace entente::shell
