#pragma once

#include "model/engine/placer.h"

#include <stop_token>
#include <vector>

// Different items that are placed as one: a server with its storage and its switch.
namespace polder {

struct WantedSet {
    std::vector<Wanted> items;          ///< each with its count; of the same days, owner and data centre
    Within together = Within::Anything; ///< all pieces of all items within the same
    Within apart = Within::Anything;    ///< ... or no two of them, of whichever item
};

/// A place for every piece.
struct FoundSet {
    struct Piece {
        std::size_t item;
        Proposal place;
    };
    std::vector<Piece> pieces; ///< by item
    int total = 0;             ///< the mean of what its places score
};

/// Why a part of the estate does not take the set: of each item that lacks places.
struct NoSet {
    struct Lack {
        std::size_t item;
        int missing;     ///< pieces without a place, where the others stand as well as they can
        NoPlace nearest; ///< the rack of this part that comes nearest to taking one more
        bool apart;      ///< nothing else lacks: every place left is too near to another piece
    };
    RackId rack; ///< the first of this part
    std::vector<Lack> lacks;
};

struct SetSearch {
    /// For each rack, row, room or data centre in which all are wanted together its best set, best first; else the
    /// one for the whole estate.
    std::vector<FoundSet> sets;
    std::vector<NoSet> refused; ///< by the first rack
    std::vector<std::vector<Unchecked>> notChecked, estimated; ///< by item
    bool unknownSetpoints = false; ///< an inlet range is given, and of some racks nobody has said the set-point
    bool cancelled = false;
};

/// Items are placed one after the other, those that are hardest to place first; if then one has no place, in other
/// orders. A set that is found is one; a part that is refused is one for which no order that was tried found it.
[[nodiscard]] SetSearch findSet(const Estate &estate, const WantedSet &wanted, std::stop_token stop = {});

} // namespace polder
