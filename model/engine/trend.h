#pragma once

#include <optional>
#include <span>
#include <vector>

namespace polder {

/// The middle of what may come, and where it lies in 80 of 100 cases.
struct Band {
    double low = 0;
    double mid = 0;
    double high = 0;
};

/// Fewer than so many months, eight quarters, are no history to draw a line through.
inline constexpr std::size_t leastMonths = 24;

/// A level at the same day of each month, the oldest first, drawn on: a band for each of the next months.
/// nullopt: fewer than `leastMonths`.
///
/// Exponential smoothing with a damped trend (Gardner and McKenzie, Management Science 31, 1985; Hyndman and
/// Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 8.2). Of a grid of its three parameters, the few
/// that would have been least wrong in the months that are known, up to a year ahead, are averaged (Bates and
/// Granger, 1969): a single best one is often so by chance.
///
/// The band is empirical: how far off that average would have been, in errors that grow with the root of the months
/// ahead, pooled; of them the quantile 0.8 (1 + 1/m), where m are the errors that are independent, one for each month
/// and a half, as of any quantile of few observations. Far ahead of a short history a line is less sure than that: the
/// root of h (1 + h/n) for n months (Hyndman and Athanasopoulos, 5.5, random walk with drift).
[[nodiscard]] std::optional<std::vector<Band>> trendOf(std::span<const double> months, int ahead);

} // namespace polder
