#include "app/details/pages.h"

#include <QPushButton>

namespace entente::details {

namespace {

using model::Difference;

QString headingOf(Difference difference) {
    switch (difference) {
    case Difference::New:
        return Page::tr("New");
    case Difference::Gone:
        return Page::tr("Gone");
    case Difference::Changed:
        return Page::tr("Changed");
    default:
        return Page::tr("Only between");
    }
}

/// The period in the words of its tie, with what it rests on.
RowContent rowOf(Page& page, const model::PeriodDifference& difference) {
    const model::Period& period = page.dossier().period(difference.period);
    RowContent content;
    content.glyph = tieGlyph(page.context(), period.relationship);
    content.glyphWidth = tieGlyphWidth;
    content.title = page.wording().relationship(page.dossier(), period.relationship);
    QStringList remarks{page.wording().periodDates(period, wording::Style::Full)};
    if (period.state != model::PeriodState::Held)
        remarks.append(page.wording().state(period.state));
    if (!difference.isCertain)
        remarks.append(Page::tr("perhaps"));
    content.remark = remarks.join(QStringLiteral(", "));
    content.citations = page.numbersOf(period.citations);
    return content;
}

/// The event that began or ended it, if that happened between the two moments.
void addCause(Page& page, model::EventId event, model::Presence between, const QString& words) {
    if (!event.isValid() || between == model::Presence::None)
        return;
    RowContent content = page.eventRow(event);
    content.lead = words;
    content.remark = page.dateOf(event);
    content.citations = page.numbersOf(page.dossier().evidenceOf(event));
    page.addRow(content, event);
}

void addDifferences(Page& page, const model::Comparison& comparison, Difference wanted) {
    bool isFirst = true;
    for (const model::PeriodDifference& difference : comparison.periods) {
        if (difference.difference != wanted)
            continue;
        if (std::exchange(isFirst, false))
            page.beginSection(headingOf(wanted));
        const model::Period& period = page.dossier().period(difference.period);
        page.addRow(rowOf(page, difference), period.relationship);
        addCause(page, period.begunBy, difference.begins, Page::tr("begun by"));
        addCause(page, period.endedBy, difference.ends, Page::tr("ended by"));
    }
}

void addButton(Page& page, const QString& text, const std::function<void()>& deed) {
    auto* button = new QPushButton(text, &page);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    // It may end the page that it stands on.
    QObject::connect(button, &QPushButton::clicked, &page, deed, Qt::QueuedConnection);
    page.addWidget(button);
}

} // namespace

void describeComparison(Page& page, const model::Comparison& comparison) {
    page.addTitle(QSizeF(1, 1) * page.theme().px(24), symbolGlyph(page.context(), theme::Symbol::Link),
                  Page::tr("What changed"));
    const auto day = [&page](model::Day moment) { return page.wording().day(moment, wording::Style::Full); };
    page.addHeadline(Page::tr("From %1 to %2").arg(day(comparison.before), day(comparison.after)), {});
    if (comparison.periods.isEmpty())
        page.addNote(Page::tr("No recorded tie begins or ends between these two days."));
    for (const Difference difference : {Difference::New, Difference::Gone, Difference::Changed, Difference::Passed})
        addDifferences(page, comparison, difference);
    exploration::Exploration& exploration = page.context().exploration;
    addButton(page, Page::tr("&End Comparison"), [&exploration] { exploration.compareWith({}); });
    page.addSources();
}

void describePath(Page& page, const exploration::Route& route, const std::optional<model::Path>& path) {
    const model::Dossier& dossier = page.dossier();
    exploration::Exploration& exploration = page.context().exploration;
    const QString from = dossier.actor(route.from).name, to = dossier.actor(route.to).name;
    page.addTitle(QSizeF(1, 1) * page.theme().px(24), symbolGlyph(page.context(), theme::Symbol::Link),
                  path ? page.wording().path(dossier, route.from, route.to, *path)
                       : Page::tr("From %1 to %2: no path").arg(from, to));
    const QString day = page.wording().day(exploration.moment(), wording::Style::Full);
    page.addHeadline(route.inTime ? Page::tr("Each step no earlier than the one before, over all time")
                                  : Page::tr("Along the ties of %1").arg(day),
                     {});
    page.addActors({route.from, route.to});
    if (!path)
        page.addNote(route.inTime ? Page::tr("No ties that follow one another in time lead from one to the other.")
                                  : Page::tr("No ties of this day lead from one to the other. Look over all time, or "
                                             "at another day."));
    if (path && !path->steps.isEmpty()) {
        page.beginSection(Page::tr("Steps"));
        for (const model::PathStep& step : path->steps) {
            RowContent content;
            content.lead = page.wording().pathDay(step);
            content.title = page.wording().pathStep(dossier, step);
            content.citations = page.numbersOf(step.citations);
            page.addRow(content, step.tie.subject());
            if (step.citations.isEmpty())
                page.addNote(Page::tr("No source is recorded for this tie."));
        }
    }
    addButton(page, route.inTime ? Page::tr("Along the Ties of %1").arg(day) : Page::tr("Over All &Time"),
              [&exploration, route] {
                  exploration.seekRoute(exploration::Route{route.from, route.to, !route.inTime});
              });
    addButton(page, Page::tr("The Other &Way"), [&exploration, route] {
        exploration.seekRoute(exploration::Route{route.to, route.from, route.inTime});
    });
    addButton(page, Page::tr("&End Path"), [&exploration] { exploration.seekRoute({}); });
    page.addSources();
}

} // namespace entente::details
