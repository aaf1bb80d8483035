#include "tests/support/estate.h"

#include "model/store/snapshotloader.h"

#include <QTest>

using namespace polder;
using namespace polder::test;

/// The record as it was known at each generation is what it was then, whatever has been changed since.
class KnownTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_database;
    std::unique_ptr<DatabaseConnection> m_tool;

    static SnapshotPtr need(const Result<SnapshotPtr> &snapshot) {
        if (!snapshot) {
            qFatal("%s %s", qPrintable(snapshot.error().what), qPrintable(snapshot.error().detail));
        }
        return *snapshot;
    }
    SnapshotPtr now() { return need(loadSnapshot(*m_tool)); }
    SnapshotPtr then(DatabaseConnection &connection, std::optional<std::int64_t> generation,
                     std::optional<Day> day = {}) {
        const auto known = knownAt(connection, generation, day);
        if (!known || !*known) {
            qFatal("there is no such generation");
        }
        return need(loadSnapshotAsKnown(connection, **known));
    }
    void change(const QByteArray &sql) { runSql(m_database, sql); }

    static QString text(Period period) {
        return QStringLiteral("%1..%2").arg(period.from.number).arg(period.until.number);
    }
    static QString text(const Load &load) {
        return QStringLiteral("%1/%2/%3/%4").arg(load.main).arg(load.l1).arg(load.l2).arg(load.l3);
    }
    /// Every figure of which a report is made.
    static QStringList text(const Snapshot &s) {
        QStringList lines{QStringLiteral("generation %1").arg(s.generation)};
        for (const auto &rack : s.racks) {
            lines << QStringLiteral("rack %1 %2 %3U").arg(rack.id.value).arg(rack.code).arg(rack.units);
        }
        for (const auto &limit : s.nodeLimits) {
            lines << QStringLiteral("limit of %1 from %2: %3 %4")
                         .arg(limit.node.value)
                         .arg(limit.from.number)
                         .arg(limit.normalMain.value_or(-1))
                         .arg(limit.failoverLine.value_or(-1));
        }
        for (const auto &box : s.occupancy) {
            lines << QStringLiteral("box %1 %2-%3 %4-%5 %6-%7 %8 ")
                             .arg(box.rack.value)
                             .arg(box.huFrom)
                             .arg(box.huUntil)
                             .arg(box.depthFrom)
                             .arg(box.depthUntil)
                             .arg(box.widthFrom)
                             .arg(box.widthUntil)
                             .arg(box.blocked) +
                         text(box.during);
        }
        for (const auto &use : s.outletUse) {
            lines << QStringLiteral("outlet %1 ").arg(use.outlet.value) + text(use.during);
        }
        for (const auto &step : s.ledger.steps()) {
            lines
                << QStringLiteral("step %1 %2 %3: ").arg(step.node.value).arg(step.source.value).arg(step.day.number) +
                       text(step.normal) + u' ' + text(step.extra);
        }
        for (const auto &placement : s.placements) {
            lines << QStringLiteral("placement %1 %2 in %3 at %4 ")
                             .arg(placement.id.value)
                             .arg(placement.state.text())
                             .arg(placement.rack.value)
                             .arg(placement.position ? placement.position->halfUnits : -1) +
                         text(placement.during);
        }
        for (const auto &equipment : s.equipment) {
            lines << QStringLiteral("equipment %1 %2 %3 W")
                         .arg(equipment.id.value)
                         .arg(equipment.name)
                         .arg(equipment.budgetedWatts.value_or(-1));
        }
        for (const auto &request : s.requests) {
            lines << QStringLiteral("request %1 %2").arg(request.number, request.state);
        }
        return lines;
    }

