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

/// The same for who says it in another language: what is wrong, and the words in the sentence.
[[nodiscard]] inline Error coded(Error error, const QString &code, const QJsonObject &data = {}) {
    error.data[QStringLiteral("code")] = code;
    error.data[QStringLiteral("data")] = data;
    return error;
}

/// A file says something that cannot be used, on that line (from 1).
[[nodiscard]] inline Error invalidLine(int line, const QString &what) {
    return makeError(Error::Kind::Invalid, what, {{QStringLiteral("line"), line}});
}

} // namespace polder
