#include "psqlcopy.h"

#include "model/store/queries.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>

namespace polder::test {

namespace {

double run(const QString &conninfo, const QStringList &statements) {
    QStringList arguments{QStringLiteral("--no-psqlrc"), QStringLiteral("--quiet"), conninfo};
    for (const QString &statement : QStringList{QStringLiteral("set jit = off")} + statements) {
        arguments << QStringLiteral("--command") << statement;
    }
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(QStringLiteral("psql"), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        qFatal("psql: %s", process.readAllStandardError().constData());
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

double psqlCopy(const QString &conninfo) {
    QStringList copies;
    for (const QString &file : QDir(QStringLiteral(":/sql/queries/snapshot")).entryList(QDir::Files)) {
        const QString table = file.chopped(qstrlen(".sql"));
        copies << QStringLiteral("copy (%1) to stdout")
                      .arg(QString::fromUtf8(namedQuery(QStringLiteral("snapshot/") + table)));
    }
    const double start = run(conninfo, {});
    return run(conninfo, copies) - start;
}

} // namespace polder::test
