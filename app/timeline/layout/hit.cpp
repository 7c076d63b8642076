#include "app/timeline/layout/scene.h"

namespace entente::timeline {

namespace {
constexpr double reach = 12; // half of the smallest target
constexpr double handleReach = 12;

Hit part(Hit::Part what) {
    Hit hit;
    hit.part = what;
    return hit;
}

Hit eventHit(model::EventId event) {
    Hit hit = part(Hit::Part::Event);
    hit.event = event;
    return hit;
}

std::optional<Hit> hitMark(const Scene& scene, QPointF point) {
    const EventMark* nearest = nullptr;
    double best = reach;
    for (const EventMark& mark : scene.marks) {
        if (mark.inPill || !mark.inFrame)
            continue;
        const double away = std::hypot(mark.place.x() - point.x(), mark.place.y() - point.y());
        if (away < best) {
            best = away;
            nearest = &mark;
        }
    }
    return nearest ? std::optional(eventHit(nearest->event)) : std::nullopt;
}

std::optional<Hit> hitBar(const Scene& scene, QPointF point) {
    for (const EventMark& mark : scene.marks) {
        if (mark.bar && mark.bar->adjusted(0, -3, 0, 3).contains(point))
            return eventHit(mark.event);
        for (const QPointF& claim : mark.otherClaims)
            if (std::hypot(claim.x() - point.x(), claim.y() - point.y()) < reach)
                return eventHit(mark.event);
    }
    return {};
}

Hit hitMinimap(const Scene& scene, QPointF point) {
    const QRectF& brush = scene.minimap.brush;
    if (std::abs(point.x() - brush.left()) <= std::min(handleReach, brush.width() / 3))
        return part(Hit::Part::BrushLeft);
    if (std::abs(point.x() - brush.right()) <= std::min(handleReach, brush.width() / 3))
        return part(Hit::Part::BrushRight);
    return part(brush.contains(point) ? Hit::Part::Brush : Hit::Part::Minimap);
}

std::optional<Hit> hitPill(const Scene& scene, QPointF point, bool strip) {
    for (qsizetype i = 0; i < scene.pills.size(); ++i)
        if (scene.pills[i].strip == strip && scene.pills[i].box.adjusted(-2, -4, 2, 4).contains(point)) {
            Hit hit = part(Hit::Part::Pill);
            hit.index = i;
            return hit;
        }
    return {};
}

std::optional<Hit> hitLanes(const Scene& scene, QPointF point) {
    if (const auto hit = hitPill(scene, point, false))
        return hit;
    if (const auto hit = hitMark(scene, point))
        return hit;
    for (const Label& label : scene.labels)
        if (label.box.contains(point))
            return eventHit(label.event);
    for (const Hint& hint : scene.hints)
        if (hint.box.contains(point)) {
            Hit hit = part(Hit::Part::Hint);
            hit.event = hint.event;
            return hit;
        }
    const auto bar = hitBar(scene, point);
    return bar ? bar : hitPill(scene, point, true);
}
} // namespace

model::Subject Hit::subject() const {
    if (part == Part::Event && event.isValid())
        return event;
    if (part == Part::Era)
        return era;
    return {};
}

Hit hitTest(const Scene& scene, QPointF point) {
    if (scene.showAll.contains(point))
        return part(Hit::Part::ShowAll);
    if (scene.outside.contains(point))
        return part(Hit::Part::Outside);
    if (scene.cursor && scene.flag.contains(point))
        return part(Hit::Part::Flag);
    if (scene.axis.contains(point))
        return part(Hit::Part::Axis);
    for (const EraBox& era : scene.eras)
        if (era.box.contains(point)) {
            Hit hit = part(Hit::Part::Era);
            hit.era = era.era;
            return hit;
        }
    for (const TrayItem& item : scene.trayItems)
        if (item.box.contains(point))
            return eventHit(item.event);
    if (scene.minimap.frame.adjusted(-4, 0, 4, 0).contains(point))
        return hitMinimap(scene, point);
    if (scene.heads.contains(point)) {
        Hit hit = part(Hit::Part::LaneHead);
        for (qsizetype i = 0; i < scene.laneList.size(); ++i)
            if (scene.laneList[i].frame.contains(point))
                hit.index = i;
        return hit;
    }
    if (!scene.lanes.contains(point))
        return {};
    return hitLanes(scene, point).value_or(part(Hit::Part::Ground));
}

std::optional<QPointF> anchorOf(const Scene& scene, model::EventId event) {
    for (const EventMark& mark : scene.marks)
        if (mark.event == event && mark.inFrame && !mark.inPill)
            return mark.place;
    for (const Pill& pill : scene.pills)
        if (pill.members.contains(event))
            return pill.box.center();
    for (const TrayItem& item : scene.trayItems)
        if (item.event == event)
            return item.box.center();
    return {};
}

} // namespace entente::timeline
