#include "app/shell/filter_bar.h"

#include <QHBoxLayout>

namespace entente::shell {

using model::Filter;
using Field = model::Filter::Field;

namespace {
constexpr std::array tenors = {model::Tenor::Cooperation, model::Tenor::Pressure, model::Tenor::Conflict,
                               model::Tenor::Neutral};
constexpr std::array tenorMarks = {model::Mark::Disc, model::Mark::Triangle, model::Mark::Star, model::Mark::Diamond};
constexpr std::array alwaysShown = {Field::Lane, Field::Actor, Field::Importance};
constexpr std::array onRequest = {Field::Kind, Field::Certainty, Field::Source, Field::Theme};
constexpr int rowHeight = 42;
} // namespace

FilterBar::FilterBar(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
                     QWidget* parent)
    : QWidget(parent), m_exploration(exploration), m_theme(theme), m_wording(wording), m_count(new QLabel) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 18, 0);
    row->setSpacing(8);
    makeTenorChips();
    makeFieldChips();
    row->addStretch();
    row->addWidget(m_count);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAccessibleName(tr("What the filter shows"));
    for (const auto signal : {&exploration::Exploration::filterChanged, &exploration::Exploration::dossierChanged,
                              &exploration::Exploration::focusChanged})
        connect(&exploration, signal, this, &FilterBar::refill);
    connect(&exploration, &exploration::Exploration::selectionChanged, this, &FilterBar::showCount);
    setTheme(theme);
    refill();
}

void FilterBar::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    for (theme::Chip* chip : findChildren<theme::Chip*>())
        chip->setTheme(theme);
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.color(theme::Role::Ink3));
    m_count->setPalette(palette);
    m_count->setFont(theme.font(theme::Type::Secondary));
    setFixedHeight(rowHeight);
    update();
}

void FilterBar::makeTenorChips() {
    for (size_t i = 0; i < tenors.size(); ++i) {
        auto* chip = new theme::Chip(m_theme, m_wording.tenor(tenors[i]), this);
        theme::MarkStyle mark;
        mark.mark = tenorMarks[i];
        mark.tenor = tenors[i];
        chip->setMark(mark);
        chip->setCheckable(true);
        chip->setChecked(true);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { toggleTenor(tenors[i]); });
        layout()->addWidget(chip);
        m_tenors.append(chip);
    }
}

void FilterBar::makeFieldChips() {
    m_focus = new theme::Chip(m_theme, {}, this);
    m_focus->setRemovable(true);
    m_focus->setSymbol(theme::Symbol::People);
    m_focus->setCheckable(true);
    m_focus->setChecked(true);
    connect(m_focus, &QAbstractButton::clicked, this, [this] { m_focus->setChecked(true); });
    connect(m_focus, &theme::Chip::removed, this, [this] { m_exploration.setFocus({}); });
    layout()->addWidget(m_focus);
    for (const Field field : alwaysShown)
        addFieldChip(field);
    for (const Field field : onRequest)
        addFieldChip(field);
    m_more = new theme::Chip(m_theme, tr("Add filter"), this);
    m_more->setForm(theme::Chip::Form::Adding);
    connect(m_more, &QAbstractButton::clicked, this, &FilterBar::showMoreMenu);
    layout()->addWidget(m_more);
}

theme::Chip* FilterBar::addFieldChip(Field field) {
    auto* chip = new theme::Chip(m_theme, restingText(field), this);
    connect(chip, &QAbstractButton::clicked, this, [this, field] {
        refreshField(field);
        showMenu(field);
    });
    chip->setLargestTextWidth(180);
    connect(chip, &theme::Chip::removed, this,
            [this, field] { m_exploration.setFilter(m_exploration.filter().with(field, {})); });
    layout()->addWidget(chip);
    m_fields.append({field, chip});
    return chip;
}

