#include "app/pictures/network_part.h"

namespace entente::pictures {

namespace {

constexpr qsizetype mostTies = 12;

/// The network in words: moment, counts, then up to twelve ties that hold.
QStringList tiesInWords(const model::Dossier& dossier, const Request& request, model::Day moment,
                        const wording::Wording& wording) {
    const model::Network network = networkIn(dossier, request, moment);
    QList<model::Tie> holding;
    std::copy_if(network.ties.begin(), network.ties.end(), std::back_inserter(holding),
                 [](const model::Tie& tie) { return !tie.ended; });
    const auto actors = std::count(network.onStage.begin(), network.onStage.end(), true);
    QStringList sentences{Text::tr("As of %1: %2 and %3.")
                              .arg(wording.day(moment, wording::Style::Short),
                                   Text::tr("%n actor(s)", nullptr, static_cast<int>(actors)),
                                   Text::tr("%n tie(s)", nullptr, static_cast<int>(holding.size())))};
    for (const model::Tie& tie : holding.mid(0, mostTies))
        sentences.append(Text::tr("%1.").arg(wording.tie(dossier, tie)));
    if (holding.size() > mostTies)
        sentences.append(Text::tr("And %n more tie(s).", nullptr, static_cast<int>(holding.size() - mostTies)));
    return sentences;
}

} // namespace

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
        sentences.append(tiesInWords(*dossier, request, moment, wording));
    return sentences.join(' ');
}

} // namespace entente::pictures
