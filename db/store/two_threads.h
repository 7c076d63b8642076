#pragma once

#include <thread>

namespace entente::store {

/// Calls `run` in this thread and, where there is more than a handful of pieces of work, in another at the same time;
/// returns when both have ended. `run` takes pieces until none is left.
template <typename Run>
void inTwoThreads(size_t pieces, const Run& run) {
    constexpr size_t few = 4; // a thread takes as long to start as some pieces
    std::jthread other;
    if (pieces > few)
        other = std::jthread([&run] { run(); });
    run();
}

} // namespace entente::store
