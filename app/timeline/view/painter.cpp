#include "app/timeline/view/painter.h"

#include "app/theme/named_part.h"
#include "app/timeline/view/calendar_row.h"
#include "app/timeline/view/picture_parts.h"
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

/// Paints one scene with one theme.
class Painting {
public:
    Painting(QPainter& painter, const theme::Theme& theme, const Scene& scene, theme::PaintCache* cache = nullptr)
        : m_painter(painter), m_theme(theme), m_scene(scene), m_cache(cache) {}

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
        paintStrips(m_painter, m_theme, m_scene, m_cache != nullptr);
        paintLabels();
        paintMarks();
        paintHints();
        paintTray();
        paintMinimap();
        paintEmptyState();
        m_painter.restore();
    }

    void paintFlag();
    void paintHovered(model::EventId event);

private:
    void fill(const QRectF& box, Role role) {
        const theme::Crisp crisp(m_painter, m_cache != nullptr);
        m_painter.fillRect(box, m_theme.color(role));
    }
    void text(Type type, Role role, QPointF baseline, const QString& words, Qt::Alignment alignment = Qt::AlignLeft) {
        text(type, m_theme.color(role), baseline, words, alignment);
    }
    void text(Type type, const QColor& color, QPointF baseline, const QString& words, Qt::Alignment alignment) {
        if (m_cache)
            m_cache->paintText(m_painter, m_theme, type, color, baseline, words, alignment);
        else
            theme::paintText(m_painter, m_theme, type, color, baseline, words, alignment);
    }
    void mark(const theme::MarkStyle& style, QPointF centre, double radius) {
        if (m_cache)
            m_cache->paintMark(m_painter, m_theme, style, centre, radius);
        else
            theme::paintMark(m_painter, m_theme, style, centre, radius);
    }
    void symbol(theme::Symbol symbol, const QRectF& frame, Role role) {
        if (m_cache)
            m_cache->paintSymbol(m_painter, symbol, frame, m_theme.color(role));
        else
            theme::paintSymbol(m_painter, symbol, frame, m_theme.color(role));
    }
    void line(QPointF from, QPointF to, Role role, double width = 1) { lines({QLineF(from, to)}, role, width); }
    void lines(const QList<QLineF>& lines, Role role, double width = 1) { this->lines(m_painter, lines, role, width); }
    void lines(QPainter& painter, const QList<QLineF>& lines, Role role, double width = 1) {
        if (m_cache)
            return theme::paintCrispLines(painter, lines, m_theme.color(role), width);
        QPen pen(m_theme.color(role), width);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLines(lines);
    }
    /// For pictures, whose pixels nobody knows yet, as they are.
    void boxes(const QList<QRectF>& boxes, const QColor& color) {
        if (m_cache)
            return theme::paintCrispBoxes(m_painter, boxes, color);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawRects(boxes);
    }
    Role laneRole(qsizetype lane) const { return laneGround(m_scene, lane); }
    double px(double length) const { return m_theme.px(length); }
    State stateOf(const EventMark& mark) const;

    void paintMomentLine();
    void paintGrounds();
    void paintGroundsOnScreen(const QRectF& between);
    void paintTint(QPainter& painter);
    void paintGridLines(QPainter& painter);
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
    void paintMinimapTicks();
    void paintBrush();
    void paintEmptyState();

    QPainter& m_painter;
    const theme::Theme& m_theme;
    const Scene& m_scene;
    theme::PaintCache* m_cache;
    model::EventId m_hovered; ///< only while it is painted over the rest
};

State Painting::stateOf(const EventMark& mark) const {
    if (mark.emphasis == Emphasis::FilteredOut)
        return State::FilteredOut;
    if (mark.selected)
        return State::Selected;
    if (m_hovered == mark.event)
        return State::Hovered;
    return mark.emphasis == Emphasis::Dimmed ? State::Dimmed : State::Rest;
}

void Painting::paintTint(QPainter& painter) {
    for (const EraBox& era : m_scene.eras) {
        if (era.era != m_scene.tintedEra)
            continue;
        QColor tint = m_theme.color(Role::Ink);
        tint.setAlphaF(0.06F);
        painter.fillRect(QRectF(era.box.left(), m_scene.lanes.top(), era.box.width(), m_scene.lanes.height()), tint);
    }
}

void Painting::paintGridLines(QPainter& painter) {
    QList<QLineF> labelled, others;
    for (const Tick& tick : m_scene.ticks)
        if (tick.x >= m_scene.lanes.left() && tick.x <= m_scene.lanes.right())
            (tick.text.isEmpty() ? others : labelled)
                .append({tick.x, m_scene.strip.top(), tick.x, m_scene.lanes.bottom()});
    lines(painter, others, Role::Line);
    lines(painter, labelled, Role::Line2);
}

