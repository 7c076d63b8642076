#include "db/model/filter.h"

#include <QCoreApplication>
#include <array>

namespace entente::model {

namespace {
struct FilterText {
    Q_DECLARE_TR_FUNCTIONS(entente::model::Filter)
};

constexpr std::array fieldWords = {"tenor", "theme", "actor", "kind", "importance", "certainty", "source", "lane"};

tl::unexpected<Finding> misread(qsizetype position, const QString& problem, QStringView found,
                                const QString& expected) {
    Finding finding;
    finding.field = FilterText::tr("column %1").arg(position + 1);
    finding.problem = problem;
    finding.found = found.toString();
    finding.expected = expected;
    return tl::unexpected<Finding>(finding);
}

std::optional<Filter::Field> fieldOf(QStringView word) {
    for (size_t i = 0; i < fieldWords.size(); ++i)
        if (word == QLatin1String(fieldWords[i]))
            return static_cast<Filter::Field>(i);
    return {};
}

QString allFields() {
    QStringList words;
    for (const char* word : fieldWords)
        words.append(QString::fromLatin1(word));
    return words.join(QStringLiteral(", "));
}

/// Words that a field accepts, or empty if it takes keys.
QString closedSet(Filter::Field field) {
    switch (field) {
    case Filter::Field::Tenor:
        return wordsOf<Tenor>();
    case Filter::Field::Certainty:
        return wordsOf<Certainty>();
    case Filter::Field::Source:
        return QStringLiteral("yes, no");
    case Filter::Field::Importance:
        return QStringLiteral("1, 2, 3, 4, 5");
    default:
        return {};
    }
}

/// One condition of the text: where it starts, and its parts.
struct Piece {
    qsizetype at = 0;
    QStringView text;
    qsizetype operatorAt = -1;
    qsizetype operatorSize = 0;
    Filter::Comparison comparison = Filter::Comparison::Is;
};

void findOperator(Piece& piece) {
    for (qsizetype i = 0; i < piece.text.size(); ++i) {
        const QStringView rest = piece.text.mid(i);
        const bool two = rest.startsWith(QLatin1String("!=")) || rest.startsWith(QLatin1String(">="));
        if (!two && rest.front() != '=')
            continue;
        piece.operatorAt = i;
        piece.operatorSize = two ? 2 : 1;
        if (two)
            piece.comparison = rest.front() == '!' ? Filter::Comparison::IsNot : Filter::Comparison::AtLeast;
        return;
    }
}

Result<QStringList> readValues(const Piece& piece, Filter::Field field) {
    const QString allowed = closedSet(field);
    QStringList values;
    qsizetype at = piece.operatorAt + piece.operatorSize;
    for (const QStringView value : piece.text.mid(at).split(',')) {
        const bool known = allowed.isEmpty() ? isKey(value) : allowed.split(QStringLiteral(", ")).contains(value);
        if (!known)
            return misread(piece.at + at, FilterText::tr("This value cannot be read."), value,
                           allowed.isEmpty() ? FilterText::tr("a key of lower-case letters, digits and hyphens")
                                             : allowed);
        values.append(value.toString());
        at += value.size() + 1;
    }
    return values;
}

Result<Filter::Condition> readCondition(Piece piece) {
    findOperator(piece);
    if (piece.operatorAt < 0)
        return misread(piece.at + piece.text.size(), FilterText::tr("A condition needs an operator."), piece.text,
                       QStringLiteral("=, != or >="));
    const QStringView word = piece.text.left(piece.operatorAt);
    const auto field = fieldOf(word);
    if (!field)
        return misread(piece.at, FilterText::tr("There is no such field."), word, allFields());
    if (piece.comparison == Filter::Comparison::AtLeast && field != Filter::Field::Importance)
        return misread(piece.at + piece.operatorAt, FilterText::tr("Only importance is compared by size."), piece.text,
                       QStringLiteral("= or !="));
    return readValues(piece, *field).map([&](const QStringList& values) {
        return Filter::Condition{*field, piece.comparison, values};
    });
}

} // namespace

QString wordOf(Filter::Field field) {
    return QString::fromLatin1(fieldWords[static_cast<size_t>(field)]);
}

Result<Filter> Filter::parse(QStringView text) {
    Filter filter;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        const auto condition = readCondition(Piece{at, text.mid(at, end - at)});
        if (!condition)
            return tl::unexpected<Finding>(condition.error());
        if (filter.condition(condition->field))
            return misread(at, FilterText::tr("This field already has a condition."), text.mid(at, end - at),
                           FilterText::tr("each field once"));
        filter = filter.with(condition->field, condition->values, condition->comparison);
        at = end;
    }
    return filter;
}

QString Filter::text() const {
    constexpr std::array operators = {"=", "!=", ">="};
    QStringList parts;
    for (const Condition& condition : m_conditions)
        parts.append(wordOf(condition.field) + QLatin1String(operators[static_cast<size_t>(condition.comparison)]) +
                     condition.values.join(','));
    return parts.join(' ');
}

const Filter::Condition* Filter::condition(Field field) const {
    for (const Condition& condition : m_conditions)
        if (condition.field == field)
            return &condition;
    return nullptr;
}

Filter Filter::with(Field field, QStringList values, Comparison comparison) const {
    Filter changed;
    for (const Condition& condition : m_conditions)
        if (condition.field != field)
            changed.m_conditions.append(condition);
    if (values.isEmpty())
        return changed;
    values.sort();
    values.removeDuplicates();
    const auto place = std::find_if(changed.m_conditions.begin(), changed.m_conditions.end(),
                                    [field](const Condition& condition) { return condition.field > field; });
    changed.m_conditions.insert(place, Condition{field, comparison, values});
    return changed;
}

} // namespace entente::model
