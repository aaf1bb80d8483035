#include "model/engine/floorplan.h"

#include "model/engine/periods.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace polder {

namespace {

struct Span {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
};

/// One side of a polygon.
struct Side {
    PlanPoint from, to;

    [[nodiscard]] PlanPoint normal() const { return {to.y - from.y, from.x - to.x}; }
};

Side sideOf(const PlanShape &shape, std::size_t i) {
    return {shape[i], shape[(i + 1) % shape.size()]};
}

std::int64_t dot(PlanPoint a, PlanPoint b) {
    return a.x * b.x + a.y * b.y;
}

template <typename Points>
Span along(PlanPoint normal, const Points &points) {
    Span span;
    for (const PlanPoint point : points) {
        span.least = std::min(span.least, dot(normal, point));
        span.most = std::max(span.most, dot(normal, point));
    }
    return span;
}

bool isConvex(const PlanShape &shape) {
    bool left = false;
    bool right = false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const Side here = sideOf(shape, i);
        const Side next = sideOf(shape, (i + 1) % shape.size());
        const auto turn = dot(here.normal(), {next.to.x - next.from.x, next.to.y - next.from.y});
        left = left || turn > 0;
        right = right || turn < 0;
    }
    return !(left && right);
}

/// A side passes through the inside of a convex polygon: no line along a side of it, or along itself, has them apart.
bool passesThrough(const Side &side, const PlanShape &convex) {
    const auto apart = [&](PlanPoint normal) {
        const Span of = along(normal, convex);
        const Span its = along(normal, std::array{side.from, side.to});
        return of.most <= its.least || its.most <= of.least;
    };
    for (std::size_t i = 0; i < convex.size(); ++i) {
        if (apart(sideOf(convex, i).normal())) {
            return false;
        }
    }
    return !apart(side.normal());
}

/// Whether the middle of a convex polygon is within another, of which no side passes through it.
bool isWithin(const PlanShape &convex, const PlanShape &other) {
    // Coordinates times the number of corners, so that the middle is whole.
    const auto times = static_cast<std::int64_t>(convex.size());
    PlanPoint middle;
    for (const PlanPoint corner : convex) {
        middle.x += corner.x;
        middle.y += corner.y;
    }
    bool within = false;
    for (std::size_t i = 0; i < other.size(); ++i) {
        const auto [from, to] = sideOf(other, i);
        if ((times * from.y > middle.y) != (times * to.y > middle.y)) {
            const auto turn =
                (times * from.x - middle.x) * (to.y - from.y) + (middle.y - times * from.y) * (to.x - from.x);
            within = within != (to.y > from.y ? turn > 0 : turn < 0);
        }
    }
    return within;
}

PlanShape shapeOf(const std::vector<QPointF> &points) {
    PlanShape shape;
    for (const QPointF point : points) {
        shape.push_back({std::llround(point.x()), std::llround(point.y())});
    }
    return shape;
}

PlanShape shapeOf(const std::vector<std::int32_t> &corners) {
    PlanShape shape;
    for (std::size_t i = 0; i + 1 < corners.size(); i += 2) {
        shape.push_back({corners[i], corners[i + 1]});
    }
    return shape;
}

PlanShape shapeOf(const Rack &rack) {
    const bool turned = rack.orientationDegrees % 180 == 90;
    const int wide = (turned ? rack.depth : rack.width).mm;
    const int deep = (turned ? rack.width : rack.depth).mm;
    return {{rack.x.mm, rack.y.mm},
            {rack.x.mm + wide, rack.y.mm},
            {rack.x.mm + wide, rack.y.mm + deep},
            {rack.x.mm, rack.y.mm + deep}};
}

std::optional<std::int64_t> deepest(std::initializer_list<std::optional<std::int64_t>> overlaps) {
    // Nothing is less than any.
    return std::max(overlaps);
}

QString textOf(const std::vector<std::int32_t> &corners) {
    QString text;
    for (const auto corner : corners) {
        text += QString::number(corner) + u',';
    }
    return text;
}

Misfit misfit(const QString &rule, const QString &where, std::int64_t requested, std::optional<std::int64_t> capacity,
              const QString &unit, const QString &quantity, Period during) {
    Misfit found;
    found.during = during;
    found.shortfall.rule = rule;
    found.shortfall.where = where;
    found.shortfall.requested = requested;
    found.shortfall.used = 0;
    found.shortfall.capacity = capacity;
    found.shortfall.unit = unit;
    found.shortfall.quantity = quantity;
    found.shortfall.date = during.from;
    return found;
}

