#include "app/wording/wording.h"

#include <QRegularExpression>

namespace entente::wording {

namespace {

/// The month that a word names in full or by its first letters, at least three; 0 for none.
int monthOf(const QLocale& locale, const QString& word) {
    if (word.size() < 3)
        return 0;
    for (int month = 1; month <= 12; ++month)
        if (locale.standaloneMonthName(month).startsWith(word, Qt::CaseInsensitive))
            return month;
    return 0;
}

} // namespace

std::optional<model::Day> Wording::readDay(const QString& text) const {
    const QString typed = text.simplified();
    if (const auto date = model::Edtf::parse(typed))
        return model::momentOf(*date);
    static const QRegularExpression words(
        QStringLiteral("^(?:\\p{L}+,? )?(?:(\\d{1,2})\\.? )?(\\p{L}+)\\.?,? (\\d{1,4})( BCE| BC)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = words.match(typed);
    const int month = match.hasMatch() ? monthOf(m_locale, match.captured(2)) : 0;
    if (month == 0)
        return {};
    const qint64 named = match.captured(3).toLongLong();
    const qint64 year = match.captured(4).isEmpty() ? named : 1 - named;
    const int last = model::daysInMonth(year, month);
    const int day = match.captured(1).isEmpty() ? last : match.captured(1).toInt();
    if (day < 1 || day > last)
        return {};
    return model::dayOf(year, month, day);
}

} // namespace entente::wording
