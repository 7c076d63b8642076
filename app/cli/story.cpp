#include "app/cli/story.h"

#include "app/cli/output.h"
#include "app/cli/reading.h"
#include "app/pictures/handout_file.h"
#include "app/pictures/slides_file.h"
#include "app/pictures/story_pdf.h"
#include "app/pictures/story_pictures.h"
#include "app/pictures/story_views.h"
#include "app/pictures/web_page.h"
#include "db/store/whole_file.h"

namespace entente::cli {

using model::Result;

namespace {

bool isPage(const Options& options) {
    return options.value("format") == "html";
}

/// What is wrong with an option that would have no effect, or nothing.
std::optional<QString> foreignOption(const Options& options) {
    for (const char* option : {"preset", "view", "size", "bands", "from", "to", "moment", "select", "filter"})
        if (options.has(option))
            return Text::tr("The option --%1 is for pictures of one view.").arg(QLatin1String(option));
    for (const char* option : {"story", "handout", "blank", "language"})
        if (isPage(options) && options.has(option))
            return Text::tr("The option --%1 is for stories, not for a page.").arg(QLatin1String(option));
    if (options.has("blank") && !options.has("handout"))
        return Text::tr("The option --blank is for handouts.");
    if (options.has("scale") && options.value("format") != "png")
        return Text::tr("The option --scale is for PNG.");
    if (options.has("theme") && options.has("handout"))
        return Text::tr("A handout is always light; leave --theme out.");
    return {};
}

Result<int> readScale(const Options& options) {
    bool isNumber = true;
    const int scale = options.has("scale") ? options.value("scale").toInt(&isNumber) : 1;
    if (isNumber && scale >= 1 && scale <= 4)
        return scale;
    return model::failure(Text::tr("The option --scale takes 1 to 4."));
}

Result<void> checkLanguage(const model::Dossier& dossier, const Options& options) {
    const QString language = options.value("language");
    const auto& translations = dossier.tables().translations;
    if (!options.has("language") || language == dossier.head().language ||
        std::any_of(translations.begin(), translations.end(),
                    [&](const model::Translation& each) { return each.language == language; }))
        return {};
    return model::failure(Text::tr("The dossier has no texts in the language \"%1\".").arg(language));
}

Result<pictures::HandoutOptions> readHandout(const Options& options) {
    pictures::HandoutOptions handout;
    handout.language = options.value("language");
    bool isNumber = false;
    handout.perPage = options.value("handout").toInt(&isNumber);
    if (!isNumber || !QList{2, 3, 4, 6}.contains(handout.perPage))
        return model::failure(Text::tr("The option --handout takes 2, 3, 4 or 6 scenes a page, not \"%1\".")
                                  .arg(options.value("handout")));
    const auto blank = options.has("blank") ? pictures::blankOf(options.value("blank")) : pictures::Blank::None;
    if (!blank)
        return model::failure(
            Text::tr("The option --blank takes none, dates, names or labels, not \"%1\".").arg(options.value("blank")));
    handout.blank = *blank;
    return handout;
}

pictures::StoryOptions readStoryOptions(const Options& options) {
    pictures::StoryOptions how;
    how.scheme = options.value("theme") == "dark" ? theme::Scheme::Dark : theme::Scheme::Light;
    how.language = options.value("language");
    return how;
}

/// Whom and how a call tells; errors are those of the call.
struct Telling {
    model::DossierPointer dossier;
    model::StoryId story;
    pictures::StoryOptions how;
    pictures::HandoutOptions handout;
    int scale = 1;
};

Result<Telling> readTelling(const model::DossierPointer& dossier, const Options& options) {
    const auto story = pictures::findStory(*dossier, options.value("story"));
    const auto handout = options.has("handout") ? readHandout(options) : pictures::HandoutOptions();
    const auto scale = readScale(options);
    if (!story || !handout)
        return tl::unexpected(story ? handout.error() : story.error());
    if (!scale)
        return tl::unexpected(scale.error());
    return checkLanguage(*dossier, options).map([&] {
        return Telling{dossier, *story, readStoryOptions(options), *handout, *scale};
    });
}

Result<QByteArray> bytesOf(const Telling& telling, const Options& options, QStringList& losses) {
    const wording::Wording wording;
    if (options.has("handout"))
        return pictures::handoutOf(telling.dossier, telling.story, telling.handout, wording, {}, &losses);
    return options.value("format") == "pptx"
               ? pictures::slidesOf(telling.dossier, telling.story, telling.how, wording, &losses)
               : pictures::storyPdf(telling.dossier, telling.story, telling.how, wording, {}, &losses);
}

/// What is wrong with the call itself, or nothing.
std::optional<QString> problemOf(const Options& options) {
    if (auto foreign = foreignOption(options))
        return foreign;
    const QString look = options.value("theme");
    if (isPage(options))
        return look.isEmpty() || pictures::webLookOf(look)
                   ? std::nullopt
                   : std::optional(Text::tr("The option --theme takes light, dark or system, not \"%1\".").arg(look));
    if (!options.has("story"))
        return Text::tr("The formats pptx and handout need --story KEY.");
    const QString format = options.value("format");
    if (options.has("handout") && format != "pdf")
        return Text::tr("A handout is written with --format pdf.");
    if (!QStringList{"pdf", "pptx", "png"}.contains(format))
        return Text::tr("A story is written with --format pptx, pdf or png.");
    if (!QStringList{"", "light", "dark"}.contains(look))
        return Text::tr("The option --theme takes light or dark, not \"%1\".").arg(look);
    return {};
}

/// The code of what is done, once it is known what was left out.
int doneWith(const QStringList& losses, Console& console) {
    for (const QString& loss : losses)
        console.complain(loss);
    return losses.isEmpty() ? Done : Findings;
}

int fail(const model::Finding& finding, ExitCode code, Console& console) {
    console.complain(finding);
    return code;
}

int writePage(const model::DossierPointer& dossier, const Options& options, Console& console) {
    const QString output = options.value("output");
    if (const auto refusal = refusalToWrite(output, options, console))
        return *refusal;
    const auto look = pictures::webLookOf(options.value("theme")).value_or(pictures::WebLook::System);
    const auto written =
        pictures::webPage(dossier, wording::Wording(), look, {}).and_then([&](const QByteArray& bytes) {
            return store::writeWhole(output, bytes);
        });
    return written ? Done : fail(written.error(), NotWritten, console);
}

int writePictures(const Telling& telling, const Options& options, Console& console) {
    const QString folder = options.value("output");
    const auto names = pictures::storyPictureNames(*telling.dossier, telling.story);
    if (!names)
        return fail(names.error(), NotWritten, console);
    for (const QString& name : *names)
        if (const auto refusal = refusalToWrite(folder + '/' + name, options, console))
            return *refusal;
    QStringList losses;
    const auto take = [&](const QString& name, const QByteArray& bytes) {
        return store::writeAll(folder, {{name, bytes}});
    };
    const auto written = pictures::storyPictures(telling.dossier, telling.story, telling.how, telling.scale,
                                                 wording::Wording(), take, &losses);
    return written ? doneWith(losses, console) : fail(written.error(), NotWritten, console);
}

int writeStory(const Telling& telling, const Options& options, Console& console) {
    const QString output = options.value("output");
    if (const auto refusal = refusalToWrite(output, options, console))
        return *refusal;
    QStringList losses;
    const auto written = bytesOf(telling, options, losses).and_then([&](const QByteArray& bytes) {
        return store::writeWhole(output, bytes);
    });
    return written ? doneWith(losses, console) : fail(written.error(), NotWritten, console);
}

} // namespace

bool isOfWhole(const Options& options) {
    return isPage(options) || options.has("story") || options.has("handout") || options.value("format") == "pptx";
}

int exportWhole(const Options& options, Console& console) {
    if (const auto problem = problemOf(options)) {
        console.complain(*problem);
        return WrongCall;
    }
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    if (isPage(options))
        return writePage(opened->dossier, options, console);
    const auto telling = readTelling(opened->dossier, options);
    if (!telling)
        return fail(telling.error(), WrongCall, console);
    return options.value("format") == "png" ? writePictures(*telling, options, console)
                                            : writeStory(*telling, options, console);
}

} // namespace entente::cli
