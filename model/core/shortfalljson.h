#pragma once

#include "model/core/shortfall.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace polder {

/// The one JSON form of a shortfall: in a refusal's DETAIL, in `check`, in what polderctl prints.
[[nodiscard]] QJsonObject toJson(const Shortfall &shortfall);
[[nodiscard]] QJsonArray toJson(const std::vector<Shortfall> &shortfalls);
[[nodiscard]] Shortfall shortfallFromJson(const QJsonObject &json);

/// What is listed under "violations", as in `Error::data` of a refusal.
[[nodiscard]] std::vector<Shortfall> violationsOf(const QJsonObject &data);

} // namespace polder
