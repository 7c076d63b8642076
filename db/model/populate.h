#pragma once

#include <cstddef>
#include <cstdint>
#ifdef __linux__
#include <sys/mman.h>
#endif

namespace entente::model {

/// Says that all of this memory will be written soon. Where the system can, it makes the pages at once: one by one, as
/// each is first touched, takes several times as long. Does nothing to what the memory holds.
inline void populate([[maybe_unused]] void* memory, [[maybe_unused]] size_t bytes) {
#ifdef MADV_POPULATE_WRITE
    constexpr uintptr_t page = 4096, worthIt = 16 * page;
    const uintptr_t begin = (reinterpret_cast<uintptr_t>(memory) + page - 1) / page * page;
    const uintptr_t end = (reinterpret_cast<uintptr_t>(memory) + bytes) / page * page;
    if (end > begin && end - begin >= worthIt)
        ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_POPULATE_WRITE); // older kernels refuse: no harm
#endif
}

} // namespace entente::model
