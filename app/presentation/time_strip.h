#pragma once

#include "app/exploration/exploration.h"
#include "app/presentation/text_flow.h"
#include "app/presentation/visible.h"
#include "app/timeline/layout/scene.h"

namespace entente::presentation {

/// The strip of time below a scene, as plain geometry.
struct TimeStrip {
    QRectF frame;
    QLineF line;
    QList<timeline::EventMark> marks; ///< the selected one last
    QList<QLineF> ticks;
    QList<TextLine> texts; ///< years, and the names of the most important events
    QRectF later;          ///< hatched, of the same width however much is to come; null: nothing is hidden
};

struct TimeStripInput {
    model::DossierPointer dossier;
    exploration::View view;
    Veil veil;
    QRectF frame;
    double unit = 1;     ///< pixels to one of 1080 lines
    double typeUnit = 1; ///< the same for type
    theme::Scheme scheme = theme::Scheme::Light;
};

/// Marks of the events that may be seen, in the view's span up to the horizon; at most six are named.
TimeStrip timeStrip(const TimeStripInput& input, const wording::Wording& wording);

} // namespace entente::presentation
