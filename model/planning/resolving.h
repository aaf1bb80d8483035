#pragma once

#include "model/core/result.h"
#include "model/engine/scenario.h"
#include "model/exchange/scenariofile.h"

#include <vector>

namespace polder {

/// What a change of a scenario file means in the estate as the changes before it left it; of a request one change for
/// each item that lacks places, none if all have theirs. The error names the member.
[[nodiscard]] Result<std::vector<Change>> changesOf(const Estate &estate, const ScenarioChangeDraft &draft);

/// What of an item has no place yet, as a change.
[[nodiscard]] PlaceChange placingOf(const RequestItem &item, const Request &request, const Snapshot &snapshot);

/// Of the library, by its slug or MANUFACTURER MODEL; of the organisations and data centres, by
/// their code.
[[nodiscard]] Result<const Model *> modelNamed(const Snapshot &snapshot, const QString &field, const QString &text);
[[nodiscard]] Result<const Organisation *> organisationNamed(const Snapshot &snapshot, const QString &field,
                                                             const QString &text);
[[nodiscard]] Result<const Site *> siteNamed(const Snapshot &snapshot, const QString &field, const QString &text);

/// By its number or its id; nullptr: there is none, or it may not be seen.
[[nodiscard]] const Request *findRequest(const Snapshot &snapshot, const QString &text);

} // namespace polder
