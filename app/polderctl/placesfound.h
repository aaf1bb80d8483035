#pragma once

#include "model/engine/estate.h"
#include "model/engine/placer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

// Places that a search has found, as a program and as a person reads them.
namespace polder::ctl {

[[nodiscard]] QString faceText(const Proposal &place);
/// As it is painted on the rack.
[[nodiscard]] double unitOf(const Estate &estate, const Proposal &place);
/// PDU:OUTLET, one for each cord.
[[nodiscard]] QJsonArray outletNames(const Estate &estate, const std::vector<Cord> &cords);
[[nodiscard]] QJsonObject scoresJson(const Scores &scores);
[[nodiscard]] QJsonObject placeJson(const Estate &estate, const Proposal &place);
[[nodiscard]] QString uncheckedName(Unchecked what);

} // namespace polder::ctl
