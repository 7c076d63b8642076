#pragma once

#include "db/model/dossier.h"

#include <QHash>
#include <QSet>

namespace entente::exchange {

/// The table that an id counts rows of.
template <typename Id>
QString tableOf();

/// The keys of all tables, both ways: what row a key is, what key a row has.
class Keys {
public:
    /// Adds the next row of a table. An empty key takes a row, too.
    void add(const QString& table, const QString& key);
    /// A table of which not all keys could be read: a key that is not there may be one of those.
    void addUnreadable(const QString& table) { m_unreadable.insert(table); }
    bool isReadable(const QString& table) const { return !m_unreadable.contains(table); }

    /// Row of a key, or -1. Of keys that are there twice the first.
    qsizetype row(const QString& table, const QString& key) const;
    QString key(const QString& table, qsizetype row) const;
    /// Whether one of these tables has the key, or may have it.
    bool isInAny(const QStringList& tables, const QString& key) const;

private:
    QHash<QString, QHash<QString, qsizetype>> m_rows;
    QHash<QString, QStringList> m_keys;
    QSet<QString> m_unreadable;
};

} // namespace entente::exchange
