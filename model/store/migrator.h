#pragma once

#include "model/core/result.h"

#include <QString>

#include <functional>

namespace polder {

/// What the migrator is about to do, out of how many steps.
struct MigrationStep {
    QString name;
    int number = 0;
    int count = 0;
};

struct MigrationOptions {
    QString folder = QStringLiteral(":/sql"); ///< roles.sql, migrations/, routines/
    std::function<void(const MigrationStep &)> progress;
};

/// Brings the database to this program's schema: the group roles; each migration that it has not had, in a
/// transaction of its own; all routines together whenever one of them changed. Refuses a database where an earlier
/// migration was changed, is missing, or came after one that it has. Two at once do not collide.
///
/// Needs a superuser, or the database's owner where the roles exist and it may become polder_owner.
[[nodiscard]] Status migrate(const QString &conninfo, const MigrationOptions &options = {});

} // namespace polder
