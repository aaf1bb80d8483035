#include "model/engine/floorsearch.h"

#include "model/engine/checks.h"
#include "model/engine/fit.h"
#include "model/engine/floorplan.h"
#include "model/engine/ports.h"
#include "model/engine/severalonfloor.h"
#include "model/engine/whatif.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <map>
#include <set>

namespace polder {

namespace {

/// More combinations of outlets are not tried in a room: four cords on thirty kinds of outlets would be 40,000.
constexpr int triesPerRoom = 20'000;

constexpr std::array orientations{0, 90, 180, 270};

PlanShape moved(PlanShape shape, PlanPoint by) {
    for (auto &point : shape) {
        point.x += by.x;
        point.y += by.y;
    }
    return shape;
}

PlanBounds boundsOf(const PlanShape &shape) {
    return boundsOf(FloorShape{shape, shape});
}

bool meets(const PlanBounds &a, const PlanBounds &b) {
    return a.west < b.east && b.west < a.east && a.north < b.south && b.north < a.south;
}

PlanBounds moved(const PlanBounds &bounds, PlanPoint by) {
    return {bounds.west + by.x, bounds.north + by.y, bounds.east + by.x, bounds.south + by.y};
}

std::int64_t shared(std::int64_t from, std::int64_t until, std::int64_t otherFrom, std::int64_t otherUntil) {
    return std::max<std::int64_t>(std::min(until, otherUntil) - std::max(from, otherFrom), 0);
}

/// Something in the way, with the rectangle in which it is.
struct Standing {
    FloorObstacle obstacle;
    PlanBounds body, all;
};

/// The item in one orientation, its middle at 0, 0. Moving it moves its corners by just as much.
struct Stance {
    int orientationDegrees = 0;
    FloorShape shape;
    PlanBounds footprint, all;
};

/// One room: first what is the same wherever it stands there, then place after place.
class RoomSearch {
public:
    RoomSearch(const Estate &others, const Estate &now, const Wanted &wanted, const Room &room)
        : m_others(others)
        , m_now(now)
        , m_wanted(wanted)
        , m_room(room)
        , m_headroom(others, now, wanted.during) {
        m_asked.item = wanted.item;
        m_asked.owner = wanted.owner;
        m_asked.during = wanted.during;
        m_asked.room = room.id;
        for (auto &obstacle : floorObstacles(others, room.id, wanted.during)) {
            const auto body = boundsOf(obstacle.body);
            const auto all = obstacle.around.empty() ? body : boundsOf(FloorShape{obstacle.body, obstacle.around});
            m_standing.push_back({std::move(obstacle), body, all});
        }
        for (const int degrees : orientations) {
            if (auto shape = floorShape(wanted.item, {0}, {0}, degrees)) {
                m_stances.push_back({degrees, *shape, boundsOf(shape->footprint), boundsOf(*shape)});
            }
        }
        m_partsDiffer = std::ranges::any_of(others.environments(room.id),
                                            [](const RoomEnvironment *part) { return part->shape.has_value(); });
    }

    /// What lacks wherever it stands.
    [[nodiscard]] Shortfalls everywhere() {
        Shortfalls lacks;
        const auto misfits = [&](const Misfits &found) {
            for (const auto &one : found) {
                lacks.push_back(one.shortfall);
            }
        };
        misfits(checkMedia(m_others, m_asked));
        misfits(checkDataClass(m_others, m_asked));
        misfits(checkPersonalData(m_others, m_asked));
        misfits(checkDelivery(m_others, m_asked));
        misfits(checkLiquid(m_others, m_asked));
        for (auto &&shortfalls : {checkZone(m_others, m_now, m_asked), checkLoop(m_others, m_now, m_asked),
                                  checkPorts(m_others, m_now, m_asked), checkAgreement(m_others, m_now, m_asked)}) {
            lacks.insert(lacks.end(), shortfalls.begin(), shortfalls.end());
        }
        plugIn(lacks);
        return lacks;
    }

