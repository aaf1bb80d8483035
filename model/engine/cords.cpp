#include "model/engine/cords.h"

#include "model/engine/checks.h"
#include "model/engine/fit.h"
#include "model/engine/scores.h"

#include <algorithm>
#include <optional>

namespace polder {

namespace {

/// Outlets that are alike for the load: same node, same phases, same current.
struct Bank {
    int node = -1;
    QString side;
    QString phases;
    int milliampere = 0;
    bool carries = true;
    std::vector<OutletId> free;
    std::int64_t load = 0; ///< of its phases at the start
};

/// More combinations than this are not tried: six cords on three banks of each side would be millions.
constexpr int triesPerRack = 64;

/// Whether the outlet bears its part of the draw when one of the sides is gone. (Exactly, P2 says it of a choice.)
bool carries(const Estate &others, const Outlet &outlet, int node, const Envelope &item, std::size_t sides) {
    if (!item.draw) {
        return true;
    }
    const int cords = *item.cords;
    const int living = cords < 2 || sides < 2 ? 1 : cords - cords / static_cast<int>(sides);
    const std::int64_t phases = outlet.phases == u"123" ? 3 : 1;
    return std::int64_t{outlet.maxMilliampere} * others.node(node).voltsToNeutral * phases * living *
               item.powerFactorPermille >=
           item.draw->milliwatts * 1000;
}

std::vector<Bank> banksOf(const Estate &others, const Headroom &headroom, const Booking &booking, std::size_t sides,
                          const std::set<OutletId> &taken) {
    const auto &item = booking.item;
    const auto cords = static_cast<std::size_t>(*item.cords);
    std::vector<Bank> banks;
    for (const auto &[outlet, node] : others.outlets(booking.rack)) {
        // Alike ones stand near each other, but for the current.
        auto known = std::ranges::find_if(banks.rbegin(), banks.rend(), [&, node = node, outlet = outlet](auto &bank) {
            return bank.node != node || (bank.phases == outlet->phases && bank.milliampere == outlet->maxMilliampere);
        });
        if (known == banks.rend() || known->node != node) {
            banks.push_back({node,
                             others.side(node),
                             outlet->phases,
                             outlet->maxMilliampere,
                             carries(others, *outlet, node, item, sides),
                             {},
                             0});
            known = banks.rbegin();
        }
        auto &bank = *known;
        // No more than it has cords: the rest of the bank's outlets are not looked at.
        if (bank.free.size() < cords && outletSuits(others.snapshot(), *outlet, item) &&
            others.node(node).during.covers(booking.during) && !taken.contains(outlet->id) &&
            outletFree(others, outlet->id, booking.during)) {
            bank.free.push_back(outlet->id);
        }
    }
    std::erase_if(banks, [](const Bank &bank) { return bank.free.empty(); });
    for (auto &bank : banks) {
        const Load load = headroom.phases(bank.node);
        bank.load = bank.phases == u"123" ? load.main
                    : bank.phases == u"1" ? load.l1
                    : bank.phases == u"2" ? load.l2
                                          : load.l3;
    }
    std::ranges::stable_sort(banks, {}, [](const Bank &bank) { return std::pair(!bank.carries, bank.load); });
    return banks;
}

/// Which banks each cord may take, best first.
using Choices = std::vector<std::vector<const Bank *>>;

Choices choicesOf(const std::vector<Bank> &banks, const std::vector<QString> &sides, int cords) {
    Choices choices(static_cast<std::size_t>(cords));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        for (const auto &bank : banks) {
            if (cords == 1 || bank.side == sides[i % sides.size()]) {
                choices[i].push_back(&bank);
            }
        }
    }
    return choices;
}

/// The next combination, the last cord fastest; false: that was the last one.
bool advance(std::vector<std::size_t> &at, const Choices &choices) {
    for (std::size_t i = at.size(); i-- > 0;) {
        if (++at[i] < choices[i].size()) {
            return true;
        }
        at[i] = 0;
    }
    return false;
}

/// nullopt: two cords would need the same outlet.
std::optional<std::vector<Cord>> cordsOf(const Estate &others, const std::vector<std::size_t> &at,
                                         const Choices &choices) {
    std::vector<Cord> cords;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const Bank *bank = choices[i][at[i]];
        std::size_t before = 0;
        for (std::size_t j = 0; j < i; ++j) {
            before += choices[j][at[j]] == bank;
        }
        if (before >= bank->free.size()) {
            return std::nullopt;
        }
        cords.push_back({others.node(bank->node).id, bank->free[before], bank->phases});
    }
    return cords;
}

