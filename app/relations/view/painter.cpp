#include "app/relations/view/painter.h"

#include "app/relations/view/network_painter.h"
#include "app/theme/named_part.h"
#include "app/theme/painters.h"

#include <QHash>

namespace entente::relations {

using theme::Role;
using theme::State;
using theme::Type;

namespace {

QPainterPath painterPath(const Path& path) {
    QPainterPath result;
    result.addPolygon(QPolygonF(path));
    return result;
}

State stateOf(bool selected, bool dimmed, bool hovered) {
    return selected ? State::Selected : hovered ? State::Hovered : dimmed ? State::Dimmed : State::Rest;
}

QRectF boundsOf(const Path& path) {
    return QPolygonF(path).boundingRect();
}

/// Collects what decides how a thing looks.
class Look {
public:
    explicit Look(char kind) { m_bytes.append(kind); }

    template <typename Value>
    requires std::is_arithmetic_v<Value> || std::is_enum_v<Value> Look& operator<<(Value value) {
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    Look& operator<<(QPointF point) { return *this << point.x() << point.y(); }
    Look& operator<<(const QRectF& rect) { return *this << rect.topLeft() << rect.bottomRight(); }
    Look& operator<<(const QString& text) {
        *this << text.size();
        m_bytes.append(reinterpret_cast<const char*>(text.constData()), 2 * text.size());
        return *this;
    }
    Look& operator<<(const Path& path) {
        *this << path.size();
        for (const QPointF point : path)
            *this << point;
        return *this;
    }
    QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

constexpr double overhang = 2; ///< of letters and smooth edges, beyond their boxes

QRectF roomy(const QRectF& rect, double by) {
    return rect.adjusted(-by, -by, by, by);
}

} // namespace

QTransform NetworkPainter::transform() const {
    const QPointF middle = m_scene.canvas.center();
    QTransform transform;
    transform.translate(middle.x(), middle.y());
    transform.scale(m_scene.scale, m_scene.scale);
    transform.translate(-middle.x(), -middle.y());
    return transform;
}

QList<NetworkPainter::Strands> NetworkPainter::texture() const {
    constexpr size_t looks = 4 * 2 * 2 * 2; // tenor, dimmed, broken, faint
    std::array<QList<QLineF>, looks> groups;
    for (const Line& line : m_scene.lines) {
        if (line.path.size() < 2)
            continue;
        const size_t tenor = static_cast<size_t>(line.tenor) % 4;
        const bool isBroken = line.pending || line.ended;
        groups[((tenor * 2 + isDimmed(line)) * 2 + isBroken) * 2 + line.ended].append(
            QLineF(line.path.first(), line.path.last()));
    }
    QList<Strands> texture;
    for (size_t look = 0; look < looks; ++look) {
        if (groups[look].isEmpty())
            continue;
        const bool isFaint = look & 1, isBroken = look & 2, isDimmed = look & 4;
        QColor color = m_theme.tenor(static_cast<model::Tenor>(look >> 3));
        color.setAlphaF(isDimmed ? 0.12F : isFaint ? 0.25F : 0.5F);
        texture << Strands{color, isBroken, groups[look]};
    }
    return texture;
}

/// A size at a time.
QList<NetworkPainter::Dots> NetworkPainter::crowd() const {
    QMap<std::pair<int, bool>, QList<QPointF>> dots; // size in half pixels, faint
    std::pair last(-1, false);
    QList<QPointF>* group = nullptr;
    for (const Node& node : m_scene.nodes) {
        if (!node.dot)
            continue;
        const std::pair style(qRound(2 * node.frame.width()), isDimmed(node) || !node.onStage);
        if (style != last)
            group = &dots[style];
        last = style;
        group->append(node.frame.center());
    }
    QList<Dots> crowd;
    for (const auto& [style, middles] : dots.asKeyValueRange()) {
        QColor color = m_theme.color(Role::Ink);
        color.setAlphaF(style.second ? 0.25F : 1.0F);
        crowd << Dots{color, style.first / 2.0, middles};
    }
    return crowd;
}

theme::TieStyle NetworkPainter::styleOf(const Line& line) const {
    theme::TieStyle style;
    style.form = line.form;
    style.tenor = line.tenor;
    style.directed = line.directed;
    style.bothWays = line.form == model::LineForm::Jag && !line.directed;
    style.pending = line.pending;
    style.ended = line.ended;
    style.state = stateOf(line.selected, isDimmed(line), isHovered(line) || isHighlighted(line));
    return style;
}

theme::NodeStyle NetworkPainter::styleOf(const Node& node) const {
    theme::NodeStyle style;
    style.kind = node.kind;
    style.state = stateOf(node.selected || isHighlighted(node), isDimmed(node), isHovered(node.subject()));
    style.offStage = !node.onStage;
    style.pinned = node.pinned && isHovered(node.subject());
    style.pending = node.pending;
    style.pole = node.pole;
    style.keyboardFocus = node.actor == m_scene.keyboard && m_scene.keyboard.isValid();
    return style;
}

NetworkPainter::Piece NetworkPainter::pieceOf(const Hull& hull) const {
    return {(Look('h') << hull.outline).bytes(), roomy(boundsOf(hull.outline), overhang)};
}

NetworkPainter::Piece NetworkPainter::pieceOf(const Line& line) const {
    const theme::TieStyle style = styleOf(line);
    const Look look = Look('l') << style.form << style.tenor << style.directed << style.bothWays << style.pending
                                << style.ended << style.state << line.path;
    return {look.bytes(), roomy(boundsOf(line.path), theme::tieReach(m_theme, style) + overhang)};
}

NetworkPainter::Piece NetworkPainter::pieceOfForm(const Node& node) const {
    const theme::NodeStyle style = styleOf(node);
    const Look look = Look('f') << style.kind << style.state << style.offStage << style.pinned << style.pending
                                << style.pole << style.keyboardFocus << node.focused << node.frame << node.text;
    const QRectF bounds = theme::nodeBounds(m_theme, style, node.frame);
    return {look.bytes(), roomy(bounds | roomy(node.frame, node.focused ? m_theme.px(11) : 0), overhang)};
}

NetworkPainter::Piece NetworkPainter::pieceOfName(const Node& node) const {
    const Look look = Look('n') << isFaint(node) << (node.name == node.text) << node.nameBox << node.name
                                << node.statusBox << node.status;
    return {look.bytes(), roomy(node.nameBox | node.statusBox, overhang)};
}

NetworkPainter::Piece NetworkPainter::pieceOfLabel(const Line& line) const {
    return {(Look('t') << isFaint(line) << line.ended << line.labelBox << line.label).bytes(),
            roomy(line.labelBox, overhang)};
}

void NetworkPainter::paintHull(QPainter& painter, const Hull& hull) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Role::Lane));
    painter.drawPath(painterPath(hull.outline));
}

