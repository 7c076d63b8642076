#include "app/details/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace entente::details {

FlowLayout::FlowLayout(int gap, QWidget* parent) : QLayout(parent), m_gap(gap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange({0, 0, width, 0}, false);
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QList<QLayoutItem*> FlowLayout::lineFrom(qsizetype first, int width) const {
    QList<QLayoutItem*> line;
    int used = 0;
    for (qsizetype i = first; i < m_items.size(); ++i) {
        const int wanted = std::min(m_items[i]->sizeHint().width(), width);
        if (!line.isEmpty() && used + wanted > width)
            break;
        line.append(m_items[i]);
        used += wanted + m_gap;
    }
    return line;
}

int FlowLayout::arrange(const QRect& area, bool move) const {
    int y = area.top();
    for (qsizetype first = 0; first < m_items.size();) {
        const QList<QLayoutItem*> line = lineFrom(first, area.width());
        int height = 0;
        for (const QLayoutItem* item : line)
            height = std::max(height, item->sizeHint().height());
        if (move)
            placeLine(line, {area.left(), y, area.width(), height}, area);
        y += height + m_gap;
        first += line.size();
    }
    return m_items.isEmpty() ? 0 : y - m_gap - area.top();
}

void FlowLayout::placeLine(const QList<QLayoutItem*>& line, const QRect& band, const QRect& area) const {
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = band.left();
    for (QLayoutItem* item : line) {
        const QSize size = item->sizeHint().boundedTo({band.width(), QLAYOUTSIZE_MAX});
        const QRect place(QPoint(x, band.top() + (band.height() - size.height()) / 2), size);
        item->setGeometry(QStyle::visualRect(direction, area, place));
        x += size.width() + m_gap;
    }
}

} // namespace entente::details
