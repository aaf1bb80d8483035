#pragma once

#include "drawing.h"

#include <QRandomGenerator>

#include <functional>
#include <vector>

namespace polder::test {

/// The racks of a drawing over two data centres: R1 and R2 in one row, R3 in another of the same room, R4 in
/// another room, the others in the other data centre, which has no row.
[[nodiscard]] Estate spread(
    const Drawing &drawing, const std::function<void(Snapshot &)> &change = [](auto &) {});

/// What was drawn, as the test itself counts it.
struct Drawn {
    Booking booking;
    bool held = false;
};
/// On which something of it begins or ends.
inline constexpr int days = 6;

/// Five racks with anything in them, limits that are tight, unknown or per phase, a zone, a floor.
[[nodiscard]] Drawing anyDrawing(QRandomGenerator &random, std::vector<Drawn> &drawn);

} // namespace polder::test