const Room *floorOf(const Estate &estate, const Booking &booking) {
    return booking.rack ? nullptr : estate.snapshot().rooms.find(booking.room);
}

/// What of something that is delivered does not go through a segment; the first, by these names.
std::optional<Misfit> blocks(const DeliverySegment &segment, const Envelope::Delivered &item, const QString &where,
                             Period during) {
    const bool isLift = segment.kind == u"lift";
    std::optional<int> narrow = segment.width ? std::optional(segment.width->mm) : std::nullopt;
    std::optional<int> wide;
    if (isLift && segment.length) {
        if (narrow) {
            wide = std::max(*narrow, segment.length->mm);
        }
        narrow = std::min(narrow.value_or(segment.length->mm), segment.length->mm);
    }
    const auto asks = [&](std::optional<std::int64_t> requested, std::optional<std::int64_t> capacity,
                          const char16_t *unit, const char16_t *quantity) -> std::optional<Misfit> {
        if (!requested || !capacity || *requested <= *capacity) {
            return std::nullopt;
        }
        return misfit(u"S9"_qs, where + u' ' + segment.name, *requested, capacity, QString::fromUtf16(unit),
                      QString::fromUtf16(quantity), during);
    };
    std::optional<std::int64_t> narrower, wider, onOneCastor;
    if (item.width && item.depth) {
        narrower = std::min(item.width->mm, item.depth->mm);
        wider = std::max(item.width->mm, item.depth->mm);
    }
    if (item.weight) {
        // Half of it, in N.
        onOneCastor = (item.weight->grams * 981 + 199'999) / 200'000;
    }
    const auto limit = [](auto optional, std::int64_t times = 1) {
        return optional ? std::optional(times * std::int64_t{*optional}) : std::nullopt;
    };
    auto found = asks(narrower, limit(narrow), u"mm", u"width");
    if (!found) {
        found = asks(wider, limit(wide), u"mm", u"length");
    }
    if (!found && item.height && segment.height) {
        found = asks(item.height->mm, segment.height->mm, u"mm", u"height");
    }
    if (!found && item.weight) {
        found = asks(item.weight->grams, limit(segment.loadKilograms, 1000), u"g", u"weight");
    }
    if (!found) {
        found = asks(onOneCastor, limit(segment.pointLoadNewton), u"N", u"point load");
    }
    return found;
}

} // namespace

bool contains(const std::vector<QPointF> &shape, QPointF spot) {
    int winding = 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const QPointF a = shape[i] - spot;
        const QPointF b = shape[(i + 1) % shape.size()] - spot;
        const double cross = a.x() * b.y() - b.x() * a.y();
        if (cross == 0 && a.x() * b.x() + a.y() * b.y() <= 0) {
            return true;
        }
        if (a.y() <= 0 && b.y() > 0 && cross > 0) {
            ++winding;
        } else if (b.y() <= 0 && a.y() > 0 && cross < 0) {
            --winding;
        }
    }
    return winding != 0;
}

QPointF spotBefore(const Rack &rack, bool rear) {
    constexpr int halfATile = 300;
    const bool turned = rack.orientationDegrees % 180 == 90;
    const int wide = (turned ? rack.depth : rack.width).mm;
    const int deep = (turned ? rack.width : rack.depth).mm;
    const int away = rack.depth.mm / 2 + halfATile;
    const QPointF middle(rack.x.mm + wide / 2, rack.y.mm + deep / 2);
    switch ((rack.orientationDegrees + (rear ? 180 : 0)) % 360) {
    case 0: // y grows to the south
        return middle - QPointF(0, away);
    case 90:
        return middle + QPointF(away, 0);
    case 180:
        return middle + QPointF(0, away);
    default:
        return middle - QPointF(away, 0);
    }
}

PlanShape turned(PlanPoint middle, int degrees, std::int64_t west, std::int64_t north, std::int64_t east,
                 std::int64_t south) {
    constexpr std::int64_t one = 1 << 20;
    const double angle = degrees * std::numbers::pi / 180;
    const std::int64_t c = std::llround(std::cos(angle) * one);
    const std::int64_t s = std::llround(std::sin(angle) * one);
    const auto corner = [&](std::int64_t u, std::int64_t v) {
        // Towards minus infinity, so that halves go one way.
        return PlanPoint{middle.x + ((u * c - v * s + one) >> 21), middle.y + ((u * s + v * c + one) >> 21)};
    };
    return {corner(west, north), corner(east, north), corner(east, south), corner(west, south)};
}

