#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace polder {

/// The half units of one rack as bits; bit 0 is the lower half of U1. A rack has at most 100 U (sql/migrations/0003),
/// so 256 bits hold any.
class HuMask {
public:
    static constexpr int size = 256;

    constexpr HuMask() = default;

    [[nodiscard]] static constexpr HuMask range(int from, int until) {
        HuMask mask;
        const int last = std::min(until, size);
        for (int word = 0; word < words; ++word) {
            const int low = std::max(from - word * 64, 0);
            const int high = std::min(last - word * 64, 64);
            if (low < high) {
                mask.m_words[word] = (~std::uint64_t{0} >> (64 - (high - low))) << low;
            }
        }
        return mask;
    }
    /// Sets these bits; touches no word that has none of them.
    constexpr void cover(int from, int until) {
        const int last = std::min(until, size) - 1;
        for (int word = from / 64; from <= last && word <= last / 64; ++word) {
            const int low = std::max(from - word * 64, 0);
            const int high = std::min(last - word * 64, 63);
            m_words[word] |= (~std::uint64_t{0} >> (63 - (high - low))) << low;
        }
    }
    /// Only whole units: every even bit.
    [[nodiscard]] static constexpr HuMask wholeUnits() {
        HuMask mask;
        mask.m_words.fill(0x5555'5555'5555'5555);
        return mask;
    }

    [[nodiscard]] constexpr bool test(int bit) const { return (m_words[bit / 64] >> (bit % 64)) & 1; }
    [[nodiscard]] constexpr bool none() const { return (m_words[0] | m_words[1] | m_words[2] | m_words[3]) == 0; }
    [[nodiscard]] constexpr int count() const {
        int sum = 0;
        for (const auto word : m_words) {
            sum += std::popcount(word);
        }
        return sum;
    }
    /// The lowest set bit at or above `from`, or `size`.
    [[nodiscard]] constexpr int next(int from) const {
        for (int word = from / 64; word < words; ++word) {
            const auto rest = word == from / 64 ? m_words[word] & (~std::uint64_t{0} << (from % 64)) : m_words[word];
            if (rest != 0) {
                return word * 64 + std::countr_zero(rest);
            }
        }
        return size;
    }
    /// How many set bits follow each other from `from` upwards.
    [[nodiscard]] constexpr int runFrom(int from) const { return (~*this).next(from) - from; }
    [[nodiscard]] constexpr int longestRun() const {
        int longest = 0;
        for (int bit = next(0); bit < size;) {
            const int length = runFrom(bit);
            longest = std::max(longest, length);
            bit = bit + length < size ? next(bit + length) : size;
        }
        return longest;
    }

    /// The bits from which `length` set bits follow: doubling, so a run of 40 takes six steps, not forty.
    [[nodiscard]] constexpr HuMask runs(int length) const {
        HuMask starts = *this;
        for (int have = 1; have < length;) {
            const int step = std::min(have, length - have);
            starts &= starts.down(step);
            have += step;
        }
        return starts;
    }

    [[nodiscard]] constexpr HuMask down(int bits) const {
        HuMask mask;
        const int jump = bits / 64;
        const int rest = bits % 64;
        for (int word = 0; word + jump < words; ++word) {
            mask.m_words[word] = m_words[word + jump] >> rest;
            if (rest != 0 && word + jump + 1 < words) {
                mask.m_words[word] |= m_words[word + jump + 1] << (64 - rest);
            }
        }
        return mask;
    }
    [[nodiscard]] constexpr HuMask up(int bits) const {
        HuMask mask;
        const int jump = bits / 64;
        const int rest = bits % 64;
        for (int word = words - 1; word >= jump; --word) {
            mask.m_words[word] = m_words[word - jump] << rest;
            if (rest != 0 && word > jump) {
                mask.m_words[word] |= m_words[word - jump - 1] >> (64 - rest);
            }
        }
        return mask;
    }

    constexpr HuMask &operator&=(const HuMask &o) {
        for (int word = 0; word < words; ++word) {
            m_words[word] &= o.m_words[word];
        }
        return *this;
    }
    constexpr HuMask &operator|=(const HuMask &o) {
        for (int word = 0; word < words; ++word) {
            m_words[word] |= o.m_words[word];
        }
        return *this;
    }
    [[nodiscard]] constexpr HuMask operator~() const {
        HuMask mask;
        for (int word = 0; word < words; ++word) {
            mask.m_words[word] = ~m_words[word];
        }
        return mask;
    }
    [[nodiscard]] friend constexpr HuMask operator&(HuMask a, const HuMask &b) { return a &= b; }
    [[nodiscard]] friend constexpr HuMask operator|(HuMask a, const HuMask &b) { return a |= b; }
    bool operator==(const HuMask &) const = default;

private:
    static constexpr int words = size / 64;
    std::array<std::uint64_t, words> m_words{};
};

} // namespace polder
