#include "app/presentation/scene_network.h"

#include "app/relations/view/words.h"

#include <QMap>
#include <QSet>
#include <algorithm>

namespace entente::presentation {

namespace {

using model::ActorId;
using model::Tie;

constexpr qsizetype mostActors = 6; ///< so many are filled up to
constexpr qsizetype mostNamed = 8;  ///< so many the scene may name itself
constexpr int mostTiesOfTwo = 2;

/// The actors that a subject names itself.
QList<ActorId> actorsNamedBy(const model::Dossier& dossier, const model::Subject& subject) {
    QList<ActorId> actors;
    if (const auto* event = std::get_if<model::EventId>(&subject)) {
        for (const model::Participation& part : dossier.participationsOf(*event))
            actors.append(part.actor);
    } else if (const auto* actor = std::get_if<ActorId>(&subject)) {
        actors.append(*actor);
    } else if (const auto* id = std::get_if<model::RelationshipId>(&subject)) {
        actors = {dossier.relationship(*id).from, dossier.relationship(*id).to};
    } else if (const auto* era = std::get_if<model::EraId>(&subject)) {
        actors.append(dossier.era(*era).actor);
    }
    actors.removeIf([](ActorId one) { return !one.isValid(); });
    // Without the agreement that they meet in, its parties would stand about unconnected.
    const auto rank = [&](ActorId one) {
        return model::isAgreement(dossier, one) ? 0 : dossier.actor(one).pole != model::Pole::None ? 1 : 2;
    };
    std::stable_sort(actors.begin(), actors.end(), [&](ActorId a, ActorId b) { return rank(a) < rank(b); });
    return actors;
}

/// Who is in the picture, the most needed first.
class Cast {
public:
    Cast(const model::Dossier& dossier, const model::Network& network) : m_dossier(dossier), m_network(network) {}

    const QList<ActorId>& actors() const { return m_actors; }

    void add(ActorId id) {
        const bool hidden = model::isAgreement(m_dossier, id) && !m_network.agreementNode.value(id.index);
        if (!hidden && !m_actors.contains(id) && m_actors.size() < mostNamed)
            m_actors.append(id);
    }

    /// Where hardly anybody is named, those that the dossier is about.
    void addPoles() {
        for (qsizetype i = 0; i < m_dossier.tables().actors.size() && m_actors.size() < 2; ++i)
            if (isPole(ActorId(i)))
                add(ActorId(i));
    }

    /// Who has most ties to those that are there, a pole before all. False if there is nobody.
    bool addNeighbour() {
        if (m_actors.size() >= mostActors)
            return false;
        QMap<ActorId, int> weights;
        for (const Tie& tie : m_network.ties) {
            const bool from = m_actors.contains(tie.from), to = m_actors.contains(tie.to);
            const ActorId other = from ? tie.to : tie.from;
            if (from != to)
                weights[other] += weights.contains(other) || !isPole(other) ? 1 : poleWeight;
        }
        const auto best = std::max_element(weights.cbegin(), weights.cend());
        const qsizetype before = m_actors.size();
        if (best != weights.cend())
            add(best.key());
        return m_actors.size() > before;
    }

private:
    static constexpr int poleWeight = 100;

    bool isPole(ActorId id) const { return m_dossier.actor(id).pole != model::Pole::None; }

