#include "app/relations/view/matrix_view.h"

#include "app/relations/layout/legend.h"
#include "app/relations/view/tie_list.h"
#include "app/theme/painters.h"
#include "app/theme/plain_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

namespace entente::relations {

using theme::Role;
using theme::Type;

namespace {
constexpr double side = 24, widestHead = 150, gap = 8;
}

MatrixView::MatrixView(exploration::Exploration& exploration, const theme::Theme& theme,
                       const wording::Wording& wording, QWidget* parent)
    : QAbstractScrollArea(parent), m_exploration(exploration), m_theme(theme), m_wording(wording) {
    using exploration::Exploration;
    setObjectName(QStringLiteral("matrix"));
    setAccessibleName(tr("Matrix of ties"));
    setAccessibleDescription(tr("A cell where the actor of a row is tied to that of a column. Arrow keys move; Space "
                                "selects the tie, or lists the ties where there are several."));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    connect(&exploration, &Exploration::networkChanged, this, &MatrixView::becomeStale);
    connect(&exploration, &Exploration::dossierChanged, this, &MatrixView::becomeStale);
    for (const auto signal : {&Exploration::selectionChanged, &Exploration::hoverChanged})
        connect(&exploration, signal, viewport(), qOverload<>(&QWidget::update));
    connect(&exploration, &Exploration::highlightChanged, viewport(), qOverload<>(&QWidget::update));
    theme::readAloud();
    setTheme(theme);
}

void MatrixView::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    becomeStale();
}

void MatrixView::becomeStale() {
    m_stale = true;
    if (isVisible())
        measure();
    viewport()->update();
}

const Matrix& MatrixView::matrix() const {
    if (std::exchange(m_stale, false))
        m_matrix = matrixOf(*m_exploration.dossier(), m_exploration.network());
    return m_matrix;
}

QString MatrixView::nameOf(model::ActorId actor) const {
    const model::Actor& row = m_exploration.dossier()->actor(actor);
    return row.shownName();
}

/// Sizes follow the names, and the scroll bars the size of all.
void MatrixView::measure() {
    m_side = m_theme.px(side);
    double widest = m_theme.px(40);
    for (const model::ActorId actor : matrix().order)
        widest = std::max(widest, m_theme.width(nameOf(actor), Type::Secondary));
    m_heads = std::min(widest, m_theme.px(widestHead)) + m_theme.px(2 * gap);
    const auto whole = static_cast<double>(matrix().order.size()) * m_side + m_theme.px(gap);
    for (auto [bar, room] : {std::pair(horizontalScrollBar(), viewport()->width()),
                             std::pair(verticalScrollBar(), viewport()->height())}) {
        const double seen = std::max(0.0, room - m_heads);
        bar->setRange(0, std::max(0, qCeil(whole - seen)));
        bar->setPageStep(std::max(1, qFloor(seen)));
        bar->setSingleStep(qRound(m_side));
    }
    m_row = std::clamp(m_row, 0, std::max(0, static_cast<int>(matrix().order.size()) - 1));
    m_column = std::clamp(m_column, 0, std::max(0, static_cast<int>(matrix().order.size()) - 1));
}

void MatrixView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

QRectF MatrixView::cellRect(int row, int column) const {
    return {m_heads + column * m_side - horizontalScrollBar()->value(),
            m_heads + row * m_side - verticalScrollBar()->value(), m_side, m_side};
}

QList<model::Tie> MatrixView::tiesOf(const Matrix::Cell& cell) const {
    QList<model::Tie> ties;
    for (const int tie : matrix().tiesOf(cell))
        ties.append(m_exploration.network().ties[tie]);
    return ties;
}

/// The one that stands for the cell: the selected or the first.
const model::Tie& MatrixView::tieOf(const Matrix::Cell& cell) const {
    const QList<model::Tie>& all = m_exploration.network().ties;
    if (cell.more > 0)
        for (const int tie : matrix().tiesOf(cell))
            if (all[tie].subject() == m_exploration.selection())
                return all[tie];
    return all[cell.tie];
}

