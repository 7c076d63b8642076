#include "db/store/allow_list.h"

#include "db/store/image.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace entente::store {

namespace {
struct AllowListText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::AllowList)
};

constexpr int mostObjects = 300;

struct Object {
    QString type, name, sql;
};

/// The grammar of plain tables: names and types, NOT NULL, a primary key over columns, STRICT.
bool isPlainTable(const QString& sql) {
    static const QRegularExpression plain(
        R"(^create table \w+ \( \w+ (int|integer|real|text|blob|any)( not null)?( , \w+ (int|integer|real|text|blob|any)( not null)?)*( , primary key \( \w+( , \w+)* \))? \)( strict)?$)");
    return plain.match(sql).hasMatch();
}

/// What SQLite makes by itself: the index of a key, which has no statement, and the statistics.
bool isMadeBySqlite(const Object& object, const QString& sql) {
    if (object.type == QLatin1String("index"))
        return object.name.startsWith(QLatin1String("sqlite_autoindex_")) && sql.isEmpty();
    return object.type == QLatin1String("table") && object.name == QLatin1String("sqlite_stat1") &&
           sql == QLatin1String("create table sqlite_stat1 ( tbl , idx , stat )");
}

QList<Object> objectsOf(Connection& connection) {
    QList<Object> objects;
    SQLite::Statement statement(connection.database(), "SELECT type, name, sql FROM sqlite_schema");
    while (statement.executeStep() && objects.size() <= mostObjects)
        objects.append({QString::fromUtf8(statement.getColumn(0).getText()),
                        QString::fromUtf8(statement.getColumn(1).getText()),
                        QString::fromUtf8(statement.getColumn(2).getText())});
    return objects;
}
} // namespace

QString canonicalSql(const QString& sql) {
    static const QRegularExpression token(R"(--[^\n]*|/\*[\s\S]*?\*/|"[^"]*"|\[[^\]]*\]|`[^`]*`|'[^']*'|\w+|[^\s\w])");
    QStringList tokens;
    auto matches = token.globalMatch(sql);
    while (matches.hasNext()) {
        QString word = matches.next().captured();
        if (word.startsWith("--") || word.startsWith("/*"))
            continue;
        // Quotes around a name that needs none; around anything else they stay, or a name could pass for several words.
        static const QRegularExpression quotedName(R"(^["\[`](\w+)["\]`]$)");
        const auto quoted = quotedName.match(word);
        tokens.append((quoted.hasMatch() ? quoted.captured(1) : word).toLower());
    }
    return tokens.join(' ').remove(QRegularExpression(QStringLiteral(" ;$")));
}

AllowList::AllowList(const QStringList& migrations) {
    Connection connection;
    for (const QString& script : migrations)
        connection.run(script.toUtf8().constData());
    for (const Object& object : objectsOf(connection))
        if (object.type == QLatin1String("table"))
            m_tables.insert(object.name, canonicalSql(object.sql));
}

model::Result<void> AllowList::check(Connection& connection, const QString& path, bool isNewer) const {
    const QList<Object> objects = objectsOf(connection);
    if (objects.size() > mostObjects)
        return fileFailure(
            path, AllowListText::tr("This file holds more than %1 objects; a dossier never does.").arg(mostObjects));
    QSet<QString> seen;
    for (const Object& object : objects) {
        const QString sql = canonicalSql(object.sql);
        const bool isOurs = object.type == QLatin1String("table") && m_tables.value(object.name) == sql;
        const bool isForeign =
            object.type == QLatin1String("table") && (isNewer || object.name.startsWith(QLatin1String("x_")));
        if (!isMadeBySqlite(object, sql) && !isOurs &&
            !(isForeign && !m_tables.contains(object.name) && isPlainTable(sql)))
            return fileFailure(
                path,
                AllowListText::tr("The %1 %2 does not belong in a dossier, or is not as the format has it.")
                    .arg(object.type, object.name),
                AllowListText::tr("Nothing of it was run. Get the file from a source you trust."),
                object.sql.simplified());
        seen.insert(object.name);
    }
    for (auto it = m_tables.cbegin(); it != m_tables.cend(); ++it)
        if (!seen.contains(it.key()))
            return fileFailure(path, AllowListText::tr("The table %1 is missing.").arg(it.key()),
                               AllowListText::tr("The file is damaged or no dossier."));
    return {};
}

} // namespace entente::store
