#include "app/presentation/exploring_view.h"

#include "app/details/details_panel.h"
#include "app/relations/view/network_heading.h"
#include "app/relations/view/network_view.h"
#include "app/theme/plain_text.h"
#include "app/timeline/view/timeline_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace entente::presentation {

namespace {
constexpr int widthBeside = 1180; // below it, the network stands under the timeline
constexpr int highestBack = 48;   // for a finger
} // namespace

ExploringView::ExploringView(exploration::Exploration& exploration, const wording::Wording& wording, QWidget* parent)
    : QWidget(parent), m_exploration(exploration), m_player(exploration),
      m_title(theme::plainLabel(m_theme, {}, theme::Type::PanelHeading, theme::Role::Ink)),
      m_hint(theme::plainLabel(m_theme, {}, theme::Type::Secondary, theme::Role::Ink2)), m_outer(new QSplitter(this)),
      m_timeline(new timeline::TimelineView(exploration, m_theme, wording, m_outer)) {
    setPalette(m_theme.palette());
    setAutoFillBackground(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(12);
    m_title->setWordWrap(false);
    m_hint->setWordWrap(false);
    auto* back = new QPushButton(tr("&Back to the story"));
    back->setMinimumHeight(highestBack);
    back->setDefault(true);
    connect(back, &QPushButton::clicked, this, &ExploringView::backWished);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_hint);
    head->addWidget(back);
    auto* right = new QSplitter(Qt::Vertical, m_outer);
    auto* networkPart = new QWidget(right);
    auto* networkColumn = new QVBoxLayout(networkPart);
    networkColumn->setContentsMargins(0, 0, 0, 0);
    networkColumn->setSpacing(0);
    networkColumn->addWidget(new relations::NetworkHeading(exploration, m_player, m_theme, wording, networkPart));
    m_network = new relations::NetworkView(exploration, m_theme, wording, networkPart);
    networkColumn->addWidget(m_network, 1);
    m_details = new details::DetailsPanel(exploration, m_theme, wording, right);
    for (QSplitter* splitter : {m_outer, right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
        splitter->setStretchFactor(0, 61);
        splitter->setStretchFactor(1, 39);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_outer, 1);
    const auto name = [this] { m_title->setText(m_exploration.dossier()->head().title); };
    connect(&exploration, &exploration::Exploration::dossierChanged, this, name);
    name();
}

void ExploringView::setHint(const QString& hint) {
    m_hint->setText(hint);
}

void ExploringView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_outer->setOrientation(width() >= widthBeside ? Qt::Horizontal : Qt::Vertical);
    m_details->setVisible(width() >= widthBeside);
}

/// The key of a clicker's start button, and that of exploring live.
void ExploringView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F5 || event->key() == Qt::Key_G)
        return emit backWished();
    if (event->key() == Qt::Key_Escape && m_exploration.leave())
        return;
    QWidget::keyPressEvent(event);
}

} // namespace entente::presentation
