#include "app/theme/brushwork.h"

namespace entente::theme {

namespace {

constexpr double headLength = 8;
constexpr double headHalf = 3.5;
constexpr double barHalf = 8;
constexpr double jagLength = 26;
constexpr double jagHeight = 6;
constexpr double doubleOffset = (2.3 + 1.9) / 2;

double widthOf(model::LineForm form) {
    switch (form) {
    case model::LineForm::Double:
        return 1.9;
    case model::LineForm::Single:
    case model::LineForm::Dotted:
    case model::LineForm::Bar:
        return 2.1;
    case model::LineForm::Jag:
        return 2.4;
    case model::LineForm::Thin:
    case model::LineForm::Plain:
        return 1.5;
    }
    return 1.5;
}

QPointF unit(QPointF vector) {
    const double length = std::hypot(vector.x(), vector.y());
    return length > 0 ? vector / length : QPointF(1, 0);
}

QPointF normalOf(QPointF direction) {
    return {-direction.y(), direction.x()};
}

/// The path as a line of points; curves are divided finely enough to look smooth when enlarged.
QPolygonF flattened(const QPainterPath& path) {
    const bool straight = path.elementCount() == 2;
    if (straight)
        return {QPointF(path.elementAt(0)), QPointF(path.elementAt(1))};
    const int steps = std::clamp(static_cast<int>(path.length() / 4), 8, 160);
    QPolygonF points;
    for (int i = 0; i <= steps; ++i)
        points << path.pointAtPercent(static_cast<double>(i) / steps);
    return points;
}

double lengthOf(const QPolygonF& line) {
    double length = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        length += QLineF(line[i - 1], line[i]).length();
    return length;
}

/// The part of a line from one length along it to another.
QPolygonF section(const QPolygonF& line, double from, double to) {
    QPolygonF part;
    double start = 0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF piece(line[i - 1], line[i]);
        const double length = piece.length();
        const double end = start + length;
        if (length > 0 && end > from && start < to) {
            if (part.isEmpty())
                part << piece.pointAt(std::max(0.0, (from - start) / length));
            part << piece.pointAt(std::min(1.0, (to - start) / length));
        }
        start = end;
    }
    return part;
}

/// A line parallel to another, `distance` to its right.
QPolygonF parallel(const QPolygonF& line, double distance) {
    QPolygonF moved;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QPointF before = line[std::max<qsizetype>(i - 1, 0)];
        const QPointF after = line[std::min(i + 1, line.size() - 1)];
        moved << line[i] + distance * normalOf(unit(after - before));
    }
    return moved;
}

/// Where a tie's line runs between its heads, and how it is drawn.
struct Stroke {
    QPolygonF line; ///< without the room of heads
    QColor color;
    double width;
    double scale;
};

QPen penOf(const TieStyle& style, const Stroke& stroke) {
    const double s = stroke.scale;
    if (style.ended)
        return dashedPen(stroke.color, 1.4 * s, 1.5 * s, 4 * s);
    if (style.form == model::LineForm::Dotted)
        return dashedPen(stroke.color, stroke.width, 2 * s, 4 * s);
    if (style.pending)
        return dashedPen(stroke.color, stroke.width, 10 * s, 5 * s);
    return linePen(stroke.color, stroke.width, Qt::FlatCap);
}

void paintHead(QPainter& painter, const Theme& theme, QPointF tip, QPointF direction, QColor color) {
    const QPointF back = tip - theme.px(headLength) * direction;
    const QPointF side = theme.px(headHalf) * normalOf(direction);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({tip, back + side, back - side}));
}

void paintTBar(QPainter& painter, const Theme& theme, QPointF tip, QPointF direction, QColor color) {
    const QPointF middle = tip - theme.px(1.5) * direction;
    const QPointF side = theme.px(barHalf) * normalOf(direction);
    painter.setPen(linePen(color, theme.px(3), Qt::RoundCap));
    painter.drawLine(middle - side, middle + side);
}

