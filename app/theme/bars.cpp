#include "app/theme/brushwork.h"

#include <QLinearGradient>
#include <QPaintEngine>

namespace entente::theme {

namespace {

constexpr double bracketRise = 4;
constexpr double stopRise = 3;
constexpr double lineWidth = 2;
constexpr int chevronCount = 3;
constexpr double chevronStep = 11;

double stateOpacity(State state) {
    return state == State::Dimmed ? dimmedMark : 1;
}

bool isFaint(const BarStyle& style) {
    return style.left == EndForm::Bracket || style.right == EndForm::Bracket;
}

bool fades(const BarStyle& style) {
    return style.left == EndForm::Fade || style.right == EndForm::Fade;
}

double bodyAlpha(const BarStyle& style) {
    return (isFaint(style) ? 0.22 : fades(style) ? 0.5 : 0.34) * stateOpacity(style.state);
}

/// Layers of constant opacity, each shorter than the one below, in place of a gradient of opacity.
void layFade(QPainter& painter, QColor color, const QRectF& area, bool towardsRight) {
    const int layers = std::clamp(static_cast<int>(area.width() / 2), 2, 32);
    const double whole = color.alphaF();
    for (int i = 1; i <= layers; ++i) {
        // What this layer adds to those below it, so that the sum rises evenly.
        const double below = whole * (i - 1) / layers;
        const double width = area.width() * (layers - i + 0.5) / layers;
        QColor layer = color;
        layer.setAlphaF(static_cast<float>(whole / layers / (1 - below)));
        painter.fillRect(QRectF(towardsRight ? area.left() : area.right() - width, area.top(), width, area.height()),
                         layer);
    }
}

/// Fades from the area's one edge to nothing at the other.
void paintFade(QPainter& painter, QColor color, const QRectF& area, bool towardsRight) {
    if (area.width() <= 0)
        return;
    // QPdfWriter paints a gradient of opacity opaque.
    if (painter.paintEngine()->type() == QPaintEngine::Pdf) {
        layFade(painter, color, area, towardsRight);
        return;
    }
    QLinearGradient gradient(area.topLeft(), area.topRight());
    gradient.setColorAt(towardsRight ? 0 : 1, color);
    gradient.setColorAt(towardsRight ? 1 : 0, withAlpha(color, 0));
    painter.fillRect(area, gradient);
}

/// Room that the chevrons take at the bar's end, never more than the bar has.
double chevronRoom(const Theme& theme, const QRectF& bar) {
    return std::min(bar.width(), theme.px(chevronStep * chevronCount));
}

void paintBody(QPainter& painter, const Theme& theme, const BarStyle& style, QRectF bar) {
    const QColor color = withAlpha(theme.tenor(style.tenor), bodyAlpha(style));
    if (style.left == EndForm::Fade)
        paintFade(painter, color, {bar.left() - style.fadeLeft, bar.top(), style.fadeLeft, bar.height()}, false);
    if (style.right == EndForm::Fade)
        paintFade(painter, color, {bar.right(), bar.top(), style.fadeRight, bar.height()}, true);
    if (style.right == EndForm::Chevrons) {
        const double room = chevronRoom(theme, bar);
        paintFade(painter, color, {bar.right() - room, bar.top(), room, bar.height()}, true);
        bar.setRight(bar.right() - room);
    }
    if (bar.width() > 0)
        painter.fillRect(bar, color);
}

void paintChevrons(QPainter& painter, const Theme& theme, const QRectF& bar, QColor color) {
    const double room = chevronRoom(theme, bar);
    const double depth = std::min(theme.px(6), room / 4);
    const double half = std::max(bar.height() / 2, theme.px(4));
    for (int i = 0; i < chevronCount; ++i) {
        const double tip = bar.right() - theme.px(1) - (chevronCount - 1 - i) * room / chevronCount;
        const double middle = bar.center().y();
        painter.setPen(linePen(withAlpha(color, 1 - 0.25 * i), theme.px(lineWidth), Qt::RoundCap));
        painter.drawPolyline(QPolygonF({{tip - depth, middle - half}, {tip, middle}, {tip - depth, middle + half}}));
    }
}

/// `inwards` is +1 at the left end and -1 at the right one.
void paintBracket(QPainter& painter, const Theme& theme, const QRectF& bar, double x, int inwards, QColor color) {
    const double top = bar.top() - theme.px(bracketRise);
    const double bottom = bar.bottom() + theme.px(bracketRise);
    // The line's outer edge, not its middle, lies on the bound.
    x += inwards * theme.px(0.9);
    const double arm = x + inwards * theme.px(4);
    painter.setPen(linePen(color, theme.px(1.8), Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(QPolygonF({{arm, top}, {x, top}, {x, bottom}, {arm, bottom}}));
}

void paintStop(QPainter& painter, const Theme& theme, const QRectF& bar, double x, int inwards, QColor color) {
    x += inwards * theme.px(lineWidth / 2);
    painter.setPen(linePen(color, theme.px(lineWidth)));
    painter.drawLine(QPointF(x, bar.top() - theme.px(stopRise)), QPointF(x, bar.bottom() + theme.px(stopRise)));
}

void paintEnd(QPainter& painter, const Theme& theme, EndForm form, const QRectF& bar, bool right, QColor color) {
    const double x = right ? bar.right() : bar.left();
    const int inwards = right ? -1 : 1;
    painter.setBrush(Qt::NoBrush);
    if (form == EndForm::Bracket)
        paintBracket(painter, theme, bar, x, inwards, color);
    else if (form == EndForm::Stop)
        paintStop(painter, theme, bar, x, inwards, color);
    else if (form == EndForm::Chevrons && right)
        paintChevrons(painter, theme, bar, color);
}

} // namespace

QRectF barBounds(const Theme& theme, const BarStyle& style, const QRectF& bar) {
    const double rise = theme.px(bracketRise + 1);
    const double halo = style.state == State::Hovered || style.state == State::Selected ? theme.px(3) : 0;
    // A bracket's arms or a stop may be wider than the bar of a narrow extent.
    const double least = theme.px(5);
    return bar.adjusted(
        -std::max(style.left == EndForm::Fade ? style.fadeLeft : 0, std::max(halo, least)), -rise - halo,
        std::max(style.right == EndForm::Fade ? style.fadeRight : 0, std::max(halo, least)), rise + halo);
}

void paintBar(QPainter& painter, const Theme& theme, const BarStyle& style, const QRectF& bar) {
    if (style.state == State::FilteredOut)
        return;
    const Restoring restoring(painter);
    const QColor color = withAlpha(theme.tenor(style.tenor), stateOpacity(style.state));
    if ((style.state == State::Hovered || style.state == State::Selected) && bar.width() > 0) {
        const double halo = theme.px(3);
        painter.fillRect(bar.adjusted(0, -halo, 0, halo), withAlpha(color, 0.16));
    }
    paintBody(painter, theme, style, bar);
    paintEnd(painter, theme, style.left, bar, false, color);
    paintEnd(painter, theme, style.right, bar, true, color);
}

void paintBridge(QPainter& painter, const Theme& theme, model::Tenor tenor, QLineF line, State state) {
    if (state == State::FilteredOut)
        return;
    const Restoring restoring(painter);
    painter.setPen(linePen(theme.color(Role::Ground), theme.px(4)));
    painter.drawLine(line);
    const QColor color = blended(theme.tenor(tenor), theme.color(Role::Ground), stateOpacity(state));
    painter.setPen(dashedPen(color, theme.px(2), theme.px(6), theme.px(4)));
    painter.drawLine(line);
}

void paintPillShape(QPainter& painter, const Theme& theme, const QRectF& pill, State state) {
    const Restoring restoring(painter);
    const QColor panel = theme.color(state == State::Hovered ? Role::Hover : Role::Panel);
    const bool selected = state == State::Selected;
    const double stroke = theme.px(selected ? 2 : 1.4);
    painter.setPen(
        linePen(blended(theme.color(selected ? Role::Ink : Role::Ink3), panel, stateOpacity(state)), stroke));
    painter.setBrush(panel);
    const QRectF outline = pill.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
}

PillText pillTextOf(const Theme& theme, const QRectF& pill) {
    return {{pill.center().x(), pill.top() + pill.height() * 0.6}, pill.width() - theme.px(8)};
}

QList<QRectF> pillBars(const Theme& theme, const QRectF& pill, const QList<PillShare>& shares) {
    QList<QRectF> bars;
    const double room = pill.width() - theme.px(12);
    double x = pill.left() + theme.px(6);
    for (const PillShare& share : shares) {
        const double width = share.share * room;
        bars.append(
            QRectF(x, pill.top() + pill.height() * 0.73, std::max(width - theme.px(1), width / 2), theme.px(3)));
        x += width;
    }
    return bars;
}

void paintPill(QPainter& painter, const Theme& theme, const QRectF& pill, const QString& words,
               const QList<PillShare>& shares, State state) {
    const Restoring restoring(painter);
    const double opacity = stateOpacity(state);
    const QColor panel = theme.color(state == State::Hovered ? Role::Hover : Role::Panel);
    paintPillShape(painter, theme, pill, state);
    const PillText text = pillTextOf(theme, pill);
    paintText(painter, theme, Type::NodeName, blended(theme.color(Role::Ink), panel, opacity), text.middle, words,
              Qt::AlignHCenter, text.width);
    painter.setPen(Qt::NoPen);
    const QList<QRectF> bars = pillBars(theme, pill, shares);
    for (qsizetype i = 0; i < bars.size(); ++i) {
        painter.setBrush(blended(theme.tenor(shares[i].tenor), panel, opacity));
        painter.drawRect(bars[i]);
    }
}

} // namespace entente::theme
