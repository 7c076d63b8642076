#include "app/relations/layout/scene.h"
#include "app/relations/layout/dots.h"
#include "app/relations/layout/labels.h"
#include "app/relations/layout/legend.h"
#include "app/relations/layout/routes.h"
#include "app/relations/layout/seats.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

constexpr qsizetype mostRouted = 300;

using model::ActorId;
using model::ActorKind;
using model::Tie;

/// Who and what is full and what is out of focus.
class Attention {
public:
    explicit Attention(const Input& input) : m_input(input), m_dossier(*input.dossier) {
        const auto& selection = input.selection;
        if (const auto* event = std::get_if<model::EventId>(&selection)) {
            m_periods = m_dossier.periodsBegunBy(*event) + m_dossier.periodsEndedBy(*event);
            m_marked = expandedBy(m_dossier, selection);
        } else if (const auto* actor = std::get_if<ActorId>(&selection)) {
            m_marked << *actor;
            // The focus says how far around its own centre one looks.
            if (*actor != input.focus)
                takeCentre(*actor);
        } else if (const auto* id = std::get_if<model::RelationshipId>(&selection)) {
            m_marked << m_dossier.relationship(*id).from << m_dossier.relationship(*id).to;
        }
        if (input.focus.isValid())
            m_steps = distancesFrom(input.focus);
        if (input.path)
            for (const model::PathStep& step : input.path->steps)
                m_onPath << step.from << step.to;
    }

    bool isSelected(ActorId actor) const { return m_marked.contains(actor); }

    bool isSelected(const Tie& tie) const {
        const bool changed = std::any_of(tie.periods.begin(), tie.periods.end(),
                                         [&](model::PeriodId period) { return m_periods.contains(period); });
        return changed || isOnPath(tie) || (tie.kind != Tie::Kind::PartOf && tie.subject() == m_input.selection);
    }

    bool isDimmed(ActorId actor) const {
        if (isSelected(actor))
            return false;
        if (m_input.path && !m_onPath.contains(actor))
            return true;
        if (m_input.focus.isValid() && m_steps.value(actor, 99) > m_input.focusSteps)
            return true;
        return m_centre.isValid() && !m_neighbours.contains(actor);
    }

    bool isDimmed(const Tie& tie) const {
        if (isSelected(tie))
            return false;
        if (m_input.path)
            return true;
        if (m_centre.isValid() && !touches(tie, m_centre))
            return true;
        return m_input.focus.isValid() &&
               std::min(m_steps.value(tie.from, 99), m_steps.value(tie.to, 99)) >= std::max(1, m_input.focusSteps);
    }

private:
    void takeCentre(ActorId actor) {
        m_centre = actor;
        for (const Tie& tie : m_input.network.ties)
            if (touches(tie, actor))
                m_neighbours << tie.from << tie.to;
    }

    bool isOnPath(const Tie& tie) const {
        return m_input.path &&
               std::any_of(m_input.path->steps.begin(), m_input.path->steps.end(), [&](const model::PathStep& step) {
                   return step.tie.kind == tie.kind && step.tie.relationship == tie.relationship &&
                          step.tie.agreement == tie.agreement && step.tie.from == tie.from && step.tie.to == tie.to;
               });
    }

    /// An agreement that is drawn as one tie is at both its ends.
    static bool touches(const Tie& tie, ActorId actor) {
        return tie.from == actor || tie.to == actor || (tie.agreement.isValid() && tie.agreement == actor);
    }

    QHash<ActorId, int> distancesFrom(ActorId centre) const {
        QHash<ActorId, QList<ActorId>> others;
        for (const Tie& tie : m_input.network.ties) {
            if (!tie.ended) {
                others[tie.from] << tie.to;
                others[tie.to] << tie.from;
            }
        }
        QHash<ActorId, int> steps{{centre, 0}};
        QList<ActorId> reached{centre};
        for (qsizetype next = 0; next < reached.size(); ++next) {
            for (const ActorId other : others.value(reached[next])) {
                if (!steps.contains(other)) {
                    steps[other] = steps[reached[next]] + 1;
                    reached << other;
                }
            }
        }
        return steps;
    }

    const Input& m_input;
    const model::Dossier& m_dossier;
    QList<model::PeriodId> m_periods; ///< that the selected event began or ended
    QSet<ActorId> m_marked;
    QSet<ActorId> m_onPath;
    ActorId m_centre; ///< the selected actor
    QSet<ActorId> m_neighbours;
    QHash<ActorId, int> m_steps;
};

class Composer {
public:
    explicit Composer(const Input& input) : m_input(input), m_dossier(*input.dossier), m_attention(input) {}

