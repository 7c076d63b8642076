#include "tests/relations/layout/support_geometry.h"

#include "app/relations/layout/board.h"
#include "app/relations/layout/routes.h"

#include <cmath>

namespace entente::relations {

namespace {

struct Named {
    QString what;
    QRectF box;
};

QList<Named> boxesOf(const Scene& scene, const model::Dossier& dossier) {
    QList<Named> boxes;
    for (const Node& node : scene.nodes) {
        const QString key = dossier.actor(node.actor).key;
        boxes << Named{"node " + key, node.frame};
        if (!node.nameBox.isNull())
            boxes << Named{"name " + key, node.nameBox};
        if (!node.statusBox.isNull())
            boxes << Named{"status " + key, node.statusBox};
    }
    for (const Line& line : scene.lines) {
        if (!line.labelBox.isNull())
            boxes << Named{"label " + dossier.keyOf(line.subject), line.labelBox};
    }
    return boxes;
}

bool isFinite(QPointF point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

void findOverlaps(const Scene& scene, const model::Dossier& dossier, QStringList& faults) {
    const QList<Named> boxes = boxesOf(scene, dossier);
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        if (!isFinite(boxes[i].box.topLeft()) || !isFinite(boxes[i].box.bottomRight()))
            faults << boxes[i].what + " is nowhere";
        if (!scene.canvas.contains(boxes[i].box))
            faults << boxes[i].what + " leaves the canvas";
        for (qsizetype j = i + 1; j < boxes.size(); ++j) {
            if (boxes[i].box.intersects(boxes[j].box))
                faults << boxes[i].what + " overlaps " + boxes[j].what;
        }
    }
}

void findPassages(const Scene& scene, const model::Dossier& dossier, QStringList& faults) {
    for (const Line& line : scene.lines) {
        for (const QPointF point : line.path) {
            if (!isFinite(point) || !scene.canvas.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point))
                faults << "tie " + dossier.keyOf(line.subject) + " leaves the canvas";
        }
        for (const Node& node : scene.nodes) {
            if (node.actor != line.from && node.actor != line.to && touches(line.path, node.frame))
                faults << "tie " + dossier.keyOf(line.subject) + " passes through " + dossier.actor(node.actor).key;
        }
    }
}

bool isAt(const Scene& scene, model::ActorId actor, QPointF point) {
    constexpr double gap = 8;
    return std::any_of(scene.nodes.begin(), scene.nodes.end(), [&](const Node& node) {
        return node.actor == actor && node.frame.adjusted(-gap, -gap, gap, gap).contains(point);
    });
}

void findLooseEnds(const Scene& scene, const model::Dossier& dossier, QStringList& faults) {
    for (const Line& line : scene.lines) {
        const bool isWhole = isAt(scene, line.from, line.path.first()) && isAt(scene, line.to, line.path.last());
        if (!isWhole && line.from != line.to)
            faults << "tie " + dossier.keyOf(line.subject) + " is cut off";
    }
}

/// A tie that holds under a tie's label, at rest.
void findCovered(const Scene& scene, const model::Dossier& dossier, QStringList& faults) {
    const auto isOfSelection = [&](const Line& line) {
        return line.selected || std::any_of(scene.nodes.begin(), scene.nodes.end(), [&](const Node& node) {
                   return node.selected && (node.actor == line.from || node.actor == line.to);
               });
    };
    for (const Line& line : scene.lines) {
        for (const Line& other : scene.lines) {
            if (&line != &other && !other.ended && (line.ended || !isOfSelection(line)) &&
                touches(other.path, line.labelBox))
                faults << "label " + dossier.keyOf(line.subject) + " covers " + dossier.keyOf(other.subject);
        }
    }
}

bool crossEachOther(const Path& a, const Path& b) {
    for (qsizetype i = 1; i < a.size(); ++i) {
        for (qsizetype j = 1; j < b.size(); ++j) {
            if (cross(a[i - 1], a[i], b[j - 1], b[j]))
                return true;
        }
    }
    return false;
}

} // namespace

QStringList faultsOf(const Scene& scene, const model::Dossier& dossier) {
    QStringList faults;
    findOverlaps(scene, dossier, faults);
    findPassages(scene, dossier, faults);
    findLooseEnds(scene, dossier, faults);
    findCovered(scene, dossier, faults);
    for (const LegendItem& item : scene.legend) {
        if (!scene.frame.contains(item.box) || item.box.intersects(scene.canvas.adjusted(0, 0, 0, -1)))
            faults << "legend " + item.text + " is out of place";
    }
    return faults;
}

QStringList tiesBehind(const Scene& scene, const model::Dossier& dossier) {
    QStringList found;
    for (const Line& line : scene.lines) {
        for (const Node& node : scene.nodes) {
            if (node.actor == line.from || node.actor == line.to)
                continue;
            const auto note = [&](const QString& what, const QRectF& box) {
                if (touches(line.path, box))
                    found << dossier.keyOf(line.subject) + " behind " + what + dossier.actor(node.actor).key;
            };
            note(QString(), node.frame);
            note(QStringLiteral("the name of "), node.nameBox);
            note(QStringLiteral("the state of "), node.statusBox);
        }
    }
    return found;
}

int crossingsOf(const Scene& scene) {
    int count = 0;
    for (qsizetype i = 0; i < scene.lines.size(); ++i) {
        for (qsizetype j = i + 1; j < scene.lines.size(); ++j)
            count += crossEachOther(scene.lines[i].path, scene.lines[j].path) ? 1 : 0;
    }
    return count;
}

} // namespace entente::relations
