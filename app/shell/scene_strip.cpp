#include "app/shell/scene_strip.h"

#include "app/shell/scene_dialog.h"
#include "app/theme/painters.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QPainter>

namespace entente::shell {

namespace {
constexpr int stripMargin = 12;
constexpr int widestStory = 280;
constexpr int longestTitle = 80;
} // namespace

SceneStrip::SceneStrip(StoryDesk& desk, exploration::Exploration& exploration, const theme::Theme& theme,
                       const wording::Wording& wording, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_exploration(exploration), m_theme(theme), m_scenes(wording),
      m_head(new QWidget(this)), m_stories(new QComboBox), m_body(new QStackedWidget(this)),
      m_list(new SceneList(m_scenes, theme)), m_empty(new QLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(stripMargin, 4, stripMargin, 4);
    column->setSpacing(4);
    column->addWidget(m_head);
    column->addWidget(m_body);
    m_body->addWidget(m_list);
    m_body->addWidget(m_empty);
    m_body->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    fillHead();
    connect(&m_scenes, &SceneListModel::moveWished, &desk, &StoryDesk::move);
    connect(&desk, &StoryDesk::changed, this, &SceneStrip::refresh);
    connect(&desk, &StoryDesk::sceneTouched, m_list, &SceneList::setCurrentScene);
    connect(m_list, &SceneList::currentSceneChanged, this, &SceneStrip::refreshActions);
    connect(m_list, &QListView::doubleClicked, this, &SceneStrip::editScene);
    setTheme(theme);
    refresh();
}

void SceneStrip::fillHead() {
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_stories->setAccessibleName(tr("Story"));
    m_stories->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_stories->setMinimumContentsLength(12);
    m_stories->setMaximumWidth(widestStory);
    connect(m_stories, &QComboBox::activated, this, [this](int index) { m_desk.choose(model::StoryId(index)); });
    row->addWidget(m_stories, 1);
    row->addWidget(storyButton());
    row->addStretch(1);
    m_add = addDeed(tr("Add View"), {QKeySequence("Insert")}, [this] { m_desk.addView(m_list->currentScene()); });
    m_add->setToolTip(tr("What the window shows becomes a scene after this one (%1)")
                          .arg(m_add->shortcut().toString(QKeySequence::NativeText)));
    addButton(m_add);
    addSceneDeeds();
    m_close = new QToolButton;
    m_close->setAccessibleName(tr("Close the strip"));
    m_close->setToolTip(tr("Close the strip"));
    m_close->setAutoRaise(true);
    connect(m_close, &QToolButton::clicked, this, &SceneStrip::closeWished);
    row->addWidget(m_close);
}

/// An action of the list: its keys count while the list has the focus.
QAction* SceneStrip::addDeed(const QString& text, const QList<QKeySequence>& keys, const std::function<void()>& deed) {
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    if (!keys.isEmpty())
        action->setToolTip(
            tr("%1 (%2)", "what a button does, and its key")
                .arg(QString(text).remove(QChar(0x2026)), keys.first().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, [deed] { deed(); });
    m_list->addAction(action);
    return action;
}

void SceneStrip::addButton(QAction* action) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_head->layout()->addWidget(button);
}

void SceneStrip::addSceneDeeds() {
    const auto add = [this](const QString& text, const QList<QKeySequence>& keys, const std::function<void()>& deed) {
        QAction* action = addDeed(text, keys, deed);
        addButton(action);
        m_sceneActions.append(action);
        return action;
    };
    const auto scene = [this] { return m_list->currentScene(); };
    add(tr("Show"), {QKeySequence("Space")}, [this, scene] {
        m_desk.show(scene());
    })->setToolTip(tr("Show this scene’s view in the window (%1)").arg(tr("Space", "key")));
    const QKeySequence take("Ctrl+Shift+Return");
    add(tr("Take View"), {take}, [this, scene] { m_desk.takeView(scene()); })
        ->setToolTip(tr("The scene keeps its words and shows what the window shows (%1)")
                         .arg(take.toString(QKeySequence::NativeText)));
    add(tr("Edit…"), {QKeySequence("Return"), QKeySequence("Enter"), QKeySequence("F2")}, [this] { editScene(); });
    add(tr("Duplicate"), {QKeySequence("Ctrl+Shift+D")}, [this, scene] { m_desk.duplicate(scene()); });
    add(tr("Delete"), {QKeySequence("Delete")}, [this, scene] { m_desk.remove(scene()); });
    m_earlier = add(tr("Earlier"), {QKeySequence("Alt+Up"), QKeySequence("Ctrl+Shift+Left")},
                    [this, scene] { m_desk.move(scene(), -1); });
    m_later = add(tr("Later"), {QKeySequence("Alt+Down"), QKeySequence("Ctrl+Shift+Right")},
                  [this, scene] { m_desk.move(scene(), 1); });
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QToolButton* SceneStrip::storyButton() {
    auto* menu = new QMenu(this);
    connect(menu->addAction(tr("&New Story…")), &QAction::triggered, this, &SceneStrip::askForStory);
    QAction* rename = menu->addAction(tr("&Rename Story…"));
    connect(rename, &QAction::triggered, this, &SceneStrip::askForTitle);
    QAction* remove = menu->addAction(tr("&Delete Story"));
    connect(remove, &QAction::triggered, &m_desk, &StoryDesk::deleteStory);
    m_storyActions = {rename, remove};
    auto* button = new QToolButton;
    button->setText(tr("Story"));
    button->setToolTip(tr("New story, rename or delete this one"));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void SceneStrip::askForStory() {
    bool isGiven = false;
    const QString title = QInputDialog::getText(this, tr("New Story"), tr("&Title of the story"), QLineEdit::Normal,
                                                tr("New story"), &isGiven);
    if (isGiven && !title.trimmed().isEmpty())
        m_desk.addStory(title.trimmed().left(longestTitle));
}

void SceneStrip::askForTitle() {
    bool isGiven = false;
    const QString title = QInputDialog::getText(this, tr("Rename Story"), tr("&Title of the story"), QLineEdit::Normal,
                                                m_desk.title(), &isGiven);
    if (isGiven && !title.trimmed().isEmpty())
        m_desk.renameStory(title.trimmed().left(longestTitle));
}

void SceneStrip::editScene() {
    const QString key = m_list->currentScene();
    for (const model::Scene& scene : m_scenes.scenes()) {
        if (scene.key != key)
            continue;
        SceneDialog dialog(scene, this);
        if (dialog.exec() == QDialog::Accepted)
            m_desk.edit(dialog.scene());
        return;
    }
}

void SceneStrip::refresh() {
    const QString current = m_list->currentScene();
    const int row = m_list->currentIndex().row();
    m_scenes.setScenes(m_exploration.dossier(), m_desk.scenes());
    m_list->setCurrentScene(current);
    if (!m_list->currentIndex().isValid() && m_scenes.rowCount() > 0)
        m_list->setCurrentIndex(m_scenes.index(std::clamp(row, 0, m_scenes.rowCount() - 1)));
    m_empty->setText(emptyText());
    m_body->setCurrentWidget(m_scenes.rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    refreshStories();
    refreshActions();
}

QString SceneStrip::emptyText() const {
    if (m_exploration.dossier()->tables().stories.isEmpty())
        return tr("No story yet. Arrange the window as your class shall see it, then press Ctrl+Shift+S: the view "
                  "becomes the first scene of a story.");
    return tr("This story has no scenes yet. Arrange the window as your class shall see it, then press Ctrl+Shift+S: "
              "the view becomes a scene.");
}

void SceneStrip::refreshStories() {
    m_stories->clear();
    for (const model::Story& story : m_exploration.dossier()->tables().stories)
        m_stories->addItem(story.title.isEmpty() ? story.key : story.title);
    m_stories->setCurrentIndex(m_desk.story().index);
    m_stories->setEnabled(m_stories->count() > 0);
    for (QAction* action : m_storyActions)
        action->setEnabled(m_desk.story().isValid());
}

void SceneStrip::refreshActions() {
    const int row = m_list->currentIndex().row();
    for (QAction* action : m_sceneActions)
        action->setEnabled(row >= 0);
    m_earlier->setEnabled(row > 0);
    m_later->setEnabled(row >= 0 && row + 1 < m_scenes.rowCount());
}

void SceneStrip::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_list->setTheme(theme);
    m_close->setIcon(theme::icon(theme::Symbol::Close, theme));
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.color(theme::Role::Ink2));
    m_empty->setPalette(palette);
    m_body->setFixedHeight(m_list->sizeHint().height());
    update();
}

void SceneStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(theme::Role::Chrome));
    painter.fillRect(0, 0, width(), 1, m_theme.color(theme::Role::Line));
}

} // namespace entente::shell
