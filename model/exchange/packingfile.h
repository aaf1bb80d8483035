#pragma once

#include "model/core/result.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace polder {

/// A vector bin packing problem as the public instances are written down.
struct PackingFile {
    std::vector<std::int32_t> capacity;           ///< of every bin, in each dimension
    std::vector<std::vector<std::int32_t>> items; ///< of each item, its size in each dimension

    bool operator==(const PackingFile &) const = default;
};

/// Reads whole numbers between white space: how many dimensions; the capacity in each; how many items; of each item its
/// size in each dimension and a 1, the number of its pieces. The error is Invalid: `data["line"]`, and `data["field"]`
/// as "item 3, size 0", both from 0. An item that is larger than a bin is an error too.
[[nodiscard]] Result<PackingFile> parsePacking(const QByteArray &text);

} // namespace polder
