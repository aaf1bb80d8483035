#pragma once

#include <QObject> // before <compare>, which moc of Qt 6.4 cannot read alone

#include "model/core/ids.h"
#include "views/parts/proposedplace.h"

#include <variant>

namespace polder {

/// Something that has a page of its own.
using ObjectLink = std::variant<RoomId, RackId, EquipmentId, RequestId, NodeId>;

/// How pages send the reader to one another without knowing each other: an object is one click from where it is named.
class Navigator : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void open(const ObjectLink &link) { Q_EMIT wanted(link); }
    /// The page that books a place for this item of a request.
    void findPlace(RequestItemId item) { Q_EMIT placeWanted(item); }
    void writeRequest() { Q_EMIT requestWanted({}); }
    void amendRequest(RequestId request) { Q_EMIT requestWanted(request); }
    /// A new request that asks for this: the content of a .polder-request file.
    void fillRequest(const QByteArray &content) { Q_EMIT requestFilled(content); }
    /// The rack with the outline of a place that can be adjusted and booked there.
    void offerPlace(const ProposedPlace &place) { Q_EMIT placeOffered(place); }
    /// The plan of the room, likewise.
    void offerSpot(const ProposedSpot &spot) { Q_EMIT spotOffered(spot); }
    /// The same rack with the outline of a place that is only thought of.
    void showProposal(RackId rack, int bottomHalfUnit, int halfUnits, const QString &face, const QString &half) {
        Q_EMIT proposalWanted(rack, bottomHalfUnit, halfUnits, face, half);
    }

    /// All that ever happened to it.
    void openHistory(EquipmentId equipment) { Q_EMIT historyWanted(equipment); }
    /// What comes of it if this node of the power chain fails.
    void fail(NodeId node) { Q_EMIT failureWanted(node); }

Q_SIGNALS:
    void wanted(const polder::ObjectLink &link);
    void placeWanted(polder::RequestItemId item);
    /// none: a new one
    void requestWanted(polder::RequestId request);
    void requestFilled(const QByteArray &content);
    void placeOffered(const polder::ProposedPlace &place);
    void spotOffered(const polder::ProposedSpot &spot);
    void failureWanted(polder::NodeId node);
    void historyWanted(polder::EquipmentId equipment);
    void proposalWanted(polder::RackId rack, int bottomHalfUnit, int halfUnits, const QString &face,
                        const QString &half);
};

} // namespace polder
