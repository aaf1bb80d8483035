#pragma once

#include "model/core/day.h"
#include "model/core/ids.h"

#include <QString>

#include <cstdint>

namespace polder {

/// What a meter counted in the calendar month in which `at` lies, or what it then showed.
struct MeterReading {
    SiteId site;
    NodeId node;       ///< none: the data centre has one of this kind
    QString indicator; ///< as the list of indicators has it: "E_DC", "E_IT" ...
    Day at;
    std::int64_t thousandths = 0;
    QString unit;
};

} // namespace polder
