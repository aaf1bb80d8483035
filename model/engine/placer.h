#pragma once

#include "model/core/shortfall.h"
#include "model/engine/charges.h"
#include "model/engine/envelope.h"
#include "model/engine/humask.h"
#include "model/engine/scores.h"

#include <stop_token>
#include <vector>

namespace polder {

/// What several items have to share, or may not share: the wishes of a request.
enum class Within {
    Anything,
    Rack,
    Row,
    Room,
    Site
};

/// Of "rack", "row", "room", "site"; of anything else: Anything.
[[nodiscard]] Within withinNamed(QStringView name);

/// What is looked for. What is not given is not checked, and SearchResult::notChecked says so.
struct Wanted {
    Envelope item;
    int count = 1;
    Period during;
    SiteId site;                        ///< none: in all data centres
    RackId rack;                        ///< none: in all racks
    RoomId room;                        ///< of what stands on the floor; none: in all rooms
    SiteId preferred;                   ///< in this data centre rather than in others
    OrganisationId owner;               ///< none: agreements are not checked
    QString project;                    ///< rather near equipment of the same
    Within together = Within::Anything; ///< more than one all within the same
    Within apart = Within::Anything;    ///< ... or no two of them
    std::vector<RackId> beside = {};    ///< where others already stand with which, or apart from which, they are wanted
    bool redundant = false;
    std::vector<PlacementId> replacing; ///< own bookings that this one takes the place of
    /// Of a single item only so many of the best places, without the reasons of the racks that have none: much quicker.
    /// 0: all.
    std::size_t best = 0;
};

/// What a search left out because it was not told.
enum class Unchecked {
    Depth,
    Width,
    Weight,
    Draw,
    Cords,
    Plug,
    Airflow,
    Inlet,
    DataClass,
    Availability,
    Agreement
};

/// One place, with the outlets that would be taken.
struct Proposal {
    RackId rack;
    Height position; ///< half units below it
    Height height;
    QString face;
    QString half;
    std::vector<Cord> cords;
    HuMask starts; ///< every position in this rack, at this face and half, that would do as well
    Scores scores;
};

/// Why nothing fits into a rack: all of it.
struct NoPlace {
    RackId rack;
    std::vector<Shortfall> shortfalls;
};

struct SearchResult {
    std::vector<Proposal> proposals; ///< the best place of each rack for the first item, best first
    std::vector<Proposal> plan;      ///< a place for each of the items, all together; shorter if not all fit
    std::vector<NoPlace> refused; ///< racks that cannot take the first item, by id; none where only the best are asked
    std::vector<NoPlace> full;    ///< if the plan is too short: why no rack takes one more
    std::vector<Unchecked> notChecked;
    std::vector<Unchecked> estimated; ///< checked with what policy assumes
    bool unknownSetpoints = false;    ///< an inlet range is given, and of some racks nobody has said the set-point
    bool singleCorded = false;        ///< redundancy is wished for and one cord cannot give it (P8, a warning)
    bool cancelled = false;
};

/// What a search for this leaves out. On the floor a size is always wanted, and no rack's air.
[[nodiscard]] std::vector<Unchecked> uncheckedOf(const Wanted &wanted);
/// What it checks with what policy assumes.
[[nodiscard]] std::vector<Unchecked> estimatedOf(const Wanted &wanted);

/// Every rack in which the item fits, ranked; the same question gives the same answer.
[[nodiscard]] SearchResult findSpace(const Estate &estate, const Wanted &wanted, std::stop_token stop = {});

} // namespace polder
