#include "model/store/intention.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "tests/support/testcluster.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <barrier>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

using namespace polder;
using namespace polder::test;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr int crowd = 50;

/// What one of the crowd was told, and how long that took.
struct Answer {
    std::optional<Error> refusal;
    milliseconds took{};
};

/// What the n-th of the crowd wants, on its own connection.
using Wish = std::function<std::optional<Error>(DatabaseConnection &connection, int n)>;

/// All have their connection, then all ask at once.
std::vector<Answer> askAtOnce(const QString &conninfo, const Wish &prepare, const Wish &wish) {
    std::vector<Answer> answers(crowd);
    std::barrier start(crowd);
    std::vector<std::jthread> threads;
    for (int n = 0; n < crowd; ++n) {
        threads.emplace_back([&, n, &answer = answers[n]] {
            const auto connection = connectTo(conninfo);
            answer.refusal = prepare(*connection, n);
            start.arrive_and_wait();
            if (answer.refusal) {
                return;
            }
            const auto from = steady_clock::now();
            answer.refusal = wish(*connection, n);
            answer.took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - from);
        });
    }
    threads.clear(); // joins them
    return answers;
}

std::optional<Error> asked(DatabaseConnection &connection, const QByteArray &sql, int n) {
    const auto rows = connection.query(sql, {QByteArray::number(n + 1)});
    return rows ? std::nullopt : std::optional(rows.error());
}

