#include "app/timeline/view/painter.h"

#include <QMap>

namespace entente::timeline {

using theme::Role;
using theme::State;
using theme::Type;

namespace {

Type typeOf(TextKind kind) {
    switch (kind) {
    case TextKind::Date:
    case TextKind::Small:
        return Type::Date;
    case TextKind::KeyTitle:
        return Type::KeyEvent;
    case TextKind::Title:
        return Type::Event;
    case TextKind::LaneName:
        return Type::Chip;
    case TextKind::TickStrong:
        return Type::TickMajor;
    case TextKind::Tick:
        break;
    }
    return Type::Secondary;
}

theme::EndForm formOf(End end) {
    switch (end) {
    case End::Bracket:
        return theme::EndForm::Bracket;
    case End::Stop:
        return theme::EndForm::Stop;
    case End::Fade:
        return theme::EndForm::Fade;
    case End::Chevrons:
        return theme::EndForm::Chevrons;
    case End::Cut:
        return theme::EndForm::Cut;
    case End::None:
        break;
    }
    return theme::EndForm::None;
}

/// Paints one scene with one theme.
class Painting {
public:
    Painting(QPainter& painter, const theme::Theme& theme, const Scene& scene)
        : m_painter(painter), m_theme(theme), m_scene(scene) {}

    void paintAll() {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintGrounds();
        paintGrid();
        paintEras();
        paintHeads();
        paintStems();
        paintBars();
        paintMomentLine();
        paintLabels();
        paintMarks();
        paintHints();
        paintTray();
        paintMinimap();
        paintEmptyState();
        m_painter.restore();
    }

    void paintFlag();

private:
    void fill(const QRectF& box, Role role) { m_painter.fillRect(box, m_theme.color(role)); }
    void text(Type type, Role role, QPointF baseline, const QString& words, Qt::Alignment alignment = Qt::AlignLeft) {
        theme::paintText(m_painter, m_theme, type, m_theme.color(role), baseline, words, alignment);
    }
    void line(QPointF from, QPointF to, Role role, double width = 1) {
        QPen pen(m_theme.color(role), width);
        pen.setCapStyle(Qt::FlatCap);
        m_painter.setPen(pen);
        m_painter.drawLine(from, to);
    }
    Role laneRole(qsizetype lane) const { return lane % 2 == 0 ? Role::Lane : Role::Ground; }
    double px(double length) const { return m_theme.px(length); }
    State stateOf(const EventMark& mark) const;

    void paintMomentLine();
    void paintGrounds();
    void paintGrid();
    void paintTicks(const QList<Tick>& ticks, const QRectF& axis);
    void paintEras();
    void paintHeads();
    void paintStems();
    void paintBars();
    void paintLabels();
    void paintLabel(const Label& label);
    void paintMarks();
    void paintMark(const EventMark& mark);
    void paintPills();
    void paintHints();
    void paintTray();
    void paintTrayItem(const TrayItem& item);
    void paintMinimap();
    void paintBrush();
    void paintEmptyState();

