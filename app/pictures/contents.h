#pragma once

#include "app/pictures/picture.h"
#include "app/relations/layout/scene.h"
#include "app/timeline/layout/scene.h"

#include <QCoreApplication>

namespace entente::pictures {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(entente::pictures::Picture)
};

inline bool showsTimeline(const Request& request) {
    return request.content != Content::Network;
}
inline bool showsNetwork(const Request& request) {
    return request.content != Content::Timeline;
}

/// The dated events that the timeline of a request shows, in order of time.
QList<model::EventId> eventsIn(const model::Dossier& dossier, const Request& request);
/// The undated events that it shows in its tray.
QList<model::EventId> undatedIn(const model::Dossier& dossier, const Request& request);
/// The network that a request shows.
model::Network networkIn(const model::Dossier& dossier, const Request& request);

QString titleOf(const model::Dossier& dossier, const Request& request);
/// The span in words; empty where there is none.
QString spanOf(const model::Dossier& dossier, const Request& request, const wording::Wording& wording);
/// Who is quoted, each once, in the order of what is shown.
QStringList sourcesOf(const model::Dossier& dossier, const Request& request);
/// Name, version and date of the dossier.
QString colophonOf(const model::Dossier& dossier, const wording::Wording& wording);

/// One sentence for each way of drawing a date or an event that occurs in the scenes of a timeline.
QStringList explanationsOf(const QList<timeline::Scene>& scenes);
/// The tenors of what is drawn, in their order.
QList<model::Tenor> tenorsOf(const QList<timeline::Scene>& scenes);

} // namespace entente::pictures
