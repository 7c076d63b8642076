#include "app/shell/actions.h"

#include "app/shell/main_window.h"

#include <QMenu>

namespace entente::shell {

Actions::Actions(MainWindow& window, QMenuBar& bar) : QObject(&window), m_window(window), m_bar(bar) {
    fillFile(*bar.addMenu(tr("&File")));
    fillEdit(*bar.addMenu(tr("&Edit")));
    fillView(*bar.addMenu(tr("&View")));
    fillTime(*bar.addMenu(tr("T&ime")));
    fillNetwork(*bar.addMenu(tr("&Network")));
    fillPresent(*bar.addMenu(tr("&Present")));
    fillHelp(*bar.addMenu(tr("&Help")));
    update();
}

QAction* Actions::add(QMenu& menu, const QString& text, const QKeySequence& key, std::function<void()> deed) {
    QAction* action = menu.addAction(text);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [deed = std::move(deed)] { deed(); });
    return action;
}

void Actions::fillFile(QMenu& menu) {
    FileDeeds& files = m_window.files();
    add(menu, tr("&Open…"), QKeySequence::Open, [&] { files.askForFile(); });
    m_recent = menu.addMenu(tr("Open &Recent"));
    add(menu, tr("&Import Tables…"), QKeySequence("Ctrl+I"), [&] { files.importTables(); });
    menu.addSeparator();
    m_save = add(menu, tr("&Save"), QKeySequence::Save, [&] { files.save(); });
    m_needDossier << add(menu, tr("Save &As…"), QKeySequence("F12"), [&] { files.saveAs(); });
    m_needDossier << add(menu, tr("Save a &Copy…"), QKeySequence("Ctrl+Alt+S"), [&] { files.saveCopy(); });
    m_picture =
        add(menu, tr("&Export Picture…"), QKeySequence("Ctrl+E"), [this] { m_window.exports().exportPicture(); });
    m_needDossier << m_picture;
    m_needDossier << add(menu, tr("Export &Web Page…"), QKeySequence("Ctrl+Shift+W"),
                         [this] { m_window.exports().exportPage(); });
    m_needDossier << add(menu, tr("Export Stor&y…"), QKeySequence("Ctrl+Alt+O"),
                         [this] { m_window.exports().exportStory(); });
    m_needDossier << add(menu, tr("Export &Tables…"), QKeySequence("Ctrl+Alt+E"), [&] { files.exportTables(); });
    menu.addSeparator();
    add(menu, tr("C&lose"), QKeySequence::Close, [this] { m_window.close(); });
}

void Actions::fillEdit(QMenu& menu) {
    m_undo = add(menu, tr("&Undo"), QKeySequence::Undo, [this] { m_window.document().undoStack().undo(); });
    m_redo = add(menu, tr("&Redo"), QKeySequence("Ctrl+Shift+Z"), [this] { m_window.document().undoStack().redo(); });
    menu.addSeparator();
    m_needDossier << add(menu, tr("Copy &Picture"), QKeySequence("Ctrl+Shift+C"),
                         [this] { m_window.exports().copyPicture(); });
    m_copyCitation = add(menu, tr("Copy &Citation"), QKeySequence("Ctrl+Alt+C"), [this] { m_window.copyCitation(); });
    menu.addSeparator();
    m_needDossier << add(menu, tr("&Find…"), QKeySequence("Ctrl+K"), [this] { m_window.beginSearch(); });
}

