#pragma once

#include "app/exploration/exploration.h"
#include "app/theme/chip.h"
#include "app/wording/wording.h"

#include <QLabel>
#include <QMenu>

namespace entente::shell {

/// The row of chips that is filter and legend at once, with the count of what is shown.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    FilterBar(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
              QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    QString countText() const { return m_count->text(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTenorChips();
    void makeFieldChips();
    theme::Chip* addFieldChip(model::Filter::Field field);
    void toggleTenor(model::Tenor tenor);
    void refill();
    void refreshField(model::Filter::Field field);
    void refreshFocus();
    void showCount();
    QString involvementWords() const;
    QString countWords() const;

    /// What can be chosen for a field: value and label.
    struct Choice {
        QString value;
        QString label;
    };
    QList<Choice> choices(model::Filter::Field field) const;
    QString restingText(model::Filter::Field field) const;
    QString activeText(model::Filter::Field field) const;
    void showMenu(model::Filter::Field field);
    void showMoreMenu();
    void addImportances(QMenu& menu);
    void addChoices(QMenu& menu, model::Filter::Field field);
    void choose(model::Filter::Field field, const QString& value, bool on);

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    QList<theme::Chip*> m_tenors;
    QList<std::pair<model::Filter::Field, theme::Chip*>> m_fields;
    theme::Chip* m_focus = nullptr;
    theme::Chip* m_more = nullptr;
    QLabel* m_count = nullptr;
};

} // namespace entente::shell
