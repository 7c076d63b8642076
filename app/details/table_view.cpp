#include "app/details/table_view.h"

#include "app/details/central_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

namespace entente::details {

namespace {

constexpr int widestColumn = 48; // in characters
constexpr int columnGap = 14;

/// Sorts by the keys behind the words; rows without one stay last in either direction.
class SortedTable : public QSortFilterProxyModel {
public:
    SortedTable(QAbstractItemModel* source, QObject* parent) : QSortFilterProxyModel(parent) {
        setSourceModel(source);
        setSortRole(orderRole);
        setSortCaseSensitivity(Qt::CaseInsensitive);
        setSortLocaleAware(true);
    }

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override {
        const bool hasLeft = left.data(orderRole).isValid();
        const bool hasRight = right.data(orderRole).isValid();
        if (hasLeft && hasRight)
            return QSortFilterProxyModel::lessThan(left, right);
        return sortOrder() == Qt::AscendingOrder ? hasLeft && !hasRight : !hasLeft && hasRight;
    }
};

/// A table in which Enter, like a double-click, activates a row on every desktop, and Tab leaves.
class RowTable : public QTableView {
public:
    using QTableView::QTableView;

protected:
    void keyPressEvent(QKeyEvent* event) override {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter && currentIndex().isValid() && event->modifiers() == Qt::NoModifier)
            emit activated(currentIndex());
        else
            QTableView::keyPressEvent(event);
    }
};

} // namespace

TableView::TableView(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
                     QWidget* parent)
    : QTabWidget(parent), m_exploration(exploration), m_eventTable(new EventTable(exploration, theme, wording, this)),
      m_tieTable(new TieTable(exploration, theme, wording, this)),
      m_centralTable(new CentralTable(exploration, wording, this)), m_events(addTable(m_eventTable, tr("&Events"))),
      m_ties(addTable(m_tieTable, tr("&Ties"))), m_centrals(addTable(m_centralTable, tr("Who Is &Central"))),
      m_sparklines(new SparklineDelegate(theme, this)) {
    setDocumentMode(true);
    m_events->setAccessibleName(tr("Events"));
    m_ties->setAccessibleName(tr("Ties"));
    m_centrals->setAccessibleName(tr("Who is central"));
    m_centrals->setItemDelegateForColumn(CentralTable::OverTime, m_sparklines);
    connect(this, &QTabWidget::currentChanged, this, &TableView::look);
    connect(&exploration, &exploration::Exploration::selectionChanged, this, &TableView::followSelection);
    for (QTableView* view : {m_events, m_ties, m_centrals})
        connect(
            view->model(), &QAbstractItemModel::modelReset, this,
            [this, view] {
                fitColumns(*view);
                followSelection();
            },
            Qt::QueuedConnection);
    setTheme(theme);
    followSelection();
}

void TableView::setTheme(const theme::Theme& theme) {
    m_eventTable->setTheme(theme);
    m_tieTable->setTheme(theme);
    m_sparklines->setTheme(theme);
    for (QTableView* view : {m_events, m_ties, m_centrals}) {
        view->setFont(theme.font(theme::Type::Body));
        view->horizontalHeader()->setFont(theme.font(theme::Type::Secondary));
        view->verticalHeader()->setDefaultSectionSize(qRound(theme.px(28)));
        QPalette palette = theme.palette();
        // The selected row stays readable beside its mark: a tint and not the inverse of the ground.
        palette.setColor(QPalette::Highlight, theme.color(theme::Role::Hover));
        palette.setColor(QPalette::HighlightedText, theme.color(theme::Role::Ink));
        view->setPalette(palette);
        fitColumns(*view);
    }
}

void TableView::fitColumns(QTableView& view) {
    QList<int> widths;
    for (int column = 0; column < view.model()->columnCount(); ++column)
        widths.append(view.columnWidth(column));
    view.resizeColumnsToContents();
    const int widest = view.fontMetrics().averageCharWidth() * widestColumn;
    for (int column = 0; column < view.model()->columnCount(); ++column)
        view.setColumnWidth(column, std::max(widths[column], std::min(view.columnWidth(column) + columnGap, widest)));
}

/// Computing who is central takes a while in large networks.
void TableView::look() {
    if (currentWidget() == m_centrals)
        m_centralTable->look();
    scrollToSelection();
}

void TableView::showEvent(QShowEvent* event) {
    QTabWidget::showEvent(event);
    scrollToSelection();
}

/// What was scrolled while there was no room yet would open at its end.
void TableView::scrollToSelection() {
    static_cast<QTableView*>(currentWidget())->scrollToTop();
    followSelection();
}

QTableView* TableView::addTable(SubjectTable* model, const QString& title) {
    auto* view = new RowTable(this);
    auto* sorted = new SortedTable(model, view);
    view->setModel(sorted);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultSectionSize(view->horizontalHeader()->minimumSectionSize());
    view->setSortingEnabled(true);
    view->sortByColumn(-1, Qt::AscendingOrder);
    const auto subjectAt = [model, sorted](const QModelIndex& index) {
        return model->subjectAt(sorted->mapToSource(index).row());
    };
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, subjectAt](const QModelIndex& current) {
                if (!m_following && current.isValid())
                    m_exploration.select(subjectAt(current));
            });
    connect(view, &QTableView::activated, this,
            [this, subjectAt](const QModelIndex& index) { m_exploration.goInto(subjectAt(index)); });
    addTab(view, title);
    return view;
}

void TableView::selectRowOf(QTableView& view, int row) {
    auto* sorted = static_cast<QSortFilterProxyModel*>(view.model());
    const QModelIndex index = row < 0 ? QModelIndex() : sorted->mapFromSource(sorted->sourceModel()->index(row, 0));
    if (!index.isValid()) {
        view.selectionModel()->clear();
        return;
    }
    if (view.currentIndex().row() != index.row())
        view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    view.scrollTo(index);
}

void TableView::followSelection() {
    m_following = true;
    const model::Subject& selection = m_exploration.selection();
    selectRowOf(*m_events, m_eventTable->rowOf(selection));
    selectRowOf(*m_ties, m_tieTable->rowOf(selection));
    selectRowOf(*m_centrals, m_centralTable->rowOf(selection));
    m_following = false;
}

} // namespace entente::details
