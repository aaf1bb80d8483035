#include "fakelive.h"
#include "model/exchange/requestfile.h"
#include "model/items/requestfiletext.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/parts/answerpanel.h"
#include "views/parts/searchtable.h"
#include "views/requests/requestfiles.h"
#include "views/requests/requestformpage.h"
#include "views/requests/requestspage.h"
#include "views/sites/floorplan.h"
#include "views/sites/sitespage.h"
#include "views/sites/sitetree.h"
#include "views/space/findspacepage.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QGraphicsItem>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

SnapshotPtr shared(Snapshot snapshot) {
    return std::make_shared<const Snapshot>(std::move(snapshot));
}

RequestItem threeUnits(RequestItemId id, RequestId request, int count) {
    RequestItem item;
    item.id = id;
    item.request = request;
    item.ordinal = 2;
    item.height = Height{6};
    item.count = count;
    return item;
}

/// One piece of the item is held, in A2.
Snapshot withHold(Snapshot snapshot, RequestItemId item) {
    auto equipment = std::vector(snapshot.equipment.begin(), snapshot.equipment.end());
    equipment.push_back(equipment.back());
    equipment.back().id = EquipmentId{9};
    equipment.back().requestItem = item;
    snapshot.equipment = Table<Equipment>(equipment);
    auto placements = std::vector(snapshot.placements.begin(), snapshot.placements.end());
    placements.push_back(placements.back());
    placements.back().id = PlacementId{9};
    placements.back().equipment = EquipmentId{9};
    placements.back().rack = rackA2;
    placements.back().state = u"held"_s;
    snapshot.placements = Table<Placement>(placements);
    return snapshot;
}

Error refusal() {
    Error error;
    error.kind = Error::Kind::Refused;
    error.sqlstate = u"PL001"_s;
    error.what = u"It does not fit."_s;
    error.data = {{u"code"_s, u"refused_by"_s},
                  {u"data"_s, QJsonObject{{u"rules"_s, QJsonArray{u"P6"_s, u"S3"_s}}}},
                  {u"violations"_s, QJsonArray{QJsonObject{{u"rule"_s, u"P6"_s},
                                                           {u"where"_s, u"UPS B"_s},
                                                           {u"node"_s, 7},
                                                           {u"requested"_s, 500000},
                                                           {u"used"_s, 9000000},
                                                           {u"capacity"_s, 9200000},
                                                           {u"unit"_s, u"mW"_s},
                                                           {u"quantity"_s, u""_s},
                                                           {u"failing"_s, u"UPS A"_s},
                                                           {u"date"_s, u"2027-05-20"_s}},
                                               QJsonObject{{u"rule"_s, u"S3"_s},
                                                           {u"where"_s, u"HOME/R1/A1"_s},
                                                           {u"node"_s, 8},
                                                           {u"requested"_s, 35000},
                                                           {u"used"_s, 990000},
                                                           {u"capacity"_s, 1000000},
                                                           {u"unit"_s, u"g"_s},
                                                           {u"quantity"_s, u""_s},
                                                           {u"failing"_s, u""_s},
                                                           {u"date"_s, u"2027-05-20"_s}}}}};
    return error;
}

QStringList rowText(const QTableView &view, int row) {
    QStringList cells;
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        cells << view.model()->index(row, column).data().toString();
    }
    return cells;
}

} // namespace

class TestPages : public QObject {
    Q_OBJECT

private:
    /// Clicks the button with this object name.
    static void click(QWidget &page, const QString &name) {
        auto *button = page.findChild<QPushButton *>(name);
        QVERIFY2(button, qPrintable(name));
        QVERIFY2(button->isEnabled(), qPrintable(name));
        button->click();
    }

private Q_SLOTS:
    void treeAndPlanShareTheSelection() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        SitesPage page(live, estates, navigator);
        page.QWidget::show();
        auto *tree = page.findChild<SiteTree *>();
        auto *plan = page.findChild<FloorPlan *>();
        QCOMPARE(plan->room(), RoomId{1});
        plan->select(rackA2);
        QCOMPARE(tree->rack(), rackA2);

        Snapshot changed = smallSnapshot();
        changed.generation = 6;
        live.setSnapshot(shared(changed));
        QCOMPARE(tree->rack(), rackA2);
        QCOMPARE(plan->selected(), rackA2);

        QSignalSpy opened(&navigator, &Navigator::wanted);
        QTest::keyClick(plan, Qt::Key_Left);
        QTest::keyClick(plan, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QVERIFY(opened.first().first().value<ObjectLink>() == ObjectLink(rackA1));
    }

