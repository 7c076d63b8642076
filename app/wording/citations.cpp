#include "app/wording/wording.h"

#include <QRegularExpression>

namespace entente::wording {

namespace {
const QRegularExpression& citationMark() {
    static const QRegularExpression mark(QStringLiteral("\\[\\^([a-z0-9][a-z0-9-]*)\\]"));
    return mark;
}
} // namespace

QList<MarkedPiece> Wording::markedText(const model::Dossier& dossier, const QString& text) const {
    QList<MarkedPiece> pieces;
    qsizetype at = 0;
    auto marks = citationMark().globalMatch(text);
    while (marks.hasNext()) {
        const auto mark = marks.next();
        const model::CitationId citation = dossier.findCitation(mark.captured(1));
        if (!citation.isValid())
            continue;
        if (mark.capturedStart() > at)
            pieces.append({text.mid(at, mark.capturedStart() - at), {}});
        pieces.append({{}, citation});
        at = mark.capturedEnd();
    }
    if (at < text.size())
        pieces.append({text.mid(at), {}});
    return pieces;
}

QString Wording::withoutMarks(const QString& text) const {
    return QString(text).remove(citationMark());
}

/// Characters that BibTeX reads as commands.
static QString escapedForBibTeX(const QString& text) {
    QString escaped;
    for (const QChar c : text) {
        if (QStringLiteral("\\{}").contains(c))
            continue;
        if (QStringLiteral("&%$#_").contains(c))
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

static QString bibTeX(const model::Source& source, const model::Citation& citation, const QString& date) {
    QStringList lines;
    const auto add = [&](const QString& field, const QString& value) {
        if (!value.isEmpty())
            lines.append(QStringLiteral("  %1 = {%2}").arg(field, escapedForBibTeX(value)));
    };
    add(QStringLiteral("title"), source.title);
    add(QStringLiteral("author"), source.author);
    add(QStringLiteral("publisher"), source.publisher);
    add(QStringLiteral("date"), date);
    add(QStringLiteral("pages"), citation.locator);
    if (!source.url.isEmpty())
        lines.append(QStringLiteral("  url = {%1}").arg(source.url));
    return QStringLiteral("@misc{%1,\n%2\n}").arg(source.key, lines.join(QStringLiteral(",\n")));
}

QString Wording::citationText(const model::Dossier& dossier, model::CitationId id, CitationStyle style) const {
    const model::Citation& citation = dossier.citation(id);
    if (!citation.source.isValid())
        return citation.locator;
    const model::Source& source = dossier.source(citation.source);
    if (style == CitationStyle::BibTeX)
        return bibTeX(source, citation, source.published);
    QStringList parts;
    const bool footnote = style == CitationStyle::Footnote;
    for (const QString& part : {source.author, footnote ? tr("“%1”").arg(source.title) : source.title, source.publisher,
                                sourceDate(source), citation.locator, source.url})
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(footnote ? QStringLiteral(", ") : QStringLiteral(". ")) + '.';
}

} // namespace entente::wording
