#include "app/relations/view/network_access.h"

#include "app/relations/view/network_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace entente::relations {

namespace {

/// One row of the list: an actor or a tie where it is drawn.
class RowAccess : public QAccessibleInterface {
public:
    RowAccess(NetworkView* view, int row) : m_view(view), m_row(row) {}

    bool isValid() const override { return m_view && m_row < static_cast<int>(m_view->rowCount()); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view->window()->windowHandle(); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && isValid() ? m_view->rowText(m_row) : QString();
    }
    QRect rect() const override {
        const QRect local = isValid() ? m_view->rowRect(m_row).toAlignedRect() : QRect();
        return {m_view->mapToGlobal(local.topLeft()), local.size()};
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && m_view->isRowSelected(m_row);
        return state;
    }

private:
    NetworkView* m_view;
    int m_row;
};

class NetworkAccess : public QAccessibleWidget {
public:
    explicit NetworkAccess(NetworkView* view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
    ~NetworkAccess() override { forget(); }
    Q_DISABLE_COPY_MOVE(NetworkAccess)

    int childCount() const override { return static_cast<int>(m_view->rowCount()) + QAccessibleWidget::childCount(); }

    QAccessibleInterface* child(int index) const override {
        const int rows = static_cast<int>(m_view->rowCount());
        if (index >= rows)
            return QAccessibleWidget::child(index - rows);
        while (m_rows.size() <= index) {
            m_rows << new RowAccess(m_view, static_cast<int>(m_rows.size()));
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
        return index < 0 ? index : index + static_cast<int>(m_view->rowCount());
    }

private:
    void forget() {
        for (QAccessibleInterface* row : m_rows)
            QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(row));
    }

    NetworkView* m_view;
    mutable QList<QAccessibleInterface*> m_rows; ///< made when asked for, owned by Qt's cache
};

QAccessibleInterface* accessOf(const QString&, QObject* object) {
    auto* view = qobject_cast<NetworkView*>(object);
    return view ? new NetworkAccess(view) : nullptr;
}

} // namespace

void installNetworkAccess() {
    QAccessible::installFactory(accessOf);
}

} // namespace entente::relations
