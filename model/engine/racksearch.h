#pragma once

#include "model/engine/agreement.h"
#include "model/engine/cords.h"
#include "model/engine/placer.h"

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace polder {

/// One search: the racks are asked one after the other, and what a plan has already placed counts as taken.
class RackSearch {
public:
    RackSearch(const Estate &others, const Estate &now, const Wanted &wanted);

    /// The best place in this rack. Without one all reasons are in `reasons`; who does not ask for them gets none, and
    /// sooner.
    [[nodiscard]] std::optional<Proposal> ask(const Rack &rack, Shortfalls *reasons);
    /// No place in this rack can score higher, as far as it was looked at.
    struct Promise {
        const Rack *rack = nullptr;
        RackId id;
        int total = 0;
        int sum = 0; ///< of all terms, weighted: what `total` is the mean of
        bool closer = false;
        [[nodiscard]] auto rank() const { return std::pair(-total, id); }
    };
    /// At the free units and at what the nodes of the rack and those above it have left. nullopt: there is no place.
    [[nodiscard]] std::optional<Promise> promise(const Rack &rack);
    /// At the phases.
    void lookCloser(Promise &promise);
    /// This place is taken by one of the items; or by another item that is placed together with them.
    void take(const Proposal &proposal) { take(proposal, m_wanted.item); }
    void take(const Proposal &proposal, const Envelope &item);
    /// Whether of each rack that was asked somebody has said the set-point.
    [[nodiscard]] bool knowsSetpoints() const { return m_knowsSetpoints; }

private:
    /// A face and a half of the rack's width, with the half units that are free there.
    struct Opening {
        const QString *face;
        const QString *half;
        HuMask free;
        HuMask starts;
    };
    /// What the rack and the nodes that cool and carry it have left, as far as it is asked.
    struct Loaded {
        int tightest = 1000;    ///< less than 0: one has too little
        std::vector<Left> rack; ///< of its mass and heat, where they are limited
    };
    /// What a first look tells of a node, as its limit and its quarters have it.
    struct Look {
        bool refuses = false;
        std::optional<Left> left; ///< of 1000; nullopt: no limit holds it all the time
    };

    /// What the agreement and the zone of the last rack that was looked at said.
    struct Sure {
        const Site *site;
        int zone; ///< -1: none
        bool refuses;
        int left; ///< of 1000, of the zone
    };

    void open(const Rack &rack, int *longest = nullptr);
    void stand(Proposal &best, const Rack &rack);
    template <typename Visit>
    void forEachGap(const Opening &place, const Visit &visit) const;
    [[nodiscard]] int airflowAt(const Rack &rack, const Opening &place) const;
    [[nodiscard]] int unitsLeft(const Rack &rack, const Opening &place) const;
    void scorePlace(Scores &scores, const Rack &rack) const;
    [[nodiscard]] Shortfall noOpening(const Rack &rack, int longest) const;
    [[nodiscard]] const OccupiedBox &likeIn(const Rack &rack, const QString &face, const QString &half);
    [[nodiscard]] Opening opening(const Rack &rack, std::span<const OccupiedBox> boxes, const QString &face,
                                  const QString &half);
    void loadRack(const Rack &rack, Shortfalls *reasons);
    void explain(const NodeCharge &charge, Shortfalls &reasons);
    [[nodiscard]] std::optional<std::int64_t> oneLimit(int node) const;
    [[nodiscard]] Look lookAt(int node, std::int64_t amount) const;
    [[nodiscard]] const Sure &sureOf(const Rack &rack);
    [[nodiscard]] int mostLeft(const Rack &rack);
    [[nodiscard]] int mostForCords(const Rack &rack);
    [[nodiscard]] int mostAbove(const Rack &rack);
    [[nodiscard]] int leftAbove(int node);
    [[nodiscard]] int bestPhases(const Rack &rack);
    void findKin();
    [[nodiscard]] int affinity(const Rack &rack) const;
    [[nodiscard]] AgreementCheck *agreementAt(const Site *site);

    const Estate &m_others;
    const Estate &m_now;
    const Wanted &m_wanted;
    Headroom m_headroom;
    CordPlanner m_cords;
    Weights m_weights;
    /// What it would take in the racks of one depth.
    struct Like {
        Length usableDepth;
        OccupiedBox box;
    };
    std::array<std::optional<Like>, 6> m_likes; ///< by face and half
    std::vector<Opening> m_openings;            ///< of the rack that is looked at
    Loaded m_loaded;                            ///< likewise
    std::vector<Left> m_left;                   ///< likewise: of its units, and all of the above
    bool m_directed;                            ///< it moves its air from one face to the other
    Booking m_asked;                            ///< of what is wanted, in the rack that is looked at
    std::optional<Sure> m_sure;
    std::vector<int> m_leftAbove; ///< by node: as leftAbove() has it; -1: not looked at yet
    bool m_knowsSetpoints = true;
    std::map<RackId, std::vector<OccupiedBox>> m_boxes; ///< of the plan
    std::set<OutletId> m_outlets;                       ///< of the plan
    std::map<SiteId, std::unique_ptr<AgreementCheck>> m_agreements;
    /// Reasons of nodes that stand above several racks: the same for all of them until something is reserved.
    std::map<int, Shortfalls> m_reasons;
    int m_reasonsAt = 0;
    /// Where kin of the item is: racks by place, the rest by id. Empty: nowhere.
    std::vector<bool> m_kinRacks;
    std::vector<RowId> m_kinRows;
    std::vector<RoomId> m_kinRooms;
    std::vector<SiteId> m_kinSites;
};

} // namespace polder
