#include "app/timeline/view/overlays.h"

#include "app/theme/painters.h"

namespace entente::timeline {

using theme::Role;
using theme::Type;

void paintBand(QPainter& painter, const theme::Theme& theme, const Scene& scene, double from, double to) {
    const double left = std::clamp(std::min(from, to), scene.axis.left(), scene.axis.right());
    const double right = std::clamp(std::max(from, to), scene.axis.left(), scene.axis.right());
    const QRectF band(left, scene.axis.top(), right - left, scene.lanes.bottom() - scene.axis.top());
    QColor tint = theme.color(Role::Ink);
    tint.setAlphaF(0.08F);
    painter.fillRect(band, tint);
    painter.setPen(QPen(theme.color(Role::Ink), theme.px(1.5)));
    painter.drawLine(band.topLeft(), band.bottomLeft());
    painter.drawLine(band.topRight(), band.bottomRight());
}

/// Where an end stands: an event at its mark, a day at its middle.
static QPointF placeOf(const Scene& scene, const wording::MeasureEnd& end, double y) {
    if (end.event.isValid())
        return anchorOf(scene, end.event).value_or(QPointF(std::numeric_limits<double>::quiet_NaN(), y));
    return {scene.scale.x(static_cast<double>(end.day) + 0.5), y};
}

void paintMeasure(QPainter& painter, const theme::Theme& theme, const Scene& scene, const Measure& measure,
                  const QString& words) {
    const QRectF& lanes = scene.lanes;
    const double y = std::clamp(measure.y, lanes.top(), std::max(lanes.top(), lanes.bottom()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::Ink), theme.px(1.6)));
    double left = lanes.right(), right = lanes.left();
    for (const wording::MeasureEnd& end : {measure.from, measure.to}) {
        const QPointF place = placeOf(scene, end, y);
        if (std::isnan(place.x()))
            continue;
        left = std::min(left, std::clamp(place.x(), lanes.left(), lanes.right()));
        right = std::max(right, std::clamp(place.x(), lanes.left(), lanes.right()));
        if (place.x() < lanes.left() || place.x() > lanes.right())
            continue;
        painter.drawLine(QPointF(place.x(), y - theme.px(7)), QPointF(place.x(), y + theme.px(7)));
        if (end.event.isValid())
            painter.drawLine(QPointF(place.x(), y),
                             QPointF(place.x(), std::clamp(place.y(), lanes.top(), lanes.bottom())));
    }
    if (left < right)
        painter.drawLine(QPointF(left, y), QPointF(right, y));
    const double width = theme.width(words, Type::KeyEvent) + theme.px(20), height = theme.px(24);
    const double middle = left <= right ? (left + right) / 2 : lanes.center().x();
    const double most = std::max(lanes.left(), lanes.right() - width - theme.px(4));
    const double above = y - height - theme.px(10);
    const QRectF plate(std::clamp(middle - width / 2, lanes.left(), most),
                       above < lanes.top() ? y + theme.px(10) : above, width, height);
    painter.setBrush(theme.color(Role::Ink));
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(plate, theme.px(5), theme.px(5));
    theme::paintText(painter, theme, Type::KeyEvent, theme.color(Role::Ground),
                     {plate.center().x(), plate.center().y() + theme.px(4.7)}, words, Qt::AlignHCenter);
    painter.restore();
}

/// A line down through the lanes that leaves labels and pills readable.
static void drawBetweenLabels(QPainter& painter, const Scene& scene, double x) {
    QList<std::pair<double, double>> covered;
    const auto cover = [&](const QRectF& box) {
        if (box.left() - 2 <= x && x <= box.right() + 2)
            covered.append({box.top(), box.bottom()});
    };
    for (const Label& label : scene.labels)
        cover(label.box);
    for (const Pill& pill : scene.pills)
        cover(pill.box);
    std::sort(covered.begin(), covered.end());
    double y = scene.axis.bottom();
    for (const auto& [top, bottom] : covered) {
        if (top > y)
            painter.drawLine(QPointF(x, y), QPointF(x, top));
        y = std::max(y, bottom);
    }
    if (y < scene.lanes.bottom())
        painter.drawLine(QPointF(x, y), QPointF(x, scene.lanes.bottom()));
}

