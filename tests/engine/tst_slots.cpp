#include "drawing.h"

#include "model/engine/capacity.h"
#include "model/engine/slots.h"
#include "model/engine/whatif.h"

#include <QTest>

#include <array>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// 0U slots and bays: the largest that passes, and one unit more, with every number.
class TestSlots : public QObject {
    Q_OBJECT

private:
    /// Racks R1 and R2 with two slots each. A chassis with bays 1 and 2 stands in R1 U1 on days 10 to 20, then in R2 U2
    /// until day 30; it draws 50 W through outlets A1 and B1 of the rack.
    struct Hall {
        Hall() : drawing(u"   R1 R2\n 3 . .\n 2 . .\n 1 . ."_qs), record(*drawing.snapshot()) {
            std::vector<Rack> racks(record.racks.begin(), record.racks.end());
            for (auto &rack : racks) {
                rack.zeroUSlots = 2;
            }
            record.racks = Table<Rack>(std::move(racks));
            record.models = Table<Model>({model(1), model(2)});
            record.bays = Table<Bay>({{{1}, {1}, u"1"_qs}, {{2}, {1}, u"2"_qs}, {{3}, {2}, u"9"_qs}});
            Equipment chassis = device(1);
            chassis.model = {1};
            chassis.budgetedWatts = 50;
            chassis.weight = Mass{20'000};
            record.equipment = Table<Equipment>({chassis});
            const auto place = [&](int id, const QString &rack, int position, Period during) {
                Placement placement = stands(id, {1}, during);
                placement.rack = drawing.rack(rack);
                placement.position = Height{position};
                placement.outlets = {drawing.outlet(rack + u" A"_qs, u"1"_qs),
                                     drawing.outlet(rack + u" B"_qs, u"1"_qs)};
                return placement;
            };
            record.placements =
                Table<Placement>({place(1, u"R1"_qs, 0, {{10}, {20}}), place(2, u"R2"_qs, 2, {{20}, {30}})});
            blade.item.onRails = false;
            blade.item.height = {0};
            blade.item.weight = Mass{1000};
            blade.item.draw = Power{100'000};
            blade.chassis = {1};
            blade.bay = {1};
            blade.during = {{12}, {30}};
        }
        static Model model(int id) {
            Model made;
            made.id = {id};
            made.kind = u"chassis"_qs;
            return made;
        }
        static Equipment device(int id) {
            Equipment made;
            made.id = {id};
            return made;
        }
        static Placement stands(int id, EquipmentId equipment, Period during) {
            Placement made;
            made.id = {id};
            made.equipment = equipment;
            made.state = u"installed"_qs;
            made.during = during;
            made.face = u"front"_qs;
            made.half = u"full"_qs;
            return made;
        }
        [[nodiscard]] Estate estate() const { return Estate(std::make_shared<const Snapshot>(record)); }
        [[nodiscard]] QStringList refusals(const Booking &booking) const {
            const auto now = estate();
            return text(checkBooking(now, now, booking));
        }
        void limit(const QString &node, std::int64_t main) {
            std::vector<NodeLimit> limits(record.nodeLimits.begin(), record.nodeLimits.end());
            for (auto &row : limits) {
                if (row.node == drawing.node(node)) {
                    row.normalMain = row.failoverMain = main;
                }
            }
            record.nodeLimits = Table<NodeLimit>(std::move(limits));
        }

        Drawing drawing;
        Snapshot record;
        Booking blade;
    };

private Q_SLOTS:
    void aSlotIsFreeTakenOrNotThere() {
        Hall hall;
        hall.record.slotUse = Table<SlotUse>({{hall.drawing.rack(u"R1"_qs), 1, {{15}, {25}}}});
        Booking strip;
        strip.item = hall.blade.item;
        strip.rack = hall.drawing.rack(u"R1"_qs);
        strip.slot = 1;
        strip.during = {{10}, {15}};
        QCOMPARE(hall.refusals(strip), QStringList());
        strip.during = {{10}, {16}};
        QCOMPARE(hall.refusals(strip), QStringList({u"S1 S/M/R1 slot 1 1 + 1 > 1 pieces, day 15"_qs}));
        strip.slot = 2;
        QCOMPARE(hall.refusals(strip), QStringList());
        strip.slot = 3;
        QCOMPARE(hall.refusals(strip), QStringList({u"S1 S/M/R1 slot 3 1 + 0 > 0 pieces, day 10"_qs}));
    }

    void aBayIsOfItsChassisWhereAndWhenThatStands() {
        Hall hall;
        QCOMPARE(hall.refusals(hall.blade), QStringList());
        hall.blade.during = {{12}, {31}};
        QCOMPARE(hall.refusals(hall.blade).size(), 1);
        QVERIFY(hall.refusals(hall.blade).front().startsWith(u"S1 S/M/R1 U1 bay 1 1 "));
        QVERIFY(hall.refusals(hall.blade).front().endsWith(u"> 0 pieces, day 30"));
        hall.blade.during = {{12}, {30}};
        hall.blade.bay = {3};
        QCOMPARE(hall.refusals(hall.blade), QStringList({u"S1 S/M/R1 U1 bay 9 1 + 0 > 0 pieces, day 12"_qs}));
        hall.blade.bay = {1};
        hall.record.bayUse = Table<BayUse>({{{1}, {1}, {{29}, {30}}}, {{2}, {1}, {{12}, {30}}}});
        QCOMPARE(hall.refusals(hall.blade), QStringList({u"S1 S/M/R2 U2 bay 1 1 + 1 > 1 pieces, day 29"_qs}));
        hall.blade.during = {{12}, {29}};
        QCOMPARE(hall.refusals(hall.blade), QStringList());
    }

    void itWeighsAndDrawsWhereTheChassisStands() {
        Hall hall;
        hall.limit(u"R2 A"_qs, 100'000);
        QCOMPARE(hall.refusals(hall.blade), QStringList()); // all of it when B fails
        hall.blade.item.draw = Power{100'001};
        QCOMPARE(hall.refusals(hall.blade),
                 QStringList({u"P6 S R2 A 100001 + 0 > 100000 mW, without S feed B, day 20"_qs}));
        hall.blade.during = {{12}, {20}};
        QCOMPARE(hall.refusals(hall.blade), QStringList());
    }

    /// 10 A at 230 V are 2,300 VA: 50 W of the chassis and 2,134 W pass, a watt more does not.
    void theOutletCarriesTheChassisAndItsContents() {
        Hall hall;
        hall.blade.during = {{12}, {20}};
        hall.blade.item.draw = Power{2'134'000};
        QCOMPARE(hall.refusals(hall.blade), QStringList());
        hall.blade.item.draw = Power{2'135'000};
        QCOMPARE(hall.refusals(hall.blade),
                 QStringList({u"P2 S R1 A:1 2300001 + 0 > 2300000 mVA, without S feed B, day 12"_qs,
                              u"P2 S R1 B:1 2300001 + 0 > 2300000 mVA, without S feed A, day 12"_qs}));
    }

    /// The same where the chassis is booked anew and the blade is in it: 51 W with 2,134 W are too many. Never worse.
    void aChassisBringsItsContentsToTheOutlet() {
        Hall hall;
        const auto anew = [&hall](int inside, int watts) {
            std::vector<Equipment> equipment(hall.record.equipment.begin(), hall.record.equipment.end());
            equipment.resize(1);
            equipment.push_back(Hall::device(2));
            equipment.back().budgetedWatts = inside;
            hall.record.equipment = Table<Equipment>(equipment);
            std::vector<Placement> placements(hall.record.placements.begin(), hall.record.placements.end());
            placements.resize(2);
            placements.push_back(Hall::stands(3, {2}, {{12}, {20}}));
            placements.back().chassis = {1};
            placements.back().bay = {1};
            hall.record.placements = Table<Placement>(placements);
            const auto now = hall.estate();
            const Estate others = withoutPlacements(now, std::array{PlacementId{1}});
            auto chassis = bookingOf(placements.front(), equipment.front(), hall.record);
            chassis.item.draw = Power{watts * std::int64_t{1000}};
            chassis.replaces = {1};
            return text(checkBooking(others, now, chassis)).filter(u"P2 "_qs);
        };
        const QStringList tooMuch{u"P2 S R1 A:1 2300001 + 0 > 2300000 mVA, without S feed B, day 12"_qs,
                                  u"P2 S R1 B:1 2300001 + 0 > 2300000 mVA, without S feed A, day 12"_qs};
        QCOMPARE(anew(2134, 50), QStringList());
        QCOMPARE(anew(2134, 51), tooMuch);
        QCOMPARE(anew(2135, 50), QStringList());
        QCOMPARE(anew(2135, 51).size(), 2);
    }

    void whatIsHeldInAChassisCountsInItsRack() {
        Hall hall;
        hall.drawing.load(u"R2 mass"_qs, {21'000, 0, 0, 0});
        hall.record.ledger = hall.drawing.snapshot()->ledger;
        std::vector<Equipment> equipment(hall.record.equipment.begin(), hall.record.equipment.end());
        Equipment held = Hall::device(2);
        held.height = {0};
        held.weight = Mass{1000};
        equipment.push_back(held);
        hall.record.equipment = Table<Equipment>(std::move(equipment));
        std::vector<Placement> placements(hall.record.placements.begin(), hall.record.placements.end());
        Placement inside = Hall::stands(3, {2}, {{12}, {30}});
        inside.state = u"delivered"_qs;
        inside.chassis = {1};
        inside.bay = {1};
        placements.push_back(inside);
        hall.record.placements = Table<Placement>(std::move(placements));
        const auto racks = capacityOn(hall.estate(), {25});
        QCOMPARE(racks[1].at(Resource::Mass).held, 1000);
        QCOMPARE(racks[1].at(Resource::Mass).used, 20'000);
        QCOMPARE(racks[0].at(Resource::Mass).held, 0);
        QCOMPARE(racks[1].at(Resource::Space).held, 0);
    }
};

QTEST_GUILESS_MAIN(TestSlots)
#include "tst_slots.moc"
