#include "app/cli/command.h"
#include "app/cli/query.h"
#include "app/cli/reading.h"
#include "app/cli/records.h"
#include "app/relations/layout/centrality.h"

#include <cmath>

namespace entente::cli {

using namespace model;

/// Six decimals: those after them differ from machine to machine.
static double rounded(double value) {
    constexpr double decimals = 1e6;
    return std::round(value * decimals) / decimals;
}

static QJsonObject recordOf(const Dossier& dossier, ActorId actor, const relations::Centralities& centralities) {
    const relations::Centrality& centrality = centralities.of(actor);
    return {{"key", dossier.actor(actor).key},
            {"name", textOrNull(dossier.actor(actor).name)},
            {"moment", isoText(centralities.moment)},
            {"degree", centrality.degree},
            {"betweenness", rounded(centrality.betweenness)},
            {"constraint", centrality.constraint ? QJsonValue(rounded(*centrality.constraint)) : QJsonValue()}};
}

static void print(const QJsonObject& record, const Options& options, bool manyMoments, Console& console) {
    if (options.has("json"))
        return console.print(record);
    const auto number = [&](const char* member) { return QString::number(record[member].toDouble(), 'f', 3); };
    const QStringList cells = {record["key"].toString(), QString::number(record["degree"].toInt()),
                               number("betweenness"), record["constraint"].isNull() ? "-" : number("constraint")};
    console.print(manyMoments ? QStringList(record["moment"].toString()) + cells : cells);
}

static int central(const Options& options, Console& console) {
    const auto query = readQuery(options);
    if (!query) {
        console.complain(query.error());
        return WrongCall;
    }
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    const Dossier& dossier = *opened->dossier;
    const QList<Day> moments = query->moments.isEmpty() ? QList<Day>{openingMoment(opened->dossier)} : query->moments;
    for (const Day moment : moments) {
        const auto centralities = relations::centralityAt(networkAt(dossier, moment, query->filter, {false, {}}));
        if (!centralities) {
            console.complain(Text::tr("The network is too large for the memory at hand."));
            return Findings;
        }
        for (const ActorId actor : relations::ranked(dossier, *centralities))
            print(recordOf(dossier, actor, *centralities), options, moments.size() > 1, console);
    }
    return Done;
}

Command centralCommand() {
    return {
        "central",
        {{"FILE"}, false, momentOptions() + QList<OptionForm>{{"json", {}, Text::tr("print one JSON object a line")}}},
        Text::tr("Rank the actors by how central they are at a moment."),
        Text::tr("Of each actor with a tie at the moment (without --moment: that of the opening view): degree, the "
                 "number of actors it is tied with; betweenness, the share of shortest paths between others that "
                 "lead over it; constraint (Burt), low for brokers between others who lack ties. By betweenness, "
                 "then degree.\n"
                 "JSON: key, name, moment, degree, betweenness, constraint."),
        central};
}

} // namespace entente::cli
