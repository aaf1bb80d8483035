#pragma once

#include "model/core/knownrecord.h"
#include "model/core/ownerperson.h"
#include "model/core/result.h"
#include "model/report/report.h"
#include "model/report/scope.h"

#include <span>
#include <stop_token>
#include <vector>

// Which reports there are, and what each is made of: the one place that knows.
namespace polder {

struct ReportKind {
    const char *name;                ///< as commands and definitions that are kept call it
    const char *table;               ///< of a file that takes one table only, where no other is named
    Beside beside = Beside::Nothing; ///< what it reads that is in no snapshot
    bool ofDays = false;             ///< from a first day on
    bool ofANode = false;            ///< that is taken out of service
};
/// In the order in which people are offered them.
[[nodiscard]] std::span<const ReportKind> reportKinds();
/// nullptr: there is none.
[[nodiscard]] const ReportKind *reportKind(const QString &name);

/// A statement is of the year so far, a maintenance of one day.
[[nodiscard]] Day usualFirstDay(const ReportKind &kind, Day asOf);

/// What one is made of, beside the record.
struct ReportWish {
    Day from; ///< of statements: up to `asOf`
    Day asOf;
    ReportScope scope = {};
    QString node = {};                    ///< what is taken out of service, as people call it
    std::vector<OwnerPerson> owners = {}; ///< of such reports: whom one tells of what happens to a device, by equipment
    bool onlyItsTable = false;            ///< ReportKind::table is enough, where the others take long
    std::stop_token stop = {};
    ReportProgress progress = {};
};

/// `record`: when the estate was known, and what is in no snapshot. Invalid: there is no such node, or no such
/// report of a part of a data centre. Cancelled: `stop`
/// was asked for.
[[nodiscard]] Result<Report> makeReport(const ReportKind &kind, const Estate &estate, const ReportWish &wish,
                                        const KnownRecord &record);

} // namespace polder
