#pragma once

#include "day.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace polder {

/// Why something does not fit, in numbers: the same set from the engine, from the database (SQLSTATE PL001) and from
/// `check`. Numbers are base units of `unit`: "mW", "mVA", "g", "hu" (half units), "mm", "pieces",
/// "ml/min", "N", "mC" (thousandths of a degree Celsius), "mK/h", "nT", "VC" (1: VC-A ...), "class" (the rule says of
/// what). capacity nullopt: the limit is unknown, or there is none (no agreement).
struct Shortfall {
    QString rule;                          ///< "S1", "P6" ...
    QString where;                         ///< name of the place or node, as the viewer may see it
    std::int32_t node = 0;                 ///< 0 if it is not a node
    std::optional<std::int64_t> requested; ///< by this booking
    std::optional<std::int64_t> used;      ///< by all others
    std::optional<std::int64_t> capacity;
    QString unit;
    QString quantity; ///< "" or "L1".."L3", "width", "rails", "NEN 7510", "size", "tile", "area", "loop" ...
    QString failing;  ///< the single failure under which it happens; empty: normal operation
    Day date;         ///< first day

    bool operator==(const Shortfall &) const = default;
};

} // namespace polder
