#include "app/theme/brushwork.h"

namespace entente::theme {

QColor blended(QColor color, QColor ground, double opacity) {
    const auto mix = [opacity](int upper, int lower) { return qRound(upper * opacity + lower * (1 - opacity)); };
    return {mix(color.red(), ground.red()), mix(color.green(), ground.green()), mix(color.blue(), ground.blue())};
}

void paintText(QPainter& painter, const Theme& theme, Type type, QColor color, QPointF baseline, const QString& text,
               Qt::Alignment alignment, double width) {
    const Restoring restoring(painter);
    const QFont font = theme.font(type);
    const QFontMetricsF metrics(font);
    const QString shown = width < 0 ? text : metrics.elidedText(text, Qt::ElideRight, width);
    double x = baseline.x();
    if (alignment & Qt::AlignHCenter)
        x -= metrics.horizontalAdvance(shown) / 2;
    else if (alignment & Qt::AlignRight)
        x -= metrics.horizontalAdvance(shown);
    painter.setFont(font);
    painter.setPen(color);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(QPointF(x, baseline.y()), shown);
}

} // namespace entente::theme
