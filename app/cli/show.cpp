#include "app/cli/command.h"
#include "app/cli/reading.h"
#include "app/cli/records.h"

namespace entente::cli {

/// A JSON value in words: members as "name: value", parts of lists after one another.
static QString inWords(const QJsonValue& value) {
    QStringList parts;
    if (value.isArray())
        for (const QJsonValue& part : value.toArray())
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
static void printInWords(const QJsonObject& record, Console& console) {
    for (auto member = record.begin(); member != record.end(); ++member) {
        const QJsonArray list = member->toArray();
        if (!list.isEmpty() && list.first().isObject())
            for (const QJsonValue& part : list)
                console.print({member.key(), inWords(part)});
        else if (!member->isNull() && !(member->isArray() && list.isEmpty()))
            console.print({member.key(), inWords(*member)});
    }
}

static int show(const Options& options, Console& console) {
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    const QString key = options.operands()[1];
    const model::Subject subject = opened->dossier->find(key);
    if (model::isNothing(subject)) {
        console.complain(Text::tr("No event, actor, relationship, era, source or perspective of %1 has the key \"%2\".")
                             .arg(options.operands()[0], key));
        return WrongCall;
    }
    const QJsonObject record = fullRecord(*opened->dossier, subject);
    if (options.has("json"))
        console.print(record);
    else
        printInWords(record, console);
    return Done;
}

Command showCommand() {
    return {"show",
            {{"FILE", "KEY"}, false, {{"json", {}, Text::tr("print one JSON object")}}},
            Text::tr("Show one thing with all its claims, periods and evidence."),
            Text::tr("KEY is that of an event, actor, relationship, era, source or perspective."),
            show};
}

} // namespace entente::cli
