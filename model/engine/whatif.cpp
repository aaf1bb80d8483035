#include "model/engine/whatif.h"

#include "model/engine/booking.h"
#include "model/engine/envelope.h"
#include "model/engine/estate.h"
#include "model/engine/floorplan.h"
#include "model/engine/ledgeredit.h"
#include "model/engine/loads.h"
#include "model/engine/slots.h"

#include <algorithm>
#include <tuple>

namespace polder {

namespace {

/// What is left of a period without another: before it and after it.
template <typename Row>
void keepOutside(const Row &row, Period gone, std::vector<Row> &kept) {
    for (const Period rest : {Period{row.during.from, std::min(row.during.until, gone.from)},
                              Period{std::max(row.during.from, gone.until), row.during.until}}) {
        if (!rest.empty()) {
            kept.push_back(row);
            kept.back().during = rest;
        }
    }
}

/// The rows that `isGone` names, in that period only.
template <typename Row, typename IsGone>
std::vector<Row> without(std::vector<Row> rows, Period gone, const IsGone &isGone) {
    std::vector<Row> kept;
    for (const auto &row : rows) {
        if (isGone(row)) {
            keepOutside(row, gone, kept);
        } else {
            kept.push_back(row);
        }
    }
    return kept;
}

/// Occupied boxes are merged, so the booking's own may be a part of one.
std::vector<OccupiedBox> cut(std::vector<OccupiedBox> boxes, const OccupiedBox &gone) {
    std::vector<OccupiedBox> kept;
    for (const auto &box : boxes) {
        const bool meets = box.rack == gone.rack && !box.blocked && box.depthFrom == gone.depthFrom &&
                           box.depthUntil == gone.depthUntil && box.widthFrom == gone.widthFrom &&
                           box.widthUntil == gone.widthUntil && box.huFrom < gone.huUntil &&
                           gone.huFrom < box.huUntil && box.during.overlaps(gone.during);
        if (!meets) {
            kept.push_back(box);
            continue;
        }
        auto below = box;
        below.huUntil = gone.huFrom;
        auto above = box;
        above.huFrom = gone.huUntil;
        auto within = box;
        within.huFrom = std::max(box.huFrom, gone.huFrom);
        within.huUntil = std::min(box.huUntil, gone.huUntil);
        if (below.huFrom < below.huUntil) {
            kept.push_back(below);
        }
        keepOutside(within, gone.during, kept);
        if (above.huFrom < above.huUntil) {
            kept.push_back(above);
        }
    }
    return kept;
}

/// One of the same shape, place and dates: which of two alike is all the same.
void takeAway(std::vector<FloorOccupied> &floor, const Placement &gone, const Envelope &item) {
    const auto shape = floorShape(item, gone.x, gone.y, gone.orientationDegrees);
    if (!shape) {
        return;
    }
    const auto corners = [](const PlanShape &of) {
        std::vector<std::int32_t> numbers;
        for (const auto &[x, y] : of) {
            numbers.insert(numbers.end(), {static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)});
        }
        return numbers;
    };
    const auto own = std::ranges::find_if(floor, [&](const FloorOccupied &one) {
        return one.room == gone.room && one.during == gone.during && one.footprint == corners(shape->footprint) &&
               one.clearance == corners(shape->clearance);
    });
    if (own != floor.end()) {
        floor.erase(own);
    }
}

} // namespace

Estate withoutPlacements(const Estate &estate, std::span<const PlacementId> placements) {
    const auto &snapshot = estate.snapshot();
    auto changed = std::make_shared<Snapshot>(snapshot);
    std::vector<OccupiedBox> boxes(snapshot.occupancy.begin(), snapshot.occupancy.end());
    std::vector<SlotUse> usedSlots(snapshot.slotUse.begin(), snapshot.slotUse.end());
    std::vector<BayUse> usedBays(snapshot.bayUse.begin(), snapshot.bayUse.end());
    std::vector<OutletUse> uses(snapshot.outletUse.begin(), snapshot.outletUse.end());
    std::vector<FloorOccupied> floor(snapshot.floorOccupancy.begin(), snapshot.floorOccupancy.end());
    LedgerEdit ledger;
    for (const auto id : placements) {
        const auto *placement = snapshot.placements.find(id);
        const auto *equipment = placement ? snapshot.equipment.find(placement->equipment) : nullptr;
        if (!equipment || !stands(*placement, snapshot)) {
            continue;
        }
        if (!placement->contested) {
            usedSlots = without(std::move(usedSlots), placement->during, [&](const SlotUse &use) {
                return use.rack == placement->rack && use.slot == placement->slot;
            });
            usedBays = without(std::move(usedBays), placement->during, [&](const BayUse &use) {
                return use.chassis == placement->chassis && use.bay == placement->bay;
            });
        }
        uses = without(std::move(uses), placement->during, [&](const OutletUse &use) {
            return std::ranges::find(placement->outlets, use.outlet) != placement->outlets.end();
        });
        for (const auto &here : standingsOf(snapshot, bookingOf(*placement, *equipment, snapshot))) {
            const auto *rack = snapshot.racks.find(here.rack);
            const auto *room = snapshot.rooms.find(rack ? rack->room : here.room);
            if (!room) {
                continue;
            }
            const auto &item = here.item;
            if (!rack) {
                takeAway(floor, *placement, item);
            }
            if (rack && placement->position && !placement->contested) {
                boxes = cut(std::move(boxes),
                            boxAt(item, *rack, snapshot.policy, here.position, here.face, here.half, here.during));
            }
            for (const auto &[charge, during] : loadsOf(estate, here)) {
                ledger.takeOff(estate, charge, during);
            }
        }
    }
    std::ranges::stable_sort(boxes, {}, [](const OccupiedBox &b) { return std::tuple(b.rack, b.huFrom); });
    changed->occupancy = Table<OccupiedBox>(std::move(boxes));
    changed->slotUse = Table<SlotUse>(std::move(usedSlots));
    changed->bayUse = Table<BayUse>(std::move(usedBays));
    changed->floorOccupancy = Table<FloorOccupied>(std::move(floor));
    changed->outletUse = Table<OutletUse>(std::move(uses));
    changed->ledger = ledger.onto(snapshot.ledger);
    return Estate(std::move(changed), &estate);
}

} // namespace polder
