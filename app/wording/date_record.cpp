#include "app/wording/date_record.h"

#include <QJsonArray>
#include <array>

namespace entente::wording {

namespace {

QJsonValue dayValue(const model::Bound& bound) {
    return bound.isKnown() ? QJsonValue(model::isoText(bound.day)) : QJsonValue();
}

QString kindWord(const model::Bound& bound) {
    switch (bound.kind) {
    case model::Bound::Kind::Known:
        return QStringLiteral("known");
    case model::Bound::Kind::Open:
        return QStringLiteral("open");
    case model::Bound::Kind::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QJsonArray partWords(model::DateParts parts) {
    QJsonArray words;
    if (parts & model::YearPart)
        words.append(QStringLiteral("year"));
    if (parts & model::MonthPart)
        words.append(QStringLiteral("month"));
    if (parts & model::DayPart)
        words.append(QStringLiteral("day"));
    return words;
}

QString precisionWord(model::Precision precision) {
    constexpr std::array words = {"minute",      "day",      "month",  "season",  "quarter",    "four-months",
                                  "half-year",   "year",     "decade", "century", "millennium", "significant-digits",
                                  "unspecified", "interval", "set",    "none"};
    return QString::fromLatin1(words[static_cast<size_t>(precision)]);
}

} // namespace

QJsonObject dateRecord(const QString& text, const Wording& wording) {
    QJsonObject record{{"input", text}};
    const auto date = model::Edtf::parse(text);
    record["valid"] = date.has_value();
    if (!date) {
        record["error"] = QJsonObject{{"column", date.error().column}, {"message", date.error().message}};
        return record;
    }
    record["error"] = QJsonValue();
    record["earliest"] = dayValue(date->earliest());
    record["latest"] = dayValue(date->latest());
    record["start"] = kindWord(date->earliest());
    record["end"] = kindWord(date->latest());
    record["precision"] = precisionWord(date->precision());
    record["uncertain"] = partWords(date->uncertain());
    record["approximate"] = partWords(date->approximate());
    record["words"] = wording.date(*date, Style::Full);
    return record;
}

} // namespace entente::wording
