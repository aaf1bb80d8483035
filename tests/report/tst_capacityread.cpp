#include "tests/support/estate.h"

#include "model/report/capacityreport.h"
#include "model/store/capacityloader.h"
#include "model/store/demo.h"

#include <QJsonDocument>
#include <QTest>

#include <array>

using namespace polder;
using namespace polder::test;

/// A report of capacity reads sums of the record, and only what it needs: the same comes of all of it.
class CapacityReadTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_demo;

private Q_SLOTS:
    void initTestCase() {
        m_cluster = std::make_unique<TestCluster>();
        m_demo = m_cluster->freshDatabase();
        QVERIFY(loadDemo(*connectTo(m_demo)).ok());
        // One that has lapsed and that nobody has put away yet.
        runSql(m_demo, "alter table polder.placement disable trigger user;"
                       "update polder.placement set hold_until = guard.today() - 1 where id = "
                       "(select min(id) from polder.placement where state = 'held' and during @> guard.today());"
                       "alter table polder.placement enable trigger user");
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void itIsThatOfTheWholeRecord_data() {
        QTest::addColumn<QString>("person");
        QTest::addColumn<int>("days");
        QTest::newRow("today") << QString() << 0;
        QTest::newRow("a day that is over") << QString() << -500;
        QTest::newRow("a day to come") << QString() << 300;
        QTest::newRow("as who sees little") << QStringLiteral("researcher.lumc") << 0;
    }
    void itIsThatOfTheWholeRecord() {
        QFETCH(const QString, person);
        QFETCH(const int, days);
        ConnectionSettings settings{m_demo, {}, {}};
        if (!person.isEmpty()) {
            settings.user = valueOf(m_demo, "select p.login from polder.person p join polder.person_detail d on "
                                            "d.person_id = p.id where d.handle = '" +
                                                person.toUtf8() + "'");
        }
        const auto connection = DatabaseConnection::open(settings);
        QVERIFY(connection.ok());
        const auto whole = loadSnapshot(**connection);
        QVERIFY(whole.ok());
        const Estate all(*whole);
        const Day day = (*whole)->today.plus(days);
        const auto text = [](const Report &report) { return QJsonDocument(toJson(report)).toJson(); };

        const auto racks = loadCapacity(**connection, settings, CapacityRead::Racks, day);
        QVERIFY2(racks.ok(), racks.ok() ? "" : qPrintable(racks.error().what));
        QCOMPARE((*racks)->generation, (*whole)->generation);
        QVERIFY((*racks)->ledger.size() < (*whole)->ledger.size());
        const QByteArray expected = text(capacityReport(all, day, {}));
        QVERIFY(expected.size() > 10'000);
        QVERIFY(text(capacityReport(Estate(*racks), day, {})) == expected);

        const auto outlook = loadCapacity(**connection, settings, CapacityRead::Outlook, day);
        QVERIFY2(outlook.ok(), outlook.ok() ? "" : qPrintable(outlook.error().what));
        QVERIFY(text(wholeCapacityReport(Estate(*outlook), day, {}, {})) ==
                text(wholeCapacityReport(all, day, {}, {})));
    }

    /// Half units behind what is held, in which something else stands, are used: also where boxes are merged.
    void heldBesideInstalledIsUsed() {
        const auto connection = connectTo(m_demo);
        // The highest of those that are held, on a day on which they are.
        runSql(m_demo, "create table public.shared as select b.*, s.day from polder.box b "
                       "join polder.placement p on p.id = b.placement_id "
                       "cross join lateral (select greatest(guard.today(), lower(b.during)) as day) s "
                       "where p.state in ('held', 'delivered') and p.id not in (select id from guard.lapsed) "
                       "and b.during @> s.day "
                       "order by upper(b.hu) - lower(b.hu) desc, b.id limit 1");
        const Day day = Day::fromDate(QDate::fromString(valueOf(m_demo, "select day from public.shared"), Qt::ISODate));
        const auto height = valueOf(m_demo, "select upper(hu) - lower(hu) from public.shared").toInt();
        QVERIFY(height > 0);
        const auto units = [day](const SnapshotPtr &snapshot) {
            std::array<std::int64_t, 2> sums{}; // used, held
            for (const auto &rack : capacityOn(Estate(snapshot), day, Detail::Held)) {
                sums[0] += rack.at(Resource::Space).used;
                sums[1] += rack.at(Resource::Space).held;
            }
            return sums;
        };
        const auto read = [&] { return loadCapacity(*connection, {m_demo, {}, {}}, CapacityRead::Racks, day); };
        const auto before = read();
        QVERIFY(before.ok());
        const auto [used, held] = units(*before);
        QVERIFY(held >= height);
        runSql(m_demo, "alter table polder.box disable trigger user;"
                       "update polder.box b set depth = '[0,400)' from public.shared s where b.id = s.id;"
                       "insert into polder.box (rack_id, hu, depth, width, during, placement_id) "
                       "select s.rack_id, s.hu, '[600,1000)', s.width, s.during, (select min(p.id) from "
                       "polder.placement p where p.state = 'installed' and p.during @> s.day) from public.shared s;"
                       "alter table polder.box enable trigger user; drop table public.shared");
        const auto whole = loadSnapshot(*connection);
        const auto after = read();
        QVERIFY(whole.ok() && after.ok());
        const std::array<std::int64_t, 2> expected{used + height, held - height};
        QCOMPARE(units(*whole), expected);
        QCOMPARE(units(*after), expected);
    }

    /// Where no second connection is to be had, one does it all.
    void oneConnectionIsEnough() {
        const auto connection = connectTo(m_demo);
        const auto read = [&](const QString &conninfo) {
            return loadCapacity(*connection, {conninfo, {}, {}}, CapacityRead::Racks, {});
        };
        const auto alone = read(QStringLiteral("host=/nowhere"));
        const auto helped = read(m_demo);
        QVERIFY(alone.ok() && helped.ok());
        const auto text = [](const SnapshotPtr &snapshot) {
            return toCsv(capacityReport(Estate(snapshot), snapshot->today, {}).tables.front());
        };
        QCOMPARE(text(*alone), text(*helped));
    }
};

QTEST_GUILESS_MAIN(CapacityReadTest)
#include "tst_capacityread.moc"
