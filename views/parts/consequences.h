#pragma once

#include "model/engine/failover.h"
#include "model/items/powermodel.h"

namespace polder {

// What comes of it when something fails, as rows and as a sentence.

/// What is too much first, then what stops, what gets too warm, and what is left on fewer paths.
[[nodiscard]] std::vector<ConsequenceRow> consequenceRows(const Estate &estate, const Failure &failure);
/// "3 devices stop (4.2 kW), 12 lose a path, 1 node gets too much.", or that nothing comes of it.
[[nodiscard]] QString consequenceText(const Estate &estate, const Failing &failing, const Failure &failure);

/// In kW, or in kVA of a phase; and which of them it is.
[[nodiscard]] QString quantityAmount(std::int64_t number, std::size_t quantity);
[[nodiscard]] QString quantityText(std::size_t quantity);

} // namespace polder
