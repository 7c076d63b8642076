#include "app/pictures/formats.h"

#include <QBuffer>
#include <QImageWriter>

namespace entente::pictures {

namespace {
constexpr int fastCompression = 20; // of 100: zlib's level 1, a third of the time for a quarter more bytes
} // namespace

QImage imageOf(const Sheet& sheet, double scale) {
    QImage image((sheet.size * scale).toSize(),
                 sheet.isTransparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull())
        return image;
    if (scale >= 1) // there are no smaller ratios
        image.setDevicePixelRatio(scale);
    image.setDotsPerMeterX(qRound(scale * 96 / 0.0254));
    image.setDotsPerMeterY(qRound(scale * 96 / 0.0254));
    image.fill(sheet.isTransparent ? QColor(Qt::transparent) : sheet.theme.color(theme::Role::Ground));
    QPainter painter(&image);
    if (scale < 1)
        painter.scale(scale, scale);
    paintSheet(painter, sheet);
    painter.end();
    return image;
}

model::Result<QByteArray> pngOf(const Sheet& sheet, const Labels& labels, int scale) {
    return pngOf(imageOf(sheet, scale), labels);
}

model::Result<QByteArray> pngOf(const QImage& image, const Labels& labels) {
    if (image.isNull())
        return model::failure(Text::tr("There is not enough memory for a picture of this size."),
                              Text::tr("Choose a smaller size or scale."));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(fastCompression);
    const std::pair<const char*, QString> texts[] = {{"Title", labels.title},
                                                     {"Description", labels.description},
                                                     {"Author", labels.authors},
                                                     {"Source", labels.source},
                                                     {"Software", QStringLiteral("Entente")}};
    for (const auto& [key, text] : texts)
        if (!text.isEmpty())
            writer.setText(QLatin1String(key), text);
    if (!writer.write(image))
        return model::failure(Text::tr("The picture could not be written as PNG."), writer.errorString());
    return bytes;
}

} // namespace entente::pictures
