#include "drawing.h"

#include "model/engine/additions.h"
#include "model/engine/scenario.h"
#include "model/engine/whatif.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

namespace {

/// A made-up item of so many units, W and kg, with two cords.
RequestItem item(int units, int watts, int kilograms) {
    RequestItem item;
    item.kind = u"rack"_qs;
    item.height = Height{2 * units};
    item.drawWatts = watts;
    item.weight = Mass{kilograms * 1000};
    item.cords = 2;
    item.plug = u"C14"_qs;
    return item;
}

PlaceChange place(const RequestItem &item, int count, Period during = {{10}, Day::never()}) {
    PlaceChange change;
    change.item = item;
    change.count = count;
    change.during = during;
    return change;
}

Booking booking(const Drawing &drawing, const QString &rack, int unit, int units, const QString &outlet,
                Period during = {{0}, Day::never()}, Power draw = 400_W) {
    Booking made;
    made.item.height = {2 * units};
    made.item.weight = 20_kg;
    made.item.draw = draw;
    made.rack = drawing.rack(rack);
    made.position = {2 * (unit - 1)};
    made.cords = {drawing.cord(rack + u" A"_qs, outlet), drawing.cord(rack + u" B"_qs, outlet)};
    made.during = during;
    return made;
}

QStringList placesOf(const Scenario &scenario, const ChangeOutcome &outcome) {
    QStringList lines;
    for (const auto id : outcome.placed) {
        const auto &placement = *scenario.estate().snapshot().placements.find(id);
        lines << u"%1 U%2"_qs.arg(scenario.estate().rack(placement.rack)->code)
                     .arg(placement.position->halfUnits / 2 + 1);
    }
    return lines;
}

QString rows(const Snapshot &snapshot) {
    QString text;
    for (const auto &box : snapshot.occupancy) {
        text += u"box %1 %2-%3 %4-%5\n"_qs.arg(box.rack.value)
                    .arg(box.huFrom)
                    .arg(box.huUntil)
                    .arg(box.during.from.number)
                    .arg(box.during.until.number);
    }
    for (const auto &use : snapshot.outletUse) {
        text += u"outlet %1 %2-%3\n"_qs.arg(use.outlet.value).arg(use.during.from.number).arg(use.during.until.number);
    }
    for (const auto &step : snapshot.ledger.steps()) {
        text += u"ledger %1 %2 %3: %4 %5\n"_qs.arg(step.node.value)
                    .arg(step.source.value)
                    .arg(step.day.number)
                    .arg(step.normal.main)
                    .arg(step.extra.main);
    }
    return text;
}

} // namespace

class TestScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What is taken away and put back is as it was, to the last row.
    void takenAwayAndPutBack() {
        QRandomGenerator random(7);
        for (int round = 0; round < 30; ++round) {
            Drawing drawing(u"  R1 R2\n6 . .\n5 . .\n4 . .\n3 . #\n2 . .\n1 . ."_qs);
            drawing.zone(u"Z"_qs, {u"R1"_qs, u"R2"_qs}, 20'000'000).floor(u"R1"_qs, 900'000);
            drawing.guest({2}, {{0}, Day::never()}, u"kW"_qs, 50'000'000);
            for (int i = 0; i < 5; ++i) {
                const int from = random.bounded(20);
                auto one = booking(drawing, i % 2 ? u"R1"_qs : u"R2"_qs, i < 4 ? 2 * (i / 2) + 1 : 6, 1,
                                   QString::number(i + 1), {{from}, {from + 1 + random.bounded(30)}});
                one.owner = {1 + random.bounded(2)};
                drawing.place({i + 1}, one);
            }
            const Estate bare = drawing.estate();
            const PlacementId gone{1 + random.bounded(5)};
            const Estate without = withoutPlacements(bare, std::array{gone});
            QVERIFY(rows(without.snapshot()) != rows(bare.snapshot()));
            const auto &placement = *bare.snapshot().placements.find(gone);
            const Addition back{*bare.snapshot().equipment.find(placement.equipment), placement};
            const Estate again = withPlacements(without, std::array{back});
            QCOMPARE(rows(again.snapshot()), rows(bare.snapshot()));
            QCOMPARE(again.snapshot().placements.size(), bare.snapshot().placements.size());
        }
    }

    /// Of five nodes of 1 kW three fit below feed B, which bears 3.5 kW when A is gone; the fourth would be too much.
    void theFirstLimitOnTheWay() {
        Drawing drawing(u"  R1 R2\n4 . .\n3 . .\n2 . .\n1 . ."_qs);
        drawing.limit(u"feed B"_qs, 9'000'000, 3'500'000);
        Scenario scenario(drawing.snapshot());
        const auto outcome = scenario.apply(place(item(1, 1000, 10), 5));
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->placed.size(), 3U);
        QCOMPARE(outcome->missing, 2);
        QCOMPARE(text(outcome->crossed.front()),
                 u"P6 S feed B 1000000 + 3000000 > 3500000 mW, without S feed A, day 10"_qs);
        QCOMPARE(outcome->racksByRule, (std::map<QString, int>{{u"P6"_qs, 2}}));
        // To the last watt: with 4 kW the fourth stands, and the fifth does not.
        drawing.limit(u"feed B"_qs, 9'000'000, 4'000'000);
        Scenario wider(drawing.snapshot());
        QCOMPARE(wider.apply(place(item(1, 1000, 10), 5))->missing, 1);
        drawing.limit(u"feed B"_qs, 9'000'000, 3'999'999);
        Scenario narrower(drawing.snapshot());
        QCOMPARE(narrower.apply(place(item(1, 1000, 10), 5))->missing, 2);
    }

    /// The limit is lowered on day 50, so what stands until then may stand, and the day is said.
    void when() {
        Drawing drawing(u"  R1\n2 .\n1 ."_qs);
        drawing.limit(u"R1 mass"_qs, 15'000, {}, {}, {50});
        Scenario scenario(drawing.snapshot());
        const auto first = scenario.apply(place(item(1, 100, 16), 1, {{10}, {50}}));
        QCOMPARE(first->missing, 0);
        const auto second = scenario.apply(place(item(1, 100, 16), 1, {{10}, {51}}));
        QCOMPARE(text(second->crossed), QStringList{u"S3 S/M/R1 16000 + 0 > 15000 g, day 50"_qs});
    }

    /// Each change starts from where the one before ended; the estate itself stays as it is.
    void oneAfterTheOther() {
        Drawing drawing(u"  R1 R2\n2 . #\n1 . ."_qs);
        drawing.place({7}, booking(drawing, u"R1"_qs, 1, 1, u"1"_qs));
        const auto before = drawing.snapshot();
        Scenario scenario(before);
        QCOMPARE(scenario.apply(place(item(2, 100, 5), 1))->missing, 1);
        const auto moved = scenario.apply(MoveChange{{7}, drawing.rack(u"R2"_qs), {}, {}, {10}});
        QCOMPARE(placesOf(scenario, *moved), QStringList{u"R2 U1"_qs});
        QCOMPARE(moved->ended, std::vector<PlacementId>{{7}});
        QCOMPARE(scenario.estate().snapshot().placements.find({7})->during, (Period{{0}, {10}}));
        QCOMPARE(placesOf(scenario, *scenario.apply(place(item(2, 100, 5), 1))), QStringList{u"R1 U1"_qs});
        // Now R2 is full; what stands there goes on day 20, and from then on another fits.
        QCOMPARE(scenario.apply(place(item(1, 100, 5), 1, {{19}, {30}}))->missing, 1);
        QVERIFY(scenario.apply(RetireChange{moved->placed.front(), {20}}).ok());
        QCOMPARE(scenario.apply(place(item(1, 100, 5), 1, {{19}, {30}}))->missing, 1);
        QCOMPARE(placesOf(scenario, *scenario.apply(place(item(1, 100, 5), 1, {{20}, {30}}))),
                 QStringList{u"R2 U1"_qs});
        QCOMPARE(rows(*drawing.snapshot()), rows(*before));
    }

    /// To a place that is named: what is in the way is said, and nothing moves.
    void aMoveThatCannotBeMade() {
        Drawing drawing(u"  R1 R2\n3 . .\n2 . X\n1 . ."_qs);
        drawing.place({7}, booking(drawing, u"R1"_qs, 1, 1, u"1"_qs));
        Scenario scenario(drawing.snapshot());
        MoveChange change{{7}, drawing.rack(u"R2"_qs), Height{2}, {}, {10}};
        const auto refused = scenario.apply(change);
        QCOMPARE(text(refused->crossed), QStringList{u"S1 S/M/R2 U2 2 + 2 > 2 hu, day 10"_qs});
        QCOMPARE(refused->missing, 1);
        QCOMPARE(scenario.estate().snapshot().placements.find({7})->during.until, Day::never());
        change.position = Height{4};
        QCOMPARE(placesOf(scenario, *scenario.apply(change)), QStringList{u"R2 U3"_qs});
        const auto gone = scenario.apply(MoveChange{{99}, drawing.rack(u"R2"_qs), {}, {}, {10}});
        QVERIFY(!gone.ok());
        QCOMPARE(gone.error().data[u"field"_qs].toString(), u"placement"_qs);
    }

    /// A rack like R1, but below a feed of its own: it takes what R1's feeds do not.
    void moreRacksAndFeeds() {
        Drawing drawing(u"  R1\n4 .\n3 .\n2 .\n1 ."_qs);
        drawing.limit(u"feed A"_qs, 1'000'000).limit(u"feed B"_qs, 1'000'000);
        Scenario scenario(drawing.snapshot());
        QCOMPARE(scenario.apply(place(item(1, 1000, 10), 2))->missing, 1);
        // Another rack alone does not help.
        const auto racks = scenario.apply(RackChange{drawing.rack(u"R1"_qs), 1, {5}, {}});
        QCOMPARE(scenario.estate().rackName(racks->racks.front()), u"S/M/R1+1"_qs);
        QCOMPARE(scenario.apply(place(item(1, 1000, 10), 1))->missing, 1);
        std::map<QString, NodeId> feeds;
        for (const auto &side : {u"A"_qs, u"B"_qs}) {
            QVERIFY(
                scenario.apply(FeedChange{drawing.node(u"feed "_qs + side), u"new "_qs + side, {5}, Power{2'500'000}})
                    .ok());
            feeds[side] = scenario.estate().snapshot().nodes[scenario.estate().nodeCount() - 1].id;
        }
        QVERIFY(scenario.apply(RackChange{drawing.rack(u"R1"_qs), 1, {5}, feeds}).ok());
        const auto more = scenario.apply(place(item(1, 1000, 10), 3));
        QCOMPARE(placesOf(scenario, *more), (QStringList{u"R1+2 U1"_qs, u"R1+2 U2"_qs}));
        QCOMPARE(text(more->crossed.front()), u"P6 S new A 1000000 + 2000000 > 2500000 mW, without S new B, day 10"_qs);
        // Before they are there they take nothing.
        QCOMPARE(scenario.apply(place(item(1, 10, 1), 1, {{4}, {6}}))->placed.size(), 1U);
        QCOMPARE(scenario.estate().snapshot().placements[scenario.estate().snapshot().placements.size() - 1].rack,
                 drawing.rack(u"R1"_qs));
    }

    /// A fails: B carries all 3 × 400 W, of which it bears 1 kW. Nothing new goes on A meanwhile, and before and after
    /// it does; what comes later and overloads B more counts as crossed again.
    void aFailure() {
        Drawing drawing(u"  R1\n8 .\n7 .\n6 .\n5 .\n4 .\n3 .\n2 .\n1 ."_qs);
        for (int i = 1; i <= 3; ++i) {
            drawing.place({i}, booking(drawing, u"R1"_qs, i, 1, QString::number(i)));
        }
        drawing.limit(u"feed B"_qs, 5'000'000, 1'000'000);
        Scenario scenario(drawing.snapshot());
        const Estate estate = drawing.estate();
        const Failing failing{{estate.indexOf(drawing.node(u"feed A"_qs))}, {}};
        const auto failed = scenario.apply(FailChange{failing, {{30}, {40}}});
        QCOMPARE(text(failed->crossed),
                 QStringList{u"P6 S feed B ? + 1200000 > 1000000 mW, without S feed A, day 30"_qs});
        QCOMPARE(failed->failure->weakened.size(), 3U);
        const auto dual = scenario.apply(place(item(1, 0, 10), 1, {{20}, {35}}));
        QCOMPARE(dual->missing, 0); // draws nothing
        const auto during = scenario.apply(place(item(1, 100, 10), 1, {{20}, {35}}));
        QCOMPARE(during->missing, 1);
        auto single = item(1, 100, 10);
        single.cords = 1;
        const auto more = scenario.apply(place(single, 1, {{30}, {35}}));
        QCOMPARE(more->missing, 1); // "never worse": P6 would be worse on B
        drawing.limit(u"feed B"_qs, 5'000'000, 1'250'000);
        Scenario wider(drawing.snapshot());
        QCOMPARE(wider.apply(FailChange{failing, {{30}, {40}}})->crossed.size(), 0U);
        QCOMPARE(wider.apply(place(item(1, 40, 10), 1, {{20}, {30}}))->missing, 0);
        QCOMPARE(wider.apply(place(item(1, 40, 10), 1, {{40}, {50}}))->missing, 0);
    }

    /// Of three units of 1.5 kW two fail, the second half of the time with one more that comes: N+1 of three is 3 kW,
    /// and what is placed later has what still runs.
    void coolingFails() {
        Drawing drawing(u"  R1\n8 .\n7 .\n6 .\n5 .\n4 .\n3 .\n2 .\n1 ."_qs);
        drawing.zone(u"zone"_qs, {u"R1"_qs}, 3'000'000);
        for (const auto *name : {u"one", u"two", u"three"}) {
            drawing.coolingUnit(QString::fromUtf16(name), u"zone"_qs, u"feed A"_qs, Power{1'500'000});
        }
        drawing.coolingUnit(u"rented"_qs, u"zone"_qs, u"feed A"_qs, Power{200'000}, {{35}, Day::never()});
        const auto snapshot = drawing.snapshot();
        const auto find = [&](const QString &name) {
            return std::ranges::find(snapshot->coolingUnits, name, &CoolingUnit::name)->id;
        };
        const Failing failing{{}, {find(u"one"_qs), find(u"two"_qs)}};
        const auto missing = [&](int watts, Period during) {
            Scenario scenario(snapshot);
            const bool failed = scenario.apply(FailChange{failing, {{30}, {40}}}).ok();
            return failed ? scenario.apply(place(item(1, watts, 10), 1, during))->missing : -1;
        };
        QCOMPARE(missing(1500, {{30}, {35}}), 0);
        QCOMPARE(missing(1501, {{30}, {35}}), 1);
        QCOMPARE(missing(1700, {{35}, {40}}), 0);
        QCOMPARE(missing(1701, {{35}, {40}}), 1);
        QCOMPARE(missing(1700, {{34}, {40}}), 1);
        QCOMPARE(missing(1701, {{20}, {30}}), 0);
        QCOMPARE(missing(1701, {{40}, {50}}), 0);
    }

    /// The holds of a request that is refused are free again, and it cannot be refused twice.
    void aRequestIsRefused() {
        Drawing drawing(u"  R1\n2 .\n1 ."_qs);
        drawing.place({3}, booking(drawing, u"R1"_qs, 1, 2, u"1"_qs), u"held"_qs);
        auto snapshot = std::make_shared<Snapshot>(*drawing.snapshot());
        Request request;
        request.id = {5};
        request.state = u"held"_qs;
        snapshot->requests = Table<Request>({request});
        RequestItem asked = item(2, 400, 20);
        asked.id = {8};
        asked.request = {5};
        snapshot->requestItems = Table<RequestItem>({asked});
        auto device = *snapshot->equipment.find({3});
        device.requestItem = {8};
        snapshot->equipment = Table<Equipment>({device});
        Scenario scenario(snapshot);
        QCOMPARE(scenario.apply(place(item(2, 100, 5), 1))->missing, 1);
        QCOMPARE(scenario.apply(RefuseChange{{5}})->ended, std::vector<PlacementId>{{3}});
        QCOMPARE(scenario.apply(place(item(2, 100, 5), 1))->missing, 0);
        QVERIFY(!scenario.apply(RefuseChange{{5}}).ok());
    }
};

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
