#pragma once

#include "model/engine/placer.h"
#include "model/items/proposalmodel.h"

#include <QJsonObject>

namespace polder {

// The engine's answer as rows, and as what the intention `hold` takes.

[[nodiscard]] std::vector<ProposalRow> proposalRows(const SearchResult &result, const Snapshot &snapshot);

/// Why something has no place: the rules, each once, the first reason, and all of them, a line each.
struct RefusalWords {
    QString rules, first, all;
};
[[nodiscard]] RefusalWords refusalWords(const std::vector<Shortfall> &shortfalls);

[[nodiscard]] std::vector<RefusalRow> refusalRows(const SearchResult &result, const Snapshot &snapshot);

/// {"rack", "unit", "face", "half", "outlets"}; without outlets the record chooses them.
[[nodiscard]] QJsonObject placeJson(const Proposal &proposal, const Snapshot &snapshot);

} // namespace polder
