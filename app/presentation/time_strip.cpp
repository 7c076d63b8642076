#include "app/presentation/time_strip.h"

#include "app/theme/painters.h"
#include "app/timeline/layout/dates.h"
#include "app/timeline/layout/ticks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace entente::presentation {

namespace {

struct TimeStripText {
    Q_DECLARE_TR_FUNCTIONS(entente::presentation::TimeStrip)
};

constexpr double laterWidth = 176; // pixels on 1080 lines, as the next
constexpr double laterHeight = 58;
constexpr double textHeight = 46;
constexpr double textGap = 18;
constexpr double selectedRadius = 17, keyRadius = 15, otherRadius = 10;
constexpr double yearsBelow = 30;   // of the line: below the ring of what is selected
constexpr double leastAbove = 36;   // the line, for marks
constexpr double shapeReach = 1.12; // of a mark's shape in radii
constexpr double largestReach = 28; // of any mark
constexpr double tolerance = 0.01;
constexpr double nameGap = 0.5; // between the highest mark and names
constexpr double crowdStep = 6;
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr qsizetype mostNames = 6;
constexpr double shortest = 30; // days that an axis shows at least

class StripBuilder {
public:
    StripBuilder(const TimeStripInput& input, const wording::Wording& wording) : m_input(input), m_wording(wording) {}

    TimeStrip build() {
        m_strip.frame = m_input.frame;
        addLine();
        addMarks();
        if (!m_input.veil.dates)
            addTicks();
        addNames();
        m_waiting = stacked(m_waiting, m_strip.frame.top());
        addCrowd();
        return m_strip;
    }

private:
    double px(double pixels) const { return pixels * m_input.unit; }
    double textPixels() const { return textHeight * m_input.typeUnit; }
    const model::Dossier& dossier() const { return *m_input.dossier; }

    bool isSelected(model::EventId event) const { return m_input.view.selection == model::Subject(event); }

    void addLine() {
        const bool hidden = m_input.veil.horizon.has_value();
        const double above = std::max(px(leastAbove), m_input.frame.height() - 2 * textPixels() - px(yearsBelow));
        const double y = m_input.frame.top() + textPixels() + above;
        double right = m_input.frame.right();
        if (hidden) {
            m_strip.later = QRectF(right - px(laterWidth), y - px(laterHeight / 2), px(laterWidth), px(laterHeight));
            right = m_strip.later.left();
        }
        m_strip.line = QLineF(m_input.frame.left(), y, right, y);
        const double margin = px(selectedRadius + 12);
        const exploration::Span span = spanShown();
        m_scale = timeline::Scale::fitting(span.first, span.last, m_input.frame.left() + margin,
                                           std::max(1.0, right - m_input.frame.left() - 2 * margin));
    }

    exploration::Span spanShown() const {
        const auto& whole = dossier().commonSpan();
        exploration::Span span;
        if (m_input.view.span)
            span = *m_input.view.span;
        else if (whole)
            span = {static_cast<double>(whole->first), static_cast<double>(whole->last) + 1};
        const auto last = static_cast<model::Day>(std::ceil(span.last));
        span.last = static_cast<double>(visibleLast(last, m_input.veil));
        if (m_input.veil.horizon)
            span.last = static_cast<double>(*m_input.veil.horizon) + 1;
        span.first = std::min(span.first, span.last - shortest);
        return span;
    }

    void addMarks() {
        timeline::Measures measures;
        measures.scale = m_input.unit;
        const double left = m_input.frame.left(), right = m_strip.line.x2();
        const QRectF room(left, m_strip.line.y1() - px(40), right - left, px(80));
        for (const model::EventId event : visibleEvents(dossier(), m_input.view.filter, m_input.veil)) {
            timeline::EventMark mark;
            const model::EventView view = dossier().view(event);
            mark.event = event;
            mark.mark = dossier().kindOf(view).mark;
            mark.tenor = dossier().tenorOf(view);
            mark.key = view.importance >= model::keyImportance;
            mark.selected = isSelected(event);
            mark.radius = px(mark.selected ? selectedRadius : mark.key ? keyRadius : otherRadius);
            mark.place = QPointF(0, m_strip.line.y1());
            if (!timeline::depict(dossier(), view, m_scale, room, measures, mark))
                continue;
            mark.place.setY(m_strip.line.y1());
            if (mark.place.x() >= left + mark.radius && mark.place.x() <= right + px(2) - mark.radius)
                m_waiting.append(mark);
        }
        std::stable_sort(m_waiting.begin(), m_waiting.end(),
                         [&](const auto& a, const auto& b) { return weight(a) > weight(b); });
        m_waiting = stacked(m_waiting, m_strip.frame.top() + textPixels() + px(nameGap));
    }

    int weight(const timeline::EventMark& mark) const {
        return mark.selected ? 100 : dossier().view(mark.event).importance;
    }

