#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include <time.h>

namespace polder::test {

/// Milliseconds of this thread's own time, the median of so many rounds: what else the machine does is not theirs.
/// `work` is told the number of its round.
inline double medianMilliseconds(int rounds, const std::function<void(int)> &work) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const double begin = now();
        work(i);
        times.push_back(now() - begin);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace polder::test
