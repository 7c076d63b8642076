#include "app/pictures/key_lines.h"

#include "app/theme/paragraph.h"

#include <QFontMetricsF>

namespace entente::pictures {

using theme::Role;
using theme::Type;

QList<QList<KeyPiece>> keyLines(const model::Dossier& dossier, const wording::Wording& wording,
                                const QList<timeline::KeyNumber>& keys, const theme::Theme& theme, double width) {
    const QFontMetricsF metrics(theme.font(Type::Secondary));
    const double gap = theme.px(4), apart = theme.px(14);
    QList<QList<KeyPiece>> lines;
    double x = 0;
    for (const timeline::KeyNumber& key : keys) {
        const QString number = QString::number(key.number);
        const double beside = theme.width(number, Type::Chip) + gap;
        const QString words = metrics.elidedText(
            Text::tr("%1 %2", "date and title of a numbered event")
                .arg(wording.eventDate(dossier, key.event, wording::Style::Short), dossier.titleOf(key.event)),
            Qt::ElideRight, width - beside);
        const double advance = beside + metrics.horizontalAdvance(words);
        if (lines.isEmpty() || x + advance > width) {
            lines.append(QList<KeyPiece>());
            x = 0;
        } else {
            lines.last().append({x - apart / 2 - theme.px(2), QStringLiteral("·"), Type::Secondary, Role::Ink3});
        }
        lines.last().append({x, number, Type::Chip, Role::Ink});
        lines.last().append({x + beside, words, Type::Secondary, Role::Ink2});
        x += advance + apart;
    }
    return lines;
}

namespace {

constexpr qsizetype mostListed = 100; // more never fit a few lines

QString whole(QString text) {
    return text.replace(' ', QChar::Nbsp);
}

QString shortTitle(const model::Dossier& dossier, model::EventId id) {
    const model::Event& event = dossier.event(id);
    return event.shortTitle.isEmpty() ? event.title : event.shortTitle;
}

} // namespace

QStringList leftOutLines(const model::Dossier& dossier, const wording::Wording& wording, const LeftOut& leftOut,
                         const theme::Theme& theme, double width, int mostLines) {
    if (leftOut.dated.size() + leftOut.undated.size() > mostListed)
        return {};
    const QString apart = QString(QChar::Nbsp) + Text::tr("· ", "between events");
    QStringList dated, undated, sentences;
    for (const model::EventId event : leftOut.dated)
        dated.append(
            whole(Text::tr("%1 %2", "date and title of an event")
                      .arg(wording.eventDate(dossier, event, wording::Style::Short), shortTitle(dossier, event))));
    for (const model::EventId event : leftOut.undated)
        undated.append(whole(shortTitle(dossier, event)));
    if (!dated.isEmpty())
        sentences.append(Text::tr("Also, as grey dots: %1.").arg(dated.join(apart)));
    if (!undated.isEmpty())
        sentences.append(Text::tr("Undated: %1").arg(undated.join(apart)));
    const QString text = sentences.join(' ');
    QStringList lines = theme::paragraph(text, theme, Type::Secondary, width, mostLines);
    if (lines.join(' ') != text)
        return {};
    return lines.replaceInStrings(QString(QChar::Nbsp), QStringLiteral(" "));
}

QStringList sentenceLines(const QStringList& sentences, const theme::Theme& theme, double width, int mostLines) {
    const QString text = sentences.join(' ');
    QStringList plain = theme::paragraph(text, theme, Type::Secondary, width, mostLines);
    if (plain.join(' ') != text)
        return plain;
    for (qsizetype free = 0; free < sentences.size(); ++free) {
        QStringList bound = sentences;
        std::for_each(bound.begin() + free, bound.end(), [](QString& each) { each.replace(' ', QChar::Nbsp); });
        QStringList lines = theme::paragraph(bound.join(' '), theme, Type::Secondary, width, mostLines);
        if (lines.size() <= plain.size() && lines.join(' ') == bound.join(' '))
            return lines.replaceInStrings(QString(QChar::Nbsp), QStringLiteral(" "));
    }
    return plain;
}

} // namespace entente::pictures