    QPainter& m_painter;
    const theme::Theme& m_theme;
    const Scene& m_scene;
};

State Painting::stateOf(const EventMark& mark) const {
    if (mark.emphasis == Emphasis::FilteredOut)
        return State::FilteredOut;
    if (mark.selected)
        return State::Selected;
    if (m_scene.hovered == model::Subject(mark.event))
        return State::Hovered;
    return mark.emphasis == Emphasis::Dimmed ? State::Dimmed : State::Rest;
}

void Painting::paintGrounds() {
    fill(m_scene.frame, Role::Ground);
    for (qsizetype i = 0; i < m_scene.laneList.size(); ++i)
        fill(m_scene.laneList[i].frame.intersected(
                 QRectF(m_scene.frame.left(), m_scene.lanes.top(), m_scene.frame.width(), m_scene.lanes.height())),
             laneRole(i));
    for (const EraBox& era : m_scene.eras) {
        if (era.era != m_scene.tintedEra)
            continue;
        QColor tint = m_theme.color(Role::Ink);
        tint.setAlphaF(0.06F);
        m_painter.fillRect(QRectF(era.box.left(), m_scene.lanes.top(), era.box.width(), m_scene.lanes.height()), tint);
    }
}

void Painting::paintTicks(const QList<Tick>& ticks, const QRectF& axis) {
    for (const Tick& tick : ticks) {
        if (tick.x >= axis.left() && tick.x <= axis.right())
            line({tick.x, axis.bottom() - px(tick.text.isEmpty() ? 4 : 7)}, {tick.x, axis.bottom()}, Role::Line3);
        if (tick.text.isEmpty())
            continue;
        const bool oneRow = tick.strong && !tick.upper;
        const double baseline = axis.top() + px(tick.upper ? 17 : oneRow ? 28 : 35);
        text(tick.strong ? Type::TickMajor : Type::Secondary, tick.strong ? Role::Ink : Role::Ink2,
             {tick.textX, baseline}, tick.text);
    }
}

void Painting::paintGrid() {
    for (const Tick& tick : m_scene.ticks)
        if (tick.x >= m_scene.lanes.left() && tick.x <= m_scene.lanes.right())
            line({tick.x, m_scene.strip.top()}, {tick.x, m_scene.lanes.bottom()},
                 tick.text.isEmpty() ? Role::Line : Role::Line2);
    fill(m_scene.axis, Role::Ground);
    paintTicks(m_scene.ticks, m_scene.axis);
    line({m_scene.frame.left(), m_scene.axis.bottom()}, {m_scene.frame.right(), m_scene.axis.bottom()}, Role::Line2);
}

void Painting::paintEras() {
    for (const EraBox& era : m_scene.eras) {
        const QRectF box = era.box.adjusted(0.5, 1, -0.5, -1);
        fill(box, era.era == m_scene.tintedEra ? Role::Hover : Role::Chrome);
        line(box.topLeft(), box.bottomLeft(), Role::Line3);
        text(Type::Date, Role::Ink2, {era.textX, era.box.bottom() - px(4)}, era.text);
    }
}

void Painting::paintHeads() {
    for (const Lane& lane : m_scene.laneList) {
        const QRectF head = lane.frame.intersected(m_scene.heads);
        if (head.height() < px(32))
            continue;
        const double middle = head.center().y();
        const double left = m_scene.heads.left() + px(14);
        if (!lane.icon.isEmpty())
            theme::paintSymbol(m_painter, theme::symbolOf(lane.icon), QRectF(left, middle - px(8), px(16), px(16)),
                               m_theme.color(Role::Ink2));
        const double first = middle + px(4) - (static_cast<double>(lane.name.size()) - 1) * px(7);
        for (qsizetype i = 0; i < lane.name.size(); ++i)
            text(Type::Chip, Role::Ink2, {left + px(26), first + static_cast<double>(i) * px(14)}, lane.name[i]);
    }
    line({m_scene.lanes.left(), m_scene.axis.top()}, {m_scene.lanes.left(), m_scene.lanes.bottom()}, Role::Line2);
}

void Painting::paintStems() {
    for (const Label& label : m_scene.labels)
        line(label.stem.p1(), label.stem.p2(), label.selected ? Role::Ink : Role::Line3);
}

void Painting::paintBars() {
    for (const EventMark& mark : m_scene.marks) {
        const State state = stateOf(mark);
        if (mark.bridge && state != State::FilteredOut)
            theme::paintBridge(m_painter, m_theme, mark.tenor, *mark.bridge, state);
        if (mark.bar && state != State::FilteredOut)
            theme::paintBar(
                m_painter, m_theme,
                {mark.tenor, formOf(mark.barLeft), formOf(mark.barRight), mark.fadeLeft, mark.fadeRight, state},
                *mark.bar);
    }
}

void Painting::paintLabel(const Label& label) {
    const qsizetype lane =
        std::distance(m_scene.laneList.begin(),
                      std::find_if(m_scene.laneList.begin(), m_scene.laneList.end(),
                                   [&](const Lane& one) { return one.frame.contains(label.box.center()); }));
    const QRectF plate = label.box.adjusted(label.right ? -px(2) : 0, 0, label.right ? 0 : px(2), 0);
    if (label.selected) {
        QPen pen(m_theme.color(Role::Ink), px(1.5));
        m_painter.setPen(pen);
        m_painter.setBrush(m_theme.color(Role::Panel));
        m_painter.drawRoundedRect(label.box.adjusted(-px(7), -px(1), px(7), px(1)), px(4), px(4));
    } else {
        fill(plate, laneRole(lane));
    }
    const double x = label.right ? label.box.right() : label.box.left();
    const Qt::Alignment alignment = label.right ? Qt::AlignRight : Qt::AlignLeft;
    const QColor ground = m_theme.color(laneRole(lane));
    const auto ink = [&](Role role) {
        return label.dimmed ? theme::blended(m_theme.color(role), ground, theme::dimmedLabel) : m_theme.color(role);
    };
    theme::paintText(m_painter, m_theme, Type::Date, ink(Role::Ink3), {x, label.box.top() + px(11)}, label.date,
                     alignment);
    theme::paintText(m_painter, m_theme, label.key ? Type::KeyEvent : Type::Event, ink(Role::Ink),
                     {x, label.box.top() + px(25)}, label.title, alignment);
}

void Painting::paintLabels() {
    for (const Label& label : m_scene.labels)
        if (!label.selected)
            paintLabel(label);
    for (const Label& label : m_scene.labels)
        if (label.selected)
            paintLabel(label);
}

void Painting::paintMark(const EventMark& mark) {
    theme::MarkStyle style;
    style.mark = mark.mark;
    style.tenor = mark.tenor;
    style.hollow = mark.hollow;
    style.dashed = mark.dashed;
    style.state = stateOf(mark);
    style.ground = laneRole(mark.lane);
    style.otherClaim = style.state == State::Selected || style.state == State::Hovered;
    if (style.state != State::FilteredOut)
        for (const QPointF& claim : mark.otherClaims)
            theme::paintMark(m_painter, m_theme, style, claim, mark.radius);
    style.otherClaim = false;
    style.dot = mark.dot;
    if (mark.inFrame && !mark.inPill)
        theme::paintMark(m_painter, m_theme, style, mark.place, mark.radius);
}

void Painting::paintMarks() {
    for (const EventMark& mark : m_scene.marks)
        if (!mark.selected)
            paintMark(mark);
    paintPills();
    for (const EventMark& mark : m_scene.marks)
        if (mark.selected)
            paintMark(mark);
}

void Painting::paintPills() {
    for (const Pill& pill : m_scene.pills) {
        QMap<model::Tenor, double> counts;
        for (const EventMark& mark : m_scene.marks)
            if (pill.members.contains(mark.event))
                counts[mark.tenor] += 1.0 / static_cast<double>(pill.members.size());
        QList<theme::PillShare> shares;
        for (auto it = counts.begin(); it != counts.end(); ++it)
            shares.append({it.key(), it.value()});
        theme::paintPill(m_painter, m_theme, pill.box, static_cast<int>(pill.members.size()), shares);
    }
}

void Painting::paintHints() {
    for (const Hint& hint : m_scene.hints) {
        const double side = px(10);
        const QRectF arrow(hint.toTheLeft ? hint.box.left() : hint.box.right() - side, hint.box.center().y() - side / 2,
                           side, side);
        theme::paintSymbol(m_painter, hint.toTheLeft ? theme::Symbol::Previous : theme::Symbol::Next, arrow,
                           m_theme.color(Role::Ink3));
        const double x = hint.toTheLeft ? hint.box.left() + px(14) : hint.box.right() - px(14);
        text(Type::Date, Role::Ink3, {x, hint.box.bottom() - px(5)}, hint.text,
             hint.toTheLeft ? Qt::AlignLeft : Qt::AlignRight);
    }
}

void Painting::paintTrayItem(const TrayItem& item) {
    const model::Tenor tenor = model::Tenor::Neutral;
    theme::MarkStyle style;
    style.tenor = tenor;
    style.hollow = true;
    style.ground = Role::Chrome;
    style.state = item.emphasis == Emphasis::FilteredOut ? State::FilteredOut
                  : item.selected                        ? State::Selected
                                                         : State::Rest;
    theme::paintMark(m_painter, m_theme, style, {item.box.left() + px(12), item.box.center().y()}, px(5.2));
    text(Type::Event, item.emphasis == Emphasis::Rest ? Role::Ink : Role::Ink3,
         {item.box.left() + px(24), item.box.center().y() + px(4.5)}, item.text);
}

void Painting::paintTray() {
    if (m_scene.tray.isEmpty())
        return;
    fill(m_scene.tray, Role::Chrome);
    line(m_scene.tray.topLeft(), m_scene.tray.topRight(), Role::Line2);
    text(Type::Chip, Role::Ink2, {m_scene.tray.left() + px(14), m_scene.tray.center().y() + px(4)}, m_scene.trayTitle);
    for (const TrayItem& item : m_scene.trayItems)
        paintTrayItem(item);
}

void Painting::paintMinimap() {
    if (m_scene.bottom.isEmpty())
        return;
    fill(m_scene.bottom, Role::Chrome);
    line(m_scene.bottom.topLeft(), m_scene.bottom.topRight(), Role::Line2);
    const double left = m_scene.bottom.left() + px(14);
    text(Type::Chip, Role::Ink2, {left, m_scene.bottom.top() + px(30)}, m_scene.bottomTitle);
    text(Type::Date, Role::Ink3, {left, m_scene.bottom.top() + px(45)}, m_scene.bottomText);
    const Minimap& map = m_scene.minimap;
    fill(map.brush, Role::Ground);
    for (const MinimapTick& tick : map.ticks)
        m_painter.fillRect(tick.box, tick.shown ? m_theme.tenor(tick.tenor) : m_theme.color(Role::Line3));
    for (const Tick& year : map.years) {
        if (year.text.isEmpty())
            continue;
        line({year.x, map.frame.bottom()}, {year.x, map.frame.bottom() + px(4)}, Role::Line3);
        text(Type::Date, Role::Ink3, {year.textX, map.frame.bottom() + px(16)}, year.text);
    }
    paintBrush();
}

void Painting::paintBrush() {
    const Minimap& map = m_scene.minimap;
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_theme.color(Role::Line2), 1));
    m_painter.drawRoundedRect(map.frame, px(3), px(3));
    m_painter.setPen(QPen(m_theme.color(Role::Ink), px(1.5)));
    m_painter.drawRoundedRect(map.brush, px(3), px(3));
    m_painter.setBrush(m_theme.color(Role::Panel));
    for (const double x : {map.brush.left(), map.brush.right()})
        m_painter.drawRoundedRect(QRectF(x - px(3.5), map.brush.center().y() - px(9), px(7), px(18)), px(3.5), px(3.5));
    line({map.cursor, map.frame.top()}, {map.cursor, map.frame.bottom()}, Role::Ink, px(1.2));
}

