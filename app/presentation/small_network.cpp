#include "app/presentation/small_network.h"

#include "app/relations/layout/labels.h"
#include "app/relations/layout/routes.h"
#include "app/relations/view/painter.h"

#include <QMap>
#include <QSet>
#include <algorithm>

namespace entente::presentation {

namespace {

using model::ActorId;
using model::ActorKind;
using model::Tie;

constexpr qsizetype mostActors = 6; ///< so many are filled up to
constexpr qsizetype mostNamed = 8;  ///< so many the scene may name itself
constexpr int mostTiesOfTwo = 2;
constexpr double labelPixels = 36, labelType = 11;                      ///< wanted, and in a theme of scale 1
constexpr std::initializer_list<double> margins = {60, 50, 40, 30, 20}; ///< between actors, the first wanted
constexpr double gap = 6; ///< between a form and its name, pixels on 1080 lines

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

bool isNew(const Tie& tie, model::Day moment) {
    return tie.since == moment || tie.until == moment;
}

/// Ties that are worth showing: those that hold, and those that end just now.
QList<Tie> tiesOf(const SmallNetworkInput& input, model::Network& network) {
    QSet<ActorId> expanded = model::expandedBy(*input.dossier, input.view.selection);
    if (input.view.focus)
        expanded |= model::expandedBy(*input.dossier, input.view.focus->actor);
    network = model::networkAt(*input.dossier, input.view.moment, input.view.filter, {true, expanded});
    QList<Tie> ties;
    for (const Tie& tie : network.ties)
        if (const auto shown = visibleTie(tie, input.veil); shown && (!tie.ended || isNew(tie, input.view.moment)))
            ties.append(*shown);
    return ties;
}

/// How an actor is drawn, about the middle of its form.
struct Figure {
    QSizeF form;
    QString inner, outer;
    QRectF name; ///< null: none
    QRectF box;  ///< of both
};

class NetworkBuilder {
public:
    NetworkBuilder(const SmallNetworkInput& input, const wording::Wording& wording)
        : m_input(input), m_wording(wording), m_theme(networkTheme(input.scheme, input.unit)) {
        m_layout.dossier = input.dossier;
        m_layout.frame = input.frame;
        m_layout.selection = input.view.selection;
        m_layout.measures = relations::measuresOf(m_theme);
    }

    relations::Scene build() {
        model::Network whole;
        const QList<Tie> ties = tiesOf(m_input, whole);
        m_layout.network = whole;
        m_layout.network.ties = ties;
        QList<ActorId> actors = actorsOf(*m_input.dossier, m_input.view, m_layout.network);
        while (!actors.isEmpty() && !place(actors))
            actors.removeAt(leastNeeded(actors));
        m_layout.network.ties.removeIf(
            [&](const Tie& tie) { return !actors.contains(tie.from) || !actors.contains(tie.to); });
        thinOut();
        addLines();
        return m_scene;
    }

private:
    double px(double pixels) const { return pixels * m_input.unit; }
    const model::Actor& actor(ActorId id) const { return m_input.dossier->actor(id); }

    /// The last one; a pole only where there is nobody else, for the dossier is about these.
    qsizetype leastNeeded(const QList<ActorId>& actors) const {
        qsizetype last = actors.size() - 1;
        while (last >= 0 && actor(actors[last]).pole != model::Pole::None)
            --last;
        return last >= 0 ? last : actors.size() - 1;
    }

    /// At most a few ties of the same two, those of the moment first.
    void thinOut() {
        QList<Tie>& ties = m_layout.network.ties;
        const auto weight = [&](const Tie& tie) {
            return tie.subject() == m_input.view.selection ? 2 : isNew(tie, m_input.view.moment) ? 1 : 0;
        };
        std::stable_sort(ties.begin(), ties.end(), [&](const Tie& a, const Tie& b) { return weight(a) > weight(b); });
        QHash<std::pair<int, int>, int> count;
        ties.removeIf([&](const Tie& tie) {
            const std::pair two(std::min(tie.from.index, tie.to.index), std::max(tie.from.index, tie.to.index));
            return tie.from == tie.to || ++count[two] > mostTiesOfTwo;
        });
    }

