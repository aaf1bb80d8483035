#pragma once

#include "model/core/result.h"

#include <QStringList>

namespace polder {

/// What is wrong with a request file, in the reader's language: a sentence for each fault, with the field as people
/// call it, and of a workbook the cell. What is not known is said as it came.
[[nodiscard]] QStringList requestFileTexts(const Error &error);

} // namespace polder
