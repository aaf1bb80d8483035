#include "drawing.h"

#include "model/engine/checks.h"
#include "model/engine/floorplan.h"

#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

namespace {

PlanShape shape(std::initializer_list<int> corners) {
    PlanShape made;
    for (const auto *corner = corners.begin(); corner != corners.end(); corner += 2) {
        made.push_back({corner[0], corner[1]});
    }
    return made;
}

} // namespace

/// What stands on the floor: each rule's largest passing and smallest failing case, with the guard's numbers
/// (tests/sql/guard_floorplan.sql).
class TestFloorPlan : public QObject {
    Q_OBJECT

private:
    /// An empty room of 10 x 8 m, and an instrument of 1,000 x 600 mm.
    struct Lab {
        explicit Lab(const Drawing &drawing = Drawing(u"   R1\n 1 ."_qs)) : record(*drawing.snapshot()) {
            record.racks = {};
            room([](Room &room) {
                room.width = {10000};
                room.depth = {8000};
            });
            booking.item.floorStanding = true;
            booking.item.height = {0};
            booking.item.bodyWidth = 1000_mm;
            booking.item.depth = 600_mm;
            booking.room = {1};
            booking.during = {{10}, {20}};
        }
        void room(auto change) {
            std::vector<Room> rows(record.rooms.begin(), record.rooms.end());
            change(rows.front());
            record.rooms = Table<Room>(std::move(rows));
        }
        /// Another one of the same size stands there.
        void neighbour(int x, int y, Period during = {{0}, Day::never()}, Envelope::Clearance clearance = {}) {
            Envelope item = booking.item;
            item.clearance = clearance;
            const auto made = floorShape(item, {x}, {y}, 0);
            const auto corners = [](const PlanShape &of) {
                std::vector<std::int32_t> numbers;
                for (const auto &[cx, cy] : of) {
                    numbers.insert(numbers.end(), {static_cast<std::int32_t>(cx), static_cast<std::int32_t>(cy)});
                }
                return numbers;
            };
            record.floorOccupancy =
                Table<FloorOccupied>({{{1}, corners(made->footprint), corners(made->clearance), during}});
        }
        void feature(const QString &kind, std::vector<QPointF> shape, bool keepClear = false) {
            record.roomFeatures = Table<RoomFeature>({{{1}, {1}, kind, {}, std::move(shape), {}, keepClear}});
        }
        QStringList at(int x, int y, int degrees = 0) {
            booking.x = {x};
            booking.y = {y};
            booking.orientationDegrees = degrees;
            const Estate now(std::make_shared<const Snapshot>(record));
            return text(checkBooking(now, now, booking));
        }

        Snapshot record;
        Booking booking;
    };
    static QString footprint(int mm, int day = 10) {
        return u"S6 S/M footprint %1 + 0 > 0 mm, day %2"_qs.arg(mm).arg(day);
    }

private Q_SLOTS:
    void corners() {
        QCOMPARE(turned({1000, 1000}, 0, -600, -400, 600, 400), shape({700, 800, 1300, 800, 1300, 1200, 700, 1200}));
        QCOMPARE(turned({1000, 1000}, 90, -600, -400, 600, 400), shape({1200, 700, 1200, 1300, 800, 1300, 800, 700}));
        QCOMPARE(turned({1000, 1000}, 45, -600, -400, 600, 400), shape({929, 646, 1354, 1071, 1071, 1354, 646, 929}));
        QCOMPARE(turned({1000, 1000}, 0, -601, -1, 601, 1), shape({700, 1000, 1301, 1000, 1301, 1001, 700, 1001}));
        QCOMPARE(turned({1000, 1000}, 180, -601, -1, 601, 1), shape({1301, 1001, 700, 1001, 700, 1000, 1301, 1000}));
    }

