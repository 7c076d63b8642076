#include "app/pictures/story_pdf.h"

namespace entente::pictures {

void paintSlide(QPainter& painter, const StorySlide& slide, theme::Scheme scheme) {
    const theme::Theme look(scheme);
    painter.fillRect(QRectF(QPointF(0, 0), slideSize), look.color(theme::Role::Ground));
    for (const SlidePicture& picture : slide.pictures) {
        painter.save();
        painter.translate(picture.frame.topLeft());
        paintSheet(painter, picture.sheet);
        painter.restore();
    }
    for (const SlideText& text : {slide.date, slide.headline, slide.sources})
        paintWords(painter, look, text);
    paintWords(painter, look, slide.points, Text::tr("–", "before a point of a slide"));
    SlideText counter = slide.counter;
    const double width = QFontMetricsF(slideFont(counter.pixels, false)).horizontalAdvance(counter.paragraphs.value(0));
    counter.frame.setLeft(counter.frame.right() - width - 1);
    paintWords(painter, look, counter);
}

model::Result<QByteArray> storyPdf(const model::DossierPointer& dossier, model::StoryId story,
                                   const StoryOptions& options, const wording::Wording& wording,
                                   const Progress& progress, QStringList* losses) {
    const auto slides = storySlides(dossier, story, options, wording, progress);
    if (!slides)
        return tl::unexpected(slides.error());
    for (const StorySlide& slide : *slides)
        if (losses)
            losses->append(slide.losses);
    Labels labels = labelsOfStory(*dossier, story, options.language, wording);
    for (const StorySlide& slide : *slides)
        labels.bookmarks.append({slide.headline.paragraphs.join(' '), labels.bookmarks.size()});
    return pagesOf(slideSize, labels, [&](QPainter& painter, const std::function<bool()>& next) {
        for (qsizetype i = 0; i < slides->size(); ++i)
            if (i == 0 || next())
                paintSlide(painter, (*slides)[i], options.scheme);
    });
}

} // namespace entente::pictures
