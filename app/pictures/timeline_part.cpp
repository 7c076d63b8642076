#include "app/pictures/timeline_part.h"

#include "app/pictures/blank_text.h"
#include "app/pictures/network_part.h"
#include "app/pictures/type_scales.h"
#include "app/timeline/layout/dates.h"
#include "app/timeline/layout/dense_window.h"
#include "app/timeline/layout/picture_scene.h"
#include "app/timeline/view/input.h"
#include "app/timeline/view/painter.h"

namespace entente::pictures {

using theme::Theme;
using timeline::DaySpan;

namespace {

constexpr double smallestPartScale = 0.35; // below it nothing can be told apart
constexpr double scaleStep = 0.94;
constexpr double mostEnlarged = 0.35;     // of the time, where two bands are asked for
constexpr QSizeF leastForBands(346, 260); // at scale one
constexpr double smallestNaming = 12;     // type that names events, at scale one
constexpr double titleAtScaleOne = 13;
constexpr double smallerForNames = 0.75; // of what can be read well, rather than numbers alone
constexpr double bandsLarger = 1.24;     // lines of all events have room for larger type than lanes

/// Days on which the marks of what a request shows stand, ascending, within its span.
QList<double> markDays(const model::Dossier& dossier, const Request& request, DaySpan span) {
    QList<double> days;
    for (const model::EventId event : eventsIn(dossier, request)) {
        const auto date = model::extentFrom(dossier.view(event).date);
        const auto day = date ? timeline::markDay(*date) : std::nullopt;
        if (day && *day >= span.first && *day < span.last)
            days.append(*day);
    }
    std::sort(days.begin(), days.end());
    return days;
}

DaySpan spanOf(const model::Dossier& dossier, const Request& request) {
    if (const auto& span = request.view.span)
        return {span->first, span->last};
    return timeline::wholePeriod(dossier, request.view.moment);
}

/// Lays out a timeline at one scale after another.
class Fitting {
public:
    Fitting(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
            const TimelineRoom& room)
        : m_dossier(dossier), m_request(request), m_wording(wording), m_room(room), m_shown(shownIn(*dossier, request)),
          m_window(windowOf(*dossier, request)), m_events(static_cast<double>(eventsIn(*dossier, request).size())),
          m_lanes(timeline::lanesOf(*dossier, request.view, wording)) {
        const QSizeF least = leastForBands * std::max(room.sheetScale, request.leastName / smallestNaming);
        const bool isLarge = request.leastName > 0 && request.bands == Bands::Auto;
        if (room.frame.width() < least.width() || room.frame.height() < least.height() || isLarge)
            m_window.reset();
        if (isOneLine())
            m_lanes = std::make_shared<const timeline::Lanes>(timeline::Lanes::joined());
    }

    TimelinePart run() const;

private:
    struct Faults {
        qsizetype unnamed = 0;
        double numbered = 0;
        double cost = 0;
    };
    bool isOneLine() const { return m_request.leastName > 0 || hasLargeTitles(m_request); }
    Faults faultsAt(double scale) const;
    timeline::Input inputAt(double scale) const;
    double largest() const;
    TimelinePart at(double scale, timeline::Effort effort) const;

