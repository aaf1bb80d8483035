#include "model/engine/trend.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace polder {

namespace {

/// So far ahead the past is asked how wrong it would have been.
constexpr std::size_t year = 12;
/// From then on the smoothing has seen enough to be asked.
constexpr std::size_t warmUp = 6;
/// So many of the grid are averaged.
constexpr std::size_t several = 5;
constexpr double coverage = 0.8;
/// Errors nearer to each other say nearly the same. (Ours.)
constexpr double monthsBetweenErrors = 1.5;

struct Smoothing {
    double level;   ///< how much of an error the level takes
    double trend;   ///< of that, how much the trend takes
    double damping; ///< what is left of the trend each month
};

std::vector<Smoothing> smoothings() {
    std::vector<Smoothing> grid;
    for (const double level : {0.3, 0.5, 0.7, 0.9, 1.0}) {
        grid.push_back({level, 0, 0.8}); // no trend: with 1.0 the last value stays
        for (const double trend : {0.05, 0.1, 0.2, 0.3}) {
            for (const double damping : {0.8, 0.9, 0.95, 0.98}) {
                grid.push_back({level, trend, damping});
            }
        }
    }
    return grid;
}

/// Of how many months' trend the level goes on, so far ahead: d + d² + ... + dʰ.
double reach(double damping, std::size_t ahead) {
    double sum = 0;
    double left = 1;
    for (std::size_t month = 0; month < ahead; ++month) {
        left *= damping;
        sum += left;
    }
    return sum;
}

/// Errors by the month in which one would have looked ahead, then by how far; those that nobody can know yet are left
/// out, the farthest first.
using Errors = std::vector<std::vector<double>>;

struct Smoothed {
    Smoothing by;
    double level = 0;
    double trend = 0;
    Errors errors;
    double score = 0; ///< mean of the errors, each by the root of the months ahead

    [[nodiscard]] double ahead(std::size_t months) const { return level + trend * reach(by.damping, months); }
};

Smoothed smoothed(std::span<const double> months, const Smoothing &by) {
    std::array<double, year + 1> reaches{};
    for (std::size_t h = 1; h <= year; ++h) {
        reaches[h] = reach(by.damping, h);
    }
    Smoothed result{by, months[0], 0, {}, 0};
    std::size_t count = 0;
    for (std::size_t t = 1; t < months.size(); ++t) {
        const double expected = result.level + by.damping * result.trend;
        const double error = months[t] - expected;
        result.level = expected + by.level * error;
        result.trend = by.damping * result.trend + by.level * by.trend * error;
        if (t < warmUp) {
            continue;
        }
        auto &errors = result.errors.emplace_back();
        for (std::size_t h = 1; h <= year && t + h < months.size(); ++h) {
            errors.push_back(months[t + h] - (result.level + result.trend * reaches[h]));
            result.score += std::abs(errors.back()) / std::sqrt(static_cast<double>(h));
            ++count;
        }
    }
    result.score /= static_cast<double>(count);
    return result;
}

/// Between the two nearest in the order.
double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (place - static_cast<double>(below));
}

/// How far off the mean of them would have been, a month ahead.
double width(std::span<const Smoothed> fits, std::size_t months) {
    std::vector<double> errors;
    for (std::size_t t = 0; t < fits[0].errors.size(); ++t) {
        for (std::size_t i = 0; i < fits[0].errors[t].size(); ++i) {
            double sum = 0;
            for (const auto &fit : fits) {
                sum += fit.errors[t][i];
            }
            errors.push_back(std::abs(sum) / static_cast<double>(fits.size()) / std::sqrt(static_cast<double>(i + 1)));
        }
    }
    const double independent = static_cast<double>(months) / monthsBetweenErrors;
    return quantile(std::move(errors), coverage * (1 + 1 / independent));
}

} // namespace

std::optional<std::vector<Band>> trendOf(std::span<const double> months, int ahead) {
    if (months.size() < leastMonths) {
        return std::nullopt;
    }
    std::vector<Smoothed> fits;
    for (const auto &by : smoothings()) {
        fits.push_back(smoothed(months, by));
    }
    std::ranges::stable_sort(fits, {}, &Smoothed::score);
    fits.erase(fits.begin() + several, fits.end());

    const double off = width(fits, months.size());
    std::vector<Band> bands;
    for (int month = 1; month <= ahead; ++month) {
        double sum = 0;
        for (const auto &fit : fits) {
            sum += fit.ahead(static_cast<std::size_t>(month));
        }
        const double mid = sum / static_cast<double>(several);
        const double half = off * std::sqrt(month * (1 + month / static_cast<double>(months.size())));
        bands.push_back({mid - half, mid, mid + half});
    }
    return bands;
}

} // namespace polder