    Scene compose() {
        addFrames();
        m_ties = tiesOf();
        const bool known = m_input.seats.size() == m_input.places.spots.size();
        const QList<Seat> seats = known ? m_input.seats : seatsOf(m_dossier, m_input.places, m_home, m_input.measures);
        m_isDotted = isCrowd(m_input.places) && !areFewInView(seats);
        m_scene.nodes.reserve(seats.size());
        for (const Seat& seat : seats)
            addNode(seat);
        m_isReadable = !m_isDotted && m_input.network.ties.size() <= mostRouted;
        addLines();
        // Each way round is sought among all others; more lines than this are a texture, not ways to be followed.
        if (!m_isReadable)
            straighten();
        else
            route(m_scene, m_input);
        cut();
        countBundled();
        addLegend();
        if (m_isReadable)
            placeLabels(m_scene, m_input);
        if (m_isDotted)
            nameDots(m_scene, m_ties, m_input.measures);
        sortLines();
        return std::move(m_scene);
    }

private:
    void addFrames() {
        m_scene.moment = m_input.network.moment;
        m_scene.frame = m_input.frame;
        m_scene.canvas = m_input.canvas.isNull() ? canvasOf(m_dossier, m_input.frame, m_input.measures, m_input.words)
                                                 : m_input.canvas;
        m_home = homeIn(m_scene.canvas, m_input.measures);
        m_zoom = std::isfinite(m_input.zoom) ? std::clamp(m_input.zoom, 0.5, largestZoom(m_input.places)) : 1;
        m_scene.scale = std::min(1.0, m_zoom);
    }

    void addLegend() {
        const bool isAnyBundled = std::any_of(m_scene.lines.cbegin(), m_scene.lines.cend(),
                                              [](const Line& line) { return !line.bundled.isEmpty(); });
        m_scene.legend = legendOf(m_input.network, m_input.words, m_input.differences, isAnyBundled);
        placeLegend(m_scene.legend, QRectF(m_scene.canvas.bottomLeft(), m_scene.frame.bottomRight()), m_input.measures);
        // Its room is that of all moments one by one.
        m_scene.legend.removeIf([&](const LegendItem& item) { return item.box.bottom() > m_scene.frame.bottom(); });
    }

    /// Where a point of the unmoved layout lies now.
    QPointF shift(QPointF point) const {
        const QPointF centre(m_home.left() + m_input.centre.x() * m_home.width(),
                             m_home.top() + m_input.centre.y() * m_home.height());
        return m_home.center() + std::max(1.0, m_zoom) * (point - centre) - point;
    }

    /// How many ties each actor has.
    QList<int> tiesOf() const {
        QList<int> ties(m_dossier.tables().actors.size(), 0);
        for (const Tie& tie : m_input.network.ties)
            if (!tie.ended)
                ++ties[tie.from.index], ++ties[tie.to.index];
        return ties;
    }

    bool areFewInView(const QList<Seat>& seats) const {
        constexpr qsizetype few = 80;
        return few >= std::count_if(seats.begin(), seats.end(), [this](const Seat& seat) {
                   const QPointF middle = seat.form.center();
                   return m_scene.canvas.contains(middle + shift(middle));
               });
    }

    /// Ties of a crowd go straight from middle to middle, up to the outlines.
    void straighten() {
        QList<int> nodes(m_dossier.tables().actors.size(), -1);
        for (qsizetype i = 0; i < m_scene.nodes.size(); ++i)
            nodes[m_scene.nodes[i].actor.index] = static_cast<int>(i);
        for (Line& line : m_scene.lines) {
            const int from = nodes[line.from.index], to = nodes[line.to.index];
            if (from < 0 || to < 0 || from == to)
                continue;
            const QRectF &start = m_scene.nodes[from].frame, &end = m_scene.nodes[to].frame;
            const QLineF way(start.center(), end.center());
            const double gaps = (start.height() + end.height()) / 2, length = way.length();
            if (length > gaps)
                line.path = {way.pointAt(start.height() / 2 / length), way.pointAt(1 - end.height() / 2 / length)};
        }
    }

    QString stateOf(ActorId agreement, bool& pending) const {
        const QList<Tie>& ties = m_input.network.ties;
        for (qsizetype i = 0; i < ties.size(); ++i) {
            const bool isGone =
                i < m_input.differences.size() && m_input.differences[i].difference == model::Difference::Gone;
            if (ties[i].to == agreement && ties[i].lineForm != model::LineForm::Plain && !ties[i].ended && !isGone) {
                pending = isPending(ties[i]);
                return m_input.words.state(ties[i].state);
            }
        }
        return {};
    }

