#include "model/engine/moves.h"

#include "model/engine/additions.h"
#include "model/engine/checks.h"
#include "model/engine/cords.h"
#include "model/engine/whatif.h"

#include <algorithm>
#include <array>
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

} // namespace

MoveVerdict checkMoves(const Estate &estate, std::span<const PlannedMove> moves, Day from, std::stop_token stop) {
    const Snapshot &snapshot = estate.snapshot();
    std::vector<PlacementId> moving;
    for (const PlannedMove &move : moves) {
        moving.push_back(move.placement);
    }
    MoveVerdict verdict;
    auto others = std::make_unique<const Estate>(withoutPlacements(snapshot, moving));
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
        Booking booking = bookingOf(after, *device, snapshot);
        booking.replaces = before->id;
        Shortfalls lacking;
        if (move.rack != before->rack) {
            Headroom headroom(*others, estate, booking.during);
            CordPlanner planner(*others, headroom, booking.item);
            booking.cords.clear();
            if (const auto plan = planner.plan(booking, {}, &lacking)) {
                booking.cords = plan->cords;
                lacking.clear();
            }
        }
        for (const Shortfalls &some : {lacking, checkBooking(*others, estate, booking)}) {
            std::ranges::copy_if(some, std::back_inserter(verdict.shortfalls), [&](const Shortfall &one) {
                return std::ranges::find(verdict.shortfalls, one) == verdict.shortfalls.end();
            });
        }
        lookAtLeft(*others, estate, booking, verdict);
        verdict.cords.push_back(booking.cords);
        if (&move != &moves.back()) {
            others = std::make_unique<const Estate>(withBookings(*others, std::array{booking}));
        }
    }
    return verdict;
}

} // namespace polder
