#pragma once

#include "model/engine/checks.h"
#include "model/engine/cords.h"
#include "model/engine/fit.h"
#include "model/engine/scores.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace polder::test {

/// More combinations than this are not tried: six cords on three banks of each side would be millions.
constexpr int triesPerRack = 64;
/// ... and of those that do not take the sides in turn.
constexpr int triesAnywhere = 256;

/// The next combination of cords that are alike: each takes a bank that is no earlier than the one before.
inline bool advanceAlike(std::vector<std::size_t> &at, std::size_t banks) {
    for (std::size_t i = at.size(); i-- > 0;) {
        if (at[i] + 1 < banks) {
            std::fill(at.begin() + static_cast<std::ptrdiff_t>(i), at.end(), at[i] + 1);
            return true;
        }
    }
    return false;
}

/// The next combination, the last cord fastest; false: that was the last one.
template <typename Choices>
bool advance(std::vector<std::size_t> &at, const Choices &choices) {
    for (std::size_t i = at.size(); i-- > 0;) {
        if (++at[i] < choices[i].size()) {
            return true;
        }
        at[i] = 0;
    }
    return false;
}

inline Shortfall tooFewOutlets(const Estate &others, const Booking &booking, const QString &side, std::int64_t wanted,
                               std::int64_t free) {
    Shortfall shortfall;
    shortfall.rule = u"P1"_qs;
    shortfall.where = others.rackName(booking.rack) + (side.isEmpty() ? QString() : u' ' + side);
    shortfall.requested = wanted;
    shortfall.used = 0;
    shortfall.capacity = free;
    shortfall.unit = u"pieces"_qs;
    shortfall.date = booking.during.from;
    return shortfall;
}

struct PlainPlan {
    std::vector<Cord> cords;
    std::vector<NodeCharge> charges;
    int phases = 1000;
    int headroom = 1000;
};

/// Chooses as CordPlanner does, and remembers nothing from one rack to the next: each choice of outlets is judged by
/// the charges and the rules of a whole booking.
class PlainPlanner {
public:
    PlainPlanner(const Estate &others, Headroom &headroom, const Envelope &item);

    /// In the rack of this booking, which is of the same item; nullopt: there is no choice, and `reasons`, if they are
    /// asked for, get those of the one with the fewest.
    [[nodiscard]] std::optional<PlainPlan> plan(const Booking &booking, const std::set<OutletId> &taken,
                                                Shortfalls *reasons);

private:
    /// A bank with what is free of it, as far as the cords need it.
    struct Offer {
        const Estate::Bank *bank;
        bool carries;
        std::int64_t load; ///< of its phases at the start
        std::size_t firstFree, free;
    };
    /// Which offers each cord may take, best first.
    using Choices = std::vector<std::vector<const Offer *>>;

    void lookAt(const Booking &booking, const std::set<OutletId> &taken);
    [[nodiscard]] bool carries(const Estate::Bank &bank, std::size_t sides) const;
    [[nodiscard]] std::int64_t freeOn(std::optional<int> side) const;
    [[nodiscard]] Shortfalls missingOutlets(const Booking &booking) const;
    [[nodiscard]] Choices inTurn() const;
    [[nodiscard]] Choices anywhere() const;
    [[nodiscard]] bool cordsAt(const std::vector<std::size_t> &at, const Choices &choices, Booking &booking) const;
    [[nodiscard]] std::optional<PlainPlan> take(const Booking &booking, Shortfalls *reasons);
    [[nodiscard]] bool isHopeless(const std::vector<Cord> &cords) const;
    [[nodiscard]] PlainPlan scored(const Booking &booking, std::vector<NodeCharge> charges);

    const Estate &m_others;
    Headroom &m_headroom;
    std::size_t m_cords;
    std::vector<signed char> m_suits; ///< by kind of bank; less than 0: not looked at yet
    // Of the rack that is looked at:
    std::vector<int> m_sides;
    std::vector<Offer> m_offers;
    std::vector<OutletId> m_free;
    std::vector<std::vector<NodeId>> m_hopeless; ///< nodes of cords of which one bears no more, whatever the phases
    Booking m_tried;
};

inline PlainPlanner::PlainPlanner(const Estate &others, Headroom &headroom, const Envelope &item)
    : m_others(others)
    , m_headroom(headroom)
    , m_cords(static_cast<std::size_t>(item.cords.value_or(0)))
    , m_suits(others.bankKinds(), -1) {
    m_tried.item = item;
}

