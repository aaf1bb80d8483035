#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace polder {

/// Reads a JSON object, at most 1 MiB. A name that an object has twice is refused: Qt would take the last and drop the
/// other without a word. The error is Invalid, with `data["line"]`.
[[nodiscard]] Result<QJsonObject> readJsonObject(const QByteArray &bytes);

} // namespace polder
