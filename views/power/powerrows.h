#pragma once

#include "model/engine/powerchain.h"
#include "model/items/powermodel.h"

namespace polder {

// The engine's power chain and failures as rows.

/// `failing`, `failure`: what is being looked at, or nullptr.
[[nodiscard]] std::vector<PowerRow> powerRows(const Estate &estate, const std::vector<ChainNode> &chain,
                                              const Failing *failing, const Failure *failure);
/// What is too much first, then what stops, what gets too warm, and what is left on fewer paths.
[[nodiscard]] std::vector<ConsequenceRow> consequenceRows(const Estate &estate, const Failure &failure);
/// "3 devices stop (4.2 kW), 12 lose a path, 1 node gets too much.", or that nothing comes of it.
[[nodiscard]] QString consequenceText(const Estate &estate, const Failing &failing, const Failure &failure);

/// A node's kind in the viewer's language.
[[nodiscard]] QString kindName(const QString &kind);

} // namespace polder
