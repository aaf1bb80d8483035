#include "drawing.h"

#include "model/engine/rackstates.h"

#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// What a plan tells of a rack on a day, layer by layer.
class TestRackStates : public QObject {
    Q_OBJECT

private:
    static RackState stateOn(const Drawing &drawing, int day) {
        const auto estate = drawing.estate();
        const auto states = rackStatesOn(estate, estate.rack(drawing.rack(u"R1"_qs))->room, {day});
        return states.front();
    }

private Q_SLOTS:
    void sharesFollowTheDay() {
        Drawing drawing(u"  R1\n4 .\n3 .\n2 .\n1 ."_qs);
        drawing.limit(u"R1 A"_qs, 1'000'000).limit(u"R1 B"_qs, 2'000'000, 1'000'000);
        drawing.load(u"R1 A"_qs, {600'000, 0, 0, 0}, {{10}, {20}}).load(u"R1 B"_qs, {400'000, 0, 0, 0});
        drawing.extra(u"R1 B"_qs, u"feed A"_qs, {500'000, 0, 0, 0}, {{10}, {20}});
        const auto before = stateOn(drawing, 9);
        QCOMPARE(before.sides[0], std::optional(0));
        QCOMPARE(before.sides[1], std::optional(200));
        QCOMPARE(before.failover, std::optional(400));
        const auto then = stateOn(drawing, 10);
        QCOMPARE(then.sides[0], std::optional(600));
        QCOMPARE(then.failover, std::optional(900)); // 400 + 500 of 1000 on B when A fails
        QCOMPARE(stateOn(drawing, 19).sides[0], std::optional(600));
        QCOMPARE(stateOn(drawing, 20).sides[0], std::optional(0));
    }

    void anUnknownLimitIsNoShare() {
        Drawing drawing(u"  R1\n1 ."_qs);
        drawing.forgetLimit(u"R1 mass"_qs).forgetLimit(u"R1 A"_qs);
        const auto state = stateOn(drawing, 0);
        QCOMPARE(state.capacity.at(Resource::Mass).permilleTaken(), std::optional<int>());
        QCOMPARE(state.sides[0], std::optional<int>());
        QVERIFY(state.sides[1]);
    }

    void tenantsAndTheNextEnd() {
        Drawing drawing(u"  R1\n4 .\n3 .\n2 .\n1 ."_qs);
        QVERIFY(stateOn(drawing, 5).tenants.empty());
        Booking booking;
        booking.item.height = 1_U;
        booking.item.weight = 10_kg;
        booking.rack = drawing.rack(u"R1"_qs);
        booking.owner = {7};
        booking.during = {{0}, {30}};
        drawing.place({1}, booking);
        booking.position = {2};
        booking.owner = {3};
        booking.during = {{0}, {40}};
        drawing.place({2}, booking);
        auto state = stateOn(drawing, 29);
        QCOMPARE(state.tenants, (std::vector<OrganisationId>{{3}, {7}}));
        QVERIFY(!state.strangers);
        QCOMPARE(state.nextEnd, std::optional(Day{30}));
        state = stateOn(drawing, 30);
        QCOMPARE(state.tenants, (std::vector<OrganisationId>{{3}}));
        QCOMPARE(state.nextEnd, std::optional(Day{40}));
        Drawing strange(u"  R1\n2 X\n1 ."_qs);
        QVERIFY(stateOn(strange, 0).strangers);
    }
};

QTEST_MAIN(TestRackStates)
#include "tst_rackstates.moc"
