#include "app/pictures/formats.h"
#include "app/pictures/png_file.h"

namespace entente::pictures {

namespace {

constexpr double hidden = 1 - theme::groundOpacity;

/// The same pixels, of which the ground's part lets a little through. Premultiplied: where grounds are lighter than the
/// sheet's, channels would exceed the opacity and run over when they are blended.
QRgb seenThrough(QRgb pixel, double part, QRgb ground) {
    const auto less = [&](int channel, int groundChannel) {
        return std::max(0, channel - qRound(hidden * part * groundChannel));
    };
    const int opacity = less(qAlpha(pixel), 255);
    return qRgba(std::min(opacity, less(qRed(pixel), qRed(ground))),
                 std::min(opacity, less(qGreen(pixel), qGreen(ground))),
                 std::min(opacity, less(qBlue(pixel), qBlue(ground))), opacity);
}

/// Where plates overlap one another, or lie on panels, they would let less through: so all grounds are painted opaque,
/// in one colour and then in another. How far these differ in a pixel says how much of the ground is seen there.
/// @param image nothing is painted in it yet
QImage seenThrough(const Sheet& sheet, QImage image, const std::function<void(QImage&, Grounds)>& paint) {
    QImage otherImage = image.copy();
    if (otherImage.isNull())
        return {};
    paint(image, Grounds::Own);
    paint(otherImage, Grounds::Other);
    const QRgb ground = sheet.theme.color(theme::Role::Ground).rgb();
    const double difference = qRed(ground) - (qRed(ground) ^ 0x80);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const auto* otherLine = reinterpret_cast<const QRgb*>(otherImage.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            if (line[x] != otherLine[x])
                line[x] = seenThrough(line[x], (qRed(line[x]) - qRed(otherLine[x])) / difference, ground);
    }
    return image;
}

} // namespace

QImage imageOf(const Sheet& sheet, double scale, Surface surface) {
    QImage image((sheet.size * scale).toSize(),
                 sheet.isTransparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull())
        return image;
    if (scale >= 1) // there are no smaller ratios
        image.setDevicePixelRatio(scale);
    image.setDotsPerMeterX(qRound(scale * 96 / 0.0254));
    image.setDotsPerMeterY(qRound(scale * 96 / 0.0254));
    image.fill(sheet.isTransparent ? QColor(Qt::transparent) : sheet.theme.color(theme::Role::Ground));
    const auto paint = [&](QImage& on, Grounds grounds) {
        QPainter painter(&on);
        if (scale < 1)
            painter.scale(scale, scale);
        paintSheet(painter, sheet, grounds);
    };
    if (sheet.isTransparent && surface == Surface::SeenThrough)
        return seenThrough(sheet, std::move(image), paint);
    paint(image, Grounds::Own);
    return image;
}

model::Result<QByteArray> pngOf(const Sheet& sheet, const Labels& labels, int scale) {
    return pngOf(imageOf(sheet, scale), labels);
}

model::Result<QByteArray> pngOf(const QImage& image, const Labels& labels) {
    PngTexts texts;
    for (const auto& [keyword, text] : {std::pair("Title", labels.title), std::pair("Description", labels.description),
                                        std::pair("Author", labels.authors), std::pair("Source", labels.source)})
        if (!text.isEmpty())
            texts.append({keyword, text});
    texts.append({"Software", QStringLiteral("Entente")});
    QByteArray bytes = image.isNull() ? QByteArray() : pngFile(image, texts);
    if (bytes.isEmpty())
        return model::failure(Text::tr("There is not enough memory for a picture of this size."),
                              Text::tr("Choose a smaller size or scale."));
    return bytes;
}

} // namespace entente::pictures
