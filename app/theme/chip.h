#pragma once

#include "app/theme/painters.h"

#include <QAbstractButton>
#include <QLabel>

namespace entente::theme {

/// A small rounded button of one line: filters, legends, the names of actors. Checked, it has a tint and a border of at
/// least 3:1. Space or a click presses it; Delete, or a click on its cross, removes it if it is removable.
class Chip : public QAbstractButton {
    Q_OBJECT

public:
    enum class Form : quint8 {
        Filter, ///< 26 high, round ends
        Round,  ///< 24 high, round ends: persons
        Square, ///< 24 high, corners of 4: states and bodies
        Adding, ///< as Filter with a dashed border and a plus
    };

    explicit Chip(const Theme& theme, const QString& text = {}, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setForm(Form form);
    /// A mark before the text; the tenor also colours the checked chip.
    void setMark(const MarkStyle& mark);
    /// A symbol before the text, in place of a mark.
    void setSymbol(Symbol symbol);
    /// Shows a cross at the end.
    void setRemovable(bool removable);
    bool isRemovable() const { return m_removable; }
    /// Text that is longer is elided; the whole text stays the accessible name. Not positive: no limit.
    void setLargestTextWidth(double width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    double textLeft() const;
    QString shownText() const;
    QRectF crossFrame() const;
    QColor borderColor() const;
    QColor fillColor() const;
    void paintOutline(QPainter& painter) const;
    void paintFront(QPainter& painter) const;

    Theme m_theme;
    Form m_form = Form::Filter;
    std::optional<MarkStyle> m_mark;
    std::optional<Symbol> m_symbol;
    bool m_removable = false;
    double m_largestTextWidth = 0;
};

/// A short remark on a tinted ground with round ends ("exact to the day"). Plain text.
class Tag : public QLabel {
    Q_OBJECT

public:
    explicit Tag(const Theme& theme, const QString& text = {}, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTenor(model::Tenor tenor);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    model::Tenor m_tenor = model::Tenor::Neutral;
};

} // namespace entente::theme
