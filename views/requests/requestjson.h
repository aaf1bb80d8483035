#pragma once

#include "model/core/snapshot.h"

#include <QJsonObject>

namespace polder {

/// As an item names it.
[[nodiscard]] QString modelText(const Model &model);

/// An item as the intentions take it, with all that is known of it; what is not known is left out.
[[nodiscard]] QJsonObject itemJson(const RequestItem &item, const Snapshot &snapshot);
/// The other way round; a model that the library does not have is none.
[[nodiscard]] RequestItem itemOf(const QJsonObject &json, const Snapshot &snapshot);

/// The members of an item that a model of the library says as well.
[[nodiscard]] QStringList itemFigures();

/// All that the form shows of a request, as the intentions take it.
[[nodiscard]] QJsonObject requestJson(const Request &request, const Snapshot &snapshot);

/// What of a request, or of its file, the form has no field for.
[[nodiscard]] QJsonObject withoutFields(QJsonObject request);

/// What makes `before` into `after`: the values that differ; null where there is none any more. Objects in it likewise,
/// lists as a whole.
[[nodiscard]] QJsonObject changesOf(const QJsonObject &before, const QJsonObject &after);
/// `before` with such changes.
[[nodiscard]] QJsonObject changed(QJsonObject before, const QJsonObject &changes);

} // namespace polder
