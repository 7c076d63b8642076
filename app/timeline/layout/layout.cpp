#include "app/timeline/layout/builder.h"
#include "app/timeline/layout/dates.h"
#include "app/timeline/layout/picture_scene.h"

namespace entente::timeline {

Scene Builder::build() {
    addTicks();
    addEras();
    countShown();
    addMarks();
    addLabels();
    addHints();
    addTray();
    addMinimap();
    addCursor();
    addEmptyState();
    return std::move(m_scene);
}

/// Says in the heads how many of the events shown are in focus; without a focus, how many are shown where the filter
/// hides some.
void Builder::countShown() {
    if (!m_input.words.shownOf)
        return;
    for (qsizetype lane = 0; lane < m_scene.laneList.size(); ++lane) {
        const PreparedLane& prepared = m_prepared.lanes[static_cast<size_t>(lane)];
        if (!m_input.inFocus.isEmpty())
            m_scene.laneList[lane].count = m_input.words.shownOf(m_input.inFocus[lane], prepared.shown.size());
        else if (prepared.hidden.size() > 0)
            m_scene.laneList[lane].count =
                m_input.words.shownOf(prepared.shown.size(), prepared.shown.size() + prepared.hidden.size());
    }
}

Emphasis Builder::emphasisOf(model::EventId event) const {
    if (!m_input.shown[event.index])
        return Emphasis::FilteredOut;
    return !m_input.isInFocus || m_input.isInFocus(event) ? Emphasis::Rest : Emphasis::Dimmed;
}

void Builder::addTicks() {
    const TickWidth width = [this](const QString& text, bool strong) {
        return m_measures.width(text, strong ? TextKind::TickStrong : TextKind::Tick);
    };
    const double inset = m_scene.isBand ? px(bandLineInset) : 0;
    m_scene.ticks =
        ticks(m_scene.scale, m_scene.axis.left() + inset, m_scene.axis.right() - inset, m_input.words.tick, width);
    if (!m_input.secondCalendar)
        return;
    m_scene.calendarName = m_input.words.calendarName;
    m_scene.calendarTicks = calendarTicks(m_scene.scale, m_scene.axis.left(), m_scene.axis.right(),
                                          *m_input.secondCalendar, m_input.words.calendarTick, width);
}

void Builder::addEras() {
    if (m_scene.strip.height() <= 0)
        return;
    QList<int> bands;
    for (const model::Era& era : dossier().tables().eras)
        if (!bands.contains(era.band))
            bands.append(era.band);
    std::sort(bands.begin(), bands.end());
    const double height = px(16);
    for (qsizetype i = 0; i < dossier().tables().eras.size(); ++i) {
        const qsizetype row = bands.indexOf(dossier().tables().eras[i].band);
        if (static_cast<double>(row) * height < m_scene.strip.height())
            addEra(model::EraId(i), row, height);
    }
}

void Builder::addEra(model::EraId id, qsizetype row, double height) {
    const model::Edtf& date = dossier().era(id).date;
    const auto first = date.start().earliest.isKnown() ? m_scene.scale.x(static_cast<double>(date.start().earliest.day))
                                                       : m_scene.strip.left();
    const auto last = date.end().latest.isKnown() ? m_scene.scale.x(static_cast<double>(date.end().latest.day))
                                                  : m_scene.strip.right();
    const double left = std::max(first, m_scene.strip.left());
    const double right = std::min(last, m_scene.strip.right());
    if (right - left < 1)
        return;
    EraBox era{id,
               QRectF(left, m_scene.strip.top() + static_cast<double>(row) * height, right - left, height),
               {},
               left + px(4)};
    const QString& label = dossier().era(id).label;
    if (m_measures.width(label, TextKind::Small) + px(8) <= era.box.width())
        era.text = label;
    m_scene.eras.append(era);
}

void Builder::addHints() {
    QList<bool> isEmpty(m_scene.laneList.size(), true);
    for (const EventMark& mark : m_scene.marks)
        if (mark.inFrame || mark.bar)
            isEmpty[mark.lane] = false;
    for (const Pill& pill : m_scene.pills)
        isEmpty[pill.lane] = false;
    for (qsizetype lane = 0; lane < isEmpty.size(); ++lane)
        if (isEmpty[lane])
            addHint(lane);
}

void Builder::addHint(qsizetype lane) {
    const LaneIndex& index = m_prepared.lanes[static_cast<size_t>(lane)].shown;
    const double baseline = m_scene.laneList[lane].baseline;
    if (index.size() == 0 || baseline + px(6) > m_scene.lanes.bottom() || baseline < m_scene.lanes.top() + px(16))
        return;
    const double middle = (m_input.span.first + m_input.span.last) / 2;
    const qsizetype after = index.placeOf(middle);
    const bool isBefore =
        after == index.size() || (after > 0 && middle - index.day(after - 1) <= index.day(after) - middle);
    const model::EventId nearest = index.event(isBefore ? after - 1 : after);
    const QString words = dossier().shortTitleOf(nearest) + QStringLiteral(", ") + m_input.words.date(nearest);
    const QString text = m_measures.elided(words, TextKind::Small, m_scene.lanes.width() - px(40));
    const double width = m_measures.width(text, TextKind::Small) + px(18);
    const double left = isBefore ? m_scene.lanes.left() + px(8) : m_scene.lanes.right() - px(8) - width;
    m_scene.hints.append({QRectF(left, baseline - px(12), width, px(18)), text, nearest, isBefore});
}

void Builder::addTray() {
    if (m_scene.tray.isEmpty())
        return;
    m_scene.trayTitle = m_measures.elided(m_input.words.undated, TextKind::LaneName, m_scene.heads.width() - px(24));
    double left = m_scene.lanes.left() + px(8);
    for (const model::EventId event : dossier().undatedEvents()) {
        const QString text = dossier().titleOf(event);
        const double width = px(24) + m_measures.width(text, TextKind::Title);
        if (left + width > m_scene.tray.right() - px(8))
            return;
        m_scene.trayItems.append({event, QRectF(left, m_scene.tray.top() + px(3), width, m_scene.tray.height() - px(6)),
                                  text, isSelected(event), emphasisOf(event)});
        left += width + px(12);
    }
}

void Builder::addMinimap() {
    if (m_scene.bottom.isEmpty())
        return;
    Minimap& map = m_scene.minimap;
    m_scene.bottomTitle = m_input.words.wholePeriod;
    m_scene.bottomText = m_input.words.dragToMove;
    if (m_input.outside > 0 && m_input.words.outside) {
        m_scene.bottomText =
            m_measures.elided(m_input.words.outside(m_input.outside), TextKind::Small, m_scene.heads.width() - px(20));
        m_scene.outside = QRectF(m_scene.bottom.left(), m_scene.bottom.top() + px(32), m_scene.heads.width(), px(24));
    }
    map.ticks = m_prepared.minimap;
    const Scale scale = Scale::fitting(m_input.whole.first, m_input.whole.last, map.frame.left(), map.frame.width());
    const double left = std::max(scale.x(m_input.span.first), map.frame.left());
    const double right = std::min(scale.x(m_input.span.last), map.frame.right());
    map.brush = QRectF(left, map.frame.top(), std::max(right - left, 2.0), map.frame.height());
    map.cursor = std::clamp(scale.x(static_cast<double>(m_input.moment) + 0.5), map.frame.left(), map.frame.right());
    map.years = ticks(scale, map.frame.left(), map.frame.right(), m_input.words.tick,
                      [this](const QString& text, bool) { return m_measures.width(text, TextKind::Small); });
}

void Builder::addCursor() {
    const double x = m_scene.scale.x(static_cast<double>(m_input.moment) + 0.5);
    if (x < m_scene.lanes.left() || x > m_scene.lanes.right())
        return;
    m_scene.cursor = x;
    m_scene.flagText = m_input.words.day(m_input.moment);
    const double width = m_measures.width(m_scene.flagText, TextKind::TickStrong) + px(20);
    const double rightmost = std::max(m_scene.axis.left(), m_scene.axis.right() - width);
    const double top =
        m_scene.isBand ? m_scene.axis.top() + px(8) : m_scene.axis.bottom() - m_scene.calendarRow.height() - px(24);
    m_scene.flag = QRectF(std::clamp(x - width / 2, m_scene.axis.left(), rightmost), top, width, px(20));
    const auto clear = [this](Tick& tick, double left, double right) {
        const double textWidth = m_measures.width(tick.text, tick.strong ? TextKind::TickStrong : TextKind::Tick);
        if (!tick.upper && tick.textX + textWidth + px(4) >= left && tick.textX <= right + px(4))
            tick.text.clear();
    };
    for (Tick& tick : m_scene.ticks)
        clear(tick, m_scene.flag.left(), m_scene.flag.right());
    for (Tick& tick : m_scene.calendarTicks) // only the flag's tip reaches them
        clear(tick, x - px(4), x + px(4));
}

void Builder::addEmptyState() {
    const bool anyInView = std::any_of(m_scene.marks.begin(), m_scene.marks.end(),
                                       [](const EventMark& mark) { return mark.emphasis != Emphasis::FilteredOut; });
    if (dossier().eventsInOrder().isEmpty())
        m_scene.emptyText = m_input.words.noEvents;
    const bool allHidden = !dossier().eventsInOrder().isEmpty() && m_prepared.shownCount == 0;
    if (anyInView || !allHidden)
        return;
    m_scene.emptyText = m_input.words.nothingShown;
    m_scene.showAllText = m_input.words.showAll;
    const double width = m_measures.width(m_scene.showAllText, TextKind::Title) + px(28);
    m_scene.showAll =
        QRectF(m_scene.lanes.center().x() - width / 2, m_scene.lanes.center().y() + px(14), width, px(28));
}

Scene layOut(const Input& input, const Prepared& prepared) {
    return Builder(input, prepared).build();
}

} // namespace entente::timeline
