#pragma once

#include "app/pictures/contents.h"

namespace entente::pictures {

/// Most sources that are listed in full, and most events and ties of which is said what they rest on.
inline constexpr qsizetype mostListedSources = 1000, mostListedEvents = 500, mostListedTies = 500;

/// What rests on sources: an event, a tie or a scene.
struct Evidence {
    QString words;
    QList<model::SourceId> sources; ///< each once
};

/// Sources and what rests on them.
struct Bibliography {
    QList<model::SourceId> sources; ///< each once, in the order of what is shown
    QList<Evidence> evidence;
    qsizetype notListed = 0; ///< further events and ties
};

/// Of what a picture shows: events in order of time, undated ones, ties.
Bibliography bibliographyOf(const model::Dossier& dossier, const Request& request, const wording::Wording& wording);

/// What is known of something in one sentence: its parts, without those that are empty. One that runs from right to
/// left does not turn the others around.
QString enumerated(const QStringList& parts);

/// Author, title, publisher and date, as far as they are known.
QString sourceInWords(const model::Source& source, const wording::Wording& wording);

/// The address of a source on the web, as a browser asks for it, without names and passwords; empty where it has none.
QByteArray webAddressOf(const model::Source& source);

} // namespace entente::pictures
