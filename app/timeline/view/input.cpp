#include "app/timeline/view/input.h"

#include "app/timeline/view/painter.h"

#include <QCoreApplication>

namespace entente::timeline {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(entente::timeline::Timeline)
};

QString two(int number) {
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

QString tickText(const wording::Wording& wording, TickUnit unit, model::Day day, qint32 second, bool withContext) {
    const model::CivilDate date = model::civilOf(day);
    switch (unit) {
    case TickUnit::Minute:
    case TickUnit::Hour:
        return QStringLiteral("%1:%2").arg(two(second / 3600), two(second / 60 % 60));
    case TickUnit::Day:
        return withContext ? wording.day(day, wording::Style::Short) : QString::number(date.day);
    case TickUnit::Month:
        return withContext ? Text::tr("%1 %2", "month year")
                                 .arg(wording.month(date.month, wording::Style::Short), wording.year(date.year))
                           : wording.month(date.month, wording::Style::Short);
    case TickUnit::Year:
        break;
    }
    return wording.year(date.year);
}

QList<bool> eventsInFocus(const model::Dossier& dossier, const exploration::View& view) {
    if (!view.focus)
        return {};
    QList<bool> inFocus(dossier.tables().events.size(), false);
    for (const model::EventId event : dossier.eventsOf(view.focus->actor))
        inFocus[event.index] = true;
    return inFocus;
}

Words wordsFor(const model::DossierPointer& dossier, const wording::Wording& wording) {
    Words words;
    words.date = [dossier, wording](model::EventId event) {
        return wording.eventDate(*dossier, event, wording::Style::Short);
    };
    words.day = [wording](model::Day day) { return wording.day(day, wording::Style::Short); };
    words.tick = [wording](TickUnit unit, model::Day day, qint32 second, bool withContext) {
        return tickText(wording, unit, day, second, withContext);
    };
    words.undated = Text::tr("Undated (%1)").arg(dossier->undatedEvents().size());
    words.wholePeriod = Text::tr("Whole period");
    words.dragToMove = Text::tr("drag to move");
    words.noEvents = dossier->isBlank() ? Text::tr("Press Ctrl+O to open a dossier, or drop a file here")
                                        : Text::tr("This dossier has no dated events");
    words.nothingShown = Text::tr("No event passes the filter");
    words.showAll = Text::tr("Show all");
    words.otherLanes = Text::tr("Others");
    return words;
}

} // namespace

DaySpan wholePeriod(const model::Dossier& dossier, model::Day today) {
    constexpr double margin = 0.04, year = 365.2425;
    const auto known = dossier.span();
    if (!known)
        return {static_cast<double>(today) - 50 * year, static_cast<double>(today) + 50 * year};
    const double first = static_cast<double>(known->first);
    const double width = static_cast<double>(known->last - known->first) + 1;
    return {first - margin * width, first + (1 + margin) * width};
}

bool hasTimes(const model::Dossier& dossier) {
    const auto& events = dossier.tables().events;
    return std::any_of(events.begin(), events.end(), [](const model::Event& event) {
        return std::any_of(event.claims.begin(), event.claims.end(),
                           [](const model::DateClaim& claim) { return claim.date.secondOfDay().has_value(); });
    });
}

Input inputFor(const model::DossierPointer& dossier, const exploration::View& view, const theme::Theme& theme,
               const wording::Wording& wording, QSizeF size) {
    Input input;
    input.dossier = dossier;
    input.shown = model::shownEvents(view.filter, *dossier);
    input.inFocus = eventsInFocus(*dossier, view);
    input.selection = view.selection;
    input.moment = view.moment;
    input.whole = wholePeriod(*dossier, view.moment);
    input.span = view.span ? DaySpan{view.span->first, view.span->last} : input.whole;
    input.size = size;
    input.measures = measuresOf(theme);
    input.words = wordsFor(dossier, wording);
    return input;
}

} // namespace entente::timeline
