#pragma once

#include "app/exploration/exploration.h"
#include "app/relations/layout/matrix.h"
#include "app/theme/spoken_rows.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"

#include <QAbstractScrollArea>
#include <QPainter>

namespace entente::relations {

/// The network as a matrix: who is tied to whom, a cell each, in the forms and colours of the drawing. For more ties
/// than can be drawn as lines. Same selection; a cell of several ties opens as a list of them. Paints only what is in
/// view.
class MatrixView : public QAbstractScrollArea, public theme::SpokenRows {
    Q_OBJECT

public:
    MatrixView(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
               QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    /// Of the moment as it is.
    const Matrix& matrix() const;
    /// Where a cell is drawn, in the viewport's coordinates.
    QRectF cellRect(int row, int column) const;

    // What is read aloud: the cells.
    qsizetype rowCount() const override { return matrix().cells.size(); }
    QString rowText(qsizetype row) const override;
    QRectF rowRect(qsizetype row) const override;
    bool isRowSelected(qsizetype row) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void becomeStale();
    void measure();
    QString nameOf(model::ActorId actor) const;
    QList<model::Tie> tiesOf(const Matrix::Cell& cell) const;
    const model::Tie& tieOf(const Matrix::Cell& cell) const;
    const Matrix::Cell* cellAt(QPointF point) const;
    model::Subject subjectAt(QPointF point) const;
    QString textOf(const Matrix::Cell& cell) const;
    QString linesOf(const Matrix::Cell& cell) const;
    bool isHighlighted(const Matrix::Cell& cell) const;
    void list(const Matrix::Cell& cell);
    void moveTo(int row, int column);
    bool move(int key);
    bool act(int key);
    void paintCell(QPainter& painter, const Matrix::Cell& cell) const;
    void paintHeads(QPainter& painter, int first, int last, bool rows) const;
    void paintNothing(QPainter& painter) const;

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    mutable Matrix m_matrix;
    mutable bool m_stale = true;
    double m_heads = 0;          ///< width of the row heads, height of the column heads
    double m_side = 0;           ///< of a cell
    int m_row = 0, m_column = 0; ///< with the keyboard focus
};

} // namespace entente::relations