void NetworkPainter::paintLine(QPainter& painter, const Line& line) const {
    const theme::NamedPart part(painter, line.subject, theme::Part::Tie);
    theme::paintTie(painter, m_theme, styleOf(line), painterPath(line.path));
}

void NetworkPainter::paintForm(QPainter& painter, const Node& node) const {
    const theme::NamedPart part(painter, node.subject(), theme::Part::Form);
    theme::paintNode(painter, m_theme, styleOf(node), node.frame, node.text);
    if (node.focused)
        paintFocus(painter, node.frame);
}

/// The centre of the ego network.
void NetworkPainter::paintFocus(QPainter& painter, const QRectF& frame) const {
    QPen pen(m_theme.color(Role::Ink2), m_theme.px(1.4));
    pen.setDashPattern({2.5, 2.5});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double out = m_theme.px(10);
    const QRectF ring = frame.adjusted(-out, -out, out, out);
    painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
}

/// Text on a plate, so that lines end before it.
void NetworkPainter::paintText(QPainter& painter, const QRectF& box, const QString& text, Type type, Role role,
                               bool faint) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Role::Plate));
    painter.drawRoundedRect(box, m_theme.px(3), m_theme.px(3));
    const QFontMetricsF metrics(m_theme.font(type));
    const QPointF baseline(box.center().x(), box.center().y() + (metrics.ascent() - metrics.descent()) / 2);
    const QColor color = m_theme.color(role);
    const QColor ink = faint ? theme::blended(color, m_theme.color(Role::Panel), theme::dimmedLabel) : color;
    theme::paintText(painter, m_theme, type, ink, baseline, text, Qt::AlignHCenter);
}

void NetworkPainter::paintName(QPainter& painter, const Node& node) const {
    const theme::NamedPart part(painter, node.subject(), theme::Part::Name);
    if (!node.nameBox.isNull() && !node.name.isEmpty())
        paintText(painter, node.nameBox, node.name, node.name == node.text ? Type::Chip : Type::NodeName, Role::Ink,
                  isFaint(node));
    if (!node.statusBox.isNull())
        paintText(painter, node.statusBox, node.status, Type::Date, Role::Ink3, isFaint(node));
}

void NetworkPainter::paintLabel(QPainter& painter, const Line& line) const {
    const theme::NamedPart part(painter, line.subject, theme::Part::TieLabel);
    paintText(painter, line.labelBox, line.label, Type::Date, line.ended ? Role::Ink3 : Role::Ink2, isFaint(line));
}

namespace {

/// Paints each thing as it comes.
class Straight {
public:
    Straight(QPainter& painter, const theme::Theme& look) : m_painter(painter), m_theme(look) {}

    template <typename Paint>
    void piece(const NetworkPainter::Piece& piece, const Paint& paint) {
        const double before = m_painter.opacity();
        m_painter.setOpacity(before * piece.opacity);
        paint(m_painter);
        m_painter.setOpacity(before);
    }
    void strands(const NetworkPainter::Strands& strands) {
        m_painter.setPen(QPen(strands.color, m_theme.px(1), strands.isBroken ? Qt::DashLine : Qt::SolidLine));
        m_painter.drawLines(strands.lines);
    }
    void dots(const NetworkPainter::Dots& dots) {
        m_painter.setPen(QPen(dots.color, dots.diameter, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawPoints(dots.middles.constData(), static_cast<int>(dots.middles.size()));
    }

private:
    QPainter& m_painter;
    const theme::Theme& m_theme;
};

} // namespace

void paintNetwork(QPainter& painter, const theme::Theme& theme, const Scene& scene, const QList<double>& presence) {
    const NetworkPainter pieces(theme, scene);
    painter.save();
    painter.setTransform(pieces.transform(), true);
    Straight straight(painter, theme);
    pieces.show(straight, presence);
    painter.restore();
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

/// Shaping a text takes a hundred times as long as finding it again.
template <typename Width>
static std::function<double(const QString&)> remembered(const Width& width) {
    return [width, known = std::make_shared<QHash<QString, double>>()](const QString& text) {
        const auto entry = known->constFind(text);
        return entry != known->constEnd() ? *entry : *known->insert(text, width(text));
    };
}

Measures measuresOf(const theme::Theme& theme) {
    Measures measures;
    measures.node = [theme](model::ActorKind kind, bool pole, const QString& text) {
        return theme::nodeSize(theme, kind, pole, text);
    };
    measures.name = remembered([theme](const QString& text) { return theme.width(text, Type::NodeName); });
    measures.label = remembered([theme](const QString& text) { return theme.width(text, Type::Date); });
    measures.scale = theme.scale();
    return measures;
}

} // namespace entente::relations
