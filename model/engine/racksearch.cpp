#include "model/engine/racksearch.h"

#include "model/engine/checks.h"
#include "model/engine/fit.h"
#include "model/engine/ports.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace polder {

namespace {

const std::array<QString, 2> faces{u"front"_qs, u"rear"_qs};
const std::array<QString, 3> halves{u"full"_qs, u"left"_qs, u"right"_qs};

int permilleLeft(std::int64_t limit, std::int64_t load) {
    return limit == 0 ? 0 : static_cast<int>(std::clamp<std::int64_t>((limit - load) * 1000 / limit, 0, 1000));
}

} // namespace

RackSearch::RackSearch(const Estate &others, const Estate &now, const Wanted &wanted)
    : m_others(others)
    , m_now(now)
    , m_wanted(wanted)
    , m_headroom(others, now, wanted.during)
    , m_cords(others, m_headroom, wanted.item)
    , m_weights(others.snapshot().policy.scoreWeights)
    , m_directed(isDirected(wanted.item.airflow)) {
    m_asked.item = wanted.item;
    m_asked.owner = wanted.owner;
    m_asked.during = wanted.during;
    if (others.snapshot().policy.scoreWeights.affinity > 0) {
        findKin();
    }
}

/// Racks of one depth ask for the same, whichever they are.
const OccupiedBox &RackSearch::likeIn(const Rack &rack, const QString &face, const QString &half) {
    const auto at = (&face - faces.data()) * std::ssize(halves) + (&half - halves.data());
    auto &like = m_likes[static_cast<std::size_t>(at)];
    if (!like || like->usableDepth != rack.usableDepth) {
        like = {rack.usableDepth,
                boxAt(m_wanted.item, rack, m_others.snapshot().policy, {}, face, half, m_wanted.during)};
    }
    return like->box;
}

