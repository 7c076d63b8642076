#pragma once

#include "db/model/paths.h"

#include <QMap>

namespace entente::test {

/// The actors of a path by key, in order; "none" without a path.
inline QStringList actorsOf(const model::Dossier& dossier, model::ActorId from,
                            const std::optional<model::Path>& path) {
    if (!path)
        return {QStringLiteral("none")};
    QStringList keys = {dossier.actor(from).key};
    for (const model::PathStep& step : path->steps)
        keys.append(dossier.actor(step.to).key);
    return keys;
}

/// What a search of everything finds: how good the best path is and over whom it leads.
struct Best {
    qsizetype steps = 0;
    qsizetype possible = 0; ///< merely possible ties; 0 in time
    QStringList keys;
    std::optional<model::Day> day; ///< in time: of arrival; none: from before all days

    bool operator<(const Best& other) const {
        return std::tie(steps, possible, keys) < std::tie(other.steps, other.possible, other.keys);
    }
};

/// Slow and plain searches over networkAt, to hold the fast ones against.
class BruteForce {
public:
    explicit BruteForce(const model::Dossier& dossier) : m_dossier(dossier), m_days(model::changeDays(dossier)) {
        m_days.prepend(model::beforeAllDays);
    }

    /// The best path from an actor to each that it reaches at a moment, by trying every tie until nothing improves.
    QMap<model::ActorId, Best> at(model::Day moment, model::ActorId from, model::ActorId to, model::Presence least) {
        QMap<model::ActorId, Best> best{{from, {0, 0, {keyOf(from)}, {}}}};
        spread(network(moment, ends(from, to)), least, true, best);
        return best;
    }

    /// The best time-respecting path to each, day by day: who is reached stays reached, and best is who comes first,
    /// then by fewest steps, then by keys.
    QMap<model::ActorId, Best> inTime(model::ActorId from, model::ActorId to, model::Presence least,
                                      std::optional<model::Day> notBefore = {}) {
        QMap<model::ActorId, Best> now{{from, {0, 0, {keyOf(from)}, {}}}}, first = now;
        for (qsizetype i = 0; i < m_days.size(); ++i) {
            const bool isOver = notBefore && i + 1 < m_days.size() && m_days[i + 1] <= *notBefore;
            if (isOver)
                continue;
            const model::Day day = std::max(m_days[i], notBefore.value_or(model::beforeAllDays));
            spread(network(day, ends(from, to)), least, false, now);
            for (auto reached = now.begin(); reached != now.end(); ++reached) {
                if (first.contains(reached.key()))
                    continue;
                first[reached.key()] = *reached;
                if (day != model::beforeAllDays)
                    first[reached.key()].day = day;
            }
        }
        return first;
    }

private:
    QString keyOf(model::ActorId actor) const { return m_dossier.actor(actor).key; }

    QSet<model::ActorId> ends(model::ActorId from, model::ActorId to) const {
        QSet<model::ActorId> agreements;
        for (const model::ActorId actor : {from, to})
            if (m_dossier.actor(actor).kind == model::ActorKind::Agreement)
                agreements.insert(actor);
        return agreements;
    }

    const model::Network& network(model::Day day, const QSet<model::ActorId>& expanded) {
        QList<model::ActorId> nodes(expanded.begin(), expanded.end());
        std::sort(nodes.begin(), nodes.end());
        const auto place = std::pair(day, nodes);
        if (!m_networks.contains(place))
            m_networks[place] = model::networkAt(m_dossier, day, {}, {true, expanded});
        return m_networks[place];
    }

    void spread(const model::Network& network, model::Presence least, bool countPossible,
                QMap<model::ActorId, Best>& best) const {
        for (bool improved = true; improved;) {
            improved = false;
            for (const model::Tie& tie : network.ties) {
                if (tie.ended || tie.presence < least)
                    continue;
                const bool possible = countPossible && tie.presence == model::Presence::Possible;
                improved |= step(tie.from, tie.to, possible, best);
                improved |= step(tie.to, tie.from, possible, best);
            }
        }
    }

    bool step(model::ActorId from, model::ActorId to, bool possible, QMap<model::ActorId, Best>& best) const {
        if (!best.contains(from))
            return false;
        Best next = best[from];
        ++next.steps;
        next.possible += possible ? 1 : 0;
        next.keys.append(keyOf(to));
        if (best.contains(to) && !(next < best[to]))
            return false;
        best[to] = next;
        return true;
    }

    const model::Dossier& m_dossier;
    QList<model::Day> m_days;
    QMap<std::pair<model::Day, QList<model::ActorId>>, model::Network> m_networks;
};

/// What is wrong with a path itself: steps that do not join, ties that the network of the day does not draw, days that
/// run backwards. Empty if nothing is.
inline QString faultOf(const model::Dossier& dossier, model::ActorId from, model::ActorId to, const model::Path& path) {
    model::ActorId at = from;
    model::Day day = model::beforeAllDays;
    model::NetworkOptions options{false, {}};
    for (const model::ActorId end : {from, to})
        if (dossier.actor(end).kind == model::ActorKind::Agreement)
            options.expanded.insert(end);
    for (const model::PathStep& step : path.steps) {
        const model::Day taken = step.day.value_or(model::beforeAllDays);
        const bool isJoined = step.from == at && QSet{step.from, step.to} == QSet{step.tie.from, step.tie.to};
        if (!isJoined || taken < day)
            return QStringLiteral("step %1 does not join").arg(path.steps.indexOf(step));
        if (!model::networkAt(dossier, taken, {}, options).ties.contains(step.tie))
            return QStringLiteral("no such tie on %1").arg(taken);
        if (step.citations != model::citationsBehind(dossier, step.tie))
            return QStringLiteral("other citations");
        at = step.to;
        day = taken;
    }
    return at == to ? QString() : QStringLiteral("does not arrive");
}

} // namespace entente::test
