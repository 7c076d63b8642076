#include "app/pictures/formats.h"
#include "app/pictures/png_file.h"

namespace entente::pictures {

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