    void addNode(const Seat& seat) {
        const model::Actor& actor = m_dossier.actor(seat.actor);
        const bool agreement = actor.kind == ActorKind::Agreement;
        if (agreement && !m_input.network.agreementNode.value(seat.actor.index))
            return;
        const QPointF by = shift(seat.form.center());
        Node& node = m_scene.nodes.emplaceBack();
        node.actor = seat.actor;
        node.kind = actor.kind;
        node.frame = seat.form.translated(by);
        node.pole = actor.pole != model::Pole::None;
        node.onStage = m_input.network.onStage.value(seat.actor.index);
        node.pinned = seat.pinned;
        node.selected = m_attention.isSelected(seat.actor);
        node.dimmed = m_attention.isDimmed(seat.actor);
        node.focused = seat.actor == m_input.focus;
        if (m_isDotted) {
            shrink(node, actor);
        } else {
            node.text = seat.text;
            node.name = seat.name;
            node.nameBox = seat.nameBox.isNull() ? QRectF() : seat.nameBox.translated(by);
        }
        if (agreement)
            addStatus(node, seat, by);
    }

    void shrink(Node& node, const model::Actor& actor) const {
        const double side = dotSize(m_ties[node.actor.index], m_input.places.spots.size(), m_home.size() * m_zoom,
                                    m_input.measures.scale);
        const QPointF middle = node.frame.center();
        node.frame = QRectF(middle - QPointF(side, side) / 2, QSizeF(side, side));
        node.name = actor.shownName();
        node.dot = true;
    }

    /// Said of the selected one and of what is not in force; else the page says enough, and a name above it comes down.
    void addStatus(Node& node, const Seat& seat, QPointF by) const {
        node.status = stateOf(node.actor, node.pending);
        const bool saysIt = !node.status.isEmpty() && (node.pending || node.selected);
        if (!saysIt && !node.nameBox.isNull())
            node.nameBox = quietName(seat).translated(by);
        if (!saysIt || seat.statusRoom.isNull())
            return;
        const QRectF room = seat.statusRoom.translated(by);
        const double width = std::min(room.width(), m_input.measures.label(node.status) + 4);
        node.statusBox = QRectF(room.center().x() - width / 2, room.top(), width, room.height());
    }

    /// As they are found, for ways and labels that give way to those before; those of a texture as they are sorted in
    /// the end, since so many are slow to sort.
    void addLines() {
        const QList<Tie>& ties = m_input.network.ties;
        m_scene.lines.reserve(ties.size());
        for (const bool ended : {true, false}) {
            for (qsizetype i = 0; i < ties.size(); ++i)
                if (m_isReadable ? !ended : ties[i].ended == ended)
                    addLine(static_cast<int>(i));
        }
    }

    void addLine(int position) {
        const Tie& tie = m_input.network.ties[position];
        Line& line = m_scene.lines.emplaceBack(lineOf(tie, position));
        line.directed = tie.directed && !isStanding(tie);
        line.pending = isPending(tie);
        line.selected = m_attention.isSelected(tie);
        line.dimmed = m_attention.isDimmed(tie);
        line.label = !m_isReadable || isSaidByPage(tie) ? QString() : m_input.words.tie(tie);
        if (tie.subject() == m_input.selection && m_isReadable && !tie.periods.isEmpty())
            addSources(line, tie);
        if (position < m_input.differences.size())
            compare(line, m_input.differences[position].difference);
    }

    void addSources(Line& line, const Tie& tie) const {
        QSet<model::CitationId> cited;
        for (const model::PeriodId period : tie.periods) {
            for (const model::CitationId citation : m_dossier.period(period).citations)
                cited << citation;
        }
        const QString sources = m_input.words.sources(static_cast<int>(cited.size()));
        line.label += line.label.isEmpty() ? sources : QStringLiteral(" · ") + sources;
    }

    /// What stayed steps back, what is gone looks ended, and a sign says so without colour.
    void compare(Line& line, model::Difference difference) const {
        line.difference = difference;
        line.dimmed = line.dimmed || (difference == model::Difference::Same && !line.selected);
        line.ended = line.ended || difference == model::Difference::Gone;
        const QString sign = m_isReadable ? m_input.words.sign(difference) : QString();
        const bool isMute = line.label.isEmpty() || (line.form == model::LineForm::Plain && !line.selected);
        if (!sign.isEmpty())
            line.label = isMute ? sign : sign + ' ' + line.label;
    }

    model::Meaning meaningOf(const Tie& tie) const {
        return tie.relationship.isValid() ? m_dossier.typeOf(tie.relationship).meaning : model::Meaning::Other;
    }

