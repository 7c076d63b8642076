#include "db/model/paths.h"

#include "db/model/contacts.h"

#include <queue>

namespace entente::model {

namespace {

/// The ties at each actor, as numbers of edges: one list cut into actors (compressed sparse rows).
class Incidence {
public:
    template <typename Edges>
    Incidence(qsizetype actors, const Edges& edges) : m_starts(actors + 1, 0), m_edges(2 * edges.size()) {
        for (const auto& edge : edges) {
            ++m_starts[edge.from.index + 1];
            ++m_starts[edge.to.index + 1];
        }
        for (size_t i = 1; i < m_starts.size(); ++i)
            m_starts[i] += m_starts[i - 1];
        std::vector<qsizetype> next(m_starts.begin(), m_starts.end() - 1);
        for (qsizetype i = 0; i < static_cast<qsizetype>(edges.size()); ++i) {
            m_edges[next[edges[i].from.index]++] = i;
            m_edges[next[edges[i].to.index]++] = i;
        }
    }

    struct Range {
        const qsizetype* first;
        const qsizetype* last;
        const qsizetype* begin() const { return first; }
        const qsizetype* end() const { return last; }
    };
    Range at(ActorId actor) const {
        return {m_edges.data() + m_starts[actor.index], m_edges.data() + m_starts[actor.index + 1]};
    }

private:
    std::vector<qsizetype> m_starts;
    std::vector<qsizetype> m_edges;
};

template <typename Edge>
ActorId otherEnd(const Edge& edge, ActorId actor) {
    return edge.from == actor ? edge.to : edge.from;
}

bool isActor(const Dossier& dossier, ActorId actor) {
    return actor.isValid() && actor.index < dossier.tables().actors.size();
}

QSet<ActorId> agreementsAmong(const Dossier& dossier, ActorId from, ActorId to) {
    QSet<ActorId> agreements;
    for (const ActorId actor : {from, to})
        if (isActor(dossier, actor) && isAgreement(dossier, actor))
            agreements.insert(actor);
    return agreements;
}

PathStep stepOf(const Dossier& dossier, ActorId from, ActorId to, const Tie& tie, Day day) {
    return {from, to, tie, day == beforeAllDays ? std::optional<Day>() : day, citationsBehind(dossier, tie)};
}

/// Whether one of two ties of the same actors is to be taken before the other.
bool precedes(const Dossier& dossier, const Tie& one, const Tie& other) {
    if (one.presence != other.presence)
        return one.presence > other.presence;
    const auto keyOf = [&](const Tie& tie) {
        return tie.kind == Tie::Kind::PartOf ? QString() : dossier.keyOf(tie.subject());
    };
    return keyOf(one) < keyOf(other);
}

using Cost = qint64; ///< ties in the upper half, merely possible ones in the lower
constexpr Cost oneTie = Cost(1) << 32;
constexpr Cost unreached = std::numeric_limits<Cost>::max();

/// The shortest path in one network.
class Shortest {
public:
    Shortest(const Dossier& dossier, const Network& network, Presence least)
        : m_dossier(dossier), m_moment(network.moment), m_ties(usable(network, least)),
          m_incidence(dossier.tables().actors.size(), m_ties), m_costs(dossier.tables().actors.size(), unreached) {}

    std::optional<Path> find(ActorId from, ActorId to) {
        measure(from, to);
        if (m_costs[from.index] == unreached)
            return std::nullopt;
        Path path;
        for (ActorId at = from; at != to; at = path.steps.last().to)
            path.steps.append(next(at));
        return path;
    }

private:
    static std::vector<Tie> usable(const Network& network, Presence least) {
        std::vector<Tie> ties;
        for (const Tie& tie : network.ties)
            if (!tie.ended && tie.presence >= least && tie.from.isValid() && tie.to.isValid() && tie.from != tie.to)
                ties.push_back(tie);
        return ties;
    }

    static Cost costOf(const Tie& tie) { return tie.presence == Presence::Certain ? oneTie : oneTie + 1; }

