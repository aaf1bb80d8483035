#pragma once

#include "app/polderctl/command.h"
#include "model/engine/placer.h"
#include "model/exchange/requestfile.h"

#include <optional>

// All items of a request, placed as one set.
namespace polder::ctl {

/// A request of the record by its number or id; a file that is called like one is given as ./31.
[[nodiscard]] bool isRequestNumber(const QString &operand);

/// "-": from standard input.
[[nodiscard]] Result<RequestDraft> readRequestFile(const QString &path);

/// What the options say besides, or instead of the request.
struct SetOptions {
    std::optional<Day> from, until;
    std::optional<Within> together, apart;
    QString site, preferredSite; ///< codes; empty: not given
    std::size_t top = 20;
    bool explain = false;
};

/// Where all pieces of a request that have no place yet can stand together, best first, and why not elsewhere.
[[nodiscard]] Result<Answer> findSetFor(Session &session, const QString &request, const SetOptions &options);

} // namespace polder::ctl
