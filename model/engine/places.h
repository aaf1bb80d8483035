#pragma once

#include "model/core/table.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace polder {

/// Where the rows of a table stand, by id. Ids that a sequence gave lie close together, so that one look finds the
/// place; those that do not are searched for.
template <typename T>
class Places {
public:
    explicit Places(const Table<T> &table) : m_table(&table) {
        if (table.empty()) {
            return;
        }
        m_lowest = (*table.begin()).id.value;
        const auto span = static_cast<std::size_t>(table[table.size() - 1].id.value - std::int64_t{m_lowest}) + 1;
        if (span > wasteful * table.size()) {
            return;
        }
        m_places.resize(span, -1);
        int place = 0;
        for (const auto &row : table) {
            m_places[static_cast<std::size_t>(row.id.value - m_lowest)] = place++;
        }
    }

    /// -1: there is none.
    [[nodiscard]] int of(typename Table<T>::Key id) const {
        if (m_places.empty()) {
            return m_table->placeOf(id);
        }
        const auto at = static_cast<std::size_t>(id.value - std::int64_t{m_lowest});
        return at < m_places.size() ? m_places[at] : -1;
    }

private:
    static constexpr std::size_t wasteful = 8; ///< more ids than this for each row

    const Table<T> *m_table;
    std::int32_t m_lowest = 0;
    std::vector<int> m_places;
};

} // namespace polder
