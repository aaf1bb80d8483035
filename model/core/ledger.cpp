#include "ledger.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace polder {

namespace {

constexpr std::array<std::int64_t Load::*, 4> quantities{&Load::main, &Load::l1, &Load::l2, &Load::l3};

/// Numbers of either sign, small ones in few bytes: seven bits a byte, the eighth says that more follow.
class Packer {
public:
    explicit Packer(QByteArray &bytes) : m_bytes(bytes) {}

    void put(std::int64_t number) {
        auto left = (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63);
        for (; left >= more; left >>= 7) {
            m_bytes.push_back(static_cast<char>(left | more));
        }
        m_bytes.push_back(static_cast<char>(left));
    }
    void putByte(unsigned byte) { m_bytes.push_back(static_cast<char>(byte)); }

    static constexpr std::uint64_t more = 0x80;

private:
    QByteArray &m_bytes;
};

class Unpacker {
public:
    explicit Unpacker(const QByteArray &bytes)
        : m_at(reinterpret_cast<const unsigned char *>(bytes.constData()))
        , m_end(m_at + bytes.size()) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] std::int64_t number() {
        std::uint64_t sum = 0;
        int shift = 0;
        for (; (*m_at & Packer::more) != 0; shift += 7) {
            sum |= (std::uint64_t{*m_at++} & ~Packer::more) << shift;
        }
        sum |= std::uint64_t{*m_at++} << shift;
        return static_cast<std::int64_t>(sum >> 1) ^ -static_cast<std::int64_t>(sum & 1);
    }
    [[nodiscard]] unsigned byte() { return *m_at++; }

private:
    const unsigned char *m_at;
    const unsigned char *m_end;
};

/// Nodes in the place of those with the same id, and of those that are named and have no steps any more.
Table<NodeSteps> withNodes(const Table<NodeSteps> &table, std::span<const NodeId> keys, std::vector<NodeSteps> nodes) {
    return table.merged(keys, std::move(nodes),
                        [&](const NodeSteps &node) { return std::ranges::binary_search(keys, node.id); });
}

/// A node for each stretch of steps of the same one.
template <typename Take>
void nodeByNode(std::span<const LedgerStep> steps, const Take &take) {
    while (!steps.empty()) {
        const auto count = static_cast<std::size_t>(
            std::ranges::find_if(steps, [&](const LedgerStep &step) { return step.node != steps.front().node; }) -
            steps.begin());
        take(steps.first(count));
        steps = steps.subspan(count);
    }
}

} // namespace

NodeSteps::NodeSteps(std::span<const LedgerStep> steps)
    : id(steps.front().node)
    , m_count(static_cast<std::uint32_t>(steps.size())) {
    QByteArray packed;
    packed.reserve(static_cast<qsizetype>(24 * steps.size()));
    Packer packer(packed);
    NodeId source;
    std::int64_t day = 0;
    for (const auto &step : steps) {
        packer.put(std::int64_t{step.source.value} - source.value);
        packer.put(step.day.number - day);
        source = step.source;
        day = step.day.number;
        unsigned present = 0;
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            present |= unsigned{step.normal.*quantities[i] != 0} << i | unsigned{step.extra.*quantities[i] != 0}
                                                                            << (i + 4);
        }
        packer.putByte(present);
        for (const auto *load : {&step.normal, &step.extra}) {
            for (const auto quantity : quantities) {
                if (load->*quantity != 0) {
                    packer.put(load->*quantity);
                }
            }
        }
    }
    m_packed = QByteArray(packed.constData(), packed.size()); // takes what it needs, not what was reserved
}

void NodeSteps::forEach(const std::function<void(const LedgerStep &)> &visit) const {
    Unpacker unpacker(m_packed);
    LedgerStep step;
    step.node = id;
    std::int64_t day = 0;
    while (!unpacker.atEnd()) {
        step.source.value = static_cast<std::int32_t>(step.source.value + unpacker.number());
        day += unpacker.number();
        step.day.number = static_cast<std::int32_t>(day);
        const unsigned present = unpacker.byte();
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            step.normal.*quantities[i] = (present >> i & 1) != 0 ? unpacker.number() : 0;
        }
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            step.extra.*quantities[i] = (present >> (i + 4) & 1) != 0 ? unpacker.number() : 0;
        }
        visit(step);
    }
}

void NodeSteps::appendTo(std::vector<LedgerStep> &steps) const {
    forEach([&steps](const LedgerStep &step) { steps.push_back(step); });
}

Ledger::Ledger(const std::vector<LedgerStep> &steps) {
    std::vector<NodeSteps> nodes;
    nodeByNode(steps, [&nodes](std::span<const LedgerStep> some) { nodes.emplace_back(some); });
    m_nodes = Table<NodeSteps>(std::move(nodes));
}

std::size_t Ledger::size() const {
    std::size_t count = 0;
    for (const auto &node : m_nodes) {
        count += node.count();
    }
    return count;
}

std::vector<LedgerStep> Ledger::steps() const {
    std::vector<LedgerStep> steps;
    steps.reserve(size());
    for (const auto &node : m_nodes) {
        node.appendTo(steps);
    }
    return steps;
}

std::vector<LedgerStep> Ledger::stepsOf(NodeId node) const {
    std::vector<LedgerStep> steps;
    if (const auto *row = m_nodes.find(node)) {
        steps.reserve(row->count());
        row->appendTo(steps);
    }
    return steps;
}

Ledger Ledger::merged(std::span<const NodeId> keys, const std::vector<LedgerStep> &fresh,
                      const std::function<bool(const LedgerStep &)> &isGone) const {
    const auto order = [](const LedgerStep &step) { return rowOrder(step); };
    std::vector<NodeSteps> nodes;
    std::span<const LedgerStep> coming(fresh);
    for (const NodeId key : keys) {
        const auto come = std::ranges::equal_range(coming, key, {}, &LedgerStep::node);
        auto old = stepsOf(key);
        std::erase_if(old, isGone);
        std::vector<LedgerStep> steps;
        steps.reserve(old.size() + come.size());
        std::ranges::merge(old, come, std::back_inserter(steps), {}, order, order);
        if (!steps.empty()) {
            nodes.emplace_back(steps);
        }
    }
    return Ledger(withNodes(m_nodes, keys, std::move(nodes)));
}

Ledger Ledger::with(const Ledger &other) const {
    if (empty() || other.empty()) {
        return empty() ? other : *this;
    }
    const auto order = [](const LedgerStep &step) { return rowOrder(step); };
    std::vector<NodeSteps> nodes;
    nodes.reserve(m_nodes.size() + other.m_nodes.size());
    std::vector<LedgerStep> mine, theirs, both;
    for (auto a = m_nodes.begin(), b = other.m_nodes.begin(); a != m_nodes.end() || b != other.m_nodes.end();) {
        if (b == other.m_nodes.end() || (a != m_nodes.end() && a->id < b->id)) {
            nodes.push_back(*a++);
        } else if (a == m_nodes.end() || b->id < a->id) {
            nodes.push_back(*b++);
        } else {
            mine.clear(), theirs.clear(), both.clear();
            a++->appendTo(mine);
            b++->appendTo(theirs);
            std::ranges::merge(mine, theirs, std::back_inserter(both), {}, order, order);
            nodes.emplace_back(both);
        }
    }
    return Ledger(Table<NodeSteps>(std::move(nodes)));
}

} // namespace polder
