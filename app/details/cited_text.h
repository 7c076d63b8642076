#pragma once

#include "app/theme/theme.h"

#include <QTextLayout>
#include <QWidget>

namespace entente::details {

/// A piece of a text: words, or the number of a citation (from 1) that stands there.
struct Piece {
    QString words;
    int citation = 0;
};

/// Plain text in which the numbers of citations can be pressed: by a click, or with Left, Right and Enter. Wraps to its
/// width. Words are shown as they are, whatever they look like.
class CitedText : public QWidget {
    Q_OBJECT

public:
    CitedText(const theme::Theme& theme, theme::Type type, const QList<Piece>& pieces, QWidget* parent = nullptr);

    /// All words, with numbers in square brackets.
    QString plainText() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void citationPressed(int number);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Mark {
        int start = 0;
        int length = 0;
        int citation = 0;
    };

    void compose(const QList<Piece>& pieces);
    double breakLines(double width) const;
    int markAt(QPointF point) const;
    QList<QRectF> framesOf(const Mark& mark) const;

    theme::Theme m_theme;
    theme::Type m_type;
    QList<Mark> m_marks;
    mutable QTextLayout m_layout;
    int m_current = 0; ///< of m_marks
};

} // namespace entente::details
