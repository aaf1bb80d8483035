#include "drawing.h"

#include "model/engine/whatif.h"

#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// Each rule at its limit and one unit beyond it, with every number of the refusal.
class TestChecks : public QObject {
    Q_OBJECT

private:
    static constexpr Period always{{0}, Day::never()};

    static Drawing oneRack() { return Drawing(u"   R1\n 3 .\n 2 .\n 1 ."_qs); }
    static Booking at(const Drawing &drawing, int unit, Period during = {{10}, {20}}) {
        Booking booking;
        booking.item.height = 1_U;
        booking.rack = drawing.rack(u"R1"_qs);
        booking.position = {2 * (unit - 1)};
        booking.during = during;
        return booking;
    }
    static QStringList refusals(const Drawing &drawing, const Booking &booking) {
        const auto estate = drawing.estate();
        return text(checkBooking(estate, estate, booking));
    }
    /// Cords of the one rack by outlet, "A1".
    static std::vector<Cord> cords(const Drawing &drawing, const QStringList &outlets) {
        std::vector<Cord> cords;
        for (const auto &name : outlets) {
            cords.push_back(drawing.cord(u"R1 "_qs + name.left(1), name.mid(1)));
        }
        return cords;
    }

private Q_SLOTS:
    void space() {
        auto drawing = oneRack();
        auto booking = at(drawing, 3);
        booking.item.weight = {};
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.item.height = {3};
        QCOMPARE(refusals(drawing, booking), QStringList({u"S1 S/M/R1 U3 3 + 0 > 2 hu, day 10"_qs}));
        auto other = at(drawing, 2, {{15}, {18}});
        drawing.place({1}, other);
        booking = at(drawing, 1);
        booking.item.height = {2};
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.item.height = {3};
        QCOMPARE(refusals(drawing, booking), QStringList({u"S1 S/M/R1 U1 3 + 1 > 3 hu, day 15"_qs}));
        booking.during = {{18}, {30}};
        QCOMPARE(refusals(drawing, booking), QStringList());
    }