void Actions::fillView(QMenu& menu) {
    m_back = add(menu, tr("&Back"), QKeySequence("Alt+Left"), [this] { m_window.exploration().goBack(); });
    m_forward = add(menu, tr("&Forward"), QKeySequence("Alt+Right"), [this] { m_window.exploration().goForward(); });
    menu.addSeparator();
    m_arrangements = new QActionGroup(this);
    const QStringList texts = {tr("&Side by Side"), tr("S&tacked"), tr("T&imeline Only"), tr("&Network Only")};
    for (int i = 0; i < texts.size(); ++i) {
        QAction* action = add(menu, texts[i], QKeySequence(QString("Ctrl+%1").arg(i + 1)),
                              [this, i] { m_window.panes().setArrangement(static_cast<Arrangement>(i)); });
        action->setCheckable(true);
        m_arrangements->addAction(action);
    }
    m_table = add(menu, tr("Table of &Events and Ties"), QKeySequence("Ctrl+T"), [this] { m_window.toggleTable(); });
    m_table->setCheckable(true);
    menu.addSeparator();
    fillLanes(*menu.addMenu(tr("&Lanes")));
    fillCalendars(*menu.addMenu(tr("Secon&d Calendar")));
    fillScheme(*menu.addMenu(tr("&Colours")));
    m_reducedMotion = add(menu, tr("&Reduce Motion"), QKeySequence("Ctrl+Alt+M"),
                          [this] { m_window.setReducedMotion(m_reducedMotion->isChecked()); });
    m_reducedMotion->setCheckable(true);
    add(menu, tr("Next &Panel"), QKeySequence("F6"), [this] { m_window.panes().focusNext(false); });
    add(menu, tr("Pre&vious Panel"), QKeySequence("Shift+F6"), [this] { m_window.panes().focusNext(true); });
    add(menu, tr("F&ull Screen"), QKeySequence("F11"), [this] { m_window.toggleFullScreen(); });
}

void Actions::fillScheme(QMenu& menu) {
    using Choice = std::pair<std::optional<theme::Scheme>, QString>;
    m_schemes = new QActionGroup(this);
    for (const auto& [scheme, text] : {Choice({}, tr("As the &Desktop")), Choice(theme::Scheme::Light, tr("&Light")),
                                       Choice(theme::Scheme::Dark, tr("D&ark"))}) {
        QAction* action = add(menu, text, {}, [this, chosen = scheme] { m_window.chooseScheme(chosen); });
        action->setCheckable(true);
        m_schemes->addAction(action);
    }
}

void Actions::fillLanes(QMenu& menu) {
    using model::LanesBy;
    m_lanesBy = new QActionGroup(this);
    for (const auto& [by, text] :
         {std::pair(LanesBy::Theme, tr("By &Theme")), std::pair(LanesBy::Actor, tr("By &Actor")),
          std::pair(LanesBy::Kind, tr("By &Kind")), std::pair(LanesBy::Source, tr("By S&ource")),
          std::pair(LanesBy::Tenor, tr("By T&enor"))}) {
        QAction* action = add(menu, text, {}, [this, chosen = by] {
            m_window.exploration().setLanes({chosen, {}, {}});
        });
        action->setCheckable(true);
        action->setData(static_cast<int>(by));
        m_lanesBy->addAction(action);
    }
    menu.addSeparator();
    const auto addDeed = [&](const QString& text, const char* key, auto deed) {
        QAction* action = add(menu, text, QKeySequence(key), [this, deed] {
            timeline::TimelineView& timeline = m_window.panels().timeline();
            if (const auto lane = timeline.laneOfSelection())
                deed(timeline, *lane);
        });
        m_laneDeeds.append(action);
        return action;
    };
    using View = timeline::TimelineView;
    m_collapse = addDeed(tr("&Collapse Lane of Selection"), "Ctrl+Shift+L",
                         [](View& view, const QString& lane) { view.toggleLane(lane); });
    m_hideLane = addDeed(tr("&Hide Lane of Selection"), "Ctrl+Shift+H",
                         [](View& view, const QString& lane) { view.hideLane(lane); });
    addDeed(tr("Move Lane &Up"), "Ctrl+Shift+Up", [](View& view, const QString& lane) { view.moveLane(lane, -1); });
    addDeed(tr("Move Lane &Down"), "Ctrl+Shift+Down", [](View& view, const QString& lane) { view.moveLane(lane, 1); });
    menu.addSeparator();
    m_needDossier << add(menu, tr("&Show All Lanes"), {}, [this] { m_window.panels().timeline().restoreLanes(); });
}

