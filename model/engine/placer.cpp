#include "model/engine/placer.h"

#include "model/engine/racksearch.h"
#include "model/engine/several.h"
#include "model/engine/whatif.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace polder {

namespace {

/// How often a long search looks whether it is still wanted: racks between two looks.
constexpr std::size_t racksPerLook = 64;

std::vector<Unchecked> estimatedOf(const Envelope &item) {
    std::vector<Unchecked> estimated;
    if (item.estimated.weight) {
        estimated.push_back(Unchecked::Weight);
    }
    if (item.estimated.draw) {
        estimated.push_back(Unchecked::Draw);
    }
    if (item.estimated.cords) {
        estimated.push_back(Unchecked::Cords);
    }
    return estimated;
}

/// The best places of all racks, best first: those that promise most are looked at more
/// closely first, and asked at last, until no other can do better.
std::vector<Proposal> bestOf(RackSearch &search, const Table<Rack> &racks, std::size_t count,
                             const std::function<bool(const Rack &)> &isWanted) {
    using Promise = RackSearch::Promise;
    const auto later = [](const Promise &a, const Promise &b) { return b.rank() < a.rank(); };
    std::vector<Promise> promises;
    promises.reserve(racks.size());
    for (const auto &rack : racks) {
        if (auto promise = isWanted(rack) ? search.promise(rack) : std::nullopt) {
            promises.push_back(*promise);
        }
    }
    std::ranges::make_heap(promises, later);
    std::vector<Proposal> best;
    while (!promises.empty()) {
        std::ranges::pop_heap(promises, later);
        auto &next = promises.back();
        if (best.size() == count && next.rank() > std::pair(-best.back().scores.total(), best.back().rack)) {
            break;
        }
        if (next.looks < RackSearch::allLooks) {
            if (search.lookCloser(next)) {
                std::ranges::push_heap(promises, later);
            } else {
                promises.pop_back();
            }
            continue;
        }
        const auto &rack = *next.rack;
        promises.pop_back();
        auto proposal = search.ask(rack, nullptr);
        if (!proposal) {
            continue;
        }
        best.insert(std::ranges::upper_bound(best, *proposal, better), std::move(*proposal));
        best.resize(std::min(best.size(), count));
    }
    return best;
}

} // namespace

std::vector<Unchecked> uncheckedOf(const Wanted &wanted) {
    const auto &item = wanted.item;
    std::vector<Unchecked> left;
    const auto add = [&left](bool missing, Unchecked what) {
        if (missing) {
            left.push_back(what);
        }
    };
    add(!item.floorStanding && !item.depth, Unchecked::Depth);
    add(!item.floorStanding && !item.width, Unchecked::Width);
    add(!item.weight, Unchecked::Weight);
    add(!item.draw, Unchecked::Draw);
    add(!item.cords, Unchecked::Cords);
    add(item.cords && item.plug.isEmpty(), Unchecked::Plug);
    add(!item.floorStanding && item.airflow.isEmpty(), Unchecked::Airflow);
    add(!item.inletMin && !item.inletMax, Unchecked::Inlet);
    add(item.dataClass.isEmpty(), Unchecked::DataClass);
    add(!item.availabilityClass, Unchecked::Availability);
    add(!wanted.owner, Unchecked::Agreement);
    return left;
}

SearchResult findSpace(const Estate &estate, const Wanted &wanted, std::stop_token stop) {
    SearchResult result;
    result.notChecked = uncheckedOf(wanted);
    result.estimated = estimatedOf(wanted.item);
    result.singleCorded = wanted.redundant && wanted.item.cords == 1;

    std::optional<Estate> without;
    if (!wanted.replacing.empty()) {
        without.emplace(withoutPlacements(estate.snapshot(), wanted.replacing));
    }
    const Estate &others = without ? *without : estate;
    RackSearch search(others, estate, wanted);

    std::size_t looked = 0;
    const auto isWanted = [&](const Rack &rack) {
        result.cancelled = result.cancelled || (looked++ % racksPerLook == 0 && stop.stop_requested());
        const auto *site = others.site(rack.id);
        return !result.cancelled && (!wanted.site || (site && site->id == wanted.site)) &&
               (!wanted.rack || rack.id == wanted.rack);
    };
    if (wanted.best > 0 && wanted.count == 1) {
        result.proposals = bestOf(search, others.racks(), wanted.best, isWanted);
        result.plan.assign(result.proposals.begin(), result.proposals.begin() + !result.proposals.empty());
        return result;
    }
    const auto eachRack = [&](auto &&answer) {
        for (const auto &rack : others.racks()) {
            if (isWanted(rack)) {
                Shortfalls shortfalls;
                auto proposal = search.ask(rack, &shortfalls);
                answer(rack, std::move(proposal), std::move(shortfalls));
            }
        }
    };
    eachRack([&](const Rack &rack, std::optional<Proposal> proposal, std::vector<Shortfall> shortfalls) {
        if (proposal) {
            result.proposals.push_back(std::move(*proposal));
        } else {
            result.refused.push_back({rack.id, std::move(shortfalls)});
        }
    });
    result.unknownSetpoints = (wanted.item.inletMin || wanted.item.inletMax) && !search.knowsSetpoints();
    std::ranges::sort(result.proposals, better);
    if (wanted.count == 1 || result.cancelled) {
        result.plan.assign(result.proposals.begin(), result.proposals.begin() + !result.proposals.empty());
        return result;
    }
    result.plan = planSeveral(search, others, estate, wanted, result.proposals, stop);
    if (std::ssize(result.plan) < wanted.count && wanted.together == Within::Anything) {
        eachRack([&](const Rack &rack, const std::optional<Proposal> &, std::vector<Shortfall> shortfalls) {
            result.full.push_back({rack.id, std::move(shortfalls)});
        });
    }
    result.cancelled = result.cancelled || stop.stop_requested();
    return result;
}

} // namespace polder
