#include "drawing.h"

#include "model/engine/capacity.h"

#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// Totals that reconcile, whatever stands in the rack.
class TestCapacity : public QObject {
    Q_OBJECT

private:
    static constexpr Period always{{0}, Day::never()};

    static std::int64_t sum(const Capacity &c) { return c.blocked + c.used + c.held + c.free; }

private Q_SLOTS:
    void aHalfUnitCountsOnce() {
        Drawing drawing(uR"(
               R1
            6  #
            5  <
            4  f
            3  X
            2  .
            1  .  )"_qs);
        Booking rear; // behind what stands in front in U4
        rear.item = {1_U, false, 400_mm, 10_kg, 100_W, 950, {}, {}, {}, {}};
        rear.rack = drawing.rack(u"R1"_qs);
        rear.position = {6};
        rear.face = u"rear"_qs;
        rear.during = always;
        drawing.place({1}, rear);
        Booking held = rear;
        held.position = {0};
        held.face = u"front"_qs;
        held.during = {{5}, {9}};
        drawing.place({2}, held, u"held"_qs);
        const auto estate = drawing.estate();

        const auto before = capacityOn(estate, {4})[0];
        QCOMPARE(before.at(Resource::Space), (Capacity{12, 2, 6, 0, 4}));
        QCOMPARE(before.at(Resource::Mass), (Capacity{1'000'000, 0, 10'000, 0, 990'000}));
        const auto during = capacityOn(estate, {5})[0];
        QCOMPARE(during.at(Resource::Space), (Capacity{12, 2, 6, 2, 2}));
        QCOMPARE(during.at(Resource::Power), (Capacity{10'000'000, 0, 100'000, 100'000, 9'800'000}));
        QCOMPARE(sum(during.at(Resource::Space)), *during.at(Resource::Space).total);
        QCOMPARE(capacityOn(estate, {9})[0].at(Resource::Space), before.at(Resource::Space));
    }

    void neverNegative() {
        Drawing drawing(u"   R1\n 1 ."_qs);
        drawing.load(u"R1 mass"_qs, {1'100'000, 0, 0, 0});
        const auto rack = capacityOn(drawing.estate(), {0})[0];
        QCOMPARE(rack.at(Resource::Mass), (Capacity{1'000'000, 0, 1'100'000, 0, 0}));
        QCOMPARE(rack.binding, Resource::Mass);
    }

    /// The power of a rack is what one side can carry alone.
    void powerIsFailoverSafe() {
        Drawing drawing(u"   R1\n 1 ."_qs);
        drawing.limit(u"R1 A"_qs, 5'000'000, 7'000'000).limit(u"R1 B"_qs, 5'000'000, 6'000'000);
        QCOMPARE(capacityOn(drawing.estate(), {0})[0].at(Resource::Power).total, 6'000'000);
        drawing.limit(u"R1 heat"_qs, 5'500'000);
        QCOMPARE(capacityOn(drawing.estate(), {0})[0].at(Resource::Power).total, 5'500'000);
    }

    void sumsOverRacks() {
        Drawing drawing(u"   R1 R2\n 2 X .\n 1 # f"_qs);
        drawing.forgetLimit(u"R2 mass"_qs);
        const auto racks = capacityOn(drawing.estate(), {0});
        QCOMPARE(racks.size(), 2);
        const auto total = sumOf(racks);
        QCOMPARE(total[0], (Capacity{8, 2, 4, 0, 2}));
        QCOMPARE(total[2].total, 1'000'000); // of R2 nobody knows
        QCOMPARE(racks[0].binding, Resource::Space);
        QCOMPARE(racks[0].at(Resource::Space).permilleTaken(), 1000);
        QCOMPARE(racks[1].at(Resource::Mass).permilleTaken(), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(TestCapacity)
#include "tst_capacity.moc"
