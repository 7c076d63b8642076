#pragma once

#include "db/model/calendar.h"
#include "db/model/change.h"
#include "db/model/comparison.h"
#include "db/model/lanes.h"
#include "db/model/network.h"
#include "db/model/paths.h"

#include <QObject>

namespace entente::exploration {

/// A stretch of time in days, as the timeline shows it. Fractions are times of day. first < last.
struct Span {
    double first = 0;
    double last = 1;

    double width() const { return last - first; }
    bool operator==(const Span&) const = default;
};

/// Pan and zoom of the network: the point of the layout's frame (fractions 0 to 1) at the panel's centre, and the
/// factor.
struct NetworkView {
    QPointF centre{0.5, 0.5};
    double zoom = 1;

    bool operator==(const NetworkView&) const = default;
};

/// Focus on an actor's ego network.
struct Focus {
    model::ActorId actor;
    int steps = 1; ///< 1 to 3

    bool operator==(const Focus&) const = default;
};

/// Two actors between whom a path along ties is sought.
struct Route {
    model::ActorId from, to;
    bool inTime = false; ///< each step no earlier than the one before, over all time; else at the moment

    bool operator==(const Route&) const = default;
};

/// Everything that "back" restores.
struct View {
    std::optional<Span> span; ///< none: the whole period
    model::Day moment = 0;
    model::Filter filter;
    model::Subject selection;
    std::optional<Focus> focus;
    std::optional<model::Day> compared; ///< another moment, with which the moment is compared
    std::optional<Route> route;
    bool showEnded = true;
    model::LaneChoice lanes;
    std::optional<model::Calendar> secondCalendar; ///< beside the Gregorian one; never that
    NetworkView network;
    QList<model::Placement> held; ///< pins around which all others were placed when the network was tidied up last

    bool operator==(const View&) const = default;
};

/// What the user is looking at: the one shared state. Panels send wishes (the slots) and follow signals; no panel knows
/// another. A wish that changes nothing emits nothing. Wishes that name things of another dossier are ignored.
class Exploration : public QObject {
    Q_OBJECT

public:
    explicit Exploration(QObject* parent = nullptr);

    /// Never null: an empty dossier before the first is opened.
    const model::DossierPointer& dossier() const { return m_dossier; }
    const View& view() const { return m_view; }
    model::Day moment() const { return m_view.moment; }
    const model::Subject& selection() const { return m_view.selection; }
    const model::Filter& filter() const { return m_view.filter; }
    const std::optional<Focus>& focus() const { return m_view.focus; }
    const model::Subject& hovered() const { return m_hovered; }
    /// What a search lists: rung in the panels while all else steps back. Empty: there is no search. Not part of the
    /// view.
    const QList<model::Subject>& highlighted() const { return m_highlighted; }
    /// The stretch shown: the view's, or the whole period with 4 % either side.
    Span span() const;
    /// The whole period without outliers, with 4 % either side; a century around today for a dossier without dates.
    Span wholeSpan() const;
    /// The same with outliers: as far as one can move.
    Span furthestSpan() const;

    /// One flag an event by id, and how many: what the filter shows.
    const QList<bool>& shownEvents() const { return m_shown; }
    qsizetype shownCount() const { return m_shownCount; }
    /// The event shown before and after the selected one, else the moment: by order in time, undated last. None at the
    /// ends.
    model::EventId previousEvent() const { return neighbour(-1); }
    model::EventId nextEvent() const { return neighbour(1); }
    /// The network as of the moment, with the filter and the selection's agreements expanded; that of both moments
    /// while two are compared. Cached.
    const model::Network& network() const;
    /// The moment and the one that it is compared with; null if none is. Cached.
    const model::Comparison* comparison() const;
    /// The path along the route: none without a route, or if there is no path. Cached.
    const std::optional<model::Path>& path() const;
    /// Actors within the focus's steps of its actor at this moment, one flag each; empty without a focus.
    const QList<bool>& inFocus() const;
    /// Whether an event involves someone in focus. True without a focus.
    bool isInFocus(model::EventId event) const;

