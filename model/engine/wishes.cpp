#include "model/engine/wishes.h"

#include "model/engine/pieces.h"
#include "model/engine/several.h"

#include <algorithm>
#include <map>
#include <set>

namespace polder {

Wishes wishesOf(RequestId request, const Snapshot &snapshot) {
    Wishes wishes;
    const auto *asked = request ? snapshot.requests.find(request) : nullptr;
    if (!asked) {
        return wishes;
    }
    wishes.together = withinNamed(asked->wishTogether);
    wishes.apart = withinNamed(asked->wishApart);
    if (!wishes.any()) {
        return wishes;
    }
    std::map<EquipmentId, const Placement *> last;
    for (const auto &piece : piecesOf(request, snapshot)) {
        const auto &placement = *piece.placement;
        if (placement.rack && stands(placement, snapshot) && placement.state != u"ended" &&
            placement.state != u"decommissioning") {
            auto &known = last[piece.equipment->id];
            known = known && known->during.from > placement.during.from ? known : &placement;
        }
    }
    for (const auto &[equipment, placement] : last) {
        wishes.beside.push_back(placement->rack);
    }
    return wishes;
}

bool allows(const Wishes &wishes, const Estate &estate, const Rack &rack) {
    const auto isIn = [&](Within within) {
        return std::ranges::any_of(wishes.beside, [&](RackId other) {
            return partOf(estate, *estate.rack(other), within) == partOf(estate, rack, within);
        });
    };
    return wishes.beside.empty() ||
           (isIn(wishes.together) && (wishes.apart == Within::Anything || !isIn(wishes.apart)));
}

int unmet(const Wishes &wishes, const Estate &estate) {
    std::set<std::int64_t> together, apart;
    for (const auto id : wishes.beside) {
        together.insert(partOf(estate, *estate.rack(id), wishes.together));
        apart.insert(partOf(estate, *estate.rack(id), wishes.apart));
    }
    const auto beyond = [](std::size_t count, std::size_t least) {
        return static_cast<int>(count - std::min(count, least));
    };
    return beyond(together.size(), 1) +
           (wishes.apart == Within::Anything ? 0 : beyond(wishes.beside.size(), apart.size()));
}

} // namespace polder
