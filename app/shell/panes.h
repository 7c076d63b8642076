#pragma once

#include <QSplitter>
#include <QTabWidget>

namespace entente::shell {

/// How the panels share the window.
enum class Arrangement : quint8 { SideBySide, Stacked, TimelineOnly, NetworkOnly };

/// The three panels of the window: timeline, network and details. Side by side as wished where there is room; below
/// 1180 pixels of width tabs, or stacked where that is wished and there are 900 pixels of height.
class Panes : public QWidget {
    Q_OBJECT

public:
    Panes(QWidget* timeline, QWidget* network, QWidget* details, QWidget* parent = nullptr);

    Arrangement arrangement() const { return m_arrangement; }
    void setArrangement(Arrangement arrangement);
    bool isTabbed() const { return m_tabs->isVisibleTo(this); }

    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

    /// Moves the keyboard focus to the next (or previous) panel that is shown.
    void focusNext(bool backwards);
    /// Brings a panel to the front where the panels are tabs.
    void raise(QWidget* panel);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Form : quint8 { Tabs, SideBySide, Stacked, TimelineOnly, NetworkOnly };
    Form wishedForm() const;
    void arrange();
    void arrangeTabs();
    void arrangeSplit(Qt::Orientation orientation);

    QWidget* m_timeline;
    QWidget* m_network;
    QWidget* m_details;
    QSplitter* m_outer;
    QSplitter* m_inner;
    QTabWidget* m_tabs;
    Arrangement m_arrangement = Arrangement::SideBySide;
    std::optional<Form> m_form;
};

} // namespace entente::shell
