#include "model/engine/steps.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>

namespace polder {

namespace {

bool isSmall(std::int64_t number) {
    return number >= std::numeric_limits<std::int32_t>::min() && number <= std::numeric_limits<std::int32_t>::max();
}

std::int32_t narrow(std::int64_t number) {
    return static_cast<std::int32_t>(number);
}

} // namespace

PackedSteps::PackedSteps(Steps steps) {
    bool small = true;
    bool plain = true;
    for (const Step step : steps) {
        const Load &level = step.level;
        small = small && isSmall(level.main) && isSmall(level.l1) && isSmall(level.l2) && isSmall(level.l3);
        plain = plain && level.l1 == 0 && level.l2 == 0 && level.l3 == 0;
    }
    const auto keep = [&](auto &kept, const auto &packed) {
        kept.reserve(steps.size()); // as large as they have to be
        std::ranges::transform(steps, std::back_inserter(kept), packed);
    };
    if (!small) {
        keep(m_kept.emplace<std::vector<Step>>(), std::identity());
    } else if (!plain) {
        keep(m_kept.emplace<std::vector<SmallStep>>(), [](const Step &step) {
            const Load &level = step.level;
            return SmallStep{step.from, narrow(level.main), narrow(level.l1), narrow(level.l2), narrow(level.l3)};
        });
    } else {
        keep(m_kept.emplace<std::vector<PlainStep>>(), [](const Step &step) {
            return PlainStep{step.from, narrow(step.level.main)};
        });
    }
}

Load levelOn(Steps steps, Day day) {
    const auto after = std::ranges::upper_bound(steps, day, {}, &Step::from);
    return after == steps.begin() ? Load{} : after[-1].level;
}

} // namespace polder
