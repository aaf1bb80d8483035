#include "model/engine/charges.h"

#include <algorithm>

namespace polder {

namespace {

constexpr std::int64_t ceilDivide(std::int64_t dividend, std::int64_t divisor) {
    return dividend / divisor + (dividend % divisor > 0 ? 1 : 0);
}

/// One cord, with the path that it loads.
struct LiveCord {
    std::span<const int> path;
    const QString *phases;

    [[nodiscard]] bool loads(int node) const { return std::ranges::find(path, node) != path.end(); }
};

/// The load of a node when the draw is shared by those cords that do not pass `failed` (-1: nothing fails).
Load shared(Power draw, int powerFactorPermille, std::span<const LiveCord> cords, int node, int failed) {
    CordShare share;
    for (const auto &cord : cords) {
        if (failed >= 0 && cord.loads(failed)) {
            continue;
        }
        ++share.living;
        if (cord.loads(node)) {
            share.pass(*cord.phases);
        }
    }
    return loadOf(draw, powerFactorPermille, share);
}

Load difference(const Load &a, const Load &b) {
    return {a.main - b.main, a.l1 - b.l1, a.l2 - b.l2, a.l3 - b.l3};
}

/// The topmost node of `other` that `cord` does not share: its failure takes the most away. -1: they share all.
int topmostApart(const LiveCord &cord, const LiveCord &other) {
    for (auto node = other.path.rbegin(); node != other.path.rend(); ++node) {
        if (!cord.loads(*node)) {
            return *node;
        }
    }
    return -1;
}

std::vector<LiveCord> liveCords(const Estate &estate, std::span<const Cord> cords) {
    std::vector<LiveCord> live;
    live.reserve(cords.size());
    for (const auto &cord : cords) {
        if (const int node = estate.indexOf(cord.node); node >= 0) {
            live.push_back({estate.path(node), &cord.phases});
        }
    }
    return live;
}

/// What may fail on the paths of other cords than those that this node carries.
std::vector<int> failuresSeenFrom(int node, const std::vector<LiveCord> &live) {
    std::vector<int> failing;
    for (const auto &cord : live) {
        for (const auto &other : live) {
            const int failed = cord.loads(node) ? topmostApart(cord, other) : -1;
            if (failed >= 0 && std::ranges::find(failing, failed) == failing.end()) {
                failing.push_back(failed);
            }
        }
    }
    return failing;
}

} // namespace

void CordShare::pass(const QString &phases) {
    ++here;
    if (phases == u"123") {
        for (auto &phase : thirds) {
            ++phase;
        }
    } else {
        thirds[phases == u"1" ? 0 : phases == u"2" ? 1 : 2] += 3;
    }
}

Load loadOf(Power draw, int powerFactorPermille, const CordShare &share) {
    if (share.here == 0) {
        return {};
    }
    const auto line = [&](std::int64_t thirds) {
        return ceilDivide(draw.milliwatts * 1000 * thirds, std::int64_t{powerFactorPermille} * 3 * share.living);
    };
    return {ceilDivide(draw.milliwatts * share.here, share.living), line(share.thirds[0]), line(share.thirds[1]),
            line(share.thirds[2])};
}

Living fewestLiving(const Estate &estate, std::span<const Cord> cords, int node) {
    const auto live = liveCords(estate, cords);
    Living fewest{static_cast<int>(live.size()), {}};
    for (const int failed : failuresSeenFrom(node, live)) {
        const NodeId source = estate.node(failed).id;
        const auto left =
            static_cast<int>(std::ranges::count_if(live, [failed](const LiveCord &c) { return !c.loads(failed); }));
        if (left < fewest.cords || (left == fewest.cords && source < fewest.source)) {
            fewest = {left, source};
        }
    }
    return fewest;
}

std::vector<NodeCharge> powerCharges(const Estate &estate, Power draw, int powerFactorPermille,
                                     std::span<const Cord> cords) {
    const auto live = liveCords(estate, cords);
    std::vector<NodeCharge> charges;
    for (std::size_t i = 0; i < live.size(); ++i) {
        for (const int node : live[i].path) {
            const bool known = std::ranges::any_of(std::span(live).first(i), [node](auto &c) { return c.loads(node); });
            if (known) {
                continue;
            }
            NodeCharge charge{node, shared(draw, powerFactorPermille, live, node, -1), {}};
            for (const int failed : failuresSeenFrom(node, live)) {
                const Load after = shared(draw, powerFactorPermille, live, node, failed);
                const Load extra = difference(after, charge.normal);
                if (extra != Load{}) {
                    charge.extras.push_back({estate.node(failed).id, extra});
                }
            }
            charges.push_back(std::move(charge));
        }
    }
    return charges;
}

} // namespace polder
