#include "app/cli/command.h"
#include "app/cli/reading.h"
#include "app/cli/records.h"

namespace entente::cli {

static QJsonObject findingRecord(const model::Finding& finding) {
    return {{"table", textOrNull(finding.table)},  {"row", textOrNull(finding.row)},
            {"field", textOrNull(finding.field)},  {"problem", textOrNull(finding.problem)},
            {"found", textOrNull(finding.found)},  {"expected", textOrNull(finding.expected)},
            {"remedy", textOrNull(finding.remedy)}};
}

static int check(const Options& options, Console& console) {
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    model::Findings findings = opened->dossier->findings();
    if (!opened->digestMatches)
        findings.prepend(
            model::failure(Text::tr("The content differs from what was sealed when the dossier was saved."),
                           Text::tr("Compare it with another copy before relying on it."))
                .value());
    for (const model::Finding& finding : findings) {
        if (options.has("json"))
            console.print(findingRecord(finding));
        else
            console.print(QStringList{model::describe(finding)});
    }
    return findings.isEmpty() ? Done : Findings;
}

Command checkCommand() {
    return {"check",
            {{"FILE"}, false, {{"json", {}, Text::tr("print one JSON object a finding")}}},
            Text::tr("Name what is wrong in a dossier, by table, row and field."),
            Text::tr("Prints nothing for a sound dossier.\nJSON: table, row, field, problem, found, expected, remedy."),
            check};
}

} // namespace entente::cli
