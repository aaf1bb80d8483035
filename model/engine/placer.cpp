#include "model/engine/placer.h"

#include "model/engine/agreement.h"
#include "model/engine/checks.h"
#include "model/engine/cords.h"
#include "model/engine/fit.h"
#include "model/engine/ports.h"
#include "model/engine/whatif.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace polder {

namespace {

/// How often a long search looks whether it is still wanted: racks between two looks.
constexpr std::size_t racksPerLook = 64;

/// A face and a half of the rack's width, with the half units that are free there.
struct Opening {
    QString face;
    QString half;
    HuMask free;
    HuMask starts;
};

/// Of 1000 parts of a node's limit at the start, what is left on its tightest day is no more, as a quick look tells.
/// Less than 0: it refuses. A node that no limit holds, or that changes its limit, promises all.
int mostLeft(const Estate &estate, int node, std::int64_t amount, Period during) {
    const auto limits = estate.limits(node);
    if (limits.size() != 1 || limits.front().from > during.from || !limits.front().normalMain) {
        return 1000;
    }
    const auto limit = *limits.front().normalMain;
    const auto peak = estate.peakWithin(node, during);
    if (peak + amount > limit) {
        // "Never worse": what is above its limit may stay there, but takes nothing new.
        return -1;
    }
    return limit == 0 ? 1000 : static_cast<int>((limit - peak - amount) * 1000 / limit);
}

/// One search: the racks are asked one after the other, and what the plan has already placed counts as taken.
class Search {
public:
    Search(const Estate &others, const Estate &now, const Wanted &wanted)
        : m_others(others)
        , m_now(now)
        , m_wanted(wanted)
        , m_headroom(others, now, wanted.during)
        , m_cords(others, m_headroom, wanted.item) {
        m_asked.item = wanted.item;
        m_asked.owner = wanted.owner;
        m_asked.during = wanted.during;
    }

    /// The best place in this rack. Without one all reasons are in `reasons`; who does not ask for them gets none, and
    /// sooner.
    [[nodiscard]] std::optional<Proposal> ask(const Rack &rack, Shortfalls *reasons);
    /// No place in this rack can score higher. nullopt: there is none, as a first look tells.
    [[nodiscard]] std::optional<int> promise(const Rack &rack);
    /// This place is taken by one of the items.
    void take(const Proposal &proposal);
    /// Whether of each rack that was asked somebody has said the set-point.
    [[nodiscard]] bool knowsSetpoints() const { return m_knowsSetpoints; }

private:
    void open(const Rack &rack, int *longest = nullptr);
    void stand(Proposal &best, const Rack &rack) const;
    [[nodiscard]] int mostHeadroom(const Rack &rack) const;
    [[nodiscard]] Shortfall noOpening(const Rack &rack, int longest) const;
    [[nodiscard]] Opening opening(const Rack &rack, std::span<const OccupiedBox> boxes, const QString &face,
                                  const QString &half) const;
    [[nodiscard]] int loadRack(const Rack &rack, Shortfalls *reasons);
    [[nodiscard]] AgreementCheck *agreementAt(const Site *site);

