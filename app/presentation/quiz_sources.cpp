#include "app/presentation/quiz.h"

namespace entente::presentation {

using model::CitationId;

namespace {

constexpr qsizetype longestTitle = 90;

/// At most so many characters, cut between words.
QString shortened(const QString& text, qsizetype most) {
    if (text.size() <= most)
        return text;
    const qsizetype blank = text.lastIndexOf(' ', most - 1);
    return text.left(blank > most / 2 ? blank : most - 1) + QStringLiteral("…");
}

} // namespace

/// The dates' own citations first, one of each event before the next of any.
QList<CitationId> QuizMaker::sourcesOf(const QList<model::EventId>& events) const {
    QList<QList<CitationId>> all;
    qsizetype most = 0;
    for (const model::EventId id : events) {
        QList<CitationId> own;
        if (const auto claim = m_dossier->claimInUse(id))
            own = claim->citations;
        own += m_dossier->evidenceOf(id);
        all.append(own);
        most = std::max(most, own.size());
    }
    QList<CitationId> sources;
    for (qsizetype i = 0; i < most; ++i)
        for (const QList<CitationId>& own : all)
            if (i < own.size() && !sources.contains(own[i]))
                sources.append(own[i]);
    return sources;
}

/// Who says it, where and when. With a horizon nothing that is later: neither a date nor a name that says one; nor what
/// is hidden.
QString QuizMaker::sourceLine(CitationId id) const {
    const model::Citation& citation = m_dossier->citation(id);
    if (!citation.source.isValid())
        return {};
    const model::Source& source = m_dossier->source(citation.source);
    const auto published = model::Edtf::parse(source.published);
    const bool isPast = !m_options.horizon ||
                        (published && published->latest().isKnown() && published->latest().day <= *m_options.horizon);
    const bool isDateShown = isPast && !m_options.hidesDates;
    const QString title =
        source.title.isEmpty() ? QString() : tr("“%1”").arg(shortened(said(source.title), longestTitle));
    QStringList parts;
    for (const QString& part : {said(source.author), title, said(source.publisher),
                                isDateShown ? m_wording.sourceDate(source) : QString(), said(citation.locator)}) {
        const bool isLate = m_options.horizon && namesLaterYear(part, *m_options.horizon);
        if (!part.isEmpty() && !isLate && !parts.contains(part))
            parts.append(part);
    }
    if (parts.isEmpty())
        parts.append(source.title.isEmpty() ? tr("a source without a title") : tr("a source that is not named yet"));
    return shortened(parts.join(tr(", ")), 2 * longestTitle);
}

bool QuizMaker::takeSources(Question& question, const QList<CitationId>& sources) const {
    for (const CitationId id : sources) {
        if (!id.isValid() || question.sources.contains(id))
            continue;
        question.sources.append(id);
        const QString line = sourceLine(id);
        if (!line.isEmpty() && !question.sourceWords.contains(line))
            question.sourceWords.append(line);
    }
    return !question.sources.isEmpty() || m_dossier->tables().citations.isEmpty();
}

} // namespace entente::presentation