    void depths() {
        const auto depth = [](const PlanShape &a, const PlanShape &b) { return overlap(a, b).value_or(0); };
        const auto square = shape({0, 0, 10, 0, 10, 10, 0, 10});
        QCOMPARE(depth(square, shape({10, 0, 20, 0, 20, 10, 10, 10})), 0);
        QCOMPARE(depth(square, shape({9, 5, 19, 5, 19, 15, 9, 15})), 1);
        QCOMPARE(depth(square, shape({15, 0, 20, 5, 15, 10, 10, 5})), 0);
        QCOMPARE(depth(square, shape({4, 4, 6, 4, 6, 6, 4, 6})), 6);
        const auto corner = shape({0, 0, 20, 0, 20, 2, 2, 2, 2, 20, 0, 20}); // an L
        QCOMPARE(depth(shape({5, 5, 8, 5, 8, 8, 5, 8}), corner), 0);
        QCOMPARE(depth(shape({1, 5, 8, 5, 8, 8, 1, 8}), corner), 8);
        QCOMPARE(depth(shape({0, 0, 1, 0, 1, 1, 0, 1}), corner), 1);
        QCOMPARE(depth(shape({0, -1, 30, -1, 30, 21, 0, 21}), corner), 20);
    }

    void neighbours() {
        Lab lab;
        lab.neighbour(5000, 4000);
        QCOMPARE(lab.at(6000, 4000), QStringList());
        QCOMPARE(lab.at(5999, 4000), QStringList({footprint(1)}));
        QCOMPARE(lab.at(5800, 4000, 90), QStringList());
        QCOMPARE(lab.at(5799, 4000, 270), QStringList({footprint(1)}));
        QCOMPARE(lab.at(6066, 4000, 45), QStringList());
        QCOMPARE(lab.at(6065, 4000, 45), QStringList({footprint(1)}));
        QCOMPARE(lab.at(5900, 4700, 45), QStringList());
        lab.neighbour(5000, 4000, {{19}, {30}});
        QCOMPARE(lab.at(5000, 4000), QStringList({footprint(600, 19)}));
        lab.neighbour(5000, 4000, {{20}, {30}});
        QCOMPARE(lab.at(5000, 4000), QStringList());
    }

    /// 300 mm before it, 200 behind, 100 on the left, 50 on the right; front to front two share theirs.
    void clearances() {
        Lab lab;
        const Envelope::Clearance free{300_mm, 200_mm, 100_mm, 50_mm};
        lab.booking.item.clearance = free;
        lab.neighbour(5000, 4000);
        QCOMPARE(lab.at(5000, 4900), QStringList());
        QCOMPARE(lab.at(5000, 4899), QStringList({footprint(1)}));
        QCOMPARE(lab.at(5000, 3200), QStringList());
        QCOMPARE(lab.at(5000, 3201), QStringList({footprint(1)}));
        QCOMPARE(lab.at(3900, 4000), QStringList());
        QCOMPARE(lab.at(3901, 4000), QStringList({footprint(1)}));
        QCOMPARE(lab.at(6050, 4000), QStringList());
        QCOMPARE(lab.at(6049, 4000), QStringList({footprint(1)}));
        lab.neighbour(8000, 6000, {{0}, Day::never()}, free);
        QCOMPARE(lab.at(8000, 5100, 180), QStringList());
        QCOMPARE(lab.at(8000, 5101, 180), QStringList({footprint(1)}));
        lab.booking.item.clearance = {};
        QCOMPARE(lab.at(8000, 5100), QStringList());
        QCOMPARE(lab.at(8000, 5101), QStringList({footprint(1)}));
    }

    void theRoom() {
        Lab lab;
        QCOMPARE(lab.at(9500, 7700), QStringList());
        QCOMPARE(lab.at(9501, 7700), QStringList({u"S6 S/M 1 + 0 > 0 mm, day 10"_qs}));
        lab.booking.item.clearance = {300_mm, 0_mm, 0_mm, 0_mm};
        lab.feature(u"column"_qs, {{3000, 2000}, {3600, 2000}, {3600, 2600}, {3000, 2600}});
        QCOMPARE(lab.at(3500, 3200), QStringList());
        QCOMPARE(lab.at(3500, 3199), QStringList({u"S6 S/M column 1 + 0 > 0 mm, day 10"_qs}));
        lab.feature(u"aisle_hot"_qs, {{6000, 1000}, {9000, 1000}, {9000, 2200}, {6000, 2200}}, true);
        QCOMPARE(lab.at(7000, 2500), QStringList());
        QCOMPARE(lab.at(7000, 2499), QStringList({u"S6 S/M aisle_hot 1 + 0 > 0 mm, day 10"_qs}));
        lab.feature(u"area"_qs, {{6000, 1000}, {9000, 1000}, {9000, 2200}, {6000, 2200}});
        QCOMPARE(lab.at(7000, 2499), QStringList());
        lab.booking.item.bodyWidth = {};
        QCOMPARE(lab.at(7000, 4000), QStringList({u"S6 S/M 1 + 0 > ? mm size, day 10"_qs}));
    }