void FilterBar::toggleTenor(model::Tenor tenor) {
    QStringList shown;
    for (size_t i = 0; i < tenors.size(); ++i)
        if (m_tenors[static_cast<qsizetype>(i)]->isChecked())
            shown.append(model::wordOf(tenors[i]));
    // Nothing at all is never what is wanted: the last one switched off leaves only itself.
    if (shown.isEmpty())
        shown = {model::wordOf(tenor)};
    if (shown.size() == static_cast<qsizetype>(tenors.size()))
        shown.clear();
    m_exploration.setFilter(m_exploration.filter().with(Field::Tenor, shown));
    refill();
}

void FilterBar::refill() {
    const Filter::Condition* condition = m_exploration.filter().condition(Field::Tenor);
    for (size_t i = 0; i < tenors.size(); ++i) {
        const bool named = condition && condition->values.contains(model::wordOf(tenors[i]));
        const bool negated = condition && condition->comparison == Filter::Comparison::IsNot;
        m_tenors[static_cast<qsizetype>(i)]->setChecked(!condition || named != negated);
    }
    for (const auto& [field, chip] : m_fields)
        refreshField(field);
    refreshFocus();
    showCount();
}

void FilterBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showCount();
}

/// Whom the events involve gives way where the chips leave no room for it.
void FilterBar::showCount() {
    const QString words = involvementWords();
    m_count->setText(words.isEmpty() ? countWords() : words);
    if (!words.isEmpty() && layout()->sizeHint().width() > width())
        m_count->setText(countWords());
}

void FilterBar::refreshField(Field field) {
    const auto entry =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const auto& pair) { return pair.first == field; });
    const bool active = m_exploration.filter().condition(field);
    const bool optional = std::find(onRequest.begin(), onRequest.end(), field) != onRequest.end();
    entry->second->setText(active ? activeText(field) : restingText(field));
    entry->second->setAccessibleName(entry->second->text());
    entry->second->setRemovable(active);
    entry->second->setCheckable(active);
    entry->second->setChecked(active);
    entry->second->setVisible(active || !optional);
}

void FilterBar::refreshFocus() {
    const auto& focus = m_exploration.focus();
    m_focus->setVisible(focus.has_value());
    if (focus)
        m_focus->setText(
            tr("Focus: %1, %n step(s)", nullptr, focus->steps).arg(m_exploration.dossier()->actor(focus->actor).name));
}

/// Of the actor in focus, or of the selected one; empty: there is none.
QString FilterBar::involvementWords() const {
    const auto* selected = std::get_if<model::ActorId>(&m_exploration.selection());
    if (!m_exploration.focus() && !selected)
        return {};
    const model::ActorId id = m_exploration.focus() ? m_exploration.focus()->actor : *selected;
    const model::Actor& actor = m_exploration.dossier()->actor(id);
    const QList<model::EventId> events = m_exploration.dossier()->eventsOf(id);
    const auto count = std::count_if(events.begin(), events.end(), [this](model::EventId event) {
        return m_exploration.shownEvents().value(event.index);
    });
    const auto shown = static_cast<int>(m_exploration.shownCount());
    const bool isAll = shown == m_exploration.dossier()->tables().events.size();
    const QString words = isAll ? tr("%1 of %n event(s) involve %2", nullptr, shown)
                                : tr("%1 of %n event(s) shown involve %2", nullptr, shown);
    return words.arg(count).arg(actor.shownName());
}

QString FilterBar::countWords() const {
    const qsizetype all = m_exploration.dossier()->tables().events.size();
    const qsizetype shown = m_exploration.shownCount();
    if (shown == all)
        return tr("all %n event(s) shown", nullptr, static_cast<int>(all));
    return tr("%1 of %n event(s)", nullptr, static_cast<int>(all)).arg(shown);
}

static QString orKey(const QString& label, const QString& key) {
    return label.isEmpty() ? key : label;
}