    /// How far a mark reaches from its middle, a ring included.
    double reachOf(const timeline::EventMark& mark) const {
        return mark.selected ? ringRadius(mark.radius, m_input.unit) + px(ringWidth / 2) : shapeReach * mark.radius;
    }

    /// What a mark keeps clear of texts around its middle: tips reach out of the circle.
    QRectF boundsOf(const timeline::EventMark& mark) const {
        const double reach = reachOf(mark);
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)
            .united(theme::markPath(mark.mark, {}, mark.radius).boundingRect());
    }

    /// Puts marks on the line or, where that is taken, as low above it as they touch nothing; first come, first served.
    /// @return those for which there is no room below `top`
    QList<timeline::EventMark> stacked(const QList<timeline::EventMark>& marks, double top) {
        QList<timeline::EventMark> left;
        for (timeline::EventMark mark : marks) {
            const auto y = freeHeight(mark, top);
            if (!y) {
                left.append(mark);
                continue;
            }
            mark.place.setY(*y);
            if (*y < m_strip.line.y1())
                m_strip.stems.append(QLineF(mark.place.x(), m_strip.line.y1(), mark.place.x(), *y));
            m_strip.marks.prepend(mark);
            m_placed.insert({mark.place.x(), {*y, reachOf(mark)}});
        }
        return left;
    }

