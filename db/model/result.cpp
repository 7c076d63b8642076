#include "db/model/result.h"

#include <QCoreApplication>

namespace entente::model {

namespace {
struct ResultText {
    Q_DECLARE_TR_FUNCTIONS(entente::model::Finding)
};
constexpr qsizetype longestQuote = 80;
} // namespace

/// What was found, fit for one line: control characters visible, cut at 80 characters.
static QString quoted(const QString& found) {
    QString shown;
    for (const QChar c : found.left(longestQuote))
        shown += c.isPrint() || c.isHighSurrogate() || c.isLowSurrogate() ? c : QChar(QChar::ReplacementCharacter);
    return found.size() > longestQuote ? shown + QChar(0x2026) : shown;
}

static QString placeOf(const Finding& finding) {
    QStringList parts;
    if (!finding.file.isEmpty())
        parts << quoted(finding.file);
    if (!finding.table.isEmpty())
        parts << ResultText::tr("table %1").arg(quoted(finding.table));
    if (!finding.row.isEmpty())
        parts << ResultText::tr("row %1").arg(quoted(finding.row));
    if (!finding.field.isEmpty())
        parts << ResultText::tr("field %1").arg(quoted(finding.field));
    return parts.join(QStringLiteral(", "));
}

QString describe(const Finding& finding) {
    const QString place = placeOf(finding);
    QStringList sentences = {place.isEmpty() ? finding.problem : place + QStringLiteral(": ") + finding.problem};
    if (!finding.found.isEmpty())
        sentences << ResultText::tr("Found: \"%1\".").arg(quoted(finding.found));
    if (!finding.expected.isEmpty())
        sentences << ResultText::tr("Expected: %1.").arg(finding.expected);
    if (!finding.remedy.isEmpty())
        sentences << finding.remedy;
    return sentences.join(' ');
}

tl::unexpected<Finding> failure(const QString& problem, const QString& remedy) {
    Finding finding;
    finding.problem = problem;
    finding.remedy = remedy;
    return tl::unexpected<Finding>(finding);
}

} // namespace entente::model
