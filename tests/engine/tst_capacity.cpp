#include "anydrawing.h"
#include "drawing.h"

#include "model/engine/levels.h"
#include "model/engine/stranded.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// Totals that reconcile, whatever stands in the rack.
class TestCapacity : public QObject {
    Q_OBJECT

private:
    static constexpr Period always{{0}, Day::never()};

    static std::int64_t sum(const Capacity &c) { return c.blocked + c.used + c.held + c.free; }

    static const LevelCapacity &at(const std::vector<LevelCapacity> &levels, Level level) {
        return *std::ranges::find(levels, level, [](const LevelCapacity &l) { return l.place.level; });
    }
    static const NodeCapacity &at(const Drawing &drawing, const std::vector<NodeCapacity> &nodes, const QString &name) {
        const auto estate = drawing.estate();
        return *std::ranges::find(nodes, estate.indexOf(drawing.node(name)), &NodeCapacity::node);
    }

    /// Of what was drawn, what its cords draw below a node on a day: each share rounded up where it hangs.
    static std::int64_t drawnBelow(const Estate &estate, const std::vector<Drawn> &drawn, int node, Day day,
                                   bool held) {
        std::int64_t all = 0;
        for (const auto &[booking, isHeld] : drawn) {
            std::map<NodeId, std::int64_t> cords;
            for (const auto &cord : booking.cords) {
                ++cords[cord.node];
            }
            for (const auto &[at, count] : cords) {
                const auto path = estate.path(estate.indexOf(at));
                if (isHeld == held && booking.during.contains(day) && std::ranges::find(path, node) != path.end()) {
                    const auto number = std::ssize(booking.cords);
                    all += (booking.item.draw->milliwatts * count + number - 1) / number;
                }
            }
        }
        return all;
    }

    /// The same of a node that counts heat or weight, all of it in one place.
    static std::int64_t drawnAt(const Estate &estate, const std::vector<Drawn> &drawn, int node, Day day, bool held) {
        std::int64_t all = 0;
        for (const auto &[booking, isHeld] : drawn) {
            const auto is = [node](int of) { return of == node; };
            if (isHeld != held || !booking.during.contains(day)) {
                continue;
            }
            if (is(estate.massNode(booking.rack)) || is(estate.floorNode(booking.rack))) {
                all += booking.item.weight->grams;
            } else if (is(estate.heatNode(booking.rack)) || is(estate.zoneNode(booking.rack))) {
                all += booking.item.draw->milliwatts;
            }
        }
        return all;
    }

    static std::set<RackId> racksFor(const Estate &estate, const ReferenceRequest &request, Day day) {
        Wanted wanted;
        wanted.item = request.item;
        wanted.during = {day, day.plus(1)};
        wanted.redundant = true;
        std::set<RackId> racks;
        for (const auto &proposal : findSpace(estate, wanted).proposals) {
            racks.insert(proposal.rack);
        }
        return racks;
    }

    static Booking bookingOf(const Filled &filled, Day day) {
        Booking booking;
        booking.item = referenceMix(Policy())[filled.request].item;
        booking.rack = filled.rack;
        booking.position = filled.position;
        booking.cords = filled.cords;
        booking.during = {day, day.plus(1)};
        return booking;
    }

private Q_SLOTS:
    void aHalfUnitCountsOnce() {
        Drawing drawing(uR"(
               R1
            6  #
            5  <
            4  f
            3  X
            2  .
            1  .  )"_qs);
        Booking rear; // behind what stands in front in U4
        rear.item = {1_U, false, 400_mm, 10_kg, 100_W, 950, {}, {}, {}, {}};
        rear.rack = drawing.rack(u"R1"_qs);
        rear.position = {6};
        rear.face = u"rear"_qs;
        rear.during = always;
        drawing.place({1}, rear);
        Booking held = rear;
        held.position = {0};
        held.face = u"front"_qs;
        held.during = {{5}, {9}};
        drawing.place({2}, held, u"held"_qs);
        const auto estate = drawing.estate();

        const auto before = capacityOn(estate, {4})[0];
        QCOMPARE(before.at(Resource::Space), (Capacity{12, 2, 6, 0, 4, 2})); // beside U5; behind U4 are 80 mm left
        QCOMPARE(before.at(Resource::Mass), (Capacity{1'000'000, 0, 10'000, 0, 990'000}));
        const auto during = capacityOn(estate, {5})[0];
        QCOMPARE(during.at(Resource::Space), (Capacity{12, 2, 6, 2, 2, 4})); // and behind what is held
        QCOMPARE(during.at(Resource::Power), (Capacity{10'000'000, 0, 100'000, 100'000, 9'800'000}));
        QCOMPARE(sum(during.at(Resource::Space)), *during.at(Resource::Space).total);
        QCOMPARE(capacityOn(estate, {9})[0].at(Resource::Space), before.at(Resource::Space));
    }

