#include "tests/timeline/layout/support_picture.h"

namespace entente::test {

using namespace timeline;

namespace {

struct Box {
    QString what;
    QRectF box;
};

QString named(const char* what, model::EventId event) {
    return QString("%1 of event %2").arg(what).arg(event.index);
}

/// The least that a mark's shape takes: a star is painted larger, a ring larger still.
QRectF around(QPointF middle, double radius) {
    return {middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius};
}

QList<Box> boxesOf(const Scene& scene) {
    QList<Box> boxes;
    for (const EventMark& mark : scene.marks) {
        if (mark.emphasis == Emphasis::FilteredOut)
            continue;
        if (mark.inFrame)
            boxes.append(
                {named("mark", mark.event), around(mark.place, mark.selected ? 2 * mark.radius : mark.radius)});
        for (const QPointF& claim : mark.otherClaims) // near its own mark the two are one sign
            if (!mark.inFrame || std::abs(claim.x() - mark.place.x()) >= 2 * mark.radius)
                boxes.append({named("claim", mark.event), around(claim, mark.radius)});
    }
    for (const Label& label : scene.labels)
        boxes.append({named("label", label.event), label.box});
    for (const KeyNumber& key : scene.keys)
        boxes.append({named("number", key.event), key.box});
    if (!scene.window.isNull())
        boxes.append({"window", scene.window});
    return boxes;
}

void checkBoxes(const Scene& scene, QStringList& faults) {
    const double little = 0.01;
    const QRectF lanes = scene.lanes.adjusted(-little, -little, little, little);
    const QList<Box> boxes = boxesOf(scene);
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        if (!lanes.contains(boxes[i].box))
            faults.append(boxes[i].what + " leaves the lanes");
        for (qsizetype j = 0; j < i; ++j)
            if (boxes[i].box.adjusted(little, little, -little, -little).intersects(boxes[j].box) &&
                boxes[i].what != boxes[j].what)
                faults.append(boxes[i].what + " on " + boxes[j].what);
    }
}

void checkLines(const Scene& scene, QStringList& faults) {
    const QRectF lanes = scene.lanes.adjusted(-0.01, -0.01, 0.01, 0.01);
    for (const EventMark& mark : scene.marks) {
        if (mark.bar && !lanes.contains(mark.bar->adjusted(-mark.fadeLeft, 0, mark.fadeRight, 0)))
            faults.append(named("bar", mark.event) + " leaves the lanes");
        if (mark.bridge && (!lanes.contains(mark.bridge->p1()) || !lanes.contains(mark.bridge->p2())))
            faults.append(named("bridge", mark.event) + " leaves the lanes");
    }
    for (const Label& label : scene.labels) {
        const QList<QPointF> line =
            label.leader.isEmpty() ? QList<QPointF>{label.stem.p1(), label.stem.p2()} : label.leader;
        for (const QPointF& point : line)
            if (!lanes.contains(point))
                faults.append(named("line", label.event) + " leaves the lanes");
        if (label.leader.size() == 1 || label.leader.size() == 2)
            faults.append(named("leader", label.event) + " is no elbow");
    }
    for (const QPointF& corner : scene.wedge)
        if (!scene.frame.adjusted(-0.01, -0.01, 0.01, 0.01).contains(corner))
            faults.append("wedge leaves the frame");
}

/// Where the line of a name begins: at the mark, at the bar of one out of view, or nowhere.
void checkFeet(const Scene& scene, QStringList& faults) {
    QHash<model::EventId, const EventMark*> marks;
    for (const EventMark& mark : scene.marks)
        marks.insert(mark.event, &mark);
    for (const Label& label : scene.labels) {
        const QPointF foot = label.leader.isEmpty() ? label.stem.p2() : label.leader.first();
        const EventMark* mark = marks.value(label.event);
        if (!mark) {
            faults.append(named("label", label.event) + " has no mark");
            continue;
        }
        const bool isAtMark = std::abs(foot.x() - mark->place.x()) < 0.01 && foot.y() < mark->place.y() &&
                              foot.y() > mark->place.y() - 2 * mark->radius;
        const bool isAtBar = mark->bar && mark->bar->adjusted(-4, -0.01, 4, 0.01).contains(foot);
        const bool isAtBridge = mark->bridge && std::abs(mark->bridge->y1() - foot.y()) < 0.01;
        if (mark->inFrame ? !isAtMark : !isAtBar && !isAtBridge)
            faults.append(named("line", label.event) + " ends beside its mark");
    }
}

void checkNames(const QList<Scene>& scenes, const QList<model::EventId>& events, QStringList& faults) {
    QHash<model::EventId, int> marks, names;
    QList<int> numbers;
    for (const Scene& scene : scenes) {
        for (const EventMark& mark : scene.marks)
            if (mark.emphasis != Emphasis::FilteredOut)
                ++marks[mark.event];
        for (const Label& label : scene.labels)
            ++names[label.event];
        for (const KeyNumber& key : scene.keys) {
            ++names[key.event];
            numbers.append(key.number);
        }
    }
    for (const model::EventId event : events)
        if (marks.value(event) != 1 || names.value(event) != 1)
            faults.append(named("marks and names", event) +
                          QString(": %1, %2").arg(marks.value(event)).arg(names.value(event)));
    if (marks.size() != names.size())
        faults.append(QString("%1 marks, %2 names").arg(marks.size()).arg(names.size()));
    std::sort(numbers.begin(), numbers.end());
    for (qsizetype i = 0; i < numbers.size(); ++i)
        if (numbers[i] != i + 1)
            faults.append("numbers skip");
}

} // namespace

QStringList pictureFaults(const QList<Scene>& scenes, const QList<model::EventId>& events) {
    QStringList faults;
    for (const Scene& scene : scenes) {
        checkBoxes(scene, faults);
        checkLines(scene, faults);
        checkFeet(scene, faults);
    }
    checkNames(scenes, events, faults);
    return faults;
}

} // namespace entente::test
