#pragma once

#include "model/engine/plan.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace polder {

/// What a solver says of a model.
struct SolverAnswer {
    std::vector<double> values;  ///< by variable; empty: it has no solution
    std::optional<double> bound; ///< nullopt: it says none
};

/// A queue as an integer program: as few pieces as possible without a place. Of each item and rack it has how many
/// stand there, of each position whether one does, of each choice of outlets how many take it; and a row for every half
/// unit, every group of outlets that are alike and every node, normally and under each failure, in each stretch of
/// days.
///
/// It is complete if every way to place these pieces is in it. If there would be too much of it, it is a relaxation:
/// of each rack the volume, and of each node the least that a piece asks of it, whatever outlets it takes.
class PlanModel {
public:
    /// Not more variables than this, roughly.
    static constexpr std::size_t usualSize = 60'000;

    /// `over`: it is given up, and is of no use.
    PlanModel(const Estate &estate, std::span<const PlaceChange> items, std::size_t most = usualSize,
              const std::function<bool()> &over = {});

    [[nodiscard]] bool isUsable() const { return m_usable; }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] std::size_t size() const { return m_variables.size(); }
    /// In free MPS format.
    [[nodiscard]] std::string mps() const;
    /// What CBC writes as its solution and prints as its log.
    [[nodiscard]] SolverAnswer read(std::string_view solution, std::string_view log) const;

    struct Placed {
        std::vector<Addition> pieces;
        std::vector<std::size_t> of; ///< by piece, its item
    };
    /// The plan that such values mean; nullopt: they mean none, or the model is a relaxation.
    [[nodiscard]] std::optional<Placed> placed(const std::vector<double> &values) const;

private:
    class Builder;
    struct Variable {
        int least = 0;
        int most = 1;
        int cost = 0;
    };
    struct Row {
        std::vector<std::pair<int, std::int64_t>> terms; ///< variable and coefficient
        std::int64_t limit = 0;
        bool equal = false;
    };
    struct Position {
        int variable;
        Height bottom;
        QString face, half;
    };
    struct CordChoice {
        int variable;
        std::vector<int> groups; ///< of each cord
    };
    /// An item in a rack.
    struct Stand {
        std::size_t item;
        RackId rack;
        int variable; ///< how many
        std::vector<Position> positions;
        std::vector<CordChoice> cords;
    };
    /// Outlets that are all the same to what may take them.
    struct OutletGroup {
        std::vector<OutletId> outlets;
        std::vector<Period> uses;
    };

    const Estate &m_estate;
    std::vector<PlaceChange> m_items;
    std::vector<Variable> m_variables;
    std::vector<Row> m_rows;
    std::vector<Stand> m_stands;
    std::vector<OutletGroup> m_groups;
    bool m_complete = true;
    bool m_usable = true;
};

} // namespace polder
