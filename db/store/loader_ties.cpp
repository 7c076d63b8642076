#include "db/store/loader.h"

#include <QCoreApplication>

namespace entente::store {

namespace {
struct LoaderTiesText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Loader)
};

model::PeriodBound boundOf(Rows& row, const char* field) {
    const QString text = row.text(field);
    if (text.isEmpty())
        return {};
    if (text == QLatin1String(".."))
        return {model::PeriodBound::Kind::Open, {}};
    const auto date = model::Edtf::parse(text);
    if (date)
        return {model::PeriodBound::Kind::Dated, *date};
    row.note(
        field,
        LoaderTiesText::tr("%1 (column %2). It is read as unknown.").arg(date.error().message).arg(date.error().column),
        text, QStringLiteral("EDTF"));
    return {};
}
} // namespace

void Loader::readRelationships() {
    for (Rows row = rows("relationship"); row.next();) {
        const QString key = row.key();
        const auto from = row.reference<model::ActorId>("from_actor", m_actors);
        const auto to = row.reference<model::ActorId>("to_actor", m_actors);
        if (!from.isValid() || !to.isValid())
            continue;
        m_relationships.append(row.id());
        m_tables.relationships.append({key, from, to, row.reference<model::RelationTypeId>("type", m_types),
                                       row.text("label"), row.optionalWord<model::Tenor>("tenor"),
                                       row.reference<model::CitationId>("tenor_citation", m_citations, false)});
    }
}

void Loader::readPeriods() {
    for (Rows row = rows("period"); row.next();) {
        model::Period period;
        period.key = row.key();
        period.relationship = row.reference<model::RelationshipId>("relationship", m_relationships);
        if (!period.relationship.isValid())
            continue;
        m_periods.append(row.id());
        period.from = boundOf(row, "from_edtf");
        period.to = boundOf(row, "to_edtf");
        period.state = row.word("state", model::PeriodState::Held);
        period.begunBy = row.reference<model::EventId>("begun_by", m_events, false);
        period.endedBy = row.reference<model::EventId>("ended_by", m_events, false);
        m_tables.periods.append(period);
    }
}

void Loader::readPerspectives() {
    for (Rows row = rows("perspective"); row.next();) {
        model::Perspective perspective;
        perspective.key = row.key();
        perspective.holder = row.reference<model::ActorId>("holder", m_actors);
        perspective.event = row.reference<model::EventId>("event", m_events, false);
        perspective.actor = row.reference<model::ActorId>("actor", m_actors, false);
        perspective.relationship = row.reference<model::RelationshipId>("relationship", m_relationships, false);
        if (perspective.event.isValid() + perspective.actor.isValid() + perspective.relationship.isValid() != 1)
            row.note("event", LoaderTiesText::tr(
                                  "A perspective has exactly one subject: an event, an actor or a relationship."));
        perspective.stance = row.word("stance", model::Stance::Neutral);
        perspective.summary = row.text("summary");
        if (!perspective.holder.isValid())
            continue;
        m_perspectives.append(row.id());
        m_tables.perspectives.append(perspective);
    }
}

void Loader::readEras() {
    for (Rows row = rows("era"); row.next();) {
        const QString key = row.key();
        const QString text = row.text("edtf");
        const auto date = model::Edtf::parse(text);
        if (!date) {
            row.note("edtf",
                     LoaderTiesText::tr("%1 (column %2). The era is not shown.")
                         .arg(date.error().message)
                         .arg(date.error().column),
                     text, QStringLiteral("EDTF"));
            continue;
        }
        m_eras.append(row.id());
        m_tables.eras.append({key,
                              row.text("label"),
                              *date,
                              row.smallNumber("band", 1),
                              row.reference<model::ActorId>("actor", m_actors, false),
                              {}});
    }
}

void Loader::readMedia() {
    for (Rows row = rows("media"); row.next();) {
        m_media.append(row.id());
        const QString key = row.key();
        m_tables.media.append(
            {key, row.text("type"), row.bytes("bytes"), row.text("alt_text"), row.text("credit"), row.text("licence")});
    }
}

