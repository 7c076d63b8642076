#include "app/details/pages.h"

namespace entente::details {

namespace {

using Rows = QList<std::pair<RowContent, model::Subject>>;

struct DatedRow {
    model::Day day = 0;
    RowContent content;
    model::RelationshipId relationship;
};

bool isOffice(const model::Dossier& dossier, model::RelationshipId id) {
    return dossier.typeOf(id).meaning == model::Meaning::Office;
}

RowContent periodRow(Page& page, model::PeriodId id, model::ActorId seenFrom) {
    const model::Period& period = page.dossier().period(id);
    const model::Relationship& relationship = page.dossier().relationship(period.relationship);
    const model::ActorId other = relationship.from == seenFrom ? relationship.to : relationship.from;
    RowContent content;
    content.glyph = tieGlyph(page.context(), period.relationship, seenFrom);
    content.glyphWidth = tieGlyphWidth;
    content.lead = page.wording().periodDates(period, wording::Style::Short);
    content.title = page.dossier().actor(other).name;
    // That a party is a party, and that what holds is held, says nothing.
    QStringList remarks;
    if (page.dossier().typeOf(period.relationship).meaning != model::Meaning::Party || relationship.from == seenFrom)
        remarks.append(page.wording().relationshipLabel(page.dossier(), period.relationship, seenFrom));
    if (period.state != model::PeriodState::Held)
        remarks.append(page.wording().state(period.state));
    content.remark = remarks.join(QStringLiteral(", "));
    content.citations = page.numbersOf(period.citations);
    return content;
}

/// Periods of an actor's relationships of one sort, by their start; those of unknown start first.
Rows periodRows(Page& page, model::ActorId id, bool offices) {
    QList<DatedRow> dated;
    for (const model::RelationshipId relationship : page.dossier().relationshipsOf(id)) {
        if (isOffice(page.dossier(), relationship) != offices)
            continue;
        for (const model::PeriodId period : page.dossier().periodsOf(relationship)) {
            const auto start = model::possibleStart(page.dossier().period(period));
            dated.append(
                {start.value_or(std::numeric_limits<model::Day>::min()), periodRow(page, period, id), relationship});
        }
    }
    std::stable_sort(dated.begin(), dated.end(), [](const DatedRow& a, const DatedRow& b) { return a.day < b.day; });
    Rows rows;
    for (const DatedRow& row : dated)
        rows.append({row.content, row.relationship});
    return rows;
}

void addPeriods(Page& page, const QString& heading, const Rows& rows) {
    if (rows.isEmpty())
        return;
    page.beginSection(heading);
    page.addRows(rows);
}

void addEvents(Page& page, model::ActorId id) {
    const QList<model::EventId> events = page.dossier().eventsOf(id);
    if (events.isEmpty())
        return;
    page.beginSection(Page::tr("Events"));
    Rows rows;
    for (const model::EventId event : events)
        rows.append({page.eventRow(event), event});
    page.addRows(rows);
}

void addNames(Page& page, const model::Actor& actor) {
    QStringList names;
    for (const model::Alias& alias : actor.aliases)
        names.append(alias.text);
    if (!names.isEmpty())
        page.addNote(Page::tr("Also known as: %1").arg(names.join(QStringLiteral(", "))));
}

void addMembers(Page& page, model::ActorId id) {
    QList<model::ActorId> members;
    const QList<model::Actor>& actors = page.dossier().tables().actors;
    for (qsizetype i = 0; i < actors.size(); ++i)
        if (actors[i].partOf == id)
            members.append(model::ActorId(i));
    if (members.isEmpty())
        return;
    page.beginSection(Page::tr("Parts"));
    page.addActors(members);
}

void addHead(Page& page, model::ActorId id, QSizeF glyph) {
    const model::Actor& actor = page.dossier().actor(id);
    page.addTitle(glyph, actorGlyph(page.context(), id), actor.name);
    QStringList tags;
    if (actor.partOf.isValid())
        tags.append(Page::tr("part of %1").arg(page.dossier().actor(actor.partOf).name));
    page.addHeadline(page.wording().actorKind(actor.kind), tags);
    page.addText(actor.summary);
    addNames(page, actor);
}

Rows agreementRows(Page& page, model::ActorId id, const QList<model::Meaning>& meanings) {
    Rows rows;
    for (const model::RelationshipId relationship : page.dossier().relationshipsOf(id)) {
        if (!meanings.contains(page.dossier().typeOf(relationship).meaning))
            continue;
        for (const model::PeriodId period : page.dossier().periodsOf(relationship))
            rows.append({periodRow(page, period, id), relationship});
    }
    return rows;
}

} // namespace

void describeActor(Page& page, model::ActorId id) {
    const bool state = page.dossier().actor(id).kind == model::ActorKind::State;
    addHead(page, id, QSizeF(1, 1) * page.theme().px(state ? 30 : 24));
    addMembers(page, id);
    addPeriods(page, Page::tr("Offices"), periodRows(page, id, true));
    addPeriods(page, Page::tr("Ties"), periodRows(page, id, false));
    addEvents(page, id);
    page.addEvidence(id);
}

void describeAgreement(Page& page, model::ActorId id) {
    using model::Meaning;
    addHead(page, id, QSizeF(22, 26) * page.theme().scale());
    addPeriods(page, Page::tr("Parties"), agreementRows(page, id, {Meaning::Party}));
    addPeriods(page, Page::tr("Signatories"), agreementRows(page, id, {Meaning::Signatory}));
    addPeriods(page, Page::tr("Supersedes"), agreementRows(page, id, {Meaning::Supersedes}));
    addPeriods(page, Page::tr("Ties"), agreementRows(page, id, {Meaning::Membership, Meaning::Office, Meaning::Other}));
    // Before its long lists: how it is read is what one asks of it next.
    page.addReadings(id);
    addEvents(page, id);
    page.addSources();
}

} // namespace entente::details
