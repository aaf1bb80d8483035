#include "model/items/findingmodel.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"

namespace polder {

namespace {

std::vector<FindingModel::Column> columns() {
    return {
        {{FindingModel::tr("Rule")}, [](auto &row) { return row.rule; }},
        {{FindingModel::tr("Place")}, [](auto &row) { return row.place; }},
        {{FindingModel::tr("Finding")}, [](auto &row) { return row.text; }},
        {{FindingModel::tr("Period")},
         [](auto &row) { return Format().period(row.during); },
         [](auto &row) { return SortKey(std::int64_t{row.during.from.number}); }},
        {{FindingModel::tr("State")},
         [](auto &row) { return row.resolved ? FindingModel::tr("resolved") : FindingModel::tr("open"); }},
    };
}

} // namespace

std::vector<FindingRow> findingRows(const Snapshot &snapshot) {
    std::vector<FindingRow> rows;
    rows.reserve(snapshot.findings.size());
    for (const auto &finding : snapshot.findings) {
        const auto *site = snapshot.sites.find(finding.site);
        const QString rack = rackPath(snapshot, finding.rack);
        rows.push_back({finding.id, finding.rule,
                        !rack.isEmpty() ? rack
                        : site          ? site->code
                                        : QString(),
                        finding.text, finding.during, finding.resolved, finding.rack});
    }
    return rows;
}

FindingModel::FindingModel(QObject *parent) : TableModel(columns(), parent) {
}

} // namespace polder
