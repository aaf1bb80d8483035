#include "drawing.h"

#include "model/engine/moves.h"

#include <QTest>

#include <set>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// Several moves on one day, judged together.
class TestMoves : public QObject {
    Q_OBJECT

private:
    static Booking at(const Drawing &drawing, const QString &rack, int unit, const QString &outlet) {
        Booking made;
        made.item.height = 1_U;
        made.item.weight = 20_kg;
        made.item.draw = 400_W;
        made.rack = drawing.rack(rack);
        made.position = {2 * (unit - 1)};
        made.cords = {drawing.cord(rack + u" A"_qs, outlet), drawing.cord(rack + u" B"_qs, outlet)};
        made.during = {{0}, Day::never()};
        return made;
    }
    /// R1 has two devices at U1 and U2; at U2 of R2 stands a stranger.
    static Drawing twoRacks() {
        Drawing drawing(u"  R1 R2\n4 .  .\n3 .  .\n2 .  X\n1 .  ."_qs);
        drawing.place({1}, at(drawing, u"R1"_qs, 1, u"1"_qs)).place({2}, at(drawing, u"R1"_qs, 2, u"2"_qs));
        return drawing;
    }
    static PlannedMove to(const Drawing &drawing, int placement, const QString &rack, int unit) {
        return {{placement}, drawing.rack(rack), {2 * (unit - 1)}, u"front"_qs};
    }

private Q_SLOTS:
    void twoChangePlaces() {
        const auto drawing = twoRacks();
        const auto estate = drawing.estate();
        const std::vector swap{to(drawing, 1, u"R1"_qs, 2), to(drawing, 2, u"R1"_qs, 1)};
        QCOMPARE(text(checkMoves(estate, swap, {10}).shortfalls), QStringList());
        // One of them alone is in the other's way.
        QCOMPARE(text(checkMoves(estate, std::vector{swap[0]}, {10}).shortfalls),
                 QStringList({u"S1 S/M/R1 U2 2 + 2 > 2 hu, day 10"_qs}));
        // And not both on one place.
        QCOMPARE(text(checkMoves(estate, std::vector{to(drawing, 1, u"R1"_qs, 3), to(drawing, 2, u"R1"_qs, 3)}, {10})
                          .shortfalls),
                 QStringList({u"S1 S/M/R1 U3 2 + 2 > 2 hu, day 10"_qs}));
    }

    /// In another rack with cords of its own, each in outlets that nobody else has.
    void toAnotherRack() {
        auto drawing = twoRacks();
        const std::vector moves{to(drawing, 1, u"R2"_qs, 3), to(drawing, 2, u"R2"_qs, 4)};
        const auto verdict = checkMoves(drawing.estate(), moves, {10});
        QCOMPARE(text(verdict.shortfalls), QStringList());
        QCOMPARE(verdict.cords.size(), 2U);
        std::set<OutletId> outlets;
        for (const auto &cords : verdict.cords) {
            for (const auto &cord : cords) {
                outlets.insert(cord.outlet);
            }
        }
        QCOMPARE(outlets.size(), 4U);
        // Weights are summed: 40 kg at the limit, and one gram beyond it.
        drawing.limit(u"R2 mass"_qs, 40'000);
        QCOMPARE(text(checkMoves(drawing.estate(), moves, {10}).shortfalls), QStringList());
        drawing.limit(u"R2 mass"_qs, 39'999);
        QCOMPARE(text(checkMoves(drawing.estate(), moves, {10}).shortfalls),
                 QStringList({u"S3 S/M/R2 20000 + 20000 > 39999 g, day 10"_qs}));
        QCOMPARE(text(checkMoves(drawing.estate(), std::vector{moves[0]}, {10}).shortfalls), QStringList());
    }

    /// Less than a tenth left is tight, and it is said of what.
    void tight() {
        auto drawing = twoRacks();
        drawing.limit(u"R2 mass"_qs, 23'000);
        const std::vector move{to(drawing, 1, u"R2"_qs, 3)};
        auto verdict = checkMoves(drawing.estate(), move, {10});
        QVERIFY(verdict.fits() && !verdict.tight());
        drawing.limit(u"R2 mass"_qs, 22'000);
        verdict = checkMoves(drawing.estate(), move, {10});
        QVERIFY(verdict.fits() && verdict.tight());
        QCOMPARE(*verdict.left, 90);
        QVERIFY2(verdict.tightest.contains(u"R2"_qs), qPrintable(verdict.tightest));
    }
};

QTEST_MAIN(TestMoves)
#include "tst_moves.moc"
