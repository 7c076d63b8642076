#pragma once

#include "app/pictures/network_part.h"
#include "app/pictures/qr_code.h"
#include "app/pictures/timeline_part.h"
#include "app/presentation/time_strip.h"

#include <QImage>
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
        QString link = {}; ///< where PDF leads from it; empty: nowhere
    };
    struct Code {
        QrCode code;
        QRectF box; ///< with the margin
    };
    struct Key {
        model::Tenor tenor = model::Tenor::Neutral;
        QPointF mark;
        Line name;
    };

    model::DossierPointer dossier; ///< whose things the panels show; null: none
    QSizeF size;
    theme::Theme theme;
    QList<Line> lines;
    QList<Line> keyLines; ///< what the numbers in the timeline mean
    QList<Key> legend;    ///< of tenors
    QList<QLineF> rules;
    QList<Code> codes;
    TimelinePart timeline;
    QList<NetworkPart> networks;
    presentation::TimeStrip strip; ///< of a slide, in place of a timeline
    double stripUnit = 1;          ///< pixels to one of 1080 lines
    bool isTransparent = false;
};

/// Title, legend, panels and caption of a request, largest type that fits; in small frames the caption and the legend
/// give way to the panels. What `progress` ends is unfinished.
Sheet compose(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
              const Progress& progress = {});

/// The timeline of such a sheet, sooner than the whole.
TimelinePart composedTimeline(const model::DossierPointer& dossier, const Request& request,
                              const wording::Wording& wording, const Progress& progress = {});

/// A sheet of a request that is refused as by `render`.
model::Result<Sheet> sheetOf(const model::DossierPointer& dossier, const Request& request,
                             const wording::Wording& wording, const Progress& progress = {});

/// A picture as it will be, drawn no larger than it is looked at.
struct Preview {
    QList<Sheet> sheets; ///< the picture, then the sheets of its sources where the file has them
    QImage image;        ///< of the first
    QString words;       ///< its alt text
};
/// @param most pixels that there is room for
model::Result<Preview> previewOf(const model::DossierPointer& dossier, const Request& request,
                                 const wording::Wording& wording, QSize most, const Progress& progress = {});

/// One sheet of a preview as the file of a request will show it.
/// @param most pixels that there is room for
QImage previewImage(const Sheet& sheet, const Request& request, QSize most);

/// The colour of what a transparent sheet has behind its words and panels: its own, or another, which tells where it
/// is.
enum class Grounds : quint8 { Own, Other };

/// Grounds hide what they lie on: where plates lie on panels, translucent ones would be seen as patches.
void paintSheet(QPainter& painter, const Sheet& sheet, Grounds grounds = Grounds::Own);
void paintLines(QPainter& painter, const QList<Sheet::Line>& lines);
/// Dark on light in every scheme: not all readers know the opposite.
void paintCodes(QPainter& painter, const QList<Sheet::Code>& codes, const theme::Theme& look);

} // namespace entente::pictures
