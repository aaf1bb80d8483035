#pragma once

#include "model/engine/rackstates.h"
#include "views/parts/legend.h"

namespace polder {

/// What the colours of a plan tell.
enum class PlanLayer {
    Binding, ///< what runs out first
    Space,
    SideA,
    SideB,
    Failover,
    Heat,
    Weight,
    Airflow,
    Tenant,
    End
};
inline constexpr int planLayerCount = 10;

/// How one rack is drawn: filled from below so far, in this colour and pattern; and a sign that says the same in words.
struct RackFace {
    theme::Meaning meaning = theme::Meaning::Quiet;
    Qt::BrushStyle pattern = Qt::BDiagPattern;
    int permille = 1000;
    QString sign = {};  ///< a letter or three
    QString words = {}; ///< instead of it where there is room

    bool operator==(const RackFace &) const = default;
};

[[nodiscard]] QString layerName(PlanLayer layer);
[[nodiscard]] std::vector<Legend::Entry> layerLegend(PlanLayer layer);
/// The state's own snapshot names the tenants.
[[nodiscard]] RackFace faceOf(PlanLayer layer, const RackState &state, const Snapshot &snapshot, Day day);
/// All layers of one rack, a line each.
[[nodiscard]] QString stateText(const RackState &state, const Snapshot &snapshot);

} // namespace polder
