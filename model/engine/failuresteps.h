#pragma once

#include "model/engine/estate.h"
#include "model/engine/periods.h"

#include <algorithm>
#include <vector>

// Loads over time, as the question of a failure reckons with them.
namespace polder {

inline Load operator-(const Load &a, const Load &b) {
    return {a.main - b.main, a.l1 - b.l1, a.l2 - b.l2, a.l3 - b.l3};
}

inline bool isPower(const Estate &estate, int node) {
    return estate.rules(node) && estate.rules(node)->dimension == Dimension::Power;
}

/// What is added to a load from a day on.
struct LoadChange {
    Day day;
    Load by;
};
using Changes = std::vector<LoadChange>;

inline void addDuring(Changes &changes, Period during, const Load &load) {
    changes.push_back({during.from, load});
    if (!during.openEnded()) {
        changes.push_back({during.until, Load{} - load});
    }
}

inline std::vector<Step> summedUp(Changes changes) {
    std::ranges::stable_sort(changes, {}, &LoadChange::day);
    std::vector<Step> steps;
    Load level;
    for (const auto &[day, by] : changes) {
        level += by;
        if (!steps.empty() && steps.back().from == day) {
            steps.back().level = level;
        } else {
            steps.push_back({day, level});
        }
    }
    return steps;
}

/// `of(a, b)` on every day.
template <typename Of>
std::vector<Step> combined(Steps a, Steps b, const Of &of) {
    std::vector<Step> steps;
    Load left, right;
    while (!a.empty() || !b.empty()) {
        const Day day = std::min(a.empty() ? Day::never() : a.front().from, b.empty() ? Day::never() : b.front().from);
        if (!a.empty() && a.front().from == day) {
            left = a.front().level;
            a = a.subspan(1);
        }
        if (!b.empty() && b.front().from == day) {
            right = b.front().level;
            b = b.subspan(1);
        }
        steps.push_back({day, of(left, right)});
    }
    return steps;
}

/// Main over time, in mW days.
inline std::int64_t integral(Steps steps, Period during) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Day until = i + 1 < steps.size() ? steps[i + 1].from : Day::never();
        if (const Period level = common({steps[i].from, until}, during); !level.empty()) {
            sum += steps[i].level.main * (level.until.number - level.from.number);
        }
    }
    return sum;
}

inline Steps extraOf(const Estate &estate, int node, int source) {
    const auto all = estate.failovers(node);
    const auto found = std::ranges::find(all, estate.node(source).id, &Estate::Failover::source);
    return found == all.end() ? Steps() : found->extra.steps();
}

/// Calls `visit(day, normal, extra, limit)` for each stretch of the window on which nothing changes. The limit is
/// nullptr where nobody knows it, also while the node itself is not there.
template <typename Visit>
void forEachStretch(const Estate &estate, int node, Steps extra, Period window, const Visit &visit) {
    Steps normal = estate.normal(node);
    auto limits = estate.limits(node);
    const Period there = estate.node(node).during;
    const NodeLimit *limit = nullptr;
    Load level, more;
    const auto reach = [](auto &rows, Day day, const auto &take) {
        for (; !rows.empty() && rows.front().from <= day; rows = rows.subspan(1)) {
            take(rows.front());
        }
        return rows.empty() ? Day::never() : rows.front().from;
    };
    for (Day day = window.from; day < window.until;) {
        Day next = reach(normal, day, [&level](const Step &step) { level = step.level; });
        next = std::min(next, reach(extra, day, [&more](const Step &step) { more = step.level; }));
        next = std::min(next, reach(limits, day, [&limit](const NodeLimit &row) { limit = &row; }));
        for (const Day edge : {there.from, there.until}) {
            next = edge > day ? std::min(next, edge) : next;
        }
        visit(day, level, more, there.contains(day) ? limit : nullptr);
        day = next;
    }
}

} // namespace polder
