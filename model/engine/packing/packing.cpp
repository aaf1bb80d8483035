#include "model/engine/packing/packing.h"

#include "model/engine/packing/search.h"

#include <algorithm>

namespace polder::packing {

std::optional<Fault> faultOf(const Instance &instance) {
    if (instance.capacity.empty()) {
        return Fault{{}, {}, "a bin needs at least one dimension"};
    }
    for (std::size_t j = 0; j < instance.capacity.size(); ++j) {
        if (instance.capacity[j] < 0) {
            return Fault{{}, static_cast<int>(j), "a capacity cannot be negative"};
        }
    }
    for (std::size_t i = 0; i < instance.items.size(); ++i) {
        const auto &item = instance.items[i];
        if (item.size() != instance.capacity.size()) {
            return Fault{static_cast<int>(i), {}, "has not as many dimensions as a bin"};
        }
        for (std::size_t j = 0; j < item.size(); ++j) {
            if (item[j] < 0) {
                return Fault{static_cast<int>(i), static_cast<int>(j), "a size cannot be negative"};
            }
            if (item[j] > instance.capacity[j]) {
                return Fault{static_cast<int>(i), static_cast<int>(j), "is larger than a bin"};
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> errorOf(const Instance &instance, const Packing &packing) {
    if (packing.assignment.size() != instance.items.size()) {
        return "not every item has one bin";
    }
    std::vector<std::vector<std::int64_t>> load(std::max(packing.bins, 0),
                                                std::vector<std::int64_t>(instance.capacity.size(), 0));
    std::vector<bool> used(load.size(), false);
    for (std::size_t i = 0; i < instance.items.size(); ++i) {
        const int bin = packing.assignment[i];
        if (bin < 0 || bin >= packing.bins) {
            return "item " + std::to_string(i) + " is in no bin";
        }
        used[bin] = true;
        for (std::size_t j = 0; j < instance.capacity.size(); ++j) {
            load[bin][j] += instance.items[i][j];
        }
    }
    for (std::size_t b = 0; b < load.size(); ++b) {
        if (!used[b]) {
            return "bin " + std::to_string(b) + " is empty";
        }
        for (std::size_t j = 0; j < instance.capacity.size(); ++j) {
            if (load[b][j] > instance.capacity[j]) {
                return "bin " + std::to_string(b) + " is over its capacity in dimension " + std::to_string(j);
            }
        }
    }
    if (packing.lowerBound > packing.bins) {
        return "the lower bound is above the packing";
    }
    if (packing.status == Status::Optimal && packing.lowerBound != packing.bins) {
        return "called optimal without a bound that equals it";
    }
    return std::nullopt;
}

Packing solve(const Instance &instance, Deadline deadline, std::stop_token stop, const Progress &progress,
              std::uint64_t seed) {
    return Search(instance, deadline, std::move(stop), progress, seed).run();
}

} // namespace polder::packing
