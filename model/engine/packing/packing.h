#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// Vector bin packing: items of several dimensions at once (height, watts, grams, ports) into as few equal bins as
// possible, so that no bin is over its capacity in any dimension. Sizes are whole numbers in whatever unit the caller
// counts that dimension in; each dimension stands for itself, nothing is converted or rotated.
namespace polder::packing {

using Size = std::int32_t;
using Deadline = std::chrono::steady_clock::time_point;

/// A value of its own: what is packed, without names.
struct Instance {
    std::vector<Size> capacity;           ///< of every bin, in each dimension; at least one dimension
    std::vector<std::vector<Size>> items; ///< of each item, its size in each dimension

    bool operator==(const Instance &) const = default;
};

enum class Status {
    Feasible, ///< a packing; perhaps there is one with fewer bins
    Optimal,  ///< proved: no packing has fewer bins
};

struct Packing {
    std::vector<int> assignment; ///< of each item, its bin from 0
    int bins = 0;
    int lowerBound = 0; ///< no packing of this instance has fewer bins
    Status status = Status::Feasible;

    bool operator==(const Packing &) const = default;
};

/// Why an instance cannot be packed at all.
struct Fault {
    std::optional<int> item; ///< from 0; otherwise it is the capacity
    std::optional<int> dimension;
    std::string reason;
};
[[nodiscard]] std::optional<Fault> faultOf(const Instance &instance);

/// What is wrong with a packing, by adding up every bin anew; shares nothing with solve().
[[nodiscard]] std::optional<std::string> errorOf(const Instance &instance, const Packing &packing);

/// Called when a better packing or bound is known: bins so far, lower bound.
using Progress = std::function<void(int bins, int lowerBound)>;

/// The best packing found until `deadline` or until `stop` asks, earlier where it is proved optimal. Needs an instance
/// without fault. The same instance and seed give the same answer wherever the time did not decide.
[[nodiscard]] Packing solve(const Instance &instance, Deadline deadline, std::stop_token stop = {},
                            const Progress &progress = {}, std::uint64_t seed = 1);

} // namespace polder::packing
