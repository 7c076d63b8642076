#pragma once

#include "db/model/network.h"

namespace entente::test {

/// The day of a date such as 2025-01-17.
model::Day day(const QString& text);

/// A dossier of ties from short lines. Names are made as they come up, those that begin with "treaty" are agreements:
///   a allies b 2001/2010-05-01 in-force begun=start    a tie and a period of it; the same tie again adds a period
///   a allies b                                         a tie that never holds
///   a part-of b
///   event start a b                                    an event and who takes part
/// A relation is undirected if it is "allies", else directed; one that is a word of Meaning has that meaning.
model::Dossier dossierOfTies(const QString& lines);

/// One line a tie: "a allies b in-force certain 2001-01-01/2010-05-01", "a [treaty] b" for an agreement, "ended" in
/// place of the presence.
QString textOf(const model::Dossier& dossier, const QList<model::Tie>& ties);

/// The ties, then which agreements are nodes and who is on stage.
QString textOf(const model::Dossier& dossier, const model::Network& network);

} // namespace entente::test
