#pragma once

#include "app/relations/layout/board.h"

#include <atomic>

namespace entente::relations {

/// Tells whoever asked for a layout how far it is, and passes on that it is no longer wanted. `tell` belongs to the
/// thread that was asked; the rest to all that work for it.
class Watch {
public:
    Watch(const PlaceInput& input, const PlaceProgress& progress) : m_input(input), m_progress(progress) {}

    void tell(double share, const Spots& spots = {}) {
        if (m_progress && !isStopped() && !m_progress(share, sharesOf(spots, m_input.frame)))
            m_stopped = true;
    }
    bool isStopped() const { return m_stopped; }

    void addMoves(int moves) { m_moves += moves; }
    int moves() const { return m_moves; }

private:
    const PlaceInput& m_input;
    const PlaceProgress& m_progress;
    std::atomic<bool> m_stopped = false;
    std::atomic<int> m_moves = 0;
};

} // namespace entente::relations
