#include "app/details/side_by_side.h"

namespace entente::details {

SideBySide::SideBySide(int narrowest, int gap, QWidget* parent) : QWidget(parent), m_narrowest(narrowest), m_gap(gap) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QVBoxLayout* SideBySide::addColumn() {
    auto* column = new QWidget(this);
    m_columns.append(column);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

bool SideBySide::fits(int width) const {
    const auto count = static_cast<int>(m_columns.size());
    return width >= count * m_narrowest + (count - 1) * m_gap;
}

static int heightOf(const QWidget& column, int width) {
    return column.layout()->hasHeightForWidth() ? column.layout()->totalHeightForWidth(width)
                                                : column.sizeHint().height();
}

int SideBySide::heightForWidth(int width) const {
    const auto count = static_cast<int>(m_columns.size());
    int tallest = 0, all = 0;
    for (const QWidget* column : m_columns) {
        const int own = heightOf(*column, fits(width) ? (width - (count - 1) * m_gap) / count : width);
        tallest = std::max(tallest, own);
        all += own + (all > 0 ? m_gap : 0);
    }
    return fits(width) ? tallest : all;
}

QSize SideBySide::sizeHint() const {
    const int width = std::max(m_narrowest, this->width());
    return {width, heightForWidth(width)};
}

QSize SideBySide::minimumSizeHint() const {
    return {m_narrowest, 0};
}

void SideBySide::resizeEvent(QResizeEvent*) {
    const auto count = static_cast<int>(m_columns.size());
    if (count == 0)
        return;
    const bool beside = fits(width());
    const int own = beside ? (width() - (count - 1) * m_gap) / count : width();
    int x = 0, y = 0;
    for (QWidget* column : m_columns) {
        const int high = heightOf(*column, own);
        column->setGeometry(x, y, own, high);
        x += beside ? own + m_gap : 0;
        y += beside ? 0 : high + m_gap;
    }
}

} // namespace entente::details
