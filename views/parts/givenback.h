#pragma once

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace polder {

/// What was needed only while something was made, and would else be kept by the C library for later: half of what
/// stays. For a thread that nobody waits for.
inline void giveBackMemory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

/// Two heaps for all threads, to be said before there are any. Else each thread of the pool has its own, and what one
/// freed no other takes: with 100,000 placements and some commits 30 MB that nobody uses.
inline void shareHeaps() {
#ifdef __GLIBC__
    ::mallopt(M_ARENA_MAX, 2);
#endif
}

} // namespace polder
