#include "app/cli/records.h"

namespace entente::cli {

using namespace model;

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue dayOrNull(const std::optional<Day>& day) {
    return day ? QJsonValue(isoText(*day)) : QJsonValue();
}

QJsonValue dayOrNull(const Bound& bound) {
    return bound.isKnown() ? QJsonValue(isoText(bound.day)) : QJsonValue();
}

void putDate(QJsonObject& object, const Edtf* date) {
    object["date"] = date ? textOrNull(date->text()) : QJsonValue();
    object["earliest"] = date ? dayOrNull(date->earliest()) : QJsonValue();
    object["latest"] = date ? dayOrNull(date->latest()) : QJsonValue();
}

QJsonArray keysOf(const Dossier& dossier, const QList<CitationId>& citations) {
    QJsonArray keys;
    for (const CitationId id : citations)
        keys.append(dossier.citation(id).key);
    return keys;
}

static QJsonValue actorKey(const Dossier& dossier, ActorId id) {
    return id.isValid() ? QJsonValue(dossier.actor(id).key) : QJsonValue();
}

static QJsonArray themeKeys(const Dossier& dossier, const QList<ThemeId>& themes) {
    QJsonArray keys;
    for (const ThemeId id : themes)
        keys.append(dossier.theme(id).key);
    return keys;
}

QJsonObject eventRecord(const Dossier& dossier, EventId id) {
    const Event& event = dossier.event(id);
    const auto claim = dossier.claimInUse(id);
    const ThemeId lane = dossier.laneOf(id);
    QJsonObject record{{"key", event.key},
                       {"title", textOrNull(event.title)},
                       {"kind", event.kind.isValid() ? QJsonValue(dossier.kindOf(id).key) : QJsonValue()},
                       {"tenor", wordOf(dossier.tenorOf(id))},
                       {"importance", event.importance},
                       {"certainty", wordOf(event.certainty)},
                       {"contested", dossier.isContested(id)},
                       {"place", textOrNull(event.place)},
                       {"lane", lane.isValid() ? QJsonValue(dossier.theme(lane).key) : QJsonValue()},
                       {"themes", themeKeys(dossier, event.themes)},
                       {"citations", keysOf(dossier, event.citations)}};
    putDate(record, claim ? &claim->date : nullptr);
    return record;
}

QJsonObject actorRecord(const Dossier& dossier, ActorId id) {
    const Actor& actor = dossier.actor(id);
    QJsonArray aliases;
    for (const Alias& alias : actor.aliases)
        aliases.append(QJsonObject{{"language", textOrNull(alias.language)}, {"text", alias.text}});
    return {{"key", actor.key},
            {"kind", wordOf(actor.kind)},
            {"name", textOrNull(actor.name)},
            {"short_name", textOrNull(actor.shortName)},
            {"code", textOrNull(actor.code)},
            {"part_of", actorKey(dossier, actor.partOf)},
            {"pole", actor.pole == Pole::None ? QJsonValue() : QJsonValue(wordOf(actor.pole))},
            {"aliases", aliases},
            {"citations", keysOf(dossier, actor.citations)}};
}

static Subject subjectOf(const Perspective& perspective) {
    if (perspective.event.isValid())
        return perspective.event;
    if (perspective.actor.isValid())
        return perspective.actor;
    return perspective.relationship.isValid() ? Subject(perspective.relationship) : Subject();
}

QJsonObject perspectiveRecord(const Dossier& dossier, PerspectiveId id) {
    const Perspective& perspective = dossier.perspective(id);
    return {{"key", perspective.key},
            {"holder", actorKey(dossier, perspective.holder)},
            {"subject", textOrNull(dossier.keyOf(subjectOf(perspective)))},
            {"stance", wordOf(perspective.stance)},
            {"summary", textOrNull(perspective.summary)},
            {"citations", keysOf(dossier, perspective.citations)}};
}

QJsonObject sourceRecord(const Dossier& dossier, SourceId id) {
    const Source& source = dossier.source(id);
    QJsonObject record{{"key", source.key},
                       {"kind", textOrNull(source.kind)},
                       {"title", textOrNull(source.title)},
                       {"author", textOrNull(source.author)},
                       {"publisher", textOrNull(source.publisher)},
                       {"url", textOrNull(source.url)},
                       {"archived_url", textOrNull(source.archivedUrl)},
                       {"accessed", textOrNull(source.accessed)},
                       {"licence", textOrNull(source.licence)},
                       {"citations", keysOf(dossier, dossier.citationsOf(id))}};
    const auto published = Edtf::parse(source.published);
    putDate(record, published ? &*published : nullptr);
    record["date"] = textOrNull(source.published);
    return record;
}

QString wordOf(Presence presence) {
    return presence == Presence::Certain ? "certain" : presence == Presence::Possible ? "possible" : "none";
}

QJsonObject tieRecord(const Dossier& dossier, PeriodId id) {
    const Period& period = dossier.period(id);
    const Relationship& relationship = dossier.relationship(period.relationship);
    return {{"key", relationship.key},
            {"period", period.key},
            {"from", actorKey(dossier, relationship.from)},
            {"to", actorKey(dossier, relationship.to)},
            {"type", dossier.typeOf(period.relationship).key},
            {"status", wordOf(period.state)},
            {"since", textOrNull(period.from.text())},
            {"until", textOrNull(period.to.text())},
            {"earliest", dayOrNull(possibleStart(period))},
            {"latest", dayOrNull(certainEnd(period))},
            {"citations", keysOf(dossier, period.citations)}};
}

QJsonObject tieRecord(const Dossier& dossier, const Tie& tie) {
    QJsonObject record;
    if (!tie.periods.isEmpty())
        record = tieRecord(dossier, tie.periods.first());
    else
        record = {{"key", QJsonValue()},
                  {"period", QJsonValue()},
                  {"from", actorKey(dossier, tie.from)},
                  {"to", actorKey(dossier, tie.to)},
                  {"type", "part-of"},
                  {"since", QJsonValue()},
                  {"until", QJsonValue()},
                  {"earliest", QJsonValue()},
                  {"latest", QJsonValue()},
                  {"citations", keysOf(dossier, dossier.actor(tie.from).citations)}};
    record["status"] = tie.ended ? "ended" : wordOf(tie.state);
    record["presence"] = wordOf(tie.presence);
    return record;
}

} // namespace entente::cli
