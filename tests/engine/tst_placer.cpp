#include "drawing.h"

#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// Racks drawn in, places as lines out.
class TestPlacer : public QObject {
    Q_OBJECT

private:
    static Wanted want(Height height, Period during = {{10}, {20}}) {
        Wanted wanted;
        wanted.item.height = height;
        wanted.during = during;
        return wanted;
    }
    static QStringList places(const Estate &estate, const SearchResult &result) {
        QStringList lines;
        for (const auto &proposal : result.proposals) {
            lines << text(estate, proposal);
        }
        return lines;
    }
    static QStringList planned(const Estate &estate, const SearchResult &result) {
        QStringList lines;
        for (const auto &proposal : result.plan) {
            lines << text(estate, proposal);
        }
        return lines;
    }
    static QStringList refusals(const SearchResult &result) {
        QStringList lines;
        for (const auto &rack : result.refused) {
            lines << text(rack.shortfalls);
        }
        return lines;
    }

private Q_SLOTS:
    /// A rack's own ports first, else its row's; pieces of one search share them.
    void networkPorts() {
        const PortKind fast{25'000, u"SFP28"_qs, false};
        Policy policy;
        policy.networkPortsRefuse = 1;
        Drawing drawing(u"   R1 R2\n4  .  .\n3  .  .\n2  .  .\n1  .  .\n"_qs);
        drawing.policy(policy).ports({}, fast, 3).ports(u"R2"_qs, fast, 1);
        auto wanted = want(1_U);
        wanted.item.ports = {{fast, 1}, {fast, 1}};
        const auto two = findSpace(drawing.estate(), wanted);
        QCOMPARE(places(drawing.estate(), two), QStringList{u"R1 U1 front"_qs});
        QCOMPARE(refusals(two), QStringList{u"N1 S ports 2 2 + 0 > 1 pieces, day 10"_qs});
        wanted.count = 2; // four of three
        QCOMPARE(planned(drawing.estate(), findSpace(drawing.estate(), wanted)), QStringList{u"R1 U1 front"_qs});
        wanted.item.ports = {{{1000, u"RJ45"_qs, true}, 1}};
        const auto unknown = refusals(findSpace(drawing.estate(), wanted));
        QCOMPARE(unknown.value(0), u"N1 S/M/R1 1 Gb/s RJ45 out-of-band 1 + ? > ? pieces, day 10"_qs);
        // Where they only warn, a node that is not limited and one that is not there refuse nothing.
        drawing.policy(Policy());
        QCOMPARE(findSpace(drawing.estate(), wanted).plan.size(), 2U);
    }

    void whatIsHeldIsEstimatedWhereNobodyKnows() {
        Policy policy;
        policy.gramsPerUnitEstimate = 11'001;
        Envelope item;
        item.height = 3_U;
        const Envelope silent = withEstimates(item, policy);
        QCOMPARE(silent.weight->grams, 33'003);
        QCOMPARE(silent.draw->milliwatts, 450'000);
        QCOMPARE(*silent.cords, 2);
        QVERIFY(silent.estimated.weight && silent.estimated.draw && silent.estimated.cords);
        item.draw = 0_W;
        const Envelope passive = withEstimates(item, policy);
        QCOMPARE(*passive.cords, 0);
        QCOMPARE(passive.draw->milliwatts, 0);
        item.weight = 5_kg;
        item.draw = 100_W;
        item.cords = 1;
        const Envelope said = withEstimates(item, policy);
        QCOMPARE(said.weight->grams, 5'000);
        QVERIFY(!said.estimated.weight && !said.estimated.draw && !said.estimated.cords);
    }

    /// A rack that bears 10 kg takes 1U of which nobody knows the weight as little as the guard will: it may be 12 kg.
    void anEstimateIsChecked() {
        Drawing drawing(uR"(
               R1
            2  .
            1  .
        )"_qs);
        drawing.limit(u"R1 mass"_qs, 11'999);
        auto wanted = want(1_U);
        wanted.item = withEstimates(wanted.item, drawing.snapshot()->policy);
        const auto refused = findSpace(drawing.estate(), wanted);
        QCOMPARE(refused.refused.size(), 1U);
        QCOMPARE(text(refused.refused.front().shortfalls), QStringList{u"S3 S/M/R1 12000 + 0 > 11999 g, day 10"_qs});
        QCOMPARE(refused.estimated, (std::vector{Unchecked::Weight, Unchecked::Draw, Unchecked::Cords}));
        drawing.limit(u"R1 mass"_qs, 12'000);
        QCOMPARE(findSpace(drawing.estate(), wanted).proposals.size(), 1U);
    }

    void fillsTheGapThatFits() {
        const auto estate = Drawing(uR"(
               R1  R2  R3
            6  .   X   X
            5  .   .   .
            4  .   .   X
            3  .   X   .
            2  .   .   X
            1  .   .   .  )"_qs)
                                .estate();
        const auto result = findSpace(estate, want(2_U));
        QCOMPARE(places(estate, result), QStringList({u"R2 U1 front"_qs, u"R1 U1 front"_qs}));
        QCOMPARE(refusals(result), QStringList({u"S1 S/M/R3 4 + 2 > 4 hu, day 10"_qs}));
        QCOMPARE(result.proposals[0].scores.of(Term::Space), 1000);
        QCOMPARE(result.proposals[1].scores.of(Term::Space), 333);
        // Both gaps of R2 would do.
        QCOMPARE(result.proposals[0].starts.count(), 2);
        QVERIFY(result.proposals[0].starts.test(0) && result.proposals[0].starts.test(6));
    }

    /// What a search says of a rack without a place is what a booking of the best place there would be told.
    void aRackIsRefusedInTheNumbersOfABooking() {
        const auto told = [](const Estate &estate, const Wanted &wanted, RackId rack) {
            Booking booking;
            booking.item = wanted.item;
            booking.rack = rack;
            booking.during = wanted.during;
            return checkSpace(estate, booking); // from the lowest unit
        };
        const auto taken = Drawing(uR"(
               R1  R2
            4  X   X
            3  X   .
            2  X   .
            1  X   .  )"_qs)
                               .estate();
        const auto empty = Drawing(u"   R1\n 2 .\n 1 ."_qs).estate();
        for (const auto &[estate, height] : {std::pair(&taken, 4_U), {&empty, 3_U}}) {
            const auto wanted = want(height);
            const auto result = findSpace(*estate, wanted);
            QCOMPARE(result.refused.size(), estate->racks().size());
            for (const auto &[rack, shortfalls] : result.refused) {
                const auto booking = told(*estate, wanted, rack);
                QCOMPARE(booking.size(), 1);
                QCOMPARE(shortfalls.size(), 1);
                QCOMPARE(booking[0].where, shortfalls[0].where + u" U1"_qs);
                QVERIFY(std::tie(shortfalls[0].requested, shortfalls[0].used, shortfalls[0].capacity) ==
                        std::tie(booking[0].requested, booking[0].used, booking[0].capacity));
            }
        }
    }

    void neverStartsBetweenTwoUnitsUnlessHalfAUnitHigh() {
        Drawing drawing(uR"(
               R1
            3  .
            2  .
            1  .  )"_qs);
        Booking half;
        half.item.height = {1};
        half.rack = drawing.rack(u"R1"_qs);
        half.during = {{0}, Day::never()};
        drawing.place({1}, half);
        const auto estate = drawing.estate();
        QCOMPARE(places(estate, findSpace(estate, want(2_U))), QStringList({u"R1 U2 front"_qs}));
        QCOMPARE(places(estate, findSpace(estate, want(Height{3}))), QStringList({u"R1 U1.5 front"_qs}));
        QCOMPARE(places(estate, findSpace(estate, want(3_U))), QStringList());
    }

    void standsTogetherOrApart() {
        // R1 has the best gap for one, R3 the room for two.
        const Drawing drawing(uR"(
               R1  R2  R3
            3  X   X   X
            2  X   .   .
            1  .   X   .  )"_qs);
        const auto estate = drawing.estate();
        auto wanted = want(1_U);
        wanted.count = 2;
        const auto plan = [&](Within together, Within apart, int count) {
            wanted.together = together;
            wanted.apart = apart;
            wanted.count = count;
            return planned(estate, findSpace(estate, wanted));
        };
        const auto any = Within::Anything;
        QCOMPARE(plan(any, any, 2), QStringList({u"R1 U1 front"_qs, u"R2 U2 front"_qs}));
        QCOMPARE(plan(Within::Rack, any, 2), QStringList({u"R3 U1 front"_qs, u"R3 U2 front"_qs}));
        QCOMPARE(plan(Within::Rack, any, 3).size(), 2); // as many as one rack takes
        QCOMPARE(plan(Within::Room, any, 4).size(), 4);
        QCOMPARE(plan(Within::Site, Within::Rack, 3),
                 QStringList({u"R1 U1 front"_qs, u"R2 U2 front"_qs, u"R3 U1 front"_qs}));
        QCOMPARE(plan(any, Within::Rack, 4).size(), 3);
        QCOMPARE(plan(any, Within::Room, 2).size(), 1); // there is one room
        QCOMPARE(plan(Within::Rack, Within::Rack, 2).size(), 1);
    }

    void usesTheRearOnlyWhereTheFrontIsTaken() {
        const auto estate = Drawing(uR"(
               R1  R2
            2  f   .
            1  f   X  )"_qs)
                                .estate();
        auto wanted = want(1_U);
        wanted.item.depth = 480_mm; // and 120 of cords
        QCOMPARE(places(estate, findSpace(estate, wanted)), QStringList({u"R2 U2 front"_qs, u"R1 U1 rear"_qs}));
        wanted.item.depth = 481_mm;
        const auto result = findSpace(estate, wanted);
        QCOMPARE(places(estate, result), QStringList({u"R2 U2 front"_qs}));
        QCOMPARE(refusals(result), QStringList({u"S1 S/M/R1 2 + 2 > 2 hu, day 10"_qs}));
    }

    void refusesWhatIsDeeperThanTheRack() {
        const auto estate = Drawing(u"   R1\n 1 ."_qs).estate();
        auto wanted = want(1_U);
        wanted.item.depth = 880_mm;
        QCOMPARE(findSpace(estate, wanted).proposals.size(), 1);
        wanted.item.depth = 881_mm;
        QCOMPARE(refusals(findSpace(estate, wanted)), QStringList({u"S2 S/M/R1 1001 + 0 > 1000 mm, day 10"_qs}));
    }

    void putsHalfWidthBesideHalfWidth() {
        const auto estate = Drawing(uR"(
               R1
            3  X
            2  <
            1  X  )"_qs)
                                .estate();
        auto wanted = want(1_U);
        QCOMPARE(findSpace(estate, wanted).proposals.size(), 0);
        wanted.item.halfWidth = true;
        QCOMPARE(places(estate, findSpace(estate, wanted)), QStringList({u"R1 U2 front right"_qs}));
    }

    void turnsWhatBlowsTheOtherWay() {
        const auto estate = Drawing(u"   R1\n 1 ."_qs).estate();
        auto wanted = want(1_U);
        wanted.item.airflow = u"rear-to-front"_qs;
        QCOMPARE(places(estate, findSpace(estate, wanted)), QStringList({u"R1 U1 rear"_qs}));
        wanted.item.airflow = u"passive"_qs;
        QCOMPARE(places(estate, findSpace(estate, wanted)), QStringList({u"R1 U1 front"_qs}));
    }

    void looksAtEveryDayOfThePeriod() {
        Drawing drawing(u"   R1\n 1 ."_qs);
        Booking later;
        later.item.height = 1_U;
        later.rack = drawing.rack(u"R1"_qs);
        later.during = {{20}, {30}};
        drawing.place({1}, later);
        const auto estate = drawing.estate();
        QCOMPARE(findSpace(estate, want(1_U, {{10}, {20}})).proposals.size(), 1);
        QCOMPARE(findSpace(estate, want(1_U, {{10}, {21}})).proposals.size(), 0);
        QCOMPARE(findSpace(estate, want(1_U, {{29}, {40}})).proposals.size(), 0);
        QCOMPARE(findSpace(estate, want(1_U, {{30}, Day::never()})).proposals.size(), 1);
    }

    void givesEachCordItsSideAndTheLightestPhase() {
        Drawing drawing(u"   R1\n 1 ."_qs);
        drawing.load(u"R1 A"_qs, {500'000, 500'000, 0, 0}).useOutlet(u"R1 B"_qs, u"1"_qs);
        const auto estate = drawing.estate();
        auto wanted = want(1_U);
        wanted.item.draw = 1000_W;
        wanted.item.plug = u"C14"_qs;
        wanted.item.cords = 1;
        QCOMPARE(places(estate, findSpace(estate, wanted)), QStringList({u"R1 U1 front A2"_qs}));
        wanted.item.cords = 2;
        QCOMPARE(places(estate, findSpace(estate, wanted)), QStringList({u"R1 U1 front A2 B4"_qs}));
        wanted.item.plug = u"C20"_qs;
        QCOMPARE(refusals(findSpace(estate, wanted)),
                 QStringList({u"P1 S/M/R1 A 1 + 0 > 0 pieces, day 10"_qs, u"P1 S/M/R1 B 1 + 0 > 0 pieces, day 10"_qs}));
    }

    /// The sides in turn, and where that does not work any outlets that no rule forbids.
    void triesEveryChoiceOfOutlets() {
        Drawing drawing(u"   R1\n 1 ."_qs);
        for (int outlet = 2; outlet <= 6; ++outlet) {
            drawing.useOutlet(u"R1 A"_qs, QString::number(outlet));
        }
        auto wanted = want(1_U);
        wanted.item.draw = 300_W;
        wanted.item.cords = 3;
        QCOMPARE(places(drawing.estate(), findSpace(drawing.estate(), wanted)),
                 QStringList({u"R1 U1 front A1 B1 B4"_qs}));
        drawing.useOutlet(u"R1 A"_qs, u"1"_qs); // all three on one side are forbidden
        QCOMPARE(refusals(findSpace(drawing.estate(), wanted)),
                 QStringList({u"P1 S/M/R1 A 2 + 0 > 0 pieces, day 10"_qs}));
    }

    void namesEveryReasonAtOnce() {
        Drawing drawing(uR"(
               R1
            2  X
            1  X  )"_qs);
        drawing.load(u"R1 mass"_qs, {950'000, 0, 0, 0}).load(u"R1 heat"_qs, {9'500'000, 0, 0, 0});
        drawing.limit(u"R1 A"_qs, 100'000).limit(u"R1 B"_qs, 250'000, 400'000);
        const auto estate = drawing.estate();
        auto wanted = want(1_U);
        wanted.item.weight = 51_kg;
        wanted.item.draw = 501_W;
        wanted.item.cords = 2;
        wanted.owner = {2};
        QCOMPARE(refusals(findSpace(estate, wanted)),
                 QStringList({u"S1 S/M/R1 2 + 2 > 2 hu, day 10"_qs, u"S3 S/M/R1 51000 + 950000 > 1000000 g, day 10"_qs,
                              u"C1 S/M/R1 501000 + 9500000 > 10000000 mW, day 10"_qs,
                              u"P4 S R1 A 250500 + 0 > 100000 mW, day 10"_qs,
                              u"P6 S R1 A 501000 + 0 > 100000 mW, without S feed B, day 10"_qs,
                              u"P4 S R1 B 250500 + 0 > 250000 mW, day 10"_qs,
                              u"P6 S R1 B 501000 + 0 > 400000 mW, without S feed A, day 10"_qs,
                              u"G4 S 2 + ? > ? hu, day 10"_qs}));
    }

    void saysWhatItWasNotTold() {
        const auto estate = Drawing(u"   R1\n 1 ."_qs).estate();
        using enum Unchecked;
        auto wanted = want(1_U);
        QCOMPARE(findSpace(estate, wanted).notChecked,
                 std::vector<Unchecked>(
                     {Depth, Width, Weight, Draw, Cords, Airflow, Inlet, DataClass, Availability, Agreement}));
        wanted.item = {1_U, false, 500_mm, 10_kg, 100_W, 950, 2, u"1"_qs, u"C14"_qs, u"front-to-rear"_qs};
        wanted.owner = {1};
        QCOMPARE(findSpace(estate, wanted).notChecked, std::vector<Unchecked>({Width, Inlet, DataClass, Availability}));
        wanted.item.width = 450_mm;
        wanted.item.inletMax = Temperature{27'000};
        wanted.item.dataClass = u"laag"_qs;
        wanted.item.availabilityClass = 1;
        QCOMPARE(findSpace(estate, wanted).notChecked, std::vector<Unchecked>());
        wanted.redundant = true;
        QVERIFY(!findSpace(estate, wanted).singleCorded);
        wanted.item.cords = 1;
        QVERIFY(findSpace(estate, wanted).singleCorded);
    }

    void placesEachOfSeveralAfterTheOthers() {
        Drawing drawing(uR"(
               R1  R2
            3  .   .
            2  X   .
            1  .   .  )"_qs);
        drawing.limit(u"R2 mass"_qs, 40'000);
        const auto estate = drawing.estate();
        auto wanted = want(1_U);
        wanted.item.weight = 20_kg;
        wanted.item.cords = 1;
        wanted.count = 4;
        const auto four = findSpace(estate, wanted);
        QCOMPARE(planned(estate, four),
                 QStringList({u"R1 U1 front A1"_qs, u"R1 U3 front A4"_qs, u"R2 U1 front A1"_qs, u"R2 U2 front A4"_qs}));
        QVERIFY(four.full.empty());
        wanted.count = 5;
        const auto five = findSpace(estate, wanted);
        QCOMPARE(five.plan.size(), 4);
        QCOMPARE(text(five.full[0].shortfalls), QStringList({u"S1 S/M/R1 2 + 2 > 2 hu, day 10"_qs}));
        QCOMPARE(text(five.full[1].shortfalls), QStringList({u"S3 S/M/R2 60000 + 0 > 40000 g, day 10"_qs}));
    }

    void aBookingDoesNotCollideWithItself() {
        Drawing drawing(uR"(
               R1
            3  .
            2  .
            1  .  )"_qs);
        Booking own;
        own.item = {3_U, false, {}, 600_kg, 1200_W, 950, 2, {}, {}, {}};
        own.rack = drawing.rack(u"R1"_qs);
        own.cords = {drawing.cord(u"R1 A"_qs, u"1"_qs), drawing.cord(u"R1 B"_qs, u"1"_qs)};
        own.owner = {2};
        own.during = {{0}, {100}};
        drawing.guest({2}, {{0}, {1000}}, u"kg"_qs, 1'000'000);
        drawing.limit(u"R1 A"_qs, 1'000'000, 1'500'000).limit(u"R1 B"_qs, 1'000'000, 1'500'000);
        drawing.place({7}, own, u"held"_qs);
        const auto estate = drawing.estate();
        auto wanted = want(3_U);
        wanted.item = own.item;
        wanted.owner = {2};
        QCOMPARE(refusals(findSpace(estate, wanted)).size(), 7); // S1, S3, P4 and P6 on both sides, G4
        wanted.replacing = {{7}};
        QCOMPARE(places(estate, findSpace(estate, wanted)), QStringList({u"R1 U1 front A1 B1"_qs}));
        // Never worse: what was overloaded before may stay as it is, and not grow.
        drawing.limit(u"R1 mass"_qs, 500'000);
        const auto derated = drawing.estate();
        QCOMPARE(findSpace(derated, wanted).proposals.size(), 1);
        wanted.item.weight = Mass{600'001};
        QCOMPARE(refusals(findSpace(derated, wanted)), QStringList({u"S3 S/M/R1 600001 + 0 > 500000 g, day 10"_qs}));
    }

    /// Many racks are asked by several threads; what they say together is what each says alone.
    void manyRacks() {
        constexpr int count = 1500;
        QString codes, upper, lower;
        for (int i = 0; i < count; ++i) {
            codes += u" R%1"_qs.arg(i);
            upper += i % 3 == 0 ? u" X"_qs : u" ."_qs;
            lower += i % 7 < 5 ? u" X"_qs : u" ."_qs;
        }
        Drawing drawing(codes + u"\n4"_qs + upper + u"\n3"_qs + upper + u"\n2"_qs + lower + u"\n1"_qs + lower);
        for (int i = 0; i < count; i += 2) {
            drawing.load(u"R%1 heat"_qs.arg(i), {9'600'000 + i * 100});
        }
        const auto estate = drawing.estate();
        auto wanted = want(2_U);
        wanted.item.weight = 20_kg;
        wanted.item.draw = 300_W;
        const auto all = findSpace(estate, wanted);
        QCOMPARE(all.proposals.size() + all.refused.size(), std::size_t{count});
        QVERIFY(std::ranges::is_sorted(all.refused, {}, &NoPlace::rack));
        QStringList alone;
        auto one = wanted;
        for (const auto &rack : estate.racks()) {
            one.rack = rack.id;
            alone << places(estate, findSpace(estate, one)) << refusals(findSpace(estate, one));
        }
        auto together = places(estate, all) + refusals(all);
        wanted.best = 20;
        QCOMPARE(places(estate, findSpace(estate, wanted)), together.mid(0, 20));
        alone.sort();
        together.sort();
        QCOMPARE(together, alone);
    }

    void stopsWhenAsked() {
        const auto estate = Drawing(u"   R1\n 1 ."_qs).estate();
        std::stop_source stop;
        stop.request_stop();
        const auto result = findSpace(estate, want(1_U), stop.get_token());
        QVERIFY(result.cancelled);
        QVERIFY(result.proposals.empty());
    }
};

QTEST_APPLESS_MAIN(TestPlacer)
#include "tst_placer.moc"
