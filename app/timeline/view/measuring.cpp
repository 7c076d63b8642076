// Measuring time, by hand and by key.

#include "app/timeline/layout/dates.h"
#include "app/timeline/view/timeline_view.h"

namespace entente::timeline {

/// The event at a point, or its day.
wording::MeasureEnd TimelineView::measureEndAt(QPointF at) const {
    const Hit hit = hitTest(scene(), at);
    if (hit.event.isValid())
        return {hit.event};
    const double x = std::clamp(at.x(), scene().lanes.left(), scene().lanes.right());
    return {{}, static_cast<model::Day>(std::floor(scene().scale.day(x)))};
}

void TimelineView::setMeasure(const std::optional<Measure>& measure) {
    if (m_measure == measure)
        return;
    m_measure = measure;
    m_measuresSelection = m_measuresSelection && measure;
    update();
    emit measured(measureWords());
}

QString TimelineView::measureWords() const {
    return m_measure ? m_wording.measure(*m_exploration.dossier(), m_measure->from, m_measure->to) : QString();
}

void TimelineView::measureFromSelection() {
    const auto* event = std::get_if<model::EventId>(&m_exploration.selection());
    const auto place = event ? anchorOf(scene(), *event) : std::nullopt;
    if (m_measure || !event)
        return setMeasure({});
    setMeasure(Measure{{*event}, {*event}, place.value_or(scene().lanes.center()).y()});
    m_measuresSelection = true;
}

/// The other end of what is measured by key.
void TimelineView::followMeasure() {
    const auto* event = std::get_if<model::EventId>(&m_exploration.selection());
    if (!m_measure || !m_measuresSelection)
        return;
    if (!event)
        return setMeasure({});
    Measure next = *m_measure;
    next.to = {*event};
    setMeasure(next);
}

} // namespace entente::timeline