    /// What stands in front of or behind what is held stays there when the hold lapses.
    void heldBesideInstalledIsUsed() {
        Drawing drawing(uR"(
               R1
            6  .
            5  f
            4  f
            3  .
            2  #
            1  .  )"_qs);
        const auto behind = [&](int halfUnit, Height height, const QString &face) {
            Booking booking;
            booking.item = {height, false, 400_mm, 10_kg, 100_W, 950, {}, {}, {}, {}};
            booking.rack = drawing.rack(u"R1"_qs);
            booking.position = {halfUnit};
            booking.face = face;
            booking.during = always;
            return booking;
        };
        drawing.place({1}, behind(9, {3}, u"rear"_qs), u"held"_qs); // of three half units the lowest is behind U5
        const auto one = capacityOn(drawing.estate(), {0})[0].at(Resource::Space);
        QCOMPARE(one, (Capacity{12, 2, 4, 2, 4, one.partly}));
        // Two that are held, one behind the other, are held; who sees only one of them counts both as used.
        drawing.place({2}, behind(4, {2}, u"front"_qs), u"held"_qs);
        drawing.place({3}, behind(4, {2}, u"rear"_qs), u"delivered"_qs);
        const auto both = capacityOn(drawing.estate(), {0})[0].at(Resource::Space);
        QCOMPARE(both, (Capacity{12, 2, 4, 4, 2, both.partly}));
        QCOMPARE(sum(both), *both.total);
        Snapshot seen = *drawing.snapshot();
        std::vector<Placement> placements(seen.placements.begin(), seen.placements.end());
        std::erase_if(placements, [](const Placement &placement) { return placement.id == PlacementId{3}; });
        seen.placements = Table<Placement>(placements);
        const auto theirs = capacityOn(Estate(std::make_shared<const Snapshot>(seen)), {0})[0].at(Resource::Space);
        QCOMPARE(theirs, (Capacity{12, 2, 6, 2, 2, both.partly}));
        // Once it is installed, all of it is used.
        drawing.place({4}, behind(0, {2}, u"front"_qs));
        drawing.place({5}, behind(0, {2}, u"rear"_qs), u"held"_qs);
        const auto last = capacityOn(drawing.estate(), {0})[0].at(Resource::Space);
        QCOMPARE(last, (Capacity{12, 2, 6, 4, 0, last.partly}));
    }

    void neverNegative() {
        Drawing drawing(u"   R1\n 1 ."_qs);
        drawing.load(u"R1 mass"_qs, {1'100'000, 0, 0, 0});
        const auto rack = capacityOn(drawing.estate(), {0})[0];
        QCOMPARE(rack.at(Resource::Mass), (Capacity{1'000'000, 0, 1'100'000, 0, 0}));
        QCOMPARE(rack.binding, Resource::Mass);
    }

    /// The power of a rack is what one side can carry alone.
    void powerIsFailoverSafe() {
        Drawing drawing(u"   R1\n 1 ."_qs);
        drawing.limit(u"R1 A"_qs, 5'000'000, 7'000'000).limit(u"R1 B"_qs, 5'000'000, 6'000'000);
        QCOMPARE(capacityOn(drawing.estate(), {0})[0].at(Resource::Power).total, 6'000'000);
        drawing.limit(u"R1 heat"_qs, 5'500'000);
        QCOMPARE(capacityOn(drawing.estate(), {0})[0].at(Resource::Power).total, 5'500'000);
    }

