#pragma once

#include "db/model/network.h"

namespace entente::dossiers {

/// The bundled dossier, read from its tables in the source tree.
struct Bundled {
    model::DossierPointer dossier;
    model::Findings findings; ///< what kept the tables from being taken
    model::Findings notes;
};

Bundled readBundled();

/// A table of tests/data/russia-iran, transcribed by hand from the content: one map from column to cell a row. An
/// unreadable file gives no rows.
using Row = QHash<QString, QString>;
QList<Row> transcribed(const QString& table);
/// The parts of a cell, joined by " | ".
QStringList parts(const QString& cell);

/// "table:row field: problem <found>", one line a finding.
QString dump(const model::Findings& findings);

/// Keys of the sources behind citations; locators of those into one source.
QStringList sourcesOf(const model::Dossier& dossier, const QList<model::CitationId>& citations);
QStringList locatorsIn(const model::Dossier& dossier, const QList<model::CitationId>& citations, const QString& source);

} // namespace entente::dossiers