    QString nameOf(ActorId id) const {
        if (m_input.veil.names)
            return QStringLiteral("?");
        const model::Actor& one = actor(id);
        return visibleWords(*m_input.dossier, one.shownName(), m_input.veil);
    }

    Figure figureOf(ActorId id) const {
        const model::Actor& one = actor(id);
        const double height = px(66);
        Figure figure;
        figure.inner = nameOf(id);
        if (one.kind == ActorKind::State) {
            figure.form = QSizeF(1, 1) * px(one.pole == model::Pole::None ? 104 : 122);
            figure.outer = figure.inner;
            figure.inner = m_input.veil.names ? QString() : one.code;
        } else if (one.kind == ActorKind::Agreement) {
            figure.form = QSizeF(px(84), px(104));
            figure.outer = figure.inner;
            figure.inner.clear();
        } else {
            const double ends = one.kind == ActorKind::Person ? height * 31 / 26 : 2 * m_theme.px(6);
            figure.form = QSizeF(m_theme.width(figure.inner, theme::Type::Chip) + ends + px(4), height);
        }
        arrange(figure, one.kind);
        return figure;
    }

    /// Names stand below, those of agreements above.
    void arrange(Figure& figure, ActorKind kind) const {
        const QRectF form(QPointF(-figure.form.width() / 2, -figure.form.height() / 2), figure.form);
        figure.box = form;
        if (figure.outer.isEmpty())
            return;
        const double width = m_theme.width(figure.outer, theme::Type::NodeName) + px(8);
        const double height = px(50);
        const double top = kind == ActorKind::Agreement ? form.top() - px(5 * gap) - height : form.bottom() + px(gap);
        figure.name = QRectF(-width / 2, top, width, height);
        figure.box = form.united(figure.name);
    }

    relations::PlaceInput placeInput(const QList<ActorId>& actors, const QList<Figure>& figures, double margin) const {
        relations::PlaceInput input;
        input.frame = m_input.frame.size();
        input.margin = px(margin);
        for (qsizetype i = 0; i < actors.size(); ++i) {
            relations::Body body;
            body.size = figures[i].box.size();
            body.middle = figures[i].box.center();
            body.pole = actor(actors[i]).pole;
            input.bodies.append(body);
        }
        for (const Tie& tie : m_layout.network.ties) {
            const qsizetype from = actors.indexOf(tie.from), to = actors.indexOf(tie.to);
            if (from >= 0 && to >= 0 && from != to)
                input.links.append(
                    relations::Link{static_cast<int>(from), static_cast<int>(to), {relations::Link::Stretch{}}});
        }
        return input;
    }

    /// False if they do not stand apart within the frame.
    bool place(const QList<ActorId>& actors) {
        QList<Figure> figures;
        for (const ActorId id : actors)
            figures.append(figureOf(id));
        return std::any_of(margins.begin(), margins.end(),
                           [&](double margin) { return place(actors, figures, margin); });
    }

    bool place(const QList<ActorId>& actors, const QList<Figure>& figures, double margin) {
        const QList<QPointF> at = relations::place(placeInput(actors, figures, margin));
        QList<QRectF> boxes;
        m_scene = relations::Scene();
        m_scene.moment = m_input.view.moment;
        m_scene.frame = m_scene.canvas = m_input.frame;
        for (qsizetype i = 0; i < actors.size(); ++i) {
            QPointF middle = m_input.frame.topLeft() +
                             QPointF(at[i].x() * m_input.frame.width(), at[i].y() * m_input.frame.height());
            middle += inward(figures[i].box.translated(middle));
            const QRectF box = figures[i].box.translated(middle);
            const auto meets = [&](const QRectF& other) { return other.intersects(box); };
            if (!m_input.frame.contains(box) || std::any_of(boxes.begin(), boxes.end(), meets))
                return false;
            boxes.append(box);
            addNode(actors[i], figures[i], middle);
        }
        return true;
    }

    /// How far a box must move to lie within the frame, with the ring of a selection.
    QPointF inward(const QRectF& box) const {
        const QRectF room = m_input.frame.adjusted(px(16), px(16), -px(16), -px(16));
        const double x = std::max(0.0, room.left() - box.left()) - std::max(0.0, box.right() - room.right());
        const double y = std::max(0.0, room.top() - box.top()) - std::max(0.0, box.bottom() - room.bottom());
        return {x, y};
    }

