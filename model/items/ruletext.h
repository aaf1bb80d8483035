#pragma once

#include <QString>

namespace polder {

/// What a rule is about, in a few words of the reader's language; empty for one that is not known.
[[nodiscard]] QString ruleSubject(const QString &rule);

/// "P6 – single failure"; the code alone for one that is not known.
[[nodiscard]] QString ruleTitle(const QString &rule);

} // namespace polder
