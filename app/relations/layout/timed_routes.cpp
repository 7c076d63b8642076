#include "app/relations/layout/timed_routes.h"

#include "app/relations/layout/legend.h"
#include "app/relations/layout/routes.h"
#include "app/relations/layout/seats.h"

#include <algorithm>
#include <map>

namespace entente::relations {

namespace {

constexpr qsizetype mostRoutedDays = 64;

class Timing {
public:
    Timing(const QList<Seat>& seats, const model::Dossier& dossier, const QRectF& canvas, const Measures& measures)
        : m_seats(seats), m_dossier(dossier), m_canvas(canvas) {
        m_input.measures = measures;
        m_input.memory = newMemory();
        m_timed.named.resize(static_cast<size_t>(dossier.tables().actors.size()), TimedDays{});
        m_timed.pending = m_timed.named;
        for (const Seat& seat : seats) {
            if (model::isAgreement(dossier, seat.actor))
                m_pages << seat.actor;
        }
    }

    TimedRoutes run() {
        const QList<model::Day> days = model::changeDays(m_dossier);
        const qsizetype count = std::min(days.size(), mostRoutedDays);
        const QList<QSet<model::ActorId>> expansions = this->expansions();
        for (qsizetype i = 0; i < count; ++i) {
            for (qsizetype j = 0; j < expansions.size(); ++j) {
                m_input.network = model::networkAt(m_dossier, days[i * days.size() / count], {}, {true, expansions[j]});
                m_kind = static_cast<size_t>(j);
                m_bit = quint64(1) << i;
                addNames(expansions[j]);
                addRoutes();
            }
        }
        return std::move(m_timed);
    }

private:
    static size_t at(model::ActorId actor) { return static_cast<size_t>(actor.index); }

    QList<QSet<model::ActorId>> expansions() const {
        QList<QSet<model::ActorId>> result{{}};
        const bool few = m_pages.size() < static_cast<qsizetype>(TimedDays().size());
        for (const model::ActorId page : m_pages) {
            if (few || result.size() < 2)
                result.emplaceBack();
            result.last() << page;
        }
        return result;
    }

    bool isPage(model::ActorId actor) const { return m_dossier.actor(actor).kind == model::ActorKind::Agreement; }
    bool isDrawn(model::ActorId actor) const {
        return !isPage(actor) || m_input.network.agreementNode.value(actor.index);
    }

    /// A selected page says its state whatever that is.
    void addNames(const QSet<model::ActorId>& expanded) {
        for (const Seat& seat : m_seats) {
            if (isDrawn(seat.actor))
                m_timed.named[at(seat.actor)][m_kind] |= m_bit;
            if (expanded.contains(seat.actor))
                m_timed.pending[at(seat.actor)][m_kind] |= m_bit;
        }
        for (const model::Tie& tie : std::as_const(m_input.network.ties)) {
            if (isPage(tie.to) && isDrawn(tie.to) && !tie.ended && isPending(tie))
                m_timed.pending[at(tie.to)][m_kind] |= m_bit;
        }
    }

    void addRoutes() {
        Scene scene;
        scene.canvas = m_canvas;
        for (const Seat& seat : m_seats) {
            if (!isDrawn(seat.actor))
                continue;
            Node& node = scene.nodes.emplaceBack();
            node.actor = seat.actor;
            node.kind = m_dossier.actor(seat.actor).kind;
            node.frame = seat.form;
            const bool saysState = (m_timed.pending[at(seat.actor)][m_kind] & m_bit) != 0;
            node.nameBox = saysState ? seat.nameBox : quietName(seat);
            node.statusBox = saysState ? seat.statusRoom : QRectF();
        }
        for (const model::Tie& tie : std::as_const(m_input.network.ties))
            scene.lines << lineOf(tie, scene.lines.size());
        route(scene, m_input);
        for (const Line& line : std::as_const(scene.lines)) {
            if (line.path.size() > 1)
                routeOf(line).days[m_kind] |= m_bit;
        }
    }

    TimedRoute& routeOf(const Line& line) {
        std::vector<size_t>& known = m_known[{line.from, line.to}];
        for (const size_t i : known) {
            if (m_timed.routes[i].path == line.path)
                return m_timed.routes[i];
        }
        known.push_back(m_timed.routes.size());
        return m_timed.routes.emplace_back(TimedRoute{line.from, line.to, line.path, boundsOf(line.path), {}});
    }

    const QList<Seat>& m_seats;
    const model::Dossier& m_dossier;
    QRectF m_canvas;
    Input m_input;
    QList<model::ActorId> m_pages;
    size_t m_kind = 0; ///< of days, in TimedDays
    quint64 m_bit = 0;
    TimedRoutes m_timed;
    std::map<std::pair<model::ActorId, model::ActorId>, std::vector<size_t>> m_known; ///< routes by ends
};

} // namespace

TimedRoutes timedRoutes(const QList<Seat>& seats, const model::Dossier& dossier, const QRectF& canvas,
                        const Measures& measures) {
    return Timing(seats, dossier, canvas, measures).run();
}

} // namespace entente::relations
