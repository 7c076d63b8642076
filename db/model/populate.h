#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#ifdef __linux__
#include <sys/mman.h>
#endif

namespace entente::model {

#ifdef __linux__
/// Those pages of a size that lie in this memory whole: the first, and how many bytes.
inline std::pair<void*, size_t> pagesIn(void* memory, size_t bytes, uintptr_t page) {
    const uintptr_t begin = (reinterpret_cast<uintptr_t>(memory) + page - 1) / page * page;
    const uintptr_t end = (reinterpret_cast<uintptr_t>(memory) + bytes) / page * page;
    return {reinterpret_cast<void*>(begin), end > begin ? end - begin : 0};
}
#endif

/// Says that most of this memory, tens of megabytes perhaps, will be written, in any order. Where the system can, it
/// makes large pages: thousands of times fewer, and the processor finds its way among them sooner.
inline void useLargePages([[maybe_unused]] void* memory, [[maybe_unused]] size_t bytes) {
#ifdef MADV_HUGEPAGE
    constexpr uintptr_t largePage = uintptr_t(1) << 21;
    if (const auto [pages, size] = pagesIn(memory, bytes, largePage); size > 0)
        ::madvise(pages, size, MADV_HUGEPAGE); // a kernel without them refuses: no harm
#endif
}

/// Says that all of this memory will be written soon. Where the system can, it makes the pages at once: one by one, as
/// each is first touched, takes several times as long. Does nothing to what the memory holds.
inline void populate([[maybe_unused]] void* memory, [[maybe_unused]] size_t bytes) {
    useLargePages(memory, bytes);
#ifdef MADV_POPULATE_WRITE
    constexpr uintptr_t page = 4096, worthIt = 16 * page;
    if (const auto [pages, size] = pagesIn(memory, bytes, page); size >= worthIt)
        ::madvise(pages, size, MADV_POPULATE_WRITE); // older kernels refuse: no harm
#endif
}

} // namespace entente::model
