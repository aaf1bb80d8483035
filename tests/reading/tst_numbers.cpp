#include "model/reading/dates.h"
#include "model/reading/numbers.h"

#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

class TestNumbers : public QObject {
    Q_OBJECT

    static QString read(const char16_t *text, Language language) {
        QStringList readings;
        for (const TypedNumber number : readNumber(QStringView(text), language)) {
            readings << QString::number(static_cast<double>(number.millionths) / TypedNumber::one, 'f',
                                        QLocale::FloatingPointShortest);
        }
        return readings.join(u" or "_s);
    }

    static QString days(const DateSaid &said, const QDate &notBefore) {
        const auto days = daysOf(said, Day::fromDate(notBefore));
        return days ? days->first.toDate().toString(Qt::ISODate) + u' ' + days->last.toDate().toString(Qt::ISODate)
                    : QString();
    }

private Q_SLOTS:
    void numbersAreReadByLanguage_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("dutch");
        const auto row = [](const char16_t *text, const char *english, const char *dutch) {
            const QString name = QString::fromUtf16(text);
            QTest::newRow(qPrintable(name)) << name << QString::fromLatin1(english) << QString::fromLatin1(dutch);
        };
        row(u"7", "7", "7");
        row(u"1,2", "1.2", "1.2");
        row(u"1.2", "1.2", "1.2");
        row(u"1.200", "1.2 or 1200", "1200");
        row(u"1,200", "1200", "1.2 or 1200");
        row(u"0.200", "0.2", "0.2");
        row(u"1234.567", "1234.567", "1234.567");
        row(u"1.200.000", "1200000", "1200000");
        row(u"1.20.000", "", "");
        row(u"1,200.5", "1200.5", "1200.5");
        row(u"1.200,5", "1200.5", "1200.5");
        row(u"1.2,5", "", "");
        row(u"1,2.3,4", "", "");
        row(u"1\u00a0200", "1200", "1200");
        row(u"1\u202f200,5", "1200.5", "1200.5");
        row(u"1\u00a020", "", "");
        row(u"999999999", "999999999", "999999999");
        row(u"1000000000", "", "");
        row(u"0.123456", "0.123456", "0.123456");
        row(u"0.1234567", "", "");
    }
    void numbersAreReadByLanguage() {
        QFETCH(const QString, text);
        QTEST(read(reinterpret_cast<const char16_t *>(text.utf16()), Language::English), "english");
        QTEST(read(reinterpret_cast<const char16_t *>(text.utf16()), Language::Dutch), "dutch");
    }

    void amountsAreExact() {
        QCOMPARE(TypedNumber{1'200'000}.times(1'000'000), std::optional<std::int64_t>(1'200'000));
        QCOMPARE(TypedNumber{1'200'500}.times(1'000), std::nullopt);
        QCOMPARE(TypedNumber{2'500'000}.times(2), std::optional<std::int64_t>(5));
        QCOMPARE(TypedNumber{2'500'000}.whole(), std::nullopt);
        QCOMPARE((TypedNumber{999'999'999 * TypedNumber::one}.times(1'000'000)),
                 std::optional<std::int64_t>(999'999'999'000'000));
    }

    void daysOfWhatIsSaid() {
        using Unit = DateSaid::Unit;
        const QDate today(2026, 11, 29);
        QCOMPARE(days({Unit::Day, {}, 11, 29}, today), u"2026-11-29 2026-11-29"_s);
        QCOMPARE(days({Unit::Day, {}, 11, 28}, today), u"2027-11-28 2027-11-28"_s);
        QCOMPARE(days({Unit::Day, {}, 2, 29}, today), u"2028-02-29 2028-02-29"_s);
        QCOMPARE(days({Unit::Day, 2027, 2, 29}, today), QString());
        QCOMPARE(days({Unit::Week, {}, 1, 48}, today), u"2026-11-23 2026-11-29"_s);
        QCOMPARE(days({Unit::Week, {}, 1, 47}, today), u"2027-11-22 2027-11-28"_s);
        QCOMPARE(days({Unit::Week, 2026, 1, 53}, today), u"2026-12-28 2027-01-03"_s);
        QCOMPARE(days({Unit::Week, 2027, 1, 53}, today), QString());
        QCOMPARE(days({Unit::Week, {}, 1, 53}, QDate(2027, 1, 3)), u"2026-12-28 2027-01-03"_s);
        QCOMPARE(days({Unit::Week, 2027, 1, 0}, today), QString());
        QCOMPARE(days({Unit::Month, {}, 2, 1}, today), u"2027-02-01 2027-02-28"_s);
        QCOMPARE(days({Unit::Month, 2027, 13, 1}, today), QString());
        QCOMPARE(days({Unit::Year, 1999, 1, 1}, today), QString());
    }

    void aMonthEndsWhereItsMonthEnds() {
        const Day january = Day::fromDate(QDate(2027, 1, 31));
        QCOMPARE(after(january, {1, Duration::Unit::Months}).toDate(), QDate(2027, 2, 28));
        QCOMPARE(after(january, {2, Duration::Unit::Weeks}).toDate(), QDate(2027, 2, 14));
        QCOMPARE(after(january, {3, Duration::Unit::Days}).toDate(), QDate(2027, 2, 3));
        QCOMPARE(after(january, {1, Duration::Unit::Years}).toDate(), QDate(2028, 1, 31));
    }
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
