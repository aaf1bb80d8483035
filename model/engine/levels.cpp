#include "model/engine/levels.h"

#include "model/engine/booking.h"
#include "model/engine/checks.h"
#include "model/engine/slots.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace polder {

namespace {

using Racks = std::vector<const RackCapacity *>;

/// What racks may have together, given what each may have and what the nodes above them bear.
class Chain {
public:
    Chain(const Estate &estate, std::span<const Bearing> bearings)
        : m_estate(estate)
        , m_bearings(bearings)
        , m_factor(estate.snapshot().policy.powerFactorPermille)
        , m_left(estate.nodeCount(), unasked)
        , m_whole(estate.nodeCount(), unasked)
        , m_apparentLeft(estate.nodeCount(), unasked)
        , m_apparentWhole(estate.nodeCount(), unasked)
        , m_sums(estate.nodeCount(), unasked) {}

    [[nodiscard]] std::int64_t free(const Racks &racks, Resource resource) {
        return least(
            racks, resource, [resource](const RackCapacity &rack) { return rack.at(resource).free; },
            [this, resource](int node) {
                return resource == Resource::Apparent
                           ? known(m_apparentLeft[node], [&] { return m_bearings[node].apparentLeft(); })
                           : known(m_left[node], [&] { return m_bearings[node].left(m_factor); });
            });
    }
    /// A limit that nobody has said limits nothing.
    [[nodiscard]] std::int64_t total(const Racks &racks, Resource resource) {
        return least(
            racks, resource, [resource](const RackCapacity &rack) { return rack.at(resource).total.value_or(0); },
            [this, resource](int node) {
                return resource == Resource::Apparent
                           ? known(m_apparentWhole[node], [&] { return m_bearings[node].apparentWhole(); })
                           : known(m_whole[node],
                                   [&] { return m_bearings[node].whole(m_factor).value_or(Bearing::unlimited); });
            });
    }

private:
    static constexpr std::int64_t unasked = -1;

    template <typename Ask>
    static std::int64_t known(std::int64_t &answer, const Ask &ask) {
        return answer == unasked ? answer = ask() : answer;
    }

    static bool hasSides(Resource resource) { return resource == Resource::Power || resource == Resource::Apparent; }

    /// The sides that these racks have; of other resources there is one way up.
    [[nodiscard]] std::set<int> sidesOf(const Racks &racks, Resource resource) const {
        std::set<int> sides;
        for (const auto *rack : racks) {
            for (const int node : m_estate.powerNodes(rack->rack)) {
                sides.insert(m_estate.sideOf(node));
            }
        }
        return hasSides(resource) && !sides.empty() ? sides : std::set<int>{0};
    }

    /// Where a rack hangs on that side.
    template <typename Take>
    void forNodes(RackId rack, Resource resource, int side, const Take &take) const {
        if (hasSides(resource)) {
            for (const int node : m_estate.powerNodes(rack)) {
                if (m_estate.sideOf(node) == side) {
                    take(node);
                }
            }
        } else if (const int node = resource == Resource::Heat ? m_estate.zoneNode(rack) : m_estate.floorNode(rack);
                   node >= 0) {
            take(node);
        }
    }

    void give(int node, std::int64_t amount) {
        auto &sum = m_sums[node];
        if (sum == unasked) {
            const auto depth = m_estate.path(node).size();
            m_waiting.resize(std::max(m_waiting.size(), depth));
            m_waiting[depth - 1].push_back(node);
            sum = 0;
        }
        sum += amount;
    }

