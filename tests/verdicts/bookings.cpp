#include "bookings.h"

namespace polder::test {

namespace {

Equipment equipmentOf(const Device &d) {
    Equipment e;
    e.owner = {d.owner};
    e.height = {d.heightHalfUnits};
    e.halfWidth = d.halfWidth;
    e.depth = d.depthMm ? std::optional(Length{*d.depthMm}) : std::nullopt;
    e.weight = d.weightG ? std::optional(Mass{*d.weightG}) : std::nullopt;
    e.accessories = {d.accessoryG};
    e.budgetedWatts = d.budgetedW;
    e.nameplateWatts = d.nameplateW;
    e.powerFactorPermille = d.powerFactorPermille;
    e.cords = d.cords;
    e.phases = d.threePhases ? u"123"_qs : u"1"_qs;
    e.model = {d.model};
    e.system = {d.system};
    e.kind = d.floorStanding ? u"floor"_qs : d.chassis > 0 ? u"bay"_qs : d.slot > 0 ? u"zero_u"_qs : u"rack"_qs;
    e.width = d.widthMm ? std::optional(Length{*d.widthMm}) : std::nullopt;
    e.bodyHeight = d.bodyHeightMm ? std::optional(Length{*d.bodyHeightMm}) : std::nullopt;
    e.airflow = d.airflow;
    e.plug = d.plug;
    e.inletMin = d.inletMinMc ? std::optional(Temperature{*d.inletMinMc}) : std::nullopt;
    e.inletMax = d.inletMaxMc ? std::optional(Temperature{*d.inletMaxMc}) : std::nullopt;
    e.driftMillikelvinPerHour = d.driftMkPerH;
    e.dataClass = d.dataClass;
    e.medical = d.medical;
    e.personalData = d.personalData;
    e.availabilityClass = d.availabilityClass;
    e.ports = {{{10'000, u"RJ45"_qs, false}, d.ports}, {{10'000, u"RJ45"_qs, true}, d.managementPorts}};
    return e;
}

Placement placementOf(const Device &d) {
    Placement placement;
    placement.state = d.released ? u"released"_qs : d.holdUntil ? u"held"_qs : u"installed"_qs;
    placement.holdUntil = d.released ? std::nullopt : d.holdUntil;
    placement.during = d.during;
    placement.inherited = d.inherited;
    placement.contested = d.contested;
    if (d.floorStanding) {
        placement.room = {d.room};
        placement.x = {d.xMm};
        placement.y = {d.yMm};
        placement.orientationDegrees = d.orientationDegrees;
    } else if (d.chassis > 0) {
        placement.chassis = {d.chassis};
        placement.bay = {d.bay};
    } else if (d.slot > 0) {
        placement.rack = {d.rack};
        placement.slot = d.slot;
    } else {
        placement.rack = {d.rack};
        placement.position = Height{d.positionHalfUnits};
    }
    const bool onRails = placement.position.has_value();
    placement.face = onRails ? d.face : u"both"_qs;
    placement.half = onRails ? d.half : u"full"_qs;
    for (const int id : d.outlets) {
        placement.outlets.push_back({id});
    }
    for (const int id : d.nodes) {
        placement.nodes.push_back({id});
    }
    return placement;
}

} // namespace

Booking asBooking(const Device &d, const Snapshot &snapshot) {
    return bookingOf(placementOf(d), equipmentOf(d), snapshot);
}

Addition asAddition(const Device &d, int id) {
    Addition made{equipmentOf(d), placementOf(d)};
    made.equipment.id = {id};
    made.placement.id = {id};
    made.placement.equipment = {id};
    return made;
}

} // namespace polder::test
