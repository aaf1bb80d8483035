#pragma once

#include "model/engine/estate.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace polder {

/// Which sum a finding is about.
struct FoundAt {
    int node = -1;            ///< its place among all; -1: the finding is of no node
    std::size_t quantity = 0; ///< see quantityNames
    int failing = -1;         ///< the node under whose failure it happens; -1: normal operation
};

/// A finding of a sum says in its text "node", then the phase if it is one of a phase, then what fails
/// (guard.found_text). Here the words are nodes again.
class FoundNodes {
public:
    explicit FoundNodes(const Estate &estate);

    [[nodiscard]] FoundAt find(const QString &rule, const QString &text) const;

private:
    const Estate &m_estate;
    std::unordered_multimap<QString, int> m_byName;
};

/// What is there on a day, and what may be; both in `unit`.
struct FoundFigures {
    std::int64_t load = 0;
    std::optional<std::int64_t> limit; ///< nullopt: unknown, or there is none
    QString unit;
};

/// nullopt: the finding is of no node.
[[nodiscard]] std::optional<FoundFigures> figuresOf(const Estate &estate, const FoundAt &at, Day day);

/// Whose word sets a rule aside; the same rows as polder.rule.
enum class Word {
    Nobody,
    FacilityManager,
    TwoPeople,
    BothInstitutions
};
[[nodiscard]] Word wordFor(const QString &rule);

} // namespace polder
