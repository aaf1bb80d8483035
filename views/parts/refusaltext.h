#pragma once

#include "model/core/result.h"

namespace polder {

/// The record refuses in codes and data; this is the sentence, in the language of the person. What it does not know is
/// said as it came.
[[nodiscard]] QString refusalText(const Error &error);

/// Who did what when, which is why something can no longer be done; empty: the refusal does not say.
[[nodiscard]] QString laterChangeText(const Error &error);

/// What somebody did: "amend request", of amend_request.
[[nodiscard]] QString intentionText(const QString &intention);

} // namespace polder