    void sumsOverRacks() {
        Drawing drawing(u"   R1 R2\n 2 X .\n 1 # f"_qs);
        drawing.forgetLimit(u"R2 mass"_qs);
        const auto racks = capacityOn(drawing.estate(), {0});
        QCOMPARE(racks.size(), 2);
        const auto total = sumOf(racks);
        QCOMPARE(total[0], (Capacity{8, 2, 4, 0, 2, 2})); // behind U1 of R2
        QCOMPARE(total[2].total, 1'000'000);              // of R2 nobody knows
        QCOMPARE(racks[0].binding, Resource::Space);
        QCOMPARE(racks[0].at(Resource::Space).permilleTaken(), 1000);
        QCOMPARE(racks[1].at(Resource::Mass).permilleTaken(), std::nullopt);
    }

    /// In front of or behind a box another one fits if its cords do too.
    void partlyUsed() {
        const auto partly = [](int depth) {
            Drawing drawing(u"   R1\n 1 ."_qs);
            Booking one;
            one.item.depth = Length{depth};
            one.rack = drawing.rack(u"R1"_qs);
            one.during = always;
            drawing.place({1}, one);
            const auto space = capacityOn(drawing.estate(), {0})[0].at(Resource::Space);
            return space.used == 2 ? space.partly : -1;
        };
        QCOMPARE(partly(1000 - 120 - 121), 2); // 121 mm are left: 120 for cords, 1 for the smallest device
        QCOMPARE(partly(1000 - 120 - 120), 0);
    }

