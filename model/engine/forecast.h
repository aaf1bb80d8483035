#pragma once

#include "model/engine/levels.h"
#include "model/engine/trend.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace polder {

/// In a month that is to come. All in base units of the resource.
struct ForecastMonth {
    Day day;
    std::int64_t booked = 0;    ///< used and held, with every booking that begins or ends by then
    std::int64_t withQueue = 0; ///< and with the open requests
    std::int64_t capacity = 0;  ///< booked and what is free besides
    std::optional<Band> trend;  ///< not below nothing or above the capacity
};

/// The day from which nothing is free; nullopt: none as far as one looked. What is full for less than a month, so that
/// something is free again on the same day of the next, is passed over.
struct FullOn {
    std::optional<Day> booked;
    std::optional<Day> withQueue;
    std::optional<Day> trend;
    std::optional<Day> trendEarly, trendLate; ///< where the edges of the band come there
};

/// Of one resource of one room or data centre, of a row or a rack, or of all together. "Today" is the day from which
/// one looks.
///
/// Bookings are known: what is booked to begin and what hosting ends moves the level on its day, and so do racks and
/// limits with a date. A hold counts as long as it is held. The queue is what open requests (submitted,
/// endorsed, in review, waiting) ask for and does not stand yet, each in full, from the day that it wishes or today,
/// until it wishes to leave; at the data centre of its wish or at all of them, in shares of what is free in their
/// rooms today; nobody knows into which row or rack they go. What stands on the floor of a room is in neither: it is in
/// no rack. The trend is that of the level on the same day of each past month, as the bookings have it that are known
/// now; it knows of no booking to come. What racks gave off as heat is what they drew, their apparent power went with
/// that as it does today, and what they weighed stood on their floor.
struct Forecast {
    Place place;
    Resource resource = Resource::Space;
    std::int64_t taken = 0;    ///< today: used and held
    std::int64_t capacity = 0; ///< today: that and what is free
    bool limited = false;      ///< whether anybody has said what it may take; else it is never full
    /// Taken on this day of each past month, today last, back to the first in which anything was; at most 120.
    std::vector<std::int64_t> past;
    std::vector<ForecastMonth> months; ///< from the next on
    FullOn full;

    /// Fewer than eight: too few for a trend.
    [[nodiscard]] std::size_t quarters() const { return past.size() / 3; }
};

struct ForecastQuery {
    SiteId site;                      ///< none: all
    RoomId room;                      ///< none: the data centre and each of its rooms
    std::optional<Resource> resource; ///< U, power and mass if not given
    int months = 36;                  ///< so far ahead
    RowId row = {};                   ///< of that room: only that row
    RackId rack = {};                 ///< of that room: only that rack
    bool together = false;            ///< where all are asked for: also of all of them together, first
    bool loads = false;               ///< where no resource is given: also heat, apparent power and the floor
    std::optional<Day> today = {};    ///< the day from which one looks ahead and back; the snapshot's if not given
};

struct Forecasts {
    std::vector<Forecast> of; ///< by data centre, itself before its rooms; U, power, mass, then the others
    bool cancelled = false;
};
[[nodiscard]] Forecasts forecast(const Estate &estate, const ForecastQuery &query, std::stop_token stop = {});

} // namespace polder
