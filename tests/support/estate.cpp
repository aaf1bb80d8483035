#include "estate.h"

#include <QFile>
#include <QtGlobal>

namespace polder::test {

namespace {

[[noreturn]] void giveUp(const Error &error) {
    qFatal("%s %s %s", qPrintable(error.sqlstate), qPrintable(error.what), qPrintable(error.detail));
}

} // namespace

std::unique_ptr<DatabaseConnection> connectTo(const QString &conninfo) {
    auto opened = DatabaseConnection::open({.conninfo = conninfo, .user = {}, .where = {}});
    if (!opened) {
        giveUp(opened.error());
    }
    return std::move(*opened);
}

void runSql(const QString &conninfo, const QByteArray &sql) {
    if (const Status done = connectTo(conninfo)->run(sql); !done) {
        giveUp(done.error());
    }
}

QString valueOf(const QString &conninfo, const QByteArray &sql) {
    const auto rows = connectTo(conninfo)->query(sql);
    if (!rows) {
        giveUp(rows.error());
    }
    return rows->count() > 0 ? rows->text(0, 0) : QString();
}

QString smallEstate(TestCluster &cluster) {
    QFile file(QStringLiteral(POLDER_SOURCE_DIR "/tests/support/smallestate.sql"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    }
    const QString conninfo = cluster.freshDatabase();
    runSql(conninfo, "begin;" + file.readAll() + "commit");
    return conninfo;
}

} // namespace polder::test
