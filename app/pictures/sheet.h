#pragma once

#include "app/pictures/timeline_part.h"

#include <QPainter>

namespace entente::pictures {

/// A composed picture: every text and panel in its place, logical pixels. Nothing lies outside `size`.
struct Sheet {
    struct Line {
        QPointF baseline; ///< left end
        QString text;
        theme::Type type = theme::Type::Secondary;
        theme::Role role = theme::Role::Ink;
        theme::Theme look;
    };
    struct Key {
        model::Tenor tenor = model::Tenor::Neutral;
        QPointF mark;
        Line name;
    };

    QSizeF size;
    theme::Theme theme;
    QList<Line> lines;
    QList<Line> keyLines; ///< what the numbers in the timeline mean
    QList<Key> legend;    ///< of tenors
    QList<QLineF> rules;
    TimelinePart timeline;
    std::optional<relations::Scene> network; ///< in the sheet's coordinates
    QRectF networkPanel;
    theme::Theme networkTheme;
};

/// Title, legend, panels and caption of a request, largest type that fits; in small frames the caption and the legend
/// give way to the panels.
Sheet compose(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording);

void paintSheet(QPainter& painter, const Sheet& sheet);

} // namespace entente::pictures
