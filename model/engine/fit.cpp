#include "model/engine/fit.h"

#include "model/engine/floorplan.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace polder {

namespace {

const Rack *rackOf(const Estate &estate, const Booking &booking) {
    return estate.rack(booking.rack);
}

const Room *roomOf(const Estate &estate, const Booking &booking) {
    return rackOf(estate, booking) ? estate.room(booking.rack) : estate.snapshot().rooms.find(booking.room);
}

QString placeName(const Estate &estate, const Booking &booking) {
    return booking.rack ? estate.rackName(booking.rack) : estate.roomName(booking.room);
}

/// Of a booking as a whole, on all its days.
Misfit misfit(const QString &rule, const QString &where, std::int64_t requested, std::int64_t capacity,
              const QString &unit, Period during) {
    Misfit found;
    found.during = during;
    found.shortfall.rule = rule;
    found.shortfall.where = where;
    found.shortfall.requested = requested;
    found.shortfall.used = 0;
    found.shortfall.capacity = capacity;
    found.shortfall.unit = unit;
    found.shortfall.date = during.from;
    return found;
}

/// At the outlet of one of the cords.
Misfit misfitAt(const Estate &estate, const Outlet &outlet, const QString &rule, std::int64_t requested,
                std::int64_t capacity, const QString &unit, Period during) {
    const int node = estate.indexOf(outlet.node);
    auto found = misfit(rule, (node >= 0 ? estate.nodeName(node) : QString()) + u':' + outlet.name, requested, capacity,
                        unit, during);
    found.shortfall.node = outlet.node.value;
    return found;
}

/// The outlets of its own cords that have one.
std::vector<const Outlet *> outletsOf(const Estate &estate, const Booking &booking) {
    std::vector<const Outlet *> outlets;
    if (booking.borrowsCords) {
        return outlets;
    }
    for (const auto &cord : booking.cords) {
        if (const auto *outlet = estate.snapshot().outlets.find(cord.outlet)) {
            outlets.push_back(outlet);
        }
    }
    return outlets;
}

/// Nodes that every cord passes.
std::vector<int> sharedNodes(const Estate &estate, std::span<const Cord> cords) {
    std::vector<int> shared;
    for (std::size_t i = 0; i < cords.size(); ++i) {
        const int leaf = estate.indexOf(cords[i].node);
        const auto path = leaf < 0 ? std::span<const int>() : estate.path(leaf);
        if (i == 0) {
            shared.assign(path.begin(), path.end());
        } else {
            std::erase_if(shared, [path](int node) { return std::ranges::find(path, node) == path.end(); });
        }
    }
    return shared;
}

/// The middle of the rack, or where on the floor it stands; in whole millimetres.
QPointF spotOf(const Estate &estate, const Booking &booking) {
    const auto *rack = rackOf(estate, booking);
    if (!rack) {
        return QPointF(booking.x.mm, booking.y.mm);
    }
    const bool turned = rack->orientationDegrees % 180 == 90;
    return QPointF(rack->x.mm + (turned ? rack->depth : rack->width).mm / 2,
                   rack->y.mm + (turned ? rack->width : rack->depth).mm / 2);
}

/// Calls `visit` with what holds there and on which of the booking's days. A part of a room that says something has its
/// own environment, all of it: what it does not say is not the room's.
template <typename Counts, typename Visit>
void forEachEnvironment(const Estate &estate, const Booking &booking, const Counts &counts, const Visit &visit) {
    const auto *room = roomOf(estate, booking);
    const auto all = room ? estate.environments(room->id) : std::span<const RoomEnvironment *const>();
    const auto spot = spotOf(estate, booking);
    for (const auto *row : all) {
        const auto &environment = *row;
        if (!counts(environment) || !environment.during.overlaps(booking.during)) {
            continue;
        }
        const bool applies = environment.shape
                                 ? contains(*environment.shape, spot)
                                 : std::ranges::none_of(all, [&](const RoomEnvironment *part) {
                                       return part->shape && counts(*part) && part->during.covers(environment.during) &&
                                              contains(*part->shape, spot);
                                   });
        if (applies) {
            visit(environment, Period{std::max(environment.during.from, booking.during.from),
                                      std::min(environment.during.until, booking.during.until)});
        }
    }
}

template <typename Visit>
void forEachEnvironment(const Estate &estate, const Booking &booking, const Visit &visit) {
    forEachEnvironment(
        estate, booking, [](const RoomEnvironment &) { return true; }, visit);
}

/// VC-A is 1.
std::int64_t vibrationNumber(const QString &vibrationClass) {
    return vibrationClass.back().unicode() - u'A' + 1;
}

/// laag is 1; 0: not one of them.
int dataRank(const QString &dataClass) {
    static constexpr std::array<const char16_t *, 3> ranks{u"laag", u"middel", u"hoog"};
    const auto found = std::ranges::find_if(ranks, [&](const char16_t *rank) { return dataClass == rank; });
    return found == ranks.end() ? 0 : static_cast<int>(found - ranks.begin()) + 1;
}

constexpr std::int64_t ceilDivide(std::int64_t dividend, std::int64_t divisor) {
    return dividend / divisor + (dividend % divisor > 0 ? 1 : 0);
}

void append(Misfits &all, Misfits more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

bool outletSuits(const Snapshot &snapshot, const Outlet &outlet, const Envelope &item) {
    return phasesFit(item.phases, outlet.phases) && (item.plug.isEmpty() || plugFits(snapshot, item.plug, outlet.type));
}

Misfits checkSize(const Estate &estate, const Booking &booking) {
    Misfits found;
    const auto *rack = rackOf(estate, booking);
    if (!rack || !booking.item.onRails) {
        return found;
    }
    const auto &item = booking.item;
    const auto add = [&](int requested, int capacity, const QString &quantity) {
        found.push_back(misfit(u"S2"_qs, placeName(estate, booking), requested, capacity, u"mm"_qs, booking.during));
        found.back().shortfall.quantity = quantity;
    };
    const int allowance = estate.snapshot().policy.cordAllowance.mm;
    if (item.depth && item.depth->mm + allowance > rack->usableDepth.mm) {
        add(item.depth->mm + allowance, rack->usableDepth.mm, {});
    }
    const int railWidth = rack->railWidthInches * 254 / 10;
    if (item.width && item.width->mm > railWidth) {
        add(item.width->mm, railWidth, u"width"_qs);
    }
    if (item.railMin && rack->railMax && *item.railMin > *rack->railMax) {
        add(item.railMin->mm, rack->railMax->mm, u"rails"_qs);
    } else if (item.railMax && rack->railMin && *item.railMax < *rack->railMin) {
        add(item.railMax->mm, rack->railMin->mm, u"rails"_qs);
    }
    return found;
}

bool isDirected(const QString &airflow) {
    return airflow == u"front-to-rear" || airflow == u"rear-to-front";
}

Misfits checkAirflow(const Estate &estate, const Booking &booking) {
    const auto *rack = rackOf(estate, booking);
    // What has no direction, or stands where there is none, goes against nothing; of what is ducted it is a warning.
    if (!rack || booking.item.ducted || !isDirected(booking.item.airflow) || !isDirected(rack->airflow)) {
        return {};
    }
    const bool turned = booking.face == u"rear";
    if ((booking.item.airflow == rack->airflow) != turned) {
        return {};
    }
    return {misfit(u"C4"_qs, placeName(estate, booking), 1, 0, u"pieces"_qs, booking.during)};
}

Misfits checkPlugs(const Estate &estate, const Booking &booking) {
    Misfits found;
    for (const auto *outlet : outletsOf(estate, booking)) {
        if (!outletSuits(estate.snapshot(), *outlet, booking.item)) {
            found.push_back(misfitAt(estate, *outlet, u"P1"_qs, 1, 0, u"pieces"_qs, booking.during));
        }
    }
    return found;
}

Misfits checkOutletLoad(const Estate &estate, const Booking &booking) {
    Misfits found;
    for (const auto *outlet : outletsOf(estate, booking)) {
        const int node = estate.indexOf(outlet->node);
        if (node < 0 || !booking.item.draw) {
            continue;
        }
        const auto living = fewestLiving(estate, booking.cords, node);
        const std::int64_t phases = outlet->phases == u"123" ? 3 : 1;
        const auto requested =
            ceilDivide(booking.item.draw->milliwatts * 1000, phases * living.cords * booking.item.powerFactorPermille);
        const auto capacity = std::int64_t{outlet->maxMilliampere} * estate.node(node).voltsToNeutral;
        if (requested > capacity) {
            found.push_back(misfitAt(estate, *outlet, u"P2"_qs, requested, capacity, u"mVA"_qs, booking.during));
            if (const int source = estate.indexOf(living.source); source >= 0) {
                found.back().shortfall.failing = estate.nodeName(source);
            }
        }
    }
    return found;
}

Misfits checkSides(const Estate &estate, const Booking &booking) {
    const auto *rack = rackOf(estate, booking);
    const auto *room = roomOf(estate, booking);
    const QStringList sides = rack ? rack->sides : room ? room->sides : QStringList();
    if (sides.size() < 2 || booking.cords.size() < 2 || booking.borrowsCords) {
        return {};
    }
    auto shared = sharedNodes(estate, booking.cords);
    std::erase_if(shared, [&](int node) { return !sides.contains(estate.node(node).side); });
    if (shared.empty()) {
        return {};
    }
    const int topmost = *std::ranges::min_element(shared, {}, [&](int node) {
        return std::pair(estate.rules(node) ? estate.rules(node)->level : 0, estate.node(node).id);
    });
    auto found = misfit(u"P7"_qs, estate.nodeName(topmost), 2, 1, u"pieces"_qs, booking.during);
    found.shortfall.node = estate.node(topmost).id.value;
    return {found};
}

Misfits checkInlet(const Estate &estate, const Booking &booking) {
    Misfits found;
    const auto &item = booking.item;
    if (!item.inletMin && !item.inletMax) {
        return found;
    }
    forEachEnvironment(estate, booking, [&](const RoomEnvironment &here, Period during) {
        const auto add = [&](Temperature requested, Temperature capacity) {
            found.push_back(misfit(u"C5"_qs, placeName(estate, booking), requested.millidegrees, capacity.millidegrees,
                                   u"mC"_qs, during));
        };
        if (here.setpoint && item.inletMax && *here.setpoint > *item.inletMax) {
            add(*here.setpoint, *item.inletMax);
        }
        if (here.setpoint && item.inletMin && *here.setpoint < *item.inletMin) {
            add(*item.inletMin, *here.setpoint);
        }
    });
    return found;
}

Misfits checkSurroundings(const Estate &estate, const Booking &booking) {
    Misfits found;
    const auto &item = booking.item;
    const bool drifts = item.floorStanding && item.driftMillikelvinPerHour;
    if (!drifts && !item.fieldNanotesla && item.vibrationClass.isEmpty()) {
        return found;
    }
    forEachEnvironment(estate, booking, [&](const RoomEnvironment &here, Period during) {
        const auto add = [&](std::int64_t requested, std::int64_t capacity, const QString &unit) {
            found.push_back(misfit(u"S8"_qs, placeName(estate, booking), requested, capacity, unit, during));
        };
        if (drifts && here.driftMillikelvinPerHour && *here.driftMillikelvinPerHour > *item.driftMillikelvinPerHour) {
            add(*here.driftMillikelvinPerHour, *item.driftMillikelvinPerHour, u"mK/h"_qs);
        }
        if (here.fieldNanotesla && item.fieldNanotesla && *here.fieldNanotesla > *item.fieldNanotesla) {
            add(*here.fieldNanotesla, *item.fieldNanotesla, u"nT"_qs);
        }
        if (here.vibrationClass < item.vibrationClass) {
            add(vibrationNumber(item.vibrationClass), 0, u"VC"_qs);
            auto &capacity = found.back().shortfall.capacity;
            capacity =
                here.vibrationClass.isEmpty() ? std::nullopt : std::optional(vibrationNumber(here.vibrationClass));
        }
    });
    return found;
}

Misfits checkMedia(const Estate &estate, const Booking &booking) {
    Misfits found;
    const auto *room = roomOf(estate, booking);
    if (!booking.item.floorStanding || !room) {
        return found;
    }
    for (const auto &medium : booking.item.media) {
        const bool there = std::ranges::any_of(estate.snapshot().mediaPoints, [&](const MediaPoint &point) {
            return point.room == room->id && point.medium == medium && point.during.covers(booking.during);
        });
        if (!there) {
            found.push_back(
                misfit(u"S7"_qs, placeName(estate, booking) + u' ' + medium, 1, 0, u"pieces"_qs, booking.during));
        }
    }
    return found;
}

Misfits checkDataClass(const Estate &estate, const Booking &booking) {
    Misfits found;
    const auto *room = roomOf(estate, booking);
    if (!room) {
        return found;
    }
    const int asked = dataRank(booking.item.dataClass);
    const int there = dataRank(room->protectionClass);
    if (asked > 0 && there > 0 && asked > there) {
        found.push_back(misfit(u"G1"_qs, placeName(estate, booking), asked, there, u"class"_qs, booking.during));
    }
    if (booking.item.medical && !room->medical) {
        found.push_back(misfit(u"G1"_qs, placeName(estate, booking), 1, 0, u"class"_qs, booking.during));
        found.back().shortfall.quantity = u"NEN 7510"_qs;
    }
    return found;
}

Misfits checkPersonalData(const Estate &estate, const Booking &booking) {
    const auto *system = estate.snapshot().systems.find(booking.item.system);
    if (!booking.item.personalData || !system || system->personalData) {
        return {};
    }
    return {misfit(u"G2"_qs, placeName(estate, booking), 1, 0, u"pieces"_qs, booking.during)};
}

Misfits checkAvailability(const Estate &estate, const Booking &booking) {
    if (!booking.item.availabilityClass || booking.cords.empty()) {
        return {};
    }
    const int delivered = deliveredClass(estate, booking.cords);
    if (*booking.item.availabilityClass <= delivered) {
        return {};
    }
    return {misfit(u"G3"_qs, placeName(estate, booking), *booking.item.availabilityClass, delivered, u"class"_qs,
                   booking.during)};
}

int deliveredClass(const Estate &estate, std::span<const Cord> cords) {
    const auto isKind = [&estate](int node, auto... kinds) { return ((estate.node(node).kind == kinds) || ...); };
    const bool backed = std::ranges::all_of(cords, [&](const Cord &cord) {
        const int leaf = estate.indexOf(cord.node);
        return leaf >= 0 && std::ranges::any_of(estate.path(leaf), [&](int node) {
                   return isKind(node, u"generator"_qs, u"transfer"_qs);
               });
    });
    auto shared = sharedNodes(estate, cords);
    std::erase_if(shared, [&](int node) { return backed && isKind(node, u"supply"_qs); });
    if (shared.empty()) {
        return 4;
    }
    if (std::ranges::all_of(shared, [&](int node) { return estate.node(node).concurrentlyMaintainable; })) {
        return 3;
    }
    const bool paralleled = std::ranges::all_of(
        shared, [&](int node) { return estate.node(node).units > 1 || !isKind(node, u"ups"_qs, u"generator"_qs); });
    return paralleled ? 2 : 1;
}

void forEachFloorLoad(const Estate &estate, const Booking &booking, const std::function<void(int, Period)> &visit) {
    forEachEnvironment(
        estate, booking, [](const RoomEnvironment &part) { return part.floorLoad.has_value(); },
        [&visit](const RoomEnvironment &here, Period during) { visit(*here.floorLoad, during); });
}

bool knowsSetpoint(const Estate &estate, const Booking &booking) {
    bool known = false;
    forEachEnvironment(estate, booking,
                       [&known](const RoomEnvironment &here, Period) { known = known || here.setpoint; });
    return known;
}

Misfits placeMisfits(const Estate &estate, const Booking &booking) {
    Misfits all = checkSize(estate, booking);
    append(all, checkAirflow(estate, booking));
    append(all, checkInlet(estate, booking));
    append(all, checkSurroundings(estate, booking));
    append(all, checkMedia(estate, booking));
    append(all, checkDataClass(estate, booking));
    append(all, checkPersonalData(estate, booking));
    append(all, checkFloorPlan(estate, booking));
    append(all, checkFloorLoad(estate, booking));
    append(all, checkDelivery(estate, booking));
    append(all, checkLiquid(estate, booking));
    return all;
}

Misfits cordMisfits(const Estate &estate, const Booking &booking) {
    Misfits all = checkPlugs(estate, booking);
    append(all, checkOutletLoad(estate, booking));
    append(all, checkSides(estate, booking));
    append(all, checkAvailability(estate, booking));
    return all;
}

Misfits misfitsOf(const Estate &estate, const Booking &booking) {
    Misfits all = placeMisfits(estate, booking);
    append(all, cordMisfits(estate, booking));
    return all;
}

bool isNoWorse(const Misfit &before, const Misfit &now) {
    const auto what = [](const Misfit &misfit) {
        const auto &s = misfit.shortfall;
        return std::tie(s.rule, s.where, s.quantity, s.unit, misfit.other);
    };
    if (what(before) != what(now) || !before.during.covers(now.during)) {
        return false;
    }
    const auto &old = before.shortfall;
    const auto &found = now.shortfall;
    // What nobody knew is never less than what is known now.
    const bool noMore = old.capacity
                            ? found.capacity && *old.requested - *old.capacity >= *found.requested - *found.capacity
                            : *old.requested >= *found.requested || found.capacity;
    return noMore && old.used.value_or(0) >= found.used.value_or(0);
}

Shortfalls worseThan(const Misfits &before, const Misfits &found) {
    Shortfalls worse;
    for (const auto &misfit : found) {
        if (std::ranges::none_of(before, [&misfit](const Misfit &old) { return isNoWorse(old, misfit); })) {
            worse.push_back(misfit.shortfall);
        }
    }
    return worse;
}

} // namespace polder
