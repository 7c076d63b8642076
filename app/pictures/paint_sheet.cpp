#include "app/pictures/sheet.h"

#include "app/presentation/audience_painter.h"
#include "app/relations/view/painter.h"
#include "app/timeline/view/painter.h"

namespace entente::pictures {

using theme::Role;

namespace {

/// The form that most marks of a tenor have, so that the legend does not rely on colour alone.
model::Mark markOf(model::Tenor tenor) {
    switch (tenor) {
    case model::Tenor::Pressure:
        return model::Mark::Triangle;
    case model::Tenor::Conflict:
        return model::Mark::Star;
    case model::Tenor::Neutral:
        return model::Mark::Diamond;
    case model::Tenor::Cooperation:
        break;
    }
    return model::Mark::Disc;
}

void paintLine(QPainter& painter, const Sheet::Line& line) {
    theme::paintText(painter, line.look, line.type, line.look.color(line.role), line.baseline, line.text);
}

/// What lies behind the words of a transparent picture.
void paintPlate(QPainter& painter, const Sheet::Line& line) {
    const double margin = line.look.px(4), height = line.look.lineHeight(line.type);
    const double ascent = QFontMetricsF(line.look.font(line.type)).ascent();
    painter.fillRect(QRectF(line.baseline.x() - margin, line.baseline.y() - ascent,
                            line.look.width(line.text, line.type) + 2 * margin, height),
                     line.look.onAnyGround().color(Role::Ground));
}

void paintKey(QPainter& painter, const Sheet& sheet, const Sheet::Key& key) {
    theme::MarkStyle style;
    style.mark = markOf(key.tenor);
    style.tenor = key.tenor;
    theme::paintMark(painter, sheet.theme, style, key.mark, sheet.theme.px(5.2));
    paintLine(painter, key.name);
}

void paintPanels(QPainter& painter, const Sheet& sheet) {
    const auto lookOf = [&](const theme::Theme& look) { return sheet.isTransparent ? look.onAnyGround() : look; };
    for (const Strip& strip : sheet.timeline.strips) {
        painter.save();
        painter.translate(strip.origin);
        if (sheet.isTransparent && strip.scene.isBand) // the words of its axis stand on the ground
            painter.fillRect(strip.scene.frame, lookOf(sheet.theme).color(Role::Ground));
        timeline::paintTimeline(painter, lookOf(sheet.timeline.look), strip.scene);
        painter.restore();
    }
    presentation::paintTimeStrip(painter, sheet.strip, sheet.theme.scheme(), sheet.stripUnit);
    for (const NetworkPart& network : sheet.networks) {
        if (network.onGround) {
            presentation::paintLargeNetwork(painter, network.look, network.scene);
            continue;
        }
        painter.setPen(QPen(sheet.theme.color(Role::Line2), 1));
        painter.setBrush(lookOf(sheet.theme).color(Role::Panel));
        painter.drawRect(network.panel);
        const theme::Theme look = lookOf(network.look);
        relations::paintNetwork(painter, look, network.scene);
        relations::paintLegend(painter, look, network.scene);
    }
}

} // namespace

void paintSheet(QPainter& painter, const Sheet& sheet) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!sheet.isTransparent)
        painter.fillRect(QRectF(QPointF(0, 0), sheet.size), sheet.theme.color(Role::Ground));
    paintPanels(painter, sheet);
    const QList<Sheet::Line> lines = sheet.lines + sheet.keyLines;
    for (const Sheet::Line& line : lines)
        if (sheet.isTransparent)
            paintPlate(painter, line);
    for (const Sheet::Line& line : lines)
        paintLine(painter, line);
    for (const Sheet::Key& key : sheet.legend) {
        if (sheet.isTransparent)
            paintPlate(painter, key.name);
        paintKey(painter, sheet, key);
    }
    painter.setPen(QPen(sheet.theme.color(Role::Line2), 1));
    for (const QLineF& rule : sheet.rules)
        painter.drawLine(rule);
    painter.restore();
}

} // namespace entente::pictures
