#pragma once

#include "model/engine/placer.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace polder {

class RackSearch;

/// Which of two places is listed first.
[[nodiscard]] bool better(const Proposal &a, const Proposal &b);

/// The rack, row, room or data centre of a rack, as a number; a rack that stands in no row is a row of its own.
[[nodiscard]] std::int64_t partOf(const Estate &estate, const Rack &rack, Within within);

/// Of what is placed together: so many pieces of one item, and where the first of them may stand.
struct Member {
    RackSearch *search;
    const Envelope *item;
    int count;
    std::vector<Proposal> ranked;
};

/// A place for each piece of each member, one member after the other, no two in the same part; shorter if not all find
/// one. What one takes all others know of.
struct Taken {
    std::size_t member;
    Proposal place;
};
[[nodiscard]] std::vector<Taken> placeInTurn(std::span<Member> members, const Estate &estate, Within apart,
                                             std::stop_token stop);

/// A place for each of several items, all together; shorter if not all find one. `ranked`: where the first may stand.
[[nodiscard]] std::vector<Proposal> planSeveral(RackSearch &search, const Estate &others, const Estate &now,
                                                const Wanted &wanted, const std::vector<Proposal> &ranked,
                                                std::stop_token stop);

} // namespace polder
