#pragma once

#include "model/core/snapshot.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace polder {

/// What a node counts; see polder.node_kind.
enum class Dimension {
    Power,
    Heat,
    Mass,
    Quota,
    Flow,
    Other
};

/// Which rules guard a kind of node: the same rows as polder.node_kind.
struct KindRules {
    const char16_t *kind;
    Dimension dimension;
    const char16_t *rule;     ///< broken by the normal load
    const char16_t *failover; ///< broken by a single failure; nullptr: no failure matters
    int level;                ///< supplies first
};

/// nullptr for a kind that the engine does not know.
[[nodiscard]] const KindRules *rulesOf(const QString &kind);

/// A name that these tables have, without a copy of it.
[[nodiscard]] inline QString nameOf(const char16_t *name) {
    const std::u16string_view text(name);
    return QString::fromRawData(reinterpret_cast<const QChar *>(text.data()), static_cast<qsizetype>(text.size()));
}

/// The unit of `Load::main` of such a node, as shortfalls name it. `lineUnit` is that of an agreement line.
[[nodiscard]] QString baseUnit(Dimension dimension, const QString &lineUnit = {});

/// Whether an inlet goes into an outlet.
[[nodiscard]] bool plugFits(const Snapshot &snapshot, const QString &inlet, const QString &outlet);
/// A three-phase cord needs all three; a cord of one phase takes any outlet of one.
[[nodiscard]] bool phasesFit(const QString &wanted, const QString &outlet);

/// The quantities of a load one after the other: main, then the phases.
inline constexpr std::array<std::int64_t Load::*, 4> quantities{&Load::main, &Load::l1, &Load::l2, &Load::l3};

/// Each quantity to the higher of both.
inline void raise(Load &peak, const Load &level) {
    for (const auto quantity : quantities) {
        peak.*quantity = std::max(peak.*quantity, level.*quantity);
    }
}
inline constexpr std::array<const char16_t *, 4> quantityNames{u"", u"L1", u"L2", u"L3"};

} // namespace polder
