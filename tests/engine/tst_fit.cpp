#include "drawing.h"

#include "model/engine/fit.h"

#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// Each rule about a booking's own properties: the largest that passes, and one unit more, with every number.
class TestFit : public QObject {
    Q_OBJECT

private:
    /// One rack whose middle is at 1300, 2600; what of it does not fit is changed in `record`.
    struct Hall {
        Hall() : drawing(u"   R1\n 3 .\n 2 .\n 1 ."_qs), record(*drawing.snapshot()) {
            booking.item.height = 1_U;
            booking.rack = drawing.rack(u"R1"_qs);
            booking.during = {{10}, {20}};
            rack([](Rack &rack) {
                rack.x = {1000};
                rack.y = {2000};
                rack.width = {600};
                rack.depth = {1200};
                rack.sides = {u"A"_qs, u"B"_qs};
            });
            edit(record.rooms, [](Room &room) {
                room.protectionClass = u"middel"_qs;
                room.sides = {u"A"_qs, u"B"_qs};
            });
        }
        template <typename T>
        static void edit(Table<T> &table, auto change, auto... ids) {
            std::vector<T> rows(table.begin(), table.end());
            for (auto &row : rows) {
                if (sizeof...(ids) == 0 || ((row.id == ids) || ...)) {
                    change(row);
                }
            }
            table = Table<T>(std::move(rows));
        }
        void rack(auto change) { edit(record.racks, change); }
        void node(const QString &name, auto change) { edit(record.nodes, change, drawing.node(name)); }
        void outlet(const QString &side, auto change) {
            edit(record.outlets, change, drawing.outlet(u"R1 "_qs + side.left(1), side.mid(1)));
        }
        void air(std::vector<RoomEnvironment> rows) {
            for (auto &row : rows) {
                row.id = {static_cast<int>(&row - rows.data()) + 1};
                row.room = {1};
            }
            record.roomEnvironments = Table<RoomEnvironment>(std::move(rows));
        }
        void plug(const QStringList &outlets) {
            booking.cords.clear();
            for (const auto &name : outlets) {
                booking.cords.push_back(drawing.cord(u"R1 "_qs + name.left(1), name.mid(1)));
            }
        }
        /// 200 x 200 mm, in an empty room.
        void onTheFloor(int x, int y) {
            record.racks = {};
            edit(record.rooms, [](Room &room) { room.width = room.depth = {9000}; });
            booking.item.floorStanding = true;
            booking.item.bodyWidth = booking.item.depth = 200_mm;
            booking.rack = {};
            booking.room = {1};
            booking.x = {x};
            booking.y = {y};
        }
        [[nodiscard]] Estate estate() const { return Estate(std::make_shared<const Snapshot>(record)); }
        [[nodiscard]] QStringList refusals() const {
            const auto now = estate();
            return text(checkBooking(now, now, booking));
        }
        [[nodiscard]] int delivered() const { return deliveredClass(estate(), booking.cords); }

        Drawing drawing;
        Snapshot record;
        Booking booking;
    };

    static RoomEnvironment air(std::optional<Temperature> setpoint, Period during = {}) {
        RoomEnvironment air;
        air.setpoint = setpoint;
        air.during = during;
        return air;
    }
    static RoomEnvironment part(RoomEnvironment air, int left, int top, int right, int bottom) {
        air.shape = {{QPointF(left, top), QPointF(right, top), QPointF(right, bottom), QPointF(left, bottom)}};
        return air;
    }

private Q_SLOTS:
    void depth() {
        Hall hall;
        hall.booking.item.depth = 880_mm;
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.depth = 881_mm;
        QCOMPARE(hall.refusals(), QStringList({u"S2 S/M/R1 1001 + 0 > 1000 mm, day 10"_qs}));
    }

    /// 19 inches are 482.6 mm.
    void width() {
        Hall hall;
        hall.booking.item.width = 482_mm;
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.width = 483_mm;
        QCOMPARE(hall.refusals(), QStringList({u"S2 S/M/R1 483 + 0 > 482 mm width, day 10"_qs}));
        hall.rack([](Rack &rack) { rack.railWidthInches = 10; });
        hall.booking.item.width = 254_mm;
        QCOMPARE(hall.refusals(), QStringList());
    }

