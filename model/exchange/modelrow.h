#pragma once

#include "model/exchange/devicetype.h"

#include <QJsonObject>

namespace polder {

/// A model as the intention `import_models` takes it: the columns of polder.model, "manufacturer" by name,
/// "supplies" and "bays" as lists. What the file does not say is left out. `source`: the file, for people.
[[nodiscard]] QJsonObject modelRow(const DeviceModel &model, const QString &source);

} // namespace polder