void Painting::paintEmptyState() {
    if (m_scene.emptyText.isEmpty())
        return;
    // The moment's line stops at the words.
    const QFontMetricsF metrics(m_theme.font(Type::PanelHeading));
    QRectF words = metrics.boundingRect(m_scene.emptyText);
    words.moveCenter(m_scene.lanes.center() - QPointF(0, (metrics.ascent() - metrics.descent()) / 2));
    m_painter.fillRect(words.adjusted(-px(8), -px(4), px(8), px(4)), m_theme.color(Role::Lane));
    text(Type::PanelHeading, Role::Ink2, m_scene.lanes.center(), m_scene.emptyText, Qt::AlignHCenter);
    if (m_scene.showAll.isEmpty())
        return;
    m_painter.setPen(QPen(m_theme.color(Role::Line3), 1));
    m_painter.setBrush(m_theme.color(Role::Panel));
    m_painter.drawRoundedRect(m_scene.showAll, px(6), px(6));
    text(Type::Event, Role::Ink, {m_scene.showAll.center().x(), m_scene.showAll.center().y() + px(4.5)},
         m_scene.showAllText, Qt::AlignHCenter);
}

/// Behind the labels, so that they stay readable.
void Painting::paintMomentLine() {
    if (m_scene.cursor)
        line({*m_scene.cursor, m_scene.axis.bottom()}, {*m_scene.cursor, m_scene.lanes.bottom()}, Role::Ink, px(1.6));
}

