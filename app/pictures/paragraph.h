#pragma once

#include "app/theme/theme.h"

namespace entente::pictures {

/// A text in lines of at most `width` pixels, broken between words; what does not go into `mostLines` is elided.
QStringList paragraph(const QString& text, const theme::Theme& theme, theme::Type type, double width, int mostLines);

} // namespace entente::pictures
