#include "app/presentation/time_strip.h"

#include "app/timeline/layout/dates.h"
#include "app/timeline/layout/ticks.h"

#include <algorithm>
#include <cmath>

namespace entente::presentation {

namespace {

struct TimeStripText {
    Q_DECLARE_TR_FUNCTIONS(entente::presentation::TimeStrip)
};

constexpr double laterWidth = 176; // pixels on 1080 lines, as the next
constexpr double textHeight = 50;
constexpr double textGap = 18;
constexpr double selectedRadius = 19, keyRadius = 15, otherRadius = 10;
constexpr qsizetype mostNames = 6;
constexpr qsizetype mostMarks = 400;
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
        return m_strip;
    }

private:
    double px(double pixels) const { return pixels * m_input.unit; }
    double textPixels() const { return textHeight * m_input.typeUnit; }
    const model::Dossier& dossier() const { return *m_input.dossier; }

    bool isSelected(model::EventId event) const { return m_input.view.selection == model::Subject(event); }

    void addLine() {
        const bool hidden = m_input.veil.horizon.has_value();
        const double y = m_input.frame.top() + textPixels() + px(36);
        double right = m_input.frame.right();
        if (hidden) {
            m_strip.later = QRectF(right - px(laterWidth), y - px(34), px(laterWidth), px(68));
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
                m_strip.marks.append(mark);
        }
        const auto weight = [](const timeline::EventMark& mark) { return mark.selected ? 2 : mark.key ? 1 : 0; };
        std::stable_sort(m_strip.marks.begin(), m_strip.marks.end(),
                         [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
        if (m_strip.marks.size() > mostMarks)
            m_strip.marks.remove(0, m_strip.marks.size() - mostMarks);
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
        return taken || !m_input.frame.contains(box) ? QRectF() : box;
    }

    void add(const QRectF& box, const QString& text, TextKind kind) {
        if (!box.isNull())
            m_strip.texts.append({kind, box, text, m_input.typeUnit, false});
    }

    /// The selected event first, then by importance, later ones first.
    void addNames() {
        QList<timeline::EventMark> order(m_strip.marks.rbegin(), m_strip.marks.rend());
        const auto weight = [&](const timeline::EventMark& mark) {
            return mark.selected ? 100 : dossier().view(mark.event).importance;
        };
        std::stable_sort(order.begin(), order.end(),
                         [&](const auto& a, const auto& b) { return weight(a) > weight(b); });
        qsizetype names = 0;
        for (const timeline::EventMark& mark : order) {
            if (weight(mark) < model::majorImportance || names >= mostNames)
                break;
            const TextKind kind = mark.selected ? TextKind::KeyLabel : TextKind::Label;
            const QString name = visibleWords(dossier(), dossier().shortTitleOf(mark.event), m_input.veil);
            const QRectF box = boxAt(mark.place.x(), m_strip.frame.top(), name, kind);
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
            add(boxAt(x, m_strip.line.y1() + px(36), wordsOf(date, step.unit), TextKind::Year),
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
    TimeStrip m_strip;
};

} // namespace

TimeStrip timeStrip(const TimeStripInput& input, const wording::Wording& wording) {
    return StripBuilder(input, wording).build();
}

} // namespace entente::presentation
