#include "model/engine/several.h"

#include "model/engine/racksearch.h"

#include <algorithm>
#include <array>
#include <map>

namespace polder {

std::int64_t partOf(const Estate &estate, const Rack &rack, Within within) {
    const auto *site = estate.site(rack.id);
    switch (within) {
    case Within::Anything:
        break;
    case Within::Rack:
        return rack.id.value;
    case Within::Row:
        return rack.row ? rack.row.value : -std::int64_t{rack.id.value};
    case Within::Room:
        return rack.room.value;
    case Within::Site:
        return site ? site->id.value : 0;
    }
    return 0;
}

/// Only racks whose turn comes are asked again: a place rarely gets better by what is placed elsewhere, so the best of
/// the last answers stays the best if its new answer is no worse than the next.
std::vector<Taken> placeInTurn(std::span<Member> members, const Estate &estate, Within apart, std::stop_token stop) {
    std::vector<Taken> taken;
    const auto worse = [](const Proposal &a, const Proposal &b) { return better(b, a); };
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto &[search, item, count, ranked] = members[i];
        std::ranges::make_heap(ranked, worse);
        for (int placed = 0; placed < count && !ranked.empty() && !stop.stop_requested();) {
            std::ranges::pop_heap(ranked, worse);
            const auto *rack = estate.rack(ranked.back().rack);
            ranked.pop_back();
            const auto part = partOf(estate, *rack, apart);
            const bool excluded = apart != Within::Anything && std::ranges::any_of(taken, [&](const Taken &one) {
                                      return partOf(estate, *estate.rack(one.place.rack), apart) == part;
                                  });
            auto again = excluded ? std::nullopt : search->ask(*rack, nullptr);
            if (!again) {
                continue;
            }
            if (ranked.empty() || !better(ranked.front(), *again)) {
                for (auto &member : members) {
                    member.search->take(*again, *item);
                }
                taken.push_back({i, *again});
                ++placed;
            }
            ranked.push_back(std::move(*again));
            std::ranges::push_heap(ranked, worse);
        }
    }
    return taken;
}

namespace {

/// Of one item only.
std::vector<Proposal> planAll(RackSearch &search, const Estate &estate, const Wanted &wanted,
                              std::vector<Proposal> ranked, std::stop_token stop) {
    std::array members{Member{&search, &wanted.item, wanted.count, std::move(ranked)}};
    std::vector<Proposal> plan;
    for (auto &one : placeInTurn(members, estate, wanted.apart, std::move(stop))) {
        plan.push_back(std::move(one.place));
    }
    return plan;
}

int sumOf(const std::vector<Proposal> &plan) {
    int sum = 0;
    for (const auto &place : plan) {
        sum += place.scores.total();
    }
    return sum;
}

/// All items within one rack, row, room or data centre: each is tried, best first, until no other can do better; where
/// none takes them all, the one that takes most.
std::vector<Proposal> planTogether(const Estate &others, const Estate &now, const Wanted &wanted,
                                   const std::vector<Proposal> &ranked, std::stop_token stop) {
    std::vector<std::int64_t> order;
    std::map<std::int64_t, std::vector<Proposal>> groups;
    for (const auto &place : ranked) {
        const auto part = partOf(others, *others.rack(place.rack), wanted.together);
        auto &group = groups[part];
        if (group.empty()) {
            order.push_back(part);
        }
        group.push_back(place);
    }
    std::vector<Proposal> best;
    for (const auto part : order) {
        const auto &group = groups[part];
        const bool complete = std::ssize(best) == wanted.count;
        if (stop.stop_requested() || (complete && sumOf(best) >= wanted.count * group.front().scores.total())) {
            break;
        }
        RackSearch search(others, now, wanted);
        auto plan = planAll(search, others, wanted, group, stop);
        if (plan.size() > best.size() || (plan.size() == best.size() && sumOf(plan) > sumOf(best))) {
            best = std::move(plan);
        }
    }
    return best;
}

} // namespace

bool better(const Proposal &a, const Proposal &b) {
    const int left = a.scores.total();
    const int right = b.scores.total();
    return left != right ? left > right : a.rack < b.rack;
}

std::vector<Proposal> planSeveral(RackSearch &search, const Estate &others, const Estate &now, const Wanted &wanted,
                                  const std::vector<Proposal> &ranked, std::stop_token stop) {
    return wanted.together != Within::Anything ? planTogether(others, now, wanted, ranked, stop)
                                               : planAll(search, others, wanted, ranked, stop);
}

} // namespace polder
