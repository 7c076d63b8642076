#include "app/theme/style.h"

#include "app/theme/brushwork.h"

#include <QStyleFactory>
#include <QStyleOption>

namespace entente::theme {

namespace {

constexpr double buttonCorner = 6;
constexpr double buttonHeight = 32;

bool isFilled(const QStyleOption& option) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton) &&
           option.state.testFlag(QStyle::State_Enabled);
}

bool isFlat(const QStyleOption& option) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool idle = !(option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On));
    return idle && (option.state.testFlag(QStyle::State_AutoRaise) ||
                    (button && button->features.testFlag(QStyleOptionButton::Flat)));
}

} // namespace

Style::Style(const Theme& theme) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme) {}

void Style::paintBox(const QRectF& frame, QPainter& painter, Role fill, Role border, double corner) const {
    const Restoring restoring(painter);
    painter.setPen(linePen(m_theme.color(border), 1));
    painter.setBrush(m_theme.color(fill));
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

void Style::paintButton(const QStyleOption& option, QPainter& painter) const {
    if (isFlat(option))
        return;
    const bool hovered = option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled);
    const bool down = option.state & (State_Sunken | State_On);
    const double corner = m_theme.px(buttonCorner);
    if (isFilled(option))
        paintBox(option.rect, painter, down || hovered ? Role::Ink2 : Role::Ink, Role::Ink, corner);
    else
        paintBox(option.rect, painter,
                 down      ? Role::Line
                 : hovered ? Role::Hover
                           : Role::Panel,
                 hovered || down ? Role::Line3 : Role::Line2, corner);
}

void Style::paintField(const QStyleOption& option, QPainter& painter) const {
    const bool focused = option.state.testFlag(State_HasFocus);
    paintBox(option.rect, painter, Role::Panel, focused ? Role::Ink : Role::Line3, m_theme.px(buttonCorner));
    if (focused)
        paintBox(option.rect.adjusted(1, 1, -1, -1), painter, Role::Panel, Role::Ink, m_theme.px(buttonCorner - 1));
}

void Style::paintCheckBox(const QStyleOption& option, QPainter& painter) const {
    const bool checked = option.state & (State_On | State_NoChange);
    const bool enabled = option.state.testFlag(State_Enabled);
    const Role border = !enabled ? Role::Line2 : checked ? Role::Ink : Role::Line3;
    const double side = std::min(option.rect.width(), option.rect.height());
    const QRectF box = around(QRectF(option.rect).center(), side / 2);
    paintBox(box, painter, checked && enabled ? Role::Ink : Role::Panel, border, m_theme.px(3));
    if (!checked)
        return;
    const Restoring restoring(painter);
    const auto at = [&](double x, double y) { return box.topLeft() + side * QPointF(x, y); };
    painter.setPen(linePen(m_theme.color(enabled ? Role::Panel : Role::Line3), m_theme.px(1.8), Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    if (option.state.testFlag(State_NoChange))
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else
        painter.drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}));
}

void Style::paintRadioButton(const QStyleOption& option, QPainter& painter) const {
    const bool checked = option.state & State_On;
    const bool enabled = option.state.testFlag(State_Enabled);
    const double side = std::min(option.rect.width(), option.rect.height());
    const QPointF middle = QRectF(option.rect).center();
    paintBox(around(middle, side / 2), painter, Role::Panel,
             !enabled  ? Role::Line2
             : checked ? Role::Ink
                       : Role::Line3,
             side / 2);
    if (!checked)
        return;
    const Restoring restoring(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(enabled ? Role::Ink : Role::Line3));
    painter.drawEllipse(middle, side / 4, side / 4);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        paintButton(*option, *painter);
        return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            paintField(*option, *painter);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
        paintCheckBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        paintRadioButton(*option, *painter);
        return;
    case PE_FrameFocusRect: {
        const Restoring restoring(*painter);
        painter->setPen(linePen(m_theme.color(Role::Ink), m_theme.px(2)));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), m_theme.px(4), m_theme.px(4));
        return;
    }
    case PE_PanelMenu:
        painter->fillRect(option->rect, m_theme.color(Role::Panel));
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel: {
        painter->fillRect(option->rect, m_theme.color(Role::Panel));
        paintBox(option->rect, *painter, Role::Panel, Role::Line2, 0);
        return;
    }
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::paintSplitter(const QStyleOption& option, QPainter& painter) const {
    const QRect area = option.rect; // whole pixels: of a handle that is one wide, half a pixel aside is outside
    const QRect line = area.width() < area.height() ? QRect(area.center().x(), area.top(), 1, area.height())
                                                    : QRect(area.left(), area.center().y(), area.width(), 1);
    painter.fillRect(area, m_theme.color(Role::Panel));
    painter.fillRect(line, m_theme.color(option.state.testFlag(State_MouseOver) ? Role::Line3 : Role::Line2));
}

