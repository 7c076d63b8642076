#pragma once

#include "app/exploration/player.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QSplitter>

namespace entente::details {
class DetailsPanel;
}

namespace entente::relations {
class NetworkHeading;
class NetworkView;
} // namespace entente::relations

namespace entente::timeline {
class TimelineView;
}

namespace entente::presentation {

/// Timeline, network and details to explore, without menus or anything that reads or writes a file; with a way back to
/// the story.
class ExploringView : public QWidget {
    Q_OBJECT

public:
    ExploringView(exploration::Exploration& exploration, const wording::Wording& wording, QWidget* parent = nullptr);

    /// What stands beside the way back.
    void setHint(const QString& hint);

signals:
    void backWished();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    exploration::Player m_player;
    QLabel* m_title;
    QLabel* m_hint;
    QSplitter* m_outer;
    timeline::TimelineView* m_timeline;
    relations::NetworkView* m_network;
    details::DetailsPanel* m_details;
};

} // namespace entente::presentation
