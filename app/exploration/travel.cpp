#include "app/exploration/exploration.h"

namespace entente::exploration {

// Stepping through events and changes, and back through views.

namespace {
constexpr qsizetype mostViews = 100;

/// All events in the order of stepping: dated ones, then undated ones.
qsizetype stepCount(const model::Dossier& dossier) {
    return dossier.eventsInOrder().size() + dossier.undatedEvents().size();
}

model::EventId stepAt(const model::Dossier& dossier, qsizetype step) {
    const qsizetype dated = dossier.eventsInOrder().size();
    return step < dated ? dossier.eventsInOrder()[step] : dossier.undatedEvents()[step - dated];
}

qsizetype stepOf(const model::Dossier& dossier, model::EventId event) {
    const qsizetype place = dossier.orderOf(event);
    return place >= 0 ? place : dossier.eventsInOrder().size() + dossier.undatedEvents().indexOf(event);
}
} // namespace

model::EventId Exploration::neighbour(int direction) const {
    const auto* selected = std::get_if<model::EventId>(&m_view.selection);
    const qsizetype next = model::firstAfter(*m_dossier, m_view.moment) - m_dossier->eventsInOrder().begin();
    const bool isFromSelected = selected && m_shown[selected->index];
    qsizetype step = isFromSelected ? stepOf(*m_dossier, *selected) + direction : direction > 0 ? next : next - 1;
    while (step >= 0 && step < stepCount(*m_dossier) && !m_shown[stepAt(*m_dossier, step).index])
        step += direction;
    return step >= 0 && step < stepCount(*m_dossier) ? stepAt(*m_dossier, step) : model::EventId();
}

void Exploration::selectNextEvent() {
    if (const model::EventId event = nextEvent(); event.isValid())
        select(event);
}

void Exploration::selectPreviousEvent() {
    if (const model::EventId event = previousEvent(); event.isValid())
        select(event);
}

void Exploration::stepToNextChange() {
    const QList<model::Day> days = model::changeDays(*m_dossier);
    const auto next = std::upper_bound(days.begin(), days.end(), m_view.moment);
    if (next != days.end())
        goTo(*next);
}

void Exploration::stepToPreviousChange() {
    const QList<model::Day> days = model::changeDays(*m_dossier);
    const auto here = std::lower_bound(days.begin(), days.end(), m_view.moment);
    if (here != days.begin())
        goTo(*std::prev(here));
}

bool Exploration::canGoBack() const {
    return m_historyPosition > 0 || (!m_history.isEmpty() && m_history[m_historyPosition] != m_view);
}

bool Exploration::canGoForward() const {
    return m_historyPosition + 1 < m_history.size() && m_history[m_historyPosition] == m_view;
}

void Exploration::remember() {
    if (!m_history.isEmpty() && m_history[m_historyPosition] == m_view)
        return;
    if (!m_history.isEmpty())
        m_history.resize(m_historyPosition + 1);
    m_history.append(m_view);
    if (m_history.size() > mostViews)
        m_history.removeFirst();
    m_historyPosition = m_history.size() - 1;
    emit historyChanged();
}

void Exploration::recall(const QList<View>& older) {
    // What was seen last may be what is seen first again.
    const bool again = !older.isEmpty() && !m_history.isEmpty() && older.last() == m_history.first();
    QList<View> all = older.first(older.size() - (again ? 1 : 0));
    all = all.last(std::min(all.size(), mostViews - m_history.size()));
    m_historyPosition += all.size();
    m_history = all + m_history;
    if (!older.isEmpty() && isIn(older.last())) {
        View next = m_view;
        next.held = older.last().held;
        if (m_historyPosition < m_history.size() && m_history[m_historyPosition] == m_view)
            m_history[m_historyPosition] = next;
        become(next);
    }
    emit historyChanged();
}

void Exploration::goBack() {
    remember();
    if (m_historyPosition == 0)
        return;
    --m_historyPosition;
    restore(m_history[m_historyPosition]);
    emit historyChanged();
}

void Exploration::goForward() {
    if (!canGoForward())
        return;
    ++m_historyPosition;
    restore(m_history[m_historyPosition]);
    emit historyChanged();
}

} // namespace entente::exploration
