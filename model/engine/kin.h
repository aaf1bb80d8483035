#pragma once

#include "model/core/snapshot.h"
#include "model/engine/places.h"

#include <map>
#include <span>
#include <vector>

namespace polder {

/// In which racks equipment of one system, project or owner stands, and when; as far as the viewer sees it. What is in
/// a chassis stands where that does, which belongs to it as a rule.
class Kin {
public:
    struct Place {
        int rack; ///< its place among all
        Period during;
        auto operator<=>(const Place &) const = default;
    };

    Kin(const Snapshot &snapshot, const Places<Rack> &racks);

    /// By rack and day; the days of one rack do not touch each other.
    [[nodiscard]] std::span<const Place> of(SystemId system) const { return found(m_systems, system); }
    [[nodiscard]] std::span<const Place> of(const QString &project) const { return found(m_projects, project); }
    [[nodiscard]] std::span<const Place> of(OrganisationId owner) const { return found(m_owners, owner); }

private:
    template <typename Key>
    using Places = std::map<Key, std::vector<Place>>;
    template <typename Key>
    [[nodiscard]] static std::span<const Place> found(const Places<Key> &all, const Key &key) {
        const auto at = all.find(key);
        return at == all.end() ? std::span<const Place>() : std::span(at->second);
    }

    Places<SystemId> m_systems;
    Places<QString> m_projects;
    Places<OrganisationId> m_owners;
};

} // namespace polder
