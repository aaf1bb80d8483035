#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

/// A piece of equipment with where it stands today, or will stand next.
struct EquipmentRow {
    EquipmentId id;
    QString name;
    QString model;
    QString owner;
    QString project;
    QString serial;
    QString assetTag;
    QString place; ///< SITE/ROOM/RACK or SITE/ROOM
    std::optional<double> unit;
    QString state; ///< of the placement; empty: not placed
    Period during;
    RackId rack;
    std::optional<int> budgetedWatts;
    std::optional<Mass> weight;

    [[nodiscard]] std::int64_t key() const { return id.value; }
    bool operator==(const EquipmentRow &) const = default;
};

[[nodiscard]] std::vector<EquipmentRow> equipmentRows(const Snapshot &snapshot);

class EquipmentModel : public TableModel<EquipmentRow> {
    Q_OBJECT

public:
    explicit EquipmentModel(QObject *parent = nullptr);

    void show(const Snapshot &snapshot) { replaceRows(equipmentRows(snapshot)); }
};

} // namespace polder