const Matrix::Cell* MatrixView::cellAt(QPointF point) const {
    if (point.x() < m_heads || point.y() < m_heads)
        return nullptr;
    return matrix().at(qFloor((point.y() - m_heads + verticalScrollBar()->value()) / m_side),
                       qFloor((point.x() - m_heads + horizontalScrollBar()->value()) / m_side));
}

/// The tie of a cell, or the actor of a head.
model::Subject MatrixView::subjectAt(QPointF point) const {
    if (const Matrix::Cell* cell = cellAt(point))
        return tieOf(*cell).subject();
    const bool inRows = point.x() < m_heads && point.y() >= m_heads;
    const bool inColumns = point.y() < m_heads && point.x() >= m_heads;
    if (!inRows && !inColumns)
        return {};
    const double along = inRows ? point.y() - m_heads + verticalScrollBar()->value()
                                : point.x() - m_heads + horizontalScrollBar()->value();
    const model::ActorId actor = matrix().order.value(qFloor(along / m_side));
    return actor.isValid() ? model::Subject(actor) : model::Subject();
}

QString MatrixView::textOf(const Matrix::Cell& cell) const {
    const QString tie = m_wording.tie(*m_exploration.dossier(), tieOf(cell));
    return cell.more == 0 ? tie : tr("%1, and %n more", nullptr, cell.more).arg(tie);
}

QString MatrixView::linesOf(const Matrix::Cell& cell) const {
    constexpr qsizetype most = 12;
    QStringList lines;
    for (const model::Tie& tie : tiesOf(cell).mid(0, most))
        lines.append(m_wording.tie(*m_exploration.dossier(), tie));
    if (cell.more >= most)
        lines.append(tr("and %1 more").arg(cell.more + 1 - most));
    return lines.join('\n');
}

bool MatrixView::isHighlighted(const Matrix::Cell& cell) const {
    const QList<model::Subject>& sought = m_exploration.highlighted();
    const QList<model::Tie>& all = m_exploration.network().ties;
    const QList<int> ties = sought.isEmpty() ? QList<int>() : matrix().tiesOf(cell);
    return std::any_of(ties.begin(), ties.end(), [&](int tie) { return sought.contains(all[tie].subject()); });
}

void MatrixView::list(const Matrix::Cell& cell) {
    // Beneath the cell, so that the hand that opened the list does not choose from it.
    const QPoint at = cellRect(cell.row, cell.column).bottomLeft().toPoint();
    listTies(this, m_exploration, m_wording, tiesOf(cell), viewport()->mapToGlobal(at));
}

void MatrixView::paintCell(QPainter& painter, const Matrix::Cell& cell) const {
    const model::Tie& tie = tieOf(cell);
    const QRectF frame = cellRect(cell.row, cell.column);
    const bool selected = tie.subject() == m_exploration.selection();
    const bool hovered = tie.subject() == m_exploration.hovered() || isHighlighted(cell);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tie.ended ? m_theme.color(Role::Lane) : m_theme.tint(tie.tenor));
    painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5));
    theme::TieStyle style;
    style.form = tie.lineForm;
    style.tenor = tie.tenor;
    style.pending = isPending(tie);
    style.ended = tie.ended;
    QPainterPath path(QPointF(frame.left() + m_theme.px(4), frame.center().y()));
    path.lineTo(frame.right() - m_theme.px(4), frame.center().y());
    theme::paintTie(painter, m_theme, style, path);
    if (cell.more > 0)
        theme::paintText(painter, m_theme, Type::Date, m_theme.color(Role::Ink2),
                         frame.bottomRight() - QPointF(m_theme.px(2), m_theme.px(2)),
                         QStringLiteral("+%1").arg(cell.more), Qt::AlignRight);
    if (!selected && !hovered)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(selected ? Role::Ink : Role::Ink3), m_theme.px(selected ? 2 : 1.2)));
    painter.drawRect(frame.adjusted(1, 1, -1, -1));
}

