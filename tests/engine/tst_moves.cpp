#include "drawing.h"

#include "model/engine/additions.h"
#include "model/engine/moves.h"
#include "model/engine/together.h"

#include <QTest>

#include <algorithm>
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

    /// And a chassis of 20 kg and 100 W at U3 of R1, in which two blades weigh 6 kg and draw 300 W each.
    static Estate withChassis(const Drawing &drawing) {
        auto record = std::make_shared<Snapshot>(*drawing.snapshot());
        Model model;
        model.id = {1};
        model.kind = u"chassis"_qs;
        record->models = Table<Model>({model});
        record->bays = Table<Bay>({{{1}, {1}, u"1"_qs}, {{2}, {1}, u"2"_qs}});
        const auto device = [](int id, int grams, int watts) {
            Equipment made;
            made.id = {id};
            made.owner = {1};
            made.height = 1_U;
            made.weight = Mass{grams};
            made.budgetedWatts = watts;
            return made;
        };
        const auto place = [](int id) {
            Placement made;
            made.id = {id};
            made.equipment = {id};
            made.state = u"installed"_qs;
            made.during = {{0}, Day::never()};
            made.face = u"front"_qs;
            made.half = u"full"_qs;
            return made;
        };
        Addition chassis{device(3, 20'000, 100), place(3)};
        chassis.equipment.model = {1};
        chassis.equipment.cords = 2;
        chassis.equipment.powerFactorPermille = 1000;
        chassis.placement.rack = drawing.rack(u"R1"_qs);
        chassis.placement.position = Height{4};
        chassis.placement.outlets = {drawing.outlet(u"R1 A"_qs, u"3"_qs), drawing.outlet(u"R1 B"_qs, u"3"_qs)};
        std::vector added{chassis};
        for (const int bay : {1, 2}) {
            Addition blade{device(3 + bay, 6000, 300), place(3 + bay)};
            blade.equipment.kind = u"bay"_qs;
            blade.placement.chassis = {3};
            blade.placement.bay = {bay};
            added.push_back(blade);
        }
        return withPlacements(Estate(record), added);
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
                 QStringList({u"S3 S/M/R2 40000 + 0 > 39999 g, day 10"_qs}));
        QCOMPARE(text(checkMoves(drawing.estate(), std::vector{moves[0]}, {10}).shortfalls), QStringList());
    }

    /// What is in a chassis goes with it, and weighs and draws where that stands; the save says the same.
    void aChassisGoesWithWhatIsInIt() {
        auto drawing = twoRacks();
        const std::vector move{PlannedMove{{3}, drawing.rack(u"R2"_qs), {4}, u"front"_qs}};
        const auto shortfalls = [&] { return text(checkMoves(withChassis(drawing), move, {10}).shortfalls); };
        drawing.limit(u"R2 mass"_qs, 32'000).limit(u"R2 heat"_qs, 700'000).limit(u"R2 A"_qs, 700'000);
        QCOMPARE(shortfalls(), QStringList());
        drawing.limit(u"R2 mass"_qs, 31'999);
        QCOMPARE(shortfalls(), QStringList({u"S3 S/M/R2 32000 + 0 > 31999 g, day 10"_qs}));
        drawing.limit(u"R2 mass"_qs, 32'000).limit(u"R2 heat"_qs, 699'999);
        QCOMPARE(shortfalls(), QStringList({u"C1 S/M/R2 700000 + 0 > 699999 mW, day 10"_qs}));
        drawing.limit(u"R2 heat"_qs, 700'000).limit(u"R2 A"_qs, 699'999);
        QCOMPARE(shortfalls(), QStringList({u"P6 S R2 A 700000 + 0 > 699999 mW, without S feed B, day 10"_qs}));
    }

    /// In its own rack the contents ask for nothing more, also where they are too heavy already.
    void aChassisThatStaysInItsRackIsNoWorse() {
        auto drawing = twoRacks();
        drawing.limit(u"R1 mass"_qs, 1);
        const std::vector move{PlannedMove{{3}, drawing.rack(u"R1"_qs), {6}, u"front"_qs}};
        QCOMPARE(text(checkMoves(withChassis(drawing), move, {10}).shortfalls), QStringList());
    }

    /// It does not leave what is in it.
    void whatIsLeftBehind() {
        const auto drawing = twoRacks();
        const auto now = withChassis(drawing);
        auto moved = *now.snapshot().placements.find(PlacementId{3});
        moved.during.until = {100};
        const auto &device = *now.snapshot().equipment.find(EquipmentId{3});
        const auto refusals = checkTogether(now, std::vector{Addition{device, moved}});
        QCOMPARE(text(shortfallsOf(refusals)), QStringList({u"S1 S/M/R1 U3 bay 1 1 + ? > 0 pieces, day 100"_qs,
                                                            u"S1 S/M/R1 U3 bay 2 1 + ? > 0 pieces, day 100"_qs}));
        QCOMPARE(refusals[0].bookings, std::vector{PlacementId{4}});
        QCOMPARE(refusals[1].bookings, std::vector{PlacementId{5}});
    }

    /// Each of two that take a limit together has to be set aside.
    void ofWhomASumIs() {
        auto drawing = twoRacks();
        drawing.limit(u"R2 mass"_qs, 39'999);
        const auto now = drawing.estate();
        std::vector<Addition> changes;
        for (const int id : {1, 2}) {
            auto placement = *now.snapshot().placements.find(PlacementId{id});
            placement.rack = drawing.rack(u"R2"_qs);
            placement.position = Height{2 * id + 2};
            placement.outlets = {drawing.outlet(u"R2 A"_qs, QString::number(id)),
                                 drawing.outlet(u"R2 B"_qs, QString::number(id))};
            changes.push_back({*now.snapshot().equipment.find(EquipmentId{id}), placement});
        }
        const auto refusals = checkTogether(now, changes);
        QCOMPARE(text(shortfallsOf(refusals)), QStringList({u"S3 S/M/R2 40000 + 0 > 39999 g, day 0"_qs}));
        QCOMPARE(refusals[0].bookings, (std::vector<PlacementId>{{1}, {2}}));
        // Both in one outlet: said once, of the first.
        changes[1].placement.outlets[0] = changes[0].placement.outlets[0];
        const auto more = checkTogether(now, changes);
        QVERIFY(text(shortfallsOf(more)).contains(u"P1 S R2 A:1 1 + 1 > 1 pieces, day 0"_qs));
        QCOMPARE(std::ranges::count(more, u"P1"_qs, [](const Refusal &one) { return one.shortfall.rule; }), 1);
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
