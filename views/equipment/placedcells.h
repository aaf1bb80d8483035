#pragma once

#include "equipmentedits.h"

#include <QList>

namespace polder {

class FilterSortModel;

/// Where a pasted block comes to stand, and what of it stands nowhere.
struct PlacedCells {
    std::vector<EquipmentEdits::Typed> cells;
    QString notice; ///< empty: nothing
};

/// If its first line names columns of the table, the first of them says which piece of equipment a line is about (its
/// asset tag, serial or name) and the others are its fields, wherever it stands. Else the block is laid over the cells
/// from `row` on, in these columns.
[[nodiscard]] PlacedCells placeCells(const QList<QStringList> &block, const FilterSortModel &model, int row,
                                     const std::vector<int> &columns);

} // namespace polder
