#pragma once

#include "model/core/day.h"
#include "model/core/result.h"
#include "model/core/units.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace polder {

/// One change of a scenario as its author wrote it down: names, not yet looked up. What the file does not say is
/// nullopt.
struct ScenarioChangeDraft {
    enum class Kind {
        Place,
        Move,
        Retire,
        AddRacks,
        AddFeed,
        Fail,
        Refuse
    };
    Kind kind = Kind::Place;
    std::optional<QString> request, model, plug, airflow, organisation, site, rack, face, assetTag, like, name, feedA,
        feedB, node, reason;
    std::optional<int> item, count, drawWatts, cords, placement;
    std::optional<qint64> limitWatts;
    std::optional<Height> height;
    std::optional<Mass> weight;
    std::optional<Length> depth;
    std::optional<double> unit;
    std::optional<Day> from, until;

    bool operator==(const ScenarioChangeDraft &) const = default;
};

/// See resources/schemas/scenario.schema.json.
struct ScenarioDraft {
    std::optional<QString> name;
    std::optional<Day> on;
    std::vector<ScenarioChangeDraft> changes;

    bool operator==(const ScenarioDraft &) const = default;
};

/// Reads a scenario file. The error is Invalid: `data["field"]` is the JSON pointer of the first value that cannot be
/// used, `data["faults"]` lists all as {field, reason}; a file that is not JSON has `data["line"]`.
[[nodiscard]] Result<ScenarioDraft> parseScenario(const QByteArray &json);

/// The same as a file, so that `parseScenario` reads it back.
[[nodiscard]] QByteArray scenarioFile(const ScenarioDraft &draft);

/// The name of a kind in the file.
[[nodiscard]] QString nameOf(ScenarioChangeDraft::Kind kind);

} // namespace polder
