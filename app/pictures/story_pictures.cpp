#include "app/pictures/story_pictures.h"

#include "app/pictures/stable_hashes.h"

namespace entente::pictures {

namespace {

/// All that can be read on a slide, then what its pictures show.
QString descriptionOf(const StorySlide& slide) {
    QStringList words =
        slide.date.paragraphs + slide.headline.paragraphs + slide.points.paragraphs + slide.sources.paragraphs;
    for (const SlidePicture& picture : slide.pictures)
        words.append(picture.words);
    words.removeAll(QString());
    return words.join('\n');
}

model::Result<QByteArray> pictureOf(const StorySlide& slide, Labels labels, theme::Scheme scheme, int scale) {
    QImage image((slideSize * scale).toSize(), QImage::Format_RGB32);
    if (!image.isNull()) {
        image.setDevicePixelRatio(scale);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintSlide(painter, slide, scheme);
    }
    labels.title = slide.headline.paragraphs.value(0, labels.title);
    labels.description = descriptionOf(slide);
    return pngOf(image, labels);
}

} // namespace

model::Result<QStringList> storyPictureNames(const model::Dossier& dossier, model::StoryId story) {
    return scenesOf(dossier, story).map([](const QList<model::SceneId>& scenes) {
        const auto digits = std::max<int>(2, static_cast<int>(QString::number(scenes.size()).size()));
        QStringList names;
        for (qsizetype i = 1; i <= scenes.size(); ++i)
            names.append(QStringLiteral("scene-%1.png").arg(i, digits, 10, QLatin1Char('0')));
        return names;
    });
}

model::Result<void> storyPictures(const model::DossierPointer& dossier, model::StoryId story,
                                  const StoryOptions& options, int scale, const wording::Wording& wording,
                                  const TakeFile& take, QStringList* losses, const Progress& progress) {
    const StableHashes stable;
    const auto slides =
        storySlides(dossier, story, options, wording, [&](double share) { return !progress || progress(share / 2); });
    const auto names = storyPictureNames(*dossier, story);
    if (!slides || !names)
        return tl::unexpected(slides ? names.error() : slides.error());
    const Labels labels = labelsOfStory(*dossier, story, options.language, wording);
    for (qsizetype i = 0; i < slides->size(); ++i) {
        if (progress && !progress(0.5 + 0.5 * static_cast<double>(i) / static_cast<double>(slides->size())))
            return tl::unexpected(ended());
        const StorySlide& slide = slides->at(i);
        auto written = pictureOf(slide, labels, options.scheme, scale).and_then([&](const QByteArray& bytes) {
            return take(names->at(i), bytes);
        });
        if (!written)
            return written;
        if (losses)
            losses->append(slide.losses);
    }
    return {};
}

} // namespace entente::pictures
