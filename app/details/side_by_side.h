#pragma once

#include <QBoxLayout>
#include <QWidget>

namespace entente::details {

/// Columns beside one another where there is room for all, else one below the other.
class SideBySide : public QWidget {
    Q_OBJECT

public:
    /// `narrowest`: of a column, pixels.
    SideBySide(int narrowest, int gap, QWidget* parent = nullptr);

    /// A new column at the right; what is put into it stands from top to bottom.
    QVBoxLayout* addColumn();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    bool fits(int width) const;

    int m_narrowest;
    int m_gap;
    QList<QWidget*> m_columns;
};

} // namespace entente::details
