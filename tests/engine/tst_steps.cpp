#include "model/engine/steps.h"

#include <QTest>

#include <algorithm>

using namespace polder;

/// Packed steps are the steps that went in, in each of the forms that they are kept in.
class StepsTest : public QObject {
    Q_OBJECT

    static constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    static constexpr std::int64_t least = std::numeric_limits<std::int32_t>::min();

    static void compare(const std::vector<Step> &steps) {
        const PackedSteps packed{Steps(steps)};
        const Steps view = packed.view();
        QCOMPARE(view.size(), steps.size());
        std::size_t at = 0;
        for (const Step step : view) {
            QCOMPARE(step.from.number, steps[at].from.number);
            QCOMPARE(step.level, steps[at].level);
            QCOMPARE(view.day(at).number, steps[at].from.number);
            QCOMPARE(view.main(at), steps[at].level.main);
            QCOMPARE(view.level(at), steps[at].level);
            QCOMPARE(levelOn(view, steps[at].from), steps[at].level);
            QCOMPARE(levelOn(view, steps[at].from.plus(-1)), at == 0 ? Load{} : steps[at - 1].level);
            const Steps rest = view.subspan(at);
            QCOMPARE(rest.size(), steps.size() - at);
            QCOMPARE(rest.front().level, steps[at].level);
            QCOMPARE(rest.back().level, steps.back().level);
            ++at;
        }
        const auto found = std::ranges::lower_bound(view, steps.back().from, {}, &Step::from);
        QCOMPARE(found - view.begin(), std::ssize(steps) - 1);
        QCOMPARE(found->level, steps.back().level);
    }

private slots:
    void noSteps() {
        QVERIFY(PackedSteps().view().empty());
        QVERIFY(PackedSteps(Steps()).view().empty());
        QCOMPARE(levelOn({}, Day{0}), Load{});
    }

    void whatGoesInComesOut_data() {
        QTest::addColumn<Load>("last");
        QTest::newRow("plain") << Load{most, 0, 0, 0};
        QTest::newRow("plain, least") << Load{least, 0, 0, 0};
        QTest::newRow("by phase") << Load{3000, 0, 0, most};
        QTest::newRow("by phase, least") << Load{0, least, 0, 0};
        QTest::newRow("larger than small") << Load{most + 1, 0, 0, 0};
        QTest::newRow("smaller than small") << Load{0, 0, least - 1, 0};
        QTest::newRow("large in a phase") << Load{1, 2, 3, most + 1};
    }
    void whatGoesInComesOut() {
        QFETCH(const Load, last);
        compare({{Day{-5}, {1, 0, 0, 0}}, {Day{0}, {}}, {Day{7}, {250, 0, 0, 0}}, {Day{9}, last}});
    }

    void theLeastMemory() {
        QCOMPARE(sizeof(PlainStep), 8U);
        QCOMPARE(sizeof(SmallStep), 20U);
    }
};

QTEST_APPLESS_MAIN(StepsTest)
#include "tst_steps.moc"
