#include "app/pictures/qr_code.h"

#include <memory>
#include <qrencode.h>

namespace entente::pictures {

namespace {

constexpr qsizetype longest = 367; // bytes of a code with 65 modules

} // namespace

QrCode qrCodeOf(const QByteArray& address) {
    if (address.isEmpty() || address.size() > longest)
        return {};
    const auto* data = reinterpret_cast<const unsigned char*>(address.constData());
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(address.size()), data, 0, QR_ECLEVEL_L), &QRcode_free);
    if (!code)
        return {};
    QrCode made{code->width, QByteArray(code->width * code->width, 0)};
    for (qsizetype i = 0; i < made.modules.size(); ++i)
        made.modules[i] = static_cast<char>(code->data[i] & 1);
    return made;
}

QPainterPath darkPart(const QrCode& code, const QRectF& box) {
    const double module = box.width() / (code.side + 2 * qrMargin);
    const QPointF corner = box.topLeft() + QPointF(qrMargin, qrMargin) * module;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int row = 0; row < code.side; ++row)
        for (int column = 0; column < code.side; ++column) {
            const int first = column;
            while (column < code.side && code.isDark(row, column))
                ++column;
            if (column > first)
                path.addRect(QRectF(corner + QPointF(first, row) * module, QSizeF(column - first, 1) * module));
        }
    return path;
}

} // namespace entente::pictures
