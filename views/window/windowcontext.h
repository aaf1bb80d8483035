#pragma once

#include <QString>

#include <vector>

namespace polder {

/// One of those as whom the demo may be seen.
struct DemoPerson {
    QString handle;
    QString name;
    QString roles; ///< what they may do, in words
};

/// What a window knows beside the record.
struct WindowContext {
    std::vector<DemoPerson> people; ///< empty: nobody to switch to, as on a shared server
    QString person;                 ///< handle of the one who looks
    QString notice;                 ///< stands in the status bar all the time: "the estate is invented"
};

} // namespace polder
