#pragma once

#include "model/core/day.h"

#include <span>

// What acts want to know of a data centre every year.
namespace polder {

/// How an indicator follows from what is known.
enum class IndicatorFrom {
    Sum,     ///< of what its meters counted in each month
    Mean,    ///< of what they showed
    Entered, ///< what somebody entered last in the year, of each node
    Draws,   ///< budgeted draws of what is installed, unless somebody entered it in the year
    Rooms    ///< the area of the rooms on record, unless somebody entered it in the year
};

struct Indicator {
    const char16_t *code;
    const char16_t *unit;
    const char *meaning; ///< translated where it is shown
    IndicatorFrom from;
};

/// A list keeps its name, version and indicators: when an act changes, another comes beside it, from the first day that
/// is reported by it.
struct IndicatorList {
    const char16_t *name;
    const char16_t *version;
    Day from; ///< until the next begins
    std::span<const Indicator> indicators;
};

/// By their first days.
[[nodiscard]] std::span<const IndicatorList> indicatorLists();
/// The one by which that day is reported; of days before all of them, the first.
[[nodiscard]] const IndicatorList &listOn(std::span<const IndicatorList> lists, Day day);

} // namespace polder
