#pragma once

#include "app/pictures/picture.h"
#include "app/relations/layout/scene.h"
#include "app/timeline/layout/scene.h"

#include <QCoreApplication>

namespace entente::pictures {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(entente::pictures::Picture)
};

/// The same, told shares that never fall.
Progress rising(const Progress& progress);

inline bool showsTimeline(const Request& request) {
    return request.content != Content::Network;
}
inline bool showsNetwork(const Request& request) {
    return request.content != Content::Timeline;
}

/// Whether a timeline names its events in type of a least size, and only as many as have room for that.
inline bool hasLargeTitles(const Request& request) {
    return request.leastEventTitle > 0 && !showsNetwork(request);
}

/// Whether a list may explain numbers: it would take the room of large names.
inline bool mayHaveNumbers(const Request& request) {
    return !hasLargeTitles(request) && (request.leastName <= 0 || !showsNetwork(request));
}

/// The dated events that the timeline of a request shows, in order of time.
QList<model::EventId> eventsIn(const model::Dossier& dossier, const Request& request);
/// The undated events that it shows in its tray.
QList<model::EventId> undatedIn(const model::Dossier& dossier, const Request& request);
/// Which events the timeline draws as events, one flag each; those that are left out are dots.
QList<bool> shownIn(const model::Dossier& dossier, const Request& request);
/// The network that a request shows as of a moment.
model::Network networkIn(const model::Dossier& dossier, const Request& request, model::Day moment);

/// What of a network is told in words.
struct ToldNetwork {
    model::Day moment = 0;
    int actors = 0;
    QList<model::Tie> ties;
};
/// A network in words: its moment, counts, then up to twelve of its ties.
QStringList tiesInWords(const model::Dossier& dossier, const ToldNetwork& network, const wording::Wording& wording);

QString titleOf(const model::Dossier& dossier, const Request& request);
/// The span in words; empty where there is none.
QString spanOf(const model::Dossier& dossier, const Request& request, const wording::Wording& wording);
/// What a picture shows and may cite sources for: events in order of time, undated ones, then ties of
/// one moment after another.
QList<model::Subject> subjectsIn(const model::Dossier& dossier, const Request& request);
/// What some citations quote, each source once.
QList<model::SourceId> sourcesBehind(const model::Dossier& dossier, const QList<model::CitationId>& citations);
/// What is quoted, each source once, in the order of what is shown.
QList<model::SourceId> quotedIn(const model::Dossier& dossier, const Request& request);
/// Who is quoted, each once, in the order of what is shown.
QStringList sourcesOf(const model::Dossier& dossier, const Request& request);
/// Name, version and date of the dossier.
QString colophonOf(const model::Dossier& dossier, const wording::Wording& wording);

/// What a request for few events leaves out of those that the filter shows.
struct LeftOut {
    QList<model::EventId> dated;   ///< in order of time
    QList<model::EventId> undated; ///< for which there is no tray then
    bool isFiltered = false;       ///< the filter may leave out more
};
LeftOut leftOutOf(const model::Dossier& dossier, const Request& request);

/// One sentence for each way of drawing a date or an event that occurs in the scenes of a timeline.
/// @param areListed what is left out is named, and need not be counted
QStringList explanationsOf(const QList<timeline::Scene>& scenes, const LeftOut& leftOut = {}, bool areListed = false);
/// The tenors of what is drawn, in their order.
QList<model::Tenor> tenorsOf(const QList<timeline::Scene>& scenes);

} // namespace entente::pictures
