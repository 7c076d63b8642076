#include "app/pictures/type_scales.h"

#include "app/pictures/network_part.h"
#include "app/theme/paragraph.h"

namespace entente::pictures {

using theme::Theme;

namespace {
constexpr double smallestScale = 0.75;
constexpr double stackedBelow = 1.1;      // width by height
constexpr double smallestEventTitle = 14; // of events, pixels on 1080 lines
constexpr double eventTitle = 13;         // of events at scale one
constexpr double smallestOnScrap = 0.72;
constexpr double smallestOnPage = 0.76;   // rows of two lines of the least type
constexpr double smallestOnPoster = 0.82; // titles of events have 8 pt
constexpr double largestOnPoster = 1.05;  // dates have 9 pt
constexpr double posterLabels = 0.9;      // of the type around them
constexpr double posterCaption = 1;
constexpr double smallestKeys = 0.8;
constexpr int leastType = 10;               // pixels: 7.5 pt
constexpr int leastPaper = 700;             // pixels, of the shorter side
constexpr qsizetype mostBesideOfPoster = 3; // networks
constexpr double captionShare = 26.0 / 36;  // of the least names' size, which is that of Secondary
constexpr double secondarySize = 12;
constexpr double leastTitle = 0.42, leastOnOneLine = 0.62, mostOnTwoLines = 0.8, titleStep = 0.9;
} // namespace

bool isTall(const Request& request) {
    return request.size.width() < stackedBelow * request.size.height();
}

bool isStacked(const Request& request) {
    return isTall(request) || momentsOf(request).size() > (request.hasFullSources ? mostBesideOfPoster : 1);
}

bool isPage(const Request& request) {
    return request.isOnPaper && std::min(request.size.width(), request.size.height()) >= leastPaper;
}

bool hasSourceSheets(const Request& request) {
    return request.hasFullSources && request.format == Format::Pdf && isPage(request);
}

/// The size at which a picture of this content has the type sizes of the window.
static QSizeF sizeAtScaleOne(const Request& request) {
    if (request.content == Content::Both && !isTall(request))
        return isStacked(request) ? QSizeF(1600, 1160) : QSizeF(1600, 900);
    if (request.content == Content::Both)
        return QSizeF(960, 1300);
    return request.content == Content::Timeline ? QSizeF(1280, 720) : QSizeF(1060, 700);
}

double marginOf(QSizeF size) {
    return std::max(6.0, std::min(0.025 * size.width(), 0.05 * size.height()));
}

double scaleOf(const Request& request) {
    if (request.leastName > 0)
        return request.leastName / secondarySize * captionShare;
    const QSizeF one = sizeAtScaleOne(request);
    return std::max(isPage(request) ? smallestOnPaper : smallestScale,
                    std::min(request.size.width() / one.width(), request.size.height() / one.height()));
}

Theme lookIn(const Request& request, double scale) {
    return Theme(request.scheme, scale, isPage(request) ? leastType : 1);
}

Theme captionLook(const Request& request) {
    return hasSourceSheets(request) || !request.hasFullSources ? lookIn(request, scaleOf(request))
                                                               : sourcesLook(request);
}

Theme sourcesLook(const Request& request) {
    return lookIn(request, std::min(posterCaption, scaleOf(request)));
}

FittedTitle fittedTitle(const QString& title, const Theme& theme, double most, bool mayBreak, double width) {
    double factor = most;
    int lines = 1;
    const auto fitted = [&] {
        const Theme look(theme.scheme(), theme.scale() * factor);
        return FittedTitle{look, theme::paragraph(title, look, theme::Type::Poster, width, lines)};
    };
    while (fitted().lines.join(' ') != title && factor > leastTitle) {
        factor *= titleStep;
        if (factor < leastOnOneLine * most && lines == 1 && mayBreak) {
            lines = 2;
            factor = mostOnTwoLines;
        }
    }
    return fitted();
}

double leastKeyScale(const Request& request) {
    return isPage(request) ? smallestKeys : 0;
}

double readableScale(const Request& request) {
    if (request.hasFullSources && !showsNetwork(request))
        return smallestOnPoster;
    if (request.hasFullSources)
        return std::clamp(posterLabels * scaleOf(request), smallestOnPoster, largestOnPoster);
    if (isPage(request))
        return smallestOnPage;
    const double lines = std::min(request.size.width() * 9 / 16.0, 1.0 * request.size.height());
    return std::clamp(smallestEventTitle / eventTitle * lines / 1080, smallestOnScrap, smallestEventTitle / eventTitle);
}

} // namespace entente::pictures
