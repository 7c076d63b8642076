#include "app/pictures/sheet.h"

#include "app/presentation/audience_painter.h"
#include "app/relations/view/painter.h"
#include "app/timeline/view/painter.h"

#include <QTextLayout>

namespace entente::pictures {

using theme::Role;
using theme::Theme;

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

/// Only text layouts tell the writer of PDF that a text is a link.
void paintLink(QPainter& painter, const Sheet::Line& line) {
    QTextLayout layout(line.text, line.look.font(line.type), painter.device());
    QTextLayout::FormatRange link{0, static_cast<int>(line.text.size()), {}};
    link.format.setAnchor(true);
    link.format.setAnchorHref(line.link);
    layout.setFormats({link});
    layout.beginLayout();
    QTextLine laid = layout.createLine();
    layout.endLayout();
    painter.setPen(line.look.color(line.role));
    layout.draw(&painter, line.baseline - QPointF(0, laid.ascent()));
}

void paintLine(QPainter& painter, const Sheet::Line& line) {
    if (line.link.isEmpty())
        theme::paintText(painter, line.look, line.type, line.look.color(line.role), line.baseline, line.text);
    else
        paintLink(painter, line);
}

constexpr double legendMark = 5.2, plateMargin = 4;

/// A look as things of a sheet are painted in it.
using LookOf = std::function<Theme(const Theme& look)>;

QRectF plateOf(const Sheet::Line& line, double margin) {
    const double ascent = QFontMetricsF(line.look.font(line.type)).ascent();
    return {line.baseline.x() - margin, line.baseline.y() - ascent, line.look.width(line.text, line.type) + 2 * margin,
            line.look.lineHeight(line.type)};
}

/// What lies behind the words of a transparent picture: one surface, however its parts overlap.
void paintPlates(QPainter& painter, const Sheet& sheet, const LookOf& lookOf) {
    const double margin = sheet.theme.px(plateMargin), mark = sheet.theme.px(legendMark) + margin;
    QPainterPath plates;
    plates.setFillRule(Qt::WindingFill);
    for (const Sheet::Line& line : sheet.lines + sheet.keyLines)
        plates.addRect(plateOf(line, margin));
    for (const Sheet::Key& key : sheet.legend) {
        QRectF plate = plateOf(key.name, margin);
        plate.setLeft(key.mark.x() - mark);
        plates.addRect(plate);
    }
    painter.fillPath(plates, lookOf(sheet.theme).color(Role::Ground));
}

void paintKey(QPainter& painter, const Theme& look, const Sheet::Key& key) {
    theme::MarkStyle style;
    style.mark = markOf(key.tenor);
    style.tenor = key.tenor;
    theme::paintMark(painter, look, style, key.mark, look.px(legendMark));
    paintLine(painter, key.name);
}

void paintPanels(QPainter& painter, const Sheet& sheet, const LookOf& lookOf) {
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
        const Theme look = lookOf(network.look);
        relations::paintNetwork(painter, look, network.scene);
        relations::paintLegend(painter, look, network.scene);
    }
}

} // namespace

void paintLines(QPainter& painter, const QList<Sheet::Line>& lines) {
    for (const Sheet::Line& line : lines)
        paintLine(painter, line);
}

void paintCodes(QPainter& painter, const QList<Sheet::Code>& codes, const Theme& look) {
    const bool isLight = look.scheme() != theme::Scheme::Dark;
    for (const Sheet::Code& code : codes) {
        if (!isLight)
            painter.fillRect(code.box, look.color(Role::Ink));
        painter.fillPath(darkPart(code.code, code.box), look.color(isLight ? Role::Ink : Role::Ground));
    }
}

void paintSheet(QPainter& painter, const Sheet& sheet, Grounds grounds) {
    const auto lookOf = [&](const Theme& look) { return grounds == Grounds::Other ? look.onOtherGround() : look; };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!sheet.isTransparent)
        painter.fillRect(QRectF(QPointF(0, 0), sheet.size), sheet.theme.color(Role::Ground));
    paintPanels(painter, sheet, lookOf);
    if (sheet.isTransparent)
        paintPlates(painter, sheet, lookOf);
    paintLines(painter, sheet.lines + sheet.keyLines);
    paintCodes(painter, sheet.codes, sheet.theme);
    for (const Sheet::Key& key : sheet.legend)
        paintKey(painter, lookOf(sheet.theme), key);
    painter.setPen(QPen(sheet.theme.color(Role::Line2), 1));
    for (const QLineF& rule : sheet.rules)
        painter.drawLine(rule);
    painter.restore();
}

} // namespace entente::pictures
