#pragma once

#include "model/core/result.h"

namespace polder {

/// The record refuses in codes and data; this is the sentence, in the language of the person. What it does not know is
/// said as it came.
[[nodiscard]] QString refusalText(const Error &error);

/// What somebody did: "amend request", of amend_request.
[[nodiscard]] QString intentionText(const QString &intention);

} // namespace polder
