#include "app/theme/paragraph.h"

#include <QFontMetricsF>
#include <algorithm>

namespace entente::theme {

namespace {

/// How many of some words, from one on, fit a line; one at least. Texts are shaped as seldom as a search allows, and
/// never more of them than about two lines: shaping every longer line took most of the time of a picture.
qsizetype fitting(const QStringList& words, qsizetype first, const QFontMetricsF& metrics, double width) {
    const qsizetype left = words.size() - first;
    const auto fits = [&](qsizetype count) {
        return metrics.horizontalAdvance(words.mid(first, count).join(' ')) <= width;
    };
    qsizetype fit = 1, over = 2;
    while (over <= left && fits(over)) {
        fit = over;
        over *= 2;
    }
    over = std::min(over, left + 1);
    while (over - fit > 1) {
        const qsizetype middle = (fit + over) / 2;
        (fits(middle) ? fit : over) = middle;
    }
    return fit;
}

} // namespace

QStringList paragraph(const QString& text, const Theme& theme, Type type, double width, int mostLines) {
    const QFontMetricsF metrics(theme.font(type));
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    QStringList lines;
    for (qsizetype first = 0; first < words.size() && lines.size() < mostLines;) {
        qsizetype count = fitting(words, first, metrics, width);
        if (lines.size() + 1 == mostLines && first + count < words.size())
            count = std::min(words.size() - first, count + 2); // of which the last is cut off
        lines.append(metrics.elidedText(words.mid(first, count).join(' '), Qt::ElideRight, width));
        first += count;
    }
    return lines;
}

} // namespace entente::theme