    [[nodiscard]] const std::vector<Cord> &cords() const { return m_cords; }
    /// Whether there are more choices of outlets than were tried.
    [[nodiscard]] bool leftOutletsOut() const { return m_leftOutletsOut; }
    [[nodiscard]] bool knowsSetpoint() const { return m_partsDiffer || polder::knowsSetpoint(m_others, m_asked); }

    /// Every place where it can stand.
    void findPlaces(Scores scores, const Weights &weights, std::vector<FloorPlace> &places, std::size_t most) {
        scores.set(Term::Phases, m_phases);
        const int nodesLeft = std::min(m_cordsLeft, roomLeft());
        forEachStance([&](const Stance &stance, PlanPoint at, std::span<const Standing *const> near) {
            if (places.size() >= most) {
                return;
            }
            const auto bounds = moved(stance.all, at);
            const bool within = bounds.west >= 0 && bounds.north >= 0 && bounds.east <= m_room.width.mm &&
                                bounds.south <= m_room.depth.mm;
            if (!within || std::ranges::any_of(near, [&](const Standing *one) { return isIn(stance, at, *one); }) ||
                !spotMisfits(at).empty()) {
                return;
            }
            scores.set(Term::Space, edgeScore(bounds, near));
            scores.set(Term::Headroom, std::min(nodesLeft, floorLeft(at)));
            scores.weigh(weights);
            places.push_back(
                {m_room.id, {static_cast<int>(at.x)}, {static_cast<int>(at.y)}, stance.orientationDegrees, scores});
        });
    }

    /// Where the least is in the way: of as few things the one with the least mm. There is a place nowhere.
    [[nodiscard]] NoFloor leastInTheWay() {
        NoFloor none;
        auto fewest = std::numeric_limits<std::size_t>::max();
        std::int64_t least = 0;
        forEachStance([&](const Stance &stance, PlanPoint at, std::span<const Standing *const> near) {
            std::size_t count = spotMisfits(at).size();
            const auto bounds = moved(stance.all, at);
            std::int64_t deep = std::max<std::int64_t>(
                {0, -bounds.west, -bounds.north, bounds.east - m_room.width.mm, bounds.south - m_room.depth.mm});
            count += deep > 0;
            for (auto one = near.begin(); one != near.end() && count <= fewest; ++one) {
                const auto depth = meets(bounds, (*one)->all) ? depthIn(stance, at, **one) : std::nullopt;
                count += depth.has_value();
                deep += depth.value_or(0);
            }
            if (std::pair(count, deep) < std::pair(fewest, least)) {
                std::tie(fewest, least) = std::pair(count, deep);
                none.at = FloorPlace{
                    m_room.id, {static_cast<int>(at.x)}, {static_cast<int>(at.y)}, stance.orientationDegrees, {}};
            }
        });
        if (none.at) {
            m_asked.x = none.at->x;
            m_asked.y = none.at->y;
            m_asked.orientationDegrees = none.at->orientationDegrees;
        }
        // Without a size there is no stance, and this says so.
        for (const auto &one : checkFloorPlan(m_others, m_asked)) {
            none.shortfalls.push_back(one.shortfall);
        }
        for (const auto &one : none.at ? spotMisfits({none.at->x.mm, none.at->y.mm}) : Misfits()) {
            none.shortfalls.push_back(one.shortfall);
        }
        return none;
    }

private:
    [[nodiscard]] std::optional<std::int64_t> depthIn(const Stance &stance, PlanPoint at, const Standing &one) const {
        return overlap({moved(stance.shape.footprint, at), moved(stance.shape.clearance, at)}, one.obstacle);
    }
    [[nodiscard]] bool isIn(const Stance &stance, PlanPoint at, const Standing &one) const {
        return meets(moved(stance.all, at), one.all) && depthIn(stance, at, one);
    }

    /// Air and floor at this spot.
    [[nodiscard]] Misfits spotMisfits(PlanPoint at) {
        if (!m_partsDiffer && m_sameEverywhere) {
            return *m_sameEverywhere;
        }
        m_asked.x = {static_cast<int>(at.x)};
        m_asked.y = {static_cast<int>(at.y)};
        Misfits all = checkInlet(m_others, m_asked);
        for (auto &&more : {checkSurroundings(m_others, m_asked), checkFloorLoad(m_others, m_asked)}) {
            all.insert(all.end(), more.begin(), more.end());
        }
        if (!m_partsDiffer) {
            m_sameEverywhere = all;
        }
        return all;
    }