    /// With Ctrl one more or less, with Shift a frame around them, or in the tree by keyboard; what is free in them is
    /// said.
    void severalRacksAreChosenTogether() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        SitesPage page(live, estates, navigator);
        page.resize(1200, 800);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto *tree = page.findChild<SiteTree *>();
        auto *plan = page.findChild<FloorPlan *>();
        QMap<RackId, QRect> places;
        for (const RackId rack : {rackA1, rackA2}) {
            plan->select(rack);
            const auto items = plan->scene()->selectedItems();
            QCOMPARE(items.size(), 1);
            places[rack] = plan->mapFromScene(items.first()->sceneBoundingRect()).boundingRect();
        }
        const std::vector<RackId> both{rackA1, rackA2};
        QTest::mouseClick(plan->viewport(), Qt::LeftButton, {}, places[rackA1].center());
        QCOMPARE(plan->selection(), std::vector<RackId>{rackA1});
        QTest::mouseClick(plan->viewport(), Qt::LeftButton, Qt::ControlModifier, places[rackA2].center());
        QCOMPARE(plan->selection(), both);
        QCOMPARE(tree->racks(), both);
        const auto isSaid = [&page] { // once the estate is made ready
            return std::ranges::any_of(page.findChildren<QLabel *>(), [](const QLabel *label) {
                return label->text().startsWith(u"Racks chosen: 2 · free today: "_s);
            });
        };
        TRY_VERIFY(isSaid());
        QTest::mouseClick(plan->viewport(), Qt::LeftButton, Qt::ControlModifier, places[rackA1].center());
        QCOMPARE(tree->racks(), std::vector<RackId>{rackA2});

        const QRect frame = (places[rackA1] | places[rackA2]).adjusted(-6, -6, 6, 6);
        QTest::mousePress(plan->viewport(), Qt::LeftButton, Qt::ShiftModifier, frame.topLeft());
        QTest::mouseMove(plan->viewport(), frame.center());
        QTest::mouseMove(plan->viewport(), frame.bottomRight());
        QTest::mouseRelease(plan->viewport(), Qt::LeftButton, Qt::ShiftModifier, frame.bottomRight());
        QCOMPARE(plan->selection(), both);
        QCOMPARE(plan->dragMode(), QGraphicsView::ScrollHandDrag);

        // Searched: what is left, and Enter chooses the first of it.
        auto *search = page.findChild<QLineEdit *>(u"searchTree"_s);
        QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(search, u"a2"_s);
        const auto shown = [tree](const QString &name) {
            const auto found = tree->findItems(name, Qt::MatchRecursive | Qt::MatchExactly);
            return !found.isEmpty() && !found.first()->isHidden();
        };
        QVERIFY(shown(u"A2"_s) && !shown(u"A1"_s));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(plan->selection(), std::vector<RackId>{rackA2});
        search->clear();
        QVERIFY(shown(u"A1"_s));
        // By what stands in it.
        QTest::keyClicks(search, u"FRO"_s);
        QVERIFY(shown(u"A1"_s) && !shown(u"A2"_s));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(plan->selection(), std::vector<RackId>{rackA1});
        search->clear();

        tree->select(rackA1);
        QCOMPARE(plan->selection(), std::vector<RackId>{rackA1});
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(plan->selection(), std::vector<RackId>{rackA2});
        QTest::keyClick(tree, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(plan->selection(), both);
        QCOMPARE(tree->racks(), both);
    }

