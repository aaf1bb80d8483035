#include "model/items/coolingmodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

QString powerText(const std::optional<Power> &power) {
    return power ? Format().power(*power) : QString();
}

SortKey powerKey(const std::optional<Power> &power) {
    return power ? SortKey(power->milliwatts) : SortKey();
}

std::vector<CoolingModel::Column> columns() {
    return {
        {{CoolingModel::tr("Zone, unit")},
         [](auto &row) { return row.isZone() ? row.name : QString(2, u' ') + row.name; },
         [](auto &row) { return SortKey(std::int64_t{row.ordinal}); }},
        {{CoolingModel::tr("Heat"), {}, Qt::AlignRight},
         [](auto &row) { return powerText(row.heat); },
         [](auto &row) { return powerKey(row.heat); }},
        {{CoolingModel::tr("Limit"), {}, Qt::AlignRight, CoolingModel::tr("With the largest unit in reserve")},
         [](auto &row) { return row.isZone() && !row.limit ? CoolingModel::tr("none known") : powerText(row.limit); },
         [](auto &row) { return powerKey(row.limit); }},
        {{CoolingModel::tr("Left"), {}, Qt::AlignRight, CoolingModel::tr("With the largest unit in reserve")},
         [](auto &row) { return powerText(row.left()); },
         [](auto &row) { return powerKey(row.left()); }},
        {{CoolingModel::tr("Carries away"), {}, Qt::AlignRight},
         [](auto &row) { return row.carries ? powerText(row.carries) : CoolingModel::tr("not known"); },
         [](auto &row) { return powerKey(row.carries); }},
        {{CoolingModel::tr("State")}, [](auto &row) { return row.state; }},
        {{CoolingModel::tr("Kind")}, [](auto &row) { return row.kind; }},
        {{CoolingModel::tr("Feed")}, [](auto &row) { return row.feedName; }},
        {{CoolingModel::tr("Racks"), {}, Qt::AlignRight},
         [](auto &row) { return row.isZone() ? Format().count(row.racks) : QString(); },
         [](auto &row) { return row.isZone() ? SortKey(std::int64_t{row.racks}) : SortKey(); }},
    };
}

} // namespace

CoolingModel::CoolingModel(QObject *parent) : TableModel(columns(), parent) {
}

} // namespace polder
