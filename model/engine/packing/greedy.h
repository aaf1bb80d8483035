#pragma once

#include "model/engine/packing/shapes.h"

#include <functional>
#include <vector>

namespace polder::packing {

using Bins = std::vector<std::vector<int>>;

/// Item by item, by falling weight, each into the first bin (`fullest`: the fullest bin) that has room.
[[nodiscard]] Bins firstFit(const Shapes &shapes, const std::vector<int> &order, const std::function<bool()> &mayGoOn);

/// Bin by bin: of the items that fit, the one whose sizes go best with the room that is left, by dot product or by
/// distance, each dimension weighed by how much of it is wanted in all.
/// R. Panigrahy, K. Talwar, L. Uyeda, U. Wieder: Heuristics for vector bin packing, 2011.
enum class Likeness {
    DotProduct,
    Distance,
};
[[nodiscard]] Bins binByBin(const Instance &instance, const Shapes &shapes, Likeness likeness,
                            const std::function<bool()> &mayGoOn);

/// The items by falling weighted sum of their shares.
[[nodiscard]] std::vector<int> bySum(const Instance &instance, const std::vector<double> &weights);
/// How much of each dimension all items want, in bins.
[[nodiscard]] std::vector<double> demand(const Instance &instance);

} // namespace polder::packing
