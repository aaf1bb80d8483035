#pragma once

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

namespace polder {

/// How one list of keys becomes another in at most four steps that a model announces, however much changes: rows that
/// go are moved to the end, and removed there; rows that come are added at the end, and moved to their places. Views
/// follow moves by their persistent indexes, so selection and scroll stay.
struct RowMerge {
    std::vector<int> goLast;  ///< places in the old list: rows that stay, in their new order, then rows that go
    int staying = 0;          ///< how many of them stay
    std::vector<int> came;    ///< places in the new list of the rows that come
    std::vector<int> settled; ///< places among those that stay and those that came, in the order of the new list

    [[nodiscard]] static bool moves(const std::vector<int> &places) { return !std::ranges::is_sorted(places); }
};

/// Keys are distinct within each list.
template <typename Key>
[[nodiscard]] RowMerge mergeOf(const std::vector<Key> &from, const std::vector<Key> &to) {
    std::unordered_map<Key, int> places;
    places.reserve(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        places.emplace(from[i], static_cast<int>(i));
    }
    RowMerge merge;
    merge.goLast.reserve(from.size());
    merge.settled.resize(to.size());
    std::vector<bool> stays(from.size(), false);
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (const auto found = places.find(to[i]); found != places.end()) {
            stays[found->second] = true;
            merge.settled[i] = merge.staying++;
            merge.goLast.push_back(found->second);
        } else {
            merge.came.push_back(static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < merge.came.size(); ++i) {
        merge.settled[merge.came[i]] = merge.staying + static_cast<int>(i);
    }
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (!stays[i]) {
            merge.goLast.push_back(static_cast<int>(i));
        }
    }
    return merge;
}

/// The rows in the order of `places`.
template <typename T>
[[nodiscard]] std::vector<T> ordered(std::vector<T> rows, const std::vector<int> &places) {
    std::vector<T> result;
    result.reserve(places.size());
    for (const int place : places) {
        result.push_back(std::move(rows[place]));
    }
    return result;
}

/// Where each row of the old order is in the new one.
[[nodiscard]] inline std::vector<int> newPlaces(const std::vector<int> &places) {
    std::vector<int> result(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        result[places[i]] = static_cast<int>(i);
    }
    return result;
}

} // namespace polder
