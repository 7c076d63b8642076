#pragma once

#include "app/exploration/exploration.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"

#include <QScrollArea>

namespace entente::details {

class NeighbourBar;
class Page;

/// What is known about the selection, in a place of its own that scrolls and never moves the other panels; below it,
/// the events before and after. Everything in it can be reached by Tab and pressed by Enter or Space.
class DetailsPanel : public QWidget {
    Q_OBJECT

public:
    DetailsPanel(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
                 QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    /// What is shown, line by line, as a screen reader reads it.
    QString spokenText() const;

private:
    void rebuild();
    bool isBesideSomething() const;
    void describeBeside(Page& page);
    void addWayBack(Page& page);
    void followMoment();
    void scrollTo(int citationNumber);

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    QScrollArea* m_scroll;
    NeighbourBar* m_neighbours;
    Page* m_page = nullptr;
    model::Subject m_shown;
    model::DossierPointer m_dossier;
};

} // namespace entente::details