QByteArray read(const QString &name) {
    QFile file(QStringLiteral(POLDER_SOURCE_DIR "/tests/isolation/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Fifty people want the same place at the same moment: one has it, the others are told why not, and nobody waits long.
class TestCrowd : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestCluster> m_cluster;
    QString m_conninfo;

    /// Deadlocks in the database so far. A backend counts its own for certain when it has gone.
    int deadlocks() {
        const auto connection = connectTo(m_conninfo);
        const auto others = [&] {
            const auto rows =
                connection->query("select count(*) from pg_stat_activity where datname = current_database() "
                                  "and backend_type = 'client backend' and pid <> pg_backend_pid()");
            return rows ? rows->number(0, 0).value_or(-1) : -1;
        };
        if (!QTest::qWaitFor([&] { return others() == 0; }, patience)) {
            return -1;
        }
        const auto rows =
            connection->query("select deadlocks from pg_stat_database where datname = current_database()");
        return rows ? static_cast<int>(rows->number(0, 0).value_or(-1)) : -1;
    }

    /// How long somebody who is alone takes on a connection of his own.
    static milliseconds takesAlone(const QString &conninfo, const Wish &wish) {
        const auto connection = connectTo(conninfo);
        const auto from = steady_clock::now();
        const auto refused = wish(*connection, 0);
        return refused ? milliseconds{-1} : std::chrono::duration_cast<milliseconds>(steady_clock::now() - from);
    }

    /// One of them has the place at the bottom of rack R1, and knows it; the others have rule S1 as data. Nobody waits
    /// for the others more than a second. planning: what a first booking takes besides, on a core of its own; fifty
    /// plan at once, on the cores that there are.
    void judge(const char *what, const std::vector<Answer> &answers, milliseconds planning) {
        std::vector<milliseconds> times;
        std::vector<int> winners;
        for (int n = 0; n < crowd; ++n) {
            times.push_back(answers[n].took);
            if (!answers[n].refusal) {
                winners.push_back(n + 1);
                continue;
            }
            const Error &refusal = *answers[n].refusal;
            QVERIFY2(refusal.sqlstate == QLatin1String("PL001"),
                     qPrintable(refusal.sqlstate + QLatin1Char(' ') + refusal.what));
            QCOMPARE(refusal.kind, Error::Kind::Refused);
            const QJsonArray violations = refusal.data.value(QLatin1String("violations")).toArray();
            QVERIFY2(violations.size() == 1, qPrintable(refusal.what));
            const QJsonObject violation = violations.first().toObject();
            QCOMPARE(violation.value(QLatin1String("rule")).toString(), QStringLiteral("S1"));
            QCOMPARE(violation.value(QLatin1String("where")).toString(), QStringLiteral("DC/HALL/R1 U1"));
            QCOMPARE(violation.value(QLatin1String("used")), violation.value(QLatin1String("requested")));
        }
        std::sort(times.begin(), times.end());
        qInfo("%s: the answer came after %d ms (median), %d ms (longest); alone a first one plans for %d ms", what,
              static_cast<int>(times[crowd / 2].count()), static_cast<int>(times.back().count()),
              static_cast<int>(planning.count()));

        QCOMPARE(winners.size(), size_t{1});
        QCOMPARE(valueOf(m_conninfo, "select string_agg(n::text, ' ') from public.standing"),
                 QString::number(winners.front()));
        QCOMPARE(valueOf(m_conninfo, "select count(*) from guard.check()"), QStringLiteral("0"));
        const int waiting = qEnvironmentVariableIsSet("POLDER_CROWD_MS")
                                ? qEnvironmentVariableIntValue("POLDER_CROWD_MS")
                                : 1000; // more under a sanitizer or on a busy machine
        // Fifty that plan at once on a few cores take each other's caches: twice what one alone would.
        const auto longest = waiting + 2 * planning.count() * crowd / std::max(1U, std::thread::hardware_concurrency());
        QVERIFY2(times.back().count() <= longest,
                 qPrintable(QStringLiteral("%1 ms, at most %2").arg(times.back().count()).arg(longest)));
    }

private slots:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_conninfo = m_cluster->freshDatabase();
        runSql(m_conninfo, read(QStringLiteral("house.sql")));
        runSql(m_conninfo, read(QStringLiteral("crowd.sql")));
    }

    void init() { runSql(m_conninfo, "do $$ begin perform public.new_house(); perform public.new_crowd(50); end $$"); }

    void oneSlot_data() {
        QTest::addColumn<bool>("warm");
        QTest::newRow("connections that have booked before") << true;
        QTest::newRow("fresh connections") << false;
    }

    void oneSlot() {
        QFETCH(const bool, warm);
        const int before = deadlocks();
        const auto elsewhere = [](DatabaseConnection &connection, int n) {
            return asked(connection, "select public.try_elsewhere($1::int)", n);
        };
        const milliseconds planning = warm ? milliseconds{0} : takesAlone(m_conninfo, elsewhere);
        QVERIFY(planning.count() >= 0);
        const auto answers = askAtOnce(
            m_conninfo,
            [&, warm](DatabaseConnection &connection, int n) { return warm ? elsewhere(connection, n) : std::nullopt; },
            [](DatabaseConnection &connection, int n) {
                return asked(
                    connection,
                    "insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids) "
                    "select device, 'installed', '[2026-02-01,2028-01-01)', r1, 0, array[outlet] "
                    "from public.house, public.crowd where n = $1::int",
                    n);
            });
        judge(warm ? "INSERT, connections that have booked before" : "INSERT, fresh connections", answers, planning);
        QCOMPARE(deadlocks(), before);
    }

    void oneHold_data() { oneSlot_data(); }

    /// Each has a request of its own, and none names outlets: they are chosen once it is one's turn.
    void oneHold() {
        QFETCH(const bool, warm);
        const int before = deadlocks();
        std::vector<int> requests;
        const auto rows = connectTo(m_conninfo)->query("select request from public.crowd order by n");
        QVERIFY(rows);
        for (int n = 0; n < crowd; ++n) {
            requests.push_back(static_cast<int>(rows->number(n, 0).value_or(0)));
        }
        const auto hold = [&requests](DatabaseConnection &connection, int n,
                                      const QString &rack) -> std::optional<Error> {
            const QJsonArray places{QJsonObject{{QStringLiteral("rack"), rack}, {QStringLiteral("unit"), 1}}};
            Intention wanted;
            wanted.name = QStringLiteral("hold");
            wanted.arguments = {{QStringLiteral("request"), requests[n]},
                                {QStringLiteral("item"), 1},
                                {QStringLiteral("places"), places}};
            const auto held = callIntention(connection, wanted, 0);
            return held ? std::nullopt : std::optional(held.error());
        };
        const auto elsewhere = [&hold](DatabaseConnection &connection, int n) -> std::optional<Error> {
            if (const Status begun = connection.run("begin"); !begun) {
                return begun.error();
            }
            if (auto refused = hold(connection, n, QStringLiteral("DC/HALL/R2"))) {
                return refused;
            }
            const Status ended = connection.run("rollback");
            return ended ? std::nullopt : std::optional(ended.error());
        };
        const QString asPerson = m_cluster->as(QStringLiteral("p_one"), m_conninfo);
        const milliseconds planning = warm ? milliseconds{0} : takesAlone(asPerson, elsewhere);
        QVERIFY(planning.count() >= 0);
        const auto answers = askAtOnce(
            asPerson,
            [&, warm](DatabaseConnection &connection, int n) { return warm ? elsewhere(connection, n) : std::nullopt; },
            [&](DatabaseConnection &connection, int n) { return hold(connection, n, QStringLiteral("DC/HALL/R1")); });
        judge(warm ? "api.hold, connections that have booked before" : "api.hold, fresh connections", answers,
              planning);
        QCOMPARE(deadlocks(), before);
    }
};

QTEST_GUILESS_MAIN(TestCrowd)
#include "tst_crowd.moc"
