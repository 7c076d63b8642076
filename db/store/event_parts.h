#pragma once

#include "db/store/rows.h"

#include <QVarLengthArray>
#include <array>
#include <atomic>
#include <future>
#include <limits>

namespace entente::store {

// How events and what belongs to them are read in parts, each by a thread of its own.

/// Numbers from one up to, not including, another; all of them to begin with.
struct Range {
    static constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    static constexpr qint64 beyond = std::numeric_limits<qint64>::max();
    qint64 first = lowest;
    qint64 last = beyond;

    bool contains(qint64 number) const { return number >= first && (number < last || last == beyond); }
};

/// The rows of a table that belong to those of another, beside which they are read: both in order of the owner, so that
/// neither has to be held. The file keeps them so if it was written by us; if not, `isInOrder` says so, and SQLite has
/// to sort them.
class Belongings {
public:
    /// `owners`: none of the rows may belong to others, or they are not in order.
    Belongings(Connection& connection, const char* table, const char* owner, const QByteArray& sql, Range owners = {})
        : m_rows(connection, QString::fromLatin1(table), sql, m_findings), m_owner(owner), m_owners(owners) {
        advance();
    }

    /// Calls use(row) for all rows of an owner; owners come ascending.
    template <typename Use>
    void each(qint64 owner, Use use) {
        for (; m_there && m_id <= owner; advance())
            if (m_id == owner)
                use(m_rows);
            else
                m_rows.noteMissing(m_owner, m_id);
    }
    /// What belongs to nothing.
    void finish() {
        for (; m_there; advance())
            m_rows.noteMissing(m_owner, m_id);
    }
    bool isInOrder() const { return m_inOrder; }
    const model::Findings& findings() const { return m_findings; }

private:
    void advance() {
        const qint64 before = m_id;
        const bool first = !std::exchange(m_started, true);
        m_there = m_rows.next();
        if (!m_there)
            return;
        m_id = m_rows.integer(m_owner).value_or(before);
        m_inOrder = m_inOrder && (first || m_id >= before) && m_owners.contains(m_id);
    }

    model::Findings m_findings;
    Rows m_rows;
    const char* m_owner;
    Range m_owners;
    qint64 m_id = 0;
    bool m_there = false;
    bool m_started = false;
    bool m_inOrder = true;
};

/// A table that is read beside the events.
struct Beside {
    const char* table;
    const char* owner;
};
inline constexpr std::array<Beside, 5> besideEvents{{{"date_claim", "event"},
                                                     {"event_theme", "event"},
                                                     {"event_media", "event"},
                                                     {"event_evidence", "event"},
                                                     {"date_claim_evidence", "date_claim"}}};
enum : size_t { Claims, Themes, Media, Evidence, ClaimEvidence };

/// Where a part of the events begins in each table: the first event, and the first row of each table beside.
struct Cut {
    qint64 event = Range::lowest;
    std::array<qint64, besideEvents.size()> rows{};
};

/// The beginnings of parts of about as many events, and the end. One part if numbers have such gaps that most parts
/// would be empty. O(parts × log rows).
std::vector<Cut> cutsOf(Connection& connection, qint64 events);

/// A query of some columns ("*": all) of those rows whose `id` lies in a range, in order of it.
QByteArray rowsIn(const char* table, const char* id, Range range, const char* columns = "*");

/// Of a table beside the events, those rows from one cut to the next.
Belongings belongingsIn(Connection& connection, size_t table, const Cut& from, const Cut& to,
                        const char* columns = "*");

template <typename IdType>
struct Placed {
    qint64 position;
    IdType id;
};

/// Takes what belongs to one owner in order of position.
template <typename IdType>
void take(Belongings& rows, qint64 owner, const char* field, const RowIds& ids, QList<IdType>& list) {
    QVarLengthArray<Placed<IdType>, 8> found;
    rows.each(owner, [&](Rows& row) {
        if (const auto id = row.reference<IdType>(field, ids); id.isValid())
            found.append({row.integer("position").value_or(0), id});
    });
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.position < b.position; });
    list.clear();
    for (const auto& one : found)
        list.append(one.id);
}

/// Reads parts 0 to `parts` - 1 in two threads. Each calls begin() for what it keeps from part to part, then
/// read(that, part), and what that returns goes to use(part, found) in this thread, in the order of the parts. False as
/// soon as that is false. Exceptions of both are thrown here.
template <typename Begin, typename Read, typename Use>
bool eachInTwoThreads(size_t parts, const Begin& begin, const Read& read, const Use& use) {
    using Found = decltype(read(*begin(), size_t()));
    std::vector<std::promise<Found>> promises(parts);
    std::atomic<size_t> next = 0;
    const auto run = [&] {
        size_t part = next++;
        try {
            for (const auto kept = begin(); part < parts; part = next++)
                promises[part].set_value(read(*kept, part));
        } catch (...) {
            for (; part < parts; part = next++) // nobody is to wait for what does not come
                promises[part].set_exception(std::current_exception());
        }
    };
    const std::future<void> threads[] = {std::async(std::launch::async, run), std::async(std::launch::async, run)};
    bool isWanted = true;
    for (size_t part = 0; part < parts && isWanted; ++part)
        try {
            Found found = promises[part].get_future().get();
            isWanted = use(part, found);
        } catch (...) {
            next = parts;
            throw;
        }
    next = parts;
    return isWanted;
}

} // namespace entente::store
