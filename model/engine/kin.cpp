#include "model/engine/kin.h"

#include "model/engine/envelope.h"

#include <algorithm>

namespace polder {

namespace {

/// The days of each rack, joined where they touch.
void joinDays(std::vector<Kin::Place> &places) {
    std::ranges::sort(places);
    std::vector<Kin::Place> joined;
    for (const auto &place : places) {
        if (!joined.empty() && joined.back().rack == place.rack && place.during.from <= joined.back().during.until) {
            joined.back().during.until = std::max(joined.back().during.until, place.during.until);
        } else {
            joined.push_back(place);
        }
    }
    places = std::move(joined);
}

} // namespace

Kin::Kin(const Snapshot &snapshot, const polder::Places<Rack> &racks) {
    for (const auto &placement : snapshot.placements) {
        const int rack = racks.of(placement.rack);
        const auto *equipment =
            rack >= 0 && stands(placement, snapshot) ? snapshot.equipment.find(placement.equipment) : nullptr;
        if (!equipment) {
            continue;
        }
        const Place place{rack, placement.during};
        if (equipment->system) {
            m_systems[equipment->system].push_back(place);
        }
        if (!equipment->project.isEmpty()) {
            m_projects[equipment->project].push_back(place);
        }
        m_owners[equipment->owner].push_back(place);
    }
    for (auto &[system, places] : m_systems) {
        joinDays(places);
    }
    for (auto &[project, places] : m_projects) {
        joinDays(places);
    }
    for (auto &[owner, places] : m_owners) {
        joinDays(places);
    }
}

} // namespace polder
