#include <QTest> // first: moc 6.4 cannot read <chrono> by itself

#include "model/engine/packing/packing.h"
#include "tests/support/packinginstances.h"

#include <algorithm>
#include <random>

using namespace polder::packing;
using namespace polder::test;
using namespace std::chrono_literals;

namespace {

Deadline in(std::chrono::milliseconds time) {
    return std::chrono::steady_clock::now() + time;
}

/// The fewest bins, by trying every way to fill them.
int fewestBins(const Instance &instance) {
    const std::size_t dimensions = instance.capacity.size();
    std::vector<std::vector<std::int64_t>> load;
    int best = static_cast<int>(instance.items.size());
    const auto place = [&](const auto &self, std::size_t item) -> void {
        if (static_cast<int>(load.size()) >= best) {
            return;
        }
        if (item == instance.items.size()) {
            best = static_cast<int>(load.size());
            return;
        }
        const auto add = [&](std::vector<std::int64_t> &bin, int sign) {
            bool fits = true;
            for (std::size_t j = 0; j < dimensions; ++j) {
                bin[j] += sign * std::int64_t{instance.items[item][j]};
                fits &= bin[j] <= instance.capacity[j];
            }
            return fits;
        };
        for (std::size_t b = 0; b < load.size(); ++b) {
            if (add(load[b], 1)) {
                self(self, item + 1);
            }
            add(load[b], -1);
        }
        load.emplace_back(dimensions, 0);
        add(load.back(), 1);
        self(self, item + 1);
        load.pop_back();
    };
    place(place, 0);
    return best;
}

/// Few and large capacities, dimensions that nobody uses, items of no size.
Instance drawn(std::mt19937 &random, int mostItems) {
    const auto number = [&random](int least, int most) {
        return least + static_cast<int>(random() % (static_cast<unsigned>(most) - static_cast<unsigned>(least) + 1U));
    };
    static const std::vector<Size> capacities{0, 1, 7, 10, 100, 127, 128, 30'000, 2'147'483'647};
    Instance instance;
    const int dimensions = number(1, 5);
    for (int j = 0; j < dimensions; ++j) {
        instance.capacity.push_back(capacities[number(0, static_cast<int>(capacities.size()) - 1)]);
    }
    const int part = number(1, 4); // items of up to the whole bin, or of up to a quarter
    const int items = number(0, mostItems);
    for (int i = 0; i < items; ++i) {
        auto &item = instance.items.emplace_back();
        for (const Size capacity : instance.capacity) {
            item.push_back(number(0, 9) == 0 ? 0 : number(0, capacity / part));
        }
    }
    return instance;
}

/// Far too many combinations for anybody.
Instance tooMuch(int items) {
    std::mt19937 random(1);
    Instance instance{{1000, 1000, 1000, 1000, 1000}, {}};
    for (int i = 0; i < items; ++i) {
        auto &item = instance.items.emplace_back();
        for (int j = 0; j < 5; ++j) {
            item.push_back(static_cast<Size>(20 + random() % 400));
        }
    }
    return instance;
}

QByteArray errorIn(const Instance &instance, const Packing &packing) {
    return QByteArray::fromStdString(errorOf(instance, packing).value_or(std::string()));
}

} // namespace

