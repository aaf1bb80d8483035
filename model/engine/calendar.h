#pragma once

#include "model/core/snapshot.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace polder {

/// What the rows of a calendar are.
enum class CalendarBy {
    Rack, ///< and what stands on the floor, by room
    Room, ///< all that is in it
    Tenant,
    Equipment
};

enum class BookingState {
    Held,
    Delivered,
    Installed,
    Leaving
};

/// Bookings of one row that are alike: of the same state and days.
struct CalendarBar {
    BookingState state = BookingState::Installed;
    Period during;
    std::optional<Day> lapses; ///< the last day of a hold
    std::size_t first = 0;     ///< of its bookings in Calendar::bookings
    std::size_t count = 0;
};

/// Bars of a row stand in as many lanes as overlap.
struct CalendarRow {
    RoomId room; ///< a row with a room alone is its floor, or the heading of what is in it
    RackId rack;
    OrganisationId tenant;
    EquipmentId equipment;
    bool heading = false;
    std::size_t firstLane = 0;
    std::size_t lanes = 1;
};

/// Something that has its day.
struct CalendarMark {
    enum Kind {
        HostingEnds,
        HoldLapses,
        DecisionDue,
        Delivery, ///< what is held is expected
        AgreementEnds
    };
    Kind kind = HostingEnds;
    Day day;
    int count = 1;         ///< bookings, or requests
    RequestId request;     ///< whose it is, as far as all of them have it
    EquipmentId equipment; ///< if it is one
    RackId rack;
    RoomId room;
    AgreementId agreement;

    bool operator==(const CalendarMark &) const = default;
};

/// Bookings over time, as far as the viewer sees them: holds that have lapsed and what is over are left out.
struct Calendar {
    CalendarBy by = CalendarBy::Rack;
    std::vector<CalendarRow> rows;  ///< never without a lane
    std::vector<std::size_t> lanes; ///< of each its first bar; one more at the end
    std::vector<CalendarBar> bars;  ///< by lane, then day; those of a lane do not overlap
    std::vector<PlacementId> bookings;
    std::vector<CalendarMark> marks; ///< by day
    Period span;                     ///< that is worth showing

    [[nodiscard]] std::size_t laneCount() const { return lanes.empty() ? 0 : lanes.size() - 1; }
    [[nodiscard]] std::size_t rowOfLane(std::size_t lane) const;
    [[nodiscard]] std::size_t laneOfBar(std::size_t bar) const;
    [[nodiscard]] std::span<const CalendarBar> barsIn(std::size_t lane) const {
        return std::span(bars).subspan(lanes[lane], lanes[lane + 1] - lanes[lane]);
    }
    [[nodiscard]] std::span<const PlacementId> bookingsOf(const CalendarBar &bar) const {
        return std::span(bookings).subspan(bar.first, bar.count);
    }
};

using CalendarPtr = std::shared_ptr<const Calendar>;

[[nodiscard]] Calendar calendarOf(const Snapshot &snapshot, CalendarBy by);

} // namespace polder
