#pragma once

#include "app/pictures/contents.h"
#include "app/pictures/job_places.h"

namespace entente::pictures {

/// The network of a picture as of one moment.
struct NetworkPart {
    relations::Scene scene; ///< in the sheet's coordinates
    QRectF panel;
    theme::Theme look;
    bool hasHeading = false; ///< there is room for one above the network, or in the column
    double column = 0;       ///< of the panel's left, for heading and legend beside the network
    int leftOut = 0;         ///< actors with ties, where few are shown
    bool onGround = false;   ///< drawn as in a presentation, without a border
};

/// Where a network may stand and how large its type may be.
struct NetworkRoom {
    QRectF panel;
    double smallestScale = 0.35;
    double largestScale = 1;
    bool hasHeading = false; ///< room above the network
    double footHeight = 0;   ///< room below a network of few actors, for how many it leaves out
    double wantedScale = 0;  ///< for which ties may have to bend around more actors, where a network fills its panel
    bool hasBlanks = false;  ///< its texts are escaped and may have placeholders
};

/// Where all actors sit in panels of one size, so that the networks in them fill these.
struct NetworkFit {
    double scale = 1;
    double column = 0;            ///< for heading and legend at the left; 0: they stand above and below
    QRectF canvas;                ///< at scale one, from the corner of the network's frame, as are
    QList<relations::Seat> seats; ///< of all actors with a place
};

/// The scale at which a network as large as in the window fills a panel.
double scaleInPanel(QSizeF panel);

/// The look in which a network is drawn in a panel.
theme::Theme lookOf(const Request& request, const NetworkRoom& room);

/// The part of a panel below the heading of a network in this look, or beside its column, which is 0 or pixels.
QRectF networkFrame(const theme::Theme& look, const NetworkRoom& room, double column = 0);

/// The network of a request as of a moment, of a dossier or of what is known of it by then: everybody sits where they
/// do in the whole one. Where the request has a least size of labels, the network of those whom the selection and the
/// focus speak of, as it is projected. Empty if the search for places was ended.
/// @param fit of all networks of a picture; none: everybody sits as in the window, however little of the room they take
NetworkPart networkPart(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
                        model::Day moment, const NetworkRoom& room, JobPlaces& jobPlaces,
                        const std::optional<NetworkFit>& fit = {});

/// The moments of a request's networks; none if it shows none.
QList<model::Day> momentsOf(const Request& request);

/// Panels of equal size for a number of networks, in rows, with a gap between.
QList<QRectF> networkPanels(const QRectF& frame, qsizetype count, double gap);

} // namespace entente::pictures
