#pragma once

#include "app/shell/search_box.h"

#include <QAction>
#include <QPushButton>
#include <QToolButton>

namespace entente::shell {

/// The row below the menus: back and forward, where one is, the search, and what a lesson needs most:
/// Export, Quiz and Present.
class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
           QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    SearchBox& searchBox() { return *m_search; }
    /// What the buttons at the right do. They can be pressed when their actions can be done.
    void setActions(QAction& picture, QAction& quiz, QAction& present);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    static void bind(QPushButton& button, QAction& action);
    QToolButton* addButton(const QString& name, std::function<void()> deed);
    void refreshHistory();
    void refreshTrail();
    /// A part of the breadcrumb; the last one is where one is.
    struct Part {
        QString text;
        std::function<void()> deed;
    };
    QList<Part> parts() const;
    void addPart(const Part& part, bool last);

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    QWidget* m_trail;
    SearchBox* m_search;
    QPushButton* m_export;
    QPushButton* m_quiz;
    QPushButton* m_present;
};

} // namespace entente::shell
