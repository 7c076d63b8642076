#include "app/shell/panes.h"

#include <QDataStream>
#include <QIODevice>
#include <QVBoxLayout>

namespace entente::shell {

namespace {
constexpr int widthForPanels = 1180;
constexpr int heightForStacking = 900;
// Shares of the reference window: 980 of 1600 for the timeline, 516 of 822 for the network.
constexpr int timelineShare = 61, rightShare = 39;
constexpr int networkShare = 60, detailsShare = 40;
} // namespace

Panes::Panes(QWidget* timeline, QWidget* network, QWidget* details, QWidget* parent)
    : QWidget(parent), m_timeline(timeline), m_network(network), m_details(details), m_outer(new QSplitter(this)),
      m_inner(new QSplitter(Qt::Vertical, m_outer)), m_tabs(new QTabWidget(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_outer);
    layout->addWidget(m_tabs);
    for (QSplitter* splitter : {m_outer, m_inner}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
    }
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Panels"));
    arrange();
}

void Panes::setArrangement(Arrangement arrangement) {
    m_arrangement = arrangement;
    arrange();
}

Panes::Form Panes::wishedForm() const {
    switch (m_arrangement) {
    case Arrangement::TimelineOnly:
        return Form::TimelineOnly;
    case Arrangement::NetworkOnly:
        return Form::NetworkOnly;
    case Arrangement::Stacked:
        return height() >= heightForStacking ? Form::Stacked : Form::Tabs;
    case Arrangement::SideBySide:
        break;
    }
    return width() >= widthForPanels ? Form::SideBySide : Form::Tabs;
}

void Panes::arrange() {
    const Form form = wishedForm();
    if (m_form == form)
        return;
    m_form = form;
    m_tabs->setVisible(form == Form::Tabs);
    m_outer->setVisible(form != Form::Tabs);
    // The tabs show one panel and hide the others by themselves.
    if (form == Form::Tabs)
        return arrangeTabs();
    arrangeSplit(form == Form::Stacked ? Qt::Vertical : Qt::Horizontal);
    m_timeline->setVisible(form != Form::NetworkOnly);
    m_network->setVisible(form != Form::TimelineOnly);
    m_details->setVisible(true);
}

void Panes::arrangeTabs() {
    m_tabs->clear();
    m_tabs->addTab(m_timeline, tr("&Timeline"));
    m_tabs->addTab(m_network, tr("Net&work"));
    m_tabs->addTab(m_details, tr("&Details"));
}

void Panes::arrangeSplit(Qt::Orientation orientation) {
    m_tabs->clear();
    m_outer->setOrientation(orientation);
    m_inner->setOrientation(orientation == Qt::Horizontal ? Qt::Vertical : Qt::Horizontal);
    m_outer->insertWidget(0, m_timeline);
    m_outer->insertWidget(1, m_inner);
    m_inner->insertWidget(0, m_network);
    m_inner->insertWidget(1, m_details);
    m_outer->setStretchFactor(0, timelineShare);
    m_outer->setStretchFactor(1, rightShare);
    m_inner->setStretchFactor(0, networkShare);
    m_inner->setStretchFactor(1, detailsShare);
    const int length = orientation == Qt::Horizontal ? width() : height();
    m_outer->setSizes({length * timelineShare / 100, length * rightShare / 100});
    const int across = orientation == Qt::Horizontal ? height() : width();
    m_inner->setSizes({across * networkShare / 100, across * detailsShare / 100});
}

QByteArray Panes::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << static_cast<quint8>(m_arrangement) << m_outer->saveState() << m_inner->saveState();
    return state;
}

void Panes::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    quint8 arrangement = 0;
    QByteArray outer, inner;
    stream >> arrangement >> outer >> inner;
    if (stream.status() != QDataStream::Ok || arrangement > static_cast<quint8>(Arrangement::NetworkOnly))
        return;
    setArrangement(static_cast<Arrangement>(arrangement));
    if (m_form == Form::SideBySide || m_form == Form::Stacked) {
        m_outer->restoreState(outer);
        m_inner->restoreState(inner);
    }
}

/// What the panel is about, if it says so; else the first thing in it.
static QWidget* firstFocusable(QWidget* panel) {
    if (QWidget* proxy = panel->focusProxy(); proxy && proxy->isVisible() && proxy->isEnabled())
        return proxy;
    if (panel->focusPolicy() & Qt::TabFocus)
        return panel;
    for (QWidget* child : panel->findChildren<QWidget*>())
        if (child->isVisible() && child->isEnabled() && child->focusPolicy() & Qt::TabFocus)
            return child;
    return nullptr;
}

void Panes::focusNext(bool backwards) {
    QList<QWidget*> panels = {m_timeline, m_network, m_details};
    qsizetype current = backwards ? 0 : -1;
    for (qsizetype i = 0; i < panels.size(); ++i)
        if (panels[i]->isAncestorOf(focusWidget()) || panels[i] == focusWidget())
            current = i;
    for (qsizetype step = 1; step <= panels.size(); ++step) {
        const qsizetype next = (current + (backwards ? -step : step) + 2 * panels.size()) % panels.size();
        raise(panels[next]);
        if (QWidget* target = panels[next]->isVisible() ? firstFocusable(panels[next]) : nullptr) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void Panes::raise(QWidget* panel) {
    if (isTabbed())
        m_tabs->setCurrentWidget(panel);
}

void Panes::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace entente::shell
