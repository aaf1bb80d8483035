#include "play.h"

#include "app/polder/desktop.h"
#include "model/store/demo.h"
#include "model/store/migrator.h"
#include "tests/support/estate.h"
#include "tests/support/patience.h"
#include "tests/support/processend.h"
#include "views/parts/searchtable.h"
#include "views/rack/elevation.h"
#include "views/window/mainwindow.h"

#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

/// Two managers at once (F7), each at a desktop of their own, both before the same rack of the demo: one books U10-13,
/// the other sees it and loses nothing; the other's save to U12 is refused, and one click takes the nearest place.
class TestTwoManagers : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedCluster> m_cluster;
    std::unique_ptr<Desktop> m_first;
    std::unique_ptr<Desktop> m_second;
    RackId m_rack;

    [[nodiscard]] QString sql(const QByteArray &statement) const { return valueOf(m_cluster->conninfo(), statement); }
    [[nodiscard]] static Elevation &racks(const Desktop &desktop) {
        return *desktop.window()->page(u"rack"_s)->findChild<Elevation *>();
    }
    template <typename Widget>
    [[nodiscard]] static Widget &on(const Desktop &desktop, const QString &name) {
        auto *widget = desktop.window()->page(u"rack"_s)->findChild<Widget *>(name);
        if (!widget) {
            qFatal("no %s", qPrintable(name));
        }
        return *widget;
    }
    [[nodiscard]] std::unique_ptr<Desktop> desktop() const {
        Options options;
        options.embeddedFolder = m_folder.filePath(u"cluster"_s);
        options.person = u"fm.leiden"_s;
        auto desktop = std::make_unique<Desktop>(options);
        desktop->start();
        return desktop;
    }
    /// The place for this item, as the page that finds space offers it.
    void offer(const Desktop &desktop, const QByteArray &number, int huFrom) const {
        const SnapshotPtr snapshot = desktop.window()->live().snapshot();
        const RequestItemId id{sql("select i.id from polder.request_item i join polder.request r on r.id = "
                                   "i.request_id where r.number = '" +
                                   number + "'")
                                   .toInt()};
        const RequestItem *item = snapshot->requestItems.find(id);
        QVERIFY(item);
        desktop.window()->navigator().offerPlace({{m_rack, {huFrom}}, wantedOf(*item, *snapshot), id});
        TRY_VERIFY(racks(desktop).ghost());
    }
    static void holdHere(const Desktop &desktop) {
        auto &hold = on<QPushButton>(desktop, u"holdHere"_s);
        TRY_VERIFY(hold.isVisible() && hold.isEnabled());
        QTest::mouseClick(&hold, Qt::LeftButton);
    }
    [[nodiscard]] QString held(const QByteArray &number) const {
        return sql("select string_agg(concat_ws(' ', p.rack_id, position_hu), ', ' order by position_hu) from "
                   "polder.placement p join polder.equipment e on e.id = p.equipment_id join polder.request_item i on "
                   "i.id = e.request_item_id join polder.request r on r.id = i.request_id where p.state = 'held' and "
                   "r.number = '" +
                   number + "'");
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(::chmod(m_folder.path().toLocal8Bit().constData(), 0711) == 0); // root: PostgreSQL's account passes
        auto cluster = EmbeddedCluster::start(m_folder.filePath(u"cluster"_s), EmbeddedCluster::Durability::Throwaway);
        QVERIFY2(cluster.ok(), cluster.ok() ? "" : qPrintable(cluster.error().what));
        m_cluster = std::move(*cluster);
        QVERIFY(migrate(m_cluster->conninfo()).ok());
        QVERIFY(loadDemo(*connectTo(m_cluster->conninfo())).ok());
        // A new rack in Leiden, with two devices at its foot, and two requests of 4U and 2U that wait for a place.
        runSql(
            m_cluster->conninfo(),
            "with host as (select m.id as room, w.id as row, s.id as site, s.organisation_id as owner from "
            "polder.site s join polder.room m on m.site_id = s.id join polder.rack_row w on w.room_id = m.id where "
            "s.code = 'LEIDEN' order by m.id, w.id limit 1), "
            "stand as (insert into polder.rack (room_id, row_id, code, height_u, x_mm, y_mm) select room, row, "
            "'ZZ9', 42, 200, 200 from host returning id), "
            "known as (insert into polder.node (kind, site_id, room_id, rack_id, name) select k, site, room, "
            "stand.id, 'ZZ9 ' || k from host, stand, unnest(array['rack_mass', 'rack_heat']) k returning id), "
            "limits as (insert into polder.node_limit (node_id, normal_main) select id, 10000000 from known), "
            "strips as (insert into polder.node (kind, site_id, room_id, rack_id, name, side, phases) select "
            "'rack_pdu', site, room, stand.id, 'ZZ9-' || k, k, '1' from host, stand, unnest(array['A', 'B']) k "
            "returning id), "
            "bears as (insert into polder.node_limit (node_id, normal_main, normal_line, failover_main, "
            "failover_line) select id, 7360000, 7360000, 7360000, 7360000 from strips), "
            "sockets as (insert into polder.outlet (node_id, name, type, phases, max_ma) select id, n::text, "
            "'C13', '1', 10000 from strips, generate_series(1, 8) n), "
            "devices as (insert into polder.equipment (name, owner_id, height_hu, depth_mm, weight_g, budgeted_w, "
            "cords) select 'foot-' || n, owner, 2, 300, 5000, 0, 0 from host, generate_series(1, 2) n returning "
            "id, name), "
            "asked as (insert into polder.request (number, state, organisation_id, requester_id, project, from_date, "
            "until_date, submitted_at) select 'R-ZZ-' || n, 'in review', owner, (select p.id from polder.person "
            "p where p.organisation_id = owner order by p.id limit 1), 'Two at once ' || n, current_date + 30, "
            "current_date + 800, now() from host, generate_series(1, 2) n returning id, number), "
            "items as (insert into polder.request_item (request_id, ordinal, height_hu, depth_mm, weight_g, draw_w, "
            "cords) select id, 1, case when number = 'R-ZZ-1' then 8 else 4 end, 500, 12000, 100, 2 from asked) "
            "select 1");
        runSql(m_cluster->conninfo(),
               "insert into polder.placement (equipment_id, state, during, rack_id, position_hu) select e.id, "
               "'installed', daterange(current_date - 10, null), r.id, 2 * right(e.name, 1)::int from polder.rack r, "
               "polder.equipment e where r.code = 'ZZ9' and e.name in ('foot-1', 'foot-2')");
        m_rack = RackId{sql("select id from polder.rack where code = 'ZZ9'").toInt()};
        m_first = desktop();
        TRY_VERIFY(m_first->window());
        m_second = desktop();
        TRY_VERIFY(m_second->window());
        for (const auto *one : {m_first.get(), m_second.get()}) {
            one->window()->resize(1280, 900);
            TRY_VERIFY(one->window()->live().snapshot()->racks.find(m_rack) && one->window()->estates().estate());
            one->window()->navigator().open(m_rack);
            TRY_COMPARE(racks(*one).boxes().size(), 2U);
            QTest::mouseClick(one->window()->page(u"rack"_s), Qt::LeftButton);
        }
    }
    void cleanupTestCase() {
        m_first.reset();
        m_second.reset();
        const ProcessEnd end(m_cluster->processId());
        m_cluster.reset();
        QVERIFY(end.happensWithin(patience));
    }

    void theOthersViewFollowsAndKeepsItsSelection() {
        const auto onHoldDay = [this](const Desktop &one) {
            one.window()->page(u"rack"_s)->findChild<QDateEdit *>()->setDate(QDate::currentDate().addDays(40));
        };
        onHoldDay(*m_first);
        onHoldDay(*m_second);
        auto &second = racks(*m_second);
        const PlacementId foot = second.boxes()[0].placement;
        QTest::mouseClick(second.viewport(), Qt::LeftButton, {}, second.placeOf(foot).center());
        QCOMPARE(second.selected(), foot);
        // The other one is about to book U12 and 13 when the first one books U10 to 13.
        offer(*m_first, "R-ZZ-1", 18);
        TRY_COMPARE(racks(*m_first).verdict(), Elevation::Verdict::Fits);
        holdHere(*m_first);
        TRY_COMPARE(held("R-ZZ-1"), u"%1 18"_s.arg(m_rack.value));
        const auto seen = [&] {
            return std::ranges::any_of(second.boxes(),
                                       [](const ElevationBox &box) { return box.huFrom == 18 && box.huUntil == 26; });
        };
        TRY_VERIFY(seen());
        QCOMPARE(second.selected(), foot);
    }

    void theSaveIsRefusedAndTheNearestPlaceIsTaken() {
        offer(*m_second, "R-ZZ-2", 22);
        TRY_COMPARE(racks(*m_second).verdict(), Elevation::Verdict::DoesNot); // and so says the record:
        holdHere(*m_second);
        TRY_VERIFY(m_second->window()->page(u"rack"_s)->findChild<SearchTable *>(u"violations"_s));
        auto &violations = on<SearchTable>(*m_second, u"violations"_s);
        TRY_VERIFY(violations.isVisible());
        QCOMPARE(violations.view()->model()->index(0, 0).data().toString(), u"S1"_s);
        QCOMPARE(held("R-ZZ-2"), QString());
        QVERIFY(on<QPushButton>(*m_second, u"reload"_s).isVisible());
        const auto nearest = [this](const QString &name) {
            return m_second->window()->page(u"rack"_s)->findChild<QPushButton *>(name);
        };
        TRY_VERIFY(nearest(u"nearest2"_s));
        // U12 and 13 are taken: the nearest that are free are U14, U15, U16; below U10 only U8 is as near as U16.
        QCOMPARE(nearest(u"nearest0"_s)->text(), u"U14 here"_s);
        QCOMPARE(nearest(u"nearest1"_s)->text(), u"U15 here"_s);
        keepPicture(m_second->window()->grab(), u"F7-1-nearest"_s);
        QTest::mouseClick(nearest(u"nearest1"_s), Qt::LeftButton);
        TRY_COMPARE(held("R-ZZ-2"), u"%1 28"_s.arg(m_rack.value));
        TRY_VERIFY(!racks(*m_second).ghost());
        QVERIFY(!on<QPushButton>(*m_second, u"reload"_s).isVisible());
        const auto seen = [&] {
            return std::ranges::any_of(racks(*m_first).boxes(),
                                       [](const ElevationBox &box) { return box.huFrom == 28 && box.huUntil == 32; });
        };
        TRY_VERIFY(seen());
    }
};

QTEST_MAIN(TestTwoManagers)
#include "tst_twomanagers.moc"
