#pragma once

#include <QByteArrayView>
#include <QString>
#include <string>

namespace entente::store {

/// A text as it is compared: compatibility forms and marks dropped, case folded, Arabic letters with several code
/// points made one, everything but letters and digits a blank.
QString folded(const QString& text);

/// Appends what `folded` makes of a UTF-8 text, in UTF-8; about a nanosecond a letter of the languages written in
/// Latin, Greek, Cyrillic, Hebrew and Arabic letters. Bytes that are no UTF-8 become blanks. May be called by many
/// threads.
void appendFolded(QByteArrayView text, std::string& bytes);

} // namespace entente::store
