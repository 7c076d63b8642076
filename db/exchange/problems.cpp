#include "db/exchange/problems.h"

#include "db/exchange/csv_tables.h"

namespace entente::exchange {

void Problems::add(const Place& place, const QString& problem, const QString& found, const QString& expected,
                   const QString& remedy) {
    if (m_entries.size() == m_limit) {
        ++m_unreported;
        return;
    }
    if (!m_files.contains(place.file))
        m_files.append(place.file);
    model::Finding finding;
    finding.file = place.file;
    finding.row = place.line > 0 ? QString::number(place.line) : QString();
    finding.field = place.column;
    finding.problem = problem;
    finding.found = found;
    finding.expected = expected;
    finding.remedy = remedy;
    m_entries.append({m_files.indexOf(place.file), place.line, finding});
}

namespace {
struct Words {
    QString problem;
    QString expected;
    QString remedy = {};
};

Words wordsOf(const Fault& fault) {
    using Kind = Fault::Kind;
    switch (fault.kind) {
    case Kind::NotUtf8:
        return {Text::tr("The byte at offset %1 is not valid UTF-8.").arg(fault.detail), Text::tr("UTF-8 text"),
                Text::tr("Save the table again as UTF-8.")};
    case Kind::Utf16:
        return {Text::tr("The file looks like UTF-16."), Text::tr("UTF-8 text"),
                Text::tr("Save the table again as UTF-8.")};
    case Kind::UnterminatedQuote:
        return {Text::tr("The quote opened on line %1 is never closed.").arg(fault.line), Text::tr("a closing quote")};
    case Kind::TextAfterQuote:
        return {Text::tr("There is text after the closing quote of cell %1.").arg(fault.detail),
                Text::tr("a comma or the end of the line")};
    case Kind::QuoteInCell:
        return {Text::tr("There is a quote inside cell %1, which does not begin with one.").arg(fault.detail),
                Text::tr("the whole cell in quotes, with quotes inside it doubled")};
    case Kind::Nul:
        return {Text::tr("There is a NUL character in cell %1.").arg(fault.detail), Text::tr("text without NUL")};
    case Kind::CellTooLong:
        return {Text::tr("Cell %1 is too long.").arg(fault.detail),
                Text::tr("at most %1 bytes").arg(QString::number(largestCell))};
    case Kind::TooManyCells:
        return {Text::tr("The line has %1 cells.").arg(fault.detail),
                Text::tr("at most %1").arg(QString::number(mostColumns))};
    case Kind::TooManyRows:
        return {Text::tr("The file has too many rows."), Text::tr("at most %1").arg(QString::number(mostRows))};
    }
    return {};
}
} // namespace

void Problems::addFault(const QString& file, const Fault& fault) {
    const Words words = wordsOf(fault);
    add({file, fault.line, {}}, words.problem, {}, words.expected, words.remedy);
}

model::Findings Problems::findings() const {
    QList<Entry> sorted = m_entries;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.file, a.line) < std::pair(b.file, b.line);
    });
    model::Findings findings;
    for (const Entry& entry : sorted)
        findings.append(entry.finding);
    return findings;
}

} // namespace entente::exchange
