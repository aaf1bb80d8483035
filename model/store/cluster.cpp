#include "cluster.h"

#include "keeper.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <libpq-fe.h>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <thread>

namespace polder {

namespace {

// Files of a cluster's folder.
constexpr auto dataFolder = "pgdata";
constexpr auto startLockFile = "start.lock";   // held while somebody starts the server
constexpr auto serverLockFile = "server.lock"; // held as long as a process of the server lives
constexpr auto leaseFile = "lease";            // shared by all clients
constexpr auto socketRecord = "socket";        // names the folder of the socket
constexpr auto logFile = "server.log";

constexpr int port = 5432; // part of the socket's name only: nothing listens on the network
constexpr qint64 largestSocketPath = 107;
constexpr std::chrono::seconds patience{60}; // recovery after a crash can take this long
constexpr std::chrono::milliseconds betweenTries{5};

Error unavailable(const QString &what, const QString &detail = {}, const QString &hint = {}) {
    return {Error::Kind::Unavailable, {}, what, detail, hint, {}};
}

QString lastLines(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    file.seek(std::max<qint64>(0, file.size() - 2000));
    return QString::fromUtf8(file.readAll()).trimmed();
}

QString firstLine(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();
}

/// PostgreSQL refuses to run as root; the account that Debian's package made takes its place.
Result<std::optional<ServerAccount>> serverAccount() {
    if (::geteuid() != 0) {
        return std::optional<ServerAccount>();
    }
    const passwd *entry = ::getpwnam("postgres");
    if (entry == nullptr) {
        return unavailable(QStringLiteral("There is no account \"postgres\" to run the database under."), {},
                           QStringLiteral("Install the package postgresql-15, or start as an ordinary user."));
    }
    return std::optional<ServerAccount>({entry->pw_uid, entry->pw_gid});
}

QString socketIn(const QString &folder) {
    return QStringLiteral("%1/.s.PGSQL.%2").arg(folder).arg(port);
}

QString lockOf(const QString &socket) {
    return socket + QStringLiteral(".lock");
}

bool give(const QString &path, const std::optional<ServerAccount> &account) {
    return !account || ::chown(QFile::encodeName(path).constData(), account->user, account->group) == 0;
}

/// Debian keeps each major version in a folder of its own. A cluster stays with the version that made it.
Result<QDir> programs(const QDir &folder) {
    const QString made = firstLine(folder.filePath(QLatin1String(dataFolder) + QStringLiteral("/PG_VERSION")));
    const QString version = made.isEmpty() ? QStringLiteral("15") : made;
    const QDir programs(QStringLiteral("/usr/lib/postgresql/%1/bin").arg(version));
    if (!programs.exists(QStringLiteral("postgres"))) {
        return unavailable(QStringLiteral("PostgreSQL %1 is not installed.").arg(version),
                           QStringLiteral("%1 has no program \"postgres\".").arg(programs.path()),
                           QStringLiteral("Install the package postgresql-%1.").arg(version));
    }
    return programs;
}

/// Makes the folder, readable by the server's account only. A folder with other files in it is left alone.
Status prepareFolder(const QDir &folder, const std::optional<ServerAccount> &account) {
    if (folder.exists(QLatin1String(startLockFile))) {
        return success();
    }
    if (folder.exists() && !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        return Error{Error::Kind::Invalid,
                     {},
                     QStringLiteral("The folder %1 holds other files.").arg(folder.path()),
                     {},
                     QStringLiteral("Name an empty or a new folder for the private database."),
                     {}};
    }
    if (!folder.mkpath(QStringLiteral(".")) || ::chmod(QFile::encodeName(folder.path()).constData(), 0700) != 0 ||
        !give(folder.path(), account)) {
        return unavailable(QStringLiteral("The folder %1 cannot be made.").arg(folder.path()), qt_error_string());
    }
    return success();
}

/// initdb into a second folder that gets its name when it is complete, so that a half-made cluster never counts.
Status initialise(const QDir &folder, const QDir &programs, const std::optional<ServerAccount> &account) {
    if (folder.exists(QLatin1String(dataFolder))) {
        return success();
    }
    const QString unfinished = folder.filePath(QLatin1String(dataFolder) + QStringLiteral(".unfinished"));
    QDir(unfinished).removeRecursively();

    QProcess initdb;
    initdb.setProcessChannelMode(QProcess::MergedChannels);
    initdb.setWorkingDirectory(QStringLiteral("/"));
    initdb.setChildProcessModifier([account] {
        if (account &&
            (::setgroups(1, &account->group) != 0 || ::setgid(account->group) != 0 || ::setuid(account->user) != 0)) {
            ::_exit(126);
        }
    });
    // "trust" is safe here: the socket's folder and the socket itself are closed to every other account, and
    // PostgreSQL 15 cannot express "this account may log in as any role" in a map for "peer".
    initdb.start(programs.filePath(QStringLiteral("initdb")),
                 {QStringLiteral("--pgdata=") + unfinished, QStringLiteral("--username=postgres"),
                  QStringLiteral("--auth-local=trust"), QStringLiteral("--auth-host=reject"),
                  QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C.UTF-8"),
                  QStringLiteral("--data-checksums")});
    if (!initdb.waitForFinished(-1) || initdb.exitStatus() != QProcess::NormalExit || initdb.exitCode() != 0) {
        const QString said = QString::fromUtf8(initdb.readAll()).trimmed();
        QString hint;
        if (account) {
            hint = QStringLiteral("As root, the database runs under the account \"postgres\", which must be able to "
                                  "reach the folder.");
        }
        return unavailable(QStringLiteral("The database cannot be made in %1.").arg(folder.path()),
                           said.isEmpty() ? initdb.errorString() : said, hint);
    }
    if (!QDir().rename(unfinished, folder.filePath(QLatin1String(dataFolder)))) {
        return unavailable(QStringLiteral("The folder %1 cannot be written.").arg(folder.path()));
    }
    return success();
}

/// A new folder for the socket. The path of a socket is short by nature, so it cannot be in the cluster's own folder.
Result<QString> makeSocketFolder(const std::optional<ServerAccount> &account) {
    const QString name = QStringLiteral("/polder-XXXXXX");
    QString base = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (account || base.isEmpty() || socketIn(base + name).toUtf8().size() > largestSocketPath) {
        base = QStringLiteral("/tmp");
    }
    QByteArray path = QFile::encodeName(base + name);
    if (::mkdtemp(path.data()) == nullptr || !give(QFile::decodeName(path), account)) {
        return unavailable(QStringLiteral("No folder for the database's socket can be made in %1.").arg(base),
                           qt_error_string());
    }
    return QFile::decodeName(path);
}

std::vector<std::string> serverCommand(const QDir &folder, const QDir &programs, const QString &socketFolder,
                                       EmbeddedCluster::Durability durability) {
    QStringList command{programs.filePath(QStringLiteral("postgres")), QStringLiteral("-D"),
                        folder.filePath(QLatin1String(dataFolder))};
    QStringList settings{QStringLiteral("port=%1").arg(port),
                         QStringLiteral("listen_addresses="),
                         QStringLiteral("unix_socket_directories=") + socketFolder,
                         QStringLiteral("unix_socket_permissions=0700"),
                         QStringLiteral("lc_messages=C"),
                         QStringLiteral("timezone=UTC"),
                         QStringLiteral("log_timezone=UTC"),
                         QStringLiteral("log_checkpoints=off"),
                         QStringLiteral("cluster_name=polder")};
    if (durability == EmbeddedCluster::Durability::Throwaway) {
        settings += {QStringLiteral("fsync=off"), QStringLiteral("synchronous_commit=off"),
                     QStringLiteral("full_page_writes=off"), QStringLiteral("autovacuum=off")};
    }
    for (const QString &setting : settings) {
        command += {QStringLiteral("-c"), setting};
    }
    std::vector<std::string> words;
    for (const QString &word : command) {
        words.push_back(word.toStdString());
    }
    return words;
}

Status launch(const QDir &folder, const QDir &programs, const std::optional<ServerAccount> &account,
              const FileLock &serverLock, EmbeddedCluster::Durability durability) {
    // A keeper that was killed left its socket's folder behind.
    if (const QString left = firstLine(folder.filePath(QLatin1String(socketRecord))); !left.isEmpty()) {
        QFile::remove(socketIn(left));
        QFile::remove(lockOf(socketIn(left)));
        QDir().rmdir(left);
    }
    auto socketFolder = makeSocketFolder(account);
    if (!socketFolder) {
        return socketFolder.error();
    }
    QFile record(folder.filePath(QLatin1String(socketRecord)));
    if (!record.open(QIODevice::WriteOnly | QIODevice::Truncate) || record.write(socketFolder->toUtf8() + '\n') < 0) {
        return unavailable(QStringLiteral("The file %1 cannot be written.").arg(record.fileName()),
                           record.errorString());
    }
    record.close();

    const QString log = folder.filePath(QLatin1String(logFile));
    QFile::remove(log + QStringLiteral(".old"));
    QFile::rename(log, log + QStringLiteral(".old"));
    const KeeperPlan plan{.command = serverCommand(folder, programs, *socketFolder, durability),
                          .leaseFile = folder.filePath(QLatin1String(leaseFile)).toStdString(),
                          .logFile = log.toStdString(),
                          .socketFolder = socketFolder->toStdString(),
                          .socketFile = socketIn(*socketFolder).toStdString(),
                          .socketLockFile = lockOf(socketIn(*socketFolder)).toStdString(),
                          .serverLock = serverLock.descriptor(),
                          .account = account};
    if (!startKeeper(plan)) {
        return unavailable(QStringLiteral("The database cannot be started: no process is free."), qt_error_string());
    }
    return success();
}

QString conninfoFor(const QString &socketFolder, const QString &role, const QString &database) {
    const auto quoted = [](QString text) {
        text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
        return QLatin1Char('\'') + text + QLatin1Char('\'');
    };
    return QStringLiteral("host=%1 port=%2 user=%3 dbname=%4")
        .arg(quoted(socketFolder), QString::number(port), quoted(role), quoted(database));
}

using PgConnection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

PgConnection connectTo(const QString &socketFolder, const QString &database) {
    const QString conninfo = conninfoFor(socketFolder, QStringLiteral("postgres"), database);
    return {PQconnectdb(conninfo.toUtf8().constData()), &PQfinish};
}

/// Waits until the server answers. PostgreSQL says so to nobody but systemd, so we knock; `gone` tells that no
/// process of it is left to wait for.
template <typename Gone>
Status awaitAnswer(const QDir &folder, const QString &socketFolder, Gone gone) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        const PgConnection connection = connectTo(socketFolder, QStringLiteral("postgres"));
        if (PQstatus(connection.get()) == CONNECTION_OK) {
            return success();
        }
        const QString log = folder.filePath(QLatin1String(logFile));
        if (gone()) {
            return unavailable(QStringLiteral("The database in %1 does not start.").arg(folder.path()), lastLines(log),
                               QStringLiteral("More is in %1.").arg(log));
        }
        if (std::chrono::steady_clock::now() > deadline) {
            return unavailable(QStringLiteral("The database in %1 does not answer.").arg(folder.path()),
                               QString::fromUtf8(PQerrorMessage(connection.get())).trimmed(),
                               QStringLiteral("More is in %1.").arg(log));
        }
        std::this_thread::sleep_for(betweenTries);
    }
}