/// P1: a side that the cords need has too few outlets left; also when there is one side only and two are needed.
std::vector<Shortfall> missingOutlets(const Estate &others, RackId rack, const std::vector<Bank> &banks,
                                      const std::vector<QString> &sides, int cords, Day from) {
    std::vector<Shortfall> shortfalls;
    const int needed = std::max(static_cast<int>(sides.size()), std::min(cords, 2));
    for (int i = 0; i < std::min(needed, cords); ++i) {
        const bool exists = i < std::ssize(sides);
        std::int64_t free = 0;
        for (const auto &bank : banks) {
            free += cords == 1 || (exists && bank.side == sides[i]) ? std::ssize(bank.free) : 0;
        }
        const std::int64_t wanted = (cords - i + needed - 1) / needed;
        if (free < wanted) {
            Shortfall shortfall;
            shortfall.rule = u"P1"_qs;
            shortfall.where = others.rackName(rack) + (exists && cords > 1 ? u' ' + sides[i] : QString());
            shortfall.requested = wanted;
            shortfall.used = 0;
            shortfall.capacity = free;
            shortfall.unit = u"pieces"_qs;
            shortfall.date = from;
            shortfalls.push_back(std::move(shortfall));
        }
    }
    return shortfalls;
}

std::vector<QString> sidesOf(const Estate &others, RackId rack) {
    std::vector<QString> sides;
    for (const auto &[outlet, node] : others.outlets(rack)) {
        auto side = others.side(node);
        if (sides.empty() || sides.back() != side) {
            sides.push_back(std::move(side));
        }
    }
    return sides;
}

} // namespace

CordPlan planCords(const Estate &others, Headroom &headroom, Booking booking, const std::set<OutletId> &taken,
                   Shortfalls &shortfalls) {
    CordPlan plan;
    const auto &item = booking.item;
    const int cords = item.cords.value_or(0);
    if (cords == 0) {
        return plan;
    }
    const auto sides = sidesOf(others, booking.rack);
    const auto banks = banksOf(others, headroom, booking, sides.size(), taken);
    auto missing = missingOutlets(others, booking.rack, banks, sides, cords, booking.during.from);
    if (!missing.empty()) {
        shortfalls.insert(shortfalls.end(), missing.begin(), missing.end());
        return plan;
    }
    const auto choices = choicesOf(banks, sides, cords);
    std::vector<std::size_t> at(choices.size(), 0);
    std::optional<std::vector<Shortfall>> fewest;
    int tries = 0;
    do {
        auto candidate = cordsOf(others, at, choices);
        if (!candidate) {
            continue;
        }
        booking.cords = std::move(*candidate);
        auto charges = item.draw ? powerCharges(others, *item.draw, item.powerFactorPermille, booking.cords)
                                 : std::vector<NodeCharge>();
        const auto broken = cordMisfits(others, booking);
        if (broken.empty() &&
            std::ranges::all_of(charges, [&](const NodeCharge &charge) { return headroom.admits(charge); })) {
            for (const auto &charge : charges) {
                plan.headroom = std::min(plan.headroom, headroom.permilleLeft(charge));
            }
            for (const auto &cord : booking.cords) {
                const int node = others.indexOf(cord.node);
                const auto charge = std::ranges::find(charges, node, &NodeCharge::node);
                if (charge != charges.end()) {
                    plan.phases = std::min(plan.phases, phaseScore(headroom.phases(node) + charge->normal));
                }
            }
            plan.cords = std::move(booking.cords);
            plan.charges = std::move(charges);
            return plan;
        }
        std::vector<Shortfall> reasons;
        for (const auto &charge : charges) {
            headroom.explain(charge, reasons);
        }
        for (const auto &misfit : broken) {
            reasons.push_back(misfit.shortfall);
        }
        if (!fewest || reasons.size() < fewest->size()) {
            fewest = std::move(reasons);
        }
    } while (++tries < triesPerRack && advance(at, choices));
    if (fewest) {
        shortfalls.insert(shortfalls.end(), fewest->begin(), fewest->end());
    }
    return plan;
}

} // namespace polder
