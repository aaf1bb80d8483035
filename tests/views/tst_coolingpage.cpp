#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/cooling/coolingpage.h"
#include "views/parts/chaindiagram.h"
#include "views/parts/searchtable.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

constexpr NodeId zone{201};
constexpr NodeId feed{202};
constexpr CoolingUnitId first{1}, second{2};

/// Rack A1 and A2 stand in one zone with two units of 4 and 3 kW, so 3 kW with one in reserve; their heat is 3.5 kW.
Snapshot cooled(std::int64_t watts = 3500) {
    Snapshot snapshot = smallSnapshot();
    std::vector<Node> nodes(snapshot.nodes.begin(), snapshot.nodes.end());
    Node node;
    node.id = zone;
    node.kind = u"cooling_zone"_s;
    node.site = SiteId{1};
    node.room = RoomId{1};
    node.name = u"COLD"_s;
    nodes.push_back(node);
    node.id = feed;
    node.kind = u"feed"_s;
    node.name = u"BUS"_s;
    node.phases = u"123"_s;
    nodes.push_back(node);
    std::vector<NodeLimit> limits(snapshot.nodeLimits.begin(), snapshot.nodeLimits.end());
    limits.push_back({{zone.value}, zone, Day{0}, 3'000'000, {}, 3'000'000, {}});
    limits.push_back({{feed.value}, feed, Day{0}, 9'000'000, {}, 9'000'000, {}});
    std::vector<Rack> racks(snapshot.racks.begin(), snapshot.racks.end());
    racks[0].coolingZone = zone;
    racks[1].coolingZone = zone;
    CoolingUnit one;
    one.id = first;
    one.room = RoomId{1};
    one.zone = zone;
    one.feed = feed;
    one.name = u"CRAH-1"_s;
    one.kind = u"CRAH"_s;
    one.sensible = Power{4'000'000};
    CoolingUnit two = one;
    two.id = second;
    two.name = u"CRAH-2"_s;
    two.feed = {};
    two.sensible = Power{3'000'000};
    snapshot.ledger = Ledger({{zone, {}, Day{0}, {watts * 1000, 0, 0, 0}, {}}});
    snapshot.nodes = Table<Node>(std::move(nodes));
    snapshot.nodeLimits = Table<NodeLimit>(std::move(limits));
    snapshot.racks = Table<Rack>(std::move(racks));
    snapshot.coolingUnits = Table<CoolingUnit>({one, two});
    return snapshot;
}

} // namespace

class TestCoolingPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    std::unique_ptr<EstateWatch> m_estates;
    Navigator m_navigator;
    std::unique_ptr<CoolingPage> m_page;
    ChainDiagram *m_diagram = nullptr;
    QTableView *m_zones = nullptr;
    QTableView *m_consequences = nullptr;

    [[nodiscard]] static QStringList cells(const QTableView *table, int column) {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            texts << table->model()->index(row, column).data().toString().trimmed();
        }
        return texts;
    }
    [[nodiscard]] QPushButton *button(const QString &name) const { return m_page->findChild<QPushButton *>(name); }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<FakeLive>(std::make_shared<const Snapshot>(cooled()));
        m_estates = std::make_unique<EstateWatch>(*m_live);
        m_page = std::make_unique<CoolingPage>(*m_live, *m_estates, m_navigator);
        m_diagram = m_page->findChild<ChainDiagram *>();
        m_zones = m_page->findChild<SearchTable *>(u"zones"_s)->view();
        m_consequences = m_page->findChild<SearchTable *>(u"consequences"_s)->view();
        m_page->resize(1100, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        TRY_COMPARE(m_zones->model()->rowCount(), 3);
    }
    void cleanup() {
        m_page.reset();
        m_estates.reset();
        m_live.reset();
    }

    void aZoneStandsBeforeItsUnits() {
        QCOMPARE(cells(m_zones, 0), (QStringList{u"COLD"_s, u"CRAH-1"_s, u"CRAH-2"_s}));
        QCOMPARE(cells(m_zones, 1).value(0), u"3.5 kW"_s);
        QCOMPARE(cells(m_zones, 2).value(0), u"3 kW"_s);
        QCOMPARE(cells(m_zones, 3).value(0), u"-500 W"_s); // it is more than it may be already
        QCOMPARE(cells(m_zones, 4), (QStringList{u"7 kW"_s, u"4 kW"_s, u"3 kW"_s}));
        QCOMPARE(cells(m_zones, 7), (QStringList{QString(), u"HOME BUS"_s, QString()}));
        QCOMPARE(cells(m_zones, 8).value(0), u"2"_s);
        QVERIFY(!button(u"fail"_s)->isEnabled()); // a zone does not fail
    }

    /// Without the larger one 3 kW are carried away, without the smaller one 4.
    void aUnitFailsByKeyAndIsWellAgain() {
        m_diagram->setFocus();
        QTest::keyClick(m_diagram, Qt::Key_Right);
        QCOMPARE(m_diagram->selected(), first.value * 2 + 1);
        QTest::keyClick(m_diagram, Qt::Key_Return);
        TRY_COMPARE(cells(m_zones, 5), (QStringList{u"too warm: 500 W too much"_s, u"off"_s, QString()}));
        QCOMPARE(cells(m_consequences, 0), QStringList{u"cooling"_s});
        QCOMPARE(cells(m_consequences, 4), QStringList{u"3 kW left for 3.5 kW of heat"_s});
        QVERIFY(m_page->findChild<QLabel *>(u"what"_s)->text().startsWith(u"CRAH-1 fails"_s));
        QTest::mouseClick(button(u"well"_s), Qt::LeftButton);
        TRY_COMPARE(m_consequences->model()->rowCount(), 0);
        QCOMPARE(cells(m_zones, 5).join(QString()), QString());

        m_zones->setCurrentIndex(m_zones->model()->index(2, 0)); // list and diagram are in step
        QCOMPARE(m_diagram->selected(), second.value * 2 + 1);
        QTest::mouseClick(button(u"fail"_s), Qt::LeftButton);
        TRY_COMPARE(cells(m_zones, 5), (QStringList{u"bears it, 500 W left"_s, QString(), u"off"_s}));
    }

    void aCommitElsewhereKeepsWhatFails() {
        m_page->fail(first);
        TRY_COMPARE(cells(m_zones, 5).value(0), u"too warm: 500 W too much"_s);
        Snapshot next = cooled(2900);
        next.generation = 6;
        m_live->setSnapshot(std::make_shared<const Snapshot>(std::move(next)));
        TRY_COMPARE(cells(m_zones, 5).value(0), u"bears it, 100 W left"_s);
    }

    void fromAUnitToItsFeedAndRoom() {
        QSignalSpy wanted(&m_navigator, &Navigator::wanted);
        m_diagram->select(first.value * 2 + 1);
        QTest::mouseClick(button(u"openFeed"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"openRoom"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(std::get<NodeId>(wanted[0][0].value<ObjectLink>()), feed);
        QCOMPARE(std::get<RoomId>(wanted[1][0].value<ObjectLink>()), RoomId{1});
        m_diagram->select(second.value * 2 + 1);
        QVERIFY(!button(u"openFeed"_s)->isEnabled()); // nobody knows what it hangs on
    }

    void theOtherDataCentreHasItsOwn() {
        m_page->findChild<QComboBox *>()->setCurrentIndex(1);
        TRY_COMPARE(m_zones->model()->rowCount(), 0);
    }
};

QTEST_MAIN(TestCoolingPage)
#include "tst_coolingpage.moc"
