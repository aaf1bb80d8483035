#include "model/core/workingdays.h"

#include <QTest>

using namespace polder;

/// The Dutch calendar, on the days on which it is not the usual one.
class TestWorkingDays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holidays() {
        const auto works = [](int year, int month, int day) { return isWorkingDay(Day::fromDate({year, month, day})); };
        QVERIFY(!works(2026, 1, 1));
        QVERIFY(works(2026, 1, 2));
        QVERIFY(!works(2026, 4, 3)); // Good Friday
        QVERIFY(works(2026, 4, 2));
        QVERIFY(!works(2026, 4, 6)); // Easter Monday
        QVERIFY(!works(2026, 4, 27));
        QVERIFY(works(2025, 4, 25)); // King's Day is on Saturday the 26th
        QVERIFY(works(2025, 4, 28));
        QVERIFY(!works(2025, 5, 5)); // a lustrum
        QVERIFY(works(2026, 5, 5));
        QVERIFY(!works(2026, 5, 14)); // Ascension
        QVERIFY(!works(2026, 5, 25)); // Whit Monday
        QVERIFY(!works(2026, 12, 25));
        QVERIFY(!works(2026, 11, 28) && !works(2026, 11, 29) && works(2026, 11, 30));
    }

    void between() {
        const auto count = [](QDate first, QDate last) {
            return workingDaysBetween(Day::fromDate(first), Day::fromDate(last));
        };
        QCOMPARE(count({2026, 11, 27}, {2026, 11, 27}), 0);
        QCOMPARE(count({2026, 11, 27}, {2026, 11, 29}), 0); // Friday to Sunday
        QCOMPARE(count({2026, 11, 27}, {2026, 11, 30}), 1);
        QCOMPARE(count({2026, 4, 2}, {2026, 4, 7}), 1); // over Easter
        QCOMPARE(count({2026, 11, 30}, {2026, 11, 27}), 0);
    }
};

QTEST_APPLESS_MAIN(TestWorkingDays)
#include "tst_workingdays.moc"
