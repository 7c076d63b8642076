#include "app/shell/search_box.h"

#include "app/exploration/links.h"
#include "app/shell/hit_delegate.h"
#include "app/theme/painters.h"

#include <QKeyEvent>

namespace entente::shell {

namespace {
constexpr int listWidth = 520;
constexpr int listHeight = 420;
} // namespace

SearchBox::SearchBox(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
                     QWidget* parent)
    : QLineEdit(parent), m_exploration(exploration), m_theme(theme), m_wording(wording), m_list(new QListView) {
    setPlaceholderText(tr("Search events, actors, sources"));
    setAccessibleName(tr("Search"));
    setClearButtonEnabled(true);
    setTextMargins(26, 0, 46, 0);
    m_list->setParent(this, Qt::ToolTip);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HitDelegate(theme, m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::search);
    connect(m_list, &QListView::clicked, this, &SearchBox::choose);
    connect(&m_search, &BackgroundSearch::answered, this, &SearchBox::showHits);
    connect(&m_search, &BackgroundSearch::nearestFound, this, &SearchBox::showNearest);
    connect(&m_search, &BackgroundSearch::progressed, this, [this] {
        if (m_readiness)
            showReadiness();
    });
    m_waiting.setSingleShot(true);
    connect(&m_waiting, &QTimer::timeout, this, &SearchBox::showReadiness);
    connect(&exploration, &exploration::Exploration::dossierChanged, this, &SearchBox::follow);
    follow();
}

void SearchBox::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    static_cast<HitDelegate*>(m_list->itemDelegate())->setTheme(theme);
}

void SearchBox::follow() {
    leave(false);
    clearList();
    m_search.setDossier(m_exploration.dossier());
}

void SearchBox::clearList() {
    m_model.clear();
    m_subjects.clear();
    m_readiness = false;
}

/// Where the field itself has nothing to undo, the keys are the window's. So are those that move to the end of a line
/// and delete to it in other editors.
bool SearchBox::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        const bool isOfEditors =
            key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_E || key->key() == Qt::Key_K);
        if (isOfEditors || (key->matches(QKeySequence::Undo) && !isUndoAvailable()) ||
            (key->matches(QKeySequence::Redo) && !isRedoAvailable())) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void SearchBox::begin() {
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchBox::search(const QString& text) {
    m_goesToFirst = false;
    if (text.trimmed().isEmpty()) {
        clearList();
        leave(true);
        return;
    }
    if (!m_before)
        m_before = m_exploration.view();
    m_search.ask(text); // the list stays until the answer comes
    if (!m_search.isMakingIndex())
        return;
    if (const auto left = m_patience - m_search.timeOfMaking(); left.count() > 0)
        m_waiting.start(left);
    else
        showReadiness();
}

void SearchBox::showReadiness() {
    if (!m_search.isMakingIndex() || !m_search.isWaiting())
        return;
    clearList();
    m_readiness = true;
    addHeading(tr("Getting ready to search… %1 %").arg(static_cast<int>(100 * m_search.shareMade())));
    showList();
}

void SearchBox::showHits(const QList<store::Hit>& hits) {
    m_waiting.stop();
    clearList();
    addGroups(hits);
    if (m_subjects.isEmpty())
        addHeading(tr("Nothing is called that"));
    showList();
    highlightHits();
    if (std::exchange(m_goesToFirst, false) && !m_subjects.isEmpty())
        choose(m_list->currentIndex());
}

/// In the panels; where nothing of what was found is drawn in any, nothing steps back.
void SearchBox::highlightHits() {
    QList<model::Subject> drawn;
    for (const model::Subject& subject : std::as_const(m_subjects)) {
        if (const auto* tie = std::get_if<model::RelationshipId>(&subject))
            drawn.append(exploration::drawnAs(*m_exploration.dossier(), *tie));
        else if (std::holds_alternative<model::EventId>(subject) || std::holds_alternative<model::ActorId>(subject))
            drawn.append(subject);
    }
    m_exploration.highlight(drawn);
}

void SearchBox::showNearest(const QStringList& names) {
    addHeading(tr("Closest names"));
    for (const QString& name : names)
        m_model.appendRow(new QStandardItem(name));
    showList();
}

void SearchBox::addHeading(const QString& text) {
    auto* item = new QStandardItem(text);
    item->setData(true, HitDelegate::HeadingRole);
    item->setFlags(Qt::NoItemFlags);
    m_model.appendRow(item);
}

/// What is called exactly what was typed is what was meant: its group comes first.
void SearchBox::addGroups(const QList<store::Hit>& hits) {
    using Group = store::Hit::Group;
    QList<std::pair<Group, QString>> groups{{Group::Events, tr("Events")},
                                            {Group::Actors, tr("Actors")},
                                            {Group::Ties, tr("Ties")},
                                            {Group::Sources, tr("Sources")}};
    const auto isMeant = [&](const auto& group) {
        return std::any_of(hits.begin(), hits.end(), [&](const store::Hit& hit) {
            return hit.group == group.first && !hit.matches.isEmpty() && hit.matches.first().start == 0 &&
                   hit.matches.first().length == hit.title.size();
        });
    };
    std::stable_partition(groups.begin(), groups.end(), isMeant);
    for (const auto& [group, title] : groups)
        addGroup(title, hits, group);
}

void SearchBox::addGroup(const QString& title, const QList<store::Hit>& hits, store::Hit::Group group) {
    bool isFirst = true;
    for (const store::Hit& hit : hits) {
        if (hit.group != group)
            continue;
        if (std::exchange(isFirst, false))
            addHeading(title);
        addHit(hit);
    }
}

void SearchBox::addHit(const store::Hit& hit) {
    auto* item = new QStandardItem(hit.title);
    QVariantList matches;
    for (const auto& match : hit.matches)
        matches.append(QPoint(static_cast<int>(match.start), static_cast<int>(match.length)));
    item->setData(matches, HitDelegate::MatchesRole);
    item->setData(dateOf(hit.subject), HitDelegate::DateRole);
    item->setData(m_subjects.size(), HitDelegate::SubjectRole);
    m_subjects.append(hit.subject);
    m_model.appendRow(item);
}

QString SearchBox::dateOf(const model::Subject& subject) const {
    const auto* event = std::get_if<model::EventId>(&subject);
    return event ? m_wording.eventDate(*m_exploration.dossier(), *event, wording::Style::Short) : QString();
}

void SearchBox::showList() {
    const QPoint corner = mapToGlobal(QPoint(0, height() + 4));
    int wanted = 2 * m_list->frameWidth();
    for (int row = 0; row < m_model.rowCount(); ++row)
        wanted += m_list->sizeHintForRow(row);
    m_list->setGeometry(QRect(corner, QSize(std::max(width(), listWidth), std::min(wanted, listHeight))));
    m_list->show();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!(m_model.item(row)->flags() & Qt::ItemIsSelectable))
            continue;
        m_list->setCurrentIndex(m_model.index(row, 0));
        break;
    }
}

