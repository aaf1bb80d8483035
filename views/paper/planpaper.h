#pragma once

#include "model/core/snapshot.h"

#include <QByteArray>

#include <vector>

namespace polder {

class Pages;

/// Rooms to scale, a page each, at the largest of 1:20, 1:50, 1:100, 1:200 and 1:500 that the paper takes: walls,
/// columns, aisles, racks with their fronts, what stands on the floor with its clearances. Says everything without
/// colour. On this day, as far as the viewer sees it. Wants a QApplication; the same record gives the same bytes.
[[nodiscard]] QByteArray planPaper(const Snapshot &snapshot, const std::vector<RoomId> &rooms, Day day);

/// One room on a page of its own; `marked` is drawn thick.
void drawPlan(Pages &pages, const Snapshot &snapshot, const Room &room, Day day, PlacementId marked = {});

} // namespace polder
