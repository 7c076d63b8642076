#include "app/cli/story.h"

#include "app/cli/reading.h"
#include "app/pictures/handout_file.h"
#include "app/pictures/slides_file.h"
#include "app/pictures/story_pdf.h"
#include "app/pictures/story_views.h"
#include "app/pictures/web_page.h"
#include "db/store/whole_file.h"

#include <QFileInfo>

namespace entente::cli {

using model::Result;

namespace {

bool isPage(const Options& options) {
    return options.value("format") == "html";
}

/// An option that makes no sense here, or none.
std::optional<QString> foreignOption(const Options& options) {
    QStringList foreign{"preset", "view", "size", "scale", "bands", "from", "to", "moment", "select", "filter"};
    foreign += isPage(options) ? QStringList{"story", "handout", "blank", "language"} : QStringList();
    if (!options.has("handout"))
        foreign << "blank";
    for (const QString& option : foreign)
        if (options.has(option))
            return option;
    return {};
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

Result<QByteArray> storyBytes(const model::DossierPointer& dossier, const Options& options, QStringList& losses) {
    const auto story = pictures::findStory(*dossier, options.value("story"));
    if (!story)
        return tl::unexpected(story.error());
    if (options.has("handout"))
        return readHandout(options).and_then(
            [&](const pictures::HandoutOptions& handout) { return pictures::handoutOf(dossier, *story, handout); });
    pictures::StoryOptions how;
    how.scheme = options.value("theme") == "dark" ? theme::Scheme::Dark : theme::Scheme::Light;
    how.language = options.value("language");
    return options.value("format") == "pptx" ? pictures::slidesOf(dossier, *story, how, wording::Wording(), &losses)
                                             : pictures::storyPdf(dossier, *story, how);
}

/// What is wrong with the call itself, or nothing.
std::optional<QString> problemOf(const Options& options) {
    if (const auto foreign = foreignOption(options))
        return Text::tr("The option --%1 is for pictures of one view.").arg(*foreign);
    const QString look = options.value("theme");
    if (isPage(options))
        return look.isEmpty() || pictures::webLookOf(look)
                   ? std::nullopt
                   : std::optional(Text::tr("The option --theme takes light, dark or system, not \"%1\".").arg(look));
    if (!options.has("story"))
        return Text::tr("The formats pptx and handout need --story KEY.");
    const QString format = options.value("format");
    if (format != "pdf" && (format != "pptx" || options.has("handout")))
        return options.has("handout") ? Text::tr("A handout is written with --format pdf.")
                                      : Text::tr("A story is written with --format pptx or pdf.");
    if (!QStringList{"", "light", "dark"}.contains(look))
        return Text::tr("The option --theme takes light or dark, not \"%1\".").arg(look);
    return {};
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
    const QString output = options.value("output");
    if (QFileInfo(output).exists() && QFileInfo(output) == QFileInfo(options.operands()[0])) {
        console.complain(Text::tr("%1 is the dossier itself; name another file.").arg(output));
        return WrongCall;
    }
    QStringList losses;
    const Result<QByteArray> bytes =
        isPage(options)
            ? pictures::webPage(opened->dossier, wording::Wording(),
                                pictures::webLookOf(options.value("theme")).value_or(pictures::WebLook::System), {})
            : storyBytes(opened->dossier, options, losses);
    if (!bytes) {
        console.complain(bytes.error());
        return WrongCall;
    }
    for (const QString& loss : losses)
        console.complain(loss);
    if (const auto written = store::writeWhole(output, *bytes); !written) {
        console.complain(written.error());
        return NotWritten;
    }
    return Done;
}

} // namespace entente::cli
