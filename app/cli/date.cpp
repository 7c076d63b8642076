#include "app/cli/command.h"
#include "app/wording/date_record.h"

#include <QJsonArray>

namespace entente::cli {

/// The record of a text with every member, so that a reader need not ask which are there.
static QJsonObject wholeRecord(const QString& text) {
    QJsonObject record = wording::dateRecord(text, wording::Wording());
    for (const char* member : {"error", "earliest", "latest", "start", "end", "precision", "words"})
        if (!record.contains(QLatin1String(member)))
            record[QLatin1String(member)] = QJsonValue();
    for (const char* member : {"uncertain", "approximate"})
        if (!record.contains(QLatin1String(member)))
            record[QLatin1String(member)] = QJsonArray();
    return record;
}

/// A bound in words: the day, or "open" or "unknown".
static QString boundText(const QJsonObject& record, const QString& day, const QString& kind) {
    return record[day].toString(record[kind].toString());
}

static void printDate(const QJsonObject& record, Console& console) {
    if (record["valid"].toBool()) {
        console.print({record["input"].toString(), boundText(record, "earliest", "start"),
                       boundText(record, "latest", "end"), record["precision"].toString(), record["words"].toString()});
        return;
    }
    const QJsonObject error = record["error"].toObject();
    console.print({record["input"].toString(), Text::tr("invalid at column %1").arg(error["column"].toInt()),
                   error["message"].toString()});
}

static int date(const Options& options, Console& console) {
    int code = Done;
    for (const QString& text : options.operands()) {
        const QJsonObject record = wholeRecord(text);
        if (!record["valid"].toBool())
            code = Findings;
        if (options.has("json"))
            console.print(record);
        else
            printDate(record, console);
    }
    return code;
}

Command dateCommand() {
    return {
        "date",
        {{"TEXT"}, true, {{"json", {}, Text::tr("print one JSON object a line")}}},
        Text::tr("Say what is understood of dates in EDTF."),
        Text::tr("Write -- before a text that begins with a minus: entente date -- -0043-03-15\n"
                 "Days are [-]YYYY-MM-DD in the proleptic Gregorian calendar, the year 0000 is 1 BCE.\n"
                 "JSON: input, valid, error (column, message), earliest, latest (null if open or unknown), start, end "
                 "(known, open, unknown), precision, uncertain, approximate (lists of year, month, day), words.\n"
                 "Ends with 1 if any text is invalid."),
        date};
}

} // namespace entente::cli
