#include "model/items/foundmodel.h"

namespace polder {

namespace {

QString kindText(const Findable &what) {
    struct Kind {
        QString operator()(SiteId) const { return FoundModel::tr("Data centre"); }
        QString operator()(RoomId) const { return FoundModel::tr("Room"); }
        QString operator()(RackId) const { return FoundModel::tr("Rack"); }
        QString operator()(NodeId) const { return FoundModel::tr("Node"); }
        QString operator()(CoolingUnitId) const { return FoundModel::tr("Cooling unit"); }
        QString operator()(EquipmentId) const { return FoundModel::tr("Equipment"); }
        QString operator()(PersonId) const { return FoundModel::tr("Person"); }
        QString operator()(RequestId) const { return FoundModel::tr("Request"); }
        QString operator()(ModelId) const { return FoundModel::tr("Model"); }
        QString operator()(ActionId) const { return FoundModel::tr("Action"); }
        QString operator()(SpaceAnswer) const { return FoundModel::tr("Space"); }
    };
    return std::visit(Kind(), what);
}

/// Within its kind.
struct Number {
    std::int64_t operator()(ActionId action) const { return action.place; }
    std::int64_t operator()(SpaceAnswer) const { return 0; }
    std::int64_t operator()(auto id) const { return id.value; }
};

} // namespace

std::int64_t FoundRow::key() const {
    return static_cast<std::int64_t>(what.index()) << 32 | std::visit(Number(), what);
}

FoundModel::FoundModel(QObject *parent)
    : TableModel({{{tr("Kind")}, [](auto &row) { return kindText(row.what); }},
                  {{tr("Name")}, [](auto &row) { return row.name; }, nullptr, [](auto &row) { return row.name; }},
                  {{tr("Where")}, [](auto &row) { return row.place; }, nullptr, [](auto &row) { return row.place; }}},
                 parent) {
}

} // namespace polder
