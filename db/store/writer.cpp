#include "db/store/writer.h"

namespace entente::store {

namespace {

/// An absent text is null.
Value text(const QString& words) {
    return words.isEmpty() ? Value() : Value(words);
}

/// A text in a column that has no null.
Value needed(const QString& words) {
    return words.isNull() ? Value(QString(QLatin1String(""))) : Value(words);
}

template <typename IdType>
Value reference(IdType id) {
    return id.isValid() ? Value(qint64(id.index) + 1) : Value();
}

Value number(qint64 value) {
    return value;
}

Value day(const model::Bound& bound) {
    return bound.isKnown() ? Value(bound.day) : Value();
}

template <typename E>
Value word(std::optional<E> value) {
    return value ? Value(model::wordOf(*value)) : Value();
}

Value real(std::optional<double> value) {
    return value ? Value(*value) : Value();
}

} // namespace

void Writer::insert(const QString& table, const QStringList& columns, const QList<Value>& values) {
    auto known =
        std::find_if(m_statements.begin(), m_statements.end(), [&](const auto& entry) { return entry.first == table; });
    if (known == m_statements.end()) {
        const QString marks = QStringList(columns.size(), QStringLiteral("?")).join(',');
        const QString sql = QStringLiteral("INSERT INTO %1(%2) VALUES(%3)").arg(table, columns.join(','), marks);
        m_statements.emplace_back(table,
                                  std::make_unique<SQLite::Statement>(m_connection.database(), sql.toStdString()));
        known = std::prev(m_statements.end());
    }
    bindAll(*known->second, values);
    known->second->exec();
    known->second->reset();
}

void Writer::write(const model::Tables& tables) {
    const model::Head& head = tables.head;
    insert("dossier",
           {"id", "title", "subtitle", "summary", "language", "authors", "licence", "version", "created", "modified",
            "opening_selection", "opening_moment"},
           {number(1), needed(head.title), text(head.subtitle), text(head.summary), text(head.language),
            text(head.authors), text(head.licence), text(head.version), text(head.created), text(head.modified),
            text(head.openingSelection), text(head.openingMoment)});
    writeSources(tables);
    writeVocabulary(tables);
    writeActors(tables);
    writeEvents(tables);
    writeTies(tables);
    writeReadings(tables);
    writeStories(tables);
    writeRest(tables);
}

void Writer::writeSources(const model::Tables& tables) {
    qint64 id = 0;
    for (const model::Source& row : tables.sources)
        insert("source",
               {"id", "key", "kind", "title", "author", "publisher", "published", "url", "archived_url", "accessed",
                "licence"},
               {++id, needed(row.key), text(row.kind), needed(row.title), text(row.author), text(row.publisher),
                text(row.published), text(row.url), text(row.archivedUrl), text(row.accessed), text(row.licence)});
    id = 0;
    for (const model::Citation& row : tables.citations)
        insert("citation", {"id", "key", "source", "locator", "note", "quotation"},
               {++id, needed(row.key), reference(row.source), text(row.locator), text(row.note), text(row.quotation)});
}

void Writer::writeVocabulary(const model::Tables& tables) {
    qint64 id = 0;
    for (const model::Theme& row : tables.themes)
        insert("theme", {"id", "key", "label", "icon", "position"},
               {++id, needed(row.key), needed(row.label), text(row.icon), number(row.position)});
    id = 0;
    for (const model::Theme& row : tables.themes)
        if (++id; row.lane.isValid())
            m_connection.run(QStringLiteral("UPDATE theme SET lane = ? WHERE id = ?"), {reference(row.lane), id});
    id = 0;
    for (const model::EventKind& row : tables.eventKinds)
        insert("event_kind", {"id", "key", "label", "mark", "tenor"},
               {++id, needed(row.key), needed(row.label), model::wordOf(row.mark), model::wordOf(row.tenor)});
    id = 0;
    for (const model::RelationType& row : tables.relationTypes)
        insert("relation_type", {"id", "key", "label", "inverse_label", "directed", "line_form", "tenor", "meaning"},
               {++id, needed(row.key), needed(row.label), text(row.inverseLabel), number(row.directed),
                model::wordOf(row.lineForm), model::wordOf(row.tenor), model::wordOf(row.meaning)});
    id = 0;
    for (const model::Media& row : tables.media)
        insert("media", {"id", "key", "type", "bytes", "alt_text", "credit", "licence"},
               {++id, needed(row.key), needed(row.type), row.bytes, needed(row.altText), text(row.credit),
                text(row.licence)});
}

void Writer::writeActors(const model::Tables& tables) {
    qint64 id = 0;
    for (const model::Actor& row : tables.actors)
        insert("actor", {"id", "key", "kind", "name", "short_name", "code", "summary", "pole"},
               {++id, needed(row.key), model::wordOf(row.kind), needed(row.name), text(row.shortName), text(row.code),
                text(row.summary), text(model::wordOf(row.pole))});
    id = 0;
    for (const model::Actor& row : tables.actors) {
        ++id;
        if (row.partOf.isValid())
            m_connection.run(QStringLiteral("UPDATE actor SET part_of = ? WHERE id = ?"), {reference(row.partOf), id});
        for (const model::Alias& alias : row.aliases)
            insert("alias", {"actor", "language", "text"}, {id, needed(alias.language), needed(alias.text)});
        for (qsizetype i = 0; i < row.media.size(); ++i)
            insert("actor_media", {"actor", "media", "position"}, {id, reference(row.media[i]), number(i + 1)});
        writeEvidence("actor", id, row.citations);
    }
}

void Writer::writeEvents(const model::Tables& tables) {
    qint64 id = 0;
    for (const model::Event& row : tables.events) {
        insert("event",
               {"id", "key", "title", "short_title", "summary", "kind", "tenor", "tenor_citation", "importance",
                "place", "certainty"},
               {++id, needed(row.key), needed(row.title), text(row.shortTitle), text(row.summary), reference(row.kind),
                word(row.tenor), reference(row.tenorCitation), number(row.importance), text(row.place),
                model::wordOf(row.certainty)});
        for (const model::DateClaim& claim : row.claims)
            writeClaim(claim, id);
        for (qsizetype i = 0; i < row.themes.size(); ++i)
            insert("event_theme", {"event", "theme", "position"}, {id, reference(row.themes[i]), number(i + 1)});
        for (qsizetype i = 0; i < row.media.size(); ++i)
            insert("event_media", {"event", "media", "position"}, {id, reference(row.media[i]), number(i + 1)});
        writeEvidence("event", id, row.citations);
    }
    id = 0;
    for (const model::Participation& row : tables.participations) {
        insert("participation", {"id", "event", "actor", "role"},
               {++id, reference(row.event), reference(row.actor), text(row.role)});
        writeEvidence("participation", id, row.citations);
    }
}

void Writer::writeClaim(const model::DateClaim& claim, qint64 event) {
    insert("date_claim", {"id", "event", "position", "edtf", "earliest", "latest", "calendar", "note", "preferred"},
           {++m_claims, event, number(claim.position), needed(claim.date.text()), day(claim.date.earliest()),
            day(claim.date.latest()), text(claim.calendar), text(claim.note), number(claim.preferred)});
    writeEvidence("date_claim", m_claims, claim.citations);
}

void Writer::writeTies(const model::Tables& tables) {
    qint64 id = 0;
    for (const model::Relationship& row : tables.relationships)
        insert("relationship", {"id", "key", "from_actor", "to_actor", "type", "label", "tenor", "tenor_citation"},
               {++id, needed(row.key), reference(row.from), reference(row.to), reference(row.type), text(row.label),
                word(row.tenor), reference(row.tenorCitation)});
    id = 0;
    for (const model::Period& row : tables.periods) {
        insert("period", {"id", "key", "relationship", "from_edtf", "to_edtf", "state", "begun_by", "ended_by"},
               {++id, needed(row.key), reference(row.relationship), text(row.from.text()), text(row.to.text()),
                model::wordOf(row.state), reference(row.begunBy), reference(row.endedBy)});
        writeEvidence("period", id, row.citations);
    }
}

void Writer::writeReadings(const model::Tables& tables) {
    qint64 id = 0;
    for (const model::Perspective& row : tables.perspectives) {
        insert("perspective", {"id", "key", "holder", "event", "actor", "relationship", "stance", "summary"},
               {++id, needed(row.key), reference(row.holder), reference(row.event), reference(row.actor),
                reference(row.relationship), model::wordOf(row.stance), text(row.summary)});
        writeEvidence("perspective", id, row.citations);
    }
    id = 0;
    for (const model::Era& row : tables.eras) {
        insert("era", {"id", "key", "label", "edtf", "band", "actor"},
               {++id, needed(row.key), needed(row.label), needed(row.date.text()), number(row.band),
                reference(row.actor)});
        writeEvidence("era", id, row.citations);
    }
}

void Writer::writeStories(const model::Tables& tables) {
    qint64 id = 0;
    for (const model::Story& row : tables.stories)
        writeStory(row, ++id);
    id = 0;
    for (const model::Scene& row : tables.scenes) {
        QList<qint64> citations;
        for (const model::CitationId citation : row.citations)
            citations.append(citation.index + 1);
        writeScene(row, ++id, row.story.index + 1, citations);
    }
}

void Writer::writeStory(const model::Story& row, qint64 id) {
    insert("story", {"id", "key", "title", "summary", "minutes", "position"},
           {id, needed(row.key), needed(row.title), text(row.summary), number(row.minutes), number(row.position)});
}

void Writer::writeScene(const model::Scene& row, qint64 id, qint64 storyId, const QList<qint64>& citationIds) {
    insert("scene",
           {"id",           "key",         "story",      "position",  "headline", "notes",          "seconds",
            "question",     "answer",      "span_from",  "span_to",   "moment",   "compare_moment", "selection",
            "focus",        "focus_steps", "filter",     "view",      "lanes_by", "network_x",      "network_y",
            "network_zoom", "hide_later",  "hide_dates", "hide_names"},
           {id,
            needed(row.key),
            storyId,
            number(row.position),
            text(row.headline),
            text(row.notes),
            number(row.seconds),
            text(row.question),
            text(row.answer),
            text(row.spanFrom),
            text(row.spanTo),
            text(row.moment),
            text(row.compareMoment),
            text(row.selection),
            text(row.focus),
            number(row.focusSteps),
            text(row.filter),
            text(row.view),
            text(row.lanesBy),
            real(row.networkX),
            real(row.networkY),
            real(row.networkZoom),
            number(row.hideLater),
            number(row.hideDates),
            number(row.hideNames)});
    for (qsizetype i = 0; i < row.points.size(); ++i)
        insert("point", {"scene", "position", "text"}, {id, number(i + 1), needed(row.points[i])});
    for (qsizetype i = 0; i < citationIds.size(); ++i)
        insert("scene_evidence", {"scene", "citation", "position"}, {id, citationIds[i], number(i + 1)});
}

void Writer::writeRest(const model::Tables& tables) {
    for (const model::Placement& row : tables.placements)
        insert("placement", {"actor", "x", "y"}, {reference(row.actor), row.place.x(), row.place.y()});
    for (const model::Translation& row : tables.translations)
        insert("translation", {"language", "subject", "field", "text"},
               {needed(row.language), needed(row.subject), needed(row.field), needed(row.text)});
}

void Writer::writeEvidence(const char* owner, qint64 id, const QList<model::CitationId>& citations) {
    const QString table = QString::fromLatin1(owner) + QStringLiteral("_evidence");
    for (qsizetype i = 0; i < citations.size(); ++i)
        insert(table, {QString::fromLatin1(owner), "citation", "position"},
               {id, reference(citations[i]), number(i + 1)});
}

} // namespace entente::store