    /// Of 1000, what the zone and the loop have left.
    [[nodiscard]] int roomLeft() {
        int left = 1000;
        const auto ask = [&](int node, std::int64_t amount) {
            const auto charge = amount > 0 ? chargeOn(node, amount) : std::nullopt;
            left = charge ? std::min(left, m_headroom.permilleLeft(*charge)) : left;
        };
        ask(m_others.zoneNode({}, m_room.id), heatToAir(m_wanted.item).milliwatts);
        ask(m_others.loopNode({}, m_room.id), m_wanted.item.waterFlow.value_or(0));
        for (const auto &ports : portCharges(m_others, {}, m_room.id, m_wanted.item.ports)) {
            ask(ports.node, ports.count);
        }
        return left;
    }

    /// Of 1000, what the floor bears beyond it on its footprint.
    [[nodiscard]] int floorLeft(PlanPoint at) {
        const auto &item = m_wanted.item;
        if (!item.weight || !item.bodyWidth || !item.depth) {
            return 1000;
        }
        m_asked.x = {static_cast<int>(at.x)};
        m_asked.y = {static_cast<int>(at.y)};
        int left = 1000;
        const std::int64_t area = std::int64_t{item.bodyWidth->mm} * item.depth->mm;
        forEachFloorLoad(m_others, m_asked, [&](int newtonsPerSquareMetre, Period) {
            const std::int64_t bears = std::max<std::int64_t>(newtonsPerSquareMetre * area / 9810, 1);
            left = std::min(left, static_cast<int>((bears - item.weight->grams) * 1000 / bears));
        });
        return left;
    }

    /// How much of the bounds is at an edge of the room or at something; 1000: all of it.
    [[nodiscard]] int edgeScore(const PlanBounds &own, std::span<const Standing *const> near) const {
        const std::int64_t wide = own.east - own.west;
        const std::int64_t deep = own.south - own.north;
        std::int64_t west = own.west == 0 ? deep : 0;
        std::int64_t east = own.east == m_room.width.mm ? deep : 0;
        std::int64_t north = own.north == 0 ? wide : 0;
        std::int64_t south = own.south == m_room.depth.mm ? wide : 0;
        for (const auto *one : near) {
            if (one->obstacle.isAisle) {
                continue;
            }
            const auto &body = one->body;
            const auto high = shared(own.north, own.south, body.north, body.south);
            const auto broad = shared(own.west, own.east, body.west, body.east);
            west += own.west == body.east ? high : 0;
            east += own.east == body.west ? high : 0;
            north += own.north == body.south ? broad : 0;
            south += own.south == body.north ? broad : 0;
        }
        const auto at = std::min(west, deep) + std::min(east, deep) + std::min(north, wide) + std::min(south, wide);
        return static_cast<int>(at * 1000 / std::max<std::int64_t>(2 * (wide + deep), 1));
    }

    /// Lines on which its middle is tried: the grid's, and where one of its sides is at one of these edges.
    [[nodiscard]] static std::set<std::int64_t> lines(std::int64_t size, std::span<const std::int64_t> lower,
                                                      std::span<const std::int64_t> upper,
                                                      std::initializer_list<std::int64_t> ownLower,
                                                      std::initializer_list<std::int64_t> ownUpper) {
        std::set<std::int64_t> at;
        const auto add = [&](std::int64_t line) {
            if (line >= 0 && line <= size) {
                at.insert(line);
            }
        };
        for (std::int64_t line = 0; line <= size; line += floorGridMm) {
            add(line);
        }
        for (const auto own : ownUpper) {
            add(size - own);
            for (const auto edge : lower) {
                add(edge - own);
            }
        }
        for (const auto own : ownLower) {
            add(-own);
            for (const auto edge : upper) {
                add(edge - own);
            }
        }
        return at;
    }