    /// On each side all of it has to come through, so the least of the sides counts.
    template <typename OfRack, typename OfNode>
    std::int64_t least(const Racks &racks, Resource resource, const OfRack &ofRack, const OfNode &ofNode) {
        std::int64_t least = Bearing::unlimited;
        for (const int side : sidesOf(racks, resource)) {
            std::int64_t through = 0;
            for (const auto *rack : racks) {
                std::int64_t rest = ofRack(*rack);
                bool hangs = false;
                forNodes(rack->rack, resource, side, [&](int node) {
                    const auto amount = std::min(rest, ofNode(node));
                    give(node, amount);
                    rest -= amount;
                    hangs = true;
                });
                through += hangs ? 0 : rest;
            }
            for (auto depth = m_waiting.size(); depth > 0; --depth) { // the deepest first
                for (const int node : m_waiting[depth - 1]) {
                    const auto amount = std::min(std::exchange(m_sums[node], unasked), ofNode(node));
                    if (const auto path = m_estate.path(node); path.size() > 1) {
                        give(path[1], amount);
                    } else {
                        through += amount;
                    }
                }
                m_waiting[depth - 1].clear();
            }
            least = std::min(least, through);
        }
        return least;
    }

    const Estate &m_estate;
    std::span<const Bearing> m_bearings;
    int m_factor;
    std::vector<std::int64_t> m_left, m_whole, m_apparentLeft, m_apparentWhole; ///< by node
    std::vector<std::int64_t> m_sums;        ///< what comes up to each node; all unasked between two questions
    std::vector<std::vector<int>> m_waiting; ///< nodes that something came to, by depth
};

std::optional<Resource> resourceOf(const Estate &estate, int node) {
    const auto *rules = estate.rules(node);
    if (!rules) {
        return std::nullopt;
    }
    switch (rules->dimension) {
    case Dimension::Power:
        return Resource::Power;
    case Dimension::Heat:
        return Resource::Heat;
    case Dimension::Mass:
        return Resource::Mass;
    case Dimension::Quota:
    case Dimension::Flow:
    case Dimension::Other:
        break;
    }
    return std::nullopt;
}

} // namespace

std::vector<Load> heldByNode(const Estate &estate, Day day) {
    std::vector<Load> held(estate.nodeCount());
    const auto &snapshot = estate.snapshot();
    const auto add = [&held](int node, std::int64_t amount) {
        if (node >= 0) {
            held[node].main += amount;
        }
    };
    for (const auto &placement : snapshot.placements) {
        const auto *equipment =
            isHeldOn(placement, snapshot, day) ? snapshot.equipment.find(placement.equipment) : nullptr;
        if (!equipment) {
            continue;
        }
        for (const auto &here : standingsOf(snapshot, bookingOf(placement, *equipment, snapshot))) {
            if (!here.during.contains(day)) {
                continue;
            }
            const auto draw = here.item.draw.value_or(Power{});
            for (const auto &charge : powerCharges(estate, draw, here.item.powerFactorPermille, here.cords)) {
                held[charge.node] += charge.normal;
            }
            add(estate.zoneNode(here.rack, here.room), heatToAir(here.item).milliwatts);
            if (here.rack) {
                add(estate.heatNode(here.rack), draw.milliwatts);
                add(estate.massNode(here.rack), here.item.weight.value_or(Mass{}).grams);
                add(estate.floorNode(here.rack), here.item.weight.value_or(Mass{}).grams);
            }
        }
    }
    return held;
}

std::vector<Place> placesOf(const Estate &estate, RackId id) {
    const auto &rack = *estate.racks().find(id);
    const auto *site = estate.site(id);
    const SiteId at = site ? site->id : SiteId{};
    std::vector<Place> places{{Level::Rack, at, rack.room, rack.row, id},
                              {Level::Room, at, rack.room, {}, {}},
                              {Level::Site, at, {}, {}, {}},
                              {Level::All, {}, {}, {}, {}}};
    if (rack.row) {
        places.push_back({Level::Row, at, rack.room, rack.row, {}});
    }
    return places;
}

