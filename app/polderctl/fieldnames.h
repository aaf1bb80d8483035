#pragma once

#include "app/polderctl/command.h"

// The database names the argument of an intention; whoever typed a command wants to hear of the option.
namespace polder::ctl {

/// --until for "until_date", --outlet for "places/0/outlets/1", /items/0/count for what came from a request file; a
/// name for which the command has nothing of its own stays.
[[nodiscard]] QString ownName(const Command &command, const QString &field);

/// The error with the field and the message in the command's own words.
[[nodiscard]] Error inOwnWords(const Command &command, Error error);

} // namespace polder::ctl
