#pragma once

#include "app/presentation/show.h"
#include "app/presentation/small_network.h"
#include "app/presentation/time_strip.h"
#include "app/theme/painters.h"

#include <QHash>

namespace entente::presentation {

/// The frame of the network beside a scene's words on a screen of 16 by 9, pixels on 1080 lines.
inline constexpr QSizeF networkSize(891, 720);

/// What was laid out before, by all that it depends on: for as long as the dossier and the story stay the same.
struct KnownNetworks {
    QHash<QByteArray, relations::Scene> scenes;
    QHash<QByteArray, StoryPlaces> places;

    void clear() { *this = {}; }
};

struct AudienceInput {
    model::DossierPointer dossier;
    model::StoryId story;
    QList<model::Scene> scenes; ///< of the story
    Slide slide;
    exploration::View explored;     ///< what is shown while live
    QSizeF size;                    ///< pixels of the picture
    KnownNetworks* known = nullptr; ///< null: none are kept
};

/// The audience's picture as plain geometry in pixels: no two texts overlap and nothing leaves it.
struct AudienceScene {
    QSizeF size;
    theme::Scheme scheme = theme::Scheme::Light;
    double unit = 1;        ///< pixels to one of 1080 lines
    double networkUnit = 1; ///< the same for the network's type
    Cover cover = Cover::None;
    std::optional<theme::MarkStyle> mark; ///< beside the date; none: nothing is selected that has one
    QPointF markAt;
    double markRadius = 0;
    QList<TextLine> texts; ///< all but those of the network
    QList<QLineF> bullets; ///< before told points
    QList<QLineF> mutedBullets;
    QList<QRectF> untold; ///< bars in place of points to come
    relations::Scene network;
    TimeStrip strip;
    QList<QRectF> dashes; ///< one a scene
    int done = 0;         ///< how many of them lie behind, the present one included

    /// Every text that can be read in it; `authored`: with the story's own words.
    QStringList readable(bool authored) const;
};

AudienceScene audienceScene(const AudienceInput& input, const wording::Wording& wording);

/// The picture in words, for screen readers and the console.
QString spoken(const AudienceScene& scene);

} // namespace entente::presentation
