#pragma once

#include "model/items/plannermodel.h"
#include "model/planning/promotion.h"
#include "planrun.h"

namespace polder {

// Scenarios and what comes of them as rows and sentences.

/// "place", "move" ... as a heading of what one may change.
[[nodiscard]] QString kindText(ScenarioChangeDraft::Kind kind);
/// "Place 20 × Dell R760 (700 W)"
[[nodiscard]] QString changeText(const ScenarioChangeDraft &change);
/// `played`: nullptr before the answer is there.
[[nodiscard]] std::vector<ChangeRow> changeRows(const ScenarioDraft &draft, const PlayedScenario *played);
[[nodiscard]] std::vector<NewPlaceRow> newPlaceRows(const Snapshot &before, const PlayedScenario &played);
/// The limits that are crossed on the way, the first change first.
[[nodiscard]] std::vector<Shortfall> crossedLimits(const PlayedScenario &played);
/// "First limit, at change 2: LEIDEN UPS-B …", or that none is crossed.
[[nodiscard]] QString firstLimitText(const PlayedScenario &played);
[[nodiscard]] std::vector<OutlookRow> outlookRows(const Outlook &outlook);

/// Why a change of a scenario is no booking.
[[nodiscard]] QString conflictText(const Conflict &conflict);

} // namespace polder
