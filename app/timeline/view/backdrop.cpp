#include "app/timeline/view/painting.h"

#include "app/timeline/view/calendar_row.h"
#include "app/timeline/view/picture_parts.h"

namespace entente::timeline {

// What stands behind marks and labels: grounds, grid, axis, eras and heads of lanes.

using theme::Role;
using theme::Type;

void Painting::paintTint(QPainter& painter) {
    for (const EraBox& era : m_scene.eras) {
        if (era.era != m_scene.tintedEra)
            continue;
        QColor tint = m_theme.color(Role::Ink);
        tint.setAlphaF(0.06F);
        painter.fillRect(QRectF(era.box.left(), m_scene.lanes.top(), era.box.width(), m_scene.lanes.height()), tint);
    }
}

void Painting::paintGridLines(QPainter& painter) {
    QList<QLineF> labelled, others;
    for (const Tick& tick : m_scene.ticks)
        if (tick.x >= m_scene.lanes.left() && tick.x <= m_scene.lanes.right())
            (tick.text.isEmpty() ? others : labelled)
                .append({tick.x, m_scene.strip.top(), tick.x, m_scene.lanes.bottom()});
    lines(painter, others, Role::Line);
    lines(painter, labelled, Role::Line2);
}

/// Once over every pixel, with the lines of the grid.
void Painting::paintGroundsOnScreen(const QRectF& between) {
    const auto paint = [this](const QRectF& box, Role ground) {
        theme::paintDownwards(m_painter, box, [&](QPainter& painter) {
            painter.fillRect(box, m_theme.color(ground));
            paintTint(painter);
            paintGridLines(painter);
        });
    };
    const QRectF& frame = m_scene.frame;
    const double top = m_scene.strip.top(), left = between.left(), width = between.width();
    double bottom = between.top();
    fill(QRectF(frame.topLeft(), QPointF(frame.right(), top + 1)), Role::Ground);
    fill(QRectF(QPointF(frame.left(), between.bottom() - 1), frame.bottomRight()), Role::Ground);
    paint(QRectF(left, top, width, bottom - top), Role::Ground);
    for (qsizetype i = 0; i < m_scene.laneList.size(); ++i)
        if (const QRectF lane = m_scene.laneList[i].frame.intersected(between); !lane.isEmpty()) {
            paint(lane, laneRole(i));
            bottom = lane.bottom();
        }
    paint(QRectF(left, bottom, width, between.bottom() - bottom), Role::Ground);
}

void Painting::paintGrounds() {
    if (m_scene.isBand)
        return paintBandGround(m_painter, m_theme, m_scene);
    const QRectF between(m_scene.frame.left(), m_scene.lanes.top(), m_scene.frame.width(), m_scene.lanes.height());
    if (m_cache)
        return paintGroundsOnScreen(between);
    fill(m_scene.frame, Role::Ground);
    for (qsizetype i = 0; i < m_scene.laneList.size(); ++i)
        fill(m_scene.laneList[i].frame.intersected(between), laneRole(i));
    paintTint(m_painter);
    paintGridLines(m_painter);
}

void Painting::paintTicks(const QList<Tick>& ticks, const QRectF& axis) {
    QList<QLineF> dashes;
    for (const Tick& tick : ticks)
        if (tick.x >= axis.left() && tick.x <= axis.right())
            dashes.append({tick.x, axis.bottom() - px(tick.text.isEmpty() ? 4 : 7), tick.x, axis.bottom()});
    lines(dashes, Role::Line3);
    for (const Tick& tick : ticks) {
        if (tick.text.isEmpty())
            continue;
        const bool oneRow = tick.strong && !tick.upper;
        const double baseline = axis.top() + px(tick.upper ? 17 : oneRow ? 28 : 35);
        text(tick.strong ? Type::TickMajor : Type::Secondary, tick.strong ? Role::Ink : Role::Ink2,
             {tick.textX, baseline}, tick.text);
    }
}

void Painting::paintGrid() {
    if (m_scene.isBand)
        return paintBandAxis(m_painter, m_theme, m_scene);
    paintTicks(m_scene.ticks, m_scene.axis.adjusted(0, 0, 0, -m_scene.calendarRow.height()));
    paintCalendarRow(m_painter, m_theme, m_scene, m_cache);
    line({m_scene.frame.left(), m_scene.axis.bottom()}, {m_scene.frame.right(), m_scene.axis.bottom()}, Role::Line2);
}

void Painting::paintEras() {
    for (const EraBox& era : m_scene.eras) {
        const QRectF box = era.box.adjusted(0.5, 1, -0.5, -1);
        fill(box, era.era == m_scene.tintedEra ? Role::Hover : Role::Chrome);
        line(box.topLeft(), box.bottomLeft(), Role::Line3);
        text(Type::Date, Role::Ink2, {era.textX, era.box.bottom() - px(4)}, era.text);
    }
}

void Painting::paintHeads() {
    for (const Lane& lane : m_scene.laneList) {
        const QRectF head = lane.frame.intersected(m_scene.heads);
        if (head.height() < std::min(px(32), lane.frame.height() - 1))
            continue;
        const double middle = head.center().y();
        const double left = m_scene.heads.left() + px(14);
        if (!lane.icon.isEmpty())
            symbol(theme::symbolOf(lane.icon), QRectF(left, middle - px(8), px(16), px(16)), Role::Ink2);
        const double textLeft = left + (lane.icon.isEmpty() ? 0 : px(26));
        const bool below = !lane.count.isEmpty() && !lane.collapsed;
        const double first = middle + px(4) - (static_cast<double>(lane.name.size() + below) - 1) * px(7);
        for (qsizetype i = 0; i < lane.name.size(); ++i)
            text(Type::Chip, Role::Ink2, {textLeft, first + static_cast<double>(i) * px(14)}, lane.name[i]);
        if (below)
            text(Type::Date, Role::Ink2, {textLeft, first + static_cast<double>(lane.name.size()) * px(14)},
                 lane.count);
        else if (!lane.count.isEmpty())
            text(Type::Date, Role::Ink2, {m_scene.heads.right() - px(6), first}, lane.count, Qt::AlignRight);
    }
    if (!m_scene.isBand)
        line({m_scene.lanes.left(), m_scene.axis.top()}, {m_scene.lanes.left(), m_scene.lanes.bottom()}, Role::Line2);
    if (!m_scene.scrollThumb.isNull())
        fill(m_scene.scrollThumb, Role::Line3);
}

} // namespace entente::timeline