    void rails() {
        Hall hall;
        hall.booking.item.railMin = 800_mm;
        hall.booking.item.railMax = 900_mm;
        QCOMPARE(hall.refusals(), QStringList()); // nobody knows the rack's
        hall.rack([](Rack &rack) { rack.railMax = 800_mm; });
        QCOMPARE(hall.refusals(), QStringList());
        hall.rack([](Rack &rack) { rack.railMax = 799_mm; });
        QCOMPARE(hall.refusals(), QStringList({u"S2 S/M/R1 800 + 0 > 799 mm rails, day 10"_qs}));
        hall.rack([](Rack &rack) { rack.railMin = rack.railMax = 900_mm; });
        QCOMPARE(hall.refusals(), QStringList());
        hall.rack([](Rack &rack) { rack.railMin = rack.railMax = 901_mm; });
        QCOMPARE(hall.refusals(), QStringList({u"S2 S/M/R1 900 + 0 > 901 mm rails, day 10"_qs}));
    }

    void airflow() {
        Hall hall;
        hall.booking.item.airflow = u"front-to-rear"_qs;
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.face = u"rear"_qs;
        QCOMPARE(hall.refusals(), QStringList({u"C4 S/M/R1 1 + 0 > 0 pieces, day 10"_qs}));
        hall.booking.item.ducted = true; // only a warning
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.ducted = false;
        hall.booking.item.airflow = u"rear-to-front"_qs;
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.airflow = u"passive"_qs;
        hall.booking.face = u"both"_qs;
        QCOMPARE(hall.refusals(), QStringList());
    }

    /// Taken, and another kind: two reasons.
    void plugs() {
        Hall hall;
        hall.plug({u"A1"_qs});
        hall.booking.item.plug = u"C14"_qs;
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.plug = u"C20"_qs;
        QCOMPARE(hall.refusals(), QStringList({u"P1 S R1 A:1 1 + 0 > 0 pieces, day 10"_qs}));
        hall.record.outletUse = Table<OutletUse>({{hall.booking.cords[0].outlet, {{15}, {30}}}});
        QCOMPARE(hall.refusals(),
                 QStringList({u"P1 S R1 A:1 1 + 0 > 0 pieces, day 10"_qs, u"P1 S R1 A:1 1 + 1 > 1 pieces, day 15"_qs}));
        hall.record.outletUse = {};
        hall.booking.item.plug = {};
        hall.booking.item.phases = u"123"_qs;
        QCOMPARE(hall.refusals(), QStringList({u"P1 S R1 A:1 1 + 0 > 0 pieces, day 10"_qs}));
    }

    /// 10 A at 230 V are 2,300 VA. Of two cords each carries all when the other is gone.
    void outletLoad() {
        Hall hall;
        hall.plug({u"A1"_qs, u"B1"_qs});
        hall.booking.item.powerFactorPermille = 1000;
        hall.booking.item.draw = 2300_W;
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.draw = Power{2'300'001};
        QCOMPARE(hall.refusals(), QStringList({u"P2 S R1 A:1 2300001 + 0 > 2300000 mVA, without S feed B, day 10"_qs,
                                               u"P2 S R1 B:1 2300001 + 0 > 2300000 mVA, without S feed A, day 10"_qs}));
        hall.plug({u"A1"_qs, u"A2"_qs}); // one rack PDU, so no failure leaves one without the other
        hall.rack([](Rack &rack) { rack.sides = {u"A"_qs}; });
        hall.booking.item.draw = 4600_W;
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.draw = Power{4'600'001};
        QCOMPARE(hall.refusals(), QStringList({u"P2 S R1 A:1 2300001 + 0 > 2300000 mVA, day 10"_qs,
                                               u"P2 S R1 A:2 2300001 + 0 > 2300000 mVA, day 10"_qs}));
    }

