#pragma once

#include <QString>

namespace polder {

/// A state of a request or a placement in the reader's language; a state that is not known as it is.
[[nodiscard]] QString stateText(const QString &state);

} // namespace polder
