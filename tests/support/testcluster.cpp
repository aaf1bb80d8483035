#include "testcluster.h"

#include "processend.h"

#include "model/store/connection.h"
#include "model/store/demo.h"
#include "model/store/filelock.h"
#include "model/store/migrator.h"

#include <QCryptographicHash>
#include <QDate>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>

namespace polder::test {

namespace {

constexpr auto migratedTemplate = "polder_template";
constexpr int stopsWithin = 20000; // ms

[[noreturn]] void giveUp(const QString &why) {
    std::fprintf(stderr, "FAIL!  : no test cluster: %s\n", qPrintable(why));
    std::exit(EXIT_FAILURE);
}

/// Without its value the test cannot go on.
template <typename T>
T need(Result<T> result) {
    if (!result) {
        giveUp(QStringList{result.error().what, result.error().detail, result.error().hint}.join(QLatin1Char('\n')));
    }
    return std::move(result).value();
}

void run(const QString &conninfo, const QString &sql) {
    const auto connection = need(DatabaseConnection::open({.conninfo = conninfo, .user = {}, .where = {}}));
    need(connection->run(sql.toUtf8()));
}

/// PostgreSQL's account, where it is not ours, has to pass through the folder to its own.
void openToPassers(const QTemporaryDir &folder) {
    ::chmod(QFile::encodeName(folder.path()).constData(), 0711);
}

void copy(const QString &from, const QString &to) {
    if (QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), from, to}) != 0) {
        giveUp(QStringLiteral("%1 cannot be copied to %2").arg(from, to));
    }
}

/// Changes whenever one of these files does.
QString keyOf(const QStringList &folders) {
    QStringList files;
    for (const QString &folder : folders) {
        QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            files << walk.next();
        }
    }
    files << QStringLiteral(":/sql/roles.sql");
    files.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            giveUp(QStringLiteral("%1 cannot be read").arg(name));
        }
        hash.addData(name.toUtf8());
        hash.addData(&file);
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

void makeTemplate(const QString &path) {
    QTemporaryDir folder;
    openToPassers(folder);
    const QString made = folder.filePath(QStringLiteral("cluster"));
    auto cluster = need(EmbeddedCluster::start(made, EmbeddedCluster::Durability::Throwaway));
    run(cluster->conninfo(), QStringLiteral("create database %1").arg(QLatin1String(migratedTemplate)));
    need(migrate(cluster->conninfo(QStringLiteral("postgres"), QLatin1String(migratedTemplate))));

    const ProcessEnd end(cluster->processId());
    cluster.reset();
    if (!end.happensWithin(stopsWithin)) {
        giveUp(QStringLiteral("the cluster in %1 does not stop").arg(made));
    }
    copy(made, path + QStringLiteral(".unfinished"));
    QDir().rename(path + QStringLiteral(".unfinished"), path);
}

/// One for all test executables of this build; those of an earlier schema are removed.
QString templateFolder() {
    const QDir cache(QStringLiteral(POLDER_BINARY_DIR "/testcluster"));
    const QStringList schema{QStringLiteral(":/sql/migrations"), QStringLiteral(":/sql/routines"),
                             QStringLiteral(":/sql/cluster")};
    cache.mkpath(QStringLiteral("."));
    FileLock lock(cache.filePath(QStringLiteral("lock")));
    lock.exclude();
    const QString key = keyOf(schema);
    if (!cache.exists(key)) {
        for (const QString &old : cache.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QDir(cache.filePath(old)).removeRecursively();
        }
        makeTemplate(cache.filePath(key));
    }
    return cache.filePath(key);
}

/// The demo estate in the database that the desktop looks into, as it is today.
void makeDemo(const QString &path) {
    QTemporaryDir folder;
    openToPassers(folder);
    const QString made = folder.filePath(QStringLiteral("cluster"));
    auto cluster = need(EmbeddedCluster::start(made, EmbeddedCluster::Durability::Throwaway));
    need(migrate(cluster->conninfo()));
    {
        const auto connection =
            need(DatabaseConnection::open({.conninfo = cluster->conninfo(), .user = {}, .where = {}}));
        need(loadDemo(*connection));
    }
    const ProcessEnd end(cluster->processId());
    cluster.reset();
    if (!end.happensWithin(stopsWithin)) {
        giveUp(QStringLiteral("the cluster in %1 does not stop").arg(made));
    }
    copy(made, path + QStringLiteral(".unfinished"));
    QDir().rename(path + QStringLiteral(".unfinished"), path);
}

} // namespace

void copyDemoCluster(const QString &path) {
    const QDir cache(QStringLiteral(POLDER_BINARY_DIR "/democluster"));
    cache.mkpath(QStringLiteral("."));
    FileLock lock(cache.filePath(QStringLiteral("lock")));
    lock.exclude();
    const QString key = keyOf({QStringLiteral(":/sql")}) + QDate::currentDate().toString(QStringLiteral("-yyyyMMdd"));
    if (!cache.exists(key)) {
        for (const QString &old : cache.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QDir(cache.filePath(old)).removeRecursively();
        }
        makeDemo(cache.filePath(key));
    }
    copy(cache.filePath(key), path);
}

TestCluster::TestCluster(EmbeddedCluster::Durability durability) {
    openToPassers(m_folder);
    const QString folder = m_folder.filePath(QStringLiteral("cluster"));
    copy(templateFolder(), folder);
    m_cluster = need(EmbeddedCluster::start(folder, durability));
}

TestCluster::~TestCluster() {
    const ProcessEnd end(m_cluster->processId());
    m_cluster.reset();
    if (!end.happensWithin(stopsWithin)) { // its folder goes next
        qWarning("The test cluster does not stop");
    }
}

QString TestCluster::freshDatabase() {
    return create(QLatin1String(migratedTemplate));
}

QString TestCluster::emptyDatabase() {
    return create(QStringLiteral("template0"));
}

QString TestCluster::copyOf(const QString &conninfo) {
    return create(nameOf(conninfo));
}

QString TestCluster::as(const QString &role, const QString &conninfo) const {
    return m_cluster->conninfo(role, nameOf(conninfo));
}

QString TestCluster::nameOf(const QString &conninfo) {
    static const QRegularExpression name(QStringLiteral("dbname='([^']*)'"));
    return name.match(conninfo).captured(1);
}

QString TestCluster::create(const QString &templateName) {
    const QString name = QStringLiteral("test_%1").arg(++m_count);
    run(m_cluster->conninfo(),
        QStringLiteral("create database %1 template %2 strategy file_copy").arg(name, templateName));
    // What people may do with the database as a whole is the one thing that a template does not pass on.
    run(m_cluster->conninfo(),
        QStringLiteral("update pg_database made set datacl = template.datacl from pg_database template "
                       "where made.datname = '%1' and template.datname = '%2'")
            .arg(name, templateName));
    return m_cluster->conninfo(QStringLiteral("postgres"), name);
}

} // namespace polder::test
