#include "app/cli/command.h"
#include "app/cli/query.h"
#include "app/cli/reading.h"
#include "app/cli/records.h"
#include "app/wording/wording.h"

namespace entente::cli {

using namespace model;

namespace {

/// What a call asks for, beside the file.
struct Wanted {
    Query query;
    bool inTime = false;
    Presence least = Presence::Possible;
};

Result<Wanted> readWanted(const Options& options) {
    const auto query = readQuery(options);
    if (!query)
        return tl::unexpected(query.error());
    if (query->moments.size() > 1)
        return failure(Text::tr("A path is asked for one moment: --moment is given more than once."));
    if (options.has("in-time") && !query->moments.isEmpty())
        return failure(Text::tr("A path is either that of a --moment or one --in-time."));
    return Wanted{*query, options.has("in-time"), options.has("certain") ? Presence::Certain : Presence::Possible};
}

Result<ActorId> readActor(const Dossier& dossier, const QString& file, const QString& key) {
    const Subject found = dossier.find(key);
    if (const ActorId* actor = std::get_if<ActorId>(&found))
        return *actor;
    return isNothing(found) ? failure(Text::tr("Nothing in %1 has the key \"%2\".").arg(file, key))
                            : failure(Text::tr("\"%1\" is not an actor.").arg(key));
}

Result<std::pair<ActorId, ActorId>> readEnds(const Dossier& dossier, const QStringList& operands) {
    const auto from = readActor(dossier, operands[0], operands[1]);
    const auto to = readActor(dossier, operands[0], operands[2]);
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    if (*from == *to)
        return failure(Text::tr("A path needs two actors; both are \"%1\".").arg(operands[1]));
    return std::pair(*from, *to);
}

QJsonValue keyOf(const Dossier& dossier, const Tie& tie) {
    return tie.kind == Tie::Kind::PartOf ? QJsonValue() : QJsonValue(dossier.keyOf(tie.subject()));
}

QString typeOf(const Dossier& dossier, const Tie& tie) {
    if (tie.kind == Tie::Kind::Relationship)
        return dossier.typeOf(tie.relationship).key;
    return tie.kind == Tie::Kind::Agreement ? "agreement" : "part-of";
}

QJsonObject stepRecord(const Dossier& dossier, const PathStep& step, qsizetype number) {
    QJsonArray periods;
    for (const PeriodId period : step.tie.periods)
        periods.append(dossier.period(period).key);
    return {{"step", number},
            {"day", dayOrNull(step.day)},
            {"from", dossier.actor(step.from).key},
            {"to", dossier.actor(step.to).key},
            {"key", keyOf(dossier, step.tie)},
            {"type", typeOf(dossier, step.tie)},
            {"periods", periods},
            {"status", wordOf(step.tie.state)},
            {"presence", wordOf(step.tie.presence)},
            {"citations", keysOf(dossier, step.citations)},
            {"words", wording::Wording().pathStep(dossier, step)}};
}

void print(const Dossier& dossier, const Path& path, bool json, Console& console) {
    for (qsizetype i = 0; i < path.steps.size(); ++i) {
        const PathStep& step = path.steps[i];
        const QJsonObject record = stepRecord(dossier, step, i + 1);
        QStringList citations;
        for (const CitationId citation : step.citations)
            citations.append(dossier.citation(citation).key);
        if (json)
            console.print(record);
        else
            console.print({record["day"].toString("-"), record["from"].toString(), record["to"].toString(),
                           record["words"].toString(), citations.join(' ')});
    }
}

QString noPath(const QStringList& operands, std::optional<Day> moment) {
    return moment ? Text::tr("No path joins %1 and %2 on %3.").arg(operands[1], operands[2], isoText(*moment))
                  : Text::tr("No path in time leads from %1 to %2.").arg(operands[1], operands[2]);
}

int path(const Options& options, Console& console) {
    const auto wanted = readWanted(options);
    if (!wanted) {
        console.complain(wanted.error());
        return WrongCall;
    }
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    const Dossier& dossier = *opened->dossier;
    const auto ends = readEnds(dossier, options.operands());
    if (!ends) {
        console.complain(ends.error());
        return WrongCall;
    }
    std::optional<Day> moment;
    if (!wanted->inTime)
        moment = wanted->query.moments.isEmpty() ? openingMoment(opened->dossier) : wanted->query.moments.first();
    const PathOptions how{wanted->query.filter, wanted->least, {}};
    const auto found = moment ? pathAt(dossier, *moment, ends->first, ends->second, how)
                              : pathInTime(dossier, ends->first, ends->second, how);
    if (!found) {
        console.complain(noPath(options.operands(), moment));
        return Findings;
    }
    print(dossier, *found, options.has("json"), console);
    return Done;
}

} // namespace

Command pathCommand() {
    return {
        "path",
        {{"FILE", "A", "B"},
         false,
         momentOptions() + QList<OptionForm>{{"in-time", {}, Text::tr("no step earlier than the one before")},
                                             {"certain", {}, Text::tr("only over ties that certainly hold")},
                                             {"json", {}, Text::tr("print one JSON object a line")}}},
        Text::tr("Find how two actors hang together, tie by tie."),
        Text::tr("A and B are keys of actors. The path is the one of fewest ties in the network of the moment (without "
                 "--moment: that of the opening view), certain ties before possible ones.\n"
                 "With --in-time it is the one that arrives first: each step is taken on a day on which its tie holds, "
                 "or may hold, and no earlier than the step before.\n"
                 "One line a step: day, from, to, the tie in words, citations. JSON: step, day, from, to, key, type, "
                 "periods, status, presence, citations, words.\n"
                 "Exit code 1: there is no path."),
        path};
}

} // namespace entente::cli
