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
    QList<timeline::EventMark> marks; ///< on the line and stacked above it; the selected one last
    QList<QLineF> stems;              ///< of those above the line
    QList<QLineF> crowd;              ///< strokes on the line where events have no room for marks
    QList<QLineF> ticks;
    QList<TextLine> texts; ///< years, and the names of the most important events
    QRectF later;          ///< hatched, of the same width however much is to come; null: nothing is hidden
};

/// The ring around the selected mark in pixels: its radius, and its pen on 1080 lines.
double ringRadius(double radius, double unit);
inline constexpr double ringWidth = 5;

struct TimeStripInput {
    model::DossierPointer dossier;
    exploration::View view;
    Veil veil;
    QRectF frame;
    double unit = 1;     ///< pixels to one of 1080 lines
    double typeUnit = 1; ///< the same for type
    theme::Scheme scheme = theme::Scheme::Light;
};

/// Marks of the events that may be seen, in the view's span up to the horizon; at most six are named. No two marks
/// touch.
TimeStrip timeStrip(const TimeStripInput& input, const wording::Wording& wording);

} // namespace entente::presentation
