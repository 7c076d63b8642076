#include "app/theme/brushwork.h"

#include <QtMath>

namespace entente::theme {

namespace {

// Proportions to the radius, so that all shapes look equally large.
constexpr double diamondReach = 1.22;
constexpr double squareHalf = 0.92;
constexpr double starReach = 1.34;
constexpr double starInner = 0.62;
constexpr double outlineWidth = 0.26;
constexpr double dotHalf = 0.34;

QPainterPath polygonPath(const QPolygonF& polygon) {
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QPainterPath starPath(QPointF centre, double radius) {
    QPolygonF points;
    for (int i = 0; i < 16; ++i) {
        const double angle = i * M_PI / 8;
        const double length = radius * (i % 2 == 0 ? starReach : starInner);
        points << centre + length * QPointF(std::sin(angle), -std::cos(angle));
    }
    return polygonPath(points);
}

QPainterPath balloonPath(QPointF centre, double radius) {
    const QRectF body = around(centre - QPointF(0, 0.18 * radius), 1.08 * radius, 0.8 * radius);
    QPainterPath box;
    box.addRoundedRect(body, 0.42 * radius, 0.42 * radius);
    const double foot = body.bottom() - 0.1 * radius;
    const QPainterPath tail = polygonPath({{centre.x() - 0.55 * radius, foot},
                                           {centre.x() - 0.5 * radius, centre.y() + 1.15 * radius},
                                           {centre.x() + 0.25 * radius, foot}});
    return box.united(tail).simplified();
}

QPainterPath discPath(QPointF centre, double radius) {
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return path;
}

QPainterPath squarePath(QPointF centre, double radius) {
    QPainterPath path;
    path.addRoundedRect(around(centre, squareHalf * radius), 1, 1);
    return path;
}

double ringRadius(const Theme& theme, double radius) {
    return std::max(theme.px(12), radius + theme.px(5.6));
}

/// Radius of a mark in its state: hovering enlarges it.
double shownRadius(State state, double radius) {
    return state == State::Hovered ? radius * 1.15 : radius;
}

double plateRadius(const Theme& theme, model::Mark mark, double radius) {
    return radius * (mark == model::Mark::Star ? starReach : 1.0) + theme.px(2.2);
}

void paintSurround(QPainter& painter, const Theme& theme, const MarkStyle& style, QPointF centre, double radius) {
    painter.setPen(Qt::NoPen);
    if (style.state == State::Hovered) {
        painter.setBrush(theme.color(Role::Hover));
        painter.drawEllipse(centre, theme.px(14), theme.px(14));
    }
    if (style.plate) {
        painter.setBrush(theme.color(style.ground));
        const double plate = plateRadius(theme, style.mark, radius);
        painter.drawEllipse(centre, plate, plate);
    }
    if (style.state == State::Selected || style.otherClaim) {
        const QColor ink = theme.color(Role::Ink);
        painter.setPen(style.state == State::Selected ? linePen(ink, theme.px(2))
                                                      : dashedPen(ink, theme.px(1.5), theme.px(3), theme.px(3)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, ringRadius(theme, radius), ringRadius(theme, radius));
    }
}

QPen outlinePen(const MarkStyle& style, QColor color, double radius) {
    const double width = (style.mark == model::Mark::Star && !style.hollow ? 0.1 : outlineWidth) * radius;
    if (!style.dashed)
        return linePen(color, width);
    return dashedPen(color, width, 0.5 * radius, 0.38 * radius);
}

void paintShape(QPainter& painter, const Theme& theme, const MarkStyle& style, QPointF centre, double radius) {
    const QColor ground = theme.color(style.ground);
    const double opacity = style.state == State::Dimmed ? dimmedMark : 1;
    const QColor color = blended(theme.tenor(style.tenor), ground, opacity);
    const bool filled = !style.hollow && !style.dashed;
    painter.setPen(outlinePen(style, color, radius));
    painter.setBrush(filled ? color : style.hollow ? ground : blended(color, ground, 0.35));
    painter.drawPath(markPath(style.mark, centre, radius));
    if (!style.dot)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(filled ? ground : color);
    if (style.mark == model::Mark::Square)
        painter.drawRect(around(centre, dotHalf * radius));
    else
        painter.drawEllipse(centre, dotHalf * radius, dotHalf * radius);
}

} // namespace

QPainterPath markPath(model::Mark mark, QPointF centre, double radius) {
    const auto at = [&](double x, double y) { return centre + radius * QPointF(x, y); };
    const double d = diamondReach;
    switch (mark) {
    case model::Mark::Disc:
        return discPath(centre, radius);
    case model::Mark::Diamond:
        return polygonPath({at(0, -d), at(d, 0), at(0, d), at(-d, 0)});
    case model::Mark::Square:
        return squarePath(centre, radius);
    case model::Mark::Balloon:
        return balloonPath(centre, radius);
    case model::Mark::Triangle:
        return polygonPath({at(-1.14, -0.86), at(1.14, -0.86), at(0, 1.12)});
    case model::Mark::Star:
        return starPath(centre, radius);
    }
    return discPath(centre, radius);
}

double markReach(const Theme& theme, const MarkStyle& style, double radius) {
    const double shown = shownRadius(style.state, radius);
    double reach = shown * (starReach + outlineWidth / 2) + theme.px(2.2);
    if (style.state == State::Hovered)
        reach = std::max(reach, theme.px(14));
    if (style.state == State::Selected || style.otherClaim)
        reach = std::max(reach, ringRadius(theme, shown) + theme.px(1));
    return style.keyboardFocus ? reach + theme.px(4) : reach;
}

void paintMark(QPainter& painter, const Theme& theme, const MarkStyle& style, QPointF centre, double radius) {
    const Restoring restoring(painter);
    if (style.state == State::FilteredOut) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Role::Line3));
        painter.drawEllipse(centre, theme.px(1.6), theme.px(1.6));
        return;
    }
    const double shown = shownRadius(style.state, radius);
    paintSurround(painter, theme, style, centre, shown);
    paintShape(painter, theme, style, centre, shown);
    if (style.keyboardFocus) {
        MarkStyle plain = style;
        plain.keyboardFocus = false;
        paintFocusRing(painter, theme, around(centre, markReach(theme, plain, radius)));
    }
}

void paintFocusRing(QPainter& painter, const Theme& theme, const QRectF& frame) {
    const Restoring restoring(painter);
    painter.setPen(linePen(theme.color(Role::Ink), theme.px(2)));
    painter.setBrush(Qt::NoBrush);
    const double out = theme.px(3);
    painter.drawRoundedRect(frame.adjusted(-out, -out, out, out), theme.px(4), theme.px(4));
}

} // namespace entente::theme
