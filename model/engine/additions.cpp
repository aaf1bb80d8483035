#include "model/engine/additions.h"

#include "model/engine/booking.h"
#include "model/engine/floorplan.h"
#include "model/engine/ledgeredit.h"
#include "model/engine/loads.h"
#include "model/engine/slots.h"

#include <algorithm>

namespace polder {

namespace {

/// A table with more rows, some of them of a key that it has.
template <typename T>
Table<T> withMore(const Table<T> &table, std::vector<T> rows) {
    std::ranges::sort(rows, {}, [](const T &row) { return rowOrder(row); });
    std::vector<typename Table<T>::Key> keys;
    for (const T &row : rows) {
        keys.push_back(rowKey(row));
    }
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return table.merged(keys, std::move(rows), [](const T &) { return false; });
}

void addLoads(LedgerEdit &ledger, const Estate &estate, const Booking &here) {
    for (const auto &[charge, during] : loadsOf(estate, here)) {
        ledger.add(estate, charge, during);
    }
}

std::optional<FloorOccupied> floorOf(const Booking &here) {
    const auto shape = floorShape(here.item, here.x, here.y, here.orientationDegrees);
    if (!shape) {
        return std::nullopt;
    }
    const auto corners = [](const PlanShape &of) {
        std::vector<std::int32_t> numbers;
        for (const auto &[x, y] : of) {
            numbers.insert(numbers.end(), {static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)});
        }
        return numbers;
    };
    return FloorOccupied{here.room, corners(shape->footprint), corners(shape->clearance), here.during};
}

} // namespace

Estate withPlacements(const Estate &estate, std::span<const Addition> additions) {
    const auto &snapshot = estate.snapshot();
    auto changed = std::make_shared<Snapshot>(snapshot);
    std::vector<Equipment> equipment;
    std::vector<Placement> placements;
    std::vector<OccupiedBox> boxes;
    std::vector<SlotUse> usedSlots;
    std::vector<BayUse> usedBays;
    std::vector<OutletUse> uses;
    std::vector<FloorOccupied> floor;
    LedgerEdit ledger;
    for (const auto &[device, placement] : additions) {
        const auto same = std::ranges::find(equipment, device.id, &Equipment::id);
        if (same == equipment.end()) { // a device that moves has two places, one after the other
            equipment.push_back(device);
        }
        placements.push_back(placement);
    }
    // First where they are: what is in a chassis stands where that does, which may be one of these.
    changed->equipment = withRows(snapshot.equipment, std::move(equipment));
    changed->placements = withRows(snapshot.placements, std::move(placements));
    for (const auto &[device, placement] : additions) {
        if (!stands(placement, *changed)) {
            continue;
        }
        if (!placement.contested && placement.slot) {
            usedSlots.push_back({placement.rack, *placement.slot, placement.during});
        }
        if (!placement.contested && placement.chassis) {
            usedBays.push_back({placement.chassis, placement.bay, placement.during});
        }
        for (const auto outlet : placement.outlets) {
            uses.push_back({outlet, placement.during});
        }
        for (const auto &here : standingsOf(*changed, bookingOf(placement, device, *changed))) {
            const auto *rack = snapshot.racks.find(here.rack);
            const auto *room = snapshot.rooms.find(rack ? rack->room : here.room);
            if (!room) {
                continue;
            }
            if (const auto shape = rack ? std::nullopt : floorOf(here)) {
                floor.push_back(*shape);
            }
            if (rack && placement.position && !placement.contested) {
                const auto box =
                    boxAt(here.item, *rack, snapshot.policy, here.position, here.face, here.half, here.during);
                if (box.huFrom < box.huUntil) {
                    boxes.push_back(box);
                }
            }
            addLoads(ledger, estate, here);
        }
    }
    changed->occupancy = withMore(snapshot.occupancy, std::move(boxes));
    changed->slotUse = withMore(snapshot.slotUse, std::move(usedSlots));
    changed->bayUse = withMore(snapshot.bayUse, std::move(usedBays));
    changed->outletUse = withMore(snapshot.outletUse, std::move(uses));
    changed->floorOccupancy = withMore(snapshot.floorOccupancy, std::move(floor));
    changed->ledger = ledger.onto(snapshot.ledger);
    return Estate(std::move(changed), &estate);
}

Estate withBookings(const Estate &estate, std::span<const Booking> bookings) {
    const auto &snapshot = estate.snapshot();
    auto changed = std::make_shared<Snapshot>(snapshot);
    std::vector<OccupiedBox> boxes;
    std::vector<OutletUse> uses;
    std::vector<FloorOccupied> floor;
    LedgerEdit ledger;
    for (const auto &here : bookings) {
        const auto *rack = snapshot.racks.find(here.rack);
        const auto *room = snapshot.rooms.find(rack ? rack->room : here.room);
        if (!room) {
            continue;
        }
        for (const auto &cord : here.cords) {
            uses.push_back({cord.outlet, here.during});
        }
        if (const auto shape = rack ? std::nullopt : floorOf(here)) {
            floor.push_back(*shape);
        }
        if (rack && here.item.height.halfUnits > 0) {
            boxes.push_back(boxAt(here.item, *rack, snapshot.policy, here.position, here.face, here.half, here.during));
        }
        addLoads(ledger, estate, here);
    }
    changed->occupancy = withMore(snapshot.occupancy, std::move(boxes));
    changed->outletUse = withMore(snapshot.outletUse, std::move(uses));
    changed->floorOccupancy = withMore(snapshot.floorOccupancy, std::move(floor));
    changed->ledger = ledger.onto(snapshot.ledger);
    return Estate(std::move(changed), &estate);
}

} // namespace polder