void Actions::refreshLanes() {
    const auto& timeline = m_window.panels().timeline();
    const int by = static_cast<int>(m_window.exploration().view().lanes.by);
    for (QAction* action : m_lanesBy->actions())
        action->setChecked(action->data().toInt() == by);
    const auto lane = timeline.laneOfSelection();
    for (QAction* action : m_laneDeeds)
        action->setEnabled(lane.has_value());
    const bool collapsed = lane && timeline.isCollapsed(*lane);
    m_collapse->setText(collapsed ? tr("&Expand Lane of Selection") : tr("&Collapse Lane of Selection"));
    m_hideLane->setEnabled(lane && timeline.canHide(*lane));
}

void Actions::fillCalendars(QMenu& menu) {
    using model::Calendar;
    m_calendars = new QActionGroup(this);
    const wording::Wording& words = m_window.wording();
    for (const Calendar calendar : {Calendar::Gregorian, Calendar::SolarHijri, Calendar::Julian}) {
        const bool none = calendar == Calendar::Gregorian;
        QAction* action = add(menu, none ? tr("&None") : '&' + words.calendar(calendar), {}, [this, none, calendar] {
            m_window.setSecondCalendar(none ? std::nullopt : std::optional(calendar));
        });
        action->setCheckable(true);
        action->setData(static_cast<int>(calendar));
        m_calendars->addAction(action);
    }
}

void Actions::fillSpeeds(QMenu& menu) {
    m_speeds = new QActionGroup(this);
    for (const auto& [speed, text] :
         {std::pair(0.5, tr("&Half")), std::pair(1.0, tr("&Normal")), std::pair(2.0, tr("&Double"))}) {
        QAction* action = add(menu, text, {}, [this, chosen = speed] { m_window.player().setSpeed(chosen); });
        action->setCheckable(true);
        action->setData(speed);
        m_speeds->addAction(action);
    }
}

void Actions::fillTime(QMenu& menu) {
    exploration::Exploration& shared = m_window.exploration();
    m_needDossier << add(menu, tr("&Go to Date…"), QKeySequence("Ctrl+G"), [this] { m_window.editMoment(); });
    menu.addSeparator();
    m_needDossier << add(menu, tr("&Next Event"), QKeySequence("Ctrl+Down"), [&] { shared.selectNextEvent(); });
    m_needDossier << add(menu, tr("&Previous Event"), QKeySequence("Ctrl+Up"), [&] { shared.selectPreviousEvent(); });
    m_needDossier << add(menu, tr("Next &Change of Ties"), QKeySequence("Ctrl+."), [&] { shared.stepToNextChange(); });
    m_needDossier << add(menu, tr("Previous C&hange of Ties"), QKeySequence("Ctrl+,"),
                         [&] { shared.stepToPreviousChange(); });
    m_play = add(menu, tr("P&lay the Changes"), QKeySequence("Ctrl+Space"), [this] { m_window.player().toggle(); });
    m_needDossier << m_play;
    fillSpeeds(*menu.addMenu(tr("&Speed of Playing")));
    menu.addSeparator();
    m_measure = add(menu, tr("&Measure from Selected Event"), QKeySequence("Ctrl+M"),
                    [this] { m_window.panels().timeline().measureFromSelection(); });
    m_needDossier << add(menu, tr("&Whole Period"), QKeySequence("Ctrl+0"), [&] { shared.showWholeSpan(); });
    m_needDossier << add(menu, tr("&Frame Selection"), QKeySequence("Ctrl+Return"),
                         [&] { shared.goInto(shared.selection()); });
}

