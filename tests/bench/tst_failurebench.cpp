#include "syntheticestate.h"

#include "model/engine/booking.h"
#include "model/engine/envelope.h"
#include "model/engine/failover.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using namespace polder;
using namespace polder::test;

/// 5,000 racks, 100,000 devices, five years: each power node and each cooling unit fails in turn. Beside it what it is
/// without an index: for a failure the loads of all devices are added up anew.
class BenchFailure : public QObject {
    Q_OBJECT

private:
    template <typename Work>
    static double milliseconds(int rounds, Work work) {
        std::vector<double> times;
        for (int i = 0; i < rounds; ++i) {
            const auto start = std::clock(); // of this thread alone, whatever else runs on the machine
            work();
            times.push_back(static_cast<double>(std::clock() - start) * 1e3 / CLOCKS_PER_SEC);
        }
        std::ranges::sort(times);
        return times[times.size() / 2];
    }

    /// What every node carries at most when this one fails: each device with its draw on the cords that live.
    static std::vector<std::int64_t> naiveLoads(const Estate &estate, int failed) {
        const auto &snapshot = estate.snapshot();
        std::vector<std::int64_t> loads(estate.nodeCount(), 0);
        for (const auto &placement : snapshot.placements) {
            const auto &equipment = *snapshot.equipment.find(placement.equipment);
            const auto draw = drawOf(equipment, placement, snapshot.policy);
            std::vector<std::span<const int>> living;
            for (const auto &cord : cordsOf(placement, snapshot)) {
                const auto path = estate.path(estate.indexOf(cord.node));
                if (std::ranges::find(path, failed) == path.end()) {
                    living.push_back(path);
                }
            }
            for (const auto &path : living) {
                for (const int node : path) {
                    loads[static_cast<std::size_t>(node)] += draw->milliwatts / std::ssize(living);
                }
            }
        }
        return loads;
    }

private Q_SLOTS:
    void fiveThousandRacks() {
        const Estate estate(syntheticEstateSeen(5000, 100'000));
        constexpr Period fiveYears{{0}, Day::never()};
        EveryFailure every;
        const double all = milliseconds(3, [&] { every = failEach(estate, fiveYears); });
        const double day = milliseconds(3, [&] { QVERIFY(!failEach(estate, {{600}, {601}}).cancelled); });
        const double gathered =
            milliseconds(3, [&] { QVERIFY(!FailureSimulator(estate, fiveYears).headrooms().empty()); });
        QCOMPARE(every.failures.size(), std::size_t{3 + 2 * 500 + 2 * 5000 + 6 * 50});
        QCOMPARE(every.failures[0].down, 100'000); // the supply of all
        qint64 hit = 0;
        std::size_t overloads = 0;
        for (const auto &one : every.failures) {
            hit += one.down + one.weakened;
            overloads += one.overloads.size();
        }
        constexpr int sample = 5;
        std::int64_t heaviest = 0;
        const double naive = milliseconds(1, [&] {
            for (int i = 0; i < sample; ++i) {
                const int failed = every.failures[static_cast<std::size_t>(i * 2000)].failing.nodes[0];
                heaviest = std::max(heaviest, std::ranges::max(naiveLoads(estate, failed)));
            }
        });
        QVERIFY(heaviest > 0);
        const double naiveAll = naive / sample * static_cast<double>(every.failures.size());
        qInfo("each of %zu nodes and units in turn: %.0f ms (%.1f us each; gathering %.0f ms of it); one day %.0f ms; "
              "%lld devices hit, %zu overloads; adding up anew, without dates: %.0f s (x%.0f)",
              every.failures.size(), all, all * 1000 / static_cast<double>(every.failures.size()), gathered, day, hit,
              overloads, naiveAll / 1000, naiveAll / all);
        QVERIFY2(all <= 1000, "losing each node in turn takes more than a second");
        QVERIFY2(naiveAll > 100 * all, "adding up anew is not so much slower");
    }
};

QTEST_APPLESS_MAIN(BenchFailure)
#include "tst_failurebench.moc"