/// Once over every pixel, with the lines of the grid.
void Painting::paintGroundsOnScreen(const QRectF& between) {
    const auto paint = [this](const QRectF& box, Role ground) {
        theme::paintDownwards(m_painter, box, [&](QPainter& painter) {
            painter.fillRect(box, m_theme.color(ground));
            paintTint(painter);
            paintGridLines(painter);
        });
    };
    const QRectF& frame = m_scene.frame;
    const double top = m_scene.strip.top(), left = between.left(), width = between.width();
    double bottom = between.top();
    fill(QRectF(frame.topLeft(), QPointF(frame.right(), top + 1)), Role::Ground);
    fill(QRectF(QPointF(frame.left(), between.bottom() - 1), frame.bottomRight()), Role::Ground);
    paint(QRectF(left, top, width, bottom - top), Role::Ground);
    for (qsizetype i = 0; i < m_scene.laneList.size(); ++i)
        if (const QRectF lane = m_scene.laneList[i].frame.intersected(between); !lane.isEmpty()) {
            paint(lane, laneRole(i));
            bottom = lane.bottom();
        }
    paint(QRectF(left, bottom, width, between.bottom() - bottom), Role::Ground);
}

void Painting::paintGrounds() {
    if (m_scene.isBand)
        return paintBandGround(m_painter, m_theme, m_scene);
    const QRectF between(m_scene.frame.left(), m_scene.lanes.top(), m_scene.frame.width(), m_scene.lanes.height());
    if (m_cache)
        return paintGroundsOnScreen(between);
    fill(m_scene.frame, Role::Ground);
    for (qsizetype i = 0; i < m_scene.laneList.size(); ++i)
        fill(m_scene.laneList[i].frame.intersected(between), laneRole(i));
    paintTint(m_painter);
    paintGridLines(m_painter);
}

void Painting::paintTicks(const QList<Tick>& ticks, const QRectF& axis) {
    QList<QLineF> dashes;
    for (const Tick& tick : ticks)
        if (tick.x >= axis.left() && tick.x <= axis.right())
            dashes.append({tick.x, axis.bottom() - px(tick.text.isEmpty() ? 4 : 7), tick.x, axis.bottom()});
    lines(dashes, Role::Line3);
    for (const Tick& tick : ticks) {
        if (tick.text.isEmpty())
            continue;
        const bool oneRow = tick.strong && !tick.upper;
        const double baseline = axis.top() + px(tick.upper ? 17 : oneRow ? 28 : 35);
        text(tick.strong ? Type::TickMajor : Type::Secondary, tick.strong ? Role::Ink : Role::Ink2,
             {tick.textX, baseline}, tick.text);
    }
}

void Painting::paintGrid() {
    if (m_scene.isBand)
        return paintBandAxis(m_painter, m_theme, m_scene);
    paintTicks(m_scene.ticks, m_scene.axis.adjusted(0, 0, 0, -m_scene.calendarRow.height()));
    paintCalendarRow(m_painter, m_theme, m_scene, m_cache);
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
        if (head.height() < std::min(px(32), lane.frame.height() - 1))
            continue;
        const double middle = head.center().y();
        const double left = m_scene.heads.left() + px(14);
        if (!lane.icon.isEmpty())
            symbol(theme::symbolOf(lane.icon), QRectF(left, middle - px(8), px(16), px(16)), Role::Ink2);
        const double textLeft = left + (lane.icon.isEmpty() ? 0 : px(26));
        const bool below = !lane.count.isEmpty() && !lane.collapsed;
        const double first = middle + px(4) - (static_cast<double>(lane.name.size() + below) - 1) * px(7);
        for (qsizetype i = 0; i < lane.name.size(); ++i)
            text(Type::Chip, Role::Ink2, {textLeft, first + static_cast<double>(i) * px(14)}, lane.name[i]);
        if (below)
            text(Type::Date, Role::Ink2, {textLeft, first + static_cast<double>(lane.name.size()) * px(14)},
                 lane.count);
        else if (!lane.count.isEmpty())
            text(Type::Date, Role::Ink2, {m_scene.heads.right() - px(6), first}, lane.count, Qt::AlignRight);
    }
    if (!m_scene.isBand)
        line({m_scene.lanes.left(), m_scene.axis.top()}, {m_scene.lanes.left(), m_scene.lanes.bottom()}, Role::Line2);
    if (!m_scene.scrollThumb.isNull())
        fill(m_scene.scrollThumb, Role::Line3);
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

} // namespace

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