    /// Calls `visit` with each place that is tried, and what is near it: above or below, or at its sides.
    template <typename Visit>
    void forEachStance(const Visit &visit) {
        std::vector<std::int64_t> wests, easts, norths, souths;
        for (const auto &one : m_standing) {
            for (const auto &bounds : {one.body, one.all}) {
                wests.push_back(bounds.west);
                easts.push_back(bounds.east);
                norths.push_back(bounds.north);
                souths.push_back(bounds.south);
            }
        }
        std::vector<const Standing *> near;
        for (const auto &stance : m_stances) {
            const auto &[footprint, all] = std::tie(stance.footprint, stance.all);
            const auto columns =
                lines(m_room.width.mm, wests, easts, {footprint.west, all.west}, {footprint.east, all.east});
            for (const auto y :
                 lines(m_room.depth.mm, norths, souths, {footprint.north, all.north}, {footprint.south, all.south})) {
                near.clear();
                for (const auto &one : m_standing) {
                    if (one.all.north <= y + all.south && y + all.north <= one.all.south) {
                        near.push_back(&one);
                    }
                }
                for (const auto x : columns) {
                    visit(stance, {x, y}, std::span<const Standing *const>(near));
                }
            }
        }
    }

    /// Chooses outlets of the room for its cords; where none do, the reasons of the choice with the fewest.
    void plugIn(Shortfalls &lacks) {
        const auto wanted = static_cast<std::size_t>(std::max(m_wanted.item.cords.value_or(0), 0));
        if (wanted == 0) {
            return;
        }
        // Outlets that are alike say the same.
        std::map<std::tuple<NodeId, QString, QString, std::int32_t>, std::vector<const Outlet *>> alike;
        std::size_t free = 0;
        for (const auto &outlet : m_others.snapshot().outlets) {
            const auto *node = m_others.snapshot().nodes.find(outlet.node);
            if (node && node->room == m_room.id && !node->rack &&
                outletSuits(m_others.snapshot(), outlet, m_wanted.item) &&
                outletFree(m_others, outlet.id, m_wanted.during)) {
                alike[{outlet.node, outlet.phases, outlet.type, outlet.maxMilliampere}].push_back(&outlet);
                ++free;
            }
        }
        if (free < wanted) {
            Shortfall few;
            few.rule = u"P1"_qs;
            few.where = m_others.roomName(m_room.id);
            few.requested = static_cast<std::int64_t>(wanted);
            few.used = 0;
            few.capacity = static_cast<std::int64_t>(free);
            few.unit = u"pieces"_qs;
            few.date = m_wanted.during.from;
            lacks.push_back(few);
            return;
        }
        std::vector<std::vector<const Outlet *>> kinds;
        for (auto &[key, outlets] : alike) {
            kinds.push_back(std::move(outlets));
        }
        // What does not even bear one cord in normal operation needs no company; only where nothing else is left it is
        // tried for its reasons.
        auto bearing = kinds;
        std::erase_if(bearing, [&](const auto &outlets) { return !bearsOne(*outlets.front(), wanted); });
        Best best;
        for (const auto *some : {&bearing, &kinds}) {
            if (some == &kinds && ((best.any && best.lacks.empty()) || bearing.size() == kinds.size())) {
                break;
            }
            best = {};
            m_leftOutletsOut = false;
            int tries = 0;
            std::vector<Cord> cords;
            tryKinds(*some, 0, wanted, cords, tries, best);
        }
        m_cords = best.cords;
        m_phases = best.phases;
        m_cordsLeft = best.left;
        lacks.insert(lacks.end(), best.lacks.begin(), best.lacks.end());
    }

    [[nodiscard]] bool bearsOne(const Outlet &outlet, std::size_t cords) {
        if (!m_wanted.item.draw) {
            return true;
        }
        const Power share{m_wanted.item.draw->milliwatts / static_cast<std::int64_t>(cords)};
        const std::vector one{Cord{outlet.node, outlet.id, outlet.phases}};
        auto charges = powerCharges(m_others, share, m_wanted.item.powerFactorPermille, one);
        return std::ranges::all_of(charges, [&](NodeCharge &charge) {
            charge.extras.clear();
            return m_headroom.admits(charge);
        });
    }

