#include "app/shell/search_box.h"

#include "app/shell/hit_delegate.h"
#include "app/theme/painters.h"

#include <QKeyEvent>

namespace entente::shell {

namespace {
constexpr int mostHitsAGroup = 6;
constexpr int mostHits = 40;
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
    connect(&exploration, &exploration::Exploration::dossierChanged, this, &SearchBox::rebuild);
    rebuild();
}

void SearchBox::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    static_cast<HitDelegate*>(m_list->itemDelegate())->setTheme(theme);
}

void SearchBox::rebuild() {
    m_list->hide();
    m_model.clear();
    m_before.reset();
    m_search.reset(); // made when something is looked for: most files are opened without a search
}

const store::Search& SearchBox::index() {
    if (!m_search)
        m_search = std::make_unique<store::Search>(m_exploration.dossier());
    return *m_search;
}

void SearchBox::begin() {
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchBox::search(const QString& text) {
    m_model.clear();
    m_subjects.clear();
    if (text.trimmed().isEmpty()) {
        leave(true);
        return;
    }
    if (!m_before)
        m_before = m_exploration.view();
    const QList<store::Hit> hits = index().find(text, mostHits);
    addGroup(tr("Events"), hits, store::Hit::Group::Events);
    addGroup(tr("Actors"), hits, store::Hit::Group::Actors);
    addGroup(tr("Ties"), hits, store::Hit::Group::Ties);
    addGroup(tr("Sources"), hits, store::Hit::Group::Sources);
    if (m_subjects.isEmpty())
        addNothingFound(text);
    showList();
}

void SearchBox::addHeading(const QString& text) {
    auto* item = new QStandardItem(text);
    item->setData(true, HitDelegate::HeadingRole);
    item->setFlags(Qt::NoItemFlags);
    m_model.appendRow(item);
}

void SearchBox::addGroup(const QString& title, const QList<store::Hit>& hits, store::Hit::Group group) {
    int shown = 0;
    for (const store::Hit& hit : hits) {
        if (hit.group != group || shown == mostHitsAGroup)
            continue;
        if (shown++ == 0)
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

void SearchBox::addNothingFound(const QString& text) {
    addHeading(tr("Nothing is called that"));
    const QStringList nearest = index().nearest(text);
    if (nearest.isEmpty())
        return;
    addHeading(tr("Closest names"));
    for (const QString& name : nearest)
        m_model.appendRow(new QStandardItem(name));
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
    m_list->hide();
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
        if (m_list->isVisible())
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
