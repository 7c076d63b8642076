#include "app/relations/layout/labels.h"
#include "app/relations/layout/routes.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace entente::relations {

namespace {

constexpr double height = 15;
constexpr double padding = 4;
constexpr double signHeight = 10, signPadding = 2; ///< of a sign alone, which short ties between names have room for
constexpr double gap = 1.5;
constexpr double reach = 3; ///< of a box for the pointer, beyond its gap
constexpr std::array shares{0.5, 0.42, 0.58, 0.35, 0.65, 0.3, 0.7, 0.23, 0.77, 0.16, 0.84};
constexpr size_t sharesOfWords = 7; ///< a sign may stand nearer to an end than words, which would be read with that
constexpr std::array asides{0.0, 14.0, -14.0};

QPointF pointAt(const Path& path, double share, QPointF& normal) {
    double length = 0;
    for (qsizetype i = 1; i < path.size(); ++i)
        length += QLineF(path[i - 1], path[i]).length();
    double rest = share * length;
    for (qsizetype i = 1; i < path.size(); ++i) {
        const QLineF part(path[i - 1], path[i]);
        if (rest <= part.length() || i + 1 == path.size()) {
            const double whole = std::max(1e-6, part.length());
            normal = QPointF(-part.dy(), part.dx()) / whole;
            return part.pointAt(std::min(1.0, rest / whole));
        }
        rest -= part.length();
    }
    return path.value(0);
}

class Labelling {
public:
    Labelling(Scene& scene, const Input& input) : m_scene(scene), m_input(input) {
        const double around = gap * input.measures.scale;
        for (const Line& line : std::as_const(scene.lines))
            m_bounds.push_back(boundsOf(line.path));
        for (const Node& node : std::as_const(scene.nodes)) {
            for (const QRectF& box : {node.frame, node.nameBox, node.statusBox}) {
                if (!box.isNull())
                    m_taken << box.adjusted(-around, -around, around, around);
            }
            if (node.selected)
                m_selectedNodes << node.actor;
        }
    }

    void run() {
        QList<qsizetype> order;
        for (qsizetype i = 0; i < m_scene.lines.size(); ++i) {
            if (m_scene.lines[i].path.size() > 1 && !m_scene.lines[i].label.isEmpty() && rank(i) > 0)
                order << i;
        }
        std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return rank(a) > rank(b); });
        for (const qsizetype i : order)
            label(i);
    }

