#include "model/engine/setsearch.h"

#include "model/engine/racksearch.h"
#include "model/engine/scenario.h"
#include "model/engine/several.h"
#include "model/engine/wishes.h"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>

namespace polder {

namespace {

/// So many orders are tried in a part.
constexpr std::size_t mostOrders = 12;

using Order = std::vector<std::size_t>;

/// What the racks of one part say to each item while nothing of the set stands.
struct Part {
    std::vector<const Rack *> racks;
    std::vector<std::vector<Proposal>> ranked; ///< by item
    std::vector<std::vector<NoPlace>> refused; ///< likewise
};

class SetFinder {
public:
    SetFinder(const Estate &estate, const WantedSet &wanted, std::stop_token stop)
        : m_estate(estate)
        , m_wanted(wanted)
        , m_stop(std::move(stop)) {}

    [[nodiscard]] SetSearch find() {
        SetSearch result;
        for (const auto &item : m_wanted.items) {
            result.notChecked.push_back(uncheckedOf(item));
            result.estimated.push_back(estimatedOf(item));
        }
        const auto parts = lookAround(result);
        for (const auto &part : parts) {
            result.cancelled = result.cancelled || m_stop.stop_requested();
            if (result.cancelled) {
                break;
            }
            search(part, result);
        }
        std::ranges::stable_sort(result.sets, std::greater(), &FoundSet::total);
        return result;
    }

private:
    /// The parts by their first rack.
    [[nodiscard]] std::vector<Part> lookAround(SetSearch &result) {
        std::vector<Part> parts;
        std::map<std::int64_t, std::size_t> known;
        const std::size_t items = m_wanted.items.size();
        for (std::size_t i = 0; i < items; ++i) {
            const auto &wanted = m_wanted.items[i];
            RackSearch search(m_estate, m_estate, wanted);
            for (const auto &rack : m_estate.racks()) {
                const auto *site = m_estate.site(rack.id);
                if ((wanted.site && (!site || site->id != wanted.site)) || (wanted.rack && wanted.rack != rack.id) ||
                    !allows({m_wanted.together, m_wanted.apart, wanted.beside}, m_estate, rack)) {
                    continue;
                }
                if (m_stop.stop_requested()) {
                    result.cancelled = true;
                    return parts;
                }
                const auto [at, isNew] = known.try_emplace(partOf(m_estate, rack, m_wanted.together), parts.size());
                if (isNew) {
                    parts.push_back(
                        {{}, std::vector<std::vector<Proposal>>(items), std::vector<std::vector<NoPlace>>(items)});
                }
                auto &part = parts[at->second];
                if (i == 0) {
                    part.racks.push_back(&rack);
                }
                Shortfalls shortfalls;
                if (auto place = search.ask(rack, &shortfalls)) {
                    part.ranked[i].push_back(std::move(*place));
                } else {
                    part.refused[i].push_back({rack.id, std::move(shortfalls)});
                }
            }
            result.unknownSetpoints =
                result.unknownSetpoints || ((wanted.item.inletMin || wanted.item.inletMax) && !search.knowsSetpoints());
        }
        return parts;
    }

    /// The hardest first in several senses, then as they are given.
    [[nodiscard]] std::vector<Order> orders() const {
        const auto &items = m_wanted.items;
        Order given(items.size());
        std::iota(given.begin(), given.end(), std::size_t{0});
        std::vector<Order> all;
        const auto add = [&](auto &&size) {
            all.push_back(given);
            std::ranges::stable_sort(all.back(), std::greater(), [&](std::size_t i) { return size(items[i].item); });
        };
        // What is not whole units high stands on what is, so that no half unit is lost between them.
        add([](const Envelope &item) { return std::pair(item.height.halfUnits % 2 == 0, item.height.halfUnits); });
        add([](const Envelope &item) { return item.draw.value_or(Power{}).milliwatts; });
        add([](const Envelope &item) { return item.weight.value_or(Mass{}).grams; });
        all.push_back(std::move(given));
        return all;
    }

