#include "model/store/cluster.h"
#include "tests/support/processend.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <libpq-fe.h>

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <iostream>

using polder::EmbeddedCluster;
using polder::Error;
using polder::test::ProcessEnd;

namespace {

QString ask(const QString &conninfo, const char *query) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(conninfo.toUtf8().constData()),
                                                                  &PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), query), &PQclear);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
        return QStringLiteral("error: ") + QString::fromUtf8(PQerrorMessage(connection.get()));
    }
    return QString::fromUtf8(PQgetvalue(result.get(), 0, 0));
}

qint64 parentOf(qint64 pid) {
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    return stat.open(QIODevice::ReadOnly) ? stat.readAll().split(' ').value(3).toLongLong() : 0;
}

/// Another program that uses the cluster: this executable with "--client FOLDER". It leaves when its input closes.
class Client {
public:
    explicit Client(const QString &folder) {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--client"), folder});
    }
    /// The server's process id as this client sees it.
    [[nodiscard]] qint64 server() {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30000)) {
        }
        return m_process.readLine().trimmed().toLongLong();
    }
    void killHard() {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
    }
    void leave() {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

int beClient(const char *folder) {
    const auto cluster = EmbeddedCluster::start(QString::fromLocal8Bit(folder), EmbeddedCluster::Durability::Throwaway);
    std::printf("%lld\n", cluster ? static_cast<long long>((*cluster)->processId()) : 0LL);
    std::fflush(stdout);
    std::cin.ignore(); // until our input closes
    return 0;
}

constexpr int stopsWithin = 20000; // ms; a fast shutdown takes about 100

} // namespace

class TestEmbeddedCluster : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_top;
    QString m_folder;

    static auto start(const QString &folder) {
        return EmbeddedCluster::start(folder, EmbeddedCluster::Durability::Throwaway);
    }

