#include "model/engine/powerchain.h"

#include <algorithm>
#include <map>

namespace polder {

namespace {

LoadOnDay loadOn(const Estate &estate, int node, Day day) {
    const NodeLimit *limit = estate.limitOn(node, day);
    return {day, levelOn(estate.normal(node), day).main, limit ? limit->normalMain : std::nullopt};
}

/// How many racks of the data centre hang on each node, by its place among all.
std::vector<int> racksBelow(const Estate &estate, SiteId site, Day day) {
    std::vector<int> racks(estate.nodeCount());
    std::vector<RackId> last(estate.nodeCount());
    for (const Rack &rack : estate.racks()) {
        const Site *here = estate.site(rack.id);
        if (!here || here->id != site || !rack.during.contains(day)) {
            continue;
        }
        for (const int pdu : estate.powerNodes(rack.id)) {
            for (const int node : estate.path(pdu)) {
                if (last[node] != rack.id) {
                    last[node] = rack.id;
                    ++racks[node];
                }
            }
        }
    }
    return racks;
}

} // namespace

std::vector<ChainNode> powerChainOf(const Estate &estate, SiteId site, Day day) {
    std::map<int, std::vector<int>> below; // by the place of what feeds them
    for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
        const Node &row = estate.node(node);
        const KindRules *rules = estate.rules(node);
        if (rules && rules->dimension == Dimension::Power && row.site == site && !row.rack &&
            row.during.contains(day)) {
            const auto path = estate.path(node);
            below[path.size() > 1 ? path[1] : -1].push_back(node);
        }
    }
    for (auto &[above, nodes] : below) {
        std::ranges::stable_sort(nodes, {}, [&estate](int node) { return estate.rules(node)->level; });
    }

    const auto racks = racksBelow(estate, site, day);
    FailureSimulator simulator(estate, {day, day.plus(1)});
    const auto &worst = simulator.headrooms();
    std::vector<ChainNode> chain;
    const auto add = [&](const auto &self, int node, int above, int depth) -> void {
        const auto headroom = std::ranges::lower_bound(worst, node, {}, &NodeHeadroom::node);
        const bool known = headroom != worst.end() && headroom->node == node;
        chain.push_back({node, above, depth, racks[static_cast<std::size_t>(node)], loadOn(estate, node, day),
                         known ? std::optional(*headroom) : std::nullopt});
        const int here = static_cast<int>(chain.size()) - 1;
        for (const int next : below[node]) {
            self(self, next, here, depth + 1);
        }
    };
    // What is fed from elsewhere begins a chain of its own here.
    std::vector<int> tops;
    for (const auto &[above, nodes] : below) {
        const bool inChain = above >= 0 && std::ranges::any_of(below, [above](const auto &entry) {
                                 return std::ranges::find(entry.second, above) != entry.second.end();
                             });
        if (!inChain) {
            tops.insert(tops.end(), nodes.begin(), nodes.end());
        }
    }
    std::ranges::sort(tops);
    for (const int top : tops) {
        add(add, top, -1, 0);
    }
    return chain;
}

} // namespace polder
