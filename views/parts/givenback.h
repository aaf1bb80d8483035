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

} // namespace polder
