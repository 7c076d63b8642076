#include "db/store/event_parts.h"

#include <numeric>

namespace entente::store {

namespace {
/// The first row that belongs to this owner or a later one, in a table that keeps the order of owners. O(log rows).
qint64 firstRowOf(Connection& connection, const Beside& beside, qint64 owner) {
    const QByteArray table = beside.table;
    qint64 low = connection.number("SELECT coalesce(min(rowid), 0) FROM " + table);
    qint64 high = connection.number("SELECT coalesce(max(rowid), -1) FROM " + table);
    high += high < Range::beyond ? 1 : 0;
    SQLite::Statement row(connection.database(), ("SELECT rowid, " + QByteArray(beside.owner) + " FROM " + table +
                                                  " WHERE rowid >= ? ORDER BY rowid LIMIT 1")
                                                     .constData());
    while (low < high) {
        const qint64 middle = std::midpoint(low, high);
        row.reset();
        row.bind(1, static_cast<int64_t>(middle));
        if (!row.executeStep() || row.getColumn(1).getInt64() >= owner)
            high = middle;
        else
            low = row.getColumn(0).getInt64() + 1;
    }
    return low;
}
} // namespace

std::vector<Cut> cutsOf(Connection& connection, qint64 events) {
    constexpr quint64 mostNumbers = 1 << 26;
    const qint64 first = connection.number("SELECT coalesce(min(id), 0) FROM event");
    const qint64 last = connection.number("SELECT coalesce(max(id), 0) FROM event");
    std::vector<Cut> cuts(1);
    cuts.front().rows.fill(Range::lowest);
    const bool isDense = static_cast<quint64>(last) - static_cast<quint64>(first) < mostNumbers;
    for (qint64 event = first; isDense && last - event >= events;) {
        event += events;
        Cut cut{event, {}};
        for (size_t i = 0; i < besideEvents.size(); ++i)
            cut.rows[i] = firstRowOf(connection, besideEvents[i], i == ClaimEvidence ? cut.rows[Claims] : event);
        cuts.push_back(cut);
    }
    cuts.push_back({Range::beyond, {}});
    cuts.back().rows.fill(Range::beyond);
    return cuts;
}

QByteArray rowsIn(const char* table, const char* id, Range range, const char* columns) {
    return QByteArray("SELECT ") + columns + " FROM " + table + " WHERE " + id +
           " >= " + QByteArray::number(range.first) +
           (range.last == Range::beyond ? QByteArray()
                                        : QByteArray(" AND ") + id + " < " + QByteArray::number(range.last)) +
           " ORDER BY " + id;
}

Belongings belongingsIn(Connection& connection, size_t table, const Cut& from, const Cut& to, const char* columns) {
    const Beside& beside = besideEvents[table];
    const Range owners =
        table == ClaimEvidence ? Range{from.rows[Claims], to.rows[Claims]} : Range{from.event, to.event};
    return {connection, beside.table, beside.owner,
            rowsIn(beside.table, "rowid", {from.rows[table], to.rows[table]}, columns), owners};
}

} // namespace entente::store
