#pragma once

#include "app/exploration/exploration.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"

#include <QTabWidget>
#include <QTableView>

namespace entente::details {

class EventTable;
class TieTable;

/// Events and ties as sortable tables: an equal way to do all that the canvases do. The selection follows the
/// exploration and sets it; Enter goes into a row. Events are those that the filter shows, ties those that the network
/// shows.
class TableView : public QTabWidget {
    Q_OBJECT

public:
    TableView(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
              QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    QTableView& events() const { return *m_events; }
    QTableView& ties() const { return *m_ties; }

private:
    QTableView* addTable(QAbstractItemModel* model, const QString& title);
    /// Widens columns to their contents; never narrows what was shown, so that nothing jumps as the moment moves.
    static void fitColumns(QTableView& view);
    void followSelection();
    void selectRowOf(QTableView& view, int row);

    exploration::Exploration& m_exploration;
    EventTable* m_eventTable;
    TieTable* m_tieTable;
    QTableView* m_events;
    QTableView* m_ties;
    bool m_following = false;
};

} // namespace entente::details
