#pragma once

#include "model/core/result.h"
#include "model/exchange/devicetype.h"

#include <QString>

#include <functional>
#include <stop_token>
#include <variant>

namespace polder {

/// A file that is not imported, and why.
struct Refusal {
    QString file;
    int line = 0; ///< from 1; 0 = the file as a whole
    QString reason;
};

/// What one file gave, and how far the reading is.
struct DeviceTypeFile {
    QString file; ///< as it can be opened again
    int number = 0;
    int total = 0; ///< `number` of `total`, for a progress bar
    std::variant<DeviceModel, Refusal> content;
};

/// Reads a file, or all .yaml and .yml files of a folder and the folders in it, in the order of their names. The sink
/// gets each file once; a refused file does not stop the others. A second file that describes the same manufacturer
/// and model, or manufacturer and slug, is refused unless it says the same.
///
/// The value is the number of files. Errors: Unavailable (no such path), NotFound (no such file in the folder),
/// Cancelled.
[[nodiscard]] Result<int> readDeviceTypes(const QString &path, const std::function<void(DeviceTypeFile)> &sink,
                                          std::stop_token stop = {});

} // namespace polder
