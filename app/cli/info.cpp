#include "app/cli/command.h"
#include "app/cli/reading.h"
#include "app/cli/records.h"

namespace entente::cli {

using model::Dossier;

static QJsonValue spanRecord(const Dossier& dossier) {
    const auto span = dossier.span();
    return span ? QJsonValue(QJsonObject{{"first", model::isoText(span->first)}, {"last", model::isoText(span->last)}})
                : QJsonValue();
}

static QJsonObject countRecord(const Dossier& dossier) {
    const model::Tables& tables = dossier.tables();
    return {{"events", tables.events.size()},   {"undated", dossier.undatedEvents().size()},
            {"actors", tables.actors.size()},   {"relationships", tables.relationships.size()},
            {"periods", tables.periods.size()}, {"citations", tables.citations.size()},
            {"sources", tables.sources.size()}, {"themes", tables.themes.size()},
            {"eras", tables.eras.size()},       {"perspectives", tables.perspectives.size()}};
}

static QJsonArray storyRecords(const Dossier& dossier) {
    const model::Tables& tables = dossier.tables();
    QJsonArray records;
    for (qsizetype i = 0; i < tables.stories.size(); ++i) {
        const auto scenes = std::count_if(tables.scenes.begin(), tables.scenes.end(),
                                          [i](const model::Scene& scene) { return scene.story == model::StoryId(i); });
        records.append(QJsonObject{{"key", tables.stories[i].key},
                                   {"title", textOrNull(tables.stories[i].title)},
                                   {"scenes", static_cast<qint64>(scenes)}});
    }
    return records;
}

static void printInfo(const QJsonObject& record, Console& console) {
    console.print({Text::tr("title"), record["title"].toString()});
    const QJsonObject span = record["span"].toObject();
    console.print(
        {Text::tr("span"), span.isEmpty() ? Text::tr("no dates") : span["first"].toString(), span["last"].toString()});
    console.print({Text::tr("schema"), QString::number(record["schema"].toInt())});
    const QJsonObject counts = record["counts"].toObject();
    for (auto count = counts.begin(); count != counts.end(); ++count)
        console.print({count.key(), QString::number(count->toInteger())});
    for (const QJsonValue story : record["stories"].toArray())
        console.print({Text::tr("story"), story["key"].toString(), story["title"].toString(),
                       Text::tr("scenes: %1").arg(story["scenes"].toInt())});
}

static int info(const Options& options, Console& console) {
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    const Dossier& dossier = *opened->dossier;
    const QJsonObject record{{"title", textOrNull(dossier.head().title)},
                             {"span", spanRecord(dossier)},
                             {"schema", opened->schema},
                             {"counts", countRecord(dossier)},
                             {"stories", storyRecords(dossier)}};
    if (options.has("json"))
        console.print(record);
    else
        printInfo(record, console);
    return Done;
}

Command infoCommand() {
    return {"info",
            {{"FILE"}, false, {{"json", {}, Text::tr("print one JSON object")}}},
            Text::tr("Say what a dossier is about and how much it holds."),
            Text::tr("JSON: title, span (first, last, or null), schema, counts, stories (key, title, scenes)."),
            info};
}

} // namespace entente::cli
