#pragma once

#include "model/core/snapshot.h"
#include "model/engine/headroom.h"
#include "model/engine/humask.h"

#include <array>
#include <span>

namespace polder {

/// Why one place is better than another. Each term is 0 to 1000, more is better; each has a name that a person can be
/// shown, and a weight.
enum class Term {
    Space,    ///< fills a gap instead of breaking a larger one
    Low,      ///< heavy equipment stands low
    Phases,   ///< the phases of the rack PDUs stay even
    Headroom, ///< what is left at the tightest node
};
inline constexpr std::size_t termCount = 4;

struct Scores {
    std::array<int, termCount> permille{};

    [[nodiscard]] int of(Term term) const { return permille[static_cast<std::size_t>(term)]; }
    int &of(Term term) { return permille[static_cast<std::size_t>(term)]; }
    /// Weighted, out of 1000.
    [[nodiscard]] int total() const;

    bool operator==(const Scores &) const = default;
};

/// `free`: the half units that are free; `bottom`: the lowest that it takes.
[[nodiscard]] int spaceScore(const HuMask &free, int bottom, int height);
/// 1000 at the bottom of the rack; the lighter it is, the less it matters. Unknown weight: as if it were light.
[[nodiscard]] int lowScore(const Rack &rack, int bottom, int height, std::optional<Mass> weight);
/// 1000: all phases equal; 0: one phase carries all.
[[nodiscard]] int phaseScore(const Load &load);

} // namespace polder
