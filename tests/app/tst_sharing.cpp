#include "tests/app/polderctl.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "tests/support/processend.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace polder::test;

/// One private database, several programs: whoever started it may be killed, and it stops when the last has left.
class TestSharing : public QObject {
    Q_OBJECT

    QTemporaryDir m_top;
    QString m_folder;

    static QString firstLine(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();
    }
    [[nodiscard]] qint64 server() const { return firstLine(m_folder + u"/pgdata/postmaster.pid"_s).toLongLong(); }
    [[nodiscard]] QString socketFolder() const { return firstLine(m_folder + u"/socket"_s); }

    /// One value, as the owner sees it.
    [[nodiscard]] QString see(const char *sql) const {
        return valueOf(u"host='%1' user=postgres dbname=polder"_s.arg(socketFolder()), sql);
    }
    /// Sessions of people: a desktop has one, and polderctl for as long as a call lasts.
    [[nodiscard]] int sessions() const {
        return see("select count(*) from pg_stat_activity where datname = 'polder' and usename <> 'postgres'").toInt();
    }
    [[nodiscard]] int atRest() const {
        return see("select count(*) from pg_stat_activity where usename <> 'postgres' and state = 'idle' and "
                   "query like '%notices%'")
            .toInt();
    }
    /// Which statement was a person's last. Only compared for equality: the clock of a machine may step back.
    [[nodiscard]] QString lastReading() const {
        return see("select concat_ws(' ', pid, backend_start, query_start) from pg_stat_activity "
                   "where datname = 'polder' and usename <> 'postgres'");
    }
    void startDesktop(QProcess &desktop) const {
        desktop.setProcessChannelMode(QProcess::ForwardedChannels);
        desktop.start(QStringLiteral(POLDER_BINARY_DIR "/app/polder"), {u"--embedded="_s + m_folder});
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(::chmod(m_top.path().toLocal8Bit().constData(), 0711) == 0); // root: PostgreSQL's account passes
        m_folder = m_top.filePath(u"db"_s);
        QProcess serve;
        serve.start(QStringLiteral(POLDER_BINARY_DIR "/app/polderctl"), {u"--embedded="_s + m_folder, u"serve"_s});
        QVERIFY(serve.waitForReadyRead(60'000));
        const ProcessEnd end(server());
        const Ran loaded = polderctl({u"--embedded="_s + m_folder, u"demo"_s, u"load"_s});
        QVERIFY2(loaded.exitCode == 0, qUtf8Printable(loaded.trouble));
        serve.terminate();
        QVERIFY(serve.waitForFinished(30'000));
        QVERIFY(end.happensWithin(30'000));
    }

    void whoStartedItIsKilled() {
        QProcess first, second, serve;
        startDesktop(first); // it starts the server
        TRY_VERIFY(server() != 0 && !socketFolder().isEmpty());
        serve.start(QStringLiteral(POLDER_BINARY_DIR "/app/polderctl"), {u"--embedded="_s + m_folder, u"serve"_s});
        QVERIFY(serve.waitForReadyRead(60'000)); // now it answers
        const qint64 pid = server();
        const ProcessEnd end(pid);
        TRY_COMPARE(sessions(), 1);
        startDesktop(second);
        TRY_COMPARE(sessions(), 2);

        first.kill();
        QVERIFY(first.waitForFinished(10'000));
        TRY_COMPARE(sessions(), 1);

        // It listens first and reads then, its notices last: at rest after those it waits to be told.
        TRY_COMPARE(atRest(), 1);

        // The others go on: a call is done, and the second desktop, told of the change, reads it.
        const QString reading = lastReading();
        const Ran asked = polderctl({u"--embedded="_s + m_folder, u"--as"_s, u"researcher.lumc"_s, u"--json"_s,
                                     u"request"_s, u"submit"_s, u"-"_s},
                                    requestJson());
        QVERIFY2(asked.exitCode == 0, qUtf8Printable(asked.trouble));
        TRY_COMPARE(sessions(), 1);
        TRY_VERIFY(atRest() == 1 && lastReading() != reading);
        QCOMPARE(second.state(), QProcess::Running);
        QCOMPARE(server(), pid);

        // The second desktop alone keeps it up, and takes it along.
        serve.terminate();
        QVERIFY(serve.waitForFinished(10'000));
        QCOMPARE(polderctl({u"--embedded="_s + m_folder, u"request"_s, u"list"_s}).exitCode, 0);
        QCOMPARE(server(), pid);
        QVERIFY(!end.happensWithin(0));
        const QString socket = socketFolder();
        QVERIFY(QFile::exists(socket));
        second.kill();
        QVERIFY(second.waitForFinished(10'000));
        QVERIFY(end.happensWithin(30'000));
        TRY_VERIFY(!QFile::exists(socket));
    }
};

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
