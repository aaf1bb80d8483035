#pragma once

#include "model/core/result.h"

namespace polder {

/// "FIELD: 'VALUE' cannot be used, it must be ALLOWED", and the same three as data.
[[nodiscard]] inline Error invalid(const QString &field, const QString &value, const QString &allowed) {
    Error error;
    error.kind = Error::Kind::Invalid;
    error.what = QStringLiteral("%1: '%2' cannot be used, it must be %3").arg(field, value, allowed);
    error.data = {
        {QStringLiteral("field"), field}, {QStringLiteral("value"), value}, {QStringLiteral("allowed"), allowed}};
    return error;
}

} // namespace polder
