#pragma once

#include "model/items/tablemodel.h"

#include <array>

namespace polder {

/// One criterion of places that are looked at beside each other.
struct CompareRow {
    int ordinal = 0; ///< from 1
    QString what;
    std::array<QString, 3> cells; ///< of each place; empty: there are not so many

    [[nodiscard]] std::int64_t key() const { return ordinal; }
    bool operator==(const CompareRow &) const = default;
};

class CompareModel : public TableModel<CompareRow> {
    Q_OBJECT

public:
    explicit CompareModel(QObject *parent = nullptr);
};

} // namespace polder