RackSearch::Opening RackSearch::opening(const Rack &rack, std::span<const OccupiedBox> boxes, const QString &face,
                                        const QString &half) {
    const auto &item = m_wanted.item;
    const auto &like = likeIn(rack, face, half);
    Opening opening{&face, &half, freeUnits(rack, boxes, like), {}};
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
void RackSearch::open(const Rack &rack, int *longest) {
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
    const auto goesAgainst = [this] { return m_directed && !checkAirflow(m_others, m_asked).empty(); };
    const bool turned = goesAgainst();
    for (const auto &face : turned ? std::span(faces).last(1) : std::span(faces)) {
        m_asked.face = face;
        if (!m_openings.empty() || (&face == &faces[1] && !turned && goesAgainst())) {
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
Shortfall RackSearch::noOpening(const Rack &rack, int longest) const {
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

/// What stands above several racks says the same to all of them.
void RackSearch::explain(const NodeCharge &charge, Shortfalls &reasons) {
    if (m_others.rackOf(charge.node) == m_asked.rack) {
        m_headroom.explain(charge, reasons);
        return;
    }
    if (m_reasonsAt != m_headroom.reservations()) {
        m_reasons.clear();
        m_reasonsAt = m_headroom.reservations();
    }
    const auto [known, isNew] = m_reasons.try_emplace(charge.node);
    if (isNew) {
        m_headroom.explain(charge, known->second);
    }
    reasons.insert(reasons.end(), known->second.begin(), known->second.end());
}

/// Mass, heat, water and network ports.
void RackSearch::loadRack(const Rack &rack, Shortfalls *reasons) {
    m_loaded.tightest = 1000;
    m_loaded.rack.clear();
    const auto ask = [&](int node, std::int64_t amount, const QString &rule, const QString &unit) {
        if (amount <= 0 || (m_loaded.tightest < 0 && !reasons)) {
            return;
        }
        const auto charge = chargeOn(node, amount);
        const bool admitted = charge && m_headroom.admits(*charge);
        if (admitted) {
            const int left = m_headroom.permilleLeft(*charge);
            m_loaded.tightest = std::min(m_loaded.tightest, left);
            if ((rule == u"S3" || rule == u"C1") && m_headroom.isLimited(charge->node)) {
                m_loaded.rack.push_back({left, left});
            }
            return;
        }
        m_loaded.tightest = -1;
        if (reasons && charge) {
            explain(*charge, *reasons);
        } else if (reasons) {
            reasons->push_back(unknownLimit(m_others, rack.id, rule, amount, unit, m_wanted.during.from));
        }
    };
    const auto &item = m_wanted.item;
    ask(m_others.massNode(rack.id), item.weight ? item.weight->grams : 0, u"S3"_qs, u"g"_qs);
    ask(m_others.heatNode(rack.id), item.draw ? item.draw->milliwatts : 0, u"C1"_qs, u"mW"_qs);
    if (const int floor = m_others.floorNode(rack.id); floor >= 0) {
        ask(floor, item.weight ? item.weight->grams : 0, u"S4"_qs, u"g"_qs);
    }
    if (const int zone = m_others.zoneNode(rack.id); zone >= 0) {
        ask(zone, heatToAir(item).milliwatts, u"C2"_qs, u"mW"_qs);
    }
    if (const int loop = item.waterFlow ? m_others.loopNode(rack.id) : -1; loop >= 0) {
        ask(loop, *item.waterFlow, u"C7"_qs, u"ml/min"_qs);
    }
    for (const auto &ports : portCharges(m_others, rack.id, {}, item.ports)) {
        if (ports.node >= 0) {
            ask(ports.node, ports.count, {}, {});
            continue;
        }
        auto unknown = unknownPorts(m_others, rack.id, {}, ports, m_wanted.during.from);
        m_loaded.tightest = unknown.empty() ? m_loaded.tightest : -1;
        if (reasons) {
            std::ranges::move(unknown, std::back_inserter(*reasons));
        }
    }
}

AgreementCheck *RackSearch::agreementAt(const Site *site) {
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

std::optional<Proposal> RackSearch::ask(const Rack &rack, Shortfalls *reasons) {
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
        if (item.inletMin || item.inletMax) {
            m_knowsSetpoints = m_knowsSetpoints && knowsSetpoint(m_others, m_asked);
        }
    }
    if (goesOn()) {
        loadRack(rack, reasons);
        fits = fits && m_loaded.tightest >= 0;
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
    best.scores.set(Term::Phases, cords->phases);
    best.scores.set(Term::Headroom, std::min(m_loaded.tightest, cords->headroom));
    m_left.assign(1, {}); // its units come first, as each opening has them
    m_left.insert(m_left.end(), m_loaded.rack.begin(), m_loaded.rack.end());
    if (cords->rackLeft) {
        m_left.push_back({*cords->rackLeft, *cords->rackLeft});
    }
    scorePlace(best.scores, rack);
    stand(best, rack);
    return best;
}

/// The terms that are the same all over the rack.
void RackSearch::scorePlace(Scores &scores, const Rack &rack) const {
    const auto *site = m_wanted.preferred ? m_others.site(rack.id) : nullptr;
    scores.set(Term::Affinity, affinity(rack));
    scores.set(Term::Site, !m_wanted.preferred || (site && site->id == m_wanted.preferred) ? 1000 : 0);
}

/// Of 1000 of the rack's units.
int RackSearch::unitsLeft(const Rack &rack, const Opening &place) const {
    const int left = place.free.count() - m_wanted.item.height.halfUnits;
    return std::max(left, 0) * 1000 / std::max(2 * rack.units, 1);
}

int RackSearch::airflowAt(const Rack &rack, const Opening &place) const {
    return m_directed ? airflowScore(m_others, rack.id, m_wanted.item.airflow, place.face == &faces[1]) : 1000;
}

/// In each gap the lowest position: any other breaks as much space and stands higher.
template <typename Visit>
void RackSearch::forEachGap(const Opening &place, const Visit &visit) const {
    const int step = m_wanted.item.height.halfUnits % 2 == 0 ? 2 : 1;
    const HuMask lowest = place.starts & ~place.starts.up(step);
    for (int bottom = lowest.next(0); bottom < HuMask::size; bottom = lowest.next(bottom + 1)) {
        visit(bottom);
    }
}

/// The best of these places, with what it scores.
void RackSearch::stand(Proposal &best, const Rack &rack) {
    const int height = m_wanted.item.height.halfUnits;
    int bestTotal = -1;
    for (const auto &place : m_openings) {
        Scores scores = best.scores;
        const int left = unitsLeft(rack, place);
        m_left.front() = {left, left};
        scores.set(Term::Stranded, strandedScore(m_left));
        scores.set(Term::Airflow, airflowAt(rack, place));
        forEachGap(place, [&](int bottom) {
            scores.set(Term::Space, spaceScore(place.free, bottom, height));
            scores.set(Term::Low, lowScore(rack, bottom, height, m_wanted.item.weight));
            scores.weigh(m_weights);
            if (scores.total() > bestTotal) {
                bestTotal = scores.total();
                best.position = {bottom};
                best.face = *place.face;
                best.half = *place.half;
                best.starts = place.starts;
                best.scores = scores;
            }
        });
    }
}

/// Equipment that it belongs to: of its system, else its project, else its owner.
void RackSearch::findKin() {
    const auto &kin = m_others.kin();
    auto places = m_wanted.item.system ? kin.of(m_wanted.item.system) : std::span<const Kin::Place>();
    if (places.empty() && !m_wanted.project.isEmpty()) {
        places = kin.of(m_wanted.project);
    }
    if (places.empty() && m_wanted.owner) {
        places = kin.of(m_wanted.owner);
    }
    for (const auto &place : places) {
        if (!place.during.overlaps(m_wanted.during)) {
            continue;
        }
        if (m_kinRacks.empty()) {
            m_kinRacks.resize(m_others.racks().size());
        }
        m_kinRacks[static_cast<std::size_t>(place.rack)] = true;
    }
    std::size_t at = 0;
    for (const auto &rack : m_others.racks()) {
        if (m_kinRacks.empty() || !m_kinRacks[at++]) {
            continue;
        }
        const auto *site = m_others.site(rack.id);
        const auto note = [](auto &ids, auto id) {
            if (ids.empty() || ids.back() != id) { // neighbours are mostly of one row
                ids.push_back(id);
            }
        };
        if (rack.row) {
            note(m_kinRows, rack.row);
        }
        note(m_kinRooms, rack.room);
        note(m_kinSites, site ? site->id : SiteId());
    }
    const auto tidy = [](auto &ids) {
        std::ranges::sort(ids);
        ids.erase(std::ranges::unique(ids).begin(), ids.end());
    };
    tidy(m_kinRows);
    tidy(m_kinRooms);
    tidy(m_kinSites);
}

int RackSearch::affinity(const Rack &rack) const {
    if (m_kinRacks.empty() || m_kinRacks[static_cast<std::size_t>(m_others.placeOf(rack.id))]) {
        return 1000;
    }
    const auto *site = m_others.site(rack.id);
    return rack.row && std::ranges::binary_search(m_kinRows, rack.row) ? 750
           : std::ranges::binary_search(m_kinRooms, rack.room)         ? 500
           : site && std::ranges::binary_search(m_kinSites, site->id)  ? 250
                                                                       : 0;
}

/// nullopt: none holds it all the time.
std::optional<std::int64_t> RackSearch::oneLimit(int node) const {
    const auto &steady = m_others.steady(node);
    return &m_others == &m_now && steady.during.covers(m_wanted.during) ? std::optional(steady.limit) : std::nullopt;
}

/// A node that changes its limit or is not there all the time tells nothing at a first look, and neither does one of
/// which a booking is replaced: that may load it again, also above a limit.
RackSearch::Look RackSearch::lookAt(int node, std::int64_t amount) const {
    const auto limit = oneLimit(node);
    if (!limit) {
        return {};
    }
    const auto peak = m_others.peakBounds(node, m_wanted.during);
    // "Never worse": what is above its limit may stay there, but takes nothing new.
    return {peak.least + amount > *limit,
            Left{permilleLeft(*limit, peak.most + amount), permilleLeft(*limit, peak.least + amount)}};
}

/// By what is the same for many racks: the agreement, and what cools the zone.
const RackSearch::Sure &RackSearch::sureOf(const Rack &rack) {
    const auto *site = m_others.site(rack.id);
    const int zone = m_others.zoneNode(rack.id);
    if (!m_sure || m_sure->site != site || m_sure->zone != zone) {
        auto *agreement = agreementAt(site);
        const auto heat = heatToAir(m_wanted.item).milliwatts;
        const auto charge = heat > 0 ? chargeOn(zone, heat) : std::nullopt;
        m_sure = {site, zone, (agreement && !agreement->admits()) || (charge && !m_headroom.admits(*charge)),
                  charge ? m_headroom.permilleLeft(*charge) : 1000};
    }
    return *m_sure;
}

/// What the scarcest of the nodes from this one up to its supply would have left if one cord hung below it.
int RackSearch::leftAbove(int node) {
    m_leftAbove.resize(m_others.nodeCount(), -1);
    if (m_leftAbove[node] >= 0) {
        return m_leftAbove[node];
    }
    int left = 1000;
    const auto path = m_others.path(node);
    auto known = path.begin();
    while (known != path.end() && m_leftAbove[*known] < 0) {
        ++known;
    }
    left = known == path.end() ? left : m_leftAbove[*known];
    while (known != path.begin()) { // the supply first: what one has left cannot be more than what those above it have
        const int above = *--known;
        const auto amount = m_wanted.item.draw->milliwatts / *m_wanted.item.cords;
        const auto limit = oneLimit(above);
        left = std::min(left, limit ? permilleLeft(*limit, m_others.peak(above, m_wanted.during) + amount) : 1000);
        m_leftAbove[above] = left;
    }
    return left;
}

/// The headroom score can be no more, by what many racks share. Two cords are below two of the rack's nodes, or both
/// below one.
int RackSearch::mostAbove(const Rack &rack) {
    const auto &item = m_wanted.item;
    const int left = sureOf(rack).left;
    if (!item.draw || item.draw->milliwatts == 0 || item.cords.value_or(0) < 1) {
        return left;
    }
    int first = 0, second = 0, both = 0;
    for (const int node : m_others.powerNodes(rack.id)) {
        const int parent = m_others.parentOf(node);
        const int one = parent >= 0 ? leftAbove(parent) : 1000;
        second = std::max(second, std::min(first, one));
        first = std::max(first, one);
        both = item.cords == 2 && !m_others.isOneSide(node) ? std::max(both, one) : both;
    }
    return std::min(left, item.cords == 2 ? std::max(second, both) : first);
}

/// The headroom score can be no more; less than 0: the rack takes no such load.
int RackSearch::mostLeft(const Rack &rack) {
    const auto &item = m_wanted.item;
    int most = 1000;
    bool refuses = false;
    const auto ask = [&](int node, std::int64_t amount) {
        if (node < 0 || amount <= 0) {
            return;
        }
        const auto look = lookAt(node, amount);
        refuses = refuses || look.refuses;
        most = std::min(most, look.left.value_or(Left{}).most);
        m_left.push_back(look.left.value_or(Left{}));
    };
    ask(m_others.massNode(rack.id), item.weight ? item.weight->grams : 0);
    ask(m_others.heatNode(rack.id), item.draw ? item.draw->milliwatts : 0);
    if (item.draw && item.cords.value_or(0) > 0) {
        const int cords = mostForCords(rack);
        refuses = refuses || cords < 0;
        most = std::min(most, cords);
        m_left.push_back({0, std::max(cords, 0)});
    }
    return refuses ? -1 : most;
}

/// Two cords are on two of the rack's nodes, or both on one; of more cords nothing is promised but the share of one.
int RackSearch::mostForCords(const Rack &rack) {
    const auto &item = m_wanted.item;
    const int cords = *item.cords;
    if (item.draw->milliwatts == 0) {
        return 1000; // loads nothing, also what is above its limit
    }
    int first = -1, second = -1, both = -1; // best, second best, and best with both cords
    for (const int node : m_others.powerNodes(rack.id)) {
        const auto most = [&](std::int64_t amount) {
            const auto look = lookAt(node, amount);
            return look.refuses ? -1 : look.left.value_or(Left{}).most;
        };
        const int one = most(item.draw->milliwatts / cords);
        second = std::max(second, std::min(first, one));
        first = std::max(first, one);
        both = cords == 2 && !m_others.isOneSide(node) ? std::max(both, most(item.draw->milliwatts)) : both;
    }
    return cords == 2 ? std::max(second, both) : first;
}

/// Likewise of the nodes on which outlets hang, each cord on the phase that is best for it.
int RackSearch::bestPhases(const Rack &rack) {
    const auto &item = m_wanted.item;
    const int cords = item.cords.value_or(0);
    if (!item.draw || cords < 1 || cords > 2 || !m_others.isSinglePhase(rack.id)) {
        return 1000;
    }
    const std::int64_t share = item.draw->milliwatts * 1000 / (std::int64_t{item.powerFactorPermille} * cords);
    // The best that so many cords on single phases can make of it; three phases at once change less.
    const auto best = [share](const Load &load, int count) {
        std::array<std::int64_t, 3> lines{load.l1, load.l2, load.l3};
        const std::int64_t sum = lines[0] + lines[1] + lines[2] + count * (share + 1);
        for (int cord = 0; cord < count; ++cord) {
            *std::ranges::min_element(lines) += share;
        }
        const std::int64_t beyond = 3 * std::ranges::max(lines) - sum;
        return sum <= 0 ? 1000 : static_cast<int>(1000 - std::max<std::int64_t>(beyond, 0) * 1000 / (2 * sum));
    };
    int first = 0, second = 0, both = 0;
    for (const int node : m_others.bankNodes(rack.id)) {
        const Load load = m_headroom.phases(node);
        const int one = best(load, 1);
        second = std::max(second, std::min(first, one));
        first = std::max(first, one);
        both = cords == 2 && !m_others.isOneSide(node) ? std::max(both, best(load, 2)) : both;
    }
    return cords == 2 ? std::max(second, both) : first;
}

std::optional<RackSearch::Promise> RackSearch::promise(const Rack &rack) {
    m_asked.rack = rack.id;
    if (!rack.during.covers(m_wanted.during) || sureOf(rack).refuses) {
        return std::nullopt;
    }
    open(rack);
    if (m_openings.empty()) {
        return std::nullopt;
    }
    const int height = m_wanted.item.height.halfUnits;
    Left units{1000, 0};
    int placed = 0; // of the terms that follow from the place alone
    Scores scores;
    scorePlace(scores, rack);
    for (const auto &place : m_openings) {
        const int left = unitsLeft(rack, place);
        units = {std::min(units.least, left), std::max(units.most, left)};
        scores.set(Term::Airflow, airflowAt(rack, place));
        const int same = m_weights.sum(scores);
        forEachGap(place, [&](int bottom) {
            const int space = m_weights.of(Term::Space) * spaceScore(place.free, bottom, height);
            const int low = m_weights.of(Term::Low) * lowScore(rack, bottom, height, m_wanted.item.weight);
            placed = std::max(placed, same + space + low);
        });
    }
    m_left.assign(1, units);
    const int left = mostLeft(rack);
    if (left < 0) {
        return std::nullopt;
    }
    scores = {};
    scores.set(Term::Headroom, std::min(left, mostAbove(rack)));
    scores.set(Term::Phases, 1000);
    scores.set(Term::Stranded, strandedScore(m_left));
    Promise promise{&rack, rack.id};
    promise.sum = placed + m_weights.sum(scores);
    promise.total = m_weights.mean(promise.sum);
    return promise;
}

void RackSearch::lookCloser(Promise &promise) {
    promise.closer = true;
    promise.sum -= m_weights.of(Term::Phases) * (1000 - bestPhases(*promise.rack));
    promise.total = m_weights.mean(promise.sum);
}

void RackSearch::take(const Proposal &proposal, const Envelope &item) {
    m_sure.reset();
    m_leftAbove.clear();
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
        reserve(chargeOn(m_others.massNode(rack->id), item.weight->grams));
        reserve(chargeOn(m_others.floorNode(rack->id), item.weight->grams));
    }
    if (item.draw) {
        reserve(chargeOn(m_others.heatNode(rack->id), item.draw->milliwatts));
        reserve(chargeOn(m_others.zoneNode(rack->id), heatToAir(item).milliwatts));
        for (const auto &charge : powerCharges(m_others, *item.draw, item.powerFactorPermille, proposal.cords)) {
            m_headroom.reserve(charge);
        }
    }
    if (item.waterFlow) {
        reserve(chargeOn(m_others.loopNode(rack->id), *item.waterFlow));
    }
    for (const auto &ports : portCharges(m_others, rack->id, {}, item.ports)) {
        reserve(chargeOn(ports.node, ports.count));
    }
    const auto *site = m_others.site(rack->id);
    if (!agreementAt(site)) {
        return;
    }
    // What one agreement allows it allows at all sites of its host together.
    const auto charges =
        agreementCharges(m_others, *site, m_wanted.owner, item, m_wanted.during).value_or(std::vector<LineCharge>());
    for (const auto &any : m_others.snapshot().sites) {
        agreementAt(&any)->reserve(charges);
    }
}

} // namespace polder
