#include "model/engine/placer.h"

#include "model/engine/parts.h"
#include "model/engine/racksearch.h"
#include "model/engine/several.h"
#include "model/engine/whatif.h"
#include "model/engine/wishes.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <memory>
#include <optional>
#include <span>

namespace polder {

namespace {

/// How often a long search looks whether it is still wanted: racks between two looks.
constexpr std::size_t racksPerLook = 64;
/// For fewer racks another thread is not worth its start.
constexpr std::size_t racksPerThread = 500;

bool isStopped(std::size_t looked, const std::stop_token &stop) {
    return looked % racksPerLook == 0 && stop.stop_requested();
}

void raise(std::atomic<int> &number, int to) {
    int is = number;
    while (is < to && !number.compare_exchange_weak(is, to)) {
    }
}

/// What the threads of one search know of each other: no place with a lower score is among the best.
using LeastScore = std::atomic<int>;

/// The best places of these racks, best first: those that promise most are looked at more closely first, and asked at
/// last, until no other can do better.
std::vector<Proposal> bestOf(RackSearch &search, std::span<const Rack *const> racks, std::size_t count,
                             LeastScore &least, const std::stop_token &stop) {
    using Promise = RackSearch::Promise;
    const auto later = [](const Promise &a, const Promise &b) { return b.rank() < a.rank(); };
    std::vector<Promise> promises;
    promises.reserve(racks.size());
    for (std::size_t i = 0; i < racks.size() && !isStopped(i, stop); ++i) {
        if (auto promise = search.promise(*racks[i])) {
            promises.push_back(*promise);
        }
    }
    std::ranges::make_heap(promises, later);
    std::vector<Proposal> best;
    while (!promises.empty()) {
        std::ranges::pop_heap(promises, later);
        auto &next = promises.back();
        if (next.total < least ||
            (best.size() == count && next.rank() > std::pair(-best.back().scores.total(), best.back().rack))) {
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
        if (best.size() == count) {
            raise(least, best.back().scores.total());
        }
    }
    return best;
}

/// What each of these racks says.
void askAll(RackSearch &search, std::span<const Rack *const> racks, const std::stop_token &stop,
            std::vector<Proposal> &proposals, std::vector<NoPlace> &refused) {
    for (std::size_t i = 0; i < racks.size() && !isStopped(i, stop); ++i) {
        Shortfalls shortfalls;
        if (auto proposal = search.ask(*racks[i], &shortfalls)) {
            proposals.push_back(std::move(*proposal));
        } else {
            refused.push_back({racks[i]->id, std::move(shortfalls)});
        }
    }
}

/// The racks that may be asked at all, by id.
std::vector<const Rack *> racksOf(const Estate &estate, const Wanted &wanted) {
    const Wishes wishes{wanted.together, wanted.apart, wanted.beside};
    std::vector<const Rack *> racks;
    racks.reserve(estate.racks().size());
    for (const auto &rack : estate.racks()) {
        const auto *site = wanted.site ? estate.site(rack.id) : nullptr;
        if ((!wanted.site || (site && site->id == wanted.site)) && (!wanted.rack || rack.id == wanted.rack) &&
            allows(wishes, estate, rack)) {
            racks.push_back(&rack);
        }
    }
    return racks;
}

template <typename T>
void append(std::vector<T> &all, std::vector<T> &more) {
    all.insert(all.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
}

} // namespace

Within withinNamed(QStringView name) {
    return name == u"rack"   ? Within::Rack
           : name == u"row"  ? Within::Row
           : name == u"room" ? Within::Room
           : name == u"site" ? Within::Site
                             : Within::Anything;
}

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

std::vector<Unchecked> estimatedOf(const Wanted &wanted) {
    const auto &item = wanted.item;
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

SearchResult findSpace(const Estate &estate, const Wanted &wanted, std::stop_token stop) {
    SearchResult result;
    result.notChecked = uncheckedOf(wanted);
    result.estimated = estimatedOf(wanted);
    result.singleCorded = wanted.redundant && wanted.item.cords == 1;

    std::optional<Estate> without;
    if (!wanted.replacing.empty()) {
        without.emplace(withoutPlacements(estate.snapshot(), wanted.replacing));
    }
    const Estate &others = without ? *without : estate;

    /// Each thread has a search of its own, which remembers what it has looked at.
    struct Part {
        std::unique_ptr<RackSearch> search;
        std::vector<Proposal> proposals;
        std::vector<NoPlace> refused;
    };
    const auto racks = racksOf(others, wanted);
    const bool onlyBest = wanted.best > 0 && wanted.count == 1;
    LeastScore least = 0;
    std::vector<Part> parts(partsOf(racks.size(), racksPerThread));
    inParts(racks.size(), parts.size(), [&](std::size_t number, std::size_t first, std::size_t past) {
        auto &part = parts[number];
        const auto own = std::span(racks).subspan(first, past - first);
        part.search = std::make_unique<RackSearch>(others, estate, wanted);
        if (onlyBest) {
            part.proposals = bestOf(*part.search, own, wanted.best, least, stop);
        } else {
            askAll(*part.search, own, stop, part.proposals, part.refused);
        }
    });
    bool knowsSetpoints = true;
    for (auto &part : parts) {
        append(result.proposals, part.proposals);
        append(result.refused, part.refused);
        knowsSetpoints = knowsSetpoints && part.search->knowsSetpoints();
    }
    result.cancelled = stop.stop_requested();
    std::ranges::sort(result.proposals, better);
    if (onlyBest) {
        result.proposals.resize(std::min(result.proposals.size(), wanted.best));
    } else {
        result.unknownSetpoints = (wanted.item.inletMin || wanted.item.inletMax) && !knowsSetpoints;
    }
    if (wanted.count == 1 || result.cancelled) {
        result.plan.assign(result.proposals.begin(), result.proposals.begin() + !result.proposals.empty());
        return result;
    }
    auto &search = *parts.front().search;
    result.plan = planSeveral(search, others, estate, wanted, result.proposals, stop);
    if (std::ssize(result.plan) < wanted.count && wanted.together == Within::Anything) {
        std::vector<Proposal> none;
        askAll(search, racks, stop, none, result.full);
    }
    result.cancelled = result.cancelled || stop.stop_requested();
    return result;
}

} // namespace polder
