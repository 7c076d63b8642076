#include "app/timeline/view/calendar_row.h"

#include "app/theme/painters.h"

namespace entente::timeline {

using theme::Role;
using theme::Type;

void paintCalendarRow(QPainter& painter, const theme::Theme& theme, const Scene& scene, theme::PaintCache* cache) {
    const QRectF& row = scene.calendarRow;
    if (row.isNull())
        return;
    const QColor ink = theme.color(Role::Ink2);
    const double baseline = row.top() + theme.px(14);
    const auto text = [&](double x, const QString& words) {
        if (cache)
            cache->paintText(painter, theme, Type::Secondary, ink, {x, baseline}, words, Qt::AlignLeft);
        else
            theme::paintText(painter, theme, Type::Secondary, ink, {x, baseline}, words, Qt::AlignLeft);
    };
    painter.setPen(QPen(theme.color(Role::Line), 1));
    painter.drawLine(QPointF(scene.frame.left(), row.top()), row.topRight());
    painter.setPen(QPen(theme.color(Role::Line3), 1));
    for (const Tick& tick : scene.calendarTicks)
        if (tick.x >= row.left() && tick.x <= row.right())
            painter.drawLine(QPointF(tick.x, row.top()), QPointF(tick.x, row.top() + theme.px(5)));
    for (const Tick& tick : scene.calendarTicks)
        text(tick.textX, tick.text);
    text(scene.heads.left() + theme.px(14), scene.calendarName);
}

} // namespace entente::timeline
