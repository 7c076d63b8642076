#include "app/shell/main_window.h"

#include "app/presentation/quiz_panel.h"
#include "app/shell/dialogs.h"
#include "app/shell/kept_places.h"
#include "app/shell/route_dialog.h"
#include "app/theme/style.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDropEvent>
#include <QMimeData>
#include <QScreen>
#include <QStatusBar>

namespace entente::shell {

namespace {
constexpr QSize smallestWindow(640, 480);
constexpr QSize firstWindow(1600, 1000);
constexpr int calm = 700; // milliseconds without change after which a view is worth coming back to
constexpr int movesToLearn = 3;
} // namespace

MainWindow::MainWindow(const QString& settingsFile)
    : m_settings(settingsFile), m_theme(theme::Scheme::Light), m_exploration(this), m_player(m_exploration),
      m_document(m_exploration), m_keptHistory(m_exploration, m_document, m_settings), m_storyDesk(m_exploration) {
    m_theme = theme::Theme(wantedScheme());
    m_readingBar = new ReadingBar(this);
    m_files = new FileDeeds(m_document, m_exploration, m_wording, m_settings, *m_readingBar, *this);
    m_exportBar = new ReadingBar(this);
    m_exports = new ExportDeeds(m_document, m_exploration, m_wording, m_settings, *m_exportBar, *this);
    build();
    buildStatusBar();
    m_actions = new Actions(*this, *menuBar());
    m_actions->showRecentFiles(m_settings.recentFiles());
    m_presenter = std::make_unique<presentation::Presenter>(m_exploration, m_wording, this);
    connectState();
    connectShow();
    m_exploration.setShowEnded(m_settings.showsEndedTies());
    m_exploration.setSecondCalendar(m_settings.secondCalendar());
    if (settingsFile.isEmpty())
        m_panels->network().setKeptPlaces(keptPlaces(placesFolder()));
    m_panels->timeline().setAnimated(!m_settings.hasReducedMotion());
    setAcceptDrops(true);
    setMinimumSize(smallestWindow);
    restoreWindow();
    applyScheme();
    refreshTitle();
}

/// What the parts tell while they go, one after the other, is not listened to.
MainWindow::~MainWindow() {
    // Who has the focus loses it, and may act on that, while all is still there.
    if (QWidget* focused = focusWidget())
        focused->clearFocus();
    for (QObject* part : std::initializer_list<QObject*>{&m_document, &m_document.undoStack(), &m_exploration})
        disconnect(part, nullptr, this, nullptr);
}

void MainWindow::build() {
    m_panels = new Panels(m_exploration, m_player, m_theme, m_wording, this);
    m_panes = new Panes(m_panels->timePanel(), m_panels->networkPanel(), m_panels->detailsPanel());
    m_topBar = new TopBar(m_exploration, m_theme, m_wording);
    m_filterBar = new FilterBar(m_exploration, m_theme, m_wording);
    m_notice = new QLabel;
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setMargin(8);
    m_notice->hide();
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_offerBar = new ReportBar;
    m_liveBar = new ReportBar;
    for (ReportBar* bar : {m_offerBar, m_liveBar}) {
        bar->layout()->setContentsMargins(12, 6, 12, 6);
        bar->setAutoFillBackground(true);
    }
    for (QWidget* row : std::initializer_list<QWidget*>{m_topBar, m_filterBar, m_notice, m_offerBar, m_liveBar})
        column->addWidget(row);
    column->addWidget(m_panes, 1);
    m_strip = new SceneStrip(m_storyDesk, m_exploration, m_theme, m_wording);
    m_strip->hide();
    column->addWidget(m_strip);
    setCentralWidget(centre);
    m_titleLabel = new QLabel(menuBar());
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_titleLabel->setContentsMargins(0, 0, 12, 0);
}

void MainWindow::buildStatusBar() {
    m_hint = new QLabel(tr("Scroll to zoom, drag to move, double-click a cluster to open it"));
    m_hint->setVisible(!m_settings.hintIsDone());
    m_status = new QLabel;
    for (QLabel* label : {m_hint, m_status})
        label->setTextFormat(Qt::PlainText);
    m_hint->setIndent(12);
    m_status->setContentsMargins(0, 0, 12, 0);
    statusBar()->addWidget(m_readingBar);
    m_placingBar = new ReadingBar(this);
    statusBar()->addWidget(m_placingBar);
    m_reportBar = new ReportBar(this);
    statusBar()->addWidget(m_reportBar);
    statusBar()->addWidget(m_exportBar);
    statusBar()->addWidget(m_hint);
    statusBar()->addPermanentWidget(m_status);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectState() {
    using exploration::Exploration;
    m_remember.setSingleShot(true);
    m_remember.setInterval(calm);
    connect(&m_remember, &QTimer::timeout, &m_exploration, &Exploration::remember);
    for (const auto signal : {&Exploration::spanChanged, &Exploration::filterChanged, &Exploration::focusChanged,
                              &Exploration::networkChanged, &Exploration::networkViewChanged,
                              &Exploration::secondCalendarChanged, &Exploration::lanesChanged})
        connect(&m_exploration, signal, &m_remember, qOverload<>(&QTimer::start));
    for (const auto signal : {&Exploration::historyChanged, &Exploration::focusChanged, &Exploration::networkChanged,
                              &Exploration::dossierChanged, &Exploration::filterChanged,
                              &Exploration::secondCalendarChanged, &Exploration::lanesChanged})
        connect(&m_exploration, signal, this, [this] { m_actions->update(); });
    connect(&m_player, &exploration::Player::playingChanged, this, [this] { m_actions->update(); });
    connect(&m_player, &exploration::Player::speedChanged, this, [this] { m_actions->update(); });
    connect(&m_exploration, &Exploration::selectionChanged, this, [this] { m_actions->update(); });
    connect(&m_exploration, &Exploration::spanChanged, this, &MainWindow::endHint);
    relations::NetworkView& network = m_panels->network();
    connect(&network, &relations::NetworkView::placingProgressed, m_placingBar,
            [this](double share) { m_placingBar->report(share, tr("Placing the actors")); });
    connect(&network, &relations::NetworkView::placed, m_placingBar, &ReadingBar::end);
    connect(m_placingBar, &ReadingBar::cancelled, this, [this, &network] {
        network.cancelPlacing();
        m_reportBar->hold(tr("Actors are placed in part only."), tr("&Place Them Further"),
                          [&network] { network.tidyUp(); });
    });
    connect(&m_document, &Document::opened, m_reportBar, &QWidget::hide);
    connect(&m_exploration, &Exploration::networkChanged, this, &MainWindow::refreshStatus);
    connect(&m_document, &Document::stateChanged, this, &MainWindow::refreshTitle);
    connect(&m_document, &Document::opened, this, [this] { m_actions->showRecentFiles(m_settings.recentFiles()); });
    connect(&m_document.undoStack(), &QUndoStack::indexChanged, this, [this] { m_actions->update(); });
    m_topBar->setActions(m_actions->picture(), m_actions->quiz(), m_actions->present());
    connect(&m_topBar->searchBox(), &SearchBox::found, this, &MainWindow::showFound);
    connect(&m_panels->timeline(), &timeline::TimelineView::measured, this, [this](const QString& words) {
        words.isEmpty() ? statusBar()->clearMessage() : statusBar()->showMessage(tr("Measured: %1").arg(words));
    });
    connect(&m_storyDesk, &StoryDesk::changed, this, [this] { m_actions->update(); });
    connect(&m_storyDesk, &StoryDesk::done, this, [this](const QString& what) {
        statusBar()->clearMessage();
        m_reportBar->say(what, tr("Un&do"), [this] { m_document.undoStack().undo(); });
    });
    connect(&m_document.undoStack(), &QUndoStack::indexChanged, m_reportBar, &QWidget::hide);
    connect(m_strip, &SceneStrip::closeWished, this, [this] { showStrip(false); });
    const auto say = [this](const QString& text) { statusBar()->showMessage(text, 5000); };
    connect(m_files, &FileDeeds::said, this, say);
    connect(m_exports, &ExportDeeds::said, this, say);
    connect(m_exports, &ExportDeeds::closeWished, this, &MainWindow::close, Qt::QueuedConnection);
}

void MainWindow::connectShow() {
    using presentation::Presenter;
    m_keptShow = new KeptShow(*m_presenter, m_exploration, m_document, m_settings, this);
    connect(m_keptShow, &KeptShow::offered, this, &MainWindow::offerShow);
    connect(m_keptShow, &KeptShow::openWished, m_files, &FileDeeds::open);
    connect(m_offerBar, &ReportBar::declined, m_keptShow, &KeptShow::forget);
    connect(m_presenter.get(), &Presenter::stepShown, m_offerBar, &QWidget::hide);
    connect(m_presenter.get(), &Presenter::stepShown, this, [this] { m_files->setHeld(true); });
    connect(m_files, &FileDeeds::heldBack, m_presenter.get(), &Presenter::showPending);
    connect(m_presenter.get(), &Presenter::liveChanged, this, &MainWindow::followLive);
    connect(m_presenter.get(), &Presenter::ended, this, [this] {
        m_files->setHeld(false);
        m_actions->update();
    });
}

void MainWindow::restoreWindow() {
    resize(firstWindow.boundedTo(screen()->availableSize()));
    restoreGeometry(m_settings.windowGeometry());
    m_panes->restoreState(m_settings.panes());
    m_strip->setVisible(m_settings.showsStrip());
    m_actions->update();
}

theme::Scheme MainWindow::wantedScheme() const {
    if (const auto chosen = m_settings.scheme())
        return *chosen;
    // Qt 6.4 cannot be asked what the desktop prefers; its palette, before ours is set, tells.
    static const bool desktopIsDark = QApplication::palette().window().color().lightness() < 128;
    return desktopIsDark ? theme::Scheme::Dark : theme::Scheme::Light;
}

void MainWindow::chooseScheme(std::optional<theme::Scheme> scheme) {
    m_settings.setScheme(scheme);
    applyScheme();
    m_actions->update();
}

void MainWindow::applyScheme() {
    m_theme = theme::Theme(wantedScheme());
    if (auto* style = qobject_cast<theme::Style*>(QApplication::style()))
        style->setTheme(m_theme);
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(m_theme.font(theme::Type::Body));
    m_exports->setScheme(m_theme.scheme());
    m_panels->setTheme(m_theme);
    m_topBar->setTheme(m_theme);
    m_filterBar->setTheme(m_theme);
    m_strip->setTheme(m_theme);
    for (QLabel* label : {m_titleLabel, m_hint, m_status})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_notice->setAutoFillBackground(true);
    QPalette banner = m_theme.palette();
    banner.setColor(QPalette::Window, m_theme.tint(model::Tenor::Pressure));
    m_notice->setPalette(banner);
    m_offerBar->setPalette(banner);
    m_liveBar->setPalette(banner);
}

void MainWindow::refreshTitle() {
    const QString title = m_exploration.dossier()->head().title;
    m_titleLabel->setText(title.isEmpty() ? QString() : tr("%1 — dossier").arg(title));
    // The menu bar asks for the corner's size only when the corner is set, and puts it at its top.
    m_titleLabel->setMinimumHeight(menuBar()->actionGeometry(menuBar()->actions().constFirst()).height());
    menuBar()->setCornerWidget(m_titleLabel);
    m_titleLabel->adjustSize();
    setWindowTitle(tr("%1[*] — Entente").arg(QString(m_document.name()).replace("[*]", "[ *]")));
    setWindowModified(m_document.isDirty());
    m_notice->setText(m_document.notice());
    m_notice->setVisible(!m_document.notice().isEmpty());
    m_actions->update();
    refreshStatus();
}

void MainWindow::refreshStatus() {
    if (!m_document.hasFile())
        return m_status->setText(tr("No dossier: open one with Ctrl+O, or drop a file here"));
    const model::Dossier& dossier = *m_exploration.dossier();
    const auto& ties = m_exploration.network().ties;
    const auto holding = std::count_if(ties.begin(), ties.end(), [](const model::Tie& tie) { return !tie.ended; });
    QStringList parts = {tr("%n actor(s)", nullptr, static_cast<int>(dossier.tables().actors.size())),
                         m_exploration.view().compared
                             ? tr("%n tie(s) on these two dates", nullptr, static_cast<int>(holding))
                             : tr("%n tie(s) on this date", nullptr, static_cast<int>(holding)),
                         tr("%n source(s)", nullptr, static_cast<int>(dossier.tables().sources.size()))};
    if (const auto span = dossier.span())
        parts.append(m_wording.spanWords(span->first, span->last));
    m_status->setText(parts.join("  ·  "));
}

void MainWindow::endHint() {
    if (m_hint->isHidden() || ++m_movesSeen < movesToLearn)
        return;
    m_hint->hide();
    m_settings.setHintIsDone();
}

/// After a crash: a story that was being shown can go on where it was.
void MainWindow::offerShow() {
    const RunningShow show = *m_keptShow->interrupted();
    m_offerBar->ask(
        tr("A presentation of %1 stopped at scene %2.").arg(QFileInfo(show.file).fileName()).arg(show.step + 1),
        tr("&Go On There"), [this] { m_keptShow->goOn(); });
}

void MainWindow::followLive(bool live) {
    if (!live)
        return m_liveBar->hide();
    // In a field the key that leads back would be a letter.
    QWidget& timeline = m_panels->timeline();
    (timeline.isVisible() ? timeline : *this).setFocus();
    const presentation::KeyTable& keys = m_presenter->show().keys();
    m_liveBar->hold(tr("Live: the audience sees what you explore. %1 goes back to the story.")
                        .arg(presentation::keyText(keys, presentation::Deed::Live, presentation::Desk::Console)),
                    tr("Back to the Story"), [this] { m_presenter->resume(); });
}

void MainWindow::showFound(const model::Subject& subject) {
    m_exploration.select(subject);
    m_panels->timeline().reveal(subject);
    m_panes->raise(std::holds_alternative<model::EventId>(subject) ? m_panels->timePanel() : m_panels->detailsPanel());
}

void MainWindow::toggleTable() {
    m_panels->showTable(!m_panels->showsTable());
    m_panes->raise(m_panels->timePanel());
    m_actions->update();
}

void MainWindow::toggleStrip() {
    showStrip(!showsStrip());
    if (showsStrip())
        m_strip->list().setFocus();
}

void MainWindow::showStrip(bool show) {
    m_strip->setVisible(show);
    m_settings.setShowsStrip(show);
    m_actions->update();
}

void MainWindow::addViewAsScene() {
    showStrip(true);
    m_storyDesk.addView();
}

void MainWindow::toggleFullScreen() {
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::setShowEnded(bool show) {
    m_settings.setShowsEndedTies(show);
    m_exploration.setShowEnded(show);
}

void MainWindow::setSecondCalendar(std::optional<model::Calendar> calendar) {
    m_settings.setSecondCalendar(calendar);
    m_exploration.setSecondCalendar(calendar);
}

void MainWindow::setReducedMotion(bool reduced) {
    m_settings.setReducedMotion(reduced);
    m_panels->timeline().setAnimated(!reduced);
    m_actions->update();
}

void MainWindow::beginSearch() {
    m_topBar->searchBox().begin();
}

void MainWindow::editMoment() {
    m_panes->raise(m_panels->networkPanel());
    m_panels->heading().editDate();
}

void MainWindow::focusOnSelection() {
    if (const auto* actor = std::get_if<model::ActorId>(&m_exploration.selection()))
        m_exploration.setFocus(exploration::Focus{*actor, 1});
}

void MainWindow::compareMoments() {
    m_panes->raise(m_panels->networkPanel());
    m_panels->heading().toggleComparison();
}

void MainWindow::seekPath() {
    const auto* actor = std::get_if<model::ActorId>(&m_exploration.selection());
    const exploration::Route proposed{actor ? *actor : model::ActorId(), {}, false};
    const auto route = askForRoute(this, *m_exploration.dossier(), m_exploration.view().route.value_or(proposed),
                                   m_wording.day(m_exploration.moment(), wording::Style::Short));
    if (route)
        m_exploration.seekRoute(route);
}

void MainWindow::toggleMatrix() {
    m_panes->raise(m_panels->networkPanel());
    m_panels->showMatrix(!showsMatrix());
    m_actions->update();
}

void MainWindow::showCentral() {
    if (!showsTable())
        toggleTable();
    details::TableView& table = m_panels->table();
    table.setCurrentWidget(&table.centrals());
    table.centrals().setFocus();
}

/// Ten questions about the events that the filter shows, on the whole screen; during a show, those are the audience's.
void MainWindow::startQuiz() {
    constexpr int questions = 10;
    if (m_presenter->isRunning())
        return m_presenter->show().act(presentation::Deed::Quiz);
    if (m_exploration.shownCount() == 0)
        return statusBar()->showMessage(tr("The filter shows no event to ask about."), 5000);
    presentation::QuizOptions options;
    options.seed = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    const QList<bool>& shown = m_exploration.shownEvents();
    if (m_exploration.shownCount() < shown.size())
        options.events.emplace();
    for (qsizetype i = 0; options.events && i < shown.size(); ++i)
        if (shown[i])
            options.events->append(model::EventId(i));
    auto* panel = new presentation::QuizPanel(presentation::QuizMaker(m_exploration.dossier(), m_wording, options),
                                              questions, m_theme, m_wording);
    panel->setAttribute(Qt::WA_DeleteOnClose);
    panel->setWindowTitle(tr("Quiz"));
    connect(panel, &presentation::QuizPanel::ended, panel, &QWidget::close);
    connect(this, &QObject::destroyed, panel, &QWidget::close);
    panel->setGeometry(screen()->geometry()); // not every desktop does so for a full screen
    panel->showFullScreen();
    panel->setFocus();
}

void MainWindow::copyCitation() {
    const model::Dossier& dossier = *m_exploration.dossier();
    QStringList lines;
    for (const model::CitationId citation : dossier.evidenceOf(m_exploration.selection()))
        lines.append(m_wording.citationText(dossier, citation, wording::CitationStyle::Plain));
    QApplication::clipboard()->setText(lines.join('\n'));
    statusBar()->showMessage(tr("Copied %n citation(s)", nullptr, static_cast<int>(lines.size())), 5000);
}

void MainWindow::showKeys() {
    shell::showKeys(this, m_actions->groups());
}

void MainWindow::showFindings() {
    shell::showFindings(this, m_document.name(), m_exploration.dossier()->findings());
}

void MainWindow::showAbout() {
    tell(this, QMessageBox::Information, tr("Entente %1").arg(QCoreApplication::applicationVersion()),
         tr("Timelines with who stands where, for exploring, exporting and teaching.\n\n"
            "Licence: GPL-3.0-or-later. Made with Qt %1, QCustomPlot, SQLite, igraph and libqrencode; set in Inter "
            "(OFL).")
             .arg(QString::fromLatin1(qVersion())));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_files->mayLeave() || !m_exports->mayClose())
        return event->ignore();
    m_presenter->end();
    m_keptHistory.keep();
    m_settings.setWindowGeometry(saveGeometry());
    m_settings.setPanes(m_panes->saveState());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    event->acceptProposedAction();
    if (urls.size() == 1 && urls.first().isLocalFile())
        m_files->open(urls.first().toLocalFile());
    else
        tell(this, QMessageBox::Information, tr("One dossier at a time."),
             tr("Drop a single file from this computer here."));
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_player.isPlaying())
        return m_player.stop();
    if (event->key() == Qt::Key_Escape && m_exploration.leave())
        return;
    if (m_presenter->isLive() && pressLive(*event))
        return;
    if (event->key() == Qt::Key_Slash)
        return beginSearch();
    if (event->key() == Qt::Key_Question)
        return showKeys();
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_MediaTogglePlayPause)
        return m_player.toggle();
    QMainWindow::keyPressEvent(event);
}

/// Of the show's keys, those that end exploring: back to the scene, or to a quiz on what is explored.
bool MainWindow::pressLive(const QKeyEvent& event) {
    const auto deed =
        presentation::deedOf(m_presenter->show().keys(), event.key(), event.modifiers(), presentation::Desk::Console);
    if (deed == presentation::Deed::Live)
        m_presenter->resume();
    else if (deed == presentation::Deed::Quiz)
        m_presenter->show().act(*deed);
    else
        return false;
    return true;
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_panes->update();
}

} // namespace entente::shell
