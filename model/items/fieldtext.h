#pragma once

#include <QString>

namespace polder {

/// What an argument of an intention is called, in the reader's language: "item 2, height (U)", of items/1/height_u.
/// What is not known, or was named by somebody else, stays as it is.
[[nodiscard]] QString fieldText(const QString &path);

[[nodiscard]] bool isFieldKnown(const QString &argument);

} // namespace polder
