#pragma once

#include "app/exploration/exploration.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"
#include "db/model/result.h"

#include <QByteArray>
#include <QMimeData>
#include <QSize>
#include <functional>

namespace entente::pictures {

enum class Content : quint8 { Timeline, Network, Both };
enum class Format : quint8 { Png, Svg, Pdf };
/// Whether a dense part of the time is drawn once more, enlarged, below the rest: where it helps, never, or wherever a
/// part can be found that is denser than the rest. Bands show all events on one line; lanes are drawn in one band only.
enum class Bands : quint8 { Auto, One, Two };

/// Told how far work has come, 0 to 1; false: it is to end. Called on the thread that works.
using Progress = std::function<bool(double share)>;

/// Most networks that stand side by side in one picture.
inline constexpr qsizetype mostMoments = 6;

/// What a picture shows and how. What is exported is what is shown: the view is that of the exploration.
struct Request {
    Content content = Content::Both;
    Format format = Format::Png;
    Bands bands = Bands::Auto;
    QSize size{1920, 1080}; ///< logical pixels, each side 200 to 16 000
    int scale = 1;          ///< 1 to 4: PNG pixels per logical pixel; 1 for the others
    theme::Scheme scheme = theme::Scheme::Light;
    exploration::View view;      ///< span (none: whole period), moment, filter, selection, focus
    QList<model::Day> moments;   ///< of several networks, in their order; empty: that of the view alone
    QString title;               ///< empty: the dossier's
    QString words;               ///< alt text; empty: the generated one
    bool isTransparent = false;  ///< PNG and SVG: nothing behind the panels, which let a little through in PNG
    double leastName = 0;        ///< height of the type that names events and actors alike, pixels; 0: what fits
    double leastEventTitle = 0;  ///< of that which names events, where no network stands beside them
    qsizetype mostEvents = 0;    ///< the most important ones alone; 0: all
    bool isOnPaper = false;      ///< no type is smaller than can be read in the hand
    bool hasFullSources = false; ///< titles, dates and addresses of all that are quoted
};

/// The bytes of a whole file. Same dossier and request, same bytes. Refused, before memory is asked for: sizes outside
/// the range, more than 100 megapixels, more moments than there may be. Any thread.
model::Result<QByteArray> render(const model::DossierPointer& dossier, const Request& request,
                                 const wording::Wording& wording, const Progress& progress = {});

/// What is wrong with work that its progress ended.
model::Finding ended();

/// What the picture shows, in words: one sentence of subject and span, counts, then up to 12 events in order.
QString altText(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording);

/// PNG, SVG and alt text for the clipboard.
model::Result<std::unique_ptr<QMimeData>> clipboardData(const model::DossierPointer& dossier, const Request& request,
                                                        const wording::Wording& wording, const Progress& progress = {});

/// The word of a format, content or choice of bands as command lines and file names write it ("png", "both"), and back.
QString wordOf(Format format);
QString wordOf(Content content);
QString wordOf(Bands bands);
std::optional<Format> formatOf(const QString& word);
std::optional<Content> contentOf(const QString& word);
std::optional<Bands> bandsOf(const QString& word);

} // namespace entente::pictures
