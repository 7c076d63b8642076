#pragma once

namespace entente::shell {

/// Lets what the program allocates lie in large pages, as far as the system has them, and keeps memory for its next
/// pictures where it would be given back: of the time to the first picture two fifths went into pages made one by one.
/// At the start of main(), before there are other threads. Does nothing where malloc is not glibc's.
void useLargePagesForHeap();

} // namespace entente::shell
