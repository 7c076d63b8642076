#include "app/shell/panels.h"

#include <QVBoxLayout>

namespace entente::shell {

namespace {
constexpr QSize smallestTimeline(560, 300);
constexpr QSize smallestNetwork(420, 300);
} // namespace

Panels::Panels(exploration::Exploration& exploration, exploration::Player& player, const theme::Theme& theme,
               const wording::Wording& wording, QWidget* window)
    : QObject(window), m_exploration(exploration), m_theme(theme), m_wording(wording),
      m_timePanel(new QStackedWidget(window)),
      m_timeline(new timeline::TimelineView(exploration, theme, wording, m_timePanel)),
      m_networkPanel(new QWidget(window)),
      m_heading(new relations::NetworkHeading(exploration, player, theme, wording, m_networkPanel)),
      m_networkStack(new QStackedWidget(m_networkPanel)),
      m_network(new relations::NetworkView(exploration, theme, wording, m_networkStack)),
      m_details(new details::DetailsPanel(exploration, theme, wording, window)) {
    m_timePanel->addWidget(m_timeline);
    m_timePanel->setMinimumSize(smallestTimeline);
    auto* column = new QVBoxLayout(m_networkPanel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    m_networkStack->addWidget(m_network);
    column->addWidget(m_networkStack, 1);
    m_networkPanel->setMinimumSize(smallestNetwork);
    m_networkPanel->setAutoFillBackground(true);
    m_networkPanel->setFocusProxy(m_network);
}

details::TableView& Panels::table() {
    if (!m_table) {
        m_table = new details::TableView(m_exploration, m_theme, m_wording, m_timePanel);
        m_timePanel->addWidget(m_table);
    }
    return *m_table;
}

bool Panels::showsTable() const {
    return m_table && m_timePanel->currentWidget() == m_table;
}

void Panels::showTable(bool show) {
    m_timePanel->setCurrentWidget(show ? static_cast<QWidget*>(&table()) : m_timeline);
    m_timePanel->currentWidget()->setFocus();
}

relations::MatrixView& Panels::matrix() {
    if (!m_matrix) {
        m_matrix = new relations::MatrixView(m_exploration, m_theme, m_wording, m_networkStack);
        m_networkStack->addWidget(m_matrix);
    }
    return *m_matrix;
}

bool Panels::showsMatrix() const {
    return m_matrix && m_networkStack->currentWidget() == m_matrix;
}

void Panels::showMatrix(bool show) {
    m_networkStack->setCurrentWidget(show ? static_cast<QWidget*>(&matrix()) : m_network);
    m_networkPanel->setFocusProxy(m_networkStack->currentWidget());
    m_networkStack->currentWidget()->setFocus();
}

void Panels::setTheme(const theme::Theme& theme) {
    m_timeline->setTheme(theme);
    if (m_table)
        m_table->setTheme(theme);
    m_heading->setTheme(theme);
    m_network->setTheme(theme);
    if (m_matrix)
        m_matrix->setTheme(theme);
    m_details->setTheme(theme);
}

} // namespace entente::shell