    struct Attempt {
        std::vector<std::unique_ptr<RackSearch>> searches; ///< by item; each knows what all have taken
        FoundSet set;
        std::vector<int> missing; ///< by item
        [[nodiscard]] int lacks() const { return std::accumulate(missing.begin(), missing.end(), 0); }
    };

    [[nodiscard]] Attempt attempt(const Part &part, const Order &order) const {
        Attempt tried;
        for (const auto &item : m_wanted.items) {
            tried.searches.push_back(std::make_unique<RackSearch>(m_estate, m_estate, item));
            tried.missing.push_back(item.count);
        }
        std::vector<Member> members;
        for (const auto i : order) {
            const auto &item = m_wanted.items[i];
            members.push_back({tried.searches[i].get(), &item.item, item.count, part.ranked[i]});
        }
        int sum = 0;
        for (auto &one : placeInTurn(members, m_estate, m_wanted.apart, m_stop)) {
            const auto i = order[one.member];
            sum += one.place.scores.total();
            --tried.missing[i];
            tried.set.pieces.push_back({i, std::move(one.place)});
        }
        std::ranges::stable_sort(tried.set.pieces, {}, &FoundSet::Piece::item);
        tried.set.total = tried.set.pieces.empty() ? 0 : sum / static_cast<int>(tried.set.pieces.size());
        return tried;
    }

    void search(const Part &part, SetSearch &result) const {
        // What has no place here even alone needs no order.
        NoSet none{part.racks.front()->id, {}};
        for (std::size_t i = 0; i < m_wanted.items.size(); ++i) {
            if (part.ranked[i].empty()) {
                none.lacks.push_back({i, m_wanted.items[i].count, nearest(part.refused[i]), false});
            }
        }
        if (!none.lacks.empty()) {
            result.refused.push_back(std::move(none));
            return;
        }
        std::optional<Attempt> best;
        std::set<Order> known;
        auto waiting = orders();
        for (std::size_t next = 0; next < waiting.size() && known.size() < mostOrders; ++next) {
            const Order order = waiting[next];
            if (!known.insert(order).second) {
                continue;
            }
            auto tried = attempt(part, order);
            auto first = order; // what had no place gets the first choice the next time
            std::ranges::stable_partition(first, [&](std::size_t i) { return tried.missing[i] > 0; });
            waiting.push_back(std::move(first));
            if (!best || tried.lacks() < best->lacks()) {
                best = std::move(tried);
            }
            if (best->lacks() == 0) {
                result.sets.push_back(std::move(best->set));
                return;
            }
        }
        for (std::size_t i = 0; i < m_wanted.items.size(); ++i) {
            if (best->missing[i] > 0) {
                none.lacks.push_back(lackOf(part, *best, i));
            }
        }
        result.refused.push_back(std::move(none));
    }

    [[nodiscard]] static NoPlace nearest(std::span<const NoPlace> refused) {
        const auto *rack = nearestOf(refused);
        return rack ? *rack : NoPlace();
    }
    /// With all that stands by now.
    [[nodiscard]] static NoSet::Lack lackOf(const Part &part, Attempt &tried, std::size_t item) {
        std::vector<NoPlace> refused;
        bool apart = false;
        for (const auto *rack : part.racks) {
            Shortfalls shortfalls;
            if (tried.searches[item]->ask(*rack, &shortfalls)) {
                apart = true; // it would, were it not for the others
            } else {
                refused.push_back({rack->id, std::move(shortfalls)});
            }
        }
        return {item, tried.missing[item], apart ? NoPlace() : nearest(refused), apart};
    }

    const Estate &m_estate;
    const WantedSet &m_wanted;
    std::stop_token m_stop;
};

} // namespace

SetSearch findSet(const Estate &estate, const WantedSet &wanted, std::stop_token stop) {
    return wanted.items.empty() ? SetSearch() : SetFinder(estate, wanted, std::move(stop)).find();
}

} // namespace polder