    /// Costs to the end of the path (Dijkstra 1959), up to its beginning.
    void measure(ActorId from, ActorId to) {
        std::priority_queue<std::pair<Cost, ActorId>, std::vector<std::pair<Cost, ActorId>>, std::greater<>> queue;
        m_costs[to.index] = 0;
        queue.push({0, to});
        while (!queue.empty()) {
            const auto [cost, actor] = queue.top();
            queue.pop();
            if (actor == from)
                return;
            if (cost > m_costs[actor.index])
                continue;
            for (const qsizetype edge : m_incidence.at(actor)) {
                const ActorId neighbour = otherEnd(m_ties[edge], actor);
                const Cost whole = cost + costOf(m_ties[edge]);
                if (whole >= m_costs[neighbour.index])
                    continue;
                m_costs[neighbour.index] = whole;
                queue.push({whole, neighbour});
            }
        }
    }

    /// Of the steps that bring the end nearer at least cost the first in order of keys.
    PathStep next(ActorId at) const {
        qsizetype best = -1;
        for (const qsizetype edge : m_incidence.at(at)) {
            const Cost rest = m_costs[otherEnd(m_ties[edge], at).index];
            if (rest == unreached || rest + costOf(m_ties[edge]) != m_costs[at.index])
                continue;
            if (best < 0 || isBefore(at, m_ties[edge], m_ties[best]))
                best = edge;
        }
        return stepOf(m_dossier, at, otherEnd(m_ties[best], at), m_ties[best], m_moment);
    }

    bool isBefore(ActorId at, const Tie& one, const Tie& other) const {
        const ActorId first = otherEnd(one, at), second = otherEnd(other, at);
        return first == second ? precedes(m_dossier, one, other)
                               : m_dossier.actor(first).key < m_dossier.actor(second).key;
    }

    const Dossier& m_dossier;
    const Day m_moment;
    const std::vector<Tie> m_ties;
    const Incidence m_incidence;
    std::vector<Cost> m_costs;
};

/// The foremost path of fewest steps.
class Foremost {
public:
    Foremost(const Dossier& dossier, std::vector<Contact> contacts, Day start)
        : m_dossier(dossier), m_contacts(std::move(contacts)), m_incidence(dossier.tables().actors.size(), m_contacts),
          m_start(start), m_arrivals(dossier.tables().actors.size(), afterAllDays),
          m_deadlines(dossier.tables().actors.size()) {}

    std::optional<Path> find(ActorId from, ActorId to) {
        arrive(from, to);
        if (m_arrivals[to.index] == afterAllDays)
            return std::nullopt;
        qsizetype steps = countBack(from, to);
        Path path;
        Day day = m_start;
        for (ActorId at = from; at != to; at = path.steps.last().to) {
            path.steps.append(next(at, day, --steps));
            day = path.steps.last().day.value_or(beforeAllDays);
        }
        return path;
    }

private:
    /// Earliest arrivals (Wu et al., section 4), up to that at the end of the path; waiting is free, so that the first
    /// to arrive can do whatever a later one could.
    void arrive(ActorId from, ActorId to) {
        std::priority_queue<std::pair<Day, ActorId>, std::vector<std::pair<Day, ActorId>>, std::greater<>> queue;
        m_arrivals[from.index] = m_start;
        queue.push({m_start, from});
        while (!queue.empty()) {
            const auto [day, actor] = queue.top();
            queue.pop();
            // All that arrive on the day of the end are to be known: a path of fewer steps may lead over them.
            if (day > m_arrivals[to.index])
                return;
            if (day > m_arrivals[actor.index])
                continue;
            for (const qsizetype edge : m_incidence.at(actor)) {
                const Contact& contact = m_contacts[edge];
                const ActorId neighbour = otherEnd(contact, actor);
                const Day taken = std::max(day, contact.days.from);
                if (taken >= contact.days.to || taken >= m_arrivals[neighbour.index])
                    continue;
                m_arrivals[neighbour.index] = taken;
                queue.push({taken, neighbour});
            }
        }
    }

    /// How late one may be at an actor and still arrive in time with so many steps left; more steps, more time.
    struct Deadline {
        qsizetype steps;
        Day day;
    };

    /// The last day on which one may be at an actor with so many steps left; none if that is too few.
    std::optional<Day> deadline(ActorId actor, qsizetype steps) const {
        const auto& known = m_deadlines[actor.index];
        for (auto each = known.rbegin(); each != known.rend(); ++each)
            if (each->steps <= steps)
                return each->day;
        return std::nullopt;
    }

