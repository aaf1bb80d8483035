#pragma once

#include <compare>
#include <cstdint>

// Whole numbers whose member names the unit: engine, database and `check` agree to the last one.
namespace polder {

/// Active power or heat.
struct Power {
    std::int64_t milliwatts = 0;
    auto operator<=>(const Power &) const = default;
};
/// Apparent power.
struct ApparentPower {
    std::int64_t milliva = 0;
    auto operator<=>(const ApparentPower &) const = default;
};
struct Mass {
    std::int64_t grams = 0;
    auto operator<=>(const Mass &) const = default;
};
/// Height in a rack. 1U = 2 half units = 44.45 mm.
struct Height {
    std::int32_t halfUnits = 0;
    auto operator<=>(const Height &) const = default;
};
struct Length {
    std::int32_t mm = 0;
    auto operator<=>(const Length &) const = default;
};
/// Of air, in degrees Celsius.
struct Temperature {
    std::int32_t millidegrees = 0;
    auto operator<=>(const Temperature &) const = default;
};

namespace literals {
consteval Power operator""_W(unsigned long long v) {
    return {static_cast<std::int64_t>(v) * 1000};
}
consteval Mass operator""_kg(unsigned long long v) {
    return {static_cast<std::int64_t>(v) * 1000};
}
consteval Height operator""_U(unsigned long long v) {
    return {static_cast<std::int32_t>(v) * 2};
}
consteval Length operator""_mm(unsigned long long v) {
    return {static_cast<std::int32_t>(v)};
}
} // namespace literals

/// What people type and read in forms; see Format for text.
[[nodiscard]] constexpr Power fromWatts(std::int64_t watts) {
    return {watts * 1000};
}
/// Whole watts; what is below one is cut off.
[[nodiscard]] constexpr std::int64_t inWatts(Power power) {
    return power.milliwatts / 1000;
}
[[nodiscard]] constexpr Mass fromKilograms(double kilograms) {
    return {static_cast<std::int64_t>(kilograms * 1000 + 0.5)};
}
[[nodiscard]] constexpr double inKilograms(Mass mass) {
    return static_cast<double>(mass.grams) / 1000;
}
[[nodiscard]] constexpr Height fromUnits(double units) {
    return {static_cast<std::int32_t>(units * 2 + 0.5)};
}
[[nodiscard]] constexpr double inUnits(Height height) {
    return height.halfUnits / 2.0;
}

} // namespace polder
