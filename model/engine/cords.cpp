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
/// ... and of those that do not take the sides in turn.
constexpr int triesAnywhere = 256;

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

/// Any cord on any bank.
Choices choicesAnywhere(const std::vector<Bank> &banks, int cords) {
    std::vector<const Bank *> all;
    for (const auto &bank : banks) {
        all.push_back(&bank);
    }
    return Choices(static_cast<std::size_t>(cords), all);
}

/// The next combination of cords that are alike: each takes a bank that is no earlier than the one before.
bool advanceAlike(std::vector<std::size_t> &at, std::size_t banks) {
    for (std::size_t i = at.size(); i-- > 0;) {
        if (at[i] + 1 < banks) {
            std::fill(at.begin() + static_cast<std::ptrdiff_t>(i), at.end(), at[i] + 1);
            return true;
        }
    }
    return false;
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

Shortfall tooFewOutlets(const Estate &others, RackId rack, const QString &side, std::int64_t wanted, std::int64_t free,
                        Day from) {
    Shortfall shortfall;
    shortfall.rule = u"P1"_qs;
    shortfall.where = others.rackName(rack) + (side.isEmpty() ? QString() : u' ' + side);
    shortfall.requested = wanted;
    shortfall.used = 0;
    shortfall.capacity = free;
    shortfall.unit = u"pieces"_qs;
    shortfall.date = from;
    return shortfall;
}

std::int64_t freeOutlets(const std::vector<Bank> &banks) {
    std::int64_t free = 0;
    for (const auto &bank : banks) {
        free += std::ssize(bank.free);
    }
    return free;
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
            const QString side = exists && cords > 1 ? sides[i] : QString();
            shortfalls.push_back(tooFewOutlets(others, rack, side, wanted, free, from));
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

/// One search for the outlets of one item in one rack.
class CordSearch {
public:
    CordSearch(const Estate &others, Headroom &headroom, Booking booking)
        : m_others(others)
        , m_headroom(headroom)
        , m_booking(std::move(booking)) {}

    /// Whether these cords break nothing; if so the plan is made.
    bool take(std::vector<Cord> cords, Shortfalls *reasons) {
        const auto &item = m_booking.item;
        m_booking.cords = std::move(cords);
        auto charges = item.draw ? powerCharges(m_others, *item.draw, item.powerFactorPermille, m_booking.cords)
                                 : std::vector<NodeCharge>();
        const auto broken = cordMisfits(m_others, m_booking);
        if (broken.empty() &&
            std::ranges::all_of(charges, [&](const NodeCharge &charge) { return m_headroom.admits(charge); })) {
            score(charges);
            m_plan.cords = std::move(m_booking.cords);
            m_plan.charges = std::move(charges);
            return true;
        }
        if (reasons) {
            for (const auto &charge : charges) {
                m_headroom.explain(charge, *reasons);
            }
            for (const auto &misfit : broken) {
                reasons->push_back(misfit.shortfall);
            }
        }
        return false;
    }
    [[nodiscard]] CordPlan plan() { return std::move(m_plan); }

private:
    void score(const std::vector<NodeCharge> &charges) {
        for (const auto &charge : charges) {
            m_plan.headroom = std::min(m_plan.headroom, m_headroom.permilleLeft(charge));
        }
        for (const auto &cord : m_booking.cords) {
            const int node = m_others.indexOf(cord.node);
            const auto charge = std::ranges::find(charges, node, &NodeCharge::node);
            if (charge != charges.end()) {
                m_plan.phases = std::min(m_plan.phases, phaseScore(m_headroom.phases(node) + charge->normal));
            }
        }
    }

    const Estate &m_others;
    Headroom &m_headroom;
    Booking m_booking;
    CordPlan m_plan;
};

} // namespace

CordPlan planCords(const Estate &others, Headroom &headroom, Booking booking, const std::set<OutletId> &taken,
                   Shortfalls &shortfalls) {
    const auto &item = booking.item;
    const int cords = item.cords.value_or(0);
    if (cords == 0) {
        return {};
    }
    const auto sides = sidesOf(others, booking.rack);
    const auto banks = banksOf(others, headroom, booking, sides.size(), taken);
    auto reasons = missingOutlets(others, booking.rack, banks, sides, cords, booking.during.from);
    CordSearch search(others, headroom, booking);
    if (reasons.empty()) {
        std::optional<Shortfalls> fewest;
        const auto choices = choicesOf(banks, sides, cords);
        std::vector<std::size_t> at(choices.size(), 0);
        int tries = 0;
        do {
            auto candidate = cordsOf(others, at, choices);
            if (!candidate) {
                continue;
            }
            Shortfalls broken;
            if (search.take(std::move(*candidate), &broken)) {
                return search.plan();
            }
            if (!fewest || broken.size() < fewest->size()) {
                fewest = std::move(broken);
            }
        } while (++tries < triesPerRack && advance(at, choices));
        reasons = fewest.value_or(Shortfalls());
    }
    // Not the sides in turn, and still nothing that is forbidden: two cords on the only side of the rack, two of three
    // on the other one.
    if (cords > 1 && !banks.empty()) {
        const Choices anywhere = choicesAnywhere(banks, cords);
        std::vector<std::size_t> at(anywhere.size(), 0);
        int tries = 0;
        do {
            auto candidate = cordsOf(others, at, anywhere);
            if (candidate && search.take(std::move(*candidate), nullptr)) {
                return search.plan();
            }
        } while (++tries < triesAnywhere && advanceAlike(at, banks.size()));
    }
    if (reasons.empty()) {
        reasons.push_back(tooFewOutlets(others, booking.rack, {}, cords, freeOutlets(banks), booking.during.from));
    }
    shortfalls.insert(shortfalls.end(), reasons.begin(), reasons.end());
    return {};
}

} // namespace polder