/// A new cluster has no database of ours yet.
Status ensureDatabase(const QString &socketFolder) {
    if (PQstatus(connectTo(socketFolder, QStringLiteral("polder")).get()) == CONNECTION_OK) {
        return success();
    }
    QFile statement(QStringLiteral(":/sql/cluster/create_database.sql"));
    if (!statement.open(QIODevice::ReadOnly)) {
        return Error{Error::Kind::Internal, {}, QStringLiteral("%1 is missing.").arg(statement.fileName()), {}, {}, {}};
    }
    const PgConnection connection = connectTo(socketFolder, QStringLiteral("postgres"));
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(connection.get(), statement.readAll().constData()), &PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
        return unavailable(QStringLiteral("The database cannot be made."),
                           QString::fromUtf8(PQerrorMessage(connection.get())).trimmed());
    }
    return success();
}

} // namespace

Result<std::unique_ptr<EmbeddedCluster>> EmbeddedCluster::start(const QString &folderName, Durability durability) {
    const QDir folder(QDir(folderName).absolutePath());
    const auto account = serverAccount();
    if (!account) {
        return account.error();
    }
    if (const auto prepared = prepareFolder(folder, *account); !prepared) {
        return prepared.error();
    }
    const auto found = programs(folder);
    if (!found) {
        return found.error();
    }

    FileLock startLock(folder.filePath(QLatin1String(startLockFile)));
    FileLock lease(folder.filePath(QLatin1String(leaseFile)));
    FileLock serverLock(folder.filePath(QLatin1String(serverLockFile)));
    if (!startLock.isOpen() || !lease.isOpen() || !serverLock.isOpen()) {
        return unavailable(QStringLiteral("The folder %1 cannot be written.").arg(folder.path()), qt_error_string());
    }
    startLock.exclude();
    lease.share(); // waits while a keeper that found nobody left stops the server

    // The second round is for a server that was going down by itself while we came in.
    Status answer = success();
    for (int round = 0; round < 2; ++round) {
        const bool ours = serverLock.tryExclude();
        if (ours) {
            if (const auto made = initialise(folder, *found, *account); !made) {
                return made.error();
            }
            if (const auto launched = launch(folder, *found, *account, serverLock, durability); !launched) {
                return launched.error();
            }
            // From here on the lock is the server's; we look at it through another open file.
            serverLock = FileLock(folder.filePath(QLatin1String(serverLockFile)));
        }
        const QString socketFolder = firstLine(folder.filePath(QLatin1String(socketRecord)));
        answer = awaitAnswer(folder, socketFolder, [&serverLock] { return serverLock.tryExclude(); });
        if (answer) {
            if (const auto ensured = ensureDatabase(socketFolder); !ensured) {
                return ensured.error();
            }
            const QString pid =
                firstLine(folder.filePath(QLatin1String(dataFolder) + QStringLiteral("/postmaster.pid")));
            return std::unique_ptr<EmbeddedCluster>(
                new EmbeddedCluster(std::move(lease), socketFolder, pid.toLongLong()));
        }
        if (ours) {
            break;
        }
    }
    return answer.error();
}

QString EmbeddedCluster::defaultFolder() {
    if (::geteuid() == 0) {
        return QStringLiteral("/var/lib/polder/cluster");
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/polder/cluster");
}

EmbeddedCluster::EmbeddedCluster(FileLock lease, QString socketFolder, qint64 processId)
    : m_lease(std::move(lease))
    , m_socketFolder(std::move(socketFolder))
    , m_processId(processId) {
}

QString EmbeddedCluster::conninfo(const QString &role, const QString &database) const {
    return conninfoFor(m_socketFolder, role, database);
}

} // namespace polder