/// Replaces the middle of a line by a flash of lightning, if there is room for one.
QPolygonF jagged(const QPolygonF& line, double scale) {
    const double length = lengthOf(line);
    const double half = jagLength / 2 * scale;
    if (length < 2.4 * half)
        return line;
    const QPolygonF before = section(line, 0, length / 2 - half);
    const QPolygonF after = section(line, length / 2 + half, length);
    const QPointF along = unit(after.first() - before.last());
    const QPointF middle = (before.last() + after.first()) / 2;
    const QPointF across = jagHeight * scale * normalOf(along);
    const double step = 0.6 * half;
    return before + QPolygonF({middle - step * along + across, middle - across, middle + step * along + across}) +
           after;
}

void paintLine(QPainter& painter, const TieStyle& style, const Stroke& stroke) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(style, stroke));
    if (style.form == model::LineForm::Double && !style.ended) {
        painter.drawPolyline(parallel(stroke.line, doubleOffset * stroke.scale));
        painter.drawPolyline(parallel(stroke.line, -doubleOffset * stroke.scale));
    } else if (style.form == model::LineForm::Jag && !style.ended) {
        painter.drawPolyline(jagged(stroke.line, stroke.scale));
    } else {
        painter.drawPolyline(stroke.line);
    }
}

bool hasBar(const TieStyle& style) {
    return style.form == model::LineForm::Bar && !style.ended;
}

bool hasHead(const TieStyle& style) {
    return !style.ended && !hasBar(style) && (style.directed || style.bothWays);
}

QColor colorOf(const Theme& theme, const TieStyle& style) {
    const QColor color = style.ended ? theme.color(Role::Line3) : theme.tenor(style.tenor);
    return withAlpha(color, style.state == State::Dimmed ? dimmedTie : 1);
}

void paintEnds(QPainter& painter, const Theme& theme, const TieStyle& style, const QPolygonF& line, QColor color) {
    const QPointF forwards = unit(line.last() - line[line.size() - 2]);
    const QPointF backwards = unit(line.first() - line[1]);
    if (hasBar(style))
        paintTBar(painter, theme, line.last(), forwards, color);
    if (hasHead(style))
        paintHead(painter, theme, line.last(), forwards, color);
    if (hasHead(style) && style.bothWays)
        paintHead(painter, theme, line.first(), backwards, color);
}

} // namespace

double tieReach(const Theme& theme, const TieStyle& style) {
    double reach = widthOf(style.form) / 2;
    if (style.form == model::LineForm::Double)
        reach += doubleOffset;
    if (hasBar(style))
        reach = barHalf + 1.5;
    else if (hasHead(style))
        reach = std::max(reach, headHalf);
    if (style.form == model::LineForm::Jag)
        reach = std::max(reach, jagHeight + 2.4);
    return theme.px(std::max(reach, (style.state == State::Rest ? 0 : 7) + widthOf(style.form) / 2));
}

void paintTie(QPainter& painter, const Theme& theme, const TieStyle& style, const QPainterPath& path) {
    if (style.state == State::FilteredOut || path.elementCount() < 2 || path.length() <= 0)
        return;
    const Restoring restoring(painter);
    const QPolygonF line = flattened(path);
    const QColor color = colorOf(theme, style);
    const double length = lengthOf(line);
    const double room = std::min(hasHead(style) ? theme.px(headLength - 1) : 0, length / 3);
    const double atEnd = hasBar(style) ? std::min(theme.px(1.5), length / 3) : room;
    if (style.state == State::Hovered || style.state == State::Selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(linePen(withAlpha(color, 0.16), theme.px(widthOf(style.form) + 7)));
        painter.drawPolyline(line);
    }
    paintLine(painter, style,
              {section(line, style.bothWays ? room : 0, length - atEnd), color, theme.px(widthOf(style.form)),
               theme.scale()});
    paintEnds(painter, theme, style, line, color);
}

} // namespace entente::theme
