#include "app/relations/view/network_heading.h"

#include "app/theme/painters.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace entente::relations {

namespace {

/// A field that gives its text back on Esc.
class DateField : public QLineEdit {
public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Escape && isModified())
            emit inputRejected();
        else
            QLineEdit::keyPressEvent(event);
    }
};

} // namespace

NetworkHeading::NetworkHeading(exploration::Exploration& exploration, exploration::Player& player,
                               const theme::Theme& theme, const wording::Wording& wording, QWidget* parent)
    : QWidget(parent), m_exploration(exploration), m_player(player), m_theme(theme), m_wording(wording) {
    build();
    buildMenu();
    follow();
    setTheme(theme);
    showMoment();
    showCompared();
}

void NetworkHeading::build() {
    m_sentence = new QLabel(tr("&Who stood where on"), this);
    m_sentence->setTextFormat(Qt::PlainText);
    m_date = new DateField(this);
    m_date->setObjectName(QStringLiteral("moment"));
    m_date->setAccessibleName(tr("Moment"));
    m_date->setAccessibleDescription(tr("A date such as 17 Jan 2025, May 2018 or 2015"));
    m_date->setMaxLength(64);
    m_sentence->setBuddy(m_date);
    m_with = new QLabel(tr("&with"), this);
    m_with->setTextFormat(Qt::PlainText);
    m_compared = new DateField(this);
    m_compared->setObjectName(QStringLiteral("compared"));
    m_compared->setAccessibleName(tr("Moment to compare with"));
    m_compared->setAccessibleDescription(tr("A date such as 17 Jan 2025, May 2018 or 2015"));
    m_compared->setMaxLength(64);
    m_with->setBuddy(m_compared);
    m_error = new QLabel(this);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setObjectName(QStringLiteral("momentError"));
    m_error->setWordWrap(true);
    m_error->hide();
    m_compare = makeButton(tr("Compare two moments"), tr("Compare with another moment (Ctrl+D)"));
    m_compare->setCheckable(true);
    m_previous = makeButton(tr("Previous change"), tr("Go to the change of ties before (Ctrl+,)"));
    m_play = makeButton(tr("Play the changes"), {});
    m_next = makeButton(tr("Next change"), tr("Go to the next change of ties (Ctrl+.)"));
    m_more = makeButton(tr("More about the network"), tr("More"));
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_sentence);
    row->addWidget(m_date);
    row->addWidget(m_with);
    row->addWidget(m_compared);
    row->addWidget(m_error, 1);
    row->addStretch();
    for (QToolButton* button : {m_compare, m_previous, m_play, m_next, m_more})
        row->addWidget(button);
}

QToolButton* NetworkHeading::makeButton(const QString& name, const QString& help) {
    auto* button = new QToolButton(this);
    button->setAccessibleName(name);
    button->setToolTip(help.toHtmlEscaped());
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void NetworkHeading::buildMenu() {
    m_menu = new QMenu(this);
    m_showEnded = m_menu->addAction(tr("Show &Ended Ties"));
    m_showEnded->setCheckable(true);
    m_releasePins =
        m_menu->addAction(tr("&Release All Pins"), this, [this] { m_exploration.wish(model::PlaceActors{}); });
    m_menu->addAction(tr("&Whole Network"), this, [this] { m_exploration.setNetworkView({}); });
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_showEnded->setChecked(m_exploration.view().showEnded);
        m_releasePins->setEnabled(!m_exploration.dossier()->tables().placements.isEmpty());
    });
    connect(m_showEnded, &QAction::triggered, &m_exploration, &exploration::Exploration::setShowEnded);
}

void NetworkHeading::follow() {
    using exploration::Exploration;
    connect(&m_exploration, &Exploration::momentChanged, this, &NetworkHeading::showMoment);
    connect(&m_exploration, &Exploration::dossierChanged, this, &NetworkHeading::showMoment);
    connect(m_date, &QLineEdit::returnPressed, this, &NetworkHeading::take);
    connect(m_date, &QLineEdit::inputRejected, this, &NetworkHeading::showMoment);
    connect(m_date, &QLineEdit::textEdited, this, [this] { showError({}); });
    connect(&m_exploration, &Exploration::comparedChanged, this, &NetworkHeading::showCompared);
    connect(m_compare, &QToolButton::clicked, this, &NetworkHeading::toggleComparison);
    connect(m_compared, &QLineEdit::returnPressed, this, &NetworkHeading::takeCompared);
    connect(m_compared, &QLineEdit::inputRejected, this, &NetworkHeading::showCompared);
    connect(m_compared, &QLineEdit::textEdited, this, [this] { showError({}); });
    connect(m_previous, &QToolButton::clicked, &m_exploration, &Exploration::stepToPreviousChange);
    connect(m_next, &QToolButton::clicked, &m_exploration, &Exploration::stepToNextChange);
    connect(m_play, &QToolButton::clicked, &m_player, &exploration::Player::toggle);
    connect(&m_player, &exploration::Player::playingChanged, this, &NetworkHeading::showPlaying);
}

