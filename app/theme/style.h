#pragma once

#include "app/theme/theme.h"

#include <QProxyStyle>

namespace entente::theme {

/// The look of all widgets: Fusion with flat buttons, line edits, menus, tabs, headers and splitters of the theme. A
/// default button is filled with ink. Set it on the application; its palette is the theme's.
class Style : public QProxyStyle {
    Q_OBJECT

public:
    explicit Style(const Theme& theme);

    const Theme& theme() const { return m_theme; }
    void setTheme(const Theme& theme) { m_theme = theme; }

    QPalette standardPalette() const override { return m_theme.palette(); }
    using QProxyStyle::polish;
    void polish(QPalette& palette) override { palette = m_theme.palette(); }
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;

private:
    void paintButton(const QStyleOption& option, QPainter& painter) const;
    void paintField(const QStyleOption& option, QPainter& painter) const;
    void paintBox(const QRectF& frame, QPainter& painter, Role fill, Role border, double corner) const;
    void paintCheckBox(const QStyleOption& option, QPainter& painter) const;
    void paintRadioButton(const QStyleOption& option, QPainter& painter) const;
    void paintSplitter(const QStyleOption& option, QPainter& painter) const;
    void paintMenuBarItem(const QStyleOption& option, QPainter& painter) const;
    void paintTab(const QStyleOption& option, QPainter& painter) const;
    void paintHeader(const QStyleOption& option, QPainter& painter) const;
    void paintScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void paintPushButtonLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;

    Theme m_theme;
};

} // namespace entente::theme
