#pragma once

#include "app/exploration/exploration.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"

#include <QTabWidget>
#include <QTableView>

namespace entente::details {

class CentralTable;
class EventTable;
class SparklineDelegate;
class SubjectTable;
class TieTable;

/// Events, ties and who is central as sortable tables: an equal way to do all that the canvases do. The selection
/// follows the exploration and sets it; Enter goes into a row. Events are those that the filter shows, ties those that
/// the network shows.
class TableView : public QTabWidget {
    Q_OBJECT

public:
    TableView(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
              QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    QTableView& events() const { return *m_events; }
    QTableView& ties() const { return *m_ties; }
    QTableView& centrals() const { return *m_centrals; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    QTableView* addTable(SubjectTable* model, const QString& title);
    void look();
    /// Widens columns to their contents; never narrows what was shown, so that nothing jumps as the moment moves.
    static void fitColumns(QTableView& view);
    void scrollToSelection();
    void followSelection();
    void selectRowOf(QTableView& view, int row);

    exploration::Exploration& m_exploration;
    EventTable* m_eventTable;
    TieTable* m_tieTable;
    CentralTable* m_centralTable;
    QTableView* m_events;
    QTableView* m_ties;
    QTableView* m_centrals;
    SparklineDelegate* m_sparklines;
    bool m_following = false;
};

} // namespace entente::details
