#include "app/timeline/view/timeline_view.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace entente::timeline {

using model::Filter;

static QStringList keysOf(const Lanes& lanes) {
    QStringList keys;
    for (const LaneHead& head : lanes.heads())
        keys.append(head.key);
    return keys;
}

std::optional<QString> TimelineView::laneOfSelection() const {
    const auto* event = std::get_if<model::EventId>(&m_exploration.selection());
    if (!event || event->index >= m_grounds->ground()->shown.size())
        return {};
    const auto lane = lanes()->laneOf(*event, m_exploration.dossier()->view(*event));
    return lane ? std::optional(lanes()->heads()[*lane].key) : std::nullopt;
}

void TimelineView::toggleLane(const QString& lane) {
    model::LaneChoice choice = m_exploration.view().lanes;
    if (!choice.collapsed.remove(lane))
        choice.collapsed.insert(lane);
    m_exploration.setLanes(choice);
}

void TimelineView::placeLane(const QString& lane, qsizetype place) {
    model::LaneChoice choice = m_exploration.view().lanes;
    choice.order = keysOf(*lanes());
    choice.order.removeAll(QString()); // the lane of the others stays the last
    const qsizetype from = choice.order.indexOf(lane);
    if (from < 0 || place < 0 || place >= choice.order.size())
        return;
    choice.order.move(from, place);
    m_exploration.setLanes(choice);
}

void TimelineView::moveLane(const QString& lane, int places) {
    placeLane(lane, keysOf(*lanes()).indexOf(lane) + places);
}

void TimelineView::moveLaneToTop(const QString& lane) {
    placeLane(lane, 0);
}

bool TimelineView::canHide(const QString& lane) const {
    const auto field = Lanes::fieldOf(m_exploration.view().lanes.by);
    if (lane.isEmpty() || lanes()->heads().size() < 2 || !field)
        return false;
    const Filter::Condition* condition = m_exploration.filter().condition(*field);
    return !condition || condition->comparison == Filter::Comparison::IsNot ||
           (condition->values.size() > 1 && condition->values.contains(lane));
}

void TimelineView::hideLane(const QString& lane) {
    if (!canHide(lane))
        return;
    const Filter& filter = m_exploration.filter();
    const Filter::Field field = *Lanes::fieldOf(m_exploration.view().lanes.by);
    const Filter::Condition* condition = filter.condition(field);
    QStringList values = condition ? condition->values : QStringList();
    const bool isList = condition && condition->comparison == Filter::Comparison::Is;
    if (isList)
        values.removeAll(lane);
    else
        values.append(lane);
    m_exploration.setFilter(filter.with(field, values, isList ? Filter::Comparison::Is : Filter::Comparison::IsNot));
}

void TimelineView::restoreLanes() {
    exploration::Exploration& shared = m_exploration;
    model::LaneChoice choice;
    choice.by = shared.view().lanes.by;
    shared.setLanes(choice);
    if (const auto field = Lanes::fieldOf(choice.by))
        shared.setFilter(shared.filter().with(*field, {}));
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    const Hit hit = hitTest(scene(), event->pos());
    if (hit.part == Hit::Part::Axis || hit.part == Hit::Part::Flag)
        return askAboutDay(event->pos().x(), event->globalPos());
    if (hit.part != Hit::Part::LaneHead || hit.index < 0)
        return QCustomPlot::contextMenuEvent(event);
    const QString lane = scene().laneList[hit.index].key;
    const bool isOthers = lane.isEmpty();
    QMenu menu(this);
    menu.addAction(isCollapsed(lane) ? tr("&Expand Lane") : tr("&Collapse Lane"), this, [&] { toggleLane(lane); });
    menu.addAction(tr("&Hide Lane"), this, [&] { hideLane(lane); })->setEnabled(canHide(lane));
    menu.addSeparator();
    menu.addAction(tr("Move &Up"), this, [&] { moveLane(lane, -1); })->setEnabled(!isOthers && hit.index > 0);
    const qsizetype last = lanes()->heads().size() - (lanes()->heads().last().key.isEmpty() ? 2 : 1);
    menu.addAction(tr("Move &Down"), this, [&] { moveLane(lane, 1); })->setEnabled(!isOthers && hit.index < last);
    menu.addAction(tr("Move to &Top"), this, [&] { moveLaneToTop(lane); })->setEnabled(!isOthers && hit.index > 0);
    menu.addSeparator();
    menu.addAction(tr("&Show All Lanes"), this, [&] { restoreLanes(); });
    menu.exec(event->globalPos());
}

/// What can be done with a day of the axis.
void TimelineView::askAboutDay(double x, QPoint at) {
    const model::Day day = dayAt(x, true);
    const QString words = m_wording.day(day, wording::Style::Short);
    QMenu menu(this);
    menu.addAction(tr("&Go to %1").arg(words), this, [&] { m_exploration.setMoment(day); });
    menu.addAction(tr("&Compare with %1").arg(words), this, [&] { m_exploration.compareWith(day); })
        ->setEnabled(day != m_exploration.moment());
    menu.addAction(tr("&End Comparison"), this, [&] { m_exploration.compareWith({}); })
        ->setVisible(m_exploration.view().compared.has_value());
    menu.exec(at);
}

} // namespace entente::timeline
