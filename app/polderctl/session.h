#pragma once

#include "model/core/result.h"
#include "model/core/snapshot.h"
#include "model/store/capacityloader.h"
#include "model/store/cluster.h"
#include "model/store/connection.h"
#include "model/store/snapshotloader.h"

#include <QJsonObject>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>

namespace polder::ctl {

/// What stands before the command on the command line.
struct Globals {
    std::optional<QString> conninfo;       ///< --db
    std::optional<QString> embeddedFolder; ///< --embedded; empty: the user's data folder
    QString person;                        ///< --as
    bool json = false;
};

/// The record as this call reaches it: connects when it is first needed, and keeps the private cluster up as long as
/// it lives.
class Session {
public:
    explicit Session(Globals globals);

    /// As the person, or (embedded, without --as) as the owner of the private database.
    [[nodiscard]] Result<DatabaseConnection *> database();
    /// Everything that the person may see.
    [[nodiscard]] Result<SnapshotPtr> snapshot();
    /// What of it a report of capacity reads.
    [[nodiscard]] Result<SnapshotPtr> capacity(CapacityRead read, std::optional<Day> asOf);
    /// The newest generation that is this one or was made by this day; see model/store/snapshotloader.h.
    [[nodiscard]] Result<std::optional<KnownAt>> known(std::optional<qint64> generation, std::optional<Day> day);
    /// Everything that the person may see, as it was known then.
    [[nodiscard]] Result<SnapshotPtr> snapshot(const KnownAt &known);
    /// Puts holds away that are over, so that the newest generation says what is true today. A standby cannot, and
    /// leaves it.
    [[nodiscard]] Status lapseHolds();
    [[nodiscard]] Result<QJsonObject> intend(const QString &name, const QJsonObject &arguments, QUuid key,
                                             std::optional<qint64> generation);

    /// Brings the schema up to date; `folder` is the private database's, or --db's.
    [[nodiscard]] Status migrate(bool withProgress);
    [[nodiscard]] Result<QString> conninfo();
    [[nodiscard]] bool embedded() const;
    [[nodiscard]] bool json() const { return m_globals.json; }

    /// One line that is drawn over itself; nothing where standard error is no terminal.
    static void progress(const QString &what, int permille);
    static void progressDone();

private:
    [[nodiscard]] Status reach();
    [[nodiscard]] Result<ConnectionSettings> settings();

    Globals m_globals;
    std::unique_ptr<EmbeddedCluster> m_cluster;
    std::unique_ptr<DatabaseConnection> m_database;
};

} // namespace polder::ctl
