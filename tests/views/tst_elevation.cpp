#include "smallsnapshot.h"
#include "views/rack/elevation.h"
#include "views/rack/rackcontentsmodel.h"

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
