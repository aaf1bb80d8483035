#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>

namespace polder::test {

/// The same numbers for the same seed on every machine: the standard's distributions are not.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : m_engine(seed) {}
    [[nodiscard]] int below(int n) { return static_cast<int>(m_engine() % static_cast<std::uint32_t>(n)); }
    [[nodiscard]] int between(int least, int most) { return least + below(most - least + 1); }
    [[nodiscard]] bool in100(int times) { return below(100) < times; }
    template <typename T>
    [[nodiscard]] T one(std::initializer_list<T> of) {
        return *(of.begin() + below(static_cast<int>(of.size())));
    }

private:
    std::mt19937 m_engine;
};

} // namespace polder::test
