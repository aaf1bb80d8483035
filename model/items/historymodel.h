#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

#include <QDateTime>

namespace polder {

/// What one change did to one thing.
struct HistoryRow {
    /// A column of the record, and what was in it; empty: nothing.
    struct Value {
        QString name, before, after;
        bool operator==(const Value &) const = default;
    };

    int number = 0; ///< its place in the answer, from 1
    std::int64_t generation = 0;
    QDateTime at;
    QString who;
    QString intention;
    QString table; ///< as the record calls it
    int id = 0;
    QString kind; ///< of thing, in words
    QString what; ///< its name
    QString done; ///< made, changed, gone
    QList<Value> values;
    EquipmentId equipment; ///< where one may read more; none: nowhere
    RackId rack;
    RoomId room;
    RequestId request;
    NodeId node;

    /// "position: 12 → 14, rack: A1 → A2"
    [[nodiscard]] QString summary() const;
    [[nodiscard]] std::int64_t key() const { return number; }
    bool operator==(const HistoryRow &) const = default;
};

class HistoryModel : public TableModel<HistoryRow> {
    Q_OBJECT

public:
    explicit HistoryModel(QObject *parent = nullptr);
};

} // namespace polder
