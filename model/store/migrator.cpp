#include "model/store/migrator.h"

#include "model/store/connection.h"
#include "model/store/queries.h"
#include "model/store/transaction.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMap>

#include <vector>

namespace polder {

namespace {

using namespace Qt::StringLiterals;

/// A file of SQL with the name under which it is recorded, and what its text was.
struct Script {
    QString name;
    QByteArray sql;

    [[nodiscard]] QByteArray sha256() const {
        return QCryptographicHash::hash(sql, QCryptographicHash::Sha256).toHex();
    }
};

/// Routines are one thing: they are recorded under one name.
const QString routinesName = u"routines"_s;

Error trouble(Error::Kind kind, const QString &what, const QString &hint = {}) {
    return {.kind = kind, .sqlstate = {}, .what = what, .detail = {}, .hint = hint, .data = {}};
}

Result<Script> readScript(const QString &path, const QString &name) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return trouble(Error::Kind::Unavailable, u"Cannot read %1: %2"_s.arg(path, file.errorString()));
    }
    return Script{name, file.readAll()};
}

Result<std::vector<Script>> readScripts(const QString &folder) {
    std::vector<Script> scripts;
    for (const QString &name : QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        auto script = readScript(folder + u'/' + name, name);
        if (!script) {
            return script.error();
        }
        scripts.push_back(std::move(*script));
    }
    return scripts;
}

Script together(const std::vector<Script> &routines) {
    Script all{routinesName, {}};
    for (const Script &routine : routines) {
        all.sql += "-- " + routine.name.toUtf8() + '\n' + routine.sql + '\n';
    }
    return all;
}

using Applied = QMap<QString, QByteArray>;

Result<Applied> readApplied(DatabaseConnection &connection) {
    const auto rows = connection.query(namedQuery(u"migrator/applied"_s));
    if (!rows) {
        return rows.error();
    }
    Applied applied;
    for (int i = 0; i < rows->count(); ++i) {
        applied.insert(rows->text(i, 0), rows->field(i, 1).toByteArray());
    }
    return applied;
}

/// Migrations only go forward: what the database has had must be exactly a beginning of what we have.
Status checkHistory(const std::vector<Script> &migrations, Applied applied) {
    const QString hint = u"Use the program that made this database, or a newer one."_s;
    applied.remove(routinesName);
    QString firstNew;
    for (const Script &migration : migrations) {
        const auto known = applied.constFind(migration.name);
        if (known == applied.cend()) {
            firstNew = firstNew.isEmpty() ? migration.name : firstNew;
            continue;
        }
        if (*known != migration.sha256()) {
            return trouble(Error::Kind::Invalid,
                           u"Migration %1 is not the one that was applied to this database."_s.arg(migration.name),
                           hint);
        }
        if (!firstNew.isEmpty()) {
            return trouble(
                Error::Kind::Invalid,
                u"Migration %1 comes before %2, which this database has had already."_s.arg(firstNew, migration.name),
                hint);
        }
        applied.erase(known);
    }
    if (!applied.isEmpty()) {
        return trouble(
            Error::Kind::Invalid,
            u"This database has had migration %1, which this program does not know."_s.arg(applied.firstKey()), hint);
    }
    return success();
}

/// The script's statements and the record of it, or nothing.
Status apply(DatabaseConnection &connection, const Script &script) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::Write);
    if (!transaction) {
        return transaction.error();
    }
    Status status = connection.run(namedQuery(u"migrator/become_owner"_s));
    if (status) {
        status = connection.run(script.sql);
    }
    if (status) {
        const auto recorded =
            connection.query(namedQuery(u"migrator/record"_s), {script.name.toUtf8(), script.sha256()});
        status = recorded ? success() : recorded.error();
    }
    if (status) {
        status = transaction->commit();
    }
    if (!status) {
        Error error = status.error();
        error.what = u"%1: %2"_s.arg(script.name, error.what);
        return error;
    }
    return success();
}

} // namespace

Status migrate(const QString &conninfo, const MigrationOptions &options) {
    const auto roles = readScript(options.folder + u"/roles.sql"_s, u"roles.sql"_s);
    const auto migrations = readScripts(options.folder + u"/migrations"_s);
    const auto routines = readScripts(options.folder + u"/routines"_s);
    for (const Error *error : {roles ? nullptr : &roles.error(), migrations ? nullptr : &migrations.error(),
                               routines ? nullptr : &routines.error()}) {
        if (error) {
            return *error;
        }
    }

    const auto opened = DatabaseConnection::open({.conninfo = conninfo, .user = {}, .where = {}});
    if (!opened) {
        return opened.error();
    }
    DatabaseConnection &connection = **opened;
    if (const auto locked = connection.query(namedQuery(u"migrator/lock"_s)); !locked) {
        return locked.error();
    }
    if (const Status made = connection.run(roles->sql); !made) {
        return made;
    }
    if (const Status prepared = connection.run(namedQuery(u"migrator/prepare"_s)); !prepared) {
        return prepared;
    }
    const auto applied = readApplied(connection);
    if (!applied) {
        return applied.error();
    }
    if (const Status known = checkHistory(*migrations, *applied); !known) {
        return known;
    }

    std::vector<Script> due;
    for (const Script &migration : *migrations) {
        if (!applied->contains(migration.name)) {
            due.push_back(migration);
        }
    }
    const Script allRoutines = together(*routines);
    if (!due.empty() || applied->value(routinesName) != allRoutines.sha256()) {
        due.push_back(allRoutines);
    }
    int number = 0;
    for (const Script &script : due) {
        if (options.progress) {
            options.progress({script.name, ++number, static_cast<int>(due.size())});
        }
        if (const Status done = apply(connection, script); !done) {
            return done;
        }
    }
    return success();
}

} // namespace polder
