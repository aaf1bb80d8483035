#include "model/engine/severalonfloor.h"

#include "model/engine/additions.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>

namespace polder {

namespace {

/// The room or data centre of a room, as a number.
std::int64_t partOf(const Estate &estate, RoomId id, Within within) {
    const auto *room = estate.snapshot().rooms.find(id);
    return within == Within::Anything ? 0 : within == Within::Site && room ? room->site.value : id.value;
}

bool worse(const FloorPiece &a, const FloorPiece &b) {
    const int left = a.place.scores.total();
    const int right = b.place.scores.total();
    return left != right ? left < right : b.place.room < a.place.room;
}

/// Places pieces one by one, each in an estate in which those before it stand.
class FloorPlan {
public:
    FloorPlan(const Estate &estate, const Wanted &wanted, std::stop_token stop)
        : m_estate(estate)
        , m_one(wanted)
        , m_apart(wanted.apart)
        , m_count(wanted.count)
        , m_stop(std::move(stop)) {
        m_one.count = 1;
        m_one.best = 0;
        m_one.replacing.clear(); // they are gone from the estate
    }

    /// In these rooms, of each the best place. Only rooms whose turn comes are asked again.
    void place(std::vector<FloorPiece> rooms) {
        std::ranges::make_heap(rooms, worse);
        while (std::ssize(m_pieces) < m_count && !rooms.empty() && !m_stop.stop_requested()) {
            std::ranges::pop_heap(rooms, worse);
            auto next = std::move(rooms.back());
            rooms.pop_back();
            const auto part = partOf(m_estate, next.place.room, m_apart);
            const bool excluded =
                m_apart != Within::Anything && std::ranges::any_of(m_pieces, [&](const FloorPiece &one) {
                    return partOf(m_estate, one.place.room, m_apart) == part;
                });
            auto again = excluded ? std::nullopt : m_later ? bestIn(next.place.room) : std::optional(next);
            if (!again) {
                continue;
            }
            if (rooms.empty() || !worse(*again, rooms.front())) {
                m_later = std::make_unique<const Estate>(
                    withBookings(now(), std::array{bookingAt(m_one, again->place, again->cords)}));
                m_pieces.push_back(*again);
            }
            rooms.push_back(std::move(*again));
            std::ranges::push_heap(rooms, worse);
        }
    }
    [[nodiscard]] const std::vector<FloorPiece> &pieces() const { return m_pieces; }
    [[nodiscard]] int total() const {
        int sum = 0;
        for (const auto &piece : m_pieces) {
            sum += piece.place.scores.total();
        }
        return sum;
    }
    /// With all that is placed.
    [[nodiscard]] const Estate &now() const { return m_later ? *m_later : m_estate; }

private:
    [[nodiscard]] std::optional<FloorPiece> bestIn(RoomId room) const {
        auto asked = m_one;
        asked.room = room;
        const auto found = findFloor(now(), asked, m_stop);
        return found.places.empty() ? std::nullopt
                                    : std::optional(FloorPiece{found.places.front(), found.rooms.front().cords});
    }

    const Estate &m_estate;
    Wanted m_one;
    Within m_apart;
    int m_count;
    std::stop_token m_stop;
    std::unique_ptr<const Estate> m_later;
    std::vector<FloorPiece> m_pieces;
};

} // namespace

Booking bookingAt(const Wanted &wanted, const FloorPlace &place, std::vector<Cord> cords) {
    Booking booking;
    booking.item = wanted.item;
    booking.owner = wanted.owner;
    booking.during = wanted.during;
    booking.room = place.room;
    booking.x = place.x;
    booking.y = place.y;
    booking.orientationDegrees = place.orientationDegrees;
    booking.cords = std::move(cords);
    return booking;
}

void planOnFloor(const Estate &estate, const Wanted &wanted, FloorSearch &found, std::stop_token stop) {
    std::vector<FloorPiece> rooms; // best first
    std::set<RoomId> known;
    for (const auto &place : found.places) {
        if (known.insert(place.room).second) {
            rooms.push_back({place, std::ranges::find(found.rooms, place.room, &FloorRoom::room)->cords});
        }
    }
    if (wanted.count == 1) {
        found.plan.assign(rooms.begin(), rooms.begin() + !rooms.empty());
        return;
    }
    std::vector<std::int64_t> parts; // in the order of their best places
    for (const auto &room : rooms) {
        const auto part = partOf(estate, room.place.room, wanted.together);
        if (std::ranges::find(parts, part) == parts.end()) {
            parts.push_back(part);
        }
    }
    found.full = rooms.empty() && wanted.together == Within::Anything ? found.refused : std::vector<NoFloor>();
    int best = 0;
    for (const auto part : parts) {
        auto some = rooms;
        std::erase_if(some,
                      [&](const FloorPiece &one) { return partOf(estate, one.place.room, wanted.together) != part; });
        const bool complete = std::ssize(found.plan) == wanted.count;
        if (stop.stop_requested() || (complete && best >= wanted.count * some.front().place.scores.total())) {
            break;
        }
        FloorPlan plan(estate, wanted, stop);
        plan.place(std::move(some));
        if (std::pair(plan.pieces().size(), plan.total()) > std::pair(found.plan.size(), best)) {
            found.plan = plan.pieces();
            best = plan.total();
        }
        if (wanted.together == Within::Anything && std::ssize(found.plan) < wanted.count && !stop.stop_requested()) {
            auto one = wanted;
            one.count = 1;
            one.replacing.clear();
            found.full = findFloor(plan.now(), one, stop).refused;
        }
    }
}

} // namespace polder
