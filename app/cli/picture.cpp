#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/query.h"
#include "app/cli/reading.h"
#include "app/cli/story.h"
#include "app/pictures/presets.h"
#include "db/store/whole_file.h"

namespace entente::cli {

using model::Result;

namespace {

constexpr int smallestSide = 200;
constexpr int largestSide = 16000;

Result<int> readWhole(const QString& text, int low, int high, const QString& problem) {
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber && number >= low && number <= high)
        return number;
    return model::failure(problem);
}

Result<QSize> readSize(const QString& text) {
    const QStringList sides = text.split('x');
    const QString problem = Text::tr("The option --size takes WIDTHxHEIGHT, each from %1 to %2, not \"%3\".")
                                .arg(QString::number(smallestSide), QString::number(largestSide), text);
    if (sides.size() != 2)
        return model::failure(problem);
    const auto width = readWhole(sides[0], smallestSide, largestSide, problem);
    const auto height = readWhole(sides[1], smallestSide, largestSide, problem);
    if (!width || !height)
        return model::failure(problem);
    return QSize(*width, *height);
}

/// The value that the word of an option stands for.
template <typename Value>
Result<Value> readWord(const Options& options, const QString& option, const QString& words,
                       const std::optional<Value>& value) {
    if (value)
        return *value;
    return model::failure(Text::tr("The option --%1 takes %2, not \"%3\".").arg(option, words, options.value(option)));
}

std::optional<theme::Scheme> schemeOf(const QString& word) {
    if (word == "dark")
        return theme::Scheme::Dark;
    return word == "grey" ? std::optional(theme::Scheme::Grey)
                          : (word == "light" ? std::optional(theme::Scheme::Light) : std::nullopt);
}

/// The same, or what is so without the option.
template <typename Value, typename Read>
Result<Value> readWordOr(const Options& options, const QString& option, const QString& words, Read read,
                         Value otherwise) {
    return options.has(option) ? readWord(options, option, words, read(options.value(option)))
                               : Result<Value>(otherwise);
}

Result<std::optional<pictures::Preset>> readPreset(const Options& options) {
    if (!options.has("preset"))
        return std::optional<pictures::Preset>();
    return readWord(options, "preset", "room, document, a4, a3, a2, transparent",
                    pictures::presetOf(options.value("preset")))
        .map([](pictures::Preset preset) { return std::optional(preset); });
}

/// Form, size and colours of the picture; what it shows comes from the dossier.
Result<pictures::Request> readForm(const Options& options) {
    const auto preset = readPreset(options);
    if (!preset)
        return tl::unexpected(preset.error());
    pictures::Request request = *preset ? pictures::requestOf(**preset) : pictures::Request();
    const auto content = readWordOr(options, "view", "timeline, network, both", pictures::contentOf, request.content);
    const auto format = readWord(options, "format", "png, svg, pdf", pictures::formatOf(options.value("format")));
    const auto scheme = readWordOr(options, "theme", "light, dark, grey", schemeOf, request.scheme);
    const auto bands = readWordOr(
        options, "bands", "one, two, auto", [](const QString& word) { return pictures::bandsOf(word); }, request.bands);
    const auto size = options.has("size") ? readSize(options.value("size")) : Result<QSize>(request.size);
    const auto scale = readWhole(options.has("scale") ? options.value("scale") : "1", 1, 4,
                                 Text::tr("The option --scale takes 1 to 4."));
    if (!content || !format)
        return tl::unexpected(content ? format.error() : content.error());
    if (!scheme || !size)
        return tl::unexpected(scheme ? size.error() : scheme.error());
    if (!bands || !scale)
        return tl::unexpected(bands ? scale.error() : bands.error());
    if (options.has("scale") && *format != pictures::Format::Png)
        return model::failure(Text::tr("The option --scale is for PNG."));
    request.content = *content;
    request.format = *format;
    request.bands = *bands;
    request.scheme = *scheme;
    request.size = *size;
    request.scale = *scale;
    return request;
}

/// The stretch that --from and --to name; an end that is not named is that of the whole period.
std::optional<exploration::Span> spanOf(const Query& query, const exploration::Exploration& exploration) {
    if (!query.from && !query.to)
        return std::nullopt;
    exploration::Span span = exploration.wholeSpan();
    if (query.from)
        span.first = static_cast<double>(*query.from);
    if (query.to)
        span.last = static_cast<double>(*query.to + 1);
    return span;
}

/// The opening view of the dossier with what the call changes in it.
Result<exploration::View> readView(const model::DossierPointer& dossier, const Options& options, const Query& query) {
    exploration::Exploration exploration;
    exploration.open(dossier);
    if (options.has("select")) {
        const model::Subject subject = dossier->find(options.value("select"));
        if (model::isNothing(subject))
            return model::failure(Text::tr("Nothing in the dossier has the key \"%1\".").arg(options.value("select")));
        exploration.select(subject);
    }
    if (!query.moments.isEmpty())
        exploration.setMoment(query.moments.first());
    exploration.setFilter(query.filter);
    exploration::View view = exploration.view();
    view.span = spanOf(query, exploration);
    if (view.span && view.span->last <= view.span->first)
        return model::failure(Text::tr("The span of --from and --to lies outside the whole period; give both."));
    return view;
}

Result<Query> readPictureQuery(const Options& options) {
    return readQuery(options).and_then([](Query query) -> Result<Query> {
        if (query.moments.size() > pictures::mostMoments)
            return model::failure(
                Text::tr("A picture shows at most %1 moments side by side: --moment is given %2 times.")
                    .arg(QString::number(pictures::mostMoments), QString::number(query.moments.size())));
        return query;
    });
}

int refuse(const model::Finding& finding, Console& console) {
    console.complain(finding);
    return WrongCall;
}

int draw(const store::Opened& opened, const pictures::Request& request, const Options& options, Console& console) {
    const QString output = options.value("output");
    if (const auto refusal = refusalToWrite(output, options, console))
        return *refusal;
    const auto bytes = pictures::render(opened.dossier, request, wording::Wording());
    if (!bytes) {
        console.complain(bytes.error());
        return NotWritten;
    }
    if (const auto written = store::writeWhole(output, *bytes); !written) {
        console.complain(written.error());
        return NotWritten;
    }
    return Done;
}

int exportPicture(const Options& options, Console& console) {
    if (isOfWhole(options))
        return exportWhole(options, console);
    for (const char* foreign : {"blank", "language"})
        if (options.has(foreign)) {
            console.complain(Text::tr("The option --%1 is for stories.").arg(QLatin1String(foreign)));
            return WrongCall;
        }
    for (const auto& [needed, value] : {std::pair("view", "timeline|network|both"), std::pair("size", "WxH")})
        if (!options.has(needed) && !options.has("preset")) {
            console.complain(Text::tr("The option --%1 %2 is missing.").arg(needed, value));
            return WrongCall;
        }
    auto request = readForm(options);
    const auto query = readPictureQuery(options);
    if (!request || !query)
        return refuse(request ? query.error() : request.error(), console);
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    const auto view = readView(opened->dossier, options, *query);
    if (!view)
        return refuse(view.error(), console);
    request->view = *view;
    request->moments = query->moments;
    if (const auto preset = pictures::presetOf(options.value("preset")); preset && query->moments.isEmpty())
        request->moments = pictures::suggestedMoments(*preset, *opened->dossier, *view);
    return draw(*opened, *request, options, console);
}

QList<OptionForm> pictureOptions() {
    using Use = OptionForm::Use;
    return {
        {"preset", "NAME", Text::tr("room, document, a4, a3, a2 or transparent: view and size, which may be said too")},
        {"view", "timeline|network|both", Text::tr("what is drawn; needed for a picture without a preset")},
        {"format", "png|svg|pdf|html|pptx",
         Text::tr("of a picture; html: the whole dossier as one page; pptx, pdf, png: a story"), Use::Needed},
        {"size", "WxH", Text::tr("width and height, for instance 1600x1000; needed without a preset")},
        {"scale", "N", Text::tr("PNG: pixels for one of the size, 1 to 4")},
        {"bands", "one|two|auto", Text::tr("whether a dense part of the time is enlarged below; auto unless said")},
        {"from", "EDTF", Text::tr("the timeline begins on the first day of this date")},
        {"to", "EDTF", Text::tr("the timeline ends on the last day of this date")},
        {"moment", "EDTF", Text::tr("the network as of the last day of this date; several: side by side"),
         Use::Repeated},
        {"select", "KEY", Text::tr("what is selected")},
        {"filter", "FILTER", Text::tr("show what fits, for instance \"importance>=4\"")},
        {"theme", "light|dark|grey|system", Text::tr("the colours; light unless said, of a page those of the system")},
        {"story", "KEY", Text::tr("write this story, a slide, page or picture a scene")},
        {"handout", "2|3|4|6", Text::tr("PDF: a story as a handout with so many scenes a page")},
        {"blank", "none|dates|names|labels", Text::tr("what a handout leaves out to be filled in")},
        {"language", "CODE", Text::tr("of a story's texts, where the dossier has them in it: \"fa\"")},
        {"output", "FILE", Text::tr("the file to write; of a story as png the folder"), Use::Needed},
        forceOption()};
}

} // namespace

Command exportCommand() {
    return {"export",
            {{"FILE"}, false, pictureOptions()},
            Text::tr("Draw the timeline, the network or both; or write a story or a web page."),
            Text::tr("Begins from the opening view of the dossier. The whole period is drawn unless --from or --to say "
                     "otherwise. The same call gives the same bytes."),
            exportPicture,
            true};
}

} // namespace entente::cli