/// Whether the bank's outlets bear their part of the draw when one of the sides is gone. (Exactly, P2 says it of a
/// choice.)
inline bool PlainPlanner::carries(const Estate::Bank &bank, std::size_t sides) const {
    const auto &item = m_tried.item;
    if (!item.draw) {
        return true;
    }
    const auto cords = static_cast<std::int64_t>(m_cords);
    const std::int64_t living = cords < 2 || sides < 2 ? 1 : cords - cords / static_cast<std::int64_t>(sides);
    const std::int64_t phases = bank.phase == &Load::main ? 3 : 1;
    return std::int64_t{bank.outlets.front().outlet->maxMilliampere} * m_others.node(bank.node).voltsToNeutral *
               phases * living * item.powerFactorPermille >=
           item.draw->milliwatts * 1000;
}

inline void PlainPlanner::lookAt(const Booking &booking, const std::set<OutletId> &taken) {
    m_sides.clear();
    m_offers.clear();
    m_free.clear();
    m_hopeless.clear();
    const auto banks = m_others.banks(booking.rack);
    for (const auto &bank : banks) {
        if (m_sides.empty() || m_sides.back() != bank.side) {
            m_sides.push_back(bank.side);
        }
    }
    for (const auto &bank : banks) {
        auto &suits = m_suits[static_cast<std::size_t>(bank.kind)];
        if (suits < 0) {
            suits = outletSuits(m_others.snapshot(), *bank.outlets.front().outlet, m_tried.item) ? 1 : 0;
        }
        if (suits == 0 || !m_others.node(bank.node).during.covers(booking.during)) {
            continue;
        }
        Offer offer{&bank, carries(bank, m_sides.size()), m_headroom.phases(bank.node).*bank.phase, m_free.size(), 0};
        // No more than it has cords: the rest of the bank's outlets are not looked at.
        for (const auto &outlet : bank.outlets) {
            const bool used = std::ranges::any_of(
                outlet.uses(), [&](const OutletUse &use) { return use.during.overlaps(booking.during); });
            if (!used && (taken.empty() || !taken.contains(outlet.id()))) {
                m_free.push_back(outlet.id());
                if (++offer.free == m_cords) {
                    break;
                }
            }
        }
        if (offer.free > 0) {
            m_offers.push_back(offer);
        }
    }
    std::ranges::stable_sort(m_offers, {}, [](const Offer &offer) { return std::pair(!offer.carries, offer.load); });
}

/// Outlets that are free, up to the cords in each bank.
inline std::int64_t PlainPlanner::freeOn(std::optional<int> side) const {
    std::int64_t free = 0;
    for (const auto &offer : m_offers) {
        free += !side || offer.bank->side == *side ? static_cast<std::int64_t>(offer.free) : 0;
    }
    return free;
}

/// P1: a side that the cords need has too few outlets left; also when there is one side only and two are needed.
inline Shortfalls PlainPlanner::missingOutlets(const Booking &booking) const {
    Shortfalls shortfalls;
    const auto needed = std::max(m_sides.size(), std::min<std::size_t>(m_cords, 2));
    for (std::size_t i = 0; i < std::min(needed, m_cords); ++i) {
        const bool exists = i < m_sides.size();
        const auto free = m_cords == 1 ? freeOn({}) : exists ? freeOn(m_sides[i]) : 0;
        const auto wanted = static_cast<std::int64_t>((m_cords - i + needed - 1) / needed);
        if (free < wanted) {
            const QString side = exists && m_cords > 1 ? m_others.sideName(m_sides[i]) : QString();
            shortfalls.push_back(tooFewOutlets(m_others, booking, side, wanted, free));
        }
    }
    return shortfalls;
}

inline PlainPlanner::Choices PlainPlanner::inTurn() const {
    Choices choices(m_cords);
    for (std::size_t i = 0; i < m_cords; ++i) {
        for (const auto &offer : m_offers) {
            if (m_cords == 1 || offer.bank->side == m_sides[i % m_sides.size()]) {
                choices[i].push_back(&offer);
            }
        }
    }
    return choices;
}

inline PlainPlanner::Choices PlainPlanner::anywhere() const {
    std::vector<const Offer *> all;
    for (const auto &offer : m_offers) {
        all.push_back(&offer);
    }
    return Choices(m_cords, all);
}

/// False: two cords would need the same outlet.
inline bool PlainPlanner::cordsAt(const std::vector<std::size_t> &at, const Choices &choices, Booking &booking) const {
    booking.cords.clear();
    for (std::size_t i = 0; i < at.size(); ++i) {
        const Offer *offer = choices[i][at[i]];
        std::size_t before = 0;
        for (std::size_t j = 0; j < i; ++j) {
            before += choices[j][at[j]] == offer;
        }
        if (before >= offer->free) {
            return false;
        }
        booking.cords.push_back({m_others.node(offer->bank->node).id, m_free[offer->firstFree + before],
                                 offer->bank->outlets.front().outlet->phases});
    }
    return true;
}

