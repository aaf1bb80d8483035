#pragma once

#include "filelock.h"
#include "model/core/result.h"

#include <QString>

#include <memory>

namespace polder {

/// A private PostgreSQL in a folder, for one person: the same server, schema and guards as a shared one, reachable
/// through a Unix socket that only this account can open.
///
/// Everybody who holds an EmbeddedCluster of the same folder, in whatever process, shares one server. The first
/// starts it, and it stops by itself when the last has gone, however that one ended.
class EmbeddedCluster {
public:
    enum class Durability {
        Durable,
        Throwaway, ///< for tests: nothing survives a crash of the machine
    };

    /// Creates the cluster if the folder is new, starts it if it is not running, and waits until it answers.
    /// Blocks: 40 ms to 2 s. Call it off the GUI thread.
    [[nodiscard]] static Result<std::unique_ptr<EmbeddedCluster>> start(const QString &folder,
                                                                        Durability durability = Durability::Durable);

    /// Where a person's own cluster lives; root's is under /var/lib, where PostgreSQL's account can reach it.
    [[nodiscard]] static QString defaultFolder();

    /// For libpq. Any role may log in: who can open the socket owns the data. "postgres" is the superuser.
    [[nodiscard]] QString conninfo(const QString &role = QStringLiteral("postgres"),
                                   const QString &database = QStringLiteral("polder")) const;
    [[nodiscard]] QString socketFolder() const { return m_socketFolder; }
    /// The first process of the server, as the operating system numbers it.
    [[nodiscard]] qint64 processId() const { return m_processId; }

private:
    EmbeddedCluster(FileLock lease, QString socketFolder, qint64 processId);

    FileLock m_lease; ///< shared as long as we use the server; see keeper.h
    QString m_socketFolder;
    qint64 m_processId;
};

} // namespace polder
