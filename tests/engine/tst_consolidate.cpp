#include "drawing.h"

#include "model/engine/consolidate.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

namespace {

Booking booking(const Drawing &drawing, const QString &rack, int unit, const QString &outlet, int kilograms = 10) {
    Booking made;
    made.item.height = 1_U;
    made.item.weight = Mass{kilograms * 1000};
    made.item.draw = 200_W;
    made.rack = drawing.rack(rack);
    made.position = {2 * (unit - 1)};
    made.cords = {drawing.cord(rack + u" A"_qs, outlet), drawing.cord(rack + u" B"_qs, outlet)};
    made.during = {{0}, Day::never()};
    return made;
}

Consolidation consolidated(const Drawing &drawing, std::stop_token stop = {}) {
    const std::array rooms{RoomId{1}};
    return consolidate(drawing.snapshot(), rooms, {30}, std::chrono::steady_clock::now() + std::chrono::seconds(20),
                       stop);
}

QStringList movesOf(const Drawing &drawing, const Consolidation &plan) {
    QStringList lines;
    const auto estate = drawing.estate();
    for (const auto &move : plan.moves) {
        lines << u"%1: %2 to %3 U%4"_qs.arg(move.placement.value)
                     .arg(estate.rack(move.from)->code, estate.rack(move.to.placement.rack)->code)
                     .arg(move.to.placement.position->halfUnits / 2 + 1);
    }
    return lines;
}

} // namespace

class TestConsolidate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// R3 has one device, the others two: three racks of four units hold five devices in two, with one move.
    void theFewestMoves() {
        Drawing drawing(u"  R1 R2 R3\n4 . . .\n3 . . .\n2 . . .\n1 . . ."_qs);
        drawing.place({1}, booking(drawing, u"R1"_qs, 1, u"1"_qs)).place({2}, booking(drawing, u"R1"_qs, 2, u"2"_qs));
        drawing.place({3}, booking(drawing, u"R2"_qs, 1, u"1"_qs)).place({4}, booking(drawing, u"R2"_qs, 2, u"2"_qs));
        drawing.place({5}, booking(drawing, u"R3"_qs, 1, u"1"_qs));
        const auto plan = consolidated(drawing);
        QCOMPARE(movesOf(drawing, plan), QStringList{u"5: R3 to R1 U3"_qs});
        QCOMPARE(plan.racksBefore, 3);
        QCOMPARE(plan.racksAfter, 2);
        QCOMPARE(plan.racksBound, 2);
        QCOMPARE(plan.movesBound, 1);
        QVERIFY(plan.isOptimal());
        QVERIFY(isSound(drawing.estate(), plan.moves, {30}));
        QCOMPARE(plan.moves.front().to.placement.during, (Period{{30}, Day::never()}));
    }

    /// By weight they need both racks: to the last gram.
    void whatHoldsItBack() {
        Drawing drawing(u"  R1 R2\n4 . .\n3 . .\n2 . .\n1 . ."_qs);
        drawing.place({1}, booking(drawing, u"R1"_qs, 1, u"1"_qs, 30));
        drawing.place({2}, booking(drawing, u"R2"_qs, 1, u"1"_qs, 30));
        drawing.limit(u"R1 mass"_qs, 60'000).limit(u"R2 mass"_qs, 60'000);
        QCOMPARE(consolidated(drawing).racksAfter, 1);
        drawing.limit(u"R1 mass"_qs, 59'999).limit(u"R2 mass"_qs, 59'999);
        const auto plan = consolidated(drawing);
        QCOMPARE(plan.racksAfter, 2);
        QCOMPARE(plan.racksBound, 2);
        QVERIFY(plan.moves.empty());
        QVERIFY(plan.isOptimal());
    }

    /// A feed that the sums do not know: what is not proven is not called so.
    void aBoundIsNoProof() {
        Drawing drawing(u"  R1 R2\n4 . .\n3 . .\n2 . .\n1 . ."_qs);
        drawing.place({1}, booking(drawing, u"R1"_qs, 1, u"1"_qs)).place({2}, booking(drawing, u"R2"_qs, 1, u"1"_qs));
        for (const auto &pdu : {u"R1 A"_qs, u"R1 B"_qs, u"R2 A"_qs, u"R2 B"_qs}) {
            drawing.limit(pdu, 1'000'000, 399'999);
        }
        const auto plan = consolidated(drawing);
        QCOMPARE(plan.racksAfter, 2);
        QCOMPARE(plan.racksBound, 1);
        QVERIFY(!plan.isOptimal());
    }

    /// What others have there does not move, and its rack stays.
    void whatCannotMove() {
        Drawing drawing(u"  R1 R2 R3\n3 . . .\n2 . X .\n1 . . ."_qs);
        drawing.place({1}, booking(drawing, u"R1"_qs, 1, u"1"_qs));
        const auto plan = consolidated(drawing);
        QCOMPARE(plan.racksBefore, 2);
        QCOMPARE(plan.racksAfter, 1);
        QCOMPARE(movesOf(drawing, plan), QStringList{u"1: R1 to R2 U1"_qs});
        QVERIFY(plan.isOptimal());
        std::stop_source source;
        source.request_stop();
        const auto stopped = consolidated(drawing, source.get_token());
        QVERIFY(stopped.cancelled && stopped.moves.empty());
        QVERIFY(!stopped.isOptimal());
    }

    /// Of drawn rooms each plan is sound move by move, and no bound is above what was found.
    void drawnRooms() {
        QRandomGenerator random(99);
        int emptied = 0;
        int optimal = 0;
        for (int round = 0; round < 25; ++round) {
            Drawing drawing(u"  R1 R2 R3 R4\n5 . # . .\n4 . . . .\n3 . . . .\n2 . . . .\n1 . . # ."_qs);
            drawing.limit(u"feed A"_qs, 600'000 + 200'000 * random.bounded(8));
            drawing.limit(u"R2 mass"_qs, 20'000 + 10'000 * random.bounded(4));
            int id = 1;
            for (int rack = 1; rack <= 4; ++rack) {
                for (int unit = 2; unit <= 2 + random.bounded(3); ++unit) {
                    drawing.place({id++}, booking(drawing, u"R%1"_qs.arg(rack), unit, QString::number(unit),
                                                  5 + 5 * random.bounded(3)));
                }
            }
            const auto plan = consolidated(drawing);
            QVERIFY(isSound(drawing.estate(), plan.moves, {30}));
            QVERIFY(plan.racksBound <= plan.racksAfter && plan.racksAfter <= plan.racksBefore);
            QVERIFY(plan.movesBound <= static_cast<int>(plan.moves.size()));
            QCOMPARE(plan.racksBefore - plan.racksAfter, static_cast<int>(plan.emptied.size()));
            emptied += static_cast<int>(plan.emptied.size());
            optimal += plan.isOptimal();
        }
        QVERIFY(emptied > 25);
        QVERIFY(optimal > 5);
    }
};

QTEST_GUILESS_MAIN(TestConsolidate)
#include "tst_consolidate.moc"
