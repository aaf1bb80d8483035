#include "app/polderctl/session.h"

#include "app/polderctl/values.h"
#include "model/store/intention.h"
#include "model/store/migrator.h"
#include "model/store/queries.h"
#include "model/store/reportrows.h"
#include "model/store/snapshotloader.h"

#include <QFileInfo>

#include <array>
#include <cstdio>
#include <unistd.h>

namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

/// libpq finds a server by itself when one of these is set.
bool environmentNamesServer() {
    static constexpr std::array names{"PGSERVICE", "PGHOST", "PGHOSTADDR", "PGDATABASE"};
    return std::any_of(names.begin(), names.end(), [](const char *name) { return qEnvironmentVariableIsSet(name); });
}

} // namespace

Session::Session(Globals globals) : m_globals(std::move(globals)) {
}

bool Session::embedded() const {
    return m_globals.embeddedFolder.has_value() || (!m_globals.conninfo && !environmentNamesServer());
}

Status Session::reach() {
    if (!embedded() || m_cluster) {
        return success();
    }
    const QString folder = m_globals.embeddedFolder.value_or(QString());
    auto cluster = EmbeddedCluster::start(folder.isEmpty() ? EmbeddedCluster::defaultFolder()
                                                           : QFileInfo(folder).absoluteFilePath());
    if (!cluster.ok()) {
        return cluster.error();
    }
    m_cluster = std::move(cluster).value();
    return polder::migrate(m_cluster->conninfo());
}

Result<QString> Session::conninfo() {
    if (const Status reached = reach(); !reached.ok()) {
        return reached.error();
    }
    return m_cluster ? m_cluster->conninfo() : m_globals.conninfo.value_or(QString());
}

Status Session::migrate(bool withProgress) {
    const auto where = conninfo();
    if (!where.ok()) {
        return where.error();
    }
    const Status done = polder::migrate(*where, {.progress = [withProgress](const MigrationStep &step) {
        if (withProgress) {
            progress(step.name, step.number * 1000 / std::max(step.count, 1));
        }
    }});
    progressDone();
    return done;
}

Result<ConnectionSettings> Session::settings() {
    const auto where = conninfo();
    if (!where.ok()) {
        return where.error();
    }
    ConnectionSettings settings{*where, {}, {}};
    if (m_globals.person.isEmpty()) {
        return settings;
    }
    if (!embedded()) {
        return usage(
            u"--as chooses a demo person, with --embedded only; on a server each person logs in as themselves."_s);
    }
    auto owner = DatabaseConnection::open(settings);
    if (!owner.ok()) {
        return owner.error();
    }
    const auto login = (*owner)->query(namedQuery(u"login_of_person"_s), {m_globals.person.toUtf8()});
    if (!login.ok()) {
        return login.error();
    }
    if (login->count() == 0) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.what = u"--as: nobody is called '%1' here, or this person has no login."_s.arg(m_globals.person);
        error.data = {{u"field"_s, u"--as"_s}};
        return error;
    }
    settings.user = login->text(0, 0);
    return settings;
}

Result<DatabaseConnection *> Session::database() {
    if (!m_database) {
        const auto how = settings();
        if (!how.ok()) {
            return how.error();
        }
        auto opened = DatabaseConnection::open(*how);
        if (!opened.ok()) {
            return opened.error();
        }
        m_database = std::move(opened).value();
    }
    return m_database.get();
}

Result<SnapshotPtr> Session::snapshot() {
    const auto connection = database();
    if (!connection.ok()) {
        return connection.error();
    }
    return loadSnapshot(**connection);
}

Result<SnapshotPtr> Session::capacity(CapacityRead read, std::optional<Day> asOf) {
    const auto connection = database();
    const auto another = settings();
    if (!connection.ok() || !another.ok()) {
        return connection.ok() ? another.error() : connection.error();
    }
    return loadCapacity(**connection, *another, read, asOf);
}

Result<std::optional<KnownAt>> Session::known(std::optional<qint64> generation, std::optional<Day> day) {
    const auto connection = database();
    if (!connection.ok()) {
        return connection.error();
    }
    return knownAt(**connection, generation, day);
}

Result<SnapshotPtr> Session::snapshot(const KnownAt &known) {
    const auto connection = database();
    if (!connection.ok()) {
        return connection.error();
    }
    return loadSnapshotAsKnown(**connection, known);
}

Status Session::lapseHolds() {
    const auto connection = database();
    if (!connection.ok()) {
        return connection.error();
    }
    return polder::lapseHolds(**connection);
}

Result<QJsonObject> Session::intend(const QString &name, const QJsonObject &arguments, QUuid key,
                                    std::optional<qint64> generation) {
    const auto connection = database();
    if (!connection.ok()) {
        return connection.error();
    }
    return callIntention(**connection, {name, arguments, key, generation});
}

void Session::progress(const QString &what, int permille) {
    if (isatty(STDERR_FILENO) == 0) {
        return;
    }
    constexpr int width = 30;
    const int filled = permille * width / 1000;
    std::fprintf(stderr, "\r\033[K[%s%s] %3d %%  %s", std::string(filled, '#').c_str(),
                 std::string(width - filled, '.').c_str(), permille / 10, qPrintable(what));
    std::fflush(stderr);
}

void Session::progressDone() {
    if (isatty(STDERR_FILENO) != 0) {
        std::fputs("\r\033[K", stderr);
    }
}

} // namespace polder::ctl
