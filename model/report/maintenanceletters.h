#pragma once

#include "model/core/day.h"
#include "model/exchange/fileset.h"
#include "model/exchange/mailfile.h"
#include "model/report/report.h"

namespace polder {

/// The texts of a report of maintenance as files, one for each person who has to be told: a mail (.eml) where the
/// address is known, else only the text (.txt). `name`: of what is taken out of service. `from`: who tells them.
[[nodiscard]] std::vector<NamedFile> maintenanceLetters(const Report &maintenance, const QString &name, Period window,
                                                        const MailDraft::Address &from);

} // namespace polder
