#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace polder {

/// The operating system's account under which PostgreSQL runs: it refuses root, so root lends it another.
struct ServerAccount {
    uid_t user;
    gid_t group;
};

/// All that the keeper needs, made before the fork: afterwards it may not allocate.
struct KeeperPlan {
    std::vector<std::string> command; ///< postgres and its arguments
    std::string leaseFile;            ///< each client holds a shared lock on it
    std::string logFile;              ///< PostgreSQL's own words
    std::string socketFolder;         ///< removed when the server has stopped, with the two below
    std::string socketFile;
    std::string socketLockFile;
    int serverLock = -1;                  ///< descriptor of a locked file; see startKeeper
    std::optional<ServerAccount> account; ///< empty: as ourselves
};

/// Starts the process that runs the server until its last client has gone.
///
/// The server is nobody's child: the client that happened to start it may be killed while others go on. The keeper
/// waits for an exclusive lock on the lease file. The kernel grants it when the last client has closed the file, also
/// when that client was killed, so nothing is counted and nothing is polled. Then it shuts the server down, still
/// holding the lease: a newcomer waits in its request for a shared lock until the old server has gone.
///
/// The lock behind `serverLock` passes to the keeper and to every process of the server: as long as it is held, some
/// of them live. Returns false if the system has no process left to give.
[[nodiscard]] bool startKeeper(const KeeperPlan &plan);

} // namespace polder
