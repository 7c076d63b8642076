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

int FlowLayout::arrange(const QRect& area, bool move) const {
    QPoint place = area.topLeft();
    int lineHeight = 0;
    for (QLayoutItem* item : m_items) {
        const QSize size =
            item->sizeHint().boundedTo({std::max(area.width(), item->minimumSize().width()), QLAYOUTSIZE_MAX});
        if (place.x() > area.left() && place.x() + size.width() > area.left() + area.width()) {
            place = {area.left(), place.y() + lineHeight + m_gap};
            lineHeight = 0;
        }
        if (move) {
            const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
            item->setGeometry(QStyle::visualRect(direction, area, QRect(place, size)));
        }
        place.rx() += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return place.y() + lineHeight - area.top();
}

} // namespace entente::details
