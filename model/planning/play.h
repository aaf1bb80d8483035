#pragma once

#include "model/core/result.h"
#include "model/engine/scenario.h"
#include "model/exchange/scenariofile.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace polder {

/// One change of a scenario's file, with all that it came to.
struct PlayedChange {
    ScenarioChangeDraft draft;
    std::vector<Change> changes;
    std::vector<ChangeOutcome> outcomes; ///< of each

    [[nodiscard]] bool crosses() const;
    [[nodiscard]] std::vector<Shortfall> crossed() const;
};

/// A scenario's file, played from its first change to its last.
struct PlayedScenario {
    std::shared_ptr<const Scenario> scenario;
    std::vector<PlayedChange> changes;

    [[nodiscard]] bool crosses() const;
    [[nodiscard]] const Estate &estate() const { return scenario->estate(); }
};

/// The error's `data["field"]` is the JSON pointer of what cannot be done; `progress` is told permille.
[[nodiscard]] Result<PlayedScenario> play(SnapshotPtr snapshot, const ScenarioDraft &draft, std::stop_token stop = {},
                                          const std::function<void(int)> &progress = {});

/// The first day of a change; nullopt: it has none.
[[nodiscard]] std::optional<Day> beginOf(const Change &change);

/// The last day on which a change begins, or today.
[[nodiscard]] Day lastBegin(const PlayedScenario &played, Day today);

} // namespace polder
