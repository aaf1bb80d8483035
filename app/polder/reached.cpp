#include "reached.h"

#include "model/store/cluster.h"
#include "model/store/connection.h"
#include "model/store/demo.h"
#include "model/store/migrator.h"
#include "model/store/queries.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

Result<QString> readNotice(DatabaseConnection &connection) {
    const QByteArray language = QLocale::languageToString(QLocale().language()) == u"Dutch" ? "nl" : "en";
    const auto rows = connection.query(namedQuery(u"estate_notice"_s), {language});
    if (!rows.ok()) {
        return rows.error();
    }
    return rows->count() == 0 ? QString() : rows->text(0, 0);
}

Status readPeople(DatabaseConnection &connection, Reached &reached) {
    const auto rows = connection.query(namedQuery(u"demo_people"_s));
    if (!rows.ok()) {
        return rows.error();
    }
    for (int row = 0; row < rows->count(); ++row) {
        reached.people.push_back({rows->text(row, 0), rows->text(row, 1), rows->text(row, 2)});
        reached.logins << rows->text(row, 3);
    }
    return success();
}

Status startEmbedded(const QString &folder, Reached &reached) {
    auto cluster = EmbeddedCluster::start(folder.isEmpty() ? EmbeddedCluster::defaultFolder()
                                                           : QFileInfo(folder).absoluteFilePath());
    if (!cluster.ok()) {
        return cluster.error();
    }
    reached.cluster = std::move(cluster).value();
    reached.conninfo = reached.cluster->conninfo();
    return migrate(reached.conninfo);
}

} // namespace

Result<Reached> reachRecord(const Options &options) {
    Reached reached;
    reached.conninfo = options.conninfo.value_or(QString());
    if (options.embedded()) {
        if (const Status started = startEmbedded(options.embeddedFolder.value_or(QString()), reached); !started.ok()) {
            return started.error();
        }
    }
    auto connection = DatabaseConnection::open({.conninfo = reached.conninfo, .user = {}, .where = {}});
    if (!connection.ok()) {
        return connection.error();
    }
    if (options.demo) {
        if (const auto loaded = loadDemo(**connection); !loaded.ok()) {
            return loaded.error();
        }
    }
    const auto notice = readNotice(**connection);
    if (!notice.ok()) {
        return notice.error();
    }
    reached.notice = *notice;
    if (options.embedded()) {
        if (const Status read = readPeople(**connection, reached); !read.ok()) {
            return read.error();
        }
    }
    return reached;
}

Result<Reached> readPeopleAgain(Reached reached) {
    auto connection = DatabaseConnection::open({.conninfo = reached.conninfo, .user = {}, .where = {}});
    if (!connection.ok()) {
        return connection.error();
    }
    reached.people.clear();
    reached.logins.clear();
    if (const Status read = readPeople(**connection, reached); !read.ok()) {
        return read.error();
    }
    return reached;
}

QString Reached::handleFor(const QString &handle) const {
    return handle.isEmpty() && !people.empty() ? people.front().handle : handle;
}

Result<ConnectionSettings> Reached::settingsFor(const QString &handle) const {
    ConnectionSettings settings{.conninfo = conninfo, .user = {}, .where = {}};
    if (cluster) {
        settings.where = QCoreApplication::translate("polder::Reached", "this computer");
    }
    const QString wanted = handleFor(handle);
    if (wanted.isEmpty()) {
        return settings;
    }
    const auto person = std::ranges::find(people, wanted, &DemoPerson::handle);
    if (person == people.end()) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.what = QCoreApplication::translate("polder::Reached", "--as: nobody is called '%1' here.").arg(wanted);
        return error;
    }
    settings.user = logins[person - people.begin()];
    return settings;
}

} // namespace polder