    void aRackThatIsGoneLeavesTreeAndPlan() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        SitesPage page(live, estates, navigator);
        page.QWidget::show();
        auto *plan = page.findChild<FloorPlan *>();
        plan->select(rackA2);
        Snapshot changed = smallSnapshot();
        changed.racks = Table<Rack>({changed.racks[0], changed.racks[2]});
        live.setSnapshot(shared(changed));
        QVERIFY(plan->selected() != rackA2);
        QCOMPARE(plan->selected(), page.findChild<SiteTree *>()->rack());
        QCOMPARE(page.findChild<SiteTree *>()->findItems(u"A2"_s, Qt::MatchRecursive | Qt::MatchExactly).size(), 0);
    }

    void offersOnlyWhatTheViewerMayDo() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestsPage page(live, estates, navigator);
        page.show(inReview);
        for (const QString &name : {u"hold"_s, u"wait_list"_s, u"reject"_s, u"return_request"_s}) {
            QVERIFY2(page.findChild<QPushButton *>(name), qPrintable(name));
        }
        for (const QString &name : {u"endorse"_s, u"submit"_s, u"withdraw"_s}) {
            QVERIFY2(!page.findChild<QPushButton *>(name), qPrintable(name));
        }
    }

    void anIntentionAsksForItsReason() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestsPage page(live, estates, navigator);
        page.show(inReview);
        click(page, u"reject"_s);
        auto *confirm = page.findChild<QPushButton *>(u"confirm"_s);
        QVERIFY(!confirm->isEnabled());
        page.findChild<QLineEdit *>(u"words"_s)->setText(u"No cooling left"_s);
        confirm->click();
        QCOMPARE(live.asked.size(), 1U);
        QCOMPARE(live.asked[0].name, u"reject"_s);
        QCOMPARE(live.asked[0].arguments, (QJsonObject{{u"request"_s, u"R-1"_s}, {u"reason"_s, u"No cooling left"_s}}));
    }

    void theChosenRequestStaysChosen() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestsPage page(live, estates, navigator);
        page.QWidget::show();
        page.show(draft);
        Snapshot changed = smallSnapshot();
        auto requests = std::vector(changed.requests.begin(), changed.requests.end());
        requests[1].state = u"submitted"_s;
        requests[1].stateReason = u"by mail"_s;
        requests.erase(requests.begin());
        changed.requests = Table<Request>(requests);
        live.setSnapshot(shared(changed));
        QCOMPARE(page.chosen(), draft);
        QCOMPARE(page.findChild<QLabel *>(u"state"_s)->text(), u"submitted: by mail"_s);
    }

    void findsAndHoldsAPlace() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        FindSpacePage page(live, estates, navigator);
        page.findFor(RequestItemId{1});
        auto *table = page.findChild<SearchTable *>(u"proposals"_s);
        TRY_COMPARE(table->model().rowCount(), 3);
        QCOMPARE(page.findChild<QLabel *>(u"summary"_s)->text(), u"Racks in which it fits: 2 in HOME · 1 in AWAY"_s);
        // The best three beside each other, in their order; where they differ the best of a criterion says so.
        const auto &compare = page.findChild<SearchTable *>(u"compare"_s)->model();
        QMap<QString, QStringList> beside;
        for (int row = 0; row < compare.rowCount(); ++row) {
            for (int column = 1; column < compare.columnCount(); ++column) {
                beside[compare.index(row, 0).data().toString()] << compare.index(row, column).data().toString();
            }
        }
        for (int i = 0; i < 3; ++i) {
            const QString rack = table->model().index(i, 1).data().toString();
            QVERIFY2(beside[u"Place"_s].value(i).startsWith(rack + u" U"_s), qPrintable(beside[u"Place"_s].value(i)));
        }
        QVERIFY2(beside[u"Score"_s].value(0).contains(u'%'), qPrintable(beside[u"Score"_s].join(u'|')));
        QVERIFY(!beside[u"Score"_s].value(2).contains(u"best"_s));
        const QStringList space = beside[u"Free U left in the rack today"_s];
        QVERIFY2(space.size() == 3 && space[0].contains(u'U'), qPrintable(space.join(u'|')));
        table->choose(rackA2.value);
        click(page, u"hold"_s);
        QCOMPARE(live.asked.size(), 1U);
        QCOMPARE(live.asked[0].name, u"hold"_s);
        QCOMPARE(live.asked[0].arguments[u"request"_s], QJsonValue(u"R-1"_s));
        QCOMPARE(live.asked[0].arguments[u"item"_s], QJsonValue(1));
        const QJsonArray places = live.asked[0].arguments[u"places"_s].toArray();
        QCOMPARE(places.size(), 1);
        QCOMPARE(places[0][u"rack"_s], QJsonValue(u"HOME/R1/A2"_s));
        QCOMPARE(places[0][u"half"_s], QJsonValue(u"full"_s));
        QVERIFY(places[0][u"unit"_s].toDouble() >= 1);
    }

    void holdsOneItemAfterTheOther() {
        Snapshot two = smallSnapshot();
        two.requestItems =
            Table<RequestItem>({two.requestItems[0], two.requestItems[1], threeUnits(RequestItemId{3}, inReview, 2)});
        FakeLive live(shared(two));
        EstateWatch estates(live);
        Navigator navigator;
        QSignalSpy left(&navigator, &Navigator::wanted);
        FindSpacePage page(live, estates, navigator);
        page.findFor(RequestItemId{1});
        auto *items = page.findChild<QComboBox *>(u"items"_s);
        QCOMPARE(items->count(), 2);
        QCOMPARE(items->itemText(0), u"1. 1U – 0 of 1 held"_s);
        QCOMPARE(items->itemText(1), u"2. 3U – 0 of 2 held"_s);
        auto *hold = page.findChild<QPushButton *>(u"hold"_s);
        TRY_VERIFY(hold->isEnabled());
        live.becomes.push_back(shared(withHold(two, RequestItemId{1})));
        hold->click();
        TRY_COMPARE(items->currentData().toInt(), 3);
        QCOMPARE(items->itemText(0), u"1. 1U – 1 of 1 held"_s);
        QVERIFY(left.isEmpty());
        TRY_COMPARE(hold->text(), u"H&old all 2 places"_s);
        const auto *plan = page.findChild<QLabel *>(u"plan"_s);
        TRY_VERIFY2(plan->text().startsWith(u"All together: 2 of 2 find a place: "_s), qPrintable(plan->text()));
        const auto &places = page.findChild<SearchTable *>(u"proposals"_s)->model();
        const QString best = places.index(0, 1).data().toString();
        QVERIFY2(plan->text().contains(u": %1: %2 U"_s.arg(best.section(u'/', 0, 1), best.section(u'/', 2))),
                 qPrintable(plan->text())); // named first, as it is first in the table
        hold->click();
        QCOMPARE(live.asked.size(), 2U);
        QCOMPARE(live.asked[1].arguments[u"item"_s], QJsonValue(2));
        QCOMPARE(live.asked[1].arguments[u"places"_s].toArray().size(), 2);
    }

    void whatDoesNotFitTogetherSaysWhy() {
        Snapshot many = smallSnapshot();
        many.requestItems = Table<RequestItem>({threeUnits(RequestItemId{1}, inReview, 60)});
        FakeLive live(shared(many));
        EstateWatch estates(live);
        Navigator navigator;
        FindSpacePage page(live, estates, navigator);
        page.findFor(RequestItemId{1});
        auto *summary = page.findChild<QLabel *>(u"plan"_s);
        TRY_VERIFY(summary->text().contains(u"of 60 find a place"_s));
        QVERIFY2(summary->text().contains(u"because in 3 of 3: no free units in a row (S1)"_s),
                 qPrintable(summary->text()));
        QVERIFY(!page.findChild<QPushButton *>(u"hold"_s)->isEnabled());
    }

    /// What takes no unit is looked for by its number, and held with it; what has none says why.
    void findsAndHoldsAPlaceBesideTheRails() {
        Snapshot strip = smallSnapshot();
        auto racks = std::vector(strip.racks.begin(), strip.racks.end());
        racks[0].zeroUSlots = 2;
        racks[1].zeroUSlots = 1;
        strip.racks = Table<Rack>(racks);
        strip.slotUse = Table<SlotUse>({{rackA1, 1, Period()}});
        RequestItem item = strip.requestItems[0];
        item.kind = u"zero_u"_s;
        item.height.reset();
        item.cords = 1;
        strip.requestItems = Table<RequestItem>({item, strip.requestItems[1]});
        FakeLive live(shared(strip));
        EstateWatch estates(live);
        Navigator navigator;
        QSignalSpy opened(&navigator, &Navigator::wanted);
        FindSpacePage page(live, estates, navigator);
        page.findFor(RequestItemId{1});
        auto *table = page.findChild<SearchTable *>(u"numbers"_s);
        TRY_COMPARE(table->model().rowCount(), 2);
        QCOMPARE(table->model().index(0, 1).data().toString(), u"HOME/R1/A1, 0U place 2"_s); // where its kin is
        QCOMPARE(table->model().index(1, 1).data().toString(), u"HOME/R1/A2, 0U place 1"_s);
        QCOMPARE(page.findChild<QLabel *>(u"summary"_s)->text(),
                 u"Racks beside whose rails it fits: 2 in HOME · 0 in AWAY, because in 1 of 1: no free place beside "
                 "the rails (S1)"_s);
        const auto &without = page.findChild<SearchTable *>(u"noNumber"_s)->model();
        QCOMPARE(without.rowCount(), 1);
        QCOMPARE(without.index(0, 0).data().toString(), u"AWAY/R2/B1"_s);
        QVERIFY2(without.index(0, 2).data().toString().contains(u"1 asked, 0 in use, limit 0"_s),
                 qPrintable(without.index(0, 2).data().toString()));
        click(page, u"show"_s);
        QCOMPARE(opened.size(), 1);
        click(page, u"hold"_s);
        QCOMPARE(live.asked.size(), 1U);
        const QJsonObject place = live.asked[0].arguments[u"places"_s][0].toObject();
        QCOMPARE(place[u"rack"_s], QJsonValue(rackA1.value));
        QCOMPARE(place[u"slot"_s], QJsonValue(2));
        QCOMPARE(place[u"outlets"_s].toArray().size(), 1);
        QCOMPARE(place.size(), 3);
        // More than there are: what there is, and why no more.
        item.count = 3;
        strip.requestItems = Table<RequestItem>({item, strip.requestItems[1]});
        live.setSnapshot(shared(strip));
        page.findFor(RequestItemId{1});
        const auto *plan = page.findChild<QLabel *>(u"plan"_s);
        TRY_COMPARE(plan->text(), u"All together: 2 of 3 find a place: HOME/R1/A1, 0U place 2 · HOME/R1/A2, 0U place "
                                  "1, because in 3 of 3: no free place beside the rails (S1)"_s);
        QVERIFY(!page.findChild<QPushButton *>(u"hold"_s)->isEnabled());
    }

    void findsAndHoldsABay() {
        Snapshot blade = smallSnapshot();
        auto equipment = std::vector(blade.equipment.begin(), blade.equipment.end());
        equipment.front().model = ModelId{1}; // "old" is the chassis
        blade.equipment = Table<Equipment>(equipment);
        Model model;
        model.id = ModelId{1};
        model.kind = u"chassis"_s;
        blade.models = Table<Model>({model});
        blade.bays = Table<Bay>({{BayId{1}, ModelId{1}, u"left"_s}, {BayId{2}, ModelId{1}, u"right"_s}});
        blade.bayUse = Table<BayUse>({{EquipmentId{1}, BayId{1}, Period()}});
        RequestItem item = blade.requestItems[0];
        item.kind = u"bay"_s;
        item.height.reset();
        item.cords = 0;
        blade.requestItems = Table<RequestItem>({item, blade.requestItems[1]});
        FakeLive live(shared(blade));
        EstateWatch estates(live);
        Navigator navigator;
        FindSpacePage page(live, estates, navigator);
        page.findFor(RequestItemId{1});
        auto *table = page.findChild<SearchTable *>(u"numbers"_s);
        TRY_COMPARE(table->model().rowCount(), 1);
        QCOMPARE(table->model().index(0, 1).data().toString(), u"bay right of old, HOME/R1/A1 U1"_s);
        QCOMPARE(page.findChild<QLabel *>(u"summary"_s)->text(), u"Chassis in which it fits: 1 in HOME"_s);
        click(page, u"hold"_s);
        QCOMPARE(live.asked.size(), 1U);
        QCOMPARE(live.asked[0].arguments[u"places"_s],
                 QJsonValue(QJsonArray{QJsonObject{{u"chassis"_s, 1}, {u"bay"_s, u"right"_s}}}));
        // A chassis that is only held is for its own request.
        auto placements = std::vector(blade.placements.begin(), blade.placements.end());
        placements.front().state = u"held"_s;
        blade.placements = Table<Placement>(placements);
        live.setSnapshot(shared(blade));
        const auto &without = page.findChild<SearchTable *>(u"noNumber"_s)->model();
        TRY_COMPARE(without.rowCount(), 1);
        QCOMPARE(without.index(0, 0).data().toString(), u"old, HOME/R1/A1 U1"_s);
        QCOMPARE(without.index(0, 2).data().toString(), u"The chassis itself is only held, for another request."_s);
        QVERIFY(!page.findChild<QPushButton *>(u"hold"_s)->isEnabled());
    }

    void theFormAnswersForEveryItem() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestFormPage page(live, estates, navigator);
        click(page, u"addItem"_s);
        page.findChild<QDoubleSpinBox *>(u"height"_s)->setValue(50);
        auto *fit = page.findChild<QLabel *>(u"fit"_s);
        TRY_COMPARE(fit->text().count(u'\n'), 1);
        TRY_COMPARE(fit->text().section(u'\n', 1),
                    u"2. 1 × 50U, own figures: Racks in which it fits: 0 in HOME, because in 2 of 2: no free units in "
                    "a row (S1) · 0 in AWAY, because in 1 of 1: no free units in a row (S1)"_s);
        QCOMPARE(fit->text().section(u'\n', 0, 0),
                 u"1. 1 × 1U, own figures: Racks in which it fits: 2 in HOME · 1 in AWAY"_s);
    }

    /// What stands on the floor is looked for in rooms.
    void theFormAnswersForWhatStandsOnTheFloor() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestFormPage page(live, estates, navigator);
        auto *kind = page.findChild<QComboBox *>(u"kind"_s);
        kind->setCurrentIndex(kind->findData(u"floor"_s));
        page.findChild<QSpinBox *>(u"width"_s)->setValue(500);
        page.findChild<QSpinBox *>(u"depth"_s)->setValue(500);
        page.findChild<QSpinBox *>(u"count"_s)->setValue(2);
        auto *fit = page.findChild<QLabel *>(u"fit"_s);
        TRY_VERIFY2(fit->text().startsWith(u"Rooms in which it fits: "_s) && fit->text().contains(u"All together: "_s),
                    qPrintable(fit->text()));
    }

    void aRefusalIsShownWithAllItsNumbers() {
        FakeLive live(shared(smallSnapshot()));
        AnswerPanel panel(live);
        live.answers.push_back(refusal());
        bool done = false;
        panel.ask(u"hold"_s, {}, u"Held."_s, [&](const QJsonObject &) { done = true; });
        TRY_COMPARE(panel.findChild<QLabel *>(u"answer"_s)->text(), u"Refused by P6, S3."_s);
        QVERIFY(!done);
        const auto *view = panel.findChild<SearchTable *>(u"violations"_s)->view();
        QCOMPARE(view->model()->rowCount(), 2);
        const QString power = rowText(*view, 0).join(u" | "_s);
        for (const QString &part : {u"P6"_s, u"UPS B"_s, u"500 W"_s, u"9 kW"_s, u"9.2 kW"_s, u"UPS A"_s, u"2027"_s}) {
            QVERIFY2(power.contains(part), qPrintable(power));
        }
        const QString mass = rowText(*view, 1).join(u" | "_s);
        for (const QString &part : {u"S3"_s, u"HOME/R1/A1"_s, u"35 kg"_s, u"990 kg"_s, u"1,000 kg"_s}) {
            QVERIFY2(mass.contains(part), qPrintable(mass));
        }
    }

    void aStaleAnswerSaysWhoWasFirst() {
        FakeLive live(shared(smallSnapshot()));
        AnswerPanel panel(live);
        Error stale;
        stale.kind = Error::Kind::Stale;
        stale.what = u"request was changed after you looked"_s;
        stale.data = {{u"changed_by"_s, u"Bob"_s}, {u"what"_s, u"review"_s}};
        panel.showError(stale);
        const QString more = panel.findChild<QLabel *>(u"answerMore"_s)->text();
        QVERIFY2(more.contains(u"Bob"_s) && more.contains(u"review"_s), qPrintable(more));
    }

    void aRequestIsWrittenThenSubmittedOnceSeen() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestFormPage page(live, estates, navigator);
        TRY_COMPARE(page.findChild<QLabel *>(u"fit"_s)->text(), u"Racks in which it fits: 2 in HOME · 1 in AWAY"_s);
        page.findChild<QLineEdit *>(u"project"_s)->setText(u"Tides"_s);
        live.answers.push_back(QJsonObject{{u"request"_s, 3}, {u"number"_s, u"R-3"_s}});
        click(page, u"submit"_s);
        TRY_COMPARE(page.findChild<QLabel *>(u"answer"_s)->text(), u"✓ Saved."_s);
        QCOMPARE(live.asked.size(), 1U);
        QCOMPARE(live.asked[0].name, u"create_request"_s);
        QCOMPARE(live.asked[0].arguments[u"project"_s], QJsonValue(u"Tides"_s));
        QCOMPARE(live.asked[0].arguments[u"items"_s],
                 QJsonValue(QJsonArray{QJsonObject{{u"count"_s, 1}, {u"height_u"_s, 1}}}));

        Snapshot seen = smallSnapshot();
        seen.generation = 6;
        live.setSnapshot(shared(seen));
        TRY_COMPARE(live.asked.size(), 2U);
        QCOMPARE(live.asked[1].name, u"submit"_s);
        QCOMPARE(live.asked[1].arguments, (QJsonObject{{u"request"_s, u"R-3"_s}}));
    }

    /// Written here, mailed, and opened by the coordinator, who asks on behalf with the mail as evidence.
    /// The record names a field of the second item: that is chosen, and its field marked.
    void theFieldThatIsRefusedIsMarked() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestFormPage page(live, estates, navigator);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        click(page, u"addItem"_s);
        auto *items = page.findChild<QListWidget *>(u"items"_s);
        items->setCurrentRow(0);
        Error refused;
        refused.kind = Error::Kind::Invalid;
        refused.sqlstate = u"PL004"_s;
        refused.data = {{u"code"_s, u"at_most_tallest"_s},
                        {u"data"_s, QJsonObject{{u"most"_s, 47}}},
                        {u"field"_s, u"items/1/height_u"_s}};
        live.answers.push_back(refused);
        click(page, u"draft"_s);
        TRY_COMPARE(page.findChild<QLabel *>(u"answer"_s)->text(),
                    u"“item 2, height (U)” must be at most 47, the height of the tallest rack."_s);
        QCOMPARE(items->currentRow(), 1);
        const auto *height = page.findChild<QWidget *>(u"height"_s);
        QVERIFY(height->hasFocus());
        QCOMPARE(height->accessibleDescription(), page.findChild<QLabel *>(u"answer"_s)->text());
    }

    void aRequestGoesOutAndInAsAFile() {
        Snapshot snapshot = smallSnapshot();
        Person ada, bob;
        ada.id = {1};
        ada.organisation = bob.organisation = {1};
        ada.name = u"Ada"_s;
        ada.handle = u"ada"_s;
        bob.id = {2};
        bob.name = u"Bob"_s;
        bob.handle = u"bob"_s;
        snapshot.people = Table<Person>({ada, bob});
        FakeLive live(shared(snapshot));
        EstateWatch estates(live);
        Navigator navigator;
        RequestFormPage writer(live, estates, navigator);
        writer.findChild<QLineEdit *>(u"project"_s)->setText(u"Tides"_s);
        writer.findChild<QComboBox *>(u"sponsor"_s)->setCurrentText(u"Bob"_s);
        writer.findChild<QComboBox *>(u"site"_s)->setCurrentIndex(2);
        writer.findChild<QDoubleSpinBox *>(u"height"_s)->setValue(4);
        click(writer, u"addItem"_s);
        const QByteArray file = writer.fileContent();
        const auto read = parseRequest(file);
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().what));
        QCOMPARE(read->organisation, u"HO"_s);
        QCOMPARE(read->sponsor, std::optional(u"bob"_s)); // by name: numbers are one record's own
        QCOMPARE(read->items.size(), 2U);
        QVERIFY(!writer.findChild<QComboBox *>(u"requester"_s)->isVisibleTo(&writer)); // no coordinator

        snapshot.viewer.mayAskForOthers = true;
        live.setSnapshot(shared(snapshot));
        RequestFormPage page(live, estates, navigator);
        page.openContent(file);
        QCOMPARE(page.findChild<QLineEdit *>(u"project"_s)->text(), u"Tides"_s);
        QCOMPARE(page.fileContent(), file);
        TRY_VERIFY(page.findChild<QLabel *>(u"fit"_s)->text().startsWith(
            u"1. 1 × 4U, own figures: Racks in which it fits: "_s));
        // The same as a form that a spreadsheet opens.
        const QTemporaryDir folder;
        const QString form = folder.filePath(u"tides.xlsx"_s);
        QVERIFY(saveRequest(form, file).ok());
        page.edit({});
        page.openFile(form);
        QCOMPARE(page.fileContent(), file);
        QVERIFY(!saveRequest(u"/nowhere/tides.xlsx"_s, file).ok());
        auto *requester = page.findChild<QComboBox *>(u"requester"_s);
        QVERIFY(requester->isVisibleTo(&page));
        requester->setCurrentText(u"Bob"_s);
        page.findChild<QLineEdit *>(u"evidence"_s)->setText(u"mail of 3 May"_s);
        click(page, u"submit"_s);
        QCOMPARE(live.asked[0].name, u"create_request"_s);
        QCOMPARE(live.asked[0].arguments[u"requester"_s], 2);
        QCOMPARE(live.asked[0].arguments[u"evidence"_s], u"mail of 3 May"_s);
        QVERIFY(!page.fileContent().contains("mail of 3 May")); // it is the coordinator's

        page.openContent("{\"organisation\": \"HO\", \"from\": \"soon\", \"items\": [{\"height_u\": 1}]}");
        QCOMPARE(page.findChild<QLabel *>(u"answer"_s)->text(),
                 u"“from” is \"soon\", must be a day, written YYYY-MM-DD."_s);
        // All that is wrong, as people call it, in the language of who reads it.
        const auto said = [&page](const QByteArray &content) {
            page.openContent(content);
            return QString(page.findChild<QLabel *>(u"answer"_s)->text() + u'\n' +
                           page.findChild<QLabel *>(u"answerMore"_s)->text())
                .trimmed()
                .split(u'\n');
        };
        QCOMPARE(said("{\"organisation\": \"HO\", \"from\": \"2027-05-01\", \"until\": \"2027-04-01\", \"items\": "
                      "[{\"count\": 2}, {\"height_u\": 1, \"phases\": 2}]}"),
                 (QStringList{u"“until” is 1 Apr 2027, must be after the first day, 1 May 2027."_s,
                              u"“item 1” has neither a model nor a height; it needs one of the two."_s,
                              u"“item 2, phases” is 2, must be 1 or 3."_s}));
        QCOMPARE(said("{\"from\": 7,\n\"from\": 8}"),
                 (QStringList{u"The field “from” is given twice."_s, u"In line 2 of the file."_s}));
        QCOMPARE(page.findChild<QLineEdit *>(u"project"_s)->text(), u"Tides"_s); // as it was
    }

    /// Two change one request: what only one touched is as that one has it; where both did, somebody says which stays.
    void whatTwoChangeIsSaid_data() {
        QTest::addColumn<bool>("refusedFirst"); // their change comes after the record has refused mine
        QTest::newRow("seen before it is saved") << false;
        QTest::newRow("refused as stale") << true;
    }
    void whatTwoChangeIsSaid() {
        QFETCH(bool, refusedFirst);
        const auto theirs = [] {
            Snapshot changed = smallSnapshot();
            changed.generation = 6;
            Request request = *changed.requests.find(draft);
            request.project = u"Theirs"_s;
            request.costCentre = u"CC-9"_s;
            request.during.from = Day{10031};
            changed.requests = Table<Request>({*changed.requests.find(inReview), request});
            RequestItem item = changed.requestItems[1];
            item.weight = Mass{7000};
            item.drawWatts = 300;
            changed.requestItems = Table<RequestItem>({changed.requestItems[0], item});
            return shared(changed);
        };
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestFormPage page(live, estates, navigator);
        page.edit(draft);
        auto *project = page.findChild<QLineEdit *>(u"project"_s);
        auto *weight = page.findChild<QDoubleSpinBox *>(u"weight"_s);
        auto *clashes = page.findChild<QFrame *>(u"clashes"_s);
        project->setText(u"Mine"_s);
        weight->setValue(5);
        if (refusedFirst) {
            Error stale;
            stale.kind = Error::Kind::Stale;
            stale.sqlstate = u"PL003"_s;
            stale.data = {{u"changed_by"_s, u"Bob"_s}, {u"what"_s, u"amend_request"_s}};
            live.answers.push_back(stale);
            click(page, u"draft"_s);
            TRY_VERIFY(page.findChild<QLabel *>(u"answerMore"_s)->text().startsWith(u"Bob was there first"_s));
            QVERIFY(!clashes->isVisibleTo(&page));
        }
        live.setSnapshot(theirs());
        QVERIFY(clashes->isVisibleTo(&page));
        QCOMPARE(clashes->findChild<QLabel *>(u"clashWords"_s)->text().section(u' ', 0, 0),
                 refusedFirst ? u"Bob"_s : u"Somebody"_s);
        const auto texts = [&](const QString &name) {
            QStringList all;
            for (const auto *label : clashes->findChildren<QLabel *>(name)) {
                all << label->text();
            }
            return all;
        };
        QCOMPARE(texts(u"clashField"_s), QStringList({u"item 1, weight (kg)"_s, u"project"_s}));
        QCOMPARE(texts(u"clashMine"_s), QStringList({u"Mine: 5"_s, u"Mine: Mine"_s}));
        QCOMPARE(texts(u"clashTheirs"_s), QStringList({u"Theirs: 7"_s, u"Theirs: Theirs"_s}));
        // What I had not touched is theirs; what I had is still mine.
        QCOMPARE(page.findChild<QLineEdit *>(u"costCentre"_s)->text(), u"CC-9"_s);
        QCOMPARE(page.findChild<QDateEdit *>(u"from"_s)->date(), Day{10031}.toDate());
        QCOMPARE(page.findChild<QSpinBox *>(u"draw"_s)->value(), 300);
        QCOMPARE(project->text(), u"Mine"_s);
        QCOMPARE(weight->value(), 5.0);
        // Nothing goes out before it is said.
        const auto sent = live.asked.size();
        click(page, u"draft"_s);
        QCOMPARE(live.asked.size(), sent);
        QVERIFY(page.findChild<QLabel *>(u"answer"_s)->text().contains(u"Say first which value stays"_s));
        clashes->findChildren<QPushButton *>(u"takeTheirs"_s)[0]->click();
        TRY_COMPARE(weight->value(), 7.0);
        TRY_COMPARE(texts(u"clashField"_s), QStringList({u"project"_s}));
        clashes->findChild<QPushButton *>(u"keepMine"_s)->click();
        TRY_VERIFY(!clashes->isVisibleTo(&page));
        click(page, u"draft"_s);
        QCOMPARE(live.asked.size(), sent + 1);
        QCOMPARE(live.asked.back().arguments, (QJsonObject{{u"request"_s, u"R-2"_s}, {u"project"_s, u"Mine"_s}}));
    }

    /// My own change, come back, is no clash; nor is what both made the same.
    void myOwnChangeIsNoClash() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestFormPage page(live, estates, navigator);
        page.edit(draft);
        page.findChild<QLineEdit *>(u"project"_s)->setText(u"Mine"_s);
        Snapshot changed = smallSnapshot();
        changed.generation = 6;
        Request request = *changed.requests.find(draft);
        request.project = u"Mine"_s;
        changed.requests = Table<Request>({*changed.requests.find(inReview), request});
        live.becomes.push_back(shared(changed));
        click(page, u"draft"_s);
        TRY_COMPARE(page.findChild<QLabel *>(u"answer"_s)->text(), u"✓ Saved."_s);
        QVERIFY(!page.findChild<QFrame *>(u"clashes"_s)->isVisibleTo(&page));
        QCOMPARE(page.findChild<QLineEdit *>(u"project"_s)->text(), u"Mine"_s);
    }

    /// None is said in the words of the file's format.
    void everyFaultOfAFileHasWords_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *code, const QByteArray &item, const QString &words) {
            QTest::newRow(code) << QByteArray(R"({"organisation": "HO", "from": "2027-05-01", "items": [)" + item +
                                              "]}")
                                << QString::fromLatin1(code) << words;
        };
        row("wrong_type", R"({"height_u": "tall"})", u"“item 1, height (U)” is \"tall\", must be a number."_s);
        row("too_small", R"({"height_u": 1, "count": 0})", u"“item 1, number of pieces” is 0, must be at least 1."_s);
        row("not_more", R"({"height_u": 1, "weight_kg": 0})",
            u"“item 1, weight (kg)” is 0, must be more than 0; leave it out if it is not known."_s);
        row("too_large", R"({"height_u": 1, "cords": 13})", u"“item 1, cords” is 13, must be at most 12."_s);
        row("no_multiple", R"({"height_u": 1.3})", u"“item 1, height (U)” is 1.3, must be a multiple of 0.5."_s);
        row("not_one_of", R"({"height_u": 1, "kind": "wall"})",
            u"“item 1, kind” is “wall”, must be rack or zero_u or bay or floor."_s);
        row("written_otherwise", R"({"model": " x"})",
            u"“item 1, model” is \" x\", must not be empty, nor begin or end with a space."_s);
        row("too_few_entries", {}, u"“items” has 0 entries, must have at least 1."_s);
        row("no_field", R"({"height_u": 1, "colour": 1})", u"“item 1, colour” is no field of this format"_s);
        row("missing", R"({"height_u": 1, "ports": [{"speed_mbps": 1}]})", u"is missing."_s);
        row("below_lowest", R"({"height_u": 1, "inlet_min_c": 20, "inlet_max_c": 10})",
            u"is below the lowest that it takes in."_s);
        const auto file = [](const char *code, const QByteArray &content, const QString &words) {
            QTest::newRow(code) << content << QString::fromLatin1(code) << words;
        };
        file("newer_version", R"({"version": 9})",
             u"“version” is 9: a newer Polder wrote this file, this one reads version 1."_s);
        file("file_not_json", "{", u"The file cannot be read as a request: "_s);
        file("file_not_object", "[]", u"The file is not one request."_s);
        file("file_too_large", QByteArray(2 << 20, ' '), u"The file is larger than 1 MiB."_s);
        file("file_no_workbook", "PK\x03\x04", u"The workbook cannot be read: "_s);
    }
    void everyFaultOfAFileHasWords() {
        QFETCH(QByteArray, file);
        QFETCH(QString, code);
        QFETCH(QString, words);
        const auto read = parseRequest(file);
        QVERIFY(!read.ok());
        const QJsonObject &data = read.error().data;
        const QJsonArray faults = data[u"faults"_s].toArray();
        QCOMPARE(faults.isEmpty() ? data[u"code"_s].toString() : faults[0][u"code"_s].toString(), code);
        const QString said = requestFileTexts(read.error()).front();
        QVERIFY2(said.contains(words), qPrintable(said));
    }

    void anAmendedRequestKeepsItsNumber() {
        FakeLive live(shared(smallSnapshot()));
        EstateWatch estates(live);
        Navigator navigator;
        RequestFormPage page(live, estates, navigator);
        page.edit(draft);
        QCOMPARE(page.findChild<QLineEdit *>(u"project"_s)->text(), u"Survey"_s);
        click(page, u"draft"_s);
        QCOMPARE(live.asked.size(), 1U);
        QCOMPARE(live.asked[0].name, u"amend_request"_s);
        QCOMPARE(live.asked[0].arguments[u"request"_s], QJsonValue(u"R-2"_s));
        QVERIFY(!live.asked[0].arguments.contains(u"until"_s));
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
