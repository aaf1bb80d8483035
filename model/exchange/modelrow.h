#pragma once

#include "model/exchange/devicetype.h"

#include <QJsonObject>

namespace polder {

/// A model as the intention `import_models` takes it: the columns of polder.model, "manufacturer" by name,
/// "supplies" and "bays" as lists, "extra" with all that the file says and no column holds as it stands. What the file
/// does not say is left out. `source`: the file, for people.
[[nodiscard]] QJsonObject modelRow(const DeviceModel &model, const QString &source);

} // namespace polder
