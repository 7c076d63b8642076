#include "db/exchange/keys.h"

namespace entente::exchange {

template <>
QString tableOf<model::SourceId>() {
    return "source";
}
template <>
QString tableOf<model::CitationId>() {
    return "citation";
}
template <>
QString tableOf<model::ThemeId>() {
    return "theme";
}
template <>
QString tableOf<model::EventKindId>() {
    return "event_kind";
}
template <>
QString tableOf<model::EventId>() {
    return "event";
}
template <>
QString tableOf<model::ActorId>() {
    return "actor";
}
template <>
QString tableOf<model::RelationTypeId>() {
    return "relation_type";
}
template <>
QString tableOf<model::RelationshipId>() {
    return "relationship";
}
template <>
QString tableOf<model::MediaId>() {
    return "media";
}
template <>
QString tableOf<model::StoryId>() {
    return "story";
}

void Keys::add(const QString& table, const QString& key) {
    QStringList& keys = m_keys[table];
    if (!m_rows[table].contains(key))
        m_rows[table].insert(key, keys.size());
    keys.append(key);
}

qsizetype Keys::row(const QString& table, const QString& key) const {
    const auto rows = m_rows.constFind(table);
    return rows == m_rows.constEnd() ? -1 : rows->value(key, -1);
}

QString Keys::key(const QString& table, qsizetype row) const {
    const auto keys = m_keys.constFind(table);
    return keys == m_keys.constEnd() ? QString() : keys->value(row);
}

bool Keys::isInAny(const QStringList& tables, const QString& key) const {
    return std::any_of(tables.begin(), tables.end(),
                       [&](const QString& table) { return !isReadable(table) || row(table, key) >= 0; });
}

} // namespace entente::exchange
