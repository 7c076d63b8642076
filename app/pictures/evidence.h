#pragma once

#include "app/pictures/contents.h"

namespace entente::pictures {

/// What rests on sources: an event, a tie or a scene.
struct Evidence {
    QString words;
    QList<model::SourceId> sources; ///< each once
};

/// What a picture shows and some source is cited for: events in order of time, undated ones, ties; the first thousand.
QList<Evidence> evidenceIn(const model::Dossier& dossier, const Request& request, const wording::Wording& wording);

/// Each source once, in the order in which it is first cited.
QList<model::SourceId> sourcesOf(const QList<Evidence>& evidence);

/// Author, title, publisher and date, as far as they are known.
QString sourceInWords(const model::Source& source, const wording::Wording& wording);

/// The address of a source on the web, as a browser asks for it; empty where it has none.
QByteArray webAddressOf(const model::Source& source);

} // namespace entente::pictures
