#include "model/core/format.h"
#include "model/core/shortfalljson.h"

#include <QTest>

using namespace polder;
using namespace polder::literals;

class FormatTest : public QObject {
    Q_OBJECT

    const Format m_english{QLocale(QLocale::English, QLocale::UnitedKingdom)};
    const Format m_dutch{QLocale(QLocale::Dutch, QLocale::Netherlands)};

    static Day day(int year, int month, int date) { return Day::fromDate(QDate(year, month, date)); }

private Q_SLOTS:
    void unitsAreChosenBySize() {
        QCOMPARE(m_english.power(750_W), "750 W");
        QCOMPARE(m_english.power(1200_W), "1.2 kW");
        QCOMPARE(m_english.power(999_W), "999 W");
        QCOMPARE(m_english.power(1000_W), "1 kW");
        QCOMPARE(m_english.apparent({11'040'000}), "11 kVA");
        QCOMPARE(m_english.mass(35_kg), "35 kg");
        QCOMPARE(m_english.mass({850}), "0.85 kg");
        QCOMPARE(m_english.length(1200_mm), "1,200 mm");
        QCOMPARE(m_english.percent(975), "97.5 %");
    }

    void dutchWritesCommas() {
        QCOMPARE(m_dutch.power(1200_W), "1,2 kW");
        QCOMPARE(m_dutch.count(2400), "2.400");
        QCOMPARE(m_dutch.day(day(2026, 5, 1)), "1 mei 2026");
    }

    void heights() {
        QCOMPARE(m_english.height(4_U), "4U");
        QCOMPARE(m_english.height({1}), "0.5U");
        QCOMPARE(m_english.height({}), "0U");
    }

    void periodsShowTheLastDay() {
        QCOMPARE(m_english.period({day(2026, 5, 1), day(2027, 5, 1)}), "1 May 2026 – 30 Apr 2027");
        QCOMPARE(m_english.period({day(2026, 5, 1), Day::never()}), "from 1 May 2026");
        QCOMPARE(m_english.period({Day::always(), day(2026, 5, 1)}), "up to and including 30 Apr 2026");
        QCOMPARE(m_english.period({}), "always");
    }

