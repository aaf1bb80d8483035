#pragma once

#include "model/exchange/devicetype.h"

#include <QJsonObject>

namespace polder {

/// Everything that the file said of a model, in the file's words: the members and `extra` put together again.
/// It equals what was read, value by value.
[[nodiscard]] QJsonObject sourceDocument(const DeviceModel &model);

} // namespace polder
