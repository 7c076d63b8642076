#include "app/timeline/view/input.h"

#include "app/exploration/links.h"

#include <QCoreApplication>

namespace entente::timeline {

namespace {

struct InputText {
    Q_DECLARE_TR_FUNCTIONS(entente::timeline::Timeline)
};

QString two(int number) {
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

/// In another calendar, with the year.
QString calendarTickText(const wording::Wording& wording, model::Calendar calendar, TickUnit unit, model::Day day) {
    const model::CalendarDate date = model::dateIn(calendar, day);
    if (unit == TickUnit::Age)
        return wording.age(date.year);
    QString year = wording.year(date.year, calendar);
    if (unit == TickUnit::Year)
        return year;
    const QString month = wording.month(date.month, wording::Style::Short, calendar);
    return unit == TickUnit::Month ? InputText::tr("%1 %2", "month year").arg(month, year)
                                   : wording.day(day, wording::Style::Short, calendar);
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
        return withContext ? InputText::tr("%1 %2", "month year")
                                 .arg(wording.month(date.month, wording::Style::Short), wording.year(date.year))
                           : wording.month(date.month, wording::Style::Short);
    case TickUnit::Age:
        return wording.age(date.year);
    case TickUnit::Year:
        break;
    }
    return wording.year(date.year);
}

/// Who took part, by short names, after where it was: "Moscow · Russia, Iran".
QString placeAndActors(const model::Dossier& dossier, model::EventId event) {
    constexpr qsizetype most = 3;
    QStringList names;
    for (const model::Participation& row : dossier.participationsOf(event)) {
        const model::Actor& actor = dossier.actor(row.actor);
        const QString name = actor.shownName();
        if (names.size() < most && !names.contains(name))
            names.append(name);
    }
    QStringList parts = {dossier.event(event).place, names.join(QStringLiteral(", "))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

Words wordsFor(const model::DossierPointer& dossier, const wording::Wording& wording) {
    Words words;
    words.date = [dossier, wording](model::EventId event) {
        return wording.eventDate(*dossier, event, wording::Style::Short);
    };
    words.dateAndPlace = [dossier, wording](model::EventId event) {
        const QString date = wording.eventDate(*dossier, event, wording::Style::Short);
        const QString place = placeAndActors(*dossier, event);
        return place.isEmpty() ? date : InputText::tr("%1 · %2", "date, place and actors").arg(date, place);
    };
    words.day = [wording](model::Day day) { return wording.day(day, wording::Style::Short); };
    words.pill = [](qsizetype count, qsizetype keys) {
        return keys == 0 ? QString::number(count)
                         : InputText::tr("%1 · %2 key", "events, key events among them").arg(count).arg(keys);
    };
    words.tick = [wording](TickUnit unit, model::Day day, qint32 second, bool withContext) {
        return tickText(wording, unit, day, second, withContext);
    };
    words.undated = InputText::tr("Undated (%1)").arg(dossier->undatedEvents().size());
    words.wholePeriod = InputText::tr("Whole period");
    words.dragToMove = InputText::tr("drag to move");
    words.outside = [](qsizetype count) {
        return InputText::tr("%n event(s) outside", nullptr, static_cast<int>(count));
    };
    words.noEvents = dossier->isBlank() ? InputText::tr("Press Ctrl+O to open a dossier, or drop a file here")
                                        : InputText::tr("This dossier has no dated events");
    words.nothingShown = InputText::tr("No event passes the filter");
    words.showAll = InputText::tr("Show all");
    words.shownOf = [](qsizetype shown, qsizetype all) {
        return InputText::tr("%1 of %2", "events of a lane that are shown").arg(shown).arg(all);
    };
    return words;
}

} // namespace

static void addCalendar(Input& input, model::Calendar calendar, const wording::Wording& wording) {
    input.secondCalendar = calendar;
    input.words.calendarName = wording.calendar(calendar);
    input.words.calendarTick = [wording, calendar](TickUnit unit, model::Day day, qint32, bool) {
        return calendarTickText(wording, calendar, unit, day);
    };
}

DaySpan wholePeriod(const model::Dossier& dossier, model::Day today) {
    constexpr double margin = 0.04, year = 365.2425;
    const auto known = dossier.commonSpan();
    if (!known)
        return {static_cast<double>(today) - 50 * year, static_cast<double>(today) + 50 * year};
    const double first = static_cast<double>(known->first);
    const double width = static_cast<double>(known->last - known->first) + 1;
    return {first - margin * width, first + (1 + margin) * width};
}

std::shared_ptr<const Lanes> lanesOf(const model::Dossier& dossier, const exploration::View& view,
                                     const wording::Wording& wording) {
    const LaneWords words{InputText::tr("Others"), [&wording](model::Tenor tenor) { return wording.tenor(tenor); }};
    return std::make_shared<const Lanes>(dossier, view.lanes, view.filter, words);
}

model::Subject focusOf(const model::Dossier& dossier, const exploration::View& view) {
    if (view.focus)
        return view.focus->actor;
    if (const auto* tie = std::get_if<model::RelationshipId>(&view.selection))
        return exploration::hasLinkedEvents(dossier, *tie) ? view.selection : model::Subject();
    return std::holds_alternative<model::ActorId>(view.selection) ? view.selection : model::Subject();
}

QList<qsizetype> countsOf(const model::Dossier& dossier, const model::Subject& subject, const QList<bool>& shown,
                          const Lanes& lanes) {
    QList<model::EventId> events;
    if (const auto* actor = std::get_if<model::ActorId>(&subject)) {
        events = dossier.eventsOf(*actor);
    } else if (const auto* tie = std::get_if<model::RelationshipId>(&subject)) {
        for (const model::PeriodId id : dossier.periodsOf(*tie))
            for (const model::EventId event : {dossier.period(id).begunBy, dossier.period(id).endedBy})
                if (event.isValid() && !events.contains(event))
                    events.append(event);
    }
    QList<qsizetype> counts(lanes.heads().size(), 0);
    for (const model::EventId event : std::as_const(events)) {
        if (!shown.value(event.index) || dossier.orderOf(event) < 0)
            continue;
        if (const auto lane = lanes.laneOf(event, dossier.view(event)))
            ++counts[*lane];
    }
    return counts;
}

Input inputFor(const model::DossierPointer& dossier, const exploration::View& view, const QList<bool>& shown,
               const Measures& measures, const wording::Wording& wording, QSizeF size,
               const std::shared_ptr<const Lanes>& lanes) {
    Input input;
    input.dossier = dossier;
    input.lanes = lanes ? lanes : lanesOf(*dossier, view, wording);
    input.shown = shown;
    if (const model::Subject subject = focusOf(*dossier, view); !model::isNothing(subject))
        input.isInFocus = [dossier, subject](model::EventId event) {
            return exploration::isLinked(*dossier, subject, event);
        };
    input.selection = view.selection;
    input.moment = view.moment;
    input.whole = wholePeriod(*dossier, view.moment);
    input.outside = dossier->outlyingEvents();
    input.span = view.span ? DaySpan{view.span->first, view.span->last} : input.whole;
    input.size = size;
    input.measures = measures;
    input.words = wordsFor(dossier, wording);
    if (view.secondCalendar)
        addCalendar(input, *view.secondCalendar, wording);
    return input;
}

} // namespace entente::timeline
