#pragma once

#include "app/theme/theme.h"

#include <QAbstractButton>
#include <QTextLayout>

namespace entente::details {

/// Plain text in one or two roles that wraps: a title and, after it, a quieter remark.
class TextBlock {
public:
    void setText(const theme::Theme& theme, const QString& title, theme::Type titleType, const QString& remark = {});
    /// Breaks lines at the width; returns the height.
    double setWidth(double width);
    double naturalWidth() const;
    void draw(QPainter& painter, QPointF topLeft) const;
    bool isEmpty() const { return m_layout.text().isEmpty(); }

private:
    QTextLayout m_layout;
    double m_lineHeight = 0;
};

/// What stands before a row's or a title's text: something painted in a small frame.
using Glyph = std::function<void(QPainter&, const QRectF&)>;

struct RowContent {
    Glyph glyph;
    double glyphWidth = 16;
    QString lead; ///< a narrow column before the text: a date
    QString title;
    QString remark;
    QList<int> citations; ///< numbers at the end
    bool framed = false;  ///< with a border, for a choice among several
    bool strong = false;  ///< the title in semibold
};

/// A line of a list that can be pressed. Wraps its texts, never cuts them; all of them are its accessible name.
class Row : public QAbstractButton {
    Q_OBJECT

public:
    Row(const theme::Theme& theme, RowContent content, QWidget* parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Places {
        double glyph = 0, lead = 0, text = 0, textWidth = 0, numbers = 0, height = 0;
    };

    Places placesAt(double width) const;
    void paintGround(QPainter& painter) const;
    void paintNumbers(QPainter& painter, const Places& places) const;
    double margin() const;

    theme::Theme m_theme;
    RowContent m_content;
    mutable TextBlock m_lead;
    mutable TextBlock m_text;
};

/// A widget that only shows a glyph.
class GlyphBox : public QWidget {
    Q_OBJECT

public:
    GlyphBox(QSizeF size, Glyph glyph, QWidget* parent = nullptr);

    QSize sizeHint() const override { return m_size; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize m_size;
    Glyph m_glyph;
};

/// The badge of a citation's number.
void paintNumber(QPainter& painter, const theme::Theme& theme, const QRectF& frame, int number);

} // namespace entente::details
