#include "app/timeline/view/painting.h"

#include "app/theme/named_part.h"
#include "app/timeline/view/strips.h"

namespace entente::timeline {

using theme::Role;
using theme::State;
using theme::Type;

namespace {

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

} // namespace

void Painting::paintAll() {
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    paintGrounds();
    paintGrid();
    paintEras();
    paintHeads();
    paintStems();
    paintBars();
    paintMomentLine();
    paintStrips(m_painter, m_theme, m_scene, m_cache != nullptr);
    paintLabels();
    paintMarks();
    paintHints();
    paintTray();
    paintMinimap();
    paintEmptyState();
    m_painter.restore();
}

State Painting::stateOf(const EventMark& mark) const {
    if (mark.emphasis == Emphasis::FilteredOut)
        return State::FilteredOut;
    if (mark.selected)
        return State::Selected;
    if (m_hovered == mark.event)
        return State::Hovered;
    return mark.emphasis == Emphasis::Dimmed ? State::Dimmed : State::Rest;
}

void Painting::paintStems() {
    QList<QLineF> stems;
    for (const Label& label : m_scene.labels)
        if (m_cache && !label.selected && !label.stem.isNull())
            stems.append(label.stem);
    lines(stems, Role::Line3);
    for (const bool selected : {false, true})
        for (const Label& label : m_scene.labels)
            if (label.selected == selected && (selected || !m_cache) && !label.stem.isNull()) {
                const theme::NamedPart part(m_painter, label.event, theme::Part::Stem);
                line(label.stem.p1(), label.stem.p2(), selected ? Role::Ink : Role::Line3);
            }
    paintLeaders(m_painter, m_theme, m_scene);
}

void Painting::paintBars() {
    paintBandLine(m_painter, m_theme, m_scene);
    QColor crowd = m_theme.color(Role::Line3);
    crowd.setAlphaF(0.34F);
    for (const QRectF& bar : m_scene.crowdBars)
        m_painter.fillRect(bar, crowd);
    for (const EventMark* mark : inOrderOfBars(m_scene)) {
        if (!mark->bridge && !mark->bar)
            continue;
        const theme::NamedPart part(m_painter, mark->event, theme::Part::Bar);
        const State state = stateOf(*mark);
        if (mark->bridge)
            theme::paintBridge(m_painter, m_theme, mark->tenor, *mark->bridge, state);
        if (mark->bar && isOneLine(m_scene))
            fill(*mark->bar, laneRole(mark->lane));
        if (mark->bar)
            theme::paintBar(
                m_painter, m_theme,
                {mark->tenor, formOf(mark->barLeft), formOf(mark->barRight), mark->fadeLeft, mark->fadeRight, state},
                *mark->bar);
    }
}

void Painting::paintLabel(const Label& label) {
    const theme::NamedPart part(m_painter, label.event, theme::Part::Label);
    const qsizetype lane =
        std::distance(m_scene.laneList.begin(),
                      std::find_if(m_scene.laneList.begin(), m_scene.laneList.end(),
                                   [&](const Lane& one) { return one.frame.contains(label.box.center()); }));
    const QColor ground = m_theme.color(laneRole(lane));
    const auto ink = [&](Role role) {
        return label.dimmed ? theme::blended(m_theme.color(role), ground, theme::dimmedLabel) : m_theme.color(role);
    };
    const theme::PaintCache::Plate plate{
        label.box.adjusted(-px(2), 0, px(2), 0),
        ground,
        px(2),
        label.right,
        {{{Type::Date, ink(Role::Ink3), px(11), label.date},
          {label.key ? Type::KeyEvent : Type::Event, ink(Role::Ink), px(25), label.title}}}};
    if (m_cache && !label.selected)
        return m_cache->paintPlate(m_painter, m_theme, plate);
    if (label.selected) {
        m_painter.setPen(QPen(m_theme.color(Role::Ink), px(1.5)));
        m_painter.setBrush(m_theme.color(Role::Panel));
        m_painter.drawRoundedRect(label.box.adjusted(-px(7), -px(1), px(7), 0), px(4), px(4));
    } else {
        fill(plate.box, laneRole(lane));
    }
    for (const theme::PaintCache::PlateLine& line : plate.lines)
        text(line.type, line.color,
             {label.right ? label.box.right() : label.box.left(), label.box.top() + line.baseline}, line.text,
             label.right ? Qt::AlignRight : Qt::AlignLeft);
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
    if (mark.otherClaims.isEmpty() && (mark.inPill || !mark.inFrame))
        return;
    const theme::NamedPart part(m_painter, mark.event, theme::Part::Mark);
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
            this->mark(style, claim, mark.radius);
    style.otherClaim = false;
    style.dot = mark.dot;
    if (mark.inFrame && !mark.inPill)
        this->mark(style, mark.place, mark.radius);
}

void Painting::paintMarks() {
    for (const EventMark& mark : m_scene.marks)
        if (!mark.selected)
            paintMark(mark);
    paintPills();
    paintKeyNumbers(m_painter, m_theme, m_scene);
    for (const EventMark& mark : m_scene.marks)
        if (mark.selected)
            paintMark(mark);
}

void Painting::paintPills() {
    for (const Pill& pill : m_scene.pills) {
        if (pill.strip)
            continue;
        QList<theme::PillShare> shares;
        for (size_t i = 0; i < pill.tenors.size(); ++i)
            if (pill.tenors[i] > 0)
                shares.append({static_cast<model::Tenor>(i), pill.tenors[i] / static_cast<double>(pill.count)});
        if (m_cache)
            m_cache->paintPill(m_painter, m_theme, pill.box, pill.words, shares);
        else
            theme::paintPill(m_painter, m_theme, pill.box, pill.words, shares);
    }
}

void Painting::paintHints() {
    for (const Hint& hint : m_scene.hints) {
        const double side = px(10);
        const QRectF arrow(hint.toTheLeft ? hint.box.left() : hint.box.right() - side, hint.box.center().y() - side / 2,
                           side, side);
        symbol(hint.toTheLeft ? theme::Symbol::Previous : theme::Symbol::Next, arrow, Role::Ink3);
        const double x = hint.toTheLeft ? hint.box.left() + px(14) : hint.box.right() - px(14);
        text(Type::Date, Role::Ink3, {x, hint.box.bottom() - px(5)}, hint.text,
             hint.toTheLeft ? Qt::AlignLeft : Qt::AlignRight);
    }
}

void Painting::paintTrayItem(const TrayItem& item) {
    const theme::NamedPart part(m_painter, item.event, theme::Part::Mark);
    const model::Tenor tenor = model::Tenor::Neutral;
    theme::MarkStyle style;
    style.tenor = tenor;
    style.hollow = true;
    style.ground = Role::Chrome;
    style.state = item.emphasis == Emphasis::FilteredOut ? State::FilteredOut
                  : item.selected                        ? State::Selected
                                                         : State::Rest;
    mark(style, {item.box.left() + px(12), item.box.center().y()}, px(5.2));
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
    paintMinimapTicks();
    for (const Tick& year : map.years) {
        if (year.text.isEmpty())
            continue;
        line({year.x, map.frame.bottom()}, {year.x, map.frame.bottom() + px(4)}, Role::Line3);
        text(Type::Date, Role::Ink3, {year.textX, map.frame.bottom() + px(16)}, year.text);
    }
    paintBrush();
}

/// As many as the pixels allow: one colour at a time.
void Painting::paintMinimapTicks() {
    std::array<QList<QRectF>, 4> shown;
    QList<QRectF> hidden;
    for (QList<QRectF>& boxes : shown)
        boxes.reserve(m_scene.minimap.ticks.size());
    for (const MinimapTick& tick : m_scene.minimap.ticks)
        (tick.shown ? shown[static_cast<size_t>(tick.tenor)] : hidden).append(tick.box);
    for (size_t i = 0; i < shown.size(); ++i)
        boxes(shown[i], m_theme.tenor(static_cast<model::Tenor>(i)));
    boxes(hidden, m_theme.color(Role::Line3));
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
        line({*m_scene.cursor, m_scene.isBand ? m_scene.flag.top() : m_scene.axis.bottom()},
             {*m_scene.cursor, m_scene.isBand ? m_scene.lanes.top() : m_scene.lanes.bottom()}, Role::Ink, px(1.6));
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
    if (!m_scene.isBand)
        m_painter.drawPolygon(QPolygonF{{x - px(5), top}, {x + px(5), top}, {x, m_scene.axis.bottom() + px(4)}});
    text(Type::TickMajor, Role::Ground, {m_scene.flag.center().x(), m_scene.flag.center().y() + px(4.7)},
         m_scene.flagText, Qt::AlignHCenter);
    m_painter.restore();
}

void paintTimeline(QPainter& painter, const theme::Theme& theme, const Scene& scene, theme::PaintCache* cache) {
    Painting(painter, theme, scene, cache).paintAll();
    Painting(painter, theme, scene, cache).paintFlag();
}

void Painting::paintHovered(model::EventId event) {
    m_hovered = event;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const EventMark& mark : m_scene.marks)
        if (mark.event == event && mark.emphasis != Emphasis::FilteredOut)
            paintMark(mark);
    for (const Label& label : m_scene.labels)
        if (label.event == event) {
            const double width = m_theme.width(label.date, Type::Date);
            const double left = label.right ? label.box.right() - width : label.box.left();
            const double bottom = label.box.top() + px(12.5);
            line({left, bottom}, {left + width, bottom}, Role::Ink3);
        }
    m_painter.restore();
}

void paintHover(QPainter& painter, const theme::Theme& theme, const Scene& scene,
                const std::function<bool(model::EventId)>& isHovered) {
    QSet<model::EventId> hovered;
    for (const EventMark& mark : scene.marks)
        if (!mark.inPill && isHovered(mark.event))
            hovered.insert(mark.event);
    for (const model::EventId event : hovered)
        Painting(painter, theme, scene).paintHovered(event);
}

} // namespace entente::timeline
