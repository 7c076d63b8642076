#pragma once

// What runs beside something else.

#include <sys/resource.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

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

/// From now on this thread runs when no other of the program would. Linux gives each thread its own niceness.
inline void letOthersFirst() {
#ifdef __linux__
    constexpr int nice = 19;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), nice);
#endif
}

} // namespace entente::store
