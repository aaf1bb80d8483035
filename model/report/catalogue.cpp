#include "model/report/catalogue.h"

#include "model/planning/failing.h"
#include "model/report/capacityreport.h"
#include "model/report/energyreport.h"
#include "model/report/equipmentreport.h"
#include "model/report/findingsreport.h"
#include "model/report/maintenancereport.h"
#include "model/report/powerreport.h"
#include "model/report/reciprocityreport.h"
#include "model/report/requestreport.h"
#include "model/report/strandedreport.h"

#include <algorithm>
#include <array>

namespace polder {

namespace {

/// All that a maker may want.
struct Asked {
    const Estate &estate;
    const ReportWish &wish;
    const KnownRecord &record;
};
using Maker = Result<Report> (*)(const Asked &);

/// Of one that wants the snapshot only.
template <auto make>
Result<Report> plain(const Asked &asked) {
    const auto &[estate, wish, record] = asked;
    return make(estate, wish.asOf, record.known.at, wish.scope);
}

Result<Report> capacity(const Asked &asked) {
    const auto &[estate, wish, record] = asked;
    return wish.onlyItsTable
               ? capacityReport(estate, wish.asOf, record.known.at, wish.scope)
               : wholeCapacityReport(estate, wish.asOf, record.known.at, wish.scope, wish.stop, wish.progress);
}

Result<Report> stranded(const Asked &asked) {
    const auto &[estate, wish, record] = asked;
    return strandedReport(estate, wish.asOf, record.known.at, wish.scope, wish.stop);
}

Result<Report> power(const Asked &asked) {
    const auto &[estate, wish, record] = asked;
    return powerReport(estate, wish.asOf, record.known.at, wish.scope, wish.stop);
}

Result<Report> reciprocity(const Asked &asked) {
    const auto &[estate, wish, record] = asked;
    return reciprocityReport(estate, wish.from, wish.asOf, record.known.at, wish.scope, record.settlement);
}

/// What there is only of whole data centres is not told of a part of one.
Status wholeSites(const ReportScope &scope) {
    if (scope.place.level == Level::All || scope.place.level == Level::Site) {
        return success();
    }
    return invalidScope(scope.name, u"institution, or a data centre: this report is of whole ones"_qs);
}

Result<Report> requests(const Asked &asked) {
    const auto &[estate, wish, record] = asked;
    if (const Status whole = wholeSites(wish.scope); !whole.ok()) {
        return whole.error();
    }
    return requestReport(estate, wish.asOf, record.known.at, wish.scope, record.clocks);
}

Result<Report> energy(const Asked &asked) {
    const auto &[estate, wish, record] = asked;
    if (const Status whole = wholeSites(wish.scope); !whole.ok()) {
        return whole.error();
    }
    return energyReport(estate, wish.from, wish.asOf, record.known.at, wish.scope, record.readings);
}

Result<Report> equipment(const Asked &asked) {
    const auto &[estate, wish, record] = asked;
    return equipmentReport(estate, wish.asOf, record.known.at, wish.scope, record.gaps);
}

Result<Report> maintenance(const Asked &asked) {
    const auto &[estate, wish, record] = asked;
    const auto failing = failingNamed(estate, wish.node);
    if (!failing) {
        return failing.error();
    }
    return maintenanceReport(estate, *failing, nameOf(estate, *failing), {wish.from, wish.asOf.plus(1)},
                             record.known.at, wish.scope, wish.owners);
}

struct Entry {
    ReportKind kind;
    Maker make;
};
constexpr std::array entries{
    Entry{{"capacity", "capacity"}, capacity},
    Entry{{"stranded", "stranded"}, stranded},
    Entry{{"power", "headroom"}, power},
    Entry{{"reciprocity", "lines", Beside::Settlement, true}, reciprocity},
    Entry{{"requests", "requests", Beside::RequestClocks}, requests},
    Entry{{"equipment", "equipment", Beside::ContactGaps}, equipment},
    Entry{{"findings", "findings"}, plain<findingsReport>},
    Entry{{"maintenance", "touched", Beside::Nothing, true, true}, maintenance},
    Entry{{"energy", "indicators", Beside::MeterReadings, true}, energy},
};

constexpr auto kinds = [] {
    std::array<ReportKind, entries.size()> all{};
    std::ranges::transform(entries, all.begin(), &Entry::kind);
    return all;
}();

} // namespace

std::span<const ReportKind> reportKinds() {
    return kinds;
}

const ReportKind *reportKind(const QString &name) {
    const auto kind =
        std::ranges::find_if(kinds, [&name](const ReportKind &one) { return name == QLatin1String(one.name); });
    return kind == kinds.end() ? nullptr : &*kind;
}

Day usualFirstDay(const ReportKind &kind, Day asOf) {
    return kind.ofANode || !kind.ofDays ? asOf : Day::fromDate({asOf.toDate().year(), 1, 1});
}

Result<Report> makeReport(const ReportKind &kind, const Estate &estate, const ReportWish &wish,
                          const KnownRecord &record) {
    const auto entry = std::ranges::find_if(
        entries, [&kind](const Entry &one) { return QLatin1String(one.kind.name) == QLatin1String(kind.name); });
    const auto make = [&](const Estate &of) { return entry->make({of, wish, record}); };
    auto report = wish.scope.sites.empty() ? make(estate) : make(Estate(withinSites(estate, wish.scope)));
    // Half a report is none.
    if (wish.stop.stop_requested()) {
        Error error;
        error.kind = Error::Kind::Cancelled;
        return error;
    }
    return report;
}

} // namespace polder
