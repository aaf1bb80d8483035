#include "model/items/comparemodel.h"

namespace polder {

namespace {

std::vector<CompareModel::Column> compareColumns() {
    return {
        {{CompareModel::tr("Criterion")},
         [](auto &row) { return row.what; },
         [](auto &row) { return SortKey(std::int64_t{row.ordinal}); }},
        {{CompareModel::tr("First place")}, [](auto &row) { return row.cells[0]; }},
        {{CompareModel::tr("Second place")}, [](auto &row) { return row.cells[1]; }},
        {{CompareModel::tr("Third place")}, [](auto &row) { return row.cells[2]; }},
    };
}

} // namespace

CompareModel::CompareModel(QObject *parent) : TableModel(compareColumns(), parent) {
}

} // namespace polder
