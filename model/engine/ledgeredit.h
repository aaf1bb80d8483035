#pragma once

#include "model/core/ledger.h"
#include "model/engine/loads.h"

#include <map>
#include <tuple>

namespace polder {

class Estate;

/// What bookings that come or go change in the ledger.
class LedgerEdit {
public:
    void add(const Estate &estate, const NodeCharge &charge, Period during);
    void takeOff(const Estate &estate, const NodeCharge &charge, Period during);
    /// As the database keeps it: one row a node, source and day, and none where nothing changes.
    [[nodiscard]] Ledger onto(const Ledger &ledger) const;

private:
    void step(NodeId node, NodeId source, Period during, const Load &normal, const Load &extra);
    LedgerStep &at(NodeId node, NodeId source, Day day);

    std::map<std::tuple<NodeId, NodeId, Day>, LedgerStep> m_steps;
};

} // namespace polder
