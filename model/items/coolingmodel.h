#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

/// A cooling zone, or below it one of its units.
struct CoolingRow {
    NodeId zone;
    CoolingUnitId unit; ///< none: the zone itself
    int ordinal = 0;    ///< its place in the list
    QString name;
    QString kind;
    int racks = 0;                ///< of a zone
    std::optional<Power> heat;    ///< of a zone
    std::optional<Power> carries; ///< of a unit what it carries away, of a zone all units together; nullopt: not known
    std::optional<Power> limit;   ///< of a zone, with its largest unit in reserve
    QString state;                ///< of a failure that is being looked at
    QString feedName;             ///< what a unit hangs on
    NodeId feed;
    RoomId room;

    [[nodiscard]] bool isZone() const { return !unit; }
    /// Above the limit it is less than nothing.
    [[nodiscard]] std::optional<Power> left() const {
        return heat && limit ? std::optional(Power{limit->milliwatts - heat->milliwatts}) : std::nullopt;
    }
    [[nodiscard]] std::int64_t key() const {
        return unit ? std::int64_t{unit.value} * 2 + 1 : std::int64_t{zone.value} * 2;
    }
    bool operator==(const CoolingRow &) const = default;
};

class CoolingModel : public TableModel<CoolingRow> {
    Q_OBJECT

public:
    explicit CoolingModel(QObject *parent = nullptr);
};

} // namespace polder
