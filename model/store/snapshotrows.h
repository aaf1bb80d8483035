#pragma once

#include "model/core/snapshot.h"
#include "model/store/rowreader.h"

namespace polder {

// One function for each struct of the snapshot: its members in the order of the columns of
// sql/queries/snapshot/NAME.sql.
void decode(RowReader &row, Organisation &to);
void decode(RowReader &row, Department &to);
void decode(RowReader &row, Person &to);
void decode(RowReader &row, Site &to);
void decode(RowReader &row, Room &to);
void decode(RowReader &row, RoomFeature &to);
void decode(RowReader &row, RoomEnvironment &to);
void decode(RowReader &row, MediaPoint &to);
void decode(RowReader &row, DeliverySegment &to);
void decode(RowReader &row, Row &to);
void decode(RowReader &row, Rack &to);
void decode(RowReader &row, NetworkPorts &to);
void decode(RowReader &row, Node &to);
void decode(RowReader &row, NodeLimit &to);
void decode(RowReader &row, CoolingUnit &to);
void decode(RowReader &row, Outlet &to);
void decode(RowReader &row, Model &to);
void decode(RowReader &row, Bay &to);
void decode(RowReader &row, System &to);
void decode(RowReader &row, Equipment &to);
void decode(RowReader &row, Request &to);
void decode(RowReader &row, RequestItem &to);
void decode(RowReader &row, Placement &to);
void decode(RowReader &row, OccupiedBox &to);
void decode(RowReader &row, SlotUse &to);
void decode(RowReader &row, BayUse &to);
void decode(RowReader &row, FloorOccupied &to);
void decode(RowReader &row, OutletUse &to);
void decode(RowReader &row, LedgerStep &to);
void decode(RowReader &row, Agreement &to);
void decode(RowReader &row, AgreementLine &to);
void decode(RowReader &row, Finding &to);
void decode(RowReader &row, Override &to);

} // namespace polder
