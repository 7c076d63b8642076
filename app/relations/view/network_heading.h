#pragma once

#include "app/exploration/player.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace entente::relations {

/// "Who stood where on [17 Jan 2025]": the moment as a sentence, with a field to type another and buttons that step
/// from change to change.
class NetworkHeading : public QWidget {
    Q_OBJECT

public:
    NetworkHeading(exploration::Exploration& exploration, exploration::Player& player, const theme::Theme& theme,
                   const wording::Wording& wording, QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    /// Puts the keyboard into the date field, its text selected.
    void editDate();
    /// Asks for another moment to compare with; or ends the comparison.
    void toggleComparison();
    /// For more entries below the heading's own.
    QMenu* menu() const { return m_menu; }

private:
    void build();
    void buildMenu();
    QToolButton* makeButton(const QString& name, const QString& help);
    void follow();
    void showMoment();
    void showCompared();
    void takeCompared();
    void nameSentence();
    void showPlaying();
    void take();
    void showError(const QString& text);

    exploration::Exploration& m_exploration;
    exploration::Player& m_player;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    QLabel* m_sentence = nullptr;
    QLineEdit* m_date = nullptr;
    QLabel* m_with = nullptr;
    QLineEdit* m_compared = nullptr; ///< while two moments are compared
    QToolButton* m_compare = nullptr;
    QLabel* m_error = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_play = nullptr;
    QToolButton* m_next = nullptr;
    QToolButton* m_more = nullptr;
    QMenu* m_menu = nullptr;
    QAction* m_showEnded = nullptr;
    QAction* m_releasePins = nullptr;
    bool m_asksForDay = false; ///< for the day to compare with, which is not known yet
};

} // namespace entente::relations