    struct Best {
        bool any = false;
        std::vector<Cord> cords;
        std::size_t sides = 0; ///< rather on several
        int phases = 1000, left = 1000;
        Shortfalls lacks;
    };

    void tryKinds(std::span<const std::vector<const Outlet *>> kinds, std::size_t from, std::size_t wanted,
                  std::vector<Cord> &cords, int &tries, Best &best) {
        if (wanted == 0) {
            m_leftOutletsOut = m_leftOutletsOut || tries == triesPerRoom;
            if (tries < triesPerRoom) {
                ++tries;
                judge(cords, best);
            }
            return;
        }
        for (std::size_t kind = from; kind < kinds.size() && !m_leftOutletsOut; ++kind) {
            const auto &outlets = kinds[kind];
            for (std::size_t count = std::min(wanted, outlets.size()); count > 0; --count) {
                for (std::size_t i = 0; i < count; ++i) {
                    cords.push_back({outlets[i]->node, outlets[i]->id, outlets[i]->phases});
                }
                tryKinds(kinds, kind + 1, wanted - count, cords, tries, best);
                cords.resize(cords.size() - count);
            }
        }
    }

    void judge(const std::vector<Cord> &cords, Best &best) {
        m_asked.cords = cords;
        Shortfalls lacks;
        for (const auto &one : cordMisfits(m_others, m_asked)) {
            lacks.push_back(one.shortfall);
        }
        int left = 1000, phases = 1000;
        const auto &item = m_wanted.item;
        for (const auto &charge : item.draw ? powerCharges(m_others, *item.draw, item.powerFactorPermille, cords)
                                            : std::vector<NodeCharge>()) {
            if (!m_headroom.admits(charge)) {
                m_headroom.explain(charge, lacks);
            }
            left = std::min(left, m_headroom.permilleLeft(charge));
            if (std::ranges::any_of(cords,
                                    [&](const Cord &cord) { return m_others.indexOf(cord.node) == charge.node; })) {
                phases = std::min(phases, phaseScore(m_headroom.phases(charge.node) + charge.normal));
            }
        }
        m_asked.cords.clear();
        std::set<int> sides;
        for (const auto &cord : cords) {
            sides.insert(m_others.sideOf(m_others.indexOf(cord.node)));
        }
        const bool better = !best.any || lacks.size() < best.lacks.size() ||
                            (lacks.empty() && best.lacks.empty() &&
                             std::pair(sides.size(), left + phases) > std::pair(best.sides, best.left + best.phases));
        if (better) {
            best = {true, cords, sides.size(), phases, left, std::move(lacks)};
        }
    }

    const Estate &m_others;
    const Estate &m_now;
    const Wanted &m_wanted;
    const Room &m_room;
    Headroom m_headroom;
    Booking m_asked;
    std::vector<Standing> m_standing;
    std::vector<Stance> m_stances;
    bool m_partsDiffer = false; ///< of the room, in air or floor
    std::optional<Misfits> m_sameEverywhere;
    std::vector<Cord> m_cords;
    int m_phases = 1000, m_cordsLeft = 1000;
    bool m_leftOutletsOut = false;
};

/// Where equipment is that it belongs to; nothing: nowhere.
struct KinRooms {
    std::set<RoomId> rooms;
    std::set<SiteId> sites;