    void mass() {
        auto drawing = oneRack();
        drawing.load(u"R1 mass"_qs, {960'000, 0, 0, 0}, {{12}, {13}});
        auto booking = at(drawing, 1);
        booking.item.weight = 40_kg;
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.item.weight = Mass{40'001};
        QCOMPARE(refusals(drawing, booking), QStringList({u"S3 S/M/R1 40001 + 960000 > 1000000 g, day 12"_qs}));
        booking.during.until = {12};
        QCOMPARE(refusals(drawing, booking), QStringList());
        drawing.forgetLimit(u"R1 mass"_qs);
        QCOMPARE(refusals(drawing, booking), QStringList({u"S3 S/M/R1 40001 + 0 > ? g, day 10"_qs}));
    }

    /// Beside what the rack itself bears and cools: the floor under it, and the zone that it shares with others.
    void floorAndZone() {
        Drawing drawing(u"   R1  R2\n 2 .  .\n 1 .  ."_qs);
        drawing.floor(u"R1"_qs, 40'000).zone(u"zone 1"_qs, {u"R1"_qs, u"R2"_qs}, 2'000'000);
        auto other = at(drawing, 1);
        other.rack = drawing.rack(u"R2"_qs);
        other.item.weight = 500_kg; // another rack has another floor
        other.item.draw = 1500_W;
        drawing.place({1}, other);
        auto booking = at(drawing, 1);
        booking.item.weight = 40_kg;
        booking.item.draw = 500_W;
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.item.weight = Mass{40'001};
        booking.item.draw = Power{500'001};
        QCOMPARE(refusals(drawing, booking), QStringList({u"C2 S zone 1 500001 + 1500000 > 2000000 mW, day 10"_qs,
                                                          u"S4 S/M/R1 40001 + 0 > 40000 g, day 10"_qs}));
        drawing.forgetLimit(u"zone 1"_qs);
        booking.item.weight = 40_kg;
        QCOMPARE(refusals(drawing, booking), QStringList({u"C2 S zone 1 500001 + 1500000 > ? mW, day 10"_qs}));
    }

    void aLimitThatChanges() {
        auto drawing = oneRack();
        drawing.limit(u"R1 heat"_qs, 900'000, {}, {}, {15});
        auto booking = at(drawing, 1);
        booking.item.draw = 900_W;
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.item.draw = Power{900'001};
        QCOMPARE(refusals(drawing, booking), QStringList({u"C1 S/M/R1 900001 + 0 > 900000 mW, day 15"_qs}));
    }

    void outlets() {
        auto drawing = oneRack();
        drawing.useOutlet(u"R1 A"_qs, u"1"_qs, {{19}, {25}});
        auto booking = at(drawing, 1);
        booking.item.cords = 2;
        booking.cords = cords(drawing, {u"A1"_qs, u"B1"_qs});
        QCOMPARE(refusals(drawing, booking), QStringList({u"P1 S R1 A:1 1 + 1 > 1 pieces, day 19"_qs}));
        booking.during.until = {19};
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.item.plug = u"C20"_qs;
        QCOMPARE(refusals(drawing, booking).size(), 2);
        booking.item.plug = u"C14"_qs;
        booking.cords = cords(drawing, {u"A2"_qs, u"A2"_qs, u"B1"_qs});
        QCOMPARE(refusals(drawing, booking), QStringList({u"P1 S R1 A:2 1 + 1 > 1 pieces, day 10"_qs}));
    }

    /// What its place lacked before is no reason to refuse a booking that asks for no more of it.
    void asksNothingAnewOfItsPlace() {
        auto drawing = oneRack();
        auto booking = at(drawing, 1);
        booking.owner = {2}; // and there is no agreement
        booking.item.weight = 10_kg;
        drawing.place({7}, booking);
        const auto estate = drawing.estate();
        const Estate others = withoutPlacements(estate, std::vector{PlacementId{7}});
        const auto refused = [&] { return text(checkBooking(others, estate, booking)); };
        booking.replaces = {7};
        QCOMPARE(refused(), QStringList());
        booking.during.until = booking.during.until.plus(-1);
        QCOMPARE(refused(), QStringList());
        booking.during.until = booking.during.until.plus(2);
        QCOMPARE(refused(), QStringList({u"G4 S 2 + ? > ? hu, day 10"_qs}));
    }

    /// DOMAIN: A 55 % (40 dual + 15 single-corded) with B 40 % passes, since A then carries 95 % and B 80 %.
    void halfIsNotTheBudget() {
        auto drawing = oneRack();
        drawing.limit(u"feed A"_qs, 100'000).limit(u"feed B"_qs, 100'000);
        auto dual = at(drawing, 1, always);
        dual.item.draw = 80_W;
        dual.cords = cords(drawing, {u"A1"_qs, u"B1"_qs});
        drawing.place({1}, dual);
        auto single = at(drawing, 2);
        single.item.draw = 15_W;
        single.cords = cords(drawing, {u"A2"_qs});
        QCOMPARE(refusals(drawing, single), QStringList());
        single.item.draw = 20_W;
        QCOMPARE(refusals(drawing, single), QStringList());
        // One milliwatt more than A can take when B is gone, though A itself is at 60 %.
        single.item.draw = Power{20'001};
        QCOMPARE(refusals(drawing, single),
                 QStringList({u"P6 S feed A 20001 + 80000 > 100000 mW, without S feed B, day 10"_qs}));
    }

    void chargesAreRoundedUpOnce() {
        const auto drawing = oneRack();
        const auto estate = drawing.estate();
        const auto charges = powerCharges(estate, Power{1001}, 950, cords(drawing, {u"A1"_qs, u"B2"_qs}));
        const auto of = [&](const QString &name) {
            return *std::ranges::find(charges, estate.indexOf(drawing.node(name)), &NodeCharge::node);
        };
        QCOMPARE(charges.size(), 5);                             // two rack PDUs, two feeds, one supply
        QCOMPARE(of(u"R1 A"_qs).normal, (Load{501, 527, 0, 0})); // 1001 / 2 / 0.95 = 526.8
        QCOMPARE(of(u"feed B"_qs).normal, (Load{501, 0, 527, 0}));
        QCOMPARE(of(u"feed A"_qs).extras.size(), 1);
        QCOMPARE(of(u"feed A"_qs).extras[0].source, drawing.node(u"feed B"_qs));
        QCOMPARE(of(u"feed A"_qs).extras[0].load, (Load{500, 527, 0, 0})); // 1001 / 0.95 = 1053.7 in all
        // Above both sides nothing shifts but the phase.
        QCOMPARE(of(u"supply"_qs).normal.main, 1001);
        QCOMPARE(of(u"supply"_qs).extras.size(), 2);
        QCOMPARE(of(u"supply"_qs).extras[0].load, (Load{0, 527, -527, 0}));
    }

    /// Three sources, each cord a third; two of three carry all: each takes a half when one fails.
    void threeCordsShareWhatOneLeaves() {
        auto drawing = oneRack();
        const auto estate = drawing.estate();
        const std::vector<Cord> three{drawing.cord(u"R1 A"_qs, u"1"_qs), drawing.cord(u"R1 A"_qs, u"2"_qs),
                                      drawing.cord(u"R1 B"_qs, u"1"_qs)};
        const auto charges = powerCharges(estate, 900_W, 1000, three);
        const auto feedB = *std::ranges::find(charges, estate.indexOf(drawing.node(u"feed B"_qs)), &NodeCharge::node);
        QCOMPARE(feedB.normal.main, 300'000);
        QCOMPARE(feedB.extras.size(), 1);
        QCOMPARE(feedB.extras[0].load.main, 600'000); // both cords of A go with feed A
        const auto feedA = *std::ranges::find(charges, estate.indexOf(drawing.node(u"feed A"_qs)), &NodeCharge::node);
        QCOMPARE(feedA.normal, (Load{600'000, 300'000, 300'000, 0}));
        QCOMPARE(feedA.extras[0].load, (Load{300'000, 150'000, 150'000, 0}));
    }

    /// A 32 A three-phase feed: 22,080 VA, 7,360 on each phase.
    void phasesHaveLimitsOfTheirOwn() {
        auto drawing = oneRack();
        drawing.limit(u"feed A"_qs, 22'080'000, {}, 7'360'000);
        drawing.limit(u"R1 A"_qs, 22'080'000).limit(u"R1 heat"_qs, 30'000'000).outletsBear(u"R1 A"_qs, 40'000);
        auto booking = at(drawing, 1);
        booking.item.powerFactorPermille = 1000;
        booking.cords = cords(drawing, {u"A1"_qs});
        booking.item.draw = 7360_W;
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.item.draw = Power{7'360'001};
        QCOMPARE(refusals(drawing, booking), QStringList({u"P5 S feed A 7360001 + 0 > 7360000 mVA L1, day 10"_qs}));
    }

    void agreement() {
        auto drawing = oneRack();
        drawing.guest({2}, {{5}, {30}}, u"U"_qs, 4);
        auto booking = at(drawing, 1);
        booking.item.height = 2_U;
        booking.owner = {2};
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.during = {{4}, {20}};
        QCOMPARE(refusals(drawing, booking), QStringList({u"G4 S 4 + ? > ? hu, day 4"_qs}));
        booking.during = {{5}, {30}};
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.during = {{5}, {31}};
        QCOMPARE(refusals(drawing, booking).size(), 1);
        booking.during = {{5}, {30}};
        booking.item.height = {5};
        QCOMPARE(refusals(drawing, booking), QStringList({u"G4 S HA-1 U 5 + 0 > 4 hu, day 5"_qs}));
        booking.owner = {1}; // the host itself
        QCOMPARE(refusals(drawing, booking), QStringList());
    }

    void neverWorse() {
        auto drawing = oneRack();
        drawing.load(u"feed A"_qs, {2'000'000, 0, 0, 0}).limit(u"feed A"_qs, 1'000'000);
        auto booking = at(drawing, 1);
        booking.item.draw = Power{1};
        booking.cords = cords(drawing, {u"B1"_qs});
        QCOMPARE(refusals(drawing, booking), QStringList());
        booking.cords = cords(drawing, {u"A1"_qs});
        QCOMPARE(refusals(drawing, booking), QStringList({u"P5 S feed A 1 + 2000000 > 1000000 mW, day 10"_qs}));
    }
};

QTEST_APPLESS_MAIN(TestChecks)
#include "tst_checks.moc"