    void amountsKeepTheLastDigit() {
        QCOMPARE(m_english.amount(11'040'000'001, QStringLiteral("mW")), "11,040.000001 kW");
        QCOMPARE(m_english.amount(333'334, QStringLiteral("mW")), "333.334 W");
        QCOMPARE(m_english.amount(900'001, QStringLiteral("g")), "900.001 kg");
        QCOMPARE(m_english.amount(25, QStringLiteral("hu")), "12.5U");
        QCOMPARE(m_english.amount(3, QStringLiteral("pieces")), "3");
        QCOMPARE(m_english.amount(22'501, QStringLiteral("mC")), "22.501 °C");
        QCOMPARE(m_dutch.amount(-5'500, QStringLiteral("mC")), "-5,5 °C");
        QCOMPARE(m_english.amount(500, QStringLiteral("mK/h")), "0.5 K/h");
        QCOMPARE(m_english.amount(1'001, QStringLiteral("nT")), "1,001 nT");
        QCOMPARE(m_english.amount(3, QStringLiteral("VC")), "VC-C");
        QCOMPARE(m_english.amount(4, QStringLiteral("class")), "class 4");
    }

    void whatIsLeftIsRoundedDown() {
        QCOMPARE(m_english.left(Power{356'815'000}), "356.8 kW");
        QCOMPARE(m_english.left(Power{1'299'999}), "1.2 kW");
        QCOMPARE(m_english.left(Power{730'000}), "730 W");
        QCOMPARE(m_english.left(Mass{42'311'900}), "42,311 kg");
    }

    void aShortfallHasNoMoreDigitsThanItNeeds() {
        const auto decimals = [](std::int64_t requested, std::int64_t used, std::int64_t capacity) {
            Shortfall shortfall;
            shortfall.unit = QStringLiteral("mVA");
            shortfall.requested = requested;
            shortfall.used = used;
            shortfall.capacity = capacity;
            return Format::decimalsOf(shortfall);
        };
        QCOMPARE(decimals(2'631'579, 10'421'053, 11'040'000), 1); // 2.6 and 10.4 are more than 11
        QCOMPARE(decimals(1'240'000, 10'000'000, 11'200'000), 2); // 1.2 and 10 would not be more than 11.2
        QCOMPARE(decimals(7'400'001, 0, 7'400'000), Format::exact);
        QCOMPARE(decimals(500'000, 500'400, 1'000'000), 1); // 500 VA, 500.4 VA and 1 kVA
        QCOMPARE(decimals(500'000, 500'040, 1'000'000), 2);
        QCOMPARE(decimals(1'000'000, 0, 9'000'000), 1); // not a comparison
    }

    void rackUnitsAreNumberedFromBelowOrFromAbove() {
        Rack up;
        up.units = 42;
        Rack down = up;
        down.numberedDown = true;
        QCOMPARE(m_english.unit(up, {0}), "1");
        QCOMPARE(m_english.unit(up, {23}), "12.5");
        QCOMPARE(m_english.unit(down, {0}), "42");
        QCOMPARE(m_english.unit(down, {82}), "1");
        for (const Rack &rack : {up, down}) {
            for (int below = 0; below < 84; ++below) {
                QCOMPARE(heightBelow(rack, unitNumber(rack, {below})), Height{below});
            }
            QVERIFY(!heightBelow(rack, 0));
            QVERIFY(!heightBelow(rack, 43));
            QVERIFY(!heightBelow(rack, 1.25));
        }
    }

    void aShortfallIsASentence() {
        const Shortfall shortfall{.rule = QStringLiteral("P6"),
                                  .where = QStringLiteral("Feed A1"),
                                  .node = 7,
                                  .requested = 1'200'000,
                                  .used = 10'000'000,
                                  .capacity = 11'040'000,
                                  .unit = QStringLiteral("mW"),
                                  .quantity = {},
                                  .failing = QStringLiteral("Feed B1"),
                                  .date = day(2026, 9, 1)};
        QCOMPARE(m_english.shortfall(shortfall),
                 "Feed A1: 1.2 kW asked, 10 kW in use, limit 11.04 kW, when Feed B1 fails, from 1 Sept 2026 (P6)");
        Shortfall space;
        space.rule = QStringLiteral("S1");
        space.where = QStringLiteral("A02");
        space.requested = 8;
        space.capacity = 5;
        space.unit = QStringLiteral("hu");
        space.date = day(2026, 9, 1);
        QCOMPARE(m_english.shortfall(space), "A02: 4U asked, free in a row: 2.5U, from 1 Sept 2026 (S1)");
    }

    /// What does not add up has no use by others; a class has its rule's names.
    void whatDoesNotFitIsASentence() {
        Shortfall shortfall{.rule = QStringLiteral("C5"),
                            .where = QStringLiteral("LEIDEN/DC1/A01"),
                            .node = 0,
                            .requested = 24'000,
                            .used = 0,
                            .capacity = 22'500,
                            .unit = QStringLiteral("mC"),
                            .quantity = {},
                            .failing = {},
                            .date = day(2026, 9, 1)};
        QCOMPARE(m_english.shortfall(shortfall), "LEIDEN/DC1/A01: 24 °C asked, limit 22.5 °C, from 1 Sept 2026 (C5)");
        shortfall.rule = QStringLiteral("G1");
        shortfall.unit = QStringLiteral("class");
        shortfall.requested = 3;
        shortfall.capacity = 2;
        QCOMPARE(m_english.shortfall(shortfall), "LEIDEN/DC1/A01: high asked, limit medium, from 1 Sept 2026 (G1)");
        shortfall.quantity = QStringLiteral("NEN 7510");
        shortfall.requested = 1;
        shortfall.capacity = 0;
        QCOMPARE(m_english.shortfall(shortfall),
                 "LEIDEN/DC1/A01 NEN 7510: in scope asked, limit not in scope, from 1 Sept 2026 (G1)");
        shortfall.rule = QStringLiteral("S8");
        shortfall.unit = QStringLiteral("VC");
        shortfall.quantity.clear();
        shortfall.requested = 4;
        shortfall.capacity.reset();
        QCOMPARE(m_english.shortfall(shortfall), "LEIDEN/DC1/A01: VC-D asked, limit unknown, from 1 Sept 2026 (S8)");
    }

    /// What check finds: nobody asks for anything.
    void whatIsFoundIsASentence() {
        Shortfall found{.rule = QStringLiteral("C1"),
                        .where = QStringLiteral("LUMC/M1/E07"),
                        .node = 7,
                        .requested = {},
                        .used = 10'000'000,
                        .capacity = 11'040'000,
                        .unit = QStringLiteral("mW"),
                        .quantity = {},
                        .failing = {},
                        .date = day(2026, 9, 1)};
        QCOMPARE(m_english.shortfall(found), "LUMC/M1/E07: 10 kW in use, limit 11.04 kW, from 1 Sept 2026 (C1)");
        found.rule = QStringLiteral("LEDGER");
        QCOMPARE(m_english.shortfall(found),
                 "LUMC/M1/E07: 10 kW by the bookings, 11.04 kW in the ledger, from 1 Sept 2026 (LEDGER)");
        found.rule = QStringLiteral("S3");
        found.used.reset();
        found.capacity.reset();
        QCOMPARE(m_english.shortfall(found), "LUMC/M1/E07: limit unknown, from 1 Sept 2026 (S3)");
    }

    void aShortfallSurvivesJson() {
        const Shortfall shortfall{.rule = QStringLiteral("G4"),
                                  .where = QStringLiteral("hosting kW"),
                                  .node = 0,
                                  .requested = 9'007'199'254'740'993, // more than a double holds
                                  .used = 0,
                                  .capacity = std::nullopt,
                                  .unit = QStringLiteral("mW"),
                                  .quantity = QStringLiteral("L1"),
                                  .failing = {},
                                  .date = day(2026, 12, 31)};
        QCOMPARE(shortfallFromJson(toJson(shortfall)), shortfall);
        QCOMPARE(violationsOf({{QStringLiteral("violations"), QJsonArray{toJson(shortfall)}}}).size(), 1U);
        QVERIFY(violationsOf({}).empty());
    }
};

QTEST_GUILESS_MAIN(FormatTest)
#include "tst_format.moc"
