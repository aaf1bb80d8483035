#include "tests/support/estate.h"
#include "tests/support/patience.h"

#include "model/live/databaselive.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace polder;
using namespace polder::test;

namespace {

constexpr qint64 soon = 200; ///< milliseconds that a closing window may take

/// Takes connections, and never says a word.
class SilentServer {
public:
    SilentServer() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(m_address);
        auto *address = reinterpret_cast<sockaddr *>(&m_address);
        if (::bind(m_socket, address, size) != 0 || ::listen(m_socket, 1) != 0 ||
            ::getsockname(m_socket, address, &size) != 0) {
            qFatal("no socket to listen on");
        }
    }
    ~SilentServer() { ::close(m_socket); }
    SilentServer(const SilentServer &) = delete;
    SilentServer &operator=(const SilentServer &) = delete;

    [[nodiscard]] QString conninfo() const {
        return QStringLiteral("host=127.0.0.1 port=%1 dbname=polder user=polder").arg(ntohs(m_address.sin_port));
    }
    /// Waits for somebody who wants to connect.
    [[nodiscard]] bool isAsked() const {
        pollfd watched{m_socket, POLLIN, 0};
        return ::poll(&watched, 1, patience) == 1;
    }

private:
    int m_socket;
    sockaddr_in m_address{};
};

} // namespace

/// Follows a real PostgreSQL: what others commit arrives, a cut is shown and mends by itself, nothing happens twice.
class DatabaseLiveTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_database;

    [[nodiscard]] std::unique_ptr<Live> online() const {
        auto live = openDatabaseLive({.conninfo = m_database, .user = {}, .where = QStringLiteral("test")});
        if (!QTest::qWaitFor([&] { return live->connection().state == Connection::State::Online; }, patience)) {
            qFatal("not online: %s", qPrintable(live->connection().trouble));
        }
        return live;
    }
    [[nodiscard]] static QString equipmentName(const Live &live) {
        const Equipment *equipment = live.snapshot()->equipment.find(EquipmentId{1});
        return equipment ? equipment->name : QString();
    }
    void rename(const QByteArray &name) const {
        runSql(m_database, "update polder.equipment set name = '" + name + "' where id = 1");
    }
    /// By way of another database: this one may be closed.
    void elsewhere(const QByteArray &sql) const {
        runSql(m_cluster->cluster().conninfo(QStringLiteral("postgres"), QStringLiteral("postgres")), sql);
    }
    void cut() const {
        elsewhere("select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'polder' and "
                  "datname = '" +
                  TestCluster::nameOf(m_database).toUtf8() + '\'');
    }
    void allowConnections(bool allow) const {
        elsewhere("alter database " + TestCluster::nameOf(m_database).toUtf8() + " allow_connections " +
                  (allow ? "true" : "false"));
    }

