#pragma once

#include "model/engine/powerchain.h"
#include "model/items/powermodel.h"
#include "views/parts/chaindiagram.h"

namespace polder {

// The engine's power chain as rows.

/// `failing`, `failure`: what is being looked at, or nullptr.
[[nodiscard]] std::vector<PowerRow> powerRows(const Estate &estate, const std::vector<ChainNode> &chain,
                                              const Failing *failing, const Failure *failure);
/// The same for the diagram.
[[nodiscard]] std::vector<ChainBox> chainBoxes(const std::vector<PowerRow> &rows);

/// A node's kind in the viewer's language.
[[nodiscard]] QString kindName(const QString &kind);

} // namespace polder
