#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

/// A place beside the rails of a rack, or a bay of a chassis, that a search found.
struct NumberRow {
    std::int64_t holder = 0; ///< which rack or chassis: one place of each is offered
    int rank = 0;            ///< 1 is the best
    QString place;           ///< "LEI/DC1/R1, 0U place 2", "bay 3 of CHASSIS-1, LEI/DC1/R1 U4"
    QString outlets;
    int total = 0; ///< scores of 1000
    int headroom = 0;
    int phases = 0;
    int affinity = 0;
    int site = 0;

    [[nodiscard]] std::int64_t key() const { return holder; }
    bool operator==(const NumberRow &) const = default;
};

class NumberModel : public TableModel<NumberRow> {
    Q_OBJECT

public:
    explicit NumberModel(QObject *parent = nullptr);
};

/// A rack or chassis that has none, and why.
struct NoNumberRow {
    std::int64_t number = 0; ///< in the answer
    QString place;
    QString rules;
    QString reason;
    QString all;

    [[nodiscard]] std::int64_t key() const { return number; }
    bool operator==(const NoNumberRow &) const = default;
};

class NoNumberModel : public TableModel<NoNumberRow> {
    Q_OBJECT

public:
    explicit NoNumberModel(QObject *parent = nullptr);
};

} // namespace polder
