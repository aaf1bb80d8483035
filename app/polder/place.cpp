#include "place.h"

#include "model/store/cluster.h"
#include "model/store/connection.h"
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

Status readPeople(DatabaseConnection &connection, Place &place) {
    const auto rows = connection.query(namedQuery(u"demo_people"_s));
    if (!rows.ok()) {
        return rows.error();
    }
    for (int row = 0; row < rows->count(); ++row) {
        place.people.push_back({rows->text(row, 0), rows->text(row, 1), rows->text(row, 2)});
        place.logins << rows->text(row, 3);
    }
    return success();
}

Status startEmbedded(const QString &folder, Place &place) {
    auto cluster = EmbeddedCluster::start(folder.isEmpty() ? EmbeddedCluster::defaultFolder()
                                                           : QFileInfo(folder).absoluteFilePath());
    if (!cluster.ok()) {
        return cluster.error();
    }
    place.cluster = std::move(cluster).value();
    place.conninfo = place.cluster->conninfo();
    return migrate(place.conninfo);
}

} // namespace

Result<Place> reachPlace(const Options &options) {
    Place place;
    place.conninfo = options.conninfo.value_or(QString());
    if (options.embedded()) {
        if (const Status started = startEmbedded(options.embeddedFolder.value_or(QString()), place); !started.ok()) {
            return started.error();
        }
    }
    auto connection = DatabaseConnection::open({.conninfo = place.conninfo, .user = {}, .where = {}});
    if (!connection.ok()) {
        return connection.error();
    }
    const auto notice = readNotice(**connection);
    if (!notice.ok()) {
        return notice.error();
    }
    place.notice = *notice;
    if (options.embedded()) {
        if (const Status read = readPeople(**connection, place); !read.ok()) {
            return read.error();
        }
    }
    return place;
}

QString Place::handleFor(const QString &handle) const {
    return handle.isEmpty() && !people.empty() ? people.front().handle : handle;
}

Result<ConnectionSettings> Place::settingsFor(const QString &handle) const {
    ConnectionSettings settings{.conninfo = conninfo, .user = {}, .where = {}};
    if (cluster) {
        settings.where = QCoreApplication::translate("polder::Place", "the database on this computer");
    }
    const QString wanted = handleFor(handle);
    if (wanted.isEmpty()) {
        return settings;
    }
    const auto person = std::ranges::find(people, wanted, &DemoPerson::handle);
    if (person == people.end()) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.what = QCoreApplication::translate("polder::Place", "--as: nobody is called '%1' here.").arg(wanted);
        return error;
    }
    settings.user = logins[person - people.begin()];
    return settings;
}

} // namespace polder
