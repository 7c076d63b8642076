#include "app/shell/top_bar.h"

#include "app/theme/painters.h"

#include <QHBoxLayout>
#include <QLabel>

namespace entente::shell {

namespace {
constexpr int barHeight = 52;
constexpr int buttonSide = 32;
constexpr int widestSearch = 440;
constexpr int widestPart = 260;
constexpr int narrowBar = 1180;
} // namespace

TopBar::TopBar(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
               QWidget* parent)
    : QWidget(parent), m_exploration(exploration), m_theme(theme), m_trail(new QWidget),
      m_search(new SearchBox(exploration, theme, wording)), m_export(new QPushButton(tr("E&xport"))),
      m_quiz(new QPushButton(tr("&Quiz"))), m_present(new QPushButton(tr("P&resent"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    m_back = addButton(tr("Back"), [this] { m_exploration.goBack(); });
    m_forward = addButton(tr("Forward"), [this] { m_exploration.goForward(); });
    m_trail->setLayout(new QHBoxLayout);
    m_trail->layout()->setContentsMargins(6, 0, 6, 0);
    m_trail->layout()->setSpacing(4);
    row->addWidget(m_trail, 1);
    row->addWidget(m_search);
    row->addStretch(1);
    for (QPushButton* button : {m_export, m_quiz, m_present})
        row->addWidget(button);
    m_export->setAccessibleName(tr("Export picture"));
    m_quiz->setAccessibleName(tr("Quiz on the events shown"));
    m_present->setAccessibleName(tr("Present the story"));
    m_present->setDefault(true); // drawn as what stands out
    connect(&exploration, &exploration::Exploration::historyChanged, this, &TopBar::refreshHistory);
    for (const auto signal : {&exploration::Exploration::dossierChanged, &exploration::Exploration::focusChanged})
        connect(&exploration, signal, this, &TopBar::refreshTrail);
    connect(&exploration, &exploration::Exploration::selectionChanged, this, &TopBar::refreshTrail);
    setTheme(theme);
}

void TopBar::setActions(QAction& picture, QAction& quiz, QAction& present) {
    bind(*m_export, picture);
    bind(*m_quiz, quiz);
    bind(*m_present, present);
}

void TopBar::bind(QPushButton& button, QAction& action) {
    const auto follow = [&button, &action] { button.setEnabled(action.isEnabled()); };
    connect(&button, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, &button, follow);
    follow();
    button.setToolTip(
        tr("%1 (%2)").arg(action.text().remove('&'), action.shortcut().toString(QKeySequence::NativeText)));
}

QToolButton* TopBar::addButton(const QString& name, std::function<void()> deed) {
    auto* button = new QToolButton;
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFixedSize(buttonSide, buttonSide);
    connect(button, &QToolButton::clicked, this, [deed = std::move(deed)] { deed(); });
    layout()->addWidget(button);
    return button;
}

void TopBar::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_back->setIcon(theme::icon(theme::Symbol::Back, theme));
    m_forward->setIcon(theme::icon(theme::Symbol::Forward, theme));
    m_export->setIcon(theme::icon(theme::Symbol::Export, theme));
    m_quiz->setIcon(theme::icon(theme::Symbol::Quiz, theme));
    m_present->setIcon(theme::icon(theme::Symbol::Present, theme, theme::Role::Panel));
    m_search->setTheme(theme);
    setFixedHeight(barHeight);
    refreshHistory();
    refreshTrail();
    update();
}

void TopBar::refreshHistory() {
    m_back->setEnabled(m_exploration.canGoBack());
    m_forward->setEnabled(m_exploration.canGoForward());
}

static QString titleOf(const model::Dossier& dossier, const model::Subject& subject) {
    if (const auto* event = std::get_if<model::EventId>(&subject))
        return dossier.event(*event).shortTitle.isEmpty() ? dossier.event(*event).title
                                                          : dossier.event(*event).shortTitle;
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        return dossier.actor(*actor).name;
    if (const auto* tie = std::get_if<model::RelationshipId>(&subject)) {
        const model::Relationship& relationship = dossier.relationship(*tie);
        return TopBar::tr("%1 and %2").arg(dossier.actor(relationship.from).name, dossier.actor(relationship.to).name);
    }
    if (const auto* era = std::get_if<model::EraId>(&subject))
        return dossier.era(*era).label;
    if (const auto* source = std::get_if<model::SourceId>(&subject))
        return dossier.source(*source).title;
    return {};
}

QList<TopBar::Part> TopBar::parts() const {
    const model::Dossier& dossier = *m_exploration.dossier();
    QList<Part> parts = {{tr("All events"), [this] {
                              m_exploration.setFocus({});
                              m_exploration.select({});
                              m_exploration.showWholeSpan();
                          }}};
    if (const auto& focus = m_exploration.focus())
        parts.append(
            {dossier.actor(focus->actor).name, [this] { m_exploration.select(m_exploration.focus()->actor); }});
    const QString title = titleOf(dossier, m_exploration.selection());
    if (!title.isEmpty() && title != parts.last().text)
        parts.append({title, [this] { m_exploration.goInto(m_exploration.selection()); }});
    return parts;
}

void TopBar::addPart(const Part& part, bool last) {
    auto* button = new QToolButton;
    QFont font = m_theme.font(theme::Type::Body);
    font.setBold(last);
    button->setFont(font);
    const QString shown = QFontMetrics(font).elidedText(part.text, Qt::ElideRight, widestPart);
    button->setText(QString(shown).replace('&', "&&"));
    button->setAccessibleName(part.text);
    button->setAutoRaise(true);
    connect(
        button, &QToolButton::clicked, this, [deed = part.deed] { deed(); }, Qt::QueuedConnection);
    m_trail->layout()->addWidget(button);
    if (last)
        return;
    auto* separator = new QLabel(QString(QChar(0x203A)));
    separator->setTextFormat(Qt::PlainText);
    m_trail->layout()->addWidget(separator);
}

void TopBar::refreshTrail() {
    while (QLayoutItem* item = m_trail->layout()->takeAt(0)) {
        if (QWidget* part = item->widget()) {
            part->hide();
            part->deleteLater();
        }
        delete item;
    }
    const QList<Part> all = parts();
    for (qsizetype i = 0; i < all.size(); ++i)
        addPart(all[i], i + 1 == all.size());
    static_cast<QHBoxLayout*>(m_trail->layout())->addStretch();
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_search->setFixedWidth(std::clamp(width() * 3 / 10, 200, widestSearch));
    // The trail needs the room more than words that the tooltips say as well.
    const bool isNarrow = width() < narrowBar;
    m_export->setText(isNarrow ? QString() : tr("E&xport"));
    m_quiz->setText(isNarrow ? QString() : tr("&Quiz"));
}

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(theme::Role::Chrome));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(theme::Role::Line));
}

} // namespace entente::shell
