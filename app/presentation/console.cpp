#include "app/presentation/console.h"

#include "app/presentation/desk_button.h"
#include "app/presentation/quiz_desk.h"
#include "app/presentation/view_of_scene.h"
#include "app/theme/plain_text.h"

#include <QCloseEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTime>
#include <QVBoxLayout>

namespace entente::presentation {

using theme::Role;
using theme::Type;

namespace {

constexpr int overviewColumns = 3;
constexpr int mostInRow = 14;
constexpr int deedsInRow = 7;
constexpr int lowestNext = 96, lowestNotes = 80; // pixels
constexpr double notesStep = 1.15;
constexpr qint64 paceSlack = 15; // seconds either side of the plan that still are on pace

QString minutesText(qint64 seconds) {
    return QString("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar('0'));
}

/// A progress bar in the console's own colours.
class ProgressBar : public QProgressBar {
public:
    explicit ProgressBar(const theme::Theme& theme) : m_theme(theme) { setFixedSize(220, 8); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Role::Line));
        painter.drawRoundedRect(rect(), 4, 4);
        const double share = maximum() > 0 ? static_cast<double>(value()) / maximum() : 0;
        painter.setBrush(m_theme.color(Role::Ink2));
        painter.drawRoundedRect(QRectF(0, 0, std::min(1.0, share) * width(), height()), 4, 4);
    }

private:
    theme::Theme m_theme;
};

} // namespace

Console::Console(Stage& stage)
    : m_stage(stage), m_show(stage.show()), m_theme(theme::Scheme::Dark, 1.15),
      m_clock(label({}, Type::CardTitle, Role::Ink)), m_elapsed(label({}, Type::CardTitle, Role::Ink2)),
      m_planned(label({}, Type::Secondary, Role::Ink2)), m_pace(label({}, Type::Secondary, Role::Ink2)),
      m_where(label({}, Type::Secondary, Role::Ink2)), m_next(label({}, Type::Secondary, Role::Ink2)),
      m_now(label({}, Type::Secondary, Role::Ink2)), m_remark(label({}, Type::KeyEvent, Role::Ink)),
      m_losses(label({}, Type::Secondary, Role::Ink3)) {
    setWindowTitle(tr("Presenter’s Console"));
    setPalette(m_theme.palette());
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(640, 480);
    auto* sheet = new QWidget;
    auto* page = new QVBoxLayout(sheet);
    page->setContentsMargins(24, 16, 24, 16);
    page->setSpacing(12);
    addHead(*page);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(26);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    columns->addLayout(left, 68);
    columns->addLayout(right, 32);
    page->addLayout(columns, 1);
    addLeft(*left);
    addRight(*right);
    fillWith(*sheet);
    connect(&m_show, &Show::changed, this, &Console::refresh);
    connect(&m_second, &QTimer::timeout, this, &Console::refreshTime);
    m_second.start(1000);
    rebuild();
    setFocus();
}

QLabel* Console::label(const QString& text, Type type, Role role) {
    QLabel* made = theme::plainLabel(m_theme, text, type, role, this);
    made->setWordWrap(false);
    return made;
}

/// On a screen too small for it, it scrolls.
void Console::fillWith(QWidget& sheet) {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(&sheet);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
}

void Console::addHead(QVBoxLayout& page) {
    m_remarkRow = new QWidget;
    auto* remark = new QHBoxLayout(m_remarkRow);
    remark->setContentsMargins(0, 0, 0, 0);
    m_remark->setWordWrap(true);
    remark->addWidget(m_remark, 1);
    m_answer = new DeskButton(m_theme, {}, {}, this);
    m_answer->setMain(true);
    remark->addWidget(m_answer);
    connect(m_answer, &DeskButton::clicked, this, &Console::remarkAnswered);
    page.addWidget(m_remarkRow);
    m_remarkRow->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_progress = new ProgressBar(m_theme);
    m_progress->setAccessibleName(tr("Time used of the plan"));
    for (QWidget* part : QList<QWidget*>{m_clock, m_elapsed, m_planned, m_progress, m_pace})
        row->addWidget(part);
    row->addStretch(1);
    row->addWidget(m_where);
    m_screens = new DeskButton(m_theme, tr("Audience’s screen"), {}, this);
    m_screens->setLowest(52);
    row->addWidget(m_screens);
    connect(m_screens, &DeskButton::clicked, this, &Console::offerScreens);
    page.addLayout(row);
}

void Console::offerScreens() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < m_screenTexts.size(); ++i) {
        QAction* action = menu->addAction(QString(m_screenTexts[i]).replace('&', "&&"));
        action->setCheckable(true);
        action->setChecked(i == m_screen);
        connect(action, &QAction::triggered, this, [this, i] { emit screenChosen(i); });
    }
    menu->popup(m_screens->mapToGlobal(QPoint(0, m_screens->height())));
}