    void racks() {
        Lab lab;
        Rack rack;
        rack.id = {1};
        rack.room = {1};
        rack.code = u"R1"_qs;
        rack.width = 600_mm;
        rack.depth = 1200_mm;
        rack.orientationDegrees = 90;
        rack.during = {{0}, {12}};
        lab.record.racks = Table<Rack>({rack});
        QCOMPARE(lab.at(1700, 300), QStringList());
        QCOMPARE(lab.at(1699, 300), QStringList({u"S6 S/M/R1 1 + 0 > 0 mm, day 10"_qs}));
        lab.booking.during = {{12}, {20}};
        QCOMPARE(lab.at(1699, 300), QStringList());
    }

    void floorLoad() {
        Lab lab;
        lab.room([](Room &room) { room.floorClass = 1; });
        lab.booking.item.weight = Mass{611'620};
        QCOMPARE(lab.at(3000, 3000), QStringList());
        lab.booking.item.weight = Mass{611'621};
        QCOMPARE(lab.at(3000, 3000), QStringList({u"S4 S/M 611621 + 0 > 611620 g tile, day 10"_qs}));
        RoomEnvironment air;
        air.id = {1};
        air.room = {1};
        air.floorLoad = 5000;
        lab.record.roomEnvironments = Table<RoomEnvironment>({air});
        lab.booking.item.weight = Mass{305'810};
        QCOMPARE(lab.at(3000, 3000, 30), QStringList());
        lab.booking.item.weight = Mass{305'811};
        QCOMPARE(lab.at(3000, 3000, 30), QStringList({u"S4 S/M 305811 + 0 > 305810 g area, day 10"_qs}));
    }

    void delivery() {
        Lab lab;
        lab.booking.item.delivered = {1200_mm, 800_mm, 900_mm, 400_kg};
        DeliverySegment lift{{1}, {1}, u"main"_qs, 1, u"lift"_qs, u"lift"_qs, 800_mm, 900_mm, 1200_mm, 400, 1962};
        DeliverySegment door{{2}, {1}, u"back"_qs, 1, u"door"_qs, u"door"_qs, 700_mm, {}, {}, {}, {}};
        const auto with = [&](auto change) {
            DeliverySegment narrowed = lift;
            change(narrowed);
            lab.record.deliverySegments = Table<DeliverySegment>({narrowed, door});
            auto found = lab.at(3000, 3000);
            found.removeAll(u"S9 S/M door 800 + 0 > 700 mm width, day 10"_qs);
            return found;
        };
        QCOMPARE(with([](auto &) {}), QStringList());
        QCOMPARE(with([](auto &s) { s.width = 799_mm; }),
                 QStringList({u"S9 S/M lift 800 + 0 > 799 mm width, day 10"_qs}));
        QCOMPARE(with([](auto &s) { s.length = 1199_mm; }),
                 QStringList({u"S9 S/M lift 1200 + 0 > 1199 mm length, day 10"_qs}));
        QCOMPARE(with([](auto &s) { s.height = 899_mm; }),
                 QStringList({u"S9 S/M lift 900 + 0 > 899 mm height, day 10"_qs}));
        QCOMPARE(with([](auto &s) { s.loadKilograms = 399; }),
                 QStringList({u"S9 S/M lift 400000 + 0 > 399000 g weight, day 10"_qs}));
        QCOMPARE(with([](auto &s) { s.pointLoadNewton = 1961; }),
                 QStringList({u"S9 S/M lift 1962 + 0 > 1961 N point load, day 10"_qs}));
        lab.booking.inherited = true;
        QCOMPARE(lab.at(3000, 3000), QStringList());
    }

    /// A loop that gives 2,000 ml/min at 20 degrees; and a zone that gets what does not go into the water.
    /// N1: the room's own, whatever racks in it have.
    void networkPorts() {
        const PortKind fast{25'000, u"SFP28"_qs, false};
        Policy policy;
        policy.networkPortsRefuse = 1;
        Drawing drawing(u"   R1\n 1 ."_qs);
        drawing.policy(policy).ports({}, fast, 3).ports(u"R1"_qs, fast, 9);
        Lab lab(drawing);
        lab.booking.item.ports = {{fast, 1}};
        QCOMPARE(lab.at(5000, 4000), QStringList({u"N1 S/M 25 Gb/s SFP28 1 + ? > ? pieces, day 10"_qs}));
        std::vector<NetworkPorts> ports(lab.record.networkPorts.begin(), lab.record.networkPorts.end());
        ports.front().row = {};
        ports.front().room = {1};
        lab.record.networkPorts = Table<NetworkPorts>(ports);
        lab.booking.item.ports = {{fast, 2}, {fast, 1}};
        QCOMPARE(lab.at(5000, 4000), QStringList());
        lab.booking.item.ports = {{fast, 2}, {fast, 2}};
        QCOMPARE(lab.at(5000, 4000), QStringList({u"N1 S ports 1 4 + 0 > 3 pieces, day 10"_qs}));
        lab.booking.item.ports = {{{fast.speedMbps, fast.medium, true}, 1}};
        QCOMPARE(lab.at(5000, 4000), QStringList({u"N1 S/M 25 Gb/s SFP28 out-of-band 1 + ? > ? pieces, day 10"_qs}));
        lab.record.policy = Policy(); // they only warn
        QCOMPARE(lab.at(5000, 4000), QStringList());
    }

    void water() {
        Lab lab;
        std::vector<Node> nodes(lab.record.nodes.begin(), lab.record.nodes.end());
        std::vector<NodeLimit> limits(lab.record.nodeLimits.begin(), lab.record.nodeLimits.end());
        const NodeId loop{static_cast<int>(nodes.size()) + 1};
        const NodeId zone{loop.value + 1};
        Node made;
        made.id = loop;
        made.kind = u"liquid_loop"_qs;
        made.name = u"loop"_qs;
        made.site = {1};
        made.supplyTemperature = Temperature{20'000};
        nodes.push_back(made);
        made.id = zone;
        made.kind = u"cooling_zone"_qs;
        made.name = u"zone"_qs;
        nodes.push_back(made);
        limits.push_back({{static_cast<int>(limits.size()) + 1}, loop, {0}, 2000, {}, {}, {}});
        limits.push_back({{static_cast<int>(limits.size()) + 1}, zone, {0}, 500'000, {}, {}, {}});
        lab.record.nodes = Table<Node>(nodes);
        lab.record.nodeLimits = Table<NodeLimit>(limits);
        auto &item = lab.booking.item;
        item.waterFlow = 2000;
        QCOMPARE(lab.at(3000, 3000), QStringList({u"C7 S/M 1 + 0 > 0 pieces loop, day 10"_qs}));
        lab.room([&](Room &room) {
            room.liquidLoop = loop;
            room.coolingZone = zone;
        });
        item.waterMin = item.waterMax = Temperature{20'000};
        item.draw = 1500_W;
        item.heatToWater = 1000_W;
        QCOMPARE(lab.at(3000, 3000), QStringList());
        item.waterFlow = 2001;
        item.draw = 1501_W;
        item.waterMax = Temperature{19'999};
        QCOMPARE(lab.at(3000, 3000), QStringList({u"C2 S zone 501000 + 0 > 500000 mW, day 10"_qs,
                                                  u"C7 S loop 20000 + 0 > 19999 mC, day 10"_qs,
                                                  u"C7 S loop 2001 + 0 > 2000 ml/min, day 10"_qs}));
        item = Lab().booking.item;
        item.waterFlow = 1;
        item.waterMin = Temperature{20'001};
        QCOMPARE(lab.at(3000, 3000), QStringList({u"C7 S loop 20001 + 0 > 20000 mC, day 10"_qs}));
        nodes[static_cast<std::size_t>(loop.value) - 1].supplyTemperature.reset();
        lab.record.nodes = Table<Node>(nodes);
        QCOMPARE(lab.at(3000, 3000), QStringList({u"C7 S loop 20001 + 0 > ? mC, day 10"_qs}));
    }
};

QTEST_GUILESS_MAIN(TestFloorPlan)
#include "tst_floorplan.moc"
