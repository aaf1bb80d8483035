#include "ledgeredit.h"

#include "model/engine/estate.h"

#include <vector>

namespace polder {

namespace {

Load negative(const Load &load) {
    return {-load.main, -load.l1, -load.l2, -load.l3};
}

} // namespace

void LedgerEdit::add(const Estate &estate, const NodeCharge &charge, Period during) {
    const NodeId node = estate.idOf(charge.node);
    step(node, {}, during, charge.normal, {});
    for (const auto &extra : charge.extras) {
        step(node, extra.source, during, {}, extra.load);
    }
}

void LedgerEdit::takeOff(const Estate &estate, const NodeCharge &charge, Period during) {
    const NodeId node = estate.idOf(charge.node);
    step(node, {}, during, negative(charge.normal), {});
    for (const auto &extra : charge.extras) {
        step(node, extra.source, during, {}, negative(extra.load));
    }
}

Ledger LedgerEdit::onto(const Ledger &ledger) const {
    LedgerEdit sums = *this;
    std::vector<NodeId> nodes;
    for (const auto &[key, step] : m_steps) {
        if (nodes.empty() || nodes.back() != step.node) {
            nodes.push_back(step.node);
        }
    }
    for (const NodeId node : nodes) {
        for (const auto &step : ledger.stepsOf(node)) {
            auto &sum = sums.at(step.node, step.source, step.day);
            sum.normal += step.normal;
            sum.extra += step.extra;
        }
    }
    std::vector<LedgerStep> steps;
    for (const auto &[key, step] : sums.m_steps) {
        if (step.normal != Load{} || step.extra != Load{}) {
            steps.push_back(step);
        }
    }
    return ledger.merged(nodes, steps, [](const LedgerStep &) { return true; });
}

void LedgerEdit::step(NodeId node, NodeId source, Period during, const Load &normal, const Load &extra) {
    auto &first = at(node, source, during.from);
    first.normal += normal;
    first.extra += extra;
    if (!during.openEnded()) {
        auto &after = at(node, source, during.until);
        after.normal += negative(normal);
        after.extra += negative(extra);
    }
}

LedgerStep &LedgerEdit::at(NodeId node, NodeId source, Day day) {
    auto &step = m_steps[{node, source, day}];
    step.node = node;
    step.source = source;
    step.day = day;
    return step;
}

} // namespace polder
