#include "model/core/format.h"

#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

class TestFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quantitiesAreExact_data() {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("en");
        QTest::addColumn<QString>("nl");
        QTest::newRow("kilo") << qint64{1'200'000} << u"mW"_s << u"1.2 kW"_s << u"1,2 kW"_s;
        QTest::newRow("below kilo") << qint64{999'999} << u"mW"_s << u"999.999 W"_s << u"999,999 W"_s;
        QTest::newRow("a milliwatt too much") << qint64{40'000'001} << u"mW"_s << u"40.000001 kW"_s << u"40,000001 kW"_s;
        QTest::newRow("negative below one") << qint64{-500} << u"mW"_s << u"-0.5 W"_s << u"-0,5 W"_s;
        QTest::newRow("apparent") << qint64{22'080'000} << u"mVA"_s << u"22.08 kVA"_s << u"22,08 kVA"_s;
        QTest::newRow("mass") << qint64{35'500} << u"g"_s << u"35.5 kg"_s << u"35,5 kg"_s;
        QTest::newRow("half units") << qint64{9} << u"hu"_s << u"4.5 U"_s << u"4,5 U"_s;
        QTest::newRow("pieces") << qint64{1'200} << u"pieces"_s << u"1,200"_s << u"1.200"_s;
    }
    void quantitiesAreExact() {
        QFETCH(qint64, value);
        QFETCH(QString, unit);
        QTEST(formatQuantity(value, unit, QLocale(u"en_GB"_s)), "en");
        QTEST(formatQuantity(value, unit, QLocale(u"nl_NL"_s)), "nl");
    }

    void positionsCountFromOne() {
        QCOMPARE(formatPosition(0, QLocale::c()), u"1"_s);
        QCOMPARE(formatPosition(23, QLocale::c()), u"12.5"_s);
    }

    void periodsShowTheirLastDay() {
        const Period period{Day::fromDate({2027, 5, 1}), Day::fromDate({2027, 6, 1})};
        QCOMPARE(format(period, QLocale(u"en_GB"_s)), u"1 May 2027 to 31 May 2027"_s);
        QCOMPARE(format(Period{period.from}, QLocale(u"en_GB"_s)), u"from 1 May 2027"_s);
    }

    void shortfallsSurviveJson() {
        const std::vector<Shortfall> some{
            {u"P6"_s, u"UPS B"_s, 12, 1'000, 99'000, 99'999, u"mW"_s, {}, u"UPS A"_s, Day::fromDate({2027, 5, 1})},
            {u"G4"_s, u"agreement"_s, 0, 8, {}, {}, u"hu"_s, {}, {}, Day::always()},
        };
        QCOMPARE(shortfallsOf({{u"violations"_s, toJson(some)}}), some);
    }

    void sentencesHaveAllNumbers() {
        const Shortfall one{u"P6"_s, u"UPS B"_s, 12,         1'000'000, 99'000'000, 99'999'999,
                            u"mW"_s, {},         u"UPS A"_s, Day::fromDate({2027, 5, 1})};
        QCOMPARE(describe(one, QLocale(u"en_GB"_s)),
                 u"UPS B: load after a failure, limit 99.999999 kW, 99 kW in use, 1 kW more asked, when UPS A fails, "
                 "from 1 May 2027"_s);
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
