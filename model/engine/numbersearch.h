#pragma once

#include "model/engine/placer.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace polder {

/// A place with a number: a slot beside the rails of a rack, or a bay of a chassis, with the outlets that would be
/// taken.
struct NumberPlace {
    RackId rack;             ///< of a bay that in which the chassis stands on the first of the days
    std::optional<int> slot; ///< nullopt: a bay
    EquipmentId chassis = {};
    BayId bay = {};
    std::vector<Cord> cords;
    Scores scores;
};

/// Why nothing fits beside the rails of a rack, or into a chassis.
struct NoNumber {
    RackId rack;
    EquipmentId chassis;               ///< none: the rack itself
    bool notCome = false;              ///< the chassis is only held, for another request, with which it may lapse
    std::vector<Shortfall> shortfalls; ///< all of it; empty where it has not come
};

struct NumberSearch {
    bool bays = false;
    std::vector<NumberPlace> places; ///< the best place of each rack or chassis, best first
    std::vector<NumberPlace> plan;   ///< a place for each piece, all together; shorter if not all fit
    std::vector<NoNumber> refused;   ///< racks or chassis that take none, by id
    std::vector<NoNumber> full;      ///< if the plan is too short: why no rack or chassis takes one more
    std::vector<Unchecked> notChecked;
    bool cancelled = false;
};

/// Whether what is of this kind takes a place with a number.
[[nodiscard]] bool takesNumber(const RequestItem &item);

/// What such an item looks for, as the record will count it: it takes no unit, and what goes into a chassis and says
/// nothing of cords draws through the chassis's.
[[nodiscard]] Envelope numberedEnvelope(const RequestItem &item, const Snapshot &snapshot);

/// Slots for what hangs beside the rails, bays for what goes into a chassis; the same question gives the same answer.
/// Of the terms of a score these tell places apart (the others are 1000): headroom, phases, affinity, site. Chassis
/// that are only held are for their own request.
[[nodiscard]] NumberSearch findNumbers(const Estate &estate, const RequestItem &item, const Wanted &wanted,
                                       std::stop_token stop = {});

} // namespace polder