void Actions::fillNetwork(QMenu& menu) {
    m_focus =
        add(menu, tr("&Focus on Selected Actor"), QKeySequence("Ctrl+F"), [this] { m_window.focusOnSelection(); });
    m_leaveFocus =
        add(menu, tr("&Leave Focus"), QKeySequence("Ctrl+Shift+F"), [this] { m_window.exploration().setFocus({}); });
    menu.addSeparator();
    m_compare = add(menu, tr("&Compare Two Moments…"), QKeySequence("Ctrl+D"), [this] { m_window.compareMoments(); });
    m_compare->setCheckable(true);
    m_needDossier << m_compare;
    m_needDossier << add(menu, tr("&Path Between Two Actors…"), QKeySequence("Ctrl+Shift+P"),
                         [this] { m_window.seekPath(); });
    m_endPath =
        add(menu, tr("E&nd Path"), QKeySequence("Ctrl+Alt+P"), [this] { m_window.exploration().seekRoute({}); });
    m_needDossier << add(menu, tr("Who Is Cen&tral"), QKeySequence("Ctrl+Shift+T"), [this] { m_window.showCentral(); });
    m_matrix = add(menu, tr("As a &Matrix"), QKeySequence("Ctrl+Shift+M"), [this] { m_window.toggleMatrix(); });
    m_matrix->setCheckable(true);
    menu.addSeparator();
    m_showEnded = add(menu, tr("Show &Ended Ties"), QKeySequence("Ctrl+Shift+E"),
                      [this] { m_window.setShowEnded(m_showEnded->isChecked()); });
    m_showEnded->setCheckable(true);
    m_releasePins = add(menu, tr("&Release All Pins"), QKeySequence("Ctrl+Shift+R"),
                        [this] { m_window.exploration().wish(model::PlaceActors{}); });
    m_needDossier << add(menu, tr("Tid&y Up around Pins"), QKeySequence("Ctrl+Shift+Y"),
                         [this] { m_window.panels().network().tidyUp(); });
    m_needDossier << add(menu, tr("&Whole Network"), QKeySequence("Ctrl+Shift+0"),
                         [this] { m_window.exploration().setNetworkView({}); });
}

void Actions::fillPresent(QMenu& menu) {
    m_present.append(add(menu, tr("&Start, or Go On"), QKeySequence("F5"), [this] {
        presentation::Presenter& presenter = m_window.presenter();
        presenter.isRunning() ? presenter.resume() : presenter.start(m_window.storyDesk().story());
    }));
    m_present.append(add(menu, tr("Start from &Current View"), QKeySequence("Shift+F5"), [this] {
        const model::StoryId story = m_window.storyDesk().story();
        m_window.presenter().start(story, m_window.presenter().stepFor(story));
    }));
    m_quiz = add(menu, tr("&Quiz on the Events Shown"), QKeySequence("Ctrl+F5"), [this] { m_window.startQuiz(); });
    m_needDossier << m_quiz;
    menu.addSeparator();
    m_stories = menu.addMenu(tr("S&tory"));
    connect(m_stories, &QMenu::aboutToShow, this, &Actions::listStories);
    m_strip = add(menu, tr("Strip of Sce&nes"), QKeySequence("Ctrl+5"), [this] { m_window.toggleStrip(); });
    m_strip->setCheckable(true);
    m_needDossier << m_strip;
    m_needDossier << add(menu, tr("&Add This View as a Scene"), QKeySequence("Ctrl+Shift+S"),
                         [this] { m_window.addViewAsScene(); });
}

void Actions::listStories() {
    m_stories->clear();
    StoryDesk& desk = m_window.storyDesk();
    const auto& stories = m_window.exploration().dossier()->tables().stories;
    for (qsizetype i = 0; i < stories.size(); ++i) {
        QAction* one = add(*m_stories, QString(stories[i].title).replace('&', "&&"), {},
                           [&desk, i] { desk.choose(model::StoryId(i)); });
        one->setCheckable(true);
        one->setChecked(desk.story() == model::StoryId(i));
    }
}

