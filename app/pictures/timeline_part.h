#pragma once

#include "app/pictures/contents.h"

namespace entente::pictures {

/// A scene of a picture's timeline and where it stands on the sheet.
struct Strip {
    timeline::Scene scene; ///< in its own coordinates
    QPointF origin;
};

/// The timeline of a picture: one scene, or two bands.
struct TimelinePart {
    QList<Strip> strips;
    theme::Theme look;

    QList<timeline::KeyNumber> keys() const; ///< by number
    qsizetype unnamed() const;
};

/// Where a timeline may stand and how large its type may be.
struct TimelineRoom {
    QRectF frame;
    double largestScale = 1;     ///< infinite: what goes with the type around it
    double sheetScale = 1;       ///< of the type around it
    double readableScale = 0.72; ///< the least in which titles can be read
    qsizetype mostKeys = 0;
    Progress goesOn;        ///< false: the best so far is enough
    bool hasBlanks = false; ///< its texts are escaped and may have placeholders
};

/// The timeline in type that can be read: large, and with few events left to numbers; only where events would stay
/// unnamed otherwise in smaller type.
TimelinePart timelineIn(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
                        const TimelineRoom& room);

/// The days that the second band of a request enlarges; none: it has one.
std::optional<timeline::DaySpan> windowOf(const model::Dossier& dossier, const Request& request);

} // namespace entente::pictures