class TestPacking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAndLittle() {
        QCOMPARE(solve({{10}, {}}, in(1s)), (Packing{{}, 0, 0, Status::Optimal}));
        QCOMPARE(solve({{10}, {{0}, {0}}}, in(1s)), (Packing{{0, 0}, 1, 1, Status::Optimal}));
        QCOMPARE(solve({{0}, {{0}}}, in(1s)), (Packing{{0}, 1, 1, Status::Optimal}));
        QCOMPARE(solve({{10, 10}, {{10, 0}, {0, 10}}}, in(1s)), (Packing{{0, 0}, 1, 1, Status::Optimal}));
        QCOMPARE(solve({{10, 10}, {{10, 0}, {1, 10}}}, in(1s)).bins, 2);
    }

    void faults() {
        QVERIFY(!faultOf({{10, 0}, {{10, 0}}}));
        QVERIFY(faultOf({{}, {}}));
        QCOMPARE(faultOf({{10, -1}, {}})->dimension, 1);
        QCOMPARE(faultOf({{10}, {{3}, {3, 3}}})->item, 1);
        QCOMPARE(faultOf({{10}, {{3}, {-1}}})->item, 1);
        const auto large = faultOf({{10, 10}, {{3, 3}, {10, 10}, {3, 11}}});
        QCOMPARE(large->item, 2);
        QCOMPARE(large->dimension, 1);
    }

    /// The checker of all the other tests.
    void checker() {
        const Instance instance{{10, 5}, {{6, 1}, {4, 4}, {1, 1}}};
        QCOMPARE(errorIn(instance, {{0, 0, 1}, 2, 2, Status::Optimal}), QByteArray());
        QVERIFY(errorIn(instance, {{0, 0, 0}, 1, 1, Status::Feasible}).contains("bin 0 is over"));
        QVERIFY(errorIn(instance, {{0, 0}, 1, 1, Status::Feasible}).contains("one bin"));
        QVERIFY(errorIn(instance, {{0, 0, 2}, 2, 2, Status::Feasible}).contains("item 2"));
        QVERIFY(errorIn(instance, {{0, 0, -1}, 2, 2, Status::Feasible}).contains("item 2"));
        QVERIFY(errorIn(instance, {{0, 0, 2}, 3, 2, Status::Feasible}).contains("bin 1 is empty"));
        QVERIFY(errorIn(instance, {{0, 0, 1}, 2, 3, Status::Feasible}).contains("bound"));
        QVERIFY(errorIn(instance, {{0, 0, 1}, 2, 1, Status::Optimal}).contains("optimal"));
    }

    /// Small enough for every way: the answer is the optimum, and proved.
    void exhaustive() {
        std::mt19937 random(20261128);
        for (int round = 0; round < 600; ++round) {
            const Instance instance = drawn(random, 9);
            const Packing packing = solve(instance, in(5s));
            QCOMPARE(errorIn(instance, packing), QByteArray());
            QCOMPARE(packing.bins, instance.items.empty() ? 0 : fewestBins(instance));
            QCOMPARE(packing.status, Status::Optimal);
        }
    }

    /// Where it has hardly any time it still packs, and no bound is above the optimum.
    void inNoTime() {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            const Instance instance = drawn(random, 9);
            const Packing packing = solve(instance, in(std::chrono::milliseconds(round % 2)));
            QCOMPARE(errorIn(instance, packing), QByteArray());
            QVERIFY(packing.lowerBound <= (instance.items.empty() ? 0 : fewestBins(instance)));
        }
    }

    void theSameAgain() {
        std::mt19937 random(3);
        for (int round = 0; round < 20; ++round) {
            const Instance instance = drawn(random, 30);
            const Packing packing = solve(instance, in(60s));
            if (packing.status == Status::Optimal) { // otherwise time decided
                QCOMPARE(solve(instance, in(50s)), packing);
            }
        }
    }

    void stops() {
        const Instance instance = tooMuch(300);
        std::stop_source source;
        int told = 0;
        int lastBins = 0;
        const auto started = std::chrono::steady_clock::now();
        const Packing packing = solve(instance, in(10min), source.get_token(), [&](int bins, int lowerBound) {
            QVERIFY(told == 0 || bins <= lastBins);
            QVERIFY(lowerBound <= bins || bins == 0);
            lastBins = bins;
            if (++told == 3) {
                source.request_stop();
            }
        });
        QCOMPARE(errorIn(instance, packing), QByteArray());
        QVERIFY(told >= 3);
        QVERIFY(std::chrono::steady_clock::now() - started < 60s);
    }

    /// Thousands of items: the deadline holds, in whatever it is busy with.
    void deadline_data() {
        QTest::addColumn<int>("items");
        for (const int items : {500, 1990, 10'000, 100'000}) {
            QTest::newRow(qPrintable(QString::number(items))) << items;
        }
    }
    void deadline() {
        QFETCH(int, items);
        const Instance instance = tooMuch(items);
        const auto started = std::chrono::steady_clock::now();
        const Packing packing = solve(instance, started + 500ms);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
        qInfo("%d items: %.3f s, %d bins, at least %d", items, taken.count(), packing.bins, packing.lowerBound);
        QCOMPARE(errorIn(instance, packing), QByteArray());
        QVERIFY(taken < 5s); // others use the machine too
    }

    /// Never better than the optimum, never called optimal above it.
    void knownOptima() {
        const auto all = publicInstances();
        if (all.empty()) {
            QSKIP("The public instances are not here (POLDER_SHARED_DATA).");
        }
        int above = 0;
        for (std::size_t k = 0; k < all.size(); k += 20) {
            const PublicInstance &one = all[k];
            const Packing packing = solve(one.instance, in(5ms));
            QCOMPARE(errorIn(one.instance, packing), QByteArray());
            QVERIFY2(packing.bins >= one.optimum && packing.lowerBound <= one.optimum, qPrintable(one.name));
            QVERIFY2(packing.status == Status::Feasible || packing.bins == one.optimum, qPrintable(one.name));
            above += packing.bins > one.optimum;
        }
        QVERIFY(above > 0); // else the line before has judged nothing
    }
};

QTEST_APPLESS_MAIN(TestPacking)
#include "tst_packing.moc"
