#pragma once

#include "app/exploration/exploration.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"
#include "db/model/result.h"

#include <QByteArray>
#include <QMimeData>
#include <QSize>

namespace entente::pictures {

enum class Content : quint8 { Timeline, Network, Both };
enum class Format : quint8 { Png, Svg, Pdf };
/// Whether a dense part of the time is drawn once more, enlarged, below the rest: where it helps, never, or wherever a
/// part can be found that is denser than the rest. Bands show all events on one line; lanes are drawn in one band only.
enum class Bands : quint8 { Auto, One, Two };

/// What a picture shows and how. What is exported is what is shown: the view is that of the exploration.
struct Request {
    Content content = Content::Both;
    Format format = Format::Png;
    Bands bands = Bands::Auto;
    QSize size{1920, 1080}; ///< logical pixels, each side 200 to 16 000
    int scale = 1;          ///< 1 to 4: PNG pixels per logical pixel; 1 for the others
    theme::Scheme scheme = theme::Scheme::Light;
    exploration::View view; ///< span (none: whole period), moment, filter, selection, focus
    QString title;          ///< empty: the dossier's
};

/// The bytes of a whole file. Same dossier and request, same bytes. Refused, before memory is asked for: sizes outside
/// the range, more than 100 megapixels.
model::Result<QByteArray> render(const model::DossierPointer& dossier, const Request& request,
                                 const wording::Wording& wording);

/// What the picture shows, in words: one sentence of subject and span, counts, then up to 12 events in order.
QString altText(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording);

/// PNG, SVG and alt text for the clipboard.
model::Result<std::unique_ptr<QMimeData>> clipboardData(const model::DossierPointer& dossier, const Request& request,
                                                        const wording::Wording& wording);

/// The word of a format, content or choice of bands as command lines and file names write it ("png", "both"), and back.
QString wordOf(Format format);
QString wordOf(Content content);
QString wordOf(Bands bands);
std::optional<Format> formatOf(const QString& word);
std::optional<Content> contentOf(const QString& word);
std::optional<Bands> bandsOf(const QString& word);

} // namespace entente::pictures
