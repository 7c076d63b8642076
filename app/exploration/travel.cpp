#include "app/exploration/exploration.h"

namespace entente::exploration {

// Stepping through events and changes, and back through views.

namespace {
constexpr qsizetype mostViews = 100;

/// Events that can be stepped through: those shown, dated ones in order, then undated ones.
QList<model::EventId> steps(const model::Dossier& dossier, const QList<bool>& shown) {
    QList<model::EventId> all = dossier.eventsInOrder() + dossier.undatedEvents();
    all.removeIf([&](model::EventId event) { return !shown[event.index]; });
    return all;
}

/// Position of the first event that lies after a moment, or the end.
qsizetype firstAfter(const model::Dossier& dossier, const QList<model::EventId>& events, model::Day moment) {
    for (qsizetype i = 0; i < events.size(); ++i)
        if (const auto day = model::momentOf(dossier, events[i]); !day || *day > moment)
            return i;
    return events.size();
}
} // namespace

void Exploration::selectNextEvent() {
    const QList<model::EventId> events = steps(*m_dossier, m_shown);
    const auto* selected = std::get_if<model::EventId>(&m_view.selection);
    const qsizetype at = selected ? events.indexOf(*selected) : -1;
    const qsizetype next = at >= 0 ? at + 1 : firstAfter(*m_dossier, events, m_view.moment);
    if (next < events.size())
        select(events[next]);
}

void Exploration::selectPreviousEvent() {
    const QList<model::EventId> events = steps(*m_dossier, m_shown);
    const auto* selected = std::get_if<model::EventId>(&m_view.selection);
    const qsizetype at = selected ? events.indexOf(*selected) : -1;
    const qsizetype previous = at >= 0 ? at - 1 : firstAfter(*m_dossier, events, m_view.moment) - 1;
    if (previous >= 0)
        select(events[previous]);
}

void Exploration::stepToNextChange() {
    const QList<model::Day> days = model::changeDays(*m_dossier);
    const auto next = std::upper_bound(days.begin(), days.end(), m_view.moment);
    if (next != days.end())
        setMoment(*next);
}

void Exploration::stepToPreviousChange() {
    const QList<model::Day> days = model::changeDays(*m_dossier);
    const auto here = std::lower_bound(days.begin(), days.end(), m_view.moment);
    if (here != days.begin())
        setMoment(*std::prev(here));
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
