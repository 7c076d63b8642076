#include "app/cli/command.h"
#include "app/cli/query.h"
#include "app/cli/reading.h"
#include "app/cli/records.h"

#include <QSet>

#pragma GCC diagnostic ignored "-Wnull-dereference"
namespace entente::cli {

using namespace model;

namespace {

/// Records of one list, in order, and the members of a record that its line of text shows.
struct Listing {
    QList<QJsonObject> records;
    QStringList shown;
};

struct Call {
    const Dossier& dossier;
    const Query& query;
    bool ended = false;
};

QList<EventId> keptEvents(const Call& call) {
    QList<EventId> kept;
    for (const EventId event : call.dossier.eventsInOrder() + call.dossier.undatedEvents())
        if (keeps(call.query, call.dossier, event))
            kept.append(event);
    return kept;
}

Listing listEvents(const Call& call) {
    Listing listing{{}, {"key", "date", "title"}};
    for (const EventId event : keptEvents(call))
        listing.records.append(eventRecord(call.dossier, event));
    return listing;
}

/// Who takes part in the events kept and, where a moment is given, has a tie then.
QSet<ActorId> keptActors(const Call& call) {
    QSet<ActorId> kept;
    Query events = call.query;
    events.moments.clear();
    for (const EventId event : keptEvents({call.dossier, events}))
        for (const Participation& participation : call.dossier.participationsOf(event))
            kept.insert(participation.actor);
    if (call.query.moments.isEmpty())
        return kept;
    QSet<ActorId> tied;
    for (const Day moment : call.query.moments)
        for (const Tie& tie : tiesAt(call.dossier, moment))
            tied += {tie.from, tie.to};
    return events.choosesEvents() ? kept & tied : tied;
}

Listing listActors(const Call& call) {
    Listing listing{{}, {"key", "kind", "name"}};
    const QSet<ActorId> kept = keptActors(call);
    for (qsizetype i = 0; i < call.dossier.tables().actors.size(); ++i)
        if (!call.query.choosesEvents() || kept.contains(ActorId(i)))
            listing.records.append(actorRecord(call.dossier, ActorId(i)));
    return listing;
}

bool mayHold(const Period& period, const Query& query) {
    const std::optional<Day> start = possibleStart(period);
    const std::optional<Day> end = certainEnd(period);
    return (!query.to || !start || *start <= *query.to) && (!query.from || !end || *end >= *query.from);
}

/// Part-of links have no dates, so that they pass without a span alone.
bool mayHold(const Call& call, const Tie& tie) {
    if (tie.periods.isEmpty())
        return !call.query.from && !call.query.to;
    return mayHold(call.dossier.period(tie.periods.first()), call.query);
}

/// Every period of all time.
Listing listPeriods(const Call& call) {
    Listing listing{{}, {"key", "from", "type", "to", "status", "since", "until"}};
    for (qsizetype i = 0; i < call.dossier.tables().relationships.size(); ++i)
        if (matches(call.query.filter, call.dossier, RelationshipId(i)))
            for (const PeriodId period : call.dossier.periodsOf(RelationshipId(i)))
                if (mayHold(call.dossier.period(period), call.query))
                    listing.records.append(tieRecord(call.dossier, period));
    return listing;
}

/// What holds at each moment.
Listing listTies(const Call& call) {
    if (call.query.moments.isEmpty())
        return listPeriods(call);
    Listing listing{{}, {"key", "from", "type", "to", "status", "presence", "since", "until"}};
    for (const Day moment : call.query.moments)
        for (const Tie& tie : tiesAt(call.dossier, moment, call.query.filter, call.ended)) {
            if (!mayHold(call, tie))
                continue;
            listing.records.append(tieRecord(call.dossier, tie));
            if (call.query.moments.size() > 1)
                listing.records.last()["moment"] = isoText(moment);
        }
    if (call.query.moments.size() > 1)
        listing.shown.prepend("moment");
    return listing;
}

bool isKept(const Call& call, const Perspective& perspective, const QSet<EventId>& events) {
    if (perspective.event.isValid())
        return events.contains(perspective.event);
    const bool hasTime = call.query.from || call.query.to || !call.query.moments.isEmpty();
    return perspective.relationship.isValid() && !hasTime &&
           matches(call.query.filter, call.dossier, perspective.relationship);
}

Listing listPerspectives(const Call& call) {
    Listing listing{{}, {"key", "holder", "stance", "subject"}};
    const QList<EventId> kept = keptEvents(call);
    const QSet<EventId> events(kept.begin(), kept.end());
    const QList<Perspective>& perspectives = call.dossier.tables().perspectives;
    for (qsizetype i = 0; i < perspectives.size(); ++i)
        if (!call.query.choosesEvents() || isKept(call, perspectives[i], events))
            listing.records.append(perspectiveRecord(call.dossier, PerspectiveId(i)));
    return listing;
}

Listing listSources(const Call& call) {
    Listing listing{{}, {"key", "date", "publisher", "title"}};
    QSet<SourceId> cited;
    for (const EventId event : keptEvents(call))
        for (const CitationId citation : call.dossier.evidenceOf(event))
            cited.insert(call.dossier.citation(citation).source);
    for (qsizetype i = 0; i < call.dossier.tables().sources.size(); ++i)
        if (!call.query.choosesEvents() || cited.contains(SourceId(i)))
            listing.records.append(sourceRecord(call.dossier, SourceId(i)));
    return listing;
}

using Lister = Listing (*)(const Call&);

/// What can be listed, by its word.
const QList<std::pair<QString, Lister>>& listers() {
    static const QList<std::pair<QString, Lister>> all = {{"events", listEvents},
                                                          {"actors", listActors},
                                                          {"ties", listTies},
                                                          {"perspectives", listPerspectives},
                                                          {"sources", listSources}};
    return all;
}

Lister listerOf(const QString& word) {
    for (const auto& [name, lister] : listers())
        if (name == word)
            return lister;
    return nullptr;
}

void print(const Listing& listing, bool json, Console& console) {
    for (const QJsonObject& record : listing.records) {
        if (json) {
            console.print(record);
            continue;
        }
        QStringList cells;
        for (const QString& member : listing.shown)
            cells.append(record[member].toString("-"));
        console.print(cells);
    }
}

int list(const Options& options, Console& console) {
    const Lister lister = listerOf(options.operands()[1]);
    const auto query = readQuery(options);
    if (!lister)
        console.complain(Text::tr("\"%1\" cannot be listed; events, actors, ties, perspectives and sources can.")
                             .arg(options.operands()[1]));
    else if (!query)
        console.complain(query.error());
    if (!lister || !query)
        return WrongCall;
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    print(lister({*opened->dossier, *query, options.has("ended")}), options.has("json"), console);
    return Done;
}

} // namespace

Command listCommand() {
    return {
        "list",
        {{"FILE", "WHAT"},
         false,
         queryOptions() + QList<OptionForm>{{"ended", {}, Text::tr("ties: also those that have ended")},
                                            {"json", {}, Text::tr("print one JSON object a line")}}},
        Text::tr("List events, actors, ties, perspectives or sources."),
        Text::tr("WHAT is events, actors, ties, perspectives or sources.\nEvents, in order of time, are those that "
                 "fit. Actors are those who take part in them (with --moment: "
                 "who has a tie then), perspectives are those on them, sources those behind them.\n"
                 "Ties are the relationships that hold at the moment, with their periods and part-of links; without "
                 "--moment all periods.\n"
                 "JSON of ties: key, period, from, to, type, status (a state, or ended), presence (certain, possible, "
                 "none), since, until, earliest, latest, citations."),
        list};
}

} // namespace entente::cli
