#pragma once

#include <QLayout>

namespace entente::details {

/// Puts widgets in a line, each in its middle, and goes on below when it is full; from the right in right-to-left
/// languages.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(int gap, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    QList<QLayoutItem*> lineFrom(qsizetype first, int width) const;
    int arrange(const QRect& area, bool move) const;
    void placeLine(const QList<QLayoutItem*>& line, const QRect& band, const QRect& area) const;

    QList<QLayoutItem*> m_items;
    int m_gap;
};

} // namespace entente::details
