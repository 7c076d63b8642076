#include "app/timeline/view/picture_parts.h"

#include "app/theme/named_part.h"
#include "app/timeline/layout/picture_scene.h"

namespace entente::timeline {

using theme::Role;
using theme::Theme;
using theme::Type;

namespace {

bool isUpper(const Scene& scene) {
    return !scene.window.isNull();
}

double barOf(const EventMark* mark) {
    return mark->bar ? mark->bar->width() : 0;
}

QPen flatPen(const QColor& color, double width) {
    QPen pen(color, width);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

} // namespace

Role laneGround(const Scene& scene, qsizetype lane) {
    return isUpper(scene) || lane % 2 != 0 ? Role::Ground : Role::Lane;
}

void paintBandGround(QPainter& painter, const Theme& theme, const Scene& scene) {
    if (!isUpper(scene)) {
        painter.fillRect(scene.frame, theme.color(Role::Lane));
        painter.setPen(flatPen(theme.color(Role::Line2), 1));
        const QRectF panel = scene.frame.adjusted(0.5, 0, -0.5, -0.5);
        painter.drawPolyline(QPolygonF{panel.topLeft(), panel.bottomLeft(), panel.bottomRight(), panel.topRight()});
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Lane));
    painter.drawPolygon(QPolygonF(scene.wedge));
    painter.setPen(flatPen(theme.color(Role::Line2), 1));
    painter.drawLine(scene.wedge[0], scene.wedge[3] + QPointF(0.5, 0));
    painter.drawLine(scene.wedge[1], scene.wedge[2] - QPointF(0.5, 0));
}

void paintBandLine(QPainter& painter, const Theme& theme, const Scene& scene) {
    if (!scene.isBand)
        return;
    const double y = scene.laneList.first().baseline;
    painter.setPen(flatPen(theme.color(Role::Line2), theme.px(3)));
    const double ends = theme.px(bandLineInset);
    painter.drawLine(QPointF(scene.lanes.left() + ends, y), QPointF(scene.lanes.right() - ends, y));
    if (!isUpper(scene))
        return;
    painter.setPen(QPen(theme.color(Role::Ink), theme.px(1.5)));
    painter.setBrush(theme.color(Role::Panel));
    const double inset = theme.px(0.75);
    painter.drawRoundedRect(scene.window.adjusted(inset, inset, -inset, -inset), theme.px(3), theme.px(3));
    const double margin = std::min(theme.px(3), scene.window.width() / 4);
    painter.setPen(flatPen(theme.color(Role::Ink), theme.px(4)));
    painter.drawLine(QPointF(scene.window.left() + margin, y), QPointF(scene.window.right() - margin, y));
}

void paintBandAxis(QPainter& painter, const Theme& theme, const Scene& scene) {
    const QRectF& axis = scene.axis;
    painter.setPen(flatPen(theme.color(Role::Line3), 1));
    for (const Tick& tick : scene.ticks)
        if (tick.x >= axis.left() && tick.x <= axis.right())
            painter.drawLine(QPointF(tick.x, axis.top()),
                             QPointF(tick.x, axis.top() + theme.px(tick.text.isEmpty() ? 4 : 7)));
    for (const Tick& tick : scene.ticks)
        if (!tick.text.isEmpty())
            theme::paintText(painter, theme, tick.strong ? Type::TickMajor : Type::Secondary,
                             theme.color(tick.strong ? Role::Ink : Role::Ink2),
                             {tick.textX, axis.top() + theme.px(tick.upper ? 39 : 22)}, tick.text);
}

bool isOneLine(const Scene& scene) {
    return scene.heads.width() <= 0;
}

QList<const EventMark*> inOrderOfBars(const Scene& scene) {
    QList<const EventMark*> marks;
    for (const EventMark& mark : scene.marks)
        if (mark.emphasis != Emphasis::FilteredOut)
            marks.append(&mark);
    if (isOneLine(scene))
        std::stable_sort(marks.begin(), marks.end(),
                         [](const EventMark* a, const EventMark* b) { return barOf(a) > barOf(b); });
    return marks;
}

void paintLeaders(QPainter& painter, const Theme& theme, const Scene& scene) {
    painter.setBrush(Qt::NoBrush);
    for (const Label& label : scene.labels) {
        if (label.leader.isEmpty())
            continue;
        const theme::NamedPart part(painter, label.event, theme::Part::Stem);
        painter.setPen(flatPen(theme.color(label.selected ? Role::Ink : Role::Line3), 1));
        painter.drawPolyline(QPolygonF(label.leader));
    }
}

void paintKeyNumbers(QPainter& painter, const Theme& theme, const Scene& scene) {
    const double ascent = QFontMetricsF(theme.font(Type::Date)).capHeight();
    for (const KeyNumber& key : scene.keys) {
        const theme::NamedPart part(painter, key.event, theme::Part::Number);
        const auto lane = std::find_if(scene.laneList.begin(), scene.laneList.end(),
                                       [&](const Lane& one) { return one.frame.contains(key.box.center()); });
        const Role ground = laneGround(scene, std::distance(scene.laneList.begin(), lane));
        const double height = ascent + theme.px(2);
        painter.fillRect(QRectF(key.box.left(), key.box.center().y() - height / 2, key.box.width(), height),
                         theme.color(ground));
        theme::paintText(painter, theme, Type::Date, theme.color(Role::Ink),
                         {key.box.left(), key.box.center().y() + ascent / 2}, QString::number(key.number));
    }
}

} // namespace entente::timeline
