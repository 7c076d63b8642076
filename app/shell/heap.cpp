#include "app/shell/heap.h"

#include "db/model/populate.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace entente::shell {

void useLargePagesForHeap() {
#ifdef __GLIBC__
    // Where glibc's own thresholds end up after it has seen large blocks come and go, as pictures of a window do.
    constexpr int megabyte = 1 << 20, largestInHeap = 32 * megabyte, keptFree = 2 * largestInHeap;
    ::mallopt(M_MMAP_THRESHOLD, largestInHeap);
    ::mallopt(M_TRIM_THRESHOLD, keptFree);
    constexpr size_t firstPictures = largestInHeap - 2 * megabyte;
    void* memory = std::malloc(firstPictures); // the end of the heap, which stays when it is free again
    model::useLargePages(memory, memory ? firstPictures : 0);
    std::free(memory);
#endif
}

} // namespace entente::shell
