#pragma once

#include "model/items/historymodel.h"

#include <QJsonObject>

namespace polder {

/// The kinds of things that have a history: as the record calls them, in words.
[[nodiscard]] std::vector<std::pair<QString, QString>> historyKinds();

/// The rows of an answer of `api.history`, numbered from `first`. Names are those of today, as far as the viewer may
/// see them.
[[nodiscard]] std::vector<HistoryRow> historyRows(const QJsonObject &answer, const Snapshot &snapshot, int first);

/// What stands or holds otherwise on a day than on another, as it is known now: equipment, racks, limits.
[[nodiscard]] std::vector<HistoryRow> standingRows(const Snapshot &snapshot, Day before, Day after);

} // namespace polder