std::vector<LevelCapacity> levelsOf(const Estate &estate, std::span<const RackCapacity> racks,
                                    std::span<const Bearing> bearings, Level smallest, Detail detail) {
    std::map<Place, Racks> places;
    for (const auto &rack : racks) {
        for (const auto &place : placesOf(estate, rack.rack)) {
            if (place.level >= smallest) {
                places[place].push_back(&rack);
            }
        }
    }
    Chain chain(estate, bearings);
    std::vector<LevelCapacity> levels;
    levels.reserve(places.size());
    for (const auto &[place, own] : places) {
        LevelCapacity capacity{place, {}};
        for (const auto *one : own) {
            for (std::size_t i = 0; i < resourceCount; ++i) {
                capacity.of[i] += one->of[i];
            }
        }
        for (const auto resource :
             {Resource::Power, Resource::Mass, Resource::Heat, Resource::Apparent, Resource::Floor}) {
            auto &of = capacity.of[static_cast<std::size_t>(resource)];
            const bool wanted = detail == Detail::All || detail == Detail::Loads || resource == Resource::Power ||
                                resource == Resource::Mass;
            if (place.level != Level::Rack && wanted) {
                of.free = chain.free(own, resource);
                if (of.total && (detail == Detail::Held || detail == Detail::All)) { // a forecast asks what is free
                    // What has one cord is lost with its side and needs no room on the other: of both sides together
                    // more is used, and free, than either may carry alone.
                    const auto taken = of.used + of.held + of.free;
                    of.total = std::max(chain.total(own, resource), of.free > 0 ? taken : 0);
                }
            }
        }
        levels.push_back(capacity);
    }
    return levels;
}

std::vector<LevelCapacity> levelsOn(const Estate &estate, Day day, Level smallest, Detail detail) {
    return levelsOf(estate, capacityOn(estate, day, detail), bearingsOn(estate, day), smallest, detail);
}

std::vector<NodeCapacity> nodesOf(const Estate &estate, std::span<const Bearing> bearings, Day day) {
    const auto held = heldByNode(estate, day);
    const int factor = estate.snapshot().policy.powerFactorPermille;
    std::vector<int> deepestFirst(estate.nodeCount());
    std::iota(deepestFirst.begin(), deepestFirst.end(), 0);
    std::ranges::stable_sort(deepestFirst, std::greater(), [&](int node) { return estate.path(node).size(); });

    // What hangs on a node itself is what it carries beyond its children. Each load was rounded up once at each node,
    // so the children may have a few mW more than it; then nothing does.
    struct Below {
        std::int64_t load = 0, held = 0; ///< as the ledger has them
        std::int64_t sumUsed = 0, sumHeld = 0;
    };
    std::vector<Below> below(estate.nodeCount());
    std::vector<NodeCapacity> nodes;
    for (const int node : deepestFirst) {
        const auto resource = resourceOf(estate, node);
        if (!resource) {
            continue;
        }
        const auto &bearing = bearings[node];
        const auto &children = below[node];
        const auto ownLoad = std::max<std::int64_t>(bearing.normal.main - children.load, 0);
        const auto ownHeld = std::clamp<std::int64_t>(held[node].main - children.held, 0, ownLoad);
        NodeCapacity capacity{node, *resource, {}};
        capacity.of.total = bearing.whole(factor);
        capacity.of.held = children.sumHeld + ownHeld;
        capacity.of.used = children.sumUsed + ownLoad - ownHeld;
        capacity.of.free = capacity.of.total ? bearing.left(factor) : 0;
        if (const auto path = estate.path(node); path.size() > 1) {
            auto &parent = below[path[1]];
            parent.load += bearing.normal.main;
            parent.held += held[node].main;
            parent.sumUsed += capacity.of.used;
            parent.sumHeld += capacity.of.held;
        }
        if (bearing.limit || bearing.node->during.contains(day) || capacity.of.used + capacity.of.held > 0) {
            nodes.push_back(capacity);
        }
    }
    std::ranges::sort(nodes, {}, &NodeCapacity::node);
    return nodes;
}

std::vector<NodeCapacity> nodesOn(const Estate &estate, Day day) {
    return nodesOf(estate, bearingsOn(estate, day), day);
}

} // namespace polder