    /// What two racks share, they do not have twice.
    void whatIsSharedCountsOnce() {
        Drawing drawing(u"   R1 R2\n 2 . .\n 1 . ."_qs);
        drawing.limit(u"feed A"_qs, 15'000'000).limit(u"feed B"_qs, 30'000'000).limit(u"supply"_qs, 100'000'000);
        for (const auto &pdu : {u"R1 A"_qs, u"R1 B"_qs, u"R2 A"_qs, u"R2 B"_qs}) {
            drawing.limit(pdu, 9'000'000);
        }
        drawing.zone(u"zone"_qs, {u"R1"_qs, u"R2"_qs}, 17'000'000);
        drawing.floor(u"R1"_qs, 300'000);
        const auto free = [&drawing](Resource resource) {
            const auto levels = levelsOn(drawing.estate(), {0});
            return at(levels, Level::Room).at(resource).free;
        };
        QCOMPARE(free(Resource::Power), 15'000'000); // of 2 x 9
        QCOMPARE(free(Resource::Heat), 17'000'000);  // of 2 x 10
        QCOMPARE(free(Resource::Mass), 1'300'000);   // R2 bears a tonne, the floor below R1 less
        drawing.load(u"feed B"_qs, {12'000'000, 0, 0, 0});
        drawing.extra(u"feed B"_qs, u"feed A"_qs, {5'000'000, 0, 0, 0});
        QCOMPARE(free(Resource::Power), 13'000'000); // 30 less 12 and, without feed A, 5
        const auto nodes = nodesOn(drawing.estate(), {0});
        QCOMPARE(at(drawing, nodes, u"feed B"_qs).of, (Capacity{30'000'000, 0, 12'000'000, 0, 13'000'000}));
        drawing.limit(u"feed A"_qs, 15'000'000, 15'000'000, 2'000'000); // mVA on each of three phases
        QCOMPARE(free(Resource::Power), 5'700'000);                     // at a power factor of 0.95
        drawing.forgetLimit(u"feed A"_qs);
        QCOMPARE(free(Resource::Power), 0); // what nobody knows gives nothing
        const auto total = at(levelsOn(drawing.estate(), {0}), Level::Room).at(Resource::Power).total;
        QCOMPARE(total, 18'000'000); // and limits nothing
    }

    void levelsAndNodesAddUp() {
        QRandomGenerator random(20261128);
        int loads = 0;
        for (int round = 0; round < 60; ++round) {
            std::vector<Drawn> drawn;
            const auto drawing = anyDrawing(random, drawn);
            const auto estate = spread(drawing);
            for (const Day day : {Day{-1}, Day{2}, Day{days}, Day{days + 3}}) {
                const auto all = estateCapacityOn(estate, day);
                std::map<Place, Capacities> sums;
                std::map<Place, std::array<std::int64_t, resourceCount>> stranded;
                for (const auto &level : all.levels) {
                    for (const auto &place : placesOf(estate, level.place.rack ? level.place.rack : RackId{1})) {
                        for (std::size_t i = 0; level.place.rack && i < resourceCount; ++i) {
                            sums[place][i] += level.of[i];
                            stranded[place][i] += level.stranded[i];
                        }
                    }
                }
                QCOMPARE(all.levels.size(), sums.size());
                for (const auto &level : all.levels) {
                    for (std::size_t i = 0; i < resourceCount; ++i) {
                        const auto &of = level.of[i];
                        const auto &racks = sums[level.place][i];
                        for (const auto number : {of.total.value_or(0), of.blocked, of.used, of.held, of.free,
                                                  of.partly, level.stranded[i]}) {
                            QVERIFY(number >= 0);
                        }
                        QVERIFY(level.stranded[i] <= of.free);
                        QVERIFY(of.free <= of.total.value_or(0));
                        QVERIFY(of.free == 0 || of.blocked + of.used + of.held + of.free <= of.total.value_or(0));
                        QVERIFY(of.free <= racks.free);
                        QCOMPARE(of.used, racks.used);
                        QCOMPARE(of.held, racks.held);
                        if (i == static_cast<std::size_t>(Resource::Space) ||
                            i == static_cast<std::size_t>(Resource::Outlets)) {
                            QCOMPARE(of, racks);
                            QCOMPARE(sum(of), *of.total);
                            QCOMPARE(level.stranded[i], stranded[level.place][i]);
                        }
                    }
                }
                for (const auto &node : all.nodes) {
                    const auto &of = node.of;
                    QVERIFY(of.used >= 0 && of.held >= 0 && of.free >= 0 && node.stranded >= 0);
                    QVERIFY(node.stranded <= of.free && of.free <= of.total.value_or(0));
                    const auto count = node.resource == Resource::Power ? drawnBelow : drawnAt;
                    QCOMPARE(of.used, count(estate, drawn, node.node, day, false));
                    QCOMPARE(of.held, count(estate, drawn, node.node, day, true));
                    loads += of.used + of.held > 0;
                }
            }
        }
        QVERIFY2(loads > 1000, qPrintable(QString::number(loads)));
    }

    /// Free of a node is what it takes and not a milliwatt more, normally or while something fails.
    void freeIsWhatANodeStillBears() {
        QRandomGenerator random(4712);
        int limited = 0;
        for (int round = 0; round < 40; ++round) {
            std::vector<Drawn> drawn;
            const auto drawing = anyDrawing(random, drawn);
            const auto estate = drawing.estate();
            const Day day{3};
            for (const auto &node : nodesOn(estate, day)) {
                Headroom headroom(estate, estate, {day, day.plus(1)});
                const auto admits = [&](std::int64_t amount) {
                    bool all = headroom.admits({node.node, {amount, 0, 0, 0}, {}});
                    for (const auto &failing : estate.snapshot().nodes) {
                        const NodeCharge::Extra extra{failing.id, {amount, 0, 0, 0}};
                        all = all && headroom.admits({node.node, {}, {extra}});
                    }
                    return all;
                };
                if (!node.of.total) {
                    QVERIFY(estate.limits(node.node).empty());
                    QVERIFY(!admits(1));
                } else {
                    QVERIFY(admits(node.of.free));
                    const auto *limit = estate.limitOn(node.node, day);
                    QVERIFY(limit->normalLine || !admits(node.of.free + 1));
                    limited += limit->normalLine ? 0 : 1;
                }
            }
        }
        QVERIFY(limited > 400);
    }

    /// What the mix takes is what the rules let it take, and then nothing of it fits any more; what is left is
    /// stranded.
    void strandedIsWhatTheMixCannotUse() {
        QRandomGenerator random(81);
        std::map<Resource, int> binding;
        int placed = 0;
        int relaxed = 0;
        for (int round = 0; round < 40; ++round) {
            std::vector<Drawn> drawn;
            auto drawing = anyDrawing(random, drawn);
            const Day day{random.bounded(days)};
            const auto before = estateCapacityOn(spread(drawing), day);
            const auto filling = fillUp(drawing.estate(), day);
            PlacementId id{100};
            for (const auto &filled : filling.placed) {
                const auto booking = bookingOf(filled, day);
                const auto estate = drawing.estate();
                QCOMPARE(text(checkBooking(estate, estate, booking)), QStringList());
                drawing.place(id, booking);
                ++id.value;
                ++placed;
            }
            const auto estate = drawing.estate();
            for (const auto &request : referenceMix(Policy())) {
                QVERIFY(racksFor(estate, request, day).empty());
            }

            const auto after = levelsOn(spread(drawing), day);
            QCOMPARE(after.size(), before.levels.size());
            for (std::size_t i = 0; i < after.size(); ++i) {
                for (const auto resource : {Resource::Space, Resource::Outlets, Resource::Power, Resource::Mass}) {
                    const bool ofRacks = resource == Resource::Space || resource == Resource::Outlets;
                    if (ofRacks || after[i].place.level == Level::Rack) {
                        QCOMPARE(before.levels[i].stranded[static_cast<std::size_t>(resource)],
                                 after[i].at(resource).free);
                    }
                }
            }
            const auto nodes = nodesOn(estate, day);
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                QCOMPARE(before.nodes[i].stranded, nodes[i].of.free);
            }

            // With more of just what is named, the rack takes more.
            for (const auto &full : filling.racks) {
                ++binding[full.binding.resource];
                if (!full.alone) {
                    continue;
                }
                const auto eased = spread(drawing, [&](Snapshot &made) { relax(made, full, estate); });
                const bool takes = std::ranges::any_of(referenceMix(Policy()), [&](const auto &request) {
                    return racksFor(eased, request, day).contains(full.rack);
                });
                QVERIFY2(takes, qPrintable(u"round %1, R%2: resource %3 of node %4"_qs.arg(round)
                                               .arg(full.rack.value)
                                               .arg(static_cast<int>(full.binding.resource))
                                               .arg(full.binding.node)));
                ++relaxed;
            }
        }
        qInfo("%d placed; binding: U %d, kW %d, kg %d, heat %d, outlets %d; %d relaxed alone", placed,
              binding[Resource::Space], binding[Resource::Power], binding[Resource::Mass], binding[Resource::Heat],
              binding[Resource::Outlets], relaxed);
        QVERIFY(placed > 200 && relaxed > 100);
        for (const auto resource : {Resource::Space, Resource::Power, Resource::Mass, Resource::Heat}) {
            QVERIFY(binding[resource] > 0);
        }
    }