    [[nodiscard]] int affinity(const Room &room) const {
        return rooms.empty() || rooms.contains(room.id) ? 1000 : sites.contains(room.site) ? 250 : 0;
    }
};

KinRooms kinOf(const Estate &estate, const Wanted &wanted) {
    const auto &snapshot = estate.snapshot();
    const auto where = [&](auto belongs) {
        KinRooms kin;
        for (const auto &placement : snapshot.placements) {
            const auto *equipment = snapshot.equipment.find(placement.equipment);
            if (!equipment || !belongs(*equipment) || !stands(placement, snapshot) ||
                !placement.during.overlaps(wanted.during)) {
                continue;
            }
            const auto *rack = estate.rack(placement.rack);
            if (const auto *room = snapshot.rooms.find(rack ? rack->room : placement.room)) {
                kin.rooms.insert(room->id);
                kin.sites.insert(room->site);
            }
        }
        return kin;
    };
    KinRooms kin;
    if (wanted.item.system) {
        kin = where([&](const Equipment &one) { return one.system == wanted.item.system; });
    }
    if (kin.rooms.empty() && !wanted.project.isEmpty()) {
        kin = where([&](const Equipment &one) { return one.project == wanted.project; });
    }
    if (kin.rooms.empty() && wanted.owner) {
        kin = where([&](const Equipment &one) { return one.owner == wanted.owner; });
    }
    return kin;
}

} // namespace

FloorSearch findFloor(const Estate &estate, const Wanted &wanted, std::stop_token stop) {
    FloorSearch result;
    result.notChecked = uncheckedOf(wanted);
    std::optional<Estate> without;
    if (!wanted.replacing.empty()) {
        without.emplace(withoutPlacements(estate, wanted.replacing));
    }
    const Estate &others = without ? *without : estate;
    const Weights weights(others.snapshot().policy.scoreWeights);
    const auto kin = kinOf(others, wanted);
    Scores scores;
    for (std::size_t term = 0; term < termCount; ++term) {
        scores.set(static_cast<Term>(term), 1000);
    }
    for (const auto &room : others.snapshot().rooms) {
        if ((wanted.site && room.site != wanted.site) || (wanted.room && room.id != wanted.room)) {
            continue;
        }
        result.cancelled = result.cancelled || stop.stop_requested();
        if (result.cancelled) {
            break;
        }
        RoomSearch search(others, estate, wanted, room);
        auto lacks = search.everywhere();
        scores.set(Term::Affinity, kin.affinity(room));
        scores.set(Term::Site, !wanted.preferred || room.site == wanted.preferred ? 1000 : 0);
        const auto before = result.places.size();
        const bool onlyWhether = wanted.best == 1;
        if (!onlyWhether || lacks.empty()) {
            search.findPlaces(scores, weights, result.places,
                              onlyWhether ? before + 1 : std::numeric_limits<std::size_t>::max());
        }
        if (search.leftOutletsOut()) {
            result.notAllOutlets.push_back(room.id);
        }
        const auto places = result.places.size() - before;
        if ((wanted.item.inletMin || wanted.item.inletMax) && !search.knowsSetpoint()) {
            result.unknownSetpoints = true;
        }
        if (lacks.empty() && places > 0) {
            result.rooms.push_back({room.id, search.cords(), places});
            continue;
        }
        result.places.resize(before);
        NoFloor none = places > 0 || onlyWhether ? NoFloor() : search.leastInTheWay();
        none.room = room.id;
        none.shortfalls.insert(none.shortfalls.begin(), lacks.begin(), lacks.end());
        result.refused.push_back(std::move(none));
    }
    std::ranges::sort(result.places, {}, [](const FloorPlace &place) {
        return std::tuple(-place.scores.total(), place.room, place.y.mm, place.x.mm, place.orientationDegrees);
    });
    planOnFloor(others, wanted, result, stop);
    result.cancelled = result.cancelled || stop.stop_requested();
    return result;
}

std::vector<FloorPlace> apartOnFloor(const Wanted &wanted, std::span<const FloorPlace> places, std::size_t count) {
    std::vector<FloorPlace> chosen;
    std::vector<PlanShape> taken;
    for (const auto &place : places) {
        if (chosen.size() == count) {
            break;
        }
        const auto shape = floorShape(wanted.item, place.x, place.y, place.orientationDegrees);
        bool isApart = true;
        for (std::size_t i = 0; i < chosen.size() && isApart; ++i) {
            isApart = chosen[i].room != place.room || !overlap(shape->footprint, taken[i]);
        }
        if (isApart) {
            chosen.push_back(place);
            taken.push_back(shape->footprint);
        }
    }
    return chosen;
}

} // namespace polder