void Console::addLeft(QVBoxLayout& column) {
    column.setSpacing(10);
    column.addWidget(m_now);
    m_stack = new QStackedWidget;
    m_stack->addWidget(new PictureView(m_stage, PictureView::Shows::Audience));
    auto* overview = new QScrollArea;
    overview->setFrameShape(QFrame::NoFrame);
    overview->setFocusPolicy(Qt::NoFocus);
    overview->setWidgetResizable(true);
    auto* sheet = new QWidget;
    m_overview = new QGridLayout(sheet);
    m_overview->setAlignment(Qt::AlignTop);
    overview->setWidget(sheet);
    m_stack->addWidget(overview);
    m_quiz = new QuizMirror;
    m_stack->addWidget(m_quiz);
    column.addWidget(m_stack, 1);
    column.addWidget(m_losses);
    m_losses->setWordWrap(true);
    column.addWidget(label(tr("Scenes"), Type::Secondary, Role::Ink2));
    m_sceneRow = new QHBoxLayout;
    m_sceneRow->setSpacing(6);
    column.addLayout(m_sceneRow);
    addDeeds(column);
}

void Console::addDeeds(QVBoxLayout& column) {
    auto* rows = new QGridLayout;
    rows->setSpacing(8);
    for (const Deed deed :
         {Deed::Back, Deed::Next, Deed::Black, Deed::White, Deed::Spotlight, Deed::Pointer, Deed::Freeze,
          Deed::Question, Deed::Quiz, Deed::Live, Deed::Overview, Deed::SwapScreens, Deed::Leave}) {
        auto* button = new DeskButton(m_theme, deedText(deed), keyText(m_show.keys(), deed, Desk::Console), this);
        button->setMinimumWidth(40);
        connect(button, &DeskButton::clicked, this, [this, deed] { m_show.act(deed); });
        const auto place = static_cast<int>(m_deeds.size());
        rows->addWidget(button, place / deedsInRow, place % deedsInRow);
        m_deeds.append({deed, button});
    }
    column.addLayout(rows);
    column.addWidget(
        label(tr("Any clicker works: its Next and Back send Page Down and Page Up; its blank button sends B "
                 "or a full stop."),
              Type::Secondary, Role::Ink3));
}

void Console::addRight(QVBoxLayout& column) {
    column.setSpacing(10);
    column.addWidget(m_next);
    auto* next = new PictureView(m_stage, PictureView::Shows::Next);
    next->setMinimumHeight(lowestNext);
    next->setAccessibleName(tr("What comes next"));
    column.addWidget(next, 4);
    addNotes(column);
    addSwitches(column);
}

void Console::addNotes(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->addWidget(label(tr("Notes"), Type::Secondary, Role::Ink2), 1);
    m_notes = new NotesView(m_theme);
    for (const bool larger : {false, true}) {
        auto* button = new DeskButton(m_theme, larger ? tr("A+") : tr("A−"), {}, this);
        button->setAccessibleName(larger ? tr("Larger notes") : tr("Smaller notes"));
        button->setLowest(36);
        connect(button, &DeskButton::clicked, this,
                [this, larger] { m_notes->setFactor(m_notes->factor() * (larger ? notesStep : 1 / notesStep)); });
        row->addWidget(button);
    }
    column.addLayout(row);
    m_notes->setMinimumHeight(lowestNotes);
    column.addWidget(m_notes, 5);
}

void Console::addSwitches(QVBoxLayout& column) {
    column.addWidget(label(tr("What the class sees"), Type::Secondary, Role::Ink2));
    for (const Deed deed : {Deed::HideLater, Deed::HideDates, Deed::HideNames, Deed::Scheme}) {
        auto* made = new DeskSwitch(m_theme, deedText(deed), keyText(m_show.keys(), deed, Desk::Console), this);
        connect(made, &DeskSwitch::clicked, this, [this, deed] { m_show.act(deed); });
        column.addWidget(made);
        m_switches.append({deed, made});
    }
    auto* row = new QHBoxLayout;
    for (const Deed deed : {Deed::Smaller, Deed::Larger}) {
        auto* button = new DeskButton(m_theme, deedText(deed), keyText(m_show.keys(), deed, Desk::Console), this);
        connect(button, &DeskButton::clicked, this, [this, deed] { m_show.act(deed); });
        row->addWidget(button);
    }
    column.addLayout(row);
}

void Console::rebuild() {
    fillScenes();
    refresh();
}

