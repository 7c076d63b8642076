#include "app/details/pages.h"

namespace entente::details {

namespace {

RowContent periodRow(Page& page, const model::Period& period) {
    RowContent content;
    content.glyph = tieGlyph(page.context(), period.relationship);
    content.glyphWidth = tieGlyphWidth;
    content.title = page.wording().periodDates(period, wording::Style::Full);
    if (period.state != model::PeriodState::Held)
        content.remark = page.wording().state(period.state);
    content.citations = page.numbersOf(period.citations);
    return content;
}

void addBound(Page& page, model::EventId event, const QString& words) {
    if (!event.isValid())
        return;
    RowContent content = page.eventRow(event);
    content.lead = words;
    content.remark = page.dateOf(event);
    page.addRow(content, event);
}

void addPeriods(Page& page, model::RelationshipId id) {
    const QList<model::PeriodId>& periods = page.dossier().periodsOf(id);
    if (periods.isEmpty())
        return;
    page.beginSection(Page::tr("Periods"));
    for (const model::PeriodId periodId : periods) {
        const model::Period& period = page.dossier().period(periodId);
        page.addRow(periodRow(page, period), id)->setFocusPolicy(Qt::NoFocus);
        addBound(page, period.begunBy, Page::tr("begun by"));
        addBound(page, period.endedBy, Page::tr("ended by"));
    }
}

/// Whether it holds on the day of the moment, in a word.
QString presenceTag(const Page& page, model::RelationshipId id) {
    const model::Day moment = page.context().exploration.moment();
    auto best = model::Presence::None;
    bool ended = false;
    for (const model::PeriodId period : page.dossier().periodsOf(id)) {
        best = std::max(best, model::presenceOn(page.dossier().period(period), moment));
        ended = ended || model::hasEnded(page.dossier().period(period), moment);
    }
    const QString day = page.wording().day(moment, wording::Style::Short);
    if (best == model::Presence::Certain)
        return Page::tr("holds on %1").arg(day);
    if (best == model::Presence::Possible)
        return Page::tr("possibly holds on %1").arg(day);
    return ended ? Page::tr("ended before %1").arg(day) : Page::tr("not yet on %1").arg(day);
}

} // namespace

void describeRelationship(Page& page, model::RelationshipId id) {
    const model::Dossier& dossier = page.dossier();
    const model::Relationship& relationship = dossier.relationship(id);
    page.addTitle(QSizeF(tieGlyphWidth, 24) * page.theme().scale(), tieGlyph(page.context(), id),
                  page.wording().relationship(dossier, id));
    page.addHeadline(dossier.typeOf(id).label, {presenceTag(page, id), page.wording().tenor(dossier.tenorOf(id))});
    page.addActors({relationship.from, relationship.to});
    addPeriods(page, id);
    page.addEvidence(id);
}

} // namespace entente::details
