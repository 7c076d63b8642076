#include "app/cli/command.h"
#include "app/cli/reading.h"
#include "db/exchange/csv_tables.h"
#include "db/store/whole_file.h"

#include <QDir>

namespace entente::cli {

/// Whether an option that knows one word has it.
static bool isCsv(const Options& options, const QString& option, Console& console) {
    if (options.value(option) == "csv")
        return true;
    console.complain(Text::tr("The option --%1 takes csv, not \"%2\".").arg(option, options.value(option)));
    return false;
}

static void complain(const exchange::ImportReport& report, Console& console) {
    for (const model::Finding& finding : report.findings + report.notes)
        console.complain(finding);
    if (report.unreportedFindings > 0)
        console.complain(Text::tr("There are %1 more findings.").arg(report.unreportedFindings));
}

static int importFolder(const Options& options, Console& console) {
    if (!isCsv(options, "from", console))
        return WrongCall;
    const auto report = exchange::importTables(options.operands()[0]);
    if (!report) {
        console.complain(report.error());
        return Unreadable;
    }
    complain(*report, console);
    if (!report->isAcceptable()) {
        console.complain(Text::tr("Nothing was imported; %1 is as it was.").arg(options.value("output")));
        return Findings;
    }
    if (const auto created = store::create(options.value("output"), report->tables); !created) {
        console.complain(created.error());
        return NotWritten;
    }
    return Done;
}

static int exportData(const Options& options, Console& console) {
    if (!isCsv(options, "to", console))
        return WrongCall;
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    const auto files = exchange::exportTables(opened->dossier->tables());
    if (!files) {
        console.complain(files.error());
        return NotWritten;
    }
    if (const auto written = store::writeFiles(options.value("output"), *files); !written) {
        console.complain(written.error());
        return NotWritten;
    }
    for (const model::Finding& finding : opened->dossier->findings())
        console.complain(finding);
    return opened->dossier->findings().isEmpty() ? Done : Findings;
}

Command importCommand() {
    return {
        "import",
        {{"FOLDER"},
         false,
         {{"from", "csv", Text::tr("the form of the tables"), OptionForm::Use::Needed},
          {"output", "FILE", Text::tr("the dossier to write"), OptionForm::Use::Needed}}},
        Text::tr("Make a dossier of a folder of tables."),
        Text::tr("All or nothing: with any finding nothing is written. Each finding names file, line, column, what was "
                 "found and what was expected."),
        importFolder};
}

Command exportDataCommand() {
    return {"export-data",
            {{"FILE"},
             false,
             {{"to", "csv", Text::tr("the form of the tables"), OptionForm::Use::Needed},
              {"output", "FOLDER", Text::tr("where the tables go"), OptionForm::Use::Needed}}},
            Text::tr("Write a dossier as a folder of tables."),
            Text::tr("Importing the tables gives the same dossier again. What cannot be read in the dossier is named "
                     "and is not in the tables (exit code 1)."),
            exportData};
}

} // namespace entente::cli
