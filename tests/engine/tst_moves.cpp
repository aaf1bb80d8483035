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

    /// A place that is only thought of: with the reasons if it does not fit, several pieces from there up.
    void aPlaceIsJudged() {
        auto drawing = twoRacks();
        Wanted wanted;
        wanted.item.height = 1_U;
        wanted.item.weight = 20_kg;
        wanted.during = {{10}, Day::never()};
        const auto spot = [&](const QString &rack, int unit) { return RackSpot{drawing.rack(rack), {2 * (unit - 1)}}; };
        QCOMPARE(text(checkRackSpot(drawing.estate(), wanted, spot(u"R1"_qs, 3)).shortfalls), QStringList());
        QCOMPARE(text(checkRackSpot(drawing.estate(), wanted, spot(u"R1"_qs, 2)).shortfalls),
                 QStringList({u"S1 S/M/R1 U2 2 + 2 > 2 hu, day 10"_qs}));
        wanted.count = 2;
        QCOMPARE(text(checkRackSpot(drawing.estate(), wanted, spot(u"R1"_qs, 3)).shortfalls), QStringList());
        QVERIFY(!checkRackSpot(drawing.estate(), wanted, spot(u"R1"_qs, 4)).fits()); // the second is above the top
        drawing.limit(u"R1 mass"_qs, 79'999);                                        // two stand there already
        QCOMPARE(text(checkRackSpot(drawing.estate(), wanted, spot(u"R1"_qs, 3)).shortfalls),
                 QStringList({u"S3 S/M/R1 20000 + 60000 > 79999 g, day 10"_qs}));
        // Its own place is free for it.
        wanted.count = 1;
        wanted.replacing = {{2}};
        QCOMPARE(text(checkRackSpot(drawing.estate(), wanted, spot(u"R1"_qs, 2)).shortfalls), QStringList());
    }

    /// The rack's own places by their distance, then those of the others; never the one that was asked for.
    void theNearestPlaces() {
        const Drawing drawing(u"  R1 R2\n6 .  .\n5 X  .\n4 .  X\n3 X  .\n2 X  .\n1 .  ."_qs);
        Wanted wanted;
        wanted.item.height = 1_U;
        wanted.during = {{10}, Day::never()};
        const auto near = [&](int unit, std::size_t count) {
            QStringList found;
            for (const auto &one :
                 nearestSpots(drawing.estate(), wanted, {drawing.rack(u"R1"_qs), {2 * (unit - 1)}}, count)) {
                found << (one.spot.rack == drawing.rack(u"R1"_qs) ? u"R1 U%1"_qs : u"R2 U%1"_qs)
                             .arg(one.spot.position.halfUnits / 2 + 1);
            }
            return found.join(u", "_qs);
        };
        QCOMPARE(near(3, 3), u"R1 U4, R1 U1, R1 U6"_qs);
        QCOMPARE(near(4, 3), u"R1 U6, R1 U1, R2 U3"_qs);
        QCOMPARE(near(6, 1), u"R1 U4"_qs);
        wanted.item.height = 2_U;
        QCOMPARE(near(3, 3), u"R2 U2"_qs);
        wanted.item.height = 4_U;
        QCOMPARE(near(3, 3), QString());
    }
};

QTEST_MAIN(TestMoves)
#include "tst_moves.moc"
