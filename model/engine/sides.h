#pragma once

#include "model/engine/bearing.h"
#include "model/engine/levels.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace polder {

/// One quantity of one node or of several. total + over = reserve + used + held + free, whatever they are summed over.
struct Share {
    std::optional<std::int64_t> total; ///< as under a failure, where that is another limit; nullopt: not limited
    std::int64_t reserve = 0;          ///< of that, what has to stay for a failure
    std::int64_t used = 0;
    std::int64_t held = 0; ///< as far as the viewer sees it
    std::int64_t free = 0; ///< what it bears besides, also while anything else fails
    std::int64_t over = 0; ///< carried without a limit, or beyond it

    bool operator==(const Share &) const = default;
    Share &operator+=(const Share &o);
};
/// By quantity: `main`, then the three phases; of what is no power only the first.
using Shares = std::array<Share, 4>;

/// Of each node, by its place among all.
[[nodiscard]] std::vector<Shares> sharesOn(const Estate &estate, Day day);

/// What the racks of a place have of their own, added up: their rack PDUs by side (as Estate::sideOf has it), and the
/// floor under them. The nodes further up are not in it.
struct PlaceShares {
    std::map<int, Shares> sides;
    Share floor;           ///< g
    std::int64_t area = 0; ///< mm² on which they stand
    std::int64_t mass = 0; ///< g: what is in them
};
[[nodiscard]] std::map<Place, PlaceShares> placeSharesOn(const Estate &estate, Day day);

} // namespace polder