private Q_SLOTS:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }
    void cleanupTestCase() { m_cluster.reset(); }
    void init() {
        m_database = smallEstate(*m_cluster);
        m_tool = connectTo(m_database);
    }
    void cleanup() { m_tool.reset(); }

    void eachGenerationIsAsItWas() {
        std::vector<QStringList> was{text(*now())};
        const std::int64_t first = now()->generation;
        for (
            const auto *sql : {
                "update polder.placement set position_hu = 30 where id = 1",
                // Twice in one transaction: the last word counts.
                "begin; update polder.equipment set budgeted_w = 700 where id = 1; update polder.equipment set "
                "budgeted_w = 650 where id = 1; commit",
                "update polder.node_limit set normal_main = 9000000, failover_line = 8000000 where node_id = 1",
                "insert into polder.node_limit (node_id, from_date, normal_main) values (6, '2028-01-01', 8000000)",
                "update polder.blocked_unit set hu = '[76,84)' where id = 1",
                "delete from polder.blocked_unit where id = 1",
                "update polder.rack set code = 'R1x' where id = 1",
                "insert into polder.rack (id, room_id, code, height_u) overriding system value values (2, 1, 'R2', 48)",
                "insert into polder.equipment (id, owner_id, name, height_hu, weight_g) overriding system value values "
                "(2, 1, 'own', 2, 9000)",
                "insert into polder.placement (id, equipment_id, state, during, rack_id, position_hu, outlet_ids) "
                "overriding system value values (2, 2, 'installed', '[2027-01-01,)', 1, 0, '{2,4}')",
                "insert into polder.setting (key, value) values ('agreement_warn_permille', '700')",
                "update polder.placement set during = '[2027-05-01,2028-01-01)' where id = 1",
                "update polder.placement set state = 'released', hold_until = null where id = 1",
            }) {
            change(sql);
            was.push_back(text(*now()));
        }
        QCOMPARE(now()->generation, first + std::ssize(was) - 1);
        for (std::size_t i = 0; i < was.size(); ++i) {
            const SnapshotPtr known = then(*m_tool, first + static_cast<std::int64_t>(i));
            QCOMPARE(text(*known), was[i]);
            QVERIFY(i == 0 || was[i] != was[i - 1]);
        }
    }

    void aHoldThatHadLapsedByThenWasFree() {
        runSql(m_database,
               "alter database " + TestCluster::nameOf(m_database).toUtf8() + " set polder.today = '2027-05-30'");
        m_tool = connectTo(m_database);
        change("update polder.rack set code = 'A' where id = 1");
        const SnapshotPtr held = now();
        QCOMPARE(held->outletUse.size(), 2U);
        runSql(m_database,
               "alter database " + TestCluster::nameOf(m_database).toUtf8() + " set polder.today = '2027-06-05'");
        m_tool = connectTo(m_database);
        change("update polder.rack set code = 'B' where id = 1");
        const SnapshotPtr lapsed = now();
        QCOMPARE(lapsed->outletUse.size(), 0U);

        // Long after, both are what they were: it is the day of the generation that counts, not today.
        runSql(m_database,
               "alter database " + TestCluster::nameOf(m_database).toUtf8() + " set polder.today = '2029-01-01'");
        m_tool = connectTo(m_database);
        QCOMPARE(text(*then(*m_tool, held->generation)), text(*held));
        QCOMPARE(text(*then(*m_tool, lapsed->generation)), text(*lapsed));
        QCOMPARE(then(*m_tool, held->generation)->today, held->today);
        // By day: the last one of that day, or of the last day before it on which something happened.
        QCOMPARE(then(*m_tool, {}, Day::fromDate({2027, 5, 30}))->generation, held->generation);
        QCOMPARE(then(*m_tool, {}, Day::fromDate({2027, 6, 1}))->generation, held->generation);
        QCOMPARE(then(*m_tool, {}, Day::fromDate({2027, 6, 5}))->generation, lapsed->generation);
        // Holds lapse while nobody writes anything: the day before it counts as well as the day after.
        QCOMPARE(then(*m_tool, {}, Day::fromDate({2027, 6, 1}))->outletUse.size(), 2U);
        const SnapshotPtr unwritten = then(*m_tool, {}, Day::fromDate({2027, 6, 3}));
        QCOMPARE(unwritten->generation, held->generation);
        QCOMPARE(unwritten->today, Day::fromDate({2027, 6, 3}));
        QCOMPARE(unwritten->outletUse.size(), 0U);
        QCOMPARE(then(*m_tool, {}, {})->generation, lapsed->generation);
    }

    void nobodySeesMoreOfThePastThanOfThePresent() {
        change("insert into polder.equipment (id, owner_id, name, height_hu) overriding system value values (2, 1, "
               "'secret', 2); insert into polder.placement (id, equipment_id, state, during, rack_id, position_hu) "
               "overriding system value values (2, 2, 'installed', '[2027-01-01,)', 1, 0)");
        change("create role p_researcher login in role polder_person");
        const auto researcher = connectTo(m_cluster->as(QStringLiteral("p_researcher"), m_database));
        const SnapshotPtr present = need(loadSnapshot(*researcher));
        const SnapshotPtr past = then(*researcher, present->generation);
        QCOMPARE(text(*past), text(*present));
        QCOMPARE(past->placements.size(), 1U);
        QCOMPARE(past->equipment.begin()->name, "genome-1");
        QCOMPARE(past->people.size(), present->people.size());
        QVERIFY(past->occupancy.size() > past->placements.size());
        // What the views stand on is nobody's.
        for (const auto *sql : {"select * from past.placement", "select * from past.charge", "select * from past.box",
                                "select past.charges_of('{1}')", "select * from history.placement"}) {
            const auto rows = researcher->query(sql);
            QVERIFY2(!rows, sql);
            QCOMPARE(rows.error().sqlstate, "42501");
        }
    }

    void thereIsNothingBeforeTheFirstAndAfterTheLast() {
        const std::int64_t newest = now()->generation;
        for (const auto &[generation, day] : {std::pair(std::optional<std::int64_t>(0), std::optional<Day>()),
                                              {newest + 1, {}},
                                              {{}, Day::fromDate({2001, 1, 1})},
                                              {{}, now()->today.plus(1)},
                                              {{}, Day::fromDate({2099, 1, 1})}}) {
            const auto known = knownAt(*m_tool, generation, day);
            QVERIFY(known);
            QVERIFY(!*known);
        }
        const auto known = knownAt(*m_tool, newest, {});
        QVERIFY(known && *known);
        QCOMPARE((*known)->generation, newest);
        QVERIFY((*known)->final);
        // A day that is not over may see a later one; so may "now".
        const auto today = knownAt(*m_tool, {}, now()->today);
        QVERIFY(today && *today);
        QCOMPARE((*today)->generation, newest);
        QVERIFY(!(*today)->final);
        const auto yesterday = knownAt(*m_tool, {}, now()->today.plus(-1));
        QVERIFY(yesterday && (!*yesterday || (*yesterday)->final));
        const auto any = knownAt(*m_tool, {}, {});
        QVERIFY(any && *any);
        QCOMPARE((*any)->generation, newest);
        QVERIFY(!(*any)->final);
        QVERIFY(qAbs((*known)->at.secsTo(QDateTime::currentDateTimeUtc())) < 3600);
    }
};

QTEST_GUILESS_MAIN(KnownTest)
#include "tst_known.moc"
