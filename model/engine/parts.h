#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace polder {

/// In how many parts `count` pieces of work are done: as many as the machine has cores, and none smaller than `least`.
[[nodiscard]] inline std::size_t partsOf(std::size_t count, std::size_t least) {
    const std::size_t cores = std::max(std::thread::hardware_concurrency(), 1U);
    return std::clamp<std::size_t>(count / std::max<std::size_t>(least, 1), 1, cores);
}

/// Calls `work(part, first, past)` for each part of 0 to `count`, the first on this thread and each other on one of its
/// own, and returns when all are done. What the parts share they may only read.
template <typename Work>
void inParts(std::size_t count, std::size_t parts, const Work &work) {
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < parts; ++part) {
        others.emplace_back([=, &work] { work(part, count * part / parts, count * (part + 1) / parts); });
    }
    work(std::size_t{0}, std::size_t{0}, count / parts);
}

} // namespace polder