    const model::DossierPointer& m_dossier;
    const Request& m_request;
    const wording::Wording& m_wording;
    const TimelineRoom& m_room;
    QList<bool> m_shown;
    std::optional<DaySpan> m_window;
    double m_events; ///< how many
    std::shared_ptr<const timeline::Lanes> m_lanes;
};

timeline::Input Fitting::inputAt(double scale) const {
    timeline::Input input =
        timeline::inputFor(m_dossier, m_request.view, m_shown, timeline::measuresOf(lookIn(m_request, scale)),
                           m_wording, m_room.frame.size(), m_lanes);
    input.chrome = false;
    input.undated = input.undated && m_request.mostEvents <= 0;
    if (m_room.hasBlanks)
        input.measures = measuredWithBlanks(input.measures);
    return input;
}

/// The largest scale in which all lanes fit.
double Fitting::largest() const {
    double scale = std::min(m_room.largestScale, m_room.sheetScale * (m_window ? bandsLarger : 1));
    const auto fits = [&] {
        const timeline::Input input = inputAt(scale);
        return timeline::wantedLanesHeight(input) <= timeline::frameOf(input).lanes.height();
    };
    while (!m_window && scale > smallestPartScale && !fits())
        scale = std::max(smallestPartScale, scale * scaleStep);
    return scale;
}

TimelinePart Fitting::at(double scale, timeline::Effort effort) const {
    const timeline::Input input = inputAt(scale);
    const timeline::PictureRoom room{m_room.mostKeys, momentsOf(m_request).size() == 1, effort};
    const Theme look = lookIn(m_request, scale);
    const QPointF origin = m_room.frame.topLeft();
    if (isOneLine() && !m_window)
        return {{{timeline::layOutBand(input, room), origin}}, look};
    if (!m_window)
        return {{{timeline::layOutPicture(input, room), origin}}, look};
    timeline::Bands bands = timeline::layOutBands(input, *m_window, room);
    return {{{std::move(bands.upper), origin}, {std::move(bands.lower), origin + bands.origin}}, look};
}

/// If all events had numbers, they would be worth it at type this many times, on a scale of logarithms, as large.
constexpr double priceOfNumbers = 1.6;

/// What is wrong with a timeline: unnamed events, then small type and numbers.
Fitting::Faults Fitting::faultsAt(double scale) const {
    const TimelinePart part = at(scale, timeline::Effort::Quick);
    const auto numbered = static_cast<double>(part.keys().size());
    return {part.unnamed(), numbered, priceOfNumbers * numbered / std::max(1.0, m_events) - std::log(scale)};
}

TimelinePart Fitting::run() const {
    if (m_request.leastName > 0)
        return at(m_request.leastName / smallestNaming, timeline::Effort::Full);
    if (hasLargeTitles(m_request))
        return at(m_request.leastEventTitle / titleAtScaleOne, timeline::Effort::Full);
    double scale = largest(), best = scale;
    const double readable = std::min(scale, m_room.readableScale);
    // On paper what cannot be named in type that can be read is counted instead.
    const double smallest = isPage(m_request) ? readable : smallestPartScale;
    Faults now = faultsAt(scale), least = now;
    const double smaller = std::max(smallest, smallerForNames * readable);
    const auto isWorthMore = [&] {
        if (scale > readable)
            return now.unnamed > 0 || now.numbered > 0;
        const bool isNumbered = least.unnamed == 0 && 2 * least.numbered > m_events && scale > smaller;
        return isNumbered || (least.unnamed > 0 && 2.0 * least.unnamed <= m_events && scale > smallest);
    };
    while (isWorthMore() && (!m_room.goesOn || m_room.goesOn(0))) {
        scale = std::max(scale > readable ? readable : smallest, scale * scaleStep);
        now = faultsAt(scale);
        if (std::pair(now.unnamed, now.cost) < std::pair(least.unnamed, least.cost)) {
            least = now;
            best = scale;
        }
    }
    TimelinePart thorough = at(best, timeline::Effort::Full);
    return thorough.unnamed() <= least.unnamed ? thorough : at(best, timeline::Effort::Quick);
}

} // namespace

QList<timeline::KeyNumber> TimelinePart::keys() const {
    QList<timeline::KeyNumber> keys;
    for (const Strip& strip : strips)
        keys += strip.scene.keys;
    std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return keys;
}

qsizetype TimelinePart::unnamed() const {
    qsizetype unnamed = 0;
    for (const Strip& strip : strips)
        unnamed += strip.scene.unnamed;
    return unnamed;
}

TimelinePart timelineIn(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
                        const TimelineRoom& room) {
    return Fitting(dossier, request, wording, room).run();
}

std::optional<DaySpan> windowOf(const model::Dossier& dossier, const Request& request) {
    if (request.bands == Bands::One || !showsTimeline(request))
        return {};
    const DaySpan span = spanOf(dossier, request);
    const QList<double> days = markDays(dossier, request, span);
    auto dense = timeline::denseDays(days, span);
    if (!dense && request.bands == Bands::Two)
        dense = timeline::denseDays(days, span, {0, mostEnlarged});
    return dense ? std::optional(timeline::windowAround(*dense, span)) : std::nullopt;
}

} // namespace entente::pictures