void MatrixView::paintHeads(QPainter& painter, int first, int last, bool rows) const {
    painter.save();
    const QFontMetricsF metrics(m_theme.font(Type::Secondary));
    const double room = m_heads - m_theme.px(2 * gap);
    for (int i = first; i <= last; ++i) {
        const model::ActorId actor = matrix().order[i];
        const bool selected = model::Subject(actor) == m_exploration.selection() ||
                              m_exploration.highlighted().contains(model::Subject(actor));
        const QRectF cell = rows ? cellRect(i, 0) : cellRect(0, i);
        const double middle = (metrics.ascent() - metrics.descent()) / 2;
        painter.save();
        if (rows)
            painter.translate(m_heads - m_theme.px(gap), cell.center().y() + middle);
        else
            painter.translate(cell.center().x() + middle, m_heads - m_theme.px(gap));
        if (!rows)
            painter.rotate(-90);
        theme::paintText(painter, m_theme, selected ? Type::KeyEvent : Type::Secondary,
                         m_theme.color(selected ? Role::Ink : Role::Ink2), {},
                         metrics.elidedText(nameOf(actor), Qt::ElideRight, room),
                         rows ? Qt::AlignRight : Qt::AlignLeft);
        painter.restore();
    }
    painter.restore();
}

void MatrixView::paintNothing(QPainter& painter) const {
    const QString day = m_wording.day(m_exploration.moment(), wording::Style::Short);
    theme::paintText(painter, m_theme, Type::Date, m_theme.color(Role::Ink2),
                     {m_theme.px(18), viewport()->height() / 2.0}, tr("No ties on %1").arg(day));
}

void MatrixView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), m_theme.color(Role::Panel));
    const int last = static_cast<int>(matrix().order.size()) - 1;
    if (last < 0)
        return paintNothing(painter);
    const int firstRow = std::clamp(qFloor(verticalScrollBar()->value() / m_side), 0, last);
    const int lastRow = std::clamp(qFloor((verticalScrollBar()->value() + viewport()->height()) / m_side), 0, last);
    const int firstColumn = std::clamp(qFloor(horizontalScrollBar()->value() / m_side), 0, last);
    const int lastColumn = std::clamp(qFloor((horizontalScrollBar()->value() + viewport()->width()) / m_side), 0, last);
    painter.save();
    painter.setClipRect(QRectF(m_heads, m_heads, viewport()->width(), viewport()->height()));
    painter.setPen(QPen(m_theme.color(Role::Line), 1));
    const QRectF all(cellRect(0, 0).topLeft(), cellRect(last, last).bottomRight());
    for (int i = firstRow; i <= lastRow + 1; ++i)
        painter.drawLine(QPointF(all.left(), cellRect(i, 0).top()), QPointF(all.right(), cellRect(i, 0).top()));
    for (int i = firstColumn; i <= lastColumn + 1; ++i)
        painter.drawLine(QPointF(cellRect(0, i).left(), all.top()), QPointF(cellRect(0, i).left(), all.bottom()));
    for (int row = firstRow; row <= lastRow; ++row) {
        painter.fillRect(cellRect(row, row).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.color(Role::Lane));
        const Matrix::Cell from{row, firstColumn, -1, 0, 0};
        for (auto cell = std::lower_bound(matrix().cells.begin(), matrix().cells.end(), from,
                                          [](const Matrix::Cell&a, const Matrix::Cell&b) {
                                              return std::pair(a.row, a.column) < std::pair(b.row, b.column);
                                          });
             cell != matrix().cells.end() && cell->row == row && cell->column <= lastColumn; ++cell)
            paintCell(painter, *cell);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Role::Ink), m_theme.px(2), Qt::DotLine));
        painter.drawRect(cellRect(m_row, m_column).adjusted(-1, -1, 1, 1));
    }
    painter.setClipRect(QRectF(0, m_heads, m_heads, viewport()->height()));
    paintHeads(painter, firstRow, lastRow, true);
    painter.setClipRect(QRectF(m_heads, 0, viewport()->width(), m_heads));
    paintHeads(painter, firstColumn, lastColumn, false);
    painter.restore();
}

