#pragma once

#include "db/model/dossier.h"
#include "tests/bench/synthetic.h"

#include <QString>

namespace entente::bench {

/// How a synthetic dossier of this many events is made.
SyntheticOptions optionsOf(qint64 events);

/// The file of a synthetic dossier of this many events, made if it is not there yet.
QString fileOf(qint64 events);

/// The dossier of that file; the last one asked for is kept.
model::DossierPointer dossierOf(qint64 events);

/// Reads id, dates, kind, theme and title of every event through the bare SQLite C API: the floor of every load.
/// The number of bytes of text it saw, so that nothing is optimized away.
qint64 readBare(const QString& file);

/// Registers every benchmark for a number of events.
void registerAll(qint64 events);
/// Registers the questions one asks of a network of this many actors with twice as many ties.
void registerQueries(qint64 actors);

/// Registers the benchmarks of layouts of networks.
void registerNetworks();
void registerNetworkViews();
/// Registers the writing of pictures of the bundled dossier.
void registerPictures();
/// Registers the changes of scene of a show.
void registerScenes();

} // namespace entente::bench
