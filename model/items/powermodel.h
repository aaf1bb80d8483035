#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

/// A node of the power chain, with what it carries. The engine's numbers as a row; who shows it copies it.
struct PowerRow {
    NodeId node;
    int ordinal = 0; ///< its place in the chain, from the top
    int depth = 0;
    QString name;
    QString kind;
    QString side;
    int racks = 0;
    Power load;
    std::optional<Power> limit; ///< nullopt: unknown, or not limited
    QString left;               ///< of its failover limit, under the worst single failure; empty: none concerns it
    std::int64_t permille = -1; ///< of that limit, what the worst failure puts on it; -1: none, or not limited
    QString failing;            ///< that failure
    QString state;              ///< of a failure that is being looked at: "off", "overloaded"

    [[nodiscard]] std::int64_t key() const { return node.value; }
    bool operator==(const PowerRow &) const = default;
};

class PowerModel : public TableModel<PowerRow> {
    Q_OBJECT

public:
    explicit PowerModel(QObject *parent = nullptr);
};

/// One consequence of a failure.
struct ConsequenceRow {
    int ordinal = 0; ///< a consequence has no key of its own: its place in the list, from 1
    QString kind;    ///< "stops", "loses a path" ...
    QString what;
    QString where;
    QString figures;
    EquipmentId equipment; ///< none: a node, or what others have
    NodeId node = {};      ///< that gets too much
    QString owner = {};    ///< institution and department, of equipment

    [[nodiscard]] std::int64_t key() const { return ordinal; }
    bool operator==(const ConsequenceRow &) const = default;
};

class ConsequenceModel : public TableModel<ConsequenceRow> {
    Q_OBJECT

public:
    explicit ConsequenceModel(QObject *parent = nullptr);
};

} // namespace polder