    void outletLoadByPhaseVoltageAndFactor() {
        Hall hall;
        hall.plug({u"A1"_qs});
        hall.outlet(u"A1"_qs, [](Outlet &outlet) {
            outlet.phases = u"123"_qs;
            outlet.maxMilliampere = 1000;
        });
        hall.booking.cords[0].phases = u"123"_qs;
        hall.booking.item.phases = u"123"_qs;
        hall.booking.item.powerFactorPermille = 900;
        hall.node(u"R1 A"_qs, [](Node &node) { node.voltsToNeutral = 120; });
        hall.booking.item.draw = 324_W; // 0.9 of three times 120 VA
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.draw = Power{324'001};
        QCOMPARE(hall.refusals(), QStringList({u"P2 S R1 A:1 120001 + 0 > 120000 mVA, day 10"_qs}));
    }

    void sides() {
        Hall hall;
        hall.plug({u"A1"_qs, u"B1"_qs}); // a common supply is on no side
        QCOMPARE(hall.refusals(), QStringList());
        hall.plug({u"A1"_qs, u"A2"_qs});
        QCOMPARE(hall.refusals(), QStringList({u"P7 S feed A 2 + 0 > 1 pieces, day 10"_qs}));
        hall.plug({u"A1"_qs, u"A2"_qs, u"B1"_qs});
        QCOMPARE(hall.refusals(), QStringList());
        hall.plug({u"A1"_qs});
        QCOMPARE(hall.refusals(), QStringList());
        hall.plug({u"A1"_qs, u"A2"_qs});
        hall.rack([](Rack &rack) { rack.sides = {u"A"_qs}; });
        QCOMPARE(hall.refusals(), QStringList());
    }

    void sidesOfARoom() {
        Hall hall;
        hall.onTheFloor(3000, 3000);
        hall.plug({u"A1"_qs, u"B1"_qs});
        QCOMPARE(hall.refusals(), QStringList());
        hall.plug({u"A1"_qs, u"A2"_qs});
        QCOMPARE(hall.refusals(), QStringList({u"P7 S feed A 2 + 0 > 1 pieces, day 10"_qs}));
        hall.plug({u"A1"_qs, u"A2"_qs, u"B1"_qs});
        QCOMPARE(hall.refusals(), QStringList());
        hall.plug({u"A1"_qs, u"A2"_qs});
        hall.edit(hall.record.rooms, [](Room &room) { room.sides = {u"A"_qs}; });
        QCOMPARE(hall.refusals(), QStringList());
    }

    void inlet() {
        Hall hall;
        hall.air({air(Temperature{22'000}, {{15}, {17}})});
        hall.booking.item.inletMin = hall.booking.item.inletMax = Temperature{22'000};
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.inletMax = Temperature{21'999};
        hall.booking.item.inletMin = {};
        QCOMPARE(hall.refusals(), QStringList({u"C5 S/M/R1 22000 + 0 > 21999 mC, day 15"_qs}));
        hall.booking.item.inletMin = Temperature{22'001};
        hall.booking.item.inletMax = {};
        QCOMPARE(hall.refusals(), QStringList({u"C5 S/M/R1 22001 + 0 > 22000 mC, day 15"_qs}));
        hall.booking.during = {{17}, {20}};
        QCOMPARE(hall.refusals(), QStringList());
    }

    /// A part of the room has its own, up to and with its edge; where it ends, the room's counts.
    void partsOfARoom() {
        Hall hall;
        hall.booking.item.inletMax = Temperature{24'000};
        hall.air({air(Temperature{20'000}), part(air(Temperature{24'001}), 0, 0, 1300, 2600)});
        QCOMPARE(hall.refusals(), QStringList({u"C5 S/M/R1 24001 + 0 > 24000 mC, day 10"_qs}));
        hall.air({air(Temperature{20'000}), part(air(Temperature{24'001}), 0, 0, 1299, 2600)});
        QCOMPARE(hall.refusals(), QStringList());
        // What the part does not say is not the room's.
        hall.air({air(Temperature{24'001}), part(air({}), 1300, 2600, 5000, 5000)});
        QCOMPARE(hall.refusals(), QStringList());
        // A part that is not there on all the room's days does not take its place.
        hall.air({air(Temperature{24'001}), part(air({}, {{0}, {100}}), 1300, 2600, 5000, 5000)});
        QCOMPARE(hall.refusals(), QStringList({u"C5 S/M/R1 24001 + 0 > 24000 mC, day 10"_qs}));
        // Turned, the rack's middle is elsewhere.
        hall.air({part(air(Temperature{24'001}), 1600, 2300, 1600, 2300)});
        QCOMPARE(hall.refusals(), QStringList());
        hall.rack([](Rack &rack) { rack.orientationDegrees = 270; });
        QCOMPARE(hall.refusals(), QStringList({u"C5 S/M/R1 24001 + 0 > 24000 mC, day 10"_qs}));
    }

    /// A bay with two arms: between them is outside.
    void aShapeMayBeHollow() {
        Hall hall;
        hall.booking.item.inletMax = Temperature{24'000};
        auto bay = air(Temperature{24'001});
        bay.shape = {{QPointF(0, 0), QPointF(3000, 0), QPointF(3000, 1000), QPointF(1000, 1000), QPointF(1000, 3000),
                      QPointF(3000, 3000), QPointF(3000, 4000), QPointF(0, 4000)}};
        hall.air({bay});
        const auto at = [&hall](int x, int y) {
            hall.onTheFloor(x, y);
            return checkInlet(hall.estate(), hall.booking).size();
        };
        QCOMPARE(at(500, 2000), 1);
        QCOMPARE(at(1000, 2000), 1);
        QCOMPARE(at(1001, 2000), 0);
        QCOMPARE(at(2000, 3500), 1);
        QCOMPARE(at(3000, 4000), 1);
        QCOMPARE(at(3001, 4000), 0);
        QCOMPARE(at(-1, 2000), 0);
    }

    void surroundings() {
        Hall hall;
        RoomEnvironment here;
        here.driftMillikelvinPerHour = 500;
        here.fieldNanotesla = 100;
        here.vibrationClass = u"VC-C"_qs;
        hall.air({here});
        auto &item = hall.booking.item;
        item.driftMillikelvinPerHour = 499; // of what stands in a rack nobody asks it
        item.fieldNanotesla = 100;
        item.vibrationClass = u"VC-C"_qs;
        QCOMPARE(hall.refusals(), QStringList());
        item.fieldNanotesla = 99;
        QCOMPARE(hall.refusals(), QStringList({u"S8 S/M/R1 100 + 0 > 99 nT, day 10"_qs}));
        item.fieldNanotesla = {};
        item.vibrationClass = u"VC-D"_qs;
        QCOMPARE(hall.refusals(), QStringList({u"S8 S/M/R1 4 + 0 > 3 VC, day 10"_qs}));
        here.vibrationClass = {};
        hall.air({here});
        QCOMPARE(hall.refusals(), QStringList({u"S8 S/M/R1 4 + 0 > ? VC, day 10"_qs}));
        item.vibrationClass = {};
        hall.onTheFloor(100, 100);
        QCOMPARE(hall.refusals(), QStringList({u"S8 S/M 500 + 0 > 499 mK/h, day 10"_qs}));
        item.driftMillikelvinPerHour = 500;
        QCOMPARE(hall.refusals(), QStringList());
    }

    void media() {
        Hall hall;
        hall.booking.item.media = QStringList{u"water"_qs, u"helium"_qs};
        QCOMPARE(hall.refusals(), QStringList()); // in a rack
        hall.onTheFloor(100, 100);
        hall.record.mediaPoints =
            Table<MediaPoint>({{{1}, {1}, u"water"_qs, {{0}, {20}}}, {{2}, {1}, u"helium"_qs, {{11}, {30}}}});
        QCOMPARE(hall.refusals(), QStringList({u"S7 S/M helium 1 + 0 > 0 pieces, day 10"_qs}));
        hall.booking.during = {{11}, {20}};
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.during = {{11}, {21}};
        QCOMPARE(hall.refusals(), QStringList({u"S7 S/M water 1 + 0 > 0 pieces, day 11"_qs}));
    }

    void dataClass() {
        Hall hall;
        hall.booking.item.dataClass = u"middel"_qs;
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.dataClass = u"hoog"_qs;
        QCOMPARE(hall.refusals(), QStringList({u"G1 S/M/R1 3 + 0 > 2 class, day 10"_qs}));
        hall.booking.item.dataClass = {};
        hall.booking.item.medical = true;
        QCOMPARE(hall.refusals(), QStringList({u"G1 S/M/R1 1 + 0 > 0 class NEN 7510, day 10"_qs}));
        Hall::edit(hall.record.rooms, [](Room &room) { room.medical = true; });
        QCOMPARE(hall.refusals(), QStringList());
    }

    void personalData() {
        Hall hall;
        hall.record.systems = Table<System>({{{1}, true}, {{2}, false}});
        hall.booking.item.personalData = true;
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.system = {1};
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.system = {2};
        QCOMPARE(hall.refusals(), QStringList({u"G2 S/M/R1 1 + 0 > 0 pieces, day 10"_qs}));
        hall.booking.item.personalData = false;
        QCOMPARE(hall.refusals(), QStringList());
    }

    void availability() {
        Hall hall;
        hall.plug({u"A1"_qs});
        hall.booking.item.availabilityClass = 2; // no UPS is on its own: there is none
        QCOMPARE(hall.refusals(), QStringList());
        hall.booking.item.availabilityClass = 3;
        QCOMPARE(hall.refusals(), QStringList({u"G3 S/M/R1 3 + 0 > 2 class, day 10"_qs}));
        hall.plug({});
        QCOMPARE(hall.refusals(), QStringList());
    }

    void deliveredClasses() {
        Hall hall;
        hall.plug({u"A1"_qs});
        QCOMPARE(hall.delivered(), 2);
        hall.node(u"feed A"_qs, [](Node &node) { node.kind = u"ups"_qs; });
        QCOMPARE(hall.delivered(), 1);
        hall.node(u"feed A"_qs, [](Node &node) { node.units = 2; });
        QCOMPARE(hall.delivered(), 2);
        for (const auto &name : {u"supply"_qs, u"feed A"_qs, u"R1 A"_qs}) {
            QCOMPARE(hall.delivered(), 2);
            hall.node(name, [](Node &node) { node.concurrentlyMaintainable = true; });
        }
        QCOMPARE(hall.delivered(), 3);
        // Two sides share the supply, which is no weakness once both have something of their own below it.
        hall.plug({u"A1"_qs, u"B1"_qs});
        QCOMPARE(hall.delivered(), 3);
        hall.node(u"supply"_qs, [](Node &node) { node.concurrentlyMaintainable = false; });
        QCOMPARE(hall.delivered(), 2);
        hall.node(u"feed A"_qs, [](Node &node) { node.kind = u"generator"_qs; });
        QCOMPARE(hall.delivered(), 2);
        hall.node(u"feed B"_qs, [](Node &node) { node.kind = u"transfer"_qs; });
        QCOMPARE(hall.delivered(), 4);
    }

    /// What did not fit before may stay, not grow; elsewhere it is new.
    void neverWorse() {
        Hall hall;
        auto old = hall.booking;
        old.item.depth = 900_mm;
        hall.drawing.place({7}, old);
        hall.record = *hall.drawing.snapshot();
        const auto now = hall.estate();
        auto moved = old;
        moved.position = {2};
        moved.replaces = {7};
        QCOMPARE(text(worseThan(misfitsOf(now, old), misfitsOf(now, moved))), QStringList());
        moved.item.depth = 901_mm;
        QCOMPARE(text(worseThan(misfitsOf(now, old), misfitsOf(now, moved))),
                 QStringList({u"S2 S/M/R1 1021 + 0 > 1000 mm, day 10"_qs}));
        moved.item.depth = 900_mm;
        moved.during.until = {21};
        QCOMPARE(text(worseThan(misfitsOf(now, old), misfitsOf(now, moved))),
                 QStringList({u"S2 S/M/R1 1020 + 0 > 1000 mm, day 10"_qs}));
        moved.during = {{12}, {20}};
        QCOMPARE(text(checkBooking(now, now, moved)), QStringList());
        moved.replaces = {};
        QCOMPARE(text(checkBooking(now, now, moved)), QStringList({u"S2 S/M/R1 1020 + 0 > 1000 mm, day 12"_qs}));
    }

    /// A rack that breaks a rule is no place, and says why.
    void aSearchRefusesWhatDoesNotFit() {
        Hall hall;
        hall.air({air(Temperature{24'000})});
        Wanted wanted;
        wanted.item.height = 1_U;
        wanted.item.inletMax = Temperature{23'999};
        wanted.item.dataClass = u"hoog"_qs;
        wanted.item.availabilityClass = 3;
        wanted.item.cords = 2;
        wanted.item.draw = 3000_W;
        wanted.item.powerFactorPermille = 1000;
        wanted.during = {{10}, {20}};
        const auto found = findSpace(hall.estate(), wanted);
        QCOMPARE(found.proposals.size(), 0);
        QCOMPARE(text(found.refused[0].shortfalls),
                 QStringList({u"C5 S/M/R1 24000 + 0 > 23999 mC, day 10"_qs, u"G1 S/M/R1 3 + 0 > 2 class, day 10"_qs,
                              u"P2 S R1 A:1 3000000 + 0 > 2300000 mVA, without S feed B, day 10"_qs,
                              u"P2 S R1 B:1 3000000 + 0 > 2300000 mVA, without S feed A, day 10"_qs,
                              u"G3 S/M/R1 3 + 0 > 2 class, day 10"_qs}));
        QVERIFY(!found.unknownSetpoints);
        wanted.item.dataClass = u"middel"_qs;
        wanted.item.availabilityClass = 2;
        wanted.item.inletMax = Temperature{24'000};
        // One outlet of each side carries 16 A: the plan takes those.
        for (const auto &name : {u"A5"_qs, u"B6"_qs}) {
            hall.outlet(name, [](Outlet &outlet) { outlet.maxMilliampere = 16'000; });
        }
        const auto estate = hall.estate();
        const auto fits = findSpace(estate, wanted);
        QCOMPARE(fits.proposals.size(), 1);
        QCOMPARE(text(estate, fits.proposals[0]), u"R1 U1 front A5 B6"_qs);
        hall.record.roomEnvironments = {};
        QVERIFY(findSpace(hall.estate(), wanted).unknownSetpoints);
    }
};

QTEST_APPLESS_MAIN(TestFit)
#include "tst_fit.moc"
