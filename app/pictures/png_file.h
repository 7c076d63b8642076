#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <utility>

namespace entente::pictures {

/// What a PNG file says of itself: a keyword, 1 to 79 letters of Latin, and the text; control characters are left out.
using PngTexts = QList<std::pair<QByteArray, QString>>;

/// The bytes of a PNG file (ISO/IEC 15948): 8 bits a channel in sRGB, with alpha where the image has it, at its dots
/// per metre. Made for pictures of flat areas and letters, in two threads; the same image and texts give the same
/// bytes.
/// @param image not null
/// @return nothing: there was no memory for it
QByteArray pngFile(const QImage& image, const PngTexts& texts);

} // namespace entente::pictures
