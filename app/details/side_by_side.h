#pragma once

#include <QBoxLayout>
#include <QWidget>

namespace entente::details {

/// Columns beside one another, in as few rows of as equal length as there is room for: four stand two by two where
/// three would fit.
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
    int columnsIn(int width) const;
    int arranged(int width, bool places) const;

    int m_narrowest;
    int m_gap;
    QList<QWidget*> m_columns;
};

} // namespace entente::details
