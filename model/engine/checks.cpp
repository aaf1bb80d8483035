#include "model/engine/checks.h"

#include "model/core/format.h"
#include "model/engine/agreement.h"
#include "model/engine/fit.h"
#include "model/engine/periods.h"
#include "model/engine/ports.h"
#include "model/engine/slots.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace polder {

namespace {

Shortfall shortfallAt(const Estate &estate, RackId rack, const QString &rule, const QString &unit, Day date) {
    Shortfall shortfall;
    shortfall.rule = rule;
    shortfall.where = estate.rackName(rack);
    shortfall.unit = unit;
    shortfall.date = date;
    return shortfall;
}

/// One question and no branches: half of the boxes of a rack meet in any of these and few in all.
bool meets(const OccupiedBox &a, const OccupiedBox &b) {
    return (a.depthFrom < b.depthUntil) & (b.depthFrom < a.depthUntil) & (a.widthFrom < b.widthUntil) &
           (b.widthFrom < a.widthUntil) & (a.during.from < b.during.until) & (b.during.from < a.during.until);
}

/// The first day of `period` on which the rack is not there; nullopt: it is there on all of them.
std::optional<Day> missingDay(const Rack &rack, Period period) {
    if (period.from < rack.during.from) {
        return period.from;
    }
    if (rack.during.until < period.until) {
        return std::max(rack.during.until, period.from);
    }
    return std::nullopt;
}

/// The first day of `period` on which something else has the outlet.
std::optional<Day> firstUse(const Estate &estate, OutletId outlet, Period period) {
    std::optional<Day> first;
    for (const auto &use : estate.uses(outlet)) {
        if (use.during.overlaps(period)) {
            first = std::min(first.value_or(Day::never()), std::max(use.during.from, period.from));
        }
    }
    return first;
}

const Site *siteOf(const Estate &estate, const Booking &booking) {
    if (booking.rack) {
        return estate.site(booking.rack);
    }
    const auto *room = estate.snapshot().rooms.find(booking.room);
    return room ? estate.snapshot().sites.find(room->site) : nullptr;
}

Misfits allMisfits(const Estate &estate, const Booking &booking) {
    Misfits all;
    for (const auto &here : standingsOf(estate.snapshot(), booking)) {
        const auto more = misfitsOf(estate, here);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

/// Of the booking that this one takes the place of.
Misfits misfitsBefore(const Estate &now, const Booking &booking) {
    const auto *placement = now.snapshot().placements.find(booking.replaces);
    const auto *equipment = placement ? now.snapshot().equipment.find(placement->equipment) : nullptr;
    if (!equipment) {
        return {};
    }
    const auto old = bookingOf(*placement, *equipment, now.snapshot());
    return withContents(now, equipment->id, old, allMisfits(now, old));
}

/// The rules of sums. A node that stands above several places of a chassis says the first day.
Shortfalls checkSums(const Estate &others, const Estate &now, const Booking &booking) {
    Shortfalls all;
    for (const auto &here : standingsOf(others.snapshot(), booking)) {
        for (const auto &shortfalls :
             {checkMass(others, now, here), checkHeat(others, now, here), checkFloor(others, now, here),
              checkZone(others, now, here), checkLoop(others, now, here), checkPorts(others, now, here),
              checkOutlets(others, here), checkPower(others, now, here), checkAgreement(others, now, here)}) {
            for (const auto &one : shortfalls) {
                const bool known = one.node != 0 && std::ranges::any_of(all, [&](const Shortfall &other) {
                                       return std::tie(other.rule, other.where, other.quantity, other.failing) ==
                                              std::tie(one.rule, one.where, one.quantity, one.failing);
                                   });
                if (!known || !booking.chassis) {
                    all.push_back(one);
                }
            }
        }
    }
    return all;
}

/// Until when a booking is where it lacks that: in a chassis as long as this stands there.
Day endOf(const Snapshot &snapshot, const Booking &booking, const Shortfall &lack) {
    if (lack.rule != u"S1") {
        for (const auto &here : standingsOf(snapshot, booking)) {
            if (here.during.contains(lack.date)) {
                return here.during.until;
            }
        }
    }
    return booking.during.until;
}

/// What the booking that this one replaces lacked already, in the same place and on all these days, and no less of it.
bool lacked(const Estate &others, const Estate &now, const Booking &booking, const Shortfall &shortfall) {
    const auto &snapshot = now.snapshot();
    const auto *placement = snapshot.placements.find(booking.replaces);
    const auto *equipment = placement ? snapshot.equipment.find(placement->equipment) : nullptr;
    if (!equipment) {
        return false;
    }
    const auto old = bookingOf(*placement, *equipment, snapshot);
    const auto place = [](const Booking &b) {
        return std::tie(b.rack, b.slot, b.chassis, b.bay, b.room, b.position, b.x, b.y);
    };
    if (place(old) != place(booking)) {
        return false;
    }
    const Day until = endOf(snapshot, booking, shortfall);
    return std::ranges::any_of(checkBooking(others, others, old), [&](const Shortfall &before) {
        const auto name = [](const Shortfall &s) { return std::tie(s.rule, s.where, s.quantity, s.unit); };
        const auto lacking = [](const Shortfall &s) { return *s.requested - s.capacity.value_or(0); };
        return isOfPlace(before) && name(before) == name(shortfall) && before.date <= shortfall.date &&
               endOf(snapshot, old, before) >= until && before.capacity.has_value() == shortfall.capacity.has_value() &&
               lacking(before) >= lacking(shortfall);
    });
}

Shortfalls checkCharge(const Estate &others, const Estate &now, const Booking &booking, int node, const QString &rule,
                       const QString &unit, std::int64_t amount) {
    if (amount <= 0) {
        return {};
    }
    const auto charge = chargeOn(node, amount);
    if (!charge) {
        return {unknownLimit(others, booking.rack, rule, amount, unit, booking.during.from)};
    }
    Shortfalls shortfalls;
    Headroom(others, now, booking.during).explain(*charge, shortfalls);
    return shortfalls;
}

} // namespace

void Overlap::with(const OccupiedBox &box, const OccupiedBox &other) {
    if (meets(other, box) && other.huFrom < box.huUntil && box.huFrom < other.huUntil) {
        taken |= HuMask::range(std::max(other.huFrom, box.huFrom), std::min(other.huUntil, box.huUntil));
        const auto both = common(other.during, box.during);
        during = {std::min(during.from, both.from), std::max(during.until, both.until)};
    }
}

OccupiedBox boxOf(const Booking &booking, const Rack &rack, const Policy &policy) {
    return boxAt(booking.item, rack, policy, booking.position, booking.face, booking.half, booking.during);
}

Shortfall overlapOf(const Estate &estate, const Booking &booking, const Rack &rack, const Overlap &met) {
    const int height = booking.item.height.halfUnits;
    auto shortfall = shortfallAt(estate, rack.id, u"S1"_qs, u"hu"_qs, met.during.from);
    shortfall.where += u" U"_qs + QString::number(unitNumber(rack, booking.position));
    shortfall.requested = height;
    shortfall.used = met.taken.count();
    shortfall.capacity = std::min(height, std::max(2 * rack.units - booking.position.halfUnits, 0));
    return shortfall;
}

Shortfall outletTaken(const Estate &estate, OutletId id) {
    Shortfall shortfall;
    shortfall.rule = u"P1"_qs;
    if (const auto *outlet = estate.snapshot().outlets.find(id)) {
        const int node = estate.indexOf(outlet->node);
        shortfall.where = (node >= 0 ? estate.nodeName(node) : QString()) + u':' + outlet->name;
        shortfall.node = outlet->node.value;
    }
    shortfall.requested = 1;
    shortfall.used = 1;
    shortfall.capacity = 1;
    shortfall.unit = u"pieces"_qs;
    return shortfall;
}

bool isOfPlace(const Shortfall &shortfall) {
    static const QStringList unknowns{u"S3"_qs, u"C1"_qs, u"G4"_qs, u"N1"_qs};
    const bool unknown = unknowns.contains(shortfall.rule);
    return shortfall.node == 0 &&
           (shortfall.rule == u"S1" ? shortfall.used.value_or(0) == 0 : unknown && !shortfall.capacity);
}

Misfits withContents(const Estate &estate, EquipmentId chassis, const Booking &booking, Misfits misfits) {
    if (!booking.rack || booking.slot) {
        return misfits;
    }
    for (auto &joint : loadWithContents(estate, chassis, booking)) {
        std::erase_if(misfits, [&joint](const Misfit &one) {
            return one.shortfall.rule == joint.shortfall.rule && one.shortfall.where == joint.shortfall.where;
        });
        misfits.push_back(std::move(joint));
    }
    return misfits;
}

HuMask freeUnits(const Rack &rack, std::span<const OccupiedBox> boxes, const OccupiedBox &like) {
    HuMask occupied;
    for (const auto &box : boxes) {
        if (meets(box, like)) {
            occupied.cover(box.huFrom, box.huUntil);
        }
    }
    return HuMask::range(0, 2 * rack.units) & ~occupied;
}

bool outletFree(const Estate &estate, OutletId outlet, Period during) {
    return !firstUse(estate, outlet, during);
}

std::optional<NodeCharge> chargeOn(int node, std::int64_t amount) {
    return node >= 0 ? std::optional(NodeCharge{node, {amount, 0, 0, 0}, {}}) : std::nullopt;
}

Shortfall unknownLimit(const Estate &estate, RackId rack, const QString &rule, std::int64_t requested,
                       const QString &unit, Day from) {
    auto shortfall = shortfallAt(estate, rack, rule, unit, from);
    shortfall.requested = requested;
    return shortfall;
}

Shortfalls checkService(const Estate &others, const Envelope &item, const Rack &rack, Period during) {
    const auto missing = missingDay(rack, during);
    if (!missing) {
        return {};
    }
    auto absent = shortfallAt(others, rack.id, u"S1"_qs, u"hu"_qs, *missing);
    absent.requested = item.height.halfUnits;
    absent.capacity = 0;
    return {absent};
}

Shortfalls checkSpace(const Estate &others, const Booking &booking) {
    if (!booking.rack && booking.room) {
        return {}; // on the floor
    }
    if (booking.chassis) {
        return checkBay(others, booking);
    }
    if (booking.slot) {
        return checkSlot(others, booking);
    }
    const auto *rack = others.snapshot().racks.find(booking.rack);
    const int height = booking.item.height.halfUnits;
    auto shortfall = shortfallAt(others, booking.rack, u"S1"_qs, u"hu"_qs, booking.during.from);
    shortfall.requested = height;
    if (!rack) {
        shortfall.capacity = 0;
        return {shortfall};
    }
    if (height > 0) {
        shortfall.where += u" U"_qs + QString::number(unitNumber(*rack, booking.position));
    }
    Shortfalls shortfalls = checkService(others, booking.item, *rack, booking.during);
    const auto box = boxOf(booking, *rack, others.snapshot().policy);
    const int toTop = std::max(2 * rack->units - box.huFrom, 0);
    if (!shortfalls.empty()) {
        shortfalls.front().where = shortfall.where;
    } else if (height > toTop) {
        shortfall.used = 0;
        shortfall.capacity = toTop;
        shortfalls.push_back(shortfall);
    }
    Overlap met;
    for (const auto &other : others.boxes(rack->id)) {
        met.with(box, other);
    }
    if (!met.taken.none()) {
        shortfalls.push_back(overlapOf(others, booking, *rack, met));
    }
    return shortfalls;
}

Shortfalls checkMass(const Estate &others, const Estate &now, const Booking &booking) {
    return checkCharge(others, now, booking, others.massNode(booking.rack), u"S3"_qs, u"g"_qs,
                       booking.rack && booking.item.weight ? booking.item.weight->grams : 0);
}

Shortfalls checkHeat(const Estate &others, const Estate &now, const Booking &booking) {
    return checkCharge(others, now, booking, others.heatNode(booking.rack), u"C1"_qs, u"mW"_qs,
                       booking.rack && booking.item.draw ? booking.item.draw->milliwatts : 0);
}

Shortfalls checkFloor(const Estate &others, const Estate &now, const Booking &booking) {
    const int floor = others.floorNode(booking.rack);
    return floor >= 0 ? checkCharge(others, now, booking, floor, u"S4"_qs, u"g"_qs,
                                    booking.item.weight ? booking.item.weight->grams : 0)
                      : Shortfalls();
}

Shortfalls checkZone(const Estate &others, const Estate &now, const Booking &booking) {
    const int zone = others.zoneNode(booking.rack, booking.room);
    return zone >= 0 ? checkCharge(others, now, booking, zone, u"C2"_qs, u"mW"_qs, heatToAir(booking.item).milliwatts)
                     : Shortfalls();
}

Shortfalls checkLoop(const Estate &others, const Estate &now, const Booking &booking) {
    const int loop = others.loopNode(booking.rack, booking.room);
    return loop >= 0
               ? checkCharge(others, now, booking, loop, u"C7"_qs, u"ml/min"_qs, booking.item.waterFlow.value_or(0))
               : Shortfalls();
}

Shortfalls checkPorts(const Estate &others, const Estate &now, const Booking &booking) {
    Shortfalls shortfalls;
    for (const auto &ports : portCharges(others, booking.rack, booking.room, booking.item.ports)) {
        const auto charge = chargeOn(ports.node, ports.count);
        if (charge) {
            Headroom(others, now, booking.during).explain(*charge, shortfalls);
        } else {
            std::ranges::move(unknownPorts(others, booking.rack, booking.room, ports, booking.during.from),
                              std::back_inserter(shortfalls));
        }
    }
    return shortfalls;
}

Shortfalls checkOutlets(const Estate &others, const Booking &booking) {
    Shortfalls shortfalls;
    if (booking.borrowsCords) {
        return shortfalls;
    }
    for (auto cord = booking.cords.begin(); cord != booking.cords.end(); ++cord) {
        const auto *outlet = others.snapshot().outlets.find(cord->outlet);
        const auto same = [&](auto from, auto until) {
            return std::ranges::find(from, until, cord->outlet, &Cord::outlet) != until;
        };
        if (!outlet || same(booking.cords.begin(), cord)) {
            continue;
        }
        const auto taken = same(std::next(cord), booking.cords.end()) ? booking.during.from
                                                                      : firstUse(others, outlet->id, booking.during);
        if (!taken) {
            continue;
        }
        auto shortfall = outletTaken(others, outlet->id);
        shortfall.date = *taken;
        shortfalls.push_back(std::move(shortfall));
    }
    return shortfalls;
}

Shortfalls checkPower(const Estate &others, const Estate &now, const Booking &booking) {
    Shortfalls shortfalls;
    if (!booking.item.draw) {
        return shortfalls;
    }
    Headroom headroom(others, now, booking.during);
    for (const auto &charge :
         powerCharges(others, *booking.item.draw, booking.item.powerFactorPermille, booking.cords)) {
        headroom.explain(charge, shortfalls);
    }
    return shortfalls;
}

Shortfalls checkAgreement(const Estate &others, const Estate &now, const Booking &booking) {
    Shortfalls shortfalls;
    if (const auto *site = siteOf(others, booking); site && booking.owner) {
        AgreementCheck(others, now, *site, booking.owner, booking.item, booking.during).explain(shortfalls);
    }
    return shortfalls;
}

Shortfalls checkBooking(const Estate &others, const Estate &now, const Booking &booking) {
    Shortfalls all = checkSpace(others, booking);
    const auto add = [&all](Shortfalls more) { all.insert(all.end(), more.begin(), more.end()); };
    const auto *replaced = now.snapshot().placements.find(booking.replaces);
    auto misfits = allMisfits(others, booking);
    if (replaced) {
        misfits = withContents(others, replaced->equipment, booking, std::move(misfits));
    }
    add(worseThan(misfitsBefore(now, booking), misfits));
    if (booking.chassis) {
        add(worseThan(chassisOutletLoad(now, booking.chassis, nullptr),
                      chassisOutletLoad(others, booking.chassis, &booking)));
    }
    add(checkSums(others, now, booking));
    std::erase_if(all, [&](const Shortfall &s) { return isOfPlace(s) && lacked(others, now, booking, s); });
    // The order in which the database lists them.
    std::ranges::stable_sort(all, {}, [](const Shortfall &shortfall) {
        return std::tie(shortfall.date, shortfall.rule, shortfall.where, shortfall.failing, shortfall.quantity);
    });
    return all;
}

} // namespace polder
