#pragma once

#include "model/core/snapshot.h"

#include <optional>

namespace polder {

/// What policy assumes, since nobody has said.
struct Estimated {
    bool weight = false, draw = false, cords = false;
};

/// What one item asks of its place. What is not given is not checked.
struct Envelope {
    Height height{2};
    bool halfWidth = false;
    std::optional<Length> depth; ///< of the device, without its cords
    std::optional<Mass> weight;  ///< with rails and cable arms
    std::optional<Power> draw;   ///< budgeted
    int powerFactorPermille = 950;
    std::optional<int> cords;
    QString phases; ///< "123": three-phase cords; else one phase
    QString plug;   ///< type of the inlet
    QString airflow;
    bool ducted = false; ///< its air is led where it belongs
    Estimated estimated = {};
    bool floorStanding = false;
    bool onRails = true;         ///< not in a slot or a bay, which take no unit
    bool drawsIfPlugged = false; ///< `draw` is an estimate that only counts with cords
    std::optional<Length> width = {};
    std::optional<Length> railMin = {}, railMax = {};        ///< to what its rails can be set
    std::optional<Temperature> inletMin = {}, inletMax = {}; ///< of the air that it takes in
    std::optional<int> driftMillikelvinPerHour = {};         ///< the most that it bears
    QString vibrationClass = {};                             ///< likewise
    std::optional<int> fieldNanotesla = {};                  ///< likewise
    QStringList media = {};                                  ///< that it needs
    QString dataClass = {};                                  ///< laag, middel, hoog
    bool medical = false;                                    ///< in scope of NEN 7510
    bool personalData = false;                               ///< holds them
    std::optional<int> availabilityClass = {};               ///< that it needs, 1 to 4
    SystemId system = {};                                    ///< that it is a part of
    std::optional<Length> bodyWidth = {};                    ///< its own or its model's
    struct Clearance {
        Length front, rear, left, right; ///< left and right as seen by who stands before its front
    } clearance = {};
    /// In its crate, or as it is.
    struct Delivered {
        std::optional<Length> width, depth, height;
        std::optional<Mass> weight;
    } delivered = {};
    Power heatToWater = {};                                  ///< which does not go into the air of its zone
    std::optional<std::int64_t> waterFlow = {};              ///< ml/min that it needs; nullopt: it hangs on no water
    std::optional<Temperature> waterMin = {}, waterMax = {}; ///< of the water that it takes in
    std::vector<PortWish> ports = {};                        ///< that it wants
};

/// What of its draw the air of its zone has to carry away.
[[nodiscard]] Power heatToAir(const Envelope &item);

/// Of something that stands there. Gaps are filled as the guard fills them: from the model, then by the institution's
/// estimates, so that every piece of equipment that is plugged in counts. What has a slot or a bay takes no unit, and
/// counts as half a one at least where an estimate is by units.
[[nodiscard]] Envelope envelopeOf(const Equipment &equipment, const Snapshot &snapshot, bool pluggedIn,
                                  bool onRails = true);
/// As its placement says that it stands there.
[[nodiscard]] Envelope envelopeOf(const Equipment &equipment, const Placement &placement, const Snapshot &snapshot);

/// What it counts as drawing there; nullopt: nothing, it is not plugged in.
[[nodiscard]] std::optional<Power> drawOf(const Equipment &equipment, const Placement &placement, const Policy &policy);

/// Of something that is asked for: its own figures, then its model's; the rest stays unknown.
[[nodiscard]] Envelope envelopeOf(const RequestItem &item, const Snapshot &snapshot);

/// With estimates where it is silent, as the guard will count it once it is held: so that a place that is found can be
/// held.
[[nodiscard]] Envelope withEstimates(Envelope item, const Policy &policy);

/// Whether a placement takes anything: a hold that has lapsed and one that was given up do not.
[[nodiscard]] bool stands(const Placement &placement, const Snapshot &snapshot);

/// The box that it would occupy at this place.
[[nodiscard]] OccupiedBox boxAt(const Envelope &item, const Rack &rack, const Policy &policy, Height position,
                                const QString &face, const QString &half, Period during);

} // namespace polder