    const Estate &m_others;
    const Estate &m_now;
    const Wanted &m_wanted;
    Headroom m_headroom;
    CordPlanner m_cords;
    std::vector<Opening> m_openings; ///< of the rack that is looked at
    Booking m_asked;                 ///< of what is wanted, in the rack that is looked at
    bool m_knowsSetpoints = true;
    std::map<RackId, std::vector<OccupiedBox>> m_boxes; ///< of the plan
    std::set<OutletId> m_outlets;                       ///< of the plan
    std::map<SiteId, std::unique_ptr<AgreementCheck>> m_agreements;
};

Opening Search::opening(const Rack &rack, std::span<const OccupiedBox> boxes, const QString &face,
                        const QString &half) const {
    const auto &item = m_wanted.item;
    const auto like = boxAt(item, rack, m_others.snapshot().policy, {}, face, half, m_wanted.during);
    Opening opening{face, half, freeUnits(rack, boxes, like), {}};
    if (const auto planned = m_boxes.find(rack.id); planned != m_boxes.end()) {
        opening.free &= freeUnits(rack, planned->second, like);
    }
    if (item.height.halfUnits == 0) {
        opening.starts = HuMask::range(0, 1); // beside the rails: there is always a place, and it has no position
        return opening;
    }
    opening.starts = opening.free.runs(item.height.halfUnits);
    // Whole units stand on whole units; only what is half a unit high may stand between.
    if (item.height.halfUnits % 2 == 0) {
        opening.starts &= HuMask::wholeUnits();
    }
    return opening;
}

/// Of the first face that has any; `longest`: the longest run of half units that is free on one.
void Search::open(const Rack &rack, int *longest) {
    static const std::array<QString, 2> faces{u"front"_qs, u"rear"_qs};
    static const std::array<QString, 3> halves{u"full"_qs, u"left"_qs, u"right"_qs};
    const auto boxes = m_others.boxes(rack.id);
    m_openings.clear();
    const auto open = [&](const QString &face, const QString &half) {
        auto candidate = opening(rack, boxes, face, half);
        if (longest) {
            *longest = std::max(*longest, candidate.free.longestRun());
        }
        if (!candidate.starts.none()) {
            m_openings.push_back(std::move(candidate));
        }
    };
    // The rear only where the front has no place, and where a direction of the air does not ask for one of them: it
    // goes against the rack's on one face, never on both.
    m_asked.face = faces[0];
    const bool turned = !checkAirflow(m_others, m_asked).empty();
    for (const auto &face : turned ? std::span(faces).last(1) : std::span(faces)) {
        m_asked.face = face;
        if (!m_openings.empty() || (face == faces[1] && !turned && !checkAirflow(m_others, m_asked).empty())) {
            break;
        }
        for (const auto &half : m_wanted.item.halfWidth ? std::span(halves).last(2) : std::span(halves).first(1)) {
            open(face, half);
        }
    }
    m_asked.face = faces[turned ? 1 : 0];
}

/// As a booking of so many half units is told: what of them is taken, of what the rack has. What is left is what would
/// fit.
Shortfall Search::noOpening(const Rack &rack, int longest) const {
    const int height = m_wanted.item.height.halfUnits;
    const int most = std::min(height, 2 * rack.units);
    Shortfall shortfall;
    shortfall.rule = u"S1"_qs;
    shortfall.where = m_others.rackName(rack.id);
    shortfall.requested = height;
    shortfall.used = most - std::min(longest, height - 1);
    shortfall.capacity = most;
    shortfall.unit = u"hu"_qs;
    shortfall.date = m_wanted.during.from;
    return shortfall;
}

/// Mass, heat and network ports; returns how much of the tightest one is left, of 1000; less than 0: too little.
int Search::loadRack(const Rack &rack, Shortfalls *reasons) {
    int left = 1000;
    const auto ask = [&](const Node *node, std::int64_t amount, const QString &rule, const QString &unit) {
        if (amount <= 0 || (left < 0 && !reasons)) {
            return;
        }
        const auto charge = chargeOn(m_others, node, amount);
        const bool admitted = charge && m_headroom.admits(*charge);
        if (admitted) {
            left = std::min(left, m_headroom.permilleLeft(*charge));
            return;
        }
        left = -1;
        if (reasons && charge) {
            m_headroom.explain(*charge, *reasons);
        } else if (reasons) {
            reasons->push_back(unknownLimit(m_others, rack.id, rule, amount, unit, m_wanted.during.from));
        }
    };
    const auto &item = m_wanted.item;
    ask(m_others.massNode(rack.id), item.weight ? item.weight->grams : 0, u"S3"_qs, u"g"_qs);
    ask(m_others.heatNode(rack.id), item.draw ? item.draw->milliwatts : 0, u"C1"_qs, u"mW"_qs);
    if (const Node *floor = m_others.floorNode(rack.id)) {
        ask(floor, item.weight ? item.weight->grams : 0, u"S4"_qs, u"g"_qs);
    }
    if (const Node *zone = m_others.zoneNode(rack.id)) {
        ask(zone, heatToAir(item).milliwatts, u"C2"_qs, u"mW"_qs);
    }
    if (const Node *loop = m_others.loopNode(rack.id)) {
        ask(loop, item.waterFlow.value_or(0), u"C7"_qs, u"ml/min"_qs);
    }
    for (const auto &ports : portCharges(m_others, rack.id, item.ports)) {
        if (ports.node) {
            ask(ports.node, ports.count, {}, {});
            continue;
        }
        auto unknown = unknownPorts(m_others, rack.id, ports, m_wanted.during.from);
        left = unknown.empty() ? left : -1;
        if (reasons) {
            std::ranges::move(unknown, std::back_inserter(*reasons));
        }
    }
    return left;
}

AgreementCheck *Search::agreementAt(const Site *site) {
    if (!site || !m_wanted.owner) {
        return nullptr;
    }
    auto &check = m_agreements[site->id];
    if (!check) {
        check =
            std::make_unique<AgreementCheck>(m_others, m_now, *site, m_wanted.owner, m_wanted.item, m_wanted.during);
    }
    return check.get();
}

std::optional<Proposal> Search::ask(const Rack &rack, Shortfalls *reasons) {
    const auto &item = m_wanted.item;
    m_asked.rack = rack.id;
    if (!rack.during.covers(m_wanted.during)) {
        if (reasons) {
            *reasons = checkService(m_others, item, rack, m_wanted.during);
        }
        return std::nullopt;
    }
    // Each look is dearer than the one before; who asks for no reasons is told at the first that says no.
    bool fits = true;
    const auto goesOn = [&] { return fits || reasons; };
    int longest = 0;
    open(rack, reasons ? &longest : nullptr);
    if (m_openings.empty()) {
        fits = false;
        if (reasons) {
            reasons->push_back(noOpening(rack, longest));
        }
    }
    if (goesOn()) {
        for (auto &misfit : placeMisfits(m_others, m_asked)) {
            fits = false;
            if (reasons) {
                reasons->push_back(std::move(misfit.shortfall));
            }
        }
        m_knowsSetpoints = m_knowsSetpoints && knowsSetpoint(m_others, m_asked);
    }
    int headroom = 0;
    if (goesOn()) {
        headroom = loadRack(rack, reasons);
        fits = fits && headroom >= 0;
    }
    std::optional<CordPlan> cords;
    if (goesOn()) {
        cords = m_cords.plan(m_asked, m_outlets, reasons);
        fits = fits && cords;
    }
    if (auto *agreement = goesOn() ? agreementAt(m_others.site(rack.id)) : nullptr; agreement && !agreement->admits()) {
        fits = false;
        if (reasons) {
            agreement->explain(*reasons);
        }
    }
    if (!fits) {
        return std::nullopt;
    }

    Proposal best{rack.id, {}, item.height, {}, {}, std::move(cords->cords), {}, {}};
    best.scores.of(Term::Phases) = cords->phases;
    best.scores.of(Term::Headroom) = std::min(headroom, cords->headroom);
    stand(best, rack);
    return best;
}

/// The best of these places, with what it scores.
void Search::stand(Proposal &best, const Rack &rack) const {
    const int height = m_wanted.item.height.halfUnits;
    int bestTotal = -1;
    for (const auto &place : m_openings) {
        // In each gap the lowest position: any other breaks as much space and stands higher.
        const int step = height % 2 == 0 ? 2 : 1;
        const HuMask lowest = place.starts & ~place.starts.up(step);
        for (int bottom = lowest.next(0); bottom < HuMask::size; bottom = lowest.next(bottom + 1)) {
            Scores scores = best.scores;
            scores.of(Term::Space) = spaceScore(place.free, bottom, height);
            scores.of(Term::Low) = lowScore(rack, bottom, height, m_wanted.item.weight);
            if (scores.total() > bestTotal) {
                bestTotal = scores.total();
                best.position = {bottom};
                best.face = place.face;
                best.half = place.half;
                best.starts = place.starts;
                best.scores = scores;
            }
        }
    }
}

/// What the rack's own nodes have left, of 1000, can be no more; less than 0: they cannot take it.
int Search::mostHeadroom(const Rack &rack) const {
    const auto &item = m_wanted.item;
    const auto during = m_wanted.during;
    int most = 1000;
    if (&m_others != &m_now) {
        return most; // what a booking replaces it may load again, also above a limit
    }
    const auto ask = [&](const Node *node, std::int64_t amount) {
        if (node && amount > 0) {
            most = std::min(most, mostLeft(m_others, m_others.indexOf(node->id), amount, during));
        }
    };
    ask(m_others.massNode(rack.id), item.weight ? item.weight->grams : 0);
    ask(m_others.heatNode(rack.id), item.draw ? item.draw->milliwatts : 0);
    if (!item.draw || item.cords.value_or(0) == 0) {
        return most;
    }
    // Wherever the cords go, some rack PDU carries the share of one.
    int cords = -1;
    for (const int node : m_others.powerNodes(rack.id)) {
        cords = std::max(cords, mostLeft(m_others, node, item.draw->milliwatts / *item.cords, during));
    }
    return std::min(most, cords);
}

std::optional<int> Search::promise(const Rack &rack) {
    m_asked.rack = rack.id;
    if (!rack.during.covers(m_wanted.during)) {
        return std::nullopt;
    }
    open(rack);
    if (m_openings.empty()) {
        return std::nullopt;
    }
    const int headroom = mostHeadroom(rack);
    if (headroom < 0) {
        return std::nullopt;
    }
    Proposal best;
    best.scores.of(Term::Phases) = 1000;
    best.scores.of(Term::Headroom) = headroom;
    stand(best, rack);
    return best.scores.total();
}

void Search::take(const Proposal &proposal) {
    const auto &item = m_wanted.item;
    const auto *rack = m_others.snapshot().racks.find(proposal.rack);
    m_boxes[proposal.rack].push_back(boxAt(item, *rack, m_others.snapshot().policy, proposal.position, proposal.face,
                                           proposal.half, m_wanted.during));
    for (const auto &cord : proposal.cords) {
        m_outlets.insert(cord.outlet);
    }
    const auto reserve = [this](const std::optional<NodeCharge> &charge) {
        if (charge) {
            m_headroom.reserve(*charge);
        }
    };
    if (item.weight) {
        reserve(chargeOn(m_others, m_others.massNode(rack->id), item.weight->grams));
        reserve(chargeOn(m_others, m_others.floorNode(rack->id), item.weight->grams));
    }
    if (item.draw) {
        reserve(chargeOn(m_others, m_others.heatNode(rack->id), item.draw->milliwatts));
        reserve(chargeOn(m_others, m_others.zoneNode(rack->id), heatToAir(item).milliwatts));
        for (const auto &charge : powerCharges(m_others, *item.draw, item.powerFactorPermille, proposal.cords)) {
            m_headroom.reserve(charge);
        }
    }
    if (item.waterFlow) {
        reserve(chargeOn(m_others, m_others.loopNode(rack->id), *item.waterFlow));
    }
    for (const auto &ports : portCharges(m_others, rack->id, item.ports)) {
        reserve(chargeOn(m_others, ports.node, ports.count));
    }
    if (auto *agreement = agreementAt(m_others.site(rack->id))) {
        agreement->reserve();
    }
}

bool better(const Proposal &a, const Proposal &b) {
    const int left = a.scores.total();
    const int right = b.scores.total();
    return left != right ? left > right : a.rack < b.rack;
}

std::vector<Unchecked> notCheckedOf(const Wanted &wanted) {
    const auto &item = wanted.item;
    std::vector<Unchecked> left;
    const auto add = [&left](bool missing, Unchecked what) {
        if (missing) {
            left.push_back(what);
        }
    };
    add(!item.depth, Unchecked::Depth);
    add(!item.width, Unchecked::Width);
    add(!item.weight, Unchecked::Weight);
    add(!item.draw, Unchecked::Draw);
    add(!item.cords, Unchecked::Cords);
    add(item.cords && item.plug.isEmpty(), Unchecked::Plug);
    add(item.airflow.isEmpty(), Unchecked::Airflow);
    add(!item.inletMin && !item.inletMax, Unchecked::Inlet);
    add(item.dataClass.isEmpty(), Unchecked::DataClass);
    add(!item.availabilityClass, Unchecked::Availability);
    add(!wanted.owner, Unchecked::Agreement);
    return left;
}

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

/// The rack, row, room or data centre of a rack, as a number; a rack that stands in no row is a row of its own.
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

/// Places the items one by one. Only racks whose turn comes are asked again: a place rarely gets better by what is
/// placed elsewhere, so the best of the last answers stays the best if its new answer is no worse than the next.
std::vector<Proposal> planAll(Search &search, const Estate &estate, const Wanted &wanted, std::vector<Proposal> ranked,
                              std::stop_token stop) {
    std::vector<Proposal> plan;
    const auto worse = [](const Proposal &a, const Proposal &b) { return better(b, a); };
    std::ranges::make_heap(ranked, worse);
    while (std::ssize(plan) < wanted.count && !ranked.empty() && !stop.stop_requested()) {
        std::ranges::pop_heap(ranked, worse);
        const auto *rack = estate.rack(ranked.back().rack);
        ranked.pop_back();
        const auto part = partOf(estate, *rack, wanted.apart);
        const bool excluded =
            wanted.apart != Within::Anything && std::ranges::any_of(plan, [&](const Proposal &placed) {
                return partOf(estate, *estate.rack(placed.rack), wanted.apart) == part;
            });
        auto again = excluded ? std::nullopt : search.ask(*rack, nullptr);
        if (!again) {
            continue;
        }
        const bool next = ranked.empty() || !better(ranked.front(), *again);
        if (next) {
            search.take(*again);
            plan.push_back(*again);
        }
        ranked.push_back(std::move(*again));
        std::ranges::push_heap(ranked, worse);
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
        Search search(others, now, wanted);
        auto plan = planAll(search, others, wanted, group, stop);
        if (plan.size() > best.size() || (plan.size() == best.size() && sumOf(plan) > sumOf(best))) {
            best = std::move(plan);
        }
    }
    return best;
}

/// The best places of all racks, best first: those that promise most are asked first, until no other can do better.
std::vector<Proposal> bestOf(Search &search, const Table<Rack> &racks, std::size_t count,
                             const std::function<bool(const Rack &)> &isWanted) {
    struct Promise {
        int total;
        const Rack *rack;
        [[nodiscard]] auto rank() const { return std::pair(-total, rack->id); }
    };
    const auto later = [](const Promise &a, const Promise &b) { return b.rank() < a.rank(); };
    std::vector<Promise> promises;
    for (const auto &rack : racks) {
        if (const auto total = isWanted(rack) ? search.promise(rack) : std::nullopt) {
            promises.push_back({*total, &rack});
        }
    }
    std::ranges::make_heap(promises, later);
    std::vector<Proposal> best;
    while (!promises.empty()) {
        std::ranges::pop_heap(promises, later);
        const auto next = promises.back();
        promises.pop_back();
        if (best.size() == count && next.rank() > std::pair(-best.back().scores.total(), best.back().rack)) {
            break;
        }
        auto proposal = search.ask(*next.rack, nullptr);
        if (!proposal) {
            continue;
        }
        best.insert(std::ranges::upper_bound(best, *proposal, better), std::move(*proposal));
        best.resize(std::min(best.size(), count));
    }
    return best;
}

} // namespace

SearchResult findSpace(const Estate &estate, const Wanted &wanted, std::stop_token stop) {
    SearchResult result;
    result.notChecked = notCheckedOf(wanted);
    result.estimated = estimatedOf(wanted.item);
    result.singleCorded = wanted.redundant && wanted.item.cords == 1;

    std::optional<Estate> without;
    if (!wanted.replacing.empty()) {
        without.emplace(withoutPlacements(estate.snapshot(), wanted.replacing));
    }
    const Estate &others = without ? *without : estate;
    Search search(others, estate, wanted);

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
    const bool together = wanted.together != Within::Anything;
    result.plan = together ? planTogether(others, estate, wanted, result.proposals, stop)
                           : planAll(search, others, wanted, result.proposals, stop);
    if (std::ssize(result.plan) < wanted.count && !together) {
        eachRack([&](const Rack &rack, const std::optional<Proposal> &, std::vector<Shortfall> shortfalls) {
            result.full.push_back({rack.id, std::move(shortfalls)});
        });
    }
    result.cancelled = result.cancelled || stop.stop_requested();
    return result;
}

} // namespace polder
