#include "psqlcopy.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"

#include "model/live/databaselive.h"
#include "model/store/snapshotloader.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace polder;
using namespace polder::test;

/// Loading against psql's COPY of the same columns, and the way of a commit to another client. Prints what it measured,
/// each against its limit, in one run; the limits are medians.
class SnapshotBench : public QObject {
    Q_OBJECT

    static constexpr double loadLimit = 2.0;    ///< times psql
    static constexpr double commitLimit = 50.0; ///< ms

    std::unique_ptr<TestCluster> m_cluster;
    QString m_estate; ///< 5,000 racks, 100,000 devices

    static double median(std::vector<double> times) {
        std::ranges::sort(times);
        return times[times.size() / 2];
    }

private Q_SLOTS:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_estate = m_cluster->freshDatabase();
        runSql(m_estate, "select guard.generate_estate(5000, 100000, 1)");
        runSql(m_estate, "vacuum analyze");
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void loadingIsNotTwiceAsSlowAsPsql() {
        const auto connection = connectTo(m_estate);
        std::vector<double> ours, theirs;
        std::size_t placements = 0, steps = 0;
        for (int round = 0; round < 5; ++round) {
            QElapsedTimer timer;
            timer.start();
            const auto snapshot = loadSnapshot(*connection);
            ours.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QVERIFY(snapshot);
            placements = (*snapshot)->placements.size();
            steps = (*snapshot)->ledger.size();
            theirs.push_back(psqlCopy(m_estate));
        }
        const double ratio = median(ours) / median(theirs);
        std::printf(
            "BENCH snapshot of %zu placements, %zu ledger steps: %.0f ms, psql COPY %.0f ms, ratio %.2f (limit %.1f)\n",
            placements, steps, median(ours), median(theirs), ratio, loadLimit);
        QCOMPARE(placements, 100'000U);
        QVERIFY(ratio <= loadLimit);
    }

    void aCommitIsSoonInTheOthersSnapshot_data() {
        QTest::addColumn<int>("racks");
        QTest::addColumn<int>("devices");
        QTest::newRow("two institutions") << 190 << 2'400;
        QTest::newRow("500 racks") << 500 << 10'000;
        QTest::newRow("5,000 racks") << 5'000 << 100'000;
    }
    void aCommitIsSoonInTheOthersSnapshot() {
        QFETCH(int, racks);
        QFETCH(int, devices);
        QString database = m_estate;
        if (devices != 100'000) {
            database = m_cluster->freshDatabase();
            runSql(database,
                   QStringLiteral("select guard.generate_estate(%1, %2, 1)").arg(racks).arg(devices).toUtf8());
            runSql(database, "vacuum analyze");
        }
        // Not the superuser, whom row-level security lets by.
        const QString manager = valueOf(database, "select login from polder.person order by id limit 1");
        const auto live = openDatabaseLive({.conninfo = database, .user = manager, .where = {}});
        TRY_COMPARE(live->connection().state, Connection::State::Online);
        const auto other = connectTo(database);
        const PlacementId placement = live->snapshot()->placements.begin()->id;
        const QByteArray longer =
            "update polder.placement set during = daterange(lower(during), upper(during) - 1) where id = " +
            QByteArray::number(placement.value);
        std::vector<double> times;
        for (int round = 0; round < 21; ++round) {
            const std::int64_t before = live->snapshot()->generation;
            QVERIFY(other->run(longer));
            QElapsedTimer sinceCommit;
            sinceCommit.start();
            while (live->snapshot()->generation == before) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            times.push_back(static_cast<double>(sinceCommit.nsecsElapsed()) / 1e6);
        }
        std::printf("BENCH commit to the other's snapshot, %d devices, %zu ledger steps: median %.1f ms, worst %.1f ms "
                    "(limit %.0f)\n",
                    devices, live->snapshot()->ledger.size(), median(times), std::ranges::max(times), commitLimit);
        QVERIFY(median(times) <= commitLimit);
    }
};

QTEST_GUILESS_MAIN(SnapshotBench)
#include "tst_snapshotbench.moc"
