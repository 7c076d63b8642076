#pragma once

#include "tests/bench/synthetic.h"

namespace entente::bench {

/// Writes a synthetic dossier event by event, so that its size is bounded by the disk alone. An existing file is
/// replaced. Returns what went wrong; empty if nothing did.
QString writeSynthetic(const SyntheticOptions& options, const QString& path);

} // namespace entente::bench
