#include "model/engine/checks.h"

#include "model/core/format.h"
#include "model/engine/agreement.h"

#include <algorithm>
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

bool meets(const OccupiedBox &a, const OccupiedBox &b) {
    return a.depthFrom < b.depthUntil && b.depthFrom < a.depthUntil && a.widthFrom < b.widthUntil &&
           b.widthFrom < a.widthUntil && a.during.overlaps(b.during);
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

Shortfalls checkCharge(const Estate &others, const Estate &now, const Booking &booking, const Node *node,
                       const QString &rule, const QString &unit, std::int64_t amount) {
    if (amount <= 0) {
        return {};
    }
    const auto charge = chargeOn(others, node, amount);
    if (!charge) {
        return {unknownLimit(others, booking.rack, rule, amount, unit, booking.during.from)};
    }
    Shortfalls shortfalls;
    Headroom(others, now, booking.during).explain(*charge, shortfalls);
    return shortfalls;
}

} // namespace

HuMask freeUnits(const Rack &rack, std::span<const OccupiedBox> boxes, const OccupiedBox &like) {
    HuMask occupied;
    for (const auto &box : boxes) {
        if (meets(box, like)) {
            occupied |= HuMask::range(box.huFrom, box.huUntil);
        }
    }
    return HuMask::range(0, 2 * rack.units) & ~occupied;
}

bool outletSuits(const Snapshot &snapshot, const Outlet &outlet, const Envelope &item) {
    return phasesFit(item.phases, outlet.phases) && (item.plug.isEmpty() || plugFits(snapshot, item.plug, outlet.type));
}

bool outletFree(const Estate &estate, OutletId outlet, Period during) {
    return !firstUse(estate, outlet, during);
}

std::optional<NodeCharge> chargeOn(const Estate &estate, const Node *node, std::int64_t amount) {
    if (!node) {
        return std::nullopt;
    }
    return NodeCharge{estate.indexOf(node->id), {amount, 0, 0, 0}, {}};
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
    const auto box = boxAt(booking.item, *rack, others.snapshot().policy, booking.position, booking.face, booking.half,
                           booking.during);
    const int toTop = std::max(2 * rack->units - box.huFrom, 0);
    if (!shortfalls.empty()) {
        shortfalls.front().where = shortfall.where;
    } else if (height > toTop) {
        shortfall.used = 0;
        shortfall.capacity = toTop;
        shortfalls.push_back(shortfall);
    }
    HuMask taken;
    Day first = Day::never();
    for (const auto &other : others.boxes(rack->id)) {
        if (meets(other, box) && other.huFrom < box.huUntil && box.huFrom < other.huUntil) {
            taken |= HuMask::range(std::max(other.huFrom, box.huFrom), std::min(other.huUntil, box.huUntil));
            first = std::min(first, std::max(other.during.from, box.during.from));
        }
    }
    if (!taken.none()) {
        shortfall.used = taken.count();
        shortfall.capacity = std::min(height, toTop);
        shortfall.date = first;
        shortfalls.push_back(shortfall);
    }
    return shortfalls;
}

Shortfalls checkDepth(const Estate &others, const Envelope &item, const Rack &rack, Day from) {
    const int allowance = others.snapshot().policy.cordAllowance.mm;
    if (!item.depth || item.depth->mm + allowance <= rack.usableDepth.mm) {
        return {};
    }
    auto shortfall = shortfallAt(others, rack.id, u"S2"_qs, u"mm"_qs, from);
    shortfall.requested = item.depth->mm + allowance;
    shortfall.used = 0;
    shortfall.capacity = rack.usableDepth.mm;
    return {shortfall};
}

Shortfalls checkAirflow(const Estate &others, const Envelope &item, const Rack &rack, const QString &face, Day from) {
    const auto directed = [](const QString &airflow) {
        return airflow == u"front-to-rear" || airflow == u"rear-to-front";
    };
    // What has no direction, or stands in a rack without one, goes against nothing.
    if (!directed(item.airflow) || !directed(rack.airflow)) {
        return {};
    }
    const bool turned = face == u"rear";
    if ((item.airflow == rack.airflow) != turned) {
        return {};
    }
    auto shortfall = shortfallAt(others, rack.id, u"C4"_qs, u"pieces"_qs, from);
    shortfall.requested = 1;
    shortfall.used = 0;
    shortfall.capacity = 0;
    return {shortfall};
}

Shortfalls checkMass(const Estate &others, const Estate &now, const Booking &booking) {
    return checkCharge(others, now, booking, others.massNode(booking.rack), u"S3"_qs, u"g"_qs,
                       booking.item.weight ? booking.item.weight->grams : 0);
}

Shortfalls checkHeat(const Estate &others, const Estate &now, const Booking &booking) {
    return checkCharge(others, now, booking, others.heatNode(booking.rack), u"C1"_qs, u"mW"_qs,
                       booking.item.draw ? booking.item.draw->milliwatts : 0);
}

Shortfalls checkOutlets(const Estate &others, const Booking &booking) {
    Shortfalls shortfalls;
    for (std::size_t i = 0; i < booking.cords.size(); ++i) {
        const auto &cord = booking.cords[i];
        const auto *outlet = others.snapshot().outlets.find(cord.outlet);
        if (!outlet) {
            continue;
        }
        const bool twice = std::ranges::find(booking.cords.begin(), booking.cords.begin() + static_cast<int>(i),
                                             cord.outlet, &Cord::outlet) != booking.cords.begin() + static_cast<int>(i);
        const bool fits = outletSuits(others.snapshot(), *outlet, booking.item);
        const auto taken = twice ? booking.during.from : firstUse(others, outlet->id, booking.during);
        if (fits && !taken) {
            continue;
        }
        auto shortfall = shortfallAt(others, booking.rack, u"P1"_qs, u"pieces"_qs, fits ? *taken : booking.during.from);
        const int node = others.indexOf(outlet->node);
        shortfall.where = (node >= 0 ? others.nodeName(node) : QString()) + u':' + outlet->name;
        shortfall.node = outlet->node.value;
        shortfall.requested = 1;
        shortfall.used = taken ? 1 : 0;
        shortfall.capacity = fits ? 1 : 0;
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
    if (const auto *site = others.site(booking.rack); site && booking.owner) {
        AgreementCheck(others, now, *site, booking.owner, booking.item, booking.during).explain(shortfalls);
    }
    return shortfalls;
}

Shortfalls checkBooking(const Estate &others, const Estate &now, const Booking &booking) {
    Shortfalls all = checkSpace(others, booking);
    const auto add = [&all](Shortfalls more) { all.insert(all.end(), more.begin(), more.end()); };
    if (const auto *rack = others.snapshot().racks.find(booking.rack)) {
        add(checkDepth(others, booking.item, *rack, booking.during.from));
        add(checkAirflow(others, booking.item, *rack, booking.face, booking.during.from));
    }
    add(checkMass(others, now, booking));
    add(checkHeat(others, now, booking));
    add(checkOutlets(others, booking));
    add(checkPower(others, now, booking));
    add(checkAgreement(others, now, booking));
    // The order in which the database lists them.
    std::ranges::stable_sort(all, {}, [](const Shortfall &shortfall) {
        return std::tie(shortfall.date, shortfall.rule, shortfall.where, shortfall.failing, shortfall.quantity);
    });
    return all;
}

} // namespace polder
