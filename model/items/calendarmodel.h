#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

/// A bar of the calendar in words.
struct BookingRow {
    PlacementId first; ///< of its bookings
    int ordinal = 0;   ///< in the order of the drawing, from the top
    QString row;       ///< rack, tenant or equipment, whatever the rows of the calendar are
    QString what;
    QString state;
    Period during;
    std::optional<Day> lapses;
    EquipmentId equipment; ///< where it leads: what all of its bookings have
    RequestId request;
    RackId rack;

    [[nodiscard]] std::int64_t key() const { return first.value; }
    bool operator==(const BookingRow &) const = default;
};

class BookingModel : public TableModel<BookingRow> {
    Q_OBJECT

public:
    explicit BookingModel(QObject *parent = nullptr);
};

/// Something that has its day: an end, a lapse, a decision.
struct DueRow {
    int ordinal = 0; ///< it has no key of its own: its place among all, from 1
    Day day;
    bool late = false; ///< a decision that was due before today
    QString what;
    QString of;
    EquipmentId equipment; ///< where it leads
    RequestId request;
    RackId rack;
    RoomId room;

    [[nodiscard]] std::int64_t key() const { return ordinal; }
    bool operator==(const DueRow &) const = default;
};

class DueModel : public TableModel<DueRow> {
    Q_OBJECT

public:
    explicit DueModel(QObject *parent = nullptr);
};

} // namespace polder
