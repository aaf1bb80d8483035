#pragma once

#include "day.h"
#include "ids.h"
#include "table.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <tuple>
#include <vector>

namespace polder {

/// Counts in a node's base units: `main` in mW, g, half units ...; l1..l3 in mVA for power nodes.
struct Load {
    std::int64_t main = 0;
    std::int64_t l1 = 0;
    std::int64_t l2 = 0;
    std::int64_t l3 = 0;

    bool operator==(const Load &) const = default;
    constexpr Load &operator+=(const Load &o) {
        main += o.main, l1 += o.l1, l2 += o.l2, l3 += o.l3;
        return *this;
    }
    friend constexpr Load operator+(Load a, const Load &b) { return a += b; }
};

/// What changes in a node's load on a day; see polder.ledger. source 0: none. The normal load of a node is the sum over
/// all its sources.
struct LedgerStep {
    NodeId node;
    NodeId source;
    Day day;
    Load normal;
    Load extra;

    bool operator==(const LedgerStep &) const = default;
};
[[nodiscard]] inline auto rowOrder(const LedgerStep &step) {
    return std::tuple{step.node, step.source, step.day};
}

/// All steps of one node, by source and day. There are ten times as many steps as bookings, and most of their numbers
/// are nothing or small: packed they take a sixth of the memory.
class NodeSteps {
public:
    NodeSteps() = default;
    /// Never none, all of one node, in their order.
    explicit NodeSteps(std::span<const LedgerStep> steps);

    NodeId id; ///< the node
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::size_t bytes() const { return static_cast<std::size_t>(m_packed.size()); }
    void forEach(const std::function<void(const LedgerStep &)> &visit) const;
    void appendTo(std::vector<LedgerStep> &steps) const;
    /// The same object in both, so that what was made of it holds for both.
    [[nodiscard]] bool sameAs(const NodeSteps &o) const { return m_packed.constData() == o.m_packed.constData(); }

private:
    std::uint32_t m_count = 0;
    QByteArray m_packed; ///< of each step: by how much source or day goes on, which loads are not 0, and these
};

/// What all nodes carry, as steps by node, source and day. Immutable; copies and later generations share what did not
/// change.
class Ledger {
public:
    using Key = NodeId;

    Ledger() = default;
    /// The steps must be in their order.
    explicit Ledger(const std::vector<LedgerStep> &steps);
    explicit Ledger(Table<NodeSteps> nodes) : m_nodes(std::move(nodes)) {}

    /// The number of steps.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const { return m_nodes.empty(); }
    /// The nodes that have steps.
    [[nodiscard]] const Table<NodeSteps> &nodes() const { return m_nodes; }
    [[nodiscard]] std::vector<LedgerStep> steps() const;
    [[nodiscard]] std::vector<LedgerStep> stepsOf(NodeId node) const;
    /// As Table::merged: without the steps of which `isGone` is true, and with `fresh`, which are in their order;
    /// `keys` (sorted) are the nodes of all that come or go.
    [[nodiscard]] Ledger merged(std::span<const NodeId> keys, const std::vector<LedgerStep> &fresh,
                                const std::function<bool(const LedgerStep &)> &isGone) const;
    /// With what another has besides: of a node that both have the steps of both, no two of them of the same source
    /// and day.
    [[nodiscard]] Ledger with(const Ledger &other) const;

private:
    Table<NodeSteps> m_nodes;
};

} // namespace polder