    void addNode(ActorId id, const Figure& figure, QPointF middle) {
        relations::Node node;
        node.actor = id;
        node.kind = actor(id).kind;
        node.frame = QRectF(middle - QPointF(figure.form.width() / 2, figure.form.height() / 2), figure.form);
        node.text = figure.inner;
        node.name = figure.outer;
        node.nameBox = figure.name.isNull() ? QRectF() : figure.name.translated(middle);
        node.pole = actor(id).pole != model::Pole::None;
        node.selected = m_input.view.selection == model::Subject(id);
        if (node.kind == ActorKind::Agreement)
            node.pending = isPending(id);
        m_scene.nodes.append(node);
    }

    static bool isPending(const Tie& tie) {
        return tie.state == model::PeriodState::Signed || tie.state == model::PeriodState::Proposed;
    }

    bool isPending(ActorId agreement) const {
        const auto& ties = m_layout.network.ties;
        return std::any_of(ties.begin(), ties.end(),
                           [&](const Tie& tie) { return tie.to == agreement && isParty(tie) && isPending(tie); });
    }

    bool isParty(const Tie& tie) const {
        return tie.relationship.isValid() && model::isParty(*m_input.dossier, tie.relationship);
    }

    bool isStanding(const Tie& tie) const {
        if (tie.kind == Tie::Kind::PartOf)
            return true;
        if (!tie.relationship.isValid())
            return false;
        const model::Meaning meaning = m_input.dossier->typeOf(tie.relationship).meaning;
        return meaning == model::Meaning::Office || meaning == model::Meaning::Membership ||
               meaning == model::Meaning::Party;
    }

    void addLines() {
        const auto& ties = m_layout.network.ties;
        for (qsizetype i = 0; i < ties.size(); ++i) {
            const Tie& tie = ties[i];
            relations::Line line;
            line.tie = static_cast<int>(i);
            line.subject = tie.subject();
            line.from = tie.from;
            line.to = tie.to;
            line.form = tie.lineForm;
            line.tenor = tie.tenor;
            line.directed = tie.directed && !isStanding(tie);
            line.pending = isPending(tie);
            line.ended = tie.ended;
            line.selected = isNew(tie, m_input.view.moment) || tie.subject() == m_input.view.selection;
            line.label = isParty(tie) && !tie.ended ? QString() : labelOf(tie);
            m_scene.lines.append(line);
        }
        relations::route(m_scene, m_layout);
        for (relations::Line& line : m_scene.lines)
            line.path = relations::cutTo(line.path, m_scene.canvas);
        m_scene.lines.removeIf([](const relations::Line& line) { return line.path.size() < 2; });
        relations::placeLabels(m_scene, m_layout);
        for (relations::Line& line : m_scene.lines)
            if (!m_scene.frame.contains(line.labelBox))
                line.labelBox = QRectF();
    }

    /// Words of ties may name whom they are about, and when.
    QString labelOf(const Tie& tie) const {
        return visibleWords(*m_input.dossier, m_wording.tieLabel(tie), m_input.veil);
    }

    const SmallNetworkInput& m_input;
    const wording::Wording& m_wording;
    theme::Theme m_theme;
    relations::Input m_layout;
    relations::Scene m_scene;
};

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

theme::Theme networkTheme(theme::Scheme scheme, double unit) {
    return theme::Theme(scheme, labelPixels / labelType * unit);
}

QList<ActorId> actorsOf(const model::Dossier& dossier, const exploration::View& view, const model::Network& network) {
    Cast cast(dossier, network);
    if (view.focus)
        cast.add(view.focus->actor);
    const QList<ActorId> named = actorsNamedBy(dossier, view.selection);
    for (const ActorId id : named)
        cast.add(id);
    for (const Tie& tie : network.ties)
        if (isNew(tie, view.moment) && (named.contains(tie.from) || named.contains(tie.to))) {
            cast.add(tie.from);
            cast.add(tie.to);
        }
    cast.addPoles();
    while (cast.addNeighbour())
        continue;
    return cast.actors();
}

relations::Scene smallNetwork(const SmallNetworkInput& input, const wording::Wording& wording) {
    if (input.frame.width() < 1 || input.frame.height() < 1)
        return {};
    return NetworkBuilder(input, wording).build();
}

} // namespace entente::presentation