void Actions::refreshStories() {
    const bool hasStory = m_window.storyDesk().story().isValid();
    for (QAction* action : m_present)
        action->setEnabled(hasStory);
    m_stories->setEnabled(hasStory);
    m_strip->setChecked(m_window.showsStrip());
}

void Actions::fillHelp(QMenu& menu) {
    add(menu, tr("&Keys"), QKeySequence("F1"), [this] { m_window.showKeys(); });
    m_needDossier << add(menu, tr("&Findings of This File"), QKeySequence("Ctrl+Shift+I"),
                         [this] { m_window.showFindings(); });
    menu.addSeparator();
    add(menu, tr("&About Entente"), QKeySequence("Shift+F1"), [this] { m_window.showAbout(); });
}

void Actions::update() {
    const exploration::Exploration& shared = m_window.exploration();
    Document& document = m_window.document();
    for (QAction* action : m_needDossier)
        action->setEnabled(document.hasFile());
    m_save->setEnabled(document.isDirty());
    m_undo->setEnabled(document.undoStack().canUndo());
    m_undo->setText(document.undoStack().canUndo()
                        ? tr("&Undo: %1").arg(document.undoStack().undoText().replace('&', "&&"))
                        : tr("&Undo"));
    m_redo->setEnabled(document.undoStack().canRedo());
    m_redo->setText(document.undoStack().canRedo()
                        ? tr("&Redo: %1").arg(document.undoStack().redoText().replace('&', "&&"))
                        : tr("&Redo"));
    m_copyCitation->setEnabled(!model::isNothing(shared.selection()));
    m_back->setEnabled(shared.canGoBack());
    m_forward->setEnabled(shared.canGoForward());
    m_play->setText(m_window.player().isPlaying() ? tr("Stop P&laying") : tr("P&lay the Changes"));
    for (QAction* action : m_speeds->actions())
        action->setChecked(action->data().toDouble() == m_window.player().speed());
    refreshLanes();
    refreshStories();
    const auto calendar = shared.view().secondCalendar.value_or(model::Calendar::Gregorian);
    for (QAction* action : m_calendars->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(calendar));
    m_reducedMotion->setChecked(m_window.settings().hasReducedMotion());
    m_table->setChecked(m_window.showsTable());
    m_measure->setEnabled(std::holds_alternative<model::EventId>(shared.selection()));
    m_focus->setEnabled(std::holds_alternative<model::ActorId>(shared.selection()));
    m_leaveFocus->setEnabled(shared.focus().has_value());
    m_compare->setChecked(shared.view().compared.has_value());
    m_endPath->setEnabled(shared.view().route.has_value());
    m_matrix->setChecked(m_window.showsMatrix());
    m_showEnded->setChecked(shared.view().showEnded);
    m_releasePins->setEnabled(!shared.dossier()->tables().placements.isEmpty());
    m_arrangements->actions().at(static_cast<int>(m_window.panes().arrangement()))->setChecked(true);
    const auto scheme = m_window.settings().scheme();
    m_schemes->actions().at(scheme ? 1 + static_cast<int>(*scheme) : 0)->setChecked(true);
}

void Actions::showRecentFiles(const QStringList& files) {
    m_recent->clear();
    for (const QString& path : files)
        add(*m_recent, QString(path).replace('&', "&&"), {}, [this, path] { m_window.files().open(path); });
    m_recent->setEnabled(!files.isEmpty());
    if (files.isEmpty())
        return;
    m_recent->addSeparator();
    add(*m_recent, tr("&Clear List"), {}, [this] {
        m_window.settings().clearRecentFiles();
        showRecentFiles({});
    });
}

QList<Actions::Group> Actions::groups() const {
    QList<Group> groups;
    for (const QAction* entry : m_bar.actions()) {
        Group group{entry->text(), {}};
        for (QAction* action : entry->menu()->actions())
            if (!action->isSeparator() && !action->menu())
                group.actions.append(action);
        groups.append(group);
    }
    return groups;
}

} // namespace entente::shell
