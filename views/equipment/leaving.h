#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

#include <span>

namespace polder {

/// A device that is to leave on a day: where it is, and what is in the way.
struct LeavingRow {
    EquipmentId equipment;
    PlacementId placement; ///< none: it stands nowhere
    QString name;
    QString place;
    Period during;
    QString conflict;          ///< empty: none
    bool confidential = false; ///< leaves only with a certificate

    [[nodiscard]] std::int64_t key() const { return equipment.value; }
    bool operator==(const LeavingRow &) const = default;
};

class LeavingModel : public TableModel<LeavingRow> {
    Q_OBJECT

public:
    explicit LeavingModel(QObject *parent = nullptr);
};

/// Of all of them together, so that a chassis may leave with what is in it.
[[nodiscard]] std::vector<LeavingRow> leavingRows(const Snapshot &snapshot, std::span<const EquipmentId> chosen,
                                                  Day from);

} // namespace polder
