#pragma once

#include "app/polderctl/command.h"

namespace polder::ctl {

/// What owners are told of a maintenance, and what leaves on a day.
[[nodiscard]] QList<Command> outageCommands();

} // namespace polder::ctl
