#include "tests/support/estate.h"

#include "model/core/workingdays.h"

#include <QTest>

using namespace polder;
using namespace polder::test;

/// Reports count working days themselves, the database counts those of a request's clock: it is one calendar.
class CalendarTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;

private Q_SLOTS:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }
    void cleanupTestCase() { m_cluster.reset(); }

    void isTheDatabases() {
        const QString there = valueOf(smallEstate(*m_cluster),
                                      "select string_agg(day::date::text, ' ' order by day) "
                                      "from generate_series('2000-01-01'::date, '2100-12-31', interval '1 day') day "
                                      "where guard.is_working_day(day::date)");
        QStringList here;
        for (QDate date(2000, 1, 1); date <= QDate(2100, 12, 31); date = date.addDays(1)) {
            if (isWorkingDay(Day::fromDate(date))) {
                here << date.toString(Qt::ISODate);
            }
        }
        QVERIFY(here.size() > 25'000);
        QCOMPARE(there.split(QLatin1Char(' ')), here);
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "tst_calendar.moc"
