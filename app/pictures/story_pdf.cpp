#include "app/pictures/story_pdf.h"

#include "app/pictures/stable_hashes.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>

namespace entente::pictures {

namespace {

constexpr int resolution = 96;

} // namespace

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

model::Result<QByteArray>
pagesOf(const QSizeF& page, const Labels& labels,
        const std::function<void(QPainter& painter, const std::function<bool()>& next)>& paint) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    bool isWritten = true;
    const StableHashes stable;
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution);
        writer.setTitle(labels.title);
        writer.setCreator(QStringLiteral("Entente"));
        writer.setDocumentXmpMetadata(xmpOf(labels));
        writer.setPageSize(QPageSize(page * 72 / resolution, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        QPainter painter;
        isWritten = painter.begin(&writer);
        if (isWritten) {
            painter.setRenderHint(QPainter::Antialiasing);
            paint(painter, [&] { return isWritten = writer.newPage(); });
            isWritten = painter.end() && isWritten;
        }
    }
    if (!isWritten)
        return model::failure(Text::tr("The document could not be written as PDF."));
    fixPdf(bytes, labels);
    return bytes;
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
    return pagesOf(slideSize, labelsOfStory(*dossier, story, options.language, wording),
                   [&](QPainter& painter, const std::function<bool()>& next) {
                       for (qsizetype i = 0; i < slides->size(); ++i)
                           if (i == 0 || next())
                               paintSlide(painter, (*slides)[i], options.scheme);
                   });
}

} // namespace entente::pictures
