#include "app/pictures/picture.h"

#include "app/pictures/formats.h"
#include "app/pictures/source_pages.h"
#include "app/pictures/stable_hashes.h"

namespace entente::pictures {

namespace {

constexpr int smallestSide = 200;
constexpr int largestSide = 16000;
constexpr int largestScale = 4;
constexpr qint64 mostPixels = 100'000'000;

std::optional<model::Finding> refusalOf(const Request& request) {
    const QSize size = request.size;
    const int scale = request.format == Format::Png ? request.scale : 1;
    const auto isSide = [](int side) { return side >= smallestSide && side <= largestSide; };
    if (!isSide(size.width()) || !isSide(size.height()))
        return model::failure(Text::tr("A picture is from %1 to %2 pixels wide and high, not %3 by %4.")
                                  .arg(QString::number(smallestSide), QString::number(largestSide),
                                       QString::number(size.width()), QString::number(size.height())))
            .value();
    if (request.moments.size() > mostMoments)
        return model::failure(Text::tr("A picture shows at most %1 moments side by side, not %2.")
                                  .arg(QString::number(mostMoments), QString::number(request.moments.size())))
            .value();
    if (request.scale < 1 || request.scale > largestScale)
        return model::failure(Text::tr("The scale of a picture is 1 to %1, not %2.")
                                  .arg(QString::number(largestScale), QString::number(request.scale)))
            .value();
    const qint64 pixels = qint64{size.width()} * size.height() * scale * scale;
    if (pixels > mostPixels)
        return model::failure(
                   Text::tr("A picture has at most %1 megapixels; this one would have %2.")
                       .arg(QString::number(mostPixels / 1'000'000), QString::number((pixels + 999'999) / 1'000'000)),
                   Text::tr("Choose a smaller size or scale."))
            .value();
    return std::nullopt;
}

Labels labelsOf(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording) {
    return {titleOf(*dossier, request), altText(dossier, request, wording), dossier->head().authors,
            colophonOf(*dossier, wording), dossier->head().modified};
}

/// A picture with the sheets that follow it.
QList<Sheet> withSources(const Sheet& sheet, const model::DossierPointer& dossier, const Request& request,
                         const wording::Wording& wording) {
    QList<Sheet> sheets{sheet};
    if (hasSourceSheets(request))
        sheets += sourceSheets(dossier, request, wording, sheet.size);
    return sheets;
}

model::Result<QByteArray> write(const Sheet& sheet, const model::DossierPointer& dossier, const Request& request,
                                const wording::Wording& wording) {
    Labels labels = labelsOf(dossier, request, wording);
    switch (request.format) {
    case Format::Svg:
        return svgOf(sheet, labels);
    case Format::Pdf: {
        const QList<Sheet> sheets = withSources(sheet, dossier, request, wording);
        if (sheets.size() > 1)
            labels.bookmarks = {{labels.title, 0}, {Text::tr("Sources"), 1}};
        return pdfOf(sheets, labels);
    }
    case Format::Png:
        break;
    }
    return pngOf(sheet, labels, request.scale);
}

constexpr double composed = 0.8; // of the work
constexpr double counted = 0.3;  // of the work
constexpr int mostCounts = 12;
constexpr qsizetype fewestEvents = 6, fewestBesideNetworks = 3, mostLargeTitles = 24;

/// A request whose names are to be large with as many events as have room for that; with all, and whatever type they
/// have room for, if only a few would be left.
Request withLargeTitles(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
                        const Progress& progress) {
    const qsizetype all = eventsIn(*dossier, request).size();
    qsizetype count = std::min(all, mostLargeTitles);
    for (int tries = 0; tries < mostCounts && count >= std::min(all, fewestEvents); ++tries) {
        const auto goesOn = [&](double share) { return progress(counted * (tries + share) / mostCounts); };
        Request fewer = request;
        fewer.mostEvents = count == all ? 0 : count;
        const qsizetype unnamed = goesOn(0) ? composedTimeline(dossier, fewer, wording, goesOn).unnamed() : 0;
        if (unnamed == 0)
            return fewer;
        count -= std::max<qsizetype>(1, unnamed / 2);
    }
    Request whole = request;
    whole.leastEventTitle = 0;
    return whole;
}

/// A request of few events with so few that each is named beside its mark, but not fewer than six for that: rather than
/// leave out more, some have numbers. Beside networks, where there is no room to explain these, not fewer than three.
Request settled(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
                const Progress& progress) {
    if (hasLargeTitles(request) && request.mostEvents <= 0)
        return withLargeTitles(dossier, request, wording, progress);
    Request fewer = request;
    const qsizetype all = eventsIn(*dossier, request).size();
    const qsizetype fewest = showsNetwork(request) ? fewestBesideNetworks : fewestEvents;
    if (request.mostEvents <= 0 || all <= fewest)
        return fewer;
    fewer.mostEvents = std::min(request.mostEvents, all);
    const auto isNamed = [](const TimelinePart& timeline) {
        return timeline.unnamed() == 0 && timeline.keys().isEmpty();
    };
    for (int tries = 0; tries < mostCounts && fewer.mostEvents > fewest; ++tries) {
        const auto goesOn = [&](double share) { return progress(counted * (tries + share) / mostCounts); };
        if (!goesOn(0) || isNamed(composedTimeline(dossier, fewer, wording, goesOn)))
            break;
        --fewer.mostEvents;
    }
    return fewer;
}

/// Composes a sheet unless that is ended.
model::Result<Sheet> composeUnlessEnded(const model::DossierPointer& dossier, const Request& request,
                                        const wording::Wording& wording, const Progress& progress) {
    bool isEnded = false;
    const auto goesOn = [&](double share) {
        isEnded = isEnded || !progress(share * composed);
        return !isEnded;
    };
    const Sheet sheet = compose(dossier, request, wording, goesOn);
    if (isEnded || !progress(composed))
        return tl::unexpected(ended());
    return sheet;
}

} // namespace

model::Finding ended() {
    return model::failure(Text::tr("It was ended before it was done.")).value();
}

model::Result<QByteArray> render(const model::DossierPointer& dossier, const Request& request,
                                 const wording::Wording& wording, const Progress& progress) {
    if (const auto refusal = refusalOf(request))
        return tl::unexpected(*refusal);
    const StableHashes stable;
    const Progress told = rising(progress);
    const Request drawn = settled(dossier, request, wording, told);
    return composeUnlessEnded(dossier, drawn, wording, told).and_then([&](const Sheet& sheet) {
        return write(sheet, dossier, drawn, wording);
    });
}

model::Result<Sheet> sheetOf(const model::DossierPointer& dossier, const Request& request,
                             const wording::Wording& wording, const Progress& progress) {
    if (const auto refusal = refusalOf(request))
        return tl::unexpected(*refusal);
    const StableHashes stable;
    const Progress told = rising(progress);
    return composeUnlessEnded(dossier, settled(dossier, request, wording, told), wording, told);
}

model::Result<Preview> previewOf(const model::DossierPointer& dossier, const Request& request,
                                 const wording::Wording& wording, QSize most, const Progress& progress) {
    if (const auto refusal = refusalOf(request))
        return tl::unexpected(*refusal);
    const StableHashes stable;
    const Progress told = rising(progress);
    const Request drawn = settled(dossier, request, wording, told);
    const auto sheet = composeUnlessEnded(dossier, drawn, wording, told);
    if (!sheet)
        return tl::unexpected(sheet.error());
    return Preview{withSources(*sheet, dossier, drawn, wording), previewImage(*sheet, request, most),
                   altText(dossier, drawn, wording)};
}

QImage previewImage(const Sheet& sheet, const Request& request, QSize most) {
    const double fitting = sheet.size.scaled(most, Qt::KeepAspectRatio).width() / sheet.size.width();
    const Surface surface = request.format == Format::Png ? Surface::SeenThrough : Surface::Opaque;
    return imageOf(sheet, std::min<double>(request.scale, fitting), surface);
}

model::Result<std::unique_ptr<QMimeData>> clipboardData(const model::DossierPointer& dossier, const Request& request,
                                                        const wording::Wording& wording, const Progress& progress) {
    Request withoutPages = request;
    withoutPages.format = Format::Png;
    if (const auto refusal = refusalOf(withoutPages))
        return tl::unexpected(*refusal);
    const StableHashes stable;
    const Progress told = rising(progress);
    const Request drawn = settled(dossier, withoutPages, wording, told);
    const auto sheet = composeUnlessEnded(dossier, drawn, wording, told);
    if (!sheet)
        return tl::unexpected(sheet.error());
    const Labels labels = labelsOf(dossier, drawn, wording);
    const auto png = pngOf(*sheet, labels, request.scale);
    const auto svg = svgOf(*sheet, labels);
    if (!png || !svg)
        return tl::unexpected(png ? svg.error() : png.error());
    auto data = std::make_unique<QMimeData>();
    data->setData(QStringLiteral("image/png"), *png);
    data->setData(QStringLiteral("image/svg+xml"), *svg);
    data->setText(labels.description);
    return data;
}

QString wordOf(Format format) {
    switch (format) {
    case Format::Svg:
        return QStringLiteral("svg");
    case Format::Pdf:
        return QStringLiteral("pdf");
    case Format::Png:
        break;
    }
    return QStringLiteral("png");
}

QString wordOf(Content content) {
    switch (content) {
    case Content::Timeline:
        return QStringLiteral("timeline");
    case Content::Network:
        return QStringLiteral("network");
    case Content::Both:
        break;
    }
    return QStringLiteral("both");
}

QString wordOf(Bands bands) {
    switch (bands) {
    case Bands::One:
        return QStringLiteral("one");
    case Bands::Two:
        return QStringLiteral("two");
    case Bands::Auto:
        break;
    }
    return QStringLiteral("auto");
}

std::optional<Format> formatOf(const QString& word) {
    for (const Format format : {Format::Png, Format::Svg, Format::Pdf})
        if (wordOf(format) == word)
            return format;
    return std::nullopt;
}

std::optional<Bands> bandsOf(const QString& word) {
    for (const Bands bands : {Bands::Auto, Bands::One, Bands::Two})
        if (wordOf(bands) == word)
            return bands;
    return std::nullopt;
}

std::optional<Content> contentOf(const QString& word) {
    for (const Content content : {Content::Timeline, Content::Network, Content::Both})
        if (wordOf(content) == word)
            return content;
    return std::nullopt;
}

} // namespace entente::pictures
