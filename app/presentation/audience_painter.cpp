#include "app/presentation/audience_painter.h"

#include "app/relations/view/painter.h"

namespace entente::presentation {

using theme::Role;
using theme::Theme;

namespace {

constexpr double spotlightDiameter = 320; // pixels on 1080 lines, as the next
constexpr double restLight = 0.35;        // of what lies outside of the spotlight
constexpr double pointerRadius = 13;
constexpr double hatchStep = 20;
constexpr double plateRim = 6;

class Painter {
public:
    Painter(QPainter& painter, const AudienceScene& scene)
        : m_painter(painter), m_scene(scene), m_theme(scene.scheme, scene.unit * 3) {}

    void paint() {
        m_painter.fillRect(QRectF({}, m_scene.size), m_theme.color(Role::Ground));
        paintLargeNetwork(m_painter, networkTheme(m_scene.scheme, m_scene.networkUnit), m_scene.network);
        paintColumn();
        paintStrip();
        for (const TextLine& line : m_scene.texts)
            paintText(line);
        paintDashes();
    }

    void paintStrip() {
        const TimeStrip& strip = m_scene.strip;
        if (strip.line.isNull())
            return;
        paintLater(strip.later);
        m_painter.setPen(QPen(m_theme.color(Role::Line2), px(8), Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(strip.line);
        m_painter.setPen(QPen(m_theme.color(Role::Line3), px(2)));
        m_painter.drawLines(strip.ticks);
        paintPlates(strip);
        m_painter.setPen(QPen(m_theme.color(Role::Ink3), px(3), Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLines(strip.crowd);
        m_painter.setPen(QPen(m_theme.color(Role::Line3), px(3), Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLines(strip.stems);
        for (const timeline::EventMark& mark : strip.marks)
            paintMark(mark);
        for (const TextLine& line : strip.texts)
            paintText(line);
    }

private:
    double px(double pixels) const { return pixels * m_scene.unit; }

    void paintText(const TextLine& line) {
        const Theme look = themeOf(line.kind, m_scene.scheme, line.unit);
        const TextLook kind = lookOf(line.kind);
        const QFontMetricsF metrics(look.font(kind.type));
        const double baseline = line.box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        const bool rightToLeft = line.text.isRightToLeft();
        theme::paintText(m_painter, look, kind.type, look.color(kind.role),
                         {rightToLeft ? line.box.right() : line.box.left(), baseline}, line.text,
                         rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    }

    void paintBars(const QList<QLineF>& bars, Role role) {
        m_painter.setPen(QPen(m_theme.color(role), px(4), Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLines(bars);
    }

    void paintColumn() {
        if (m_scene.mark)
            theme::paintMark(m_painter, m_theme, *m_scene.mark, m_scene.markAt, m_scene.markRadius);
        paintBars(m_scene.bullets, Role::Ink2);
        paintBars(m_scene.mutedBullets, Role::Line2);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.color(Role::Line));
        for (const QRectF& bar : m_scene.untold)
            m_painter.drawRoundedRect(bar, px(6), px(6));
    }

    /// Before all marks, so that none cuts into its neighbour.
    void paintPlates(const TimeStrip& strip) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.color(Role::Ground));
        for (const timeline::EventMark& mark : strip.marks)
            if (mark.place.y() == strip.line.y1())
                m_painter.drawEllipse(mark.place, mark.radius + px(plateRim), mark.radius + px(plateRim));
    }

    void paintMark(const timeline::EventMark& mark) {
        theme::MarkStyle style;
        style.plate = false;
        style.mark = mark.mark;
        style.tenor = mark.tenor;
        style.hollow = mark.hollow;
        style.dashed = mark.dashed;
        style.dot = mark.dot;
        theme::paintMark(m_painter, m_theme, style, mark.place, mark.radius);
        if (!mark.selected)
            return;
        m_painter.setPen(QPen(m_theme.color(Role::Ink), px(ringWidth)));
        m_painter.setBrush(Qt::NoBrush);
        const double ring = ringRadius(mark.radius, m_scene.unit);
        m_painter.drawEllipse(mark.place, ring, ring);
    }

    /// Slanted lines from edge to edge, cut by reckoning.
    void paintLater(const QRectF& field) {
        if (field.isNull())
            return;
        m_painter.setPen(QPen(m_theme.color(Role::Line2), px(3)));
        const int strokes = qCeil((field.width() + field.height()) / px(hatchStep)) - 1;
        for (int i = 1; i <= strokes; ++i) {
            const double x = field.left() - field.height() + i * px(hatchStep);
            const double from = std::max(x, field.left()), to = std::min(x + field.height(), field.right());
            m_painter.drawLine(QPointF(from, field.bottom() - (from - x)), QPointF(to, field.bottom() - (to - x)));
        }
        const Theme look = themeOf(TextKind::Field, m_scene.scheme, m_scene.unit);
        const TextLook kind = lookOf(TextKind::Field);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.color(Role::Ground));
        m_painter.drawEllipse(field.center(), px(26), px(26));
        const QFontMetricsF metrics(look.font(kind.type));
        theme::paintText(m_painter, look, kind.type, look.color(kind.role),
                         field.center() + QPointF(0, metrics.capHeight() / 2), QStringLiteral("?"), Qt::AlignHCenter);
    }

    void paintDashes() {
        m_painter.setPen(Qt::NoPen);
        for (int i = 0; i < m_scene.dashes.size(); ++i) {
            m_painter.setBrush(m_theme.color(i < m_scene.done ? Role::Ink : Role::Line2));
            const QRectF& dash = m_scene.dashes[i];
            m_painter.drawRoundedRect(dash, dash.height() / 2, dash.height() / 2);
        }
    }

    QPainter& m_painter;
    const AudienceScene& m_scene;
    Theme m_theme;
};

/// On a plate, so that lines end before the text.
void paintOnGround(QPainter& painter, const Theme& look, const QRectF& box, const QString& text, theme::Type type,
                   Role role) {
    if (box.isNull() || text.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.color(Role::Ground));
    painter.drawRoundedRect(box, look.px(2), look.px(2));
    const QFontMetricsF metrics(look.font(type));
    const QPointF baseline(box.center().x(), box.center().y() + (metrics.ascent() - metrics.descent()) / 2);
    theme::paintText(painter, look, type, look.color(role), baseline, text, Qt::AlignHCenter);
}

QPointF placeOf(QPointF fraction, QSizeF size) {
    return {fraction.x() * size.width(), fraction.y() * size.height()};
}

void paintSpotlight(QPainter& painter, const AudienceScene& scene, const Overlay& overlay) {
    QPainterPath dark;
    dark.addRect(QRectF({}, scene.size));
    const double radius = spotlightDiameter / 2 * scene.unit * overlay.spotlightSize;
    QPainterPath light;
    light.addEllipse(placeOf(overlay.at, scene.size), radius, radius);
    QColor shade(Qt::black);
    shade.setAlphaF(1 - restLight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawPath(dark.subtracted(light));
}

void paintPointer(QPainter& painter, const AudienceScene& scene, const Overlay& overlay) {
    const QColor red = Theme(theme::Scheme::Light).tenor(model::Tenor::Conflict);
    const double radius = pointerRadius * scene.unit;
    for (qsizetype i = 1; i < overlay.trail.size(); ++i) {
        QColor faint = red;
        faint.setAlphaF(static_cast<float>(0.6 * static_cast<double>(i) / static_cast<double>(overlay.trail.size())));
        painter.setPen(QPen(faint, radius, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(placeOf(overlay.trail[i - 1], scene.size), placeOf(overlay.trail[i], scene.size));
    }
    painter.setPen(QPen(Qt::white, radius * 0.3));
    painter.setBrush(red);
    painter.drawEllipse(placeOf(overlay.at, scene.size), radius, radius);
}

} // namespace

void paintAudience(QPainter& painter, const AudienceScene& scene, const Overlay& overlay) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (scene.cover != Cover::None) {
        painter.fillRect(QRectF({}, scene.size), scene.cover == Cover::Black ? Qt::black : Qt::white);
    } else {
        Painter(painter, scene).paint();
        if (overlay.spotlight)
            paintSpotlight(painter, scene, overlay);
        if (overlay.pointer)
            paintPointer(painter, scene, overlay);
    }
    painter.restore();
}

void paintTimeStrip(QPainter& painter, const TimeStrip& strip, theme::Scheme scheme, double unit) {
    AudienceScene scene;
    scene.scheme = scheme;
    scene.unit = unit;
    scene.strip = strip;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Painter(painter, scene).paintStrip();
    painter.restore();
}

void paintLargeNetwork(QPainter& painter, const theme::Theme& look, const relations::Scene& network) {
    relations::Scene forms = network;
    for (relations::Node& node : forms.nodes)
        node.nameBox = QRectF();
    for (relations::Line& line : forms.lines)
        line.labelBox = QRectF();
    relations::paintNetwork(painter, look, forms);
    for (const relations::Line& line : network.lines)
        paintOnGround(painter, look, line.labelBox, line.label, theme::Type::Date, Role::Ink2);
    for (const relations::Node& node : network.nodes)
        paintOnGround(painter, look, node.nameBox, node.name, theme::Type::NodeName, Role::Ink);
}

Overlay overlayOf(const Slide& slide) {
    return {slide.spotlight, slide.pointer, slide.at, slide.spotlightSize, {}};
}

} // namespace entente::presentation
