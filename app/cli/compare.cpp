#include "app/cli/command.h"
#include "app/cli/query.h"
#include "app/cli/reading.h"
#include "app/cli/records.h"
#include "app/wording/wording.h"

namespace entente::cli {

using namespace model;

static QString wordOf(Difference difference) {
    switch (difference) {
    case Difference::New:
        return "new";
    case Difference::Gone:
        return "gone";
    case Difference::Changed:
        return "changed";
    case Difference::Passed:
        return "passed";
    case Difference::Same:
        break;
    }
    return "same";
}

static QJsonValue eventKey(const Dossier& dossier, EventId event) {
    return event.isValid() ? QJsonValue(dossier.keyOf(event)) : QJsonValue();
}

static QJsonObject recordOf(const Dossier& dossier, const Comparison& comparison, const PeriodDifference& difference) {
    const Period& period = dossier.period(difference.period);
    const bool isPaired = difference.counterpart.isValid();
    QJsonObject record = tieRecord(dossier, difference.period);
    record["difference"] = wordOf(difference.difference);
    record["certain"] = difference.isCertain;
    record["begins"] = wordOf(difference.begins);
    record["ends"] = wordOf(difference.ends);
    record["begun_by"] = eventKey(dossier, period.begunBy);
    record["ended_by"] = eventKey(dossier, period.endedBy);
    record["counterpart"] = isPaired ? QJsonValue(dossier.period(difference.counterpart).key) : QJsonValue();
    record["words"] = wording::Wording().difference(dossier, comparison, difference);
    return record;
}

static int compare(const Options& options, Console& console) {
    const auto query = readQuery(options);
    if (!query)
        console.complain(query.error());
    else if (query->moments.size() != 2)
        console.complain(Text::tr("Two moments are compared: --moment EDTF --moment EDTF."));
    if (!query || query->moments.size() != 2)
        return WrongCall;
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    const Dossier& dossier = *opened->dossier;
    const Comparison comparison = model::compare(dossier, query->moments[0], query->moments[1], query->filter);
    for (const PeriodDifference& difference : comparison.periods) {
        const QJsonObject record = recordOf(dossier, comparison, difference);
        if (options.has("json"))
            console.print(record);
        else
            console.print({record["period"].toString(), record["words"].toString()});
    }
    return Done;
}

Command compareCommand() {
    return {
        "compare",
        {{"FILE"}, false, momentOptions() + QList<OptionForm>{{"json", {}, Text::tr("print one JSON object a line")}}},
        Text::tr("List what began and ended between two moments."),
        Text::tr("--moment is given twice; the earlier is compared with the later. Every period that begins or ends "
                 "after the earlier, up to and including the later, in order of time: it is new, gone, changed (the "
                 "relationship holds on both days, by another period) or passed (it holds on neither).\n"
                 "JSON: the members of ties, and difference, certain, begins, ends (certain, possible or none), "
                 "begun_by, ended_by, counterpart (of what changed: the period of the other day), words."),
        compare};
}

} // namespace entente::cli
