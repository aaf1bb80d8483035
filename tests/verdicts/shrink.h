#pragma once

#include "operations.h"

namespace polder::test {

/// An estate, what happened to it, and what happened last, of which something is to be said.
struct Story {
    Plan start;
    std::vector<Operation> history;
    Operation last;

    /// As SQL.
    [[nodiscard]] QString text() const;
};

/// The same with less in it that still fails, until nothing can be left out.
[[nodiscard]] Story smallest(Story story, const std::function<bool(const Story &)> &fails);

} // namespace polder::test
