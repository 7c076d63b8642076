#include "app/pictures/network_part.h"

namespace entente::pictures {

namespace {

constexpr qsizetype mostTies = 12;

/// Those ties that hold, and who has any.
ToldNetwork toldNetwork(const model::Dossier& dossier, const Request& request, model::Day moment) {
    const model::Network network = networkIn(dossier, request, moment);
    ToldNetwork told{moment, static_cast<int>(std::count(network.onStage.begin(), network.onStage.end(), true)), {}};
    std::copy_if(network.ties.begin(), network.ties.end(), std::back_inserter(told.ties),
                 [](const model::Tie& tie) { return !tie.ended; });
    return told;
}

} // namespace

QStringList tiesInWords(const model::Dossier& dossier, const ToldNetwork& network, const wording::Wording& wording) {
    const QList<model::Tie>& ties = network.ties;
    QStringList sentences{Text::tr("As of %1: %2 and %3.")
                              .arg(wording.day(network.moment, wording::Style::Short),
                                   Text::tr("%n actor(s)", nullptr, network.actors),
                                   Text::tr("%n tie(s)", nullptr, static_cast<int>(ties.size())))};
    for (const model::Tie& tie : ties.mid(0, mostTies))
        sentences.append(Text::tr("%1.").arg(wording.tie(dossier, tie)));
    if (ties.size() > mostTies)
        sentences.append(Text::tr("And %n more tie(s).", nullptr, static_cast<int>(ties.size() - mostTies)));
    return sentences;
}

QString altText(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording) {
    if (!request.words.trimmed().isEmpty())
        return request.words.trimmed();
    QStringList sentences;
    if (showsTimeline(request)) {
        sentences.append(
            wording.description(*dossier, eventsIn(*dossier, request), spanOf(*dossier, request, wording)));
        const auto undated = static_cast<int>(undatedIn(*dossier, request).size());
        if (undated > 0)
            sentences.append(Text::tr("%n event(s) without a date.", nullptr, undated));
    } else {
        sentences.append(Text::tr("%1.").arg(titleOf(*dossier, request)));
    }
    for (const model::Day moment : momentsOf(request))
        sentences.append(tiesInWords(*dossier, toldNetwork(*dossier, request, moment), wording));
    return sentences.join(' ');
}

} // namespace entente::pictures
