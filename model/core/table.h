#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace polder {

/// The order of the rows of a table. A row without an `id` has an overload of its own beside its struct.
template <typename T>
[[nodiscard]] constexpr auto rowOrder(const T &row) -> decltype(row.id) {
    return row.id;
}

/// What names the row, and comes first in the order. Several rows may have the same key; they stand together.
template <typename T>
[[nodiscard]] constexpr auto rowKey(const T &row) {
    if constexpr (requires { row.id; }) {
        return row.id;
    } else {
        return std::get<0>(rowOrder(row));
    }
}

/// Rows of one table, sorted, immutable. They stand in chunks that copies and later generations share: what a booking
/// changes in a million rows costs a few chunks. The rows of one key are always within one chunk.
template <typename T>
class Table {
    struct Chunk {
        std::shared_ptr<const std::vector<T>> rows; ///< never empty
        std::size_t first = 0;                      ///< how many rows stand before it
    };

public:
    using Key = decltype(rowKey(std::declval<const T &>()));
    using value_type = T;

    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;

        Iterator() = default;
        reference operator*() const { return *m_row; }
        pointer operator->() const { return m_row; }
        Iterator &operator++() {
            if (++m_row == m_end && ++m_chunk != m_last) {
                enter();
            }
            return *this;
        }
        Iterator operator++(int) {
            auto before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator &o) const { return m_row == o.m_row; }

    private:
        friend class Table;
        Iterator(const Chunk *chunk, const Chunk *last) : m_chunk(chunk), m_last(last) { enter(); }
        void enter() {
            m_row = m_chunk->rows->data();
            m_end = m_row + m_chunk->rows->size();
        }

        const Chunk *m_chunk = nullptr;
        const Chunk *m_last = nullptr;
        const T *m_row = nullptr;
        const T *m_end = nullptr;
    };

    Table() = default;
    /// The rows must be in their order.
    explicit Table(std::vector<T> rows) {
        std::vector<Chunk> chunks;
        append(chunks, std::move(rows));
        adopt(std::move(chunks));
    }

    [[nodiscard]] std::size_t size() const {
        return m_chunks ? m_chunks->back().first + m_chunks->back().rows->size() : 0;
    }
    [[nodiscard]] bool empty() const { return !m_chunks; }
    [[nodiscard]] Iterator begin() const {
        return m_chunks ? Iterator(m_chunks->data(), m_chunks->data() + m_chunks->size()) : Iterator();
    }
    [[nodiscard]] Iterator end() const {
        Iterator end;
        if (m_chunks) {
            end.m_row = m_chunks->back().rows->data() + m_chunks->back().rows->size();
        }
        return end;
    }
    [[nodiscard]] const T &operator[](std::size_t place) const {
        const auto after = std::ranges::upper_bound(*m_chunks, place, {}, &Chunk::first);
        const Chunk &chunk = *std::prev(after);
        return (*chunk.rows)[place - chunk.first];
    }

    /// All rows with this key.
    [[nodiscard]] std::span<const T> rowsOf(Key key) const {
        const Chunk *chunk = chunkOf(key);
        return chunk ? std::span<const T>(std::ranges::equal_range(*chunk->rows, key, {}, &rowKey<T>))
                     : std::span<const T>();
    }
    /// The row with this key, or nullptr.
    [[nodiscard]] const T *find(Key key) const {
        const auto rows = rowsOf(key);
        return rows.empty() ? nullptr : rows.data();
    }
    /// The place of the first row with this key among all, or -1.
    [[nodiscard]] int placeOf(Key key) const {
        const T *row = find(key);
        if (!row) {
            return -1;
        }
        const Chunk *chunk = chunkOf(key);
        return static_cast<int>(chunk->first + static_cast<std::size_t>(row - chunk->rows->data()));
    }

    /// This table without the rows of which `isGone` is true, and with `fresh`, which are in their order. `keys`
    /// (sorted) are those of all rows that come or go; chunks that have none of them are shared.
    template <typename IsGone>
    [[nodiscard]] Table merged(std::span<const Key> keys, std::vector<T> fresh, const IsGone &isGone) const {
        if (!m_chunks) {
            return Table(std::move(fresh));
        }
        std::vector<Chunk> chunks;
        auto next = fresh.begin();
        auto key = keys.begin();
        for (auto chunk = m_chunks->begin(); chunk != m_chunks->end(); ++chunk) {
            // Up to where the next chunk begins; what comes before the first and after the last is theirs.
            const bool last = std::next(chunk) == m_chunks->end();
            const auto upTo = [&](auto from, auto end, const auto &keyOf) {
                return last ? end
                            : std::ranges::lower_bound(from, end, rowKey(std::next(chunk)->rows->front()), {}, keyOf);
            };
            const auto keysEnd = upTo(key, keys.end(), std::identity());
            const auto freshEnd = upTo(next, fresh.end(), &rowKey<T>);
            if (key == keysEnd) {
                chunks.push_back(*chunk);
            } else {
                append(chunks, mergedRows(*chunk->rows, next, freshEnd, isGone));
            }
            key = keysEnd;
            next = freshEnd;
        }
        Table table;
        table.adopt(std::move(chunks));
        return table;
    }

    /// The same object in both: nothing of it changed.
    [[nodiscard]] bool sameAs(const Table &o) const { return m_chunks == o.m_chunks; }

