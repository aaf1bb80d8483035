#pragma once

#include "model/engine/estate.h"

#include <vector>

namespace polder {

/// Why no rack is searched for what is of this kind; empty: they are.
[[nodiscard]] QString elsewhereText(const QString &kind);

/// What these would take of the quota in each data centre in which they may come; empty: of none.
[[nodiscard]] QString quotaLines(const Estate &estate, SiteId wish, OrganisationId owner,
                                 const std::vector<RequestItem> &items, Period during);

} // namespace polder
