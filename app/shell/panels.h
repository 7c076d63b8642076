#pragma once

#include "app/details/details_panel.h"
#include "app/details/table_view.h"
#include "app/relations/view/matrix_view.h"
#include "app/relations/view/network_heading.h"
#include "app/relations/view/network_view.h"
#include "app/timeline/view/timeline_view.h"

#include <QStackedWidget>

namespace entente::shell {

/// Makes the panels and gives them their theme. The table takes the timeline's place when it is shown.
class Panels : public QObject {
    Q_OBJECT

public:
    Panels(exploration::Exploration& exploration, exploration::Player& player, const theme::Theme& theme,
           const wording::Wording& wording, QWidget* window);

    QWidget* timePanel() const { return m_timePanel; }
    QWidget* networkPanel() const { return m_networkPanel; }
    QWidget* detailsPanel() const { return m_details; }

    timeline::TimelineView& timeline() const { return *m_timeline; }
    relations::NetworkView& network() const { return *m_network; }
    /// Made when it is first asked for.
    relations::MatrixView& matrix();
    bool showsMatrix() const;
    void showMatrix(bool show);
    relations::NetworkHeading& heading() const { return *m_heading; }
    details::DetailsPanel& details() const { return *m_details; }
    /// Made when it is first asked for.
    details::TableView& table();

    bool showsTable() const;
    void showTable(bool show);
    void setTheme(const theme::Theme& theme);

private:
    exploration::Exploration& m_exploration;
    const theme::Theme& m_theme;
    const wording::Wording& m_wording;
    QStackedWidget* m_timePanel;
    timeline::TimelineView* m_timeline;
    details::TableView* m_table = nullptr;
    QWidget* m_networkPanel;
    relations::NetworkHeading* m_heading;
    QStackedWidget* m_networkStack;
    relations::NetworkView* m_network;
    relations::MatrixView* m_matrix = nullptr;
    details::DetailsPanel* m_details;
};

} // namespace entente::shell
