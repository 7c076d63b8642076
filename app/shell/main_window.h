#pragma once

#include "app/presentation/presenter.h"
#include "app/shell/actions.h"
#include "app/shell/document.h"
#include "app/shell/export_deeds.h"
#include "app/shell/file_deeds.h"
#include "app/shell/filter_bar.h"
#include "app/shell/kept_history.h"
#include "app/shell/kept_show.h"
#include "app/shell/panels.h"
#include "app/shell/panes.h"
#include "app/shell/report_bar.h"
#include "app/shell/scene_strip.h"
#include "app/shell/settings.h"
#include "app/shell/top_bar.h"

#include <QMainWindow>
#include <QTimer>

namespace entente::shell {

/// The window: menus, chips, the panels and the status line around one exploration and one document.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `settingsFile` empty: the user's own.
    explicit MainWindow(const QString& settingsFile = {});
    ~MainWindow() override;

    exploration::Exploration& exploration() { return m_exploration; }
    exploration::Player& player() { return m_player; }
    Document& document() { return m_document; }
    FileDeeds& files() { return *m_files; }
    ExportDeeds& exports() { return *m_exports; }
    presentation::Presenter& presenter() { return *m_presenter; }
    StoryDesk& storyDesk() { return m_storyDesk; }
    SceneStrip& strip() { return *m_strip; }
    ReportBar& reportBar() { return *m_reportBar; }
    ReportBar& offerBar() { return *m_offerBar; }
    ReportBar& liveBar() { return *m_liveBar; }
    KeptShow& keptShow() { return *m_keptShow; }
    Settings& settings() { return m_settings; }
    Panes& panes() { return *m_panes; }
    Panels& panels() { return *m_panels; }
    const theme::Theme& theme() const { return m_theme; }
    const wording::Wording& wording() const { return m_wording; }

    bool showsTable() const { return m_panels->showsTable(); }
    bool showsMatrix() const { return m_panels->showsMatrix(); }
    void toggleTable();
    bool showsStrip() const { return !m_strip->isHidden(); }
    void toggleStrip();
    void showStrip(bool show);
    void addViewAsScene();
    void toggleFullScreen();
    void chooseScheme(std::optional<theme::Scheme> scheme);
    void setShowEnded(bool show);
    void setSecondCalendar(std::optional<model::Calendar> calendar);
    void setReducedMotion(bool reduced);
    void beginSearch();
    void editMoment();
    void focusOnSelection();
    void compareMoments();
    void seekPath();
    void toggleMatrix();
    void showCentral();
    void startQuiz();
    void copyCitation();
    void showKeys();
    void showFindings();
    void showAbout();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildStatusBar();
    void connectState();
    void connectShow();
    void rememberViews();
    void restoreWindow();
    theme::Scheme wantedScheme() const;
    void applyScheme();
    void refreshTitle();
    void refreshStatus();
    void endHint();
    void offerShow();
    void followLive(bool live);
    bool pressLive(const QKeyEvent& event);
    void showFound(const model::Subject& subject);

    Settings m_settings;
    theme::Theme m_theme;
    wording::Wording m_wording;
    exploration::Exploration m_exploration;
    exploration::Player m_player;
    Document m_document;
    KeptHistory m_keptHistory;
    StoryDesk m_storyDesk;
    std::unique_ptr<presentation::Presenter> m_presenter;
    KeptShow* m_keptShow = nullptr;
    Panels* m_panels = nullptr;
    Panes* m_panes = nullptr;
    TopBar* m_topBar = nullptr;
    FilterBar* m_filterBar = nullptr;
    QLabel* m_notice = nullptr;
    QLabel* m_titleLabel = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_status = nullptr;
    SceneStrip* m_strip = nullptr;
    ReportBar* m_reportBar = nullptr;
    ReportBar* m_offerBar = nullptr;
    ReportBar* m_liveBar = nullptr; ///< the way back to the story that is shown
    ReadingBar* m_readingBar = nullptr;
    ReadingBar* m_placingBar = nullptr; ///< the same of the network
    ReadingBar* m_exportBar = nullptr;  ///< the same of what is exported
    FileDeeds* m_files = nullptr;
    ExportDeeds* m_exports = nullptr;
    Actions* m_actions = nullptr;
    QTimer m_remember;
    int m_movesSeen = 0;
    bool m_applyingScheme = false;
};

} // namespace entente::shell
