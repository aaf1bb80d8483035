#pragma once

#include "model/core/snapshot.h"

#include <QByteArray>

#include <vector>

namespace polder {

/// One piece of work in a rack: something comes, goes elsewhere, or leaves.
struct WorkItem {
    enum class Kind {
        Install,
        Move,
        Retire
    };
    Kind kind = Kind::Install;
    Day on;
    EquipmentId equipment;
    PlacementId from; ///< none: it comes from outside
    PlacementId to;   ///< none: it leaves

    bool operator==(const WorkItem &) const = default;
};

/// What is to be done from this day to that one (the last), by day, then equipment; of a request only, if one is named.
/// What is held and was to be there before belongs to the first day.
[[nodiscard]] std::vector<WorkItem> workBetween(const Snapshot &snapshot, Day first, Day last, RequestId request = {});

/// Each with from, to, outlets and kg, and boxes to tick. Wants a QApplication; the same record gives the same bytes.
[[nodiscard]] QByteArray workOrder(const Snapshot &snapshot, const std::vector<WorkItem> &work, Day first, Day last);

} // namespace polder
