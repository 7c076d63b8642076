#include "app/relations/view/painter.h"

#include "app/theme/painters.h"

#include <QMap>

namespace entente::relations {

namespace {

using theme::Role;
using theme::State;
using theme::Type;

QPainterPath painterPath(const Path& path) {
    QPainterPath result;
    result.addPolygon(QPolygonF(path));
    return result;
}

class NetworkPainter {
public:
    NetworkPainter(QPainter& painter, const theme::Theme& look, const Scene& scene, const QList<double>& presence)
        : m_painter(painter), m_theme(look), m_scene(scene), m_presence(presence) {}

    void paint() {
        m_painter.save();
        const QPointF middle = m_scene.canvas.center();
        m_painter.translate(middle);
        m_painter.scale(m_scene.scale, m_scene.scale);
        m_painter.translate(-middle);
        for (const Hull& hull : m_scene.hulls)
            paintHull(hull);
        if (isTexture())
            paintTexture();
        for (qsizetype i = 0; i < m_scene.lines.size(); ++i)
            if (!isTexture() || isMarked(m_scene.lines[i]))
                withPresence(i, [&] { paintLine(m_scene.lines[i]); });
        paintDots();
        for (const Node& node : m_scene.nodes)
            paintName(node);
        for (const Node& node : m_scene.nodes)
            if (!node.dot || node.selected || isHovered(node.subject()))
                paintForm(node);
        for (qsizetype i = 0; i < m_scene.lines.size(); ++i)
            withPresence(i, [&] { paintLabel(m_scene.lines[i]); });
        m_painter.restore();
    }

private:
    template <typename Paint>
    void withPresence(qsizetype line, const Paint& paint) {
        const double before = m_painter.opacity();
        m_painter.setOpacity(before * m_presence.value(line, 1));
        paint();
        m_painter.setOpacity(before);
    }

    bool isHovered(const model::Subject& subject) const {
        return !model::isNothing(subject) && subject == m_scene.hovered;
    }

    State stateOf(bool selected, bool dimmed, bool hovered) const {
        return selected ? State::Selected : hovered ? State::Hovered : dimmed ? State::Dimmed : State::Rest;
    }

    /// More lines than these are not followed one by one: they are drawn together, a tenor at a time.
    bool isTexture() const {
        constexpr qsizetype mostStyled = 600;
        return m_scene.lines.size() > mostStyled;
    }
    bool isMarked(const Line& line) const { return line.selected || isHovered(line.subject); }

    void paintTexture() {
        QMap<std::tuple<int, bool, bool, bool>, QList<QLineF>> lines; // tenor, dimmed, broken, faint
        for (const Line& line : m_scene.lines)
            if (line.path.size() > 1)
                lines[{static_cast<int>(line.tenor), line.dimmed, line.pending || line.ended, line.ended}].append(
                    QLineF(line.path.first(), line.path.last()));
        for (const auto& [style, group] : lines.asKeyValueRange()) {
            const auto& [tenor, dimmed, broken, faint] = style;
            QColor color = m_theme.tenor(static_cast<model::Tenor>(tenor));
            color.setAlphaF(dimmed ? 0.12F : faint ? 0.25F : 0.5F);
            m_painter.setPen(QPen(color, m_theme.px(1), broken ? Qt::DashLine : Qt::SolidLine));
            m_painter.drawLines(group);
        }
    }

    /// Actors of a crowd, a size at a time.
    void paintDots() {
        QMap<std::pair<int, bool>, QList<QPointF>> dots; // size in half pixels, faint
        for (const Node& node : m_scene.nodes)
            if (node.dot)
                dots[{qRound(2 * node.frame.width()), node.dimmed || !node.onStage}].append(node.frame.center());
        for (const auto& [style, group] : dots.asKeyValueRange()) {
            QColor color = m_theme.color(Role::Ink);
            color.setAlphaF(style.second ? 0.25F : 1.0F);
            m_painter.setPen(QPen(color, style.first / 2.0, Qt::SolidLine, Qt::RoundCap));
            m_painter.drawPoints(group.constData(), static_cast<int>(group.size()));
        }
    }

    void paintHull(const Hull& hull) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.color(Role::Lane));
        m_painter.drawPath(painterPath(hull.outline));
    }

    void paintLine(const Line& line) {
        theme::TieStyle style;
        style.form = line.form;
        style.tenor = line.tenor;
        style.directed = line.directed;
        style.bothWays = line.form == model::LineForm::Jag && !line.directed;
        style.pending = line.pending;
        style.ended = line.ended;
        style.state = stateOf(line.selected, line.dimmed, isHovered(line.subject));
        theme::paintTie(m_painter, m_theme, style, painterPath(line.path));
    }

