#include "app/pictures/story_slide.h"

#include "app/presentation/audience_scene.h"
#include "app/presentation/view_of_scene.h"

#include <cmath>

namespace entente::pictures {

using theme::Role;

namespace {

constexpr double slideMargin = 94;
constexpr double fullWidth = 1732;
constexpr int dateSize = 44, leastDate = 36, smallSize = 26; // the last row reads 36 pixels
constexpr int largestHeadline = 84, smallestHeadline = 26;
constexpr int largestPoint = 44, smallestPoint = 24;
constexpr double slideEventTitle = 36;
constexpr double networkRight = 1852; // where forms are round it looks like the right margin

/// The frame of a network of a width: always of the same shape, so that everybody stands where they do in the others.
QRectF networkFrame(double width) {
    const QSizeF size = presentation::networkSize;
    return {networkRight - width, 60, width, std::round(width * size.height() / size.width())};
}

/// Where things stand on a slide, by what it shows.
struct Places {
    QRectF date, headline, points, network, timeline;
    int headlineSize = largestHeadline;
};

Places placesOf(Content content) {
    switch (content) {
    case Content::Timeline:
        return {{slideMargin, 54, fullWidth, 62},   {slideMargin, 116, fullWidth, 84},
                {slideMargin, 214, fullWidth, 206}, {},
                {slideMargin, 432, fullWidth, 566}, 64};
    case Content::Network:
        return {{slideMargin, 54, 580, 62},
                {slideMargin, 120, 580, 420},
                {slideMargin, 560, 580, 420},
                networkFrame(1138),
                {},
                76};
    case Content::Both:
        break;
    }
    return {{slideMargin, 54, 830, 62},         {slideMargin, 120, 830, 300},
            {slideMargin, 440, 830, 330},       networkFrame(presentation::networkSize.width()),
            {slideMargin, 797, fullWidth, 208}, largestHeadline};
}

PanelForm formOf(const QRectF& frame, theme::Scheme scheme) {
    return {frame.size(), scheme, 1, 1, slideEventTitle};
}

/// Builds the slide of one scene.
class SlideMaker {
public:
    SlideMaker(const model::DossierPointer& dossier, model::SceneId scene, const StoryOptions& options,
               const wording::Wording& wording, const presentation::StoryPlaces& places, qsizetype place)
        : m_dossier(dossier), m_scene(dossier->tables().scenes[scene.index]), m_options(options), m_wording(wording),
          m_places(places), m_place(place), m_view(sceneViewOf(dossier, m_scene)) {}

    StorySlide make(qsizetype number, qsizetype count);

private:
    QString text(const QString& field, const QString& original) const {
        return translated(*m_dossier, m_options.language, m_scene.key, field, original);
    }
    /// As the class may read it.
    QString shown(const QString& words) const {
        return presentation::visibleWords(*m_dossier, plainWords(m_wording, words).simplified(), m_view.veil);
    }
    QString momentWords(QChar space = ' ') const;
    SlideText dateIn(QRectF frame) const;
    void addWords(Places places);
    void addPictures(const Places& places);
    void addNotes();

