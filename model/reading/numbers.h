#pragma once

#include <QStringView>

#include <cstdint>
#include <optional>
#include <vector>

namespace polder {

enum class Language {
    English,
    Dutch
};

/// A decimal number as it was typed, exactly: in millionths.
struct TypedNumber {
    static constexpr std::int64_t one = 1'000'000;
    std::int64_t millionths = 0;

    auto operator<=>(const TypedNumber &) const = default;
    /// This many of something that has `size` base units, if that is a whole number of base units.
    [[nodiscard]] std::optional<std::int64_t> times(std::int64_t size) const;
    [[nodiscard]] std::optional<std::int64_t> whole() const { return times(1); }
};

/// All that these digits can mean in a text of this language, likeliest by its own signs first. Empty: it is no number.
/// "1.200" is 1200 to the Dutch; in English it may be 1.2 or a Dutchman's 1200. "1,2" can only be one thing.
[[nodiscard]] std::vector<TypedNumber> readNumber(QStringView text, Language language);

} // namespace polder
