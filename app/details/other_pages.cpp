#include "app/details/pages.h"
#include "app/details/source_row.h"
#include "app/theme/plain_text.h"

namespace entente::details {

namespace {

using Rows = QList<std::pair<RowContent, model::Subject>>;

QSizeF symbolSize(const Page& page) {
    return QSizeF(1, 1) * page.theme().px(24);
}

void addSubjectTitle(Page& page, theme::Symbol symbol, const QString& title) {
    page.addTitle(symbolSize(page), symbolGlyph(page.context(), symbol), title);
}

RowContent namedRow(const Page& page, theme::Symbol symbol, const QString& title, const QString& remark) {
    RowContent content;
    content.glyph = symbolGlyph(page.context(), symbol);
    content.title = title;
    content.remark = remark;
    return content;
}

/// A row for any subject, in the words of its kind.
RowContent rowOf(const Page& page, const model::Subject& subject) {
    const model::Dossier& dossier = page.dossier();
    if (const auto* event = std::get_if<model::EventId>(&subject))
        return page.eventRow(*event);
    if (const auto* actor = std::get_if<model::ActorId>(&subject)) {
        RowContent content = namedRow(page, theme::Symbol::Person, dossier.actor(*actor).name,
                                      page.wording().actorKind(dossier.actor(*actor).kind));
        content.glyph = actorGlyph(page.context(), *actor);
        return content;
    }
    if (const auto* tie = std::get_if<model::RelationshipId>(&subject)) {
        RowContent content = namedRow(page, theme::Symbol::Link, page.wording().relationship(dossier, *tie), {});
        content.glyph = tieGlyph(page.context(), *tie);
        content.glyphWidth = tieGlyphWidth;
        return content;
    }
    if (const auto* era = std::get_if<model::EraId>(&subject))
        return namedRow(page, theme::Symbol::Tray, dossier.era(*era).label,
                        page.wording().date(dossier.era(*era).date, wording::Style::Short));
    if (const auto* perspective = std::get_if<model::PerspectiveId>(&subject))
        return namedRow(page, theme::Symbol::Person, dossier.actor(dossier.perspective(*perspective).holder).name,
                        page.wording().stance(dossier.perspective(*perspective).stance));
    return {};
}

/// Adds those of `count` rows of one kind that rest on one of the citations.
template <typename Id>
void addSupported(Page& page, Rows& rows, const QList<model::CitationId>& citations, qsizetype count) {
    for (qsizetype i = 0; i < count; ++i) {
        const Id id(i);
        const QList<model::CitationId> evidence = page.dossier().evidenceOf(id);
        const bool supported = std::any_of(evidence.begin(), evidence.end(),
                                           [&](model::CitationId citation) { return citations.contains(citation); });
        if (supported)
            rows.append({rowOf(page, id), id});
    }
}

void addAddress(Page& page, const model::Source& source) {
    for (const QString& address : {source.url, source.archivedUrl})
        if (!address.isEmpty())
            page.addNote(address);
}

QString counted(qsizetype count, const QString& one, const QString& many) {
    return count == 1 ? one : many.arg(count);
}

QString counts(const model::Tables& tables) {
    return QStringList{counted(tables.events.size(), Page::tr("1 event"), Page::tr("%1 events")),
                       counted(tables.actors.size(), Page::tr("1 actor"), Page::tr("%1 actors")),
                       counted(tables.relationships.size(), Page::tr("1 relationship"), Page::tr("%1 relationships")),
                       counted(tables.sources.size(), Page::tr("1 source"), Page::tr("%1 sources"))}
        .join(QStringLiteral("  ·  "));
}

} // namespace

void describeNothing(Page& page) {
    const model::Head& head = page.dossier().head();
    if (page.dossier().isBlank()) {
        addSubjectTitle(page, theme::Symbol::Document, Page::tr("No dossier is open"));
        return page.addNote(Page::tr("Open one with Ctrl+O, or drop a file on this window."));
    }
    addSubjectTitle(page, theme::Symbol::Document, head.title);
    if (!head.subtitle.isEmpty())
        page.addHeadline(head.subtitle, {});
    page.addText(head.summary);
    page.addNote(counts(page.dossier().tables()));
    page.addNote(Page::tr("Select an event, an actor or a tie to read about it here."));
}

void describeEra(Page& page, model::EraId id) {
    const model::Era& era = page.dossier().era(id);
    addSubjectTitle(page, theme::Symbol::Tray, era.label);
    page.addHeadline(page.wording().date(era.date, wording::Style::Full), {Page::tr("era")});
    if (era.actor.isValid())
        page.addActors({era.actor});
    page.addSources();
}

void describeSource(Page& page, model::SourceId id) {
    const model::Dossier& dossier = page.dossier();
    const model::Source& source = dossier.source(id);
    addSubjectTitle(page, theme::Symbol::Document, source.title);
    QStringList parts{source.author, source.publisher, page.wording().sourceDate(source)};
    parts.removeAll(QString());
    page.addHeadline(parts.join(QStringLiteral(", ")), {source.kind});
    addAddress(page, source);
    Rows rows;
    const QList<model::CitationId> citations = dossier.citationsOf(id);
    addSupported<model::EventId>(page, rows, citations, dossier.tables().events.size());
    addSupported<model::ActorId>(page, rows, citations, dossier.tables().actors.size());
    addSupported<model::RelationshipId>(page, rows, citations, dossier.tables().relationships.size());
    addSupported<model::PerspectiveId>(page, rows, citations, dossier.tables().perspectives.size());
    addSupported<model::EraId>(page, rows, citations, dossier.tables().eras.size());
    if (!rows.isEmpty()) {
        page.beginSection(Page::tr("Supports"));
        page.addRows(rows);
    }
    page.addSources();
}

void describePerspective(Page& page, model::PerspectiveId id) {
    const model::Dossier& dossier = page.dossier();
    const model::Perspective& perspective = dossier.perspective(id);
    const QString holder = perspective.holder.isValid() ? dossier.actor(perspective.holder).name : QString();
    addSubjectTitle(page, theme::Symbol::Person, Page::tr("Perspective of %1").arg(holder));
    page.addHeadline(page.wording().stance(perspective.stance), {});
    page.addText(perspective.summary);
    page.beginSection(Page::tr("About"));
    if (perspective.event.isValid())
        page.addRow(rowOf(page, perspective.event), perspective.event);
    else if (perspective.actor.isValid())
        page.addRow(rowOf(page, perspective.actor), perspective.actor);
    else if (perspective.relationship.isValid())
        page.addRow(rowOf(page, perspective.relationship), perspective.relationship);
    if (perspective.holder.isValid())
        page.addActors({perspective.holder});
    page.addSources();
}

void describe(Page& page, const model::Subject& subject) {
    if (const auto* event = std::get_if<model::EventId>(&subject))
        describeEvent(page, *event);
    else if (const auto* actor = std::get_if<model::ActorId>(&subject))
        page.dossier().actor(*actor).kind == model::ActorKind::Agreement ? describeAgreement(page, *actor)
                                                                         : describeActor(page, *actor);
    else if (const auto* relationship = std::get_if<model::RelationshipId>(&subject))
        describeRelationship(page, *relationship);
    else if (const auto* era = std::get_if<model::EraId>(&subject))
        describeEra(page, *era);
    else if (const auto* source = std::get_if<model::SourceId>(&subject))
        describeSource(page, *source);
    else if (const auto* perspective = std::get_if<model::PerspectiveId>(&subject))
        describePerspective(page, *perspective);
    else
        describeNothing(page);
}

} // namespace entente::details