    const model::Dossier& m_dossier;
    const model::Network& m_network;
    QList<ActorId> m_actors;
};

} // namespace

bool SceneNetwork::isNew(qsizetype tie) const {
    if (!differences.isEmpty())
        return difference(tie) != model::Difference::Same;
    return network.ties[tie].since == network.moment || network.ties[tie].until == network.moment;
}

model::Difference SceneNetwork::difference(qsizetype tie) const {
    return differences.isEmpty() ? model::Difference::Same : differences[tie].difference;
}

bool SceneNetwork::isSelected(qsizetype tie, const model::Subject& selection) const {
    return isNew(tie) || network.ties[tie].subject() == selection;
}

/// They may name whom they are about, and when.
QString SceneNetwork::words(qsizetype tie, const model::Dossier& dossier, const Veil& veil,
                            const wording::Wording& wording) const {
    const Tie& one = network.ties[tie];
    const bool isOfParty = one.relationship.isValid() && model::isParty(dossier, one.relationship);
    const QString said = isOfParty && !one.ended ? QString() : wording.tieLabel(one);
    const QString sign = relations::wordsOf(wording).sign(difference(tie));
    const bool isMute = said.isEmpty() || (one.lineForm == model::LineForm::Plain && !sign.isEmpty());
    return visibleWords(dossier, isMute ? sign : sign.isEmpty() ? said : sign + ' ' + said, veil);
}

void SceneNetwork::keepAmong(const QList<ActorId>& actors, const model::Subject& selection) {
    QList<qsizetype> order;
    for (qsizetype i = 0; i < network.ties.size(); ++i) {
        const Tie& tie = network.ties[i];
        if (tie.from != tie.to && actors.contains(tie.from) && actors.contains(tie.to))
            order.append(i);
    }
    const auto weight = [&](qsizetype i) { return network.ties[i].subject() == selection ? 2 : isNew(i) ? 1 : 0; };
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return weight(a) > weight(b); });
    QMap<std::pair<ActorId, ActorId>, int> count;
    order.removeIf(
        [&](qsizetype i) { return ++count[std::minmax(network.ties[i].from, network.ties[i].to)] > mostTiesOfTwo; });
    const QList<Tie> ties = std::exchange(network.ties, {});
    const QList<model::TieDifference> all = std::exchange(differences, {});
    for (const qsizetype i : std::as_const(order)) {
        network.ties.append(ties[i]);
        if (!all.isEmpty())
            differences.append(all[i]);
    }
}

SceneNetwork sceneNetwork(const model::Dossier& dossier, const exploration::View& view, const Veil& veil) {
    QSet<ActorId> expanded = model::expandedBy(dossier, view.selection);
    if (view.focus)
        expanded |= model::expandedBy(dossier, view.focus->actor);
    SceneNetwork made;
    QList<model::TieDifference> differences;
    if (view.compared && isVisible(*view.compared, veil)) {
        const model::Comparison both = model::compare(dossier, *view.compared, view.moment, view.filter, expanded);
        made.network = both.network;
        differences = both.ties;
    } else {
        made.network = model::networkAt(dossier, view.moment, view.filter, {true, expanded});
    }
    const QSet<ActorId> later = laterActors(dossier, veil);
    const QList<Tie> ties = std::exchange(made.network.ties, {});
    for (qsizetype i = 0; i < ties.size(); ++i) {
        const auto shown = visibleTie(ties[i], veil);
        const bool endsNow = ties[i].since == view.moment || ties[i].until == view.moment;
        if (!shown || (ties[i].ended && !endsNow) || later.contains(ties[i].from) || later.contains(ties[i].to))
            continue;
        made.network.ties.append(*shown);
        if (!differences.isEmpty())
            made.differences.append(differences[i]);
    }
    return made;
}

QList<ActorId> actorsOf(const model::Dossier& dossier, const exploration::View& view, const SceneNetwork& network) {
    Cast cast(dossier, network.network);
    if (view.focus)
        cast.add(view.focus->actor);
    const QList<ActorId> named = actorsNamedBy(dossier, view.selection);
    for (const ActorId id : named)
        cast.add(id);
    const QList<Tie>& ties = network.network.ties;
    for (qsizetype i = 0; i < ties.size(); ++i)
        if (network.isNew(i) && (named.contains(ties[i].from) || named.contains(ties[i].to))) {
            cast.add(ties[i].from);
            cast.add(ties[i].to);
        }
    cast.addPoles();
    while (cast.addNeighbour())
        continue;
    return cast.actors();
}

qsizetype leastNeeded(const QList<ActorId>& actors, const model::Dossier& dossier) {
    qsizetype last = actors.size() - 1;
    while (last >= 0 && dossier.actor(actors[last]).pole != model::Pole::None)
        --last;
    return last >= 0 ? last : actors.size() - 1;
}

} // namespace entente::presentation
