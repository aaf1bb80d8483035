#include "tests/support/estate.h"

#include "model/store/errors.h"
#include "model/store/intention.h"
#include "model/store/transaction.h"

#include <QJsonArray>
#include <QTest>

#include <thread>

using namespace polder;
using namespace polder::test;

/// How libpq's answers become values.
class ConnectionTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_database;

    [[nodiscard]] Error errorFrom(const QByteArray &sql) const {
        const auto rows = connectTo(m_database)->query(sql);
        return rows ? Error{} : rows.error();
    }

private Q_SLOTS:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_database = m_cluster->freshDatabase();
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void aServerThatIsNotThereIsUnavailable() {
        const auto opened =
            DatabaseConnection::open({.conninfo = QStringLiteral("host=/nowhere dbname=x"), .user = {}, .where = {}});
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Unavailable);
        QVERIFY(opened.error().what.contains(QStringLiteral("/nowhere")));
    }

    void aPasswordIsNeverRepeated() {
        const auto opened = DatabaseConnection::open(
            {.conninfo = QStringLiteral("host=/nowhere dbname=x password=secret77"), .user = {}, .where = {}});
        QVERIFY(!opened.error().what.contains(QStringLiteral("secret77")));
    }

    void theUserOfTheSettingsWins() {
        const auto opened = DatabaseConnection::open(
            {.conninfo = m_database, .user = QStringLiteral("nobody_of_this_name"), .where = {}});
        QVERIFY(!opened);
        QVERIFY(opened.error().what.contains(QStringLiteral("nobody_of_this_name")));
    }

    void parametersAreValuesAndNeverSql() {
        const auto rows =
            connectTo(m_database)
                ->query("select $1::text, $2::int + 1, $3::text", {"'; drop table x; --", "41", std::nullopt});
        QVERIFY(rows);
        QCOMPARE(rows->text(0, 0), "'; drop table x; --");
        QCOMPARE(rows->number(0, 1), 42);
        QVERIFY(rows->field(0, 2).isNull());
        QVERIFY(!rows->number(0, 2));
    }

    void errorsAreSortedByTheirKind_data() {
        QTest::addColumn<QByteArray>("sqlstate");
        QTest::addColumn<Error::Kind>("kind");
        using Kind = Error::Kind;
        QTest::newRow("rule") << QByteArray("PL001") << Kind::Refused;
        QTest::newRow("right") << QByteArray("PL002") << Kind::NotAllowed;
        QTest::newRow("stale") << QByteArray("PL003") << Kind::Stale;
        QTest::newRow("value") << QByteArray("PL004") << Kind::Invalid;
        QTest::newRow("not found") << QByteArray("PL005") << Kind::NotFound;
        QTest::newRow("state") << QByteArray("PL006") << Kind::Refused;
        QTest::newRow("other arguments") << QByteArray("PL007") << Kind::Invalid;
        QTest::newRow("no reason") << QByteArray("PL008") << Kind::Refused;
        QTest::newRow("conflicts") << QByteArray("PL009") << Kind::Refused;
        QTest::newRow("overlap") << QByteArray("23P01") << Kind::Refused;
        QTest::newRow("unique") << QByteArray("23505") << Kind::Invalid;
        QTest::newRow("grant") << QByteArray("42501") << Kind::NotAllowed;
        QTest::newRow("deadlock") << QByteArray("40P01") << Kind::Stale;
        QTest::newRow("cancelled") << QByteArray("57014") << Kind::Cancelled;
        QTest::newRow("shutdown") << QByteArray("57P01") << Kind::Unavailable;
        QTest::newRow("defect") << QByteArray("XX000") << Kind::Internal;
    }
    void errorsAreSortedByTheirKind() {
        QFETCH(QByteArray, sqlstate);
        QFETCH(Error::Kind, kind);
        const Error error = errorFrom("do $$ begin raise exception using errcode = '" + sqlstate +
                                      "', message = 'no', hint = 'perhaps'; end $$");
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.sqlstate, QString::fromLatin1(sqlstate));
        QCOMPARE(error.what, "no");
        QCOMPARE(error.hint, "perhaps");
    }

    void detailIsDataOrText() {
        const Error refused = errorFrom(R"(do $$ begin raise exception using errcode = 'PL001', message = 'no',
                                           detail = '{"violations": [{"rule": "S1"}]}'; end $$)");
        QCOMPARE(refused.data[u"violations"].toArray().size(), 1);
        QVERIFY(refused.detail.isEmpty());
        const Error plain =
            errorFrom("do $$ begin raise exception using errcode = 'PL004', detail = 'two\nlines'; end $$");
        QCOMPARE(plain.detail, "two\nlines");
        QVERIFY(plain.data.isEmpty());
    }

    void aKilledConnectionIsLostForGood() {
        const auto connection = connectTo(m_database);
        runSql(m_database,
               "select pg_terminate_backend(" + QByteArray::number(connection->serverProcess()) + ", 5000)");
        const auto rows = connection->query("select 1");
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Error::Kind::Unavailable);
        QVERIFY(!connection->alive());
        QVERIFY(!connection->poll());
    }

    void aRunningStatementCanBeStopped() {
        const auto connection = connectTo(m_database);
        const Canceller canceller = connection->canceller();
        const QByteArray running = "select exists (select from pg_stat_activity where state = 'active' and pid = " +
                                   QByteArray::number(connection->serverProcess()) + ')';
        std::thread stopper([&] {
            while (valueOf(m_database, running) != QStringLiteral("t")) {
            }
            canceller.cancel();
        });
        const auto rows = connection->query("select pg_sleep(60)");
        stopper.join();
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Error::Kind::Cancelled);
        QVERIFY(connection->query("select 1"));
    }

    void notificationsArrive() {
        const auto connection = connectTo(m_database);
        QVERIFY(connection->run("listen polder_test"));
        runSql(m_database, "notify polder_test, '7'; notify polder_test, '8'");
        std::vector<QString> payloads;
        while (payloads.size() < 2) {
            QVERIFY(connection->poll());
            for (QString &payload : connection->takeNotifications()) {
                payloads.push_back(std::move(payload));
            }
        }
        QCOMPARE(payloads, (std::vector<QString>{QStringLiteral("7"), QStringLiteral("8")}));
    }

    void copyStopsAtAnErrorAndTheConnectionGoesOn() {
        const auto connection = connectTo(m_database);
        int messages = 0;
        const Status stopped =
            connection->copyOut("copy (select generate_series(1, 100)) to stdout", [&](QByteArrayView) -> Status {
                ++messages;
                Error error;
                error.what = QStringLiteral("enough");
                return error;
            });
        QCOMPARE(stopped.error().what, "enough");
        QCOMPARE(messages, 1);
        const Status divided =
            connection->copyOut("copy (select 1 / (50 - i) from generate_series(1, 100) i) to stdout",
                                [](QByteArrayView) { return success(); });
        QCOMPARE(divided.error().sqlstate, "22012");
        QVERIFY(connection->query("select 1"));
    }

    void aTransactionIsRolledBackUnlessCommitted() {
        const auto connection = connectTo(m_database);
        QVERIFY(connection->run("create table public.kept (n int unique deferrable initially deferred)"));
        {
            auto transaction = Transaction::begin(*connection, Transaction::Kind::Write);
            QVERIFY(transaction);
            QVERIFY(connection->run("insert into public.kept values (1)"));
        }
        QCOMPARE(valueOf(m_database, "select count(*) from public.kept"), "0");
        auto transaction = Transaction::begin(*connection, Transaction::Kind::Write);
        QVERIFY(connection->run("insert into public.kept values (2), (2)"));
        const Status committed = transaction->commit();
        QCOMPARE(committed.error().sqlstate, "23505");
        QVERIFY(connection->query("select 1"));
    }

    void deadlocksAndSerializationFailuresAreReplayed() {
        // A sequence does not roll back, so it counts the attempts.
        runSql(m_database, R"(create sequence public.attempts;
            create function api.stumble(key uuid, generation bigint, arguments jsonb) returns jsonb language plpgsql as $$
            begin
                if nextval('public.attempts') <= (arguments ->> 'times')::int then
                    raise exception using errcode = arguments ->> 'sqlstate', message = 'try again';
                end if;
                return jsonb_build_object('key', key, 'generation', generation);
            end $$)");
        const auto connection = connectTo(m_database);
        Intention intention{
            .name = QStringLiteral("stumble"),
            .arguments = {{QStringLiteral("times"), 2}, {QStringLiteral("sqlstate"), QStringLiteral("40P01")}},
            .key = QUuid::createUuid(),
            .generation = 5};
        int replayed = -1;
        const auto result = callIntention(*connection, intention, 3, &replayed);
        QVERIFY(result);
        QCOMPARE(replayed, 2);
        QCOMPARE(result->value(u"generation").toInt(), 5);
        QCOMPARE(result->value(u"key").toString(), intention.key.toString(QUuid::WithoutBraces));

        runSql(m_database, "alter sequence public.attempts restart");
        intention.arguments[QStringLiteral("times")] = 99;
        QCOMPARE(callIntention(*connection, intention, 3, &replayed).error().sqlstate, "40P01");
        QCOMPARE(replayed, 3);

        runSql(m_database, "alter sequence public.attempts restart");
        intention.arguments[QStringLiteral("sqlstate")] = QStringLiteral("PL001");
        QCOMPARE(callIntention(*connection, intention, 3, &replayed).error().sqlstate, "PL001");
        QCOMPARE(replayed, 0);
    }

    void aStrangeNameIsOnlyAFunctionThatIsNotThere() {
        const auto connection = connectTo(m_database);
        const auto result = callIntention(*connection, {.name = QStringLiteral("x\"(); drop schema api; --"),
                                                        .arguments = {},
                                                        .key = QUuid::createUuid(),
                                                        .generation = std::nullopt});
        QCOMPARE(result.error().sqlstate, "42883");
    }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
