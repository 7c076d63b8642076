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

/// How many stand in a row.
int SideBySide::columnsIn(int width) const {
    const auto count = static_cast<int>(m_columns.size());
    const int most = std::clamp((width + m_gap) / (m_narrowest + m_gap), 1, count);
    const int rows = (count + most - 1) / most;
    return (count + rows - 1) / rows;
}

static int heightOf(const QWidget& column, int width) {
    return column.layout()->hasHeightForWidth() ? column.layout()->totalHeightForWidth(width)
                                                : column.sizeHint().height();
}

/// The height of all rows; puts the columns there if asked to.
int SideBySide::arranged(int width, bool places) const {
    if (m_columns.isEmpty())
        return 0;
    const int inRow = columnsIn(width);
    const int own = (width - (inRow - 1) * m_gap) / inRow;
    int top = 0, bottom = 0, place = 0;
    for (QWidget* column : m_columns) {
        if (place == inRow) {
            top = bottom + m_gap;
            place = 0;
        }
        const int high = heightOf(*column, own);
        if (places)
            column->setGeometry(place * (own + m_gap), top, own, high);
        bottom = std::max(bottom, top + high);
        ++place;
    }
    return bottom;
}

int SideBySide::heightForWidth(int width) const {
    return arranged(width, false);
}

QSize SideBySide::sizeHint() const {
    const int width = std::max(m_narrowest, this->width());
    return {width, heightForWidth(width)};
}

QSize SideBySide::minimumSizeHint() const {
    return {m_narrowest, 0};
}

void SideBySide::resizeEvent(QResizeEvent*) {
    arranged(width(), true);
}

} // namespace entente::details