    /// Counts steps back from the end until the beginning is reached in time, and keeps the deadlines. Actors that
    /// cannot be reached before theirs are left out.
    qsizetype countBack(ActorId from, ActorId to) {
        m_deadlines[to.index] = {{0, m_arrivals[to.index]}};
        std::vector<ActorId> front = {to};
        qsizetype steps = 0;
        while (m_deadlines[from.index].empty()) {
            ++steps;
            std::vector<ActorId> reached;
            for (const ActorId actor : front)
                stepBack(actor, steps, reached);
            front = std::move(reached);
        }
        return steps;
    }

    void stepBack(ActorId actor, qsizetype steps, std::vector<ActorId>& reached) {
        const Day latest = *deadline(actor, steps - 1);
        for (const qsizetype edge : m_incidence.at(actor)) {
            const Contact& contact = m_contacts[edge];
            const ActorId neighbour = otherEnd(contact, actor);
            const Day taken = contact.days.to == afterAllDays ? latest : std::min(latest, contact.days.to - 1);
            if (taken < contact.days.from || taken < m_arrivals[neighbour.index])
                continue;
            std::vector<Deadline>& known = m_deadlines[neighbour.index];
            if (!known.empty() && known.back().day >= taken)
                continue;
            if (known.empty() || known.back().steps < steps) {
                known.push_back({steps, taken});
                reached.push_back(neighbour);
            } else
                known.back().day = taken;
        }
    }

    struct Choice {
        ActorId to;
        Day day = afterAllDays;
        Tie tie;
    };

    /// Of the steps after which the end can still be reached in time the first in order of keys.
    PathStep next(ActorId at, Day day, qsizetype stepsLeft) const {
        std::optional<Choice> best;
        for (const qsizetype edge : m_incidence.at(at)) {
            const Contact& contact = m_contacts[edge];
            const ActorId neighbour = otherEnd(contact, at);
            const Day taken = std::max(day, contact.days.from);
            const auto latest = deadline(neighbour, stepsLeft);
            if (taken >= contact.days.to || !latest || taken > *latest)
                continue;
            if (best && isAfter(neighbour, taken, *best))
                continue;
            Choice choice{neighbour, taken, tieOf(m_dossier, contact, taken)};
            if (!best || isBefore(choice, *best))
                best = std::move(choice);
        }
        return stepOf(m_dossier, at, best->to, best->tie, best->day);
    }

    /// Whether a step need not be looked at, without its tie.
    bool isAfter(ActorId to, Day day, const Choice& best) const {
        return to == best.to ? day > best.day : m_dossier.actor(best.to).key < m_dossier.actor(to).key;
    }

    bool isBefore(const Choice& one, const Choice& other) const {
        if (one.to != other.to)
            return m_dossier.actor(one.to).key < m_dossier.actor(other.to).key;
        return one.day != other.day ? one.day < other.day : precedes(m_dossier, one.tie, other.tie);
    }

    const Dossier& m_dossier;
    const std::vector<Contact> m_contacts;
    const Incidence m_incidence;
    const Day m_start;
    std::vector<Day> m_arrivals;
    std::vector<std::vector<Deadline>> m_deadlines; ///< by actor, in order of steps
};

} // namespace

std::optional<Path> pathAt(const Dossier& dossier, const Network& network, ActorId from, ActorId to, Presence least) {
    if (!isActor(dossier, from) || !isActor(dossier, to))
        return std::nullopt;
    return Shortest(dossier, network, least).find(from, to);
}

std::optional<Path> pathAt(const Dossier& dossier, Day moment, ActorId from, ActorId to, const PathOptions& options) {
    const Network network = networkAt(dossier, moment, options.filter, {false, agreementsAmong(dossier, from, to)});
    return pathAt(dossier, network, from, to, options.least);
}

std::optional<Path> pathInTime(const Dossier& dossier, ActorId from, ActorId to, const PathOptions& options) {
    if (!isActor(dossier, from) || !isActor(dossier, to))
        return std::nullopt;
    if (from == to)
        return Path();
    const QSet<ActorId> ends = agreementsAmong(dossier, from, to);
    return Foremost(dossier, contactsOf(dossier, {options.filter, ends, options.least}),
                    options.notBefore.value_or(beforeAllDays))
        .find(from, to);
}

std::optional<Day> arrivalOf(const Path& path) {
    return path.steps.isEmpty() ? std::nullopt : path.steps.last().day;
}

} // namespace entente::model
