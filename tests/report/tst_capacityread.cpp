#include "tests/support/estate.h"

#include "model/report/capacityreport.h"
#include "model/store/capacityloader.h"
#include "model/store/demo.h"

#include <QJsonDocument>
#include <QTest>

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
