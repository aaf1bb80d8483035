#include "anydrawing.h"

#include "model/engine/additions.h"
#include "model/engine/estate.h"

#include <QRandomGenerator>
#include <QTest>

#include <cstring>

using namespace polder;
using namespace polder::test;

/// An estate that is made with the one before says the same as one that is made anew, and shares what did not change.
class EstateTest : public QObject {
    Q_OBJECT

    /// The same steps at the same place in memory.
    static bool isOne(const Steps &a, const Steps &b) { return std::memcmp(&a, &b, sizeof a) == 0; }

    static void compare(const Estate &is, const Estate &should) {
        QCOMPARE(is.nodeCount(), should.nodeCount());
        for (int node = 0; node < static_cast<int>(is.nodeCount()); ++node) {
            QCOMPARE(is.worstLoad(node), should.worstLoad(node));
            QCOMPARE(is.failovers(node).size(), should.failovers(node).size());
            for (int day = -200; day < 400; day += 3) {
                QCOMPARE(is.timeline(node).on({day}), should.timeline(node).on({day}));
                const Period during{{day}, {day + 100}};
                QCOMPARE(is.peak(node, during), should.peak(node, during));
                for (std::size_t i = 0; i < is.failovers(node).size(); ++i) {
                    QCOMPARE(is.failovers(node)[i].source, should.failovers(node)[i].source);
                    QCOMPARE(is.failovers(node)[i].extra.on({day}), should.failovers(node)[i].extra.on({day}));
                }
            }
        }
    }

private Q_SLOTS:
    void withTheOneBefore() {
        QRandomGenerator random(2611);
        int shared = 0;
        for (int round = 0; round < 40; ++round) {
            std::vector<Drawn> drawn;
            const auto drawing = anyDrawing(random, drawn);
            auto before = std::make_unique<const Estate>(spread(drawing));
            Booking more = drawn.at(random.bounded(static_cast<int>(drawn.size()))).booking;
            more.during = {{random.bounded(300) - 150}, {random.bounded(300) + 160}};
            const Estate with = withBookings(*before, std::array{more});
            for (int node = 0; node < static_cast<int>(with.nodeCount()); ++node) {
                const bool same = with.snapshot().ledger.stepsOf(with.idOf(node)) ==
                                  before->snapshot().ledger.stepsOf(with.idOf(node));
                const bool one = isOne(with.normal(node), before->normal(node));
                QCOMPARE(one, same);
                shared += !with.normal(node).empty() && one;
            }
            before.reset(); // what is shared stays
            compare(with, Estate(with.shared()));
        }
        QVERIFY(shared > 100);
    }
};

QTEST_APPLESS_MAIN(EstateTest)
#include "tst_estate.moc"
