#include "db/exchange/columns.h"

#include "db/model/filter.h"

#include <QLocale>
#include <cmath>

namespace entente::exchange {

QString readText(const Cell& cell) {
    QString normal = cell.text.normalized(QString::NormalizationForm_C);
    if (normal != cell.text)
        cell.note(Text::tr("The text was brought into Unicode normal form C."));
    return normal;
}

QString readKey(const Cell& cell) {
    if (!model::isKey(cell.text))
        cell.refuse(Text::tr("This is not a key."),
                    Text::tr("small letters a to z, digits and hyphens, not beginning with a hyphen"));
    return cell.text;
}

static std::optional<model::Edtf> parseDate(const Cell& cell) {
    const auto date = model::Edtf::parse(cell.text);
    if (date)
        return *date;
    cell.refuse(Text::tr("The date cannot be read at its column %1: %2")
                    .arg(QString::number(date.error().column), date.error().message),
                Text::tr("a date in EDTF"));
    return std::nullopt;
}

QString readDateText(const Cell& cell) {
    if (!cell.text.isEmpty())
        parseDate(cell);
    return cell.text;
}

QString readFilter(const Cell& cell) {
    if (const auto filter = model::Filter::parse(cell.text); !filter)
        cell.refuse(filter.error().problem, filter.error().expected);
    return cell.text;
}

model::Edtf readDate(const Cell& cell) {
    return parseDate(cell).value_or(model::Edtf());
}

model::PeriodBound readBound(const Cell& cell) {
    using Kind = model::PeriodBound::Kind;
    if (cell.text.isEmpty())
        return {Kind::Unknown, {}};
    if (cell.text == "..")
        return {Kind::Open, {}};
    const std::optional<model::Edtf> date = parseDate(cell);
    return date ? model::PeriodBound{Kind::Dated, *date} : model::PeriodBound{};
}

int readNumber(const Cell& cell, int low, int high, bool mayBeEmpty) {
    if (mayBeEmpty && cell.text.isEmpty())
        return low;
    bool isNumber = false;
    const int number = cell.text.toInt(&isNumber);
    if (isNumber && number >= low && number <= high)
        return number;
    const QString most = high == std::numeric_limits<int>::max() ? QString() : QString::number(high);
    cell.refuse(isNumber ? Text::tr("The number is out of range.") : Text::tr("This is not a whole number."),
                most.isEmpty() ? Text::tr("a whole number from %1").arg(low)
                               : Text::tr("a whole number from %1 to %2").arg(QString::number(low), most));
    return low;
}

bool readFlag(const Cell& cell) {
    if (cell.text != "1" && cell.text != "0" && !cell.text.isEmpty())
        cell.refuse(Text::tr("This is neither yes (1) nor no (0)."), Text::tr("1, 0 or nothing"));
    return cell.text == "1";
}

std::optional<double> readFraction(const Cell& cell) {
    if (cell.text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const double number = cell.text.toDouble(&isNumber);
    if (isNumber && std::isfinite(number))
        return number;
    cell.refuse(Text::tr("This is not a number."), Text::tr("a decimal number with a point, or nothing"));
    return std::nullopt;
}

QStringList readList(const Cell& cell) {
    const std::optional<QStringList> list = splitList(readText(cell));
    if (!list)
        cell.refuse(Text::tr("A backslash stands before neither a bar nor a backslash."),
                    Text::tr("parts joined by \" | \", with \\| for a bar and \\\\ for a backslash in them"));
    return list.value_or(QStringList());
}

QList<model::Alias> readAliases(const Cell& cell) {
    QList<model::Alias> aliases;
    for (const QString& part : readList(cell)) {
        const qsizetype colon = part.indexOf(':');
        if (colon < 0)
            cell.refuse(Text::tr("The alias \"%1\" names no language.").arg(part),
                        Text::tr("language:text, for instance fa:ایران"));
        aliases.append({part.left(std::max<qsizetype>(colon, 0)), part.mid(colon + 1)});
    }
    return aliases;
}

QString writeAliases(const QList<model::Alias>& aliases) {
    QStringList parts;
    for (const model::Alias& alias : aliases)
        parts.append(alias.language + ':' + alias.text);
    return joinList(parts);
}

qsizetype readReference(const Cell& cell, const QString& table, bool mayBeEmpty) {
    if (mayBeEmpty && cell.text.isEmpty())
        return -1;
    const qsizetype row = cell.reading.keys.row(table, cell.text);
    if (row < 0 && cell.reading.keys.isReadable(table))
        cell.refuse(cell.text.isEmpty() ? Text::tr("A key is missing.")
                                        : Text::tr("No row of %1.csv has this key.").arg(table),
                    Text::tr("a key of %1.csv").arg(table));
    return row;
}

QString writeNumber(double number) {
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace entente::exchange