    void paintForm(const Node& node) {
        theme::NodeStyle style;
        style.kind = node.kind;
        style.state = stateOf(node.selected, node.dimmed, isHovered(node.subject()));
        style.offStage = !node.onStage;
        style.pinned = node.pinned && isHovered(node.subject());
        style.pending = node.pending;
        style.pole = node.pole;
        style.keyboardFocus = node.actor == m_scene.keyboard && m_scene.keyboard.isValid();
        theme::paintNode(m_painter, m_theme, style, node.frame, node.text);
        if (node.focused)
            paintFocus(node.frame);
    }

    /// The centre of the ego network.
    void paintFocus(const QRectF& frame) {
        QPen pen(m_theme.color(Role::Ink2), m_theme.px(1.4));
        pen.setDashPattern({2.5, 2.5});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        const double out = m_theme.px(10);
        const QRectF ring = frame.adjusted(-out, -out, out, out);
        m_painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
    }

    /// Text on a plate, so that lines end before it.
    void paintText(const QRectF& box, const QString& text, Type type, QColor color, bool faint) {
        const QColor plate = m_theme.color(Role::Plate);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(plate);
        m_painter.drawRoundedRect(box, m_theme.px(3), m_theme.px(3));
        const QFontMetricsF metrics(m_theme.font(type));
        const QPointF baseline(box.center().x(), box.center().y() + (metrics.ascent() - metrics.descent()) / 2);
        const QColor ink = faint ? theme::blended(color, m_theme.color(Role::Panel), theme::dimmedLabel) : color;
        theme::paintText(m_painter, m_theme, type, ink, baseline, text, Qt::AlignHCenter);
    }

    void paintName(const Node& node) {
        const bool faint = (node.dimmed || !node.onStage) && !node.selected;
        if (!node.nameBox.isNull() && !node.name.isEmpty())
            paintText(node.nameBox, node.name, node.name == node.text ? Type::Chip : Type::NodeName,
                      m_theme.color(Role::Ink), faint);
        if (!node.statusBox.isNull())
            paintText(node.statusBox, node.status, Type::Date, m_theme.color(Role::Ink3), faint);
    }

    void paintLabel(const Line& line) {
        if (line.labelBox.isNull())
            return;
        const Role role = line.ended ? Role::Ink3 : Role::Ink2;
        paintText(line.labelBox, line.label, Type::Date, m_theme.color(role), line.dimmed && !line.selected);
    }

    QPainter& m_painter;
    const theme::Theme& m_theme;
    const Scene& m_scene;
    const QList<double>& m_presence;
};

} // namespace

void paintNetwork(QPainter& painter, const theme::Theme& theme, const Scene& scene, const QList<double>& presence) {
    NetworkPainter(painter, theme, scene, presence).paint();
}

void paintLegend(QPainter& painter, const theme::Theme& theme, const Scene& scene) {
    if (!scene.emptyText.isEmpty()) {
        const QFontMetricsF metrics(theme.font(Type::Date));
        const QPointF baseline(scene.emptyBox.left(),
                               scene.emptyBox.center().y() + (metrics.ascent() - metrics.descent()) / 2);
        theme::paintText(painter, theme, Type::Date, theme.color(Role::Ink2), baseline, scene.emptyText);
    }
    for (const LegendItem& item : scene.legend) {
        const QFontMetricsF metrics(theme.font(Type::Date));
        const double baseline = item.box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        theme::paintText(painter, theme, Type::Date, theme.color(Role::Ink2), {item.box.left(), baseline}, item.text,
                         Qt::AlignLeft, item.box.width());
        if (!item.sign.isEmpty()) {
            theme::paintText(painter, theme, Type::Date, theme.color(Role::Ink), {item.sample.center().x(), baseline},
                             item.sign, Qt::AlignHCenter);
            continue;
        }
        theme::TieStyle style;
        style.form = item.form;
        style.tenor = item.tenor;
        style.pending = item.meaning == LineMeaning::Pending;
        style.ended = item.meaning == LineMeaning::Ended;
        QPainterPath sample(item.sample.p1());
        sample.lineTo(item.sample.p2());
        theme::paintTie(painter, theme, style, sample);
    }
}

Measures measuresOf(const theme::Theme& theme) {
    Measures measures;
    measures.node = [theme](model::ActorKind kind, bool pole, const QString& text) {
        return theme::nodeSize(theme, kind, pole, text);
    };
    measures.name = [theme](const QString& text) { return theme.width(text, Type::NodeName); };
    measures.label = [theme](const QString& text) { return theme.width(text, Type::Date); };
    measures.scale = theme.scale();
    return measures;
}

} // namespace entente::relations
