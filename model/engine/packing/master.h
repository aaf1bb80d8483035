#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <unordered_set>
#include <vector>

namespace polder::packing {

/// Sets of items that fit into one bin, each once.
class Patterns {
public:
    /// `items` ascending. False where it is known already.
    bool add(const std::vector<int> &items);
    [[nodiscard]] int count() const { return static_cast<int>(m_begin.size()) - 1; }
    [[nodiscard]] const int *begin(int p) const { return m_items.data() + m_begin[p]; }
    [[nodiscard]] const int *end(int p) const { return m_items.data() + m_begin[p + 1]; }

private:
    std::vector<std::size_t> m_begin{0};
    std::vector<int> m_items;
    std::unordered_set<std::uint64_t> m_known; ///< by hash: a collision loses a pattern, never an answer
};

/// The linear relaxation over the known patterns: fewest patterns (in fractions) that cover each item once. Revised
/// simplex with a dense inverse; its floating-point answers guide the search and prove nothing.
///
/// Row i asks that item i is covered, and its right side is perturbed a little, because otherwise many a pivot is
/// degenerate. Fixing a pattern takes 1 from its rows: they may then be covered again for nothing, so what remains is
/// the same problem over the other items.
class Master {
public:
    /// `mayGoOn` ends improve() and repair().
    Master(int items, const Patterns &patterns, std::function<bool()> mayGoOn);

    /// Starts with the first patterns, of which pattern i is item i by itself.
    void start();
    /// Pivots until no known pattern improves. Primal feasible before and after. False where it was ended.
    bool improve();
    /// Takes the basic pattern of this row for good.
    void fix(int row);
    /// Pivots until primal feasible again after fix(). False where it was ended.
    bool repair();

    [[nodiscard]] double objective() const; ///< without what is fixed
    [[nodiscard]] const std::vector<double> &prices() const { return m_price; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int basic(int row) const { return m_basic[row]; } ///< pattern, negative: surplus of item ~basic
    [[nodiscard]] double value(int row) const { return m_value[row]; }

private:
    static constexpr int none = std::numeric_limits<int>::max();

    [[nodiscard]] double costOf(int p) const; ///< what one more of a pattern costs at these prices
    /// Takes in the patterns that are new, and computes what each would save.
    void openPatterns();
    /// The pattern or surplus to enter: steepest by the weights of P. Harris: Pivot selection methods of the Devex LP
    /// code, 1973.
    [[nodiscard]] int choose() const;
    [[nodiscard]] int leavingRow() const;
    [[nodiscard]] int enteringFor(int leaving) const;
    void column(int p);
    void pivot(int row, int entering, double cost);
    void updateCosts(int row, int entered, double cost);
    void reinvert();

    int m_rows;
    const Patterns *m_patterns;
    std::function<bool()> m_mayGoOn;
    std::vector<double> m_inverse; ///< row by row
    std::vector<int> m_basic;
    std::vector<char> m_isBasic; ///< of each pattern
    std::vector<double> m_value;
    std::vector<double> m_right;
    std::vector<double> m_price;
    std::vector<double> m_column;
    std::vector<double> m_cost;   ///< of each pattern, while improve() runs
    std::vector<double> m_weight; ///< of each pattern
    std::vector<double> m_surplusWeight;
    int m_sinceInversion = 0;
};

} // namespace polder::packing
