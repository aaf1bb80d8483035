#pragma once

#include "model/core/connectionsettings.h"
#include "options.h"
#include "views/window/windowcontext.h"

#include <memory>

namespace polder {

class EmbeddedCluster;

/// Where the record is, reached and up to date.
struct Reached {
    std::shared_ptr<EmbeddedCluster> cluster; ///< keeps the private database up; none on a shared server
    QString conninfo;
    std::vector<DemoPerson> people; ///< embedded only
    QStringList logins;             ///< of `people`, in their order
    QString notice;

    /// Where `handle` looks from; empty: the first of the people.
    [[nodiscard]] Result<ConnectionSettings> settingsFor(const QString &handle) const;
    /// Of the person that settingsFor would choose.
    [[nodiscard]] QString handleFor(const QString &handle) const;
};

/// The same with the people that there are now.
[[nodiscard]] Result<Reached> readPeopleAgain(Reached reached);

/// Starts the private database if that is what is wanted. Blocks; call it off the GUI thread.
[[nodiscard]] Result<Reached> reachRecord(const Options &options);

} // namespace polder
