#include "drawing.h"

#include "model/engine/numbersearch.h"

#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace polder::literals;

/// Places beside the rails and bays of chassis are found with their outlets, one and several; what refuses says why.
class TestNumberSearch : public QObject {
    Q_OBJECT

private:
    /// Racks R1 and R2 with two slots each; R1's first is taken on days 15 to 25. A chassis with bays a and b stands in
    /// R1 U1 from day 10 to 30 and draws 50 W through outlets A1 and B1.
    struct Hall {
        Hall() : drawing(u"   R1 R2\n 3 . .\n 2 . .\n 1 . ."_qs), record(*drawing.snapshot()) {
            std::vector<Rack> racks(record.racks.begin(), record.racks.end());
            for (auto &rack : racks) {
                rack.zeroUSlots = 2;
            }
            record.racks = Table<Rack>(std::move(racks));
            record.slotUse = Table<SlotUse>({{drawing.rack(u"R1"_qs), 1, {{15}, {25}}}});
            Model model;
            model.id = {1};
            model.kind = u"chassis"_qs;
            record.models = Table<Model>({model});
            record.bays = Table<Bay>({{{1}, {1}, u"a"_qs}, {{2}, {1}, u"b"_qs}});
            chassis.id = {1};
            chassis.model = {1};
            chassis.budgetedWatts = 50;
            chassis.weight = Mass{20'000};
            stands.id = {1};
            stands.equipment = {1};
            stands.state = u"installed"_qs;
            stands.during = {{10}, {30}};
            stands.rack = drawing.rack(u"R1"_qs);
            stands.position = Height{0};
            stands.face = u"front"_qs;
            stands.half = u"full"_qs;
            stands.outlets = {drawing.outlet(u"R1 A"_qs, u"1"_qs), drawing.outlet(u"R1 B"_qs, u"1"_qs)};
            other.id = {2};
            other.request = {2};
            item.id = {1};
            item.request = {1};
            item.kind = u"zero_u"_qs;
            item.weight = Mass{1000};
            item.cords = 0;
            item.drawWatts = 0;
        }
        [[nodiscard]] NumberSearch find(Period during, int count = 1) {
            record.equipment = Table<Equipment>({chassis});
            record.placements = Table<Placement>({stands});
            record.requestItems = Table<RequestItem>({item, other});
            Wanted wanted;
            wanted.item = numberedEnvelope(item, record);
            wanted.during = during;
            wanted.count = count;
            const Estate estate(std::make_shared<const Snapshot>(record));
            return findNumbers(estate, item, wanted);
        }
        /// "R1:2", "R1 a"
        [[nodiscard]] QStringList text(const std::vector<NumberPlace> &places) const {
            QStringList all;
            for (const auto &place : places) {
                const QString rack = record.racks.find(place.rack)->code;
                all << (place.slot ? rack + u':' + QString::number(*place.slot)
                                   : rack + u' ' + record.bays.find(place.bay)->name);
            }
            return all;
        }
        [[nodiscard]] static QStringList reasons(const std::vector<NoNumber> &refused) {
            QStringList all;
            for (const auto &one : refused) {
                all << (one.notCome ? u"not come"_qs : test::text(one.shortfalls).join(u" / "_qs));
            }
            return all;
        }

        Drawing drawing;
        Snapshot record;
        Equipment chassis;
        Placement stands;
        RequestItem item, other;
    };

private Q_SLOTS:
    void theFirstFreeSlotOfEachRack() {
        Hall hall;
        QCOMPARE(hall.text(hall.find({{10}, {15}}).places), QStringList({u"R1:1"_qs, u"R2:1"_qs}));
        const auto found = hall.find({{10}, {16}});
        QCOMPARE(hall.text(found.places), QStringList({u"R1:2"_qs, u"R2:1"_qs}));
        QCOMPARE(found.places[0].cords.size(), 0U);
        QVERIFY(found.refused.empty());
        QCOMPARE(hall.text(found.plan), QStringList({u"R1:2"_qs}));
    }

    void severalTakeWhatThereIs() {
        Hall hall;
        const auto three = hall.find({{10}, {16}}, 3);
        QCOMPARE(three.plan.size(), 3U);
        QVERIFY(hall.text(three.plan).contains(u"R1:2"_qs));
        QVERIFY(hall.text(three.plan).contains(u"R2:2"_qs));
        QVERIFY(three.full.empty());
        const auto four = hall.find({{10}, {16}}, 4);
        QCOMPARE(four.plan.size(), 3U);
        QCOMPARE(Hall::reasons(four.full), QStringList({u"S1 S/M/R1 slot 1 1 + 1 > 1 pieces, day 15"_qs,
                                                        u"S1 S/M/R2 slot 1 1 + 1 > 1 pieces, day 10"_qs}));
    }