/// A long story is stepped through in the overview; a row of slivers would serve nobody.
void Console::fillScenes() {
    qDeleteAll(m_sceneButtons);
    m_sceneButtons.clear();
    const QList<model::Scene>& scenes = m_show.scenes();
    for (int i = 0; i < scenes.size() && scenes.size() <= mostInRow; ++i) {
        const model::Day moment = viewOfScene(scenes[i], *m_show.dossier()).view.moment;
        const QString year = m_stage.wording().year(model::civilOf(moment).year);
        auto* button = new DeskButton(m_theme, year, QString::number(i + 1), this);
        button->setAccessibleName(tr("Scene %1: %2").arg(i + 1).arg(scenes[i].headline));
        button->setSmallFirst(true);
        button->setLowest(48);
        button->setMinimumWidth(20);
        theme::setPlainToolTip(*button, scenes[i].headline);
        connect(button, &DeskButton::clicked, this, [this, i] { m_show.jump(i); });
        m_sceneRow->addWidget(button, 1);
        m_sceneButtons.append(button);
    }
    fillOverview(scenes);
}

void Console::fillOverview(const QList<model::Scene>& scenes) {
    qDeleteAll(m_overviewButtons);
    m_overviewButtons.clear();
    for (int i = 0; i < scenes.size(); ++i) {
        auto* button = new DeskButton(m_theme, scenes[i].headline, QString::number(i + 1), this);
        button->setSmallFirst(true);
        button->setMinimumWidth(60);
        connect(button, &DeskButton::clicked, this, [this, i] {
            m_stack->setCurrentIndex(0);
            m_show.jump(i);
        });
        m_overview->addWidget(button, i / overviewColumns, i % overviewColumns);
        m_overviewButtons.append(button);
    }
}

void Console::showScreens(const QStringList& texts, int current) {
    m_screenTexts = texts;
    m_screen = current;
    m_screens->setSmallText(texts.value(current, tr("none")));
    m_screens->updateGeometry();
    refresh();
}

void Console::showRemark(const QString& text, const QString& button) {
    m_remark->setText(text);
    m_answer->setWords(button);
    m_answer->setVisible(!button.isEmpty());
    m_remarkRow->setVisible(!text.isEmpty());
}

QString Console::remark() const {
    return m_remark->text();
}

/// Where it is already it stays, as the desktop has placed it beside its own bars.
void Console::showOn(QScreen& screen) {
    if (isVisible() && this->screen() == &screen && screen.availableGeometry().contains(geometry()))
        return;
    if (isVisible())
        hide(); // desktops do not let a window wander that fills a screen
    setWindowState(Qt::WindowNoState);
    setScreen(&screen);
    setGeometry(screen.availableGeometry());
    showMaximized();
}

void Console::showPending(const QString& text) {
    m_pending = text;
    refresh();
}

void Console::showNote(const QString& text) {
    m_now->setText(text);
}

QString Console::note() const {
    return m_now->text();
}

bool Console::showsOverview() const {
    return m_stack->currentIndex() == 1;
}

void Console::toggleOverview() {
    if (!m_quiz->quiz())
        m_stack->setCurrentIndex(1 - m_stack->currentIndex());
    refresh();
}

void Console::showQuiz(QuizPanel* quiz) {
    m_quiz->setQuiz(quiz);
    m_stack->setCurrentIndex(quiz ? m_stack->indexOf(m_quiz) : 0);
    refresh();
}

void Console::refresh() {
    if (!m_show.dossier())
        return;
    const Slide& slide = m_show.slide();
    const model::Scene scene = m_show.scene();
    for (const auto& [deed, button] : m_deeds) {
        if (deed == Deed::Question)
            button->setEnabled(!scene.question.isEmpty());
        button->setMain(deed == Deed::Next || (deed == Deed::Black && slide.cover == Cover::Black) ||
                        (deed == Deed::White && slide.cover == Cover::White) ||
                        (deed == Deed::Spotlight && slide.spotlight) || (deed == Deed::Pointer && slide.pointer) ||
                        (deed == Deed::Freeze && m_show.isFrozen()) || (deed == Deed::Live && slide.live) ||
                        (deed == Deed::Question && slide.asking != Asking::Nothing) ||
                        (deed == Deed::Quiz && m_quiz->quiz()) || (deed == Deed::Overview && showsOverview()) ||
                        (deed == Deed::Leave && m_show.isPaused()));
    }
    const QMap<Deed, bool> states{{Deed::HideLater, slide.hideLater},
                                  {Deed::HideDates, slide.hideDates},
                                  {Deed::HideNames, slide.hideNames},
                                  {Deed::Scheme, slide.scheme == theme::Scheme::Dark}};
    for (const auto& [deed, made] : m_switches)
        made->setChecked(states.value(deed));
    m_notes->setNotes(m_stage.wording().withoutMarks(scene.notes));
    QStringList said = viewOfScene(scene, *m_show.dossier()).losses;
    if (!m_pending.isEmpty())
        said.append(m_pending);
    m_losses->setText(said.join(' '));
    m_losses->setVisible(!m_losses->text().isEmpty());
    m_next->setText(nextText());
    m_now->setText(nowText());
    refreshScenes();
    refreshTime();
}