std::optional<FloorShape> floorShape(const Envelope &item, Length x, Length y, int orientationDegrees) {
    if (!item.bodyWidth || !item.depth) {
        return std::nullopt;
    }
    const std::int64_t wide = item.bodyWidth->mm;
    const std::int64_t deep = item.depth->mm;
    const auto &free = item.clearance;
    const PlanPoint middle{x.mm, y.mm};
    return FloorShape{turned(middle, orientationDegrees, -wide, -deep, wide, deep),
                      turned(middle, orientationDegrees, -wide - 2 * free.right.mm, -deep - 2 * free.front.mm,
                             wide + 2 * free.left.mm, deep + 2 * free.rear.mm)};
}

std::optional<std::int64_t> overlap(const PlanShape &a, const PlanShape &b) {
    double least = std::numeric_limits<double>::infinity();
    for (const auto *shape : {&a, &b}) {
        for (std::size_t i = 0; i < shape->size(); ++i) {
            const PlanPoint normal = sideOf(*shape, i).normal();
            if (normal == PlanPoint{}) {
                continue;
            }
            const Span left = along(normal, a);
            const Span right = along(normal, b);
            const auto shared = std::min(left.most - right.least, right.most - left.least);
            if (shared <= 0) {
                return std::nullopt;
            }
            least = std::min(least, static_cast<double>(shared) / std::sqrt(static_cast<double>(dot(normal, normal))));
        }
    }
    const auto depth = static_cast<std::int64_t>(std::ceil(least));
    if (isConvex(b)) {
        return depth;
    }
    for (std::size_t i = 0; i < b.size(); ++i) {
        const Side side = sideOf(b, i);
        if (side.from != side.to && passesThrough(side, a)) {
            return depth;
        }
    }
    return isWithin(a, b) ? std::optional(depth) : std::nullopt;
}

std::vector<FloorObstacle> floorObstacles(const Estate &estate, RoomId room, Period during) {
    std::vector<FloorObstacle> obstacles;
    for (const auto &other : estate.snapshot().floorOccupancy.rowsOf(room)) {
        if (other.during.overlaps(during)) {
            obstacles.push_back({shapeOf(other.footprint), shapeOf(other.clearance), false, u" footprint"_qs,
                                 common(other.during, during),
                                 u"footprint %1 %2 %3 %4"_qs.arg(textOf(other.footprint), textOf(other.clearance))
                                     .arg(other.during.from.number)
                                     .arg(other.during.until.number)});
        }
    }
    for (const auto &rack : estate.racks()) {
        if (rack.room == room && rack.during.overlaps(during)) {
            obstacles.push_back({shapeOf(rack),
                                 {},
                                 false,
                                 u'/' + rack.code,
                                 common(rack.during, during),
                                 u"rack %1"_qs.arg(rack.id.value)});
        }
    }
    for (const auto &feature : estate.snapshot().roomFeatures) {
        const bool isAisle = feature.kind == u"aisle_cold" || feature.kind == u"aisle_hot";
        const bool counts = isAisle || feature.kind == u"wall" || feature.kind == u"column" || feature.keepClear;
        if (feature.room == room && counts) {
            obstacles.push_back({shapeOf(feature.shape),
                                 {},
                                 isAisle,
                                 u' ' + (feature.name.isEmpty() ? feature.kind : feature.name),
                                 during,
                                 u"feature %1"_qs.arg(feature.id.value)});
        }
    }
    return obstacles;
}

std::optional<std::int64_t> overlap(const FloorShape &shape, const FloorObstacle &obstacle) {
    return deepest({obstacle.isAisle ? std::nullopt : overlap(shape.clearance, obstacle.body),
                    obstacle.around.empty() ? std::nullopt : overlap(shape.footprint, obstacle.around),
                    overlap(shape.footprint, obstacle.body)});
}

PlanBounds boundsOf(const FloorShape &shape) {
    const auto both = [&](PlanPoint normal) {
        const Span own = along(normal, shape.footprint);
        const Span around = along(normal, shape.clearance);
        return Span{std::min(own.least, around.least), std::max(own.most, around.most)};
    };
    const Span x = both({1, 0});
    const Span y = both({0, 1});
    return {x.least, y.least, x.most, y.most};
}

