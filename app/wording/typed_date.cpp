#include "app/wording/typed_date.h"

#include <QCalendar>
#include <QRegularExpression>

namespace entente::wording {

using model::Calendar;
using model::CalendarDate;
using model::Day;
using model::Edtf;
using model::isoText;

namespace {

enum class Era : quint8 { None, Common, BeforeCommon, SolarHijri, BeforeSolarHijri };

/// Some months of a year, or one day.
struct TypedDate {
    Calendar calendar = Calendar::Gregorian;
    qint64 year = 0;
    int month = 1; ///< the first
    int months = 12;
    int day = 0; ///< 0: all of the months
    int season = 0;
};

/// A number, or a folded word.
struct Token {
    QString text;
    bool isNumber = false;
};

// Writing.

std::optional<Edtf> edtf(const QString& text) {
    const auto date = Edtf::parse(text);
    return date ? std::optional(*date) : std::nullopt;
}

std::optional<Edtf> gregorianMonths(const TypedDate& date) {
    constexpr qint64 largestPlainYear = 9999;
    constexpr int firstSeason = 21;
    const QString month = isoText(model::dayOf(date.year, date.month, 1)).chopped(3);
    const QString year = month.chopped(3);
    if (date.months == 1)
        return edtf(month);
    if (date.months < 12)
        return edtf(QStringLiteral("%1-%2").arg(year).arg(firstSeason + date.season));
    return edtf(qAbs(date.year) > largestPlainYear ? QStringLiteral("Y%1").arg(date.year) : year);
}

std::optional<Edtf> daysOfMonths(const TypedDate& date, Day first) {
    const int months = date.month + date.months - 2;
    CalendarDate last{date.year + months / 12, months % 12 + 1, 1};
    last.day = daysInMonthIn(date.calendar, last.year, last.month);
    return edtf(QStringLiteral("[%1..%2]").arg(isoText(first), isoText(dayIn(date.calendar, last))));
}

std::optional<Edtf> written(const TypedDate& date) {
    const CalendarDate first{date.year, date.month, qMax(date.day, 1)};
    if (!isValidIn(date.calendar, first))
        return {};
    if (date.day > 0)
        return edtf(isoText(dayIn(date.calendar, first)));
    return date.calendar == Calendar::Gregorian ? gregorianMonths(date)
                                                : daysOfMonths(date, dayIn(date.calendar, first));
}

// Words.

/// Without case, accents, full stops and marks of direction. Arabic keyboards have another yeh and kaf than Persian.
QString folded(const QString& text) {
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_D).toCaseFolded())
        if (!c.isMark() && c.category() != QChar::Other_Format && c != '.')
            result.append(c == u'ي' ? QChar(u'ی') : c == u'ك' ? QChar(u'ک') : c);
    return result;
}

/// The place of the thing that a word names, or the only one whose name begins with it.
std::optional<int> placeOf(const QString& word, const QList<QStringList>& names) {
    constexpr qsizetype fewestLetters = 3;
    QList<int> begun;
    for (int i = 0; i < names.size(); ++i) {
        for (const QString& name : names[i])
            if (folded(name) == word)
                return i;
        const auto begins = [&word](const QString& name) { return folded(name).startsWith(word); };
        if (word.size() >= fewestLetters && std::any_of(names[i].begin(), names[i].end(), begins))
            begun.append(i);
    }
    return begun.size() == 1 ? std::optional(begun.front()) : std::nullopt;
}

std::optional<int> monthNamed(const QString& word, const Wording& wording, Calendar calendar) {
    QList<QStringList> names;
    for (int month = 1; month <= 12; ++month) {
        names.append({wording.month(month, Style::Full, calendar), wording.month(month, Style::Short, calendar)});
        if (calendar == Calendar::SolarHijri)
            names.back().append(QCalendar(QCalendar::System::Jalali).standaloneMonthName(QLocale::Persian, month));
    }
    const auto place = placeOf(word, names);
    return place ? std::optional(*place + 1) : std::nullopt;
}

std::optional<int> seasonNamed(const QString& word, const Wording& wording) {
    constexpr int autumn = 2;
    QList<QStringList> names;
    for (int season = 0; season < 4; ++season)
        names.append({wording.season(season)});
    names[autumn].append(QStringLiteral("fall"));
    return placeOf(word, names);
}

bool isWeekday(const QString& word, const Wording& wording) {
    QList<QStringList> names;
    for (Day day = 0; day < 7; ++day)
        names.append({wording.weekday(day)});
    return placeOf(word, names).has_value();
}

Era eraNamed(const QString& word, const Wording& wording, Calendar calendar) {
    // What the wording puts beside the number of a year.
    const auto isSaidOf = [&word](const QString& year) { return folded(year).remove('1').trimmed() == word; };
    if (word == QLatin1String("bce") || word == QLatin1String("bc") || isSaidOf(wording.year(0)))
        return Era::BeforeCommon;
    if (word == QLatin1String("ce") || word == QLatin1String("ad"))
        return Era::Common;
    if (calendar == Calendar::SolarHijri && isSaidOf(wording.year(0, calendar)))
        return Era::BeforeSolarHijri;
    if (calendar == Calendar::SolarHijri && isSaidOf(wording.year(1, calendar, YearStyle::WithEra)))
        return Era::SolarHijri;
    return Era::None;
}

// Reading.

/// Without marks of direction, the digits of other scripts as ours.
QString plain(const QString& text) {
    QString result;
    for (const QChar c : text.simplified())
        if (c.category() != QChar::Other_Format)
            result.append(c.isDigit() ? QChar('0' + c.digitValue()) : c);
    return result;
}

