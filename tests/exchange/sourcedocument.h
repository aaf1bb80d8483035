#pragma once

#include "model/exchange/devicetype.h"

#include <QJsonObject>

/// Writes a model back as the file that it was read from, to show that reading loses nothing.
[[nodiscard]] QJsonObject sourceDocument(const polder::DeviceModel &model);
