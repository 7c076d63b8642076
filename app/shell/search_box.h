#pragma once

#include "app/exploration/exploration.h"
#include "app/shell/background_search.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"

#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QTimer>

namespace entente::shell {

/// The field that finds as one types: events, actors, ties and sources, in a list below it. While that is open, what it
/// lists is highlighted in the panels. Up and Down preview (the selection follows), Enter goes there, at once or when
/// the hits come, Esc puts back the view that was before.
class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    SearchBox(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
              QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    /// Moves the keyboard focus here and selects the text.
    void begin();
    const QListView& results() const { return *m_list; }
    /// How long what is typed waits for the index without a word.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

signals:
    /// A hit was chosen.
    void found(const model::Subject& subject);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void search(const QString& text);
    void showHits(const QList<store::Hit>& hits);
    void highlightHits();
    void showNearest(const QStringList& names);
    void showReadiness();
    void clearList();
    void addGroups(const QList<store::Hit>& hits);
    void addGroup(const QString& title, const QList<store::Hit>& hits, store::Hit::Group group);
    void addHit(const store::Hit& hit);
    void addHeading(const QString& text);
    void showList();
    void step(int direction);
    void preview(const QModelIndex& index);
    void choose(const QModelIndex& index);
    void leave(bool restore);
    model::Subject subjectAt(const QModelIndex& index) const;
    QString dateOf(const model::Subject& subject) const;

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    BackgroundSearch m_search;
    QTimer m_waiting; ///< until the list says that the index is being made
    std::chrono::milliseconds m_patience{500};
    bool m_readiness = false;   ///< the list says how far the index is
    bool m_goesToFirst = false; ///< Enter was pressed before the hits were there
    QList<model::Subject> m_subjects;
    QStandardItemModel m_model;
    QListView* m_list;
    std::optional<exploration::View> m_before;
};

} // namespace entente::shell
