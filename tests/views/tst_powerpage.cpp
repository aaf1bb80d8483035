#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/parts/chaindiagram.h"
#include "views/parts/searchtable.h"
#include "views/power/powerpage.h"

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

constexpr NodeId upsA{102};

/// HOME is fed by a grid, below it a UPS on each side of 5 kW. "old" (1 kW) hangs on both sides, "front" (300 W) on A.
Snapshot powered() {
    Snapshot snapshot = smallSnapshot();
    std::vector<Node> nodes(snapshot.nodes.begin(), snapshot.nodes.end());
    std::vector<NodeLimit> limits(snapshot.nodeLimits.begin(), snapshot.nodeLimits.end());
    const auto add = [&](int id, const QString &kind, NodeId parent, const QString &name, const QString &side) {
        Node node;
        node.id = {id};
        node.kind = kind;
        node.parent = parent;
        node.site = SiteId{1};
        node.name = name;
        node.side = side;
        node.phases = u"123"_s;
        nodes.push_back(node);
        const std::int64_t kilowatts = kind == u"supply" ? 20 : 5;
        limits.push_back({{id}, node.id, Day{0}, kilowatts * 1'000'000, {}, kilowatts * 1'000'000, {}});
    };
    add(101, u"supply"_s, {}, u"GRID"_s, {});
    add(102, u"ups"_s, NodeId{101}, u"UPS-A"_s, u"A"_s);
    add(103, u"ups"_s, NodeId{101}, u"UPS-B"_s, u"B"_s);
    OutletId onA, onB;
    for (Node &node : nodes) {
        if (node.kind == u"rack_pdu" && node.rack != rackB1) {
            node.site = SiteId{1};
            node.parent = node.side == u"A" ? NodeId{102} : NodeId{103};
        }
        for (const Outlet &outlet : snapshot.outlets) {
            if (outlet.node == node.id && node.rack == rackA1) {
                (node.side == u"A" ? onA : onB) = outlet.id; // the last
            }
        }
    }
    std::vector<Equipment> equipment(snapshot.equipment.begin(), snapshot.equipment.end());
    equipment[0].budgetedWatts = 1000;
    equipment[1].budgetedWatts = 300;
    std::vector<Placement> placements(snapshot.placements.begin(), snapshot.placements.end());
    placements[0].outlets = {onA, onB};
    placements[1].outlets = {OutletId{onA.value - 1}};
    snapshot.nodes = Table<Node>(std::move(nodes));
    snapshot.nodeLimits = Table<NodeLimit>(std::move(limits));
    snapshot.equipment = Table<Equipment>(std::move(equipment));
    snapshot.placements = Table<Placement>(std::move(placements));
    return snapshot;
}

QStringList cells(const QTableView *table, int column) {
    QStringList texts;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        texts << table->model()->index(row, column).data().toString().trimmed();
    }
    return texts;
}

} // namespace

class TestPowerPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    std::unique_ptr<EstateWatch> m_estates;
    Navigator m_navigator;
    std::unique_ptr<PowerPage> m_page;
    ChainDiagram *m_line = nullptr;
    QTableView *m_nodes = nullptr;
    QTableView *m_consequences = nullptr;

    [[nodiscard]] QString what() const { return m_page->findChild<QLabel *>(u"what"_s)->text(); }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<FakeLive>(std::make_shared<const Snapshot>(powered()));
        m_estates = std::make_unique<EstateWatch>(*m_live);
        m_page = std::make_unique<PowerPage>(*m_live, *m_estates, m_navigator);
        m_line = m_page->findChild<ChainDiagram *>();
        m_nodes = m_page->findChild<SearchTable *>(u"nodes"_s)->view();
        m_consequences = m_page->findChild<SearchTable *>(u"consequences"_s)->view();
        m_page->resize(1100, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        TRY_COMPARE(m_nodes->model()->rowCount(), 3);
    }
    void cleanup() {
        m_page.reset();
        m_estates.reset();
        m_live.reset();
    }

    void theChainStandsInOrderWithItsLimits() {
        QCOMPARE(cells(m_nodes, 0), (QStringList{u"GRID"_s, u"UPS-A"_s, u"UPS-B"_s}));
        QCOMPARE(cells(m_nodes, 2), (QStringList{u"20 kW"_s, u"5 kW"_s, u"5 kW"_s}));
        QCOMPARE(what(), u"All is well."_s);
        QCOMPARE(m_line->selected(), 101); // so that arrow keys begin somewhere
    }

    void aNodeFailsByKeyAndIsWellAgain() {
        m_line->setFocus();
        QTest::keyClick(m_line, Qt::Key_Right);
        QCOMPARE(m_line->selected(), upsA.value);
        QTest::keyClick(m_line, Qt::Key_Return);
        TRY_COMPARE(m_consequences->model()->rowCount(), 2);
        QCOMPARE(cells(m_consequences, 0), (QStringList{u"stops"_s, u"loses a path"_s}));
        QCOMPARE(cells(m_consequences, 1), (QStringList{u"front"_s, u"old"_s}));
        QCOMPARE(cells(m_consequences, 3), (QStringList{u"HOME/R1/A1"_s, u"HOME/R1/A1"_s}));
        QCOMPARE(cells(m_consequences, 4), (QStringList{u"300 W"_s, u"1 kW, 1 of 2 cords live"_s}));
        QVERIFY2(what().contains(u"UPS-A fails: devices that stop: 1 (300 W)"_s), qPrintable(what()));
        QCOMPARE(cells(m_nodes, 5), (QStringList{QString(), u"off"_s, QString()}));

        auto *well = m_page->findChild<QPushButton *>(u"well"_s);
        QVERIFY(well->isEnabled());
        QTest::mouseClick(well, Qt::LeftButton);
        TRY_COMPARE(m_consequences->model()->rowCount(), 0);
        QCOMPARE(what(), u"All is well."_s);
        QCOMPARE(m_line->selected(), upsA.value); // stays chosen
    }

    void listAndDiagramAreInStep() {
        m_nodes->setCurrentIndex(m_nodes->model()->index(2, 0));
        QCOMPARE(m_line->selected(), 103);
        m_line->select(upsA.value);
        QCOMPARE(m_nodes->currentIndex().row(), 1);
    }

    void aCommitElsewhereKeepsWhatFails() {
        m_page->fail(upsA);
        TRY_COMPARE(m_consequences->model()->rowCount(), 2);
        Snapshot next = powered();
        next.generation = 6;
        std::vector<Equipment> equipment(next.equipment.begin(), next.equipment.end());
        equipment[1].budgetedWatts = 400;
        next.equipment = Table<Equipment>(std::move(equipment));
        m_live->setSnapshot(std::make_shared<const Snapshot>(std::move(next)));
        TRY_COMPARE(cells(m_consequences, 4).value(0), u"400 W"_s);
        QVERIFY2(what().contains(u"UPS-A"_s), qPrintable(what()));
    }

    void aConsequenceOpensItsEquipment() {
        m_page->fail(upsA);
        TRY_COMPARE(m_consequences->model()->rowCount(), 2);
        QSignalSpy wanted(&m_navigator, &Navigator::wanted);
        m_consequences->setCurrentIndex(m_consequences->model()->index(0, 0));
        QTest::keyClick(m_consequences, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(std::get<EquipmentId>(wanted.first().first().value<ObjectLink>()), EquipmentId{2});
    }

    void theOtherDataCentreHasItsOwnChain() {
        auto *site = m_page->findChild<QComboBox *>();
        QCOMPARE(site->count(), 2);
        site->setCurrentIndex(1);
        TRY_COMPARE(m_nodes->model()->rowCount(), 0);
    }
};

QTEST_MAIN(TestPowerPage)
#include "tst_powerpage.moc"