void Painting::paintFlag() {
    if (!m_scene.cursor)
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(Role::Ink));
    m_painter.drawRoundedRect(m_scene.flag, px(4), px(4));
    const double x = *m_scene.cursor, top = m_scene.flag.bottom() - px(1);
    m_painter.drawPolygon(QPolygonF{{x - px(5), top}, {x + px(5), top}, {x, m_scene.axis.bottom() + px(4)}});
    text(Type::TickMajor, Role::Ground, {m_scene.flag.center().x(), m_scene.flag.center().y() + px(4.7)},
         m_scene.flagText, Qt::AlignHCenter);
    m_painter.restore();
}

} // namespace

void paintTimeline(QPainter& painter, const theme::Theme& theme, const Scene& scene) {
    Painting(painter, theme, scene).paintAll();
    Painting(painter, theme, scene).paintFlag();
}

Measures measuresOf(const theme::Theme& theme) {
    Measures measures;
    measures.scale = theme.scale();
    // Widths of the same few hundred texts are asked for at every step of a zoom.
    auto known = std::make_shared<QHash<std::pair<int, QString>, double>>();
    measures.width = [theme, known](const QString& text, TextKind kind) {
        const auto key = std::pair(static_cast<int>(kind), text);
        const auto found = known->constFind(key);
        return found != known->constEnd() ? *found : *known->insert(key, theme.width(text, typeOf(kind)));
    };
    measures.elided = [theme](const QString& text, TextKind kind, double width) {
        return QFontMetricsF(theme.font(typeOf(kind))).elidedText(text, Qt::ElideRight, width);
    };
    return measures;
}

} // namespace entente::timeline
