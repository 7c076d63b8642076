#include "app/pictures/evidence.h"

#include <QUrl>

namespace entente::pictures {

namespace {

QString inWords(const model::Dossier& dossier, const model::Subject& subject, const wording::Wording& wording) {
    if (const auto* id = std::get_if<model::EventId>(&subject)) {
        const QString title = dossier.titleOf(*id).simplified();
        return dossier.undatedEvents().contains(*id)
                   ? title
                   : Text::tr("%1 %2", "date and title of an event")
                         .arg(wording.eventDate(dossier, *id, wording::Style::Short), title);
    }
    if (const auto* id = std::get_if<model::RelationshipId>(&subject))
        return wording.relationship(dossier, *id);
    if (const auto* id = std::get_if<model::ActorId>(&subject))
        return dossier.actor(*id).shownName();
    return {};
}

/// A part of a sentence that is set in its own direction (Unicode Standard Annex 9, FSI and PDI).
QString isolated(const QString& part) {
    const bool isFromRight = std::any_of(part.begin(), part.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
    return isFromRight ? QChar(0x2068) + part + QChar(0x2069) : part;
}

} // namespace

Bibliography bibliographyOf(const model::Dossier& dossier, const Request& request, const wording::Wording& wording) {
    Bibliography made{quotedIn(dossier, request), {}, 0};
    QList<model::Subject> told; // another moment has many of the same ties
    qsizetype events = 0, ties = 0;
    for (const model::Subject& subject : subjectsIn(dossier, request)) {
        const bool isEvent = std::holds_alternative<model::EventId>(subject);
        qsizetype& count = isEvent ? events : ties;
        if (count == (isEvent ? mostListedEvents : mostListedTies)) {
            ++made.notListed;
            continue;
        }
        const QList<model::SourceId> sources = sourcesBehind(dossier, dossier.evidenceOf(subject));
        if (sources.isEmpty() || (!isEvent && told.contains(subject)))
            continue;
        ++count;
        told.append(subject);
        made.evidence.append({inWords(dossier, subject, wording), sources});
    }
    return made;
}

QString enumerated(const QStringList& parts) {
    QStringList said;
    for (const QString& part : parts)
        if (!part.simplified().isEmpty())
            said.append(isolated(part.simplified()));
    return Text::tr("%1.").arg(said.join(Text::tr(", ", "between the parts of an enumeration")));
}

QString sourceInWords(const model::Source& source, const wording::Wording& wording) {
    return enumerated(
        {source.author, Text::tr("“%1”").arg(source.title), source.publisher, wording.sourceDate(source)});
}

QByteArray webAddressOf(const model::Source& source) {
    const QString written = source.url.trimmed();
    const QUrl url(written.startsWith(QLatin1String("www.")) ? QLatin1String("https://") + written : written);
    const bool isOfWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && isOfWeb && !url.host().isEmpty() ? url.adjusted(QUrl::RemoveUserInfo).toEncoded()
                                                             : QByteArray();
}

} // namespace entente::pictures
