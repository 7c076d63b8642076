#include "app/presentation/small_network.h"

#include "app/relations/layout/labels.h"
#include "app/relations/layout/routes.h"
#include "app/relations/view/painter.h"
#include "app/relations/view/words.h"

#include <algorithm>

namespace entente::presentation {

namespace {

using model::ActorKind;
using model::Tie;

constexpr std::initializer_list<double> margins = {60, 50, 40, 30, 20}; ///< between actors, the first wanted

class NetworkBuilder {
public:
    NetworkBuilder(const SmallNetworkInput& input, const wording::Wording& wording)
        : m_input(input), m_wording(wording), m_theme(networkTheme(input.scheme, input.unit)),
          m_ties(sceneNetwork(*input.dossier, input.view, input.veil)) {
        m_layout.dossier = input.dossier;
        m_layout.frame = input.frame;
        m_layout.selection = input.view.selection;
        m_layout.measures = relations::measuresOf(m_theme);
        m_layout.words.sign = relations::wordsOf(wording).sign;
        m_scene.moment = input.view.moment;
        m_scene.frame = m_scene.canvas = input.frame;
    }

    relations::Scene build() {
        QList<model::ActorId> actors = actorsOf(*m_input.dossier, m_input.view, m_ties);
        if (m_input.places)
            actors = seated(actors);
        else
            while (!actors.isEmpty() && !place(actors))
                actors.removeAt(leastNeeded(actors, *m_input.dossier));
        m_ties.keepAmong(actors, m_input.view.selection);
        m_layout.network = m_ties.network;
        m_layout.differences = m_ties.differences;
        addLines();
        return m_scene;
    }

private:
    double px(double pixels) const { return pixels * m_input.unit; }
    const model::Actor& actor(model::ActorId id) const { return m_input.dossier->actor(id); }
    Figure figureOf(model::ActorId id) const {
        return presentation::figureOf(id, {*m_input.dossier, m_input.veil, m_theme, m_input.unit});
    }

    static QRectF boxOf(const Figure& figure, int name) {
        return name < 0 || name >= figure.names.size() ? figure.form : figure.form.united(figure.names[name]);
    }

    /// Those who have a place in the story, without whom a changed veil brings in where others stand.
    QList<model::ActorId> seated(const QList<model::ActorId>& actors) {
        QList<model::ActorId> seated;
        const StoryPlaces::Chapter* chapter = m_input.places->chapterOf(m_input.scene);
        for (const model::ActorId id : actors) {
            if (!chapter || !chapter->stands.contains(id) || m_input.places->scenes[m_input.scene].leftOut.contains(id))
                continue;
            const StoryPlaces::Stand stand = chapter->stands.value(id);
            const QRectF& frame = m_input.frame;
            const Figure figure = figureOf(id);
            const QPointF middle =
                frame.topLeft() + QPointF(stand.at.x() * frame.width(), stand.at.y() * frame.height());
            if (!isFree(figure, middle, stand.name))
                continue;
            addNode(id, figure, middle, stand.name);
            seated.append(id);
        }
        return seated;
    }

    bool isFree(const Figure& figure, QPointF middle, int name) const {
        QList<QRectF> boxes{figure.form.translated(middle)};
        if (name >= 0 && name < figure.names.size())
            boxes.append(figure.names[name].translated(middle));
        return std::all_of(boxes.begin(), boxes.end(), [this](const QRectF& box) {
            return m_input.frame.contains(box) &&
                   std::none_of(m_scene.nodes.begin(), m_scene.nodes.end(), [&](const relations::Node& node) {
                       return node.frame.intersects(box) || node.nameBox.intersects(box);
                   });
        });
    }

    relations::PlaceInput placeInput(const QList<model::ActorId>& actors, const QList<Figure>& figures,
                                     double margin) const {
        relations::PlaceInput input;
        input.frame = m_input.frame.size();
        input.margin = px(margin);
        for (qsizetype i = 0; i < actors.size(); ++i) {
            relations::Body body;
            const QRectF box = boxOf(figures[i], 0);
            body.size = box.size();
            body.middle = box.center();
            body.pole = actor(actors[i]).pole;
            input.bodies.append(body);
        }
        for (const Tie& tie : m_ties.network.ties) {
            const qsizetype from = actors.indexOf(tie.from), to = actors.indexOf(tie.to);
            if (from >= 0 && to >= 0 && from != to)
                input.links.append(
                    relations::Link{static_cast<int>(from), static_cast<int>(to), {relations::Link::Stretch{}}});
        }
        return input;
    }

