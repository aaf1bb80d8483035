#include "drawing.h"

#include "model/engine/nearmiss.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// What would have to change: the least of it, and true.
class TestNearMiss : public QObject {
    Q_OBJECT

private:
    static Wanted want(Height height, Period during = {{10}, {20}}) {
        Wanted wanted;
        wanted.item.height = height;
        wanted.during = during;
        return wanted;
    }
    static Booking device(const Drawing &drawing, Height position, Height height, Period during) {
        Booking booking;
        booking.item.height = height;
        booking.rack = drawing.rack(u"R1"_qs);
        booking.position = position;
        booking.during = during;
        return booking;
    }
    static std::vector<NearMiss> missesOf(const Estate &estate, const Wanted &wanted, std::size_t count = 5) {
        return nearMisses(estate, wanted, findSpace(estate, wanted).refused, count);
    }
    static bool fits(const Estate &estate, Wanted wanted, RackId rack) {
        wanted.rack = rack;
        return !findSpace(estate, wanted).proposals.empty();
    }

    /// An instrument of 1,000 x 600 mm in the room of a drawing, made 1,000 x 800 mm.
    static Wanted instrument(Snapshot &record) {
        std::vector<Room> rooms(record.rooms.begin(), record.rooms.end());
        rooms.front().width = {1000};
        rooms.front().depth = {800};
        record.rooms = Table<Room>(std::move(rooms));
        record.racks = {};
        Wanted wanted;
        wanted.item.floorStanding = true;
        wanted.item.height = {0};
        wanted.item.bodyWidth = 1000_mm;
        wanted.item.depth = 600_mm;
        wanted.during = {{10}, {20}};
        return wanted;
    }
    static std::vector<NearFloor> floorMissesOf(const Snapshot &record, const Wanted &wanted) {
        const Estate estate(std::make_shared<const Snapshot>(record));
        return nearFloors(estate, wanted, findFloor(estate, wanted).refused, 5);
    }

private Q_SLOTS:
    void onTheFloorFromALaterDay() {
        Snapshot record(*Drawing(u"   R1\n 1 ."_qs).snapshot());
        const auto wanted = instrument(record);
        record.floorOccupancy = Table<FloorOccupied>(
            {{{1}, {0, 0, 500, 0, 500, 500, 0, 500}, {0, 0, 500, 0, 500, 500, 0, 500}, {{0}, {15}}}});
        const auto misses = floorMissesOf(record, wanted);
        QCOMPARE(misses.size(), 1U);
        QCOMPARE(misses[0].from->number, 15);
    }

    void onTheFloorSmallerOrWithoutClearance() {
        Snapshot record(*Drawing(u"   R1\n 1 ."_qs).snapshot());
        auto wanted = instrument(record);
        wanted.item.clearance.front = 200_mm; // just fits
        QVERIFY(floorMissesOf(record, wanted).empty());
        wanted.item.clearance.front = 230_mm;
        const auto misses = floorMissesOf(record, wanted);
        QCOMPARE(misses.size(), 1U);
        QCOMPARE(misses[0].smaller->mm, 30);
        QVERIFY(misses[0].withoutClearance);
        QVERIFY(!misses[0].from && !misses[0].lessDraw && !misses[0].lessWeight);
        wanted.item.clearance = {};
        wanted.item.depth = 841_mm;
        const auto deep = floorMissesOf(record, wanted);
        QCOMPARE(deep[0].smaller->mm, 50); // in steps of 10
        QVERIFY(!deep[0].withoutClearance);
    }