private slots:
    void initTestCase() {
        m_folder = m_top.filePath(QStringLiteral("cluster"));
        QVERIFY(::chmod(m_top.path().toLocal8Bit().constData(), 0711) == 0); // root: PostgreSQL's account passes
    }

    void aNewFolderBecomesADatabase() {
        const auto cluster = start(m_folder);
        QVERIFY2(cluster, qPrintable(cluster ? QString() : cluster.error().what + cluster.error().detail));
        QCOMPARE(ask((*cluster)->conninfo(), "select current_database() || ' ' || session_user"),
                 QStringLiteral("polder postgres"));
        QCOMPARE(ask((*cluster)->conninfo(), "show listen_addresses"), QString());
        QCOMPARE(ask((*cluster)->conninfo(), "show server_encoding"), QStringLiteral("UTF8"));
        QVERIFY((*cluster)->socketFolder().toUtf8().size() + 14 <= 107);
    }

    void theSecondStartKeepsTheData() {
        const QFileInfo made(m_folder + QStringLiteral("/pgdata/PG_VERSION"));
        const QDateTime madeAt = made.lastModified();
        {
            const auto cluster = start(m_folder);
            QVERIFY(cluster);
            QCOMPARE(ask((*cluster)->conninfo(), "create table kept as select 7 as n; select n from kept"),
                     QStringLiteral("7"));
        }
        QElapsedTimer timer;
        timer.start();
        const auto again = start(m_folder);
        QVERIFY(again);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
        QCOMPARE(ask((*again)->conninfo(), "select n from kept"), QStringLiteral("7"));
        QCOMPARE(QFileInfo(made.filePath()).lastModified(), madeAt);
    }

    void theServerStopsWhenTheLastLeaves() {
        auto first = start(m_folder);
        QVERIFY(first);
        auto second = start(m_folder);
        QVERIFY(second);
        QCOMPARE((*second)->processId(), (*first)->processId());
        const QString socketFolder = (*first)->socketFolder();
        const QString conninfo = (*first)->conninfo();
        const ProcessEnd end((*first)->processId());

        first->reset();
        QCOMPARE(ask(conninfo, "select 1"), QStringLiteral("1"));
        QVERIFY(!end.happensWithin(0));
        second->reset();
        QVERIFY(end.happensWithin(stopsWithin));

        // Whoever starts it next finds nothing left of the old one.
        const auto next = start(m_folder);
        QVERIFY(next);
        QVERIFY(!QFileInfo::exists(socketFolder));
    }

    void theStarterMayBeKilled() {
        Client starter(m_folder);
        const qint64 server = starter.server();
        QVERIFY(server > 0);
        Client desktop(m_folder);
        QCOMPARE(desktop.server(), server);
        auto here = start(m_folder);
        QVERIFY(here);
        QCOMPARE((*here)->processId(), server);
        const ProcessEnd end(server);

        starter.killHard();
        QCOMPARE(ask((*here)->conninfo(), "select 1"), QStringLiteral("1"));
        here->reset();
        QVERIFY(!end.happensWithin(0));
        const auto back = start(m_folder);
        QVERIFY(back);
        QCOMPARE((*back)->processId(), server); // kept alive by the other desktop
        desktop.leave();
        QCOMPARE(ask((*back)->conninfo(), "select 1"), QStringLiteral("1"));
    }

    void theLastMayBeKilled() {
        Client only(m_folder);
        const ProcessEnd end(only.server());
        only.killHard();
        QVERIFY(end.happensWithin(stopsWithin));
    }

    void comingWhileItStops() {
        for (int round = 0; round < 5; ++round) {
            auto cluster = start(m_folder);
            QVERIFY2(cluster, qPrintable(cluster ? QString() : cluster.error().what + cluster.error().detail));
            QCOMPARE(ask((*cluster)->conninfo(), "select 1"), QStringLiteral("1"));
        }
    }

    void twoStartersAtOnceShareOne() {
        Client one(m_folder);
        Client other(m_folder);
        const qint64 server = one.server();
        QVERIFY(server > 0);
        QCOMPARE(other.server(), server);
        const ProcessEnd end(server);
        one.leave();
        other.leave();
        QVERIFY(end.happensWithin(stopsWithin));
    }

    void theServerDoesNotOutliveItsKeeper() {
        auto cluster = start(m_folder);
        QVERIFY(cluster);
        const ProcessEnd end((*cluster)->processId());
        const qint64 keeper = parentOf((*cluster)->processId());
        QVERIFY(keeper > 1);
        ::kill(static_cast<pid_t>(keeper), SIGKILL);
        QVERIFY(end.happensWithin(stopsWithin));

        const auto next = start(m_folder);
        QVERIFY2(next, qPrintable(next ? QString() : next.error().what + next.error().detail));
        QCOMPARE(ask((*next)->conninfo(), "select n from kept"), QStringLiteral("7"));
    }

    void aCrashedServerIsStartedAgain() {
        auto cluster = start(m_folder);
        QVERIFY(cluster);
        const ProcessEnd end((*cluster)->processId());
        ::kill(static_cast<pid_t>((*cluster)->processId()), SIGKILL);
        QVERIFY(end.happensWithin(stopsWithin));
        const auto next = start(m_folder);
        QVERIFY2(next, qPrintable(next ? QString() : next.error().what + next.error().detail));
        QCOMPARE(ask((*next)->conninfo(), "select n from kept"), QStringLiteral("7"));
    }

    void otherAccountsAreShutOut() {
        if (::geteuid() != 0) {
            QSKIP("only root can act as another account");
        }
        const auto cluster = start(m_folder);
        QVERIFY(cluster);
        QProcess psql;
        psql.setWorkingDirectory(QStringLiteral("/"));
        psql.setChildProcessModifier([] {
            if (::setgid(65534) != 0 || ::setuid(65534) != 0) {
                ::_exit(1);
            }
        });
        psql.start(QStringLiteral("psql"), {(*cluster)->conninfo(), QStringLiteral("-c"), QStringLiteral("select 1")});
        QVERIFY(psql.waitForFinished());
        QCOMPARE(psql.exitCode(), 2);
        const QByteArray said = psql.readAllStandardError();
        QVERIFY2(said.contains("Permission denied"), said.constData());
    }

    void aFolderWithOtherFilesIsRefused() {
        const QDir folder(m_top.filePath(QStringLiteral("papers")));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        QFile paper(folder.filePath(QStringLiteral("paper.txt")));
        QVERIFY(paper.open(QIODevice::WriteOnly));
        paper.close();
        const auto cluster = start(folder.path());
        QVERIFY(!cluster);
        QCOMPARE(cluster.error().kind, Error::Kind::Invalid);
        QCOMPARE(folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{QStringLiteral("paper.txt")});
    }

    void aFolderThatCannotBeMadeIsSaid() {
        const auto cluster = start(QStringLiteral("/proc/polder"));
        QVERIFY(!cluster);
        QCOMPARE(cluster.error().kind, Error::Kind::Unavailable);
        QVERIFY(cluster.error().what.contains(QLatin1String("/proc/polder")));
    }

    void cleanupTestCase() { // the folder can go when the server has gone
        auto last = start(m_folder);
        QVERIFY(last);
        const ProcessEnd end((*last)->processId());
        last->reset();
        QVERIFY(end.happensWithin(stopsWithin));
    }
};

int main(int argc, char *argv[]) {
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--client") == 0) {
        return beClient(argv[2]);
    }
    TestEmbeddedCluster test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_cluster.moc"
