#pragma once

#include "model/core/day.h"

#include <algorithm>

namespace polder {

/// The days of both; empty if they share none.
[[nodiscard]] constexpr Period common(Period a, Period b) {
    return {std::max(a.from, b.from), std::min(a.until, b.until)};
}

} // namespace polder
