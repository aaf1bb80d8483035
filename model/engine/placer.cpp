#include "model/engine/placer.h"

#include "model/engine/parts.h"
#include "model/engine/racksearch.h"
#include "model/engine/several.h"
#include "model/engine/whatif.h"
#include "model/engine/wishes.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>

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

/// Promises by their total, highest first, of one total in the order of the racks: these lie together in memory.
class PromiseQueue {
public:
    explicit PromiseQueue(std::vector<RackSearch::Promise> promises)
        : m_promises(std::move(promises))
        , m_next(m_promises.size()) {
        m_first.fill(none);
        for (std::size_t i = m_promises.size(); i-- > 0;) {
            push(i);
        }
    }
    /// nullptr: there are no more. The one that was taken stays where it is, and may be put back for less.
    [[nodiscard]] RackSearch::Promise *take() {
        while (m_highest > 0 && m_first[m_highest] == none) {
            --m_highest;
        }
        if (m_first[m_highest] == none) {
            return nullptr;
        }
        const auto taken = m_first[m_highest];
        m_first[m_highest] = m_next[taken];
        return &m_promises[taken];
    }
    void putBack(const RackSearch::Promise *promise) { push(static_cast<std::size_t>(promise - m_promises.data())); }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    void push(std::size_t at) {
        auto &first = m_first[static_cast<std::size_t>(m_promises[at].total)];
        m_next[at] = std::exchange(first, at);
    }

    std::vector<RackSearch::Promise> m_promises;
    std::vector<std::size_t> m_next;
    std::array<std::size_t, 1001> m_first; ///< by total
    std::size_t m_highest = m_first.size() - 1;
};

/// The best places of these racks, best first: those that promise most are looked at more closely first, and asked at
/// last, until no other can do better.
std::vector<Proposal> bestOf(RackSearch &search, std::span<const Rack *const> racks, std::size_t count,
                             LeastScore &least, const std::stop_token &stop) {
    std::vector<RackSearch::Promise> promises;
    promises.reserve(racks.size());
    for (std::size_t i = 0; i < racks.size() && !isStopped(i, stop); ++i) {
        if (auto promise = search.promise(*racks[i])) {
            promises.push_back(*promise);
        }
    }
    PromiseQueue queue(std::move(promises));
    std::vector<Proposal> best;
    while (auto *next = queue.take()) {
        if (next->total < least) {
            break;
        }
        if (best.size() == count && next->rank() > std::pair(-best.back().scores.total(), best.back().rack)) {
            continue;
        }
        if (!next->closer) {
            search.lookCloser(*next);
            queue.putBack(next);
            continue;
        }
        auto proposal = search.ask(*next->rack, nullptr);
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
        without.emplace(withoutPlacements(estate, wanted.replacing));
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
