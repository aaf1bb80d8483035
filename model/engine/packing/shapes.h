#pragma once

#include "model/engine/packing/packing.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace polder::packing {

/// Items as a few machine words, so that "does it fit" is one subtraction a word: every dimension has a lane with a
/// guard bit above it, and a lane that would become negative takes its guard bit away.
class Shapes {
public:
    using Word = std::uint64_t;

    explicit Shapes(const Instance &instance) {
        Size largest = 1;
        for (const Size capacity : instance.capacity) {
            largest = std::max(largest, capacity);
        }
        int width = 1; // of a lane with its guard
        while (width < 32 && (Word{1} << (width - 1)) <= Word(largest)) {
            ++width;
        }
        const int lanes = 64 / width;
        const int dimensions = static_cast<int>(instance.capacity.size());
        m_words = (dimensions + lanes - 1) / lanes;
        m_count = static_cast<int>(instance.items.size());
        const auto pack = [&](const std::vector<Size> &sizes, Word *into) {
            for (int j = 0; j < dimensions; ++j) {
                into[j / lanes] |= Word(sizes[j]) << (j % lanes * width);
            }
        };
        m_guards.assign(m_words, 0);
        for (int j = 0; j < dimensions; ++j) {
            m_guards[j / lanes] |= Word{1} << (j % lanes * width + width - 1);
        }
        m_empty = m_guards;
        pack(instance.capacity, m_empty.data());
        m_items.assign(std::size_t(m_count) * m_words, 0);
        for (int i = 0; i < m_count; ++i) {
            pack(instance.items[i], m_items.data() + std::size_t(i) * m_words);
        }
    }

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int words() const { return m_words; }
    [[nodiscard]] const Word *item(int i) const { return m_items.data() + std::size_t(i) * m_words; }
    /// The room of an empty bin.
    [[nodiscard]] const Word *empty() const { return m_empty.data(); }

    [[nodiscard]] bool fits(const Word *room, int i) const {
        const Word *size = item(i);
        for (int w = 0; w < m_words; ++w) {
            if (((room[w] - size[w]) & m_guards[w]) != m_guards[w]) {
                return false;
            }
        }
        return true;
    }
    void take(Word *room, int i) const {
        const Word *size = item(i);
        for (int w = 0; w < m_words; ++w) {
            room[w] -= size[w];
        }
    }
    void giveBack(Word *room, int i) const {
        const Word *size = item(i);
        for (int w = 0; w < m_words; ++w) {
            room[w] += size[w];
        }
    }

private:
    int m_count = 0;
    int m_words = 0;
    std::vector<Word> m_guards;
    std::vector<Word> m_empty;
    std::vector<Word> m_items;
};

} // namespace polder::packing