void paintCompared(QPainter& painter, const theme::Theme& theme, const Scene& scene, model::Day day,
                   const QString& words) {
    const double x = scene.scale.x(static_cast<double>(day) + 0.5);
    if (x < scene.lanes.left() || x > scene.lanes.right())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.color(Role::Ink), theme.px(1.6));
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    drawBetweenLabels(painter, scene, x);
    const double width = theme.width(words, Type::TickMajor) + theme.px(20), height = theme.px(20);
    const double bottom = scene.axis.bottom() - scene.calendarRow.height() - theme.px(4);
    QRectF plate(std::clamp(x - width / 2, scene.axis.left(), std::max(scene.axis.left(), scene.axis.right() - width)),
                 bottom - height, width, height);
    if (scene.cursor && plate.intersects(scene.flag)) // beside the moment's own, on its side of it
        plate.moveLeft(x < *scene.cursor ? scene.flag.left() - width - theme.px(4) : scene.flag.right() + theme.px(4));
    // The dates beneath give way as a whole.
    for (const Tick& tick : scene.ticks) {
        const double top = scene.axis.top() + theme.px(tick.strong ? 15 : 22);
        const QRectF text(tick.textX, top, theme.width(tick.text, tick.strong ? Type::TickMajor : Type::Secondary),
                          theme.px(17));
        if (!tick.upper && text.intersects(plate))
            painter.fillRect(text, theme.color(Role::Ground));
    }
    painter.setPen(QPen(theme.color(Role::Ink), theme.px(1.4)));
    painter.setBrush(theme.color(Role::Ground));
    painter.drawRoundedRect(plate, theme.px(4), theme.px(4));
    theme::paintText(painter, theme, Type::TickMajor, theme.color(Role::Ink),
                     {plate.center().x(), plate.center().y() + theme.px(4.7)}, words, Qt::AlignHCenter);
    painter.restore();
}

/// Around columns that hold something sought, neighbours as one.
static QList<QRectF> soughtIn(const DensityStrip& strip) {
    QList<QRectF> boxes;
    for (qsizetype i = 0; i < strip.sought.size(); ++i) {
        const QRectF box = strip.box(strip.sought[i]);
        if (i > 0 && strip.sought[i] == strip.sought[i - 1] + 1)
            boxes.last() |= box;
        else
            boxes.append(box);
    }
    return boxes;
}

void paintRings(QPainter& painter, const theme::Theme& theme, const Scene& scene,
                const std::function<bool(model::EventId)>& isRung) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Role::Ink), theme.px(2)));
    const double reach = theme.px(12), gap = theme.px(3);
    for (const EventMark& mark : scene.marks)
        if (mark.inFrame && !mark.inPill && mark.emphasis != Emphasis::FilteredOut && isRung(mark.event))
            painter.drawEllipse(mark.place, reach, reach);
    for (const Pill& pill : scene.pills)
        if (std::any_of(pill.members.begin(), pill.members.end(), isRung)) {
            const QRectF ring = pill.box.adjusted(-gap, -gap, gap, gap);
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
        }
    for (const DensityStrip& strip : scene.density)
        for (const QRectF& box : soughtIn(strip))
            painter.drawRoundedRect(box.adjusted(-gap, -gap, gap, gap), gap, gap);
    for (const TrayItem& item : scene.trayItems)
        if (item.emphasis != Emphasis::FilteredOut && isRung(item.event))
            painter.drawRoundedRect(item.box.adjusted(0, 0, 2 * gap, 0), gap, gap);
    painter.restore();
}

std::optional<QRectF> hoverBox(const Scene& scene, const theme::Theme& theme, const model::Subject& hovered) {
    const auto* event = std::get_if<model::EventId>(&hovered);
    QRectF box;
    const auto around = [&](QPointF place) {
        const double reach = theme.px(20);
        box |= QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach);
    };
    for (const EventMark& mark : scene.marks) {
        if (!event || mark.event != *event)
            continue;
        around(mark.place);
        for (const QPointF& claim : mark.otherClaims)
            around(claim);
    }
    for (const Label& label : scene.labels)
        if (event && label.event == *event)
            box |= label.box;
    return box.isNull() ? std::nullopt : std::optional(box.intersected(scene.frame));
}

} // namespace entente::timeline
