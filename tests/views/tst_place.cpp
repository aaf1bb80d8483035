#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/parts/searchtable.h"
#include "views/sites/floorplan.h"
#include "views/sites/sitespage.h"
#include "views/space/findspacepage.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

/// R-1 asks for a floor-standing instrument of 1,000 by 500 mm. The racks stand at x 1,000 to 2,200 and y 1,000 to
/// 2,200.
Snapshot askedFor() {
    Snapshot snapshot = smallSnapshot();
    auto items = std::vector(snapshot.requestItems.begin(), snapshot.requestItems.end());
    items[0].kind = u"floor"_s;
    items[0].description = u"astral"_s;
    items[0].height = Height{0};
    items[0].width = Length{1000};
    items[0].depth = Length{500};
    items[0].weight = Mass{50'000};
    items[0].cords = 0;
    items[0].drawWatts = 0;
    snapshot.requestItems = Table<RequestItem>(std::move(items));
    return snapshot;
}

} // namespace

/// F6: the footprint of an instrument is put down on the plan to scale, judged where it is, and held.
class TestPlace : public QObject {
    Q_OBJECT

    struct Shown {
        FakeLive live{std::make_shared<const Snapshot>(askedFor())};
        EstateWatch estates{live};
        Navigator navigator;
        SitesPage page{live, estates, navigator};
        FloorPlan *plan = page.findChild<FloorPlan *>();
        QPushButton *place = page.findChild<QPushButton *>(u"place"_s);
        QPushButton *hold = page.findChild<QPushButton *>(u"hold"_s);
        QLabel *verdict = page.findChild<QLabel *>(u"verdict"_s);
    };

private Q_SLOTS:
    void draggedWithTheMouse() {
        Shown shown;
        shown.page.resize(1000, 800);
        shown.page.show();
        TRY_VERIFY(shown.estates.estate());
        QVERIFY(!shown.hold->isVisible());
        QCOMPARE(shown.page.findChild<QComboBox *>(u"floorItems"_s)->currentText(), u"R-1.1 astral"_s);
        QTest::mouseClick(shown.place, Qt::LeftButton);
        QVERIFY(shown.plan->spot());
        const auto pixel = [&](int x, int y) { return shown.plan->mapFromScene(QPointF(x, y)); };
        const auto drag = [&](int x, int y) {
            QWidget *view = shown.plan->viewport();
            const auto now = *shown.plan->spot();
            QTest::mousePress(view, Qt::LeftButton, {}, pixel(now.x.mm, now.y.mm));
            QTest::mouseMove(view, pixel((now.x.mm + x) / 2, (now.y.mm + y) / 2));
            QTest::mouseMove(view, pixel(x, y));
            QTest::mouseRelease(view, Qt::LeftButton, {}, pixel(x, y));
        };
        drag(1500, 1500); // in rack A1
        TRY_VERIFY(shown.verdict->text().contains(u"does not fit"_s));
        const auto *reasons = shown.page.findChild<SearchTable *>(u"shortfalls"_s);
        QVERIFY(reasons->isVisible());
        QCOMPARE(reasons->view()->model()->index(0, 0).data().toString(), u"S6"_s);
        drag(4000, 3000);
        TRY_VERIFY(shown.verdict->text().contains(u"✓ fits"_s));
        const auto spot = *shown.plan->spot();
        QVERIFY(std::abs(spot.x.mm - 4000) <= 50 && std::abs(spot.y.mm - 3000) <= 50); // a pixel or two
        QTest::mouseClick(shown.hold, Qt::LeftButton);
        QCOMPARE(shown.live.asked.size(), 1U);
        QCOMPARE(shown.live.asked[0].name, u"hold"_s);
        const QJsonObject arguments = shown.live.asked[0].arguments;
        QCOMPARE(arguments[u"request"_s].toString(), u"R-1"_s);
        QCOMPARE(arguments[u"item"_s].toInt(), 1);
        QCOMPARE(arguments[u"places"_s],
                 (QJsonArray{QJsonObject{
                     {u"room"_s, 1}, {u"x_mm"_s, spot.x.mm}, {u"y_mm"_s, spot.y.mm}, {u"orientation_deg"_s, 0}}}));
        TRY_VERIFY(!shown.plan->spot());
    }

