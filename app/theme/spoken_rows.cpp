#include "app/theme/spoken_rows.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace entente::theme {

namespace {

/// One thing where it is drawn.
class RowAccess : public QAccessibleInterface {
public:
    RowAccess(QWidget* widget, const SpokenRows* rows, int row) : m_widget(widget), m_rows(rows), m_row(row) {}

    bool isValid() const override { return m_row < static_cast<int>(m_rows->rowCount()); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_widget->window()->windowHandle(); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && isValid() ? m_rows->rowText(m_row) : QString();
    }
    QRect rect() const override {
        const QRect local = isValid() ? m_rows->rowRect(m_row).toAlignedRect() : QRect();
        return {m_widget->mapToGlobal(local.topLeft()), local.size()};
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && m_rows->isRowSelected(m_row);
        return state;
    }

private:
    QWidget* m_widget;
    const SpokenRows* m_rows;
    int m_row;
};

class CanvasAccess : public QAccessibleWidget {
public:
    CanvasAccess(QWidget* widget, const SpokenRows* spoken)
        : QAccessibleWidget(widget, QAccessible::List), m_widget(widget), m_spoken(spoken) {}
    ~CanvasAccess() override { forget(); }
    Q_DISABLE_COPY_MOVE(CanvasAccess)

    int childCount() const override { return static_cast<int>(m_spoken->rowCount()) + QAccessibleWidget::childCount(); }

    QAccessibleInterface* child(int index) const override {
        const int rows = static_cast<int>(m_spoken->rowCount());
        if (index >= rows)
            return QAccessibleWidget::child(index - rows);
        while (m_rows.size() <= index) {
            m_rows << new RowAccess(m_widget, m_spoken, static_cast<int>(m_rows.size()));
            QAccessible::registerAccessibleInterface(m_rows.last());
        }
        return index < 0 ? nullptr : m_rows[index];
    }

    int indexOfChild(const QAccessibleInterface* child) const override {
        for (int i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i] == child)
                return i;
        }
        const int index = QAccessibleWidget::indexOfChild(child);
        return index < 0 ? index : index + static_cast<int>(m_spoken->rowCount());
    }

private:
    void forget() {
        for (QAccessibleInterface* row : m_rows)
            QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(row));
    }

    QWidget* m_widget;
    const SpokenRows* m_spoken;
    mutable QList<QAccessibleInterface*> m_rows; ///< made when asked for, owned by Qt's cache
};

QAccessibleInterface* accessOf(const QString&, QObject* object) {
    const auto* spoken = dynamic_cast<const SpokenRows*>(object);
    return spoken ? new CanvasAccess(static_cast<QWidget*>(object), spoken) : nullptr;
}

} // namespace

void readAloud() {
    QAccessible::installFactory(accessOf);
}

} // namespace entente::theme
