#pragma once

#include "model/engine/estate.h"

#include <array>
#include <span>
#include <vector>

namespace polder {

/// Where one cord goes: the outlet, or for equipment taken over without knowing it the node alone.
struct Cord {
    NodeId node;
    OutletId outlet;
    QString phases; ///< "1", "2", "3" or "123"

    bool operator==(const Cord &) const = default;
};

/// What a booking asks of one node.
struct NodeCharge {
    /// What comes on top when `source` fails.
    struct Extra {
        NodeId source;
        Load load;
    };
    int node = -1; ///< its place in Estate
    Load normal;
    std::vector<Extra> extras;
};

/// How a draw is shared: so many cords live, and of them so many pass a node, with so many thirds of a cord's share on
/// each phase there.
struct CordShare {
    std::int64_t living = 0;
    std::int64_t here = 0;
    std::array<std::int64_t, 3> thirds{};

    /// One more cord that passes the node.
    void pass(const QString &phases);
};
/// What the node carries of it; each number is rounded up once.
[[nodiscard]] Load loadOf(Power draw, int powerFactorPermille, const CordShare &share);

/// The load of equipment with these cords on every node between its outlets and its supplies. Each cord carries an
/// equal share; when the topmost node that another cord's path has for itself fails, the cords that live carry all.
/// Every number is rounded up once.
[[nodiscard]] std::vector<NodeCharge> powerCharges(const Estate &estate, Power draw, int powerFactorPermille,
                                                   std::span<const Cord> cords);

/// How few of these cords live after a single failure of what this node does not hang on, and what fails then: of
/// several the one with the lowest id; none, if no failure takes any.
struct Living {
    int cords = 0;
    NodeId source;
};
[[nodiscard]] Living fewestLiving(const Estate &estate, std::span<const Cord> cords, int node);

} // namespace polder