void MatrixView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const Matrix::Cell* cell = cellAt(event->position());
    if (cell)
        m_row = cell->row, m_column = cell->column;
    if (cell && cell->more > 0)
        return list(*cell);
    m_exploration.select(subjectAt(event->position()));
}

void MatrixView::mouseDoubleClickEvent(QMouseEvent* event) {
    m_exploration.goInto(subjectAt(event->position()));
}

void MatrixView::mouseMoveEvent(QMouseEvent* event) {
    m_exploration.hover(subjectAt(event->position()));
}

bool MatrixView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Matrix::Cell* cell = cellAt(help->pos());
        const model::Subject subject = subjectAt(help->pos());
        const auto* actor = std::get_if<model::ActorId>(&subject);
        const QString text = cell ? linesOf(*cell) : actor ? m_exploration.dossier()->actor(*actor).name : QString();
        QToolTip::showText(help->globalPos(), theme::plainToolTip(text), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        m_exploration.hover({});
    return QAbstractScrollArea::viewportEvent(event);
}

void MatrixView::moveTo(int row, int column) {
    const int last = static_cast<int>(matrix().order.size()) - 1;
    m_row = std::clamp(row, 0, std::max(0, last));
    m_column = std::clamp(column, 0, std::max(0, last));
    const QRectF cell = cellRect(m_row, m_column);
    for (auto [bar, start, end, room] :
         {std::tuple(horizontalScrollBar(), cell.left(), cell.right(), viewport()->width()),
          std::tuple(verticalScrollBar(), cell.top(), cell.bottom(), viewport()->height())}) {
        if (start < m_heads)
            bar->setValue(bar->value() - qCeil(m_heads - start));
        else if (end > room)
            bar->setValue(bar->value() + qCeil(end - room));
    }
    viewport()->update();
}

bool MatrixView::move(int key) {
    switch (key) {
    case Qt::Key_Left:
        moveTo(m_row, m_column - 1);
        return true;
    case Qt::Key_Right:
        moveTo(m_row, m_column + 1);
        return true;
    case Qt::Key_Up:
        moveTo(m_row - 1, m_column);
        return true;
    case Qt::Key_Down:
        moveTo(m_row + 1, m_column);
        return true;
    default:
        return false;
    }
}

bool MatrixView::act(int key) {
    const Matrix::Cell* cell = matrix().at(m_row, m_column);
    if (key == Qt::Key_Escape)
        m_exploration.leave();
    else if ((key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) && cell && cell->more > 0)
        list(*cell);
    else if (key == Qt::Key_Space && cell)
        m_exploration.select(tieOf(*cell).subject());
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && cell)
        m_exploration.goInto(tieOf(*cell).subject());
    else
        return false;
    return true;
}

void MatrixView::keyPressEvent(QKeyEvent* event) {
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || !(move(event->key()) || act(event->key())))
        QAbstractScrollArea::keyPressEvent(event);
}

QString MatrixView::rowText(qsizetype row) const {
    return textOf(matrix().cells[row]);
}

QRectF MatrixView::rowRect(qsizetype row) const {
    const Matrix::Cell& cell = matrix().cells[row];
    return cellRect(cell.row, cell.column);
}

bool MatrixView::isRowSelected(qsizetype row) const {
    return tieOf(matrix().cells[row]).subject() == m_exploration.selection();
}

} // namespace entente::relations