    static void relax(Snapshot &made, const FullRack &full, const Estate &estate) {
        if (full.binding.node >= 0) {
            const NodeId node = made.nodes[static_cast<std::size_t>(full.binding.node)].id;
            std::vector<NodeLimit> limits(made.nodeLimits.begin(), made.nodeLimits.end());
            std::erase_if(limits, [node](const NodeLimit &limit) { return limit.node == node; });
            limits.push_back({{9999}, node, {0}, {}, {}, {}, {}});
            made.nodeLimits = Table<NodeLimit>(limits);
        } else if (full.binding.resource == Resource::Space) {
            std::vector<Rack> racks(made.racks.begin(), made.racks.end());
            std::ranges::find(racks, full.rack, &Rack::id)->units += 4;
            made.racks = Table<Rack>(racks);
        } else {
            std::vector<OutletUse> uses(made.outletUse.begin(), made.outletUse.end());
            const auto outlets = estate.outlets(full.rack);
            std::erase_if(uses, [outlets](const OutletUse &use) {
                return std::ranges::any_of(outlets, [&](const auto &o) { return o.outlet->id == use.outlet; });
            });
            made.outletUse = Table<OutletUse>(uses);
        }
    }

    /// The figures of one rack by hand: 8U, of which the feed lets four servers in.
    void strandedForWantOfPower() {
        Drawing drawing(u"   R1\n 8 .\n 7 .\n 6 .\n 5 .\n 4 .\n 3 .\n 2 .\n 1 ."_qs);
        drawing.limit(u"R1 A"_qs, 5'000'000).limit(u"R1 B"_qs, 5'000'000).limit(u"supply"_qs, 9'000'000);
        drawing.limit(u"feed A"_qs, 1'600'000).limit(u"feed B"_qs, 5'000'000);
        const auto estate = drawing.estate();
        const auto capacity = estateCapacityOn(estate, {0});
        const auto &rack = at(capacity.levels, Level::Rack);
        // 1U, 2U, 1U of the mix draw 1.2 kW, one more 1U 1.5: then feed A has 100 W, and 3U stay empty.
        QCOMPARE(rack.at(Resource::Space), (Capacity{16, 0, 0, 0, 16}));
        QCOMPARE(rack.stranded[0], 6);
        QCOMPARE(rack.at(Resource::Power).free, 5'000'000);
        QCOMPARE(rack.stranded[1], 3'500'000);
        QCOMPARE(rack.stranded[2], 1'000'000 - 3 * 18'000 - 28'000);
        QCOMPARE(rack.stranded[4], 12 - 8);
        QCOMPARE(rack.binding, (Binding{Resource::Power, estate.indexOf(drawing.node(u"feed A"_qs))}));
        QCOMPARE(at(capacity.levels, Level::All).binding, rack.binding);
        QCOMPARE(at(drawing, capacity.nodes, u"feed A"_qs).stranded, 100'000);
        QCOMPARE(at(drawing, capacity.nodes, u"feed B"_qs).stranded, 3'500'000);
    }

    void strandedForWantOfOutlets() {
        Drawing drawing(u"   R1\n 4 .\n 3 .\n 2 .\n 1 ."_qs);
        for (int outlet = 2; outlet <= 6; ++outlet) {
            drawing.useOutlet(u"R1 A"_qs, QString::number(outlet));
        }
        const auto filling = fillUp(drawing.estate(), {0});
        QCOMPARE(filling.placed.size(), 1);
        QCOMPARE(filling.racks[0].binding, (Binding{Resource::Outlets, -1}));
        QVERIFY(filling.racks[0].alone);
        const auto rack = estateCapacityOn(drawing.estate(), {0}).levels[0];
        QCOMPARE(rack.at(Resource::Outlets), (Capacity{12, 0, 5, 0, 7}));
        QCOMPARE(rack.stranded[4], 5);
        QCOMPARE(rack.stranded[0], 6);
        drawing.useOutlet(u"R1 A"_qs, u"1"_qs);
        QVERIFY(fillUp(drawing.estate(), {0}).racks[0].alone);
        drawing.forgetLimit(u"R1 mass"_qs); // nobody says what it bears: a second reason
        QVERIFY(!fillUp(drawing.estate(), {0}).racks[0].alone);
    }

    void canBeStopped() {
        std::stop_source stop;
        stop.request_stop();
        const auto estate = Drawing(u"   R1\n 1 ."_qs).estate();
        QVERIFY(fillUp(estate, {0}, stop.get_token()).cancelled);
        QVERIFY(estateCapacityOn(estate, {0}, stop.get_token()).cancelled);
    }

    /// What is stranded depends on what is asked for: with a mix of 3U only, a gap of 2U is of no use.
    void anotherMix() {
        Drawing drawing(u"   R1\n5  .\n4  .\n3  X\n2  .\n1  .\n"_qs);
        const auto strandedUnits = [&](const Policy &policy) {
            drawing.policy(policy);
            return estateCapacityOn(drawing.estate(), {5}).levels.front().stranded[0];
        };
        QCOMPARE(strandedUnits({}), 0);
        Policy policy;
        policy.referenceMix = {{3_U, 300_W, 18_kg, 1}};
        QCOMPARE(strandedUnits(policy), 8); // half units
        policy.referenceMix = {{3_U, 300_W, 18_kg, 1}, {2_U, 300_W, 18_kg, 1}};
        QCOMPARE(strandedUnits(policy), 0);
        policy.referenceMix = {{1_U, 4000_W, 18_kg, 1}}; // an outlet bears 2,300 W
        QCOMPARE(strandedUnits(policy), 8);
    }
};

QTEST_APPLESS_MAIN(TestCapacity)
#include "tst_capacity.moc"