void Style::paintMenuBarItem(const QStyleOption& option, QPainter& painter) const {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    painter.fillRect(option.rect, m_theme.color(Role::Chrome));
    const bool open = option.state & (State_Selected | State_Sunken);
    if (open && option.state.testFlag(State_Enabled))
        paintBox(option.rect.adjusted(0, 2, 0, -2), painter, Role::Hover, Role::Hover, m_theme.px(4));
    if (!item)
        return;
    const Restoring restoring(painter);
    painter.setPen(m_theme.color(open ? Role::Ink : Role::Ink2));
    const int mnemonic = proxy()->styleHint(SH_UnderlineShortcut, &option, nullptr, nullptr) ? Qt::TextShowMnemonic
                                                                                             : Qt::TextHideMnemonic;
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, item->text);
}

void Style::paintTab(const QStyleOption& option, QPainter& painter) const {
    const bool selected = option.state.testFlag(State_Selected);
    const bool hovered = option.state.testFlag(State_MouseOver);
    const double line = m_theme.px(selected ? 2 : 1);
    const QRectF area = option.rect;
    if (hovered && !selected)
        painter.fillRect(area, m_theme.color(Role::Hover));
    painter.fillRect(QRectF(area.left(), area.bottom() - line, area.width(), line),
                     m_theme.color(selected ? Role::Ink : Role::Line));
}

void Style::paintHeader(const QStyleOption& option, QPainter& painter) const {
    painter.fillRect(option.rect, m_theme.color(option.state.testFlag(State_Sunken) ? Role::Line : Role::Chrome));
    const QRectF area = option.rect;
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), m_theme.color(Role::Line2));
}

void Style::paintPushButtonLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    if (!button || !isFilled(option)) {
        QProxyStyle::drawControl(CE_PushButtonLabel, &option, &painter, widget);
        return;
    }
    QStyleOptionButton filled = *button;
    filled.palette.setColor(QPalette::ButtonText, m_theme.color(Role::Panel));
    QProxyStyle::drawControl(CE_PushButtonLabel, &filled, &painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    switch (element) {
    case CE_Splitter:
        paintSplitter(*option, *painter);
        return;
    case CE_MenuBarItem:
        paintMenuBarItem(*option, *painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_theme.color(Role::Chrome));
        return;
    case CE_TabBarTabShape:
        paintTab(*option, *painter);
        return;
    case CE_HeaderSection:
        paintHeader(*option, *painter);
        return;
    case CE_PushButtonLabel:
        paintPushButtonLabel(*option, *painter, widget);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::paintScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const {
    const Restoring restoring(painter);
    painter.fillRect(option.rect, m_theme.color(Role::Panel));
    const QRect slider = proxy()->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool active = option.state.testFlag(State_MouseOver) || option.state.testFlag(State_Sunken);
    const double inset = m_theme.px(3);
    const QRectF handle = QRectF(slider).adjusted(inset, inset, -inset, -inset);
    const double corner = std::min(handle.width(), handle.height()) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(active ? Role::Ink3 : Role::Line3));
    painter.drawRoundedRect(handle, corner, corner);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        paintScrollBar(*option, *painter, widget);
        return;
    }
    if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
        // A menu button's own symbol says so; no arrow over it.
        QStyleOptionToolButton plain = *button;
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control == CC_SpinBox || (combo && combo->frame)) {
        const Restoring restoring(*painter);
        painter->setPen(linePen(m_theme.color(option->state.testFlag(State_HasFocus) ? Role::Ink : Role::Line3), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(2), m_theme.px(2));
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element != SE_LineEditContents || !frame || frame->lineWidth <= 0)
        return rect;
    const int margin = qRound(m_theme.px(6));
    return rect.adjusted(margin, 0, -margin, 0);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    const int least = qRound(m_theme.px(28));
    const int shown =
        range <= 0
            ? length
            : std::max(least, static_cast<int>(static_cast<qint64>(length) * bar->pageStep / (range + bar->pageStep)));
    const int handle = std::min(length, shown);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int size) {
        return across ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return along(start, handle);
    case SC_ScrollBarGroove:
        return along(0, length);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_SplitterWidth:
        return qRound(m_theme.px(7));
    case PM_ScrollBarExtent:
        return qRound(m_theme.px(12));
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ToolBarIconSize:
        return qRound(m_theme.px(16));
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_HeaderMargin:
        return qRound(m_theme.px(8));
    case PM_FocusFrameHMargin: // of the cells below a header, which adds one
        return qRound(m_theme.px(8)) - 1;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return qRound(m_theme.px(4));
    case PM_MenuBarVMargin:
        return qRound(m_theme.px(3));
    case PM_MenuBarItemSpacing:
        return qRound(m_theme.px(2));
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 120;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox)
        size.setHeight(std::max(size.height(), qRound(m_theme.px(buttonHeight))));
    if (type == CT_MenuBarItem)
        size = size.expandedTo({size.width() + qRound(m_theme.px(8)), qRound(m_theme.px(24))});
    if (type == CT_ToolButton)
        size = size.expandedTo(QSize(1, 1) * qRound(m_theme.px(24)));
    if (type == CT_MenuItem || type == CT_ItemViewItem)
        size.setHeight(std::max(size.height(), qRound(m_theme.px(24))));
    return size;
}

} // namespace entente::theme