    /// False if they do not stand apart within the frame.
    bool place(const QList<model::ActorId>& actors) {
        QList<Figure> figures;
        for (const model::ActorId id : actors)
            figures.append(figureOf(id));
        return std::any_of(margins.begin(), margins.end(),
                           [&](double margin) { return place(actors, figures, margin); });
    }

    bool place(const QList<model::ActorId>& actors, const QList<Figure>& figures, double margin) {
        const QList<QPointF> at = relations::place(placeInput(actors, figures, margin));
        QList<QRectF> boxes;
        m_scene.nodes.clear();
        for (qsizetype i = 0; i < actors.size(); ++i) {
            QPointF middle = m_input.frame.topLeft() +
                             QPointF(at[i].x() * m_input.frame.width(), at[i].y() * m_input.frame.height());
            middle += inward(boxOf(figures[i], 0).translated(middle));
            const QRectF box = boxOf(figures[i], 0).translated(middle);
            const auto meets = [&](const QRectF& other) { return other.intersects(box); };
            if (!m_input.frame.contains(box) || std::any_of(boxes.begin(), boxes.end(), meets))
                return false;
            boxes.append(box);
            addNode(actors[i], figures[i], middle, 0);
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

    void addNode(model::ActorId id, const Figure& figure, QPointF middle, int name) {
        relations::Node node;
        node.actor = id;
        node.kind = actor(id).kind;
        node.frame = figure.form.translated(middle);
        node.text = figure.inner;
        node.name = figure.outer;
        node.nameBox = name >= 0 && name < figure.names.size() ? figure.names[name].translated(middle) : QRectF();
        node.pole = actor(id).pole != model::Pole::None;
        node.selected = m_input.view.selection == model::Subject(id);
        if (node.kind == ActorKind::Agreement)
            node.pending = isPending(id);
        m_scene.nodes.append(node);
    }

    static bool isPending(const Tie& tie) {
        return tie.state == model::PeriodState::Signed || tie.state == model::PeriodState::Proposed;
    }

    bool isPending(model::ActorId agreement) const {
        const auto& ties = m_ties.network.ties;
        return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
            return tie.to == agreement && tie.relationship.isValid() &&
                   model::isParty(*m_input.dossier, tie.relationship) && isPending(tie);
        });
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

    relations::Line lineOf(qsizetype i) const {
        const Tie& tie = m_ties.network.ties[i];
        relations::Line line = relations::lineOf(tie, i);
        line.directed = tie.directed && !isStanding(tie);
        line.pending = isPending(tie);
        line.difference = m_ties.difference(i);
        line.ended = tie.ended || line.difference == model::Difference::Gone;
        line.selected = m_ties.isSelected(i, m_input.view.selection);
        line.dimmed = !m_ties.differences.isEmpty() && !line.selected;
        line.label = m_ties.words(i, *m_input.dossier, m_input.veil, m_wording);
        return line;
    }

    void addLines() {
        for (qsizetype i = 0; i < m_ties.network.ties.size(); ++i)
            m_scene.lines.append(lineOf(i));
        relations::route(m_scene, m_layout);
        for (relations::Line& line : m_scene.lines)
            line.path = relations::cutTo(line.path, m_scene.canvas);
        m_scene.lines.removeIf([](const relations::Line& line) { return line.path.size() < 2; });
        relations::placeLabels(m_scene, m_layout);
        for (relations::Line& line : m_scene.lines)
            if (!m_scene.frame.contains(line.labelBox))
                line.labelBox = QRectF();
    }

    const SmallNetworkInput& m_input;
    const wording::Wording& m_wording;
    theme::Theme m_theme;
    SceneNetwork m_ties;
    relations::Input m_layout;
    relations::Scene m_scene;
};

} // namespace

relations::Scene smallNetwork(const SmallNetworkInput& input, const wording::Wording& wording) {
    if (input.frame.width() < 1 || input.frame.height() < 1)
        return {};
    return NetworkBuilder(input, wording).build();
}

} // namespace entente::presentation