    const model::DossierPointer& m_dossier;
    const model::Scene& m_scene;
    const StoryOptions& m_options;
    const wording::Wording& m_wording;
    const presentation::StoryPlaces& m_places;
    qsizetype m_place; ///< of the scene, in these
    SceneView m_view;
    StorySlide m_made;
};

StorySlide SlideMaker::make(qsizetype number, qsizetype count) {
    const Places places = placesOf(m_view.content);
    addWords(places);
    addPictures(places);
    addNotes();
    m_made.counter = {{slideMargin + fullWidth - 300, 1014, 300, 36},
                      {Text::tr("%1 of %2", "number of a slide").arg(number).arg(count)},
                      smallSize,
                      false,
                      Role::Ink3};
    m_made.losses = m_view.losses;
    return m_made;
}

/// With the moment that it is compared with, which the signs on ties speak of; short, as type gives way to them.
/// @param space between the words of each date
QString SlideMaker::momentWords(QChar space) const {
    const exploration::View& view = m_view.view;
    if (!view.compared)
        return m_wording.day(view.moment, wording::Style::Full);
    const auto inShort = [&](model::Day day) { return m_wording.day(day, wording::Style::Short).replace(' ', space); };
    return Text::tr("%1, compared with %2", "two dates").arg(inShort(view.moment), inShort(*view.compared));
}

/// On one line, else on as many as it takes where the last row reads it.
SlideText SlideMaker::dateIn(QRectF frame) const {
    QStringList date{momentWords()};
    const int size = fittingPixels(date, frame.size(), false, dateSize, leastDate);
    if (heightOf(date, frame.width(), size, false) > frame.height()) {
        date = {momentWords(QChar::Nbsp)};
        frame.setHeight(std::max(frame.height(), heightOf(date, frame.width(), size, false)));
    }
    return {frame, date, size, false, Role::Ink2};
}

/// The headline stands below the date and points right below that, whether they are long or short.
void SlideMaker::addWords(Places places) {
    if (!m_view.veil.dates) {
        m_made.date = dateIn(places.date);
        places.headline.setTop(places.headline.top() + m_made.date.frame.height() - places.date.height());
    }
    const QStringList headline{shown(text("headline", m_scene.headline))};
    const int size = fittingPixels(headline, places.headline.size(), true, places.headlineSize, smallestHeadline);
    m_made.headline = {places.headline, headline, size, true, Role::Ink};
    const double height = std::min(places.headline.height(), heightOf(headline, places.headline.width(), size, true));
    QRectF below = places.points;
    below.setTop(places.headline.top() + height + 26);
    QStringList points;
    for (const QString& point : m_scene.points)
        points.append(shown(point));
    points.removeAll(QString());
    const QSizeF room(below.width() - 1.1 * largestPoint, below.height());
    m_made.points = {below, points, fittingPixels(points, room, false, largestPoint, smallestPoint), false, Role::Ink};
    m_made.headline.frame.setHeight(height + 4);
    m_made.sources = {{slideMargin, 1014, fullWidth - 320, 36},
                      {sourcesOfScene(*m_dossier, m_scene, m_view.veil)},
                      smallSize,
                      false,
                      Role::Ink3};
    m_made.sources.paragraphs.removeAll(QString());
}

void SlideMaker::addPictures(const Places& places) {
    const auto add = [this](const QRectF& frame, const Sheet& sheet, const QString& name) {
        m_made.pictures.append({frame, sheet, name, panelWords(m_view, sheet, m_wording)});
    };
    if (!places.network.isEmpty())
        add(places.network,
            storyNetworkPanel(m_view, m_wording, places.network.size(), m_options.scheme, m_places, m_place),
            Text::tr("Network"));
    if (!places.timeline.isEmpty())
        add(places.timeline, timelinePanel(m_view, m_wording, formOf(places.timeline, m_options.scheme)),
            Text::tr("Timeline"));
}

void SlideMaker::addNotes() {
    const auto add = [this](const QString& words) {
        for (const QString& paragraph : plainWords(m_wording, words).split('\n', Qt::SkipEmptyParts))
            m_made.notes.append(paragraph.simplified());
    };
    add(text("notes", m_scene.notes));
    if (!m_scene.question.isEmpty())
        add(Text::tr("Question: %1").arg(text("question", m_scene.question)));
    if (!m_scene.answer.isEmpty())
        add(Text::tr("Answer: %1").arg(text("answer", m_scene.answer)));
    m_made.notes.removeAll(QString());
}

bool isFrom(const model::Source& source, const presentation::Veil& veil) {
    const auto date = model::Edtf::parse(source.published);
    return !veil.horizon || (date && date->latest().isKnown() && isVisible(date->latest().day, veil));
}

QString nameOf(const model::Source& source, const presentation::Veil& veil) {
    const QString title = isFrom(source, veil) ? source.title : QString();
    const QString& name = !source.publisher.isEmpty() ? source.publisher
                          : !source.author.isEmpty()  ? source.author
                                                      : title;
    return name.simplified();
}

} // namespace

QString sourcesOfScene(const model::Dossier& dossier, const model::Scene& scene, const presentation::Veil& veil) {
    QStringList names;
    for (const model::CitationId id : scene.citations) {
        const model::SourceId source = id.isValid() ? dossier.citation(id).source : model::SourceId();
        if (source.isValid())
            names.append(nameOf(dossier.source(source), veil));
    }
    names.removeAll(QString());
    names.removeDuplicates();
    if (names.isEmpty())
        return {};
    const QString all = Text::tr("Sources: %1.").arg(names.join(Text::tr("; ", "between sources")));
    return presentation::visibleWords(dossier, all, veil);
}

QString titleOfStory(const model::Dossier& dossier, model::StoryId story, const QString& language) {
    const model::Story& told = dossier.tables().stories[story.index];
    const QString title = translated(dossier, language, told.key, QStringLiteral("title"), told.title).simplified();
    return title.isEmpty() ? dossier.head().title.simplified() : title;
}

Labels labelsOfStory(const model::Dossier& dossier, model::StoryId story, const QString& language,
                     const wording::Wording& wording) {
    const model::Story& told = dossier.tables().stories[story.index];
    return {titleOfStory(dossier, story, language),
            translated(dossier, language, told.key, QStringLiteral("summary"), told.summary).simplified(),
            dossier.head().authors, colophonOf(dossier, wording), dossier.head().modified};
}

model::Result<QList<StorySlide>> storySlides(const model::DossierPointer& dossier, model::StoryId story,
                                             const StoryOptions& options, const wording::Wording& wording,
                                             const Progress& progress) {
    const auto scenes = scenesOf(*dossier, story);
    if (!scenes)
        return tl::unexpected(scenes.error());
    QList<StorySlide> slides;
    const auto goesOn = [&] {
        return !progress || progress(static_cast<double>(slides.size()) / static_cast<double>(scenes->size()));
    };
    const QList<model::Scene> told = presentation::scenesOf(*dossier, story);
    const auto places = presentation::storyPlaces({dossier, told, presentation::networkSize}, wording);
    for (const model::SceneId scene : *scenes) {
        if (!goesOn())
            return tl::unexpected(ended());
        const QString& key = dossier->tables().scenes[scene.index].key;
        const auto place = std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.key == key; });
        slides.append(SlideMaker(dossier, scene, options, wording, places, place - told.begin())
                          .make(slides.size() + 1, scenes->size()));
    }
    if (!goesOn())
        return tl::unexpected(ended());
    return slides;
}

} // namespace entente::pictures
