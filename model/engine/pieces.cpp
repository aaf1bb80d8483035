#include "model/engine/pieces.h"

#include "model/engine/envelope.h"

namespace polder {

std::vector<Piece> piecesOf(RequestId request, const Snapshot &snapshot) {
    std::vector<Piece> pieces;
    for (const Placement &placement : snapshot.placements) {
        const Equipment *equipment = snapshot.equipment.find(placement.equipment);
        const RequestItem *item = equipment ? snapshot.requestItems.find(equipment->requestItem) : nullptr;
        if (item && item->request == request) {
            pieces.push_back({item, equipment, &placement});
        }
    }
    return pieces;
}

bool waits(const Placement &placement, const Snapshot &snapshot) {
    return placement.state == u"delivered" || (placement.state == u"held" && stands(placement, snapshot));
}

std::vector<PlacementId> holdsOf(const RequestItem &item, const Snapshot &snapshot) {
    std::vector<PlacementId> holds;
    for (const Piece &piece : piecesOf(item.request, snapshot)) {
        if (piece.item->id == item.id && piece.placement->state == u"held" && stands(*piece.placement, snapshot)) {
            holds.push_back(piece.placement->id);
        }
    }
    return holds;
}

RequestItemId nextToHold(RequestId request, const Snapshot &snapshot) {
    const RequestItem *next = nullptr;
    bool nextLacks = false;
    for (const RequestItem &item : snapshot.requestItems) {
        if (item.request != request) {
            continue;
        }
        const bool lacks = std::ssize(holdsOf(item, snapshot)) < item.count;
        if (!next || (lacks && !nextLacks) || (lacks == nextLacks && item.ordinal < next->ordinal)) {
            next = &item;
            nextLacks = lacks;
        }
    }
    return next ? next->id : RequestItemId();
}

} // namespace polder
