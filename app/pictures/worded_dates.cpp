#include "app/pictures/worded_dates.h"

namespace entente::pictures {

namespace {

QStringList monthsAsWorded(const wording::Wording& wording, wording::Style style) {
    QStringList months;
    for (int month = 1; month <= 12; ++month)
        months.append(wording.month(month, style));
    return months;
}

QString anyOf(QStringList words) {
    for (QString& word : words)
        word = QRegularExpression::escape(word);
    return QStringLiteral("(?:%1)").arg(words.join('|'));
}

QRegularExpression patternOf(const QStringList& months, const QStringList& shortMonths) {
    return QRegularExpression(
        QStringLiteral(
            "(?<!\\d)(?<day>\\d{1,2})(?<range>\\s?[–-]\\s?\\d{1,2})?\\s(?<of>%1)(?<year>\\s\\d{3,4})?(?!\\p{L})|"
            "(?<!\\p{L})(?<month>%1)\\s\\d{3,4}(?!\\d)|(?<!\\d)[12]\\d{3}(?!\\d)|"
            "(?<!\\p{L})%2(?!\\p{L})")
            .arg(anyOf(months + shortMonths), anyOf(months)),
        QRegularExpression::UseUnicodePropertiesOption);
}

bool beginsSentence(const QString& text, qsizetype at) {
    const QString before = text.left(at).trimmed();
    return before.isEmpty() || QStringLiteral(".!?:").contains(before.back());
}

} // namespace

WordedDates::WordedDates(const model::Dossier& dossier, OrdinaryWords ordinary, const wording::Wording& wording)
    : m_ordinary(std::move(ordinary)), m_wording(wording), m_months(monthsAsWorded(wording, wording::Style::Full)),
      m_shortMonths(monthsAsWorded(wording, wording::Style::Short)), m_pattern(patternOf(m_months, m_shortMonths)) {
    for (const model::EventId event : dossier.eventsInOrder())
        if (const auto date = model::extentFrom(dossier.view(event).date); date && date->earliest().isKnown() &&
                                                                           date->latest().isKnown() &&
                                                                           date->earliest().day == date->latest().day)
            m_days.insert(date->earliest().day);
}

QString WordedDates::dateOf(const QRegularExpressionMatch& match, std::optional<qint64> year) const {
    QString date = match.captured().simplified();
    const QString month =
        match.captured(match.hasCaptured(QStringLiteral("of")) ? QStringLiteral("of") : QStringLiteral("month"));
    if (month.isEmpty())
        return date;
    const auto number = static_cast<int>(std::max(m_months.indexOf(month), m_shortMonths.indexOf(month)));
    date.replace(month, m_shortMonths.at(number));
    const bool isDay = match.hasCaptured(QStringLiteral("day")) && !match.hasCaptured(QStringLiteral("range"));
    if (!isDay || match.hasCaptured(QStringLiteral("year")) || !year)
        return date;
    const model::Day day = model::dayOf(*year, number + 1, match.captured(QStringLiteral("day")).toInt());
    return m_days.contains(day) ? m_wording.day(day, wording::Style::Short) : date;
}

/// A month that begins a sentence may be another word: "May" in English.
QList<WordedDates::Found> WordedDates::in(const QString& text, std::optional<qint64> year) const {
    QList<Found> found;
    auto matches = m_pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const bool isDoubtful = m_months.contains(match.captured()) && m_ordinary.contains(match.captured());
        if (!isDoubtful || !beginsSentence(text, match.capturedStart()))
            found.append({match.capturedStart(), match.capturedLength(), dateOf(match, year)});
    }
    return found;
}

} // namespace entente::pictures
