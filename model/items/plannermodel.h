#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

/// One change of a scenario, and what it came to.
struct ChangeRow {
    int number = 0; ///< from 1
    QString change;
    QString from;
    QString outcome;

    [[nodiscard]] std::int64_t key() const { return number; }
    bool operator==(const ChangeRow &) const = default;
};

class ChangeModel : public TableModel<ChangeRow> {
    Q_OBJECT

public:
    explicit ChangeModel(QObject *parent = nullptr);
};

/// A place that a scenario gives something.
struct NewPlaceRow {
    int number = 0; ///< from 1
    int change = 0; ///< by which of them
    QString what;
    QString where;
    QString unit;
    Period during;
    RackId rack; ///< none: one that the scenario has added
    int huFrom = 0;
    int halfUnits = 0;
    QString face;
    QString half;

    [[nodiscard]] std::int64_t key() const { return number; }
    bool operator==(const NewPlaceRow &) const = default;
};

class NewPlaceModel : public TableModel<NewPlaceRow> {
    Q_OBJECT

public:
    explicit NewPlaceModel(QObject *parent = nullptr);
};

/// What is free of one thing today and after each of two scenarios.
struct OutlookRow {
    int number = 0; ///< from 1
    QString where;
    QString what;
    QString now, first, second;                         ///< free
    QString strandedNow, strandedFirst, strandedSecond; ///< of that
    QString difference;                                 ///< of free, the second less the first

    [[nodiscard]] std::int64_t key() const { return number; }
    bool operator==(const OutlookRow &) const = default;
};

class OutlookModel : public TableModel<OutlookRow> {
    Q_OBJECT

public:
    explicit OutlookModel(QObject *parent = nullptr);
};

} // namespace polder
