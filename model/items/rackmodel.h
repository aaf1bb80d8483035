#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

/// A rack with what is free in it today; who asks the engine fills that in.
struct RackRow {
    RackId id;
    QString path; ///< SITE/ROOM/RACK
    int units = 0;
    Length usableDepth;
    QString airflow;
    std::optional<Height> free;
    std::optional<Power> freePower;
    std::optional<Mass> freeMass;

    [[nodiscard]] std::int64_t key() const { return id.value; }
    bool operator==(const RackRow &) const = default;
};

/// Racks that are there today.
[[nodiscard]] std::vector<RackRow> rackRows(const Snapshot &snapshot);

class RackModel : public TableModel<RackRow> {
    Q_OBJECT

public:
    explicit RackModel(QObject *parent = nullptr);
};

} // namespace polder
