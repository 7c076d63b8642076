#pragma once

#include "app/pictures/formats.h"
#include "app/pictures/story_panels.h"

namespace entente::pictures {

/// A page of a story is this large, in logical pixels: 16 by 9.
inline constexpr QSizeF slideSize(1920, 1080);

/// How a story is told.
struct StoryOptions {
    theme::Scheme scheme = theme::Scheme::Light;
    QString language; ///< of the texts, where the dossier has them in it: "fa"; empty: the dossier's own
};

/// Words in a frame on a slide. Long ones have smaller type; what the smallest leaves out is cut by who draws.
struct SlideText {
    QRectF frame;
    QStringList paragraphs;
    int pixels = 0; ///< size of the type
    bool bold = false;
    theme::Role role = theme::Role::Ink;
};

/// A picture in a frame on a slide.
struct SlidePicture {
    QRectF frame;
    Sheet sheet; ///< as large as the frame
    QString name, words;
};

/// One scene as a slide: date, headline and points left, network right, timeline below, sources at the foot.
struct StorySlide {
    SlideText date, headline, points, sources, counter;
    QList<SlidePicture> pictures;
    QStringList notes; ///< paragraphs for who presents, with question and answer
    QStringList losses;
};

/// The slides of a story. Errors: no such story, or it has no scenes, or its progress ended it.
model::Result<QList<StorySlide>> storySlides(const model::DossierPointer& dossier, model::StoryId story,
                                             const StoryOptions& options, const wording::Wording& wording,
                                             const Progress& progress = {});

/// The title of a story in a language.
QString titleOfStory(const model::Dossier& dossier, model::StoryId story, const QString& language);

/// What the file of a story says of itself.
Labels labelsOfStory(const model::Dossier& dossier, model::StoryId story, const QString& language,
                     const wording::Wording& wording);

/// The sources that a scene names, by who published, each once: "Sources: TASS; IRNA."; empty without. One that is
/// later than may be seen does not tell its title.
QString sourcesOfScene(const model::Dossier& dossier, const model::Scene& scene, const presentation::Veil& veil);

/// A text without the marks of citations and of emphasis.
QString plainWords(const wording::Wording& wording, const QString& text);

/// The font of a size in the look of the program.
QFont slideFont(int pixels, bool bold);
/// The largest size, from `largest` down to `smallest`, in which paragraphs fit into a frame.
int fittingPixels(const QStringList& paragraphs, QSizeF frame, bool bold, int largest, int smallest);
/// How high paragraphs are in a width.
double heightOf(const QStringList& paragraphs, double width, int pixels, bool bold);

/// Draws a slide with its ground.
void paintSlide(QPainter& painter, const StorySlide& slide, theme::Scheme scheme);
/// Draws the words of a slide into their frame; cuts what does not fit.
void paintWords(QPainter& painter, const theme::Theme& look, const SlideText& text, const QString& bullet = {});

} // namespace entente::pictures