QList<FilterBar::Choice> FilterBar::choices(Field field) const {
    const model::Dossier& dossier = *m_exploration.dossier();
    QList<Choice> choices;
    if (field == Field::Lane)
        for (const model::ThemeId lane : dossier.lanes())
            choices.append({dossier.theme(lane).key, orKey(dossier.theme(lane).label, dossier.theme(lane).key)});
    if (field == Field::Theme)
        for (const model::Theme& theme : dossier.tables().themes)
            choices.append({theme.key, orKey(theme.label, theme.key)});
    if (field == Field::Kind)
        for (const model::EventKind& kind : dossier.tables().eventKinds)
            choices.append({kind.key, orKey(kind.label, kind.key)});
    if (field == Field::Actor)
        for (const model::Actor& actor : dossier.tables().actors)
            choices.append({actor.key, orKey(actor.name, actor.key)});
    if (field == Field::Certainty)
        for (const auto value : {model::Certainty::Happened, model::Certainty::Claimed, model::Certainty::Assessed,
                                 model::Certainty::Expected})
            choices.append({model::wordOf(value), m_wording.certainty(value)});
    if (field == Field::Source)
        choices = {{"yes", tr("with a source")}, {"no", tr("without a source")}};
    return choices;
}

QString FilterBar::restingText(Field field) const {
    switch (field) {
    case Field::Lane:
        return tr("All themes");
    case Field::Actor:
        return tr("All actors");
    case Field::Importance:
        return tr("Every event");
    case Field::Kind:
        return tr("Kind");
    case Field::Certainty:
        return tr("Certainty");
    case Field::Source:
        return tr("Source");
    case Field::Theme:
        return tr("Theme within a lane");
    case Field::Tenor:
        break;
    }
    return tr("Tenor");
}

QString FilterBar::activeText(Field field) const {
    const Filter::Condition& condition = *m_exploration.filter().condition(field);
    if (field == Field::Importance)
        return condition.values == QStringList{"5"} ? tr("Key events") : tr("Key and major events");
    QStringList labels;
    for (const Choice& choice : choices(field))
        if (condition.values.contains(choice.value))
            labels.append(choice.label);
    const QString first = labels.isEmpty() ? condition.values.first() : labels.first();
    const QString text =
        labels.size() > 1 ? tr("%1 and %n more", nullptr, static_cast<int>(labels.size()) - 1).arg(first) : first;
    return condition.comparison == Filter::Comparison::IsNot ? tr("not %1").arg(text) : text;
}

void FilterBar::addChoices(QMenu& menu, Field field) {
    const Filter::Condition* condition = m_exploration.filter().condition(field);
    for (const Choice& choice : choices(field)) {
        QAction* action = menu.addAction(QString(choice.label).replace('&', "&&"));
        action->setCheckable(true);
        action->setChecked(condition && condition->values.contains(choice.value));
        connect(action, &QAction::toggled, this,
                [this, field, value = choice.value](bool on) { choose(field, value, on); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("This dossier has none"))->setEnabled(false);
}

void FilterBar::choose(Field field, const QString& value, bool on) {
    const Filter::Condition* condition = m_exploration.filter().condition(field);
    QStringList values = condition ? condition->values : QStringList();
    values.removeAll(value);
    if (on)
        values.append(value);
    m_exploration.setFilter(m_exploration.filter().with(field, values));
}

void FilterBar::addImportances(QMenu& menu) {
    const auto add = [&](const QString& text, const QStringList& values) {
        connect(menu.addAction(text), &QAction::triggered, this, [this, values] {
            m_exploration.setFilter(
                m_exploration.filter().with(Field::Importance, values, Filter::Comparison::AtLeast));
        });
    };
    add(tr("&Every event"), {});
    add(tr("Key and &major events"), {QString::number(model::majorImportance)});
    add(tr("&Key events"), {QString::number(model::keyImportance)});
}

void FilterBar::showMenu(Field field) {
    QMenu menu(this);
    if (field == Field::Importance)
        addImportances(menu);
    else
        addChoices(menu, field);
    const auto entry =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const auto& pair) { return pair.first == field; });
    menu.exec(entry->second->mapToGlobal(QPoint(0, entry->second->height() + 2)));
}

void FilterBar::showMoreMenu() {
    QMenu menu(this);
    for (const Field field : onRequest)
        addChoices(*menu.addMenu(restingText(field)), field);
    menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

void FilterBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(theme::Role::Chrome));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(theme::Role::Line));
}

} // namespace entente::shell