    bool canGoBack() const;
    bool canGoForward() const;
    /// Views that are remembered, oldest first, for settings.
    const QList<View>& history() const { return m_history; }

public slots:
    /// Shows another dossier from its opening view (decision 30) and forgets the history.
    void open(model::DossierPointer dossier);
    /// Shows the next state of the same dossier, after a change: keeps view, selection and history.
    void replace(model::DossierPointer dossier);

    /// Selecting an event moves the moment to its day; an actor, tie, era or source does not.
    void select(const model::Subject& subject);
    void hover(const model::Subject& subject);
    void highlight(const QList<model::Subject>& subjects);
    void setMoment(model::Day day);
    /// Sets the moment and asks for it to be brought into view, as stepping does.
    void goTo(model::Day day);
    void setSpan(const Span& span);
    void showWholeSpan();
    void setFilter(const model::Filter& filter);
    void setShowEnded(bool show);
    void setLanes(const model::LaneChoice& lanes);
    void setSecondCalendar(std::optional<model::Calendar> calendar);
    void setFocus(const std::optional<Focus>& focus);
    void setNetworkView(const NetworkView& view);
    /// Asks for all to be placed around those that are pinned now. A pin that comes later moves nobody but its actor.
    void holdPins();
    /// Compares the moment with another; none, or the moment itself: ends that. What differs is what is looked at, so
    /// nothing stays selected.
    void compareWith(std::optional<model::Day> day);
    /// Seeks a path, or ends that. Nothing stays selected, nor in focus.
    void seekRoute(const std::optional<Route>& route);
    /// Double-click: an actor or agreement becomes the focus; an event's or era's surroundings fill the span.
    void goInto(const model::Subject& subject);
    /// One step out (Esc): path, then comparison, then focus, then selection. False if there was nothing to leave.
    bool leave();

    /// Selects it.
    void selectNextEvent();
    void selectPreviousEvent();
    /// Next or previous day on which some tie may begin or end.
    void stepToNextChange();
    void stepToPreviousChange();

    /// Remembers the present view as one to come back to, unless it equals the last remembered. The window calls this
    /// when nothing has changed for 700 ms; going back does so itself. At most 100 are kept.
    void remember();
    void goBack();
    void goForward();
    /// Puts older views before all that are remembered; the oldest of more than 100 are left out. Pins are held as they
    /// were in the last of them.
    void recall(const QList<View>& older);

    /// Shows a view as it was, without touching the history: what a search shows is taken back by Esc.
    void restore(const View& view);

    /// Wishes a change of the data. Only the document acts on it.
    void wish(const model::Change& change);

signals:
    /// Another dossier is about to take this one's place.
    void aboutToOpen();
    void dossierChanged();
    void selectionChanged(const model::Subject& current, const model::Subject& previous);
    void hoverChanged(const model::Subject& current, const model::Subject& previous);
    void highlightChanged();
    void momentChanged(model::Day current);
    /// A day that should be in view: after momentChanged, also if the moment was there already.
    void daySought(model::Day day);
    void spanChanged();
    void filterChanged();
    void focusChanged();
    void comparedChanged();
    /// Another route; its path may also change with networkChanged.
    void routeChanged();
    void lanesChanged();
    void secondCalendarChanged();
    /// The network's content may differ: moment, filter, selection, ended ties or dossier changed. Emitted after those.
    void networkChanged();
    void networkViewChanged();
    /// Others than before are placed around pins.
    void heldChanged();
    void historyChanged();
    void changeWished(const model::Change& change);

private:
    void become(const View& next);
    void forgetNetwork();
    model::NetworkOptions networkOptions() const;
    bool isIn(const View& view) const;
    model::EventId neighbour(int direction) const;
    void recount();

    model::DossierPointer m_dossier;
    View m_view;
    model::Subject m_hovered;
    QList<model::Subject> m_highlighted;
    QList<bool> m_shown;
    qsizetype m_shownCount = 0;
    mutable std::optional<model::Network> m_network;
    mutable std::optional<model::Comparison> m_comparison;
    mutable std::optional<std::optional<model::Path>> m_path; ///< none: not sought yet
    mutable QList<bool> m_inFocus;
    QList<View> m_history;
    qsizetype m_historyPosition = 0;
};

} // namespace entente::exploration
