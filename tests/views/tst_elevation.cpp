#include "smallsnapshot.h"
#include "views/rack/boxtext.h"
#include "views/rack/deviceitem.h"
#include "views/rack/elevation.h"
#include "views/rack/rackcontentsmodel.h"
#include "views/rack/rackloads.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

/// "U1-2 both old": what is drawn, a line a box.
QString describe(const std::vector<ElevationBox> &boxes) {
    QStringList lines;
    for (const ElevationBox &box : boxes) {
        const QString kind = box.kind == ElevationBox::Kind::Blocked ? u"blocked"_s
                             : box.kind == ElevationBox::Kind::Taken ? u"taken"_s
                                                                     : box.label;
        lines << u"%1-%2 %3%4 %5"_s.arg(box.huFrom)
                     .arg(box.huUntil)
                     .arg(box.front ? u"F"_s : u""_s, box.rear ? u"R"_s : u""_s, kind);
    }
    return lines.join(u'\n');
}

std::vector<ElevationBox> boxesOn(const Snapshot &snapshot, Day day) {
    return elevationBoxes(snapshot, *snapshot.racks.find(rackA1), day);
}

} // namespace

class TestElevation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesHideWhatIsAnonymous() {
        const Snapshot snapshot = smallSnapshot();
        QCOMPARE(describe(boxesOn(snapshot, snapshot.today)), u"10-12 FR taken\n"
                                                              "16-18 FR blocked\n"
                                                              "0-4 FR old\n"
                                                              "6-8 F front"_s);
    }

    void zeroUEquipmentStandsBesideTheRear() {
        Snapshot snapshot = smallSnapshot();
        auto placements = std::vector(snapshot.placements.begin(), snapshot.placements.end());
        placements.front().position.reset();
        placements.front().slot = 2;
        snapshot.placements = Table<Placement>(std::move(placements));
        snapshot.occupancy = {};
        snapshot.slotUse = Table<SlotUse>({{rackA1, 1, Period()}, {rackA1, 2, Period()}});
        const auto boxes = boxesOn(snapshot, snapshot.today);
        QCOMPARE(describe(boxes), u"0-0 R taken\n0-0 R old\n6-8 F front"_s);
        QCOMPARE(boxes[0].slot, 1);
        QCOMPARE(boxes[1].slot, 2);
        QCOMPARE(boxes[2].slot, 0);
    }

    void aMergedBoxKeepsTheStrangersPart() {
        Snapshot snapshot = smallSnapshot();
        OccupiedBox merged;
        merged.rack = rackA1;
        merged.huFrom = 0;
        merged.huUntil = 6;
        merged.depthUntil = 1000;
        snapshot.occupancy = Table<OccupiedBox>({merged});
        QCOMPARE(describe(boxesOn(snapshot, snapshot.today)), u"4-6 FR taken\n0-4 FR old\n6-8 F front"_s);
    }

    void showsOnlyWhatStandsThereOnTheDay() {
        Snapshot snapshot = smallSnapshot();
        auto placements = std::vector(snapshot.placements.begin(), snapshot.placements.end());
        placements[0].during.until = snapshot.today.plus(1);
        placements[1].state = u"held"_s;
        placements[1].holdUntil = snapshot.today.plus(-1); // lapsed
        snapshot.placements = Table<Placement>(placements);
        snapshot.occupancy = {};
        QCOMPARE(describe(boxesOn(snapshot, snapshot.today)), u"0-4 FR old"_s);
        QCOMPARE(describe(boxesOn(snapshot, snapshot.today.plus(1))), QString());
    }

    void keepsSelectionWhenTheRecordChanges() {
        Snapshot snapshot = smallSnapshot();
        Elevation elevation;
        elevation.resize(600, 500);
        elevation.show();
        elevation.show(*snapshot.racks.find(rackA1), boxesOn(snapshot, snapshot.today));
        elevation.select(frontPlacement);
        snapshot.occupancy = {};
        elevation.show(*snapshot.racks.find(rackA1), boxesOn(snapshot, snapshot.today));
        QCOMPARE(elevation.selected(), frontPlacement);
        elevation.show(*snapshot.racks.find(rackA2), {});
        QCOMPARE(elevation.selected(), PlacementId());
    }

    void isWalkedByKeyboard() {
        const Snapshot snapshot = smallSnapshot();
        Elevation elevation;
        elevation.resize(600, 500);
        elevation.show();
        elevation.show(*snapshot.racks.find(rackA1), boxesOn(snapshot, snapshot.today));
        QSignalSpy opened(&elevation, &Elevation::equipmentOpened);
        QTest::keyClick(&elevation, Qt::Key_Up);
        QCOMPARE(elevation.selected(), oldPlacement);
        QTest::keyClick(&elevation, Qt::Key_Up);
        QCOMPARE(elevation.selected(), frontPlacement);
        QTest::keyClick(&elevation, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<EquipmentId>(), EquipmentId{2});
    }

    /// A chassis of 2U with four bays: one holds a blade that the viewer sees, one somebody else's.
    void whatIsInAChassisStandsInItsBays() {
        Snapshot snapshot = smallSnapshot();
        auto equipment = std::vector(snapshot.equipment.begin(), snapshot.equipment.end());
        equipment.front().model = ModelId{1}; // "old" is the chassis
        equipment.push_back(equipment.back());
        equipment.back().id = EquipmentId{3};
        equipment.back().name = u"blade"_s;
        snapshot.equipment = Table<Equipment>(equipment);
        std::vector<Bay> bays;
        for (int number = 1; number <= 4; ++number) {
            bays.push_back({BayId{number}, ModelId{1}, QString::number(number)});
        }
        snapshot.bays = Table<Bay>(bays);
        auto placements = std::vector(snapshot.placements.begin(), snapshot.placements.end());
        Placement blade;
        blade.id = PlacementId{9};
        blade.equipment = EquipmentId{3};
        blade.state = u"installed"_s;
        blade.chassis = EquipmentId{1};
        blade.bay = BayId{2};
        placements.push_back(blade);
        snapshot.placements = Table<Placement>(placements);
        snapshot.bayUse = Table<BayUse>({{EquipmentId{1}, BayId{2}, Period()}, {EquipmentId{1}, BayId{3}, Period()}});
        snapshot.occupancy = {};
        auto boxes = boxesOn(snapshot, snapshot.today);
        QCOMPARE(describe(boxes), u"0-4 FR old\n6-8 F front\n0-4 FR blade\n0-4 FR taken"_s);
        QCOMPARE(boxes[0].bays, 4);
        QCOMPARE(boxes[2].bay, (ElevationBox::Bay{1, 4, u"2"_s}));
        QCOMPARE(boxes[3].bay, (ElevationBox::Bay{2, 4, u"3"_s}));
        const Rack &rack = *snapshot.racks.find(rackA1);
        QVERIFY2(boxText(snapshot, rack, boxes[2]).startsWith(u"blade · installed\nbay 2, U1 to U2, full depth"_s),
                 qPrintable(boxText(snapshot, rack, boxes[2])));
        RackContentsModel model;
        model.show(snapshot, rack, boxes);
        QCOMPARE(model.rows()[1].name + u' ' + model.rows()[2].name, u"old blade"_s);
        QCOMPARE(model.rows()[2].unit, u"bay 2"_s);
        // Each bay is drawn within its chassis, and none on another.
        Elevation elevation;
        elevation.resize(600, 500);
        elevation.show();
        elevation.show(rack, boxes);
        const QRect around = elevation.placeOf(oldPlacement);
        const QRect inside = elevation.placeOf(PlacementId{9});
        QVERIFY(around.contains(inside) && inside.width() < around.width() && inside.height() < around.height());
        QSignalSpy opened(&elevation, &Elevation::equipmentOpened);
        QTest::mouseDClick(elevation.viewport(), Qt::LeftButton, {}, inside.center());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<EquipmentId>(), EquipmentId{3});
    }

    void aBlankingPanelIsOne() {
        Snapshot snapshot = smallSnapshot();
        Model blank;
        blank.id = ModelId{7};
        blank.kind = u"blank"_s;
        snapshot.models = Table<Model>({blank});
        auto equipment = std::vector(snapshot.equipment.begin(), snapshot.equipment.end());
        equipment.back().model = ModelId{7};
        snapshot.equipment = Table<Equipment>(equipment);
        const auto boxes = boxesOn(snapshot, snapshot.today);
        QCOMPARE(boxes.back().kind, ElevationBox::Kind::Blank);
        QCOMPARE(DeviceItem::describe(boxes.back()), u"blanking panel"_s);
    }

    /// All that the viewer may know of a hold; of a stranger's box nothing but that it is there.
    void whatOccupiesAUnitIsSaid() {
        Snapshot snapshot = smallSnapshot();
        auto placements = std::vector(snapshot.placements.begin(), snapshot.placements.end());
        placements[1].state = u"held"_s;
        placements[1].holdUntil = snapshot.today.plus(3);
        placements[1].during = {snapshot.today, snapshot.today.plus(10)};
        snapshot.placements = Table<Placement>(placements);
        auto equipment = std::vector(snapshot.equipment.begin(), snapshot.equipment.end());
        equipment[1].requestItem = RequestItemId{1};
        equipment[1].project = u"Survey"_s;
        equipment[1].weight = Mass{12'000};
        snapshot.equipment = Table<Equipment>(equipment);
        const Rack &rack = *snapshot.racks.find(rackA1);
        const auto boxes = boxesOn(snapshot, snapshot.today);
        const QString text = boxText(snapshot, rack, boxes.back());
        for (const QString &line : {u"front · held"_s, u"U4, front"_s, u"HO · Survey"_s, u"request R-1"_s}) {
            QVERIFY2(text.split(u'\n').contains(line), qPrintable(text));
        }
        QVERIFY2(text.contains(u"12 kg"_s) && text.contains(u"held up to and including "_s), qPrintable(text));
        QCOMPARE(boxText(snapshot, rack, boxes.front()), u"occupied\nU6, full depth\nBy what, is not yours to see."_s);
        const auto units = freeUnitTexts(snapshot, rack, snapshot.today);
        QCOMPARE(units.size(), 10U);
        QCOMPARE(units[2], u"U3: free"_s);
    }

    /// By half a unit with Shift, and to the other half of the rack with H.
    void halfUnitsAndHalfWidths() {
        Snapshot snapshot = smallSnapshot();
        auto placements = std::vector(snapshot.placements.begin(), snapshot.placements.end());
        placements[1].half = u"left"_s;
        snapshot.placements = Table<Placement>(placements);
        Elevation elevation;
        elevation.resize(600, 500);
        elevation.show();
        elevation.show(*snapshot.racks.find(rackA1), boxesOn(snapshot, snapshot.today));
        elevation.select(frontPlacement);
        QTest::keyClick(&elevation, Qt::Key_X, Qt::ControlModifier);
        QVERIFY(elevation.carry());
        QTest::keyClick(&elevation, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(&elevation, Qt::Key_H);
        QCOMPARE(elevation.carry()->moves(),
                 (std::vector<PlannedMove>{{frontPlacement, rackA1, {7}, u"front"_s, u"right"_s}}));
        QTest::keyClick(&elevation, Qt::Key_Up);
        QCOMPARE(elevation.carry()->moves().front().position.halfUnits % 2, 0); // back on a whole one
        QTest::keyClick(&elevation, Qt::Key_Escape);
        // The same by hand: over the right half it takes that.
        const QRect at = elevation.placeOf(frontPlacement);
        QTest::mousePress(elevation.viewport(), Qt::LeftButton, {}, at.center());
        QTest::mouseMove(elevation.viewport(), at.center() + QPoint(at.width(), 0));
        QCOMPARE(elevation.carry()->moves().front().half, u"right"_s);
        QTest::mouseRelease(elevation.viewport(), Qt::LeftButton, {}, at.center());
    }

    /// Letters that are larger want larger units.
    void growsWithTheLetters() {
        const Snapshot snapshot = smallSnapshot();
        Elevation elevation;
        elevation.resize(600, 200); // as low as it can be
        elevation.show();
        elevation.show(*snapshot.racks.find(rackA1), boxesOn(snapshot, snapshot.today));
        const int before = elevation.placeOf(oldPlacement).height();
        QFont large = elevation.font();
        large.setPixelSize(2 * QFontInfo(large).pixelSize());
        elevation.setFont(large);
        QVERIFY(elevation.placeOf(oldPlacement).height() > before * 3 / 2);
    }

    /// Of each phase, the heat and the weight on the day that is asked, with what a failure brings.
    void theLimitsOfARack() {
        Snapshot snapshot = smallSnapshot();
        auto limits = std::vector(snapshot.nodeLimits.begin(), snapshot.nodeLimits.end());
        limits[0].normalMain = 100'000; // weight
        limits[2].normalLine = 4'000'000;
        limits[2].failoverLine = 8'000'000;
        snapshot.nodeLimits = Table<NodeLimit>(limits);
        const Day later = snapshot.today.plus(5);
        snapshot.ledger = Ledger({{NodeId{1}, {}, snapshot.today, {25'000}, {}},
                                             {NodeId{3}, {}, snapshot.today, {0, 1'000'000}, {}},
                                             {NodeId{3}, NodeId{4}, snapshot.today, {}, {0, 1'000'000}},
                                             {NodeId{1}, {}, later, {25'000}, {}}});
        auto steps = snapshot.ledger.steps();
        std::ranges::sort(steps, {}, [](const LedgerStep &step) { return rowOrder(step); });
        snapshot.ledger = Ledger(steps);
        const Estate estate(std::make_shared<const Snapshot>(snapshot));
        const auto rows = rackLoadRows(estate, rackA1, snapshot.today);
        QCOMPARE(rows.size(), 8U);
        QCOMPARE(rows.front().name, u"A · A1 3, L1"_s);
        QCOMPARE(rows.front().permille, std::optional(250));
        QCOMPARE(rows.front().failingPermille, std::optional(250));
        QCOMPARE(rows.front().failing, u"2 kVA of 8 kVA"_s);
        QCOMPARE(rows.back().name, u"Weight"_s);
        QCOMPARE(rows.back().permille, std::optional(250));
        QCOMPARE(rackLoadRows(estate, rackA1, later).back().permille, std::optional(500));
    }

    void listsTheSameFromTheTopDown() {
        const Snapshot snapshot = smallSnapshot();
        RackContentsModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(snapshot, *snapshot.racks.find(rackA1), boxesOn(snapshot, snapshot.today));
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            rows << u"%1 %2 %3 %4"_s.arg(model.text(row, 0), model.text(row, 1), model.text(row, 2),
                                         model.text(row, 3));
        }
        QCOMPARE(rows, (QStringList{u"4 front 1U front"_s, u"1 old 2U full depth"_s}));
    }
};

QTEST_MAIN(TestElevation)
#include "tst_elevation.moc"
