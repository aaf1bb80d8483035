#include "syntheticestate.h"

#include "model/engine/checks.h"
#include "model/engine/placer.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// 5,000 racks, 100,000 placements: how long a whole answer takes, beside the bare scan of free units.
class BenchSearch : public QObject {
    Q_OBJECT

private:
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

private Q_SLOTS:
    void fiveThousandRacks() {
        const auto snapshot = syntheticEstate(5000, 100'000);
        const double index = medianMilliseconds(3, [&] { QVERIFY(Estate(snapshot).racks().size() == 5000); });
        const Estate estate(snapshot);
        Wanted wanted;
        wanted.item = {4_U, false, 700_mm, 35_kg, 1200_W, 950, 2, u"1"_qs, u"C14"_qs, u"front-to-rear"_qs};
        wanted.during = {{600}, {900}};
        wanted.owner = {1};

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
        SearchResult best;
        wanted.best = 20;
        const double top = medianMilliseconds(9, [&] { best = findSpace(estate, wanted); });
        wanted.best = 0;
        SearchResult result;
        const double search = medianMilliseconds(9, [&] { result = findSpace(estate, wanted); });
        QCOMPARE(result.proposals.size() + result.refused.size(), std::size_t{5000});
        QVERIFY(result.proposals.size() <= std::size_t(fitting));
        QVERIFY(!result.proposals.empty());
        QCOMPARE(best.proposals.size(), std::size_t{20});
        for (std::size_t i = 0; i < best.proposals.size(); ++i) {
            QCOMPARE(best.proposals[i].rack, result.proposals[i].rack);
        }
        qInfo("index %.1f ms; bit scan %.3f ms; free units of the period %.2f ms (x%.0f); the best 20 %.1f ms (x%.0f); "
              "ranked answer with every reason %.1f ms (x%.0f of the scan); %d racks have the units, %d take the item",
              index, scan, gather, gather / scan, top, top / scan, search, search / scan, fitting,
              static_cast<int>(result.proposals.size()));
        // While somebody types: an answer within the pause between two keys.
        QVERIFY2(search < 200, "a search takes longer than a person's pause");
    }
};

QTEST_APPLESS_MAIN(BenchSearch)
#include "tst_searchbench.moc"
