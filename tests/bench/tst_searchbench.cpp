#include "syntheticestate.h"
#include "tests/support/estate.h"
#include "tests/support/testcluster.h"

#include "model/engine/checks.h"
#include "model/engine/placer.h"
#include "model/store/snapshotloader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// How long an answer takes, beside the bare scan of free units, ten times the racks, and one SQL query. What is
/// prepared once for a snapshot, as the desktop does when one arrives, is measured by itself.
class BenchSearch : public QObject {
    Q_OBJECT

    double m_best = 0; ///< ms, with 5,000 racks
    double m_reasons = 0;

private:
    struct Times {
        double best = 0, all = 0, refusing = 0, hard = 0;
        std::size_t asked = 0, refused = 0;
    };

    template <typename Work>
    static double medianMilliseconds(int rounds, Work work) {
        std::vector<double> times;
        for (int i = 0; i < rounds; ++i) {
            QElapsedTimer timer;
            timer.start();
            work();
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::ranges::sort(times);
        return times[times.size() / 2];
    }

    static Wanted ordinary() {
        Wanted wanted;
        wanted.item = {4_U, false, 700_mm, 35_kg, 1200_W, 950, 2, u"1"_qs, u"C14"_qs, u"front-to-rear"_qs};
        wanted.during = {{600}, {900}};
        wanted.owner = {1};
        return wanted;
    }

    /// The best 20 of an ordinary server, then all answers; the same of what nearly every rack refuses.
    static Times measured(const Estate &estate, int rounds) {
        Times times;
        auto wanted = ordinary();
        SearchResult best;
        wanted.best = 20;
        times.best = medianMilliseconds(rounds, [&] { best = findSpace(estate, wanted); });
        wanted.best = 0;
        SearchResult all;
        times.all = medianMilliseconds(rounds, [&] { all = findSpace(estate, wanted); });
        times.asked = all.proposals.size() + all.refused.size();
        for (std::size_t i = 0; i < best.proposals.size(); ++i) {
            if (best.proposals[i].rack != all.proposals[i].rack) {
                qFatal("the best are not the first of all");
            }
        }
        wanted.item.height = 14_U;
        wanted.item.weight = 890_kg;
        times.refusing = medianMilliseconds(rounds, [&] { all = findSpace(estate, wanted); });
        times.refused = all.refused.size();
        wanted.best = 20;
        times.hard = medianMilliseconds(rounds, [&] { best = findSpace(estate, wanted); });
        return times;
    }

private Q_SLOTS:
    void fiveThousandRacks() {
        const auto snapshot = syntheticEstateSeen(5000, 100'000);
        const double index = medianMilliseconds(3, [&] { QVERIFY(Estate(snapshot).racks().size() == 5000); });
        const Estate estate(snapshot);
        const auto wanted = ordinary();
        std::vector<HuMask> masks;
        const double gather = medianMilliseconds(9, [&] {
            masks.clear();
            for (const auto &rack : estate.racks()) {
                const auto like =
                    boxAt(wanted.item, rack, snapshot->policy, {}, u"front"_qs, u"full"_qs, wanted.during);
                masks.push_back(freeUnits(rack, estate.boxes(rack.id), like));
            }
        });
        int fitting = 0;
        const double scan = medianMilliseconds(99, [&] {
            fitting = 0;
            for (const auto &mask : masks) {
                fitting += !(mask.runs(8) & HuMask::wholeUnits()).none();
            }
        });
        const Times times = measured(estate, 21);
        QCOMPARE(times.asked, std::size_t{5000});
        m_best = times.best;
        m_reasons = times.all;
        qInfo(
            "BENCH search of 5,000 racks, 100,000 placements, 5 years, medians: prepared once for a snapshot in %.0f "
            "ms; bit scan %.3f ms; free units of the period %.2f ms (x%.0f); the best 20 %.1f ms (x%.0f of the scan, "
            "aim 5 ms); every rack answered %.1f ms (x%.0f, aim 20 ms); of what %zu racks refuse, the best 20 %.1f ms, "
            "all reasons %.1f ms; %d racks have the units",
            index, scan, gather, gather / scan, times.best, times.best / scan, times.all, times.all / scan,
            times.refused, times.hard, times.refusing, fitting);
        // While somebody types: an answer within the pause between two keys.
        QVERIFY2(times.all < 200, "a search takes longer than a person's pause");
    }

    void tenTimesTheRacks() {
        const Estate estate(syntheticEstateSeen(50'000, 1'000'000));
        const Times times = measured(estate, 5);
        QCOMPARE(times.asked, std::size_t{50'000});
        qInfo("BENCH search of 50,000 racks, 1,000,000 placements: the best 20 %.1f ms (x%.1f of 5,000 racks, aim 10), "
              "every rack answered %.1f ms (x%.1f); of what %zu racks refuse, the best 20 %.1f ms, all reasons %.1f ms",
              times.best, times.best / m_best, times.all, times.all / m_reasons, times.refused, times.hard,
              times.refusing);
    }

    /// A generated estate of 1,000 racks, so that the run does not take minutes more; both sides get the same one.
    void besideOneQuery() {
        TestCluster cluster;
        const QString database = cluster.freshDatabase();
        runSql(database, "select guard.generate_estate(1000, 20000, 1)");
        runSql(database, "vacuum analyze");
        const auto connection = connectTo(database);
        const auto snapshot = loadSnapshot(*connection);
        QVERIFY(snapshot);
        const Estate estate(*snapshot);
        auto wanted = ordinary();
        wanted.during = {(*snapshot)->today.plus(30), (*snapshot)->today.plus(30 + 1826)};
        wanted.best = 20;
        SearchResult best;
        const double engine = medianMilliseconds(21, [&] { best = findSpace(estate, wanted); });
        wanted.best = 0;
        const double reasons = medianMilliseconds(21, [&] { best = findSpace(estate, wanted); });

        QFile file(QStringLiteral(POLDER_SOURCE_DIR "/tests/bench/search.sql"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sql = file.readAll();
        const auto date = [](Day day) { return day.toDate().toString(Qt::ISODate).toLatin1(); };
        int found = 0;
        const double query = medianMilliseconds(5, [&] {
            const auto rows = connection->query(
                sql, {QByteArray::number(wanted.owner.value), date(wanted.during.from), date(wanted.during.until)});
            if (!rows) {
                qFatal("%s", qPrintable(rows.error().detail));
            }
            found = rows->count();
        });
        qInfo(
            "BENCH search of 1,000 generated racks, 20,000 devices, 5 years: one SQL query, without failures, phases, "
            "outlets and reasons, %.1f ms (%d racks); the best 20 %.2f ms (the query takes x%.0f), every rack answered "
            "%.2f ms (x%.0f); %zu racks take it",
            query, found, engine, query / engine, reasons, query / reasons, best.proposals.size());
        QVERIFY(!best.proposals.empty());
        QCOMPARE(found, 20);
        QVERIFY2(engine < query, "one SQL query is quicker");
    }
};

QTEST_GUILESS_MAIN(BenchSearch)
#include "tst_searchbench.moc"