    /// The lowest middle at and above the line where a mark touches no other and no text.
    std::optional<double> freeHeight(const timeline::EventMark& mark, double top) const {
        const double reach = reachOf(mark);
        const QRectF bounds = boundsOf(mark);
        QList<std::pair<double, double>> taken; // of middles, from the higher to the lower
        const double farthest = mark.place.x() + reach + px(largestReach);
        auto other = m_placed.lower_bound(mark.place.x() - reach - px(largestReach));
        for (; other != m_placed.end() && other->first <= farthest; ++other) {
            const double least = reach + other->second.reach, aside = other->first - mark.place.x();
            if (std::abs(aside) < least) {
                const double half = std::sqrt(least * least - aside * aside);
                taken.append({other->second.y - half, other->second.y + half});
            }
        }
        for (const TextLine& text : m_strip.texts)
            if (text.box.left() < mark.place.x() + bounds.right() && mark.place.x() + bounds.left() < text.box.right())
                taken.append({text.box.top() < m_strip.line.y1() ? -infinite : text.box.top() - bounds.bottom(),
                              text.box.bottom() - bounds.top()});
        std::sort(taken.begin(), taken.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        double y = m_strip.line.y1();
        for (const auto& [higher, lower] : taken)
            if (higher < y && y < lower)
                y = higher;
        return y + bounds.top() > top - px(tolerance) ? std::optional(y) : std::nullopt;
    }

    /// Strokes on the line in place of the marks that have no room.
    void addCrowd() {
        QList<bool> seen(static_cast<qsizetype>(m_strip.line.length() / px(crowdStep)) + 1);
        for (const timeline::EventMark& mark : m_waiting) {
            const auto place = static_cast<qsizetype>((mark.place.x() - m_strip.line.x1()) / px(crowdStep));
            if (std::exchange(seen[place], true))
                continue;
            const double x = m_strip.line.x1() + (static_cast<double>(place) + 0.5) * px(crowdStep);
            m_strip.crowd.append(QLineF(x, m_strip.line.y1() - px(4), x, m_strip.line.y1() + px(4)));
        }
    }

    double widthOf(const QString& text, TextKind kind) const {
        return themeOf(kind, m_input.scheme, m_input.typeUnit).width(text, lookOf(kind).type) + px(2);
    }

    /// A line of text about x, put within the strip; null where it would touch what is there.
    QRectF boxAt(double x, double top, const QString& text, TextKind kind) const {
        const double width = widthOf(text, kind);
        QRectF box(x - width / 2, top, width, textPixels());
        const double right = m_input.frame.right();
        box.moveLeft(std::clamp(box.left(), m_input.frame.left(), std::max(m_input.frame.left(), right - width)));
        const auto meets = [&](const TextLine& other) {
            return other.box.adjusted(-px(textGap), 0, px(textGap), 0).intersects(box);
        };
        const bool taken = std::any_of(m_strip.texts.begin(), m_strip.texts.end(), meets);
        const double rounded = px(tolerance); // years end where the frame does
        return taken || !m_input.frame.adjusted(-rounded, -rounded, rounded, rounded).contains(box) ? QRectF() : box;
    }

    void add(const QRectF& box, const QString& text, TextKind kind) {
        if (!box.isNull())
            m_strip.texts.append({kind, box, text, m_input.typeUnit, false});
    }

    /// As low as all marks are below them.
    double topOfNames() const {
        double top = m_strip.line.y1() - px(leastAbove);
        for (const timeline::EventMark& mark : m_strip.marks)
            top = std::min(top, mark.place.y() + boundsOf(mark).top());
        return std::max(m_strip.frame.top(), top - textPixels() - px(nameGap));
    }

    /// The selected event first, then by importance, later ones first.
    void addNames() {
        const double top = topOfNames();
        QList<timeline::EventMark> order(m_strip.marks.rbegin(), m_strip.marks.rend());
        std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
            return std::pair(weight(a), a.place.x()) > std::pair(weight(b), b.place.x());
        });
        qsizetype names = 0;
        for (const timeline::EventMark& mark : order) {
            if (weight(mark) < model::majorImportance || names >= mostNames)
                break;
            const TextKind kind = mark.selected ? TextKind::KeyLabel : TextKind::Label;
            const QString name = visibleWords(dossier(), dossier().shortTitleOf(mark.event), m_input.veil);
            const QRectF box = boxAt(mark.place.x(), top, name, kind);
            // A name that had to be moved off its mark would be read as another's.
            if (box.isNull() || mark.place.x() < box.left() || mark.place.x() > box.right())
                continue;
            add(box, name, kind);
            ++names;
        }
    }

    void addTicks() {
        const double left = m_input.frame.left(), right = m_strip.line.x2();
        const double least =
            widthOf(TimeStripText::tr("30 Nov 2025", "as wide as any label of a day"), TextKind::Year) + px(60);
        const timeline::TickStep years = timeline::stepFor(m_scale.pixelsPerDay(), px(150));
        const timeline::TickStep step = years.unit == timeline::TickUnit::Year || years.unit == timeline::TickUnit::Age
                                            ? years
                                            : timeline::stepFor(m_scale.pixelsPerDay(), least);
        const model::Day first = std::clamp<model::Day>(static_cast<model::Day>(std::floor(m_scale.day(left))),
                                                        -366 * model::largestYear, 366 * model::largestYear);
        model::CivilDate date = model::civilOf(first);
        for (int guard = 0; guard < 400; ++guard) {
            date = following(date, step);
            const model::Day day = model::dayOf(date);
            const double x = m_scale.x(static_cast<double>(day));
            if (x > right - px(8) || !isVisible(day, m_input.veil))
                return;
            if (x < left + px(8))
                continue;
            m_strip.ticks.append(QLineF(x, m_strip.line.y1() + px(8), x, m_strip.line.y1() + px(22)));
            add(boxAt(x, m_strip.line.y1() + px(yearsBelow), wordsOf(date, step.unit), TextKind::Year),
                wordsOf(date, step.unit), TextKind::Year);
        }
    }

    /// The next beginning of a step after a date.
    static model::CivilDate following(const model::CivilDate& date, const timeline::TickStep& step) {
        using timeline::TickUnit;
        const qint64 count = std::max<qint64>(1, step.count);
        if (step.unit == TickUnit::Year || step.unit == TickUnit::Age)
            return {(model::floorDivision(date.year, count) + 1) * count, 1, 1};
        if (step.unit == TickUnit::Month) {
            const qint64 months = date.year * 12 + date.month - 1;
            const qint64 next = (model::floorDivision(months, count) + 1) * count;
            return {model::floorDivision(next, 12), static_cast<int>(next - model::floorDivision(next, 12) * 12) + 1,
                    1};
        }
        const model::Day days = step.unit == TickUnit::Day ? count : 1;
        return model::civilOf((model::floorDivision(model::dayOf(date), days) + 1) * days);
    }

    QString wordsOf(const model::CivilDate& date, timeline::TickUnit unit) const {
        using timeline::TickUnit;
        if (unit == TickUnit::Age)
            return m_wording.age(date.year);
        if (unit == TickUnit::Year)
            return m_wording.year(date.year);
        if (unit == TickUnit::Month)
            return TimeStripText::tr("%1 %2", "month and year")
                .arg(m_wording.month(date.month, wording::Style::Short), m_wording.year(date.year));
        return m_wording.day(model::dayOf(date), wording::Style::Short);
    }

    const TimeStripInput& m_input;
    const wording::Wording& m_wording;
    timeline::Scale m_scale;
    struct Placed {
        double y, reach;
    };
    std::multimap<double, Placed> m_placed; ///< marks, by the x of their middles
    QList<timeline::EventMark> m_waiting;   ///< for room
    TimeStrip m_strip;
};

} // namespace

double ringRadius(double radius, double unit) {
    return radius + 8.5 * unit;
}

TimeStrip timeStrip(const TimeStripInput& input, const wording::Wording& wording) {
    TimeStrip strip = StripBuilder(input, wording).build();
    if (strip.crowd.isEmpty() || input.typeUnit <= input.unit)
        return strip;
    // Larger type takes room that a few more marks may need.
    TimeStripInput smaller = input;
    smaller.typeUnit = input.unit;
    TimeStrip whole = StripBuilder(smaller, wording).build();
    return whole.crowd.isEmpty() ? whole : strip;
}

} // namespace entente::presentation