QString Console::nowText() const {
    if (!m_screenTexts.isEmpty() && m_screen < 0)
        return m_show.isPaused() ? tr("No screen for the audience: paused. Esc ends the show, any other key goes on.")
                                 : tr("No screen for the audience. This is what it would see.");
    if (m_show.isFrozen())
        return tr("On the audience’s screen: frozen");
    if (m_show.isPaused() && !m_quiz->quiz())
        return tr("On the audience’s screen: paused. Esc ends the show, any other key goes on.");
    if (m_show.slide().cover != Cover::None)
        return tr("On the audience’s screen: covered. Any key takes the cover away.");
    return m_quiz->quiz() ? tr("Quiz: 1 to 9 answer, Enter goes on, Esc goes back to the scene")
                          : tr("On the audience’s screen now");
}

void Console::refreshScenes() {
    const int step = m_show.slide().step;
    for (const QList<DeskButton*>& buttons : {m_sceneButtons, m_overviewButtons})
        for (int i = 0; i < buttons.size(); ++i) {
            buttons[i]->setMain(i == step);
            buttons[i]->setDone(i < step);
        }
    const QString number = m_show.number();
    m_where->setText(!number.isEmpty()           ? tr("To scene %1: Enter").arg(number)
                     : m_show.scenes().isEmpty() ? tr("This story has no scenes yet.")
                                                 : tr("Scene %1 of %2").arg(step + 1).arg(m_show.scenes().size()));
}

QString Console::nextText() const {
    const Slide& now = m_show.slide();
    const Slide next = m_show.next();
    if (!m_show.hasNext())
        return tr("Next: nothing more, this is the end");
    if (next.asking == Asking::Answer)
        return tr("Next: the answer");
    if (next.step != now.step)
        return tr("Next: scene %1").arg(next.step + 1);
    return tr("Next: point %1 of %2").arg(next.revealed).arg(m_show.scene().points.size());
}

qint64 Console::plan() const {
    const auto& stories = m_show.dossier()->tables().stories;
    const int minutes = m_show.story().isValid() ? stories.value(m_show.story().index).minutes : 0;
    return minutes > 0 ? minutes * 60 : m_show.plannedInAll() / 1000;
}

/// By the plan's own seconds a scene, stretched to the minutes that the story is to take.
QString Console::paceText() const {
    const double stretch = m_show.plannedInAll() > 0
                               ? 1000.0 * static_cast<double>(plan()) / static_cast<double>(m_show.plannedInAll())
                               : 1;
    const auto at = [&](int step) {
        qint64 seconds = 0;
        for (int i = 0; i < step && i < m_show.scenes().size(); ++i)
            seconds += m_show.scenes()[i].seconds > 0 ? m_show.scenes()[i].seconds : 60;
        return static_cast<qint64>(stretch * static_cast<double>(seconds));
    };
    const qint64 elapsed = m_show.elapsed() / 1000;
    const qint64 begins = at(m_show.slide().step), ends = at(m_show.slide().step + 1);
    if (elapsed > ends + paceSlack)
        return tr("%1 behind").arg(minutesText(elapsed - ends));
    if (elapsed < begins - paceSlack)
        return tr("%1 ahead").arg(minutesText(begins - elapsed));
    return tr("on pace");
}

void Console::refreshTime() {
    if (!m_show.dossier())
        return;
    const qint64 elapsed = m_show.elapsed() / 1000;
    m_clock->setText(QTime::currentTime().toString(QStringLiteral("HH:mm")));
    m_elapsed->setText(minutesText(elapsed));
    m_planned->setText(tr("elapsed of %1").arg(minutesText(plan())));
    m_progress->setMaximum(static_cast<int>(std::max<qint64>(1, plan())));
    m_progress->setValue(static_cast<int>(std::min(elapsed, plan())));
    m_pace->setText(m_show.isPaused() ? tr("paused") : paceText());
}

void Console::keyPressEvent(QKeyEvent* event) {
    if (m_quiz->quiz() && !m_quiz->quiz()->isHidden())
        pressInQuiz(*m_quiz->quiz(), m_show, Desk::Console, *event);
    else if (!m_show.press(event->key(), event->modifiers(), Desk::Console))
        QWidget::keyPressEvent(event);
}

void Console::closeEvent(QCloseEvent* event) {
    event->accept();
    m_show.end();
}

} // namespace entente::presentation
