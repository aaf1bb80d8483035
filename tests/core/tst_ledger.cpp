#include "model/core/ledger.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <map>
#include <random>

using namespace polder;

/// Steps come out of the packed ledger as they went in, and are merged as in one sorted list.
class LedgerTest : public QObject {
    Q_OBJECT

    std::mt19937 m_random{20'261'130};

    int upTo(int most) { return std::uniform_int_distribution(0, most)(m_random); }
    /// Mostly nothing or small, now and then as large as it can be.
    std::int64_t number() {
        constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
        switch (upTo(9)) {
        case 0:
            return largest - upTo(3);
        case 1:
            return -largest - 1 + upTo(3);
        case 2:
        case 3:
            return upTo(200) - 100;
        case 4:
            return std::int64_t{500} * (upTo(4000) - 2000);
        default:
            return 0;
        }
    }
    Load load() { return {number(), number(), number(), number()}; }

    using Steps = std::map<std::tuple<NodeId, NodeId, Day>, LedgerStep>;
    static void put(Steps &steps, const LedgerStep &step) { steps[rowOrder(step)] = step; }
    static std::vector<LedgerStep> listOf(const Steps &steps) {
        std::vector<LedgerStep> list;
        for (const auto &[key, step] : steps) {
            list.push_back(step);
        }
        return list;
    }
    LedgerStep anyStep(int nodes) {
        const Day day = upTo(50) == 0 ? (upTo(1) == 0 ? Day::always() : Day::never()) : Day{upTo(8000) - 4000};
        return {{1 + upTo(nodes)}, {upTo(2) == 0 ? 1'000'000 * upTo(2000) : 0}, day, load(), load()};
    }
    Steps anySteps(int count, int nodes) {
        Steps steps;
        for (int i = 0; i < count; ++i) {
            put(steps, anyStep(nodes));
        }
        return steps;
    }

private Q_SLOTS:
    void nothingIsNothing() {
        const Ledger ledger;
        QVERIFY(ledger.empty());
        QCOMPARE(ledger.size(), 0U);
        QVERIFY(ledger.steps().empty());
        QVERIFY(ledger.stepsOf(NodeId{1}).empty());
        QVERIFY(Ledger(std::vector<LedgerStep>()).empty());
    }

    void whatGoesInComesOut() {
        for (int round = 0; round < 50; ++round) {
            const Steps steps = anySteps(1 + upTo(2000), 1 + upTo(200));
            const auto list = listOf(steps);
            const Ledger ledger(list);
            QCOMPARE(ledger.size(), list.size());
            QVERIFY(ledger.steps() == list);
            for (int node = 0; node < 203; ++node) {
                std::vector<LedgerStep> own;
                std::ranges::copy_if(list, std::back_inserter(own),
                                     [&](const LedgerStep &step) { return step.node.value == node; });
                QVERIFY(ledger.stepsOf(NodeId{node}) == own);
            }
        }
    }

    void stepsComeAndGo() {
        Steps steps = anySteps(20'000, 3000);
        Ledger ledger(listOf(steps));
        for (int round = 0; round < 60; ++round) {
            const Ledger before = ledger;
            std::vector<NodeId> nodes;
            for (int i = upTo(5); i >= 0; --i) {
                nodes.push_back({1 + upTo(3100)});
            }
            std::ranges::sort(nodes);
            nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
            const auto isGone = [&](const LedgerStep &step) {
                return std::ranges::binary_search(nodes, step.node) && step.day.number % 3 == round % 3;
            };
            std::erase_if(steps, [&](const auto &one) { return isGone(one.second); });
            Steps fresh;
            for (int i = upTo(20); i > 0; --i) {
                LedgerStep step = anyStep(1);
                step.node = nodes[static_cast<std::size_t>(upTo(static_cast<int>(nodes.size()) - 1))];
                if (!steps.contains(rowOrder(step))) {
                    put(fresh, step);
                }
            }
            ledger = ledger.merged(nodes, listOf(fresh), isGone);
            steps.merge(fresh);
            QVERIFY(ledger.steps() == listOf(steps));
            for (const auto &node : before.nodes()) {
                const bool touched = std::ranges::binary_search(nodes, node.id);
                QVERIFY(touched || ledger.nodes().find(node.id)->sameAs(node));
            }
        }
    }

    void twoAreOne() {
        for (int round = 0; round < 50; ++round) {
            Steps one = anySteps(upTo(500), 100);
            Steps other = anySteps(upTo(500), 150);
            for (const auto &[key, step] : one) {
                other.erase(key);
            }
            const Ledger both = Ledger(listOf(one)).with(Ledger(listOf(other)));
            one.merge(other);
            QVERIFY(both.steps() == listOf(one));
        }
    }

    /// A day's change in a rack takes as much room as its numbers, not as its type.
    void smallNumbersTakeLittle() {
        std::vector<LedgerStep> steps;
        for (int day = 0; day < 1000; ++day) {
            steps.push_back({{1}, {}, {9000 + 3 * day}, {day % 2 == 0 ? 450'000 : -450'000, 0, 0, 0}, {}});
        }
        QVERIFY(Ledger(steps).nodes()[0].bytes() < 6 * 1000 + 10);
    }
};

QTEST_APPLESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
