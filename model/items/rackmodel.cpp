#include "model/items/rackmodel.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"

namespace polder {

namespace {

std::vector<RackModel::Column> columns() {
    return {
        {{RackModel::tr("Rack")}, [](auto &row) { return row.path; }},
        {{RackModel::tr("Height"), {}, Qt::AlignRight},
         [](auto &row) { return Format().height({2 * row.units}); },
         [](auto &row) { return SortKey(std::int64_t{row.units}); }},
        {{RackModel::tr("Usable depth"), {}, Qt::AlignRight},
         [](auto &row) { return Format().length(row.usableDepth); },
         [](auto &row) { return SortKey(std::int64_t{row.usableDepth.mm}); }},
        {{RackModel::tr("Airflow")}, [](auto &row) { return Format::airflow(row.airflow); }},
        {{RackModel::tr("Free units"), {}, Qt::AlignRight},
         [](auto &row) { return row.free ? Format().height(*row.free) : QString(); },
         [](auto &row) { return row.free ? SortKey(std::int64_t{row.free->halfUnits}) : SortKey(); }},
        {{RackModel::tr("Free power"), {}, Qt::AlignRight},
         [](auto &row) { return row.freePower ? Format().power(*row.freePower) : QString(); },
         [](auto &row) { return row.freePower ? SortKey(row.freePower->milliwatts) : SortKey(); }},
        {{RackModel::tr("Free weight"), {}, Qt::AlignRight},
         [](auto &row) { return row.freeMass ? Format().mass(*row.freeMass) : QString(); },
         [](auto &row) { return row.freeMass ? SortKey(row.freeMass->grams) : SortKey(); }},
    };
}

} // namespace

std::vector<RackRow> rackRows(const Snapshot &snapshot) {
    std::vector<RackRow> rows;
    rows.reserve(snapshot.racks.size());
    for (const auto &rack : snapshot.racks) {
        if (rack.during.contains(snapshot.today)) {
            rows.push_back(
                {rack.id, rackPath(snapshot, rack.id), rack.units, rack.usableDepth, rack.airflow, {}, {}, {}});
        }
    }
    return rows;
}

RackModel::RackModel(QObject *parent) : TableModel(columns(), parent) {
}

} // namespace polder
