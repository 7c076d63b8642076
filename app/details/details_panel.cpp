#include "app/details/details_panel.h"

#include "app/details/cited_text.h"
#include "app/details/neighbour_bar.h"
#include "app/details/pages.h"
#include "app/details/source_row.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace entente::details {

DetailsPanel::DetailsPanel(exploration::Exploration& exploration, const theme::Theme& theme,
                           const wording::Wording& wording, QWidget* parent)
    : QWidget(parent), m_exploration(exploration), m_theme(theme), m_wording(wording), m_scroll(new QScrollArea(this)),
      m_neighbours(new NeighbourBar(exploration, theme, wording, this)) {
    setAccessibleName(tr("Details"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_neighbours);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("What is known about the selection"));
    connect(&exploration, &exploration::Exploration::selectionChanged, this, &DetailsPanel::rebuild);
    connect(&exploration, &exploration::Exploration::dossierChanged, this, &DetailsPanel::rebuild);
    connect(&exploration, &exploration::Exploration::comparedChanged, this, &DetailsPanel::rebuild);
    connect(&exploration, &exploration::Exploration::routeChanged, this, &DetailsPanel::rebuild);
    connect(&exploration, &exploration::Exploration::secondCalendarChanged, this, &DetailsPanel::rebuild);
    connect(&exploration, &exploration::Exploration::momentChanged, this, &DetailsPanel::followMoment);
    connect(&exploration, &exploration::Exploration::filterChanged, m_neighbours, &NeighbourBar::refresh);
    connect(&exploration, &exploration::Exploration::filterChanged, this, [this] {
        if (model::isNothing(m_exploration.selection()) && isBesideSomething())
            rebuild();
    });
    rebuild();
}

void DetailsPanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_neighbours->setTheme(theme);
    rebuild();
}

void DetailsPanel::followMoment() {
    // Only of ties and of nothing does the page speak of the moment.
    const model::Subject& selection = m_exploration.selection();
    if (std::holds_alternative<model::EventId>(selection))
        m_neighbours->refresh();
    else
        rebuild();
}

void DetailsPanel::rebuild() {
    const model::Subject selection = m_exploration.selection();
    const bool same = m_page && selection == m_shown && m_dossier == m_exploration.dossier();
    const int place = same ? m_scroll->verticalScrollBar()->value() : 0;
    m_shown = selection;
    m_dossier = m_exploration.dossier();
    auto* page = new Page({m_exploration, m_theme, m_wording}, selection);
    if (model::isNothing(selection) && isBesideSomething()) {
        describeBeside(*page);
    } else {
        if (isBesideSomething())
            addWayBack(*page);
        describe(*page, selection);
    }
    connect(page, &Page::citationPressed, this, &DetailsPanel::scrollTo);
    // The old page may be the sender of the wish that led here.
    if (QWidget* old = m_scroll->takeWidget())
        old->deleteLater();
    m_page = page;
    m_scroll->setWidget(page);
    m_scroll->verticalScrollBar()->setValue(place);
    m_neighbours->refresh();
}

/// Whether there is a path or a comparison, of which the page tells when nothing is selected.
bool DetailsPanel::isBesideSomething() const {
    return m_exploration.view().route || m_exploration.comparison();
}

void DetailsPanel::describeBeside(Page& page) {
    if (const auto& route = m_exploration.view().route)
        describePath(page, *route, m_exploration.path());
    else
        describeComparison(page, *m_exploration.comparison());
}

void DetailsPanel::addWayBack(Page& page) {
    auto* button =
        new QPushButton(m_exploration.view().route ? tr("Back to the &Path") : tr("Back to the &Comparison"), &page);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(
        button, &QPushButton::clicked, this, [this] { m_exploration.select({}); }, Qt::QueuedConnection);
    page.addWidget(button);
}

void DetailsPanel::scrollTo(int citationNumber) {
    SourceRow* row = m_page->sourceRow(citationNumber);
    if (!row)
        return;
    m_scroll->ensureWidgetVisible(row, 0, 24);
    row->flash();
}

QString DetailsPanel::spokenText() const {
    QStringList lines;
    const QList<QWidget*> widgets = m_page->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (widget->isHidden())
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const QString text = label ? label->text() : widget->accessibleName();
        if (!text.isEmpty())
            lines.append(text);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace entente::details