private Q_SLOTS:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }
    void cleanupTestCase() { m_cluster.reset(); }
    void init() { m_database = smallEstate(*m_cluster); }

    void startsEmptyAndFillsItself() {
        const auto live = openDatabaseLive({.conninfo = m_database, .user = {}, .where = QStringLiteral("test")});
        QVERIFY(live->snapshot());
        QCOMPARE(live->snapshot()->racks.size(), 0U);
        QCOMPARE(live->connection().state, Connection::State::Connecting);
        TRY_COMPARE(live->connection().state, Connection::State::Online);
        QCOMPARE(live->connection().where, "test");
        QVERIFY(live->connection().since.isValid());
        QCOMPARE(live->snapshot()->racks.size(), 1U);
        QVERIFY(live->jobs().isEmpty());
    }

    void anotherPersonsCommitArrives() {
        const auto live = online();
        QSignalSpy changed(live.get(), &Live::snapshotChanged);
        const SnapshotPtr before = live->snapshot();
        rename("renamed by another");
        TRY_COMPARE(equipmentName(*live), "renamed by another");
        QCOMPARE(changed.size(), 1);
        QVERIFY(live->snapshot()->racks.sameAs(before->racks));
    }

    /// For reports, while the window goes on.
    void theRecordAsItWasKnown() {
        const auto live = online();
        const auto before = live->snapshot();
        rename("renamed since");
        TRY_COMPARE(equipmentName(*live), "renamed since");
        const auto asked = [&](const RecordQuestion &question) {
            const auto record = live->record(question);
            if (!QTest::qWaitFor([&] { return record.isFinished(); }, patience)) {
                qFatal("no record has come");
            }
            return record.result();
        };
        const auto then = asked({.generation = before->generation, .knownOn = {}, .beside = Beside::MeterReadings});
        QVERIFY2(then.ok(), then.ok() ? "" : qPrintable(then.error().what));
        QCOMPARE(then->known.generation, before->generation);
        QVERIFY(then->known.at.isValid());
        QVERIFY(!then->snapshot && then->readings.empty());
        const Day today = before->today;
        const auto now = asked({.generation = 0, .knownOn = today, .beside = Beside::Nothing});
        QVERIFY2(now.ok(), now.ok() ? "" : qPrintable(now.error().what));
        QCOMPARE(now->known.generation, live->snapshot()->generation);
        QVERIFY(!now->known.final && now->snapshot);
        QCOMPARE(now->snapshot->equipment.find(EquipmentId{1})->name, "renamed since");
        for (const Day day : {today.plus(-1), today.plus(1)}) { // nothing yet, and not yet
            const auto none = asked({.generation = 0, .knownOn = day, .beside = Beside::Nothing});
            QVERIFY(!none.ok());
            QCOMPARE(none.error().kind, Error::Kind::NotFound);
        }
        QVERIFY(live->jobs().isEmpty());
    }

    void manyCommitsEndInTheLast() {
        const auto live = online();
        for (int i = 1; i <= 50; ++i) {
            rename(QByteArray::number(i));
        }
        TRY_COMPARE(equipmentName(*live), "50");
    }

    void theAnswerComesAfterItsOwnChangeIsSeen() {
        runSql(m_database, R"(create function api.rename(key uuid, generation bigint, arguments jsonb) returns jsonb
            language sql as $$ update polder.equipment set name = arguments ->> 'name' where id = 1
                               returning jsonb_build_object('saw', generation, 'key', key) $$)");
        const auto live = online();
        const auto saw = live->snapshot()->generation;
        QString nameAtTheAnswer;
        QJsonObject answer;
        live->intend(QStringLiteral("rename"), {{QStringLiteral("name"), QStringLiteral("mine")}})
            .then(live.get(), [&](const Result<QJsonObject> &result) {
                nameAtTheAnswer = equipmentName(*live);
                answer = *result;
            });
        QCOMPARE(live->jobs().size(), 1);
        QCOMPARE(live->jobs().first().name, "rename");
        TRY_COMPARE(nameAtTheAnswer, "mine");
        QCOMPARE(answer[u"saw"].toInteger(), saw);
        QVERIFY(!QUuid(answer[u"key"].toString()).isNull());
        TRY_VERIFY(live->jobs().isEmpty());
    }

    void aRefusalIsAnAnswer() {
        runSql(m_database, R"(create function api.refuse(key uuid, generation bigint, arguments jsonb) returns jsonb
            language plpgsql as $$ begin raise exception using errcode = 'PL001', message = 'no room',
                                   detail = '{"violations": [{"rule": "S1"}]}'; end $$)");
        const auto live = online();
        auto future = live->intend(QStringLiteral("refuse"), {});
        TRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, Error::Kind::Refused);
        QVERIFY(future.result().error().data.contains(u"violations"));
        QCOMPARE(live->connection().state, Connection::State::Online);
    }

    void aCutIsShownAndMendsItself() {
        const auto live = online();
        QList<Connection::State> states;
        connect(live.get(), &Live::connectionChanged, this, [&](const Connection &now) {
            states << now.state;
            // The last snapshot stays readable all the time.
            QCOMPARE(live->snapshot()->racks.size(), 1U);
            QCOMPARE(now.trouble.isEmpty(), now.state == Connection::State::Online);
        });
        cut();
        TRY_COMPARE(states, (QList{Connection::State::Offline, Connection::State::Online}));
        rename("after the cut");
        TRY_COMPARE(equipmentName(*live), "after the cut");
    }

    void whatWasCommittedDuringTheCutArrives() {
        const auto live = online();
        allowConnections(false);
        cut();
        TRY_COMPARE(live->connection().state, Connection::State::Offline);
        const QDateTime since = live->connection().since;
        // It tries again, and it has been offline since the cut, not since the last try.
        QSignalSpy told(live.get(), &Live::connectionChanged);
        TRY_VERIFY(told.size() >= 2);
        QCOMPARE(live->connection().since, since);
        QCOMPARE(live->snapshot()->racks.size(), 1U);
        allowConnections(true);
        rename("meanwhile");
        TRY_COMPARE(live->connection().state, Connection::State::Online);
        QCOMPARE(equipmentName(*live), "meanwhile");
    }

    void anIntentionWhileOfflineIsAnsweredAtOnce() {
        const auto live = online();
        allowConnections(false);
        cut();
        TRY_COMPARE(live->connection().state, Connection::State::Offline);
        auto future = live->intend(QStringLiteral("comment"), {});
        TRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, Error::Kind::Unavailable);
        TRY_VERIFY(live->jobs().isEmpty());
        allowConnections(true);
    }

    void anIntentionUnderWayIsAskedAgainWithItsKey() {
        // A sequence counts the attempts, since it does not roll back; the lock keeps the first from its end.
        runSql(m_database, R"(create sequence public.attempts; create table public.done (key uuid);
            create function api.slow(key uuid, generation bigint, arguments jsonb) returns jsonb language plpgsql as $$
            begin
                perform nextval('public.attempts');
                perform pg_advisory_xact_lock_shared(77);
                insert into public.done values (key);
                return jsonb_build_object('key', key);
            end $$)");
        const auto live = online();
        const auto holder = connectTo(m_database);
        QVERIFY(holder->query("select pg_advisory_lock(77)"));
        auto future = live->intend(QStringLiteral("slow"), {});
        TRY_COMPARE(valueOf(m_database, "select count(*) from pg_locks where locktype = 'advisory' and not granted"),
                    "1");
        elsewhere("select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and not granted");
        QVERIFY(holder->query("select pg_advisory_unlock(77)"));
        TRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
        QCOMPARE(valueOf(m_database, "select last_value from public.attempts"), "2");
        QCOMPARE(valueOf(m_database, "select string_agg(key::text, ',') from public.done"),
                 future.result()->value(u"key").toString());
    }

    void aRunningIntentionCanBeStopped() {
        runSql(m_database, R"(create function api.forever(key uuid, generation bigint, arguments jsonb) returns jsonb
            language sql as $$ select to_jsonb(pg_sleep(600)::text) $$)");
        const auto live = online();
        auto running = live->intend(QStringLiteral("forever"), {});
        auto waiting = live->intend(QStringLiteral("forever"), {});
        TRY_COMPARE(valueOf(m_database, "select count(*) from pg_stat_activity where wait_event = 'PgSleep'"), "1");
        QCOMPARE(live->jobs().size(), 2);
        const int runningJob = live->jobs()[0].id, waitingJob = live->jobs()[1].id;
        live->cancel(waitingJob);
        live->cancel(runningJob);
        TRY_VERIFY(running.isFinished());
        TRY_VERIFY(waiting.isFinished());
        QCOMPARE(running.result().error().kind, Error::Kind::Cancelled);
        QCOMPARE(waiting.result().error().kind, Error::Kind::Cancelled);
        TRY_VERIFY(live->jobs().isEmpty());
        QCOMPARE(live->connection().state, Connection::State::Online);
    }

    void closingDoesNotWaitForAStatement() {
        runSql(m_database, R"(create function api.forever(key uuid, generation bigint, arguments jsonb) returns jsonb
            language sql as $$ select to_jsonb(pg_sleep(600)::text) $$)");
        auto live = online();
        auto future = live->intend(QStringLiteral("forever"), {});
        TRY_COMPARE(valueOf(m_database, "select count(*) from pg_stat_activity where wait_event = 'PgSleep'"), "1");
        live.reset();
        TRY_VERIFY(future.isFinished());
        QVERIFY(!future.result());
    }

    void closingDoesNotWaitForAServerThatSaysNothing() {
        const SilentServer server;
        auto live = openDatabaseLive({.conninfo = server.conninfo(), .user = {}, .where = {}});
        QVERIFY(server.isAsked()); // and from now on the database thread waits for an answer
        QElapsedTimer closing;
        closing.start();
        live.reset();
        QVERIFY2(closing.elapsed() < soon, qPrintable(QString::number(closing.elapsed())));
    }

    void closingDoesNotWaitForAServerThatStopped() {
        runSql(m_database, R"(create function api.forever(key uuid, generation bigint, arguments jsonb) returns jsonb
            language sql as $$ select to_jsonb(pg_sleep(600)::text) $$)");
        auto live = online();
        auto future = live->intend(QStringLiteral("forever"), {});
        TRY_COMPARE(valueOf(m_database, "select count(*) from pg_stat_activity where wait_event = 'PgSleep'"), "1");
        // Nobody takes the wish to cancel, which has no time limit of its own.
        const auto server = static_cast<pid_t>(m_cluster->cluster().processId());
        QCOMPARE(::kill(server, SIGSTOP), 0);
        QElapsedTimer closing;
        closing.start();
        live.reset();
        const auto took = closing.elapsed();
        QCOMPARE(::kill(server, SIGCONT), 0);
        QVERIFY2(took < soon, qPrintable(QString::number(took)));
        TRY_VERIFY(future.isFinished()); // it ends when it can
        QVERIFY(!future.result());
    }

    void aLoginThatIsRefusedSaysWhy() {
        const auto live =
            openDatabaseLive({.conninfo = m_database, .user = QStringLiteral("nobody_of_this_name"), .where = {}});
        TRY_COMPARE(live->connection().state, Connection::State::Offline);
        QVERIFY(live->connection().trouble.contains(QStringLiteral("nobody_of_this_name")));
        QCOMPARE(live->snapshot()->racks.size(), 0U);
    }
};

QTEST_GUILESS_MAIN(DatabaseLiveTest)
#include "tst_databaselive.moc"
