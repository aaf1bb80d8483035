#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace polder {

/// A distinct type for the key of each kind of object, so that a rack's id never lands where a room's is wanted.
/// 0 is "none".
template <typename Tag>
struct Id {
    std::int32_t value = 0;
    auto operator<=>(const Id &) const = default;
    explicit operator bool() const { return value != 0; }
};

using OrganisationId = Id<struct OrganisationTag>;
using DepartmentId = Id<struct DepartmentTag>;
using PersonId = Id<struct PersonTag>;
using SiteId = Id<struct SiteTag>;
using RoomId = Id<struct RoomTag>;
using RowId = Id<struct RowTag>;
using RackId = Id<struct RackTag>;
using NodeId = Id<struct NodeTag>;
using OutletId = Id<struct OutletTag>;
using CoolingUnitId = Id<struct CoolingUnitTag>;
using ModelId = Id<struct ModelTag>;
using EquipmentId = Id<struct EquipmentTag>;
using RequestId = Id<struct RequestTag>;
using RequestItemId = Id<struct RequestItemTag>;
using PlacementId = Id<struct PlacementTag>;
using AgreementId = Id<struct AgreementTag>;
using AgreementLineId = Id<struct AgreementLineTag>;
using BayId = Id<struct BayTag>;
using SystemId = Id<struct SystemTag>;

} // namespace polder

template <typename Tag>
struct std::hash<polder::Id<Tag>> {
    std::size_t operator()(polder::Id<Tag> id) const noexcept { return static_cast<std::size_t>(id.value); }
};
