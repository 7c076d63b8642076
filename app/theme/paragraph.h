#pragma once

#include "app/theme/theme.h"

namespace entente::theme {

/// A text in lines of at most `width` pixels, broken between words; what does not go into `mostLines` is elided.
QStringList paragraph(const QString& text, const Theme& theme, Type type, double width, int mostLines);

} // namespace entente::theme
