#include "app/relations/layout/matrix.h"

#include <algorithm>

namespace entente::relations {

namespace {

using model::ActorId;

/// Puts actors into an order in which neighbours are near.
class Ordering {
public:
    Ordering(const model::Dossier& dossier, const model::Network& network)
        : m_dossier(dossier), m_neighbours(static_cast<size_t>(dossier.tables().actors.size())) {
        for (const model::Tie& tie : network.ties) {
            if (tie.ended || tie.from == tie.to)
                continue;
            add(tie.from, tie.to);
            add(tie.to, tie.from);
        }
    }

    QList<ActorId> run() {
        QList<ActorId> starts;
        for (qsizetype i = 0; i < m_dossier.tables().actors.size(); ++i)
            if (!neighbours(ActorId(i)).isEmpty())
                starts << ActorId(i);
        std::sort(starts.begin(), starts.end(), [this](ActorId a, ActorId b) { return isBefore(a, b); });
        m_seen.fill(false, m_dossier.tables().actors.size());
        QList<QList<ActorId>> components;
        for (const ActorId start : starts)
            if (!m_seen[start.index])
                components << component(start);
        std::stable_sort(components.begin(), components.end(),
                         [](const auto& a, const auto& b) { return a.size() > b.size(); });
        QList<ActorId> order;
        for (const QList<ActorId>& each : components)
            order += each;
        return order;
    }

private:
    QList<ActorId>& neighbours(ActorId actor) { return m_neighbours[static_cast<size_t>(actor.index)]; }
    void add(ActorId actor, ActorId other) {
        if (!neighbours(actor).contains(other))
            neighbours(actor) << other;
    }
    /// Fewer neighbours first.
    bool isBefore(ActorId a, ActorId b) {
        const qsizetype left = neighbours(a).size(), right = neighbours(b).size();
        return left != right ? left < right : m_dossier.actor(a).key < m_dossier.actor(b).key;
    }

    /// All that can be reached, in widening circles; turned round.
    QList<ActorId> component(ActorId start) {
        QList<ActorId> found{start};
        m_seen[start.index] = true;
        for (qsizetype i = 0; i < found.size(); ++i) {
            QList<ActorId> next = neighbours(found[i]);
            next.removeIf([this](ActorId actor) { return m_seen[actor.index]; });
            std::sort(next.begin(), next.end(), [this](ActorId a, ActorId b) { return isBefore(a, b); });
            for (const ActorId actor : next)
                m_seen[actor.index] = true;
            found += next;
        }
        std::reverse(found.begin(), found.end());
        return found;
    }

    const model::Dossier& m_dossier;
    std::vector<QList<ActorId>> m_neighbours; ///< by actor
    QList<bool> m_seen;
};

bool isBefore(const Matrix::Cell& a, const Matrix::Cell& b) {
    return std::tuple(a.row, a.column, a.tie) < std::tuple(b.row, b.column, b.tie);
}

} // namespace

const Matrix::Cell* Matrix::at(int row, int column) const {
    const Cell wanted{row, column, -1, 0, 0};
    const auto found = std::lower_bound(cells.begin(), cells.end(), wanted, isBefore);
    return found != cells.end() && found->row == row && found->column == column ? &*found : nullptr;
}

Matrix matrixOf(const model::Dossier& dossier, const model::Network& network) {
    Matrix matrix;
    matrix.order = Ordering(dossier, network).run();
    QList<int> rows(dossier.tables().actors.size(), -1);
    for (qsizetype i = 0; i < matrix.order.size(); ++i)
        rows[matrix.order[i].index] = static_cast<int>(i);
    QList<Matrix::Cell> all;
    for (qsizetype i = 0; i < network.ties.size(); ++i) {
        const model::Tie& tie = network.ties[i];
        const int from = rows.value(tie.from.index, -1), to = rows.value(tie.to.index, -1);
        if (from < 0 || to < 0)
            continue;
        all << Matrix::Cell{from, to, static_cast<int>(i), 0, 0};
        if (!tie.directed && from != to)
            all << Matrix::Cell{to, from, static_cast<int>(i), 0, 0};
    }
    std::sort(all.begin(), all.end(), isBefore);
    matrix.ties.reserve(all.size());
    for (const Matrix::Cell& cell : all) {
        if (!matrix.cells.isEmpty() && matrix.cells.last().row == cell.row && matrix.cells.last().column == cell.column)
            ++matrix.cells.last().more;
        else
            matrix.cells << Matrix::Cell{cell.row, cell.column, cell.tie, 0, static_cast<int>(matrix.ties.size())};
        matrix.ties << cell.tie;
    }
    return matrix;
}

} // namespace entente::relations