    /// One cord goes to each side; a rack whose outlets are taken or that is full says so.
    void itsCordsHaveOutlets() {
        Hall hall;
        hall.item.cords = 2;
        hall.item.drawWatts = 100;
        const auto found = hall.find({{10}, {16}});
        QCOMPARE(hall.text(found.places).size(), 2);
        for (const auto &place : found.places) {
            const QString rack = hall.record.racks.find(place.rack)->code;
            QCOMPARE(place.cords.size(), 2U);
            QCOMPARE(place.cords[0].node, hall.drawing.node(rack + u" A"_qs));
            QCOMPARE(place.cords[1].node, hall.drawing.node(rack + u" B"_qs));
        }
        hall.item.plug = u"C20"_qs; // there are only outlets C13
        const auto none = hall.find({{10}, {16}});
        QVERIFY(none.places.empty());
        QCOMPARE(none.refused.size(), 2U);
        for (const QString &reason : Hall::reasons(none.refused)) {
            QVERIFY2(reason.startsWith(u"P1 S/M/R"_qs), qPrintable(reason));
        }
    }

    void tooHeavyForTheRack() {
        Hall hall;
        hall.drawing.load(u"R2 mass"_qs, {999'500, 0, 0, 0});
        hall.record.ledger = hall.drawing.snapshot()->ledger;
        const auto found = hall.find({{10}, {16}});
        QCOMPARE(hall.text(found.places), QStringList({u"R1:2"_qs}));
        QCOMPARE(Hall::reasons(found.refused), QStringList({u"S3 S/M/R2 1000 + 999500 > 1000000 g, day 10"_qs}));
    }

    void aBayWhileItsChassisIsThere() {
        Hall hall;
        hall.item.kind = u"bay"_qs;
        QCOMPARE(hall.text(hall.find({{12}, {30}}).places), QStringList({u"R1 a"_qs}));
        hall.record.bayUse = Table<BayUse>({BayUse{{1}, {1}, {{29}, {30}}}});
        QCOMPARE(hall.text(hall.find({{12}, {30}}).places), QStringList({u"R1 b"_qs}));
        const auto late = hall.find({{12}, {31}});
        QVERIFY(late.places.empty());
        QCOMPARE(late.refused.size(), 1U);
        QVERIFY2(Hall::reasons(late.refused).front().startsWith(u"S1 S/M/R1 U1 bay b 1 "_qs),
                 qPrintable(Hall::reasons(late.refused).front()));
        QVERIFY(hall.find({{40}, {41}}).refused.empty()); // there is no chassis then
    }

    /// 10 A at 230 V carry 50 W of the chassis and one of 1,200 W, not two: what the first takes counts for the second.
    void bladesDrawThroughTheirChassis() {
        Hall hall;
        hall.item.kind = u"bay"_qs;
        hall.item.drawWatts = 1000;
        const auto both = hall.find({{12}, {30}}, 2);
        QCOMPARE(hall.text(both.plan), QStringList({u"R1 a"_qs, u"R1 b"_qs}));
        QVERIFY(both.plan[0].cords.empty());
        hall.item.drawWatts = 1200;
        const auto one = hall.find({{12}, {30}}, 2);
        QCOMPARE(hall.text(one.plan), QStringList({u"R1 a"_qs}));
        QCOMPARE(one.full.size(), 1U);
        QVERIFY2(Hall::reasons(one.full).front().startsWith(u"P2 S R1 A:1 "_qs),
                 qPrintable(Hall::reasons(one.full).front()));
    }

    /// What is held with a request may lapse with it: only its own pieces go in.
    void aHeldChassisIsForItsOwnRequest() {
        Hall hall;
        hall.item.kind = u"bay"_qs;
        hall.chassis.requestItem = {2};
        hall.stands.state = u"held"_qs;
        const auto others = hall.find({{12}, {30}});
        QVERIFY(others.places.empty());
        QCOMPARE(Hall::reasons(others.refused), QStringList({u"not come"_qs}));
        hall.other.request = {1};
        QCOMPARE(hall.text(hall.find({{12}, {30}}).places), QStringList({u"R1 a"_qs}));
    }

    /// As the record will count it: half a unit where it is silent, no cord of its own in a chassis.
    void whatNobodySaidIsEstimated() {
        Hall hall;
        hall.item.cords.reset();
        hall.item.drawWatts.reset();
        hall.item.weight.reset();
        auto strip = numberedEnvelope(hall.item, hall.record);
        QCOMPARE(strip.cords, std::optional(2));
        QCOMPARE(strip.draw->milliwatts, 75'000);
        QCOMPARE(strip.weight->grams, 6000);
        QCOMPARE(strip.height.halfUnits, 0);
        QVERIFY(!strip.onRails && !strip.drawsIfPlugged && strip.estimated.draw && strip.estimated.cords);
        hall.item.kind = u"bay"_qs;
        auto blade = numberedEnvelope(hall.item, hall.record);
        QCOMPARE(blade.cords, std::optional(0));
        QCOMPARE(blade.draw->milliwatts, 75'000);
        QVERIFY(blade.drawsIfPlugged && blade.estimated.draw);
        hall.item.drawWatts = 300;
        blade = numberedEnvelope(hall.item, hall.record);
        QCOMPARE(blade.draw->milliwatts, 300'000);
        QVERIFY(!blade.drawsIfPlugged && !blade.estimated.draw);
    }
};

QTEST_GUILESS_MAIN(TestNumberSearch)
#include "tst_numbersearch.moc"
