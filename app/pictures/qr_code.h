#pragma once

#include <QByteArray>
#include <QPainterPath>

namespace entente::pictures {

/// A QR code (ISO/IEC 18004), from which a telephone reads an address.
struct QrCode {
    int side = 0;       ///< modules, without the margin; 0: none
    QByteArray modules; ///< row by row, 1: dark

    bool isDark(int row, int column) const { return modules[row * side + column] != 0; }
    bool operator==(const QrCode&) const = default;
};

/// How wide its margin is on each side, modules.
inline constexpr int qrMargin = 4;

/// Of an address, at the lowest level of error correction, which has the largest modules. None of an empty one, and of
/// one that is too long for a small print: of more than 367 bytes.
QrCode qrCodeOf(const QByteArray& address);

/// The dark modules of a code that fills a box together with its margin, as one area.
QPainterPath darkPart(const QrCode& code, const QRectF& box);

} // namespace entente::pictures