/// Numbers, also with what makes them ordinal ("8th", "8."), and words. None if there is anything else.
std::optional<QList<Token>> tokensOf(const QString& text) {
    static const QRegularExpression pattern(
        QStringLiteral("\\G[ ,]*(?:(\\d+)(?:\\.|(?:st|nd|rd|th)(?!\\pL))?|(\\pL[\\pL\\pM.]*))"),
        QRegularExpression::CaseInsensitiveOption);
    QList<Token> tokens;
    qsizetype end = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const bool isNumber = !match.captured(1).isEmpty();
        tokens.append({isNumber ? match.captured(1) : folded(match.captured(2)), isNumber});
        end = match.capturedEnd();
    }
    return end == text.size() ? std::optional(tokens) : std::nullopt;
}

class Reader {
public:
    Reader(const Wording& wording, Calendar calendar) : m_wording(wording), m_calendar(calendar) {}

    std::optional<TypedDate> readDigits(const QString& text) const {
        static const QRegularExpression dayFirst(QStringLiteral("^(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{3,})$"));
        static const QRegularExpression yearFirst(QStringLiteral("^(\\d{3,})/(\\d{1,2})/(\\d{1,2})$"));
        QStringList parts = dayFirst.match(text).capturedTexts();
        if (parts.isEmpty())
            parts = yearFirst.match(text).capturedTexts();
        else
            parts.swapItemsAt(1, 3);
        const int day = parts.value(3).toInt();
        if (day == 0)
            return {};
        return TypedDate{m_calendar, parts[1].toLongLong(), parts[2].toInt(), 1, day};
    }

    std::optional<TypedDate> readWords(const QString& text) {
        auto tokens = tokensOf(text).value_or(QList<Token>());
        if (!takeEra(tokens) || tokens.isEmpty() || !tokens.back().isNumber)
            return {};
        const QString year = tokens.takeLast().text;
        // Only before a day: some languages begin the names of a weekday and a month alike.
        if (tokens.size() == 3 && isWeekday(tokens.front().text, m_wording))
            tokens.removeFirst();
        TypedDate date{isOfCommonEra() ? westernCalendar() : m_calendar};
        if (!takeDay(tokens, date) || !takeMonths(tokens, date) || !tokens.isEmpty() || !eraFits(date.calendar))
            return {};
        // "May 8" is more likely a day than a year.
        if (m_era == Era::None && date.day == 0 && date.months < 12 && year.size() < 3)
            return {};
        return takeYear(year.toLongLong(), date) ? std::optional(date) : std::nullopt;
    }

private:
    bool isOfCommonEra() const { return m_era == Era::Common || m_era == Era::BeforeCommon; }
    bool eraFits(Calendar calendar) const {
        return m_era == Era::None || isOfCommonEra() == (calendar != Calendar::SolarHijri);
    }
    /// The calendar of Gregorian months' names.
    Calendar westernCalendar() const { return m_calendar == Calendar::Julian ? Calendar::Julian : Calendar::Gregorian; }

    bool takeEra(QList<Token>& tokens) {
        if (tokens.isEmpty() || tokens.back().isNumber)
            return true;
        m_era = eraNamed(tokens.takeLast().text, m_wording, m_calendar);
        return m_era != Era::None;
    }

    /// The number before or behind a month.
    static bool takeDay(QList<Token>& tokens, TypedDate& date) {
        if (tokens.size() != 2)
            return true;
        date.day = tokens.takeAt(tokens.front().isNumber ? 0 : 1).text.toInt();
        return date.day > 0;
    }

    bool takeMonths(QList<Token>& tokens, TypedDate& date) const {
        if (tokens.isEmpty())
            return true;
        const QString word = tokens.takeFirst().text;
        return takeMonth(word, westernCalendar(), date) ||
               (m_calendar == Calendar::SolarHijri && takeMonth(word, m_calendar, date)) ||
               (date.day == 0 && takeSeason(word, date));
    }

    bool takeMonth(const QString& word, Calendar calendar, TypedDate& date) const {
        const auto month = monthNamed(word, m_wording, calendar);
        if (!month)
            return false;
        date.calendar = calendar;
        date.month = *month;
        date.months = 1;
        return true;
    }

    /// The Solar Hijri year begins with spring, the others two months before it.
    bool takeSeason(const QString& word, TypedDate& date) const {
        const auto season = seasonNamed(word, m_wording);
        date.season = season.value_or(0);
        date.months = 3;
        date.month = date.months * date.season + (date.calendar == Calendar::SolarHijri ? 1 : 3);
        return season.has_value();
    }

    bool takeYear(qint64 named, TypedDate& date) const {
        const bool isBefore = m_era == Era::BeforeCommon || m_era == Era::BeforeSolarHijri;
        date.year = isBefore ? 1 - named : named;
        return named > 0;
    }

    const Wording& m_wording;
    Calendar m_calendar;
    Era m_era = Era::None;
};

} // namespace

std::optional<Edtf> typedDate(QString text, const Wording& wording, Calendar calendar) {
    text = plain(text);
    const bool isBareYear = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (!isBareYear || calendar == Calendar::Gregorian)
        if (auto date = edtf(text))
            return date;
    Reader reader(wording, calendar);
    auto date = reader.readDigits(text);
    if (!date)
        date = reader.readWords(text);
    return date ? written(*date) : std::nullopt;
}

std::optional<Day> Wording::readDay(const QString& text, Calendar calendar) const {
    const auto date = typedDate(text, *this, calendar);
    return date ? model::momentOf(*date) : std::nullopt;
}

} // namespace entente::wording
