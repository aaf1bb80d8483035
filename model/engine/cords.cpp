#include "model/engine/cords.h"

#include "model/engine/checks.h"
#include "model/engine/fit.h"
#include "model/engine/scores.h"

#include <algorithm>
#include <iterator>

namespace polder {

namespace {

/// More combinations than this are not tried: six cords on three banks of each side would be millions.
constexpr int triesPerRack = 64;
/// ... and of those that do not take the sides in turn.
constexpr int triesAnywhere = 256;

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

Shortfall tooFewOutlets(const Estate &others, const Booking &booking, const QString &side, std::int64_t wanted,
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

constexpr std::int64_t ceilDivide(std::int64_t dividend, std::int64_t divisor) {
    return dividend / divisor + (dividend % divisor > 0 ? 1 : 0);
}

/// How many nodes two paths share, from their supply down.
std::size_t sharedLength(std::span<const int> a, std::span<const int> b) {
    std::size_t length = 0;
    while (length < std::min(a.size(), b.size()) && a[a.size() - 1 - length] == b[b.size() - 1 - length]) {
        ++length;
    }
    return length;
}

/// 0 to 2 as a cord loads them; 3: all three.
int phaseOf(const Estate::Bank &bank) {
    return bank.phase == &Load::main ? 3 : bank.phase == &Load::l1 ? 0 : bank.phase == &Load::l2 ? 1 : 2;
}

} // namespace

CordPlanner::CordPlanner(const Estate &others, Headroom &headroom, const Envelope &item)
    : m_others(others)
    , m_headroom(headroom)
    , m_cords(static_cast<std::size_t>(item.cords.value_or(0)))
    , m_suits(others.bankKinds(), -1) {
    m_tried.item = item;
}

/// Whether the bank's outlets bear their part of the draw when one of the sides is gone. (Exactly, P2 says it of a
/// choice.)
bool CordPlanner::carries(const Estate::Bank &bank, std::size_t sides) const {
    const auto &item = m_tried.item;
    if (!item.draw) {
        return true;
    }
    const auto cords = static_cast<std::int64_t>(m_cords);
    const std::int64_t living = cords < 2 || sides < 2 ? 1 : cords - cords / static_cast<std::int64_t>(sides);
    const std::int64_t phases = bank.phase == &Load::main ? 3 : 1;
    return std::int64_t{bank.maxMilliampere} * m_others.node(bank.node).voltsToNeutral * phases * living *
               item.powerFactorPermille >=
           item.draw->milliwatts * 1000;
}

/// The banks into which the cords go and that are there all the time. What is free of them is looked for when it
/// matters.
void CordPlanner::lookAt(const Booking &booking) {
    m_sides.clear();
    m_offers.clear();
    const auto banks = m_others.banks(booking.rack);
    for (const auto &bank : banks) {
        if (m_sides.empty() || m_sides.back() != bank.side) {
            m_sides.push_back(bank.side);
        }
    }
    m_free.resize(banks.size() * m_cords);
    const Estate::Bank *before = nullptr;
    Load carried;
    for (const auto &bank : banks) {
        auto &suits = m_suits[static_cast<std::size_t>(bank.kind)];
        if (suits < 0) {
            suits = outletSuits(m_others.snapshot(), *bank.outlets.front().outlet, m_tried.item) ? 1 : 0;
        }
        if (suits == 0 || !m_others.lifeOf(bank.node).covers(booking.during)) {
            continue;
        }
        if (!before || before->node != bank.node) {
            carried = m_headroom.phases(bank.node);
        }
        before = &bank;
        const Offer offer{&bank, carries(bank, m_sides.size()), carried, m_offers.size() * m_cords, 0, 0};
        m_offers.insert(std::ranges::upper_bound(m_offers, offer.rank(), {}, &Offer::rank), offer);
    }
}

/// Looks at the bank's outlets until so many are known to be free, and tells how many are.
std::size_t CordPlanner::findFree(Offer &offer, std::size_t wanted) {
    const auto outlets = offer.bank->outlets;
    for (; offer.free < wanted && offer.looked < outlets.size(); ++offer.looked) {
        const auto &outlet = outlets[offer.looked];
        const bool used = std::ranges::any_of(
            outlet.uses(), [this](const OutletUse &use) { return use.during.overlaps(m_tried.during); });
        if (!used && (m_taken->empty() || !m_taken->contains(outlet.id()))) {
            m_free[offer.firstFree + offer.free++] = outlet.id();
        }
    }
    return offer.free;
}

/// Outlets that are free, up to the cords in each bank.
std::int64_t CordPlanner::freeOn(std::optional<int> side) {
    std::int64_t free = 0;
    for (auto &offer : m_offers) {
        free += !side || offer.bank->side == *side ? static_cast<std::int64_t>(findFree(offer, m_cords)) : 0;
    }
    return free;
}

/// P1: a side that the cords need has too few outlets left; also when there is one side only and two are needed.
Shortfalls CordPlanner::missingOutlets(const Booking &booking) {
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

CordPlanner::Choices CordPlanner::inTurn() {
    Choices choices(m_cords);
    for (std::size_t i = 0; i < m_cords; ++i) {
        for (auto &offer : m_offers) {
            if (m_cords == 1 || offer.bank->side == m_sides[i % m_sides.size()]) {
                choices[i].push_back(&offer);
            }
        }
    }
    return choices;
}

CordPlanner::Choices CordPlanner::anywhere() {
    std::vector<Offer *> all;
    for (auto &offer : m_offers) {
        all.push_back(&offer);
    }
    return Choices(m_cords, all);
}

/// The first choice of all where each cord has a side of its own; false: it needs a closer look.
bool CordPlanner::plugFirst() {
    m_plugs.clear();
    for (std::size_t i = 0; i < m_cords && m_cords <= m_sides.size(); ++i) {
        for (auto &offer : m_offers) {
            if ((m_cords == 1 || offer.bank->side == m_sides[i]) && findFree(offer, 1) > 0) {
                m_plugs.push_back({&offer, m_free[offer.firstFree], m_others.path(offer.bank->node)});
                break;
            }
        }
    }
    return m_plugs.size() == m_cords;
}

/// False: two cords would need the same outlet.
bool CordPlanner::plug(const std::vector<std::size_t> &at, const Choices &choices) {
    m_plugs.clear();
    for (std::size_t i = 0; i < at.size(); ++i) {
        Offer *offer = choices[i][at[i]];
        const auto before = static_cast<std::size_t>(std::ranges::count(m_plugs, offer, &Plug::offer));
        if (findFree(*offer, before + 1) <= before) {
            return false;
        }
        m_plugs.push_back({offer, m_free[offer->firstFree + before], m_others.path(offer->bank->node)});
    }
    return true;
}

std::size_t CordPlanner::KeyHash::operator()(const std::vector<int> &key) const {
    std::size_t hash = 14'695'981'039'346'656'037U;
    for (const int number : key) {
        hash = (hash ^ static_cast<std::size_t>(number)) * 1'099'511'628'211U;
    }
    return hash;
}

/// In a forest two paths that meet stay together, so lengths and phases say it all.
CordPlanner::Shape &CordPlanner::shapeOfPlugs() {
    m_key.clear();
    for (std::size_t i = 0; i < m_plugs.size(); ++i) {
        m_key.push_back(phaseOf(*m_plugs[i].offer->bank));
        m_key.push_back(static_cast<int>(m_plugs[i].path.size()));
        for (std::size_t j = 0; j < i; ++j) {
            m_key.push_back(static_cast<int>(sharedLength(m_plugs[i].path, m_plugs[j].path)));
        }
    }
    const auto known = m_shapes.find(m_key);
    return known != m_shapes.end() ? known->second : m_shapes.emplace(m_key, workOut()).first->second;
}

CordPlanner::Shape CordPlanner::workOut() const {
    std::vector<Cord> cords;
    for (const auto &plug : m_plugs) {
        cords.push_back({m_others.idOf(plug.offer->bank->node), plug.outlet, plug.offer->bank->phases});
    }
    const auto spotOf = [this](int node) {
        for (std::size_t cord = 0; cord < m_plugs.size(); ++cord) {
            const auto path = m_plugs[cord].path;
            if (const auto found = std::ranges::find(path, node); found != path.end()) {
                return Spot{cord, static_cast<std::size_t>(found - path.begin())};
            }
        }
        return Spot{};
    };
    Shape shape;
    const auto &item = m_tried.item;
    if (item.draw) {
        for (auto &charge : powerCharges(m_others, *item.draw, item.powerFactorPermille, cords)) {
            Asked asked;
            asked.at = spotOf(charge.node);
            for (const auto &extra : charge.extras) {
                asked.sources.push_back(spotOf(m_others.indexOf(extra.source)));
            }
            asked.charge = std::move(charge);
            shape.asked.push_back(std::move(asked));
        }
    }
    for (const auto &plug : m_plugs) {
        const int own = plug.path.front();
        const auto asked = std::ranges::find(shape.asked, own, [](const Asked &one) { return one.charge.node; });
        shape.atCord.push_back(static_cast<std::size_t>(asked - shape.asked.begin()));
        shape.living.push_back(fewestLiving(m_others, cords, own).cords);
    }
    for (const int node : m_plugs.front().path) {
        const bool all = std::ranges::all_of(
            m_plugs, [node](const Plug &plug) { return std::ranges::find(plug.path, node) != plug.path.end(); });
        if (all) {
            shape.shared.push_back(spotOf(node));
        }
    }
    return shape;
}

/// Asks the node that stands there now, if it is another one than the last time, or if something was reserved since.
void CordPlanner::ask(Asked &asked) {
    const int at = node(asked.at);
    bool same = asked.charge.node == at && asked.reservations == m_headroom.reservations();
    asked.charge.node = at;
    for (std::size_t i = 0; i < asked.sources.size(); ++i) {
        const NodeId source = m_others.idOf(node(asked.sources[i]));
        same = same && asked.charge.extras[i].source == source;
        asked.charge.extras[i].source = source;
    }
    if (!same) {
        asked.reservations = m_headroom.reservations();
        asked.verdict = m_headroom.verdict(asked.charge);
        asked.permilleLeft.reset();
        asked.reasons.reset();
    }
}

void CordPlanner::writeCords() {
    m_tried.cords.clear();
    m_tried.cords.reserve(m_plugs.size());
    for (const auto &plug : m_plugs) {
        m_tried.cords.push_back({m_others.idOf(plug.offer->bank->node), plug.outlet, plug.offer->bank->phases});
    }
}

/// P7, as checkSides() has it: all cords hang on one of the sides that the rack declares.
bool CordPlanner::sharesASide(const Shape &shape) const {
    if (m_cords < 2 || shape.shared.empty()) {
        return false;
    }
    const int lowest = node(shape.shared.front());
    if (m_others.rackOf(lowest) == m_tried.rack) {
        return m_others.isOneSide(lowest);
    }
    const auto &sides = m_others.rack(m_tried.rack)->sides;
    return sides.size() > 1 && std::ranges::any_of(shape.shared, [&](const Spot &spot) {
               return sides.contains(m_others.node(node(spot)).side);
           });
}

/// How many of the rules that cordMisfits() has these cords break. P1 is none of them: each offer suits.
std::size_t CordPlanner::rulesBroken(const Shape &shape) {
    const auto &item = m_tried.item;
    std::size_t broken = 0;
    for (std::size_t i = 0; i < m_plugs.size() && item.draw; ++i) {
        const auto &bank = *m_plugs[i].offer->bank;
        const std::int64_t phases = bank.phase == &Load::main ? 3 : 1;
        const auto requested =
            ceilDivide(item.draw->milliwatts * 1000, phases * shape.living[i] * item.powerFactorPermille);
        broken += requested > std::int64_t{bank.maxMilliampere} * m_others.node(bank.node).voltsToNeutral;
    }
    broken += sharesASide(shape) ? 1 : 0;
    if (item.availabilityClass) {
        writeCords();
        broken += checkAvailability(m_others, m_tried).size();
    }
    return broken;
}

/// nullptr: these cords break something; the reasons are told if they are fewer than `fewest`.
std::optional<CordPlan> CordPlanner::take(Shortfalls *reasons, std::optional<std::size_t> fewest) {
    auto &shape = shapeOfPlugs();
    const auto broken = rulesBroken(shape);
    if (broken > 0 && !reasons) {
        return std::nullopt;
    }
    auto verdict = Headroom::Verdict::Admits;
    for (auto asked = shape.asked.begin(); asked != shape.asked.end() && verdict != Headroom::Verdict::Refuses;
         ++asked) {
        ask(*asked);
        verdict = std::max(verdict, asked->verdict);
    }
    const bool admitted = verdict == Headroom::Verdict::Admits;
    if (admitted && broken == 0) {
        return scored(shape);
    }
    if (verdict == Headroom::Verdict::Refuses) {
        for (const auto &plug : m_plugs) {
            m_hopeless.push_back(plug.path.front());
        }
    }
    const auto atLeast = broken + (admitted ? 0 : 1);
    if (!reasons || (fewest && atLeast >= *fewest)) {
        return std::nullopt;
    }
    for (auto &asked : shape.asked) {
        ask(asked);
        if (!asked.reasons) {
            m_headroom.explain(asked.charge, asked.reasons.emplace());
        }
        reasons->insert(reasons->end(), asked.reasons->begin(), asked.reasons->end());
    }
    if (broken > 0) {
        writeCords();
        for (auto &misfit : cordMisfits(m_others, m_tried)) {
            reasons->push_back(std::move(misfit.shortfall));
        }
    }
    return std::nullopt;
}

/// Whether cords on the same nodes were refused, whatever their phases.
bool CordPlanner::isHopeless() const {
    for (std::size_t first = 0; first < m_hopeless.size(); first += m_cords) {
        const auto nodes = std::span(m_hopeless).subspan(first, m_cords);
        if (std::ranges::equal(m_plugs, nodes, {}, [](const Plug &plug) { return plug.path.front(); })) {
            return true;
        }
    }
    return false;
}

CordPlan CordPlanner::scored(Shape &shape) {
    CordPlan plan;
    for (auto &asked : shape.asked) {
        if (!asked.permilleLeft) {
            asked.permilleLeft = m_headroom.permilleLeft(asked.charge);
        }
        plan.headroom = std::min(plan.headroom, *asked.permilleLeft);
        if (m_others.rackOf(asked.charge.node) == m_tried.rack && m_headroom.isLimited(asked.charge.node)) {
            plan.rackLeft = std::min(plan.rackLeft.value_or(1000), *asked.permilleLeft);
        }
    }
    for (std::size_t i = 0; i < m_plugs.size() && !shape.asked.empty(); ++i) {
        const auto &charge = shape.asked[shape.atCord[i]].charge;
        plan.phases = std::min(plan.phases, phaseScore(m_plugs[i].offer->carried + charge.normal));
    }
    writeCords();
    plan.cords = std::move(m_tried.cords);
    return plan;
}

std::optional<CordPlan> CordPlanner::plan(const Booking &booking, const std::set<OutletId> &taken,
                                          Shortfalls *reasons) {
    if (m_cords == 0) {
        return CordPlan();
    }
    m_tried.rack = booking.rack;
    m_tried.room = booking.room;
    m_tried.during = booking.during;
    m_taken = &taken;
    lookAt(booking);
    if (plugFirst()) {
        if (auto plan = take(nullptr, {})) {
            return plan;
        }
    }
    m_hopeless.clear();
    std::erase_if(m_offers, [this](Offer &offer) { return findFree(offer, 1) == 0; });
    auto missing = missingOutlets(booking);
    if (missing.empty()) {
        std::optional<Shortfalls> fewest;
        const auto choices = inTurn();
        std::vector<std::size_t> at(choices.size(), 0);
        int tries = 0;
        do {
            if (!plug(at, choices) || isHopeless()) {
                continue;
            }
            Shortfalls broken;
            const auto toBeat = fewest ? std::optional(fewest->size()) : std::nullopt;
            if (auto plan = take(reasons ? &broken : nullptr, toBeat)) {
                return plan;
            }
            if (!broken.empty() && (!fewest || broken.size() < fewest->size())) {
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
            if (plug(at, choices) && !isHopeless()) {
                if (auto plan = take(nullptr, {})) {
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

} // namespace polder
