#pragma once

#include "model/core/result.h"

#include <utility>

namespace polder {

[[nodiscard]] inline Error makeError(Error::Kind kind, const QString &what, QJsonObject data = {}) {
    Error error;
    error.kind = kind;
    error.what = what;
    error.data = std::move(data);
    return error;
}

/// A file says something that cannot be used, on that line (from 1).
[[nodiscard]] inline Error invalidLine(int line, const QString &what) {
    return makeError(Error::Kind::Invalid, what, {{QStringLiteral("line"), line}});
}

} // namespace polder
