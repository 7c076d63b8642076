#include "app/theme/plain_text.h"

namespace entente::theme {

void setLook(QLabel& label, const Theme& theme, Type type, Role role) {
    label.setFont(theme.font(type));
    // Without a role of its own a label on a base-coloured page would take the base's text colour.
    label.setForegroundRole(QPalette::WindowText);
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, theme.color(role));
    label.setPalette(palette);
}

QLabel* plainLabel(const Theme& theme, const QString& text, Type type, Role role, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    setLook(*label, theme, type, role);
    return label;
}

QString plainToolTip(const QString& text) {
    if (text.isEmpty())
        return {};
    return QStringLiteral("<span>%1</span>")
        .arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

void setPlainToolTip(QWidget& widget, const QString& text) {
    widget.setToolTip(plainToolTip(text));
}

} // namespace entente::theme
