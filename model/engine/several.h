#pragma once

#include "model/engine/placer.h"

#include <stop_token>
#include <vector>

namespace polder {

class RackSearch;

/// Which of two places is listed first.
[[nodiscard]] bool better(const Proposal &a, const Proposal &b);

/// A place for each of several items, all together; shorter if not all find one. `ranked`: where the first may stand.
[[nodiscard]] std::vector<Proposal> planSeveral(RackSearch &search, const Estate &others, const Estate &now,
                                                const Wanted &wanted, const std::vector<Proposal> &ranked,
                                                std::stop_token stop);

} // namespace polder
