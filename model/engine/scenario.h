#pragma once

#include "model/core/result.h"
#include "model/core/shortfall.h"
#include "model/engine/failover.h"
#include "model/engine/placer.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <utility>
#include <variant>
#include <vector>

// What if: changes, one after the other, to a copy of an estate. The estate itself stays as it is.
namespace polder {

/// So many pieces of what is asked for, where the search finds it best; as its request wishes them together or apart.
struct PlaceChange {
    RequestItem item; ///< of a request, or made up: then without an id
    int count = 1;
    OrganisationId owner;
    Period during;
    SiteId site; ///< none: in all data centres
    RackId rack; ///< none: in all racks
};

/// What stands goes to another place from this day on. What is not given the search chooses.
struct MoveChange {
    PlacementId placement;
    RackId rack;
    std::optional<Height> position;
    QString face; ///< with a position only; empty: as it stands
    Day from;
};

/// What stands goes away on this day.
struct RetireChange {
    PlacementId placement;
    Day from;
};

/// More racks like one that is there: with its limits, rack PDUs, outlets and network ports, and empty.
struct RackChange {
    RackId like;
    int count = 1;
    Day from;
    std::map<QString, NodeId> feeds; ///< by side, what its rack PDUs hang on; not given: what those of `like` do
};

/// One more node of the power chain like one that is there, below the same.
struct FeedChange {
    NodeId like;
    QString name;
    Day from;
    std::optional<Power> limit; ///< normally and under a failure, in active power; nullopt: as of `like`
};

/// While it lasts nothing new hangs on what fails.
struct FailChange {
    Failing failing;
    Period during;
};

/// What is held for it is free again.
struct RefuseChange {
    RequestId request;
};

using Change = std::variant<PlaceChange, MoveChange, RetireChange, RackChange, FeedChange, FailChange, RefuseChange>;

/// What came of one change.
struct ChangeOutcome {
    std::vector<PlacementId> placed; ///< new bookings; of a move the one at the new place
    std::vector<PlacementId> ended;  ///< bookings that are over, or over sooner
    std::vector<RackId> racks;       ///< that were added
    int missing = 0;                 ///< pieces for which there is no place; a move that cannot be made
    /// The limits that it crosses, the first first. Of what finds no place those of the rack that comes nearest: the
    /// fewest, then the least beyond its limit. Empty: none.
    std::vector<Shortfall> crossed;
    std::map<QString, int> racksByRule; ///< of what finds no place: in how many racks a rule refuses it
    std::optional<Failure> failure;
    bool cancelled = false;
};

class Scenario {
public:
    explicit Scenario(SnapshotPtr snapshot);

    /// Of a change that crosses a limit as much is done as goes without it; the ones after it start from there. What a
    /// failure before it overloads more because of this change counts as crossed by it. The error is Invalid: it
    /// cannot be done at all, `data["field"]` names the member of the change.
    [[nodiscard]] Result<ChangeOutcome> apply(const Change &change, std::stop_token stop = {});

    /// Different items of one request, all or none of their pieces; false: no set was found.
    [[nodiscard]] bool placeSet(std::span<const PlaceChange> changes, std::vector<ChangeOutcome> &outcomes,
                                std::stop_token stop = {});

    /// With all changes so far.
    [[nodiscard]] const Estate &estate() const { return *m_estate; }

private:
    [[nodiscard]] Result<ChangeOutcome> place(const PlaceChange &change, std::stop_token stop);
    [[nodiscard]] Result<ChangeOutcome> move(const MoveChange &change);
    [[nodiscard]] Result<ChangeOutcome> retire(const RetireChange &change);
    [[nodiscard]] Result<ChangeOutcome> addRacks(const RackChange &change);
    [[nodiscard]] Result<ChangeOutcome> addFeed(const FeedChange &change);
    [[nodiscard]] Result<ChangeOutcome> fail(const FailChange &change);
    [[nodiscard]] Result<ChangeOutcome> refuse(const RefuseChange &change);

    struct Standing {
        FailChange change;
        std::vector<Shortfall> known;
    };
    void become(SnapshotPtr snapshot);
    void become(Estate estate);
    void hold(const PlaceChange &change, std::span<const Proposal> places, ChangeOutcome &outcome);
    [[nodiscard]] std::vector<Shortfall> newlyCrossed(Standing &standing, std::optional<Failure> *failure = nullptr);

    std::unique_ptr<const Estate> m_estate;
    std::vector<Standing> m_failures;
};

/// The equipment that an item stands for, as the record makes it at its first hold.
[[nodiscard]] Equipment equipmentOf(const RequestItem &item, OrganisationId owner, const Snapshot &snapshot);

/// A place that was found for it, as a hold.
[[nodiscard]] Placement heldAt(const Proposal &proposal, EquipmentId equipment, Period during);

/// What an item asks of its place, with what policy assumes.
[[nodiscard]] Envelope askedBy(const RequestItem &item, const Snapshot &snapshot);

/// The rack that comes nearest to taking what none of them takes; nullptr: there are none.
[[nodiscard]] const NoPlace *nearestOf(std::span<const NoPlace> refused);

} // namespace polder
