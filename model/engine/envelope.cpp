#include "model/engine/envelope.h"

#include <algorithm>

namespace polder {

namespace {

Power watts(std::int64_t value) {
    return {value * 1000};
}

/// The budget that policy makes of a nameplate.
Power budgetOf(int nameplateWatts, const Policy &policy) {
    return {std::int64_t{nameplateWatts} * policy.nameplateBudgetPermille};
}

/// Half units, so half the grams of a unit for each; rounded up once.
Mass estimatedWeight(Height height, const Policy &policy) {
    return {(std::int64_t{height.halfUnits} * policy.gramsPerUnitEstimate + 1) / 2};
}

Power estimatedDraw(Height height, const Policy &policy) {
    return {std::int64_t{height.halfUnits} * policy.wattsPerUnitEstimate * 500};
}

/// Beside the rails it has no height that counts, and weighs and draws something all the same.
Height guessedHeight(const Equipment &equipment, bool onRails) {
    return onRails ? equipment.height : std::max(equipment.height, Height{1});
}

bool isOnRails(const Placement &placement) {
    return !placement.slot && !placement.chassis;
}

std::optional<Power> drawOf(const Equipment &equipment, Height guessed, const Policy &policy, bool pluggedIn) {
    if (equipment.budgetedWatts) {
        return watts(*equipment.budgetedWatts);
    }
    if (equipment.nameplateWatts) {
        return budgetOf(*equipment.nameplateWatts, policy);
    }
    return pluggedIn ? std::optional(estimatedDraw(guessed, policy)) : std::nullopt;
}

bool isCorded(const Equipment &equipment, const Placement &placement) {
    // What was taken over draws what its cords say, even where nobody knows into what they go.
    const bool unseen = placement.inherited && equipment.cords > 0;
    return !placement.outlets.empty() || !placement.nodes.empty() || unseen;
}

/// What only the library knows.
void takeFromModel(Envelope &item, const Model *model) {
    if (model) {
        item.railMin = model->railMin;
        item.railMax = model->railMax;
        item.vibrationClass = model->vibrationClass;
        item.fieldNanotesla = model->fieldNanotesla;
        item.media = model->media;
        item.clearance = {model->clearanceFront.value_or(Length{}), model->clearanceRear.value_or(Length{}),
                          model->clearanceLeft.value_or(Length{}), model->clearanceRight.value_or(Length{})};
        item.heatToWater = watts(model->heatToWaterWatts.value_or(0));
        item.waterFlow = model->waterFlow;
        if (!item.waterFlow && item.heatToWater > Power{}) {
            // Water that becomes 10 K warmer carries 1 kW away at 1,436 ml/min.
            item.waterFlow = (std::int64_t{*model->heatToWaterWatts} * 1436 + 999) / 1000;
        }
        item.waterMin = model->waterMin;
        item.waterMax = model->waterMax;
    }
}

/// As it comes in: its crate, else itself, else what its model says.
template <typename Device>
void takeDelivery(Envelope &item, const Device &device, const Model *model) {
    const auto first = [](auto value, const auto &...others) {
        (void)(value || ... || (value = others));
        return value;
    };
    const Model unknown;
    const Model &known = model ? *model : unknown;
    item.bodyWidth = first(device.width, known.width);
    item.delivered = {first(known.crateWidth, device.width, known.width),
                      first(known.crateDepth, device.depth, known.depth),
                      first(known.crateHeight, device.bodyHeight, known.bodyHeight),
                      first(known.crateWeight, device.weight, known.weight)};
}

} // namespace

Power heatToAir(const Envelope &item) {
    return std::max(Power{item.draw.value_or(Power{}).milliwatts - item.heatToWater.milliwatts}, Power{});
}

Envelope envelopeOf(const Equipment &equipment, const Snapshot &snapshot, bool pluggedIn, bool onRails) {
    const auto &policy = snapshot.policy;
    const auto *model = snapshot.models.find(equipment.model);
    Envelope item;
    const Height guessed = guessedHeight(equipment, onRails);
    item.onRails = onRails;
    item.height = onRails ? equipment.height : Height{0};
    item.halfWidth = equipment.halfWidth;
    item.depth = equipment.depth ? equipment.depth : model ? model->depth : std::nullopt;
    const Mass weight = equipment.weight.value_or(estimatedWeight(guessed, policy));
    item.weight = Mass{weight.grams + equipment.accessories.grams};
    item.draw = drawOf(equipment, guessed, policy, pluggedIn);
    item.powerFactorPermille = equipment.powerFactorPermille;
    item.cords = equipment.cords;
    item.phases = equipment.phases;
    item.plug = equipment.plug;
    item.airflow = equipment.airflow;
    item.ducted = equipment.ducted;
    item.floorStanding = equipment.kind == u"floor";
    item.width = equipment.width;
    item.inletMin = equipment.inletMin;
    item.inletMax = equipment.inletMax;
    item.driftMillikelvinPerHour = equipment.driftMillikelvinPerHour;
    item.dataClass = equipment.dataClass;
    item.medical = equipment.medical;
    item.personalData = equipment.personalData;
    item.availabilityClass = equipment.availabilityClass;
    item.system = equipment.system;
    item.ports = equipment.ports;
    takeFromModel(item, model);
    takeDelivery(item, equipment, model);
    return item;
}

Envelope envelopeOf(const Equipment &equipment, const Placement &placement, const Snapshot &snapshot) {
    const bool corded = isCorded(equipment, placement);
    auto item = envelopeOf(equipment, snapshot, corded || placement.chassis, isOnRails(placement));
    // In a chassis it is plugged in where that is.
    item.drawsIfPlugged = !corded && !equipment.budgetedWatts && !equipment.nameplateWatts;
    return item;
}

std::optional<Power> drawOf(const Equipment &equipment, const Placement &placement, const Policy &policy) {
    return drawOf(equipment, guessedHeight(equipment, isOnRails(placement)), policy,
                  isCorded(equipment, placement) || placement.chassis);
}

bool stands(const Placement &placement, const Snapshot &snapshot) {
    const auto over = [&snapshot](const Placement &one) {
        return one.state == u"held" && one.holdUntil && *one.holdUntil < snapshot.today;
    };
    if (!over(placement)) {
        return placement.state != u"released";
    }
    // A chassis does not leave what is in it.
    return std::ranges::any_of(snapshot.placements, [&](const Placement &in) {
        return in.chassis == placement.equipment && in.state != u"released" && !over(in) &&
               in.during.overlaps(placement.during);
    });
}

Envelope envelopeOf(const RequestItem &wanted, const Snapshot &snapshot) {
    const auto &policy = snapshot.policy;
    const auto *model = snapshot.models.find(wanted.model);
    Envelope item;
    item.height = wanted.height ? *wanted.height : model && model->height ? *model->height : item.height;
    item.halfWidth = wanted.halfWidth;
    item.depth = wanted.depth ? wanted.depth : model ? model->depth : std::nullopt;
    item.weight = wanted.weight ? wanted.weight : model ? model->weight : std::nullopt;
    if (wanted.drawWatts) {
        item.draw = watts(*wanted.drawWatts);
    } else if (wanted.nameplateWatts) {
        item.draw = budgetOf(*wanted.nameplateWatts, policy);
    } else if (model && model->nameplateWatts) {
        item.draw = budgetOf(*model->nameplateWatts, policy);
    }
    item.powerFactorPermille = policy.powerFactorPermille;
    item.cords = wanted.cords;
    if (!item.cords && model && model->supplies > 0) {
        item.cords = model->supplies;
    }
    item.phases = wanted.phases;
    item.plug = !wanted.plug.isEmpty() || !model ? wanted.plug : model->inlet;
    item.airflow = !wanted.airflow.isEmpty() || !model ? wanted.airflow : model->airflow;
    item.floorStanding = wanted.kind == u"floor";
    item.width = wanted.width || !model ? wanted.width : model->width;
    item.inletMin = wanted.inletMin || !model ? wanted.inletMin : model->inletMin;
    item.inletMax = wanted.inletMax || !model ? wanted.inletMax : model->inletMax;
    item.ports = wanted.ports;
    if (model) {
        item.driftMillikelvinPerHour = model->driftMillikelvinPerHour;
    }
    if (const auto *request = snapshot.requests.find(wanted.request)) {
        item.dataClass = request->dataClass;
        item.medical = request->medical;
        item.personalData = request->personalData;
        item.availabilityClass = request->availabilityClass;
    }
    takeFromModel(item, model);
    takeDelivery(item, wanted, model);
    return item;
}

Envelope withEstimates(Envelope item, const Policy &policy) {
    if (!item.cords) {
        item.cords = item.draw == Power{} ? 0 : 2;
        item.estimated.cords = true;
    }
    if (!item.draw && *item.cords > 0) {
        item.draw = estimatedDraw(item.height, policy);
        item.estimated.draw = true;
    }
    if (!item.weight) {
        item.weight = estimatedWeight(item.height, policy);
        item.estimated.weight = true;
    }
    return item;
}

OccupiedBox boxAt(const Envelope &item, const Rack &rack, const Policy &policy, Height position, const QString &face,
                  const QString &half, Period during) {
    const int usable = rack.usableDepth.mm;
    // A depth that nobody knows takes the rack's; so does one that is too deep (rule S2 says so).
    const int deep = item.depth ? std::min(item.depth->mm + policy.cordAllowance.mm, usable) : usable;
    OccupiedBox box;
    box.rack = rack.id;
    box.huFrom = static_cast<std::int16_t>(position.halfUnits);
    box.huUntil = static_cast<std::int16_t>(position.halfUnits + item.height.halfUnits);
    box.depthFrom = static_cast<std::int16_t>(face == u"rear" ? usable - deep : 0);
    box.depthUntil = static_cast<std::int16_t>(face == u"front" ? deep : usable);
    box.widthFrom = half == u"right" ? 1 : 0;
    box.widthUntil = half == u"left" ? 1 : 2;
    box.during = during;
    return box;
}

} // namespace polder
