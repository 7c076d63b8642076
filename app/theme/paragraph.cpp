#include "app/theme/paragraph.h"

namespace entente::theme {

QStringList paragraph(const QString& text, const Theme& theme, Type type, double width, int mostLines) {
    const QFontMetricsF metrics(theme.font(type));
    QStringList lines;
    QStringList words = text.split(' ', Qt::SkipEmptyParts);
    while (!words.isEmpty() && lines.size() < mostLines) {
        if (lines.size() + 1 == mostLines) {
            lines.append(metrics.elidedText(words.join(' '), Qt::ElideRight, width));
            break;
        }
        QString line = words.takeFirst();
        while (!words.isEmpty() && metrics.horizontalAdvance(line + ' ' + words.first()) <= width)
            line += ' ' + words.takeFirst();
        lines.append(metrics.elidedText(line, Qt::ElideRight, width));
    }
    return lines;
}

} // namespace entente::theme
