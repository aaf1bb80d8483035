#pragma once

#include "model/engine/booking.h"
#include "model/engine/estate.h"

#include <span>

namespace polder {

/// A piece of equipment and the place that it takes.
struct Addition {
    Equipment equipment;
    Placement placement;
};

/// The estate with these as well: the other way round of withoutPlacements. Rows that have their ids are replaced, and
/// what those took has to be taken away before.
[[nodiscard]] Estate withPlacements(const Estate &estate, std::span<const Addition> additions);

/// The estate in which the places of these bookings are taken as well; what stands there has no name.
[[nodiscard]] Estate withBookings(const Estate &estate, std::span<const Booking> bookings);

/// The table with these rows, each in the place of the one with its id.
template <typename T>
[[nodiscard]] Table<T> withRows(const Table<T> &table, std::vector<T> rows) {
    std::ranges::sort(rows, {}, &T::id);
    std::vector<typename Table<T>::Key> keys;
    for (const T &row : rows) {
        keys.push_back(row.id);
    }
    return table.merged(keys, std::move(rows), [&](const T &row) { return std::ranges::binary_search(keys, row.id); });
}

} // namespace polder
