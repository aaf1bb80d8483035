#pragma once

#include "model/core/contactgap.h"
#include "model/core/meterreading.h"
#include "model/core/requestclock.h"
#include "model/core/settlement.h"
#include "model/core/snapshot.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace polder {

/// A generation, when it was made, and the day from which it is looked at: the one that was asked for, or that on which
/// it was made, as the data centres count days.
struct KnownAt {
    std::int64_t generation = 0;
    QDateTime at;
    Day day;
    bool final = false; ///< asked again, the answer will be this one: of a day that is not over it may not
};

/// What a report reads that is in no snapshot.
enum class Beside {
    Nothing,
    RequestClocks,
    Settlement,
    MeterReadings,
    ContactGaps
};

/// Which record a report is about.
struct RecordQuestion {
    std::int64_t generation = 0; ///< as it was known at this generation, of which the snapshot is here already
    std::optional<Day> knownOn;  ///< instead: as it was known by the end of this day
    Beside beside = Beside::Nothing;
};

/// The answer, all of it of one generation.
struct KnownRecord {
    KnownAt known;
    SnapshotPtr snapshot;             ///< nullptr: the one that is here already
    std::vector<RequestClock> clocks; ///< by request
    Settlement settlement;
    std::vector<MeterReading> readings; ///< by site, indicator, node and day
    std::vector<ContactGap> gaps;       ///< by equipment
};

} // namespace polder
