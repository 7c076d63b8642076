#include "app/pictures/presets.h"

namespace entente::pictures {

namespace {

constexpr QSize slidePixels(1920, 1080);
constexpr QSize a4Across(1123, 794), a3Across(1587, 1123), a2Across(2245, 1587); // at 96 pixels an inch
constexpr double roomLabel = 36, documentTitle = 24;
constexpr qsizetype mostInRoom = 12;

QSize sizeOf(Preset preset) {
    switch (preset) {
    case Preset::A4:
        return a4Across;
    case Preset::A3:
        return a3Across;
    case Preset::A2:
        return a2Across;
    case Preset::Room:
    case Preset::Document:
    case Preset::Transparent:
        break;
    }
    return slidePixels;
}

} // namespace

bool isPoster(Preset preset) {
    return preset == Preset::A3 || preset == Preset::A2;
}

Request requestOf(Preset preset) {
    const bool isPaper = preset == Preset::A4 || isPoster(preset);
    Request request;
    request.size = sizeOf(preset);
    request.content = isPaper ? Content::Both : Content::Timeline;
    request.format = isPaper ? Format::Pdf : Format::Png;
    settle(request, preset);
    return request;
}

void settle(Request& request, Preset preset) {
    request.leastName = preset == Preset::Room ? roomLabel : 0;
    request.leastEventTitle = preset == Preset::Document || preset == Preset::Transparent ? documentTitle : 0;
    request.mostEvents = preset == Preset::Room ? mostInRoom : 0;
    request.isTransparent = preset == Preset::Transparent;
    request.isOnPaper = preset == Preset::A4 || isPoster(preset);
    request.hasFullSources = isPoster(preset);
}

QList<model::Day> suggestedMoments(Preset preset, const model::Dossier& dossier, const exploration::View& view) {
    const auto known = dossier.span();
    if (!isPoster(preset) || !known)
        return {};
    const model::Day begin = view.span ? static_cast<model::Day>(std::floor(view.span->first)) : known->first;
    const model::Day first = model::dayOf(model::civilOf(begin).year, 12, 31);
    return first < view.moment ? QList<model::Day>{first, view.moment} : QList<model::Day>();
}

QString wordOf(Preset preset) {
    switch (preset) {
    case Preset::Room:
        return QStringLiteral("room");
    case Preset::A4:
        return QStringLiteral("a4");
    case Preset::A3:
        return QStringLiteral("a3");
    case Preset::A2:
        return QStringLiteral("a2");
    case Preset::Transparent:
        return QStringLiteral("transparent");
    case Preset::Document:
        break;
    }
    return QStringLiteral("document");
}

std::optional<Preset> presetOf(const QString& word) {
    for (const Preset preset : presets)
        if (wordOf(preset) == word)
            return preset;
    return std::nullopt;
}

} // namespace entente::pictures
