#pragma once

#include "db/model/network.h"

namespace entente::relations {

/// The network of a moment as an adjacency matrix: a row and a column an actor that has a tie, a cell where they are
/// tied. Stays readable where lines would cover one another (Ghoniem, Fekete, Castagliola, "On the Readability of
/// Graphs Using Node-Link and Matrix-Based Representations", 2005).
struct Matrix {
    struct Cell {
        int row = 0; ///< from, by position in `order`
        int column = 0;
        int tie = 0;   ///< position in Network::ties: that of the first of several
        int more = 0;  ///< how many others join the same two the same way
        int first = 0; ///< in `ties`, where its own begin
        bool operator==(const Cell&) const = default;
    };

    /// So that ties stand near the diagonal.
    QList<model::ActorId> order;
    /// By row, then column. A tie without direction stands in both its cells.
    QList<Cell> cells;
    /// Positions in Network::ties, cell by cell, in the network's order within each.
    QList<int> ties;

    /// Those of one of its cells, `tie` first.
    QList<int> tiesOf(const Cell& cell) const { return ties.mid(cell.first, cell.more + 1); }
    /// The cell of a row and column, or null. O(log cells).
    const Cell* at(int row, int column) const;
};

/// Orders actors with ties by the reverse of Cuthill and McKee ("Reducing the Bandwidth of Sparse Symmetric Matrices",
/// 1969), components from the largest, actors of equal degree by key. Ended ties have cells, but their actors no rows
/// unless they have others. Deterministic, O(ties · log ties).
Matrix matrixOf(const model::Dossier& dossier, const model::Network& network);

} // namespace entente::relations