    void onTheFloorWithLess() {
        Drawing drawing(u"   R1\n 1 ."_qs);
        drawing.chain(u"rack_pdu"_qs, u"floor A"_qs, u"feed A"_qs, u"A"_qs, u"R1"_qs).limit(u"floor A"_qs, 500'000);
        Snapshot record(*drawing.snapshot());
        auto wanted = instrument(record);
        std::vector<Node> nodes(record.nodes.begin(), record.nodes.end());
        for (auto &node : nodes) {
            if (node.name == u"floor A") {
                node.rack = {};
                node.room = {1};
            }
        }
        record.nodes = Table<Node>(std::move(nodes));
        std::vector<Room> rooms(record.rooms.begin(), record.rooms.end());
        rooms.front().floorClass = 1; // 2 kN on a tile: a third of 611.6 kg
        record.rooms = Table<Room>(std::move(rooms));
        wanted.item.cords = 1;
        wanted.item.draw = Power{680'000};
        const auto power = floorMissesOf(record, wanted);
        QCOMPARE(power.size(), 1U);
        QCOMPARE(power[0].lessDraw->milliwatts, 180'000);
        wanted.item.draw = Power{500'000};
        wanted.item.weight = 700_kg;
        const auto heavy = floorMissesOf(record, wanted);
        QCOMPARE(heavy.size(), 1U);
        auto lighter = wanted;
        lighter.item.weight->grams -= heavy[0].lessWeight->grams;
        QVERIFY(floorMissesOf(record, lighter).empty());
        lighter.item.weight->grams += 100;
        QCOMPARE(floorMissesOf(record, lighter)[0].lessWeight->grams, 100);
    }

    void fromALaterDay() {
        Drawing drawing(u"   R1\n 2 X\n 1 ."_qs);
        drawing.place({1}, device(drawing, {}, 1_U, {{0}, {15}}));
        const auto misses = missesOf(drawing.estate(), want(1_U));
        QCOMPARE(misses.size(), 1);
        QCOMPARE(misses[0].from->number, 15);
        QVERIFY(!misses[0].move && !misses[0].lessDraw && !misses[0].lessWeight);
    }

    void withLess() {
        Drawing drawing(u"   R1\n 2 .\n 1 ."_qs);
        drawing.limit(u"R1 A"_qs, 500'000).limit(u"R1 B"_qs, 500'000).limit(u"R1 mass"_qs, 20'000);
        auto wanted = want(1_U);
        wanted.item.draw = Power{680'000}; // alone on a side when the other one fails
        wanted.item.cords = 2;
        const auto power = missesOf(drawing.estate(), wanted);
        QCOMPARE(power.size(), 1);
        QCOMPARE(power[0].lessDraw->milliwatts, 180'000);
        wanted.item.draw = 100_W;
        wanted.item.weight = Mass{20'050};
        const auto mass = missesOf(drawing.estate(), wanted);
        QCOMPARE(mass.size(), 1);
        QCOMPARE(mass[0].lessWeight->grams, 100);
        QVERIFY(!mass[0].lessDraw && !mass[0].from);
        // Two things are missing: no single change helps.
        wanted.item.draw = Power{680'000};
        QCOMPARE(missesOf(drawing.estate(), wanted).size(), 0);
    }

    void onceAnotherHasMoved() {
        Drawing drawing(u"   R1\n 5 .\n 4 .\n 3 .\n 2 .\n 1 ."_qs);
        drawing.place({1}, device(drawing, {4}, 1_U, {{0}, Day::never()})); // U3: above it two, below it two
        const auto misses = missesOf(drawing.estate(), want(3_U));
        QCOMPARE(misses.size(), 1);
        QCOMPARE(misses[0].move->placement.value, 1);
        QCOMPARE(misses[0].move->from.halfUnits, 4);
        QCOMPARE(misses[0].move->to.halfUnits, 6); // one up; the lowest three are free then
        QVERIFY(!misses[0].from);
        QCOMPARE(missesOf(drawing.estate(), want(5_U)).size(), 0);
    }

    /// What blows the other way stands at the rear, where nobody is asked to move.
    void notForWhatStandsAtTheRear() {
        Drawing drawing(u"   R1\n 5 .\n 4 .\n 3 .\n 2 .\n 1 ."_qs);
        drawing.place({1}, device(drawing, {4}, 1_U, {{0}, Day::never()}));
        auto wanted = want(3_U);
        wanted.item.airflow = u"rear-to-front"_qs;
        QCOMPARE(missesOf(drawing.estate(), wanted).size(), 0);
    }

    void thoseThatLackLeastComeFirst() {
        Drawing drawing(u"   R1 R2\n 1 X  ."_qs);
        drawing.limit(u"R1 mass"_qs, 10'000).limit(u"R2 mass"_qs, 10'000);
        auto wanted = want(1_U);
        wanted.item.weight = Mass{11'000};
        const auto misses = missesOf(drawing.estate(), wanted, 1);
        QCOMPARE(misses.size(), 1);
        QCOMPARE(misses[0].rack, drawing.rack(u"R2"_qs));
        QCOMPARE(misses[0].lessWeight->grams, 1'000);
    }

    /// Applied, each opens its rack; a day earlier, a watt or 100 g more does not.
    void trueOnDrawnEstates() {
        QRandomGenerator random(2612);
        int later = 0;
        int less = 0;
        int moves = 0;
        for (int round = 0; round < 200; ++round) {
            Drawing drawing(u"  R1\n6 .\n5 .\n4 .\n3 .\n2 .\n1 ."_qs);
            drawing.limit(u"R1 A"_qs, 900'000).limit(u"R1 B"_qs, 900'000).limit(u"R1 mass"_qs, 60'000);
            std::vector<Booking> standing;
            for (int i = 0; i < 5; ++i) {
                const int from = random.bounded(20);
                auto booking = device(drawing, {2 * random.bounded(6)}, {2 * (1 + random.bounded(2))},
                                      {{from}, {from + 5 + random.bounded(40)}});
                booking.item.draw = Power{100'000 * (1 + random.bounded(3))};
                booking.item.weight = Mass{5'000 * (1 + random.bounded(4))};
                booking.cords = {drawing.cord(u"R1 A"_qs, QString::number(i + 1)),
                                 drawing.cord(u"R1 B"_qs, QString::number(i + 1))};
                const auto estate = drawing.estate();
                if (checkBooking(estate, estate, booking).empty()) {
                    drawing.place({i + 1}, booking);
                    standing.push_back(booking);
                }
            }
            const auto estate = drawing.estate();
            auto wanted = want({2 * (1 + random.bounded(4))}, {{10}, {10 + 1 + random.bounded(30)}});
            wanted.item.draw = Power{50'000 + 1'000 * random.bounded(700)};
            wanted.item.weight = Mass{1'000 + 100 * random.bounded(400)};
            wanted.item.cords = 2;
            for (const auto &miss : missesOf(estate, wanted)) {
                if (miss.from) {
                    ++later;
                    for (int day = wanted.during.from.number + 1; day <= miss.from->number; ++day) {
                        auto asked = wanted;
                        asked.during = {{day}, wanted.during.until.plus(day - wanted.during.from.number)};
                        QCOMPARE(fits(estate, asked, miss.rack), day == miss.from->number);
                    }
                }
                if (miss.lessDraw || miss.lessWeight) {
                    ++less;
                    auto asked = wanted;
                    asked.item.draw->milliwatts -= miss.lessDraw ? miss.lessDraw->milliwatts : 0;
                    asked.item.weight->grams -= miss.lessWeight ? miss.lessWeight->grams : 0;
                    QVERIFY(fits(estate, asked, miss.rack));
                    asked.item.draw->milliwatts += miss.lessDraw ? 1'000 : 0;
                    asked.item.weight->grams += miss.lessWeight ? 100 : 0;
                    QVERIFY(!fits(estate, asked, miss.rack));
                }
                if (miss.move) {
                    ++moves;
                    Drawing moved(u"  R1\n6 .\n5 .\n4 .\n3 .\n2 .\n1 ."_qs);
                    moved.limit(u"R1 A"_qs, 900'000).limit(u"R1 B"_qs, 900'000).limit(u"R1 mass"_qs, 60'000);
                    int id = 0;
                    for (auto booking : standing) {
                        ++id;
                        if (booking.position == miss.move->from && booking.during.covers(wanted.during)) {
                            booking.position = miss.move->to;
                        }
                        const auto before = moved.estate();
                        QVERIFY(checkBooking(before, before, booking).empty());
                        moved.place({id}, booking);
                    }
                    QVERIFY(fits(moved.estate(), wanted, miss.rack));
                }
            }
        }
        QVERIFY2(later > 40 && less > 20 && moves > 5, qPrintable(u"%1 %2 %3"_qs.arg(later).arg(less).arg(moves)));
    }
};

QTEST_APPLESS_MAIN(TestNearMiss)
#include "tst_nearmiss.moc"