    /// What stands there is judged without itself, from where it is, and moved.
    void whatStandsThereIsMoved() {
        Snapshot snapshot = askedFor();
        auto things = std::vector(snapshot.equipment.begin(), snapshot.equipment.end());
        Equipment scanner = things.front();
        scanner.id = {901};
        scanner.name = u"scanner"_s;
        scanner.kind = u"floor"_s;
        scanner.width = Length{1000};
        scanner.depth = Length{500};
        scanner.cords = 0;
        things.push_back(scanner);
        snapshot.equipment = Table<Equipment>(std::move(things));
        auto placements = std::vector(snapshot.placements.begin(), snapshot.placements.end());
        Placement there;
        there.id = {902};
        there.equipment = {901};
        there.state = u"installed"_s;
        there.during = {snapshot.today.plus(-100), Day::never()};
        there.room = {1};
        there.x = Length{4000};
        there.y = Length{3000};
        there.orientationDegrees = 90;
        placements.push_back(there);
        snapshot.placements = Table<Placement>(std::move(placements));
        Shown shown;
        shown.live.setSnapshot(std::make_shared<const Snapshot>(snapshot));
        shown.page.resize(1000, 800);
        shown.page.show();
        TRY_VERIFY(shown.estates.estate());
        auto *items = shown.page.findChild<QComboBox *>(u"floorItems"_s);
        QCOMPARE(items->count(), 2);
        items->setCurrentIndex(1);
        QCOMPARE(items->currentText(), u"Move scanner"_s);
        QTest::mouseClick(shown.place, Qt::LeftButton);
        QVERIFY(*shown.plan->spot() == (FloorSpot{{1}, Length{4000}, Length{3000}, 90}));
        TRY_VERIFY(shown.verdict->text().contains(u"✓ fits"_s)); // it is not in its own way
        QTest::keyClick(shown.plan, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(shown.plan, Qt::Key_R);
        TRY_VERIFY(shown.hold->isEnabled());
        QCOMPARE(shown.hold->text(), u"Move here"_s);
        QTest::mouseClick(shown.hold, Qt::LeftButton);
        QCOMPARE(shown.live.asked.size(), 1U);
        QCOMPARE(shown.live.asked[0].name, u"move"_s);
        const QJsonValue move = shown.live.asked[0].arguments[u"moves"_s][0];
        QCOMPARE(move[u"placement"_s].toInt(), 902);
        QCOMPARE(move[u"x_mm"_s].toInt(), 5000);
        QCOMPARE(move[u"y_mm"_s].toInt(), 3000);
        QCOMPARE(move[u"orientation_deg"_s].toInt(), 180);
        TRY_VERIFY(!shown.plan->spot());
    }

    /// "Find space" looks on the floors, offers spots that share no floor, and leads to the plan with one of them; of
    /// several pieces all are held at once.
    void whatIsFoundIsPlacedOnThePlan() {
        Snapshot snapshot = askedFor();
        auto items = std::vector(snapshot.requestItems.begin(), snapshot.requestItems.end());
        items[0].count = 2;
        snapshot.requestItems = Table<RequestItem>(std::move(items));
        Shown shown;
        shown.live.setSnapshot(std::make_shared<const Snapshot>(snapshot));
        FindSpacePage find(shown.live, shown.estates, shown.navigator);
        connect(&shown.navigator, &Navigator::spotOffered, &shown.page, &SitesPage::offer);
        shown.page.resize(1000, 800);
        shown.page.show();
        find.resize(1000, 800);
        find.show();
        TRY_VERIFY(shown.estates.estate());
        find.findFor(RequestItemId{1});
        auto *spots = find.findChild<SearchTable *>(u"spots"_s);
        TRY_VERIFY(spots->isVisible() && spots->model().rowCount() > 1);
        const auto *summary = find.findChild<QLabel *>(u"summary"_s);
        QVERIFY2(summary->text().startsWith(u"Rooms in which it fits: 1 in HOME"_s), qPrintable(summary->text()));
        const auto *all = find.findChild<QLabel *>(u"plan"_s);
        QVERIFY2(all->text().startsWith(u"All together: 2 of 2 find a place: 2 in HOME/"_s), qPrintable(all->text()));
        QVERIFY(!find.findChild<SearchTable *>(u"proposals"_s)->isVisible());
        auto *hold = find.findChild<QPushButton *>(u"hold"_s);
        QVERIFY(hold->isEnabled());
        auto *show = find.findChild<QPushButton *>(u"show"_s);
        QCOMPARE(show->text(), u"Show on the p&lan"_s);
        QTest::mouseClick(show, Qt::LeftButton);
        QVERIFY(shown.plan->spot());
        TRY_VERIFY2(shown.verdict->text().contains(u"✓ fits"_s), qPrintable(shown.verdict->text()));
        QCOMPARE(shown.hold->text(), u"Hold all 2 pieces"_s);
        const auto spot = *shown.plan->spot();
        QTest::mouseClick(shown.hold, Qt::LeftButton);
        QCOMPARE(shown.live.asked.size(), 1U);
        const QJsonArray places = shown.live.asked[0].arguments[u"places"_s].toArray();
        QCOMPARE(places.size(), 2);
        QCOMPARE(places[1][u"x_mm"_s].toInt(), spot.x.mm);
        QVERIFY(places[0] != places[1]);
        // Without the plan: as the search has it.
        TRY_VERIFY(!shown.plan->spot());
        QTest::mouseClick(hold, Qt::LeftButton);
        QCOMPARE(shown.live.asked.size(), 2U);
        QCOMPARE(shown.live.asked[1].arguments[u"places"_s].toArray().size(), 2);
    }

    /// What the record says against it stands there once: not beside what was known before.
    void aRefusalIsSaidOnce() {
        Shown shown;
        shown.page.resize(1000, 800);
        shown.page.show();
        TRY_VERIFY(shown.estates.estate());
        QTest::mouseClick(shown.place, Qt::LeftButton);
        for (int i = 0; i < 10; ++i) {
            QTest::keyClick(shown.plan, Qt::Key_Left, Qt::ControlModifier); // against the wall
        }
        TRY_VERIFY(shown.verdict->text().contains(u"does not fit"_s));
        const auto *known = shown.page.findChild<SearchTable *>(u"shortfalls"_s);
        const SearchTable *said = nullptr;
        QVERIFY(known->isVisible() && !shown.page.findChild<SearchTable *>(u"violations"_s));
        Error refused;
        refused.kind = Error::Kind::Refused;
        refused.sqlstate = u"PL001"_s;
        refused.data = {{u"violations"_s, QJsonArray{QJsonObject{{u"rule"_s, u"S6"_s}, {u"requested"_s, 1}}}}};
        shown.live.answers.push_back(refused);
        QTest::mouseClick(shown.hold, Qt::LeftButton);
        TRY_VERIFY((said = shown.page.findChild<SearchTable *>(u"violations"_s)) && said->isVisible());
        QVERIFY(!known->isVisible());
        QTest::keyClick(shown.plan, Qt::Key_Escape); // and begun anew
        QTest::mouseClick(shown.place, Qt::LeftButton);
        QVERIFY(!said->isVisible());
    }

    /// By hand one after the other; the last holds them all.
    void severalArePlacedOneAfterTheOther() {
        Snapshot snapshot = askedFor();
        auto items = std::vector(snapshot.requestItems.begin(), snapshot.requestItems.end());
        items[0].count = 2;
        snapshot.requestItems = Table<RequestItem>(std::move(items));
        Shown shown;
        shown.live.setSnapshot(std::make_shared<const Snapshot>(snapshot));
        shown.page.resize(1000, 800);
        shown.page.show();
        TRY_VERIFY(shown.estates.estate());
        QCOMPARE(shown.page.findChild<QComboBox *>(u"floorItems"_s)->currentText(), u"R-1.1 2 × astral"_s);
        QTest::mouseClick(shown.place, Qt::LeftButton);
        TRY_VERIFY(shown.hold->isEnabled());
        QCOMPARE(shown.hold->text(), u"Piece 1 of 2 here"_s);
        QTest::mouseClick(shown.hold, Qt::LeftButton);
        QCOMPARE(shown.live.asked.size(), 0U);
        QCOMPARE(shown.hold->text(), u"Hold all 2 pieces"_s);
        QTest::keyClick(shown.plan, Qt::Key_Down, Qt::ControlModifier);
        TRY_VERIFY(shown.hold->isEnabled());
        QTest::mouseClick(shown.hold, Qt::LeftButton);
        QCOMPARE(shown.live.asked.size(), 1U);
        const QJsonArray places = shown.live.asked[0].arguments[u"places"_s].toArray();
        QCOMPARE(places.size(), 2);
        QCOMPARE(places[1][u"y_mm"_s].toInt() - places[0][u"y_mm"_s].toInt(), 1000);
    }

    void withTheKeyboardAlone() {
        Shown shown;
        shown.page.resize(1000, 800);
        shown.page.show();
        TRY_VERIFY(shown.estates.estate());
        QTest::keyClick(shown.place, Qt::Key_Space);
        const auto key = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(shown.plan, key, modifiers);
        };
        const auto begin = *shown.plan->spot();
        key(Qt::Key_Right);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Left, Qt::ControlModifier);
        key(Qt::Key_R);
        QCOMPARE(*shown.plan->spot(), (FloorSpot{begin.room, Length{begin.x.mm - 900}, Length{begin.y.mm + 10}, 90}));
        key(Qt::Key_Escape);
        QVERIFY(!shown.plan->spot());
        QVERIFY(shown.place->isVisible());
        QTest::keyClick(shown.place, Qt::Key_Space);
        key(Qt::Key_Down, Qt::ControlModifier);
        TRY_VERIFY(shown.verdict->text().contains(u"✓ fits"_s));
        const auto spot = *shown.plan->spot();
        key(Qt::Key_Return);
        QCOMPARE(shown.live.asked.size(), 1U);
        QCOMPARE(shown.live.asked[0].arguments[u"places"_s][0][u"y_mm"_s].toInt(), spot.y.mm);
    }

    /// The wall is the limit: a centimetre further it does not fit.
    void theWallIsTheLimit() {
        const Estate estate(std::make_shared<const Snapshot>(askedFor()));
        Wanted wanted;
        wanted.item =
            withEstimates(envelopeOf(*estate.snapshot().requestItems.find(RequestItemId{1}), estate.snapshot()),
                          estate.snapshot().policy);
        wanted.item.floorStanding = true;
        wanted.owner = OrganisationId{1};
        wanted.during = {Day{10001}, Day::never()};
        const auto at = [&](int x) { return checkFloorSpot(estate, wanted, {RoomId{1}, Length{x}, Length{3000}, 0}); };
        QVERIFY(at(5500).fits());
        QCOMPARE(at(5501).shortfalls.size(), 1U);
        QCOMPARE(at(5501).shortfalls[0].rule, u"S6"_s);
        QCOMPARE(at(500).fits(), true);
        QCOMPARE(at(499).fits(), false);
    }
};

QTEST_MAIN(TestPlace)
#include "tst_place.moc"