private:
    static constexpr std::size_t chunkRows = 1024;

    [[nodiscard]] const Chunk *chunkOf(Key key) const {
        if (!m_chunks) {
            return nullptr;
        }
        const auto after = std::ranges::upper_bound(*m_chunks, key, {},
                                                    [](const Chunk &chunk) { return rowKey(chunk.rows->front()); });
        return after == m_chunks->begin() ? nullptr : &*std::prev(after);
    }
    /// In chunks of about `chunkRows`; a few more or less need no cutting.
    static void append(std::vector<Chunk> &chunks, std::vector<T> rows) {
        const auto push = [&chunks](std::vector<T> some) {
            if (!some.empty()) {
                chunks.push_back({std::make_shared<const std::vector<T>>(std::move(some)), 0});
            }
        };
        if (rows.size() <= 2 * chunkRows) {
            push(std::move(rows));
            return;
        }
        for (auto from = rows.begin(); from != rows.end();) {
            auto until = rows.end() - from > std::ptrdiff_t{chunkRows} ? from + std::ptrdiff_t{chunkRows} : rows.end();
            while (until != rows.end() && rowKey(*until) == rowKey(*std::prev(until))) {
                ++until;
            }
            push(std::vector<T>(std::make_move_iterator(from), std::make_move_iterator(until)));
            from = until;
        }
    }
    template <typename Fresh, typename IsGone>
    static std::vector<T> mergedRows(const std::vector<T> &old, Fresh next, Fresh end, const IsGone &isGone) {
        std::vector<T> rows;
        rows.reserve(old.size() + static_cast<std::size_t>(end - next));
        for (const T &row : old) {
            for (; next != end && rowOrder(*next) < rowOrder(row); ++next) {
                rows.push_back(std::move(*next));
            }
            if (!isGone(row)) {
                rows.push_back(row);
            }
        }
        rows.insert(rows.end(), std::make_move_iterator(next), std::make_move_iterator(end));
        return rows;
    }
    void adopt(std::vector<Chunk> chunks) {
        std::size_t first = 0;
        for (Chunk &chunk : chunks) {
            chunk.first = std::exchange(first, first + chunk.rows->size());
        }
        m_chunks = chunks.empty() ? nullptr : std::make_shared<const std::vector<Chunk>>(std::move(chunks));
    }

    std::shared_ptr<const std::vector<Chunk>> m_chunks; ///< nullptr: no rows
};

} // namespace polder
