#include "model/engine/moves.h"

#include "model/engine/additions.h"
#include "model/engine/checks.h"
#include "model/engine/cords.h"
#include "model/engine/pieces.h"
#include "model/engine/together.h"
#include "model/engine/whatif.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <set>

namespace polder {

namespace {

/// The tightest of the limits that a booking loads, with what it asks of them.
void lookAtLeft(const Estate &others, const Estate &now, const Booking &booking, MoveVerdict &verdict) {
    Headroom headroom(others, now, booking.during);
    std::vector<NodeCharge> charges;
    if (booking.item.draw && !booking.cords.empty()) {
        charges = powerCharges(others, *booking.item.draw, booking.item.powerFactorPermille, booking.cords);
    }
    const std::array own{chargeOn(others.massNode(booking.rack), booking.item.weight.value_or(Mass{}).grams),
                         chargeOn(others.heatNode(booking.rack), heatToAir(booking.item).milliwatts)};
    for (const auto &charge : own) {
        if (charge) {
            charges.push_back(*charge);
        }
    }
    for (const NodeCharge &charge : charges) {
        if (!headroom.isLimited(charge.node)) {
            continue;
        }
        const int left = headroom.permilleLeft(charge);
        if (!verdict.left || left < *verdict.left) {
            verdict.left = left;
            verdict.tightest = others.nodeName(charge.node);
        }
    }
}

/// Cords for it, where it is not said into which outlets they go.
Shortfalls plugIn(const Estate &others, const Estate &now, Booking &booking) {
    Shortfalls lacking;
    Headroom headroom(others, now, booking.during);
    CordPlanner planner(others, headroom, booking.item);
    booking.cords.clear();
    if (const auto plan = planner.plan(booking, {}, &lacking)) {
        booking.cords = plan->cords;
        lacking.clear();
    }
    return lacking;
}

/// Ids from here on nothing has.
PlacementId endOf(const Snapshot &snapshot) {
    const auto &all = snapshot.placements;
    return {all.empty() ? 1 : all[all.size() - 1].id.value + 1};
}

/// Each reason once.
void add(const Shortfalls &some, Shortfalls &all) {
    std::ranges::copy_if(some, std::back_inserter(all),
                         [&](const Shortfall &one) { return std::ranges::find(all, one) == all.end(); });
}

MoveVerdict checkSpotAmong(const Estate &others, const Estate &now, const Wanted &wanted, const RackSpot &spot,
                           const std::stop_token &stop) {
    MoveVerdict verdict;
    const Estate *before = &others;
    std::unique_ptr<const Estate> stacked;
    for (int piece = 0; piece < wanted.count; ++piece) {
        if (stop.stop_requested() || !now.rack(spot.rack)) {
            verdict.cancelled = true;
            return verdict;
        }
        Booking booking;
        booking.item = wanted.item;
        booking.owner = wanted.owner;
        booking.during = wanted.during;
        booking.rack = spot.rack;
        booking.position = {spot.position.halfUnits + piece * wanted.item.height.halfUnits};
        booking.face = spot.face;
        booking.half = spot.half;
        const Shortfalls lacking = plugIn(*before, now, booking);
        add(lacking, verdict.shortfalls);
        add(checkBooking(*before, now, booking), verdict.shortfalls);
        lookAtLeft(*before, now, booking, verdict);
        verdict.cords.push_back(booking.cords);
        if (piece + 1 < wanted.count) {
            stacked = std::make_unique<const Estate>(withBookings(*before, std::array{booking}));
            before = stacked.get();
        }
    }
    return verdict;
}

/// How far a rack is from another: 0 the same row, 1 the room, 2 the data centre, 3 another one.
int distance(const Estate &estate, const Rack &from, RackId to) {
    const Rack *other = estate.rack(to);
    if (!other) {
        return 3;
    }
    return other->room == from.room                  ? (other->row == from.row ? 0 : 1)
           : estate.site(from.id) == estate.site(to) ? 2
                                                     : 3;
}

/// These positions, the nearest first.
std::vector<int> byDistance(const HuMask &starts, int from) {
    std::vector<int> all;
    for (int at = starts.next(0); at < HuMask::size; at = starts.next(at + 1)) {
        all.push_back(at);
    }
    std::ranges::stable_sort(all, {}, [from](int at) { return std::abs(at - from); });
    return all;
}

} // namespace

MoveVerdict checkRackSpot(const Estate &estate, const Wanted &wanted, const RackSpot &spot, std::stop_token stop) {
    if (wanted.replacing.empty()) {
        return checkSpotAmong(estate, estate, wanted, spot, stop);
    }
    const Estate others = withoutPlacements(estate, wanted.replacing);
    return checkSpotAmong(others, estate, wanted, spot, stop);
}

std::vector<NearSpot> nearestSpots(const Estate &estate, const Wanted &wanted, const RackSpot &spot, std::size_t count,
                                   std::stop_token stop) {
    constexpr std::size_t triesEachRack = 24; ///< of several pieces each has to be tried as a whole
    constexpr std::size_t otherRacks = 40;
    std::vector<NearSpot> near;
    const Rack *here = estate.rack(spot.rack);
    if (!here) {
        return near;
    }
    std::optional<Estate> without;
    if (!wanted.replacing.empty()) {
        without.emplace(withoutPlacements(estate, wanted.replacing));
    }
    const Estate &others = without ? *without : estate;
    const auto tryAt = [&](const Proposal &place, std::size_t most) {
        std::size_t tried = 0;
        std::size_t taken = 0;
        for (const int at : byDistance(place.starts, spot.position.halfUnits)) {
            const RackSpot there{place.rack, {at}, place.face, place.half};
            if (near.size() == count || taken == most || tried == triesEachRack || stop.stop_requested()) {
                return;
            }
            if (there.rack == spot.rack && there.position == spot.position) {
                continue;
            }
            ++tried;
            auto verdict = checkSpotAmong(others, estate, wanted, there, stop);
            if (verdict.fits() && !verdict.cancelled) {
                near.push_back({there, wanted.item.height, std::move(verdict.cords)});
                ++taken;
            }
        }
    };
    Wanted one = wanted;
    one.count = 1;
    one.rack = spot.rack;
    for (const Proposal &place : findSpace(estate, one, stop).proposals) {
        tryAt(place, count);
    }
    if (near.size() < count && !stop.stop_requested()) {
        one.rack = {};
        one.best = otherRacks;
        auto elsewhere = findSpace(estate, one, stop).proposals;
        std::erase_if(elsewhere, [&](const Proposal &place) { return place.rack == spot.rack; });
        std::ranges::stable_sort(elsewhere, {},
                                 [&](const Proposal &place) { return distance(estate, *here, place.rack); });
        for (const Proposal &place : elsewhere) {
            tryAt(place, 1);
        }
    }
    return near;
}

Wanted wantedOf(const RequestItem &item, const Snapshot &snapshot) {
    Wanted wanted;
    wanted.item = withEstimates(envelopeOf(item, snapshot), snapshot.policy);
    std::set<EquipmentId> come; // and need no place any more
    for (const Piece &piece : piecesOf(item.request, snapshot)) {
        if (piece.item->id == item.id && piece.placement->state != u"held" && piece.placement->state != u"released") {
            come.insert(piece.equipment->id);
        }
    }
    wanted.count = std::max(1, item.count - static_cast<int>(come.size()));
    if (const Request *asked = snapshot.requests.find(item.request)) {
        wanted.during = {std::max(asked->during.from, snapshot.today), asked->during.until};
        wanted.owner = asked->organisation;
        wanted.project = asked->project;
        wanted.preferred = asked->wishSite;
        wanted.redundant = asked->wishRedundant.value_or(false);
    }
    wanted.replacing = holdsOf(item, snapshot);
    return wanted;
}

Wanted wantedOf(const Placement &placement, const Equipment &equipment, const Snapshot &snapshot, Day from) {
    Wanted wanted;
    wanted.item = envelopeOf(equipment, placement, snapshot);
    wanted.during = {std::max(placement.during.from, from), placement.during.until};
    wanted.owner = equipment.owner;
    wanted.project = equipment.project;
    wanted.replacing = {placement.id};
    return wanted;
}

MoveVerdict checkMoves(const Estate &estate, std::span<const PlannedMove> moves, Day from, std::stop_token stop) {
    const Snapshot &snapshot = estate.snapshot();
    std::vector<PlacementId> moving;
    for (const PlannedMove &move : moves) {
        moving.push_back(move.placement);
    }
    MoveVerdict verdict;
    std::vector<Addition> changes;
    PlacementId next = endOf(snapshot);
    auto others = std::make_unique<const Estate>(withoutPlacements(estate, moving));
    for (const PlannedMove &move : moves) {
        if (stop.stop_requested()) {
            verdict.cancelled = true;
            return verdict;
        }
        const Placement *before = snapshot.placements.find(move.placement);
        const Equipment *device = before ? snapshot.equipment.find(before->equipment) : nullptr;
        if (!device || !estate.rack(move.rack)) { // it has gone since
            verdict.cancelled = true;
            return verdict;
        }
        Placement after = *before;
        after.during.from = std::max(before->during.from, from);
        after.rack = move.rack;
        after.position = move.position;
        after.face = move.face;
        after.half = move.half.isEmpty() ? before->half.text() : move.half;
        Booking booking = bookingOf(after, *device, snapshot);
        booking.replaces = before->id;
        const Shortfalls lacking = move.rack != before->rack ? plugIn(*others, estate, booking) : Shortfalls();
        add(lacking, verdict.shortfalls);
        after.outlets.clear();
        after.nodes.clear();
        for (const Cord &cord : booking.cords) {
            if (cord.outlet) {
                after.outlets.push_back(cord.outlet);
            } else {
                after.nodes.push_back(cord.node);
            }
        }
        if (before->during.from < after.during.from) { // what has begun ends, and goes on at the new place
            Placement ended = *before;
            ended.during.until = after.during.from;
            changes.push_back({*device, ended});
            after.id = next;
            ++next.value;
        }
        changes.push_back({*device, after});
        lookAtLeft(*others, estate, booking, verdict);
        verdict.cords.push_back(booking.cords);
        if (&move != &moves.back()) {
            others = std::make_unique<const Estate>(withBookings(*others, std::array{booking}));
        }
    }
    add(shortfallsOf(checkTogether(estate, changes)), verdict.shortfalls);
    return verdict;
}

} // namespace polder
