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

void paintKey(QPainter& painter, const Sheet& sheet, const Sheet::Key& key) {
    theme::MarkStyle style;
    style.mark = markOf(key.tenor);
    style.tenor = key.tenor;
    theme::paintMark(painter, sheet.theme, style, key.mark, sheet.theme.px(5.2));
    paintLine(painter, key.name);
}

void paintPanels(QPainter& painter, const Sheet& sheet) {
    for (const Strip& strip : sheet.timeline.strips) {
        painter.save();
        painter.translate(strip.origin);
        timeline::paintTimeline(painter, sheet.timeline.look, strip.scene);
        painter.restore();
    }
    presentation::paintTimeStrip(painter, sheet.strip, sheet.theme.scheme(), sheet.stripUnit);
    for (const NetworkPart& network : sheet.networks) {
        painter.setPen(QPen(sheet.theme.color(Role::Line2), 1));
        painter.setBrush(sheet.theme.color(Role::Panel));
        painter.drawRect(network.panel);
        relations::paintNetwork(painter, network.look, network.scene);
        relations::paintLegend(painter, network.look, network.scene);
    }
}

} // namespace

void paintSheet(QPainter& painter, const Sheet& sheet) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!sheet.isTransparent)
        painter.fillRect(QRectF(QPointF(0, 0), sheet.size), sheet.theme.color(Role::Ground));
    paintPanels(painter, sheet);
    for (const Sheet::Line& line : sheet.lines + sheet.keyLines)
        paintLine(painter, line);
    for (const Sheet::Key& key : sheet.legend)
        paintKey(painter, sheet, key);
    painter.setPen(QPen(sheet.theme.color(Role::Line2), 1));
    for (const QLineF& rule : sheet.rules)
        painter.drawLine(rule);
    painter.restore();
}

} // namespace entente::pictures
