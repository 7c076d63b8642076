#pragma once

#include "app/relations/layout/board.h"

namespace entente::relations {

/// The graph of all time in rows, one a body, for walks over it: each tie once from either end.
struct Web {
    std::vector<int> first;  ///< by body: where its row begins; one entry more than bodies
    std::vector<int> other;  ///< by entry: the body at the other end
    std::vector<int> length; ///< by entry: of the tie, in units of `grain`, above 0
    int longest = 0;         ///< of all lengths
    bool isEven = true;      ///< whether all lengths are the same

    int size() const { return static_cast<int>(first.size()) - 1; }
    int degree(int body) const {
        const auto row = static_cast<size_t>(body);
        return first[row + 1] - first[row];
    }
};

/// A number of a body as an index; not below 0.
inline size_t at(int i) {
    return static_cast<size_t>(i);
}

/// Lengths are rounded to this share of that of a tie that holds throughout.
inline constexpr double grain = 1.0 / 16;

/// Ties are 1/sqrt(share of time that they hold) long (decision 20).
Web webOf(const Board& board);

/// Lengths of the shortest paths from a body to all, in units of `grain`; -1 where there is none. Dial, "Algorithm 360:
/// Shortest-path forest with topological ordering", CACM 1969: linear in ties, as lengths are small whole numbers.
void walkFrom(const Web& web, int source, std::vector<int>& lengths);

} // namespace entente::relations
