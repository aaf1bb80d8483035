#include "connecting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

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

} // namespace

QStringList serviceNames() {
    static const QRegularExpression section(u"^\\s*\\[([^\\]]+)\\]"_s);
    QStringList names;
    for (const QString &path : {fromEnvironment("PGSERVICEFILE", QDir::homePath() + u"/.pg_service.conf"_s),
                                fromEnvironment("PGSYSCONFDIR", u"/etc/postgresql-common"_s) + u"/pg_service.conf"_s}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
            continue;
        }
        while (!file.atEnd()) {
            if (const auto match = section.match(QString::fromUtf8(file.readLine())); match.hasMatch()) {
                names << match.captured(1).trimmed();
            }
        }
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

Status keepPassword(const ConnectionChoice &choice) {
    if (choice.password.isEmpty()) {
        return success();
    }
    const QString path = fromEnvironment("PGPASSFILE", QDir::homePath() + u"/.pgpass"_s);
    const QByteArray place = passField(choice.host) + ':' + QByteArray::number(choice.port) + ':' +
                             passField(choice.database) + ':' +
                             (choice.user.isEmpty() ? QByteArray("*") : passField(choice.user)) + ':';
    QByteArrayList lines{place + passField(choice.password)}; // the first that fits is taken
    QFile before(path);
    if (before.exists() && !before.open(QIODevice::ReadOnly)) {
        return unwritten(before);
    }
    for (const QByteArray &line : before.isOpen() ? before.readAll().split('\n') : QByteArrayList()) {
        if (!line.isEmpty() && !line.startsWith(place)) {
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
    } else {
        return std::nullopt;
    }
    return options;
}

Status remember(const ConnectionChoice &choice) {
    const QJsonObject chosen =
        choice.embedded ? QJsonObject{{u"embedded"_s, true}} : QJsonObject{{u"conninfo"_s, conninfoOf(choice)}};
    QDir().mkpath(QFileInfo(rememberedIn()).path());
    QSaveFile file(rememberedIn());
    const QByteArray bytes = QJsonDocument(chosen).toJson(QJsonDocument::Compact);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? success() : Status(unwritten(file));
}

} // namespace polder