private:
    bool isOfSelection(const Line& line) const {
        return line.selected || m_selectedNodes.contains(line.from) || m_selectedNodes.contains(line.to);
    }

    bool changesNow(const Line& line) const {
        const model::Tie& tie = m_input.network.ties[line.tie];
        return tie.since == m_input.network.moment || tie.until == m_input.network.moment;
    }

    /// 0: not at rest.
    int rank(qsizetype i) const {
        const Line& line = m_scene.lines[i];
        const bool quiet = line.form == model::LineForm::Plain || line.dimmed;
        if (!line.bundled.isEmpty())
            return 110; // a short one, without which ties would be missing
        if (line.selected)
            return 100;
        if (isOfSelection(line))
            return 80;
        if (line.difference != model::Difference::Same)
            return quiet ? 15 : restingRank(line) + 20;
        if (quiet)
            return 0;
        return restingRank(line) + (changesNow(line) ? 40 : 0);
    }

    static int restingRank(const Line& line) {
        if (line.ended)
            return 10;
        switch (line.form) {
        case model::LineForm::Jag:
            return 35;
        case model::LineForm::Bar:
            return 30;
        case model::LineForm::Double:
            return 25;
        default:
            return 20;
        }
    }

    void label(qsizetype i) {
        Line& line = m_scene.lines[i];
        const std::pair ends = std::minmax(line.from, line.to);
        const bool isBundle = !line.bundled.isEmpty();
        if (isBundle || isOfSelection(line) || !m_labelled.contains(ends))
            line.labelBox = bestBox(line);
        if (line.labelBox.isNull())
            shorten(line);
        else if (!isBundle) // its number is no words
            m_labelled << ends;
        if (line.labelBox.isNull())
            return;
        const double around = gap * m_input.measures.scale;
        m_taken << line.labelBox.adjusted(-around, -around, around, around);
    }

    /// What is new or gone between two moments says so even where its words have no room, and what is selected bears
    /// its words where the count of its sources has none.
    void shorten(Line& line) const {
        const bool isKnown = line.selected && m_input.words.tie; // a show's small network has its own labels
        QString text = isKnown ? m_input.words.tie(m_input.network.ties[line.tie]) : QString();
        if (!m_input.differences.isEmpty())
            text = m_input.words.sign(line.difference);
        if (!line.bundled.isEmpty())
            text = QStringLiteral("+%1").arg(line.bundled.size());
        if (text.isEmpty())
            return;
        const QString words = std::exchange(line.label, text);
        line.labelBox = bestBox(line);
        if (line.labelBox.isNull())
            line.label = words;
    }

    bool isSign(const Line& line) const {
        return !m_input.differences.isEmpty() && line.label == m_input.words.sign(line.difference);
    }

    QRectF bestBox(const Line& line) const {
        const double scale = m_input.measures.scale;
        const bool sign = isSign(line);
        const size_t count = sign || !line.bundled.isEmpty() ? shares.size() : sharesOfWords;
        const QSizeF size(m_input.measures.label(line.label) + 2 * (sign ? signPadding : padding) * scale,
                          (sign ? signHeight : height) * scale);
        QRectF best;
        double lowest = 1e9;
        for (size_t k = 0; k < count * asides.size() && static_cast<double>(k) < lowest; ++k) {
            QPointF normal;
            const QPointF middle = pointAt(line.path, shares[k % count], normal) + asides[k / count] * scale * normal;
            const QRectF box(middle - QPointF(size.width() / 2, size.height() / 2), size);
            if (!isFree(box))
                continue;
            const double cost = static_cast<double>(k) + covering(line, box);
            if (cost < lowest && !hidesAnother(line, box)) {
                lowest = cost;
                best = box;
            }
        }
        return best;
    }

    bool isFree(const QRectF& box) const {
        return m_scene.canvas.contains(box) &&
               std::none_of(m_taken.begin(), m_taken.end(), [&](const QRectF& other) { return other.intersects(box); });
    }

    /// Whether another tie, which then could not be pointed at, would have no part left that is seen.
    bool hidesAnother(const Line& line, const QRectF& box) const {
        return std::any_of(m_scene.lines.cbegin(), m_scene.lines.cend(), [&](const Line& other) {
            return &other != &line && other.labelBox.isNull() && runsThrough(other, box) && !isSeenBeside(other, box);
        });
    }

    bool isSeenBeside(const Line& line, const QRectF& box) const {
        constexpr int samples = 20;
        for (int i = 1; i < samples; ++i) {
            const QPointF point = pointAlong(line.path, static_cast<double>(i) / samples);
            const auto covers = [&](const QRectF& other) {
                return other.adjusted(-reach, -reach, reach, reach).contains(point);
            };
            if (!covers(box) && std::none_of(m_taken.begin(), m_taken.end(), covers))
                return true;
        }
        return false;
    }

    /// The cost of the ties under a box. One that holds is under no word of the past, nor of a tie at rest: it would be
    /// taken for what the word belongs to. The number of a bundle may cover another tie of its two actors.
    double covering(const Line& line, const QRectF& box) const {
        constexpr double never = 1e9;
        const bool mayCover = isOfSelection(line) && !line.ended;
        const auto isSibling = [&line](const Line& other) {
            return !line.bundled.isEmpty() && std::minmax(line.from, line.to) == std::minmax(other.from, other.to);
        };
        double cost = 0;
        for (const Line& other : std::as_const(m_scene.lines)) {
            if (&other != &line && runsThrough(other, box))
                cost += mayCover || other.ended || isSibling(other) ? 4 : never;
        }
        return cost;
    }

    bool runsThrough(const Line& line, const QRectF& box) const {
        const QRectF& bounds = m_bounds[static_cast<size_t>(&line - m_scene.lines.constData())];
        return line.path.size() > 1 && areNear(bounds, box) && touches(line.path, box);
    }

    Scene& m_scene;
    const Input& m_input;
    std::vector<QRectF> m_bounds; ///< by line
    QList<QRectF> m_taken;
    QSet<model::ActorId> m_selectedNodes;
    QSet<std::pair<model::ActorId, model::ActorId>> m_labelled;
};

} // namespace

void placeLabels(Scene& scene, const Input& input) {
    Labelling(scene, input).run();
}

QPointF pointAlong(const Path& path, double share) {
    QPointF normal;
    return path.size() < 2 ? path.value(0) : pointAt(path, share, normal);
}

} // namespace entente::relations