/// nullopt: these cords break something.
inline std::optional<PlainPlan> PlainPlanner::take(const Booking &booking, Shortfalls *reasons) {
    const auto &item = booking.item;
    auto charges = item.draw ? powerCharges(m_others, *item.draw, item.powerFactorPermille, booking.cords)
                             : std::vector<NodeCharge>();
    auto verdict = Headroom::Verdict::Admits;
    for (auto charge = charges.begin(); charge != charges.end() && verdict != Headroom::Verdict::Refuses; ++charge) {
        verdict = std::max(verdict, m_headroom.verdict(*charge));
    }
    const bool admitted = verdict == Headroom::Verdict::Admits;
    if (verdict == Headroom::Verdict::Refuses) {
        auto &nodes = m_hopeless.emplace_back();
        std::ranges::transform(booking.cords, std::back_inserter(nodes), &Cord::node);
    }
    if (!admitted && !reasons) {
        return std::nullopt;
    }
    const auto broken = cordMisfits(m_others, booking);
    if (admitted && broken.empty()) {
        return scored(booking, std::move(charges));
    }
    if (reasons) {
        for (const auto &charge : charges) {
            m_headroom.explain(charge, *reasons);
        }
        for (const auto &misfit : broken) {
            reasons->push_back(misfit.shortfall);
        }
    }
    return std::nullopt;
}

/// Whether cords on the same nodes were refused, whatever their phases.
inline bool PlainPlanner::isHopeless(const std::vector<Cord> &cords) const {
    return std::ranges::any_of(m_hopeless,
                               [&](const auto &nodes) { return std::ranges::equal(cords, nodes, {}, &Cord::node); });
}

inline PlainPlan PlainPlanner::scored(const Booking &booking, std::vector<NodeCharge> charges) {
    PlainPlan plan;
    for (const auto &charge : charges) {
        plan.headroom = std::min(plan.headroom, m_headroom.permilleLeft(charge));
    }
    for (const auto &cord : booking.cords) {
        const int node = m_others.indexOf(cord.node);
        const auto charge = std::ranges::find(charges, node, &NodeCharge::node);
        if (charge != charges.end()) {
            plan.phases = std::min(plan.phases, phaseScore(m_headroom.phases(node) + charge->normal));
        }
    }
    plan.cords = booking.cords;
    plan.charges = std::move(charges);
    return plan;
}

inline std::optional<PlainPlan> PlainPlanner::plan(const Booking &booking, const std::set<OutletId> &taken,
                                                   Shortfalls *reasons) {
    if (m_cords == 0) {
        return PlainPlan();
    }
    lookAt(booking, taken);
    m_tried.rack = booking.rack;
    m_tried.room = booking.room;
    m_tried.during = booking.during;
    auto missing = missingOutlets(booking);
    if (missing.empty()) {
        std::optional<Shortfalls> fewest;
        const auto choices = inTurn();
        std::vector<std::size_t> at(choices.size(), 0);
        int tries = 0;
        do {
            if (!cordsAt(at, choices, m_tried) || isHopeless(m_tried.cords)) {
                continue;
            }
            Shortfalls broken;
            if (auto plan = take(m_tried, reasons ? &broken : nullptr)) {
                return plan;
            }
            if (!fewest || broken.size() < fewest->size()) {
                fewest = std::move(broken);
            }
        } while (++tries < triesPerRack && advance(at, choices));
        missing = fewest.value_or(Shortfalls());
    }
    // Not the sides in turn, and still nothing that is forbidden: two cords on the only side of the rack, two of three
    // on the other one.
    if (m_cords > 1 && !m_offers.empty()) {
        const auto choices = anywhere();
        std::vector<std::size_t> at(choices.size(), 0);
        int tries = 0;
        do {
            if (cordsAt(at, choices, m_tried) && !isHopeless(m_tried.cords)) {
                if (auto plan = take(m_tried, nullptr)) {
                    return plan;
                }
            }
        } while (++tries < triesAnywhere && advanceAlike(at, m_offers.size()));
    }
    if (reasons) {
        if (missing.empty()) {
            missing.push_back(
                tooFewOutlets(m_others, booking, {}, static_cast<std::int64_t>(m_cords), freeOn(std::nullopt)));
        }
        reasons->insert(reasons->end(), missing.begin(), missing.end());
    }
    return std::nullopt;
}

} // namespace polder::test
