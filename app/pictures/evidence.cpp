#include "app/pictures/evidence.h"

#include <QUrl>

namespace entente::pictures {

namespace {

constexpr qsizetype mostEvidence = 1000;

QList<model::SourceId> sourcesFor(const model::Dossier& dossier, const model::Subject& subject) {
    QList<model::SourceId> sources;
    for (const model::CitationId citation : dossier.evidenceOf(subject))
        if (const model::SourceId source = dossier.citation(citation).source;
            source.isValid() && !sources.contains(source))
            sources.append(source);
    return sources;
}

QString inWords(const model::Dossier& dossier, const model::Subject& subject, const wording::Wording& wording) {
    if (const auto* id = std::get_if<model::EventId>(&subject))
        return Text::tr("%1 %2", "date and title of an event")
            .arg(wording.eventDate(dossier, *id, wording::Style::Short), dossier.event(*id).title.simplified());
    if (const auto* id = std::get_if<model::RelationshipId>(&subject))
        return wording.relationship(dossier, *id);
    if (const auto* id = std::get_if<model::ActorId>(&subject))
        return dossier.actor(*id).shownName();
    return {};
}

} // namespace

QList<Evidence> evidenceIn(const model::Dossier& dossier, const Request& request, const wording::Wording& wording) {
    QList<Evidence> evidence;
    QList<model::Subject> told; // another moment has many of the same ties
    for (const model::Subject& subject : subjectsIn(dossier, request)) {
        if (evidence.size() == mostEvidence)
            break;
        const QList<model::SourceId> sources = sourcesFor(dossier, subject);
        if (sources.isEmpty() || told.contains(subject))
            continue;
        told.append(subject);
        evidence.append({inWords(dossier, subject, wording), sources});
    }
    return evidence;
}

QList<model::SourceId> sourcesOf(const QList<Evidence>& evidence) {
    QList<model::SourceId> sources;
    QSet<model::SourceId> seen;
    for (const Evidence& one : evidence)
        for (const model::SourceId source : one.sources)
            if (!seen.contains(source)) {
                seen.insert(source);
                sources.append(source);
            }
    return sources;
}

QString sourceInWords(const model::Source& source, const wording::Wording& wording) {
    QStringList parts;
    for (const QString& part :
         {source.author, Text::tr("“%1”").arg(source.title), source.publisher, wording.sourceDate(source)})
        if (!part.simplified().isEmpty())
            parts.append(part.simplified());
    return Text::tr("%1.").arg(parts.join(Text::tr(", ", "between the parts of an enumeration")));
}

QByteArray webAddressOf(const model::Source& source) {
    const QUrl url(source.url.trimmed());
    const bool isOfWeb =
        url.isValid() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
    return isOfWeb ? url.toEncoded() : QByteArray();
}

} // namespace entente::pictures