void NetworkHeading::editDate() {
    m_date->setFocus(Qt::ShortcutFocusReason);
    m_date->selectAll();
}

void NetworkHeading::toggleComparison() {
    if (m_exploration.view().compared || m_asksForDay) {
        m_exploration.compareWith({});
        return showCompared();
    }
    m_asksForDay = true;
    m_with->show();
    m_compared->clear();
    m_compared->show();
    m_compare->setChecked(true);
    nameSentence();
    m_compared->setFocus(Qt::ShortcutFocusReason);
}

void NetworkHeading::showCompared() {
    const auto compared = m_exploration.view().compared;
    m_asksForDay = false;
    m_compared->setText(compared ? m_wording.day(*compared, wording::Style::Short) : QString());
    m_compared->setModified(false);
    m_with->setVisible(compared.has_value());
    m_compared->setVisible(compared.has_value());
    m_compare->setChecked(compared.has_value());
    nameSentence();
    showError({});
}

/// Two fields leave room for one word.
void NetworkHeading::nameSentence() {
    m_sentence->setText(m_compared->isHidden() ? tr("&Who stood where on") : tr("&Compare"));
}

void NetworkHeading::takeCompared() {
    const auto day = m_wording.readDay(m_compared->text().trimmed(),
                                       m_exploration.view().secondCalendar.value_or(model::Calendar::Gregorian));
    if (!day)
        return showError(tr("Write a date such as “17 Jan 2025”, “May 2018”, “2015” or “2025-01”."));
    if (*day == m_exploration.moment())
        return showError(tr("This is the moment itself. Write another day."));
    m_exploration.compareWith(*day);
    showCompared();
}

void NetworkHeading::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    QPalette colors = theme.palette();
    colors.setColor(QPalette::Window, theme.color(theme::Role::Panel));
    setPalette(colors);
    setAutoFillBackground(true);
    setFixedHeight(qRound(theme.px(46)));
    m_sentence->setFont(theme.font(theme::Type::PanelHeading));
    m_date->setFont(theme.font(theme::Type::KeyEvent));
    m_date->setFixedWidth(qRound(theme.px(118)));
    m_with->setFont(theme.font(theme::Type::PanelHeading));
    m_compared->setFont(theme.font(theme::Type::KeyEvent));
    m_compared->setFixedWidth(qRound(theme.px(110)));
    m_error->setFont(theme.font(theme::Type::Secondary));
    showPlaying();
    m_compare->setIcon(theme::icon(theme::Symbol::Compare, theme));
    m_previous->setIcon(theme::icon(theme::Symbol::Previous, theme));
    m_next->setIcon(theme::icon(theme::Symbol::Next, theme));
    m_more->setIcon(theme::icon(theme::Symbol::More, theme));
    for (QToolButton* button : {m_compare, m_previous, m_play, m_next, m_more})
        button->setFixedSize(qRound(theme.px(32)), qRound(theme.px(32)));
    layout()->setContentsMargins(qRound(theme.px(18)), 0, qRound(theme.px(12)), 0);
    layout()->setSpacing(qRound(theme.px(6)));
}

void NetworkHeading::showMoment() {
    m_date->setText(m_wording.day(m_exploration.moment(), wording::Style::Short));
    m_date->setModified(false);
    showError({});
}

void NetworkHeading::showPlaying() {
    const bool playing = m_player.isPlaying();
    m_play->setIcon(theme::icon(playing ? theme::Symbol::Pause : theme::Symbol::Play, m_theme));
    m_play->setAccessibleName(playing ? tr("Stop playing") : tr("Play the changes"));
    m_play->setToolTip((playing ? tr("Stop playing (Space)") : tr("Play from change to change (Space)")));
}

void NetworkHeading::take() {
    const auto day = m_wording.readDay(m_date->text().trimmed(),
                                       m_exploration.view().secondCalendar.value_or(model::Calendar::Gregorian));
    if (!day) {
        showError(tr("Write a date such as “17 Jan 2025”, “May 2018”, “2015” or “2025-01”."));
        return;
    }
    m_exploration.goTo(*day);
    showMoment();
}

void NetworkHeading::showError(const QString& text) {
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    // In a narrow panel there is room for one of the two.
    m_sentence->setVisible(text.isEmpty());
    m_date->setAccessibleDescription(text.isEmpty() ? tr("A date such as 17 Jan 2025, May 2018 or 2015") : text);
}

} // namespace entente::relations
