#pragma once

#include "model/items/tablemodel.h"
#include "views/paper/elevationboxes.h"

namespace polder {

/// What stands in one rack, from the top down: the elevation as a list.
struct RackContentsRow {
    PlacementId placement;
    QString unit;
    int huFrom = 0;
    QString name;
    QString height;
    QString face;
    QString state;
    QString owner;
    QString about; ///< all of it, in lines

    [[nodiscard]] std::int64_t key() const { return placement.value; }
    bool operator==(const RackContentsRow &) const = default;
};

class RackContentsModel : public TableModel<RackContentsRow> {
    Q_OBJECT

public:
    explicit RackContentsModel(QObject *parent = nullptr);

    void show(const Snapshot &snapshot, const Rack &rack, const std::vector<ElevationBox> &boxes);
};

} // namespace polder
