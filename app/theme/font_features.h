#pragma once

#include <QByteArray>

namespace entente::theme {

/// The OpenType font in `font` without a feature of its table of substitutions, such as "calt"; the font itself where
/// it has none, or is none.
QByteArray withoutFeature(QByteArray font, const char (&tag)[5]);

} // namespace entente::theme