void SearchBox::step(int direction) {
    for (int row = m_list->currentIndex().row() + direction; row >= 0 && row < m_model.rowCount(); row += direction) {
        if (!(m_model.item(row)->flags() & Qt::ItemIsSelectable))
            continue;
        m_list->setCurrentIndex(m_model.index(row, 0));
        preview(m_list->currentIndex());
        return;
    }
}

model::Subject SearchBox::subjectAt(const QModelIndex& index) const {
    const QVariant position = index.data(HitDelegate::SubjectRole);
    return position.isValid() ? m_subjects[position.toLongLong()] : model::Subject();
}

void SearchBox::preview(const QModelIndex& index) {
    if (const model::Subject subject = subjectAt(index); !model::isNothing(subject))
        m_exploration.select(subject);
}

void SearchBox::choose(const QModelIndex& index) {
    const model::Subject subject = subjectAt(index);
    if (model::isNothing(subject)) {
        if (index.flags() & Qt::ItemIsSelectable) {
            setText(index.data().toString());
            search(text());
        }
        return;
    }
    leave(false);
    emit found(subject);
}

void SearchBox::leave(bool restore) {
    m_search.giveUp();
    m_waiting.stop();
    m_goesToFirst = false;
    m_list->hide();
    m_exploration.highlight({});
    if (restore && m_before)
        m_exploration.restore(*m_before);
    m_before.reset();
}

void SearchBox::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_goesToFirst = m_search.isWaiting();
        if (!m_goesToFirst && m_list->isVisible())
            choose(m_list->currentIndex());
        return;
    case Qt::Key_Escape:
        leave(true);
        clear();
        return parentWidget() ? parentWidget()->setFocus() : clearFocus();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason || event->reason() == Qt::ShortcutFocusReason)
        m_search.prepare();
}

void SearchBox::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    leave(false);
}

void SearchBox::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = 16;
    theme::paintSymbol(painter, theme::Symbol::Search, QRectF(9, (height() - side) / 2, side, side),
                       m_theme.color(theme::Role::Ink3));
    if (!text().isEmpty())
        return;
    painter.setFont(m_theme.font(theme::Type::Date));
    painter.setPen(m_theme.color(theme::Role::Ink3));
    painter.drawText(rect().adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter, tr("Ctrl K"));
}

} // namespace entente::shell
