#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/shortfall.h"

namespace polder {

struct ShortfallRow {
    int ordinal = 0; ///< a reason has no key of its own: its place in the list
    Shortfall shortfall;

    [[nodiscard]] std::int64_t key() const { return ordinal; }
    bool operator==(const ShortfallRow &) const = default;
};

/// Why something does not fit, a row for each reason, in numbers.
class ShortfallModel : public TableModel<ShortfallRow> {
    Q_OBJECT

public:
    explicit ShortfallModel(QObject *parent = nullptr);

    void show(const std::vector<Shortfall> &shortfalls);
};

} // namespace polder