Misfits checkFloorPlan(const Estate &others, const Booking &booking) {
    Misfits found;
    const auto *room = floorOf(others, booking);
    if (!room) {
        return found;
    }
    const QString where = others.roomName(room->id);
    const auto shape = floorShape(booking.item, booking.x, booking.y, booking.orientationDegrees);
    if (!shape) {
        found.push_back(misfit(u"S6"_qs, where, 1, std::nullopt, u"mm"_qs, u"size"_qs, booking.during));
        return found;
    }
    const auto add = [&](std::int64_t depth, const QString &what, Period during, const QString &other) {
        found.push_back(misfit(u"S6"_qs, where + what, depth, 0, u"mm"_qs, {}, during));
        found.back().other = other;
    };
    const auto bounds = boundsOf(*shape);
    const auto beyond =
        std::max({-bounds.west, -bounds.north, bounds.east - room->width.mm, bounds.south - room->depth.mm});
    if (beyond > 0) {
        add(beyond, {}, booking.during, u"room"_qs);
    }
    for (const auto &obstacle : floorObstacles(others, room->id, booking.during)) {
        if (const auto depth = overlap(*shape, obstacle)) {
            add(*depth, obstacle.what, obstacle.during, obstacle.other);
        }
    }
    return found;
}

Misfits checkFloorLoad(const Estate &estate, const Booking &booking) {
    Misfits found;
    const auto *room = floorOf(estate, booking);
    if (!room || !booking.item.weight) {
        return found;
    }
    const std::int64_t weight = booking.item.weight->grams;
    const QString where = estate.roomName(room->id);
    const auto add = [&](std::int64_t limit, const QString &quantity, Period during) {
        if (weight > limit) {
            found.push_back(misfit(u"S4"_qs, where, weight, limit, u"g"_qs, quantity, during));
        }
    };
    static constexpr std::array<std::int64_t, 7> newtons{0, 2000, 3000, 4000, 4500, 5000, 6000}; // EN 12825
    if (room->floorClass && *room->floorClass > 0 && *room->floorClass < std::ssize(newtons)) {
        add(3 * newtons[static_cast<std::size_t>(*room->floorClass)] * 100'000 / 981, u"tile"_qs, booking.during);
    }
    if (booking.item.bodyWidth && booking.item.depth) {
        const std::int64_t area = std::int64_t{booking.item.bodyWidth->mm} * booking.item.depth->mm;
        forEachFloorLoad(estate, booking, [&](int newtonsPerSquareMetre, Period during) {
            add(newtonsPerSquareMetre * area / 9810, u"area"_qs, during);
        });
    }
    return found;
}

Misfits checkDelivery(const Estate &estate, const Booking &booking) {
    const auto *room = floorOf(estate, booking);
    if (!room || booking.inherited) {
        return {}; // what was taken over has come in
    }
    std::vector<const DeliverySegment *> segments;
    for (const auto &segment : estate.snapshot().deliverySegments) {
        if (segment.room == room->id) {
            segments.push_back(&segment);
        }
    }
    std::ranges::sort(segments, {}, [](const auto *s) { return std::tie(s->route, s->ordinal); });
    Misfits closed;
    for (auto first = segments.begin(); first != segments.end();) {
        const auto next =
            std::find_if(first, segments.end(), [&](const auto *s) { return s->route != (*first)->route; });
        std::optional<Misfit> blocked;
        for (auto segment = first; segment != next && !blocked; ++segment) {
            blocked = blocks(**segment, booking.item.delivered, estate.roomName(room->id), booking.during);
        }
        if (!blocked) {
            return {};
        }
        blocked->other = (*first)->route;
        closed.push_back(std::move(*blocked));
        first = next;
    }
    return closed;
}

Misfits checkLiquid(const Estate &estate, const Booking &booking) {
    Misfits found;
    const auto &item = booking.item;
    if (!item.waterFlow) {
        return found;
    }
    const int node = estate.loopNode(booking.rack, booking.room);
    const Node *loop = node < 0 ? nullptr : &estate.node(node);
    const auto add = [&](std::int64_t requested, std::optional<std::int64_t> capacity) {
        found.push_back(misfit(u"C7"_qs, estate.nodeName(node), requested, capacity, u"mC"_qs, {}, booking.during));
        found.back().shortfall.node = loop->id.value;
    };
    if (!loop) {
        const QString where = booking.rack ? estate.rackName(booking.rack) : estate.roomName(booking.room);
        found.push_back(misfit(u"C7"_qs, where, 1, 0, u"pieces"_qs, u"loop"_qs, booking.during));
        return found;
    }
    const auto &supply = loop->supplyTemperature;
    if (!supply && (item.waterMin || item.waterMax)) {
        add((item.waterMax ? item.waterMax : item.waterMin)->millidegrees, std::nullopt);
    }
    if (supply && item.waterMax && *supply > *item.waterMax) {
        add(supply->millidegrees, item.waterMax->millidegrees);
    }
    if (supply && item.waterMin && *supply < *item.waterMin) {
        add(item.waterMin->millidegrees, supply->millidegrees);
    }
    return found;
}

} // namespace polder
