#include "model/engine/slots.h"

#include "model/core/format.h"
#include "model/engine/periods.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <tuple>

namespace polder {

namespace {

/// The places of a chassis on these days, the first first.
std::vector<const Placement *> placesOf(const Snapshot &snapshot, EquipmentId chassis, Period during) {
    std::vector<const Placement *> places;
    for (const auto &placement : snapshot.placements) {
        if (placement.equipment == chassis && placement.rack && stands(placement, snapshot) &&
            placement.during.overlaps(during)) {
            places.push_back(&placement);
        }
    }
    std::ranges::stable_sort(places, {}, [](const Placement *place) { return place->during.from; });
    return places;
}

QString unitName(const Estate &estate, const Placement &place) {
    const auto *rack = estate.racks().find(place.rack);
    const QString name = estate.rackName(place.rack);
    return rack && place.position ? name + u" U"_qs + QString::number(unitNumber(*rack, *place.position)) : name;
}

QString slotName(const Estate &estate, const Booking &booking) {
    return estate.rackName(booking.rack) + u" slot "_qs + QString::number(*booking.slot);
}

QString bayName(const Snapshot &snapshot, BayId id) {
    const auto *bay = snapshot.bays.find(id);
    return u"bay "_qs + (bay ? bay->name : QString());
}

Shortfall onePiece(const QString &where, std::optional<std::int64_t> used, std::int64_t capacity, Day date) {
    Shortfall shortfall;
    shortfall.rule = u"S1"_qs;
    shortfall.where = where;
    shortfall.requested = 1;
    shortfall.used = used;
    shortfall.capacity = capacity;
    shortfall.unit = u"pieces"_qs;
    shortfall.date = date;
    return shortfall;
}

/// The first day of `period` that none of these covers; nullopt: they cover it.
std::optional<Day> firstGap(std::span<const Placement *const> places, Period period) {
    Day covered = period.from;
    for (const auto *place : places) {
        if (place->during.from > covered) {
            break;
        }
        covered = std::max(covered, place->during.until);
    }
    return covered < period.until ? std::optional(covered) : std::nullopt;
}

/// Where the chassis is then, or is at all, or would have been.
QString chassisName(const Estate &estate, const Booking &booking, std::span<const Placement *const> then) {
    const Placement *named = then.empty() ? nullptr : then.front();
    const auto rank = [&](const Placement *place) {
        return std::tuple(!stands(*place, estate.snapshot()), !place->during.overlaps(booking.during),
                          place->during.from);
    };
    for (const auto &place : estate.snapshot().placements) {
        const bool isOne = then.empty() && place.equipment == booking.chassis && place.rack;
        if (isOne && (!named || rank(&place) < rank(named))) {
            named = &place;
        }
    }
    return named ? unitName(estate, *named) + u' ' : QString();
}

void addTaken(const Estate &others, const Booking &booking, Shortfalls &shortfalls) {
    if (const auto taken = numberTaken(others, booking, numberUses(others, booking))) {
        shortfalls.push_back(taken->shortfall);
    }
}

/// What draws through the cords of a chassis, and when.
struct Draw {
    Period during;
    Power power;
    int powerFactorPermille;
};

void add(std::vector<Draw> &draws, const Envelope &item, Period during, Period there) {
    if (item.draw && item.draw->milliwatts > 0 && during.overlaps(there)) {
        draws.push_back({common(during, there), *item.draw, item.powerFactorPermille});
    }
}

/// What is in it and has no cords of its own; `extra` as well, in the place of what it replaces.
std::vector<Draw> drawsInside(const Snapshot &snapshot, EquipmentId chassis, Period there, const Booking *extra) {
    std::vector<Draw> draws;
    for (const auto &placement : snapshot.placements) {
        const bool inside = placement.chassis == chassis && placement.outlets.empty() && placement.nodes.empty();
        const auto *equipment = inside ? snapshot.equipment.find(placement.equipment) : nullptr;
        if (equipment && stands(placement, snapshot) && !(extra && placement.id == extra->replaces)) {
            add(draws, envelopeOf(*equipment, placement, snapshot), placement.during, there);
        }
    }
    if (extra && extra->cords.empty()) {
        add(draws, extra->item, extra->during, there);
    }
    return draws;
}

constexpr std::int64_t ceilDivide(std::int64_t dividend, std::int64_t divisor) {
    return dividend / divisor + (dividend % divisor > 0 ? 1 : 0);
}

/// One outlet of the chassis, `parts` the cords that share the draw times the phases.
std::optional<Misfit> loadAt(const Estate &estate, const Outlet &outlet, Period there, Living living,
                             const std::vector<Draw> &draws) {
    const int node = estate.indexOf(outlet.node);
    const std::int64_t parts = (outlet.phases == u"123" ? 3 : 1) * living.cords;
    const auto capacity = std::int64_t{outlet.maxMilliampere} * estate.node(node).voltsToNeutral;
    std::map<Day, std::int64_t> steps;
    for (const auto &draw : draws) {
        const auto load = ceilDivide(draw.power.milliwatts * 1000, parts * draw.powerFactorPermille);
        steps[draw.during.from] += load;
        steps[draw.during.until] -= load;
    }
    std::int64_t level = 0;
    std::int64_t most = 0;
    std::optional<Day> first;
    for (const auto &[day, step] : steps) {
        level += step;
        most = std::max(most, level);
        if (level > capacity && !first) {
            first = day;
        }
    }
    if (!first) {
        return std::nullopt;
    }
    Misfit found;
    found.during = {*first, there.until};
    found.shortfall.rule = u"P2"_qs;
    found.shortfall.where = estate.nodeName(node) + u':' + outlet.name;
    found.shortfall.node = outlet.node.value;
    found.shortfall.requested = most;
    found.shortfall.used = 0;
    found.shortfall.capacity = capacity;
    found.shortfall.unit = u"mVA"_qs;
    found.shortfall.date = *first;
    if (const int source = estate.indexOf(living.source); source >= 0) {
        found.shortfall.failing = estate.nodeName(source);
    }
    return found;
}

Misfits outletLoads(const Estate &estate, std::span<const Cord> cords, Period there, const std::vector<Draw> &draws) {
    Misfits found;
    for (const Cord &cord : cords) {
        const auto *outlet = estate.snapshot().outlets.find(cord.outlet);
        const int node = outlet ? estate.indexOf(outlet->node) : -1;
        if (node < 0) {
            continue;
        }
        if (auto load = loadAt(estate, *outlet, there, fewestLiving(estate, cords, node), draws)) {
            found.push_back(std::move(*load));
        }
    }
    return found;
}

} // namespace

std::vector<Booking> standingsOf(const Snapshot &snapshot, const Booking &booking) {
    if (!booking.chassis) {
        return {booking};
    }
    std::vector<Booking> standings;
    for (const auto *place : placesOf(snapshot, booking.chassis, booking.during)) {
        auto here = booking;
        here.rack = place->rack;
        here.face = place->face;
        here.during = common(booking.during, place->during);
        if (here.cords.empty()) {
            here.cords = cordsOf(*place, snapshot);
            here.borrowsCords = true;
        }
        if (here.cords.empty() && here.item.drawsIfPlugged) {
            here.item.draw.reset();
        }
        standings.push_back(std::move(here));
    }
    return standings;
}

Shortfalls checkSlot(const Estate &others, const Booking &booking) {
    const QString where = slotName(others, booking);
    const auto *rack = others.racks().find(booking.rack);
    if (!rack) {
        return {onePiece(where, std::nullopt, 0, booking.during.from)};
    }
    Shortfalls shortfalls;
    if (booking.during.from < rack->during.from) {
        shortfalls.push_back(onePiece(where, std::nullopt, 0, booking.during.from));
    } else if (rack->during.until < booking.during.until) {
        shortfalls.push_back(onePiece(where, std::nullopt, 0, std::max(rack->during.until, booking.during.from)));
    }
    if (*booking.slot > rack->zeroUSlots) {
        shortfalls.push_back(onePiece(where, 0, 0, booking.during.from));
    }
    addTaken(others, booking, shortfalls);
    return shortfalls;
}

Shortfalls checkBay(const Estate &others, const Booking &booking) {
    const auto &snapshot = others.snapshot();
    const auto places = placesOf(snapshot, booking.chassis, booking.during);
    const auto *bay = snapshot.bays.find(booking.bay);
    const QString inside = bayName(snapshot, booking.bay);
    const QString where = chassisName(others, booking, places) + inside;
    Shortfalls shortfalls;
    const auto *chassis = snapshot.equipment.find(booking.chassis);
    if (!chassis || !bay || bay->model != chassis->model) {
        shortfalls.push_back(onePiece(where, 0, 0, booking.during.from));
    }
    if (const auto gap = firstGap(places, booking.during)) {
        shortfalls.push_back(onePiece(where, std::nullopt, 0, *gap));
    }
    addTaken(others, booking, shortfalls);
    return shortfalls;
}

std::vector<Period> numberUses(const Estate &others, const Booking &booking) {
    std::vector<Period> uses;
    if (booking.chassis) {
        for (const auto &use : others.snapshot().bayUse.rowsOf(booking.chassis)) {
            if (use.bay == booking.bay) {
                uses.push_back(use.during);
            }
        }
    } else if (booking.slot) {
        for (const auto &use : others.snapshot().slotUse.rowsOf(booking.rack)) {
            if (use.slot == *booking.slot) {
                uses.push_back(use.during);
            }
        }
    }
    return uses;
}

std::optional<Misfit> numberTaken(const Estate &estate, const Booking &booking, std::span<const Period> uses) {
    std::optional<Misfit> taken;
    const auto meet = [&](Period here, const auto &nameOf) {
        for (const Period use : uses) {
            if (!use.overlaps(here)) {
                continue;
            }
            const auto both = common(use, here);
            if (!taken) {
                taken.emplace();
                taken->shortfall = onePiece(nameOf(), 1, 1, both.from);
                taken->during = both;
            }
            taken->during = {std::min(taken->during.from, both.from), std::max(taken->during.until, both.until)};
            taken->shortfall.date = taken->during.from;
        }
    };
    if (booking.chassis) {
        for (const auto *place : placesOf(estate.snapshot(), booking.chassis, booking.during)) {
            meet(common(place->during, booking.during),
                 [&] { return unitName(estate, *place) + u' ' + bayName(estate.snapshot(), booking.bay); });
        }
    } else if (booking.slot) {
        meet(booking.during, [&] { return slotName(estate, booking); });
    }
    return taken;
}

Misfits chassisOutletLoad(const Estate &estate, EquipmentId chassis, const Booking *extra) {
    const auto &snapshot = estate.snapshot();
    const auto *equipment = snapshot.equipment.find(chassis);
    Misfits found;
    for (const auto *place : placesOf(snapshot, chassis, Period())) {
        auto draws = drawsInside(snapshot, chassis, place->during, extra);
        if (equipment) {
            add(draws, envelopeOf(*equipment, *place, snapshot), place->during, place->during);
        }
        std::ranges::move(outletLoads(estate, cordsOf(*place, snapshot), place->during, draws),
                          std::back_inserter(found));
    }
    return found;
}

Misfits loadWithContents(const Estate &estate, EquipmentId chassis, const Booking &booking) {
    auto draws = drawsInside(estate.snapshot(), chassis, booking.during, nullptr);
    if (draws.empty()) {
        return {};
    }
    add(draws, booking.item, booking.during, booking.during);
    return outletLoads(estate, booking.cords, booking.during, draws);
}

} // namespace polder
