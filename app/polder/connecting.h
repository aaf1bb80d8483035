#pragma once

#include "model/core/result.h"
#include "options.h"
#include "views/window/firstrun.h"

namespace polder {

/// The names in libpq's service files: the person's own, then the computer's.
[[nodiscard]] QStringList serviceNames();

/// In libpq's keywords, without a password.
[[nodiscard]] QString conninfoOf(const ConnectionChoice &choice);

/// In libpq's keywords with this password; it stays in memory.
[[nodiscard]] QString withPassword(const QString &conninfo, const QString &password);

/// What a password is kept by: who, where. A service is the place that its file says.
[[nodiscard]] QString passwordKey(const ConnectionChoice &choice);

/// Puts the password where libpq looks for it, in the place of an older one; only its owner reads the file.
[[nodiscard]] Status keepPassword(const ConnectionChoice &choice);

/// What was chosen at an earlier start, as options; nullopt: nothing.
[[nodiscard]] std::optional<Options> chosenBefore(Options options);
/// Remembers it; never a password.
[[nodiscard]] Status remember(const ConnectionChoice &choice);

} // namespace polder
