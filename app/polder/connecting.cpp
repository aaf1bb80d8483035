#include "connecting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <map>
#include <vector>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString fromEnvironment(const char *name, const QString &otherwise) {
    const QString value = qEnvironmentVariable(name);
    return value.isEmpty() ? otherwise : value;
}

QString rememberedIn() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/connection.json"_s;
}

Error unwritten(const QFileDevice &file) {
    Error error;
    error.kind = Error::Kind::Unavailable;
    error.what = u"%1: %2"_s.arg(file.fileName(), file.errorString());
    return error;
}

/// As libpq wants a value: in quotes where it has a blank or a quote.
QString quoted(QString value) {
    return u'\'' + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

/// As ~/.pgpass wants a field.
QByteArray passField(QString value) {
    return value.replace(u'\\', u"\\\\"_s).replace(u':', u"\\:"_s).toUtf8();
}

struct Service {
    QString name;
    std::map<QString, QString> settings;
};

/// Of both files, the person's own first.
std::vector<Service> services() {
    static const QRegularExpression section(u"^\\s*\\[([^\\]]+)\\]"_s);
    static const QRegularExpression setting(u"^\\s*([a-z_]+)\\s*=\\s*(.*?)\\s*$"_s);
    std::vector<Service> all;
    for (const QString &path : {fromEnvironment("PGSERVICEFILE", QDir::homePath() + u"/.pg_service.conf"_s),
                                fromEnvironment("PGSYSCONFDIR", u"/etc/postgresql-common"_s) + u"/pg_service.conf"_s}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
            continue;
        }
        bool inside = false; // of a section of this file
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine());
            if (const auto begins = section.match(line); begins.hasMatch()) {
                all.push_back({begins.captured(1).trimmed(), {}});
                inside = true;
            } else if (const auto says = setting.match(line); inside && says.hasMatch()) {
                all.back().settings.emplace(says.captured(1), says.captured(2));
            }
        }
    }
    return all;
}

/// What ~/.pgpass goes by. Empty: any.
struct Place {
    QStringList hosts;
    QStringList ports; ///< one, or one for each host
    QString database;
    QString user;
    QString passFile; ///< of its own; empty: the usual one
};

Place placeOf(const ConnectionChoice &choice) {
    if (choice.service.isEmpty()) {
        return {{choice.host}, {QString::number(choice.port)}, choice.database, choice.user, {}};
    }
    const auto all = services();
    const auto service = std::ranges::find(all, choice.service, &Service::name);
    const auto said = [&](const QString &name, const QString &otherwise) {
        if (service == all.end()) {
            return otherwise;
        }
        const auto found = service->settings.find(name);
        return found == service->settings.end() || found->second.isEmpty() ? otherwise : found->second;
    };
    // Without a host it is the socket of this computer, which ~/.pgpass calls so.
    return {said(u"host"_s, said(u"hostaddr"_s, u"localhost"_s)).split(u','), said(u"port"_s, u"5432"_s).split(u','),
            said(u"dbname"_s, {}), said(u"user"_s, {}), said(u"passfile"_s, {})};
}

} // namespace

QStringList serviceNames() {
    QStringList names;
    for (const Service &service : services()) {
        names << service.name;
    }
    names.removeDuplicates();
    return names;
}

QString conninfoOf(const ConnectionChoice &choice) {
    if (!choice.service.isEmpty()) {
        return u"service="_s + quoted(choice.service);
    }
    QStringList parts{u"host="_s + quoted(choice.host), u"port=%1"_s.arg(choice.port),
                      u"dbname="_s + quoted(choice.database)};
    if (!choice.user.isEmpty()) {
        parts << u"user="_s + quoted(choice.user);
    }
    if (!choice.tls.isEmpty()) {
        parts << u"sslmode="_s + choice.tls;
    }
    return parts.join(u' ');
}

QString withPassword(const QString &conninfo, const QString &password) {
    return password.isEmpty() ? conninfo : conninfo + u" password="_s + quoted(password);
}

QString passwordKey(const ConnectionChoice &choice) {
    const Place place = placeOf(choice);
    return u"%1@%2:%3/%4"_s.arg(place.user, place.hosts.join(u','), place.ports.join(u','), place.database);
}

Status keepPassword(const ConnectionChoice &choice) {
    if (choice.password.isEmpty()) {
        return success();
    }
    const Place where = placeOf(choice);
    const QString path =
        where.passFile.isEmpty() ? fromEnvironment("PGPASSFILE", QDir::homePath() + u"/.pgpass"_s) : where.passFile;
    QByteArrayList lines, places;
    for (qsizetype i = 0; i < where.hosts.size(); ++i) {
        const QString &port = where.ports[where.ports.size() == where.hosts.size() ? i : 0];
        places << passField(where.hosts[i]) + ':' + passField(port) + ':' +
                      (where.database.isEmpty() ? QByteArray("*") : passField(where.database)) + ':' +
                      (where.user.isEmpty() ? QByteArray("*") : passField(where.user)) + ':';
        lines << places.back() + passField(choice.password); // the first that fits is taken
    }
    QFile before(path);
    if (before.exists() && !before.open(QIODevice::ReadOnly)) {
        return unwritten(before);
    }
    for (const QByteArray &line : before.isOpen() ? before.readAll().split('\n') : QByteArrayList()) {
        if (!line.isEmpty() && std::ranges::none_of(places, [&](const auto &one) { return line.startsWith(one); })) {
            lines << line;
        }
    }
    QSaveFile file(path);
    const QByteArray bytes = lines.join('\n') + '\n';
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    return written ? success() : Status(unwritten(file));
}

std::optional<Options> chosenBefore(Options options) {
    QFile file(rememberedIn());
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject chosen = QJsonDocument::fromJson(file.readAll()).object();
    if (chosen[u"embedded"_s].toBool()) {
        options.embeddedFolder = QString();
    } else if (chosen[u"conninfo"_s].isString()) {
        options.conninfo = chosen[u"conninfo"_s].toString();
        options.keyring = chosen[u"keyring"_s].toString();
        options.chosenBefore = true;
    } else {
        return std::nullopt;
    }
    return options;
}

Status remember(const ConnectionChoice &choice) {
    QJsonObject chosen =
        choice.embedded ? QJsonObject{{u"embedded"_s, true}} : QJsonObject{{u"conninfo"_s, conninfoOf(choice)}};
    if (!choice.embedded && !choice.password.isEmpty() && choice.keep == ConnectionChoice::Keep::Keyring) {
        chosen[u"keyring"_s] = passwordKey(choice);
    }
    QDir().mkpath(QFileInfo(rememberedIn()).path());
    QSaveFile file(rememberedIn());
    const QByteArray bytes = QJsonDocument(chosen).toJson(QJsonDocument::Compact);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? success() : Status(unwritten(file));
}

} // namespace polder