    /// Offices and memberships have no head: nobody does anything to anybody.
    bool isStanding(const Tie& tie) const {
        const model::Meaning meaning = meaningOf(tie);
        return tie.kind == Tie::Kind::PartOf || meaning == model::Meaning::Office ||
               meaning == model::Meaning::Membership || meaning == model::Meaning::Party;
    }

    /// That a line to an agreement's page is that of a party needs no word.
    bool isSaidByPage(const Tie& tie) const {
        return !tie.ended && meaningOf(tie) == model::Meaning::Party && tie.subject() != m_input.selection;
    }

    /// Drops what is outside. Without clipping, what is partly outside goes too.
    void cut() {
        const double scale = m_scene.scale;
        const QPointF middle = m_scene.canvas.center();
        const QRectF seen((m_scene.canvas.topLeft() - middle) / scale + middle, m_scene.canvas.size() / scale);
        const double edge = edgeClearance * m_input.measures.scale;
        const QRectF within = seen.adjusted(edge, edge, -edge, -edge);
        for (Line& line : m_scene.lines) {
            const auto isWithin = [&](QPointF point) { return within.contains(point); };
            if (!std::all_of(line.path.cbegin(), line.path.cend(), isWithin))
                line.path = cutTo(line.path, within);
        }
        m_scene.lines.removeIf([](const Line& line) { return line.path.size() < 2; });
        const double ring = 7 * m_input.measures.scale;
        m_scene.nodes.removeIf([&](const Node& node) {
            return m_input.cut ? !seen.contains(node.frame.adjusted(-ring, -ring, ring, ring))
                               : !seen.intersects(node.frame);
        });
        for (Node& node : m_scene.nodes) {
            for (QRectF* box : {&node.nameBox, &node.statusBox})
                *box = seen.contains(*box) ? *box : QRectF();
        }
    }

    /// Ended ones first, selected ones last.
    void sortLines() {
        const auto isBefore = [](const Line& a, const Line& b) {
            return std::pair(a.selected, !a.ended) < std::pair(b.selected, !b.ended);
        };
        if (std::is_sorted(m_scene.lines.begin(), m_scene.lines.end(), isBefore))
            return;
        QList<Line> sorted;
        sorted.reserve(m_scene.lines.size());
        for (const bool selected : {false, true})
            for (const bool ended : {true, false})
                for (Line& line : m_scene.lines)
                    if (line.selected == selected && line.ended == ended)
                        sorted.append(std::move(line));
        m_scene.lines = std::move(sorted);
    }

    /// A line that stands for several says how many more, and not what one of them is unless that is selected.
    void countBundled() {
        for (Line& line : m_scene.lines) {
            if (line.bundled.isEmpty())
                continue;
            const QString count = QStringLiteral("+%1").arg(line.bundled.size());
            line.label = line.selected ? line.label + QStringLiteral(" ") + count : count;
        }
    }

    const Input& m_input;
    const model::Dossier& m_dossier;
    Attention m_attention;
    Scene m_scene;
    QList<int> m_ties; ///< by actor
    bool m_isDotted = false;
    bool m_isReadable = true;
    QRectF m_home; ///< what fractions of places refer to
    double m_zoom = 1;
};

} // namespace

double largestZoom(const Places& places) {
    constexpr double few = 3;
    return isCrowd(places) ? std::max(few, std::sqrt(static_cast<double>(places.spots.size())) / 3) : few;
}

QRectF canvasOf(const model::Dossier& dossier, const QRectF& frame, const Measures& measures, const Words& words) {
    const double legend = legendHeight(dossier, frame.width(), measures, words);
    return frame.adjusted(0, 0, 0, -std::min(legend, frame.height() / 2));
}

QRectF homeOf(const model::Dossier& dossier, const QRectF& frame, const Measures& measures, const Words& words) {
    return homeIn(canvasOf(dossier, frame, measures, words), measures);
}

QRectF homeIn(const QRectF& canvas, const Measures& measures) {
    constexpr double aspect = 600.0 / 402;
    constexpr double stretch = 1.2;
    const double margin = 10 * measures.scale;
    QRectF home = canvas.adjusted(margin, margin, -margin, -margin);
    const QPointF middle = home.center();
    home.setSize({std::min(home.width(), stretch * aspect * home.height()),
                  std::min(home.height(), stretch / aspect * home.width())});
    home.moveCenter(middle);
    return home;
}

Scene layOut(const Input& input) {
    if (!input.dossier || input.frame.width() < 1 || input.frame.height() < 1)
        return {};
    return Composer(input).compose();
}

} // namespace entente::relations
