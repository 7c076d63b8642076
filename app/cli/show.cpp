#include "app/cli/command.h"
#include "app/cli/reading.h"
#include "app/cli/records.h"

namespace entente::cli {

/// A JSON value in words: members as "name: value", parts of lists after one another.
static QString inWords(const QJsonValue& value) {
    QStringList parts;
    if (value.isArray())
        for (const auto& part : value.toArray())
            parts.append(inWords(part));
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        if (!member->isNull())
            parts.append(member.key() + ": " + inWords(*member));
    if (value.isArray() || value.isObject())
        return parts.join(value.isArray() ? ", " : "; ");
    return value.isBool() ? (value.toBool() ? Text::tr("yes") : Text::tr("no")) : value.toVariant().toString();
}

/// One line a member; lists of records one line a record.
static void printMember(const QString& name, const QJsonValue& value, Console& console) {
    const QJsonArray list = value.toArray();
    if (!list.isEmpty() && list.first().isObject())
        for (const auto& part : list)
            console.print({name, inWords(part)});
    else if (!value.isNull() && !(value.isArray() && list.isEmpty()))
        console.print({name, inWords(value)});
}

/// What the thing is comes first, its sources last.
static void printRow(const QJsonObject& record, Console& console) {
    const QStringList first = {"table", "key", "title", "name", "label", "date", "summary"};
    const QStringList last = {"citations", "evidence"};
    QStringList names = record.keys();
    names.removeIf([&](const QString& name) { return first.contains(name) || last.contains(name); });
    for (const QString& name : first + names + last)
        printMember(name, record.contains(name) ? record[name] : QJsonValue(), console);
}

static int show(const Options& options, Console& console) {
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    const QString key = options.operands()[1];
    const QJsonObject record = fullRecord(*opened->dossier, key);
    if (record.isEmpty()) {
        console.complain(Text::tr("Nothing in %1 has the key \"%2\".").arg(options.operands()[0], key));
        return WrongCall;
    }
    if (options.has("json"))
        console.print(record);
    else
        printRow(record, console);
    return Done;
}

Command showCommand() {
    return {"show",
            {{"FILE", "KEY"}, false, {{"json", {}, Text::tr("print one JSON object")}}},
            Text::tr("Show one thing with all its claims, periods and evidence."),
            Text::tr("KEY is that of an event, actor, relationship, period, perspective, era, source or citation."),
            show};
}

} // namespace entente::cli