void Loader::readStories() {
    for (Rows row = rows("story"); row.next();) {
        m_stories.append(row.id());
        const QString key = row.key();
        m_tables.stories.append({key, row.text("title"), row.text("summary"), row.smallNumber("minutes", 0),
                                 row.smallNumber("position", 0)});
    }
    for (Rows row = rows("scene"); row.next();) {
        model::Scene scene;
        scene.key = row.key();
        scene.story = row.reference<model::StoryId>("story", m_stories);
        if (!scene.story.isValid())
            continue;
        m_scenes.append(row.id());
        scene.position = row.smallNumber("position", 0);
        scene.seconds = row.smallNumber("seconds", 0);
        scene.focusSteps = row.smallNumber("focus_steps", 0);
        const std::pair<QString model::Scene::*, const char*> texts[] = {
            {&model::Scene::headline, "headline"},   {&model::Scene::notes, "notes"},
            {&model::Scene::question, "question"},   {&model::Scene::answer, "answer"},
            {&model::Scene::spanFrom, "span_from"},  {&model::Scene::spanTo, "span_to"},
            {&model::Scene::moment, "moment"},       {&model::Scene::compareMoment, "compare_moment"},
            {&model::Scene::selection, "selection"}, {&model::Scene::focus, "focus"},
            {&model::Scene::filter, "filter"},       {&model::Scene::view, "view"},
            {&model::Scene::lanesBy, "lanes_by"}};
        for (const auto& [member, field] : texts)
            scene.*member = row.text(field);
        scene.networkX = row.real("network_x");
        scene.networkY = row.real("network_y");
        scene.networkZoom = row.real("network_zoom");
        scene.hideLater = row.flag("hide_later");
        scene.hideDates = row.flag("hide_dates");
        scene.hideNames = row.flag("hide_names");
        m_tables.scenes.append(scene);
    }
}

void Loader::readPlacements() {
    for (Rows row = rows("placement", "actor"); row.next();) {
        const auto actor = row.reference<model::ActorId>("actor", m_actors);
        const auto x = row.real("x"), y = row.real("y");
        if (actor.isValid() && x && y)
            m_tables.placements.append({actor, QPointF(*x, *y)});
    }
    std::sort(m_tables.placements.begin(), m_tables.placements.end(),
              [](const auto& a, const auto& b) { return a.actor < b.actor; });
}

void Loader::readTranslations() {
    for (Rows row = rows("translation", "language, subject, field"); row.next();)
        m_tables.translations.append({row.text("language"), row.text("subject"), row.text("field"), row.text("text")});
}

void Loader::readLinks() {
    readAliases();
    readPoints();
    readMediaLinks();
    readEvidence();
}

void Loader::readAliases() {
    // In the order in which they were written, which the author chose.
    for (Rows row = rows("alias", "rowid"); row.next();)
        if (const auto actor = row.reference<model::ActorId>("actor", m_actors); actor.isValid())
            m_tables.actors[actor.index].aliases.append({row.text("language"), row.text("text")});
}

void Loader::readPoints() {
    for (Rows row = rows("point", "scene, position"); row.next();)
        if (const auto scene = row.reference<model::SceneId>("scene", m_scenes); scene.isValid())
            m_tables.scenes[scene.index].points.append(row.text("text"));
}

void Loader::readMediaLinks() {
    for (Rows row = rows("actor_media", "actor, position"); row.next();) {
        const auto actor = row.reference<model::ActorId>("actor", m_actors);
        const auto media = row.reference<model::MediaId>("media", m_media);
        if (actor.isValid() && media.isValid())
            m_tables.actors[actor.index].media.append(media);
    }
}

template <typename Things>
void Loader::readEvidenceOf(const char* table, const char* owner, const RowIds& ids, Things& things) {
    const QByteArray order = QByteArray(owner) + ", position";
    for (Rows row = rows(table, order.constData()); row.next();) {
        const auto thing = row.reference<model::EventId>(owner, ids);
        const auto citation = row.reference<model::CitationId>("citation", m_citations);
        if (thing.isValid() && citation.isValid())
            things[thing.index].citations.append(citation);
    }
}

void Loader::readEvidence() {
    readEvidenceOf("period_evidence", "period", m_periods, m_tables.periods);
    readEvidenceOf("perspective_evidence", "perspective", m_perspectives, m_tables.perspectives);
    readEvidenceOf("actor_evidence", "actor", m_actors, m_tables.actors);
    readEvidenceOf("era_evidence", "era", m_eras, m_tables.eras);
    readEvidenceOf("scene_evidence", "scene", m_scenes, m_tables.scenes);
}

} // namespace entente::store
