#include "db/store/digest.h"

#include <QCryptographicHash>
#include <QMap>
#include <QtEndian>
#include <sqlite3.h>

namespace entente::store {

namespace {

struct Table {
    QString name;
    QStringList columns;
    QStringList primaryKey;
};

/// Our tables in the order in which the schema makes them.
QList<Table> tablesOf(const QStringList& migrations) {
    Connection connection;
    for (const QString& script : migrations)
        connection.run(script.toUtf8().constData());
    QList<Table> tables;
    SQLite::Statement names(connection.database(),
                            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
    while (names.executeStep()) {
        Table table{QString::fromUtf8(names.getColumn(0).getText()), {}, {}};
        QMap<int, QString> key;
        SQLite::Statement columns(connection.database(), "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid");
        columns.bind(1, table.name.toStdString());
        while (columns.executeStep()) {
            table.columns.append(QString::fromUtf8(columns.getColumn(0).getText()));
            if (const int place = columns.getColumn(1).getInt(); place > 0)
                key.insert(place, table.columns.last());
        }
        table.primaryKey = key.values();
        tables.append(table);
    }
    return tables;
}

void addValue(QCryptographicHash& hash, char type, const char* bytes, qsizetype size) {
    const quint64 length = qToLittleEndian(static_cast<quint64>(size));
    hash.addData(QByteArrayView(&type, 1));
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(&length), sizeof length));
    hash.addData(QByteArrayView(bytes, size));
}

void addColumn(QCryptographicHash& hash, const SQLite::Column& column) {
    if (column.isInteger()) {
        const qint64 number = qToLittleEndian(static_cast<qint64>(column.getInt64()));
        return addValue(hash, 'I', reinterpret_cast<const char*>(&number), sizeof number);
    }
    if (column.isFloat()) {
        const double real = qToLittleEndian(column.getDouble());
        return addValue(hash, 'R', reinterpret_cast<const char*>(&real), sizeof real);
    }
    if (column.isNull())
        return addValue(hash, 'N', nullptr, 0);
    const auto* bytes = static_cast<const char*>(column.getBlob());
    addValue(hash, column.isText() ? 'T' : 'B', bytes, column.getBytes());
}

} // namespace

QString contentDigest(Connection& connection, const QStringList& migrations) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (Table table : tablesOf(migrations)) {
        if (table.name == QLatin1String("placement"))
            continue;
        if (table.name == QLatin1String("dossier"))
            table.columns.removeAll(QStringLiteral("digest"));
        const QString sql = QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
                                .arg(table.columns.join(','), table.name, table.primaryKey.join(','));
        SQLite::Statement rows(connection.database(), sql.toStdString());
        while (rows.executeStep())
            for (int i = 0; i < rows.getColumnCount(); ++i)
                addColumn(hash, rows.getColumn(i));
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace entente::store
