#pragma once

#include "model/core/result.h"
#include "model/core/snapshot.h"

namespace polder {

/// How rows stand in a snapshot.
template <typename T>
struct Stored {
    using Type = Table<T>;
};
template <>
struct Stored<LedgerStep> {
    using Type = Ledger;
};

/// How a table of the snapshot is read: the statement sql/queries/snapshot/`name`.sql, the column by which changes
/// name its rows, and in C++ the table.
template <typename T>
struct TableSource {
    const char *name;
    const char *keyColumn;
    Stored<T>::Type Snapshot::*table;
};

inline constexpr int tableCount = 33;

/// Calls `visit` with the source of each table, parents before children, until one is not ok.
template <typename Visit>
[[nodiscard]] Status forEachTable(const Visit &visit) {
    const auto keyed = []<typename T>(const char *name, Table<T> Snapshot::*table) {
        return TableSource<T>{name, "id", table};
    };
    const auto visitAll = [&visit](const auto &...sources) {
        static_assert(sizeof...(sources) == tableCount);
        Status status = success();
        (void)((status = visit(sources), status.ok()) && ...);
        return status;
    };
    return visitAll(keyed("organisation", &Snapshot::organisations),        //
                    keyed("department", &Snapshot::departments),            //
                    keyed("person", &Snapshot::people),                     //
                    keyed("site", &Snapshot::sites),                        //
                    keyed("room", &Snapshot::rooms),                        //
                    keyed("room_feature", &Snapshot::roomFeatures),         //
                    keyed("room_environment", &Snapshot::roomEnvironments), //
                    keyed("media_point", &Snapshot::mediaPoints),           //
                    keyed("delivery_segment", &Snapshot::deliverySegments), //
                    keyed("rack_row", &Snapshot::rackRows),                 //
                    keyed("rack", &Snapshot::racks),                        //
                    keyed("network_ports", &Snapshot::networkPorts),        //
                    keyed("node", &Snapshot::nodes),                        //
                    keyed("node_limit", &Snapshot::nodeLimits),             //
                    keyed("cooling_unit", &Snapshot::coolingUnits),         //
                    keyed("outlet", &Snapshot::outlets),                    //
                    keyed("model", &Snapshot::models),                      //
                    keyed("model_bay", &Snapshot::bays),                    //
                    keyed("agreement", &Snapshot::agreements),              //
                    keyed("agreement_line", &Snapshot::agreementLines),     //
                    keyed("request", &Snapshot::requests),                  //
                    keyed("request_item", &Snapshot::requestItems),         //
                    keyed("system", &Snapshot::systems),                    //
                    keyed("equipment", &Snapshot::equipment),               //
                    keyed("placement", &Snapshot::placements),              //
                    keyed("finding", &Snapshot::findings),                  //
                    keyed("override", &Snapshot::overrides),                //
                    TableSource<OccupiedBox>{"occupancy", "rack_id", &Snapshot::occupancy},
                    TableSource<SlotUse>{"slot_use", "rack_id", &Snapshot::slotUse},
                    TableSource<BayUse>{"bay_use", "chassis_id", &Snapshot::bayUse},
                    TableSource<FloorOccupied>{"floor_occupancy", "room_id", &Snapshot::floorOccupancy},
                    TableSource<OutletUse>{"outlet_use", "outlet_id", &Snapshot::outletUse},
                    TableSource<LedgerStep>{"load_step", "node_id", &Snapshot::ledger});
}

} // namespace polder
